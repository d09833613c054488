"""New: a case folder from nothing, with what every agreement has; its items come later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from renderer import vocabulary
from renderer.casefolder.write import case_files
from renderer.errors import WrongCall
from renderer.journeys.write_files import write_files
from renderer.model.agreement import Agreement
from renderer.model.case import Case
from renderer.model.case_id import CaseIdText
from renderer.model.values import Line, Year

_MEANINGS: dict[str, dict[str, str]] = {
    "effort": {
        "happy": "Milepælen er nået",
        "neutral": "Milepælen er ikke nået, men målet for året kan stadig nås",
        "sad": "Milepælen er ikke nået, og målet for året kan ikke nås",
    },
    "finances": {"happy": "Økonomien holder", "sad": "Økonomien holder ikke"},
}
"""What the smileys mean until the agreement says otherwise."""
_NEXT = (
    "\n# Her mangler aftalens kapitler og delelementer. Skriv dem under »kapitler:«, som vejledningen viser,\n"
    "# eller hent den underskrevne aftale ind med kommandoen import, og lad kommandoen plan skrive dem.\n"
)


@dataclass(frozen=True)
class Asked:
    """Something a new case has to say: the option that says it, the question, and what an answer may be.

    `several` answers are names with semicolons between them; `needed` is whether there must be one.
    """

    option: str
    question: str
    kind: Any
    needed: bool = True
    several: bool = False

    def read(self, answer: str) -> Any:
        """The answer as the data has it, `None` where none is given. Raises `WrongCall` for what it may not be."""
        words = [part for one in answer.split(";") if (part := one.strip())] if self.several else [answer.strip()]
        if not any(words):
            if self.needed:
                raise WrongCall(f"{self.question}: Der skal stå noget.", f"Skriv det, eller brug {self.option}.")
            return None
        read = [self._one(word) for word in words]
        return list(dict.fromkeys(read)) if self.several else read[0]

    def _one(self, word: str) -> Any:
        try:
            TypeAdapter(self.kind).validate_python(word)
        except ValidationError as problem:
            details = problem.errors(include_url=False)[0]
            raise WrongCall(details["msg"], str(details.get("ctx", {}).get("hint", ""))) from problem
        return word


ASKED: dict[str, Asked] = {
    "budget_year": Asked("--year", "Budgetår", Year),
    "title": Asked("--title", "Aftalens titel", Line),
    "case_id": Asked("--case-id", "Sagsid", CaseIdText),
    "municipality": Asked("--municipality", "Kommune", Line),
    "department": Asked("--department", "Afdeling, der udsender dokumenterne", Line, needed=False),
    "committees": Asked("--committee", "Udvalg, med semikolon imellem", Line, needed=False, several=True),
    "centres": Asked("--center", "Centre, med semikolon imellem", Line, needed=False, several=True),
}
"""What is asked about a new case, in order, by the model's fields."""


def require_new(folder: Path) -> None:
    """Raises `WrongCall` where a folder is a file, or holds files of a case already."""
    if folder.is_file():
        raise WrongCall(f"»{folder}« er en fil og ikke en mappe.", "Skriv navnet på en ny mappe.")
    there = sorted(path.name for path in folder.glob("*") if path.suffix.lower() in (".yaml", ".yml"))
    if there:
        message = f"Mappen »{folder}« har allerede filen {there[0]}, og den bliver ikke overskrevet."
        raise WrongCall(message, "Skriv navnet på en ny mappe, eller ret i den sag, der er.")


def missing_answers(answers: Mapping[str, str]) -> Sequence[Asked]:
    """What has to be said and is not; the title follows from the year."""
    return [
        one for field, one in ASKED.items() if one.needed and field != "title" and not answers.get(field, "").strip()
    ]


def new_case(folder: Path, answers: Mapping[str, str]) -> list[Path]:
    """Write `aftale.yaml` of a new case; `answers` are as typed, by the fields of `ASKED`.

    Raises `WrongCall` for an answer that may not be, and as `require_new` does; `CannotWrite`.
    """
    require_new(folder)
    said = {field: value for field, one in ASKED.items() if (value := one.read(answers.get(field, ""))) is not None}
    organisation = {field: said.pop(field) for field in ("municipality", "department") if field in said}
    agreement = Agreement.model_validate({**said, "organisation": organisation, "scales": _MEANINGS})
    text = case_files(Case(agreement=agreement))[vocabulary.AGREEMENT_FILE]
    return write_files(folder, {vocabulary.AGREEMENT_FILE: (text + _NEXT).encode()})
