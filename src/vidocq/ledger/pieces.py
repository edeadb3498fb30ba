"""The inverted index of texts in PostgreSQL: its pieces as rows, added to and joined as texts come.

PostgreSQL's own kind (a GIN index of tsvectors) can only be made of text that stands uncompressed or
in its own compression in the row, and draws the words of a text in a millisecond or more. Ours lets
texts be kept as small as in the other database, and takes a third of the time.

A batch of texts makes a piece. When eight pieces at the end are of one size or smaller they become one,
up to some thirty thousand texts: many small recordings do not make many small pieces, and each word is
written some three times at most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from vidocq.ledger import postings
from vidocq.ledger.postings import WIDEST, WORD_CHARACTERS, Listed
from vidocq.ledger.words import Term

if TYPE_CHECKING:
    from sqlalchemy import Connection

Insert = Callable[[str, Sequence[tuple[Any, ...]]], None]
"""Put rows into a table, given with its columns."""

TOGETHER = 8
"""So many pieces of one size become one of the next."""

LARGEST_SIZE = 4
"""Pieces of 8**4 texts and more stay as they are."""

ASKED = 16
"""So many pieces, the newest first, are asked together."""

TABLES = (
    "CREATE TABLE text_piece (first integer PRIMARY KEY, last integer NOT NULL,"
    " texts integer NOT NULL)",
    'CREATE TABLE text_block (first integer, word text COLLATE "C", words bytea NOT NULL,'
    " PRIMARY KEY (first, word))",
    "ALTER TABLE text_block ALTER words SET STORAGE EXTERNAL",
)
"""A piece by the first key it tells of; a block by its piece and first word."""

_BLOCKS = text(
    "SELECT piece.first, block.words FROM text_piece AS piece, LATERAL ("
    " (SELECT words FROM text_block WHERE first = piece.first AND word <= :word"
    "  ORDER BY word DESC LIMIT 1)"
    " UNION ALL"
    " SELECT words FROM text_block"
    "  WHERE first = piece.first AND word > :word AND word < :end"
    ") AS block WHERE piece.first = ANY(:pieces)"
)


def add(connection: Connection, insert: Insert, rows: Sequence[tuple[int, str, str]]) -> None:
    """Index texts (key, title, body) whose keys follow all that were indexed before."""
    start = 0
    while start < len(rows):
        first = rows[start][0]
        end = start
        while end < len(rows) and rows[end][0] - first <= WIDEST:
            end += 1
        part = rows[start:end]
        _write(insert, first, part[-1][0], len(part), postings.listed(part, first))
        start = end
    if rows:
        _tidy(connection, insert)


def _write(insert: Insert, first: int, last: int, texts: int, words: Iterator[Listed]) -> None:
    rows = [(first, word, block) for word, block in postings.blocks(words)]
    insert("text_block (first, word, words)", rows)
    insert("text_piece (first, last, texts)", [(first, last, texts)])


def size_of(texts: int) -> int:
    """How many times eight a piece's texts are, as a power."""
    return (texts.bit_length() - 1) // 3


def to_join(pieces: Sequence[tuple[int, int, int]]) -> Sequence[tuple[int, int, int]]:
    """Those pieces (first key, last key, texts) at the end that should become one, or none."""
    if not pieces:
        return ()
    size = size_of(pieces[-1][2])
    run: list[tuple[int, int, int]] = []
    for piece in reversed(pieces):
        if size_of(piece[2]) > min(size, LARGEST_SIZE - 1) or pieces[-1][1] - piece[0] > WIDEST:
            break
        run.insert(0, piece)
    return run if len(run) >= TOGETHER else ()


def _tidy(connection: Connection, insert: Insert) -> None:
    while joining := to_join(
        [
            (row.first, row.last, row.texts)
            for row in connection.execute(text("SELECT * FROM text_piece ORDER BY first"))
        ]
    ):
        firsts = [first for first, _, _ in joining]
        held: dict[int, list[bytes]] = {first: [] for first in firsts}
        for first, words in connection.execute(
            text(
                "SELECT first, words FROM text_block WHERE first = ANY(:pieces)"
                " ORDER BY first, word"
            ),
            {"pieces": firsts},
        ):
            held[first].append(words)
        for table in ("text_block", "text_piece"):
            connection.execute(
                text(f"DELETE FROM {table} WHERE first = ANY(:pieces)"), {"pieces": firsts}
            )
        _write(
            insert,
            firsts[0],
            joining[-1][1],
            sum(texts for _, _, texts in joining),
            postings.joined([(first, _words(held[first])) for first in firsts]),
        )


def _words(held: Sequence[bytes]) -> Iterator[Listed]:
    for block in held:
        yield from postings.opened(block)


def holding(connection: Connection, terms: Sequence[Term]) -> Iterator[int]:
    """The keys of the texts that hold all words of the terms, newest first; not their order."""
    words = [
        (word[:WORD_CHARACTERS], beginning and word is parts[-1])
        for parts, beginning in terms
        for word in parts
    ]
    pieces = iter(
        connection.execute(text("SELECT first FROM text_piece ORDER BY first DESC")).scalars().all()
    )
    while asked := list(islice(pieces, ASKED)):
        found: dict[int, set[int]] | None = None
        for word, beginning in words:
            there = _holding(connection, asked, word, beginning=beginning)
            found = there if found is None else _both(found, there)
            asked = [first for first in asked if found.get(first)]
        for first in asked:
            yield from sorted((found or {})[first], reverse=True)


def _both(some: dict[int, set[int]], others: dict[int, set[int]]) -> dict[int, set[int]]:
    return {first: some[first] & keys for first, keys in others.items()}


def _holding(
    connection: Connection, pieces: Sequence[int], word: str, *, beginning: bool
) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    if not pieces:
        return found
    # A word alone stands in one block of a piece; words that begin alike may go on into the next.
    end = word + "\U0010ffff" if beginning else word
    for first, block in connection.execute(
        _BLOCKS, {"word": word, "end": end, "pieces": list(pieces)}
    ):
        found.setdefault(first, set()).update(
            postings.keys_of(block, first, word, beginning=beginning)
        )
    return found
