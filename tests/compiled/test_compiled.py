"""The reader in machine code: taken only where it was made of these very sources, and it reads the same."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from vidocq import compiled
from vidocq.compiled import build


def read_with(switch: str, *paths: Path) -> str:
    """What a process prints that reads the paths with machine code or sources, and where its reader lies."""
    code = (
        "import sys, vidocq.claims.reading as r; print(r.__file__);"
        "from vidocq.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "read", "--json", "--no-ledger", *map(str, paths)],
        env={**os.environ, compiled.SWITCH: switch},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.skipif(not compiled.fits(), reason="the reader is not compiled: make compiled")
def test_machine_code_and_sources_read_the_same(repository: Path) -> None:
    """On the examples and the first reports of our gold: all of them, read twice, would take minutes."""
    first = (repository / "gold" / "first.txt").read_text("utf-8").split()
    reports = sorted((repository / "examples").glob("*.txt"))
    reports += [repository / "gold" / "docs" / f"{doc}.txt" for doc in first]
    code_at, _, by_code = read_with("1", *reports).partition("\n")
    sources_at, _, by_sources = read_with("0", *reports).partition("\n")
    assert not code_at.endswith(".py") and sources_at.endswith(".py")
    assert by_code.count('"predicate"') > 100
    assert by_code == by_sources


def test_machine_code_of_other_sources_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "PLACE", tmp_path)
    assert not compiled.fits(), "there is none"
    (tmp_path / "made_from.json").write_text(json.dumps("other"), "utf-8")
    assert not compiled.fits()
    (tmp_path / "made_from.json").write_text("{", "utf-8")
    assert not compiled.fits(), "a note broken off"
    (tmp_path / "made_from.json").write_text(json.dumps(compiled.digest()), "utf-8")
    assert compiled.fits()


def test_a_change_of_any_source_changes_their_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in compiled.PACKAGES:
        (tmp_path / name).mkdir()
    source = tmp_path / "claims" / "reading.py"
    source.write_text("a = 1\n", "utf-8")
    monkeypatch.setattr(compiled, "SOURCES", tmp_path)
    first = compiled.digest()
    assert compiled.digest() == first
    source.write_text("a = 2\n", "utf-8")
    assert compiled.digest() != first


def test_modules_that_cannot_be_compiled_stay_sources() -> None:
    named = build.modules()
    assert str(Path("vidocq/claims/reading.py")) in named
    assert str(Path("vidocq/mentions/atoms.py")) in named
    assert str(Path("vidocq/language/files.py")) not in named, "records of msgspec"
    assert str(Path("vidocq/claims/frames.py")) not in named, "finds its data beside it"
    assert not [name for name in named if name.endswith("__init__.py")]


def test_no_module_has_what_mypyc_refuses(repository: Path) -> None:
    assert list(stars_after_in("x = a in (*b, 1)\ny = a in (1, 2)\n")) == [1]
    for name in build.modules():
        text = (repository / "src" / name).read_text("utf-8")
        assert list(stars_after_in(text)) == [], (
            f"{name}: a star in a tuple after `in`; name the set"
        )


def stars_after_in(source: str) -> list[int]:
    """Lines that test membership in a tuple written with a star."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Compare)
        for operator, right in zip(node.ops, node.comparators, strict=True)
        if isinstance(operator, ast.In | ast.NotIn) and isinstance(right, ast.Tuple | ast.List)
        if any(isinstance(item, ast.Starred) for item in right.elts)
    ]


def test_without_a_compiler_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("setuptools")
    monkeypatch.setenv("CC", "no-such-compiler")
    with pytest.raises(build.CompileError, match="no C compiler"):
        build.build()


def test_constants_are_marked_in_the_copy_that_is_compiled(tmp_path: Path) -> None:
    copy = build._prepared(tmp_path)
    name = Path("vidocq/mentions/nominal.py")
    text, marked = (place / name for place in (compiled.SOURCES.parent, copy))
    before, after = (path.read_text("utf-8").splitlines() for path in (text, marked))
    constants = [line for line in before if re.match(r"_?[A-Z][A-Z0-9_]* = ", line)]
    assert len(before) == len(after) and len(constants) > 1
    assert not set(constants) & set(after), "each is marked"
    files = Path("vidocq/language/files.py")
    assert (copy / files).read_text("utf-8") == (compiled.SOURCES.parent / files).read_text("utf-8")
