"""Who may do what, how much, and from where."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import HERE, explorer
from tests.web.forms import send, token_of
from vidocq.web import WebRole
from vidocq.web.security.forgery import new_visit, token_for, token_holds
from vidocq.web.security.limits import Rate
from vidocq.web.security.visitors import role_of_session, session_for
from vidocq.web.settings import WebLimits, is_loopback

TOKENS = {WebRole.READ: "r" * 20, WebRole.CURATE: "c" * 20}


def test_every_answer_has_the_strict_headers(examples: TestClient) -> None:
    for address in ("/", "/home.json", "/assets/page.js", "/nothing", "/timeline.json?limit=0"):
        policy = examples.get(address).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert examples.get(address).headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("host", "served"),
    [
        ("127.0.0.1:8765", True),
        ("localhost", True),
        ("[::1]:8765", True),
        ("rebound.example.org", False),
        ("127.0.0.1.example.org", False),
        ("", False),
    ],
)
def test_without_a_token_only_this_machines_names_are_served(
    examples: TestClient,
    host: str,
    served: bool,
) -> None:
    assert (examples.get("/api", headers={"Host": host}).status_code == 200) is served


def test_beyond_this_machine_a_token_is_needed(record: str) -> None:
    with explorer(record, tokens=TOKENS) as client:
        refused = client.get("/home.json")
        assert refused.status_code == 401
        assert refused.json()["error"]["kind"] == "sign-in"
        assert (
            client.get("/timeline?limit=3").headers["location"]
            == "/sign-in?next=/timeline%3Flimit%3D3"
        )
        wrong = client.get("/home.json", headers={"Authorization": "Bearer " + "x" * 20})
        assert wrong.status_code == 401
        right = client.get(
            "/home.json", headers={"Authorization": "Bearer " + TOKENS[WebRole.READ]}
        )
        assert right.status_code == 200


def test_a_browser_signs_in_and_out(record: str) -> None:
    with explorer(record, tokens=TOKENS) as client:
        assert send(client, "/sign-in", {"secret": "wrong"}).status_code == 403
        done = send(client, "/sign-in", {"secret": TOKENS[WebRole.READ], "next": "/timeline"})
        assert done.headers["location"] == "/timeline"
        assert "HttpOnly" in done.headers["set-cookie"]
        assert "samesite=strict" in done.headers["set-cookie"].lower()
        assert client.get("/timeline").status_code == 200
        assert client.get("/add").status_code == 403, "a reader may not add"
        client.post("/sign-out", data={"token": token_of(client, "/sign-in")})
        assert client.get("/home.json").status_code == 401


def test_a_sign_in_leads_to_no_other_site(record: str) -> None:
    with explorer(record, tokens=TOKENS) as client:
        for elsewhere in ("https://example.org/", "//example.org", "/\\example.org"):
            done = send(client, "/sign-in", {"secret": TOKENS[WebRole.READ], "next": elsewhere})
            assert done.headers["location"] == "/"


def test_a_sign_in_ends_and_cannot_be_made_up() -> None:
    cookie = session_for(b"secret", WebRole.READ, now=1000)
    assert role_of_session(b"secret", cookie, now=2000) is WebRole.READ
    assert role_of_session(b"secret", cookie, now=1000 + 12 * 3600) is None
    assert role_of_session(b"other", cookie, now=2000) is None
    assert role_of_session(b"secret", cookie.replace("read", "curate"), now=2000) is None
    assert role_of_session(b"secret", "curate.x.y", now=0) is None


def test_a_read_only_explorer_changes_nothing(record: str) -> None:
    with explorer(record, open_role=WebRole.READ) as client:
        assert client.get("/").status_code == 200
        assert 'href="/add"' not in client.get("/").text
        answer = client.post("/decisions", data={"a": "APT31", "b": "APT40", "decision": "same"})
        assert answer.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Origin": HERE, "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_form_of_another_site_is_refused(own: TestClient, headers: dict[str, str]) -> None:
    fields = {"a": "APT31", "b": "APT40", "decision": "same", "person": "Eve"}
    answer = own.post("/decisions", data={**fields, "token": token_of(own)}, headers=headers)
    assert answer.status_code == 403
    assert own.get("/decisions.json").json() == []


def test_a_form_without_our_token_is_refused(own: TestClient) -> None:
    fields = {"a": "APT31", "b": "APT40", "decision": "same", "person": "Eve"}
    assert own.post("/decisions", data=fields, headers={"Origin": HERE}).status_code == 403
    assert own.get("/decisions.json").json() == []


def test_a_token_holds_for_its_visit_alone() -> None:
    visit = new_visit()
    token = token_for(b"secret", visit)
    assert token_holds(b"secret", visit, token)
    assert token != token_for(b"secret", visit), "it differs in every page"
    assert not token_holds(b"secret", new_visit(), token)
    assert not token_holds(b"other", visit, token)
    assert not token_holds(b"secret", None, token)
    assert not token_holds(b"secret", visit, None)


def test_a_large_request_is_refused(record: str) -> None:
    with explorer(record, limits=WebLimits(body=2000)) as client:
        declared = client.post("/add", data={"text": "x" * 3000})
        assert declared.status_code == 413
        streamed = client.post(
            "/add",
            content=iter([b"x" * 1500, b"x" * 1500]),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )
        assert streamed.status_code == 413


def test_too_many_changes_are_refused(record: str) -> None:
    with explorer(record, limits=WebLimits(changes=3)) as client:
        codes = [client.post("/sign-out").status_code for _ in range(5)]
        assert codes == [303, 303, 303, 429, 429]
        assert client.get("/").status_code == 200, "reading goes on"


def test_a_rate_fills_up_again() -> None:
    rate = Rate(60)
    assert [rate.allows("a", 0.0) for _ in range(61)] == [True] * 60 + [False]
    assert rate.allows("b", 0.0), "each visitor has a rate of its own"
    assert rate.allows("a", 1.0)
    assert not rate.allows("a", 1.0)


def test_an_answer_that_takes_too_long_is_given_up(record: str) -> None:
    with explorer(record, limits=WebLimits(seconds=1e-9)) as client:
        answer = client.get("/home.json")
        assert answer.status_code == 503
        assert answer.json()["error"]["kind"] == "timeout"


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("example.org", False),
    ],
)
def test_hosts_of_this_machine(host: str, own: bool) -> None:
    assert is_loopback(host) is own
