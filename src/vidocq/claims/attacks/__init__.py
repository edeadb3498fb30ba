"""Claims of attacks: who hit whom, with what, how much of it, for whom."""

from __future__ import annotations

from vidocq.compiled import beside

__path__[:0] = beside(__name__)
