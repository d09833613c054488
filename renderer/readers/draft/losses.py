"""What stands in the fields that Markdown cannot say: formatting, pictures, tables, notes and the like.

A colour or a size counts only where it differs from what most text in fields of the same kind has: some programs
write the look of a style on every run.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from renderer.findings import Finding, Place
from renderer.model.field import Field
from renderer.readers.draft.accepted import Accepted
from renderer.readers.draft.inline import PICTURE, SYMBOL
from renderer.readers.draft.looks import COLOURED, SIZED
from renderer.readers.draft.notices import formatting_lost, insert_lost
from renderer.readers.draft.span import Span
from renderer.readers.word.styles import Styles

_HEADING = "en overskriftstypografi"


class UsualLooks:
    """The colour and the size that most text of each kind of field has."""

    def __init__(self, fields: Iterable[tuple[Field, Sequence[Accepted]]]) -> None:
        counts: dict[str, tuple[Counter[str | None], Counter[str | None]]] = {}
        for field, paragraphs in fields:
            colours, sizes = counts.setdefault(_kind(field), (Counter(), Counter()))
            for span in _staying(paragraphs):
                colours[span.colour] += len(span.text)
                sizes[span.size] += len(span.text)
        self._usual = {kind: (_most(colours), _most(sizes)) for kind, (colours, sizes) in counts.items()}

    def losses(self, field: Field, span: Span) -> tuple[str, ...]:
        """What of the span's look is lost."""
        colour, size = self._usual.get(_kind(field), (None, None))
        more = [COLOURED] if span.colour not in {None, colour} else []
        more += [SIZED] if span.size not in {None, size} else []
        return (*span.losses, *more)


def losses_of_text(
    place: Place, field: Field, paragraphs: Sequence[Accepted], usual: UsualLooks, styles: Styles
) -> Iterator[Finding]:
    """What is lost of a running text: the formatting of each paragraph, and each thing that is no text."""
    for paragraph in paragraphs:
        at = replace(place, paragraph=paragraph.number)
        kinds: dict[str, str] = {}
        for span in paragraph.spans:
            if span.stays and span.text.strip() and not span.prompt:
                for kind in usual.losses(field, span):
                    kinds[kind] = kinds.get(kind, "") + span.text
        if paragraph.text and styles.level(paragraph.properties) is not None:
            kinds[_HEADING] = paragraph.text
        if kinds:
            yield formatting_lost(at, tuple(kinds), max(kinds.values(), key=len))
    yield from losses_of_inserts(place, paragraphs)


def losses_of_inserts(
    place: Place, paragraphs: Sequence[Accepted], *, in_field: bool = True, symbols: bool = True
) -> Iterator[Finding]:
    """What is no text."""
    for paragraph in paragraphs:
        for insert in paragraph.inserts:
            if insert.stays and (symbols or insert.kind != SYMBOL):
                at = replace(place, paragraph=paragraph.number)
                yield insert_lost(at, insert.kind, insert.words, in_field=in_field)


def holds_picture(paragraphs: Sequence[Accepted]) -> bool:
    """Whether a picture, which may show a smiley, stands there."""
    return any(one.stays and one.kind == PICTURE for paragraph in paragraphs for one in paragraph.inserts)


def _kind(field: Field) -> str:
    return next(part for part in reversed(field.path) if not part.isdigit())


def _staying(paragraphs: Sequence[Accepted]) -> Iterator[Span]:
    return (span for paragraph in paragraphs for span in paragraph.spans if span.stays)


def _most(counts: Counter[str | None]) -> str | None:
    return counts.most_common(1)[0][0] if counts else None
