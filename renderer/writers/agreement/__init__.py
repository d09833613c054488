"""The signed agreement -> the bytes of a file: PDF and Word."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from renderer.edition.agreement.document import AgreementDocument

# A writer's library is loaded when it is used, as in `renderer/writers/__init__.py`.


def _pdf(agreement: AgreementDocument) -> bytes:
    from renderer.writers.agreement.pdf import write_agreement_pdf

    return write_agreement_pdf(agreement)


def _docx(agreement: AgreementDocument) -> bytes:
    from renderer.writers.agreement.word import write_agreement_word

    return write_agreement_word(agreement)


AGREEMENT_WRITERS: Final[dict[str, Callable[[AgreementDocument], bytes]]] = {"pdf": _pdf, "docx": _docx}
"""Format name, which is also the file's suffix -> its writer. Every writer raises `RenderingError` when it cannot."""
