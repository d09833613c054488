"""What was changed in a returned draft outside its fields: fixed lines, stray text, rows and tables."""

from collections.abc import Iterator

from renderer.findings import Finding, Place
from renderer.readers.draft import notices
from renderer.readers.draft.containers import Container, Containers
from renderer.readers.draft.expected import Expected
from renderer.readers.draft.losses import losses_of_inserts
from renderer.readers.draft.rows import Oddity, OddRow, Position, words_of
from renderer.readers.draft.seen import SeenRow
from renderer.readers.draft.span import authors


class Outside:
    """Tells what was changed outside the fields."""

    def __init__(self, file: str, expected: Expected, places: Containers) -> None:
        self._file, self._expected, self._places = file, expected, places

    def findings(self) -> Iterator[Finding]:
        """Everything, container by container, then rows and tables."""
        for container in self._places.all:
            yield from self._lines(container)
            yield from self._text(container)
        for odd in self._places.found.odd:
            yield from self._odd(odd)
        yield from self._gone()

    def _place(self, position: Position | None, paragraph: int | None, field: str | None = None) -> Place:
        ref = self._expected.items[position[0]].ref if position else None
        return Place(self._file, paragraph=paragraph, item=ref, field=field)

    def _lines(self, container: Container) -> Iterator[Finding]:
        for line, paragraph in container.shares.changed:
            place = self._place(container.position, paragraph.number)
            yield notices.fixed_changed(place, line.text, paragraph.text, authors(paragraph.changes))
        for line, changes in container.shares.missing:
            number = container.number if container.position else None
            yield notices.fixed_missing(self._place(container.position, number), line.text, authors(changes))

    def _text(self, container: Container) -> Iterator[Finding]:
        shares = container.shares
        for paragraph in shares.stray:
            place = self._place(container.position, paragraph.number)
            if paragraph.text:
                yield notices.text_outside(place, paragraph.text, authors(paragraph.changes))
            yield from losses_of_inserts(place, [paragraph], in_field=False)
        for mark, paragraph in shares.unsure:
            field = self._expected.places[mark].field.field
            place = Place(self._file, paragraph=paragraph.number, item=field.ref, field=field.place.field)
            yield notices.uncertain_place(place, paragraph.text)
        for table in container.tables:
            yield notices.table_new(self._place(container.position, table.number), _words(table.rows))

    def _odd(self, odd: OddRow) -> Iterator[Finding]:
        who = authors(odd.row.changes)
        place = self._place(odd.position, odd.row.number)
        match odd.oddity:
            case Oddity.NEW_ROW:
                yield notices.row_new(place, _words([odd.row]), who)
            case Oddity.NEW_TABLE:
                yield notices.table_new(place, _words(odd.rows))
            case Oddity.SECOND_ROW:
                yield notices.field_twice(place, _words([odd.row]))
            case Oddity.SECOND_TABLE:
                yield notices.table_twice(place, self._heading(odd.position))
            case Oddity.DELETED_ROW if odd.position is not None and not self._is_gone(odd.position[0]):
                yield notices.row_deleted(place, self._row(odd.position), who)
            case Oddity.MOVED_ROW:
                yield notices.row_moved(place, self._row(odd.position))
            case Oddity.MOVED_TABLE:
                yield notices.table_moved(place, self._heading(odd.position))

    def _gone(self) -> Iterator[Finding]:
        """Items and rows that are no longer in the file."""
        told = {odd.position for odd in self._places.found.odd if odd.oddity is Oddity.DELETED_ROW}
        for number, item in enumerate(self._expected.items):
            if self._is_gone(number):
                yield notices.item_deleted(self._place((number, 0), None), item.heading)
                continue
            for at in range(len(item.rows)):
                if (number, at) not in self._places.found.rows and (number, at) not in told:
                    yield notices.row_deleted(self._place((number, at), None), item.rows[at].name, ())

    def _is_gone(self, item: int) -> bool:
        return not any((item, at) in self._places.found.rows for at in range(len(self._expected.items[item].rows)))

    def _row(self, position: Position | None) -> str:
        return self._expected.items[position[0]].rows[position[1]].name if position else ""

    def _heading(self, position: Position | None) -> str:
        return self._expected.items[position[0]].heading if position else ""


def _words(rows: tuple[SeenRow, ...] | list[SeenRow]) -> str:
    return " · ".join(words for row in rows for cell in row.cells if (words := words_of(cell)))
