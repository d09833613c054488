"""`aftalerapport next FOLDER`: the next follow-up's file, with an empty place for everything that is due."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from renderer.cli.output import console, print_json
from renderer.journeys.case_files import folder_files, save_files

if TYPE_CHECKING:
    from renderer.journeys.planning.next_followup import Earlier, Prepared


def prepare_next_followup(
    folder: Path = typer.Argument(..., metavar="MAPPE", help="Sagsmappen med aftale.yaml."),
    date: str | None = typer.Option(
        None, "--date", metavar="DATO", help="Dokumentets dato, fx 2018-07-04; ellers skrives den i filen."
    ),
    as_json: bool = typer.Option(False, "--json", help="Skriv resultatet som JSON."),
) -> None:
    """Gør filen til den næste opfølgning klar, med plads til alt det, der skal meldes."""
    from renderer.journeys.planning.next_followup import prepare_next

    files = folder_files(folder)
    prepared = prepare_next(files, date)
    (path,) = save_files(files, prepared.new)
    if as_json:
        print_json(_answer(prepared, path))
        return
    out = console(errors=True)
    for late in prepared.overdue:
        out.print(f"Ikke meldt endnu: {late.item.ref} {late.item.title}, milepæl {late.checkpoint.value}.")
    for unmet in prepared.unmet:
        smiley = unmet.smiley.value if unmet.smiley else ""
        out.print(f"Ikke nået sidst ({smiley}): {unmet.item.ref} {unmet.item.title}, milepæl {unmet.checkpoint.value}.")
    if prepared.unmet:
        out.print("Der er plads til at melde, hvad der er blevet af dem, som ikke blev nået; pladsen kan stå tom.")
    if prepared.items:
        out.print(f"Gjort klar til {prepared.items} {'delelement' if prepared.items == 1 else 'delelementer'}.")
    if not prepared.dated:
        out.print("Skriv datoen i filen; uden den er sagen ikke i orden.")
    print(path)


def _answer(prepared: "Prepared", path: Path) -> dict[str, Any]:
    return {
        "opfølgning": prepared.number,
        "filer": [str(path)],
        "ikke_meldt": [_earlier(one) for one in prepared.overdue],
        "ikke_nået": [{**_earlier(one), "smiley": one.smiley} for one in prepared.unmet],
    }


def _earlier(one: "Earlier") -> dict[str, Any]:
    return {"ref": one.item.ref, "titel": one.item.title, "milepæl": one.checkpoint.value}
