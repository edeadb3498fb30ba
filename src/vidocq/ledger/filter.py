"""Which claims are asked for: a plain record of conditions, all of which must hold."""

from __future__ import annotations

import msgspec

from vidocq.ledger.codes import Role
from vidocq.ledger.moment import Moment
from vidocq.model import Polarity, Predicate


class ClaimFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Conditions on claims; an empty one does not restrict.

    ``subjects``, ``objects``, ``claimants`` and ``vias`` are entity ids of which the claim has one in
    that place; ``parties`` are ids of which it has one in any of the places named by ``roles``, ``events``
    ids of which one is what it is about (its subject or object).
    ``documents`` are SHA-256 in hexadecimal. ``accused`` are states or blocs (``CN``, ``eu``).
    ``since`` and ``until`` bound the day on which the claim was said (else published), inclusive, as
    ISO 8601 dates of any precision; claims without any date fall outside both. ``as_of`` is the
    moment of recording: only what the ledger held then.
    """

    predicates: tuple[Predicate, ...] = ()
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    vias: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    roles: tuple[Role, ...] = (Role.SUBJECT, Role.OBJECT, Role.CLAIMANT)
    events: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    polarity: Polarity | None = None
    since: str | None = None
    until: str | None = None
    as_of: Moment = None
