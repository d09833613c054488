"""What is handed over comes back as it was: bags out of one archive and into another."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import bagit  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renderer.archive.archive import Archive
from renderer.archive.audit import audit
from renderer.archive.bag_metadata import Access
from renderer.archive.record import EditionFile, NewEdition, State, Wanted
from renderer.edition.build import round_committees
from renderer.errors import CannotWrite, UnknownChoice, UnreadableFile, WrongCall
from renderer.journeys.issuing.hand_over import export_bags, import_bags
from tests.archive.editions import AT, a_round, issuing, new_edition
from tests.archive.rows import all_rows
from tests.samples import small_case

LATER = AT + datetime.timedelta(days=30)
ALL = Wanted()
COMMITTEES = round_committees(small_case())


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.issue(a_round(2), issuing())
    archive.issue([new_edition(2, content=b"%PDF-1.7 b")], issuing("En dato var forkert."))
    archive.withdraw(1, "Bo Lund", AT, "Erstattet af version 2.")
    return archive


@pytest.fixture
def other(addresses: Callable[[], str]) -> Iterator[Archive]:
    """Another archive, empty."""
    with Archive(addresses()) as opened:
        yield opened


def shown(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_wanted_by_number_or_for_being_the_newest_is_packed(filled: Archive, tmp_path: Path) -> None:
    assert [bag.name[:6] for bag in export_bags(filled, Wanted(numbers=(2, 4)), tmp_path / "a")] == ["000002", "000004"]
    newest = [bag.name[:6] for bag in export_bags(filled, Wanted(newest=True), tmp_path / "b")]
    assert newest == [f"{number:06}" for number in range(2, len(filled.find()) + 1)]

    with pytest.raises(UnknownChoice, match="ingen udgave med nummer 99"):
        export_bags(filled, Wanted(numbers=(2, 99)), tmp_path / "c")
    with pytest.raises(UnknownChoice, match="Udgave 1 er ikke blandt dem, som valgene finder"):
        export_bags(filled, Wanted(numbers=(1, 2), newest=True), tmp_path / "c")
    assert not (tmp_path / "c").exists()


def test_a_whole_export_makes_the_same_archive(filled: Archive, other: Archive, tmp_path: Path) -> None:
    bags = export_bags(filled, ALL, tmp_path / "ud")

    received = import_bags(other, tmp_path / "ud", "", LATER)

    assert (received.as_it_was, len(received.editions), received.known) == (True, len(bags), 0)
    assert all_rows(other) == all_rows(filled)
    assert other.head() == filled.head()
    assert other.find() == filled.find()
    assert audit(other) == []
    export_bags(other, ALL, tmp_path / "igen")
    assert shown(tmp_path / "igen") == shown(tmp_path / "ud")


def test_the_bags_are_bags_to_the_library_too(filled: Archive, tmp_path: Path) -> None:
    for path in export_bags(filled, ALL, tmp_path / "ud"):
        bag = bagit.Bag(str(path))
        assert bag.validate()
        assert bag.version_info == (1, 0)
        assert sorted(bag.algorithms) == ["sha256", "sha512"]


def test_a_bag_says_what_a_case_system_asks(filled: Archive, tmp_path: Path) -> None:
    first, second, *_ = export_bags(filled, ALL, tmp_path / "ud", Access.OPEN)

    info = bagit.Bag(str(second)).info
    edition = filled.edition(2)
    assert info["Sagsid"] == edition.case_id
    assert edition.case_id.startswith(f"{info['KLE-emne']}-{info['KLE-handlingsfacet']}-")
    assert (info["External-Description"], info["Udvalg"]) == (edition.title, edition.committee)
    assert (info["Dokumentdato"], info["Bagging-Date"]) == (edition.date.isoformat(), "2018-07-04")
    assert (info["Offentlighed"], info["Tilstand"]) == ("åben", "udstedt")
    assert bagit.Bag(str(first)).info["Tilstand"] == "trukket tilbage"
    described = (second / "metadata" / "dublin-core.xml").read_text(encoding="utf-8")
    assert f"<dcterms:title>{edition.title}</dcterms:title>" in described
    assert "<dcterms:accessRights>åben</dcterms:accessRights>" in described


def test_what_continues_the_chain_is_laid_behind_it(filled: Archive, other: Archive, tmp_path: Path) -> None:
    export_bags(filled, ALL, tmp_path / "før")
    import_bags(other, tmp_path / "før", "", LATER)
    filled.withdraw(2, "Bo Lund", AT, "Igen.")
    filled.issue(a_round(3), issuing())
    export_bags(filled, ALL, tmp_path / "efter")

    received = import_bags(other, tmp_path / "efter", "", LATER)

    assert received.as_it_was
    assert [one.number for one in received.withdrawn] == [2]
    assert all_rows(other) == all_rows(filled)


def test_importing_again_changes_nothing(filled: Archive, tmp_path: Path) -> None:
    bags = export_bags(filled, ALL, tmp_path / "ud")
    before = all_rows(filled)

    received = import_bags(filled, tmp_path / "ud", "", LATER)

    assert (received.editions, received.known) == ((), len(bags))
    assert all_rows(filled) == before


def test_a_selection_gets_new_numbers_and_keeps_its_origin(filled: Archive, other: Archive, tmp_path: Path) -> None:
    export_bags(filled, Wanted(numbers=(1, 3)), tmp_path / "ud")

    with pytest.raises(WrongCall, match="nye numre"):
        import_bags(other, tmp_path / "ud", " ", LATER)
    assert other.find() == []
    first, second = import_bags(other, tmp_path / "ud", "Carl Dam", LATER).editions

    there = filled.edition(3)
    assert (first.number, second.number) == (1, 2)
    assert second.origin is not None
    assert (second.origin.number, second.origin.digest) == (3, there.digest)
    assert (second.origin.imported_by, second.origin.imported_at) == ("Carl Dam", "2018-08-03T08:30:00+00:00")
    assert second == replace(there, number=2, digest=second.digest, origin=second.origin)
    assert (first.state, first.withdrawn_by, first.withdrawn_reason) == (
        State.WITHDRAWN, "Bo Lund", "Erstattet af version 2.",
    )  # fmt: skip
    assert audit(other) == []
    assert import_bags(other, tmp_path / "ud", "Carl Dam", LATER).known == 2


def test_what_was_imported_can_be_handed_on(filled: Archive, addresses: Callable[[], str], tmp_path: Path) -> None:
    export_bags(filled, Wanted(numbers=(3,)), tmp_path / "a")
    with Archive(addresses()) as second, Archive(addresses()) as third:
        import_bags(second, tmp_path / "a", "Carl Dam", LATER)
        export_bags(second, ALL, tmp_path / "b")
        third.issue([new_edition(1)], issuing())
        [handed_on] = import_bags(third, tmp_path / "b", "Eva Friis", LATER).editions

        assert handed_on.number == 2
        assert handed_on.origin is not None
        assert (handed_on.issued_by, handed_on.origin.number) == ("Anna Holm", 3)
        assert audit(third) == []
        assert import_bags(filled, tmp_path / "b", "Anna Holm", LATER).known == 1


def test_a_version_that_is_taken_gets_the_next(filled: Archive, other: Archive, tmp_path: Path) -> None:
    other.issue([new_edition(2, content=b"%PDF-1.7 egen")], issuing())
    export_bags(filled, Wanted(numbers=(1,)), tmp_path / "ud")

    [received] = import_bags(other, tmp_path / "ud", "Carl Dam", LATER).editions

    assert (received.number, received.version) == (2, 2)
    assert audit(other) == []


def test_names_that_are_unsafe_never_become_paths(archive: Archive, other: Archive, tmp_path: Path) -> None:
    names = [
        "../../uden-for.pdf",
        "/etc/passwd",
        "con.pdf",
        "a\nb.pdf",
        "arkivpost.json",
        "å.pdf",
        "x.pdf",
        "X.PDF",
        "",
    ]
    files = tuple(EditionFile(f"f{n}", name, "application/pdf", f"{n}".encode()) for n, name in enumerate(names))
    archive.issue([NewEdition(new_edition().edition, files)], issuing())

    [bag] = export_bags(archive, ALL, tmp_path / "ud")

    assert [path.name for path in tmp_path.rglob("*.pdf")] == ["x.pdf"]
    assert bag.name == "000001_udgave"
    import_bags(other, tmp_path / "ud", "", LATER)
    assert [other.file(1, file.format) for file in files] == [(file.name, file.content) for file in files]


def test_nothing_is_written_where_something_lies(filled: Archive, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("her")

    with pytest.raises(WrongCall, match="tom mappe"):
        export_bags(filled, ALL, tmp_path)
    with pytest.raises(UnknownChoice):
        export_bags(filled, Wanted(case_id="00.00.00-A00-1-01"), tmp_path / "ud")
    with pytest.raises(CannotWrite):
        export_bags(filled, ALL, tmp_path / "note.txt" / "ud")
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith("arkiv-")] == ["note.txt"]


def test_a_folder_that_holds_no_bags(archive: Archive, tmp_path: Path) -> None:
    empty = tmp_path / "tom"
    empty.mkdir()
    for folder in (empty, tmp_path / "findes-ikke"):
        with pytest.raises(UnreadableFile):
            import_bags(archive, folder, "Carl Dam", LATER)
    (empty / "note.txt").write_text("her")
    with pytest.raises(UnreadableFile, match=r"note\.txt"):
        import_bags(archive, empty, "Carl Dam", LATER)


_Act = tuple[int, str | None, bytes, bool]
ACTS = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from(COMMITTEES), st.binary(max_size=40), st.booleans()),
    min_size=1, max_size=6,
)  # fmt: skip


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(acts=ACTS, data=st.data())
def test_any_history_comes_back(
    addresses: Callable[[], str], tmp_path_factory: pytest.TempPathFactory, acts: list[_Act],
    data: st.DataObject,
) -> None:  # fmt: skip
    folder = tmp_path_factory.mktemp("historie")
    with Archive(addresses()) as one, Archive(addresses()) as whole, Archive(addresses()) as part:
        for followup, committee, content, withdrawn in acts:
            [issued] = one.issue([new_edition(max(followup % 4, 1), committee, content)], issuing("Igen."))
            if withdrawn:
                one.withdraw(issued.number, "Bo Lund", AT, "Fejl.")
        export_bags(one, ALL, folder / "hele")
        import_bags(whole, folder / "hele", "", LATER)
        assert all_rows(whole) == all_rows(one)
        export_bags(whole, ALL, folder / "igen")
        assert shown(folder / "igen") == shown(folder / "hele")

        numbers = tuple(data.draw(st.sets(st.integers(1, len(acts)), min_size=1)))
        export_bags(one, Wanted(numbers=numbers), folder / "del")
        import_bags(part, folder / "del", "Carl Dam", LATER)
        import_bags(part, folder / "hele", "Carl Dam", LATER)
        assert audit(part) == []
        first = {(issued.digest, issued.issued_by, issued.state, issued.files) for issued in one.find()}
        found = part.find()
        assert {(e.origin.digest if e.origin else e.digest, e.issued_by, e.state, e.files) for e in found} == first
        assert len(found) == len(acts)
