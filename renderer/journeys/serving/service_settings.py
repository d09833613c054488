"""How the service is set: what the options of `serve` and `worker`, or the environment, say.

An option and its environment variable have one name: `--job-seconds` is `AFTALERAPPORT_JOB_SECONDS`.
"""

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from renderer.errors import WrongCall

if TYPE_CHECKING:
    from renderer.archive.keeping import Keeping
    from renderer.archive.signing_key import SigningKey

PREFIX = "AFTALERAPPORT_"
_LOCAL_NAMES = {"localhost", "127.0.0.1", "::1", "[::1]"}


@dataclass(frozen=True)
class ServiceSettings:
    """Everything that can be set; `database` is an archive's address.

    `workers` documents are made at once and `waiting` more may wait; each may take so many seconds and megabytes of
    memory. A request may hold `body_megabytes`, a case `most_items`, a document `most_pages`. `jobs` rounds are
    issued at once on this machine (0: only by workers elsewhere), each within `job_seconds`; `most_jobs` may wait. At
    most `connections` are open at once, `connections_each` of one address; `proxies` are the addresses that say for
    whom they call. Finished jobs and the log of key use are kept `keep_days`, answers to requests with a key
    `keep_answer_days`, and of the log at most `keep_uses` lines. `webhooks` are the origins that may be told of
    rounds. Every act is signed with the key in the file `signing_key`, and stamped by the authority at the address
    `timestamps`, where they are set. `open_on_this_machine` serves without keys, on this machine and to who has the
    secret that is shown at the start.
    """

    database: str
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    waiting: int = 32
    seconds: int = 60
    memory: int = 3_000
    body_megabytes: int = 20
    most_items: int = 2_000
    most_pages: int = 2_000
    jobs: int = 1
    job_seconds: int = 600
    most_jobs: int = 2_000
    connections: int = 512
    connections_each: int = 128
    proxies: tuple[str, ...] = ()
    keep_days: int = 365
    keep_answer_days: int = 1
    keep_uses: int = 1_000_000
    webhooks: tuple[str, ...] = ()
    signing_key: str = ""
    timestamps: str = ""
    open_on_this_machine: bool = False

    @property
    def keeping(self) -> "Keeping":
        """How long what proves nothing is kept."""
        from renderer.archive.keeping import Keeping

        return Keeping(self.keep_answer_days, self.keep_days, self.keep_days, self.keep_uses)

    @property
    def key(self) -> "SigningKey | None":
        """The key that signs the archive's acts. Raises `UnreadableFile`."""
        from renderer.archive.signing_key import read_signing_key

        return read_signing_key(Path(self.signing_key)) if self.signing_key else None

    @property
    def only_local(self) -> bool:
        """Whether nobody outside this machine can reach it."""
        if self.host in _LOCAL_NAMES:
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def require_known(variables: Iterable[str], known: Iterable[str]) -> None:
    """Raise `WrongCall` for a variable of ours that nothing reads: it is misspelt, and what it meant would not hold."""
    names = set(known)
    unknown = sorted(name for name in variables if name.startswith(PREFIX) and name not in names)
    if unknown:
        from difflib import get_close_matches

        near = get_close_matches(unknown[0], names, n=1)
        hint = f"Mente du {near[0]}?" if near else f"De hedder: {', '.join(sorted(names))}."
        raise WrongCall(f"Miljøvariablen {unknown[0]} kendes ikke.", hint)
