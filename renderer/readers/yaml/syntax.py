"""What the YAML parser objects to, said so that an economist can mend it."""

import re

import yaml

from renderer.findings import Finding, Place, error

# What the parser says (a part of its sentence) -> what is wrong and what to do.
_PROBLEMS = (
    (
        "cannot start any token",
        "Linjen begynder med et tegn, som YAML ikke kan læse her (fx et tabulatortegn).",
        "Brug mellemrum til indrykning, og sæt teksten i anførselstegn, hvis den begynder med et specialtegn.",
    ),
    (
        "mapping values are not allowed",
        "Linjen har et kolon, som ikke kan stå der.",
        "Sæt teksten i anførselstegn, eller skriv den på næste linje efter et |.",
    ),
    *(
        (said, "Filen har et usynligt tegn, som ikke kan læses.", "Slet tegnet, eller skriv linjen igen.")
        for said in ("control characters are not allowed", "unacceptable character")
    ),
    (
        "unexpected end of stream",
        "Et anførselstegn, en parentes eller en klamme er ikke lukket.",
        "Sæt det afsluttende tegn.",
    ),
    (
        "did not find expected ',' or",
        "En liste eller gruppe i klammer er ikke skrevet rigtigt.",
        "Sæt komma mellem delene, og luk klammen. Sæt tekster med komma i anførselstegn.",
    ),
    (
        "could not find expected ':'",
        "Linjen hører ikke til noget felt: Der mangler et kolon efter feltets navn.",
        "Skriv feltets navn og et kolon, eller ryk linjen ind under den tekst, den hører til.",
    ),
    (
        "did not find expected",
        "Linjen er ikke indrykket som de andre, eller den hører ikke til her.",
        "Ret indrykningen, så felter på samme niveau begynder i samme kolonne.",
    ),
)
_TAB = ("Linjen er indrykket med et tabulatortegn.", "Brug mellemrum til indrykning.")
_GENERAL = ("Linjen kan ikke læses som YAML.", "Sammenlign med de andre linjer, og ret indrykning og tegn.")


def syntax_finding(file: str, text: str, problem: yaml.YAMLError) -> Finding:
    """The finding for the place where the parser gave up."""
    line = _line(text, problem)
    indented_with_tab = re.match(r" *\t", "\n".join(text.split("\n")[line - 1 : line]))
    message, hint = _TAB if indented_with_tab else _explained(str(getattr(problem, "problem", None) or problem))
    return error("ugyldig-yaml", Place(file, line), message, hint)


def _explained(said: str) -> tuple[str, str]:
    for part, message, hint in _PROBLEMS:
        if part in said:
            return message, hint
    return _GENERAL


def _line(text: str, problem: yaml.YAMLError) -> int:
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    if mark is not None:
        return int(mark.line) + 1
    position = getattr(problem, "position", 0)
    return text[:position].count("\n") + 1
