"""The paragraphs of a field -> the small Markdown of the data.

What begins as a paragraph that was sent keeps its words: only in what was written since are marks that somebody typed
(`- `, `1.`) read as a list's.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from renderer.findings import Place
from renderer.model.markdown import parse_prose, write_prose
from renderer.model.prose import (
    Block,
    Emphasis,
    Inline,
    Link,
    Paragraph,
    Prose,
    Strong,
    Text,
    plain_text,
)
from renderer.readers.draft.accepted import Accepted
from renderer.readers.draft.expected import FieldPlace, comparable
from renderer.readers.draft.hollow import prose_of
from renderer.readers.draft.restored import contents, restored
from renderer.readers.draft.span import Span
from renderer.readers.text.lists import Stood
from renderer.readers.text.runs import clean
from renderer.readers.word.numbering import Label
from renderer.readers.word.standing import standing
from renderer.readers.word.styles import Styles

_FOREIGN_PROMPTS = ("Klik eller tryk", "Klik her for", "Click or tap", "Click here to")
_ENDS = ("tekst.", "text.")


@dataclass(frozen=True)
class FieldText:
    """What a field says now; `complete` is false where Markdown cannot say all of its bold, italic and links."""

    markdown: str
    complete: bool = True


def field_text(
    place: FieldPlace, paragraphs: Sequence[Accepted], styles: Styles, *, flattened: bool = False
) -> FieldText:
    """What the field says now; exactly what was sent where nothing was changed.

    `flattened` says that the file was saved by a program that takes the look out of paragraphs.
    """
    sent = place.field.sent
    kept = [replace(one, spans=without_prompt(one.spans, place.prompt)) for one in paragraphs]
    if _is_prompt(" ".join(one.text for one in kept if one.text), place.prompt):
        return FieldText("")
    if flattened:
        kept = restored(place.prose, kept)
    if _is_untouched(place.prose, kept):
        return FieldText(sent)
    beginnings = {_first_word(line) for line in sent_lines(place.prose.blocks)}
    prose = prose_of([_stood(one, styles, beginnings) for one in kept if one.text or not _only_words(one.label)])
    if prose == place.prose:
        return FieldText(sent)
    written = write_prose(prose)
    if written == sent or _canonical(written) == _canonical(sent):
        return FieldText(sent)
    parsed = parse_prose(written)
    return FieldText(write_prose(parsed), _marked(parsed.blocks) == _marked(prose.blocks))


def _marked(blocks: Iterable[Block]) -> Counter[type[Inline]]:
    """How often each mark occurs."""
    marks: Counter[type[Inline]] = Counter()
    waiting = [inline for content in contents(blocks) for inline in content]
    while waiting:
        inline = waiting.pop()
        if isinstance(inline, Emphasis | Strong | Link):
            marks[type(inline)] += 1
            waiting += inline.content
    return marks


def _is_untouched(sent: Prose, paragraphs: Sequence[Accepted]) -> bool:
    """Whether plain paragraphs stand as they were sent; a quick look that says no where it is in doubt."""
    written = [one for one in paragraphs if one.text]
    if len(written) != len(sent.blocks) or any(one.label or one.changes for one in written):
        return False
    return all(
        isinstance(block, Paragraph) and block.content == (Text(one.text),) and all(map(_is_plain, one.spans))
        for block, one in zip(sent.blocks, written, strict=True)
    )


def _is_plain(span: Span) -> bool:
    return not (span.bold or span.italic or span.href or "\n" in span.text)


def sent_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """The words of each paragraph and list entry, in one line."""
    return (comparable(plain_text(content)) for content in contents(blocks))


def _canonical(markdown: str) -> str:
    return write_prose(parse_prose(clean(markdown)))


def _only_words(label: Label | None) -> bool:
    """Whether what stands before a paragraph is no mark of a list: alone, it says nothing."""
    return label is not None and label.mark is None


def _first_word(text: str) -> str:
    return text.partition(" ")[0]


def _stood(paragraph: Accepted, styles: Styles, beginnings: set[str]) -> Stood:
    runs = tuple(span.run for span in paragraph.spans if span.stays)
    stood = Stood(runs, Place(paragraph=paragraph.number), ())
    typed = _first_word(comparable(paragraph.text)) not in beginnings
    return standing(stood, paragraph.properties, paragraph.label, styles, typed_marks=typed)


def _is_prompt(text: str, prompt: str) -> bool:
    """Whether a text is what an empty control shows: our prompt, or one of Word's own."""
    return text == prompt or (text.endswith(_ENDS) and text.startswith(_FOREIGN_PROMPTS))


def without_prompt(spans: tuple[Span, ...], prompt: str) -> tuple[Span, ...]:
    """The spans without the words that a control shows while it is empty."""
    shown = comparable("".join(span.text for span in spans if span.prompt and span.stays))
    if not shown or (shown != prompt and not shown.startswith(_FOREIGN_PROMPTS)):
        return spans
    return tuple(span for span in spans if not span.prompt)
