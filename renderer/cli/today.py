"""The clock of the command line: what lies below gets the day as an argument."""

import datetime


def today() -> datetime.date:
    """The day it is where the program runs."""
    return datetime.datetime.now().astimezone().date()
