"""The reader in machine code, taken in place of its sources where it was compiled from just these.

The sources are the program; the machine code is a copy that runs faster. `vidocq.compiled.build` makes it where a
C compiler is found. The packages of the reader ask `beside` where theirs lies; after a change of the sources the
copy fits no more and the sources are read as ever, until it is made again.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

PACKAGES = ("language", "mentions", "claims")
"""The packages that are compiled."""
SOURCES = Path(__file__).parent.parent
PLACE = Path(__file__).parent / "build" / sys.implementation.cache_tag
"""Where the machine code for this Python lies; it is no part of the sources."""
GROUP = "vidocq_reader__mypyc"
"""The library that holds the code of all modules, by the name that each of them imports."""
SWITCH = "VIDOCQ_COMPILED"
"""Set to 0, this variable of the environment has the sources read."""


def beside(package: str) -> list[str]:
    """The folders in which the compiled modules of ``package`` ("vidocq.claims.syntax") lie: one or none."""
    return [str(PLACE.joinpath(*package.split(".")[1:]))] if in_use() else []


@cache
def in_use() -> bool:
    """Whether this process reads with the machine code."""
    if os.environ.get(SWITCH) == "0" or not fits():
        return False
    found = next(PLACE.glob(f"{GROUP}.*"), None)
    spec = found and importlib.util.spec_from_file_location(GROUP, found)
    if not spec or spec.loader is None:
        return False
    library = importlib.util.module_from_spec(spec)
    sys.modules[GROUP] = library
    spec.loader.exec_module(library)
    return True


def fits() -> bool:
    """Whether there is machine code, made from the sources as they are now."""
    try:
        made_from = json.loads((PLACE / "made_from.json").read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return bool(made_from == digest())


def sources() -> list[Path]:
    """The sources of all compiled packages, in order."""
    return sorted(path for name in PACKAGES for path in (SOURCES / name).rglob("*.py"))


def digest() -> str:
    """One number for the sources of all compiled packages."""
    told = blake2b(digest_size=16)
    for path in sources():
        told.update(str(path.relative_to(SOURCES)).encode() + b"\0" + path.read_bytes())
    return told.hexdigest()
