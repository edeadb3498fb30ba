"""Languages: which one a text is in, its sentences and tokens, and the packs of words."""

from vidocq.compiled import beside

__path__[:0] = beside(__name__)
