"""WeasyPrint reports what goes wrong to a log and goes on; here what it says stops the rendering."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_LOGGER = logging.getLogger("weasyprint")


class _Ear(logging.Handler):
    """Keeps the warnings of one thread."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[logging.LogRecord] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self.heard.append(record)


@contextmanager
def listening() -> Iterator[list[logging.LogRecord]]:
    """Everything WeasyPrint warns of inside the block, as it comes."""
    ear = _Ear()
    _LOGGER.addHandler(ear)
    try:
        yield ear.heard
    finally:
        _LOGGER.removeHandler(ear)
