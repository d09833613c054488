"""Everything that takes in a text, each as a function of that text alone: readers, checks and writers."""

import copy
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import yaml

from renderer.checks import run_checks
from renderer.edition.build import build_edition
from renderer.edition.wording.compare import compare_prose
from renderer.errors import AftalerapportError
from renderer.model.case import Case
from renderer.model.day import NotADay, read_day
from renderer.model.markdown import parse_prose, write_prose
from renderer.readers.casebook.read import read_casebook
from renderer.readers.draft.doubled import looks_doubled
from renderer.readers.draft.sharing import alike
from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.json.case import read_case_json
from renderer.readers.text.runs import Run, clean
from renderer.readers.text.smiley_cell import read_smiley_cell
from renderer.readers.text.typed_lines import typed_prose
from renderer.readers.workbook.numbers import shown_iso, shown_number
from renderer.readers.workbook.open_book import open_book
from renderer.readers.yaml.folder import read_case_folder
from renderer.writers import WRITERS
from tests.readers.earlier.small_documents import LETTER, TITLE, item

Subject = Callable[[str], object]

_AGREEMENT: dict[str, Any] = {
    "titel": "Aftale om budget 2018",
    "budgetår": "2018",
    "sagsid": "00.30.00-S00-9-16",
    "organisation": {"kommune": "Ballerup Kommune"},
    "udvalg": ["Økonomiudvalget"],
    "centre": ["Arbejdsmarked"],
    "smileyer": {"indsats": {"glad": "Nået", "sur": "Ikke nået"}, "økonomi": {"glad": "Holder", "sur": "Holder ikke"}},
    "kapitler": [{"nummer": "5", "titel": "Erhverv", "delelementer": []}],
}


def _agreement(*, text: str = "Vi vil have flere.", line: str = "Flere i fleksjob") -> dict[str, Any]:
    data = copy.deepcopy(_AGREEMENT)
    fields = {"nummer": "5.1", "titel": line, "type": "drift", "ansvarligt_center": "Arbejdsmarked"}
    texts = {"aftaletekst": text, "beskrivelse": text, "milepæle": {"1": text, "4": text}, "økonomi": text}
    data["kapitler"][0]["delelementer"] = [fields | texts | {"bidragsydere": [line], "ref": "5.1"}]
    return data | {"læsevejledning": text}


def _followup(text: str) -> dict[str, Any]:
    status = {"milepæle": {"1": {"smiley": "sur", "status": text}}, "økonomi": {"smiley": "glad", "status": text}}
    return {"opfølgning": "1", "dato": "2018-04-04", "status": {"5.1": status}}


def _case(agreement: dict[str, Any], followup: dict[str, Any]) -> Case | None:
    try:
        return Case.model_validate({"aftale": agreement, "opfølgninger": [followup]})
    except ValueError:
        return None


def _with_text(text: str) -> Case | None:
    return _case(_agreement(text=text), _followup(text))


def _with_line(line: str) -> Case | None:
    return _case(_agreement(line=line), _followup("Det går."))


def _or_refused(subject: Subject) -> Subject:
    """The same, where a refusal is an answer as good as any other."""

    def told(text: str) -> object:
        try:
            return subject(text)
        except (AftalerapportError, NotADay) as refusal:
            return refusal

    return told


def _yaml_case(agreement: str, followup: str = "") -> object:
    files = {"aftale.yaml": agreement.encode(), "opfoelgning-1.yaml": followup.encode()}
    return read_case_folder({name: content for name, content in files.items() if content})


def _dumped(data: dict[str, Any]) -> str:
    return yaml.safe_dump(data, allow_unicode=True)


def _written(format_name: str) -> Subject:
    def written(text: str) -> object:
        case = _with_text(text)
        return WRITERS[format_name](build_edition(case, 1)) if case else None

    return written


def _compared(text: str) -> object:
    return compare_prose(parse_prose(text), parse_prose(text.replace("a", "b")[1:]))


def _signed(text: str) -> object:
    head = "Aftale om budget 2024\nAftalen er indgået mellem Venstre og Socialdemokratiet.\n\n"
    head += "Indledning\nParterne er enige.\n\n"
    foot = "\n\nHavneby, den 12. oktober 2023\n\nOle Vang          Mette Juul\nVenstre           Socialdemokratiet\n"
    return read_earlier(
        "aftale.txt", f"{head}3. Havn\n\n3.1 Nyt bassin\n{text}\n\n3.2 Kajen\nDer afsættes 2 mio. kr.{foot}".encode()
    )


def _conversion(text: str) -> object:
    cell = text.replace("\n", "<br>").replace("\t", " ")
    rows = (f"Milepæl\t{cell}\t1. budgetopfølgning 2020\t☺", "Milepæl\t\t31.12.2020\t")
    texts = f"{cell}\t<p>Ansvarligt center: Job</p><p>Ansvarligt udvalg: {cell}</p><p>{cell}</p>\t\t"
    return read_earlier("opfølgning.md", (LETTER.format(title=TITLE) + item(texts=texts, rows=rows)).encode())


def _table(text: str) -> object:
    cells = ";".join('"' + part.replace('"', "") + '"' for part in ("Nr.", "Titel", text))
    return open_book("svar.csv", f"{cells}\n{cells}\n".encode())


def _checked(case_of: Callable[[str], Case | None]) -> Subject:
    def checked(text: str) -> object:
        case = case_of(text)
        return run_checks(case, hints=True) if case else None

    return checked


@cache
def subjects() -> dict[str, Subject]:
    """What is fed, by its name."""
    found: dict[str, Subject] = {
        "text": clean,
        "markdown": lambda text: write_prose(parse_prose(text)),
        "typed lines": lambda text: typed_prose((Run(text),)),
        "smiley's cell": lambda text: read_smiley_cell(text, {}, ""),
        "day": read_day,
        "number in a cell": lambda text: shown_number("1234.5", text),
        "ISO in a cell": shown_iso,
        "cells": _table,
        "yaml": _yaml_case,
        "yaml's text": lambda text: _yaml_case(_dumped(_agreement(text=text)), _dumped(_followup(text))),
        "yaml's line": lambda text: _yaml_case(_dumped(_agreement(line=text))),
        "json": lambda text: read_case_json(text.encode()),
        "json's text": lambda text: read_case_json(
            json.dumps({"aftale": _agreement(text=text), "opfølgninger": [_followup(text)]}).encode()
        ),
        "casebook": lambda text: read_casebook("sag.csv", text.encode()),
        "earlier document": lambda text: read_earlier("opfølgning.txt", text.encode()),
        "letter": lambda text: read_earlier("opfølgning.txt", (LETTER.format(title=TITLE) + text).encode()),
        "conversion's cell": _conversion,
        "signed agreement": _signed,
        "checks": _checked(_with_text),
        "checks of a line": _checked(_with_line),
        "wording": _compared,
        "field that came back": lambda text: (looks_doubled(text[: len(text) // 2], text), alike(text, text[1:])),
        "html": _written("html"),
        "word": _written("docx"),
    }
    return {name: _or_refused(subject) for name, subject in found.items()}


DEAR = frozenset(
    {"yaml's text", "yaml's line", "json's text", "earlier document", "letter", "conversion's cell", "signed agreement"}
    | {"checks", "checks of a line", "wording", "field that came back", "html", "word"}
)
"""Those that take a while for any text."""

HELD = (
    "text", "markdown", "smiley's cell", "day", "number in a cell", "ISO in a cell", "cells", "yaml", "json",
    "casebook", "earlier document", "checks of a line",
)  # fmt: skip
"""Those whose time grows with the length of their text alone, whatever the text."""
