"""Drafts as they come back: a Word file with words exchanged, as somebody does who corrects without tracked changes."""

import datetime
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from renderer.edition.build import build_edition
from renderer.edition.draft import draft_record
from renderer.writers.word import write_draft
from tests.opened_folders import read_folder

_BODY = "word/document.xml"


def returned_draft(
    folder: Path, corrections: Mapping[str, str], followup: int = 2, committee: str | None = None
) -> bytes:
    """A draft of a case folder in which the words are exchanged; each stands in it exactly once."""
    case = read_folder(folder).case
    assert case is not None
    record = draft_record(build_edition(case, followup, committee), 1, datetime.date(2018, 7, 4), "0.1.0")
    return exchanged(write_draft(record), corrections)


def exchanged(draft: bytes, corrections: Mapping[str, str], *, everywhere: bool = False) -> bytes:
    """The Word file with words of its body exchanged, which stand there once, or `everywhere`."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(draft)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _BODY:
                text = content.decode()
                for old, new in corrections.items():
                    assert everywhere or text.count(old) == 1, (old, text.count(old))
                    text = text.replace(old, new)
                content = text.encode()
            target.writestr(name, content)
    return made.getvalue()
