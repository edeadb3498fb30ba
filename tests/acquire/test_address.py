"""Addresses: fetched within bounds, and never from a host of the inside unless that is allowed."""

from __future__ import annotations

import gzip
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.acquire.conftest import Site
from tests.acquire.pages import PAGE, REPORT, pdf
from vidocq.acquire import Limits, read_inputs
from vidocq.acquire.address import fetch
from vidocq.acquire.limits import Refused
from vidocq.acquire.network import is_public
from vidocq.model import Document, ErrorKind, Unreadable


def read(address: str, **limits: float) -> Document | Unreadable:
    given = Limits(**({"seconds": 10.0} | limits))  # type: ignore[arg-type]
    (item,) = read_inputs([address], limits=given, allow_private_addresses=True)
    return item


def kind_of(address: str, **limits: float) -> ErrorKind:
    item = read(address, **limits)
    assert isinstance(item, Unreadable), item
    assert item.message.startswith(f"{item.source}: ")
    return item.kind


def test_a_page_is_read_with_its_address(site: Site) -> None:
    address = site.serve("/monde/paris.html", PAGE.encode(), Content_Type="text/html")
    page = read(address)
    assert isinstance(page, Document)
    assert (page.id, page.source) == ("paris", address)
    assert page.address == "https://courrier.example/monde/paris-accuse"
    assert page.publisher == "Le Courrier du soir"
    assert site.requests == [("/monde/paris.html", f"127.0.0.1:{site.port}")]


def test_text_pdf_and_json_lines_are_told_apart(site: Site) -> None:
    text = read(site.serve("/a", REPORT.encode(), Content_Type="text/plain; charset=utf-8"))
    assert isinstance(text, Document)
    assert (text.text, text.address) == (REPORT, site.url("/a"))
    paper = read(site.serve("/b", pdf([["China denied it."]]), Content_Type="text/html"))
    assert isinstance(paper, Document)
    assert paper.text == "China denied it."
    lines = b'{"text": "One."}\n{"text": "Two."}\n'
    items = read_inputs([site.serve("/c.jsonl", lines)], allow_private_addresses=True)
    assert [item.source for item in items] == [f"{site.url('/c.jsonl')}#{n}" for n in (1, 2)]


def test_redirects_are_followed_but_not_for_ever(site: Site) -> None:
    site.serve("/old", b"", status=302, Location="/new?x=1")
    site.serve("/new?x=1", REPORT.encode())
    moved = read(site.url("/old"))
    assert isinstance(moved, Document)
    assert (moved.source, moved.address) == (site.url("/old"), site.url("/new?x=1"))
    site.serve("/circle", b"", status=301, Location="/circle")
    assert kind_of(site.url("/circle")) is ErrorKind.NETWORK
    site.serve("/file", b"", status=302, Location="file:///etc/passwd")
    assert kind_of(site.url("/file")) is ErrorKind.UNSUPPORTED


@pytest.mark.parametrize(
    ("status", "kind"),
    [(404, ErrorKind.NOT_FOUND), (403, ErrorKind.PERMISSION), (503, ErrorKind.NETWORK)],
)
def test_a_status_is_told(site: Site, status: int, kind: ErrorKind) -> None:
    assert kind_of(site.serve("/x", b"sorry", status=status)) is kind


def test_a_name_and_a_password_are_neither_sent_nor_kept(site: Site) -> None:
    site.serve("/a", REPORT.encode())
    page = read(site.url("/a", host="mary:secret@127.0.0.1"))
    assert isinstance(page, Document)
    assert page.source == page.address == site.url("/a")


def test_a_port_without_a_server_is_a_fault_of_the_network() -> None:
    assert kind_of("http://127.0.0.1:1/") is ErrorKind.NETWORK


