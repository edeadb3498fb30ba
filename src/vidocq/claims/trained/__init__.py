"""The trained reader: which role each mention has, who says so and which findings stand, by weights learnt from gold."""

from __future__ import annotations

from vidocq.compiled import beside

__path__[:0] = beside(__name__)
