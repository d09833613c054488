"""A day that somebody typed after an option."""

import datetime

from renderer.errors import WrongCall
from renderer.model.day import NotADay, read_day


def typed_day(text: str) -> datetime.date:
    """The day, written as in the data: `2018-07-04`, `04-07-2018` or `4. juli 2018`. Raises `WrongCall`."""
    try:
        return read_day(text)
    except NotADay as problem:
        raise WrongCall(problem.message, problem.hint) from problem
