"""The HTML that conversions leave in the cells of a table -> paragraphs and list entries.

Knows `<p>`, `<br>`, `<ul>`, `<ol>`, `<li>`, `<b>`, `<strong>`, `<i>`, `<em>`, `<a>` and entities; of every other
element only the words are kept. A `<` that begins no known element is the character itself.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from renderer.model.prose import Emphasis, Inline, LineBreak, Link, Numbering, Strong, Text
from renderer.model.tidying import tidy
from renderer.readers.earlier.markdown.flat_cells import restored
from renderer.readers.earlier.text.listing import DEEPEST, Flow
from renderer.readers.text.marks import Mark

_KNOWN = "p|br|ul|ol|li|b|strong|i|em|a|u|span|div|font|sup|sub|table|tbody|thead|tr|td|th|h[1-6]"
_ELEMENT = re.compile(rf"</?(?:{_KNOWN})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_BLOCKS = {"p", "div", "tr", "td", "th", "table", "h1", "h2", "h3", "h4", "h5", "h6"}
_MARKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "a": "a"}
_STYLES = {"a": Numbering.LETTER_POINT, "1": Numbering.DECIMAL_POINT}


def html_flows(cell: str, lines: tuple[int, ...]) -> list[Flow]:
    """The paragraphs and list entries of one cell."""
    parser = _CellParser(lines)
    parser.feed(_with_literal_brackets(cell))
    parser.close()
    parser.end_paragraph()
    return parser.flows


def _with_literal_brackets(cell: str) -> str:
    parts = []
    end = 0
    for element in _ELEMENT.finditer(cell):
        parts += [cell[end : element.start()].replace("<", "&lt;"), element[0]]
        end = element.end()
    return "".join([*parts, cell[end:].replace("<", "&lt;")])


@dataclass
class _List:
    numbering: Numbering | None
    position: int
    fresh: bool = True


@dataclass
class _OpenMark:
    name: str
    href: str
    content: list[Inline] = field(default_factory=list)


class _CellParser(HTMLParser):
    """Collects one `Flow` for each paragraph, former line and list entry."""

    def __init__(self, lines: tuple[int, ...]) -> None:
        super().__init__(convert_charrefs=True)
        self.flows: list[Flow] = []
        self._lines = lines
        self._lists: list[_List] = []
        self._marks: list[_OpenMark] = [_OpenMark("", "")]
        self._entry: Mark | None = None
        self._entry_starts = False
        self._entry_has_words = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a list, an entry, a paragraph or a mark."""
        if tag in {"ul", "ol"}:
            self.end_paragraph()
            self._lists.append(_list(tag, dict(attrs)))
        elif tag == "li":
            self.end_paragraph()
            self._begin_entry()
        elif tag == "br":
            self._marks[-1].content.append(LineBreak())
        elif tag in _BLOCKS:
            self.end_paragraph()
        elif tag in _MARKS:
            self._marks.append(_OpenMark(_MARKS[tag], dict(attrs).get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        """End what was begun; an end without a beginning changes nothing."""
        if tag in {"ul", "ol"} and self._lists:
            self.end_paragraph()
            self._lists.pop()
            self._entry_has_words = bool(self._lists)
        elif tag in _BLOCKS or tag == "li":
            self.end_paragraph()
        elif tag in _MARKS and self._marks[-1].name == _MARKS[tag]:
            self._close_mark()

    def handle_data(self, data: str) -> None:
        """Words."""
        self._marks[-1].content.append(Text(data))

    def end_paragraph(self) -> None:
        """Make what has been collected a paragraph; marks that are still open end with it and begin again."""
        open_marks = [(mark.name, mark.href) for mark in self._marks[1:]]
        while len(self._marks) > 1:
            self._close_mark()
        for number, content in enumerate(restored(tuple(self._marks[0].content))):
            self._add(content, more=number > 0)
        self._marks = [_OpenMark("", ""), *(_OpenMark(name, href) for name, href in open_marks)]

    def _begin_entry(self) -> None:
        if not self._lists:
            self._lists.append(_List(None, 1))
        inner = self._lists[-1]
        self._entry = Mark("", inner.numbering, inner.position) if inner.numbering else None
        self._entry_starts, inner.fresh = inner.fresh, False
        inner.position += 1
        self._entry_has_words = False

    def _add(self, content: tuple[Inline, ...], *, more: bool) -> None:
        if not tidy(content):
            return
        depth = min(len(self._lists), DEEPEST)
        more = bool(depth) and (more or self._entry_has_words)
        starts = self._entry_starts and not more
        self.flows.append(Flow(tidy(content), self._lines, depth, self._entry if depth else None, starts, more))
        self._entry_starts = False
        self._entry_has_words = bool(depth)

    def _close_mark(self) -> None:
        mark = self._marks.pop()
        content = tuple(mark.content)
        if mark.name == "a" and mark.href:
            self._marks[-1].content.append(Link(mark.href, content))
        elif mark.name == "strong":
            self._marks[-1].content.append(Strong(content))
        elif mark.name == "em":
            self._marks[-1].content.append(Emphasis(content))
        else:
            self._marks[-1].content += content


def _list(tag: str, attributes: dict[str, str | None]) -> _List:
    if tag == "ul":
        return _List(None, 1)
    start = attributes.get("start") or "1"
    return _List(
        _STYLES.get(attributes.get("type") or "1", Numbering.DECIMAL_POINT), int(start) if start.isdecimal() else 1
    )
