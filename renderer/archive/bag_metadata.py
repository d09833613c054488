"""What a bag says of its edition: to other systems in `bag-info.txt` and as Dublin Core, and to people in words.

Which fields, and why these: docs/decisions on the hand-over.
"""

import io
import json
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any
from xml.etree import ElementTree as Tree

from renderer.archive.record import Document, IssuedEdition
from renderer.model.case_id import CaseId


class Access(StrEnum):
    """Whether the public may see an edition; the value is the word that is printed."""

    OPEN = "åben"
    CLOSED = "lukket"


_DCTERMS = "http://purl.org/dc/terms/"
_WHOLE = "Hele kommunen"
_MUNICIPALITY, _DEPARTMENT = "municipality", "department"
_STANDARDS = (
    (re.compile(rb'pdfaid:part(?:>|=["\'])(\d)'), re.compile(rb'pdfaid:conformance(?:>|=["\'])([A-Z])'), "PDF/A-"),
    (re.compile(rb'pdfuaid:part(?:>|=["\'])(\d)'), None, "PDF/UA-"),
)


def bag_info(
    edition: IssuedEdition, data: bytes, pdf: bytes, files: Mapping[str, bytes], access: Access | None, program: str
) -> bytes:
    """The tags of RFC 8493, 2.2.2, and the case's own facts under Danish labels. `files` is the payload."""
    lines = [
        *_reserved(edition, _sender(data), files, program),
        *((label, value) for label, value in _facts(edition, pdf, access)),
    ]
    return "".join(f"{label}: {_line(value)}\n" for label, value in lines if value).encode()


def dublin_core(edition: IssuedEdition, data: bytes, pdf: bytes, access: Access | None) -> bytes:
    """Dublin Core (DCMI Metadata Terms) as XML."""
    Tree.register_namespace("dcterms", _DCTERMS)
    root = Tree.Element("metadata")
    for term, value in _terms(edition, _sender(data), pdf, access):
        if value:
            Tree.SubElement(root, f"{{{_DCTERMS}}}{term}").text = _line(value)
    Tree.indent(root)
    text: bytes = Tree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return text + b"\n"


def read_me(edition: IssuedEdition) -> bytes:
    """What is in the bag and how it is checked, for whoever opens it in many years."""
    return _READ_ME.format(title=_line(edition.title), number=edition.number, digest=edition.digest).encode()


def _reserved(
    edition: IssuedEdition, sender: Mapping[str, str], files: Mapping[str, bytes], program: str
) -> Iterator[tuple[str, str]]:
    # The clock never enters a bag: it says the day on which the archive last knew something new of the edition.
    newest = max(edition.issued_at, edition.withdrawn_at, edition.origin.imported_at if edition.origin else "")
    yield "Source-Organization", ", ".join(name for name in sender.values() if name)
    yield "External-Description", edition.title
    yield "External-Identifier", f"{edition.case_id} / {edition.number}"
    yield "Internal-Sender-Identifier", edition.digest
    yield "Bag-Group-Identifier", edition.case_id
    yield "Bagging-Date", newest[:10]
    yield "Bag-Software-Agent", program
    yield "Payload-Oxum", f"{sum(map(len, files.values()))}.{len(files)}"


def _facts(edition: IssuedEdition, pdf: bytes, access: Access | None) -> Iterator[tuple[str, str]]:
    subject, facet = _classification(edition.case_id)
    yield "Sagsid", edition.case_id
    yield "KLE-emne", subject
    yield "KLE-handlingsfacet", facet
    yield "Aftale", edition.agreement
    yield "Dokumenttype", _kind(edition)
    yield "Udvalg", edition.committee or _WHOLE
    yield "Dokumentdato", edition.date.isoformat()
    yield "Version", f"{edition.version}"
    yield "Versionens-begrundelse", edition.reason
    yield "Tilstand", edition.state.value
    yield "Udstedt", edition.issued_at
    yield "Udstedt-af", edition.issued_by
    yield "Trukket-tilbage", edition.withdrawn_at
    yield "Trukket-tilbage-af", edition.withdrawn_by
    yield "Trukket-tilbage-fordi", edition.withdrawn_reason
    yield "Offentlighed", access.value if access else "ikke oplyst"
    yield "Filformat", ", ".join(_standards(pdf))
    yield "Dannet-med", edition.made_with


