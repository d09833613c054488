"""Asks about one returned change at a time, on a terminal."""

from dataclasses import dataclass, field

from renderer.cli.output import console
from renderer.cli.taken_text import comment_text, conflict_text, proposal_text
from renderer.journeys.take_back import TakenBack
from renderer.model.field import Field

_YES, _NO, _SKIP, _QUIT, _KEEP = "j", "n", "s", "a", "b"


@dataclass
class Answers:
    """What was accepted, and how many questions are still open."""

    changes: dict[Field, str] = field(default_factory=dict)
    open: int = 0


def asked(taken: TakenBack) -> Answers:
    """Go through all proposals, then all conflicts; nothing counts before the last question is answered with yes."""
    answers = Answers()
    questions = [*taken.proposals, *taken.conflicts]
    for comment in taken.comments:
        console().print(comment_text(taken, comment))
    for number, _ in enumerate(questions):
        answer = (
            _about_proposal(taken, number, answers)
            if number < len(taken.proposals)
            else _about_conflict(taken, number - len(taken.proposals), answers)
        )
        if answer == _QUIT:
            answers.open += len(questions) - number
            break
        answers.open += answer == _SKIP
    if answers.changes and not _confirmed(len(answers.changes)):
        answers.open += len(answers.changes)
        answers.changes.clear()
    return answers


def _about_proposal(taken: TakenBack, number: int, answers: Answers) -> str:
    proposal = taken.proposals[number]
    console().print(proposal_text(taken, proposal))
    answer = _answer("Skal rettelsen skrives? (j)a, (n)ej, (s)pring over, (a)fslut", {_YES, _NO, _SKIP, _QUIT})
    if answer == _YES:
        answers.changes[proposal.field] = proposal.new
    return answer


def _about_conflict(taken: TakenBack, number: int, answers: Answers) -> str:
    conflict = taken.conflicts[number]
    console().print(conflict_text(taken, conflict))
    texts = {str(place): proposal.new for place, proposal in enumerate(conflict.proposals, 1)}
    numbers = ", ".join(f"({one})" for one in texts)
    question = f"Hvilken tekst gælder? {numbers} fra udkastet, (b)ehold sagens, (s)pring over, (a)fslut"
    answer = _answer(question, {*texts, _KEEP, _SKIP, _QUIT})
    if answer in texts:
        answers.changes[conflict.field] = texts[answer]
    return answer


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
