"""Cases printed and read again: by which format, what is left out there, and what must come back."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from renderer.edition.build import build_edition
from renderer.edition.edition import Edition
from renderer.model.case import Case
from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.reading import EarlierReading, Fate
from renderer.writers.pdf import write_pdf
from renderer.writers.word import write_word
from tests.cases import ALL_FORMS, Shape
from tests.readers.earlier.as_printed import OF_ANY_CASE, as_printed, differences, read_again, with_clear_contributors

SHAPE = Shape(
    forms=replace(ALL_FORMS, tricky=False), unused_names=False, own_refs=False, waivers=False, empty_chapters=False
)
_NOWHERE = re.compile(r"\[([^\]]*)\]\(/[^)]*\)")


@dataclass(frozen=True)
class Printed:
    """A format: the ending of its files, its writer, and what it can show."""

    ending: str
    write: Callable[[Edition], bytes]
    shape: Shape

    def read_back(self, case: Case, number: int) -> EarlierReading:
        """An edition of the case, written and read again."""
        return read_earlier(f"opfølgning.{self.ending}", self.write(build_edition(case, number)))


WORD = Printed("docx", write_word, SHAPE)
PDF = Printed("pdf", write_pdf, replace(SHAPE, forms=replace(SHAPE.forms, line_breaks=False)))


def with_clear_names(case: Case) -> Case:
    """The case with contributors that can be read in one way only."""
    chapters = tuple(
        chapter.model_copy(update={"items": tuple(with_clear_contributors(item) for item in chapter.items)})
        for chapter in case.agreement.chapters
    )
    return case.model_copy(update={"agreement": case.agreement.model_copy(update={"chapters": chapters})})


def with_addresses_that_lead_out(case: Case) -> Case:
    """The case without links to places on the same server, which neither a PDF nor a Word file may hold."""
    return Case.model_validate(_without_nowhere(case.model_dump(mode="json", exclude_defaults=True)))


def _without_nowhere(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _without_nowhere(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_without_nowhere(value) for value in data]
    return _NOWHERE.sub(r"\1", data) if isinstance(data, str) else data


def expected(case: Case, number: int) -> Case:
    """The case as it must come back. The word beside a smiley can only be told where a smiley is printed."""
    printed = as_printed(case, number)
    edition = build_edition(case, number)
    guide = edition.letter.guide
    explained = any(face.meaning for face in (*guide.effort.faces, *guide.finances.faces))
    if explained or any(row.face for item in edition.items() for row in item.rows):
        return printed
    return printed.model_copy(update={"agreement": printed.agreement.model_copy(update={"smiley_words": False})})


def assert_same(reading: EarlierReading, case: Case) -> None:
    """Nothing is different, nothing is left over, and nothing is remarked but contributors that are not clear."""
    assert [finding for finding in reading.findings if finding.code not in OF_ANY_CASE] == []
    assert differences(case, read_again(reading)) == []
    assert [line for line in reading.accounting if line.fate is Fate.REPORTED] == []
