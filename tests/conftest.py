"""What all tests share: where the repository is, the command, and the material beside the repository."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.annotated import annotated_record  # noqa: F401 - a fixture
from tests.databases import address, ledger, new_ledger, server  # noqa: F401 - fixtures

settings.register_profile("vidocq", deadline=None)  # tests assert no time
settings.load_profile("vidocq")

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the repository."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold claims and corpora beside the repository; without it the test is skipped."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared (gold claims, corpora) is not beside the repository")
    return SHARED


@pytest.fixture(scope="session")
def vidocq_command() -> Path:
    """The installed command, beside the Python that runs the tests."""
    return Path(sys.executable).with_name("vidocq")


@pytest.fixture
def vidocq(vidocq_command: Path, tmp_path: Path) -> Run:
    """Runs the command as a process of its own, with a record of its own.

    ``vidocq("read", "-", stdin="…", env={"NO_COLOR": "1"})`` gives the completed process, its
    output as text.
    """

    def run(
        *arguments: str | Path, stdin: str | bytes = b"", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        given = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [vidocq_command, *arguments],
            input=given,
            capture_output=True,
            env=plain_environment(tmp_path) | (env or {}),
            timeout=120,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run


def plain_environment(folder: Path) -> dict[str, str]:
    """This environment without what changes the output, and with a record inside ``folder``."""
    left_out = {"COLUMNS", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return kept | {"VIDOCQ_LEDGER": str(folder / "ledger.sqlite")}
