"""Killed at any point and run again: the record is that of one clean run, and every alert was told."""

from __future__ import annotations

import json
import signal
from itertools import count
from pathlib import Path

import pytest

from tests.watch.killed import command
from tests.watch.sites import Answer, Asked, Site
from tests.watch.stories import FRANCE, LONDON, page, rss
from vidocq.ledger import open_ledger

ALWAYS_OTHER = count()


def served(site: Site, path: str, story: str) -> str:
    """A page that has other bytes each time it is asked for, as pages with advertisements have."""

    def answer(asked: Asked) -> Answer:
        body = page(story, "News").replace("</head>", f"<!-- {next(ALWAYS_OTHER)} --></head>")
        return 200, {"Content-Type": "text/html"}, body.encode()

    return site.answer(path, answer)


@pytest.mark.parametrize(
    "point",
    [
        "after:note 1",
        "before:pend 1", "after:pend 1", "after:pend 2",
        "before:record 1", "after:record 1", "after:record 2",
        "before:settle 1", "after:settle 1", "after:settle 2",
        "before:tell 1", "after:tell 1", "after:tell 3", "before:delivered 2", "after:delivered 1",
    ],
)  # fmt: skip
def test_a_killed_run_loses_nothing_and_doubles_nothing(
    site: Site, tmp_path: Path, point: str
) -> None:
    links = [served(site, "/london", LONDON), served(site, "/paris", FRANCE)]
    site.serve("/rss", rss(*((one, "News", "") for one in links)))
    (tmp_path / "feeds.toml").write_text(
        f'[[feed]]\nname = "Harbour"\nurl = "{site.url("/rss")}"\npause = "0s"\n'
        '[[alert]]\nname = "first"\nnew_pair = true\nappend = "alerts.jsonl"\n'
    )
    killed = command(tmp_path, *point.split())
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    again = command(tmp_path)
    assert again.returncode == 0, again.stderr

    shown = [json.loads(line) for run in (killed, again) for line in run.stdout.splitlines()]
    kept = [json.loads(line) for line in (tmp_path / "alerts.jsonl").read_text().splitlines()]
    for told in (shown, kept):
        pairs = {tuple(tuple(pair) for pair in one["new_pairs"]) for one in told}
        assert pairs == {(("FR", "RU"),), (("GB", "CN"),)}
        assert len({one["id"] for one in told}) == 2 <= len(told) <= 3
    with open_ledger(str(tmp_path / "ledger.sqlite")) as ledger:
        assert sorted(one.address or "" for one in ledger.documents()) == sorted(links)
        assert ledger.check() == []
    assert command(tmp_path).stdout == ""


def test_a_second_run_beside_the_first_is_refused(site: Site, tmp_path: Path) -> None:
    from vidocq.watch.state import State, state_path

    (tmp_path / "feeds.toml").write_text(
        f'[[feed]]\nname = "Harbour"\nurl = "{site.serve("/rss", rss())}"\n'
    )
    with State(state_path(str(tmp_path / "ledger.sqlite"))):
        done = command(tmp_path)
    assert done.returncode == 2
    assert "another `vidocq watch` (or another program) is using it" in done.stderr
    assert command(tmp_path).returncode == 0
