"""Which addresses a document may lead to: web pages, mailboxes and telephones, and nothing that starts a program.

A reader's Word or PDF viewer opens whatever stands behind a link, `ms-msdt:`, `search-ms:` and `file://host/share` too
(CVE-2022-30190 is one of many), so the list says what is allowed, and is the same in every format.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from renderer.model.prose import Block, Emphasis, Inline, Link, ListEntry, Paragraph, Prose, Strong, Text

_WITH_HOST = frozenset({"http", "https"})
_WITHOUT_HOST = frozenset({"mailto", "tel"})


def leads_out(address: str) -> bool:
    """Whether a document may lead there. An address without a scheme leads on from where the file happens to lie."""
    if "\\" in address or any(unicodedata.category(character) in {"Cc", "Cf"} for character in address):
        return False
    try:
        parts = urlsplit(address)
        host = parts.hostname if parts.port is None else parts.hostname and parts.netloc
    except ValueError:
        return False
    return bool(host) if parts.scheme in _WITH_HOST else parts.scheme in _WITHOUT_HOST and bool(parts.path.strip())


def addresses(prose: Prose) -> Iterator[str]:
    """What the links of a text lead to, in order."""
    for block in prose.blocks:
        yield from _of_block(block)


def printed(prose: Prose) -> Prose:
    """The text as it is printed: of a link that may not lead out, the words."""
    return Prose(tuple(_printed_block(block) for block in prose.blocks))


def _of_block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from _of_inlines(block.content)
        return
    for entry in block.entries:
        for inner in entry.blocks:
            yield from _of_block(inner)


def _of_inlines(content: tuple[Inline, ...]) -> Iterator[str]:
    for inline in content:
        if isinstance(inline, Link):
            yield inline.href
        if isinstance(inline, Link | Emphasis | Strong):
            yield from _of_inlines(inline.content)


def _printed_block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(_printed(block.content))
    entries = (ListEntry(tuple(_printed_block(inner) for inner in entry.blocks)) for entry in block.entries)
    return replace(block, entries=tuple(entries))


def _printed(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    found: tuple[Inline, ...] = ()
    seam = False
    for inline in content:
        opened = isinstance(inline, Link) and not leads_out(inline.href)
        part = _printed(inline.content) if isinstance(inline, Link) and opened else (_printed_inline(inline),)
        found = _sewn(found, part) if opened or seam else (*found, *part)
        seam = opened
    return found


def _printed_inline(inline: Inline) -> Inline:
    match inline:
        case Link(href, inner):
            return Link(href, _printed(inner))
        case Emphasis(inner):
            return Emphasis(_printed(inner))
        case Strong(inner):
            return Strong(_printed(inner))
        case _:
            return inline


def _sewn(before: tuple[Inline, ...], after: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Both in a row, and one piece of text or of marked words where they meet in the same look."""
    match before[-1:] + after[:1]:
        case Text(one), Text(other):
            met: Inline = Text(one + other)
        case Emphasis(inner), Emphasis(more):
            met = Emphasis(_sewn(inner, more))
        case Strong(inner), Strong(more):
            met = Strong(_sewn(inner, more))
        case _:
            return before + after
    return (*before[:-1], met, *after[1:])
