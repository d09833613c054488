"""Texts: nothing missing that should be there, and nothing that stands there twice."""

import re
from collections import Counter
from collections.abc import Iterator

from renderer import vocabulary
from renderer.checks.passages import paragraphs
from renderer.checks.places import agreement_place, milestone_place
from renderer.checks.view import Remark, View
from renderer.checks.wording import quoted, same_words, word_count
from renderer.model.addresses import leads_out
from renderer.model.checkpoint import Checkpoint
from renderer.model.prose import Prose

_PLAN_HINT = "Kør aftalerapport plan med sagsmappen, så laver programmet delelementerne af den underskrevne aftale."
# Short lines are repeated on purpose (`Planen følges.`).
_FEWEST_WORDS = 5
# Milestones may repeat a goal in a sentence; two that are this long and alike were copied.
_FEWEST_WORDS_OF_A_COPY = 20
_LONGEST_ADDRESS = 80
_PART = re.compile(r"\s[-–]\s*del \d{1,2}$", re.IGNORECASE)
_STATUS_LABEL = re.compile(rf"{vocabulary.STATUS_LABEL}\s*:", re.IGNORECASE)


def paragraph_twice(view: View) -> Iterator[Remark]:
    """A paragraph that stands twice in one text."""
    for text in (*view.agreement_texts, *view.statuses):
        first: dict[str, str] = {}
        counted: Counter[str] = Counter()
        for paragraph in text.paragraphs if len(text.paragraphs) > 1 else ():
            form = same_words(paragraph)
            first.setdefault(form, paragraph)
            counted[form] += 1
        for form, count in counted.items():
            if count > 1 and word_count(form) >= _FEWEST_WORDS:
                yield Remark(text.place, f"Afsnittet {quoted(first[form])} står {_times(count)}.", "Slet gentagelsen.")


def status_repeats_milestone(view: View) -> Iterator[Remark]:
    """A status that only repeats what was to be reached."""
    for given in view.reports:
        text = given.item.milestone(given.checkpoint) if given.checkpoint else given.item.finances
        repeated = _shared_paragraph(text, given.report.status)
        if repeated:
            what = "milepælen" if given.checkpoint else "linjen om økonomi"
            yield Remark(
                given.place,
                f"Status gentager {what}: {quoted(repeated)}.",
                "Skriv, hvad der er sket, eller slet statusteksten.",
            )


def description_repeats_agreement(view: View) -> Iterator[Remark]:
    """A description with a paragraph of the agreement's text."""
    for item in view.items:
        repeated = _shared_paragraph(item.agreement_text, item.description)
        if repeated:
            yield Remark(
                agreement_place(item, vocabulary.key("description")),
                f"Beskrivelsen gentager aftaleteksten: {quoted(repeated)}.",
                "Slet afsnittet det ene sted.",
            )


def copied_milestone(view: View) -> Iterator[Remark]:
    """A long milestone that stands at two checkpoints."""
    for item in view.items:
        seen: dict[str, Checkpoint] = {}
        for checkpoint, text in item.milestones.items():
            form = same_words(text.plain)
            if form in seen and word_count(text.plain) >= _FEWEST_WORDS_OF_A_COPY:
                yield Remark(
                    milestone_place(item, checkpoint),
                    f"Milepæl {int(checkpoint)} er den samme tekst som milepæl {int(seen[form])}.",
                    "Skriv, hvad der skal være nået ved hvert af de to tidspunkter.",
                )
            seen.setdefault(form, checkpoint)


def agreement_text_is_title(view: View) -> Iterator[Remark]:
    """An agreement text that is nothing but the item's heading."""
    for item in view.items:
        titles = (item.title, _PART.sub("", item.title))
        headings = {same_words(f"{prefix} {title}") for title in titles for prefix in ("", item.number or "")}
        if len(item.agreement_text.blocks) == 1 and same_words(item.agreement_text.plain) in headings:
            yield Remark(
                agreement_place(item, vocabulary.key("agreement_text")),
                "Aftaleteksten er kun delelementets titel.",
                "Skriv det, parterne har aftalt, eller slet teksten.",
            )


