"""What is taken out of feeds, good and bad ones."""

from __future__ import annotations

import pytest

pytest.importorskip("feedparser", reason="feedparser is not installed")

from tests.watch.stories import rss
from vidocq.acquire.limits import Refused
from vidocq.model import ErrorKind
from vidocq.watch.confined import channel_of
from vidocq.watch.entries import Entry, document_of, parse

HOME = "https://paper.example/feeds/rss"


def entry(item: str, address: str = HOME) -> Entry:
    """The one entry of an RSS feed."""
    told = f'<rss version="2.0"><channel><item>{item}</item></channel></rss>'
    [one] = parse(told.encode(), address).entries
    return one


def test_an_entry_is_known_by_its_id_else_its_address_else_its_words() -> None:
    link = "<link>/a#top</link>"
    assert entry(f"<guid isPermaLink='false'>7</guid>{link}").id == "7"
    assert entry(link).id == entry(link).address == "https://paper.example/a"
    nameless = entry("<title>Rain</title>")
    assert len(nameless.id) == 64 and nameless.id == entry("<title>Rain</title>").id
    assert nameless.id != entry("<title>Snow</title>").id


def test_an_address_that_is_none_of_the_web_is_no_page() -> None:
    assert entry("<link>javascript:alert(1)</link><title>x</title>").address is None
    assert entry("<link>file:///etc/passwd</link>").address is None
    assert entry("<link>press.html</link>", address="/home/press.xml").address is None


def test_the_words_of_an_entry_lose_their_markup_and_scripts() -> None:
    told = entry(
        "<title>Who &amp;amp; what</title><description><![CDATA[<p>cyber<b>attack</b> on<br>Norway"
        "</p><style>p {}</style><script>x < 1</script><p>Oslo &amp; Bergen</p>]]></description>"
    )
    assert (told.title, told.words) == ("Who & what", "cyberattack on\nNorway\nOslo & Bergen")
    document = document_of(told, HOME, publisher=None)
    assert document.text == "Who & what\n\ncyberattack on\nNorway\nOslo & Bergen"


def test_entries_come_from_the_oldest_to_the_newest() -> None:
    told = rss(("https://a.example/2", "2", ""), ("https://a.example/1", "1", ""))
    channel = channel_of(told.encode(), HOME)
    assert [one.title for one in channel.entries] == ["1", "2"]
    assert channel.title == "The Daily Harbour"
    assert channel.entries[0].day == "2025-04-29"


@pytest.mark.parametrize("data", [b"", b"<html><p>Hello</p></html>", b"{}", b"\x00\xff" * 100])
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="is no RSS or Atom feed"):
        channel_of(data, HOME)


def test_entities_of_its_own_are_not_followed() -> None:
    told = (
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&z;&z;">]>'
        '<rss version="2.0"><channel><item><title>a &x; b</title></item></channel></rss>'
    )
    [one] = channel_of(told.encode(), HOME).entries
    assert "root" not in (one.title or "")


def test_a_feed_that_keeps_the_parser_busy_is_given_up() -> None:
    trap = rss(("https://a.example/1", "1", "<!--" * 200_000))
    with pytest.raises(Refused, match="was not taken apart within 2 s") as refused:
        channel_of(trap.encode(), HOME, seconds=2.0)
    assert refused.value.kind is ErrorKind.TIMEOUT