# --- where an address may lead -------------------------------------------------------------------


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "127.1", "0"])
def test_this_machine_is_refused_however_it_is_written(site: Site, host: str) -> None:
    site.serve("/a", REPORT.encode())
    (item,) = read_inputs([site.url("/a", host=host)])
    assert isinstance(item, Unreadable)
    assert item.kind is ErrorKind.FORBIDDEN_ADDRESS
    assert "allow private addresses" in item.message
    assert site.requests == []


@pytest.mark.parametrize(
    "address",
    [
        "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::]/",
        "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/", "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://[fd00::1]/",
        "http://224.0.0.1/", "http://240.0.0.1/", "http://255.255.255.255/",
        "http://[64:ff9b::a00:1]/", "http://[2002:7f00:1::]/", "https://127.0.0.1/",
    ],
)  # fmt: skip
def test_hosts_of_the_inside_are_refused(address: str) -> None:
    (item,) = read_inputs([address])
    assert isinstance(item, Unreadable)
    assert item.kind is ErrorKind.FORBIDDEN_ADDRESS


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700:4700::1111", True),
        ("64:ff9b::808:808", True),
        ("64:ff9b::7f00:1", False),
        ("::ffff:8.8.8.8", True),
        ("fe80::1%eth0", False),
        ("fec0::1", False),
        ("2001:0:53aa:64c::1", False),
        ("ff02::1", False),
        ("203.0.113.9", False),
        ("not an address", False),
    ],
)
def test_public_addresses_are_those_of_the_registries(address: str, public: bool) -> None:
    assert is_public(address) is public


def leading(addresses: dict[str, list[list[str]]]) -> Callable[[str, int], list[str]]:
    """A resolver that gives the next of its answers each time a name is asked for."""

    def resolver(host: str, port: int) -> list[str]:
        return addresses[host].pop(0)

    return resolver


def test_a_name_that_leads_inside_is_refused_and_so_is_one_that_does_in_part(site: Site) -> None:
    for answer in (["127.0.0.1"], ["8.8.8.8", "127.0.0.1"]):
        with pytest.raises(Refused) as refused:
            fetch(
                site.url("/a", host="report.example"),
                Limits(),
                resolver=leading({"report.example": [answer]}),
            )
        assert refused.value.kind is ErrorKind.FORBIDDEN_ADDRESS
    assert site.requests == []


def test_the_connection_goes_to_the_address_that_was_vetted_and_asks_by_name(site: Site) -> None:
    # Were the name resolved a second time, the empty list would be the error.
    site.serve("/a", REPORT.encode())
    fetched = fetch(
        site.url("/a", host="report.example"),
        Limits(),
        allow_private_addresses=True,
        resolver=leading({"report.example": [["127.0.0.1"]]}),
    )
    assert fetched.data == REPORT.encode()
    assert site.requests == [("/a", f"report.example:{site.port}")]


def test_every_hop_of_a_redirect_is_vetted(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    # The loopback server stands for a public one: only its own address is taken for public.
    monkeypatch.setattr("vidocq.acquire.network.is_public", lambda address: address == "127.0.0.1")
    site.serve("/a", b"", status=302, Location=f"http://inside.example:{site.port}/b")
    site.serve("/b", REPORT.encode())
    names = {"report.example": [["127.0.0.1"]], "inside.example": [["127.0.0.2"]]}
    with pytest.raises(Refused) as refused:
        fetch(site.url("/a", host="report.example"), Limits(), resolver=leading(names))
    assert refused.value.kind is ErrorKind.FORBIDDEN_ADDRESS
    assert "inside.example leads to 127.0.0.2" in refused.value.message
    assert [path for path, _ in site.requests] == ["/a"]


def test_a_resolver_that_does_not_answer_is_not_waited_for() -> None:
    def slow(host: str, port: int) -> list[str]:
        time.sleep(5)
        return []

    with pytest.raises(Refused) as refused:
        fetch("http://report.example/", Limits(seconds=0.2), resolver=slow)
    assert refused.value.kind is ErrorKind.TIMEOUT


def test_tls_asks_for_the_name_and_verifies_it_on_the_vetted_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    try:
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-days", "2", "-subj", "/CN=report.example",
             "-addext", "subjectAltName=DNS:report.example", "-keyout", key, "-out", certificate],
            check=True,
            capture_output=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no openssl command that makes a certificate")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    asked: list[str | None] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(REPORT.encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    context.sni_callback = lambda socket, name, context: asked.append(name)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:

        def get(host: str) -> bytes:
            return fetch(
                f"https://{host}:{server.server_port}/",
                Limits(seconds=10),
                allow_private_addresses=True,
                resolver=lambda host, port: ["127.0.0.1"],
            ).data

        assert get("report.example") == REPORT.encode()
        with pytest.raises(Refused) as refused:
            get("other.example")
        assert refused.value.kind is ErrorKind.NETWORK
        assert asked == ["report.example", "other.example"]
    finally:
        server.shutdown()
        server.server_close()


