"""Names and packs kept between runs: reading the data files anew takes ten times as long.

The file lies in the user's cache folder and bears the fingerprint of the data and of the code that
reads them, so that a change of either makes a new one. Any fault in keeping is no fault of reading.
"""

from __future__ import annotations

import atexit
import gc
import hashlib
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

_FOLDER = Path(__file__).parent
_Kept = TypeVar("_Kept")
LOADING = threading.RLock()
"""Held while data are decoded: where several threads of a server did so at once in their first moment, with the collector
turned off and on by each, now and then the process crashed (a fault of memory within the decoder)."""
_VERSIONS = 4
"""Versions of one part that are kept: two installations beside each other do not make each other's anew."""


@contextmanager
def at_rest() -> Iterator[None]:
    """What is loaded within stays as long as the process: the collector of garbage does not look through it, neither
    while it grows, which takes longer than to load it, nor later, and forks go on sharing it."""
    with LOADING:
        enabled = gc.isenabled()
        gc.disable()
        try:
            yield
        finally:
            _freeze()
            if enabled:
                gc.enable()


@cache
def _thaw_at_exit() -> None:
    """Files that a program left open are closed at its end by the collector, which must see them again for that."""
    atexit.register(gc.unfreeze)


def _freeze() -> None:
    _thaw_at_exit()
    gc.freeze()


def kept(
    part: str,
    kind: type[_Kept],
    make: Callable[[], _Kept],
    fingerprint: str,
    folder: Path | None = None,
    *,
    code: Path = _FOLDER,
) -> _Kept:
    """What an earlier run kept in ``folder`` (default: the user's cache folder) under the same fingerprint, or what
    ``make`` gives, which is then kept.

    ``part`` says what it is ("names-de"), ``kind`` is its type, ``code`` the folder of the code that makes it.
    """
    path = _path(part, _with_code(fingerprint, code), folder)
    try:
        with at_rest():
            return msgspec.msgpack.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError):
        made = make()
    with suppress(OSError):
        _write(path, msgspec.msgpack.encode(made), f"{part}-*.msgpack")
    return made


def fingerprint_of(paths: Iterable[Path]) -> str:
    """A digest of files, by their names and bytes."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _path(part: str, fingerprint: str, folder: Path | None) -> Path:
    if folder is None:
        from platformdirs import user_cache_path

        folder = user_cache_path("vidocq")
    return folder / f"{part}-{fingerprint[:32]}.msgpack"


def _with_code(fingerprint: str, code: Path) -> str:
    return hashlib.sha256(f"{fingerprint} {_digest(code)}".encode()).hexdigest()


@cache
def _digest(code: Path) -> str:
    """The code in a folder as this process found it."""
    return fingerprint_of(code.rglob("*.py"))


def _write(path: Path, content: bytes, older: str) -> None:
    """Write in one step; of what other fingerprints left under the same pattern the newest stay."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    Path(file.name).replace(path)
    with_age = [(other.stat().st_mtime_ns, other) for other in path.parent.glob(older)]
    for _, old in sorted(with_age)[:-_VERSIONS]:
        if old != path:
            old.unlink(missing_ok=True)
