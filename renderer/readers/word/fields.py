"""The fields of a Word paragraph (ECMA-376-1, 17.16): their results are text, their instructions are not."""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from renderer.readers.word.names import W, number

_LINK = re.compile(r'^\s*HYPERLINK\s+"([^"]+)"(?:.*?\\l\s+"([^"]+)")?', re.IGNORECASE | re.DOTALL)


@dataclass
class _Field:
    chosen: str
    instruction: str = ""
    has_result: bool = False


@dataclass
class Fields:
    """The fields that are open at a place of a paragraph; one that is never closed ends with its paragraph."""

    _open: list[_Field] = field(default_factory=list)

    @property
    def in_instruction(self) -> bool:
        """Whether what stands here tells Word what to do, and is no text."""
        return any(not one.has_result for one in self._open)

    @property
    def link(self) -> str | None:
        """Where the text at this place leads, or `None`."""
        addresses = (self.address(one.instruction) for one in reversed(self._open))
        return next((address for address in addresses if address), None)

    def instruct(self, text: str) -> None:
        """Take in a part of the instruction."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].instruction += text

    def turn(self, character: _Element) -> str:
        """Go past a field's beginning, middle or end.

        Gives the chosen word of a drop-down list, which has no result of its own, and else nothing.
        """
        kind = character.get(f"{W}fldCharType")
        if kind == "begin":
            self._open.append(_Field(_chosen_word(character)))
        elif kind == "separate" and self._open:
            self._open[-1].has_result = True
        elif kind == "end" and self._open:
            return self._open.pop().chosen
        return ""

    @staticmethod
    def address(instruction: str) -> str | None:
        """The address in the instruction of a link; `None` for other fields and for links inside the document."""
        found = _LINK.match(instruction)
        if not found:
            return None
        return f"{found[1]}#{found[2]}" if found[2] else found[1]


def _chosen_word(character: _Element) -> str:
    choices = character.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return ""
    words = [entry.get(f"{W}val", "") for entry in choices.iterfind(f"{W}listEntry")]
    chosen = number(choices, "result") or 0
    return words[chosen] if 0 <= chosen < len(words) else ""
