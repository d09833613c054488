"""What LibreOffice takes out of a field, put back where its words stand as they were sent.

LibreOffice 7.4 makes the first paragraph of a control one run: bold and italic are gone, line breaks stand before it, a
link stands there as the instruction of a field (`HYPERLINK "https://…"`), and elsewhere the address of a link is made
relative to the place where the file was saved. Words that were not changed keep the look they were sent with; new ones
have none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from renderer.model.prose import (
    Block,
    BulletList,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Prose,
    Strong,
    Text,
)
from renderer.readers.draft.accepted import Accepted
from renderer.readers.draft.span import Span
from renderer.readers.text.runs import clean

_INSTRUCTION = re.compile(r'HYPERLINK "([^"]*)"(?: \\[a-z] "[^"]*")*')
_TOKEN = re.compile(r"\n|\s+|\S+")
_PLAIN = Span("")


def restored(sent: Prose, paragraphs: Sequence[Accepted]) -> list[Accepted]:
    """The paragraphs of a field with what LibreOffice has taken out of them."""
    lines = [list(_spans(content, _PLAIN)) for content in contents(sent.blocks)]
    hrefs = {span.href for line in lines for span in line if span.href}
    by_words = {_squeezed(line): line for line in lines}
    result: list[Accepted] = []
    for number, paragraph in enumerate(paragraphs):
        one = replace(paragraph, spans=tuple(_readdressed(span, hrefs) for span in paragraph.spans if span.stays))
        if _is_flat(one.spans):
            said = _INSTRUCTION.sub("", _text(one.spans))
            same = by_words.get(_squeezed([Span(said)]))
            first = lines[0] if lines and not number else [Span(said)]
            one = replace(one, spans=tuple(same if same is not None else _relooked(first, clean(said))))
        result.append(one)
    return result


def lost_links(sent: Prose, paragraphs: Sequence[Accepted]) -> Iterator[tuple[Accepted, str]]:
    """The links that were made since, of which only the address is left, with their paragraphs."""
    known = {span.href for content in contents(sent.blocks) for span in _spans(content, _PLAIN)}
    for paragraph in paragraphs:
        for found in _INSTRUCTION.finditer(_text([span for span in paragraph.spans if span.stays])):
            if found[1] not in known:
                yield paragraph, found[1]


def contents(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    """The content of each paragraph and list entry."""
    for block in blocks:
        match block:
            case Paragraph(content):
                yield content
            case BulletList(entries) | NumberedList(entries):
                for entry in entries:
                    yield from contents(entry.blocks)


def _spans(content: Sequence[Inline], look: Span) -> Iterator[Span]:
    for inline in content:
        match inline:
            case Text(text):
                yield replace(look, text=text)
            case LineBreak():
                yield replace(look, text="\n")
            case Emphasis(inner):
                yield from _spans(inner, replace(look, italic=True))
            case Strong(inner):
                yield from _spans(inner, replace(look, bold=True))
            case Link(href, inner):
                yield from _spans(inner, replace(look, href=href))


def _squeezed(spans: Sequence[Span]) -> str:
    return "".join("".join(clean(span.text).split()) for span in spans)


def _is_flat(spans: Sequence[Span]) -> bool:
    return "\n" not in _text(spans) and not any(span.bold or span.italic or span.href for span in spans)


def _text(spans: Sequence[Span]) -> str:
    return "".join(span.text for span in spans).strip()


def _readdressed(span: Span, hrefs: set[str]) -> Span:
    """A link with the address it was sent with, if only its beginning is another."""
    if not span.href or span.href in hrefs or not span.href.startswith(("../", "file:")):
        return span
    path = span.href.removeprefix("file:").lstrip("./")
    found = next((href for href in hrefs if path.endswith(href.lstrip("./"))), span.href)
    return replace(span, href=found)


def _relooked(sent: Sequence[Span], said: str) -> Iterator[Span]:
    """What is said, in the look that its words were sent with."""
    before = [replace(span, text=token) for span in sent for token in _TOKEN.findall(span.text)]
    words = _parted(_TOKEN.findall(said), [span.text for span in before])
    looks: list[Span] = [_PLAIN] * len(words)
    matcher = SequenceMatcher(None, [span.text for span in before], words, autojunk=False)
    for start, at, length in matcher.get_matching_blocks():
        for step in range(length):
            looks[at + step] = before[start + step]
    for at, word in enumerate(words):
        around = {looks[at - 1] if at else _PLAIN, looks[at + 1] if at + 1 < len(looks) else _PLAIN}
        plain = {replace(one, text="") for one in around}
        look = plain.pop() if word.isspace() and len(plain) == 1 else looks[at]
        yield replace(look, text=word)


def _parted(words: list[str], before: list[str]) -> list[str]:
    """The words with those parted that grew together where a line break was."""
    grown = {
        before[at - 1] + before[at + 1]: (before[at - 1], "\n", before[at + 1])
        for at in range(1, len(before) - 1)
        if before[at] == "\n"
    }
    return [part for word in words for part in grown.get(word, (word,))]
