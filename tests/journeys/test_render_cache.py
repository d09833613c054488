"""A round renders what changed only; the cache is never trusted blindly, and can be switched off or thrown away."""

import shutil
from pathlib import Path

import pytest

from renderer.journeys.case_files import folder_files
from renderer.journeys.rendering.render_cache import RenderCache
from renderer.journeys.rendering.render_order import RenderOrder
from renderer.journeys.rendering.render_round import render_round
from tests.repository import ROOT

ORDER = RenderOrder(2, whole_round=True, formats=("docx",))
COMMITTEES = 4


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples" / "budget-2018", tmp_path / "sag"))


@pytest.fixture
def cache(tmp_path: Path) -> RenderCache:
    return RenderCache(tmp_path / "lager", "version 1")


def rendered(case: Path, cache: RenderCache | None, target: Path) -> tuple[dict[str, bytes], list[int]]:
    """The files, and how many were there from the start at each step of the progress."""
    steps: list[int] = []
    done = render_round(folder_files(case), ORDER, target, lambda made, _total: steps.append(made), cache)
    return {path.name: path.read_bytes() for path in done.files}, steps


def test_the_same_round_again_makes_nothing_and_gives_the_same(case: Path, cache: RenderCache, tmp_path: Path) -> None:
    first, steps = rendered(case, cache, tmp_path / "a")
    again, no_steps = rendered(case, cache, tmp_path / "b")
    assert steps == [0, 1, 2, 3, 4, 5]
    assert no_steps == []
    assert again == first


def test_one_corrected_item_renders_two_editions_anew(case: Path, cache: RenderCache, tmp_path: Path) -> None:
    rendered(case, cache, tmp_path / "a")
    followup = case / "opfoelgning-2.yaml"
    lines = followup.read_text().split("\n")
    place = next(index for index, line in enumerate(lines) if "status: " in line and line.rstrip().endswith("."))
    lines[place] = lines[place].rstrip(".") + ", som aftalt."
    followup.write_text("\n".join(lines))
    changed, steps = rendered(case, cache, tmp_path / "b")
    assert steps == [COMMITTEES + 1 - 2, 4, 5]
    assert changed == rendered(case, None, tmp_path / "c")[0]


def test_the_findings_are_told_again(case: Path, cache: RenderCache, tmp_path: Path) -> None:
    first = render_round(folder_files(case), ORDER, tmp_path / "a", cache=cache)
    again = render_round(folder_files(case), ORDER, tmp_path / "b", cache=cache)
    assert again.findings == first.findings


def test_a_damaged_content_is_made_again(case: Path, cache: RenderCache, tmp_path: Path) -> None:
    first, _ = rendered(case, cache, tmp_path / "a")
    for path in (cache.folder / "filer").iterdir():
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
    again, steps = rendered(case, cache, tmp_path / "b")
    assert steps[-1] == len(first)
    assert again == first


@pytest.mark.parametrize("note", [b"", b"null", b"[]", b"{}", b'{"filer": 3}', b'{"filer": {"a": "../../x"}}', b"\xff"])
def test_a_damaged_note_is_no_note(case: Path, cache: RenderCache, tmp_path: Path, note: bytes) -> None:
    first, _ = rendered(case, cache, tmp_path / "a")
    for path in (cache.folder / "noter").iterdir():
        path.write_bytes(note)
    assert rendered(case, cache, tmp_path / "b")[0] == first


def test_another_version_of_the_program_takes_nothing_over(case: Path, cache: RenderCache, tmp_path: Path) -> None:
    rendered(case, cache, tmp_path / "a")
    _, steps = rendered(case, RenderCache(cache.folder, "version 2"), tmp_path / "b")
    assert steps[0] == 0


def test_a_cache_that_cannot_be_written_is_no_error(case: Path, tmp_path: Path) -> None:
    (tmp_path / "lager").write_bytes(b"en fil")
    files, _ = rendered(case, RenderCache(tmp_path / "lager", "1"), tmp_path / "a")
    assert len(files) == COMMITTEES + 1


def test_the_cache_is_kept_within_its_size(cache: RenderCache, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [cache.keep(bytes([number]) * 100) for number in range(5)]
    monkeypatch.setattr("renderer.journeys.rendering.render_cache._LARGEST", 250)
    cache.tidy()
    assert sum(cache.content(name) is not None for name in names) == 2


@pytest.mark.slow
@pytest.mark.parametrize("cores", [1, 3])
def test_the_number_of_processes_leaves_no_trace(case: Path, tmp_path: Path, cores: int) -> None:
    order = RenderOrder(1, whole_round=True, formats=("pdf", "docx"))
    expected = render_round(folder_files(case), order, tmp_path / "som-sædvanlig").files
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.cpu_count", lambda: cores)
        files = render_round(folder_files(case), order, tmp_path / "ud").files
    assert [path.read_bytes() for path in files] == [path.read_bytes() for path in expected]
