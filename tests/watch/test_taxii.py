"""TAXII: the record of one Vidocq comes onto that of another, and later only what was added."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="starlette is not installed")
pytest.importorskip("uvicorn", reason="uvicorn is not installed")
pytest.importorskip("stix2", reason="stix2 is not installed")

from starlette.applications import Starlette
from starlette.routing import Mount

from tests.ledger.reports import ALL, APT31, EU, EXCHANGE, claim, document
from tests.share.taxii.conftest import Serve, serving
from tests.watch.conftest import NewDesk
from tests.watch.killed import command
from tests.watch.sites import Site
from vidocq.ledger import Ledger, open_ledger
from vidocq.model import Predicate, Reading
from vidocq.share.taxii import Settings, taxii_application

TOKEN = "r" * 20

SAID = "The EU attributes the Exchange hack to APT31."
_LATER = document(SAID, id="later", published="2021-07-20")
LATER = Reading(
    document=_LATER,
    claims=(claim(_LATER, SAID, Predicate.ATTRIBUTED_TO, EXCHANGE, APT31, (EU,)),),
)
"""A report that they read later."""


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Ledger]:
    """The record of the others, with four short reports."""
    with open_ledger(str(tmp_path / "theirs.sqlite")) as ledger:
        ledger.record(ALL, extractor="by hand")
        yield ledger


@pytest.fixture
def serve(tmp_path: Path, theirs: Ledger) -> Iterator[Serve]:
    """Serves their record with some settings; the address of its discovery."""
    with ExitStack() as stack:

        def start(**settings: object) -> str:
            given = {"folder": str(tmp_path / "index"), "hold": 0.0, "page": 20, **settings}
            taxii = taxii_application(Settings(ledger=theirs.address, **given))
            stack.callback(taxii.state.close)
            mounted = Starlette(routes=[Mount("/taxii2", app=taxii)])
            return stack.enter_context(serving(mounted)) + "/taxii2/"

        yield start


def taxii(url: str, more: str = "") -> str:
    return (
        f'[[taxii]]\nname = "Partner"\nurl = "{url}"\npause = "0s"\n{more}\n'
        '[[alert]]\nname = "any"\npredicate = "attributed-to"\n'
    )


def ids(ledger: Ledger) -> set[str]:
    return {one.id for one in ledger.claims()}


@pytest.mark.parametrize("below", ["", "record/", "record/collections/all"])
def test_a_record_comes_whole_and_later_what_was_added(
    serve: Serve, theirs: Ledger, ledger: Ledger, new_desk: NewDesk, below: str
) -> None:
    desk = new_desk(taxii(serve() + below, 'collections = ["all"]'))
    [report] = desk.poll()
    assert report.fault is None and report.unread == ()
    assert ids(ledger) == ids(theirs)
    assert report.claims == len(ids(theirs)) and report.alerts > 0
    assert {one.claim.predicate for one in desk.alerts} == {"attributed-to"}
    [report] = desk.poll()
    assert (report.new, report.read, report.whole) == (0, 0, True)
    theirs.record([LATER], extractor="by hand")
    [report] = desk.poll()
    assert (report.claims, desk.alerts[-1].claim) == (1, LATER.claims[0])
    assert ids(ledger) == ids(theirs)


@pytest.mark.parametrize(
    "point",
    [
        "after:hold_objects 1", "after:hold_objects 3", "before:pend_objects 1",
        "after:pend_objects 1", "after:record 1", "before:settle 1", "after:settle 1",
    ],
)  # fmt: skip
def test_a_killed_run_loses_nothing_and_doubles_nothing(
    serve: Serve, theirs: Ledger, tmp_path: Path, point: str
) -> None:
    toml = taxii(serve(page=10), 'collections = ["all"]') + 'append = "alerts.jsonl"\n'
    (tmp_path / "feeds.toml").write_text(toml)
    killed = command(tmp_path, *point.split())
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    again = command(tmp_path)
    assert again.returncode == 0, again.stderr
    with open_ledger(str(tmp_path / "ledger.sqlite")) as ours:
        assert ids(ours) == ids(theirs)
        wanted = {one.id for one in ours.claims() if one.claim.predicate == "attributed-to"}
    told = [json.loads(line) for line in (tmp_path / "alerts.jsonl").read_text().splitlines()]
    assert [one["claim"]["id"] for one in told] and {one["claim"]["id"] for one in told} == wanted
    assert len(told) == len(wanted)


def test_small_pages_are_all_taken(
    serve: Serve, theirs: Ledger, ledger: Ledger, new_desk: NewDesk
) -> None:
    desk = new_desk(taxii(serve(), 'collections = ["All"]\nmost = 3'))
    [report] = desk.poll()
    assert report.new > 30 and ids(ledger) == ids(theirs)


def test_all_collections_that_may_be_read_are_polled(
    serve: Serve, theirs: Ledger, ledger: Ledger, new_desk: NewDesk
) -> None:
    [report] = new_desk(taxii(serve())).poll()
    assert report.whole and ids(ledger) == ids(theirs)


def test_a_token_comes_from_the_environment(
    serve: Serve, ledger: Ledger, new_desk: NewDesk
) -> None:
    url = serve(read_token=TOKEN)
    [report] = new_desk(taxii(url)).poll()
    assert report.fault is not None and "status 401" in report.fault
    for more in ('token_env = "T"', 'user = "anybody"\npassword_env = "T"'):
        [report] = new_desk(taxii(url, more), T=TOKEN).poll()
        assert report.fault is None
    assert ids(ledger)


def test_a_collection_that_is_not_there_is_told_with_those_that_are(
    serve: Serve, new_desk: NewDesk
) -> None:
    [report] = new_desk(taxii(serve(), 'collections = ["Everything"]')).poll()
    assert report.fault is not None
    assert report.fault.startswith("has no collection 'Everything'; there are All, ")


def test_a_relationship_may_come_later_than_its_ends(
    serve: Serve, ledger: Ledger, new_desk: NewDesk
) -> None:
    import httpx

    from tests.share.stix.producers import GROUP, MALWARE, VENDOR, link

    url = serve()
    desk = new_desk(taxii(url, 'collections = ["inbox"]'))

    def send(*objects: object) -> None:
        told = "application/taxii+json;version=2.1"
        sent = httpx.post(
            f"{url}record/collections/inbox/objects/",
            json={"objects": objects},
            headers={"Accept": told, "Content-Type": told},
        )
        assert sent.status_code == 202, sent.text

    send(VENDOR, GROUP, MALWARE)
    desk.poll()
    assert not any(one.claim.predicate == "uses" for one in ledger.claims())
    send(link(20, GROUP, "uses", MALWARE, created_by_ref=VENDOR["id"]))
    desk.poll()
    [stored] = [one for one in ledger.claims() if one.claim.predicate == "uses"]
    assert stored.claim.claimants[0].id == "company:mandiant"


def test_a_server_that_is_none_is_told(new_desk: NewDesk, site: Site) -> None:
    site.serve("/taxii2/", "<html></html>")
    [report] = new_desk(taxii(site.url("/taxii2/"))).poll()
    assert report.fault == "answered something that is no JSON; check the address"


@pytest.mark.parametrize(
    "told",
    ['{"objects": 5}', '{"objects": {"a": 1}}', "{}", '{"more": true}', '{"objects": [7, null]}'],
)
def test_odd_answers_are_no_fault_of_ours(site: Site, new_desk: NewDesk, told: str) -> None:
    site.serve("/collections/1/objects/", told)
    [report] = new_desk(taxii(site.url("/collections/1/"))).poll()
    assert "fault of the program" not in str(report)
