"""``vidocq serve`` as a process: it answers, many at once, and refuses what is not safe."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote
from urllib.request import Request, urlopen

from tests.conftest import Run
from tests.web.browser import copy_of, serving
from tests.web.test_adding import REPORT

PAGES = ("/", "/accusations", "/actor/APT31", "/incident/exchange", "/timeline", "/conflicts.json")


def test_many_ask_and_add_at_once_from_the_first_moment(
    record: str, vidocq_command: Path, tmp_path: Path
) -> None:
    with serving(vidocq_command, copy_of(record, tmp_path)) as address:

        def get(path: str) -> int:
            with urlopen(address + path) as answer:
                return int(answer.status)

        def add(number: int) -> bool:
            body = {"text": f"{REPORT}\nNumber {number}.\n", "record": True}
            request = Request(
                f"{address}/read.json",
                json.dumps(body).encode(),
                {"Content-Type": "application/json"},
            )
            with urlopen(request) as answer:
                return bool(json.load(answer)["recorded"])

        with ThreadPoolExecutor(24) as pool:
            pages = [pool.submit(get, path) for path in PAGES * 6]
            added = [pool.submit(add, number) for number in range(6)]
            assert {one.result() for one in pages} == {200}
            assert all(one.result() for one in added)
        with urlopen(f"{address}/search.json?words={quote('cyberattack albania')}") as answer:
            assert len(json.load(answer)) >= 6


def test_beyond_this_machine_it_is_not_served_without_a_token(vidocq: Run) -> None:
    done = vidocq("serve", "--host", "0.0.0.0")
    assert done.returncode == 2
    assert "VIDOCQ_READ_TOKEN" in done.stderr


def test_a_short_token_or_one_for_both_roles_is_refused(vidocq: Run) -> None:
    short = vidocq("serve", env={"VIDOCQ_READ_TOKEN": "short"})
    assert short.returncode == 2
    assert "shorter than 16" in short.stderr
    both = {"VIDOCQ_READ_TOKEN": "x" * 20, "VIDOCQ_CURATE_TOKEN": "x" * 20}
    assert vidocq("serve", env=both).returncode == 2


def test_a_port_that_is_none_is_refused(vidocq: Run) -> None:
    assert vidocq("serve", "--port", "70000").returncode == 2


def test_a_port_that_is_taken_and_a_ledger_that_is_none_are_told(
    vidocq: Run, record: str, vidocq_command: Path, tmp_path: Path
) -> None:
    with serving(vidocq_command, copy_of(record, tmp_path)) as address:
        taken = vidocq("serve", "--port", address.rpartition(":")[2])
        assert taken.returncode == 2
        assert "choose another --port" in taken.stderr
    text = tmp_path / "text.sqlite"
    text.write_text("no ledger, but words" * 100)
    done = vidocq("serve", "--ledger", text, "--port", address.rpartition(":")[2])
    assert done.returncode == 2
    assert str(text) in done.stderr
