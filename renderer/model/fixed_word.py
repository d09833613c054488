"""Words that a field has one list of: known by their letters, whether small or capital."""

from collections.abc import Iterable
from enum import Enum, StrEnum
from typing import Any

from renderer.model.tidying import plain_characters, tidy_line


def compared(text: str) -> str:
    """The form in which a fixed word or a name is compared: single spaces, and letters alike in either size."""
    return tidy_line(plain_characters(text)).casefold()


def listed(text: str, names: Iterable[str]) -> str | None:
    """The name of a list that a text is, as the list spells it; `None` where it is none, or may be two."""
    known = list(dict.fromkeys(names))
    if text in known:
        return text
    alike = [name for name in known if compared(name) == compared(text)]
    return alike[0] if len(alike) == 1 else None


class FixedWord(StrEnum):
    """A word of a list in the data, written small there and read in either size: `Glad` is `glad`."""

    @classmethod
    def _missing_(cls, value: object) -> "FixedWord | None":
        found: FixedWord | None = word_of(cls, value)
        return found


def word_of(words: type[Enum], value: Any) -> Any:
    """The member of a list of words that a text names, or `None`."""
    if not isinstance(value, str):
        return None
    return next((word for word in words if compared(str(word.value)) == compared(value)), None)
