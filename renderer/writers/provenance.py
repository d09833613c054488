"""What a document was made with: the program, the libraries that draw, and every template, style and font.

Recorded in each PDF, so that it can be told years later whether the same program renders it again. It covers what
shapes a document and nothing else: a change of a check, a reader, a command or the service leaves every file as it is.
What is remembered of checks and documents together (the local cache, the service's ETag) goes by the fingerprint of the
whole program. Loads nothing heavy.
"""

import ctypes
import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from renderer import __version__
from renderer.resources import Kind, resource_folder

_PACKAGE = Path(__file__).resolve().parent.parent
_FLOORS = ("edition", "model", "vocabulary", "writers", "resources.py")
"""The floors that shape a document, from the case to the bytes of the file."""

_NO_DOCUMENTS = (
    "renderer/writers/mail.py", "renderer/writers/workbook/", "renderer/edition/questionnaire",
    "renderer/edition/reminder.py", "templates/web/", "styles/web/",
)  # fmt: skip
"""What lies among them and makes mails, workbooks and the service's pages."""

_KINDS: tuple[Kind, ...] = ("templates", "styles", "fonts")
_NOT_DELIVERED = {".py", ".md", ".pyc"}

# The libraries that decide how a page looks or which bytes say it.
_LIBRARIES = (
    "weasyprint", "pydyf", "fonttools", "tinycss2", "tinyhtml5", "cssselect2", "Jinja2", "MarkupSafe", "Babel",
    "markdown-it-py", "pydantic", "python-docx", "lxml",
)  # fmt: skip
_PANGO = ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")
_HARFBUZZ = ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll")


_WORD = r"[\w.+?-]{1,40}"
_LINE = re.compile(
    rf"Aftalerapport {_WORD} \(WeasyPrint ({_WORD}), Pango {_WORD}, HarfBuzz {_WORD}; aftryk [0-9a-f]{{16}}\)"
)


@dataclass(frozen=True)
class Held:
    """What is not drawn but held fixed when the file of another version is made again: its provenance and its data.

    `data` is the text that is attached; another version may write the same document with fewer keys.
    """

    made_by: str
    data: str


def is_provenance(line: str) -> bool:
    """Whether a line has the form of `provenance`, whatever version it names."""
    return _LINE.fullmatch(line) is not None


def producer(made_by: str) -> str:
    """The typesetter that a line of provenance names, as it signs its files: `WeasyPrint 70.0`."""
    found = _LINE.fullmatch(made_by)
    return f"WeasyPrint {found[1] if found else _installed('weasyprint')}"


@cache
def provenance() -> str:
    """One line: the program, the engine's main parts, and a fingerprint of everything that shapes a document.

    `Aftalerapport 0.1.0 (WeasyPrint 70.0, Pango 1.50.12, HarfBuzz 6.0.0; aftryk 1f3a9c…)`
    """
    engine = f"WeasyPrint {_installed('weasyprint')}, Pango {_pango()}, HarfBuzz {_harfbuzz()}"
    return f"Aftalerapport {__version__} ({engine}; aftryk {fingerprint()})"


@cache
def fingerprint() -> str:
    """Sixteen hexadecimal digits of a SHA-256 over the code, the resources and the libraries that shape a document."""
    return _digest(name for name in _files() if shapes_documents(name))


@cache
def program_fingerprint() -> str:
    """The same over all of the program's code: what was checked and said, too, is by this very program."""
    return _digest(_files())


def shapes_documents(name: str) -> bool:
    """Whether a delivered file shapes a document; `name` is its path, as in `renderer/writers/pdf.py`."""
    kind, floor, *_ = name.split("/")
    return (kind != "renderer" or floor in _FLOORS) and not name.startswith(_NO_DOCUMENTS)


def _digest(names: Iterable[str]) -> str:
    files = _files()
    digest = hashlib.sha256()
    for line in _versions():
        digest.update(line.encode() + b"\n")
    for name in names:
        digest.update(name.encode() + b"\0" + hashlib.sha256(files[name].read_bytes()).digest())
    return digest.hexdigest()[:16]


def _versions() -> Iterator[str]:
    yield f"aftalerapport {__version__}"
    for name in _LIBRARIES:
        yield f"{name} {_installed(name)}"
    yield f"pango {_pango()}"
    yield f"harfbuzz {_harfbuzz()}"
    yield f"zlib {zlib.ZLIB_RUNTIME_VERSION}"


def _files() -> dict[str, Path]:
    """Every delivered file by its path, in order."""
    return dict(_found())


def _found() -> Iterator[tuple[str, Path]]:
    for path in sorted(_PACKAGE.rglob("*.py")):
        yield f"renderer/{path.relative_to(_PACKAGE).as_posix()}", path
    for kind in _KINDS:
        folder = resource_folder(kind)
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix not in _NOT_DELIVERED:
                yield f"{kind}/{path.relative_to(folder).as_posix()}", path


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def _pango() -> str:
    number = _library_number(_PANGO, "pango_version")
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}" if number else "?"


def _harfbuzz() -> str:
    for name in _HARFBUZZ:
        try:
            function = ctypes.CDLL(name).hb_version_string
        except (OSError, AttributeError):
            continue
        function.restype = ctypes.c_char_p
        text: bytes = function()
        return text.decode()
    return "?"


def _library_number(names: tuple[str, ...], function: str) -> int:
    for name in names:
        try:
            return int(getattr(ctypes.CDLL(name), function)())
        except (OSError, AttributeError):
            continue
    return 0
