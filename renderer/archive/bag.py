"""One issued edition as a bag (BagIt 1.0, RFC 8493): every file by its path, the same bytes for the same edition.

    000001_aftale-om-budget-2018_2-opfoelgning_hele-kommunen/
      bagit.txt  bag-info.txt  manifest-sha256.txt  manifest-sha512.txt  tagmanifest-…
      data/aftale-om-budget-2018_….pdf, .docx, .json     what was issued, and its own data
      data/arkivpost.json                                the entries of the archive's chain, as they are sealed
      metadata/dublin-core.xml, metadata/laes-mig.txt    for other systems and for people
      metadata/kontrolpunkter.json                       the signed heads of the chain that name these entries, if any

Written here and not by the kept library, which writes version 0.97, changes the process's folder while it works, and
reads the clock; the library checks what is read (`read_bag.py`) and, in the tests, what is written.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from renderer.archive import payload
from renderer.archive.bag_metadata import Access, bag_info, dublin_core, read_me
from renderer.archive.chain import Entry
from renderer.archive.signed_head import SignedHead, heads_file

RECORD = "data/arkivpost.json"
CHECKPOINTS = "metadata/kontrolpunkter.json"
ALGORITHMS = ("sha256", "sha512")
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_RECORD_FORMAT = "aftalerapport-arkivpost-1"
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,149}(?:\.[A-Za-z0-9]{1,10})?")
# Names that Windows keeps for devices, with any suffix.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


@dataclass(frozen=True)
class HandedEdition:
    """An edition on its way between archives: its entry, the entry that withdrew it, and its bytes by SHA-256.

    `heads` are the signed heads that name its entries, where the archive signs.
    """

    issued: Entry
    withdrawn: Entry | None
    content: Callable[[str], bytes]
    heads: tuple[SignedHead, ...] = ()

    @property
    def said(self) -> dict[str, Any]:
        """What its entry says. Raises `ValueError` as `payload.opened`."""
        return payload.opened(self.issued)


def bag_name(said: Mapping[str, Any]) -> str:
    """The name of the bag's folder: sortable, telling what is in it, and safe on every file system."""
    return f"{said['number']:06d}_{_stem(said)}"


def content_paths(said: Mapping[str, Any]) -> list[str]:
    """Where the bag has what `payload.digests` counts up: the data first, then the files."""
    paths = [f"data/{_stem(said)}.json"]
    for position, file in enumerate(said["files"], 1):
        path = f"data/{file['name']}"
        taken = {RECORD.casefold(), *(one.casefold() for one in paths)}
        paths.append(path if _is_safe(file["name"]) and path.casefold() not in taken else f"data/fil-{position}.bin")
    return paths


def bag_files(handed: HandedEdition, access: Access | None, program: str) -> dict[str, bytes]:
    """The files of the bag by path. `program` names what packs it."""
    said = handed.said
    files = {
        path: handed.content(digest) for path, digest in zip(content_paths(said), payload.digests(said), strict=True)
    }
    data = next(iter(files.values()))
    files[RECORD] = _record(handed)
    edition = payload.issued_edition(handed.issued, handed.withdrawn)
    pdf = next((content for path, content in files.items() if path.endswith(".pdf")), b"")
    tags = {
        "bagit.txt": DECLARATION,
        "bag-info.txt": bag_info(edition, data, pdf, files, access, program),
        "metadata/dublin-core.xml": dublin_core(edition, data, pdf, access),
        "metadata/laes-mig.txt": read_me(edition),
        **({CHECKPOINTS: heads_file(handed.heads)} if handed.heads else {}),
        **_manifests("manifest", files),
    }
    return {**files, **tags, **_manifests("tagmanifest", tags)}


def read_record(content: bytes) -> tuple[Entry, Entry | None]:
    """The entries in a bag's record. Raises `ValueError` for anything else; nothing is recounted."""
    try:
        said = json.loads(content.decode())
    except RecursionError as cause:
        raise ValueError("this record lies too deep in itself") from cause
    if not isinstance(said, dict) or set(said) != {"format", "issued", "withdrawn"} or said["format"] != _RECORD_FORMAT:
        raise ValueError("this is no record of a hand-over")
    both = [said["issued"], said["withdrawn"]]
    if not isinstance(both[0], dict) or not isinstance(both[1], dict | None):
        raise ValueError("these are no entries")
    return Entry.from_json(both[0]), Entry.from_json(both[1]) if both[1] is not None else None


def _record(handed: HandedEdition) -> bytes:
    withdrawn = handed.withdrawn.as_json() if handed.withdrawn else None
    said = {"format": _RECORD_FORMAT, "issued": handed.issued.as_json(), "withdrawn": withdrawn}
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _manifests(kind: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {
        f"{kind}-{algorithm}.txt": "".join(
            f"{hashlib.new(algorithm, files[path]).hexdigest()}  {path}\n" for path in sorted(files)
        ).encode()
        for algorithm in ALGORITHMS
    }


def _stem(said: Mapping[str, Any]) -> str:
    first: str = said["files"][0]["name"] if said["files"] else ""
    stem = first.rpartition(".")[0] or first
    return stem if _is_safe(stem) and "." not in stem and f"data/{stem}.json" != RECORD else "udgave"


def _is_safe(name: str) -> bool:
    return bool(_SAFE.fullmatch(name)) and not _DEVICE.match(name)
