"""Our own PDF files, read back: the document that a file carries as its source data, and what made it."""

import io
from dataclasses import dataclass

import pikepdf
from pydantic import ValidationError

from renderer.edition.agreement.document import AgreementDocument
from renderer.edition.comparison import Comparison
from renderer.edition.edition import Edition
from renderer.errors import UnreadableFile
from renderer.vocabulary import SOURCE_DATA_FILE

_HINT = "Angiv en PDF-fil, som Aftalerapport har dannet med kildedata (PDF/A-3a)."

_HINT_OF_ANOTHER = "Brug den version, som filen er dannet af; den står i filens egenskaber."


@dataclass(frozen=True)
class OwnPdf:
    """What a file says of itself: its data, the very text of them, and the program that made it."""

    document: Edition | AgreementDocument
    source: str
    made_by: str


def read_own_pdf(name: str, content: bytes) -> OwnPdf:
    """Read an edition, or the signed agreement, out of its PDF.

    Raises `UnreadableFile` for any other file, or one whose data are spoilt.
    """
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            source = _attached(name, pdf)
            made_by = str(pdf.docinfo.get("/Creator", ""))
        return OwnPdf(_document(source), source.decode(), made_by)
    except pikepdf.PasswordError as cause:
        raise UnreadableFile(f"Filen »{name}« er beskyttet med adgangskode.", _HINT) from cause
    except pikepdf.PdfError as cause:
        raise UnreadableFile(f"Filen »{name}« er ikke en PDF-fil, eller den er beskadiget.", _HINT) from cause
    except (ValidationError, UnicodeDecodeError) as cause:
        if _is_comparison(source):
            raise UnreadableFile(f"Filen »{name}« er en liste over ændringer og ikke en udgave.", _HINT) from cause
        message = f"Kildedata i »{name}« er beskadiget eller fra en anden version, som denne ikke kan læse."
        raise UnreadableFile(message, _HINT_OF_ANOTHER) from cause


def _document(source: bytes) -> Edition | AgreementDocument:
    try:
        return AgreementDocument.model_validate_json(source)
    except ValidationError:
        return Edition.model_validate_json(source)


def _is_comparison(source: bytes) -> bool:
    try:
        Comparison.model_validate_json(source)
    except (ValidationError, UnicodeDecodeError):
        return False
    return True


def _attached(name: str, pdf: pikepdf.Pdf) -> bytes:
    try:
        return pdf.attachments[SOURCE_DATA_FILE].get_file().read_bytes()
    except KeyError as cause:
        raise UnreadableFile(f"Filen »{name}« har ingen kildedata.", _HINT) from cause
