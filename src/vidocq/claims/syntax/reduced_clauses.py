"""Clauses without a finite verb: participles after a noun, gerunds and infinitives, and whose action they tell.

"the group | backed by Iran | targeted banks": whether a form modifies the phrase before it or is the past tense of a
clause. "accused X | of hacking Y": whose action the gerund or infinitive is (control).
"""

from __future__ import annotations

from vidocq.claims.syntax.clause_stack import (
    COMMAS,
    ClauseParse,
    OpenClause,
    adjoins,
    outer_subjects,
    owes_verb,
    says,
    takes_clause,
)
from vidocq.claims.syntax.dependency import Dependency, Kind
from vidocq.claims.syntax.layout import Sentence, leader, with_chain
from vidocq.claims.syntax.verbs import VerbGroup, accuses, charges, employs
from vidocq.language.tags import Form, Tag

_SPEAKERS = frozenset({"office", "agency", "organisation", "person", "name", "government"})
_BEFORE_SPEAKERS = (",", '"', "”", "»")
_ACTS = frozenset({"charges", "sanctions", "arrest", "takedown"})
"""Kinds of objects that are what an authority does, and nobody who is charged."""


def is_reduced(parse: ClauseParse, v: int, verb: VerbGroup) -> bool:
    """Whether a form that is past tense or participle modifies the phrase before it.

    "the group | backed by Iran | targeted banks": with "by" after it, or with the clause's own
    finite verb still to come, or already there.
    """
    clause = parse.stack[-1]
    atoms = parse.sentence.atoms
    following = atoms[verb.last + 1] if verb.last + 1 < len(atoms) else None
    if verb.form & (Form.PAST | Form.PRESENT) == 0:
        return True
    if clause.verb is None and not clause.waiting and len(parse.stack) == 1:
        # "Based on an inquiry, | the ministry | accused …": what opens a sentence has no subject yet.
        return following is not None and bool(following.tags & Tag.PREPOSITION)
    if (
        accuses(verb)
        and following is not None
        and following.key in parse.sentence.pack.relations.of
    ):
        return True  # "a man | suspected of …"
    if following is not None and following.key in parse.sentence.pack.relations.agent:
        return not (clause.verb is None and clause.kind is Kind.RELATIVE and not clause.waiting)
    if (
        clause.joined
        and not clause.conjunction
        and following is not None
        and following.key in parse.sentence.pack.relations.to
        and accuses(verb)
        and clause.last >= 0
        and parse.sentence.phrases[clause.last].kind in ("attack", "incident")
    ):
        return True  # "X suffered | an attack in 2014, | attributed to Y": the attack is laid on Y.
    if clause.last < 0 or not adjoins(parse.sentence, clause.last, verb.first):
        return False
    if clause.verb is not None and owes_verb(parse) and not _finite_follows(parse.sentence, v):
        return False
    if clause.verb is None:
        object_follows = (
            verb.last + 1 < len(atoms)
            and parse.sentence.phrase_at[verb.last + 1] >= 0
            and (parse.sentence.phrases[parse.sentence.phrase_at[verb.last + 1]].prep is None)
        )
        return not object_follows and _finite_follows(parse.sentence, v)
    if not clause.after or clause.after[-1] != leader(parse.sentence, clause.last):
        return not (says(parse.sentence, v) and _closes_with(parse.sentence, clause.last))
    if clause.fresh == clause.after[-1] and not _finite_follows(parse.sentence, v):
        return False  # "Others will follow, but | Russia | hacked …"
    if says(parse.sentence, v):
        return False  # "…, | Alperovitch said"
    # "Officials said | hackers | breached …" against "hit a company | based in …".
    return clause.conjunction is False and not takes_clause(parse.sentence, clause.verb)


def _closes_with(sentence: Sentence, q: int) -> bool:
    """Whether phrase ``q`` and what it hangs on are who speaks at the end: "…, | a spokesman for X | said"."""
    head = with_chain(sentence, q)[-1]
    phrase = sentence.phrases[head]
    if phrase.prep is not None or phrase.kind not in _SPEAKERS or not phrase.first:
        return False
    return sentence.atoms[phrase.first - 1].key in _BEFORE_SPEAKERS


def _finite_follows(sentence: Sentence, v: int) -> bool:
    """Whether a sure finite verb comes that would have no subject if verb ``v`` were one."""
    i = sentence.verbs[v].last + 1
    bare = False
    while i < len(sentence.atoms):
        q, w = sentence.phrase_at[i], sentence.verb_at[i]
        if q >= 0:
            bare = bare or sentence.phrases[q].prep is None
            i = sentence.phrases[q].last + 1
            continue
        if w >= 0:
            other = sentence.verbs[w]
            if other.finite and not other.infinitive and other.relative is None:
                return not bare
            i = other.last + 1
            continue
        atom = sentence.atoms[i]
        if atom.key in COMMAS or atom.tags & (
            Tag.RELATIVE | Tag.COMPLEMENTISER | Tag.CONJUNCTION | Tag.COORDINATOR
        ):
            return False
        i += 1
    return False


