"""What the reading of a Word file counts and remembers, and what of it the editor should know."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from renderer.findings import Finding, Place, warning
from renderer.readers.earlier.word.paragraph import ParagraphText
from renderer.readers.text.runs import Run, plain


@dataclass
class Notebook:
    """Counts over all parts of the file: `lines` that are not blank, and the body's `paragraphs`.

    `where` names the part that is being read when it is not the body; `notes` are the foot and end notes met.
    """

    file: str
    where: str | None = None
    lines: int = 0
    paragraphs: int = 0
    notes: list[tuple[str, str]] = field(default_factory=list)
    _findings: list[Finding] = field(default_factory=list)
    _changed: bool = False
    _hidden: bool = False
    _commented: bool = False

    def place(self) -> Place:
        """Where the paragraph stands that is being read."""
        return Place(self.file, field=self.where) if self.where else Place(self.file, paragraph=self.paragraphs)

    def next_place(self) -> Place:
        """Where the paragraph stands that is read next."""
        return Place(self.file, field=self.where) if self.where else Place(self.file, paragraph=self.paragraphs + 1)

    def count_paragraph(self) -> None:
        """Go on to the next paragraph."""
        self.paragraphs += self.where is None

    def number(self, runs: Sequence[Run]) -> tuple[int, ...]:
        """Running numbers for the lines of a text that are not blank."""
        count = sum(bool(line.strip()) for line in plain(runs).split("\n"))
        self.lines += count
        return tuple(range(self.lines - count + 1, self.lines + 1))

    def remember(self, text: ParagraphText) -> None:
        """Keep what stands in a paragraph and is no text."""
        self.notes += [note for note in text.notes if note not in self.notes]
        self._changed = self._changed or text.changed
        self._hidden = self._hidden or text.hidden
        self._commented = self._commented or text.commented
        if self.where is None:
            self._findings += [_picture(self.place(), described) for described in text.pictures]

    def findings(self) -> Iterator[Finding]:
        """What the editor should know, what concerns the whole file first."""
        file = Place(self.file)
        if self._changed:
            yield warning(
                "sporede-ændringer",
                file,
                "Dokumentet har ændringer, som ingen har taget stilling til; de er læst, som om de var accepteret.",
                "Gennemse ændringerne i Word, og importer filen igen, hvis nogle af dem skal afvises.",
            )
        if self._hidden:
            yield warning(
                "skjult-tekst",
                file,
                "Dokumentet har skjult tekst, som ikke er læst.",
                "Vis teksten i Word (Startside › ¶), og importer filen igen, hvis den skal med.",
            )
        if self._commented:
            yield warning(
                "kommentarer",
                file,
                "Dokumentet har kommentarer, som ikke er læst.",
                "Skriv det, der skal med, i teksten, og importer filen igen.",
            )
        yield from self._findings


def _picture(place: Place, described: str) -> Finding:
    what = f"et billede (»{described}«)" if described else "et billede"
    hint = "Viser det en smiley eller en tekst, så skriv den i sagen bagefter."
    return warning("billede", place, f"Her står {what}, som ikke kan læses.", hint)
