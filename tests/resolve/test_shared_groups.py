"""Every group that the coded incident table names in its text means one actor or a told ambiguity."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from vidocq.resolve.groups import actors
from vidocq.resolve.names import understand


def test_every_coded_group_resolves(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = (shared / "incidents" / "eurepoc.jsonl").read_text(encoding="utf-8").splitlines()
    names = sorted({group for line in lines for group in json.loads(line)["groups"]})
    how: Counter[str] = Counter()
    for name in names:
        meant = actors().of(name)
        if meant.known:
            how["ambiguous, told" if meant.ambiguous else "one actor of the naming sources"] += 1
        elif understand(name, actors()):
            how["one entity of our data"] += 1
        else:
            how["one actor of its own name, which no source lists"] += 1
        assert meant.actors, f"{name} means nothing"
        assert len({one.id for one in meant.actors}) == len(meant.actors)
    with capsys.disabled():
        print(f"\n{len(names)} group names of the incident table: {dict(how)}")
    assert how["one actor of its own name, which no source lists"] < 0.4 * len(names)
