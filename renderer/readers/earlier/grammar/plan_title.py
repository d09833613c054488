"""Which document a title such as `Udmøntning af Aftale om budget 2018` names: the plan, or a follow-up it does not say.

A follow-up prints smileys, the plan has none (LAYOUT: "Documents"); so it is the rows that tell the two apart.
"""

from collections.abc import Sequence

from renderer.model.agreement import TitleForm
from renderer.readers.earlier.grammar.drafts import ChapterDraft, RowDraft
from renderer.readers.earlier.grammar.item_data import smiley_mark, text_and_status
from renderer.readers.earlier.grammar.letter import Letter
from renderer.readers.earlier.grammar.titles import as_plan


def settle_plan(letter: Letter, chapters: Sequence[ChapterDraft]) -> None:
    """Take a title without a follow-up for the plan's, where nothing was reported in any row.

    A title that does not say whom it is for may have lost a subtitle, so `letter.plan_inferred` tells of that.
    """
    title = letter.title
    if title is None or title.followup is not None or title.form is not TitleForm.WITH_SUBTITLE:
        return
    rows = [row for chapter in chapters for item in chapter.items for row in (*item.milestones, item.finances) if row]
    scoped = bool(title.scope.municipality or title.scope.committee)
    if not (rows or scoped) or any(_is_reported(row) for row in rows):
        return
    letter.title = as_plan(title)
    letter.plan_inferred = not scoped


def _is_reported(row: RowDraft) -> bool:
    return smiley_mark(row).given or bool(text_and_status(row.text)[1])
