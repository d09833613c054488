"""A workbook as bytes, the same for the same contents: no clock, and a language, which XlsxWriter cannot say."""

import datetime
import zipfile
from io import BytesIO

import xlsxwriter
from xlsxwriter import Workbook

_CORE = "docProps/core.xml"
_LANGUAGE = b"<dc:language>da-DK</dc:language></cp:coreProperties>"
_SHEETS = "xl/worksheets/sheet"
_CHOSEN_HEIGHT = b' customHeight="1"'
"""What XlsxWriter says of every height; without it a row grows with what is typed in it."""
_COMPRESSION_LEVEL = 6
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}


class Book:
    """A workbook that is being written; `sheets` is XlsxWriter's own."""

    def __init__(self, title: str, subject: str, author: str, day: datetime.date) -> None:
        self._file = BytesIO()
        self.sheets: Workbook = xlsxwriter.Workbook(self._file, _OPTIONS)
        self.sheets.set_size(2400, 1400)
        self.sheets.set_calc_mode("auto")
        self.sheets.set_properties(
            {
                "title": title,
                "subject": subject,
                "author": author,
                "company": author,
                "created": datetime.datetime.combine(day, datetime.time(), datetime.UTC).replace(tzinfo=None),
            }
        )

    def remember(self, name: str, value: str) -> None:
        """Write a property of the file, by which it knows itself."""
        if value:
            self.sheets.set_custom_property(name, value, "text")

    def content(self) -> bytes:
        """The bytes of the finished workbook."""
        self.sheets.close()
        packed = BytesIO()
        with zipfile.ZipFile(self._file) as source, zipfile.ZipFile(packed, "w") as target:
            for entry in source.infolist():
                data = source.read(entry)
                if entry.filename == _CORE:
                    data = data.replace(b"</cp:coreProperties>", _LANGUAGE)
                elif entry.filename.startswith(_SHEETS):
                    data = data.replace(_CHOSEN_HEIGHT, b"")
                target.writestr(entry, data, zipfile.ZIP_DEFLATED, _COMPRESSION_LEVEL)
        return packed.getvalue()
