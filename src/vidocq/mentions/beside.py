"""The words that stand beside a name: the one before it and the one after it, each with the space between."""

from __future__ import annotations

import re

from vidocq.mentions.names import Hit

_BEFORE = re.compile(r"(?P<word>[^\W\d_]+['’]?)(?P<space>\s*)$")
_AFTER = re.compile(r"(?P<space>\s+)(?P<word>[^\W\d_]+)(?!\w)")
_REACH = 24
"""Code points to either side in which the next word stands."""


def word_before(text: str, hit: Hit) -> re.Match[str] | None:
    """The word before a name as groups ``word`` and ``space``; an elided one ("l'") with its apostrophe."""
    return _BEFORE.search(text[max(0, hit.start - _REACH) : hit.start])


def word_after(text: str, hit: Hit) -> re.Match[str] | None:
    """The word after a name as groups ``space`` and ``word``."""
    return _AFTER.match(text[hit.end : hit.end + _REACH])
