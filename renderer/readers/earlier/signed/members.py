"""Parties that stand below each other, alone or with the persons who agreed for them."""

import re
from collections.abc import Sequence

from renderer.readers.earlier.grammar.furniture import MUNICIPALITY
from renderer.readers.earlier.signed.capitals import known_party, written_out
from renderer.readers.earlier.signed.named_line import read_named_line
from renderer.readers.earlier.signed.parties import begins_like_name, is_letter, is_name, is_office, is_party
from renderer.readers.earlier.signed.piece_lines import lines_of
from renderer.readers.text.piece import Piece

_MUNICIPALITY = re.compile(MUNICIPALITY)
_MARK = re.compile(r"^[-–•*·]\s*")
_STOP = re.compile(r"(?:\s+og|\s+samt|[,;.])+$")
_FEWEST = 2


def party_words(line: str) -> str:
    """A party's line without the mark of a list and what leads to the next one, as it is written elsewhere."""
    words = _STOP.sub("", _MARK.sub("", line.strip()))
    return words if is_party(words) else known_party(words) or written_out(words)


def members_end(pieces: Sequence[Piece], start: int) -> int:
    """Where the pieces end whose lines are all parties, persons or offices."""
    end = start
    while end < len(pieces) and all(map(_is_member, lines_of(pieces[end]))):
        end += 1
    return end


def begins_members(pieces: Sequence[Piece], *, announced: bool) -> bool:
    """Whether pieces are the parties of an agreement: two of them, or one where words announce it."""
    lines = [line for piece in pieces for line in lines_of(piece)]
    parties = [line for line in lines if _names_party(line)]
    enough = len(parties) >= (1 if announced else _FEWEST)
    return (bool(lines) and enough and _names_party(lines[0])) or (enough and begins_like_name(lines[0]))


def party_lines(pieces: Sequence[Piece]) -> list[str] | None:
    """The parties where the lines name nothing else, or `None` where persons stand among them."""
    lines = [party_words(line) for piece in pieces for line in lines_of(piece)]
    persons = [line for line in lines if not is_party(line) and not is_letter(line)]
    if any(read_named_line(line) or is_office(line) or begins_like_name(line) for line in persons):
        return None
    return lines


def _names_party(line: str) -> bool:
    words = party_words(line)
    return is_party(words) or is_letter(words) or read_named_line(line) is not None


def _is_member(line: str) -> bool:
    words = party_words(line)
    if _MUNICIPALITY.fullmatch(words):
        return False
    return _names_party(line) or is_office(words) or is_name(words)
