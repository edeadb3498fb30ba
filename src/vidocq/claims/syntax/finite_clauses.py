"""Finite verbs: whose subject a finite verb takes, and which clauses it closes or opens on the way.

The verb is the first of the clause in hand ("NotPetya, | which hit Y"), shares the subject of the verb before it ("hit Y
| and stole Z"), has a subject of its own right before it ("officials said | hackers | breached Y"), or closes what is open
until it finds the subject that waits ("NotPetya, which X attributes to Y, | hit Z").
"""

from __future__ import annotations

from vidocq.claims.syntax.clause_stack import (
    COMMAS,
    DASHES,
    EVENTS,
    ClauseParse,
    OpenClause,
    outer_subjects,
    owes_verb,
    says,
    takes_clause,
)
from vidocq.claims.syntax.dependency import Dependency, Kind
from vidocq.claims.syntax.layout import Sentence, leader, members
from vidocq.claims.syntax.relative_clauses import agreeing_first
from vidocq.claims.syntax.verbs import VerbGroup, accuses
from vidocq.language.tags import Tag

_SIGNS = COMMAS | {*DASHES}


def take_finite(parse: ClauseParse, v: int, verb: VerbGroup) -> None:
    """Give a finite verb to the clause whose verb it is; clauses inside that are over by then are closed."""
    said = parse.found[-1] if v else None
    if (
        said is not None
        and said.kind is Kind.RELATIVE
        and said.objects
        and _said_of(parse.sentence, v)
    ):
        # "attacks | it says | were carried out by X": the attacks were.
        parse.found.append(Dependency(Kind.COMPLEMENT, list(said.objects), [], v - 1))
        parse.stack[-1].verb, parse.stack[-1].after = v, []
        return
    while True:
        clause = parse.stack[-1]
        if clause.verb is None and clause.kind is not Kind.REDUCED:
            _open_verb(parse, clause, v, verb)
            return
        owed = len(parse.stack) > 1 and owes_verb(parse)
        own = _subject_just_before(parse.sentence, clause, verb)
        if own and (not owed or (clause.verb is not None and _reports(parse.sentence, clause))):
            _new_subject(parse, clause, v, own)
            return
        if (
            clause.conjunction
            and clause.verb is not None
            and not owed
            and clause.kind is not Kind.REDUCED
        ):
            _share_subject(parse, clause, v)
            return
        if len(parse.stack) == 1:
            _share_subject(parse, clause, v)
            return
        closed = parse.stack.pop()
        outer = parse.stack[-1]
        outer.joined = outer.joined or closed.joined
        outer.conjunction = outer.conjunction or closed.conjunction


def _said_of(sentence: Sentence, v: int) -> bool:
    """Whether verb ``v`` follows right after the verb of saying of a relative clause without pronoun."""
    before = sentence.verbs[v - 1]
    between = range(before.last + 1, sentence.verbs[v].first)
    return says(sentence, v - 1) and all(sentence.atoms[k].tags & Tag.ADVERB for k in between)


def _reports(sentence: Sentence, clause: OpenClause) -> bool:
    """Whether the clause's verb takes the next one as what it reports; "supporting the regime" reports nothing."""
    assert clause.verb is not None
    if clause.kind is Kind.REDUCED and not says(sentence, clause.verb):
        return accuses(sentence.verbs[clause.verb])
    return takes_clause(sentence, clause.verb)


