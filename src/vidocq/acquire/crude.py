"""The words of a page without taking it apart: more than its main text, never less, at little cost.

For a first look at pages of a crawl: what `read_html` would give is made of these words. Markup inside
a word ("cyber<b>attack</b>") parts nothing, other markup parts words; scripts are left out but for the
page's own description of itself (JSON-LD), from which titles are taken, as from its metadata.
"""

from __future__ import annotations

import re
from html import unescape

from vidocq.acquire.decode import decode
from vidocq.acquire.html import declared_charset
from vidocq.acquire.limits import Refused

_UNSEEN = re.compile(
    r"<script(?![^>]*ld\+json)[^>]*>.*?</script\s*>|<style\b[^>]*>.*?</style\s*>",
    re.IGNORECASE | re.DOTALL,
)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|em|font|i|mark|q|s|small|span|strong|sub|sup|tt|u|wbr)\b[^<>]*>",
    re.IGNORECASE,
)
_METADATA = re.compile(r"<meta\b[^>]*?\bcontent\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]*>")


def crude_text(data: bytes, charset: str | None = None) -> str | None:
    """All words of a page, its metadata after them; None where it cannot be decoded."""
    try:
        source = decode(data, charset or declared_charset(data[:4096]))
    except Refused:
        return None
    source = _UNSEEN.sub(" ", source)
    described = " ".join(a or b for a, b in _METADATA.findall(source))
    words = _MARKUP.sub(" ", _INLINE.sub("", source))
    return unescape(f"{words} {described}").replace("\xad", "").replace("\u200b", "")
