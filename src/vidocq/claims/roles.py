"""The roles that the trained reader gives: what is asked of each mention, and what the other end of the claim may be.

A claim has an *anchor*, the end that its words tell most of (the victim of an attack, the sponsor of a group, whoever is
charged), and a *partner*: the attack itself, or another mention. Input of none; the tables follow the claim guide.
"""

from __future__ import annotations

from dataclasses import dataclass

from vidocq.model import EntityType, Predicate

_T = EntityType


@dataclass(frozen=True)
class Role:
    """``subject``: whether the anchor is the claim's subject (else its object). ``types``: what the anchor may be, ``partners``
    what the other end may be; ``attack``: it may be the attack that is spoken of. ``hit``: the anchor is what was hit.
    ``denied``: the claim says that it is not so."""

    predicate: Predicate
    types: frozenset[EntityType]
    partners: frozenset[EntityType] = frozenset()
    attack: bool = False
    subject: bool = False
    hit: bool = False
    denied: bool = False


_STATES = frozenset({_T.STATE, _T.AGENCY})
_POWERS = frozenset({_T.STATE, _T.BLOC, _T.AGENCY})
_ACTORS = frozenset({_T.GROUP, _T.AGENCY, _T.STATE, _T.PERSON, _T.UNNAMED_ACTOR})
_DOERS = frozenset({_T.GROUP, _T.AGENCY, _T.STATE, _T.UNNAMED_ACTOR})
_HIT = frozenset(
    {
        *(_T.ORGANISATION, _T.COMPANY, _T.AGENCY, _T.STATE),
        *(_T.SECTOR, _T.PLACE, _T.PERSON, _T.PRODUCT),
    }
)

ROLES = (
    Role(Predicate.ATTRIBUTED_TO, _ACTORS, frozenset({_T.MALWARE}), attack=True),
    Role(Predicate.TARGETS, _HIT, _DOERS, attack=True, hit=True),
    Role(Predicate.USES, frozenset({_T.MALWARE, _T.TECHNIQUE}), _DOERS, attack=True),
    Role(
        Predicate.EXPLOITS,
        frozenset({_T.VULNERABILITY, _T.PRODUCT}),
        frozenset({_T.GROUP, _T.UNNAMED_ACTOR}),
        attack=True,
    ),
    Role(Predicate.AFFECTS, frozenset(), attack=True),
    Role(
        Predicate.SPONSORED_BY,
        _STATES,
        frozenset({_T.GROUP, _T.PERSON, _T.COMPANY, _T.UNNAMED_ACTOR}),
    ),
    Role(
        Predicate.LOCATED_IN,
        frozenset({_T.STATE, _T.PLACE}),
        frozenset({_T.GROUP, _T.PERSON, _T.UNNAMED_ACTOR}),
    ),
    Role(
        Predicate.SAME_AS,
        frozenset({_T.GROUP, _T.MALWARE}),
        frozenset({_T.GROUP, _T.AGENCY, _T.PERSON, _T.MALWARE, _T.UNNAMED_ACTOR}),
    ),
    Role(
        Predicate.CONDEMNS,
        _POWERS | {_T.COMPANY},
        frozenset({_T.STATE, _T.GROUP, _T.AGENCY}),
        attack=True,
        subject=True,
    ),
    Role(Predicate.INDICTS, _ACTORS - {_T.STATE}, _STATES),
    Role(Predicate.SANCTIONS, _ACTORS | {_T.COMPANY}, _POWERS),
    Role(Predicate.ARRESTS, _ACTORS - _STATES, _STATES),
    Role(Predicate.DISRUPTS, frozenset({_T.GROUP, _T.MALWARE, _T.OTHER}), _STATES | {_T.COMPANY}),
    Role(Predicate.RESPONDS, _POWERS, frozenset({_T.STATE}), attack=True, subject=True),
    Role(Predicate.ATTRIBUTED_TO, _ACTORS, attack=True, denied=True),
)
"""In a fixed order: the weights go by it."""

_NUMBERS = {(role.predicate, role.denied): number for number, role in reversed([*enumerate(ROLES)])}


def role_of(predicate: Predicate, *, denied: bool) -> int:
    """The number of the role that a finding's anchor has; a denial that has no role of its own has that of what it denies."""
    known = _NUMBERS.get((predicate, denied))
    return _NUMBERS[predicate, False] if known is None else known
