"""The real taxii2-client, end to end."""

from __future__ import annotations

from typing import Any

import pytest

from tests.share.stix.bundles import extension, faults, objects
from tests.share.taxii.conftest import Serve
from vidocq.ledger import Ledger
from vidocq.share import Selection

taxii2client = pytest.importorskip("taxii2client.v21", reason="taxii2-client is not installed")


def by_title(server: Any, title: str) -> Any:
    [root] = server.api_roots
    [found] = [one for one in root.collections if one.title == title]
    return found


def paged(collection: Any, size: int = 40, **filters: Any) -> list[dict[str, Any]]:
    pages = taxii2client.as_pages(collection.get_objects, per_request=size, **filters)
    return [one for page in pages for one in page.get("objects", ())]


def test_the_whole_record_comes_page_by_page(serve: Serve, record: Ledger) -> None:
    server = taxii2client.Server(serve(page=50))
    assert server.title == "Vidocq"
    assert server.default.title == "Vidocq"
    got = paged(by_title(server, "All"))
    expected = {one["id"]: one for one in objects(record)}
    assert len(got) == len(expected)
    assert {one["id"]: one for one in got} == expected


def test_each_accused_state_and_each_followed_actor_has_a_collection(
    serve: Serve, record: Ledger
) -> None:
    server = taxii2client.Server(serve(followed=("APT31",)))
    china = paged(by_title(server, "Accused: China"))
    assert {one["id"] for one in china} == {
        one["id"] for one in objects(record, Selection(state="China"))
    }
    followed = paged(by_title(server, "Followed: APT31"))
    assert {one["id"] for one in followed} == {
        one["id"] for one in objects(record, Selection(actor="APT31"))
    }
    titles = {one.title for one in server.api_roots[0].collections}
    assert {"All", "Inbox", "Accused: Russia", "Accused: Iran"} <= titles


def test_what_a_collection_gives_is_valid_stix(serve: Serve) -> None:
    import json

    collection = by_title(taxii2client.Server(serve()), "Accused: Russia")
    bundle = {
        "type": "bundle",
        "id": "bundle--00000000-0000-4000-8000-000000000000",
        "objects": paged(collection),
    }
    assert faults(json.dumps(bundle)) == []


def test_filters_by_type_and_id(serve: Serve) -> None:
    collection = by_title(taxii2client.Server(serve()), "All")
    notes = collection.get_objects(type="note")["objects"]
    assert {one["type"] for one in notes} == {"note"}
    first = notes[0]["id"]
    assert collection.get_object(first)["objects"] == [notes[0]]
    assert collection.get_objects(id=[first, "note--nothing"])["objects"] == [notes[0]]


def test_manifest_and_versions(serve: Serve) -> None:
    collection = by_title(taxii2client.Server(serve()), "All")
    entries = collection.get_manifest()["objects"]
    got = {one["id"]: one for one in paged(collection)}
    assert [one["id"] for one in entries] == list(got)
    for entry in entries:
        told = got[entry["id"]]
        assert entry["version"] == told.get("modified", entry["date_added"])
    assert collection.object_versions(entries[0]["id"])["versions"] == [entries[0]["version"]]


def test_a_client_that_polls_gets_what_is_new_and_nothing_twice(
    serve: Serve, record: Ledger
) -> None:
    from tests.ledger.reports import OTHER_READ

    collection = by_title(taxii2client.Server(serve()), "All")
    entries = collection.get_manifest()["objects"]
    last = entries[-1]["date_added"]
    assert collection.get_manifest(added_after=last) == {}
    record.record([OTHER_READ], extractor="later")
    fresh = collection.get_objects(added_after=last)["objects"]
    before = {entry["id"]: entry["version"] for entry in entries}
    for one in fresh:
        assert one.get("modified") != before.get(one["id"])
    assert {"note", "report", "relationship"} <= {one["type"] for one in fresh}
    assert "Microsoft" in " ".join(str(one.get("authors")) for one in fresh)


