"""Feeds: what is new in them is read once, and what fails is told and tried again."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.watch.conftest import NewDesk
from tests.watch.sites import Answer, Asked, Site, serving
from tests.watch.stories import FRANCE, FRANCE_AGAIN, LONDON, WEATHER, page, rss
from vidocq.ledger import Ledger
from vidocq.model import Document
from vidocq.watch.items import Item
from vidocq.watch.settings import FeedSource
from vidocq.watch.visiting import Visitor


def feed(url: str, more: str = "") -> str:
    return f'[[feed]]\nname = "Harbour"\nurl = "{url}"\npause = "0s"\n{more}\n'


def quotes(ledger: Ledger) -> set[str]:
    return {one.claim.quote for one in ledger.claims()}


def test_the_page_of_each_entry_is_fetched_and_read(
    site: Site, new_desk: NewDesk, ledger: Ledger
) -> None:
    one = site.serve("/tv5", page(FRANCE, "Paris accuses Moscow"), Content_Type="text/html")
    two = site.serve("/rain", page(WEATHER, "Rain"), Content_Type="text/html")
    desk = new_desk(feed(site.serve("/rss", rss((one, "Paris accuses", ""), (two, "Rain", "")))))
    [report] = desk.poll()
    assert (report.new, report.read, report.unread) == (2, 2, ())
    assert report.claims == len(list(ledger.claims())) > 0
    assert site.paths() == ["/rss", "/rain", "/tv5"]  # the oldest entry first
    documents = {one.address: one for one in ledger.documents()}
    told = documents[one]
    assert told.sources == (one,)
    assert (told.published, told.publisher) == ("2025-04-29", "The Daily Harbour")
    assert told.extractor.endswith("watch")


def test_what_was_read_is_not_asked_for_again(site: Site, new_desk: NewDesk) -> None:
    one = site.serve("/tv5", page(FRANCE, "Paris"), Content_Type="text/html")
    file = feed(site.serve("/rss", rss((one, "Paris", ""))))
    new_desk(file).poll()
    del site.asked[:]
    desk = new_desk(file)
    [report] = desk.poll()
    assert (report.new, report.read, report.whole) == (0, 0, True)
    [asked] = site.asked  # the feed alone, and on condition that it changed
    assert asked.path == "/rss" and asked.headers["If-None-Match"]
    assert asked.headers["User-Agent"].startswith("Vidocq/")
    two = site.serve("/second", page(FRANCE_AGAIN, "Again"), Content_Type="text/html")
    site.serve("/rss", rss((two, "Again", ""), (one, "Paris", "")))
    [report] = desk.poll()
    assert (report.new, report.read) == (1, 1)
    assert site.paths() == ["/rss", "/rss", "/second"]


def test_a_page_that_two_feeds_tell_of_is_fetched_once(site: Site, new_desk: NewDesk) -> None:
    one = site.serve("/tv5", page(FRANCE, "Paris"), Content_Type="text/html")
    first = site.serve("/rss", rss((one, "Paris", "")))
    second = site.serve("/copy", rss((one + "#top", "Paris accuses", "")))
    file = feed(first) + feed(second).replace("Harbour", "Copy")
    reports = new_desk(file).poll()
    assert [one.read for one in reports] == [1, 0]
    assert site.paths().count("/tv5") == 1


def test_an_entrys_own_words_are_read_where_the_page_is_not_to_be(
    site: Site, new_desk: NewDesk, ledger: Ledger
) -> None:
    words = f"<p>{FRANCE}</p><script>China();</script>"
    url = site.serve("/rss", rss(("https://paper.example/tv5", "Paris", words)))
    [report] = new_desk(feed(url, 'full = false\npublisher = "Harbour Desk"')).poll()
    assert (report.read, site.paths()) == (1, ["/rss"])
    [told] = ledger.documents()
    assert told.sources == (f"{url}#https://paper.example/tv5",)
    assert (told.address, told.publisher) == ("https://paper.example/tv5", "Harbour Desk")
    assert ledger.document(told.sha256).text == f"Paris\n\n{FRANCE}"
    assert "publisher=Harbour Desk" in told.extractor


def test_a_feed_may_be_a_file_beside_the_file_of_feeds(
    tmp_path: Path, new_desk: NewDesk, ledger: Ledger
) -> None:
    (tmp_path / "press.xml").write_text(rss(("https://paper.example/1", "Paris", FRANCE)))
    desk = new_desk(feed("press.xml", "full = false"))
    assert desk.poll()[0].read == 1
    assert FRANCE.split(". ")[0] + "." in quotes(ledger)
    assert desk.poll()[0].new == 0


def test_atom_is_a_feed_too(site: Site, new_desk: NewDesk, ledger: Ledger) -> None:
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Agency</title>
      <entry><id>urn:1</id><title>London</title><updated>2024-03-25T10:00:00Z</updated>
      <link href="/apt31"/><content type="html">{LONDON}</content></entry></feed>"""
    new_desk(feed(site.serve("/atom", atom), "full = false")).poll()
    [told] = ledger.documents()
    assert (told.published, told.address) == ("2024-03-25", site.url("/apt31"))


