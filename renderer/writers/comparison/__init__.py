"""A comparison of two editions -> the bytes of a file: PDF, Word and Markdown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from renderer.edition.comparison import Comparison

# A writer's library is loaded when it is used, as in `renderer/writers/__init__.py`.


def _pdf(comparison: Comparison) -> bytes:
    from renderer.writers.comparison.pdf import write_comparison_pdf

    return write_comparison_pdf(comparison)


def _docx(comparison: Comparison) -> bytes:
    from renderer.writers.comparison.word import write_comparison_word

    return write_comparison_word(comparison)


def _markdown(comparison: Comparison) -> bytes:
    from renderer.writers.comparison.markdown import write_comparison_markdown

    return write_comparison_markdown(comparison)


COMPARISON_WRITERS: Final[dict[str, Callable[[Comparison], bytes]]] = {"pdf": _pdf, "docx": _docx, "md": _markdown}
"""Format name, which is also the file's suffix -> its writer. Every writer raises `RenderingError` when it cannot."""
