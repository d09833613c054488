"""Files are complete or absent, all of a set or none."""

import resource
from pathlib import Path

import pytest

from renderer.errors import CannotWrite
from renderer.journeys.write_files import write_files


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_files_are_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    paths = write_files(tmp_path / "ny" / "mappe", {"b.pdf": b"2", "a.pdf": b"1"})
    assert [path.name for path in paths] == ["b.pdf", "a.pdf"]
    assert names(tmp_path / "ny" / "mappe") == ["a.pdf", "b.pdf"]
    assert paths[0].read_bytes() == b"2"


def test_when_one_cannot_be_placed_none_is_and_the_former_stand_again(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"forrige")
    (tmp_path / "c.pdf").mkdir()
    with pytest.raises(CannotWrite) as caught:
        write_files(tmp_path, {"a.pdf": b"ny", "b.pdf": b"ny", "c.pdf": b"ny"})
    assert caught.value.exit_code == 3
    assert (tmp_path / "a.pdf").read_bytes() == b"forrige"
    assert names(tmp_path) == ["a.pdf", "c.pdf"]


def test_a_file_where_the_folder_should_be_is_told_in_danish(tmp_path: Path) -> None:
    (tmp_path / "ud").write_bytes(b"")
    with pytest.raises(CannotWrite, match="der ligger en fil med mappens navn") as caught:
        write_files(tmp_path / "ud", {"a.pdf": b"1"})
    assert caught.value.hint == "Angiv en anden mappe efter -o, eller flyt filen. Filer fra før er urørte."


def test_a_name_that_is_too_long_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="navnet er for langt"):
        write_files(tmp_path, {"a.pdf": b"1", "x" * 300: b"2"})
    assert names(tmp_path) == []


def test_a_disk_that_is_full_in_the_middle_leaves_the_former_files(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"forrige")
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, former[1]))
    try:
        with pytest.raises(CannotWrite, match="filen er større, end der må skrives") as caught:
            write_files(tmp_path, {"a.pdf": b"ny", "b.pdf": b"x" * 10_000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)
    assert caught.value.hint
    assert (tmp_path / "a.pdf").read_bytes() == b"forrige"
    assert names(tmp_path) == ["a.pdf"]
