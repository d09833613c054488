"""Running heads and feet of a PDF file: known by the file's own tags, by their repetition, or by their form."""

import re
from collections import Counter
from collections.abc import Container, Sequence

from renderer.readers.earlier.grammar.labels import FINANCES, MILESTONE, SMILEY_HEADING
from renderer.readers.earlier.pdf.lines import is_apart, rows
from renderer.readers.earlier.pdf.page import Page, Word

_EDGE = 0.14
_CLOSE = 1.6
_SAME_HEIGHT = 2.0
_SHARE = 0.5
_FEWEST = 2
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:^|\s)[-–] ?\d{1,4} ?[-–](?:\s|$)|^(?:Side )?\d{1,4}(?: ?(?:af|/) ?\d{1,4})?$", re.IGNORECASE
)
_HEAD_DATE = re.compile(r"\sDen \d{1,2}\. \w+ \d{4}$")

_Row = tuple[Word, ...]


def parted(pages: Sequence[Page], headings: Container[int] = ()) -> list[tuple[Page, list[_Row], list[_Row]]]:
    """Every page with the rows of words that are its text, and those that are its heads and feet.

    Heads stand above all text and feet below it: the first row of text ends the search. What is tagged as one of the
    `headings` is text, even where several pages begin with the same one; so is what is tagged as text on a page whose
    heads and feet are tagged as such, and what stands as close to the text as its own lines do.
    """
    rows_of_pages = [rows(page.words) for page in pages]
    repeated = _repeated(pages, rows_of_pages)
    parted_pages = []
    for page, found in zip(pages, rows_of_pages, strict=True):
        titled = _in_heading_rows(found)
        known = [
            row not in titled and row[-1].tag not in headings and _is_furniture(row, page, repeated) for row in found
        ]
        if any(word.artifact for row in found for word in row):
            known = [is_furniture and row[-1].tag is None for row, is_furniture in zip(found, known, strict=True)]
        first = next((number for number, is_furniture in enumerate(known) if not is_furniture), len(found))
        last = next((number for number in range(len(found), first, -1) if not known[number - 1]), first)
        while 0 < last < len(found) and _goes_on(found[last - 1], found[last]):
            last += 1
        while 0 < first < last and _goes_on(found[first - 1], found[first]):
            first -= 1
        inside = [(row, all(word.artifact for word in row)) for row in found[first:last]]
        kept = [row for row, is_artifact in inside if not is_artifact]
        artifacts = [row for row, is_artifact in inside if is_artifact]
        parted_pages.append((page, kept, [*found[:first], *artifacts, *found[last:]]))
    return parted_pages


def _goes_on(above: _Row, below: _Row) -> bool:
    """Whether two rows are lines of one text by where they stand."""
    first, second = above[0], below[0]
    if first.artifact or second.artifact or abs(first.left - second.left) > _SAME_HEIGHT:
        return False
    return first.size == second.size and second.baseline - first.baseline < _CLOSE * first.size


def row_text(row: Sequence[Word]) -> str:
    """The words of a row with single spaces."""
    text = ""
    for number, word in enumerate(row):
        text += (" " if number and is_apart(row[number - 1], word) else "") + word.text
    return text


def _is_furniture(row: _Row, page: Page, repeated: Counter[tuple[bool, int, str]]) -> bool:
    if all(word.artifact for word in row):
        return True
    if not _at_edge(row, page):
        return False
    text = row_text(row)
    if repeated[_key(row, page)] >= _FEWEST or _PAGE_NUMBER.search(text):
        return True
    return row[0].baseline < page.height / 2 and bool(_HEAD_DATE.search(text))


def _in_heading_rows(found: Sequence[_Row]) -> list[_Row]:
    """The rows of tables' heading rows: with the headings, and above them where a long title stands around them."""
    titled: list[_Row] = []
    for number, row in enumerate(found):
        if SMILEY_HEADING.fullmatch(row[-1].text):
            titled.append(row)
            for above in reversed(found[:number]):
                last = titled[-1][0]
                if last.baseline - above[0].baseline > _CLOSE * last.size or above[0].size != last.size:
                    break
                titled.append(above)
    return titled


def _repeated(pages: Sequence[Page], rows_of_pages: Sequence[Sequence[_Row]]) -> Counter[tuple[bool, int, str]]:
    """How often a text stands at the same height of pages of the same form, numbers aside; seldom ones left out."""
    found: Counter[tuple[bool, int, str]] = Counter()
    forms = Counter(_is_wide(page) for page in pages)
    for page, found_rows in zip(pages, rows_of_pages, strict=True):
        edge_rows = {_key(row, page) for row in found_rows if _at_edge(row, page) and not _is_table_row(row)}
        found.update(edge_rows)
    return Counter({key: count for key, count in found.items() if count >= _SHARE * forms[key[0]]})


def _key(row: _Row, page: Page) -> tuple[bool, int, str]:
    return _is_wide(page), round(row[0].baseline / _SAME_HEIGHT), _DIGITS.sub("#", row_text(row))


def _is_wide(page: Page) -> bool:
    return page.width > page.height


def _at_edge(row: _Row, page: Page) -> bool:
    height = row[0].baseline / page.height
    return height < _EDGE or height > 1 - _EDGE


def _is_table_row(row: _Row) -> bool:
    first, last = row[0].text, row[-1].text
    return bool(MILESTONE.fullmatch(first) or FINANCES.fullmatch(first) or SMILEY_HEADING.fullmatch(last))
