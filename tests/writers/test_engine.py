"""WeasyPrint is loaded without what we do not need, and is the same WeasyPrint."""

import ctypes.util
import importlib.resources
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import cffi
import pytest

from renderer.writers.engine import load_engine
from renderer.writers.engine.declared import declared_functions
from renderer.writers.engine.later import loaded_later
from tests.repository import ROOT
from tests.writers.editions import small_edition

DIGEST = """
import hashlib, sys
from renderer.edition.edition import Edition
from renderer.writers.pdf import write_pdf
print(hashlib.sha256(write_pdf(Edition.model_validate_json(open(sys.argv[1], "rb").read()))).hexdigest())
"""

QUICK = """
from renderer.writers.engine import load_engine
load_engine()
"""


def printed(program: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error::ImportWarning", "-c", program, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_the_declarations_are_those_of_weasyprint(tmp_path: Path) -> None:
    written = tmp_path / "declarations.py"
    subprocess.run([sys.executable, "scripts/engine_declarations", str(written)], cwd=ROOT, check=True)

    kept = (ROOT / "renderer/writers/engine/declarations.py").read_text(encoding="utf-8")
    assert written.read_text(encoding="utf-8") == kept


def test_other_declarations_are_refused() -> None:
    with pytest.raises(AssertionError, match="engine_declarations"):
        declared_functions().cdef("int something_else (void);")


@pytest.mark.slow
def test_however_weasyprint_is_loaded_the_bytes_are_the_same(tmp_path: Path) -> None:
    edition = tmp_path / "edition.json"
    edition.write_text(small_edition().as_json(), encoding="utf-8")

    assert printed(DIGEST, str(edition)) == printed(f"import weasyprint\n{DIGEST}", str(edition))


def test_what_we_do_not_need_is_not_loaded() -> None:
    unneeded = {"PIL.Image", "fontTools.subset", "fontTools.varLib", "pycparser", "pikepdf"}
    loaded = printed("import sys, renderer.writers.pdf\nprint(*sys.modules)").split()

    assert unneeded & set(loaded) == set()
    assert "weasyprint" in loaded


def test_what_is_loaded_later_is_the_whole_of_it() -> None:
    program = f"""{QUICK}
from weasyprint import css, images
from weasyprint.pdf import fonts
from PIL import EpsImagePlugin, Image, ImageCms, ImageFile
print(images.Image.new("L", (2, 3)).size, images.Image.Transpose is Image.Transpose)
images.ImageFile.Parser, images.EpsImagePlugin.EpsImageFile
print(ImageFile.LOAD_TRUNCATED_IMAGES, EpsImagePlugin.gs_binary)
print(type(css.ImageCmsProfile(ImageCms.createProfile("sRGB"))) is ImageCms.ImageCmsProfile)
print(fonts.subset.Options().hinting)
"""

    assert printed(program).splitlines() == ["(2, 3) True", "True False", "True", "True"]


def test_loading_leaves_everything_as_it_was() -> None:
    program = f"""
import cffi, ctypes.util, importlib.resources
before = cffi.FFI, ctypes.util.find_library, importlib.resources.files
{QUICK}
print(before == (cffi.FFI, ctypes.util.find_library, importlib.resources.files))
import weasyprint.html
print((weasyprint.html.files("weasyprint.pdf") / "sRGB2014.icc").is_file())
"""

    assert printed(program).splitlines() == ["True", "True"]


def test_loading_again_does_nothing() -> None:
    load_engine()
    before = cffi.FFI, ctypes.util.find_library, importlib.resources.files, dict(sys.modules)
    load_engine()

    assert before == (cffi.FFI, ctypes.util.find_library, importlib.resources.files, dict(sys.modules))


def test_a_module_that_is_loaded_already_stays() -> None:
    with loaded_later({"json": ("loads",), "fractions": ("Fraction",)}):
        import json
        from fractions import Fraction

        assert type(json) is ModuleType
    assert Fraction(2, 4).denominator == 2
