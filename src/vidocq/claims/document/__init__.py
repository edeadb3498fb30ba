"""What a document as a whole tells: which mentions are one incident, what it is called, one claim for each thing said."""

from __future__ import annotations

from vidocq.compiled import beside

__path__[:0] = beside(__name__)
