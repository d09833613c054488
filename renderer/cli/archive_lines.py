"""Issued editions as a person reads them, and as JSON."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from renderer.archive.record import IssuedEdition

_WHOLE = "Hele kommunen"


def edition_lines(edition: "IssuedEdition") -> list[str]:
    """Everything the archive says of an edition; the first line says it in short."""
    short = f"{edition.number}. {edition.title} (version {edition.version}, {edition.state.value})"
    facts = (
        ("Sagsid", edition.case_id),
        ("Udvalg", edition.committee or _WHOLE),
        ("Dato", edition.date.isoformat()),
        ("Udstedt", f"{edition.issued_at} af {edition.issued_by}"),
        ("Begrundelse", edition.reason),
        ("Trukket tilbage", _withdrawn(edition)),
        ("Dannet med", edition.made_with),
        ("Kontrolsum", edition.digest),
    )
    files = [f"  {file.format}: {file.name}, {file.size} byte, SHA-256 {file.sha256}" for file in edition.files]
    accepted = [
        f"  Accepteret af {one.by}: {one.finding['sted']}: {one.finding['tekst']} [{one.finding['kode']}] {one.reason}"
        for one in edition.accepted
    ]
    return [short, *(f"  {label}: {value}" for label, value in facts if value), *files, *(a.rstrip() for a in accepted)]


def edition_json(edition: "IssuedEdition") -> dict[str, Any]:
    """An issued edition with Danish keys."""
    return {
        "nummer": edition.number,
        "version": edition.version,
        "tilstand": edition.state.value,
        "titel": edition.title,
        "sagsid": edition.case_id,
        "aftale": edition.agreement,
        "budgetår": edition.budget_year,
        "opfølgning": edition.followup,
        "udvalg": edition.committee,
        "dato": edition.date.isoformat(),
        "udstedt": edition.issued_at,
        "udstedt_af": edition.issued_by,
        "begrundelse": edition.reason,
        "trukket_tilbage": _withdrawn(edition),
        "dannet_med": edition.made_with,
        "kontrolsum": edition.digest,
        "filer": [
            {"format": file.format, "navn": file.name, "byte": file.size, "sha256": file.sha256}
            for file in edition.files
        ],
        "accepteret": [{**one.finding, "af": one.by, "begrundelse": one.reason} for one in edition.accepted],
    }


def _withdrawn(edition: "IssuedEdition") -> str:
    if not edition.withdrawn_at:
        return ""
    return f"{edition.withdrawn_at} af {edition.withdrawn_by}: {edition.withdrawn_reason}"
