"""Adding: preview, verdicts, and what the record keeps of them."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from starlette.testclient import TestClient

from tests.web.conftest import HERE
from tests.web.forms import send, token_of
from vidocq.ledger import open_ledger
from vidocq.model import Claim, EntityType, Polarity, Predicate, Reference, Span
from vidocq.web.adding.correcting import claimants_text, corrected
from vidocq.web.adding.drafts import Drafts
from vidocq.web.asked import BadQuestion
from vidocq.web.settings import WebLimits

REPORT = """The EU blames Iran

BRUSSELS, 8 September 2022 - The European Union said that Iran carried out the cyberattack on Albania.

Tehran denied any involvement in the cyberattack on Albania.
"""


def preview(client: TestClient, **fields: str) -> str:
    done = send(client, "/add", fields)
    assert done.status_code == 303, done.text
    return str(done.headers["location"])


def verdicts(page: str) -> list[str]:
    return sorted(set(re.findall(r'name="verdict(-\d+-\d+)"', page)))


def test_nothing_is_recorded_before_it_is_accepted(own: TestClient) -> None:
    before = own.get("/home.json").json()["documents"]
    address = preview(own, text=REPORT, published="2022-09-08")
    page = own.get(address).text
    assert len(verdicts(page)) >= 2
    assert "8 September 2022" in page
    assert own.get("/home.json").json()["documents"] == before
    assert send(own, address, {"action": "discard"}).headers["location"] == "/add"
    assert own.get(address).status_code == 404
    assert own.get("/home.json").json()["documents"] == before


def test_accepted_corrected_and_rejected_claims(own: TestClient, tmp_path: Path) -> None:
    address = preview(own, text=REPORT, published="2022-09-08", publisher="Example Wire")
    first, second, *_ = verdicts(own.get(address).text)
    done = send(
        own,
        address,
        {
            "action": "record",
            "person": "Ada Byron",
            f"verdict{first}": "correct",
            f"confidence{first}": "moderate",
            f"claimants{first}": "bloc:eu | European Union | Josep Borrell",
            f"reason{first}": "it says so further down",
            f"verdict{second}": "reject",
        },
    )
    assert done.status_code == 303, done.text
    document = own.get(done.headers["location"] + ".json").json()
    assert document["document"]["publisher"] == "Example Wire"
    with open_ledger(str(tmp_path / "own.sqlite"), read_only=True) as ledger:
        correction, rejection = ledger.judgements()
        assert correction.kind == "correct"
        assert (correction.by, correction.reason) == ("Ada Byron", "it says so further down")
        assert rejection.kind == "retract"
        assert correction.replacement is not None
        better = ledger.claim(correction.replacement)
        assert better.claim.confidence == "moderate"
        assert better.claim.claimants[0].speaker == "Josep Borrell"
        assert better.corrected_by == "Ada Byron"
        read = ledger.claim(correction.claim)
        assert read.claim.confidence is None, "what the program read stays as it read it"
        assert read.ended_at is not None
        assert ledger.claim(rejection.claim).ended_at is not None
    ids = {one["stored"]["id"] for one in document["claims"]}
    assert correction.replacement in ids
    assert correction.claim not in ids
    assert rejection.claim not in ids


def test_a_wrong_correction_records_nothing_and_keeps_what_was_entered(own: TestClient) -> None:
    before = own.get("/home.json").json()["documents"]
    address = preview(own, text=REPORT)
    first = verdicts(own.get(address).text)[0]
    answer = send(
        own,
        address,
        {
            "action": "record",
            "person": "Ada",
            f"verdict{first}": "correct",
            f"subject_id{first}": "no id",
            f"subject_text{first}": "my words",
        },
    )
    assert answer.status_code == 400
    assert "no id like group:apt31" in answer.text
    assert 'value="my words"' in answer.text
    assert own.get("/home.json").json()["documents"] == before


def test_files_are_added_each_as_a_document(own: TestClient) -> None:
    token = token_of(own, "/add")
    done = own.post(
        "/add",
        data={"token": token},
        files=[
            ("files", ("../../one.txt", REPORT.encode(), "text/plain")),
            (
                "files",
                ("two.html", f"<html><body><p>{REPORT}</p></body></html>".encode(), "text/html"),
            ),
            ("files", ("three.bin", b"\x00\x01\x02\x03" * 200, "text/plain")),
        ],
        headers={"Origin": HERE},
    )
    page = own.get(done.headers["location"]).text
    assert "three.bin" in page, "what cannot be read says so"
    recorded = send(own, done.headers["location"], {"action": "record", "person": "Ada"})
    document = own.get(recorded.headers["location"] + ".json").json()["document"]
    assert "/" not in document["sources"][0], "a name is no path"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:22/",
        "http://localhost/admin",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://10.0.0.1/",
        "http://0x7f000001/",
        "file:///etc/passwd",
        "/etc/passwd",
        "ftp://example.org/x",
    ],
)
def test_add_fetches_nothing_of_the_inside(own: TestClient, address: str) -> None:
    done = send(own, "/add", {"address": address})
    page = own.get(done.headers["location"]).text
    assert "Could not be read" in page
    assert "root:" not in page
    assert not verdicts(page)


def test_nothing_given_is_told(own: TestClient) -> None:
    answer = send(own, "/add", {"text": "  "})
    assert answer.status_code == 400
    assert "Give a text" in answer.text


def test_a_claim_is_judged_on_its_page(own: TestClient) -> None:
    id = own.get("/home.json").json()["newest"][0]["passage"]["claim"]
    assert send(own, f"/claim/{id}", {"judgement": "retract", "person": "Ada"}).status_code == 400
    send(own, f"/claim/{id}", {"judgement": "retract", "person": "Ada", "reason": "a joke"})
    page = own.get(f"/claim/{id}").text
    assert "no longer in force" in page
    assert "a joke" in page
    send(own, f"/claim/{id}", {"judgement": "restore", "person": "Ada", "reason": "no joke"})
    assert "no longer in force" not in own.get(f"/claim/{id}").text


def test_names_are_decided_on_and_the_decision_undone(own: TestClient) -> None:
    fields = {"a": "APT31", "b": "APT40", "person": "Ada", "reason": "a report says so"}
    assert send(own, "/decisions", {**fields, "decision": "same"}).status_code == 303
    (made,) = own.get("/decisions.json").json()
    assert (made["kind"], made["by"], made["reason"]) == ("same", "Ada", "a report says so")
    assert own.get("/actor/APT31.json").json()["id"] == own.get("/actor/APT40.json").json()["id"]
    send(own, "/decisions", {**fields, "decision": "undo"})
    assert own.get("/decisions.json").json() == []
    assert len(own.get("/decisions.json?history=true").json()) == 2


QUOTE = "Paris says that the group did it."
CLAIM = Claim(
    predicate=Predicate.ATTRIBUTED_TO,
    subject=Reference(EntityType.INCIDENT, "it", "incident:it"),
    object=Reference(EntityType.GROUP, "the group", "group:x"),
    claimants=(Reference(EntityType.STATE, "Paris", "state:FR", speaker="a minister"),),
    quote=QUOTE,
    span=Span(0, len(QUOTE)),
)


def test_a_correction_changes_what_is_given_and_nothing_else() -> None:
    better = corrected(
        CLAIM,
        {"polarity": "denied", "said_on": "2021-07", "object_id": "group:y", "object_text": "Y"},
    )
    assert better.polarity is Polarity.DENIED
    assert better.said_on == "2021-07"
    assert better.object == Reference(EntityType.GROUP, "Y", "group:y")
    assert (better.quote, better.span, better.claimants) == (
        CLAIM.quote,
        CLAIM.span,
        CLAIM.claimants,
    )


def test_the_claimants_form_gives_the_same_claimants_back() -> None:
    assert corrected(CLAIM, {"claimants": claimants_text(CLAIM)}) == CLAIM
    assert corrected(CLAIM, {"claimants": ""}).claimants == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"predicate": "hacks"},
        {"polarity": "maybe"},
        {"confidence": "total"},
        {"subject_id": "", "subject_text": ""},
        {"object_id": "planet:mars", "object_text": "Mars"},
        {"claimants": "just words"},
        {"event_time": "last year"},
        {"subject_id": "group:" + "x" * 400, "subject_text": "x"},
    ],
)
def test_a_correction_outside_the_vocabulary_is_refused(fields: dict[str, str]) -> None:
    with pytest.raises(BadQuestion):
        corrected(CLAIM, fields)


def test_the_oldest_preview_is_given_up_where_there_are_too_many() -> None:
    drafts = Drafts(msgspec.structs.replace(WebLimits(), drafts=2))
    names = [drafts.keep((), (), "vidocq") for _ in range(3)]
    assert [drafts.get(name) is not None for name in names] == [False, True, True]


def test_a_program_has_a_report_read_and_recorded(own: TestClient) -> None:
    asked = {"text": REPORT, "published": "2022-09-08", "publisher": "Example Wire"}
    told = own.post("/read.json", json=asked).json()
    assert told["recorded"] is False
    (document,) = told["documents"]
    claim = document["claims"][0]
    assert document["text"][slice(*claim["span"])] == claim["quote"]
    assert own.get(f"/document/{document['sha256']}.json").status_code == 404
    assert own.post("/read.json", json={**asked, "record": True}).json()["recorded"] is True
    stored = own.get(f"/document/{document['sha256']}.json").json()["claims"][0]["stored"]
    better = {**stored["claim"], "confidence": "low"}
    word = {"judgement": "correct", "person": "Ada", "reason": "as it says", "replacement": better}
    judged = own.post(f"/claim/{stored['id']}/judgement.json", json=word).json()
    assert own.get(f"/claim/{judged['replacement']}.json").json()["claim"]["confidence"] == "low"


def test_a_program_decides_on_names(own: TestClient) -> None:
    word = {"a": "APT31", "b": "APT40", "decision": "distinct", "person": "Ada"}
    assert own.post("/decisions.json", json=word).json()["kind"] == "distinct"
    assert own.get("/decisions.json").json()[0]["by"] == "Ada"


def test_a_program_must_send_json_and_from_no_other_site(own: TestClient) -> None:
    word = {"a": "APT31", "b": "APT40", "decision": "same", "person": "Eve"}
    assert own.post("/decisions.json", data=word).status_code == 415
    foreign = own.post("/decisions.json", json=word, headers={"Origin": "https://example.org"})
    assert foreign.status_code == 403
    assert own.post("/decisions.json", json={**word, "decision": "maybe"}).status_code == 400
    assert own.get("/decisions.json").json() == []


def test_a_report_with_very_many_claims_can_be_judged(own: TestClient) -> None:
    states = ("Iran", "China", "Russia", "North Korea")
    report = "\n\n".join(
        f"The United States said that {state} carried out the cyberattack on the port of Town{n}."
        for n in range(100)
        for state in states
    )
    address = preview(own, text=report)
    page = own.get(address).text
    assert len(verdicts(page)) > 80
    fields = {f"event_time-0-{n}": "" for n in range(5000)}
    done = send(own, address, {"action": "record", "person": "Ada", **fields})
    assert done.status_code == 303
    assert len(own.get(done.headers["location"] + ".json").json()["claims"]) == len(verdicts(page))
