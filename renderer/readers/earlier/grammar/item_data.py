"""An item as it stood -> its data: texts as Markdown, milestones by checkpoint, reports with their smileys."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from renderer.findings import Finding, Place, warning
from renderer.model.checkpoint import Checkpoint
from renderer.model.item import numbered_ref
from renderer.model.markdown import write_prose
from renderer.model.prose import Block, Paragraph, Prose, Text, plain_text
from renderer.readers.earlier.grammar import labels
from renderer.readers.earlier.grammar.drafts import ItemDraft, RowDraft
from renderer.readers.earlier.grammar.empty_fields import filled
from renderer.readers.earlier.grammar.labels import read_time
from renderer.readers.earlier.grammar.ledger import item_place
from renderer.readers.earlier.grammar.responsibility import Responsibility, resolve
from renderer.readers.earlier.grammar.smiley_marks import Legend, SmileyMark, read_mark
from renderer.readers.earlier.grammar.strays import PlacedText
from renderer.readers.earlier.text.slicing import merged_lists, sliced
from renderer.readers.text.faces import FACES
from renderer.readers.text.piece import Piece
from renderer.vocabulary import field_path, key

_HINT_SMILEY = "Se efter i det oprindelige dokument, og skriv smileyen i opfølgningens fil."


@dataclass(frozen=True)
class Surroundings:
    """What the whole document says that an item needs: how faces are read, known names, the year of the budget."""

    legend: Legend
    names: Collection[str]
    budget_year: str | None


@dataclass
class ItemData:
    """An item's data in the shape of the files, and the pieces that its `texts` were made of.

    `open_smileys` are field paths whose smiley could not be read.
    """

    item: dict[str, Any] = field(default_factory=dict)
    status: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    open_smileys: dict[str, str] = field(default_factory=dict)
    texts: list[PlacedText] = field(default_factory=list)


def item_data(draft: ItemDraft, responsibility: Responsibility, surroundings: Surroundings) -> ItemData:
    """The data of one item; `draft.ref` is its ref in the case."""
    maker = _Maker(draft, surroundings)
    maker.heading()
    maker.responsibility(responsibility)
    maker.milestones()
    maker.finances()
    return maker.data


def markdown(blocks: Sequence[Block]) -> str:
    """The Markdown of blocks in a row."""
    return write_prose(Prose(merged_lists(list(blocks))))


def blocks_of(pieces: Sequence[Piece]) -> list[Block]:
    """The blocks of pieces in a row."""
    return [block for piece in pieces for block in piece.prose.blocks]


def text_and_status(pieces: Sequence[Piece]) -> tuple[list[Block], list[Block]]:
    """A cell's blocks before and after the label `Status:`; the date of `Status pr. 30. april:` begins the status."""
    blocks = blocks_of(pieces)
    for position, block in enumerate(blocks):
        mark = labels.STATUS.search(plain_text(block.content)) if isinstance(block, Paragraph) else None
        if isinstance(block, Paragraph) and mark:
            before, after = sliced(block.content, 0, mark.start()), sliced(block.content, mark.end())
            text = [*blocks[:position], *([Paragraph(before)] if before else [])]
            status = filled([*([Paragraph(after)] if after else []), *blocks[position + 1 :]])
            return filled(text), _dated(mark["when"], status)
    return filled(blocks), []


def _dated(when: str | None, status: list[Block]) -> list[Block]:
    """A status with the date of its label in front, so that the date is not lost with the label."""
    if not when or not status:
        return status
    said = f"{when[0].upper()}{' '.join(when[1:].split())}:"
    first = status[0]
    if isinstance(first, Paragraph):
        return [Paragraph((Text(f"{said} "), *first.content)), *status[1:]]
    return [Paragraph((Text(said),)), *status]


def smiley_mark(row: RowDraft) -> SmileyMark:
    """The smiley of a row: from its own column, or behind the time."""
    behind = read_time(_words(row.time))
    return read_mark(f"{behind[1] if behind else ''} {_words(row.smiley)}")


