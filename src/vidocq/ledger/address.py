"""Where the ledger is: a file, a database address, or the user's own place."""

from __future__ import annotations

import os
import re
from pathlib import Path

_PASSWORD = re.compile(r"(?<=://)([^:/@]+):[^@/]*@")


def default_address() -> str:
    """``$VIDOCQ_LEDGER`` where it is set, else ``ledger.sqlite`` in the user's data folder."""
    chosen = os.environ.get("VIDOCQ_LEDGER")
    if chosen:
        return chosen
    from platformdirs import user_data_path

    return str(user_data_path("vidocq", appauthor=False) / "ledger.sqlite")


def is_postgresql(address: str) -> bool:
    """Whether the address is that of a PostgreSQL database rather than of a file."""
    return address.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))


def file_of(address: str) -> Path:
    """The file that a SQLite address means: a path, or ``sqlite:///path``."""
    return Path(address.removeprefix("sqlite:///")).expanduser()


def shown(address: str) -> str:
    """The address as it may be printed: without its password."""
    return _PASSWORD.sub(r"\1:***@", address)
