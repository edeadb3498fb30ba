"""What stands beside an attack and takes no part in it: who is told of it, who looks into it, what only might be."""

from __future__ import annotations

from vidocq.compiled import beside

__path__[:0] = beside(__name__)
