"""Issued editions as JSON with Danish keys, for the command line and the service alike."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from renderer.archive.record import IssuedEdition

DOCUMENTS = {"followup": "opfølgning", "agreement": "budgetaftale"}
"""What each kind of document is called."""


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
        "dokument": DOCUMENTS[edition.document.value],
        "opfølgning": edition.followup,
        "udvalg": edition.committee,
        "dato": edition.date.isoformat(),
        "udstedt": edition.issued_at,
        "udstedt_af": edition.issued_by,
        "begrundelse": edition.reason,
        "afløst_af": edition.replaced_by,
        "trukket_tilbage": withdrawn_words(edition),
        "oprindelse": _origin(edition),
        "dannet_med": edition.made_with,
        "kontrolsum": edition.digest,
        "filer": [
            {"format": file.format, "navn": file.name, "byte": file.size, "sha256": file.sha256}
            for file in edition.files
        ],
        "accepteret": [{**one.finding, "af": one.by, "begrundelse": one.reason} for one in edition.accepted],
    }


def withdrawn_words(edition: "IssuedEdition") -> str:
    """When, by whom and why an edition was withdrawn; empty while it holds."""
    if not edition.withdrawn_at:
        return ""
    return f"{edition.withdrawn_at} af {edition.withdrawn_by}: {edition.withdrawn_reason}"


def _origin(edition: "IssuedEdition") -> dict[str, str | int] | None:
    """Where an edition was issued that came from another archive; `None` for what was issued here."""
    one = edition.origin
    if one is None:
        return None
    return {"nummer": one.number, "kontrolsum": one.digest, "indlæst": one.imported_at, "indlæst_af": one.imported_by}
