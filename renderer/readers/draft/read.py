"""Word drafts that come back: what was changed, by whom and when, what was commented, and what to look at.

Every text is read from the place where a user sees it; nothing is guessed: what is not certain is a finding.
"""

from collections.abc import Iterator, Sequence

from lxml import etree

from renderer.errors import UnreadableFile
from renderer.findings import Finding, Place
from renderer.model.field import Field
from renderer.model.proposal import Returned
from renderer.readers.draft import notices
from renderer.readers.draft.accepted import Accepted
from renderer.readers.draft.comments import read_comments
from renderer.readers.draft.containers import Containers, containers
from renderer.readers.draft.edges import changes_of_edges
from renderer.readers.draft.expected import Expected, FieldPlace, comparable
from renderer.readers.draft.final_edition import refuse_final_edition
from renderer.readers.draft.fixed import Outside
from renderer.readers.draft.losses import UsualLooks
from renderer.readers.draft.maker import maker_of
from renderer.readers.draft.origin import Known, Rebuild, known
from renderer.readers.draft.overview import changes_of_overview, split
from renderer.readers.draft.proposals import FieldReader
from renderer.readers.draft.rows import Position, marks_of
from renderer.readers.draft.seen import SeenBlock, SeenParagraph, paragraphs_of
from renderer.readers.draft.span import accepted_text
from renderer.readers.draft.story import Story
from renderer.readers.draft.text import sent_lines
from renderer.readers.word.contents import symbol
from renderer.readers.word.names import W
from renderer.readers.word.numbering import Lists
from renderer.readers.word.package import WordPackage, open_package
from renderer.readers.word.styles import Styles

_SAVE_AGAIN = "Åbn filen i Word, gem den igen som »Word-dokument (*.docx)«, og prøv så igen."
_MOST_TOLD_ALONE = 8


def read_draft(name: str, data: bytes, rebuild: Rebuild) -> Returned:
    """Read a returned draft. `name` is the file's, for places and messages.

    `rebuild` gives the edition that the case would print now, for a file that no longer says what was sent out.
    Raises `UnreadableFile` where the file is no Word file, is protected or broken, or is no draft of this case.
    """
    package = open_package(name, data)
    try:
        return _returned(package, rebuild)
    except (etree.LxmlError, RecursionError) as error:
        raise UnreadableFile(f"Filen »{name}« er beskadiget og kan ikke læses.", _SAVE_AGAIN) from error


def _returned(package: WordPackage, rebuild: Rebuild) -> Returned:
    body = package.tree(package.document).find(f"{W}body")
    if body is None:
        raise _no_draft(package.name)
    styles = Styles(package.related("styles"))
    story = Story(styles, package.relationships(package.document), body, _notes(package))
    blocks = story.read()
    texts = _texts(blocks)
    marks = {*story.surroundings.controls, *story.surroundings.bookmarks}
    sent = known(package, texts, marks, rebuild)
    if not sent.says_itself:
        refuse_final_edition(package, styles, body, texts, marks)
    blocks, overview = split(blocks, sent.edition)
    expected = Expected(sent.edition, sent.advice, reports=sent.reports)
    places = containers(blocks, expected, Lists(package.related("numbering"), styles))
    reading = _Reading(package, styles, story, sent, expected, places)
    findings = [*sent.findings, *reading.fields(), *Outside(package.name, expected, places).findings()]
    findings += changes_of_overview(package.name, overview, sent.edition)
    findings += changes_of_edges(package, styles, body, (sent.edition, sent.draft))
    comments, about_several = read_comments(
        package, styles, story.surroundings.ranges, reading.field_of, _Items(expected, places).item_of
    )
    return Returned(
        origin=sent.origin,
        proposals=reading.reader.answers,
        comments=comments,
        findings=tuple(dict.fromkeys((*findings, *about_several, *_references(package)))),
        read=frozenset(reading.read),
    )


