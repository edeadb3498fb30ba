"""Mentions: the names of actors, victims, tools and places in a text, and the phrases they stand in."""

from vidocq.compiled import beside

__path__[:0] = beside(__name__)
