"""Where an item's table may break, from the lengths of its texts."""

from renderer.edition.edition import ItemTable
from renderer.model.prose import BulletList, ListEntry, Paragraph, Prose, Text
from renderer.writers.row_breaks import row_classes
from tests.writers.editions import small_edition


def prose(characters: int) -> Prose:
    return Prose((Paragraph((Text("x" * characters),)),)) if characters else Prose()


def item(agreed: int = 0, planned: int = 0, milestones: int = 0, finances: int = 0) -> ItemTable:
    table = next(small_edition().items())
    rows = [row.model_copy(update={"text": prose(milestones), "status": Prose()}) for row in table.rows]
    rows[-1] = rows[-1].model_copy(update={"text": prose(finances)})
    return table.model_copy(
        update={"agreement_text": prose(agreed), "description": prose(planned), "rows": tuple(rows)}
    )


def test_a_short_text_row_stays_with_the_first_milestone_and_the_finances_with_the_last() -> None:
    assert list(row_classes(item(agreed=100))) == ["with-next", "", "", "", "", "with-previous"]


def test_a_long_text_row_may_end_a_page() -> None:
    assert next(iter(row_classes(item(agreed=1000)))) == ""


def test_both_columns_count() -> None:
    assert next(iter(row_classes(item(planned=1000)))) == ""
    assert next(iter(row_classes(item(planned=9000)))) == "tall"


def test_a_row_higher_than_a_page_may_split() -> None:
    assert next(iter(row_classes(item(agreed=3000)))) == "tall"
    assert list(row_classes(item(milestones=3000))) == ["", "tall", "tall", "tall", "tall", ""]
    assert list(row_classes(item(finances=3000)))[-1] == "tall"


def test_what_does_not_fit_on_one_page_is_not_kept_together() -> None:
    assert next(iter(row_classes(item(agreed=100, milestones=1500)))) == ""
    assert list(row_classes(item(milestones=800, finances=800)))[-1] == ""


def test_a_row_that_may_be_higher_than_a_page_is_in_doubt() -> None:
    assert list(row_classes(item(milestones=1600))) == ["", "in-doubt", "in-doubt", "in-doubt", "in-doubt", ""]


def test_lists_and_states_count_too() -> None:
    entries = BulletList(tuple(ListEntry((Paragraph((Text("punkt"),)),)) for _ in range(60)))
    table = item()
    rows = [row.model_copy(update={"status": Prose((entries,))}) for row in table.rows]

    listed = table.model_copy(update={"agreement_text": Prose((entries,)), "rows": tuple(rows)})

    assert list(row_classes(listed)) == ["tall"] * 6
