"""docs/commands.md is what the program says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from vidocq.cli.documentation import commands_page
from vidocq.cli.registry import COMMANDS

MAKE_IT = "it is stale; make it with: python -m vidocq.cli.documentation > docs/commands.md"


def test_the_page_is_the_programs_own_help(repository: Path) -> None:
    page = (repository / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == commands_page(), MAKE_IT


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_on_the_page_as_it_prints_its_help(
    repository: Path, vidocq: Run, name: str
) -> None:
    page = (repository / "docs" / "commands.md").read_text(encoding="utf-8")
    assert f"## vidocq {name}\n" in page, f"{name} is not on the page; {MAKE_IT}"
    assert vidocq(name, "--help", env={"COLUMNS": "80"}).stdout.rstrip() in page, MAKE_IT


def test_every_command_file_is_registered(repository: Path) -> None:
    folder = repository / "src" / "vidocq" / "cli" / "commands"
    assert {path.stem for path in folder.glob("[!_]*.py")} == set(COMMANDS)
