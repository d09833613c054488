"""A case as other systems send it."""

import io
import json
import zipfile
from typing import Any

from renderer.casefolder.write import case_files
from tests.samples import small_case


def case() -> dict[str, Any]:
    """The small case as JSON."""
    said: dict[str, Any] = json.loads(small_case().model_dump_json(by_alias=True))
    return said


def without_a_status() -> dict[str, Any]:
    """The case with a sad smiley that nobody explains, which is a warning."""
    said = case()
    for followup in said["opfølgninger"]:
        for item in followup.get("status", {}).values():
            for report in item.get("milepæle", {}).values():
                if report.get("smiley") == "sur":
                    report.pop("status", None)
    return said


def wrong_case() -> dict[str, Any]:
    """The case with an error in the budget year."""
    said = case()
    said["aftale"]["budgetår"] = "nitten"
    return said


def zipped_case() -> bytes:
    """The case as a zipped folder."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in case_files(small_case()).items():
            archive.writestr(f"sag/{name}", text)
    return target.getvalue()
