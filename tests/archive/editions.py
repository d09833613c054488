"""Editions to issue; their files need not be real documents for the archive to keep them."""

import datetime

from renderer.archive.record import Acceptance, EditionFile, Issuing, NewEdition
from renderer.edition.build import build_edition, round_committees
from tests.samples import small_case

AT = datetime.datetime(2018, 7, 4, 10, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
PDF = "application/pdf"
FINDING = {"kode": "status-mangler", "alvor": "advarsel", "sted": "5.1", "tekst": "Der mangler en status.", "råd": ""}


def new_edition(followup: int = 2, committee: str | None = None, content: bytes = b"%PDF-1.7 a") -> NewEdition:
    edition = build_edition(small_case(), followup, committee)
    files = (
        EditionFile("pdf", "udgave.pdf", PDF, content),
        EditionFile("docx", "udgave.docx", "application/x-docx", content + b" word"),
    )
    return NewEdition(edition, files, (Acceptance(FINDING, "Anna Holm", "Tallet kommer i august."),))


def a_round(followup: int = 2) -> list[NewEdition]:
    committees = round_committees(small_case())
    return [new_edition(followup, committee, f"{committee}".encode()) for committee in committees]


def issuing(reason: str = "", by: str = "Anna Holm") -> Issuing:
    return Issuing(by, AT, "Aftalerapport 0.1.0", reason)
