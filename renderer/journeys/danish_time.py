"""Denmark's time, which days are counted by wherever the machine stands and whatever it takes for the time there."""

import datetime
import zoneinfo
from functools import cache
from importlib import resources


def danish(moment: datetime.datetime) -> datetime.datetime:
    """A moment with its time zone, as the clocks in Denmark show it."""
    return moment.astimezone(_zone())


def danish_day(moment: datetime.datetime) -> datetime.date:
    """The day it is in Denmark at a moment."""
    return danish(moment).date()


def danish_midnight(day: datetime.date) -> datetime.datetime:
    """The moment at which a day begins in Denmark."""
    return datetime.datetime.combine(day, datetime.time(), _zone())


@cache
def _zone() -> zoneinfo.ZoneInfo:
    # From the package that is locked, not from the machine's own files, which may be old or not there.
    data = resources.files("tzdata") / "zoneinfo" / "Europe" / "Copenhagen"
    with data.open("rb") as file:
        return zoneinfo.ZoneInfo.from_file(file, key="Europe/Copenhagen")
