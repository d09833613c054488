"""What Word refuses or quietly repairs, but the validator of the Open XML SDK overlooks.

One function a rule; its name in a `Violation` is the function's name. Each takes the parts of one file.
"""

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tests.violation import Violation

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
STORIES = ("document", "header", "footer", "footnotes", "endnotes", "comments")
BLOCKS = {f"{W}{name}" for name in ("p", "tbl", "sdt", "altChunk", "customXml")}
LONGEST_BOOKMARK_NAME = 40
LONGEST_CONTROL_NAME = 64
CUSTOM_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
GUID = re.compile(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}")
REVISIONS = ("ins", "del", "moveFrom", "moveTo")

Element = etree._Element
Problem = tuple[str, str]
"""Where (a part, perhaps with an element), and what."""


@dataclass(frozen=True)
class Parts:
    """The unzipped file: `names` in the order of the archive, `trees` of all XML parts by name."""

    names: list[str]
    trees: dict[str, Element]

    def stories(self) -> Iterator[tuple[str, Element]]:
        """Every part with running text."""
        for name, tree in self.trees.items():
            if name.startswith("word/") and posixpath.basename(name).startswith(STORIES) and name.endswith(".xml"):
                yield name, tree

    def found(self, *tags: str) -> Iterator[tuple[str, Element]]:
        """Every element with one of the tags, in any story."""
        for name, tree in self.stories():
            for element in tree.iter(*(f"{W}{tag}" for tag in tags)):
                yield name, element


def check_word_file(path: Path) -> list[Violation]:
    """Everything our own rules find wrong with one Word file."""
    try:
        parts = _unzip(path)
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as problem:
        return [Violation(path, "word", "readable", str(problem))]
    return [
        Violation(path, "word", rule.__name__, what, where)
        for rule in RULES
        for where, what in sorted(set(rule(parts)))
    ]


def _unzip(path: Path) -> Parts:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        xml = {name: archive.read(name) for name in names if name.endswith((".xml", ".rels"))}
    return Parts(names, {name: etree.fromstring(data) for name, data in xml.items()})


def _value(element: Element, name: str = "val") -> str:
    return str(element.get(f"{W}{name}", ""))


def _twice(values: Iterable[tuple[str, str]], what: str) -> Iterator[Problem]:
    found = list(values)
    counted = Counter(value for _, value in found)
    for where, value in found:
        if counted[value] > 1:
            yield where, f"{what} {value!r} stands {counted[value]} times"


def one_entry_a_name(parts: Parts) -> Iterator[Problem]:
    """The archive holds no name twice, also when capitals are ignored."""
    return _twice(((name, name.lower()) for name in parts.names), "the entry")


def unique_control_ids(parts: Parts) -> Iterator[Problem]:
    """Content controls have ids of their own; Word refuses or renumbers doubles."""
    ids = ((name, _value(element)) for name, element in parts.found("id") if _parent_is(element, "sdtPr"))
    return _twice(ids, "the content control id")


def named_controls(parts: Parts) -> Iterator[Problem]:
    """Content controls have tags and titles that Word can hold."""
    for name, element in parts.found("tag", "alias"):
        if _parent_is(element, "sdtPr") and not 0 < len(_value(element)) <= LONGEST_CONTROL_NAME:
            yield name, f"the control name {_value(element)!r} is empty or too long"


def filled_controls(parts: Parts) -> Iterator[Problem]:
    """A content control has content, and each choice of a list shows and means something of its own."""
    for name, control in parts.found("sdt"):
        content = control.find(f"{W}sdtContent")
        if content is None or not len(content):
            yield name, "a content control without content"
    for name, choice in parts.found("dropDownList", "comboBox"):
        for attribute in ("displayText", "value"):
            yield from _twice(((name, _value(item, attribute)) for item in choice), f"the choice's {attribute}")


