"""A PostgreSQL server of the tests' own: started in a temporary folder, reached by a socket, ended with the tests."""

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from sqlalchemy.engine import URL

_DEBIAN = Path("/usr/lib/postgresql")
_SERVER = "postgres"
_INSTALL = "PostgreSQL is missing: apt-get install postgresql (scripts/system-packages test does it)."


class Server:
    """A running server; `database()` makes an empty database and gives its address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._run("initdb", "-D", str(folder / "data"), "-U", _SERVER, "-A", "trust", "--locale=C.UTF-8", "-E", "UTF8")
        self.start()

    def start(self) -> None:
        """Start it, or start it again; returns when it takes connections."""
        options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c fsync=off"
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-t", "60", "-l", log, "-o", options, "start")

    def stop(self, mode: str = "immediate") -> None:
        """End it: `immediate` as if the machine had stopped, `fast` in good order."""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", mode, "stop")

    @property
    def pid(self) -> int:
        """The number of its first process."""
        return int((self.folder / "data" / "postmaster.pid").read_text().split()[0])

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"archive_{uuid.uuid4().hex}"
        with psycopg.connect(host=str(self.folder), user=_SERVER, dbname="postgres", autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        url = URL.create("postgresql", username=_SERVER, database=name, query={"host": str(self.folder)})
        return url.render_as_string(hide_password=False)

    def _run(self, program: str, *arguments: str) -> None:
        # The server refuses to run as root, so Debian's own user runs it there.
        as_other = ["runuser", "-u", _SERVER, "--"] if os.geteuid() == 0 else []
        done = subprocess.run(
            [*as_other, _program(program), *arguments],
            check=False, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        assert done.returncode == 0, f"{program}: {done.stdout}"


@contextmanager
def running_server() -> Iterator[Server]:
    """A server for as long as it is needed."""
    folder = Path(tempfile.mkdtemp(prefix="archive-"))
    try:
        if os.geteuid() == 0:
            user = pwd.getpwnam(_SERVER)
            os.chown(folder, user.pw_uid, user.pw_gid)
        server = Server(folder)
        yield server
        server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _program(name: str) -> str:
    versions = sorted(_DEBIAN.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    found = str(versions[-1]) if versions else shutil.which(name)
    assert found, _INSTALL
    return found
