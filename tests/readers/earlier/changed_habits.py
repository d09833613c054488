"""One habit of a document, changed in one place: what other municipalities write there, and how it is then read."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from renderer.readers.earlier.grammar.smiley_marks import FACE
from renderer.readers.earlier.reading import EarlierReading, Fate

_CELL = r"(?m)(?:(?<=\n)|(?<=\n )|(?<=\t))"
LABELS = {
    rf"{_CELL}Milepæl(?=[ \t]|$)": ("Delmål", "Milepæl:", "MILEPÆL", "Mål", "Trin", "Aktivitet", "Milepæl nr. 1"),
    rf"{_CELL}Økonomi(?=[ \t]|$)": ("Økonomi:", "ØKONOMI", "Finansiering", "Budget", "Økonomisk status:"),
    r"Status:": ("STATUS:", "Status :", "Status pr. 1. maj:", "Opfølgning:", "Bemærkning:"),
    r"Ansvarligt center:": ("Ansvarlig forvaltning:", "Ansvarligt fagcenter:", "Ansvarligt center", "Center:"),
    r"Ansvarligt udvalg:": ("Ansvarligt fagudvalg:", "Politisk udvalg:", "Ansvarligt udvalg", "Udvalg:"),
    r"Væsentlige? bidragsydere?:": (
        "Væsentlige bidragsydere:",
        "Øvrige bidragsydere:",
        "Bidragsydere:",
        "Medvirkende:",
    ),
}
_ROUND = r"\b[1-3]\. budgetopfølgning (?P<year>20\d\d)(?=[ \t]*(?:$|\t|[\uf04a-\uf04c☺☹😐😊]))"
TIMES = ("1. halvår {}", "2. kvartal {}", "Q3 {}", "april {}", "30.04.{}", "30-04-{}", "forår {}", "uge 17", "1. BO {}",
         "1. budgetopf. {}", "Første budgetopfølgning {}", "Ultimo juni {}", "1. tertial {}")  # fmt: skip
SIGNS = ("Afsluttet", "Igangsat", "Ikke igangsat", ":-)", "✔", "★", "100 %")
_NUMBER = r"(?m)^ ?(?:\*\*|#+ )*(?P<number>\d{1,2}(?:\.\d{1,2})+)\.(?=\s)"
NUMBERS = ("{0}", "Nr. {0}", "{0})", "{0}:", "{0} -", "A.")
_UNSAID = {"ref", "nummer", "smileyord"}


@dataclass(frozen=True)
class Change:
    """A changed text, the lines of it that the change touched, and what was done."""

    text: str
    lines: frozenset[int]
    what: str


def changes(text: str) -> dict[str, st.SearchStrategy[Change]]:
    """What may be changed in a document, by the kind of habit; kinds that it has no place for are left out."""
    labels = [(found, word) for pattern, words in LABELS.items() for found in _all(pattern, text) for word in words]
    times = [(one, word.format(one["year"])) for one in _all(_ROUND, text) for word in TIMES]
    faces = [(one, word) for one in FACE.finditer(text) for word in SIGNS]
    numbers = [(one, word.format(one["number"])) for one in _all(_NUMBER, text) for word in NUMBERS]
    places = {"labels": labels, "times": times, "faces": faces, "numbering": numbers}
    made = {kind: st.sampled_from(found).map(_replacing(text)) for kind, found in places.items() if found}
    lines = text.split("\n")
    inner = range(1, len(lines) - 1)
    filled = [bool(line.strip()) for line in lines]
    empty = [n for n in inner if not filled[n] and filled[n - 1] and filled[n + 1]]
    between = [n for n in inner if filled[n] and filled[n - 1]]
    if empty:
        made["an empty line taken out"] = st.sampled_from(empty).map(lambda n: _cut(lines, n))
    if between:
        made["an empty line put in"] = st.sampled_from(between).map(lambda n: _parted(lines, n))
        made["lines joined"] = st.sampled_from(between).map(lambda n: _joined(lines, n))
    return made


def same(reading: EarlierReading, usual: EarlierReading) -> bool:
    """Whether all is read alike but for numbers and refs; breaks of lines and paragraphs do not count."""
    return bool(_data(reading) == _data(usual))


def named(reading: EarlierReading, usual: EarlierReading, change: Change) -> bool:
    """Whether something is told of a changed line, or one beside it, that is not told of the document as it was."""
    near = {line + step for line in change.lines for step in range(-2, 3)}
    known = {(finding.code, finding.message) for finding in usual.findings}
    told = {one.place.line for one in reading.findings if (one.code, one.message) not in known}
    reported = {one.line for one in reading.accounting if one.fate is Fate.REPORTED}
    return bool(near & told) or bool(change.lines & reported)


def _all(pattern: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(pattern, text, re.MULTILINE)


def _replacing(text: str) -> Callable[[tuple[re.Match[str], str]], Change]:
    def replace(place: tuple[re.Match[str], str]) -> Change:
        found, words = place
        start = found.start("number") if "number" in found.groupdict() else found.start()
        line = text.count("\n", 0, start) + 1
        changed = text[:start] + words + text[found.end() :]
        return Change(changed, frozenset({line}), f"line {line}: {text[start : found.end()]!r} -> {words!r}")

    return replace


def _cut(lines: Sequence[str], n: int) -> Change:
    return Change("\n".join([*lines[:n], *lines[n + 1 :]]), frozenset({n, n + 1}), f"line {n + 1} taken out")


def _parted(lines: Sequence[str], n: int) -> Change:
    return Change("\n".join([*lines[:n], "", *lines[n:]]), frozenset({n, n + 2}), f"put in above line {n + 1}")


def _joined(lines: Sequence[str], n: int) -> Change:
    whole = f"{lines[n - 1].rstrip()} {lines[n].lstrip()}"
    return Change("\n".join([*lines[: n - 1], whole, *lines[n + 1 :]]), frozenset({n}), f"line {n} and the next")


def _data(reading: EarlierReading) -> Any:
    statuses = list(reading.followup.get("status", {}).values())
    rest = {name: value for name, value in reading.followup.items() if name != "status"}
    return _squeezed([reading.agreement, rest, statuses, reading.signed])


def _squeezed(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _squeezed(inner) for name, inner in value.items() if name not in _UNSAID}
    if isinstance(value, list):
        return [_squeezed(inner) for inner in value]
    return re.sub(r"[\W_]+", "", value) if isinstance(value, str) else value
