"""A hard line break looks like a new paragraph in a cell; it stays what it was where the text around it is changed."""

import pytest

from renderer.model.case import Case
from renderer.model.field import Field
from renderer.model.followup import ItemStatus, Report
from renderer.model.markdown import parse_prose
from renderer.model.proposal import Returned
from renderer.readers.collected.read import read_collected
from tests.cases import small_case
from tests.workbook_hand import Hand, workbooks

REF, NAME = "5.01", "Svar.xlsx"
STATUS = Field(2, REF, ("milepæle", "2", "status"))
SENT = "Kontakt:\\\nIda Holm,\\\nlokal 20.\n\nDet går godt.\n\n- Et\\\n  og mere\n- To"
CELL = "Kontakt:\nIda Holm,\nlokal 20.\nDet går godt.\n• Et\n  og mere\n• To"


def sent(text: str) -> Case:
    """The case with this status."""
    case = small_case()
    followups = []
    for followup in case.followups:
        if followup.number == 2:
            item = followup.statuses.get(REF, ItemStatus())
            report = Report(status=parse_prose(text))
            status = item.model_copy(update={"milestones": {**item.milestones, 2: report}})
            followup = followup.model_copy(update={"statuses": {**followup.statuses, REF: status}})  # noqa: PLW2901
        followups.append(followup)
    return case.model_copy(update={"followups": tuple(followups)})


CASE = sent(SENT)
FILE = next(content for name, content in workbooks(CASE, 2).items() if name.endswith("arbejdsmarked.xlsx"))


def returned(typed: str) -> Returned:
    hand = Hand.opening(FILE)
    row = hand.row(f"|2|{REF}")
    assert hand.cell(row, "Indsats, status").value == CELL
    hand.type(row, "Indsats, status", typed)
    return read_collected(NAME, hand.saved(), CASE)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # One word is changed: in another paragraph, at a break, in every line of the paragraph.
        ("godt", "skidt", SENT.replace("godt", "skidt")),
        ("Ida", "Bo", SENT.replace("Ida", "Bo")),
        (
            "Kontakt:\nIda Holm,\nlokal 20.",
            "Kontakter:\nIda Holme,\nlokal 7.",
            SENT.replace("Kontakt:\\\nIda Holm,\\\nlokal 20.", "Kontakter:\\\nIda Holme,\\\nlokal 7."),
        ),
        ("  og mere", "  og mindre", SENT.replace("og mere", "og mindre")),
        # Lines come and go elsewhere.
        ("• To", "• To\n• Tre", f"{SENT}\n- Tre"),
        ("Det går godt.\n", "", SENT.replace("Det går godt.\n\n", "")),
        ("Det går godt.", "Det går godt.\nMeget.", SENT.replace("godt.", "godt.\n\nMeget.")),
        # A break goes with its line, with a word in its place, and with a blank line.
        ("Ida Holm,\n", "", SENT.replace("Ida Holm,\\\n", "")),
        ("Kontakt:\n", "", SENT.replace("Kontakt:\\\n", "")),
        ("Kontakt:\nIda Holm,\n", "", SENT.replace("Kontakt:\\\nIda Holm,\\\n", "")),
        ("\nIda Holm,\nlokal 20.", " Ida Holm.", SENT.replace("\\\nIda Holm,\\\nlokal 20.", " Ida Holm.")),
        ("Holm,\nlokal", "Holm,\n\nlokal", SENT.replace("Holm,\\\nlokal", "Holm,\n\nlokal")),
    ],
)
def test_a_break_stays_where_its_lines_stand_one_for_one(old: str, new: str, expected: str) -> None:
    assert expected != SENT
    found = returned(CELL.replace(old, new))

    assert [(one.field, parse_prose(one.new)) for one in found.proposals] == [(STATUS, parse_prose(expected))]


@pytest.mark.parametrize(
    ("old", "new", "doubtful"),
    [
        ("Ida", "Bo", False),
        ("Ida Holm,\n", "Ida Holm,\nkontoret,\n", True),
        ("Kontakt:\nIda Holm,\nlokal 20.", "Ring\ntil\nBo\nLund.", True),
        ("Kontakt:\nIda Holm,\nlokal 20.", "Vi er i gang.\nAlt går godt.\nSe bilaget.", True),
        ("• To", "• To\n• Tre\n• Fire", False),
    ],
)
def test_new_lines_among_them_are_told(old: str, new: str, doubtful: bool) -> None:
    found = returned(CELL.replace(old, new))

    assert [one.code for one in found.findings] == ["linjeskift-i-tvivl"] * doubtful
    assert all(one.place.cell and one.place.item == REF for one in found.findings)


def test_a_text_without_breaks_has_none_after() -> None:
    case = sent("Det går godt.\n\nMeget.")
    file = next(content for name, content in workbooks(case, 2).items() if name.endswith("arbejdsmarked.xlsx"))
    hand = Hand.opening(file)
    hand.type(hand.row(f"|2|{REF}"), "Indsats, status", "Det går\ngodt.\nMeget.\nNu.")

    found = read_collected(NAME, hand.saved(), case)

    assert [one.new for one in found.proposals] == ["Det går\n\ngodt.\n\nMeget.\n\nNu."]
    assert found.findings == ()