def missing_text(view: View) -> Iterator[Remark]:
    """A numbered item without what was agreed, or any item that says nothing of what is to be done."""
    for item in view.asked:
        if item.number and not item.agreement_text:
            yield Remark(
                agreement_place(item, vocabulary.key("agreement_text")),
                "Delelementet har ingen aftaletekst.",
                "Skriv det, parterne har aftalt.",
            )
        elif not item.agreement_text and not item.description:
            yield Remark(
                agreement_place(item),
                "Delelementet har hverken aftaletekst eller beskrivelse.",
                "Skriv en kort beskrivelse af indsatsen.",
            )


def missing_milestones(view: View) -> Iterator[Remark]:
    """An item without a single milestone."""
    for item in view.asked:
        if not item.milestones:
            yield Remark(
                agreement_place(item, vocabulary.key("milestones")),
                "Delelementet har ingen milepæle.",
                "Skriv mindst én milepæl, så der kan følges op på delelementet.",
            )


def missing_type(view: View) -> Iterator[Remark]:
    """An item of which it is not said whether it is drift or anlæg."""
    for item in view.asked:
        if not item.types:
            yield Remark(
                agreement_place(item, vocabulary.key("types")),
                "Delelementet har ingen type.",
                "Skriv drift, anlæg eller øvrig finansiering.",
            )


def label_in_text(view: View) -> Iterator[Remark]:
    """A text that brings its own `Status:`, which the document prints before every status."""
    message = "Teksten har selv ordet »Status:«, som dokumentet skriver foran en statustekst."
    for texts, hint in (
        (view.agreement_texts, "Flyt det, der er meldt, til opfølgningens status."),
        (view.statuses, "Slet ordet."),
    ):
        for text in texts:
            if any(_STATUS_LABEL.match(paragraph) for paragraph in text.paragraphs):
                yield Remark(text.place, message, hint)


def link_that_leads_nowhere(view: View) -> Iterator[Remark]:
    """A link to something else than a web page, a mailbox or a telephone."""
    for text in view.written:
        for address in dict.fromkeys(text.written.addresses):
            if not leads_out(address):
                yield Remark(
                    text.place,
                    f"Henvisningen til »{_shortened(address)}« bliver trykt som almindelige ord.",
                    "Skriv hele adressen på en hjemmeside (https://...), en mail (mailto:...) eller et telefonnummer "
                    "(tel:...), eller slet den.",
                )


def missing_guide(view: View) -> Iterator[Remark]:
    """A document without a reading guide."""
    if not view.agreement.reading_guide:
        yield Remark(
            agreement_place(None, vocabulary.key("reading_guide")),
            "Aftalen har ingen læsevejledning.",
            "Skriv, hvordan dokumentet skal læses, og hvad en milepæl er.",
        )


def chapter_without_items(view: View) -> Iterator[Remark]:
    """A chapter with nothing in it, or an agreement without chapters."""
    if not view.agreement.chapters:
        hint = _PLAN_HINT if view.case.signed else "Skriv aftalens kapitler og delelementer."
        yield Remark(agreement_place(None, vocabulary.key("chapters")), "Aftalen har ingen kapitler.", hint)
    for position, chapter in enumerate(view.agreement.chapters, 1):
        if not chapter.items:
            yield Remark(
                agreement_place(None, vocabulary.key("chapters"), position),
                f"Kapitlet »{chapter.heading}« har ingen delelementer.",
                "Tilføj delelementerne, eller slet kapitlet.",
            )


def _shared_paragraph(one: Prose, other: Prose) -> str | None:
    """The first paragraph of the second text that also stands in the first one."""
    known = {same_words(text) for text in paragraphs(one.blocks)} if other else set()
    shared = (text for text in paragraphs(other.blocks) if word_count(text) >= _FEWEST_WORDS)
    return next((text for text in shared if same_words(text) in known), None)


def _shortened(address: str) -> str:
    return address if len(address) <= _LONGEST_ADDRESS else f"{address[:_LONGEST_ADDRESS]}…"


def _times(count: int) -> str:
    return "to gange" if count == 2 else f"{count} gange"
