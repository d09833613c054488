"""A span: characters of a Word file with one look, one owner and one history of tracked changes."""

from collections.abc import Iterable
from dataclasses import dataclass

from renderer.readers.text.runs import Run


@dataclass(frozen=True, slots=True)
class Change:
    """One tracked change: inserted or deleted, by whom and when (ISO 8601, as the file says it); both may be empty."""

    deleted: bool
    author: str
    when: str


@dataclass(frozen=True, slots=True)
class Span:
    """Characters; `changes` are the tracked changes around them, outermost first.

    `owner` is the mark of the innermost field around them, if there is one; `prompt` says that they stand in a control
    that shows its prompt. `losses` name what of their look Markdown cannot say; `colour` and `size` are their own
    where they have one; `restyled` is the tracked change that gave them their look, if there is one.
    """

    text: str
    bold: bool = False
    italic: bool = False
    href: str | None = None
    changes: tuple[Change, ...] = ()
    owner: str | None = None
    prompt: bool = False
    losses: tuple[str, ...] = ()
    colour: str | None = None
    size: str | None = None
    restyled: Change | None = None

    @property
    def history(self) -> tuple[Change, ...]:
        """Every tracked change they stand under, also one of their look."""
        return (*self.changes, self.restyled) if self.restyled and self.stays else self.changes

    @property
    def stays(self) -> bool:
        """Whether the characters are there when all changes are accepted."""
        return not any(change.deleted for change in self.changes)

    @property
    def stood(self) -> bool:
        """Whether the characters were there before the changes that are still open."""
        return all(change.deleted for change in self.changes)

    @property
    def run(self) -> Run:
        """The characters as running text has them."""
        return Run(self.text, self.bold, self.italic, self.href)


def accepted_text(spans: Iterable[Span]) -> str:
    """The characters that are there when all changes are accepted."""
    return "".join(span.text for span in spans if span.stays)


def authors(changes: Iterable[Change]) -> tuple[str, ...]:
    """Who made the changes, each once, in the order of the text."""
    return tuple(dict.fromkeys(change.author for change in changes if change.author))


def latest(changes: Iterable[Change]) -> str:
    """When the last of the changes was made; empty where none of them says."""
    return max((change.when for change in changes), default="")
