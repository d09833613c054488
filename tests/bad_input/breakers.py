"""Ways to break a case folder that are sure to be errors, each at a place that hypothesis chooses."""

import re
from collections.abc import Callable

from hypothesis import strategies as st

Files = dict[str, str]
Breaker = Callable[[Files, Callable[[list[str]], str]], str]
"""Breaks the files in place; is given a chooser among strings, and returns the code that must be among the findings."""

REQUIRED = ("titel: Aftale", "budgetår:", "sagsid:", "organisation:", "opfølgning:", "dato:")
WORDS = ("smiley: glad", "smiley: sur", "smiley: mellemfornøjet")


def _file_with(files: Files, pattern: str, choose: Callable[[list[str]], str]) -> str:
    return choose([name for name in sorted(files) if re.search(pattern, files[name], flags=re.MULTILINE)])


def _replace_line(files: Files, name: str, pattern: str, choose: Callable[[list[str]], str], new: str) -> None:
    lines = files[name].split("\n")
    places = [str(index) for index, line in enumerate(lines) if re.search(pattern, line)]
    index = int(choose(places))
    lines[index] = re.sub(pattern, new, lines[index], count=1)
    files[name] = "\n".join(lines)


def _missing_field(files: Files, choose: Callable[[list[str]], str]) -> str:
    key = choose([key for key in REQUIRED if any(re.search(f"^{key}", text, re.MULTILINE) for text in files.values())])
    name = _file_with(files, f"^{key}", choose)
    files[name] = re.sub(f"^{key}.*\n(?:[ ]+.*\n)*", "", files[name], count=1, flags=re.MULTILINE)
    return "felt-mangler"


def _unknown_key(files: Files, choose: Callable[[list[str]], str]) -> str:
    name = _file_with(files, r"^\s+titel:|^dato:", choose)
    key = "dato" if name.startswith("opf") else "titel"
    _replace_line(files, name, rf"^(\s*(?:- )?){key}:", choose, rf"\g<1>{key}x:")
    return "ukendt-felt"


def _unknown_smiley(files: Files, choose: Callable[[list[str]], str]) -> str:
    _replace_line(
        files, _file_with(files, "smiley: (?:glad|sur)", choose), "smiley: (?:glad|sur)", choose, "smiley: grå"
    )
    return "ukendt-værdi"


def _unknown_item(files: Files, choose: Callable[[list[str]], str]) -> str:
    name = _file_with(files, r"^status:", choose)
    _replace_line(files, name, r"^  (\S+):$", choose, r"  9.9.9:")
    return "ukendt-delelement"


def _unknown_centre(files: Files, choose: Callable[[list[str]], str]) -> str:
    _replace_line(files, "aftale.yaml", r"(ansvarligt_center): .*", choose, r"\1: Kulturens Hus")
    return "ukendt-center"


def _wrong_year(files: Files, choose: Callable[[list[str]], str]) -> str:
    _replace_line(files, "aftale.yaml", r"^budgetår: .*", choose, "budgetår: 2_018")
    return "ugyldigt-årstal"


def _wrong_date(files: Files, choose: Callable[[list[str]], str]) -> str:
    _replace_line(files, _file_with(files, "^dato:", choose), r"^dato: .*", choose, "dato: 31. februar 2018")
    return "ugyldig-dato"


def _tab(files: Files, choose: Callable[[list[str]], str]) -> str:
    _replace_line(files, _file_with(files, r"^  \S", choose), r"^(\s+)(\S+:)", choose, "\t\\2")
    return "ugyldig-yaml"


def _control_character(files: Files, choose: Callable[[list[str]], str]) -> str:
    _replace_line(
        files, _file_with(files, "titel: |status: [A-Z]", choose), r"(titel: |status: )(?=[A-Z])", choose, "\\1\x07"
    )
    return "ugyldig-yaml"


def _private_use(files: Files, choose: Callable[[list[str]], str]) -> str:
    _replace_line(files, "aftale.yaml", r"(titel: )(?=[A-Z])", choose, "\\1\uf04a")
    return "ugyldigt-tegn"


def _alias(files: Files, choose: Callable[[list[str]], str]) -> str:
    _replace_line(files, "aftale.yaml", r"(titel: ).*", choose, r"\1*anker")
    return "anker"


def _open_quote(files: Files, choose: Callable[[list[str]], str]) -> str:
    _replace_line(files, _file_with(files, "^dato:|titel:", choose), r"(dato|titel): .*", choose, r'\1: "Åben')
    return "ugyldig-yaml"


def _empty_file(files: Files, choose: Callable[[list[str]], str]) -> str:
    files[choose(sorted(files))] = ""
    return "tom-fil"


def _key_twice(files: Files, choose: Callable[[list[str]], str]) -> str:
    name = _file_with(files, "^dato:|^titel:", choose)
    files[name] += "dato: 2018-01-01\n" if name.startswith("opf") else "titel: Aftale om budget 2018\n"
    return "samme-felt-to-gange"


BREAKERS: tuple[Breaker, ...] = (
    _missing_field, _unknown_key, _unknown_smiley, _unknown_item, _unknown_centre, _wrong_year, _wrong_date, _tab,
    _control_character, _private_use, _alias, _open_quote, _empty_file, _key_twice,
)  # fmt: skip

breakers = st.sampled_from(BREAKERS)
