"""Writers: an edition -> the bytes of a file, one function a format; a writer never sees the case."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from renderer.edition.edition import Edition

# A writer's library is loaded when it is used: WeasyPrint alone takes longer to load than a Word file to write.


def _pdf(edition: Edition) -> bytes:
    from renderer.writers.pdf import write_pdf

    return write_pdf(edition)


def _docx(edition: Edition) -> bytes:
    from renderer.writers.word import write_word

    return write_word(edition)


def _html(edition: Edition) -> bytes:
    from renderer.writers.html import write_html

    return write_html(edition)


WRITERS: Final[dict[str, Callable[[Edition], bytes]]] = {"pdf": _pdf, "docx": _docx, "html": _html}
"""Format name, which is also the file's suffix -> its writer. Every writer raises `RenderingError` when it cannot."""
