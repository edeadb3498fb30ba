"""Full text: documents that hold all the words, best first, with their claims that do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from vidocq.ledger import schema
from vidocq.ledger.backend import Backend
from vidocq.ledger.conditions import in_force
from vidocq.ledger.fetching import Texts, load, load_documents
from vidocq.ledger.moment import Moment
from vidocq.ledger.records import SearchHit, StoredClaim
from vidocq.ledger.words import WORD, Term, plain, terms_of
from vidocq.model import Span

if TYPE_CHECKING:
    from sqlalchemy import Connection

_SNIPPET_BEFORE, _SNIPPET_AFTER = 80, 160


def search(
    connection: Connection, backend: Backend, words: str, *, limit: int, as_of: Moment
) -> list[SearchHit]:
    """See `vidocq.ledger.store.Ledger.search`."""
    terms = terms_of(words)
    if not terms:
        return []
    # A few more than asked: some texts belong to readings that are not in force.
    scored = backend.search(connection, terms, limit * 2)
    of_text = _documents_of(connection, [key for key, _ in scored], as_of)
    hits = [(of_text[key], key, score) for key, score in scored if key in of_text][:limit]
    documents = {
        key: stored
        for (key, _, _), stored in zip(
            hits,
            load_documents(connection, [key for key, _, _ in hits], as_of=as_of),
            strict=True,
        )
    }
    texts = Texts(connection, backend)
    bodies = texts.want([key for _, key, _ in hits])
    claims = _claims(connection, texts, [key for key, _, _ in hits], terms, as_of)
    found = []
    for document, key, score in hits:
        passage = _passage(bodies[key], terms)
        found.append(
            SearchHit(
                document=documents[document],
                score=score,
                passage=passage,
                snippet=passage.of(bodies[key]),
                claims=tuple(claims.get(documents[document].sha256, ())),
            )
        )
    return found


def _documents_of(connection: Connection, texts: Sequence[int], as_of: Moment) -> dict[int, int]:
    reading = schema.reading
    return {
        row.text: row.document
        for row in connection.execute(
            select(reading.c.text, reading.c.document)
            .where(reading.c.text.in_(texts), in_force(reading, as_of))
            .order_by(reading.c.document.desc())
        )
    }


def _claims(
    connection: Connection, texts: Texts, documents: Sequence[int], terms: list[Term], as_of: Moment
) -> dict[str, list[StoredClaim]]:
    table = schema.statement
    keys = connection.execute(
        select(table.c.key)
        .where(table.c.document.in_(documents), in_force(table, as_of))
        .order_by(table.c.document, table.c.quote_start, table.c.key)
    ).scalars()
    wanted = {word for words, _ in terms for word in words}
    found: dict[str, list[StoredClaim]] = {}
    for claim in load(connection, texts, list(keys)):
        if wanted & set(WORD.findall(plain(claim.claim.quote))):
            found.setdefault(claim.document, []).append(claim)
    return found


def _passage(body: str, terms: list[Term]) -> Span:
    """A stretch around the place where most of the asked words first stand together."""
    wanted = {word for words, _ in terms for word in words}
    beginnings = tuple(words[-1] for words, beginning in terms if beginning)
    places = [
        (match.start(), word)
        for match in WORD.finditer(body)
        if (word := plain(match.group())) in wanted or (beginnings and word.startswith(beginnings))
    ]
    if not places:
        return Span(0, min(len(body), _SNIPPET_AFTER))
    width = _SNIPPET_AFTER - 20
    best = max(
        places,
        key=lambda one: (
            len({word for at, word in places if one[0] <= at < one[0] + width}),
            -one[0],
        ),
    )[0]
    start = max(0, best - _SNIPPET_BEFORE)
    end = min(len(body), best + _SNIPPET_AFTER)
    if start:
        start = _next_space(body, start, best)
    if end < len(body):
        end = body.rfind(" ", best, end) if " " in body[best:end] else end
    return Span(start, end)


def _next_space(body: str, start: int, before: int) -> int:
    at = body.find(" ", start, before)
    return at + 1 if at >= 0 else start
