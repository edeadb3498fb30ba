"""Compile the reader to machine code with mypyc, which turns typed Python into C.

    python -m vidocq.compiled

Needs a C compiler, the headers of Python, and the extra ``compiled``. It takes a minute or two.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

from vidocq.compiled import GROUP, PACKAGES, PLACE, SOURCES, digest, sources

_INTERPRETED = re.compile(
    r"^class \w+\((?:msgspec\.Struct|dict|ValueError)|__file__|from numpy\.typing", re.M
)
"""What mypyc cannot compile (records of msgspec, kinds of dict), modules that find their data beside them, and sums over arrays,
whose types are there for the checker alone."""


class CompileError(Exception):
    """Why there can be no machine code here, and what would help."""


def modules() -> list[str]:
    """The modules to compile, as paths from the folder that holds the package."""
    return [
        str(path.relative_to(SOURCES.parent))
        for path in sources()
        if path.name != "__init__.py" and not _INTERPRETED.search(path.read_text("utf-8"))
    ]


_CONSTANT = re.compile(r"^(_?[A-Z][A-Z0-9_]*) = ", re.M)
_FIRST_IMPORT = "from __future__ import annotations\n"


def _prepared(work: Path) -> Path:
    """The folder of a copy of the package's code, with the constants of what is compiled marked as such.

    The value of a constant that is marked is put where it is used; any other is looked up by its name each time.
    Lines keep their numbers.
    """
    compiled = set(modules())
    for path in SOURCES.rglob("*.py"):
        name = path.relative_to(SOURCES.parent)
        text = path.read_text("utf-8")
        if str(name) in compiled and _FIRST_IMPORT in text:
            marked = f"{_FIRST_IMPORT.strip()}; from typing import Final as _Final\n"
            text = _CONSTANT.sub(r"\1: _Final = ", text).replace(_FIRST_IMPORT, marked, 1)
        copy = work / "sources" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(text, "utf-8")
    return work / "sources"


def build() -> int:
    """Compile and put the machine code in its place, whole or not at all; the number of modules.

    Raises:
        CompileError: no compiler, no headers, no mypyc, or the compiler refused.
    """
    try:
        from mypyc.build import mypycify
        from setuptools import Distribution
    except ImportError as missing:
        raise CompileError(
            f"{missing.name} is not installed; pip install 'vidocq[compiled]'"
        ) from None
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if not shutil.which(os.environ.get("CC", compiler)):
        raise CompileError(f"no C compiler ({compiler}) is installed")
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        raise CompileError("the headers of Python (Python.h) are not installed")
    named = modules()
    made_from = digest()
    with tempfile.TemporaryDirectory() as work, contextlib.chdir(_prepared(Path(work))):
        options = [
            *("--ignore-missing-imports", "--explicit-package-bases", "--strict"),
            *("--cache-dir", f"{work}/types", "--config-file", os.devnull),
        ]
        with _quiet(Path(work) / "log") as log:
            try:
                extensions = mypycify(
                    [*options, *named],
                    opt_level="2",
                    debug_level="0",
                    multi_file=True,
                    target_dir=f"{work}/c",
                    group_name=GROUP.removesuffix("__mypyc"),
                )
                command = Distribution({"ext_modules": extensions}).get_command_obj("build_ext")
                command.build_lib, command.build_temp = f"{work}/lib", f"{work}/o"
                command.parallel = os.cpu_count()
                command.ensure_finalized()
                command.run()
            except (SystemExit, Exception) as fault:
                told = log.read_text("utf-8", "replace").strip().splitlines()[-8:]
                raise CompileError("\n".join([f"the compiler refused: {fault}", *told])) from None
        _install(Path(work) / "lib", made_from)
    return len(named)


def _install(library: Path, made_from: str) -> None:
    """Move what was made to its place; the note of what it was made from comes last."""
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    for path in library.glob("*.*"):
        shutil.move(path, PLACE / path.name)
    for name in PACKAGES:
        shutil.move(library / "vidocq" / name, PLACE / name)
    (PLACE / "made_from.json").write_text(json.dumps(made_from), encoding="utf-8")


@contextlib.contextmanager
def _quiet(log: Path) -> Iterator[Path]:
    """What compilers print goes to a file, theirs being child processes too."""
    with log.open("wb") as file:
        kept = os.dup(1), os.dup(2)
        try:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
            yield log
        finally:
            os.dup2(kept[0], 1)
            os.dup2(kept[1], 2)
            os.close(kept[0])
            os.close(kept[1])
