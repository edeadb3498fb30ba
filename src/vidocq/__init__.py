"""Vidocq: who says who did what to whom, how surely, in which words, and what was done about it."""

__version__ = "0.1.0"
