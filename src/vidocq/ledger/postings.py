"""Which texts hold which word: an inverted index in pieces, packed into blocks.

A piece tells of texts whose keys lie together. For each word it has the keys of the texts that hold it,
ascending, as gaps of 16 bits: from the piece's first key to the first text, from there to the next.
The words of a piece in their order make blocks, each compressed and named by its first word, so that a
word is found in the last block whose name does not come after it. This is the plain form of what
search engines call segments and postings.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import accumulate, groupby
from operator import itemgetter, sub

import msgspec

from vidocq.ledger.words import WORD, plain

WORD_CHARACTERS = 100
"""Of a longer word only so many characters are kept; a text found by them is looked at anyway."""

WIDEST = 0xFFFF
"""The keys of a piece span at most this, so that each gap has room in 16 bits."""

_BLOCK_BYTES = 16_000

Listed = tuple[str, bytes]
"""A word and the gaps between the texts that hold it."""

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[tuple[str, bytes]]).decode


def drawn(title: str, body: str) -> set[str]:
    """The words of a text as they are searched: runs of letters and digits, without case and accents."""
    words = set(WORD.findall(plain(f"{title} {body}")))
    if len(max(words, key=len, default="")) > WORD_CHARACTERS:
        words = {word[:WORD_CHARACTERS] for word in words}
    return words


def listed(texts: Iterable[tuple[int, str, str]], first: int) -> Iterator[Listed]:
    """The words of some texts (key, title, body), the keys ascending from ``first``, with their gaps."""
    holding: dict[str, list[int]] = defaultdict(list)
    for key, title, body in texts:
        for word in drawn(title, body):
            holding[word].append(key)
    for word, keys in sorted(holding.items()):
        yield word, _bytes(array("H", map(sub, keys, [first, *keys])))


def joined(pieces: Sequence[tuple[int, Iterable[Listed]]]) -> Iterator[Listed]:
    """The words of neighbouring pieces, each with its first key, as those of one piece."""
    first = pieces[0][0]
    told = [_from(base, words) for base, words in pieces]
    for word, parts in groupby(merge(*told, key=itemgetter(0, 1)), key=itemgetter(0)):
        whole, last = array("H"), first
        for _, base, packed in parts:
            gaps = _gaps(packed)
            end = base + sum(gaps)
            gaps[0] += base - last
            whole += gaps
            last = end
        yield word, _bytes(whole)


def _from(base: int, words: Iterable[Listed]) -> Iterator[tuple[str, int, bytes]]:
    for word, gaps in words:
        yield word, base, gaps


def blocks(words: Iterable[Listed]) -> Iterator[tuple[str, bytes]]:
    """Words in their order as blocks, each under its first word."""
    held: list[Listed] = []
    size = 0
    for word, gaps in words:
        held.append((word, gaps))
        size += len(word) + len(gaps) + 4
        if size >= _BLOCK_BYTES:
            yield held[0][0], zlib.compress(_encode(held), 6)
            held, size = [], 0
    if held:
        yield held[0][0], zlib.compress(_encode(held), 6)


def opened(block: bytes) -> list[Listed]:
    """The words of a block, in their order."""
    return _decode(zlib.decompress(block))


def keys_of(block: bytes, first: int, word: str, *, beginning: bool) -> set[int]:
    """The texts of a piece that hold a word, or one that begins so, by one of its blocks."""
    found: set[int] = set()
    for one, gaps in opened(block):
        if one == word or (beginning and one.startswith(word)):
            found.update(first + far for far in accumulate(_gaps(gaps)))
        elif one > word:
            break
    return found


def _gaps(packed: bytes) -> array[int]:
    gaps = array("H", packed)
    if sys.byteorder == "big":
        gaps.byteswap()
    return gaps


def _bytes(gaps: array[int]) -> bytes:
    if sys.byteorder == "big":
        gaps.byteswap()
    return gaps.tobytes()
