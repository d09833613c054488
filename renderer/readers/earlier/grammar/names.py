"""Names of centres in a row: `A, B samt C`, where the names themselves hold commas and `og`.

Rules, in order: names that the document holds elsewhere beyond doubt are known; `samt` always parts two names; a name
has one `og`, in front of its last word. `Skoler, Institutioner og Kultur` alone, or beside `samt`, is one name; a row
that can be read in two ways still (`Ejendomme, By, Erhverv og Miljø`) is read so too, and said to be unclear.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

_SEPARATOR = re.compile(r"\s*(?:,\s*(?:(?:samt|og)\s+)?|;\s*|(?<=\s)(?:samt|og)\s+)")
_SAMT = re.compile(r"(?<!\s)\s+samt\s+|(?:(?<!\s)\s+)?(?:,\s+samt\s+|;\s*)")
_AFTER_NAMES = re.compile(r"\s*(?:$|[.\n]|\s[A-ZÆØÅ0-9\"”»“(*•])")
_CONNECTORS = {"og", "for", "af", "i", "til", "samt", "på", "med", "under", "ved", "&"}
_WORD_OF_NAME = re.compile(r"[A-ZÆØÅ0-9][\w/&'’().-]*-?")
_JOINED = re.compile(r" og ")
_PART = r"(?:(?! og )[^,])+"
_ONE_NAME = re.compile(rf"{_PART},{_PART} og {_PART}")
_LONGEST_NAME = 14


@dataclass(frozen=True)
class Series:
    """Names in their order; `rest` is what follows.

    `unclear` says that they could be read in another way, and `assumed` that one is a name only by its form.
    """

    names: tuple[str, ...] = ()
    unclear: bool = False
    assumed: bool = False
    rest: str = ""


def whole_series(text: str, known: Collection[str]) -> Series:
    """The names of a text that holds nothing else."""
    text = text.strip()
    if not text:
        return Series()
    if names := _all_known(text, known):
        return Series(names)
    parts = [_without_samt(part, known) for part in _SAMT.split(text)]
    names = tuple(name for part in parts for name in part.names)
    return Series(names, any(part.unclear for part in parts), any(part.assumed for part in parts))


def leading_series(text: str, known: Collection[str]) -> Series:
    """Known names that a text begins with and the rest of it, where the rest begins like a new sentence."""
    text = text.strip()
    names: list[str] = []
    position = 0
    best = Series(rest=text)
    while found := _known_at(text, position, known):
        names.append(found)
        end = position + len(found)
        if _AFTER_NAMES.match(text, end):
            best = Series(tuple(names), rest=text[end:].strip())
        separator = _SEPARATOR.match(text, end)
        if not separator:
            break
        position = separator.end()
    return best


def looks_like_names(text: str) -> bool:
    """The form of Danish names: capitals and small connecting words, no full stop, not long."""
    words = text.replace(",", " ").split()
    if not words or len(words) > _LONGEST_NAME or text.rstrip().endswith((".", ":", "?", "!")):
        return False
    return all(word in _CONNECTORS or _WORD_OF_NAME.fullmatch(word) for word in words) and words[0] not in _CONNECTORS


def may_begin_with_name(text: str) -> bool:
    """Whether a sentence begins with two capitalised words, so that the first might be a name of its own."""
    words = [word for word in text.split()[:6] if word not in _CONNECTORS]
    return len(words) > 1 and all(_WORD_OF_NAME.fullmatch(word) and word[0].isalpha() for word in words[:2])


def _all_known(text: str, known: Collection[str]) -> tuple[str, ...]:
    """The text as known names alone, or nothing."""
    for name in _candidates(text, 0, known):
        if len(name) == len(text):
            return (text,)
        separator = _SEPARATOR.match(text, len(name))
        if separator and (others := _all_known(text[separator.end() :], known)):
            return (text[: len(name)], *others)
    return ()


def _without_samt(text: str, known: Collection[str]) -> Series:
    """The names between two `samt`: known ones are taken off both ends first."""
    if names := _all_known(text, known):
        return Series(names)
    for name in _candidates(text, 0, known):
        separator = re.compile(r",\s*").match(text, len(name))
        if separator:
            rest = _without_samt(text[separator.end() :], known)
            return Series((text[: len(name)], *rest.names), rest.unclear, rest.assumed)
    for name in sorted(known, key=len, reverse=True):
        head = text[: len(text) - len(name)].rstrip()
        if text.casefold().endswith(name.casefold()) and head.endswith(","):
            before = _without_samt(head.rstrip(", "), known)
            return Series((*before.names, text[len(text) - len(name) :]), before.unclear, before.assumed)
    return _by_form(text)


def _by_form(text: str) -> Series:
    """Names by their form: a name has one `og`, in front of its last word, and commas only before that."""
    if _ONE_NAME.fullmatch(text):
        return Series((text,), assumed=True)
    names: list[str] = []
    open_parts: list[str] = []
    unclear = False
    for part in (part.strip() for part in text.split(",")):
        open_parts += [part] if part else []
        if _JOINED.search(part):
            unclear |= len(open_parts) > 1 or len(_JOINED.findall(part)) > 1
            names.append(", ".join(open_parts))
            open_parts = []
    return Series((*names, *open_parts), unclear)


def _known_at(text: str, position: int, known: Collection[str]) -> str:
    """The longest known name that stands at a position as whole words, as it is written there; else nothing."""
    found = [name for name in _candidates(text, position, known) if _ends_word(text, position + len(name))]
    return text[position : position + len(found[0])] if found else ""


def _candidates(text: str, position: int, known: Collection[str]) -> list[str]:
    here = [name for name in known if text[position : position + len(name)].casefold() == name.casefold()]
    return sorted((name for name in here if _ends_word(text, position + len(name))), key=len, reverse=True)


def _ends_word(text: str, position: int) -> bool:
    return position >= len(text) or not (text[position].isalnum() or text[position] == "-")