def _open_verb(parse: ClauseParse, clause: OpenClause, v: int, verb: VerbGroup) -> None:
    """The first verb of a clause: what waits is its subject; in a relative, else the antecedent."""
    subjects = list(reversed(clause.waiting))
    objects: list[int] = []
    if clause.kind is Kind.RELATIVE or clause.kind is Kind.ASIDE:
        if clause.case is not None:
            objects = clause.antecedents if clause.case == "object" else []
            clause.inverted = not subjects
        elif subjects and clause.kind is Kind.RELATIVE:
            objects = clause.antecedents
        elif not subjects and _blamed_by_follower(parse.sentence, verb, clause):
            objects, clause.inverted = clause.antecedents, True
        elif not subjects and _suffered(parse.sentence, verb, clause):
            # "el ataque que sufrió | la empresa", "X sigue sin red tras el ataque que | sufrió ayer"
            objects = clause.antecedents[:1]
            clause.inverted = _bare_after(parse.sentence, verb.last)
            subjects = [] if clause.inverted else outer_subjects(parse)
        elif not subjects:
            subjects = agreeing_first(parse.sentence, verb, clause.antecedents)
    if not subjects and clause.kind in (Kind.ADVERBIAL, Kind.COMPLEMENT):
        subjects = outer_subjects(parse)
    if clause is parse.stack[0]:
        for dependency in parse.found:
            if not dependency.subjects and dependency.kind is Kind.REDUCED:
                dependency.subjects = list(subjects)
    clause.verb, clause.subjects, clause.after = v, subjects, []
    clause.joined = clause.conjunction = False
    parse.found.append(Dependency(clause.kind, subjects, list(objects), clause.governor))


def _blamed_by_follower(sentence: Sentence, verb: VerbGroup, clause: OpenClause) -> bool:
    """Whether the accuser comes after the verb of a relative clause on an attack: "el ataque que atribuye | Kiev | a …"."""
    if verb.passive or verb.reflexive or not accuses(verb) or clause.kind is not Kind.RELATIVE:
        return False
    if not sentence.pack.cues.loose_relatives or not clause.antecedents:
        return False
    if sentence.phrases[clause.antecedents[0]].kind not in EVENTS:
        return False
    return _bare_after(sentence, verb.last)


def _suffered(sentence: Sentence, verb: VerbGroup, clause: OpenClause) -> bool:
    """Whether a relative clause tells of an attack who suffered it."""
    if verb.passive or "suffer" not in verb.frames or clause.kind is not Kind.RELATIVE:
        return False
    if not sentence.pack.cues.loose_relatives or not clause.antecedents:
        return False
    return sentence.phrases[clause.antecedents[0]].kind in EVENTS


def _bare_after(sentence: Sentence, last: int) -> bool:
    """Whether the next phrase after atom ``last`` is bare, with adverbs and dates alone before it."""
    i = last + 1
    atoms = sentence.atoms
    while i < len(atoms):
        q = sentence.phrase_at[i]
        if q >= 0 and sentence.phrases[q].kind != "time":
            return sentence.phrases[q].prep is None
        dated = i + 1 < len(atoms) and atoms[i + 1].tags & (Tag.DATE | Tag.NUMBER)
        if q < 0 and not dated and not atoms[i].tags & _BEFORE_SUBJECT:
            return False
        i += 1
    return False


_BEFORE_SUBJECT = Tag.ADVERB | Tag.DETERMINER | Tag.DATE | Tag.NUMBER


def _subject_just_before(sentence: Sentence, clause: OpenClause, verb: VerbGroup) -> list[int]:
    """The bare phrase that stands right before a second finite verb and is subject of it alone."""
    if not clause.after:
        return []
    q = clause.after[-1]
    last = max(
        (
            m
            for m in range(len(sentence.phrases))
            if leader(sentence, m) == q and sentence.phrases[m].first < verb.first
        ),
        default=q,
    )
    if not _reaches(sentence, last, verb.first):
        return _renamed_before(sentence, clause, verb)
    return [q]


def _renamed_before(sentence: Sentence, clause: OpenClause, verb: VerbGroup) -> list[int]:
    """The subject of a clause without "that" over its apposition: "officials said | X, a group in Y, | hacked …"."""
    i = verb.first - 1
    if clause.verb is None or not takes_clause(sentence, clause.verb) or i < 1:
        return []
    if sentence.atoms[i].key != ",":
        return []
    phrases, same = sentence.phrases, sentence.same
    for p in clause.after:
        tied = [*same.get(p, []), *(r for r, names in same.items() if p in names)]
        if p + 1 < len(phrases) and phrases[p + 1].indefinite:
            after = [a.key for a in sentence.atoms[phrases[p].last + 1 : phrases[p + 1].first]]
            tied += [p + 1] if after == [","] else []
        for r in tied:
            if phrases[p].last < phrases[r].first < i and _only_describes(sentence, r, i):
                return [p]
    return []