def test_most_bounds_a_poll_and_the_newest_come_first(site: Site, new_desk: NewDesk) -> None:
    pages = [
        site.serve(f"/{n}", page(f"{WEATHER} {n}", f"Rain {n}"), Content_Type="text/html")
        for n in range(5)
    ]
    url = site.serve("/rss", rss(*((one, f"Rain {n}", "") for n, one in enumerate(pages))))
    desk = new_desk(feed(url, "most = 2"))
    [report] = desk.poll()
    assert (report.new, report.read, report.waiting) == (5, 2, 3)
    assert site.paths() == ["/rss", "/1", "/0"]
    [report] = desk.poll()  # the feed has not changed, and the others are read nevertheless
    assert (report.new, report.read, report.waiting) == (0, 2, 1)
    assert site.paths()[3:] == ["/rss", "/3", "/2"]


def test_a_page_that_is_gone_is_told_and_given_up_and_one_that_fails_is_tried_again(
    site: Site, new_desk: NewDesk, ledger: Ledger
) -> None:
    gone = site.url("/gone")
    late = site.serve("/late", "", status=500)
    desk = new_desk(feed(site.serve("/rss", rss((gone, "Gone", ""), (late, "Late", "")))))
    [report] = desk.poll()
    assert {(one.place, one.again) for one in report.unread} == {(gone, False), (late, True)}
    assert not report.whole and report.fault is None
    site.serve("/late", page(FRANCE, "Paris"), Content_Type="text/html")
    assert desk.poll()[0].waiting == 1  # not at once
    desk.clock.ahead = 1000
    [report] = desk.poll()
    assert (report.read, report.unread) == (1, ())
    assert site.paths().count("/gone") == 1


def test_an_entry_that_always_fails_is_given_up(site: Site, new_desk: NewDesk) -> None:
    late = site.serve("/late", "", status=500)
    desk = new_desk(feed(site.serve("/rss", rss((late, "Late", "")))))
    again = []
    for tried in range(8):
        again.append(desk.poll()[0].unread[0].again)
        desk.clock.ahead += 900 * 2**tried + 1
    assert again == [True] * 7 + [False]
    assert desk.poll()[0].waiting == 0
    assert desk.clock.ahead > 86_400  # more than a day


def test_a_host_that_is_down_is_left_alone_after_three_pages(site: Site, new_desk: NewDesk) -> None:
    url = site.serve("/rss", rss(*((f"http://127.0.0.1:1/{n}", f"{n}", "") for n in range(6))))
    [report] = new_desk(feed(url)).poll()
    assert (len(report.unread), report.waiting) == (3, 6)


def test_a_server_that_asks_for_time_gets_it_also_from_the_next_run(
    site: Site, new_desk: NewDesk
) -> None:
    url = site.serve("/rss", "", status=503, Retry_After="600")
    desk = new_desk(feed(url))
    [report] = desk.poll()
    assert report.again_at is not None and 590 < report.again_at - time.time() <= 600
    assert report.fault is not None and "left alone until" in report.fault
    again = new_desk(feed(url))
    assert again.poll()[0].fault is not None
    assert len(site.asked) == 1


