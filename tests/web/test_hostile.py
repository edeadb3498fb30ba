"""A record in which every field attacks the page: nothing of it becomes markup, script or a path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import explorer
from tests.web.hostile import ATTACKS
from vidocq.web.entities import visible, web_address

PAGES = (
    "/",
    "/accusations",
    "/accusations/claims?by=France&of=China",
    "/actor/state:CN",
    "/actor/state:FR",
    "/timeline",
    "/conflicts",
    "/search?words=report",
)


@pytest.fixture(scope="module")
def hostile(hostile_record: str) -> Iterator[TestClient]:
    with explorer(hostile_record) as client:
        yield client


class Markup(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def pages(client: TestClient) -> list[str]:
    told = client.get("/timeline.json?limit=100").json()
    documents = [one["quotes"][0]["document"] for one in told]
    claims = [one["quotes"][0]["claim"] for one in told]
    entities = [quote(one["subject_id"], safe="") for one in told]
    return [
        *PAGES,
        *(f"/document/{one}" for one in documents),
        *(f"/claim/{one}" for one in claims),
        *(f"/incident/{one}" for one in entities),
    ]


def test_no_attack_becomes_markup(hostile: TestClient) -> None:
    addresses = pages(hostile)
    assert len(addresses) > 20
    for address in addresses:
        answer = hostile.get(address)
        assert answer.status_code == 200, (address, answer.text[:300])
        for tag, attributes in Markup(answer.text).tags:
            assert not any(name.startswith("on") or name == "style" for name in attributes), address
            if tag == "script":
                assert (attributes.get("src") or "").startswith("/assets/"), address
            assert tag not in ("iframe", "object", "embed", "base", "style"), address
            if tag in ("img", "svg") and "class" not in attributes:
                raise AssertionError(f"{address}: <{tag}> with {attributes}")
            for name in ("href", "src", "action"):
                assert not re.match(
                    r"\s*(javascript|data|vbscript):", attributes.get(name) or "", re.I
                )


def test_no_mark_turns_the_direction_of_the_page(hostile: TestClient) -> None:
    for address in pages(hostile):
        page = hostile.get(address).text
        # A field of a correction holds the words as they are, and a field is a box of its own.
        shown = re.sub(r'value="[^"]*"|<textarea.*?</textarea>', "", page, flags=re.DOTALL)
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", shown), address


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_can_be_asked_for(hostile: TestClient, attack: str) -> None:
    for address in (
        f"/actor/{quote(attack, safe='')}",
        f"/search?words={quote(attack)}",
        f"/timeline?name={quote(attack)}",
        f"/accusations?by={quote(attack)}",
        f"/document/{quote(attack, safe='')}",
        f"/claim/{quote(attack, safe='')}.json",
    ):
        answer = hostile.get(address)
        assert answer.status_code in (200, 400, 404), (address, answer.status_code)
        assert "<script>window" not in answer.text
        assert "onerror=" not in re.sub("&[#a-z0-9]+;[^<>]*", "", answer.text)


def test_the_record_survives_the_attacks(hostile: TestClient) -> None:
    assert hostile.get("/home.json").json()["documents"] == len(ATTACKS)


def test_a_formula_in_a_cell_is_no_formula(hostile: TestClient) -> None:
    table = hostile.get("/timeline.csv?limit=100").text
    assert "'=HYPERLINK(1)" in table
    assert not re.search(r'(^|,)"?=HYPERLINK', table)


@pytest.mark.parametrize(
    "path", ["/assets/../settings.py", "/assets/%2e%2e/settings.py", "/assets//etc/passwd"]
)
def test_no_file_beside_the_assets_is_served(hostile: TestClient, path: str) -> None:
    assert hostile.get(path).status_code == 404


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("javascript:alert(1)", None),
        ('https://example.org/"onclick=', None),
        ("file:///etc/passwd", None),
        ("//example.org", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_are_linked(text: str | None, address: str | None) -> None:
    assert web_address(text) == address


def test_a_turning_mark_is_shown_in_its_place() -> None:
    assert visible("a\u202eb\u2066c") == "a\ufffdb\ufffdc"
