"""Short news, and feeds that tell of them."""

from __future__ import annotations

from html import escape

FRANCE = (
    "France on Tuesday accused Russia of being behind the cyberattack on TV5 Monde. "
    "The French foreign ministry attributed the attack to the group APT28."
)
FRANCE_AGAIN = "France accused Russia of the cyberattack on its parliament in March 2021."
LONDON = (
    "The United Kingdom attributed the cyberattack on its Electoral Commission to China. "
    "The NCSC said that it was highly likely that APT31 was responsible."
)
DENIAL = "China denied that it was behind the cyberattack on the Electoral Commission."
WEATHER = "It rained in Brittany on Monday, and the harvest of artichokes was good."


def page(text: str, title: str, day: str = "2025-04-29") -> str:
    """A page of a newspaper."""
    paragraphs = "".join(f"<p>{escape(one)}</p>" for one in text.split("\n"))
    return (
        f'<!doctype html><html lang="en"><head><title>{escape(title)}</title>'
        f'<meta property="article:published_time" content="{day}T08:00:00Z">'
        '<meta property="og:site_name" content="The Daily Harbour"></head>'
        f"<body><article><h1>{escape(title)}</h1>{paragraphs}</article></body></html>"
    )


def rss(*entries: tuple[str, str, str]) -> str:
    """An RSS feed of entries (address, title, words), the newest first."""
    items = "".join(
        f"<item><title>{escape(title)}</title><link>{escape(address)}</link>"
        f"<guid>{escape(address)}</guid><pubDate>Tue, 29 Apr 2025 08:00:00 GMT</pubDate>"
        f"<description>{escape(words)}</description></item>"
        for address, title, words in entries
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>The Daily Harbour</title>{items}</channel></rss>"
    )
