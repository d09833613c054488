"""Smileys and what they mean: the meanings are data of each agreement, in two or three levels."""

from pydantic import Field

from renderer.model.fixed_word import FixedWord
from renderer.model.record import Record
from renderer.model.values import Line


class Smiley(FixedWord):
    """One of the three faces; the value is the word in the data and for the screen reader."""

    HAPPY = "glad"
    NEUTRAL = "mellemfornøjet"
    SAD = "sur"


class SmileyScale(Record):
    """What each face means in one dimension (effort or finances); a face without a meaning is not in use."""

    happy: Line | None = Field(None, description="Betydningen af den glade smiley; udelades, hvis den ikke bruges.")
    neutral: Line | None = Field(
        None, description="Betydningen af den mellemfornøjede smiley; udelades, hvis den ikke bruges."
    )
    sad: Line | None = Field(None, description="Betydningen af den sure smiley; udelades, hvis den ikke bruges.")

    def meaning(self, smiley: Smiley) -> str | None:
        """What the face means here, or `None` where the scale does not use it."""
        return {Smiley.HAPPY: self.happy, Smiley.NEUTRAL: self.neutral, Smiley.SAD: self.sad}[smiley]

    @property
    def levels(self) -> tuple[Smiley, ...]:
        """The faces in use, best first."""
        return tuple(smiley for smiley in Smiley if self.meaning(smiley))


class SmileyScales(Record):
    """The scales of the two dimensions."""

    effort: SmileyScale = Field(default_factory=SmileyScale, description="Smileyer på indsats: én ved hver milepæl.")
    finances: SmileyScale = Field(
        default_factory=SmileyScale, description="Smileyer på økonomi: én samlet for hvert delelement."
    )