def _only_describes(sentence: Sentence, r: int, end: int) -> bool:
    """Whether from phrase ``r`` on to the atom ``end`` only participles stand: no clause of its own."""
    return not any(
        sentence.verb_at[k] >= 0
        and sentence.verbs[sentence.verb_at[k]].finite
        and not sentence.verbs[sentence.verb_at[k]].participle
        for k in range(sentence.phrases[r].last + 1, end)
    )


def _reaches(sentence: Sentence, q: int, first: int) -> bool:
    """Whether between phrase ``q`` and a verb only what hangs on the phrase stands, no comma or verb."""
    for k in range(sentence.phrases[q].last + 1, first):
        if sentence.verb_at[k] >= 0:
            return False
        atom = sentence.atoms[k]
        if atom.key in _SIGNS and sentence.phrase_at[k] < 0:
            return False
        if atom.tags & (Tag.CONJUNCTION | Tag.COORDINATOR) and sentence.phrase_at[k] < 0:
            return False
    return True


def _new_subject(parse: ClauseParse, clause: OpenClause, v: int, own: list[int]) -> None:
    """A finite verb with a subject of its own after another verb's: a clause beside it or under it."""
    governor = clause.verb
    objects: list[int] = []
    if governor is not None:
        taken = parse.found[governor].objects
        # "attacked sites as revenge for jail | sentences": what looks like a verb here takes no object away.
        parted = clause.conjunction or clause.joined or takes_clause(parse.sentence, governor)
        if own[0] in taken and (parted or len(taken) > 1 or clause.kind is Kind.REDUCED):
            taken.remove(own[0])
        if clause.kind is not Kind.REDUCED and not takes_clause(parse.sentence, governor) and taken:
            previous = taken[-1]
            if _touch(parse.sentence, members(parse.sentence, previous)[-1], own[0]):
                objects = [previous]  # "the group | Microsoft | calls Hafnium"
    if not objects and not clause.conjunction and not clause.joined:
        objects = _bare_antecedent(parse.sentence, own[0])
    if clause.conjunction or clause.fresh == own[0] or clause.kind is Kind.REDUCED:
        kind, governor = Kind.MAIN, None if clause.kind is Kind.MAIN else governor
    else:
        kind = Kind.RELATIVE if objects else Kind.COMPLEMENT
    parse.found.append(Dependency(kind, own, objects, governor))
    parse.stack.append(OpenClause(kind, governor, [], v, own))


def _bare_antecedent(sentence: Sentence, q: int) -> list[int]:
    """The attack under a preposition that a clause without pronoun tells of: "after the attack | Iran | launched"."""
    before = sentence.phrases[q - 1] if q else None
    told = before is not None and before.prep is not None and before.kind in EVENTS
    return [q - 1] if told and _touch(sentence, q - 1, q) else []


def _touch(sentence: Sentence, p: int, q: int) -> bool:
    """Whether phrase ``q`` follows ``p`` with nothing but determiners between them."""
    between = sentence.atoms[sentence.phrases[p].last + 1 : sentence.phrases[q].first]
    return sentence.phrases[q].first > sentence.phrases[p].last and all(
        a.tags & Tag.DETERMINER for a in between
    )


def _share_subject(parse: ClauseParse, clause: OpenClause, v: int) -> None:
    """Another verb of a clause, with the subject of the one before it: "hit Y | and stole Z"."""
    parse.found.append(Dependency(clause.kind, clause.subjects, [], clause.governor))
    clause.verb, clause.after = v, []
    clause.joined = clause.conjunction = False