def whole_revisions(parts: Parts) -> Iterator[Problem]:
    """Tracked changes have ids of their own, an author and a date; deleted words are marked as such, and no others."""
    found = [(name, e) for name, e in parts.found(*REVISIONS)]
    yield from _twice(((name, _value(e, "id")) for name, e in found), "the id of a tracked change")
    for name, element in found:
        if not _value(element, "author") or not _value(element, "date"):
            yield name, "a tracked change that nobody made, or at no time"
    for name, element in parts.found("t", "delText"):
        gone = any(parent.tag in {f"{W}del", f"{W}moveFrom"} for parent in element.iterancestors())
        if gone is (element.tag == f"{W}t"):
            yield name, f"the words {element.text!r} are marked as deleted in one place only"


def custom_parts(parts: Parts) -> Iterator[Problem]:
    """Custom XML has an item id, and custom properties have numbers and names of their own."""
    for name, tree in parts.trees.items():
        if re.fullmatch(r"customXml/item\d+\.xml", name):
            described = [str(r.get("Target")) for r in parts.trees.get(_rels_of(name), ())]
            ids = [parts.trees[f"customXml/{target}"].attrib.values() for target in described]
            if len(ids) != 1 or not any(GUID.fullmatch(str(value)) for value in ids[0]):
                yield name, "no part says which item it is"
        if name == "docProps/custom.xml":
            yield from _twice(((name, str(p.get("pid"))) for p in tree), "the property number")
            yield from _twice(((name, str(p.get("name")).casefold()) for p in tree), "the property name")
            for each in tree:
                if each.get("fmtid") != CUSTOM_FORMAT_ID or int(str(each.get("pid"))) < 2 or len(each) != 1:
                    yield name, f"the property {each.get('name')!r} is not one that Word reads"


def unique_drawing_ids(parts: Parts) -> Iterator[Problem]:
    """Drawings have ids of their own within a story."""
    for name, tree in parts.stories():
        yield from _twice(((name, str(e.get("id"))) for e in tree.iter(f"{WP}docPr")), "the drawing id")


def whole_bookmarks(parts: Parts) -> Iterator[Problem]:
    """Bookmarks have names and ids of their own, begin and end once, and have names that Word can hold."""
    starts = list(parts.found("bookmarkStart"))
    yield from _twice(((name, _value(e, "name").lower()) for name, e in starts), "the bookmark name")
    yield from _twice(((name, _value(e, "id")) for name, e in starts), "the bookmark id")
    begun = Counter((name, _value(e, "id")) for name, e in starts)
    ended = Counter((name, _value(e, "id")) for name, e in parts.found("bookmarkEnd"))
    for name, number in (begun - ended) + (ended - begun):
        yield name, f"the bookmark id {number!r} does not begin and end equally often"
    for name, element in starts:
        if len(_value(element, "name")) > LONGEST_BOOKMARK_NAME:
            yield name, f"the bookmark name {_value(element, 'name')!r} is too long"


def cells_end_in_a_paragraph(parts: Parts) -> Iterator[Problem]:
    """The last block of a table cell is a paragraph; Word refuses the file otherwise."""
    for name, cell in parts.found("tc"):
        if not _ends_in_paragraph(cell):
            yield name, f"a cell without a final paragraph: {''.join(map(str, cell.itertext()))[:40]!r}"


def _ends_in_paragraph(container: Element) -> bool:
    blocks = [child for child in container if child.tag in BLOCKS]
    if not blocks:
        return False
    last = blocks[-1]
    if last.tag == f"{W}sdt":
        content = last.find(f"{W}sdtContent")
        return content is not None and _ends_in_paragraph(content)
    return bool(last.tag == f"{W}p")


def headers_hold_a_paragraph(parts: Parts) -> Iterator[Problem]:
    """A header or footer holds at least one block."""
    for name, tree in parts.stories():
        if tree.tag in {f"{W}hdr", f"{W}ftr"} and not any(child.tag in BLOCKS for child in tree):
            yield name, "no paragraph"


def rows_fill_the_grid(parts: Parts) -> Iterator[Problem]:
    """Every row of a table spans as many columns as its grid has."""
    for name, table in parts.found("tbl"):
        width = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in _select(table, "w:tr | w:sdt/w:sdtContent/w:tr"):
            if (filled := _columns(row)) != width:
                yield name, f"a row of {filled} columns in a grid of {width}"


