"""``search``: full text over documents and claims."""

from __future__ import annotations

import msgspec

from vidocq.ask.dossier import Told, told_of
from vidocq.ask.setting import asking
from vidocq.ledger import Ledger, Moment
from vidocq.resolve.statement import Passage

MOST = 20


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A document that holds all the words, the passage where they stand, and its claims that quote them."""

    document: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    source: str
    passage: Passage
    claims: tuple[Told, ...]


def search(
    ledger: Ledger, words: str, *, as_of: Moment = None, limit: int = MOST
) -> tuple[Hit, ...]:
    """Documents that hold all the words, the best first. ``"a phrase"`` stands in order, ``begin*`` is
    the beginning of a word; case and accents do not count.

    Raises:
        EmptyRecord: nothing was read yet.
    """
    with asking(ledger, as_of=as_of) as setting:
        hits = ledger.search(words, limit=limit, as_of=as_of)
        return tuple(
            Hit(
                document=one.document.sha256,
                title=one.document.title,
                publisher=one.document.publisher,
                published=one.document.published,
                language=one.document.language,
                source=one.document.sources[0] if one.document.sources else "",
                passage=Passage(
                    quote=one.snippet,
                    document=one.document.sha256,
                    title=one.document.title,
                    publisher=one.document.publisher,
                    published=one.document.published,
                    start=one.passage.start,
                    end=one.passage.end,
                ),
                claims=tuple(told_of(setting, claim) for claim in one.claims),
            )
            for one in hits
        )
