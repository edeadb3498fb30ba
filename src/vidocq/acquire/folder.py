"""The files of a folder and of the folders in it, in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from vidocq.model import ErrorKind, Unreadable


def files_of(folder: Path) -> Iterator[Path | Unreadable]:
    """Every file under ``folder``, sorted by name folder by folder; hidden ones are left out.

    Symbolic links are followed, but no folder is entered twice, so that links cannot lead in a
    circle. A folder that may not be entered is given as ``Unreadable`` and the walk goes on; so is
    an empty collection. Names are held for one folder at a time.
    """
    seen: set[tuple[int, int]] = set()
    found = False
    for entry in _walk(folder, seen):
        found = True
        yield entry
    if not found:
        yield _unreadable(
            folder, ErrorKind.EMPTY, "is a folder without files; check that it is the right one"
        )


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Unreadable]:
    # A stack of our own: folders may be nested deeper than Python's calls.
    waiting: list[Path] = [folder]
    while waiting:
        path = waiting.pop()
        try:
            if not path.is_dir():
                yield path
                continue
            status = path.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            names = sorted((n for n in _names(path) if not n.startswith(".")), reverse=True)
        except PermissionError:
            yield _unreadable(
                path, ErrorKind.PERMISSION, "is a folder that may not be opened; change its rights"
            )
        except OSError as error:
            yield _unreadable(
                path, ErrorKind.NOT_FOUND, f"cannot be opened ({error.strerror}); read it again"
            )
        else:
            waiting.extend(path / name for name in names)


def _names(folder: Path) -> list[str]:
    with os.scandir(folder) as entries:
        return [entry.name for entry in entries]


def _unreadable(path: Path, kind: ErrorKind, message: str) -> Unreadable:
    return Unreadable(
        id=path.name or str(path), source=str(path), kind=kind, message=f"{path}: {message}"
    )
