"""Claims: who says what of whom, read from a document's sentences by a cascade of finite-state stages."""

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
