"""When a follow-up is due: the day the centres report by, and the committees' meeting."""

from pydantic import Field

from renderer.model.record import Record
from renderer.model.values import Date


class Deadline(Record):
    """The days of one follow-up; either may be left out while it is not known."""

    reporting: Date | None = Field(None, description="Den dag, centrene senest skal melde; udelades, hvis ukendt.")
    meeting: Date | None = Field(None, description="Den dag, udvalgene behandler opfølgningen; udelades, hvis ukendt.")

    def __bool__(self) -> bool:
        return self.reporting is not None or self.meeting is not None