def take_nonfinite(parse: ClauseParse, v: int, verb: VerbGroup) -> None:
    """An infinitive, gerund or bare participle: it hangs on the verb or the phrase before it."""
    clause = parse.stack[-1]
    if clause.kind is Kind.REDUCED and clause.conjunction and clause.verb is not None:
        # "to spy on or disrupt": one subject for both.
        before = parse.found[clause.verb]
        parse.found.append(
            Dependency(Kind.REDUCED, before.subjects, [], before.governor, before.reduced)
        )
        clause.verb, clause.joined, clause.conjunction = v, False, False
        return
    subjects: list[int] = []
    reduced = False
    adjoining = clause.last >= 0 and adjoins(parse.sentence, clause.last, verb.first)
    if verb.participle and clause.last >= 0 and (adjoining or clause.joined):
        subjects, reduced = with_chain(parse.sentence, clause.last), True
    elif verb.gerund and verb.marker is None and adjoining:
        subjects = with_chain(parse.sentence, clause.last)
    else:
        subjects = _controllers(parse, clause, verb)
    governor = clause.verb if clause.verb is not None else clause.governor
    parse.found.append(Dependency(Kind.REDUCED, subjects, [], governor, reduced))
    parse.stack.append(OpenClause(Kind.REDUCED, governor, [], v, subjects))


def _controllers(parse: ClauseParse, clause: OpenClause, verb: VerbGroup) -> list[int]:
    """Whose action an infinitive or gerund is: the object of the governing verb, else its subject."""
    if clause.verb is None:
        return list(reversed(clause.waiting)) or outer_subjects(parse)
    governing = parse.sentence.verbs[clause.verb]
    dependency = parse.found[clause.verb]
    subjects = clause.subjects or dependency.subjects
    endeavouring = _endeavouring(parse.sentence, clause, governing, verb)
    if endeavouring is not None:
        return endeavouring
    if verb.gerund and verb.marker is None and clause.joined:
        if accuses(verb) and clause.kind is Kind.REDUCED:
            # "Canada condemned attacks targeting Norway, | attributing them to X": no attack attributes.
            return next(c for c in reversed(parse.stack) if c.kind is not Kind.REDUCED).subjects
        return subjects  # "hit France, | stealing data": who hit steals.
    agent = (
        _agent(parse.sentence, clause.verb, verb.first)
        if (governing.passive or dependency.reduced) and not accuses(governing)
        else None
    )
    if agent is not None:
        return [agent]  # "techniques used by hackers | to conduct attacks"
    if verb.marker in parse.sentence.pack.relations.aside and clause.kind is Kind.REDUCED:
        # "gave its diplomats a day | to leave | after concluding …": who gave concludes.
        outer = next((c for c in reversed(parse.stack) if c.kind is not Kind.REDUCED), clause)
        return outer.subjects or subjects
    if (
        verb.marker in parse.sentence.pack.relations.aside
        or governing.passive
        or dependency.reduced
    ):
        return subjects
    if accuses(governing):
        leaning = [
            q
            for (v, case), q in parse.sentence.clitics.items()
            if v == clause.verb and (case == "object" or case in parse.sentence.pack.relations.to)
        ]
        if leaning:
            return leaning[:1]  # "l'accuse | d'avoir piraté", "lui reproche | d'avoir …"
        blamed = [
            q
            for q in range(len(parse.sentence.phrases))
            if governing.last < parse.sentence.phrases[q].first < verb.first
            and parse.sentence.phrases[q].prep in parse.sentence.pack.relations.to
        ]
        named = dependency.objects or blamed
        if named:
            return named[:1]
    if verb.marker in parse.sentence.pack.relations.cause and charges(governing):
        return _charged(parse.sentence, governing, verb, dependency.objects)
    if verb.infinitive and employs(governing):
        return [*subjects, *dependency.objects[:1]]  # "used spyware to | hack …"
    return [*dependency.objects[:1], *subjects] if dependency.objects else subjects


def _endeavouring(
    sentence: Sentence, clause: OpenClause, governing: VerbGroup, verb: VerbGroup
) -> list[int] | None:
    """Whose an endeavour is that an infinitive tells: "warned of | the hackers' | efforts | to target banks".

    Nobody's where a preposition brings it and no owner is named: not that of whoever tells of it.
    """
    q = clause.last
    while q >= 0 and sentence.phrases[q].kind == "time":
        q -= 1  # "efforts | over several years | to target"
    if not verb.infinitive or q < 0 or sentence.phrases[q].first < governing.last:
        return None
    if sentence.phrases[q].head not in sentence.pack.cues.endeavours:
        above = q - 1  # "les efforts | des pirates | pour viser"
        if above < 0 or sentence.phrases[q].prep not in sentence.pack.relations.of:
            return None
        if sentence.phrases[above].head not in sentence.pack.cues.endeavours:
            return None
        return [q] if sentence.phrases[above].first > governing.last else None
    endeavour = sentence.phrases[q]
    if endeavour.prep in sentence.pack.relations.places:
        return None  # "hit banks | in an effort | to …": whoever hit them
    if endeavour.owner is not None:
        return [endeavour.owner]
    return [] if endeavour.prep is not None and not endeavour.own else None


def _agent(sentence: Sentence, v: int, end: int) -> int | None:
    """The phrase with "by" between verb ``v`` and the atom ``end``."""
    first = sentence.verbs[v].last
    for q, phrase in enumerate(sentence.phrases):
        if first < phrase.first < end and phrase.prep in sentence.pack.relations.agent:
            return leader(sentence, q)
    return None


def _charged(
    sentence: Sentence, governing: VerbGroup, verb: VerbGroup, objects: list[int]
) -> list[int]:
    """Whose deed a charge names: "charged X | for hacking", "filed charges against X | for hacking"."""
    between = [
        q for q, phrase in enumerate(sentence.phrases) if governing.last < phrase.first < verb.first
    ]
    against = [q for q in between if sentence.phrases[q].prep in sentence.pack.relations.burdens]
    return [*against, *(q for q in objects if sentence.phrases[q].kind not in _ACTS)]