class _Reading:
    """The fields of one file, and who owns which paragraph."""

    def __init__(
        self, package: WordPackage, styles: Styles, story: Story, sent: Known, expected: Expected, places: Containers
    ) -> None:
        self._file, self._expected, self._places = package.name, expected, places
        self._maker = maker_of(package)
        self._controls = story.surroundings.controls
        self._met = (set(self._controls) | set(story.surroundings.bookmarks)) & set(expected.places)
        self._paragraphs = {mark: paragraphs for one in places.all for mark, paragraphs in one.shares.fields.items()}
        self._marks = _marks_by_paragraph(self._paragraphs)
        self._eaten = _eaten(story, places) if self._maker.is_libreoffice else set()
        usual = UsualLooks((place.field.field, self._texts(mark)) for mark, place in expected.places.items())
        self.reader = FieldReader(package.name, styles, sent.edition, usual, self._maker, sent.marked)
        self.read: set[Field] = set()

    def fields(self) -> Iterator[Finding]:
        """Read all fields; gives what to look at. Raises `UnreadableFile` where none of ours is in the file."""
        if not self._met and not self._places.found.rows:
            raise _no_draft(self._file)
        yield from self._maker_told()
        unmarked: list[Finding] = []
        for mark, place in self._expected.places.items():
            container = self._places.place_of(mark)
            if container is None:
                continue
            texts, number = self._texts(mark), container.number if container.position else None
            if container.position in self._eaten and _lacks_beginning(place, texts):
                yield notices.text_eaten(self.reader.place(place, texts, number))
                continue
            said = self.reader.read(place, texts, number)
            self.read.add(place.field.field)
            emptied = not said and bool(place.field.sent)
            # LibreOffice keeps no control, and a bookmark goes with the words around it: the place is what remains.
            if self._met and mark not in self._met:
                at = self.reader.place(place, texts, number)
                if emptied:
                    yield notices.field_deleted(at)
                elif not self._maker.is_libreoffice:
                    unmarked.append(notices.unmarked_field(at))
        yield from self.reader.findings
        yield from self._unmarked_told(unmarked)
        yield from self._doubles()
        yield from self._cells_gone()

    def field_of(self, paragraph: SeenParagraph, owner: str | None) -> Field | None:
        """The field of a place in the text."""
        marks = self._marks.get(paragraph, [])
        mark = owner if owner in self._expected.places else marks[0] if len(marks) == 1 else None
        return self._expected.places[mark].field.field if mark else None

    def _texts(self, mark: str) -> Sequence[Accepted]:
        return self._paragraphs.get(mark, ())

    def _maker_told(self) -> Iterator[Finding]:
        place = Place(self._file)
        if self._maker.is_libreoffice:
            yield notices.saved_by_libreoffice(place)
        elif not self._met:
            yield notices.saved_by_other(place, self._maker.described)

    def _unmarked_told(self, unmarked: list[Finding]) -> Iterator[Finding]:
        if len(unmarked) <= _MOST_TOLD_ALONE:
            yield from unmarked
        else:
            yield notices.unmarked_fields(Place(self._file), len(unmarked))

    def _doubles(self) -> Iterator[Finding]:
        """Fields whose control stands in another's place too, or twice in its own."""
        told: set[str] = set()
        for container in self._places.all:
            for mark, paragraph in container.shares.foreign:
                if mark in self._expected.places and paragraph.text:
                    told.add(mark)
                    yield notices.field_twice(self._at(mark, paragraph.number), paragraph.text)
        second = {mark for odd in self._places.found.odd for row in (odd.row, *odd.rows) for mark in marks_of(row)}
        for mark, count in self._controls.items():
            if count > 1 and mark in self._expected.places and mark not in told | second:
                texts = self._texts(mark)
                yield notices.field_twice(self._at(mark, texts[0].number if texts else None), "")

    def _cells_gone(self) -> Iterator[Finding]:
        """Fields whose row is there, but not their cell."""
        for position in self._places.found.rows:
            item = self._expected.items[position[0]]
            places = [one for one in item.rows[position[1]].places if self._places.place_of(one.mark) is None]
            if places:
                names = tuple(one.field.name for one in places)
                number = self._places.found.rows[position].number
                yield notices.fields_gone(Place(self._file, paragraph=number, item=item.ref), names)

    def _at(self, mark: str, number: int | None) -> Place:
        field = self._expected.places[mark].field.field
        return Place(self._file, paragraph=number, item=field.ref, field=field.place.field)


class _Items:
    """In whose table a paragraph stands."""

    def __init__(self, expected: Expected, places: Containers) -> None:
        self._refs: dict[int, str] = {}
        for position, row in places.found.rows.items():
            for paragraph in row.paragraphs():
                self._refs[paragraph.number] = expected.items[position[0]].ref

    def item_of(self, number: int) -> str | None:
        """The `ref` of the item, or `None` outside all of them."""
        return self._refs.get(number)


def _texts(blocks: list[SeenBlock]) -> set[str]:
    return {comparable(accepted_text(paragraph.spans)) for paragraph in paragraphs_of(blocks)}


def _marks_by_paragraph(paragraphs: dict[str, list[Accepted]]) -> dict[SeenParagraph, list[str]]:
    marks: dict[SeenParagraph, list[str]] = {}
    for mark, owned in paragraphs.items():
        for one in owned:
            for source in one.sources:
                marks.setdefault(source, []).append(mark)
    return marks


def _eaten(story: Story, places: Containers) -> set[Position | None]:
    """The rows (`None`: the letter) with a paragraph of which a comment's sign is all that is left.

    LibreOffice 7.4 drops the first paragraph of a control with the comment that is anchored in it.
    """
    signs = {found.paragraph for found in story.surroundings.ranges.values()}
    hollow = {one for one in signs if one is not None and not accepted_text(one.spans).strip()}
    in_rows = {one: position for position, row in places.found.rows.items() for one in row.paragraphs()}
    return {in_rows.get(one) for one in hollow}


def _lacks_beginning(place: FieldPlace, paragraphs: Sequence[Accepted]) -> bool:
    """Whether the first words that were sent stand nowhere in the field."""
    first = next(sent_lines(place.prose.blocks), "")
    return bool(first) and first not in {comparable(one.text) for one in paragraphs}


def _notes(package: WordPackage) -> dict[tuple[str, str], str]:
    """The words of the foot and end notes."""
    found: dict[tuple[str, str], str] = {}
    for kind in ("footnote", "endnote"):
        root = package.related(f"{kind}s")
        for note in root if root is not None else ():
            words = " ".join(text.text or symbol(text) for text in note.iter(f"{W}t", f"{W}sym"))
            found[f"{W}{kind}Reference", note.get(f"{W}id", "")] = " ".join(words.split())
    return found


def _references(package: WordPackage) -> Iterator[Finding]:
    """What the file would have fetched from outside; links, which somebody must click, are none of it."""
    for part in (package.document, "word/settings.xml"):
        for relationship in package.relationships(part).values():
            if relationship.outside and relationship.kind != "hyperlink":
                yield notices.reference_outside(Place(package.name), relationship.target)


def _no_draft(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"Filen »{name}« er ikke et udkast fra denne sag.",
        "Vælg et udkast, der er dannet med kommandoen draft fra samme sagsmappe, og som er kommet tilbage.",
    )
