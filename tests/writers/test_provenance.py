"""The fingerprint in every document covers all that shapes a document, and nothing else."""

import ast
import subprocess
import sys

import pytest

from renderer.writers.provenance import (
    fingerprint,
    is_provenance,
    producer,
    program_fingerprint,
    provenance,
    shapes_documents,
)
from tests.repository import ROOT, programs

ONLY_SPEAK = {"renderer/__init__.py", "renderer/errors.py", "renderer/findings.py"}
"""Loaded with every writer, but only for what is said where no document comes; the version number counts apart."""

_LOADED = """
import sys
from renderer.edition.build import build_edition
from renderer.writers import WRITERS
from renderer.writers.agreement import AGREEMENT_WRITERS
from tests.samples import small_case
from tests.writers.agreement.samples import small
for writer in WRITERS.values():
    writer(build_edition(small_case(), 2))
for writer in AGREEMENT_WRITERS.values():
    writer(small())
print(*(module.__file__ for name, module in sys.modules.items() if name.split(".")[0] == "renderer"), sep="\\n")
"""


def test_everything_that_is_loaded_to_make_a_document_is_covered() -> None:
    done = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = {line.removeprefix(f"{ROOT}/") for line in done.stdout.splitlines()}

    assert "renderer/writers/pdf.py" in loaded
    assert {path for path in loaded if not shapes_documents(path)} <= ONLY_SPEAK


def test_what_is_covered_names_nothing_that_is_not() -> None:
    """What a covered module takes from this house is covered, too; import-linter sees to the floors below."""
    for path, tree in programs("renderer").items():
        if not shapes_documents(path.as_posix()):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("renderer"):
                floor = node.module.split(".")[1] if "." in node.module else ""
                assert floor in {"", "edition", "errors", "findings", "model", "resources", "vocabulary", "writers"}, (
                    path
                )


@pytest.mark.parametrize(
    "path",
    [
        "renderer/cli/serve.py", "renderer/service/app.py", "renderer/web/pages/front.py", "renderer/checks/table.py",
        "renderer/readers/own_pdf.py", "renderer/journeys/check.py", "renderer/archive/chain.py",
        "renderer/casefolder/write.py", "renderer/writers/mail.py", "renderer/writers/workbook/book.py",
        "templates/web/front.html", "styles/web/front.css",
    ],
)  # fmt: skip
def test_pages_service_commands_checks_and_readers_change_no_document(path: str) -> None:
    assert not shapes_documents(path)


@pytest.mark.parametrize(
    "path",
    [
        "renderer/edition/build.py", "renderer/model/prose.py", "renderer/writers/word_parts/prose.py",
        "renderer/resources.py", "templates/edition.html", "styles/print.css", "styles/word/styles.xml",
        "fonts/NotoSans-Regular.ttf",
    ],
)  # fmt: skip
def test_editions_writers_templates_styles_and_fonts_do(path: str) -> None:
    assert (ROOT / path).is_file()
    assert shapes_documents(path)


def test_the_line_has_the_form_that_is_known_again() -> None:
    assert is_provenance(provenance())
    assert fingerprint() in provenance()
    assert fingerprint() != program_fingerprint()
    assert producer(provenance()) in provenance()
    assert producer("Aftalerapport") == producer(provenance())
