"""Compare a follow-up of a case with an earlier one for the committee, and write the list in the formats asked for.

The earlier one is read from the case, or from the edition that the committee saw: then what has changed in the
agreement and the plan since, and items that came and went, are listed too.
"""

from dataclasses import dataclass
from pathlib import Path

from renderer.checks.amounts.prose import amounts_in
from renderer.edition.build import build_edition
from renderer.edition.comparing.compare import compare_editions
from renderer.edition.comparing.departures import departures, under_names_of
from renderer.edition.comparing.reports import StatedAmount
from renderer.edition.comparison import Comparison
from renderer.edition.edition import Edition
from renderer.errors import WrongCall
from renderer.findings import Finding
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.open_case import open_case
from renderer.journeys.rendering.extract import extract
from renderer.journeys.rendering.file_names import comparison_file_name
from renderer.journeys.write_files import write_files
from renderer.model.case import Case
from renderer.model.fixed_word import listed
from renderer.writers.comparison import COMPARISON_WRITERS

COMPARISON_FORMATS = ("pdf", "docx")
"""The formats where none is named."""


@dataclass(frozen=True)
class CompareOrder:
    """Which two follow-ups, for one committee or for the whole municipality (`None`), and in which formats.

    `earlier` is a follow-up of the case, or the PDF of an edition. Raises `WrongCall` for follow-ups that do not follow
    each other and for formats that do not exist.
    """

    earlier: int | Path
    later: int
    committee: str | None = None
    formats: tuple[str, ...] = COMPARISON_FORMATS

    def __post_init__(self) -> None:
        if isinstance(self.earlier, int):
            _require_earlier(self.earlier, self.later)
        known = f"Vælg blandt formaterne: {', '.join(COMPARISON_WRITERS)}."
        if not self.formats:
            raise WrongCall("Der er ikke valgt noget format.", known)
        unknown = [name for name in self.formats if name not in COMPARISON_WRITERS]
        if unknown:
            raise WrongCall(f"Formatet »{', '.join(unknown)}« findes ikke.", known)


@dataclass(frozen=True)
class Compared:
    """A comparison, and the findings (warnings) on the case."""

    comparison: Comparison
    findings: tuple[Finding, ...]


def compare(files: CaseFiles, order: CompareOrder) -> Compared:
    """Compare two follow-ups of a case.

    Raises `Stopped` for findings that stop, `UnknownChoice` for a follow-up or committee the case does not have, and
    for an edition in a file `UnreadableFile` or, where it is no earlier one of this case and committee, `WrongCall`.
    """
    opened = open_case(files, order.later)
    if isinstance(order.earlier, int):
        old = build_edition(opened.case, order.earlier, order.committee, order.later)
    else:
        old = _issued(order.earlier, order, opened.case)
    new = build_edition(opened.case, order.later, old.facts.committee)
    went = departures(opened.case, old.facts.followup, order.later)
    return Compared(compare_editions(old, new, stated_amounts, went), opened.findings)


def _issued(path: Path, order: CompareOrder, case: Case) -> Edition:
    edition = extract(path).document
    if not isinstance(edition, Edition):
        raise WrongCall(f"»{path.name}« er den underskrevne aftale.", "Angiv en udgave af en opfølgning.")
    issued_for, edition = edition.facts.committee, under_names_of(case, edition, order.later)
    facts = edition.facts
    if facts.case_id != str(case.agreement.case_id):
        message = (
            f"Udgaven i »{path.name}« hører til sagen {facts.case_id}, men sagsmappen til {case.agreement.case_id}."
        )
        raise WrongCall(message, "Angiv en udgave fra samme sag.")
    if order.committee and listed(order.committee, [facts.committee or ""]) is None:
        whose = issued_for or "hele kommunen"
        hint = "Angiv udvalgets egen udgave, eller udelad --committee."
        raise WrongCall(f"Udgaven i »{path.name}« er for {whose} og ikke for {order.committee}.", hint)
    _require_earlier(facts.followup, order.later)
    return edition


def _require_earlier(earlier: int, later: int) -> None:
    if earlier >= later:
        hint = "Skriv den tidlige efter --from og den sene efter --to, fx --from 1 --to 2."
        raise WrongCall("Der kan kun sammenlignes med en tidligere opfølgning.", hint)


def write_comparison(comparison: Comparison, order: CompareOrder, target: Path) -> tuple[Path, ...]:
    """Write the comparison in the formats of the order. Raises `RenderingError` and `CannotWrite`."""
    name = comparison_file_name(comparison)
    return tuple(
        write_files(target, {f"{name}.{suffix}": COMPARISON_WRITERS[suffix](comparison) for suffix in order.formats})
    )


def stated_amounts(text: str) -> list[StatedAmount]:
    """The amounts of money in a line; those that state the same money, from and to, count as the same."""
    found = []
    for mention in amounts_in(text):
        words = text[mention.start : mention.end]
        sums = (mention.lowest, mention.amount)
        value = tuple(amount and amount.kroner for amount in sums) if mention.amount else words
        found.append(StatedAmount(words, value))
    return found
