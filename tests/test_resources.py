"""Delivered files are found, and a font that is not as it was delivered is refused."""

import shutil
from pathlib import Path

import pytest

from renderer import resources
from renderer.errors import BrokenResource
from renderer.resources import read_resource, resource_folder


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the delivered fonts that may be spoilt."""
    shutil.copytree(resource_folder("fonts"), tmp_path / "fonts")
    monkeypatch.setattr(resources, "_ROOTS", (tmp_path,))
    return tmp_path


def test_a_font_as_it_was_delivered_is_read(installation: Path) -> None:
    assert read_resource("fonts", "NotoSans-Regular.ttf") == (installation / "fonts/NotoSans-Regular.ttf").read_bytes()


def test_an_altered_font_is_refused_by_its_name(installation: Path) -> None:
    path = installation / "fonts" / "NotoSans-Bold.ttf"
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(BrokenResource) as caught:
        read_resource("fonts", path.name)
    assert caught.value.message == "Programmets skrift »NotoSans-Bold.ttf« er ikke, som den blev leveret."


def test_a_font_that_was_not_delivered_is_refused(installation: Path) -> None:
    shutil.copy(installation / "fonts" / "NotoSans-Bold.ttf", installation / "fonts" / "Anden.ttf")
    with pytest.raises(BrokenResource):
        read_resource("fonts", "Anden.ttf")


def test_a_missing_file_and_a_missing_folder_are_told(installation: Path) -> None:
    with pytest.raises(BrokenResource, match=r"fonts/findes-ikke\.ttf"):
        read_resource("fonts", "findes-ikke.ttf")
    with pytest.raises(BrokenResource, match="mappe »styles« mangler"):
        resource_folder("styles")
