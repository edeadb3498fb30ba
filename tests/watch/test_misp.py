"""MISP: the events of an instance by its REST interface, and those of a folder with a manifest."""

from __future__ import annotations

import json
import signal
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pymisp", reason="pymisp is not installed")

from tests.share.misp.test_import import event
from tests.watch.conftest import NewDesk
from tests.watch.killed import command
from tests.watch.sites import Answer, Asked, Site
from vidocq.ledger import Ledger, open_ledger
from vidocq.watch import misp

KEY = "k" * 40
RULE = '[[alert]]\nname = "flaws"\npredicate = "exploits"\n'


def numbered(number: int, timestamp: int, info: str = "Phishing") -> dict[str, Any]:
    """An event of its own."""
    return event(
        uuid=f"0b3e1f7a-4f8e-4a35-9f5e-7c55a1d2{number:04}",
        info=f"{info} {number}",
        timestamp=str(timestamp),
    )


class Instance:
    """What of MISP's REST interface is asked: restSearch by timestamp, page by page."""

    def __init__(self, site: Site) -> None:
        self.events: list[dict[str, Any]] = []
        self.searches: list[dict[str, Any]] = []
        site.answer("/events/restSearch", self._answer)

    def _answer(self, asked: Asked) -> Answer:
        if asked.headers["Authorization"] != KEY:
            return 403, {}, b"{}"
        search = json.loads(asked.body)
        self.searches.append(search)
        found = [one for one in self.events if int(one["timestamp"]) >= int(search["timestamp"])]
        start = (search["page"] - 1) * search["limit"]
        page = [{"Event": one} for one in found[start : start + search["limit"]]]
        return 200, {"Content-Type": "application/json"}, json.dumps({"response": page}).encode()


def instance(site: Site, more: str = "") -> str:
    return f'[[misp]]\nname = "CERT"\nurl = "{site.url("")}"\nkey_env = "KEY"\npause = "0s"\n{more}\n{RULE}'


def subjects(ledger: Ledger) -> set[str]:
    return {one.claim.subject.id for one in ledger.claims()}


def test_the_events_of_an_instance_come_and_later_those_that_changed(
    site: Site, new_desk: NewDesk, ledger: Ledger
) -> None:
    cert = Instance(site)
    cert.events = [numbered(one, 1000 + one) for one in range(misp.PAGE + 5)]
    desk = new_desk(instance(site), KEY=KEY)
    [report] = desk.poll()
    assert (report.fault, report.read) == (None, misp.PAGE + 5)
    assert len(subjects(ledger)) == misp.PAGE + 5 and len(desk.alerts) == misp.PAGE + 5
    assert [one["page"] for one in cert.searches] == [1, 2]
    cert.events[3] = numbered(3, 2000, "Ransomware")
    [report] = desk.poll()
    assert (report.read, cert.searches[-1]["timestamp"]) == (1, str(1000 + misp.PAGE + 4))
    assert "incident:ransomware-3" in subjects(ledger)


def test_a_run_that_was_killed_takes_the_event_up_again(site: Site, tmp_path: Path) -> None:
    cert = Instance(site)
    cert.events = [numbered(one, 1000 + one) for one in range(3)]
    (tmp_path / "feeds.toml").write_text(instance(site))
    for point in ("after:pend 1", "after:record 1", "before:settle 1"):
        killed = command(tmp_path, *point.split(), KEY=KEY)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
    done = command(tmp_path, KEY=KEY)
    assert done.returncode == 0, done.stderr
    with open_ledger(str(tmp_path / "ledger.sqlite")) as ledger:
        assert len(subjects(ledger)) == 3 == len(list(ledger.documents()))


def test_most_bounds_a_poll_of_an_instance(site: Site, new_desk: NewDesk, ledger: Ledger) -> None:
    cert = Instance(site)
    cert.events = [numbered(one, 1000 - one) for one in range(5)]
    desk = new_desk(instance(site, "most = 2"), KEY=KEY)
    assert [desk.poll()[0].read for _ in range(4)] == [2, 2, 1, 0]
    assert len(subjects(ledger)) == 5


def test_a_wrong_key_is_told_and_never_shown(site: Site, new_desk: NewDesk) -> None:
    Instance(site)
    [report] = new_desk(instance(site), KEY="wrong-key").poll()
    assert report.fault == "does not let us in (status 403); check user and key"


def test_an_event_that_is_wrong_is_told_once_and_the_others_go_on(
    site: Site, new_desk: NewDesk, ledger: Ledger
) -> None:
    cert = Instance(site)
    cert.events = [numbered(1, 1000), {**numbered(2, 1001), "date": 5}, numbered(3, 1002)]
    desk = new_desk(instance(site), KEY=KEY)
    [report] = desk.poll()
    assert (report.read, len(report.unread)) == (2, 1)
    assert "date" in report.unread[0].why
    assert desk.poll()[0].whole


def test_a_folder_is_read_by_its_manifest(site: Site, new_desk: NewDesk, ledger: Ledger) -> None:
    def publish(*events: dict[str, Any]) -> None:
        manifest = {
            one["uuid"]: {"timestamp": one["timestamp"], "info": one["info"]} for one in events
        }
        site.serve("/feed/manifest.json", json.dumps(manifest))
        for one in events:
            site.serve(f"/feed/{one['uuid']}.json", json.dumps({"Event": one}))

    publish(numbered(1, 1000), numbered(2, 900))
    desk = new_desk(f'[[misp]]\nname = "OSINT"\nurl = "{site.url("/feed")}"\npause = "0s"\n{RULE}')
    assert desk.poll()[0].read == 2
    assert len(desk.alerts) == 2
    assert desk.poll()[0].new == 0
    publish(numbered(1, 1100, "Wiper"), numbered(2, 900), numbered(3, 1200))
    assert desk.poll()[0].read == 2
    assert {"incident:wiper-1", "incident:phishing-2", "incident:phishing-3"} <= subjects(ledger)


def test_a_folder_without_a_manifest_is_told(site: Site, new_desk: NewDesk) -> None:
    site.serve("/feed/manifest.json", '{"../../etc/passwd": {"timestamp": 1}}')
    toml = f'[[misp]]\nname = "OSINT"\nurl = "{site.url("/feed")}"\npause = "0s"\n{RULE}'
    [report] = new_desk(toml).poll()
    assert report.fault == "is no manifest of a MISP feed"


@pytest.mark.parametrize(
    "told", ["[]", '"x"', '{"response": 5}', '{"response": [7]}', '{"response": [{"Event": []}]}']
)
def test_a_server_that_is_no_misp_is_told(site: Site, new_desk: NewDesk, told: str) -> None:
    site.serve("/events/restSearch", told)
    [report] = new_desk(instance(site), KEY=KEY).poll()
    assert report.fault == "did not answer as a MISP instance does"
