"""Milestones that cannot be measured, and statuses that were copied instead of written."""

import re
from collections.abc import Iterator

from renderer.checks.passages import paragraphs
from renderer.checks.places import milestone_place
from renderer.checks.view import GivenReport, Remark, View
from renderer.checks.wording import quoted, same_words, word_count
from renderer.model.checkpoint import Checkpoint

# Words for what goes on without an end, or is decided elsewhere; that something is begun (`er i gang`) can be told.
_GOES_ON = re.compile(
    r"\b(?:er (?:i proces|undervejs|løbende)|følges(?! op)|følger(?! op)|pågår|foregår|fortsætter|fortsættes"
    r"|fortsat|videreføres|arbejdes|afventer|afventes|afhænger|afhænge|overvåges|drøftes|løbende)\b",
    re.IGNORECASE,
)
# Something that can be counted, or is said to have happened.
_MEASURED = re.compile(
    r"\d|\b(?:er|har|bliver|blevet|senest|inden|mindst|alle|første|ét|én|to|tre|fire|fem|seks|syv|otte|ni|ti)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_LONGEST = 12
_FEWEST_WORDS = 3
_FEWEST_WORDS_OF_TWO = 5


def unmeasurable_milestone(view: View) -> Iterator[Remark]:
    """A last milestone of which a sentence says only that something goes on."""
    for item in view.items:
        filled = [checkpoint for checkpoint, text in sorted(item.milestones.items()) if text]
        lines = paragraphs(item.milestone(filled[-1]).blocks) if filled else ()
        vague = next(
            (sentence for line in lines for sentence in _SENTENCE_END.split(line) if _is_vague(sentence)), None
        )
        if vague:
            yield Remark(
                milestone_place(item, filled[-1]),
                f"Den sidste milepæl kan ikke måles: {quoted(vague)} siger ikke, hvornår den er nået.",
                "Skriv, hvad der skal være færdigt eller kunne tælles.",
            )


def _is_vague(sentence: str) -> bool:
    if word_count(sentence) > _LONGEST or not _GOES_ON.search(sentence):
        return False
    return not _MEASURED.search(_GOES_ON.sub("", sentence))


def copied_status(view: View) -> Iterator[Remark]:
    """The same status at every checkpoint that has been reported."""
    for item in view.items:
        reported = [view.report_of.get((item.ref, checkpoint)) for checkpoint in Checkpoint]
        given = [report for report in reported if report and report.report.status]
        if len(given) > 1 and _are_copies(given):
            words = quoted(given[-1].report.status.plain)
            yield Remark(
                given[-1].place,
                f"Statusteksten er den samme ved alle {len(given)} tidspunkter: {words}.",
                "Skriv, hvad der er sket siden sidst.",
            )


def _are_copies(given: list[GivenReport]) -> bool:
    forms = {same_words(report.report.status.plain) for report in given}
    fewest = _FEWEST_WORDS if len(given) > 2 else _FEWEST_WORDS_OF_TWO
    return len(forms) == 1 and word_count(min(forms)) >= fewest
