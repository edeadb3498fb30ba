"""Voice, mood and negation of a clause's verb, from the auxiliaries that stand apart from it.

"wurde … gehackt" is passive, "soll … gehackt haben" rumour, "soll … hacken" a task or a plan.
"""

from __future__ import annotations

from vidocq.claims.syntax.dependency import Kind
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.syntax.verb_second_records import Clause
from vidocq.claims.syntax.verbs import VerbGroup
from vidocq.language.tags import Form, Tag

_RUMOUR = "rumour"
_GUESS = "guess"
"""Kinds of modals: what somebody is said to have done, and what he is likely to have done ("dürfte")."""
_STATES = frozenset({"perpetrate", "sponsor", "locate", "alias"})
"""Frames of what is so: after "soll" they are rumour."""


def set_voice(sentence: Sentence, clause: Clause, verb: VerbGroup) -> None:
    """Voice, mood and negation of the clause's verb, from its auxiliaries."""
    tags = 0
    for w in {*clause.verbs, *([clause.finite] if clause.finite >= 0 else [])}:
        other = sentence.verbs[w]
        if not other.auxiliary:
            continue
        atom = sentence.atoms[other.head]
        tags |= atom.tags
        if atom.tags & Tag.MODAL:
            verb.modal = atom.word.value or verb.modal
    finite = sentence.verbs[clause.finite] if clause.finite >= 0 else None
    verb.finite = finite is not None
    if clause.kind is Kind.REDUCED and finite is None:
        # "angegriffen zu haben"
        verb.infinitive, verb.marker = True, "to"
    perfect = bool(verb.form & Form.PARTICIPLE) and bool(tags & (Tag.HAVE | Tag.BE))
    if verb.modal in (_RUMOUR, _GUESS):
        # "soll … gehackt haben" is rumour, "soll … hacken" a task or a plan.
        told = perfect or bool(verb.frames and verb.frames <= _STATES)
        if not told:
            verb.modal = "advice"
        else:
            verb.modal = "possible" if verb.modal == _RUMOUR else None
    participle = bool(verb.form & Form.PARTICIPLE)
    uses = [u for f in verb.forms for u in f.uses]
    transitive = any("object" in u.slots.values() for u in uses)
    if participle and not verb.auxiliary and finite is not verb:
        moves = any(
            u.frame == "fall" or (u.frame == "hack" and "object" not in u.slots.values())
            for u in uses
        )
        verb.passive = bool(tags & Tag.BECOME) or (
            bool(tags & Tag.BE) and not tags & Tag.HAVE and transitive and not moves
        )
        if not tags:
            verb.participle, verb.finite = True, False
    elif tags & Tag.BECOME and not participle and verb.form & Form.INFINITIVE:
        verb.modal = verb.modal or "future"
    verb.copula = verb.auxiliary and bool(sentence.atoms[verb.head].tags & Tag.BE)
    if finite is not None:
        form = sentence.atoms[finite.head].word.form
        verb.conditional = bool(form & Form.CONDITIONAL) and not form & (
            Form.PRESENT | Form.PAST | Form.SUBJUNCTIVE
        )
    verb.negated = _negated(sentence, clause)
    reflexives = sentence.pack.cues.reflexives
    verb.reflexive = any(
        atom.key in reflexives
        for first, last in clause.spans
        for atom in sentence.atoms[first : last + 1]
    )


def _negated(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause has a negation of its own: none of one phrase, and no "not only"."""
    for first, last in clause.spans:
        for i in range(first, last + 1):
            atom = sentence.atoms[i]
            if not atom.tags & Tag.NEGATION:
                continue
            after = sentence.atoms[i + 1] if i < last else None
            if after is not None and after.key in sentence.pack.cues.not_only:
                continue
            q = sentence.phrase_at[i]
            if q >= 0 and sentence.phrases[q].prep is not None:
                continue
            return True
    return False
