"""What the first page of a draft says: what to do with it, in the words of a colleague."""

import re
from dataclasses import dataclass

from renderer import vocabulary
from renderer.edition import danish
from renderer.edition.draft import Draft
from renderer.edition.draft_fields import asks_reports
from renderer.edition.edition import Edition

_TITLE = "Sådan retter du i udkastet"
_TEXTS = (
    "Du kan rette {texts}: Klik i teksten, og skriv."
    " Står der en grå tekst, er feltet tomt, og den grå tekst forsvinder, når du skriver."
    " Overskrifter, ansvarlige, tidspunkter og al anden tekst er låst."
)
_OF_REPORTS = {
    "Ret i teksten": _TEXTS.format(texts="aftaletekst, beskrivelse, milepæle, status, økonomi og læsevejledning"),
    "Vælg smiley": (
        "Klik på smileyen og så på pilen ved siden af. Listen viser, hvad hver smiley betyder."
        f" Vælg ”{vocabulary.NOT_YET_GIVEN}”, hvis der ikke skal stå nogen."
    ),
}
_OF_PLAN = {"Ret i teksten": _TEXTS.format(texts="aftaletekst, beskrivelse, milepæle, økonomi og læsevejledning")}
_ADVICE = {
    "Lad ændringerne stå": (
        "Word markerer alt, hvad du retter, så vi kan se, hvem der har rettet hvad og hvornår."
        " Du skal hverken acceptere eller afvise noget; det gør vi, når udkastet kommer tilbage."
    ),
    "Skriv en kommentar": (
        "Er du i tvivl, eller er noget i den låste tekst forkert, så marker nogle ord i et felt tæt på, og vælg"
        " Gennemse › Ny kommentar."
    ),
}
_CHANGED = "Se, hvad der er nyt"
_MARKED = (
    "Ændringer siden {since} er allerede markeret: Ny tekst er understreget, og tekst, der er udgået, er streget over."
    " De er lavet af os, og du kan rette i dem som i al anden tekst."
)
_AGAIN = "Se på det, der ikke blev nået"
_UNMET = (
    "Milepæle, som ikke blev nået ved et tidligere tidspunkt, står med den smiley og den status, de fik sidst."
    " Er der sket noget siden, så ret begge dele; ellers lad dem stå."
)
_BACK = "Send udkastet tilbage"
_DUE = "Vi skal have det senest den"
_MEETING = "Udvalgene behandler opfølgningen den"
_DAY = r"\d{1,2}\. [a-z]+ \d{4}\."
_UNTIL_WHEN = re.compile(rf"(?:{_DUE} {_DAY})? ?(?:{_MEETING} {_DAY})?")
_SAVE = "Gem det som Word-dokument (.docx), gerne under et andet navn, og send det til"


@dataclass(frozen=True)
class Advice:
    """The page: a title, an opening, headings with a text each, and whom to send the draft to and how."""

    title: str
    opening: str
    sections: tuple[tuple[str, str], ...]
    back: str
    save: str
    receiver: str
    reached: str
    due: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The paragraphs of the page."""
        sections = (line for section in self.sections for line in section)
        send = f"{self.save} {self.receiver}{self.reached}."
        return (self.title, self.opening, *sections, self.back, send, *([self.due] if self.due else []))


def advice(edition: Edition, draft: Draft, *, reports: bool | None = None) -> Advice:
    """What the first page of this draft says; `reports` as in `draft_fields`."""
    of_fields = _OF_REPORTS if (asks_reports(edition) if reports is None else reports) else _OF_PLAN
    marked = {} if draft.redline_from is None else {_CHANGED: _MARKED.format(since=_stage(draft.redline_from))}
    again = {_AGAIN: _UNMET} if draft.asks_again else {}
    said = {**marked, **of_fields, **again, **_ADVICE}
    sections = tuple((title, danish.tied(text)) for title, text in said.items())
    receiver, reached = _receiver(edition)
    return Advice(_TITLE, _opening(edition, draft), sections, _BACK, _SAVE, receiver, reached, _due(draft))


def says_again(words: str) -> bool:
    """Whether a paragraph is the heading of what was not met, which only some drafts have."""
    return " ".join(words.split()) == _AGAIN


def says_until_when(words: str) -> bool:
    """Whether a paragraph is the one that names the days of the follow-up, whichever they are."""
    return bool(words) and _UNTIL_WHEN.fullmatch(" ".join(words.split())) is not None


def _due(draft: Draft) -> str:
    reporting, meeting = (draft.due.reporting, draft.due.meeting) if draft.due else (None, None)
    said = [f"{words} {danish.long_date(day)}." for words, day in ((_DUE, reporting), (_MEETING, meeting)) if day]
    return danish.tied(" ".join(said))


def _stage(followup: int) -> str:
    return f"{danish.ordinal_word(followup).lower()} opfølgning" if followup else "udmøntningen"


def _opening(edition: Edition, draft: Draft) -> str:
    number = f" nr. {draft.number}" if draft.number is not None else ""
    day = f" fra den {danish.long_date(draft.date)}" if draft.date else ""
    return danish.tied(
        f"Dette er udkast{number}{day} til ”{edition.facts.title}”."
        " Læs det igennem, ret direkte i dokumentet, og send det tilbage til os."
    )


def _receiver(edition: Edition) -> tuple[str, str]:
    """Whom to send it to: the contact of the letterhead, as far as it is known, else the sender."""
    said = {line.label: line.value for line in edition.letter.lines}
    phone = said.get(vocabulary.PHONE_LABEL)
    ways = [said.get(vocabulary.EMAIL_LABEL), f"tlf. {phone}" if phone else None]
    name = said.get(vocabulary.CONTACT_LABEL) or edition.facts.department or edition.facts.municipality
    known = [way for way in ways if way]
    return name, f" ({danish.tied(', '.join(known))})" if known else ""
