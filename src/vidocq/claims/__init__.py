"""Claims: who says what of whom, read from a document's sentences by a cascade of finite-state stages.

The rooms, each of which uses only those before it: `syntax` (how a sentence is built), `discourse` (what the document has told so
far), `references` (whom a phrase means), `speech` (who says it, how surely), `background` (what takes no part in an attack), `attacks`
and `answers` (what is claimed), `trained` (what the rules leave over, weighed), `document` (one claim for each thing said).
`reading` leads through all of them; `draft`, `frames` and `roles` are records that the rooms share.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vidocq.compiled import beside
from vidocq.model import Document, Reading

if TYPE_CHECKING:
    from vidocq.claims.trace import SentenceTrace

__path__[:0] = beside(__name__)


def read(document: Document, *, language: str | None = None, rules_only: bool = False) -> Reading:
    """All claims of a document; see `vidocq.claims.reading.read`."""
    from vidocq.claims.reading import read as read_document

    return read_document(document, language=language, rules_only=rules_only)


def explain(
    document: Document, language: str | None = None, *, rules_only: bool = False
) -> Iterator[SentenceTrace]:
    """Each sentence after each stage of the cascade; see `vidocq.claims.trace`."""
    from vidocq.claims.trace import explain as explain_document

    return explain_document(document, language, rules_only=rules_only)
