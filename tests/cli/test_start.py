"""A command starts at once: nothing that it may not need is loaded with the program."""

import subprocess
import sys

from tests.repository import ROOT

HEAVY = (
    "pydantic", "sqlalchemy", "alembic", "weasyprint", "docx", "lxml", "markdown_it", "yaml", "ruamel", "pikepdf",
    "fastapi", "starlette", "uvicorn", "prometheus_client", "httpx", "procrastinate",
)  # fmt: skip


def test_the_program_starts_without_what_only_some_commands_need() -> None:
    code = f"import sys, renderer.cli.app; print(*(set({HEAVY!r}) & set(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.split() == []
