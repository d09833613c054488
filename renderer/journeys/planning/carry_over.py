"""Points that continue an item of an earlier agreement: recognised and offered, for a person to decide on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.followup import Report
from renderer.model.item import Item
from renderer.model.signed.point import Point
from renderer.vocabulary import LAST_FOLLOWUP

_PART = re.compile(r"\s[-–]\s*del \d{1,2}$", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SHORTEST_TELLING_TITLE = 6
_ALIKE = 0.75
"""From here two titles are alike enough by themselves."""
_RELATED = 0.5
"""From here they share words enough where the text names the earlier agreement too."""
_MOST_OFFERS = 3
_FOR_THE_YEAR, _FOR_THE_NUMBER, _FULL = 15, 25, 100


@dataclass(frozen=True)
class Past:
    """What was last reported in one place of the earlier item: a milestone's, or finances (`None`)."""

    checkpoint: Checkpoint | None
    report: Report


@dataclass(frozen=True)
class Offer:
    """A point and the earlier item it may continue: a score from 0 to 100, why, and how it went with the item."""

    point: Point
    item: Item
    score: int
    reasons: tuple[str, ...]
    history: tuple[Past, ...]


def offers(points: Iterator[Point], earlier: Case) -> tuple[Offer, ...]:
    """The likely continuations in printed order of the points; the likeliest item of a point first."""
    found: list[Offer] = []
    continuing = list(earlier.asked(LAST_FOLLOWUP))
    for point in points:
        candidates = [one for item in continuing if (one := _offer(point, item, earlier))]
        found += sorted(candidates, key=lambda one: -one.score)[:_MOST_OFFERS]
    return tuple(found)


def _offer(point: Point, item: Item, earlier: Case) -> Offer | None:
    year = earlier.agreement.budget_year
    text = f"{point.title}\n{point.whole_text.plain}"
    alike, names_year = _likeness(point.title, item.title), _names_budget(text, year)
    names_number = names_year and _names_number(text, item)
    told = names_year and _tells(text, item.title)
    related = names_year and (told or _shared(_words(point.title), _words(item.title)) >= _RELATED)
    if not (alike >= _ALIKE or names_number or related):
        return None
    score = round(_FULL * max(alike, _ALIKE if told else 0))
    score += _FOR_THE_YEAR * names_year + _FOR_THE_NUMBER * names_number
    reasons = (
        "samme titel" if alike == 1 else f"titlerne ligner hinanden ({round(100 * alike)} pct.)",
        *([f"teksten nævner budget {year}"] if names_year else []),
        *([f"teksten nævner nummer {item.number}"] if names_number else []),
        *([f"teksten nævner »{item.title}«"] if told and alike < _ALIKE else []),
    )
    return Offer(point, item, min(score, _FULL), reasons, tuple(_history(earlier, item)))


def _history(earlier: Case, item: Item) -> Iterator[Past]:
    for checkpoint in Checkpoint:
        if report := earlier.report(item, checkpoint, LAST_FOLLOWUP):
            yield Past(checkpoint, report)
    if finances := earlier.finances_report(item, LAST_FOLLOWUP):
        yield Past(None, finances)


def _likeness(one: str, other: str) -> float:
    """1 for the same title; else the greater of their likeness letter by letter and word by word."""
    first, second = _words(one), _words(other)
    if first == second:
        return 1.0
    letters = SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False).ratio()
    return min(max(letters, _shared(first, second)), 0.99)


def _shared(first: list[str], second: list[str]) -> float:
    """How much of two titles are the same words, longer ones counting for more (Dice's measure over letters)."""
    return 2 * _length(set(first) & set(second)) / max(_length(set(first)) + _length(set(second)), 1)


def _words(title: str) -> list[str]:
    return _WORD.findall(_PART.sub("", title).casefold())


def _length(words: set[str]) -> int:
    return sum(map(len, words))


def _tells(text: str, title: str) -> bool:
    """Whether a title that tells something stands word for word in a text."""
    words = " ".join(_words(title))
    return len(words) >= _SHORTEST_TELLING_TITLE and f" {words} " in f" {' '.join(_WORD.findall(text.casefold()))} "


def _names_budget(text: str, year: int) -> bool:
    """`Budget 2018`, `budgetaftalen for 2018`, `forliget om budget 2018`."""
    named = rf"\b(?:budget|aftale|forlig)\w*\s+(?:(?:for|om|i|fra|budget)\s+)*{year}\b"
    return bool(re.search(named, text, re.IGNORECASE))


def _names_number(text: str, item: Item) -> bool:
    if item.number is None or "." not in item.number:
        return False
    return bool(re.search(rf"(?<![\d.,]){re.escape(item.number)}(?!\.?\d)(?!,\d)", text))
