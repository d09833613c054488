"""The cells that were filled in: a proposal where one differs from what was sent, and what is not certain about it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from renderer.edition.cell_text import cell_runs, fitted
from renderer.edition.questionnaire import Asked, Levels, Planned
from renderer.findings import Finding, Place
from renderer.model.field import Field
from renderer.model.markdown import parse_prose, write_prose
from renderer.model.proposal import Proposal
from renderer.model.prose import Prose
from renderer.readers.collected import notices
from renderer.readers.collected.breaks import Breaks, breaks_of
from renderer.readers.collected.matching import Matched
from renderer.readers.collected.origin import Known
from renderer.readers.text.runs import Run
from renderer.readers.text.smiley_cell import Doubt, SmileyReading, read_smiley_cell
from renderer.readers.text.typed_lines import typed_lines, typed_prose
from renderer.readers.workbook.book import Cell, Kind
from renderer.vocabulary import key, workbook_marks

_DOUBTS = {
    Doubt.UNKNOWN: notices.unknown_smiley,
    Doubt.SEVERAL: notices.several_smileys,
    Doubt.NOT_IN_SCALE: notices.smiley_not_in_scale,
    Doubt.NOT_RELEVANT: notices.not_relevant,
}


@dataclass
class AnswerReader:
    """Reads the answers of one file; what it finds grows. `keeps_looks` is that of the file."""

    file: str
    known: Known
    keeps_looks: bool
    who: tuple[str, ...] = ()
    when: str = ""
    proposals: list[Proposal] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    read: set[Field] = field(default_factory=set)
    fresh: bool = False

    def row(self, one: Matched) -> None:
        """Read the answers of a row."""
        about = self.known.round
        if one.asked.planned:
            self._planned(one, one.asked.planned)
            return
        self._pair(
            one, one.asked.effort, effort_path(one), (workbook_marks.SMILEY, workbook_marks.STATUS), about.effort
        )
        headings = (workbook_marks.FINANCES_SMILEY, workbook_marks.FINANCES_STATUS)
        self._pair(one, one.asked.finances, (key("finances"),), headings, about.finances)

    def _planned(self, one: Matched, planned: Planned) -> None:
        """Read what was written of the plan."""
        self.fresh = False
        sent = {workbook_marks.DESCRIPTION: planned.description, workbook_marks.FINANCES: planned.finances}
        sent |= {heading: planned.milestones.get(point, "") for point, heading in workbook_marks.MILESTONES.items()}
        for heading in workbook_marks.PLAN_ANSWERS:
            path = planned_path(heading)
            if path and heading in one.table.columns:
                self._prose(one, heading, Field(None, one.asked.ref, path), sent[heading])

    def _pair(
        self, one: Matched, asked: Asked | None, path: tuple[str, ...], headings: tuple[str, str], levels: Levels
    ) -> None:
        if asked is None:
            self.findings += _beyond(self.file, one, headings)
            return
        smiley, status = (self._field(one, path, name) for name in ("smiley", "status"))
        # Cells that were sent out empty begin a report of this follow-up; filled ones correct what they say.
        self.fresh = not asked.smiley and not asked.status
        before = len(self.proposals)
        has_smiley, has_status = (heading in one.table.columns for heading in headings)
        read = not has_smiley or self._smiley(one, headings[0], smiley, asked.smiley, levels)
        read = (not has_status or self._prose(one, headings[1], status, asked.status)) and read
        # A smiley and its status are one answer: where one of them cannot be read, neither is.
        halves = _halves(self.proposals[before:], {smiley: asked.smiley, status: asked.status}) if read else ()
        self.proposals[before:] = halves

    def _field(self, one: Matched, path: tuple[str, ...], name: str) -> Field:
        return Field(self.known.round.followup, one.asked.ref, (*path, key(name)))

    def _smiley(self, one: Matched, heading: str, about: Field, sent: str, levels: Levels) -> bool:
        """Read a smiley; whether it could be read."""
        place = _at(one, self.file, heading, about)
        cell = self._readable(one, heading, place)
        if cell is None:
            return False
        text = cell.text.strip()
        reading = SmileyReading(sent) if text == levels.label(sent) else read_smiley_cell(text, levels.meanings, sent)
        if reading.doubt:
            self.findings.append(_DOUBTS[reading.doubt](place, reading.beside))
            return False
        if reading.beside:
            self.findings.append(notices.text_beside_smiley(place, reading.beside))
        self._propose(about, sent, reading.value or "", place)
        return True

    def _prose(self, one: Matched, heading: str, about: Field, sent: str) -> bool:
        """Read a running text; whether it could be read."""
        place = _at(one, self.file, heading, about)
        cell = self._readable(one, heading, place)
        if cell is None:
            return False
        whole = "".join(run.text for run in cell_runs(parse_prose(sent)))
        if (held := fitted(whole)) != whole:
            self.read.add(about)
            if cell.text != held:
                self.findings.append(notices.cut_short(place))
            return cell.text == held
        if cell.kind in (Kind.NUMBER, Kind.DATE, Kind.TRUTH) and not (cell.sure and cell.kind is Kind.NUMBER):
            self.findings.append(notices.number_unsure(place, cell.text))
        prose = parse_prose(sent)
        breaks = breaks_of(prose, typed_lines(cell.runs))
        if self._unchanged(prose, cell.runs, breaks):
            self._propose(about, sent, sent, place)
            return True
        if not breaks.sure:
            self.findings.append(notices.breaks_unsure(place))
        self._propose(about, sent, _markdown(cell.runs, breaks), place)
        return True

    def _unchanged(self, sent: Prose, runs: Sequence[Run], breaks: Breaks) -> bool:
        was = [Run(run.text, run.bold, run.italic) for run in cell_runs(sent)]
        if not self.keeps_looks:
            was, runs = ([Run(run.text) for run in one] for one in (was, runs))
        before, after = typed_prose(was, breaks_of(sent, typed_lines(was)).lines), typed_prose(runs, breaks.lines)
        return before == after if self.keeps_looks else before.plain == after.plain

    def _readable(self, one: Matched, heading: str, place: Place) -> Cell | None:
        """The cell, empty where nothing stands in it; `None` where its answer cannot be read."""
        row, column = one.row, one.table.columns[heading]
        merged = one.table.sheet.merged_over(row, column)
        if merged and merged.first != (row, column):
            self.findings.append(notices.covered(place))
            return None
        cell = one.table.sheet.cells.get((row, column)) or Cell(row, column, ())
        if merged and not cell.empty:
            self.findings.append(notices.merged(place))
        if cell.kind is Kind.ERROR or (cell.formula and cell.empty):
            self.findings.append(notices.formula_unreckoned(place))
            return None
        if cell.formula:
            self.findings.append(notices.formula(place, cell.text))
        return cell

    def _propose(self, about: Field, sent: str, said: str, place: Place) -> None:
        self.read.add(about)
        if said != sent:
            source = Place(place.file, sheet=place.sheet, cell=place.cell)
            self.proposals.append(Proposal(about, sent, said, self.who, self.when, source, fresh=self.fresh))


def _halves(proposals: Sequence[Proposal], sent: Mapping[Field, str]) -> Iterator[Proposal]:
    """The changes of one answer, each with what stands in its other half."""
    said = {
        **{field: (text, text) for field, text in sent.items()},
        **{one.field: (one.old, one.new) for one in proposals},
    }
    for one in proposals:
        yield replace(one, beside=next(both for field, both in said.items() if field != one.field))


def planned_path(heading: str | None) -> tuple[str, ...] | None:
    """The path of the text under a heading of a workbook that asks for the plan; `None` for any other heading."""
    paths = {
        workbook_marks.AGREEMENT_TEXT: (key("agreement_text"),),
        workbook_marks.DESCRIPTION: (key("description"),),
        **{heading: (key("milestones"), str(point)) for point, heading in workbook_marks.MILESTONES.items()},
        workbook_marks.FINANCES: (key("finances"),),
    }
    return paths.get(heading or "")


def effort_path(one: Matched) -> tuple[str, ...]:
    """The path of the report on the row's milestone."""
    return key("milestones"), str(one.asked.checkpoint)


def _at(one: Matched, file: str, heading: str, about: Field) -> Place:
    place = one.place(file, heading)
    return Place(place.file, sheet=place.sheet, cell=place.cell, item=about.ref, field=about.place.field)


def _markdown(runs: Sequence[Run], breaks: Breaks) -> str:
    empty = all(run.blank for run in runs)
    return write_prose(Prose() if empty else typed_prose(runs, breaks.lines))


def _beyond(file: str, one: Matched, headings: tuple[str, str]) -> Iterator[Finding]:
    """What stands where nothing was asked."""
    for heading in headings:
        words = one.table.text(one.row, heading)
        if words not in {"", workbook_marks.NOT_ASKED, "-"}:
            yield notices.not_asked(one.place(file, heading), words)
