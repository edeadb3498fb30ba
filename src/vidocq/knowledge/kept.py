"""Names kept between runs: reading the data files anew takes ten times as long.

The file lies in the user's cache folder and bears the fingerprint of the data and of the code that
reads them, so that a change of either makes a new one. Any fault in keeping is no fault of reading.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from vidocq.knowledge.name import Name

_FOLDER = Path(__file__).parent


def kept_names(
    part: str,
    make: Callable[[], tuple[Name, ...]],
    fingerprint: str,
    folder: Path | None = None,
) -> tuple[Name, ...]:
    """The names that an earlier run kept in ``folder`` (default: the user's cache folder) under the
    same fingerprint, or those of ``make``, which are then kept. ``part`` says which names they are."""
    path = _path(part, fingerprint, folder)
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=tuple[Name, ...])
    except (OSError, msgspec.MsgspecError):
        names = make()
    with suppress(OSError):
        _write(path, msgspec.msgpack.encode(names), f"names-{part}-*.msgpack")
    return names


def _path(part: str, fingerprint: str, folder: Path | None) -> Path:
    if folder is None:
        from platformdirs import user_cache_path

        folder = user_cache_path("vidocq")
    return folder / f"names-{part}-{_with_code(fingerprint)[:32]}.msgpack"


def _with_code(fingerprint: str) -> str:
    digest = hashlib.sha256(fingerprint.encode())
    for path in sorted(_FOLDER.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _write(path: Path, content: bytes, older: str) -> None:
    """Write in one step, and remove what older fingerprints left under the same pattern."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    Path(file.name).replace(path)
    for old in path.parent.glob(older):
        if old != path and old.stat().st_mtime < path.stat().st_mtime:
            old.unlink(missing_ok=True)
