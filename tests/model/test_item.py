"""Items: what identifies them, their parts, types and milestones."""

from typing import Any

import pytest
from pydantic import ValidationError

from renderer.model.checkpoint import Checkpoint
from renderer.model.item import BudgetType, Item, numbered_ref, part_ref, title_ref, types_text
from renderer.model.prose import Prose


def item(**data: Any) -> Item:
    return Item.model_validate({"nummer": "5.1", "titel": "Flere i fleksjob", **data})


def codes(data: dict[str, Any]) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        Item.model_validate(data)
    return [problem["type"] for problem in caught.value.errors()]


@pytest.mark.parametrize(
    ("number", "title", "ref"),
    [
        ("5.10", "Dialog", "5.10"),
        ("5.10.", "Dialog", "5.10"),
        ("5.1", "Dialog – del 2", "5.1-del-2"),
        ("5.1", "Dialog - Del 12", "5.1-del-12"),
        ("5.1", " Dialog  –\u00a0 del 1 ", "5.1-del-1"),
        ("5.1", "En del 2", "5.1"),
        ("5.1", "Dialog – del 2 af 3", "5.1"),
    ],
)
def test_ref_follows_from_number_and_part(number: str, title: str, ref: str) -> None:
    assert item(nummer=number, titel=title).ref == ref


def test_ref_that_is_given_stays() -> None:
    assert item(ref="fleksjob").ref == "fleksjob"


def test_an_item_without_a_number_needs_a_ref() -> None:
    assert codes({"titel": "Pulje til nye idéer"}) == ["ref-mangler"]
    assert Item.model_validate({"titel": "Pulje", "ref": "pulje"}).number is None


@pytest.mark.parametrize(
    ("title", "ref"),
    [
        ("Pulje til nye idéer", "pulje-til-nye-ideer"),
        ("Børn & Unge (0-6 år)", "boern-unge-0-6-aar"),
        ("Ø-bus.", "oe-bus"),
    ],
)
def test_ref_from_a_title_is_plain(title: str, ref: str) -> None:
    assert title_ref(title) == ref


def test_ref_is_the_same_from_the_item_and_from_its_number() -> None:
    assert item(titel="Dialog – del 3").ref == numbered_ref("5.1", "Dialog – del 3")


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("X – del 1", 1),
        ("X - del 10", 10),
        ("X – del 2 – Y", 2),
        ("X - del 3 -Y", 3),
        ("X, del 1", 1),
        ("X (del 4)", 4),
        ("X", None),
        ("Del 2", None),
        ("X og del 2", None),
        ("X – del 2 af planen", None),
    ],
)
def test_part(title: str, part: int | None) -> None:
    assert item(titel=title).part == part


@pytest.mark.parametrize(
    ("written", "types"),
    [
        ("drift", (BudgetType.OPERATING,)),
        ("Drift", (BudgetType.OPERATING,)),
        ("anlæg og drift", (BudgetType.CAPITAL, BudgetType.OPERATING)),
        ("drift, anlæg og øvrig finansiering", tuple(BudgetType)),
        (["anlæg"], (BudgetType.CAPITAL,)),
        ("", ()),
        ([], ()),
    ],
)
def test_types_in_the_order_written(written: Any, types: tuple[BudgetType, ...]) -> None:
    assert item(type=written).types == types


@pytest.mark.parametrize("written", ["drift og drift", "drift/anlæg", "andet", None, 3, ["x"]])
def test_unknown_types(written: Any) -> None:
    assert codes({"nummer": "5.1", "titel": "X", "type": written}) == ["ukendt-type"]


def test_types_as_text() -> None:
    assert types_text((BudgetType.CAPITAL, BudgetType.OPERATING)) == "anlæg og drift"
    assert types_text(()) == ""


def test_milestones_without_text_are_no_milestones() -> None:
    found = item(milepæle={"4": "Nået.", "2": "", "1": "Begyndt."})

    assert list(found.milestones) == [Checkpoint.FIRST, Checkpoint.YEAR_END]
    assert found.milestone(Checkpoint.SECOND) == Prose()
    assert found.milestone(Checkpoint.YEAR_END).plain == "Nået."


@pytest.mark.parametrize("checkpoint", ["0", "5", "01", "31.12.", 1.5])
def test_unknown_checkpoints(checkpoint: Any) -> None:
    assert codes({"nummer": "5.1", "titel": "X", "milepæle": {checkpoint: "Tekst"}}) == ["ukendt-milepæl"]


def test_an_unknown_key_is_refused() -> None:
    assert codes({"nummer": "5.1", "titel": "X", "ansvarlig": "Y"}) == ["extra_forbidden"]


def test_a_ref_that_cases_rely_on_knows_only_a_part_that_ends_the_title() -> None:
    assert numbered_ref("4.8", "Flere boliger – del 1 – ved åen") == "4.8"
    assert part_ref("4.8", "Flere boliger – del 1 – ved åen") == "4.8-del-1"
