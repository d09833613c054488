"""The strongest test of reading agreements: one that is printed, as Word or PDF, and read again is the same one.

What no page can show is left out: whether a point is followed up, groups without points, tables without rows. What can
be read in two ways on paper is made such that there is one: points have numbers and sections headings, a chapter's text
does not begin with a quotation, no two quotations stand one after the other, and a table has two years or more.
"""

import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from renderer.edition.agreement.build import build_agreement
from renderer.model.prose import Prose
from renderer.model.signed.annex import Annex
from renderer.model.signed.chapter import PointGroup, SignedChapter
from renderer.model.signed.period import Period
from renderer.model.signed.point import Point
from renderer.model.signed.running_text import Part, Quotation, RunningText
from renderer.model.signed.savings import SavingsOverview
from renderer.model.signed.section import Section
from renderer.model.signed.signatory import Signatory
from renderer.model.signed.signed_agreement import SignedAgreement
from renderer.readers.earlier.dispatch import read_earlier
from renderer.writers.agreement import AGREEMENT_WRITERS
from tests.samples import small_case
from tests.signed_agreements import signed_agreements
from tests.signed_samples import large_signed, small_signed
from tests.written_prose import PLAIN

TWO_POINTS = SignedChapter(title="Til sidst", points=(Point(title="Ny bro"), Point(title="Nyt tag")))


def printed_and_read(signed: SignedAgreement, ending: str) -> SignedAgreement:
    case = small_case().model_copy(update={"signed": signed})
    file = AGREEMENT_WRITERS[ending](build_agreement(case))
    return SignedAgreement.model_validate(read_earlier(f"aftale.{ending}", file).signed)


def shown(signed: SignedAgreement) -> dict[str, Any]:
    """The data without what stands elsewhere or nowhere: the title, and parties that are those of the signatures."""
    data = signed.model_copy(update={"title": None}).model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if data.get("parter") == list(dict.fromkeys(one.party for one in signed.signatories if one.party)):
        del data["parter"]
    return data


def legible(signed: SignedAgreement) -> SignedAgreement:
    period = Period(signed.period.first, max(signed.period.last, signed.period.first + 1))
    chapters = [chapter for chapter in signed.chapters if any(chapter.all_points())]
    return signed.model_copy(
        update={
            "period": period,
            "place": "Ballerup",
            "date": signed.date or datetime.date(2018, 10, 8),
            "introduction": _sections(signed.introduction),
            "chapters": tuple(_chapter(one, n) for n, one in enumerate((*chapters, TWO_POINTS), 1)),
            "closing": _sections(signed.closing),
            "signatories": tuple(
                one.model_copy(update={"party": one.party or "Venstre"}) for one in signed.signatories
            ),
            "annexes": tuple(made for annex in signed.annexes if (made := _annex(annex))),
            "savings": _savings(signed.savings),
        }
    )


def _of_a_party(signatory: Signatory) -> Signatory:
    return signatory.model_copy(update={"party": signatory.party or "Venstre"})


def _sections(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    return tuple(
        one.model_copy(update={"text": _text(one.text), "sections": _sections(one.sections)})
        for one in sections
        if one.heading
    )


def _text(text: RunningText, *, opens: bool = False) -> RunningText:
    """Without a quotation right after another one, and without one at the beginning where a chapter opens with it."""
    parts: list[Part] = []
    for part in text.parts:
        after_quotation = isinstance(parts[-1], Quotation) if parts else opens
        if not (isinstance(part, Quotation) and after_quotation):
            parts.append(part)
    return RunningText(tuple(parts))


def _chapter(chapter: SignedChapter, number: int) -> SignedChapter:
    numbers = iter(range(1, 100))
    points = tuple(_point(one, f"{number}.{next(numbers)}") for one in chapter.points)
    groups = tuple(
        PointGroup(
            heading=group.heading,
            text=_text(group.text),
            points=tuple(_point(one, f"{number}.{next(numbers)}") for one in group.points),
        )
        for group in chapter.groups
        if group.points
    )
    return chapter.model_copy(
        update={
            "number": str(number),
            "lead_in": chapter.lead_in if chapter.quotation else None,
            "text": _text(chapter.text, opens=True),
            "points": points,
            "groups": groups,
        }
    )


def _point(point: Point, number: str) -> Point:
    update = {"number": number, "followed_up": True, "text": _text(point.text), "sections": _sections(point.sections)}
    return point.model_copy(update=update)


def _annex(annex: Annex) -> Annex | None:
    if not any(annex.rows()):
        return None
    rows = iter(range(1, 100))
    groups = tuple(
        group.model_copy(
            update={"rows": tuple(row.model_copy(update={"number": f"1.{next(rows)}"}) for row in group.rows)}
        )
        for group in annex.groups
    )
    return annex.model_copy(update={"groups": groups})


def _savings(savings: SavingsOverview | None) -> SavingsOverview | None:
    """On paper every paragraph under a table is a note of its own."""
    if savings is None or not any(savings.cases()):
        return None
    notes = tuple(Prose((block,)) for note in savings.notes for block in note.blocks)
    return savings.model_copy(update={"notes": notes})


@pytest.mark.parametrize("ending", AGREEMENT_WRITERS)
@pytest.mark.parametrize("sample", [small_signed, large_signed], ids=["small", "large"])
def test_samples_come_back(sample: Any, ending: str) -> None:
    signed = sample()
    chapters = tuple(
        chapter.model_copy(
            update={"points": tuple(one.model_copy(update={"followed_up": True}) for one in chapter.points)}
        )
        for chapter in signed.chapters
    )
    assert shown(printed_and_read(signed, ending)) == shown(signed.model_copy(update={"chapters": chapters}))


@pytest.mark.hypothesis
@pytest.mark.parametrize("ending", AGREEMENT_WRITERS)
def test_generated_agreements_come_back(ending: str) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(signed=signed_agreements(PLAIN).map(legible))
    def hold(signed: SignedAgreement) -> None:
        assert shown(printed_and_read(signed, ending)) == shown(signed)

    hold()
