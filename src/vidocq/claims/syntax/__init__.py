"""How a sentence is built: verbs, their arguments, clauses, lists, of a sentence whose phrases are known."""

from __future__ import annotations

from vidocq.compiled import beside

__path__[:0] = beside(__name__)
