"""The document's own data in the file: what was printed can be read by a program in thirty years.

ISO 19005-3, 6.8: an embedded file has a media type, a relationship to the document and an entry in AF. `Source` is
"the original source material" (ISO 32000-2, 7.11.3). One file, in UTF-8 JSON, with the document's date.
"""

import datetime

import pydyf
from weasyprint import Attachment

from renderer.vocabulary import SOURCE_DATA_FILE

NAME = SOURCE_DATA_FILE
DESCRIPTION = "Kildedata: dokumentets indhold som JSON (UTF-8)"


def source_data(date: datetime.date, data: bytes) -> Attachment:
    """The attachment; `data` is the document as JSON. Without dates of our own, WeasyPrint would write the clock's."""
    # WeasyPrint writes a date without a time zone as UTC.
    day = datetime.datetime.combine(date, datetime.time())
    return Attachment(
        string=data,
        name=NAME,
        description=DESCRIPTION,
        relationship="Source",
        created=day,
        modified=day,
    )


def list_once(pdf: pydyf.PDF) -> None:
    """WeasyPrint 70.0 lists each attachment twice in AF (weasyprint/pdf/pdfa.py: by name, then by type)."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
