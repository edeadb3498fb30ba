"""How likely a clause makes what it tells: by its mood, by a word beside its verb, by the clause above it."""

from __future__ import annotations

from vidocq.claims.discourse.context import Context
from vidocq.claims.speech.certainty import find_likelihood, likelihood_of_clause
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.factuality import accused_of
from vidocq.claims.syntax.layout import BOUNDARY, Sentence
from vidocq.language.tags import Tag
from vidocq.model import Likelihood

_HEDGING = frozenset({"accuse", "say"})
_ABOVE = 6
"""Words before "that" in which a hedge may stand: "il est hautement probable | que X soit …"."""


def hedge_of(context: Context, sentence: Sentence, v: int) -> Likelihood | None:
    """The hedge of the clause of verb ``v``: its mood, or a hedging word close before the verb."""
    verb = sentence.verbs[v]
    if verb.modal == "possible" or verb.conditional:
        return Likelihood.ROUGHLY_EVEN
    if sentence.clause_at:
        return likelihood_of_clause(sentence, v, context.pack) or _of_governor(context, sentence, v)
    first = verb.first
    governing = sentence.verb_at[first - 2] if first >= 2 else -1
    if verb.infinitive and governing >= 0:
        first = sentence.verbs[governing].first
    found = find_likelihood(sentence, first - 2, verb.last + 2, context.pack)
    if found is None and accused_of(sentence, v):
        # "suspects Russia of being behind …": the hedge is the accusing verb.
        accusing = sentence.verbs[v - 1]
        found = find_likelihood(sentence, accusing.first, accusing.last, context.pack)
    if found is None:
        found = _hedge_above(context, sentence, v)
    return found


def _of_governor(context: Context, sentence: Sentence, v: int) -> Likelihood | None:
    """The hedge of the clause above an infinitive or "that": "verdächtigt X, | Y gehackt zu haben"."""
    governor = dependencies(sentence)[v].governor
    if governor is None:
        return None
    above = sentence.verbs[governor]
    if above.frames.isdisjoint(_HEDGING) and not above.copula:
        return None
    return likelihood_of_clause(sentence, governor, context.pack)


def _hedge_above(context: Context, sentence: Sentence, v: int) -> Likelihood | None:
    """The hedge that opens the clause of verb ``v``: "it is very likely that …", "juge quasi certain que …"."""
    i = sentence.verbs[v].first - 1
    while i > 0:
        atom = sentence.atoms[i]
        if sentence.verb_at[i] >= 0 or atom.key in BOUNDARY:
            return None
        if sentence.phrase_at[i] < 0 and atom.tags & Tag.COMPLEMENTISER:
            if sentence.phrase_at[i - 1] >= 0:
                return None
            return find_likelihood(sentence, i - _ABOVE, i, context.pack)
        i -= 1
    return None
