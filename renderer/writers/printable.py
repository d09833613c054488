"""What the PDF writer is given: a page of HTML, and what the file is to say of itself.

An edition is one such document (`pdf.py`), a comparison another (`comparison/pdf.py`). The PDF writer knows neither:
whatever has a page in the elements of `styles/elements.css` becomes a file for the archive in the same way.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Printable:
    """A document that can be printed.

    `page` is well-formed HTML without styles; its head says title, author, subject, keywords and moment.
    `sheets` are the names of the style sheets in `styles/`, in order.
    `data` is the document as JSON: it is attached as source data, and the file's identifier follows from it.
    `case_id` and `date` are what the archive registers.
    `where` says where in the document a character stands, as its reader would say it: `i kapitlet »5. Kultur«`.
    """

    page: str
    sheets: tuple[str, ...]
    data: str
    case_id: str
    date: datetime.date
    where: Callable[[str], str]
