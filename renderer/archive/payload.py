"""What an entry of the chain says, and every row that follows from it: built and read in one place.

Keys are English: programs read them. An entry that was taken in from another archive says only its number and version
here and holds the other archive's entry as it was; everything else is read there, so the two cannot contradict.
"""

import datetime
import json
from collections.abc import Iterator
from typing import Any

from renderer.archive.chain import Act, Entry, sha256
from renderer.archive.record import Acceptance, Document, IssuedEdition, Issuing, KeptFile, NewEdition, Origin
from renderer.edition.agreement.document import AgreementDocument
from renderer.edition.edition import Edition
from renderer.model.tidying import composed

__all__ = [
    "digests", "edition_row", "facts", "file_rows", "folded", "imported", "is_edition", "issued", "issued_edition",
    "moment", "opened", "origins", "sha256", "titles", "withdrawn", "withdrawn_elsewhere",
]  # fmt: skip

NO_FOLLOWUP = -1
"""What stands in the table for a document of no follow-up: a database takes nothing to differ from nothing."""

_FACTS = ("case_id", "agreement", "budget_year", "committee", "title", "date")
_FILE: dict[str, type] = {"format": str, "name": str, "media_type": str, "sha256": str, "size": int}
_ACCEPTED: dict[str, type] = {"finding": dict, "by": str, "reason": str}
_ISSUED: dict[str, type] = {
    "number": int, "version": int, "case_id": str, "agreement": str, "budget_year": int, "committee": str,
    "title": str, "date": str, "edition_sha256": str, "made_with": str, "reason": str, "files": list, "accepted": list,
}  # fmt: skip
# Sealed entries lie in each other: an archive that was handed on so many times has other troubles.
_DEEPEST = 20
_LARGEST = 2**31 - 1


def moment(at: datetime.datetime) -> str:
    """A time with zone as ISO 8601 in UTC, to the second. Raises `ValueError` for one without a zone."""
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at.astimezone(datetime.UTC).isoformat(timespec="seconds")


def facts(document: Edition | AgreementDocument) -> dict[str, Any]:
    """What a document is found by; the committee is empty for the whole municipality."""
    said = document.facts
    agreement = isinstance(document, AgreementDocument)
    return {
        "document": (Document.AGREEMENT if agreement else Document.FOLLOWUP).value,
        "case_id": said.case_id,
        "agreement": said.agreement_title,
        "budget_year": said.budget_year,
        "followup": None if isinstance(document, AgreementDocument) else document.facts.followup,
        "committee": said.committee or "",
        "title": said.title,
        "date": said.date.isoformat(),
    }


def issued(new: NewEdition, issuing: Issuing, number: int, version: int) -> dict[str, Any]:
    """The payload of a document that is issued."""
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


def imported(origin: Entry, number: int, version: int) -> dict[str, Any]:
    """The payload of an edition that another archive has issued."""
    return {"number": number, "version": version, "origin": origin.as_json()}


def withdrawn(number: int, reason: str) -> dict[str, Any]:
    """The payload of an edition that is withdrawn."""
    return {"number": number, "reason": reason.strip()}


def withdrawn_elsewhere(number: int, origin: Entry) -> dict[str, Any]:
    """The payload of an edition that another archive has withdrawn."""
    return {"number": number, "origin": origin.as_json()}


def is_edition(entry: Entry) -> bool:
    """Whether an edition came into the archive by this entry."""
    return entry.kind in {Act.ISSUED, Act.IMPORTED}


def opened(entry: Entry, depth: int = 0) -> dict[str, Any]:
    """What an entry says, what it seals included. Raises `ValueError` for anything but a payload of this archive."""
    said = _loaded(entry)
    if not isinstance(said, dict) or depth > _DEEPEST:
        raise ValueError("this is no payload")
    if "origin" in said:
        said = {**opened(_origin(said), depth + 1), **said}
    shape = _ISSUED if "files" in said or is_edition(entry) else {"number": int, "reason": str}
    _require(said, shape)
    if shape is _ISSUED:
        datetime.date.fromisoformat(said["date"])
        said = {"document": Document.FOLLOWUP.value, **said}
        Document(said["document"])
        if not isinstance(said.get("followup"), int | None):
            raise ValueError("this is no number of a follow-up")
        for shape_of_each, each in (
            *((_FILE, one) for one in said["files"]),
            *((_ACCEPTED, a) for a in said["accepted"]),
        ):
            _require(each, shape_of_each, exactly=True)
    return said


