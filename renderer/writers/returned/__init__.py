"""A summary of what came back -> the bytes of a file: Word and HTML."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from renderer.edition.return_summary import ReturnSummary

# A writer's library is loaded when it is used, as in `renderer/writers/__init__.py`.


def _docx(summary: ReturnSummary) -> bytes:
    from renderer.writers.returned.word import write_summary_word

    return write_summary_word(summary)


def _html(summary: ReturnSummary) -> bytes:
    from renderer.writers.html import write_summary_html

    return write_summary_html(summary)


SUMMARY_WRITERS: Final[dict[str, Callable[[ReturnSummary], bytes]]] = {"docx": _docx, "html": _html}
"""Format name, which is also the file's suffix -> its writer. Every writer raises `RenderingError` when it cannot."""