# --- how much and how long ------------------------------------------------------------------------


def test_compressed_bodies_are_read(site: Site) -> None:
    body = REPORT.encode()
    raw = zlib.compressobj(wbits=-15)
    for number, (encoding, data) in enumerate(
        [
            ("gzip", gzip.compress(body)),
            ("deflate", zlib.compress(body)),
            ("deflate", raw.compress(body) + raw.flush()),
        ]
    ):
        page = read(site.serve(f"/{number}", data, Content_Encoding=encoding))
        assert isinstance(page, Document), page
        assert page.text == REPORT
    assert kind_of(site.serve("/br", b"x", Content_Encoding="br")) is ErrorKind.UNSUPPORTED
    cut = gzip.compress(body)[:-20]
    assert kind_of(site.serve("/cut", cut, Content_Encoding="gzip")) is ErrorKind.NETWORK
    assert kind_of(site.serve("/no", b"plain", Content_Encoding="gzip")) is ErrorKind.NETWORK


def test_a_bomb_is_not_unfolded(site: Site) -> None:
    bomb = gzip.compress(bytes(200_000_000), 1)
    address = site.serve("/bomb", bomb, Content_Encoding="gzip")
    start = time.monotonic()
    assert kind_of(address, bytes=1_000_000) is ErrorKind.TOO_LARGE
    assert time.monotonic() - start < 1


def endless(piece: bytes, pause: float) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
        until = time.monotonic() + 5
        while time.monotonic() < until:
            request.wfile.write(piece)
            request.wfile.flush()
            time.sleep(pause)

    return answer


def test_an_endless_body_is_cut_off(site: Site) -> None:
    site.answers["/endless"] = endless(b"x" * 65_536, 0)
    assert kind_of(site.url("/endless"), bytes=1_000_000) is ErrorKind.TOO_LARGE


def test_a_body_that_announces_too_much_is_not_begun(site: Site) -> None:
    address = site.serve("/large", b"x", Content_Length="99999999999")
    assert kind_of(address) is ErrorKind.TOO_LARGE


def test_a_body_that_drips_is_given_up_in_time(site: Site) -> None:
    site.answers["/drip"] = endless(b"x", 0.05)
    start = time.monotonic()
    assert kind_of(site.url("/drip"), seconds=0.4) is ErrorKind.TIMEOUT
    assert time.monotonic() - start < 1.5


def test_headers_that_drip_are_given_up_in_time(site: Site) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        for _ in range(100):
            request.wfile.write(b"x")
            request.wfile.flush()
            time.sleep(0.05)

    site.answers["/headers"] = answer
    start = time.monotonic()
    assert kind_of(site.url("/headers"), seconds=0.4) is ErrorKind.TIMEOUT
    assert time.monotonic() - start < 1.5


def test_a_body_that_breaks_off_is_not_taken_for_the_whole(site: Site) -> None:
    assert kind_of(site.serve("/short", b"half", Content_Length="8")) is ErrorKind.NETWORK


def test_an_empty_body_is_empty(site: Site) -> None:
    assert kind_of(site.serve("/empty", b"")) is ErrorKind.EMPTY