def _columns(row: Element) -> int:
    cells = _select(row, "w:tc | w:sdt/w:sdtContent/w:tc")
    spans = [span for cell in cells for span in cell.findall(f"{W}tcPr/{W}gridSpan")]
    skipped = _select(row, "w:trPr/w:gridBefore | w:trPr/w:gridAfter")
    return len(cells) - len(spans) + sum(int(_value(span)) for span in (*spans, *skipped))


def _select(element: Element, path: str) -> list[Element]:
    found = element.xpath(path, namespaces={"w": W[1:-1]})
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, Element)]


def known_styles(parts: Parts) -> Iterator[Problem]:
    """Every style that is used or built upon is defined, and of the right kind."""
    styles = parts.trees.get("word/styles.xml")
    kinds = {} if styles is None else {_value(s, "styleId"): _value(s, "type") for s in styles.iter(f"{W}style")}
    wanted = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    for name, tree in parts.trees.items():
        for element in tree.iter(*(f"{W}{tag}" for tag in (*wanted, "basedOn", "next", "link"))):
            style, kind = _value(element), wanted.get(etree.QName(element).localname)
            if style not in kinds:
                yield name, f"the style {style!r} is not defined"
            elif kind and kinds[style] != kind:
                yield name, f"the {kinds[style]} style {style!r} is used as a {kind} style"


def known_numberings(parts: Parts) -> Iterator[Problem]:
    """Every list that is used is defined."""
    numbering = parts.trees.get("word/numbering.xml")
    lists = set() if numbering is None else {_value(e, "numId") for e in numbering.iter(f"{W}num")}
    for name, tree in parts.trees.items():
        for element in tree.iter(f"{W}numId"):
            if _value(element) not in lists | {"0"}:
                yield name, f"the list {_value(element)!r} is not defined"


def known_relationships(parts: Parts) -> Iterator[Problem]:
    """Every relationship leads to a part, and every reference to a relationship."""
    for name, tree in parts.trees.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for relationship in tree:
                if relationship.get("TargetMode") != "External":
                    target = posixpath.normpath(posixpath.join("/", folder, str(relationship.get("Target"))))
                    if target.lstrip("/") not in parts.names:
                        yield name, f"{relationship.get('Id')} leads to {target}, which is not there"
            continue
        known = {str(relationship.get("Id")) for relationship in parts.trees.get(_rels_of(name), ())}
        for element in tree.iter(etree.Element):
            used = {str(value) for key, value in element.attrib.items() if str(key).startswith(R)}
            for reference in used - known:
                yield name, f"{etree.QName(element).localname} refers to {reference}, which is not there"


def _rels_of(name: str) -> str:
    return posixpath.join(posixpath.dirname(name), "_rels", f"{posixpath.basename(name)}.rels")


def kept_spaces(parts: Parts) -> Iterator[Problem]:
    """Text with a space at its edge says that it is to be kept; Word drops it otherwise."""
    for name, element in parts.found("t", "delText", "instrText"):
        text = str(element.text or "")
        if text != text.strip(" \t\r\n") and element.get(XML_SPACE) != "preserve":
            yield name, f"the space at the edge of {text!r} is lost"


def whole_fields(parts: Parts) -> Iterator[Problem]:
    """Complex fields begin, separate and end in this order within their story."""
    for name, tree in parts.stories():
        open_fields: list[str] = []
        for element in tree.iter(f"{W}fldChar"):
            match _value(element, "fldCharType"), open_fields[-1:]:
                case "begin", _:
                    open_fields.append("begin")
                case "separate", ["begin"]:
                    open_fields[-1] = "separate"
                case "end", [_]:
                    open_fields.pop()
                case kind, _:
                    yield name, f"a field's {kind!r} out of place"
        if open_fields:
            yield name, "a field that does not end"


def _parent_is(element: Element, tag: str) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == f"{W}{tag}"


RULES: tuple[Callable[[Parts], Iterable[Problem]], ...] = (
    one_entry_a_name,
    unique_control_ids,
    named_controls,
    filled_controls,
    whole_revisions,
    custom_parts,
    unique_drawing_ids,
    whole_bookmarks,
    cells_end_in_a_paragraph,
    headers_hold_a_paragraph,
    rows_fill_the_grid,
    known_styles,
    known_numberings,
    known_relationships,
    kept_spaces,
    whole_fields,
)
