"""Files and folders that are named: what is read, and what is passed over and told."""

from pathlib import Path

import pytest

from renderer.errors import UnreadableFile
from renderer.journeys.named_files import MOST_FILES, NamedFiles, named_files

ENDINGS = {".docx", ".xlsx", ".ods"}


def folder(tmp_path: Path, *names: str) -> Path:
    root = tmp_path / "svar"
    root.mkdir()
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return root


def told(named: NamedFiles) -> list[tuple[str, str]]:
    return [(str(finding.place), finding.code) for finding in named.findings]


def test_the_files_of_a_folder_and_of_the_folders_in_it_are_read(tmp_path: Path) -> None:
    root = folder(tmp_path, "b.xlsx", "A.DOCX", "center/c.ods", "center/nyt/a.xlsx")
    named = named_files([root], ENDINGS)

    assert [str(path.relative_to(root)) for path in named.files] == [
        "A.DOCX", "b.xlsx", "center/c.ods", "center/nyt/a.xlsx",
    ]  # fmt: skip
    assert named.found == frozenset(named.files)
    assert named.findings == ()


@pytest.mark.parametrize(
    "name",
    [".DS_Store", "Thumbs.db", "desktop.ini", "._a.xlsx", "__MACOSX/._a.xlsx", "__MACOSX/b.xlsx", ".git/b.xlsx",
     "$RECYCLE.BIN/b.xlsx"],
)  # fmt: skip
def test_what_systems_keep_for_themselves_is_nothing(tmp_path: Path, name: str) -> None:
    root = folder(tmp_path, "a.xlsx", name)
    named = named_files([root], ENDINGS)

    assert (named.files, named.findings) == ((root / "a.xlsx",), ())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("noter.txt", "hverken et udkast eller et regneark"), ("kopi af a.bak", "hverken et udkast eller et regneark"),
        ("uden endelse", "hverken et udkast eller et regneark"), ("svar.msg", "er en mail"), ("svar.eml", "er en mail"),
        ("center/svar.pdf", "er en PDF-fil"), ("alle svar.zip", "er en zip-fil"), ("~WRL0003.tmp", "hverken"),
    ],
)  # fmt: skip
def test_other_files_of_a_folder_are_told(tmp_path: Path, name: str, words: str) -> None:
    root = folder(tmp_path, "a.xlsx", name)
    named = named_files([root], ENDINGS)

    assert named.files == (root / "a.xlsx",)
    assert told(named) == [(name, "fil-ikke-læst")]
    assert words in named.findings[0].message


@pytest.mark.parametrize(
    ("mark", "document", "program"),
    [
        ("~$svar.xlsx", "svar.xlsx", "Excel"),
        ("~$kast til Arbejdsmarked.docx", "Udkast til Arbejdsmarked.docx", "Word"),
        ("~$dkast.docx", "Udkast.docx", "Word"), ("~$ny.docx", "ny.docx", "Word"),
        (".~lock.svar.ods#", "svar.ods", "LibreOffice"), (".~lock.svar.xlsx#", "svar.xlsx", "LibreOffice"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("as_folder", [True, False])
def test_a_mark_that_a_document_is_open_is_passed_over_and_told(
    tmp_path: Path, mark: str, document: str, program: str, *, as_folder: bool
) -> None:
    root = folder(tmp_path, mark, document)
    named = named_files([root] if as_folder else [root / mark, root / document], ENDINGS)

    assert named.files == (root / document,)
    assert told(named) == [(mark, "fil-er-åben")]
    assert f"»{document}« er åben i {program}" in named.findings[0].message


def test_a_mark_whose_document_is_gone_is_told(tmp_path: Path) -> None:
    [finding] = named_files([folder(tmp_path, "~$andet.xlsx", "svar.xlsx")], ENDINGS).findings

    assert "et mærke, som Excel har efterladt" in finding.message


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    root = folder(tmp_path, "noter.txt", "a.xlsx")
    named = named_files([root / "noter.txt", root, root / "noter.txt"], ENDINGS)

    assert named.files == (root / "noter.txt", root / "a.xlsx")
    assert named.found == {root / "a.xlsx"}


@pytest.mark.parametrize(
    ("names", "words"),
    [((), "Mappen er tom."), (("noter.txt", "~$a.xlsx"), "Her ligger kun: noter.txt, ~$a.xlsx."),
     (tuple(f"{number}.txt" for number in range(7)), "4.txt, 2 andre.")],
)  # fmt: skip
def test_a_folder_without_anything_to_read_is_refused(tmp_path: Path, names: tuple[str, ...], words: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        named_files([folder(tmp_path, *names)], ENDINGS)

    assert words in refused.value.message


def test_a_mark_alone_is_refused_with_the_document_it_is_of(tmp_path: Path) -> None:
    root = folder(tmp_path, "~$svar.xlsx", "svar.xlsx")
    with pytest.raises(UnreadableFile, match=r"»svar\.xlsx« er åben i Excel"):
        named_files([root / "~$svar.xlsx"], ENDINGS)


def test_a_folder_that_is_no_folder_of_answers_is_refused(tmp_path: Path) -> None:
    root = folder(tmp_path, *(f"{number}.xlsx" for number in range(MOST_FILES + 1)))
    with pytest.raises(UnreadableFile, match="mere end "):
        named_files([root], ENDINGS)


def test_a_folder_that_is_not_there_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    assert named_files([tmp_path / "ingen"], ENDINGS).files == (tmp_path / "ingen",)
