"""`aftalerapport issue FOLDER --followup N --by NAME`: record the editions, or the agreement, in the archive."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from renderer.cli.accepted import offer_memory, require_memory
from renderer.cli.archive_lines import edition_json, edition_lines
from renderer.cli.local_archive import open_archive, timestamp_authority
from renderer.cli.local_cache import local_cache
from renderer.cli.output import console, print_json
from renderer.cli.progress import progress_bar
from renderer.errors import WrongCall
from renderer.journeys.case_files import folder_files

if TYPE_CHECKING:
    from renderer.archive.archive import Archive
    from renderer.archive.record import IssuedRound
    from renderer.journeys.case_files import CaseFiles
    from renderer.journeys.issuing.issue import IssueOrder
    from renderer.journeys.issuing.issue_agreement import AgreementIssue


def issue_editions(
    folder: Path = typer.Argument(..., metavar="MAPPE", help="Sagsmappen med aftale.yaml."),
    followup: int | None = typer.Option(
        None, "--followup", min=0, max=4, metavar="NUMMER", help="Opfølgningens nummer; 0 er udmøntningen."
    ),
    agreement: bool = typer.Option(
        False, "--agreement", help="Den underskrevne aftale selv i stedet for en opfølgning."
    ),
    by: str = typer.Option(..., "--by", metavar="NAVN", help="Navnet på den, der udsteder."),
    committee: str | None = typer.Option(
        None, "--committee", metavar="NAVN", help="Kun dette udvalg; ellers hele kommunen."
    ),
    whole_round: bool = typer.Option(False, "--all", help="Hele runden: alle udvalg og hele kommunen."),
    reason: str = typer.Option("", "--reason", metavar="TEKST", help="Hvorfor noget udstedes igen som en ny version."),
    accept: list[str] | None = typer.Option(
        None,
        "--accept",
        metavar="KODE[=TEKST]",
        help="Accepter advarslerne med denne kode, gerne med en begrundelse efter =; kan gentages.",
    ),
    accept_warnings: bool = typer.Option(False, "--accept-warnings", help="Accepter alle advarsler."),
    remembered: str | None = typer.Option(
        None,
        "--remember",
        metavar="TEKST",
        help="Skriv de accepterede advarsler i tjek.yaml med denne begrundelse, så de ikke kommer igen.",
    ),
    as_json: bool = typer.Option(False, "--json", help="Skriv de udstedte udgaver som JSON."),
) -> None:
    """Udsted en opfølgning eller aftalen: Dan PDF og Word, og gem dem uforanderligt i arkivet."""
    from renderer.journeys.issuing.issue import IssueOrder
    from renderer.journeys.issuing.issue_agreement import AgreementIssue

    codes, files = _accepted(accept or []), folder_files(folder)
    if remembered is not None:
        require_memory(files, by, remembered, codes, every=accept_warnings)
    if agreement:
        if followup is not None or committee or whole_round:
            raise WrongCall("--agreement kan ikke bruges sammen med en opfølgning.", "Udelad --followup og udvalget.")
        done = _issued_agreement(files, AgreementIssue(by, reason, codes, accept_warnings))
    else:
        if followup is None:
            hint = "Skriv --followup og opfølgningens nummer, eller --agreement for at udstede den underskrevne aftale."
            raise WrongCall("Kommandoen mangler --followup eller --agreement.", hint)
        order = IssueOrder(followup, by, committee, whole_round, reason, codes, accept_warnings)
        done = _issued(files, order, quiet=as_json)
    _show(done, as_json)
    offer_memory(files, done, remembered, quiet=as_json)


def _issued_agreement(files: "CaseFiles", order: "AgreementIssue") -> "IssuedRound":
    from renderer.archive.record import IssuedRound
    from renderer.journeys.issuing.issue_agreement import issue_agreement

    with open_archive(make=True) as archive:
        done = IssuedRound((issue_agreement(files, order, archive, _now()),))
        _stamp(archive)
        return done


def _issued(files: "CaseFiles", order: "IssueOrder", *, quiet: bool) -> "IssuedRound":
    from renderer.journeys.issuing.issue import issue

    with open_archive(make=True) as archive, progress_bar("Danner dokumenter", visible=not quiet) as progress:
        done = issue(files, order, archive, _now(), progress, local_cache(True))
        _stamp(archive)
        return done


def _stamp(archive: "Archive") -> None:
    """Have what was signed stamped; it stands whether or not the authority answers."""
    if authority := timestamp_authority():
        from renderer.journeys.issuing.time_stamp import stamp_heads

        if stamp_heads(archive, authority)[1]:
            told = "Udgaverne er udstedt, men har intet tidsstempel endnu. Det kommer med næste archive checkpoint."
            console(errors=True).print(told)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _show(done: "IssuedRound", as_json: bool) -> None:
    if as_json:
        rows = [(one, False) for one in done.issued] + [(one, True) for one in done.unchanged]
        print_json([{**edition_json(one), "uændret": unchanged} for one, unchanged in rows])
        return
    for one in done.issued:
        print(edition_lines(one)[0])
    for one in done.unchanged:
        print(f"{edition_lines(one)[0]}: uændret")
    console(errors=True).print(_told(done))


def _told(done: "IssuedRound") -> str:
    if not done.issued:
        return "Udgaverne er uændrede, siden de blev udstedt, så intet er udstedt."
    unchanged = f" Uændret: {len(done.unchanged)}." if done.unchanged else ""
    return f"Udstedt: {len(done.issued)}.{unchanged} Arkivets kontrolsum er nu {done.issued[-1].digest}."


def _accepted(words: list[str]) -> dict[str, str]:
    pairs = (word.partition("=") for word in words)
    return {code.strip(): reason.strip() for code, _, reason in pairs}
