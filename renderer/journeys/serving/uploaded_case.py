"""A case that another system sends: read from its bytes, checked, rendered, or made ready to be issued.

What arrives is bytes, never a path, and nothing is written. Each function may be run in a confined process
(`confined/`): arguments and results are plain data.
"""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from renderer.archive.record import NewEdition
from renderer.errors import LimitExceeded
from renderer.findings import Finding, capped
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.issuing.issue import IssueOrder, ready_editions
from renderer.journeys.open_case import OpenedCase, all_findings, opened
from renderer.journeys.rendering.make_round import make_files
from renderer.journeys.rendering.render_order import RenderOrder
from renderer.journeys.rendering.round_content import RoundContent
from renderer.readers.casebook.read import read_casebook
from renderer.readers.json.case import read_case_json
from renderer.readers.pdf_pages import page_count
from renderer.readers.yaml.folder import CaseReading, read_case_folder
from renderer.readers.zipped_folder import is_workbook, unzipped

_WORKBOOK_NAME = "sag.xlsx"
"""What findings call a workbook, which arrives without a name."""


class Kind(StrEnum):
    """What kind of file a case was sent as."""

    JSON = "json"
    ZIP = "zip"
    WORKBOOK = "xlsx"


@dataclass(frozen=True)
class Upload:
    """A case as it was sent. Not more than so many items and pages are rendered of it."""

    content: bytes
    most_items: int = 2_000
    most_pages: int = 2_000


def kind_of(content: bytes) -> Kind:
    """The kind of a file, told by its first bytes."""
    if not content.startswith(b"PK"):
        return Kind.JSON
    return Kind.WORKBOOK if is_workbook(content) else Kind.ZIP


def check_upload(upload: Upload, followup: int | None) -> tuple[Finding, ...]:
    """Everything that is to be said about the case, hints too. Raises `UnreadableFile` or `LimitExceeded`."""
    return capped(all_findings(_read(upload), followup, hints=True))


def render_upload(upload: Upload, order: RenderOrder) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """The files of the order by name, and what was found. Raises as `render_round` does, and `LimitExceeded`."""
    content = _made(upload, order)
    return content.files, capped(content.findings)


def ready_upload(upload: Upload, order: IssueOrder) -> list[NewEdition]:
    """The editions of the order, ready to be recorded. Raises as `issue` does, and `LimitExceeded`."""
    return ready_editions(_made(upload, order.rendering), order)


def zipped(files: dict[str, bytes]) -> bytes:
    """Files in a zip, the same bytes for the same files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _read(upload: Upload) -> CaseReading:
    return READERS[kind_of(upload.content)](upload.content)


def _made(upload: Upload, order: RenderOrder) -> RoundContent:
    case = opened(_read(upload), order.followup)
    _require_few_items(case, upload.most_items)
    content = make_files(case, order, lambda _done, _total: None, processes=1)
    for name, file in content.files.items():
        if name.endswith(".pdf") and (pages := page_count(file)) > upload.most_pages:
            raise LimitExceeded(f"»{name}« har {pages} sider.", f"Der må højst være {upload.most_pages}.")
    return content


def _require_few_items(case: OpenedCase, most: int) -> None:
    count = sum(1 for _ in case.case.agreement.items())
    if count > most:
        raise LimitExceeded(f"Sagen har {count} delelementer.", f"Tjenesten tager højst {most}.")


def _from_zip(content: bytes) -> CaseReading:
    return read_case_folder(CaseFiles(unzipped(content)))


def _from_workbook(content: bytes) -> CaseReading:
    reading = read_casebook(_WORKBOOK_NAME, content)
    return CaseReading(reading.case, list(reading.findings))


READERS: Final[dict[Kind, Callable[[bytes], CaseReading]]] = {
    Kind.JSON: read_case_json,
    Kind.ZIP: _from_zip,
    Kind.WORKBOOK: _from_workbook,
}
"""The kinds of files that a case may be sent as, each with what reads it."""
