"""From phrases to references: whom and what a text means, by name or described, with the id that a claim gives it."""

from __future__ import annotations

from vidocq.compiled import beside

__path__[:0] = beside(__name__)
