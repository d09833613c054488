"""What the YAML parser objects to, said so that an economist can mend it."""

import re

import yaml

from renderer.findings import Finding, Place, error

_UNDER_THE_BAR = "Skriv et | her og teksten på de næste linjer, rykket ind. Så kan den have alle tegn."
_SIGN_FIRST = ("Teksten begynder med et tegn, som har en særlig betydning i filen.", _UNDER_THE_BAR)
# What the parser says (a part of its sentence) -> what is wrong and what to do.
_PROBLEMS = (
    ("expected alphabetic or numeric character", *_SIGN_FIRST),
    ("expected node content", *_SIGN_FIRST),
    ("block sequence entries are not allowed", *_SIGN_FIRST),
    (
        "expected comment or line break",
        "Der står tekst på samme linje som tegnet | eller >.",
        "Flyt teksten ned på de næste linjer, og ryk den ind.",
    ),
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
        "Et anførselstegn, en parentes eller en klamme, der begynder her, er ikke lukket.",
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
        "Skriv feltets navn, et kolon og et mellemrum, eller ryk linjen ind under den tekst, den hører til.",
    ),
    (
        "did not find expected",
        "Linjen er ikke indrykket som de andre, eller den hører ikke til her.",
        "Ret indrykningen, så felter på samme niveau begynder i samme kolonne.",
    ),
)
_TAB = ("Linjen er indrykket med et tabulatortegn.", "Brug mellemrum til indrykning.")
_AFTER_CLOSING = ("Der står noget efter det tegn, som afslutter anførslen eller klammen.", _UNDER_THE_BAR)
# A line that lacks the space after its sign: what YAML takes for a text, and complains of somewhere below.
_UNSPACED = (
    (r"\s*-[^\s-]", "Der mangler et mellemrum efter bindestregen.", "Skriv bindestreg, mellemrum og punktets tekst."),
    (
        r"\s*(- )?[\w-]+:[^\s/]",
        "Der mangler et mellemrum efter kolonet.",
        "Skriv navn, kolon, mellemrum og tekst.",
    ),
)
# What the parser notices too late: the place where it began is the one to mend.
_BEGAN_EARLIER = ("unexpected end of stream", "did not find expected ',' or", "could not find expected ':'")
_GENERAL = ("Linjen kan ikke læses som YAML.", "Sammenlign med de andre linjer, og ret indrykning og tegn.")


def syntax_finding(file: str, text: str, problem: yaml.YAMLError) -> Finding:
    """The finding for the place that must be mended, which may stand before the place where the parser gave up."""
    lines = text.split("\n")
    number = _line(text, problem)
    said = str(getattr(problem, "problem", None) or problem)
    if "mapping values are not allowed" in said and number > 1 and _unspaced(lines[number - 2]):
        number -= 1
    line = lines[number - 1] if number <= len(lines) else ""
    message, hint = _by_line(line, said, problem) or _explained(said)
    return error("ugyldig-yaml", Place(file, number), message, hint)


def _by_line(line: str, said: str, problem: yaml.YAMLError) -> tuple[str, str] | None:
    """What the line itself shows to be wrong, where the parser only says what it would rather have had."""
    if re.match(r" *\t", line):
        return _TAB
    if "expected ':'" in said or "mapping values are not allowed" in said:
        return _unspaced(line)
    mark = getattr(problem, "problem_mark", None)
    if "did not find expected key" in said and mark is not None and line[: mark.column].strip(" -"):
        return _AFTER_CLOSING
    return None


def _unspaced(line: str) -> tuple[str, str] | None:
    return next(((message, hint) for pattern, message, hint in _UNSPACED if re.match(pattern, line)), None)


def _explained(said: str) -> tuple[str, str]:
    for part, message, hint in _PROBLEMS:
        if part in said:
            return message, hint
    return _GENERAL


def _line(text: str, problem: yaml.YAMLError) -> int:
    said, began = getattr(problem, "problem", None) or "", getattr(problem, "context_mark", None)
    mark = getattr(problem, "problem_mark", None) or began
    if began is not None and any(part in said for part in _BEGAN_EARLIER):
        mark = began
    if mark is not None:
        return int(mark.line) + 1
    position = getattr(problem, "position", 0)
    return text[:position].count("\n") + 1
