"""The formats of an OpenDocument's cells (OASIS ODF 1.3, part 3, 16.29), as codes like those of Excel's files."""

from collections.abc import Iterator

from lxml.etree import _Element

_NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_KINDS = frozenset(
    f"{_NUMBER}{kind}-style" for kind in ("number", "currency", "percentage", "date", "time", "boolean", "text")
)
_LETTERS = {"day": "d", "month": "m", "year": "y", "hours": "h", "minutes": "m", "seconds": "s"}
_MOST_MAPS = 4


class Formats:
    """The formats that the styles of a document name; `code` is that of a cell's style."""

    def __init__(self, *roots: _Element) -> None:
        self._styles: dict[str, tuple[str, str]] = {}
        self._data: dict[str, _Element] = {}
        self._danish = True
        for root in roots:
            self._take(root)

    def code(self, style: str) -> str:
        """The code of the format of a cell's style; empty for one that says nothing of it."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            style, named = self._styles[style]
            if named in self._data:
                return self._code(named)
        return ""

    def _take(self, root: _Element) -> None:
        for style in root.iter(f"{_STYLE}style"):
            if style.get(f"{_STYLE}family") == "table-cell":
                named = style.get(f"{_STYLE}parent-style-name", ""), style.get(f"{_STYLE}data-style-name", "")
                self._styles.setdefault(style.get(f"{_STYLE}name", ""), named)
        for kind in _KINDS:
            for data in root.iter(kind):
                self._data.setdefault(data.get(f"{_STYLE}name", ""), data)
        for default in root.iter(f"{_STYLE}default-style"):
            look = default.find(f"{_STYLE}text-properties")
            if default.get(f"{_STYLE}family") == "table-cell" and look is not None:
                self._danish = look.get(f"{_FO}language", "da") == "da"

    def _code(self, named: str) -> str:
        data = self._data[named]
        others: list[str] = []
        for case in list(data.iterchildren(f"{_STYLE}map"))[:_MOST_MAPS]:
            said = case.get(f"{_STYLE}condition", "")
            other = self._data.get(case.get(f"{_STYLE}apply-style-name", ""))
            if other is not None and said.startswith("value()"):
                others.append(f"[{said.removeprefix('value()').replace('!=', '<>')}]{self._section(other)}")
        return ";".join((*others, self._section(data)))

    def _section(self, data: _Element) -> str:
        return "".join(part for element in data for part in self._parts(element, data))

    def _parts(self, element: _Element, data: _Element) -> Iterator[str]:
        local = str(element.tag).removeprefix(_NUMBER)
        match local:
            case "text" | "currency-symbol":
                default = "kr." if local == "currency-symbol" else ""
                yield _quoted("".join(map(str, element.itertext())) or default)
            case "number":
                yield _digits(element)
            case "scientific-number":
                yield "0E+0"
            case "fraction":
                yield _fraction(element)
            case "day-of-week":
                yield "dddd" if _is_long(element) else "ddd"
            case "am-pm":
                yield "AM/PM"
            case "fill-character":
                yield '" "'
            case "text-content" | "boolean":
                yield "General"
            case _ if local in _LETTERS:
                yield self._moment(element, local, data)
            case _:
                return

    def _moment(self, element: _Element, local: str, data: _Element) -> str:
        letter, count = _LETTERS[local], 2 if _is_long(element) else 1
        if local == "month" and element.get(f"{_NUMBER}textual") == "true":
            count += 2
        if local == "year":
            count *= 2
        if local == "hours" and not self._danish and not _is_long(element):
            # As a Danish office would have had it: a clock of 24 hours has two digits.
            count = 1 if _goes_on(data) or any(str(one.tag).endswith("}am-pm") for one in data) else 2
        if _goes_on(data) and element is next(iter(data)):
            return f"[{letter * count}]"
        places = element.get(f"{_NUMBER}decimal-places", "0")
        return letter * count + ("." + "0" * int(places) if places in {"1", "2", "3"} else "")


def _goes_on(data: _Element) -> bool:
    """Whether hours are counted on past a day."""
    return data.get(f"{_NUMBER}truncate-on-overflow") == "false"


def _is_long(element: _Element) -> bool:
    return element.get(f"{_NUMBER}style") == "long"


def _quoted(text: str) -> str:
    """Literal text; percent stays the sign that it is in a code."""
    return "%".join(f'"{part}"' if part else "" for part in text.replace('"', "”").split("%"))


def _whole(element: _Element, name: str) -> int:
    text = element.get(f"{_NUMBER}{name}", "")
    return min(int(text), 30) if text.isascii() and text.isdigit() and len(text) < 4 else 0


def _digits(element: _Element) -> str:
    decimals, least = _whole(element, "decimal-places"), _whole(element, "min-integer-digits")
    says_decimals = {f"{_NUMBER}decimal-places", f"{_NUMBER}min-decimal-places"} & {str(key) for key in element.attrib}
    if not says_decimals and least < 2 and element.get(f"{_NUMBER}grouping") != "true":
        return "General"
    sure = _whole(element, "min-decimal-places") if f"{_NUMBER}min-decimal-places" in element.attrib else decimals
    whole = "#,##" if element.get(f"{_NUMBER}grouping") == "true" else ""
    whole += "0" * least or "#"
    whole = _with_embedded(element, whole)
    behind = "0" * min(sure, decimals) + "#" * max(decimals - sure, 0)
    factor = {"1000": ",", "1000000": ",,"}.get(element.get(f"{_NUMBER}display-factor", ""), "")
    return whole + (f".{behind}" if behind else "") + factor


def _with_embedded(element: _Element, whole: str) -> str:
    """Text between the digits, each with how many of them stand behind it."""
    for one in sorted(element.iterchildren(f"{_NUMBER}embedded-text"), key=lambda each: _whole(each, "position")):
        behind = _whole(one, "position")
        at = len(whole)
        while at and sum(mark in "0#" for mark in whole[at:].replace('"', "")) < behind:
            at -= 1
        whole = f'{whole[:at]}"{one.text or ""}"{whole[at:]}'
    return whole


def _fraction(element: _Element) -> str:
    fixed = element.get(f"{_NUMBER}denominator-value", "")
    whole = "# " if f"{_NUMBER}min-integer-digits" in element.attrib else ""
    places = max(_whole(element, "min-denominator-digits"), len(element.get(f"{_NUMBER}max-denominator-value", "")))
    return f"{whole}?/{fixed if fixed.isdigit() and len(fixed) < 4 else '?' * max(places, 1)}"
