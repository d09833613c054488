"""The clock of the command line: what lies below gets the day as an argument."""

import datetime

from renderer.journeys.danish_time import danish_day


def today() -> datetime.date:
    """The day it is in Denmark, the same for every command wherever the program runs."""
    return danish_day(datetime.datetime.now(datetime.UTC))
