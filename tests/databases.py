"""Ledgers to test on: each test runs on a SQLite file and, where its programs are, on PostgreSQL."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from vidocq.ledger import Ledger, open_ledger

NewLedger = Callable[[], str]

_numbers = count(1)


def _programs() -> Path | None:
    """The folder of the newest PostgreSQL server's programs, or None."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: p.parts[-3])
    return versions[-1].parent if versions else None


class Server:
    """A PostgreSQL server of our own in a temporary folder, reached by its socket only."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.programs, self.folder = programs, folder
        self.data = folder / "data"
        # The server refuses to run as root.
        self.user: str | None = "postgres" if os.geteuid() == 0 else None
        if self.user:
            owner = pwd.getpwnam(self.user)
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        self._run(
            *("initdb", "-D", str(self.data), "-U", "postgres", "-A", "trust", "-E", "UTF8"),
            *("--locale=C.UTF-8", "--no-sync"),
        )
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        self._run(
            *("pg_ctl", "-D", str(self.data), "-w", "-t", "30", "-l", str(folder / "log")),
            *("-o", options, "start"),
        )

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self.programs / program), *arguments],
            user=self.user,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")

    def new_database(self) -> str:
        name = f"ledger_{os.getpid()}_{next(_numbers)}"
        import psycopg

        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.address(name)

    def address(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.data), "-m", "immediate", "stop")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    pytest.importorskip("psycopg", reason="psycopg 3 is not installed: no test on PostgreSQL")
    programs = _programs()
    if programs is None:
        pytest.skip("no PostgreSQL server here (initdb not found): apt-get install postgresql")
    # Not pytest's own temporary folder: the server's user must be able to enter it.
    folder = Path(tempfile.mkdtemp(prefix="vidocq-postgresql-"))
    try:
        running = Server(programs, folder)
    except (RuntimeError, KeyError, subprocess.TimeoutExpired) as error:
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"the PostgreSQL server does not start: {error}")
    yield running
    running.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def new_ledger(request: pytest.FixtureRequest, tmp_path: Path) -> NewLedger:
    """Addresses of ledgers that are not there yet."""
    if request.param == "sqlite":
        numbers = count(1)
        return lambda: str(tmp_path / f"ledger-{next(numbers)}.sqlite")
    running: Server = request.getfixturevalue("server")
    return running.new_database


@pytest.fixture
def address(new_ledger: NewLedger) -> str:
    """The address of one ledger that is not there yet."""
    return new_ledger()


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """One empty ledger."""
    with open_ledger(address) as opened:
        yield opened