def test_a_retracted_claim_comes_as_revoked(serve: Serve, record: Ledger) -> None:
    collection = by_title(taxii2client.Server(serve()), "All")
    notes = collection.get_objects(type="note")["objects"]
    last = collection.get_manifest()["objects"][-1]["date_added"]
    gone = next(one for one in notes if "Hafnium" in one["abstract"])
    told = extension(gone)["claim"]
    record.retract(told, by="a person", reason="misread")
    fresh = collection.get_objects(added_after=last, type="note")["objects"]
    assert [one["id"] for one in fresh if one.get("revoked")] == [gone["id"]]
    [word] = [one for one in fresh if "revoked" not in one]
    assert (word["authors"], word["object_refs"]) == (["a person"], [gone["id"]])
    assert len(collection.object_versions(gone["id"])["versions"]) == 2
    [first] = collection.get_object(gone["id"], version="first")["objects"]
    assert first == gone


def test_what_is_added_to_the_inbox_becomes_claims(serve: Serve, record: Ledger) -> None:
    from tests.share.stix.producers import GROUP, MALWARE, VENDOR, link

    inbox = by_title(taxii2client.Server(serve()), "Inbox")
    assert inbox.can_write
    made = link(20, GROUP, "uses", MALWARE, created_by_ref=VENDOR["id"])
    status = inbox.add_objects({"objects": [VENDOR, GROUP, MALWARE, made]})
    assert (status.status, status.success_count, status.failure_count) == ("complete", 4, 0)
    assert len(inbox.get_objects()["objects"]) == 4
    [stored] = [one for one in record.claims() if one.claim.subject.text == "APT41"]
    assert stored.claim.claimants[0].id == "company:mandiant"
    followed = by_title(taxii2client.Server(serve(followed=("APT41",))), "Followed: APT41")
    assert "PlugX" in {one.get("name") for one in paged(followed)}


def test_a_relationship_may_come_later_than_its_ends(serve: Serve, record: Ledger) -> None:
    from tests.share.stix.producers import GROUP, MALWARE, link

    inbox = by_title(taxii2client.Server(serve()), "Inbox")
    inbox.add_objects({"objects": [GROUP, MALWARE]})
    assert not any(one.claim.subject.text == "APT41" for one in record.claims())
    inbox.add_objects({"objects": [link(20, GROUP, "uses", MALWARE)]})
    assert any(one.claim.subject.text == "APT41" for one in record.claims())


def test_a_wrong_object_fails_alone(serve: Serve) -> None:
    from tests.share.stix.producers import GROUP, MALWARE

    inbox = by_title(taxii2client.Server(serve()), "Inbox")
    wrong = {name: value for name, value in MALWARE.items() if name != "is_family"}
    status = inbox.add_objects({"objects": [GROUP, wrong]})
    assert (status.success_count, status.failure_count) == (1, 1)
    assert status.failures[0]["id"] == MALWARE["id"]
    assert "is_family" in status.failures[0]["message"]
    assert [one["id"] for one in inbox.get_objects()["objects"]] == [GROUP["id"]]


@pytest.mark.parametrize("scheme", ["token", "basic"])
def test_a_token_or_a_password_is_asked_for(serve: Serve, scheme: str) -> None:
    from requests.exceptions import HTTPError
    from taxii2client.common import TokenAuth

    address = serve(read_token="r" * 20, write_token="w" * 20)
    with pytest.raises(HTTPError, match="401"):
        _ = taxii2client.Server(address).title

    def server(secret: str) -> Any:
        if scheme == "token":
            return taxii2client.Server(address, auth=TokenAuth(secret))
        return taxii2client.Server(address, user="anybody", password=secret)

    with pytest.raises(HTTPError, match="401"):
        _ = server("x" * 20).title
    reader, writer = by_title(server("r" * 20), "Inbox"), by_title(server("w" * 20), "Inbox")
    assert (reader.can_read, reader.can_write) == (True, False)
    assert (writer.can_read, writer.can_write) == (True, True)
