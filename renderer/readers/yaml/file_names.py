"""The names of the files of a case folder, and which of them a file is meant for that has another."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from renderer import vocabulary
from renderer.findings import Finding, Place, warning

FOLLOWUP_FILE = re.compile(r"opfoelgning-([0-4])\.yaml")
KNOWN = (vocabulary.AGREEMENT_FILE, vocabulary.SIGNED_FILE, vocabulary.WAIVER_FILE)

_FILES = (*KNOWN, *(vocabulary.followup_file(number) for number in range(vocabulary.LAST_FOLLOWUP + 1)))
_NAMES_OF_FILES = (
    "Filerne hedder aftale.yaml, budgetaftale.yaml, opfoelgning-0.yaml til opfoelgning-4.yaml og tjek.yaml."
)
_HIDDEN = " Windows skjuler endelsen {0}; den kan ses, når »Filtypenavne« er slået til under »Vis« i Stifinder."
# Windows hides the last ending, so a file that Notepad has saved may have `.txt` behind its own, or alone.
_CASE_FILE = re.compile(r".*\.ya?ml(\.(txt|ya?ml))?|(budgetaftale|aftale|tjek|opf\w+lgning\W?\d)\.txt", re.IGNORECASE)
_ENDING = re.compile(r"(\.ya?ml|\.txt)+$")
_COPY = re.compile(r"( ?\(\d+\)| ?- kopi( ?\(\d+\))?)$")
_LAST_ENDING = re.compile(r"(?:\.ya?ml)?(\.txt)$|\.ya?ml(\.ya?ml)$", re.IGNORECASE)
_SPELLED_OUT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_NOUGHTS = re.compile(r"(?<!\d)0+(?=\d)")
_DIGITS = re.compile(r"\d+")
_ALIKE = 0.8


def is_case_file(name: str) -> bool:
    """Whether a file is one of a case, or seems to be meant for one: `aftale.yaml`, `aftale.yaml.txt`, `Aftale.yml`."""
    return _CASE_FILE.fullmatch(unicodedata.normalize("NFC", name)) is not None


def is_read(name: str) -> bool:
    """Whether a file of this name is read."""
    return name in KNOWN or FOLLOWUP_FILE.fullmatch(name) is not None


def unread_files(names: Collection[str]) -> Iterator[Finding]:
    """A warning for each file of a case that is not read, with the name that is likely meant."""
    for name in names:
        if not is_read(name):
            likely = meant(name, names)
            hint = f"Mente du {likely}? Så omdøb filen.{hidden_ending(name)}" if likely else _NAMES_OF_FILES
            yield warning("ukendt-fil", Place(name), "Filen bliver ikke læst, for navnet er ikke kendt.", hint)


def hidden_ending(name: str) -> str:
    """What to know of an ending that is not seen, as a sentence with a space before it; empty where all are."""
    found = _LAST_ENDING.search(name)
    return _HIDDEN.format(found[1] or found[2]) if found else ""


def meant(name: str, there: Collection[str]) -> str | None:
    """The name of a file that is not there and is likely meant: the most like it among those with the same number."""
    if not is_case_file(name):
        return None
    spelled = unicodedata.normalize("NFC", name).casefold().translate(_SPELLED_OUT)
    stem = _NOUGHTS.sub("", _COPY.sub("", _ENDING.sub("", spelled)))
    plain = f"{stem}.yaml"
    free = [known for known in _FILES if known not in there and _DIGITS.findall(known) == _DIGITS.findall(plain)]
    return next(iter(get_close_matches(plain, free, n=1, cutoff=_ALIKE)), None)
