"""Collect, fill in as people do, take back: exactly what was filled in, or a finding at that place."""

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from renderer import vocabulary
from renderer.edition.questionnaire import AskedRow, Questionnaire
from renderer.edition.questionnaires import questionnaires
from renderer.model.case import Case
from renderer.model.field import Field
from renderer.model.markdown import parse_prose, write_prose
from renderer.model.prose import BulletList, ListEntry, Paragraph, Prose, Text
from renderer.readers.collected.read import read_collected
from tests.cases import cases
from tests.workbook_hand import KEY, Hand, workbooks

LINES = (
    "Vi er i mål.", "1. oktober begynder byggeriet.", "Vi mangler 3 * 4 meter rør", "mappe_med_navn_i",
    "**ikke fed**", "5.10", "”Citat” & <mærke>", "Ring til Åse på 44 77 20 00", "+5 pct.", "a b  c", "'apostrof",
    "100 %", "Se afsnit 3) nedenfor", "[ikke et link]", "#REF", "~ca. 10", "Æblegrød 😀",
)  # fmt: skip
SMILEYS = {
    "glad": ("☺", ":-)", "grøn", "Glad ", "GLAD", ":)", "☺️", "Glad smiley"),
    "mellemfornøjet": ("😐", ":-|", "gul", "Mellemfornøjet"),
    "sur": ("☹", ":-(", "rød", " sur", "🙁"),
}
JUNK = ("måske", "ved ikke", "2", "☺/☹", "x")


@dataclass
class Wanted:
    """What the person meant: the new texts, and the places at which a finding will do instead."""

    texts: dict[Field, str] = field(default_factory=dict)
    unclear: set[Field] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)


@st.composite
def _typed(draw: st.DrawFn) -> tuple[str, str]:
    """What is typed into a cell, and the Markdown of what it says."""
    lines = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=3))
    blocks: list[Paragraph | BulletList] = [Paragraph((Text(" ".join(line.split())),)) for line in lines]
    points = draw(st.lists(st.sampled_from(LINES), max_size=2))
    if points:
        mark = draw(st.sampled_from(("- ", "• ", "-  ")))
        blocks.append(BulletList(tuple(ListEntry((Paragraph((Text(" ".join(one.split())),)),)) for one in points)))
        lines = [*lines, *(f"{mark}{point}" for point in points)]
    return draw(st.sampled_from(("\n", "\n\n", "\r\n"))).join(lines), write_prose(Prose(tuple(blocks)))


def _fields(row: AskedRow, followup: int) -> list[tuple[str, Field, str]]:
    """The cells to fill in: heading, field and what was sent."""
    key = vocabulary.key
    found: list[tuple[str, Field, str]] = []
    if row.effort:
        path: tuple[str, ...] = (key("milestones"), str(row.checkpoint))
        found.append(("Indsats, smiley", Field(followup, row.ref, (*path, key("smiley"))), row.effort.smiley))
        found.append(("Indsats, status", Field(followup, row.ref, (*path, key("status"))), row.effort.status))
    if row.finances:
        path = (key("finances"),)
        found.append(("Økonomi, smiley", Field(followup, row.ref, (*path, key("smiley"))), row.finances.smiley))
        found.append(("Økonomi, status", Field(followup, row.ref, (*path, key("status"))), row.finances.status))
    return found


def fill_in(data: st.DataObject, hand: Hand, asked: Questionnaire, case: Case, followup: int) -> Wanted:
    """Answer some of what is asked."""
    wanted = Wanted()
    scales = case.agreement.scales
    for row in asked.rows:
        number = next(one for one in hand.rows() if hand.cell(one, KEY).value == row.key)
        for heading, about, sent in _fields(row, followup):
            match data.draw(st.integers(0, 3)):
                case 0 | 1:
                    continue
                case 2 if heading.lower().endswith("smiley"):
                    scale = scales.finances if heading.startswith("Økonomi") else scales.effort
                    word = data.draw(st.sampled_from(sorted(scale.levels or SMILEYS)))
                    hand.type(number, heading, data.draw(st.sampled_from(SMILEYS[word])))
                    if word != sent:
                        wanted.texts[about] = word
                case 3 if heading.lower().endswith("smiley"):
                    hand.type(number, heading, data.draw(st.sampled_from(JUNK)))
                    wanted.unclear.add(about)
                case _:
                    text, meant = data.draw(_typed())
                    hand.cell(number, heading).data_type = "s"
                    hand.type(number, heading, text)
                    hand.cell(number, heading).data_type = "s"
                    if parse_prose(meant) != parse_prose(sent):
                        wanted.texts[about] = meant
    return wanted


def disturb(data: st.DataObject, hand: Hand, wanted: Wanted) -> None:
    """Do to the workbook what people do."""
    hand.unprotected()
    rows = list(hand.rows())
    if data.draw(st.booleans()):
        hand.sort(data.draw(st.permutations(range(len(rows)))))
    if data.draw(st.booleans()):
        hand.swap_columns(
            *data.draw(st.permutations(("Nr.", "Indsats, status", "Indsats, smiley", KEY, "Økonomi, status")))[:2]
        )
    if data.draw(st.booleans()):
        hand.sheet.insert_rows(data.draw(st.integers(1, hand.sheet.max_row)))
    if data.draw(st.booleans()):
        hand.sheet.insert_cols(data.draw(st.integers(1, 12)))
    if data.draw(st.integers(0, 3)) == 3 and len(rows) > 1:
        row = next(iter(hand.rows()))
        wanted.gone.add(str(hand.cell(row, KEY).value))
        hand.sheet.delete_rows(row)
    if data.draw(st.booleans()):
        hand.sheet.title = "Ark1"
    if data.draw(st.integers(0, 3)) == 3:
        for row in range(hand.head + 1, hand.sheet.max_row + 1):
            hand.sheet.row_dimensions[row].hidden = True


@settings(max_examples=25, deadline=None)
@given(cases(followups=(1, 2, 3, 4), most_chapters=2, most_items=2), st.data())
def test_what_comes_back_is_what_was_filled_in_or_a_finding(case: Case, data: st.DataObject) -> None:
    followup = data.draw(st.sampled_from([one.number for one in case.followups]))
    files = workbooks(case, followup)
    asked = questionnaires(case, followup)
    for (name, content), one in zip(files.items(), asked, strict=True):
        hand = Hand.opening(content)
        wanted = fill_in(data, hand, one, case, followup)
        disturb(data, hand, wanted)
        returned = read_collected(name, hand.saved(), case)
        gone = {about for row in one.rows if row.key in wanted.gone for _, about, _ in _fields(row, followup)}
        # The words at a smiley that cannot be read wait for it: both are one answer.
        waiting = {half for about in wanted.unclear for half in about.report_fields}

        assert {proposal.field: proposal.new for proposal in returned.proposals} == {
            about: text for about, text in wanted.texts.items() if about not in gone | waiting
        }
        told = {(finding.place.item, finding.place.field) for finding in returned.findings}
        assert {(about.ref, about.place.field) for about in wanted.unclear - gone} <= told
        rows_told = {finding.place.item for finding in returned.findings if finding.code == "række-mangler"}
        assert {row.ref for row in one.rows if row.key in wanted.gone} == rows_told
        assert not [f for f in returned.findings if f.code in {"rækker-blandet", "række-ukendt", "låst-celle-ændret"}]
