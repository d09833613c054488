"""What the user sees: findings and errors on standard error, results and JSON on standard output."""

import json
import sys
from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.text import Text

from renderer.cli.plain_signs import json_shown
from renderer.cli.told_findings import told_findings
from renderer.errors import AftalerapportError
from renderer.findings import Finding, Severity, Stopped, capped

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}


def console(errors: bool = False) -> Console:
    """A console on standard output, or on standard error; colours only on a terminal."""
    return Console(file=sys.stderr if errors else sys.stdout, highlight=False, soft_wrap=True, emoji=False)


def print_json(value: Any) -> None:
    """JSON on standard output, readable and with æ, ø and å as they are, or by their numbers where it has them not."""
    sys.stdout.write(json_shown(json.dumps(value, ensure_ascii=False, indent=2)) + "\n")


def show_findings(findings: Iterable[Finding]) -> None:
    """Every finding on standard error: severity, place, message, code, what to do, and where else the same is found."""
    out = console(errors=True)
    for told in told_findings(capped(findings)):
        out.print(Text(f"{told.severity.value}: ", style=_STYLES[told.severity]).append(told.words, "default not bold"))
        for line in (*((f"→ {told.hint}",) if told.hint else ()), *told.places):
            out.print(Text(f"  {line}", style="dim"))


def findings_json(findings: Iterable[Finding]) -> dict[str, Any]:
    """Findings as the contract says: `{"anmærkninger": [...]}`."""
    return {"anmærkninger": [finding.as_json() for finding in capped(findings)]}


def show_error(problem: AftalerapportError, as_json: bool) -> int:
    """An error in words (and as JSON when asked for); gives the exit code."""
    if as_json:
        print_json({"fejl": {"kode": problem.code, "tekst": problem.message, "råd": problem.hint}})
    out = console(errors=True)
    out.print(Text("fejl: ", style="bold red").append(f"{problem.message} [{problem.code}]", style="default not bold"))
    if problem.hint:
        out.print(Text(f"  → {problem.hint}", style="dim"))
    return problem.exit_code


def show_stopped(stopped: Stopped, as_json: bool) -> int:
    """Every finding of a journey that stopped; gives the exit code."""
    if as_json:
        print_json(findings_json(stopped.findings))
    else:
        show_findings(stopped.findings)
        console(errors=True).print(Text(f"{stopped.message} {stopped.hint}"))
    return stopped.exit_code
