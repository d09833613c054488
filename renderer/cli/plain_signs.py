"""Other signs where a terminal or a file's character set has not the ones that are printed.

A terminal in ISO-8859-1 or cp1252 has no faces, arrows and bars, and a program may not end because of that. Nothing is
lost that is data: JSON writes such a sign by its number.
"""

import codecs
import io
import json
import sys
import unicodedata
from functools import partial

_PLAIN = {
    "\u263a": ":)", "\U0001f642": ":)", "\U0001f60a": ":)", "\U0001f600": ":)",
    "\U0001f610": ":|",
    "\u2639": ":(", "\U0001f641": ":(", "\U0001f61e": ":(",
    "\u2013": "-", "\u2014": "-", "\u2010": "-", "\u2011": "-", "\u2212": "-",
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "»": '"', "«": '"',
    "\u2026": "...", "\u2022": "*", "\u203a": ">", "\u2192": "->", "\u21d2": "=>", "\u2264": "<=", "\u2265": ">=",
    "\u2588": "#", "\u2592": "=", "\u2591": "-", "·": ".", "\u2713": "x", "\u2714": "x", "\u20ac": "EUR",
    "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "§": "paragraf", "½": "1/2",
}  # fmt: skip
_UNSEEN = {"Cf", "Mn"}
_SPACE = "Zs"


def use_plain_signs() -> None:
    """Let standard output and standard error put other signs where they cannot write one."""
    for stream in (sys.stdout, sys.stderr):
        # With surrogateescape in UTF-8, file names that are none come out as they lie on the disk.
        if isinstance(stream, io.TextIOWrapper) and not (stream.errors == "surrogateescape" and _is_unicode(stream)):
            # Python's error does not tell which character set it was, for those that are a table.
            errors = f"aftalerapport-{stream.encoding}"
            codecs.register_error(errors, partial(_exchanged, stream.encoding))
            stream.reconfigure(errors=errors)


def shown(text: str) -> str:
    """A text as standard output will show it, where its width must be known before it is written."""
    encoding = _encoding()
    return "".join(sign if _fits(sign, encoding) else _plain(sign, encoding) for sign in text)


def json_shown(text: str) -> str:
    """A JSON text in which every sign that standard output cannot write stands by its number: it says the same."""
    encoding = _encoding()
    return "".join(sign if _fits(sign, encoding) else json.dumps(sign)[1:-1] for sign in text)


def _encoding() -> str:
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def _exchanged(encoding: str, problem: UnicodeError) -> tuple[str, int]:
    assert isinstance(problem, UnicodeEncodeError), "only what is written has signs that do not fit"
    signs = problem.object[problem.start : problem.end]
    return "".join(_plain(sign, encoding) for sign in signs), problem.end


def _plain(sign: str, encoding: str) -> str:
    if unicodedata.category(sign) in _UNSEEN:
        return ""
    letters = "".join(one for one in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(one))
    space = " " if unicodedata.category(sign) == _SPACE else ""
    candidates = (_PLAIN.get(sign, ""), space, letters)
    return next((one for one in candidates if one and _fits(one, encoding)), "?")


def _fits(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _is_unicode(stream: io.TextIOWrapper) -> bool:
    return stream.encoding.lower().startswith("utf")
