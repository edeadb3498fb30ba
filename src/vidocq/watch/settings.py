"""What a file of feeds says, as plain records; `vidocq.watch.loading` makes and checks them."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from vidocq.model import Confidence, Likelihood, Polarity, Predicate

MOST_ITEMS = 100
PAUSE = 1.0


class Polled(msgspec.Struct, frozen=True, kw_only=True):
    """What every source has.

    ``every`` is the time between two polls in seconds, None for that of the whole run; ``most`` how many items
    are read in one poll, the others wait for the next; ``pause`` the seconds between two requests to its host.
    """

    name: str
    url: str
    every: float | None = None
    most: int = MOST_ITEMS
    pause: float = PAUSE


class FeedSource(Polled, frozen=True, kw_only=True):
    """An RSS or Atom feed: an address or a file. ``full``: the page of each entry is fetched and read, else
    the entry's own words are."""

    full: bool = True
    language: str | None = None
    publisher: str | None = None


class TaxiiSource(Polled, frozen=True, kw_only=True):
    """A TAXII 2.1 server's discovery, an API root or one collection.

    ``password_env`` and ``token_env`` name variables of the environment. ``collections`` are titles, aliases or
    ids; none means all that may be read.
    """

    user: str | None = None
    password_env: str | None = None
    token_env: str | None = None
    collections: tuple[str, ...] = ()


class MispSource(Polled, frozen=True, kw_only=True):
    """A MISP instance, asked with the key in the environment variable ``key_env``; without one, a folder
    of the web that holds a ``manifest.json`` and an event a file."""

    key_env: str | None = None


Source: TypeAlias = FeedSource | TaxiiSource | MispSource


class Meant(msgspec.Struct, frozen=True, kw_only=True):
    """A name in a rule as it was written, and the ids of what it may mean."""

    text: str
    ids: tuple[str, ...]


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """When to tell of a claim: all conditions that are given must hold, of a list one of its parts.

    ``claimant`` is who says it, ``accused`` on whom a deed is laid or against whom somebody acts, ``target`` who
    was hit; ``subject`` and ``object`` are the places of the claim as they are. ``confidence`` and ``likelihood``
    are the least that must be stated. ``new_pair``: that claimant state or bloc had not accused that state or
    bloc before. ``contradiction``: the claim contradicts what another document on the record says. ``webhook``
    or, in the environment, ``webhook_env``, and ``append``: where to tell it beside standard output.
    """

    name: str
    predicate: tuple[Predicate, ...] = ()
    claimant: tuple[Meant, ...] = ()
    accused: tuple[Meant, ...] = ()
    target: tuple[Meant, ...] = ()
    subject: tuple[Meant, ...] = ()
    object: tuple[Meant, ...] = ()
    polarity: Polarity | None = None
    confidence: Confidence | None = None
    likelihood: Likelihood | None = None
    words: tuple[str, ...] = ()
    new_pair: bool = False
    contradiction: bool = False
    webhook: str | None = None
    webhook_env: str | None = None
    append: str | None = None


class Feeds(msgspec.Struct, frozen=True, kw_only=True):
    """A whole file: its sources and its rules, in their order. ``path`` is the file's."""

    path: str
    sources: tuple[Source, ...]
    rules: tuple[Rule, ...] = ()


def kind_of(source: Source) -> str:
    """The table of a source: ``feed``, ``taxii``, ``misp``."""
    return {FeedSource: "feed", TaxiiSource: "taxii", MispSource: "misp"}[type(source)]


def key_of(source: Source) -> str:
    """What the state knows a source by: its kind and address, so that a new name begins nothing anew."""
    return f"{kind_of(source)} {source.url}"