class _Maker:
    """Fills the data of one item, field by field."""

    def __init__(self, draft: ItemDraft, surroundings: Surroundings) -> None:
        self.data = ItemData()
        self._draft = draft
        self._surroundings = surroundings

    def heading(self) -> None:
        """Ref, number, title and types."""
        draft, item = self._draft, self.data.item
        if not draft.number or draft.ref != numbered_ref(draft.number, draft.title):
            item[key("ref")] = draft.ref
        if draft.number:
            item[key("number")] = draft.number
        item[key("title")] = draft.title
        if draft.types:
            item[key("types")] = draft.types

    def responsibility(self, found: Responsibility) -> None:
        """Centre, committee, contributors, and the two texts."""
        contributors = resolve(found, self._surroundings.names)
        item = self.data.item
        for name, value in (("centre", found.centre), ("committee", found.committee)):
            if value:
                item[key(name)] = value
        if contributors.names:
            item[key("contributors")] = list(contributors.names)
        if contributors.doubt:
            hint = "Ret bidragsyderne og beskrivelsen i aftale.yaml, hvis de er læst forkert."
            self._warn(
                "uklare-bidragsydere", found.place or self._draft.place, key("contributors"), contributors.doubt, hint
            )
        self._text("agreement_text", blocks_of(self._draft.agreement))
        self.data.texts.append(PlacedText(key("agreement_text"), self._draft.agreement))
        self.data.texts.append(PlacedText(key("description"), self._draft.responsibility))
        first = [Paragraph(contributors.description)] if contributors.description else []
        self._text("description", [*found.before, *first, *found.description])

    def milestones(self) -> None:
        """The milestone rows by checkpoint, with what was reported."""
        texts: dict[str, list[Block]] = {}
        for position, row in enumerate(self._draft.milestones, start=1):
            checkpoint = self._checkpoint(row, position, texts)
            if checkpoint is None:
                continue
            text, status = text_and_status(row.text)
            path = field_path(key("milestones"), checkpoint)
            texts[checkpoint] = text
            self.data.texts.append(PlacedText(path, row.text))
            report = self._report(row, status, path)
            if report:
                self.data.status.setdefault(key("milestones"), {})[checkpoint] = report
        written = {checkpoint: markdown(text) for checkpoint, text in sorted(texts.items()) if text}
        if written:
            self.data.item[key("milestones")] = written

    def finances(self) -> None:
        """The finances row."""
        row = self._draft.finances
        if row is None:
            return
        text, status = text_and_status(row.text)
        self._text("finances", text)
        self.data.texts.append(PlacedText(key("finances"), row.text))
        if words := _words(row.time):
            message = (
                f"I tidsfeltet ved økonomien står »{words}«, som der ikke er plads til i sagen, så det er ikke læst."
            )
            hint = "Skriv det i linjen om økonomi i aftale.yaml, hvis det skal med."
            self._warn("tekst-i-tidsfeltet", row.place, key("finances"), message, hint)
        report = self._report(row, status, key("finances"))
        if report:
            self.data.status[key("finances")] = report

    def _text(self, name: str, blocks: Sequence[Block]) -> None:
        if said := filled(blocks):
            self.data.item[key(name)] = markdown(said)

    def _checkpoint(self, row: RowDraft, position: int, taken: Collection[str]) -> str | None:
        """The checkpoint of a milestone row: by its time; by its order where the time is not understood."""
        words = _words(row.time)
        read = read_time(words)
        path = field_path(key("milestones"), position)
        if read is None:
            checkpoint = str(position) if position <= len(Checkpoint) else None
            said = f"»{words}« er ikke et kendt tidspunkt" if words else "Tidspunktet mangler"
            message = f"{said}; milepælen er læst efter sin plads som nummer {position}."
            self._warn(
                "ukendt-tidspunkt", row.place, path, message, "Se efter, om milepælen står under det rigtige tidspunkt."
            )
        else:
            checkpoint = str(read[0].checkpoint.value)
            self._check_year(row, read[0].year, checkpoint)
        if checkpoint is not None and checkpoint not in taken:
            return checkpoint
        return self._surplus(row, position, taken)

    def _check_year(self, row: RowDraft, year: int | None, checkpoint: str) -> None:
        if year is None or self._surroundings.budget_year in (None, str(year)):
            return
        message = f"Tidspunktet nævner {year}, men aftalen gælder {self._surroundings.budget_year}."
        path = field_path(key("milestones"), checkpoint)
        self._warn(
            "andet-årstal", row.place, path, message, "Milepælen er læst; se efter, om den hører til dette budgetår."
        )

    def _surplus(self, row: RowDraft, position: int, taken: Collection[str]) -> str | None:
        """A milestone row whose checkpoint is taken goes to the first free one, else it cannot be kept."""
        free = next((str(point.value) for point in Checkpoint if str(point.value) not in taken), None)
        placed = f"læst som milepæl {free}" if free else "ikke læst, da der allerede er fire"
        self._warn(
            "milepæl-to-gange",
            row.place,
            field_path(key("milestones"), position),
            f"Der er flere milepæle med samme tidspunkt; denne er {placed}.",
            "Se efter i dokumentet, og ret milepælene i aftale.yaml.",
        )
        return free

    def _report(self, row: RowDraft, status: Sequence[Block], path: str) -> dict[str, str]:
        report: dict[str, str] = {}
        mark = smiley_mark(row)
        smiley = self._surroundings.legend.read(mark)
        if smiley:
            report[key("smiley")] = smiley.value
        elif mark.given:
            self._open_smiley(row, mark, path)
        if status:
            report[key("status")] = markdown(status)
        return report

    def _open_smiley(self, row: RowDraft, mark: SmileyMark, path: str) -> None:
        face = "".join(mark.faces)
        place = row.smiley[0].place if row.smiley else row.place
        if mark.unknown:
            code, message = "ukendt-smiley", f"»{mark.unknown}« er ikke en kendt smiley, så den er ikke læst."
        elif len({FACES[one] for one in mark.faces}) > 1:
            code, message = "flere-smileyer", "Der står flere smileyer i samme felt, så ingen af dem er læst."
        else:
            code = "tvetydig-smiley"
            message = f"Smileyen {face} kan betyde både mellemfornøjet og sur i dette dokument, så den er ikke læst."
        self._warn(code, place, path, message, _HINT_SMILEY)
        self.data.open_smileys[field_path(path, key("smiley"))] = _note(code, place)

    def _warn(self, code: str, place: Place, path: str, message: str, hint: str) -> None:
        self.data.findings.append(warning(code, item_place(place, self._draft.ref, path), message, hint))


def _words(pieces: Sequence[Piece]) -> str:
    return " ".join(" ".join(piece.prose.plain for piece in pieces).split())


def _note(code: str, place: Place) -> str:
    meaning = "glad, mellemfornøjet eller sur?" if code != "tvetydig-smiley" else "mellemfornøjet eller sur?"
    return f"{meaning} ({Place(place.file, place.line, place.page, place.paragraph)})"
