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
        # A clock's 12:30 is no field, and neither is an address.
        r"\s*(- )?(?:(?!\d)[\w-]+:[^\s/]|\d[\d.]*:[^\s/\d])",
        "Der mangler et mellemrum efter kolonet.",
        "Skriv navn, kolon, mellemrum og tekst.",
    ),
)
_LINE_END = re.compile(r"\r\n|\r|\n")
_FIELD = re.compile(r".*:(\s|$)")
_WITHOUT_VALUE = re.compile(r".*:\s*(#.*)?")
_NO_COLON = "could not find expected ':'"
# What the parser notices too late: the place where it began is the one to mend.
_BEGAN_EARLIER = ("unexpected end of stream", "did not find expected ',' or", _NO_COLON)
_GENERAL = ("Linjen kan ikke læses som YAML.", "Sammenlign med de andre linjer, og ret indrykning og tegn.")


def syntax_finding(file: str, text: str, problem: yaml.YAMLError) -> Finding:
    """The finding for the place that must be mended, which may stand before the place where the parser gave up."""
    lines = _LINE_END.split(text)
    said = str(getattr(problem, "problem", None) or problem)
    number, said = _began(lines, _open_quote(text), _line(text, problem), said)
    line = lines[number - 1] if number <= len(lines) else ""
    message, hint = _by_line(line, said, problem) or _explained(said)
    return error("ugyldig-yaml", Place(file, number), message, hint)


def unspaced(line: str) -> tuple[str, str] | None:
    """What to say of a line that lacks the space after its dash or colon, and what to do; `None` for any other."""
    return next(((message, hint) for pattern, message, hint in _UNSPACED if re.match(pattern, line)), None)


def _began(lines: list[str], quote: tuple[int, int] | None, number: int, said: str) -> tuple[int, str]:
    """The line on which it began, and what the parser would have said of it."""
    if quote and quote[1] == number and "did not find expected" in said:
        return quote[0], "unexpected end of stream"
    if "mapping values are not allowed" in said:
        return _text_above(lines, number, said)
    if "did not find expected <document start>" in said:
        first = next(n for n, line in enumerate(lines, 1) if _says_something(line) and line.strip() != "---")
        return (first, _NO_COLON) if first < number and not _FIELD.match(lines[first - 1]) else (number, said)
    return number, said


def _text_above(lines: list[str], number: int, said: str) -> tuple[int, str]:
    """Of a colon that YAML met inside a text: the line above it that should not have been text.

    It is one that lacks a space, or the first one below a name that nothing stands behind, and beside this line.
    """
    above: list[int] = []
    for n in range(number - 1, 0, -1):
        if not _says_something(lines[n - 1]):
            continue
        if _FIELD.match(lines[n - 1]):
            break
        above.append(n)
    above.reverse()
    opened = above[0] - 1 if above else 0
    spaceless = next((n for n in above if unspaced(lines[n - 1])), None)
    if spaceless:
        return spaceless, said
    alone = above and (not opened or _WITHOUT_VALUE.fullmatch(lines[opened - 1]))
    if alone and _indent(lines[above[0] - 1]) == _indent(lines[number - 1]):
        return above[0], _NO_COLON
    return number, said


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _open_quote(text: str) -> tuple[int, int] | None:
    """The first and last line of the text in quotation marks that the parser read last, where it runs over lines."""
    last: yaml.Event | None = None
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            last = event
    except yaml.YAMLError:
        pass
    if not isinstance(last, yaml.ScalarEvent) or last.style not in {"'", '"'}:
        return None
    if last.start_mark is None or last.end_mark is None:
        return None
    lines = last.start_mark.line + 1, last.end_mark.line + 1
    return lines if lines[0] < lines[1] else None


def _by_line(line: str, said: str, problem: yaml.YAMLError) -> tuple[str, str] | None:
    """What the line itself shows to be wrong, where the parser only says what it would rather have had."""
    if re.match(r" *\t", line):
        return _TAB
    if "expected ':'" in said or "mapping values are not allowed" in said:
        return unspaced(line)
    mark = getattr(problem, "problem_mark", None)
    if "did not find expected key" in said and mark is not None and line[: mark.column].strip(" -"):
        return _AFTER_CLOSING
    return unspaced(line) if "did not find expected" in said and "','" not in said else None


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
