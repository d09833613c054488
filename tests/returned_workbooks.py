"""A workbook as a centre sends it back: answers typed into the one that the case was collected with."""

from collections.abc import Mapping
from pathlib import Path

from renderer.journeys.collecting.collect import collected_files, collection
from tests.opened_folders import read_folder
from tests.workbook_hand import KEY, Hand


def returned_workbook(folder: Path, followup: int, centre: str, answers: Mapping[tuple[str, str], str]) -> bytes:
    """The bytes of the workbook; `answers` are by the ref of the item (its last row) and the heading."""
    case = read_folder(folder).case
    assert case is not None
    (record,) = (one for one in collection(case, followup) if one.centre == centre)
    (content,) = collected_files([record]).values()
    hand = Hand.opening(content)
    for (ref, heading), text in answers.items():
        row = [row for row in hand.rows() if str(hand.cell(row, KEY).value).endswith(f"|{ref}")][-1]
        hand.type(row, heading, text)
    return hand.saved()
