"""The same watch over a ledger in a file and in PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.watch.conftest import Desk
from tests.watch.sites import Site
from tests.watch.stories import DENIAL, FRANCE, LONDON, rss
from vidocq.ledger import open_ledger
from vidocq.watch.state import State, state_path

RULES = (
    '[[alert]]\nname = "first"\nnew_pair = true\n'
    '[[alert]]\nname = "disputed"\ncontradiction = true\n'
)


def test_first_accusations_and_contradictions_are_told(
    site: Site, tmp_path: Path, address: str
) -> None:
    def tell(*stories: str) -> str:
        entries = [(f"https://paper.example/{n}", "News", one) for n, one in enumerate(stories)]
        return site.serve("/rss", rss(*reversed(entries)))

    source = f'[[feed]]\nname = "A"\nurl = "{tell(FRANCE)}"\nfull = false\npause = "0s"\n'
    with open_ledger(address) as ledger, State(tmp_path / "watch.sqlite") as state:
        desk = Desk(tmp_path, ledger, state, source + RULES)
        desk.poll()
        assert [one.new_pairs for one in desk.alerts] == [(("FR", "RU"),)]
        tell(FRANCE, LONDON, DENIAL)
        assert desk.poll()[0].fault is None
        assert [one.rule for one in desk.alerts] == ["first", "first", "disputed"]
        assert desk.alerts[-1].claim.quote == DENIAL


def test_the_state_is_beside_a_file_and_in_the_users_folder_for_a_database(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert state_path("/data/press.sqlite") == Path("/data/press.watch.sqlite")
    assert state_path("sqlite:////data/press.db") == Path("/data/press.watch.sqlite")
    one, other = (state_path(f"postgresql://u@host/{name}") for name in ("a", "b"))
    assert one != other and one.parent == other.parent
    assert state_path("postgresql://u:old@host/a") == state_path("postgresql://u:new@host/a")
    monkeypatch.setenv("VIDOCQ_LEDGER", "/data/own.sqlite")
    assert state_path(None) == Path("/data/own.watch.sqlite")
