"""What to do about a follow-up that a case does not have."""

from collections.abc import Sequence

from renderer import vocabulary


def way_to(number: int, there: Sequence[int]) -> str:
    """What the case has, and how the follow-up comes to be; `there` are the numbers of its follow-ups, in order."""
    return f"{_known(there)} {_made(number, max(there, default=-1) + 1)}"


def _known(there: Sequence[int]) -> str:
    if not there:
        return "Sagen har ingen opfølgninger endnu."
    *head, last = map(str, there)
    return f"Sagen har opfølgning {', '.join(head)} og {last}." if head else f"Sagen har kun opfølgning {last}."


def _made(number: int, following: int) -> str:
    if number < following:
        return f"Opret filen {vocabulary.followup_file(number)}."
    first = "" if number == following else "først "
    return f"Gør {first}opfølgning {following} klar med kommandoen next."
