"""The wheel, installed with nothing but the runtime's locked versions, renders from any folder."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest

from tests.repository import ROOT, files
from tests.test_dependencies import RUNTIME, locked

pytestmark = pytest.mark.slow

EXAMPLE = ROOT / "examples" / "budget-2018"
COMMITTEE = "Erhvervs- og Beskæftigelsesudvalget"


def run(*command: str | Path, cwd: Path) -> str:
    """What the command prints; it gets no settings of the developer's and writes its caches in `cwd`."""
    clean = {"PATH": os.environ["PATH"], "HOME": str(cwd), "LANG": "C.UTF-8"}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=clean,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    [built] = folder.glob("aftalerapport-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of a new virtualenv with the wheel and the runtime's lock, and no developer's tool.

    The dependencies are linked from this environment, which tests/test_dependencies.py holds to the lock, so
    that nothing is fetched.
    """
    folder = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    python = folder / "venv" / "bin" / "python"
    target = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    source = Path(sysconfig.get_path("purelib"))
    for name in locked(RUNTIME):
        for top in {file.parts[0] for file in distribution(name).files or ()} - {"..", "__pycache__"}:
            if not (target / top).exists():
                (target / top).symlink_to(source / top)
    pip = (sys.executable, "-m", "pip", "--python", python)
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=folder)
    run(*pip, "check", cwd=folder)
    return python.parent


def test_the_wheel_carries_templates_styles_fonts_and_dictionaries(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for kind in ("templates", "styles", "fonts", "dictionaries"):
            # The scripts, notes and sources that made the fonts and the dictionary stay at home.
            here = [path for path in files() if path.parts[0] == kind and path.suffix not in {".py", ".md"}]
            here = [path for path in here if "source" not in path.parts]
            assert here
            for path in here:
                assert archive.read(f"renderer/packaged/{path.as_posix()}") == (ROOT / path).read_bytes()


def test_the_installed_program_is_the_wheels(installed: Path, tmp_path: Path) -> None:
    code = "import renderer, renderer.resources; print(renderer.__file__); print(renderer.resources.__file__)"

    for line in run(installed / "python", "-c", code, cwd=tmp_path).splitlines():
        assert Path(line).is_relative_to(installed.parent)


@pytest.mark.parametrize("start", ["console script", "module"])
def test_it_renders_from_another_folder(installed: Path, tmp_path: Path, start: str) -> None:
    as_script, as_module = [installed / "aftalerapport"], [installed / "python", "-m", "renderer"]
    program = as_script if start == "console script" else as_module
    shutil.copytree(EXAMPLE, tmp_path / "sag")
    choice = ["--followup", "2", "--committee", COMMITTEE, "--format", "pdf,docx"]

    run(*program, "render", "sag", *choice, "-o", "færdige", cwd=tmp_path)

    [pdf] = (tmp_path / "færdige").rglob("*.pdf")
    [word] = (tmp_path / "færdige").rglob("*.docx")
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert zipfile.is_zipfile(word)
