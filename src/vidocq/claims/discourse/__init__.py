"""What a document has told so far, when it happened, and what it is about: the context of a sentence."""

from __future__ import annotations

from vidocq.compiled import beside

__path__[:0] = beside(__name__)
