"""Killed at any moment, recording again gives what one clean run gives; the long run is in bench/."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from tests.databases import NewLedger


def test_a_killed_recording_is_made_good_by_recording_again(
    new_ledger: NewLedger, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(repository / "bench"))
    ledger_kill = importlib.import_module("ledger_kill")
    told: list[str] = []
    same, killed = ledger_kill.run(new_ledger, 10, documents=24, seed=5, tell=told.append)
    assert (same, told) == (10, [])
    assert killed >= 10, "every run was killed"
