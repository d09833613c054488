"""Words set in capitals, written as a sentence is: front pages shout, and data does not."""

import re

from renderer.readers.earlier.signed.parties import PARTIES

_PARTY = re.compile("|".join(re.escape(party) for party in sorted(PARTIES, key=len, reverse=True)), re.IGNORECASE)
_NAMED = re.compile(r"\b(?:\w*liste(?:n)?|\w*partiet)\b(?=\W|$)")
_MUNICIPALITY = re.compile(r"\b([\w-]+) (kommune|regionskommune|byråd|kommunalbestyrelse)(?=s?\b)")
_PLACE = re.compile(r"\b(for|i) ([a-zæøå-]+)(?= (?:for |i )?\d{4})")
_NO_PLACE = re.compile(r"(?:perioden?|år\w*|budget\w*|kommune\w*|det|den|de|byråd\w*)")
_KNOWN = {party.casefold(): party for party in PARTIES}


def written_out(text: str) -> str:
    """Words in capitals with small letters, and names with their first; other words as they are."""
    if not text.isupper() or len(text) <= _LONGEST_SHORT:
        return text
    words = text.lower()
    words = _MUNICIPALITY.sub(lambda found: f"{_name(found[1])} {found[2].capitalize()}", words)
    words = _PLACE.sub(_placed, words)
    words = _NAMED.sub(lambda found: found[0].capitalize(), words)
    words = _PARTY.sub(lambda found: _KNOWN[found[0].casefold()] if _stands_alone(words, found) else found[0], words)
    return words[:1].upper() + words[1:]


def known_party(text: str) -> str | None:
    """A party that everybody knows, as it is written, in whatever letters it stands; `None` for other words."""
    return _KNOWN.get(" ".join(text.split()).casefold())


# `SF` and a party's letter are written in capitals anyway.
_LONGEST_SHORT = 2


def _placed(found: re.Match[str]) -> str:
    return found[0] if _NO_PLACE.fullmatch(found[2]) else f"{found[1]} {_name(found[2])}"


def _name(words: str) -> str:
    return "-".join(part.capitalize() for part in words.split("-"))


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    return not (before.isalnum() or after.isalnum())
