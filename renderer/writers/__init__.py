"""Writers: an edition -> the bytes of a file, one function a format; a writer never sees the case."""

from collections.abc import Callable
from typing import Final

from renderer.edition.edition import Edition
from renderer.writers.html import write_html
from renderer.writers.pdf import write_pdf
from renderer.writers.word import write_word

WRITERS: Final[dict[str, Callable[[Edition], bytes]]] = {
    "pdf": write_pdf,
    "docx": write_word,
    "html": write_html,
}
"""Format name, which is also the file's suffix -> its writer. Every writer raises `RenderingError` when it cannot."""
