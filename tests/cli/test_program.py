"""The program as a process: help, usage, what it imports, and how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run, plain_environment
from vidocq import __version__
from vidocq.cli.registry import COMMANDS, command_module

HEAVY = {
    "httpx", "lxml", "msgspec", "numpy", "pypdfium2", "rich", "sqlalchemy", "trafilatura", "yaml"
}  # fmt: skip


def test_help_lists_the_commands_and_the_exit_statuses(vidocq: Run) -> None:
    done = vidocq("--help")
    assert done.returncode == 0 and not done.stderr
    for name, summary in COMMANDS.items():
        assert f"  {name} " in done.stdout and summary in done.stdout
    assert "3 some input could not be read" in done.stdout


def test_version(vidocq: Run) -> None:
    assert vidocq("--version").stdout == f"vidocq {__version__}\n"


def test_help_imports_nothing_heavy_and_no_command() -> None:
    probe = (
        "import sys\n"
        "from vidocq.cli import main\n"
        "status = main(['--help'])\n"
        "print(status, *sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    status, *modules = done.stderr.split()
    assert status == "0" and "vidocq.cli.program" in modules
    assert not HEAVY & {name.partition(".")[0] for name in modules}
    assert not [name for name in modules if name.startswith("vidocq.cli.commands")]


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_a_file_with_parser_and_run(name: str, vidocq: Run) -> None:
    assert callable(command_module(name).run)
    done = vidocq(name, "--help")
    assert done.returncode == 0 and not done.stderr
    assert f"usage: vidocq {name} " in done.stdout and "examples:" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("unknown",),
        ("--unknown",),
        ("read",),
        ("read", "--unknown", "x.txt"),
        ("read", "--published", "19 July 2021", "x.txt"),
        ("read", "--published", "2021-02-30", "x.txt"),
        ("read", "--language", "xx", "x.txt"),
        ("read", "--json", "--explain", "x.txt"),
        ("read", "--ledger", "x.sqlite", "--no-ledger", "x.txt"),
        ("evaluate",),
        ("evaluate", "gold.jsonl"),
        ("evaluate", "gold.jsonl", "--predicted", "p.jsonl", "--errors", "-3"),
    ],
)
def test_wrong_usage_is_status_2_and_says_how_it_goes(
    vidocq: Run, arguments: tuple[str, ...]
) -> None:
    done = vidocq(*arguments)
    assert done.returncode == 2
    assert not done.stdout
    assert "usage: vidocq" in done.stderr and "Traceback" not in done.stderr


def test_a_closed_pipe_ends_it_quietly(vidocq_command: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f'"{vidocq_command}" --help | true; echo "${{PIPESTATUS[0]}}"'],
        capture_output=True,
        text=True,
        env=plain_environment(tmp_path),
        check=True,
    )
    assert not done.stderr
    assert done.stdout.strip() in ("0", "141"), "141 where the pipe was closed before the help came"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_named(vidocq_command: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"doc": "quiet", "claims": []}\n', encoding="utf-8")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [vidocq_command, "evaluate", gold, "--predicted", gold],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=plain_environment(tmp_path),
            check=False,
        )
    assert done.returncode == 1
    assert "No space left" in done.stderr and "Traceback" not in done.stderr