def _terms(
    edition: IssuedEdition, sender: Mapping[str, str], pdf: bytes, access: Access | None
) -> Iterator[tuple[str, str]]:
    subject, facet = _classification(edition.case_id)
    yield "title", edition.title
    yield "identifier", f"Sagsid {edition.case_id}"
    yield "identifier", f"Udgave {edition.number}, version {edition.version}"
    yield "identifier", f"sha256:{edition.digest}"
    yield "isPartOf", edition.agreement
    yield "subject", f"KLE {subject}" if subject else ""
    yield "subject", f"KLE-handlingsfacet {facet}" if facet else ""
    yield "creator", sender[_DEPARTMENT]
    yield "publisher", sender[_MUNICIPALITY]
    yield "audience", edition.committee or _WHOLE
    yield "date", edition.date.isoformat()
    yield "issued", edition.issued_at
    yield "type", _kind(edition)
    yield "language", "da"
    for file in edition.files:
        yield "format", file.media_type
    for standard in _standards(pdf):
        yield "conformsTo", standard
    yield "accessRights", access.value if access else ""
    yield "provenance", f"Udstedt af {edition.issued_by}. Dannet med {edition.made_with}."
    if edition.withdrawn_at:
        yield (
            "provenance",
            f"Trukket tilbage {edition.withdrawn_at} af {edition.withdrawn_by}: {edition.withdrawn_reason}",
        )


def _kind(edition: IssuedEdition) -> str:
    if edition.document is Document.AGREEMENT:
        return "Budgetaftale"
    return f"{edition.followup}. opfølgning" if edition.followup else "Udmøntning"


def _classification(case_id: str) -> tuple[str, str]:
    """KLE subject and facet; empty where the case id is not of a form that holds them."""
    try:
        parsed = CaseId.parse(case_id)
    except ValueError:
        return "", ""
    return parsed.subject, parsed.facet


def _sender(data: bytes) -> dict[str, str]:
    facts: dict[str, Any] = json.loads(data)["facts"]
    return {name: str(facts.get(name) or "") for name in (_MUNICIPALITY, _DEPARTMENT)}


def _standards(pdf: bytes) -> list[str]:
    """The standards that a PDF says it keeps, as its own metadata (XMP) say it."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            metadata = opened.Root.Metadata.read_bytes()
    except (pikepdf.PdfError, AttributeError, ValueError):
        return []
    found = []
    for part, level, name in _STANDARDS:
        if number := part.search(metadata):
            letter = level.search(metadata) if level else None
            found.append(f"{name}{number[1].decode()}{letter[1].decode().lower() if letter else ''}")
    return found


def _line(text: str) -> str:
    """One line, without the characters that neither XML nor a tag may hold."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


_READ_ME = """\
{title}

Denne pakke (BagIt, RFC 8493) rummer én udgave, som kommunen har udstedt, nummer {number} i arkivet.

data/*.pdf og data/*.docx er filerne, som de blev udstedt.
data/*.json (ikke arkivpost.json) er udgavens egne data i UTF-8; filerne er dannet af dem.
data/arkivpost.json er arkivets post: hvem der udstedte udgaven, hvornår og hvorfor, hvilke
advarsler der var accepteret, filernes kontrolsummer, og om udgaven er trukket tilbage.
metadata/dublin-core.xml siger det vigtigste til andre systemer.
manifest-sha256.txt og manifest-sha512.txt har kontrolsummen af hver fil.

Sådan efterprøves posten: Hvert led i arkivet har felterne number, kind, at, by, payload, previous
og digest. digest er SHA-256 af JSON-listen [number, kind, at, by, payload, previous] i UTF-8, uden
mellemrum. previous er det forrige leds digest, og det første leds previous er 64 nuller. Derfor
kan intet led ændres, uden at alle senere led også skal ændres.

Udgavens led har digest
{digest}
"""
