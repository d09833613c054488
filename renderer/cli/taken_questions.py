"""Asks about one returned change at a time, on a terminal."""

from dataclasses import dataclass, field

from renderer.cli.output import console
from renderer.cli.taken_text import comment_text, conflict_text, proposal_text
from renderer.journeys.returned.take_back import TakenBack
from renderer.model.field import Field

_YES, _NO, _SKIP, _QUIT, _KEEP = "j", "n", "s", "a", "b"
_ALL, _NONE = "r", "i"
_ABOUT_PROPOSAL = (
    "Skal rettelsen skrives? (j)a, (n)ej, (s)pring over, ja til (r)esten, nej til resten: (i)ngen flere, (a)fslut"
)


@dataclass
class Answers:
    """What was accepted, and how many questions are still open."""

    changes: dict[Field, str] = field(default_factory=dict)
    open: int = 0


def asked(taken: TakenBack) -> Answers:
    """Go through all proposals, then all conflicts; nothing counts before the last question is answered with yes."""
    for comment in taken.comments:
        console().print(comment_text(taken, comment))
    answers = Answers()
    if not _proposals(taken, answers):
        _conflicts(taken, answers)
    if answers.changes and not _confirmed(len(answers.changes)):
        answers.open += len(answers.changes)
        answers.changes.clear()
    return answers


def _proposals(taken: TakenBack, answers: Answers) -> bool:
    """Ask about the proposals, an answer at a time; whether whoever answers wants no more questions."""
    for number, proposals in enumerate(taken.answers):
        for proposal in proposals:
            console().print(proposal_text(taken, proposal))
        _tell_one_answer(len(proposals))
        answer = _answer(_numbered(taken, number, _ABOUT_PROPOSAL), {_YES, _NO, _SKIP, _ALL, _NONE, _QUIT})
        if answer in (_YES, _ALL):
            rest = taken.answers[number:] if answer == _ALL else (proposals,)
            answers.changes.update({one.field: one.new for each in rest for one in each})
        if answer in (_ALL, _NONE):
            break
        if answer == _QUIT:
            answers.open += _count(taken) - number
            return True
        answers.open += answer == _SKIP
    return False


def _conflicts(taken: TakenBack, answers: Answers) -> None:
    before = len(taken.answers)
    for number, conflicts in enumerate(taken.contested):
        for conflict in conflicts:
            console().print(conflict_text(taken, conflict))
        _tell_one_answer(len(conflicts))
        choices = {str(place): place - 1 for place in range(1, len(conflicts[0].proposals) + 1)}
        numbers = ", ".join(f"({one})" for one in choices)
        question = (
            f"Hvilken tekst gælder? {numbers} som svaret, (b)ehold sagens, (s)pring over, "
            "behold sagens for resten: (i)ngen flere, (a)fslut"
        )
        answer = _answer(_numbered(taken, before + number, question), {*choices, _KEEP, _SKIP, _NONE, _QUIT})
        if answer == _NONE:
            break
        if answer == _QUIT:
            answers.open += len(taken.contested) - number
            break
        if answer in choices:
            answers.changes.update({one.field: one.proposals[choices[answer]].new for one in conflicts})
        answers.open += answer == _SKIP


def _tell_one_answer(fields: int) -> None:
    if fields > 1:
        console().print("Smiley og status er ét svar, så de skrives sammen.")


def _count(taken: TakenBack) -> int:
    return len(taken.answers) + len(taken.contested)


def _numbered(taken: TakenBack, before: int, question: str) -> str:
    """The question with its number among all: `3 af 17: Skal ...`."""
    return f"{before + 1} af {_count(taken)}: {question}"


def _confirmed(count: int) -> bool:
    words = "den ene rettelse" if count == 1 else f"de {count} rettelser"
    return _answer(f"Skriv {words} i sagen? (j)a, (n)ej", {_YES, _NO}) == _YES


def _answer(question: str, allowed: set[str]) -> str:
    while True:
        console().print(f"{question}: ", end="")
        try:
            answer = input().strip().lower()[:1]
        except EOFError:
            # Whoever closes the input has not said yes.
            return _NO if _QUIT not in allowed else _QUIT
        if answer in allowed:
            return answer
        console().print(f"Svar med et af tegnene: {', '.join(sorted(allowed))}.")
