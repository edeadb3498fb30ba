"""``vidocq watch`` as a process: what a person and a script see, and how it ends."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("feedparser", reason="feedparser is not installed")

from tests.conftest import Run, plain_environment
from tests.watch.sites import Site, serving
from tests.watch.stories import FRANCE, page, rss

RULE = '[[alert]]\nname = "Paris speaks"\nclaimant = "FR"\naccused = "RU"\n'


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def feeds(site: Site, tmp_path: Path) -> Path:
    """A file with a feed of one page and a rule that tells of it."""
    one = site.serve("/tv5", page(FRANCE, "Paris accuses Moscow"), Content_Type="text/html")
    url = site.serve("/rss", rss((one, "Paris", "")))
    file = tmp_path / "feeds.toml"
    file.write_text(f'[[feed]]\nname = "Harbour"\nurl = "{url}"\npause = "0s"\n{RULE}')
    return file


def test_an_alert_for_a_person(vidocq: Run, feeds: Path, site: Site) -> None:
    done = vidocq("watch", "--once", "--allow-private-addresses", feeds)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "ALERT  Paris speaks",
        "  cyberattack on TV5 Monde → Russia",
        "    attributed to · says so: France · said 2025-04-29",
        "  “France on Tuesday accused Russia of being behind the cyberattack on TV5",
        "  Monde.”",
        "  The Daily Harbour · 2025-04-29 · Paris accuses Moscow",
        f"  {site.url('/tv5')}",
        done.stdout.splitlines()[7],
        "",
    ]
    assert done.stdout.splitlines()[7].startswith("  vidocq sources ")
    told = done.stderr.splitlines()[-1]
    assert told.startswith("vidocq: Harbour: 1 new, 1 read, ") and told.endswith(", 1 alert")
    asked = vidocq(*done.stdout.splitlines()[7].split()[1:])
    assert asked.returncode == 0 and "France" in asked.stdout


def test_an_alert_for_a_program(vidocq: Run, feeds: Path) -> None:
    done = vidocq("watch", "--once", "--json", "--allow-private-addresses", feeds)
    [row] = [json.loads(line) for line in done.stdout.splitlines()]
    assert (row["rule"], row["claim"]["object"]["id"]) == ("Paris speaks", "state:RU")
    again = vidocq("watch", "--once", "--json", "--allow-private-addresses", feeds)
    assert (again.returncode, again.stdout) == (0, "")


def test_a_source_that_cannot_be_read_is_status_3_and_the_others_go_on(
    vidocq: Run, feeds: Path
) -> None:
    dead = '[[feed]]\nname = "Dead"\nurl = "http://127.0.0.1:1/rss"\n'
    feeds.write_text(dead + feeds.read_text())
    done = vidocq("watch", "--once", "--allow-private-addresses", feeds)
    assert done.returncode == 3
    assert "vidocq: Dead: could not be fetched" in done.stderr
    assert "ALERT  Paris speaks" in done.stdout


def test_private_hosts_are_refused_without_the_option(vidocq: Run, feeds: Path, site: Site) -> None:
    done = vidocq("watch", "--once", feeds)
    assert done.returncode == 3 and "not of the public Internet" in done.stderr
    assert site.asked == []


def test_a_wrong_file_is_status_2_and_all_of_it_is_told(vidocq: Run, feeds: Path) -> None:
    feeds.write_text(feeds.read_text() + 'clamant = "FR"\npolarity = "no"\n')
    for option in ("--once", "--check"):
        done = vidocq("watch", option, feeds)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.splitlines() == [
            f"vidocq: {feeds}, [[alert]] 'Paris speaks', clamant: there is no such key; "
            "did you mean 'claimant'?",
            f"vidocq: {feeds}, [[alert]] 'Paris speaks', polarity: there is no polarity 'no'; "
            "there are affirmed, denied",
        ]


def test_check_says_what_would_be_done_and_asks_nobody(
    vidocq: Run, feeds: Path, site: Site
) -> None:
    done = vidocq("watch", "--check", feeds)
    assert done.returncode == 0 and site.asked == []
    assert "every 15 min, at most 100 at once; the page of each entry" in done.stdout
    assert "a claim made by FR (state:FR), against RU (state:RU)" in done.stdout
    rows = [
        json.loads(one) for one in vidocq("watch", "--check", "--json", feeds).stdout.splitlines()
    ]
    assert [(one["table"], one["name"]) for one in rows] == [
        ("feed", "Harbour"),
        ("alert", "Paris speaks"),
    ]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_polls_until_it_is_ended_and_ends_in_good_order(
    vidocq_command: Path, feeds: Path, tmp_path: Path, number: signal.Signals
) -> None:
    running = subprocess.Popen(
        [vidocq_command, "watch", "--json", "--allow-private-addresses", feeds],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=plain_environment(tmp_path),
    )
    assert running.stdout is not None
    assert json.loads(running.stdout.readline())["rule"] == "Paris speaks"
    running.send_signal(number)
    rest, messages = running.communicate(timeout=60)
    assert (running.returncode, rest) == (0, "")
    assert "vidocq: watching 1 source by 1 rule; end it with Ctrl-C" in messages
    assert messages.splitlines()[-1] == "vidocq: ended; run it again to go on from here"


@pytest.mark.parametrize("every", ["5s", "often", "40d"])
def test_a_time_that_is_none_or_too_short_is_wrong_usage(
    vidocq: Run, feeds: Path, every: str
) -> None:
    done = vidocq("watch", "--every", every, feeds)
    assert done.returncode == 2 and "--every" in done.stderr
