"""Notes and threaded comments of a sheet (ECMA-376-1, 18.7; MS-XLSX 2.6.205): who said what at which cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from renderer.readers.text.runs import clean
from renderer.readers.workbook.book import Note
from renderer.readers.workbook.package import Package

_ON = {"1", "true"}


@dataclass(frozen=True)
class NoteReader:
    """Reads the notes of sheets; `persons` are the names of those who take part in threads, by id."""

    package: Package
    persons: dict[str, str]

    @classmethod
    def of(cls, package: Package, workbook: str) -> "NoteReader":
        """The reader for a workbook's sheets."""
        part = package.related(workbook, "person")
        people = package.tree(part).iter("{*}person") if part else ()
        return cls(package, {one.get("id", ""): one.get("displayName", "") for one in people})

    def notes(self, sheet: str, place: "Placed") -> Iterator[Note]:
        """The notes of a sheet; a thread's own words stand instead of the note that older programs are shown."""
        threads = self.package.related(sheet, "threadedComment")
        told: set[str] = set()
        if threads:
            root = self.package.tree(threads)
            said = {one.get("id", ""): one for one in root.iter("{*}threadedComment")}
            refs = {number: one.get("ref", "") for number, one in said.items()}
            for one in said.values():
                parent = said.get(one.get("parentId", ""))
                ref = one.get("ref") or refs.get(one.get("parentId", ""), "")
                told.add(ref)
                yield from self._threaded(one, parent, ref, place)
        comments = self.package.related(sheet, "comments")
        if comments:
            yield from _plain_notes(self.package.tree(comments), told, place)

    def _threaded(self, one: _Element, parent: _Element | None, ref: str, place: "Placed") -> Iterator[Note]:
        at = place(ref)
        if at is None:
            return
        answered = f"{self._person(parent)}: {_text(parent)}" if parent is not None else ""
        done = one.get("done") in _ON
        yield Note(*at, _text(one), self._person(one), one.get("dT", ""), answered, done)

    def _person(self, one: _Element) -> str:
        return " ".join(self.persons.get(one.get("personId", ""), "").split())


def _plain_notes(root: _Element, told: set[str], place: "Placed") -> Iterator[Note]:
    authors = [" ".join((one.text or "").split()) for one in root.iterfind("{*}authors/{*}author")]
    for one in root.iter("{*}comment"):
        ref, number = one.get("ref", ""), one.get("authorId", "")
        at = place(ref)
        if at is None or ref in told:
            continue
        author = authors[int(number)] if number.isdigit() and int(number) < len(authors) else ""
        text = _text(one)
        # Excel writes the author's name and a colon before the words.
        if author and text.startswith(f"{author}:"):
            text = text[len(author) + 1 :].strip()
        if text:
            yield Note(*at, text, author)


def _text(one: _Element) -> str:
    return clean("".join(piece.text or "" for piece in one.iter("{*}t", "{*}text"))).strip()


class Placed:
    """Turns `F12` into row and column; `None` for anything else."""

    def __call__(self, ref: str) -> tuple[int, int] | None:
        """Row and column of a reference."""
        letters = ref.rstrip("0123456789")
        digits = ref[len(letters) :]
        if not (letters.isascii() and letters.isalpha() and digits and len(letters) < 4 and len(digits) < 8):
            return None
        column = 0
        for letter in letters.upper():
            column = column * 26 + ord(letter) - ord("A") + 1
        return int(digits), column
