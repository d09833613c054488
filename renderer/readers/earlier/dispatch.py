"""Which reader an earlier document needs: by what is in the file, not by what its name says.

Adding a format is one line in `EARLIER_READERS` and a way to recognise it in `kind_of`.
"""

import io
import re
import zipfile
from collections.abc import Callable
from enum import StrEnum

from renderer.errors import UnreadableFile
from renderer.readers.earlier.grammar.document import understand
from renderer.readers.earlier.markdown.read import looks_like_markdown, read_markdown
from renderer.readers.earlier.plain.read import read_plain
from renderer.readers.earlier.reading import EarlierReading
from renderer.readers.earlier.signed.meant import as_meant
from renderer.readers.earlier.signed.recognise import is_signed_agreement
from renderer.readers.earlier.signed.understand import understand_signed
from renderer.readers.earlier.signed.unread import with_advice
from renderer.readers.earlier.source import SourceDocument
from renderer.readers.earlier.text.decoding import decoded


class Kind(StrEnum):
    """The formats of earlier documents."""

    MARKDOWN = "markdown"
    PLAIN = "tekst"
    PDF = "pdf"
    WORD = "word"


def _read_pdf(name: str, content: bytes) -> SourceDocument:
    from renderer.readers.earlier.pdf.read import read_pdf

    return read_pdf(name, content)


def _read_word(name: str, content: bytes) -> SourceDocument:
    from renderer.readers.earlier.word.read import read_word

    return read_word(name, content)


EARLIER_READERS: dict[Kind, Callable[[str, bytes], SourceDocument]] = {
    Kind.MARKDOWN: read_markdown,
    Kind.PLAIN: read_plain,
    Kind.PDF: _read_pdf,
    Kind.WORD: _read_word,
}
"""Reader of each format: file name and bytes -> source document; raises `UnreadableFile`."""

_PDF_MARK_WITHIN = 1024
_REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "er i Words gamle format (.doc)"),
    (b"{\\rtf", "er i formatet RTF"),
    (b"\x89PNG", "er et billede"),
    (b"\xff\xd8\xff", "er et billede"),
    (b"GIF8", "er et billede"),
)
# A conversion to Markdown has HTML in its cells; a web page begins with its own head.
_WEB_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_HINT = "Gem dokumentet som Word (.docx), PDF eller tekst, og importer den fil."


def read_earlier(name: str, content: bytes) -> EarlierReading:
    """Read one earlier document; `name` is its file name. Raises `UnreadableFile` where it cannot be read at all."""
    document = EARLIER_READERS[kind_of(name, content)](name, content)
    meant = as_meant(document)
    if is_signed_agreement(meant):
        return understand_signed(meant)
    return with_advice(document, understand(document))


def kind_of(name: str, content: bytes) -> Kind:
    """The format of a file by its content. Raises `UnreadableFile` for one that is none of them."""
    if b"%PDF-" in content[:_PDF_MARK_WITHIN]:
        return Kind.PDF
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_archive(name, content)
    for mark, said in _REFUSED:
        if content.startswith(mark):
            raise UnreadableFile(f"Filen »{name}« {said} og kan ikke læses.", _HINT)
    text = decoded(name, content)
    if _WEB_PAGE.match(text):
        raise UnreadableFile(f"Filen »{name}« er en webside (HTML) og kan ikke læses.", _HINT)
    return Kind.MARKDOWN if looks_like_markdown(text) else Kind.PLAIN


def _kind_of_archive(name: str, content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as cause:
        raise UnreadableFile(f"Filen »{name}« er beskadiget og kan ikke læses.", _HINT) from cause
    if "word/document.xml" in names or any(part.startswith("word/") for part in names):
        return Kind.WORD
    raise UnreadableFile(f"Filen »{name}« er ikke et Word-dokument.", _HINT)
