"""Structured logs: one JSON object a line, with what an operator needs and no word of any document."""

import datetime
import json
import logging
import re
import sys
from typing import Any

from renderer.journeys.serving.log_rate import LogRate

_KEPT = (
    "event",
    "request",
    "method",
    "route",
    "status",
    "ms",
    "token",
    "code",
    "type",
    "where",
    "job",
    "address",
    "text",
    "left_out",
)

_NOISY = (
    "httpx", "httpcore", "procrastinate", "psycopg.pool", "alembic", "fontTools", "weasyprint", "asyncio",
    # Tells by templates what our own events tell: that it serves, where, and that it stops.
    "uvicorn.error",
)  # fmt: skip
# printf-style formatting, as `logging` fills it in.
_GAP = re.compile(r"%(?:\(\w+\))?[-#0 +]*(?:\d+|\*)?(?:\.(?:\d+|\*))?[diouxXeEfFgGcrsa]")
_LEFT_OUT = "…"


class JsonLines(logging.Formatter):
    """Writes a record as JSON: time, level, logger, and only the fields that are known to hold nothing personal."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        at = datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(timespec="milliseconds")
        said: dict[str, Any] = {"at": at, "level": record.levelname.lower(), "logger": record.name}
        said |= {name: value for name in _KEPT if (value := getattr(record, name, None)) is not None}
        if "event" not in said:
            # Another program's words: what it filled in may be a word of a document.
            words = _GAP.sub(_LEFT_OUT, str(record.msg)).replace("%%", "%") if record.args else str(record.msg)
            said |= {"event": "message", "text": " ".join(words.split())}
        if record.exc_info and record.exc_info[0]:
            said["type"] = record.exc_info[0].__name__
        return json.dumps(said, ensure_ascii=False)


def log_as_json(level: int = logging.INFO) -> None:
    """Write all logs of this process as JSON lines on standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    handler.addFilter(LogRate())
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for noisy in _NOISY:
        logging.getLogger(noisy).setLevel(logging.WARNING)