def origins(entry: Entry) -> Iterator[Entry]:
    """The entries of other archives that an entry seals, the nearest first. Raises `ValueError` as `opened`."""
    said = _loaded(entry)
    if isinstance(said, dict) and "origin" in said:
        origin = _origin(said)
        yield origin
        yield from origins(origin)


def edition_row(said: dict[str, Any], entry: int, searched: str) -> dict[str, Any]:
    """The row of `edition` that follows from a payload, its entry's number and its titles."""
    followup = said["followup"]
    row = {name: said[name] for name in ("number", "version", *_FACTS, "edition_sha256")}
    return {**row, "followup": NO_FOLLOWUP if followup is None else followup, "entry": entry, "titles": searched}


def file_rows(said: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of `edition_file` that follow from a payload."""
    return [{"edition": said["number"], **file} for file in said["files"]]


def digests(said: dict[str, Any]) -> list[str]:
    """The SHA-256 of everything that belongs to an edition: its data first, then its files."""
    return [said["edition_sha256"], *(file["sha256"] for file in said["files"])]


def titles(data: bytes) -> str:
    """The title and the headings in a document's JSON, folded for searching, a line each.

    Read without the model, since an audit does it for every edition there is. Raises `ValueError`, `KeyError` or
    `TypeError` for anything that is no edition.
    """
    said = json.loads(data)
    if "passages" in said:
        headings = [one["heading"]["text"] for one in said["passages"] if one["heading"]]
    else:
        headings = [item["heading"] for chapter in said["chapters"] for item in chapter["items"]]
    return "\n".join(folded(text) for text in (said["facts"]["title"], *headings))


def folded(text: str) -> str:
    """Lower case in composed letters with single plain spaces, as titles are searched."""
    return " ".join(composed(text).casefold().split())


def issued_edition(entry: Entry, withdrawal: Entry | None) -> IssuedEdition:
    """An edition as its entry says, and the entry that withdrew it. Raises `ValueError` as `opened`."""
    said, first = opened(entry), _first(entry)
    gone = _first(withdrawal) if withdrawal else None
    return IssuedEdition(
        number=said["number"],
        version=said["version"],
        case_id=said["case_id"],
        agreement=said["agreement"],
        budget_year=said["budget_year"],
        document=Document(said["document"]),
        followup=said["followup"],
        committee=said["committee"] or None,
        title=said["title"],
        date=datetime.date.fromisoformat(said["date"]),
        issued_by=first.by,
        issued_at=first.at,
        reason=said["reason"],
        made_with=said["made_with"],
        digest=entry.digest,
        edition_sha256=said["edition_sha256"],
        files=tuple(KeptFile(**file) for file in said["files"]),
        accepted=tuple(Acceptance(**one) for one in said["accepted"]),
        withdrawn_by=gone.by if gone else "",
        withdrawn_at=gone.at if gone else "",
        withdrawn_reason=opened(withdrawal)["reason"] if withdrawal else "",
        origin=_elsewhere(entry, first),
    )


def _elsewhere(entry: Entry, first: Entry) -> Origin | None:
    if first is entry:
        return None
    return Origin(opened(first)["number"], first.digest, entry.by, entry.at)


def _first(entry: Entry) -> Entry:
    """The entry of the archive that did it."""
    return [entry, *origins(entry)][-1]


def _loaded(entry: Entry) -> Any:
    try:
        return json.loads(entry.payload)
    except RecursionError as cause:
        raise ValueError("this payload lies too deep in itself") from cause


def _origin(said: dict[str, Any]) -> Entry:
    if not isinstance(said["origin"], dict):
        raise ValueError("this is no entry of another archive")
    return Entry.from_json(said["origin"])


def _require(said: Any, shape: dict[str, type], *, exactly: bool = False) -> None:
    if not isinstance(said, dict) or any(type(said.get(key)) is not kind for key, kind in shape.items()):
        raise ValueError("this is no payload of the archive")
    if any(isinstance(value, int) and not -_LARGEST <= value <= _LARGEST for value in said.values()):
        raise ValueError("this number is larger than a database holds")
    if exactly and set(said) != set(shape):
        raise ValueError("this payload says more than the archive knows")
