"""The import direction: every step may use the steps before it, and no import runs back."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ORDER = (
    "compiled",
    "model",
    "knowledge",
    "acquire",
    "language",
    "mentions",
    "claims",
    "endpoint",
    "resolve",
    "ledger",
    "ask",
    "corpus",
    "bench",
    "share",
    "watch",
    "web",
    "cli",
)
"""The steps; each may import those that stand before it. Below all: how machine code takes the place of sources."""

ROOMS = (
    ("draft", "frames", "roles"),
    ("syntax",),
    ("discourse",),
    ("references",),
    ("speech",),
    ("background",),
    ("attacks",),
    ("answers",),
    ("trained",),
    ("document",),
    ("look", "look_patterns"),
    ("reading", "trace", "sentence", "parsed", "clauses", "nominal"),
)
"""The rooms of `vidocq.claims` and its own modules; each may import those that stand before it, and its like."""

ONLY_MODEL = ("evaluate",)
"""Beside the steps: imports the record's types alone, and only the command line imports it."""


def test_every_folder_has_a_place_in_the_order(repository: Path) -> None:
    package = repository / "src" / "vidocq"
    folders = {path.parent.name for path in package.glob("*/__init__.py")}
    assert folders <= {*ORDER, *ONLY_MODEL}
    assert {"model", "cli"} <= folders, "the sources were found"


def test_no_import_runs_back(repository: Path) -> None:
    assert list(faults(repository / "src" / "vidocq")) == []


def test_no_room_of_claims_uses_a_later_one(repository: Path) -> None:
    place = {room: number for number, rooms in enumerate(ROOMS) for room in rooms}
    folder = repository / "src" / "vidocq" / "claims"
    own = {p.stem for p in folder.glob("*.py")} | {p.parent.name for p in folder.glob("*/*.py")}
    assert own - {"__init__"} == set(place), "each has its place in the order"
    back: list[str] = []
    for path in sorted(folder.rglob("*.py")):
        room = path.relative_to(folder).with_suffix("").parts[0]
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.ImportFrom) or room == "__init__":
                continue
            step, _, rest = (node.module or "").removeprefix("vidocq.").partition(".")
            if step == "claims" and place[rest.partition(".")[0]] > place[room]:
                back.append(f"{path.name}:{node.lineno}: {room} → {rest}")
    assert back == []


@pytest.mark.parametrize(
    ("file", "line", "refused"),
    [
        ("claims/read.py", "from vidocq.ledger import open_ledger", True),
        ("claims/read.py", "from vidocq import ledger", True),
        ("claims/read.py", "import vidocq.ledger.store", True),
        ("claims/read.py", "def f():\n    from ..ledger import open_ledger", True),
        ("claims/rules/read.py", "from ...ledger import open_ledger", True),
        ("model/claim.py", "from vidocq.knowledge.name import Name", True),
        ("evaluate/rows.py", "from vidocq.claims import read", True),
        ("ask/who.py", "from vidocq.evaluate import score", True),
        ("claims/read.py", "from vidocq.mentions import find", False),
        ("claims/read.py", "from .rules import apply", False),
        ("claims/rules/read.py", "from ..verbs import verb", False),
        ("claims/read.py", "from vidocq import __version__", False),
        ("cli/commands/evaluate.py", "from vidocq.evaluate import score", False),
        ("evaluate/rows.py", "from vidocq.model import Reading", False),
    ],
)
def test_the_check_sees_every_form_of_import(
    tmp_path: Path, file: str, line: str, refused: bool
) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_text(line, encoding="utf-8")
    assert bool(list(faults(tmp_path))) is refused


def faults(package: Path) -> Iterator[str]:
    """Every import in the package that the order does not allow, as "file:line: from → to"."""
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        if len(parts) == 1:
            continue  # the package's own __init__
        for line, imported in imports(path, parts):
            if not allowed(parts[0], imported):
                yield f"{path}:{line}: {parts[0]} → {imported}"


def allowed(step: str, imported: str) -> bool:
    if step == imported:
        return True
    if step in ONLY_MODEL:
        return imported == "model"
    if imported in ONLY_MODEL:
        return step == "cli"
    return ORDER.index(imported) < ORDER.index(step)


def imports(path: Path, parts: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Line and step of every import of the package's own modules, wherever in the file it stands."""
    steps = {*ORDER, *ONLY_MODEL}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            here = ("vidocq", *parts)[: -node.level] if node.level else ()
            module = ".".join([*here, *([node.module] if node.module else [])])
            names = [f"{module}.{alias.name}" for alias in node.names]
        for name in names:
            package, _, rest = name.partition(".")
            step = rest.partition(".")[0]
            if package == "vidocq" and step in steps:
                yield node.lineno, step
