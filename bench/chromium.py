"""A Chromium that is kept running, as Gotenberg keeps one: page after page is printed over its debugging pipe.

Messages are JSON with a zero byte behind (`--remote-debugging-pipe`): Chromium reads them from descriptor 3 and writes
its own to 4.
"""

import base64
import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Self

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_WORDS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe")
_PIPES = 'exec "$@" 3<&0 4>&1 0</dev/null 1>/dev/null'


def chromium() -> str | None:
    """The program, where it is installed."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


class Chromium:
    """A running one; a context manager that ends it. Not for several threads at once."""

    def __init__(self, program: str) -> None:
        self._profile = tempfile.mkdtemp(prefix="chromium-")
        words = [program, *_WORDS, f"--user-data-dir={self._profile}", "about:blank"]
        self._process = subprocess.Popen(
            ["sh", "-c", _PIPES, "sh", *words],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._number = 0
        self._rest = b""

    @property
    def pid(self) -> int:
        """The number of its first process."""
        return self._process.pid

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        # It ends its own processes.
        self._ask("Browser.close")
        self._process.wait(30)
        shutil.rmtree(self._profile, ignore_errors=True)

    def printed(self, page: Path) -> bytes:
        """A page as PDF: opened in a tab of its own, loaded, printed with the size its style says, and closed."""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._ask("Page.enable", session)
        self._ask("Page.navigate", session, url=page.as_uri())
        while self._next().get("method") != "Page.loadEventFired":
            pass
        made = self._ask("Page.printToPDF", session, preferCSSPageSize=True, printBackground=True)
        self._ask("Target.closeTarget", targetId=target)
        return base64.b64decode(made["data"])

    def _ask(self, method: str, session: str = "", **params: object) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": params} | ({"sessionId": session} if session else {})
        assert self._process.stdin
        self._process.stdin.write(json.dumps(message).encode() + b"\0")
        self._process.stdin.flush()
        while (answer := self._next()).get("id") != self._number:
            continue
        result: dict[str, Any] = answer["result"]
        return result

    def _next(self) -> dict[str, Any]:
        assert self._process.stdout
        while b"\0" not in self._rest:
            more = self._process.stdout.read1(1_000_000)  # type: ignore[attr-defined]
            if not more:
                raise SystemExit("Chromium has ended")
            self._rest += more
        message, _, self._rest = self._rest.partition(b"\0")
        said: dict[str, Any] = json.loads(message)
        return said
