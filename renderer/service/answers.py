"""What the service's answers hold, as JSON Schema: every field, with a Danish word on what it says."""

from typing import Any

from renderer.archive.job_rows import JobState
from renderer.archive.record import State
from renderer.findings import Severity
from renderer.journeys.issuing.issued_json import DOCUMENTS
from renderer.journeys.rendering.verify import Verdict

Schema = dict[str, Any]


def obj(**fields: Schema) -> Schema:
    """An object that has all of these fields."""
    return {"type": "object", "properties": fields, "required": list(fields)}


def text(about: str = "", **more: Any) -> Schema:
    """A text; `about` says in Danish what it is."""
    return _described({"type": "string", **more}, about)


def whole(about: str = "", **more: Any) -> Schema:
    """A whole number."""
    return _described({"type": "integer", **more}, about)


def many(of: Schema, about: str = "") -> Schema:
    """A list."""
    return _described({"type": "array", "items": of}, about)


def or_null(schema: Schema) -> Schema:
    """The same, or null."""
    return {**schema, "type": [schema["type"], "null"]}


def ref(name: str) -> Schema:
    """A reference to one of the description's own schemas."""
    return {"$ref": f"#/components/schemas/{name}"}


def _described(schema: Schema, about: str) -> Schema:
    return {**schema, "description": about} if about else schema


_SEVERITY = text(
    "fejl standser; en advarsel skal accepteres, før noget udstedes; et tip standser aldrig.",
    enum=[one.value for one in Severity],
)
_SAID = {
    "kode": text("Anmærkningens kode, som vejledningen forklarer."),
    "alvor": _SEVERITY,
    "sted": text("Stedet, som en bruger ser det."),
    "tekst": text("Hvad der er galt."),
    "råd": text("Hvad der kan gøres; kan være tom."),
}
FINDING = obj(**_SAID, pointer=text("Stedet i den JSON, der blev sendt (RFC 6901); ellers tom."))
FINDINGS = many(ref("Anmaerkning"))
PROBLEM = obj(
    type=text(),
    title=text(),
    status=whole(),
    detail=text(),
    kode=text(),
    råd=text("Hvad der kan gøres; kan være tom."),
    anmærkninger=FINDINGS,
)

_SHA256 = text("SHA-256 som hextal.")
_FILE = obj(format=text("pdf eller docx."), navn=text(), byte=whole(), sha256=_SHA256)
_ORIGIN = obj(
    nummer=whole("Udgavens nummer i det arkiv, den er udstedt i."),
    kontrolsum=_SHA256,
    indlæst=text("Tidspunktet for indlæsningen her."),
    indlæst_af=text(),
)
_ACCEPTED = obj(**_SAID, af=text("Den, der accepterede, eller tjek.yaml."), begrundelse=text("Kan være tom."))
EDITION = obj(
    nummer=whole("Udgavens nummer i arkivet."),
    version=whole("1 første gang, udgaven udstedes."),
    tilstand=text(enum=[one.value for one in State]),
    titel=text(),
    sagsid=text(),
    aftale=text("Aftalens titel."),
    budgetår=whole(),
    dokument=text(enum=list(DOCUMENTS.values())),
    opfølgning=or_null(whole("0 er udmøntningen; null for budgetaftalen selv.")),
    udvalg=or_null(text("null er hele kommunen.")),
    dato=text("Datoen på dokumentet.", format="date"),
    udstedt=text("Tidspunktet, i UTC."),
    udstedt_af=text(),
    begrundelse=text("Hvorfor den er udstedt igen; ellers tom."),
    afløst_af=or_null(whole("Nummeret på den nyeste version; null for den nyeste selv.")),
    trukket_tilbage=text("Hvornår, af hvem og hvorfor; tom, så længe udgaven gælder."),
    oprindelse=or_null({**_ORIGIN, "description": "Hvor den kommer fra; null, når den er udstedt i dette arkiv."}),
    dannet_med=text("Programmets version og aftryk."),
    kontrolsum=_SHA256,
    filer=many(_FILE),
    accepteret=many(_ACCEPTED, "De advarsler, der stod, og hvem der accepterede dem."),
)
_REFUSED = {
    **obj(kode=text(), tekst=text(), råd=text()),
    "description": "Hvorfor intet blev udstedt; ellers null.",
}
_REFUSED["properties"]["anmærkninger"] = FINDINGS
JOB = obj(
    id=text(),
    tilstand=text(enum=[one.value for one in JobState]),
    bestilt=text("Tidspunktet, i UTC."),
    færdig=or_null(text("Tidspunktet, i UTC.")),
    udgaver=many(whole(), "Numrene på de udgaver, der blev udstedt."),
    uændrede=many(whole(), "Numrene på de udgaver i runden, som er uændrede, siden de blev udstedt, og ikke igen."),
    afvist=or_null(_REFUSED),
)
CHECKED = obj(anmærkninger=FINDINGS)
VERIFIED = obj(
    resultat=text(enum=[one.value for one in Verdict]),
    udgaver=many(whole(), "Numrene på de udgaver i arkivet, som har filen."),
    anmærkninger=FINDINGS,
)
EDITIONS = obj(antal=whole("Hvor mange der er i alt."), udgaver=many(ref("Udgave")))
MANIFEST = {
    **obj(filer=many(obj(navn=text(), sha256=_SHA256, byte=whole())), anmærkninger=FINDINGS),
    "description": "Indholdet af manifest.json i den zip-fil, som flere dokumenter kommer i.",
}
STATE = obj(tilstand=text())
READY = obj(tilstand=text(), mangler_værn=many(text()))
VERSION = obj(version=text(), aftryk=text())
