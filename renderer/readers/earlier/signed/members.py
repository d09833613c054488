"""Parties that stand below each other, alone or with the persons who agreed for them."""

import re
from collections.abc import Sequence

from renderer.readers.earlier.grammar.furniture import MUNICIPALITY
from renderer.readers.earlier.signed.capitals import written_out
from renderer.readers.earlier.signed.named_line import read_named_line
from renderer.readers.earlier.signed.parties import begins_like_name, is_letter, is_name, is_office, is_party
from renderer.readers.earlier.signed.piece_lines import lines_of
from renderer.readers.text.piece import Piece

_MUNICIPALITY = re.compile(MUNICIPALITY)
_FEWEST = 2


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
    lines = [written_out(line) for piece in pieces for line in lines_of(piece)]
    persons = [line for line in lines if not is_party(line) and not is_letter(line)]
    if any(read_named_line(line) or is_office(line) or begins_like_name(line) for line in persons):
        return None
    return lines


def _names_party(line: str) -> bool:
    return is_party(written_out(line)) or is_letter(line) or read_named_line(line) is not None


def _is_member(line: str) -> bool:
    words = written_out(line)
    if _MUNICIPALITY.fullmatch(words):
        return False
    return _names_party(line) or is_office(words) or is_name(words)
