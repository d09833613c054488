"""Issued editions as a person reads them; times are Denmark's."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from renderer.cli.local_time import local_day, local_time
from renderer.journeys.issuing.issued_json import edition_json
from renderer.vocabulary import WAIVER_FILE

if TYPE_CHECKING:
    from renderer.archive.record import Acceptance, IssuedEdition

__all__ = ["edition_json", "edition_lines"]

_WHOLE = "Hele kommunen"


def edition_lines(edition: "IssuedEdition") -> list[str]:
    """Everything the archive says of an edition; the first line says it in short."""
    from renderer.edition import danish

    short = f"{edition.number}. {edition.title} ({', '.join(_standing(edition))})"
    facts = (
        ("Sagsid", edition.case_id),
        ("Udvalg", edition.committee or _WHOLE),
        ("Dato", danish.long_date(edition.date)),
        ("Udstedt", f"{local_time(edition.issued_at)} af {edition.issued_by}"),
        ("Udstedt igen, fordi", edition.reason),
        ("Afløst af", f"nr. {edition.replaced_by}" if edition.replaced_by else ""),
        ("Trukket tilbage", _withdrawn(edition)),
        ("Fra et andet arkiv", _origin(edition)),
        ("Dannet med", edition.made_with),
        ("Kontrolsum", edition.digest),
    )
    files = [f"  {file.format}: {file.name}, {file.size} byte, SHA-256 {file.sha256}" for file in edition.files]
    accepted = [line for one in edition.accepted for line in _accepted(one)]
    return [short, *(f"  {label}: {value}" for label, value in facts if value), *files, *accepted]


def _standing(edition: "IssuedEdition") -> Iterator[str]:
    yield f"version {edition.version}"
    yield f"udstedt {local_day(edition.issued_at)}"
    if edition.replaced_by:
        yield f"afløst af nr. {edition.replaced_by}"
    if edition.withdrawn_at:
        yield f"trukket tilbage {local_day(edition.withdrawn_at)}"


def _accepted(one: "Acceptance") -> list[str]:
    said = ": ".join(one.finding[key] for key in ("sted", "tekst") if one.finding.get(key))
    who = f"i {one.by}" if one.by == WAIVER_FILE else f"af {one.by}"
    because = f": {one.reason}" if one.reason else "."
    return [f"  Advarsel: {said} [{one.finding.get('kode', '')}]", f"    Accepteret {who}{because}"]


def _withdrawn(edition: "IssuedEdition") -> str:
    if not edition.withdrawn_at:
        return ""
    return f"{local_time(edition.withdrawn_at)} af {edition.withdrawn_by}: {edition.withdrawn_reason}"


def _origin(edition: "IssuedEdition") -> str:
    one = edition.origin
    if one is None:
        return ""
    return (
        f"udgave {one.number} dér, læst ind {local_time(one.imported_at)} af {one.imported_by}; kontrolsum {one.digest}"
    )
