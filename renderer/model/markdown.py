"""The small Markdown of the data files <-> `Prose`.

Paragraphs, bullet lists (`-`, `*`, `•`), numbered lists (`1.`, `1)`, `a.`, `a)`), nested lists, emphasis, strong
and links. Everything else of Markdown, HTML included, is shown as the text that stands there, so that nothing
an economist types can vanish. The parser is CommonMark's (markdown-it-py) with the other rules switched off.
"""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from renderer.model.prose import (
    Block,
    BulletList,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    ListEntry,
    NumberedList,
    Numbering,
    Paragraph,
    Prose,
    Strong,
    Text,
    plain_text,
)
from renderer.model.tidying import tidy

_BLOCK_RULES = ["code", "fence", "blockquote", "hr", "reference", "html_block", "heading", "lheading"]
_INLINE_RULES = ["backticks", "image", "autolink", "html_inline", "entity"]
_PARSER = MarkdownIt("commonmark").disable(_BLOCK_RULES + _INLINE_RULES)

# Words without a sign that could be a mark need no parser, and most texts are such: one line that begins with a letter.
_PLAIN = re.compile(r"[A-Za-zÆØÅæøåéÉ](?![.)])[0-9A-Za-zÆØÅæøåéÉüÜöÖäÄ \u00a0,;:.()?%/”’§–-]*")

_SOFT_BREAK = Text("\n")
_TYPOGRAPHIC_BULLET = re.compile(r"^([^\S\n]*)[•·▪](?=\s)", re.MULTILINE)
_DOUBLED_BULLET = re.compile(r"(?:[•·▪] )+")
_LETTER_MARK = re.compile(r"([a-z])([.)])\s+(?=\S|$)")
_MARK_TO_ESCAPE = re.compile(r"\\|(?<![\w])_|_(?![\w])|(?<! )\*|\*(?! )|\](?=\()")
_BRACKET = re.compile(r"(?<!\\)[\[\]]")
_LINE_START = re.compile(r"^(?:([-+*])(?=\s|$)|(\d{1,9})([.)])(?=\s|$))", re.MULTILINE)


def parse_prose(source: str) -> Prose:
    """Read the small Markdown; never fails, since everything it does not know is plain text."""
    paragraphs = source.split("\n\n")
    if all(map(_is_plain, paragraphs)):
        return Prose(tuple(Paragraph((Text(text),)) for text in paragraphs))
    marked = _TYPOGRAPHIC_BULLET.sub(r"\1-", source.expandtabs(4))
    return Prose(_blocks(SyntaxTreeNode(_PARSER.parse(marked)).children))


def write_prose(prose: Prose) -> str:
    """The Markdown of a text without a final newline; `parse_prose` gives the same text back."""
    return "\n\n".join(_written(block) for block in prose.blocks)


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and "  " not in text and not text.endswith((" ", "\u00a0"))


def _blocks(nodes: Iterable[SyntaxTreeNode]) -> tuple[Block, ...]:
    blocks = (_block(node) for node in nodes)
    return _with_joined_lists(_with_lettered_lists([block for block in blocks if block is not None]))


