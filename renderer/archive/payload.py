"""What an entry of the chain says, and every row that follows from it: built and read in one place.

Keys are English: programs read them.
"""

import datetime
import json
from typing import Any

from renderer.archive.chain import Entry, sha256
from renderer.archive.record import Acceptance, IssuedEdition, Issuing, KeptFile, NewEdition
from renderer.edition.edition import Edition

__all__ = [
    "edition_row", "facts", "file_rows", "folded", "issued", "issued_edition", "moment", "sha256", "withdrawn",
]  # fmt: skip

_FACTS = ("case_id", "agreement", "budget_year", "followup", "committee", "title", "date")


def moment(at: datetime.datetime) -> str:
    """A time with zone as ISO 8601 in UTC, to the second. Raises `ValueError` for one without a zone."""
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at.astimezone(datetime.UTC).isoformat(timespec="seconds")


def facts(edition: Edition) -> dict[str, Any]:
    """What an edition is found by; the committee is empty for the whole municipality."""
    said = edition.facts
    return {
        "case_id": said.case_id,
        "agreement": said.agreement_title,
        "budget_year": said.budget_year,
        "followup": said.followup,
        "committee": said.committee or "",
        "title": said.title,
        "date": said.date.isoformat(),
    }


def issued(new: NewEdition, issuing: Issuing, number: int, version: int) -> dict[str, Any]:
    """The payload of an edition that is issued."""
    return {
        "number": number,
        "version": version,
        **facts(new.edition),
        "edition_sha256": sha256(new.edition.as_json().encode()),
        "files": [
            {
                "format": file.format,
                "name": file.name,
                "media_type": file.media_type,
                "sha256": sha256(file.content),
                "size": len(file.content),
            }
            for file in new.files
        ],
        "accepted": [acceptance.as_json() for acceptance in new.accepted],
        "made_with": issuing.made_with,
        "reason": issuing.reason.strip(),
    }


def withdrawn(number: int, reason: str) -> dict[str, Any]:
    """The payload of an edition that is withdrawn."""
    return {"number": number, "reason": reason.strip()}


def edition_row(said: dict[str, Any], data: bytes, entry: int) -> dict[str, Any]:
    """The row of `edition` that follows from a payload and the edition's own data (its JSON)."""
    row = {name: said[name] for name in ("number", "version", *_FACTS, "edition_sha256")}
    return {**row, "entry": entry, "titles": titles(data)}


def file_rows(said: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of `edition_file` that follow from a payload."""
    return [{"edition": said["number"], **file} for file in said["files"]]


def titles(data: bytes) -> str:
    """The title and the headings of the items in an edition's JSON, folded for searching, a line each.

    Read without the model, since an audit does it for every edition there is. Raises `ValueError`, `KeyError` or
    `TypeError` for anything that is no edition.
    """
    said = json.loads(data)
    headings = [item["heading"] for chapter in said["chapters"] for item in chapter["items"]]
    return "\n".join(folded(text) for text in (said["facts"]["title"], *headings))


def folded(text: str) -> str:
    """Lower case with single plain spaces, as titles are searched."""
    return " ".join(text.casefold().split())


def issued_edition(entry: Entry, withdrawal: Entry | None) -> IssuedEdition:
    """An edition as its entry says, and the entry that withdrew it."""
    said = json.loads(entry.payload)
    return IssuedEdition(
        number=said["number"],
        version=said["version"],
        case_id=said["case_id"],
        agreement=said["agreement"],
        budget_year=said["budget_year"],
        followup=said["followup"],
        committee=said["committee"] or None,
        title=said["title"],
        date=datetime.date.fromisoformat(said["date"]),
        issued_by=entry.by,
        issued_at=entry.at,
        reason=said["reason"],
        made_with=said["made_with"],
        digest=entry.digest,
        edition_sha256=said["edition_sha256"],
        files=tuple(KeptFile(**file) for file in said["files"]),
        accepted=tuple(Acceptance(**one) for one in said["accepted"]),
        withdrawn_by=withdrawal.by if withdrawal else "",
        withdrawn_at=withdrawal.at if withdrawal else "",
        withdrawn_reason=json.loads(withdrawal.payload)["reason"] if withdrawal else "",
    )
