"""Who did something in Word with tracked changes on, and when."""

import random
from dataclasses import dataclass

from renderer.model.prose import Numbering

AUTHORS = ("Mette Holm", "Jens Vig", "Åse Ørum-Kjær", "sekretær & co.")


@dataclass(frozen=True)
class Stamp:
    """A tracked change: author, ISO 8601 time as Word writes it, and the name of the move that it is part of."""

    author: str
    when: str
    move: str = ""


class Diary:
    """Gives stamps: each later than the one before, by one of several authors.

    `tracking` is how often the user has tracked changes on, from 0 to 1. `lists` are the lists that were made with
    Word's buttons, by their number; bullets have no numbering.
    """

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._minutes = 0
        self._moves = 0
        self.tracking = 0.7
        self.lists: dict[int, Numbering | None] = {}

    def stamp(self) -> Stamp:
        """The stamp of the next change."""
        self._minutes += self._chance.randint(1, 50)
        days, minutes = divmod(self._minutes, 1440)
        when = f"2031-03-{1 + days:02d}T{minutes // 60:02d}:{minutes % 60:02d}:00Z"
        return Stamp(self._chance.choice(AUTHORS), when)

    def move(self) -> Stamp:
        """The stamp of a move."""
        self._moves += 1
        stamp = self.stamp()
        return Stamp(stamp.author, stamp.when, f"move{self._moves}")

    def new_list(self, numbering: Numbering | None) -> int:
        """The number of a list that is made with Word's buttons."""
        number = 7001 + len(self.lists)
        self.lists[number] = numbering
        return number

    def maybe(self) -> Stamp | None:
        """A stamp, or `None` where the user has turned tracking off."""
        return self.stamp() if self._chance.random() < self.tracking else None
