"""A line that says name and party together: `Eva Lund (A)`, `Venstre: Bo Krag`, `Eva Lund, borgmester, SF`."""

import re
from dataclasses import dataclass

from renderer.readers.earlier.signed.parties import PARTIES, begins_like_name, is_letter, is_name, is_office, is_party

_LABELLED = re.compile(r"(?:For\s+)?(?P<party>[^:]{2,60}):\s*(?P<names>\S.*)")
_BY = re.compile(r"(?P<party>\S.*?)\s*(?:\bv/|\bv\.|\bved\b|\s[-–—]\s)\s*(?P<names>\S.*)")
_BRACKETED = re.compile(r"(?P<name>[^(]+?)\s*\((?P<party>[^()]+)\)")
_COMMA = re.compile(r"(?P<first>[^,]+),\s*(?P<rest>.+)")
_SERIES = re.compile(r"\s*(?:,|\bog\b|;)\s*")
_TITLED = re.compile(r"(?P<office>(?:\d\.\s*)?[^\W\d]+)\s+(?P<name>\S.*)")


@dataclass(frozen=True)
class NamedLine:
    """A person, the party, and the offices; as many parties as the line names."""

    name: str
    parties: tuple[str, ...]
    offices: tuple[str, ...] = ()


def read_named_line(text: str) -> tuple[NamedLine, ...] | None:
    """The persons of a line with their party, or `None` where it does not say both."""
    words = " ".join(text.split())
    if is_party(words):
        return None
    return _behind_party(words) or _bracketed(words) or _in_commas(words) or _behind_known_party(words)


def _behind_party(words: str) -> tuple[NamedLine, ...] | None:
    for form in (_LABELLED, _BY, _COMMA):
        found = form.fullmatch(words)
        party, rest = (found[1], found[2]) if found else ("", "")
        names = [_titled(name) for name in _SERIES.split(rest)]
        if is_party(party) and all(is_name(name) for name, _ in names):
            return tuple(NamedLine(name, (party,), offices) for name, offices in names)
    return None


def _behind_known_party(words: str) -> tuple[NamedLine, ...] | None:
    """`Radikale Venstre Eva Lund`: two lines of one paragraph, whose end was lost."""
    for party in sorted(PARTIES, key=len, reverse=True):
        if words.startswith(f"{party} "):
            name, offices = _titled(words.removeprefix(party).strip())
            return (NamedLine(name, (party,), offices),) if begins_like_name(name) else None
    return None


def _bracketed(words: str) -> tuple[NamedLine, ...] | None:
    found = _BRACKETED.fullmatch(words)
    if not found or not (is_party(found["party"]) or is_letter(found["party"]) or found["party"] in _SHORT):
        return None
    first, *others = _SERIES.split(found["name"])
    name, offices = _titled(first)
    if not is_name(name) or not all(map(is_office, others)):
        return None
    return (NamedLine(name, (found["party"],), (*offices, *others)),)


def _in_commas(words: str) -> tuple[NamedLine, ...] | None:
    found = _COMMA.fullmatch(words)
    if not found:
        return None
    name, offices = _titled(found["first"])
    parts = [part.strip() for part in found["rest"].split(",")]
    if not is_name(name) or not all(is_party(part) or is_office(part) for part in parts):
        return None
    parties = tuple(part for part in parts if is_party(part))
    return (NamedLine(name, parties, (*offices, *(part for part in parts if not is_party(part)))),)


def _titled(words: str) -> tuple[str, tuple[str, ...]]:
    """A name without the office in front of it, and that."""
    found = _TITLED.fullmatch(words)
    return (found["name"], (found["office"],)) if found and is_office(found["office"]) else (words, ())


_SHORT = frozenset({"SF", "DF", "LA", "DD", "KD", "EL", "RV", "NB", "KF", "SP"})
