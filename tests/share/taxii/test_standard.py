"""The normative statements of TAXII 2.1, each shown by the test that docs/taxii.md names beside it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.share.stix.producers import GROUP, MALWARE
from tests.share.taxii.conftest import TAXII, Client, Serve
from vidocq.ledger import Ledger

TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")

INBOX = "collections/inbox/objects/"
ALL = "collections/all/objects/"


def test_every_test_named_in_the_docs_is_there(repository: Path) -> None:
    page = (repository / "docs" / "taxii.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", page))
    folder = Path(__file__).parent
    there = {
        name
        for path in folder.glob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert len(named) > 25
    assert named <= there


# Media types and errors --------------------------------------------


@pytest.mark.parametrize(
    "path", ["", "collections/", "collections/all/", ALL, "collections/all/manifest/"]
)
def test_every_answer_has_the_media_type_of_taxii(client: Client, path: str) -> None:
    assert client.get(path).headers["content-type"] == TAXII
    assert client.get(client.discovery).headers["content-type"] == TAXII
    assert client.get("collections/none/").headers["content-type"] == TAXII


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("application/taxii+json;version=2.1", 200),
        ("application/taxii+json; version=2.1", 200),
        ("application/taxii+json", 200),
        ("text/html, application/taxii+json;version=2.1;q=0.5", 200),
        ("*/*", 200),
        ("application/taxii+json;version=2.0", 406),
        ("application/vnd.oasis.taxii+json; version=2.0", 406),
        ("application/json", 406),
        ("application/taxii+json;q=0", 406),
        ("", 406),
    ],
)
def test_a_client_that_takes_no_taxii_2_1_is_refused(
    client: Client, accept: str, status: int
) -> None:
    for path in (client.discovery, "", "collections/", ALL):
        assert client.get(path, headers={"Accept": accept}).status_code == status


def test_an_error_is_an_error_message(client: Client) -> None:
    answer = client.get("collections/none/")
    assert answer.status_code == 404
    told = answer.json()
    assert told["title"] == "No such collection"
    assert told["http_status"] == "404"
    assert set(told) <= {"title", "description", "error_id", "error_code", "http_status"}


def test_an_address_that_is_none_is_not_found(client: Client) -> None:
    answer = client.get("nothing/")
    assert (answer.status_code, answer.json()["http_status"]) == (404, "404")


def test_a_method_that_an_endpoint_has_not_is_refused(client: Client) -> None:
    for method in ("PUT", "POST", "DELETE"):
        assert client.ask(method, "collections/").status_code == 405


# Authentication -----------------------------------------------------------------


def test_without_a_secret_there_is_a_challenge(serve: Serve) -> None:
    client = Client(serve(read_token="r" * 20))
    for path in (client.discovery, "", "collections/", ALL):
        answer = client.get(path)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Basic")
        assert answer.json()["http_status"] == "401"


def test_basic_authentication_takes_the_token_as_password(serve: Serve) -> None:
    client = Client(serve(read_token="r" * 20))
    assert client.get(auth=("anybody", "r" * 20)).status_code == 200
    assert client.get(auth=("anybody", "wrong")).status_code == 401
    assert client.get(headers={"Authorization": "Basic !!!"}).status_code == 401


# Discovery, API root, status (section 4) ------------------------------------------------------


def test_discovery_names_the_api_roots_and_the_default(client: Client) -> None:
    told = client.get(client.discovery).json()
    assert told["title"]
    assert told["default"] in told["api_roots"]
    assert told["default"] == f"{client.discovery}record/"


def test_the_api_root_names_its_versions_and_largest_request(client: Client) -> None:
    told = client.get(told_root(client)).json()
    assert told["title"]
    assert TAXII in told["versions"]
    assert told["max_content_length"] > 0


def told_root(client: Client) -> str:
    root: str = client.get(client.discovery).json()["default"]
    return root


def test_the_status_of_added_objects_can_be_asked_again(client: Client) -> None:
    told = client.post(INBOX, {"objects": [GROUP]}).json()
    assert client.get(f"status/{told['id']}/").json() == told
    assert client.get("status/nothing/").status_code == 404


def test_a_status_counts_what_it_lists(client: Client) -> None:
    told = client.post(INBOX, {"objects": [GROUP, {"type": "malware"}]}).json()
    assert told["status"] == "complete"
    assert TIMESTAMP.fullmatch(told["request_timestamp"])
    assert told["total_count"] == 2 == told["success_count"] + told["failure_count"]
    assert len(told["successes"]) == told["success_count"] == 1
    assert len(told["failures"]) == told["failure_count"] == 1
    assert told["successes"][0] == {"id": GROUP["id"], "version": GROUP["modified"]}
    assert "message" in told["failures"][0]


# Collections (sections 5.1, 5.2) --------------------------------------------------------------


def test_a_collection_says_what_it_is_and_what_one_may_do(client: Client) -> None:
    found = client.get("collections/").json()["collections"]
    for one in found:
        assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", one["id"])
        assert one["title"] and one["can_read"] is True
        assert one["media_types"] == ["application/stix+json;version=2.1"]
    assert [one["alias"] for one in found if one["can_write"]] == ["inbox"]
    assert len({one["id"] for one in found}) == len(found)


def test_a_collection_is_found_by_id_and_by_alias(client: Client) -> None:
    for one in client.get("collections/").json()["collections"]:
        assert client.get(f"collections/{one['id']}/").json() == one
        assert client.get(f"collections/{one['alias']}/").json() == one


def test_ids_of_collections_stay(client: Client, serve: Serve, tmp_path: Path) -> None:
    again = Client(serve(folder=str(tmp_path / "other"), followed=("APT31", "Nobody Spider")))
    assert again.get("collections/").json() == client.get("collections/").json()


def test_a_collection_of_an_actor_not_on_record_is_empty(client: Client) -> None:
    answer = client.get("collections/actor-nobody-spider/objects/")
    assert (answer.status_code, answer.json()) == (200, {})


# Objects, manifests, pages (sections 5.3, 5.4) ---------------------------------------


def pages(client: Client, path: str, **filters: Any) -> list[dict[str, Any]]:
    found = []
    params = dict(filters)
    while True:
        answer = client.get(path, params=params).json()
        found.append(answer)
        if not answer.get("more"):
            return found
        params = filters | {"next": answer["next"]}


@pytest.mark.parametrize("path", [ALL, "collections/all/manifest/"])
def test_pages_follow_each_other_without_gap_or_overlap(client: Client, path: str) -> None:
    small, large = pages(client, path, limit=7), pages(client, path)
    assert all(len(page["objects"]) == 7 for page in small[:-1])
    assert all(len(page["objects"]) == 50 for page in large[:-1]), "the server's own limit"
    ids = [one["id"] for page in small for one in page["objects"]]
    assert ids == [one["id"] for page in large for one in page["objects"]]
    assert len(ids) == len(set(ids)) > 200
    assert "next" not in small[-1] and "more" not in small[-1]


def test_a_limit_above_the_servers_is_the_servers(client: Client) -> None:
    assert len(client.get(ALL, params={"limit": 10**9}).json()["objects"]) == 50


def test_objects_come_in_the_order_they_were_added(client: Client) -> None:
    entries = [
        one for page in pages(client, "collections/all/manifest/") for one in page["objects"]
    ]
    added = [one["date_added"] for one in entries]
    assert added == sorted(added)
    assert all(TIMESTAMP.fullmatch(one) for one in added)
    objects = [one["id"] for page in pages(client, ALL) for one in page["objects"]]
    assert objects == [one["id"] for one in entries]


@pytest.mark.parametrize("path", [ALL, "collections/all/manifest/"])
def test_headers_tell_the_first_and_last_moment_added(client: Client, path: str) -> None:
    entries = client.get("collections/all/manifest/").json()["objects"]
    headers = client.get(path).headers
    assert headers["x-taxii-date-added-first"] == entries[0]["date_added"]
    assert headers["x-taxii-date-added-last"] == entries[-1]["date_added"]


def test_a_manifest_entry_says_id_version_and_media_type(client: Client) -> None:
    entry = client.get("collections/all/manifest/", params={"match[type]": "note"}).json()[
        "objects"
    ][0]
    assert set(entry) == {"id", "date_added", "version", "media_type"}
    assert entry["media_type"] == "application/stix+json;version=2.1"


def test_nothing_to_tell_is_an_empty_answer(client: Client) -> None:
    for path in (ALL, "collections/all/manifest/", INBOX):
        answer = client.get(path, params={"added_after": "2999-01-01T00:00:00Z"})
        assert (answer.status_code, answer.json()) == (200, {})
        assert "x-taxii-date-added-first" not in answer.headers


def test_added_after_leaves_out_that_moment_itself(client: Client) -> None:
    entries = client.get("collections/all/manifest/").json()["objects"]
    first = entries[0]["date_added"]
    later = pages(client, "collections/all/manifest/", added_after=first)
    assert first not in {one["date_added"] for page in later for one in page.get("objects", ())}


@pytest.mark.parametrize(
    "filters",
    [
        {"added_after": "yesterday"},
        {"added_after": "2021-07-19"},
        {"limit": "0"},
        {"limit": "-1"},
        {"limit": "many"},
        {"next": "nowhere"},
        {"match[version]": "newest"},
    ],
)
def test_a_filter_that_makes_no_sense_is_a_bad_request(
    client: Client, filters: dict[str, str]
) -> None:
    answer = client.get(ALL, params=filters)
    assert (answer.status_code, answer.json()["http_status"]) == (400, "400")


def test_filters_join_values_by_or_and_each_other_by_and(client: Client) -> None:
    either = pages(client, ALL, **{"match[type]": "campaign,opinion"})
    found = [one for page in either for one in page["objects"]]
    assert {one["type"] for one in found} == {"campaign", "opinion"}
    campaign = next(one["id"] for one in found if one["type"] == "campaign")
    both = {"match[type]": "opinion", "match[id]": campaign}
    assert client.get(ALL, params=both).json() == {}


def test_filter_by_version_of_stix(client: Client) -> None:
    assert client.get(ALL, params={"match[spec_version]": "2.0"}).json() == {}
    assert client.get(ALL, params={"match[spec_version]": "2.0,2.1"}).json()["objects"]


def test_versions_of_an_object(client: Client) -> None:
    newer = GROUP | {"modified": "2024-01-01T00:00:00.000Z", "name": "APT 41"}
    client.post(INBOX, {"objects": [GROUP]})
    client.post(INBOX, {"objects": [newer]})
    path = f"{INBOX}{GROUP['id']}/"

    def got(**filters: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = client.get(path, params=filters).json().get("objects", [])
        return found

    assert got() == [newer]
    assert got(**{"match[version]": "first"}) == [GROUP]
    assert got(**{"match[version]": "all"}) == [GROUP, newer]
    assert got(**{"match[version]": "first,last"}) == [GROUP, newer]
    assert got(**{"match[version]": GROUP["modified"]}) == [GROUP]
    assert got(**{"match[version]": "2020-01-01T00:00:00.000Z"}) == []
    told = client.get(f"{path}versions/").json()
    assert told == {"versions": [GROUP["modified"], newer["modified"]]}


def test_an_object_that_is_not_there_is_not_found(client: Client) -> None:
    for end in ("", "versions/"):
        assert client.get(f"{ALL}note--nothing/{end}").status_code == 404
        assert client.get(f"collections/none/objects/note--nothing/{end}").status_code == 404
    assert client.ask("DELETE", f"{INBOX}note--nothing/").status_code == 404


# Adding and deleting (sections 5.5, 5.7) -------------------------------------------------------


def test_adding_is_accepted_with_a_status(client: Client) -> None:
    answer = client.post(INBOX, {"objects": [GROUP, MALWARE]})
    assert answer.status_code == 202
    assert answer.headers["content-type"] == TAXII
    assert client.get(INBOX).json()["objects"] == [GROUP, MALWARE]


def test_the_same_version_again_is_a_success_and_changes_nothing(client: Client) -> None:
    client.post(INBOX, {"objects": [GROUP]})
    first = client.get("collections/inbox/manifest/").json()
    assert client.post(INBOX, {"objects": [GROUP]}).json()["success_count"] == 1
    assert client.get("collections/inbox/manifest/").json() == first


def test_a_body_of_another_media_type_is_refused(client: Client) -> None:
    answer = client.post(INBOX, {"objects": [GROUP]}, Content_Type="application/json")
    assert answer.status_code == 415


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"objects": []}', b"\xff", b"[" * 100_000])
def test_a_body_that_is_no_envelope_cannot_be_processed(client: Client, body: bytes) -> None:
    answer = client.ask("POST", INBOX, content=body, headers={"Content-Type": TAXII})
    assert answer.status_code == 422


def test_too_large_a_body_is_refused(serve: Serve) -> None:
    client = Client(serve(body=1000))
    answer = client.post(INBOX, {"objects": [GROUP | {"description": "x" * 2000}]})
    assert answer.status_code == 413


def test_a_collection_that_cannot_be_written_is_forbidden(client: Client, serve: Serve) -> None:
    assert client.post(ALL, {"objects": [GROUP]}).status_code == 403
    assert client.ask("DELETE", f"{ALL}{GROUP['id']}/").status_code == 403
    reader = Client(serve(read_token="r" * 20, write_token="w" * 20))
    headers = {"Authorization": f"Bearer {'r' * 20}"}
    assert reader.post(INBOX, {"objects": [GROUP]}, **headers).status_code == 403


def test_deleting_takes_versions_out_of_the_inbox_and_leaves_the_record(
    client: Client, record: Ledger
) -> None:
    from tests.share.stix.producers import link

    uses = link(20, GROUP, "uses", MALWARE)
    client.post(INBOX, {"objects": [GROUP, MALWARE, uses]})
    claims = {one.id for one in record.claims()}
    assert client.ask("DELETE", f"{INBOX}{uses['id']}/").status_code == 200
    assert client.get(f"{INBOX}{uses['id']}/").status_code == 404
    assert {one.id for one in record.claims()} == claims
    newer = GROUP | {"modified": "2024-01-01T00:00:00.000Z"}
    client.post(INBOX, {"objects": [newer]})
    first = {"match[version]": "first"}
    assert client.ask("DELETE", f"{INBOX}{GROUP['id']}/", params=first).status_code == 200
    assert client.get(f"{INBOX}{GROUP['id']}/versions/").json() == {"versions": [newer["modified"]]}


def test_the_inbox_outlives_the_server(serve: Serve, tmp_path: Path) -> None:
    folder = str(tmp_path / "kept")
    Client(serve(folder=folder)).post(INBOX, {"objects": [GROUP]})
    assert Client(serve(folder=folder)).get(INBOX).json()["objects"] == [GROUP]
