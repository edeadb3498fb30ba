"""Which rules tell of a claim, and what a rule says in plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vidocq.ledger import StoredClaim
from vidocq.ledger.keys import ACCUSING, ACTS_AGAINST, DEEDS, folded, party_of
from vidocq.model import Confidence, Likelihood, Polarity, Predicate, Reference
from vidocq.resolve.groups import Actors
from vidocq.watch.naming import speaks_of
from vidocq.watch.settings import Meant, Rule

_CONFIDENCES = tuple(Confidence)
_LIKELIHOODS = tuple(Likelihood)
_HITS = frozenset({Predicate.TARGETS, Predicate.AFFECTS})


def fits(rule: Rule, stored: StoredClaim, among: Actors) -> bool:
    """Whether a claim meets all conditions of a rule that it can meet by itself; what the rest of the record has
    to say (``new_pair``, ``contradiction``) is asked by others."""
    claim = stored.claim
    if rule.predicate and claim.predicate not in rule.predicate:
        return False
    if rule.polarity is not None and claim.polarity is not rule.polarity:
        return False
    if not _at_least(claim.confidence, rule.confidence, _CONFIDENCES):
        return False
    if not _at_least(claim.likelihood, rule.likelihood, _LIKELIHOODS):
        return False
    places = (
        (rule.claimant, claim.claimants),
        (rule.accused, accused(stored)),
        (rule.target, targets(stored)),
        (rule.subject, (claim.subject,)),
        (rule.object, (claim.object,) if claim.object else ()),
    )
    for wanted, there in places:
        if wanted and not any(speaks_of(one, wanted, among) for one in there):
            return False
    return not rule.words or any(_stands(word, stored) for word in rule.words)


def _at_least(
    stated: Confidence | Likelihood | None,
    wanted: Confidence | Likelihood | None,
    order: Sequence[Confidence | Likelihood],
) -> bool:
    if wanted is None:
        return True
    return stated is not None and order.index(stated) >= order.index(wanted)


def _stands(word: str, stored: StoredClaim) -> bool:
    """Whether a word or phrase stands in the quote or the title, as whole words, whatever its case or accents."""
    text = folded_whole(f"{stored.claim.quote}\n{stored.title or ''}")
    return bool(re.search(rf"(?<!\w){re.escape(folded_whole(word))}(?!\w)", text))


def folded_whole(text: str) -> str:
    """The text as names are looked up, piece by piece: the ledger's form of a name is cut."""
    return " ".join(folded(word) for word in text.split())


def accused(stored: StoredClaim) -> tuple[Reference, ...]:
    """On whom the claim lays a deed, or against whom it tells an act."""
    claim = stored.claim
    if claim.predicate in DEEDS:
        return (claim.subject,)
    if claim.object is not None and claim.predicate in ACCUSING | ACTS_AGAINST:
        return (claim.object,)
    return ()


def targets(stored: StoredClaim) -> tuple[Reference, ...]:
    """Who was hit."""
    claim = stored.claim
    return (claim.object,) if claim.object is not None and claim.predicate in _HITS else ()


def accusers(rule: Rule, stored: StoredClaim, among: Actors) -> set[str]:
    """The states and blocs that make an accusation of another, of those that the rule asks for."""
    claim = stored.claim
    if claim.predicate not in ACCUSING or claim.polarity is not Polarity.AFFIRMED:
        return set()
    if stored.accused is None:
        return set()
    found = {
        party_of(one)
        for one in claim.claimants
        if not rule.claimant or speaks_of(one, rule.claimant, among)
    }
    return {one for one in found if one and one != stored.accused}


def in_words(rule: Rule) -> str:
    """The rule as a sentence: "a claim that is attributed-to, said by US or FR, against China"."""
    parts = []
    if rule.predicate:
        parts.append(f"that says {_or(rule.predicate)}")
    for key, words in _PLACES.items():
        wanted: tuple[Meant, ...] = getattr(rule, key)
        if wanted:
            parts.append(f"{words} {_or([_told(one) for one in wanted])}")
    if rule.polarity is not None:
        parts.append(f"that is {rule.polarity}")
    if rule.confidence is not None:
        parts.append(f"with at least {rule.confidence} confidence")
    if rule.likelihood is not None:
        parts.append(f"at least {str(rule.likelihood).replace('-', ' ')}")
    if rule.words:
        parts.append(f"with {_or([f'“{word}”' for word in rule.words])} in its quote or title")
    if rule.new_pair:
        parts.append("by which a state or bloc accuses another for the first time on the record")
    if rule.contradiction:
        parts.append("that contradicts what another document on the record says")
    return "a claim " + ", ".join(parts)


_PLACES = {
    "claimant": "made by",
    "accused": "against",
    "target": "of an attack on",
    "subject": "about",
    "object": "that names as its object",
}


def _told(one: Meant) -> str:
    ids = ", ".join(one.ids)
    return one.text if one.text == ids else f"{one.text} ({ids})"


def _or(words: Sequence[str]) -> str:
    told = [str(word) for word in words]
    return " or ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)
