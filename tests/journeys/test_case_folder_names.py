"""A folder whose `aftale.yaml` has another name is told with that name."""

from pathlib import Path

import pytest

from renderer.errors import UnreadableFile
from renderer.journeys.case_files import folder_files


@pytest.mark.parametrize(
    "name",
    ["aftale.yaml.txt", "aftale.yml", "Aftale.yml", "AFTALE.YAML.TXT", "aftale.txt", "aftale (1).yaml",
     "aftale - Kopi.yaml", "aftale.yaml.yaml", "aftalen.yaml"],
)  # fmt: skip
def test_the_file_that_is_likely_meant_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"titel: Aftale om budget 2018\n")
    with pytest.raises(UnreadableFile) as refused:
        folder_files(tmp_path)

    assert refused.value.message.endswith(f"Filen aftale.yaml mangler, men der er en fil »{name}«.")
    assert refused.value.hint.startswith("Omdøb filen til aftale.yaml.")
    assert ("Windows skjuler endelsen" in refused.value.hint) is (name.lower().endswith((".txt", ".yaml.yaml")))


@pytest.mark.parametrize("name", ["noter.txt", "opfoelgning-1.yaml", "budgetaftale.yaml", "regnskab.xlsx"])
def test_another_file_is_not_taken_for_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"titel: Aftale om budget 2018\n")
    with pytest.raises(UnreadableFile) as refused:
        folder_files(tmp_path)

    assert refused.value.message.endswith("Filen aftale.yaml mangler.")
