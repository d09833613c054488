"""What is deployed is what the package holds."""

from tests.repository import ROOT, project


def test_the_container_is_built_from_every_folder_of_the_package() -> None:
    folders = project()["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]
    lines = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8").splitlines()

    assert folders
    assert [folder for folder in folders if f"COPY {folder} {folder}" not in lines] == []