def test_a_page_that_asks_for_time_waits(site: Site, new_desk: NewDesk) -> None:
    busy = site.serve("/busy", "", status=429)
    desk = new_desk(feed(site.serve("/rss", rss((busy, "Busy", "")))))
    [report] = desk.poll()
    assert report.again_at is not None and report.waiting == 1


def test_a_host_that_asks_for_time_holds_up_its_own_pages_alone(
    site: Site, new_desk: NewDesk
) -> None:
    with serving() as other:
        busy = [other.serve(f"/{n}", "", status=429, Retry_After="60") for n in range(3)]
        good = site.serve("/tv5", page(FRANCE, "Paris"), Content_Type="text/html")
        url = site.serve("/rss", rss((good, "", ""), *((one, "", "") for one in busy)))
        desk = new_desk(feed(url))
        [report] = desk.poll()
        assert (report.read, report.waiting, report.fault) == (1, 3, None)
        [unread] = report.unread
        assert unread.place == f"127.0.0.1:{other.port}" and len(other.asked) == 1


def test_dead_feeds_and_pages_that_are_none_do_not_stop_the_others(
    site: Site, new_desk: NewDesk
) -> None:
    none = site.serve("/page", page(FRANCE, "Paris"), Content_Type="text/html")
    good = site.serve("/rss", rss((none, "Paris", "")))
    file = (
        feed("http://127.0.0.1:1/rss").replace("Harbour", "Dead")
        + feed(none).replace("Harbour", "No feed")
        + feed(good)
    )
    dead, no_feed, fine = new_desk(file).poll()
    assert dead.fault is not None and "could not be fetched" in dead.fault
    assert no_feed.fault is not None and "no RSS or Atom feed" in no_feed.fault
    assert (fine.fault, fine.read) == (None, 1)


def test_two_requests_to_a_host_have_a_pause_between_them(site: Site, new_desk: NewDesk) -> None:
    moments: list[float] = []

    def answer(asked: Asked) -> Answer:
        moments.append(time.monotonic())
        return 200, {"Content-Type": "text/html"}, page(WEATHER, "Rain").encode()

    links = [site.answer(f"/{n}", answer) for n in range(2)]
    url = site.serve("/rss", rss(*((one, "Rain", "") for one in links)))
    new_desk(feed(url).replace("0s", "1s")).poll()
    assert moments[1] - moments[0] >= 1.0


def test_a_run_that_is_to_stop_ends_after_the_entry_at_hand(site: Site, new_desk: NewDesk) -> None:
    links = [f"/{n}" for n in range(3)]
    url = site.serve("/rss", rss(*((site.url(one), "Rain", "") for one in links)))
    desk = new_desk(feed(url))

    def answer(asked: Asked) -> Answer:
        desk.stop.set()
        return 200, {"Content-Type": "text/html"}, page(WEATHER, "Rain").encode()

    for one in links:
        site.answer(one, answer)
    [report] = desk.poll()
    assert (report.read, report.waiting) == (1, 2)


def test_an_entry_that_shows_a_fault_of_ours_does_not_hold_up_the_others(
    site: Site, new_desk: NewDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vidocq.watch import feeds

    real = feeds.document
    bad = site.serve("/bad", page(WEATHER, "Rain"), Content_Type="text/html")
    good = site.serve("/good", page(FRANCE, "Paris"), Content_Type="text/html")

    def document(source: FeedSource, item: Item, visitor: Visitor) -> Document:
        if item.address == bad:
            raise ZeroDivisionError("by zero")
        return real(source, item, visitor)

    monkeypatch.setattr(feeds, "document", document)
    desk = new_desk(feed(site.serve("/rss", rss((good, "", ""), (bad, "", "")))))
    [report] = desk.poll()
    assert report.read == 1
    [unread] = report.unread
    assert unread.why.startswith("a fault of the program: ZeroDivisionError") and not unread.again


def test_private_hosts_are_refused_unless_they_are_allowed(site: Site, new_desk: NewDesk) -> None:
    desk = new_desk(feed(site.serve("/rss", rss())))
    desk.watcher.visitor = Visitor()
    [report] = desk.poll()
    assert report.fault is not None and "not of the public Internet" in report.fault
    assert site.asked == []
