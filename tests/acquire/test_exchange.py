"""Requests with headers and bodies: what is sent where, and what comes back."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler

import pytest

from tests.acquire.conftest import Site
from vidocq.acquire.exchange import Answer, Request, exchange
from vidocq.acquire.limits import Limits, Refused


def ask(address: str, **more: object) -> Answer:
    request = Request(address=address, **more)  # type: ignore[arg-type]
    return exchange(request, Limits(seconds=10.0), allow_private_addresses=True)


def echo(site: Site, path: str) -> tuple[str, list[dict[str, str]]]:
    """An address that keeps the headers that are sent to it."""
    kept: list[dict[str, str]] = []

    def answer(request: BaseHTTPRequestHandler) -> None:
        kept.append({name.lower(): value for name, value in request.headers.items()})
        request.send_response(200)
        request.send_header("Content-Length", "0")
        request.end_headers()

    site.answers[path] = answer
    return site.url(path), kept


def test_headers_are_sent_beside_those_of_every_request(site: Site) -> None:
    address, kept = echo(site, "/a")
    ask(address, headers={"accept": "application/json", "If-None-Match": '"7"'})
    assert kept[0]["accept"] == "application/json" and kept[0]["if-none-match"] == '"7"'
    assert kept[0]["user-agent"].startswith("Vidocq/")


def test_every_status_is_an_answer_and_bodies_of_faults_are_left(site: Site) -> None:
    busy = ask(site.serve("/busy", b"later", status=503, Retry_After="7"))
    assert (busy.status, busy.headers["retry-after"], busy.data) == (503, "7", b"")
    assert ask(site.serve("/same", b"", status=304, ETag='"7"')).status == 304


def test_what_authorises_goes_to_the_host_that_was_asked_alone(site: Site) -> None:
    address, kept = echo(site, "/there")
    site.serve("/near", b"", status=302, Location="/there")
    site.serve("/far", b"", status=302, Location=address.replace("127.0.0.1", "localhost"))
    for path in ("/near", "/far"):
        ask(site.url(path), headers={"Authorization": "Bearer secret"})
    assert [one.get("authorization") for one in kept] == ["Bearer secret", None]


def test_an_address_of_the_inside_is_refused_for_a_post_too(site: Site) -> None:
    with pytest.raises(Refused, match="not of the public Internet"):
        exchange(Request(address=site.url("/hook"), body=b"{}"), Limits())
    assert site.requests == []
