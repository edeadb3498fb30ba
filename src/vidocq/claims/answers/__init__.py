"""Claims of answers to attacks: who is blamed, who denies it, charges, arrests, sanctions, what was taken down."""

from __future__ import annotations

from vidocq.compiled import beside

__path__[:0] = beside(__name__)
