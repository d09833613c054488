"""A zipped case folder is read within limits, and no hostile zip file gets past them."""

import contextlib
import io
import stat
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderer.errors import AftalerapportError, LimitExceeded, UnreadableFile
from renderer.readers.zipped_folder import LARGEST_FILE, is_workbook, unzipped


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


A = ("aftale.yaml", b"titel: A\n")


def test_the_files_of_a_case_are_read_with_or_without_a_folder_around_them() -> None:
    plain = {"aftale.yaml": b"titel: A\n", "opfoelgning-1.yaml": b"x"}

    assert unzipped(zipped(A, ("opfoelgning-1.yaml", b"x"))) == plain
    assert unzipped(zipped(("sag/", b""), ("sag/aftale.yaml", A[1]), ("sag/opfoelgning-1.yaml", b"x"))) == plain


@pytest.mark.parametrize(
    "folder", ["OneDrive/min sag/", "a/b/c/d/", "min sag\\", "Dokumenter\\Budget\\", "Budget\u00a02018/", "Sag: 2018/"]
)
def test_the_folders_around_a_case_do_not_matter(folder: str) -> None:
    plain = {"aftale.yaml": b"titel: A\n", "opfoelgning-1.yaml": b"x"}
    inside = (f"{folder}gammel/opfoelgning-1.yaml", b"old")
    entries = [(f"{folder}{name}", content) for name, content in plain.items()]

    assert unzipped(zipped(*entries, inside)) == plain


def test_files_of_a_case_in_two_places_are_told() -> None:
    with pytest.raises(UnreadableFile, match="»a/sag«, men der er også YAML-filer i mappen »a/nye«"):
        unzipped(zipped(("a/sag/aftale.yaml", b"x"), ("a/nye/opfoelgning-2.yaml", b"x")))
    with pytest.raises(UnreadableFile, match="»sag«, men der er også YAML-filer uden for mapperne"):
        unzipped(zipped(("sag/aftale.yaml", b"x"), ("opfoelgning-2.yaml", b"x")))


def test_what_systems_add_is_left_out() -> None:
    more = (("__MACOSX/sag/._aftale.yaml", b"\0"), (".git/config.yaml", b"x"), ("laes.txt", b"x"), ("sag/Icon\r", b""))

    assert unzipped(zipped(A, *more)) == dict([A])


@pytest.mark.parametrize(
    "content",
    [
        b"PK",
        b"PK\x03\x04 and nothing",
        zipped(A)[:-30],
        zipped(("../aftale.yaml", b"x")),
        zipped(("/etc/aftale.yaml", b"x")),
        zipped(("C:\\aftale.yaml", b"x")),
        zipped(("a\\..\\aftale.yaml", b"x")),
        zipped(("aftale\x07.yaml", b"x")),
        zipped(A, ("mere.zip", b"x")),
        zipped((link("aftale.yaml"), b"/etc/passwd")),
        zipped(("a/aftale.yaml", b"x"), ("b/aftale.yaml", b"x")),
        zipped(("a/aftale.yaml", b"x"), ("b/c/aftale.yaml", b"x")),
        zipped(("a/sag.yaml", b"x"), ("b/sag.yaml", b"x")),
        zipped((r"\\server\sag\aftale.yaml", b"x")),
        zipped(A).replace(b"\x08\x00", b"\x0c\x00"),
    ],
)
def test_what_cannot_be_a_case_folder_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        unzipped(content)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_with_one_name_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="samme navn"):
        unzipped(zipped(A, A))


@pytest.mark.parametrize(
    "content",
    [
        zipped(*((f"{number}.yaml", b"x") for number in range(201))),
        zipped(("aftale.yaml", b"0" * 3_000_000)),
        zipped(("aftale.yaml", bytes(LARGEST_FILE + 1))),
    ],
    ids=["many", "packed", "large"],
)
def test_what_is_too_large_is_refused(content: bytes) -> None:
    with pytest.raises(LimitExceeded):
        unzipped(content)


def test_a_size_that_is_not_what_is_said_is_refused() -> None:
    honest = zipped(("aftale.yaml", b"0" * 5_000_000))
    lying = honest.replace((5_000_000).to_bytes(4, "little"), (500).to_bytes(4, "little"))

    with pytest.raises((UnreadableFile, LimitExceeded)):
        unzipped(lying)


def test_a_workbook_is_told_apart() -> None:
    assert is_workbook(zipped(("xl/workbook.xml", b"<x/>")))
    assert not is_workbook(zipped(A))


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_zip_with_any_byte_altered_raises_nothing_foreign(draw: st.DataObject) -> None:
    content = bytearray(zipped(A, ("opfoelgning-1.yaml", b"opf: 1\n" * 20)))
    for _ in range(draw.draw(st.integers(1, 4))):
        content[draw.draw(st.integers(0, len(content) - 1))] = draw.draw(st.integers(0, 255))
    with contextlib.suppress(AftalerapportError):
        unzipped(bytes(content))