def _with_joined_lists(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Two lists of one kind in a row are one list on paper, whatever their marks in the source."""
    joined: list[Block] = []
    for block in blocks:
        previous = joined[-1] if joined else None
        match previous, block:
            case BulletList(before), BulletList(entries):
                joined[-1] = BulletList(before + entries)
            case NumberedList(before, same, start), NumberedList(entries, numbering) if _counts_on(same, numbering):
                joined[-1] = NumberedList(before + entries, same, start)
            case _:
                joined.append(block)
    return tuple(joined)


def _counts_on(before: Numbering, numbering: Numbering) -> bool:
    """Letters begin anew with `a`, so lettered lists stay apart."""
    return before is numbering and not numbering.lettered


def _block(node: SyntaxTreeNode) -> Block | None:
    if node.type == "bullet_list":
        entries = _entries(node)
        return BulletList(entries) if entries else None
    if node.type == "ordered_list":
        numbering = Numbering.DECIMAL_PARENTHESIS if node.markup == ")" else Numbering.DECIMAL_POINT
        entries = _entries(node)
        return NumberedList(entries, numbering, int(node.attrs.get("start", 1))) if entries else None
    inlines = _inlines(node.children[0].children) if node.children else ()
    return Paragraph(inlines) if tidy(inlines) else None


def _entries(node: SyntaxTreeNode) -> tuple[ListEntry, ...]:
    entries = (ListEntry(_blocks(child.children)) for child in node.children)
    return tuple(entry for entry in entries if entry.blocks)


def _inlines(nodes: Iterable[SyntaxTreeNode]) -> tuple[Inline, ...]:
    return tuple(_inline(node) for node in nodes)


def _inline(node: SyntaxTreeNode) -> Inline:
    match node.type:
        case "em":
            return Emphasis(_inlines(node.children))
        case "strong":
            return Strong(_inlines(node.children))
        case "link":
            return Link(str(node.attrs["href"]), _inlines(node.children))
        case "hardbreak":
            return LineBreak()
        case "softbreak":
            return _SOFT_BREAK
        case _:
            return Text(node.content)


def _with_lettered_lists(blocks: list[Block]) -> Iterator[Block]:
    """CommonMark knows no `a.`: paragraphs or lines marked a, b, c ... in a row become a list here."""
    position = 0
    blocks = [part for block in blocks for part in _before_and_from_letters(block)]
    while position < len(blocks):
        run = _lettered_run(blocks, position)
        entries = [entry for paragraph in run for entry in paragraph]
        if len(entries) > 1:
            yield _lettered_list(entries)
            position += len(run)
        else:
            yield _tidied(blocks[position])
            position += 1


def _before_and_from_letters(block: Block) -> list[Block]:
    """A paragraph in which a lettered list follows right after a line of text, cut before the list."""
    if isinstance(block, Paragraph):
        lines = _lines(block.content)
        if cut := _first_of_letters(lines):
            return [Paragraph(_with_softbreaks(lines[:cut])), Paragraph(_with_softbreaks(lines[cut:]))]
    return [block]


def _first_of_letters(lines: list[list[Inline]]) -> int:
    """The first line but one that is marked `a` and has one marked `b` in the same way below it; 0 for none."""
    marks = [_letter_mark(line) for line in lines]
    first, below = 0, set[str]()
    for position in range(len(lines) - 1, 0, -1):
        if mark := marks[position]:
            first = position if mark[1] == "a" and mark[2] in below else first
            below |= {mark[2]} if mark[1] == "b" else set()
    return first


def _first_text(line: list[Inline]) -> str:
    return line[0].text if line and isinstance(line[0], Text) else ""


def _letter_mark(line: list[Inline]) -> re.Match[str] | None:
    first = _first_text(line)
    return _LETTER_MARK.match(first) if len(line) > 1 else _LETTER_MARK.match(first.rstrip())


def _tidied(block: Block) -> Block:
    return Paragraph(_tidied_content(block.content)) if isinstance(block, Paragraph) else block


def _tidied_content(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """The content in its shortest form, without a bullet typed behind the mark of a list."""
    tidied = tidy(content)
    if tidied and isinstance(first := tidied[0], Text) and (bullet := _DOUBLED_BULLET.match(first.text)):
        return tidy((Text(first.text[bullet.end() :]), *tidied[1:]))
    return tidied


def _lettered_run(blocks: list[Block], start: int) -> list[list[tuple[str, tuple[Inline, ...]]]]:
    run: list[list[tuple[str, tuple[Inline, ...]]]] = []
    expected = "a"
    for position in range(start, len(blocks)):
        block = blocks[position]
        entries = _lettered_entries(block, expected) if isinstance(block, Paragraph) else []
        if not entries or (run and entries[0][0][1] != run[0][0][0][1]):
            break
        run.append(entries)
        expected = chr(ord(entries[-1][0][0]) + 1)
    return run


def _lettered_entries(paragraph: Paragraph, expected: str) -> list[tuple[str, tuple[Inline, ...]]]:
    """The marked entries of a paragraph whose first line is marked with the expected letter, else none."""
    entries: list[tuple[str, list[Inline]]] = []
    for line in _lines(paragraph.content):
        mark = _letter_mark(line)
        if mark and mark[1] == expected and (not entries or entries[0][0][1] == mark[2]):
            entries.append((mark[1] + mark[2], [Text(_first_text(line)[mark.end() :]), *line[1:]]))
            expected = chr(ord(expected) + 1)
        elif entries:
            entries[-1][1].extend((Text(" "), *line))
        else:
            return []
    return [(mark, tuple(content)) for mark, content in entries]


def _lines(content: tuple[Inline, ...]) -> list[list[Inline]]:
    lines: list[list[Inline]] = [[]]
    for inline in content:
        if inline == _SOFT_BREAK:
            lines.append([])
        else:
            lines[-1].append(inline)
    return lines


def _with_softbreaks(lines: list[list[Inline]]) -> tuple[Inline, ...]:
    first, *rest = lines
    return (*first, *(inline for line in rest for inline in (_SOFT_BREAK, *line)))


def _lettered_list(entries: list[tuple[str, tuple[Inline, ...]]]) -> NumberedList:
    delimiter = entries[0][0][1]
    numbering = Numbering.LETTER_PARENTHESIS if delimiter == ")" else Numbering.LETTER_POINT
    blocks = ((Paragraph(_tidied_content(content)),) for _, content in entries)
    return NumberedList(tuple(ListEntry(block) for block in blocks), numbering)


def _written(block: Block) -> str:
    match block:
        case Paragraph(content):
            return _written_paragraph(content)
        case BulletList(entries):
            return _written_entries([("-", entry) for entry in entries])
        case NumberedList():
            return _written_entries(list(block.marks()))


def _written_entries(entries: list[tuple[str, ListEntry]]) -> str:
    simple = all(isinstance(block, Paragraph | BulletList) for _, entry in entries for block in entry.blocks)
    tight = simple and all(_count_paragraphs(entry) == 1 for _, entry in entries)
    return ("\n" if tight else "\n\n").join(_written_entry(mark, entry, tight) for mark, entry in entries)


def _count_paragraphs(entry: ListEntry) -> int:
    return sum(isinstance(block, Paragraph) for block in entry.blocks)


def _written_entry(mark: str, entry: ListEntry, tight: bool) -> str:
    text = ("\n" if tight else "\n\n").join(_written(block) for block in entry.blocks)
    indent = " " * (len(mark) + 1)
    return f"{mark} " + text.replace("\n", "\n" + indent).replace("\n" + indent + "\n", "\n\n")


def _written_paragraph(content: tuple[Inline, ...]) -> str:
    if len(content) == 1 and isinstance(only := content[0], Text) and _is_plain(only.text):
        return only.text
    # CommonMark cannot say every combination of marks inside words: either sign of emphasis is tried, then the
    # words go before the marks.
    for sign in "*_":
        written = _LINE_START.sub(_escaped_mark, _written_inlines(content, sign))
        if parse_prose(written).blocks == (Paragraph(content),):
            return written
    return _LINE_START.sub(_escaped_mark, _escaped(plain_text(content)).replace("\n", "\\\n"))


def _escaped_mark(mark: re.Match[str]) -> str:
    return f"\\{mark[1]}" if mark[1] else f"{mark[2]}\\{mark[3]}"


def _written_inlines(content: tuple[Inline, ...], sign: str) -> str:
    return "".join(_written_inline(inline, sign) for inline in content)


def _written_inline(inline: Inline, sign: str) -> str:
    match inline:
        case Text(text):
            return _escaped(text)
        case LineBreak():
            return "\\\n"
        case Emphasis(content):
            return f"{sign}{_written_inlines(content, sign)}{sign}"
        case Strong(content):
            return f"**{_written_inlines(content, sign)}**"
        case Link(href, content):
            label = _BRACKET.sub(r"\\\g<0>", _written_inlines(content, sign))
            return f"[{label}](<{href}>)" if re.search(r"[\s()]", href) else f"[{label}]({href})"


def _escaped(text: str) -> str:
    return _MARK_TO_ESCAPE.sub(r"\\\g<0>", text)
