"""The same bytes give the same claims in every process, however Python orders its sets there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOME = 12
"""Reports of each language."""


def output(paths: list[Path], seed: int) -> bytes:
    """What a process prints of reports whose sets are ordered by a seed."""
    done = subprocess.run(
        [sys.executable, "-m", "vidocq", "read", "--json", "--no-ledger", *map(str, paths)],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": str(seed)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.mark.parametrize("languages", [("de", "nl"), ("en", "fr"), ("es", "it", "pt")])
def test_two_processes_read_the_same(languages: tuple[str, ...]) -> None:
    reports = sorted((ROOT / "gold" / "docs").glob("*.txt"))
    paths = [
        path
        for language in languages
        for path in [p for p in reports if p.name.startswith(f"{language}_")][:SOME]
    ]
    assert len(paths) == SOME * len(languages)
    first = output(paths, 1)
    assert b'"predicate"' in first
    assert output(paths, 2) == first
