"""Moments as a person reads them: in Danish, and in Denmark's time, wherever the machine stands."""

import datetime

from renderer.journeys.danish_time import danish


def local_time(moment: str) -> str:
    """`4. juli 2018 kl. 10.30`, of a moment in ISO 8601 with its time zone."""
    local = _local(moment)
    return f"{_day(local)} kl. {local:%H.%M}"


def local_day(moment: str) -> str:
    """`4. juli 2018`, of a moment in ISO 8601 with its time zone."""
    return _day(_local(moment))


def _day(local: datetime.datetime) -> str:
    from renderer.edition import danish

    return danish.long_date(local.date())


def _local(moment: str) -> datetime.datetime:
    return danish(datetime.datetime.fromisoformat(moment))
