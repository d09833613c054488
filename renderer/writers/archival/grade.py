"""Which standards a file satisfies."""

from enum import StrEnum


class Grade(StrEnum):
    """Both are PDF/UA-1 too; the value is WeasyPrint's name of the PDF/A part."""

    WITH_DATA = "pdf/a-3a"
    """PDF/A-3a (ISO 19005-3), which carries its source data."""

    WITHOUT_DATA = "pdf/a-2a"
    """PDF/A-2a (ISO 19005-2), for archives that take no attachments."""
