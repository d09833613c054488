"""The ZIP archive of a Word file, with the same bytes for the same parts: no clock, no order by chance."""

import zipfile
from io import BytesIO

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_DATE = (1980, 1, 1, 0, 0, 0)
_COMPRESSION_LEVEL = 6


def pack(saved: bytes) -> bytes:
    """The archive anew: content types first, then by name, dated at the beginning of ZIP's time."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(saved)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in sorted(source.namelist(), key=_order):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            target.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED, _COMPRESSION_LEVEL)
    return packed.getvalue()


def _order(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)
