"""Who says what a sentence tells, and how surely."""

from __future__ import annotations

from vidocq.compiled import beside

__path__[:0] = beside(__name__)
