"""Fields become clauses: each opens a clause, goes on with one that was broken off, or completes one.

A field that opens a clause says what the clause is and which verb it hangs on, and whether it shares subject or auxiliary
with the clause before it ("haben X gehackt | und Y gestohlen").
"""

from __future__ import annotations

from vidocq.claims.syntax.dependency import Kind
from vidocq.claims.syntax.verb_second_finite import closes_field, finite_verb, is_to_have, main_verb
from vidocq.claims.syntax.verb_second_openers import opener_of
from vidocq.claims.syntax.verb_second_records import (
    Clause,
    VerbSecondParse,
    last_main,
    phrase_before,
    verbs_within,
    waiting_clause,
)
from vidocq.language.tags import Tag

_REPORTING = frozenset({"say", "accuse", "deny", "endorse"})
"""Frames of verbs that a clause may follow without conjunction."""


def place_field(parse: VerbSecondParse, first: int, last: int) -> None:
    """Give a field to the clause that it opens, goes on with, or completes."""
    sentence, atoms = parse.sentence, parse.sentence.atoms
    verbs = verbs_within(parse, first, last)
    start = first
    while start < last and (
        atoms[start].key in sentence.pack.grammar.open_quotes + '"' or not atoms[start].is_word
    ):
        start += 1
    joined = bool(atoms[start].tags & (Tag.CONJUNCTION | Tag.COORDINATOR)) and (
        sentence.phrase_at[start] < 0
    )
    if joined and start < last:
        start += 1
    finite = finite_verb(parse, verbs)
    opener = opener_of(parse, start, last, verbs, finite, first)
    if opener is not None:
        clause = _dependent(parse, opener, first, finite, joined)
    else:
        clause = _without_opener(parse, start, verbs, finite, joined)
    clause.spans.append((first, last))
    clause.verbs.extend(verbs)
    if verbs and clause.main >= 0 and finite < 0:
        _main_anew(parse, clause)
    if finite >= 0 and clause.finite < 0:
        clause.finite = finite
    if clause.finite >= 0 and clause.main < 0:
        clause.main = main_verb(sentence, clause)


def _dependent(
    parse: VerbSecondParse, opener: tuple[Kind, int], first: int, finite: int, joined: bool
) -> Clause:
    """The clause that a conjunction or relative pronoun opens."""
    kind, atom = opener
    if kind is Kind.ADVERBIAL and finite < 0:
        kind = Kind.REDUCED  # "um … zu", "ervan … te"
    clause = Clause(kind, atom, outer=len(parse.clauses) - 1)
    clause.governor = last_main(parse)
    if kind is Kind.RELATIVE:
        clause.antecedent = phrase_before(parse.sentence, first)
    if joined:
        clause.shares = len(parse.clauses) - 1
    parse.clauses.append(clause)
    return clause


def _without_opener(
    parse: VerbSecondParse, start: int, verbs: list[int], finite: int, joined: bool
) -> Clause:
    """The clause of a field that nothing opens: one of its own, or one before it that goes on."""
    sentence = parse.sentence
    number = len(parse.clauses) - 1
    if finite < 0 and any(sentence.verbs[w].infinitive or is_to_have(sentence, w) for w in verbs):
        clause = Clause(Kind.REDUCED, outer=number)
        clause.governor = last_main(parse)
        if joined:
            clause.shares = number
        parse.clauses.append(clause)
        return clause
    if finite < 0 and verbs and joined and number >= 0 and parse.clauses[-1].finite >= 0:
        # "haben X gehackt | und Y gestohlen": one auxiliary for both.
        before = parse.clauses[-1]
        clause = Clause(before.kind, before.opener, before.antecedent)
        clause.governor, clause.finite, clause.shares = before.governor, before.finite, number
        parse.clauses.append(clause)
        return clause
    waiting = waiting_clause(parse)
    if finite >= 0 and (waiting is None or (joined and waiting.verbs)):
        return _finite_clause(parse, start, finite, joined)
    if waiting is not None:
        return waiting
    if not parse.clauses:
        parse.clauses.append(Clause(Kind.MAIN))
    return parse.clauses[_goes_on_with(parse, start)]


def _finite_clause(parse: VerbSecondParse, start: int, finite: int, joined: bool) -> Clause:
    """A clause with a finite verb that nothing opens: a main clause, another conjunct of the one before, or what was said."""
    sentence = parse.sentence
    previous = parse.clauses[-1] if parse.clauses else None
    clause = Clause(Kind.MAIN)
    clause.inverted = not any(
        sentence.atoms[i].is_word and not sentence.atoms[i].tags & Tag.ADVERB
        for i in range(start, sentence.verbs[finite].first)
    )
    if joined and previous is not None:
        clause.kind, clause.governor = previous.kind, previous.governor
        clause.opener = previous.opener
        clause.shares = len(parse.clauses) - 1
        if previous.finite < 0:
            previous.finite = finite  # "angegriffen und Daten gestohlen | haben"
    elif previous is not None:
        said = _verb_of_saying(parse)
        if said is not None and not clause.inverted:
            clause.kind, clause.governor = Kind.COMPLEMENT, said
    parse.clauses.append(clause)
    return clause


def _goes_on_with(parse: VerbSecondParse, start: int) -> int:
    """The clause that a field without opener and finite verb goes on with: where the last one has ended with its verb, the
    one around it ("macht X, | die der GRU steuert, | für den Angriff verantwortlich"), unless the field gives examples."""
    sentence = parse.sentence
    number = len(parse.clauses) - 1
    q = sentence.phrase_at[start]
    atom = sentence.atoms[start]
    examples = sentence.pack.relations.examples
    if atom.tags & Tag.ALIAS_MARKER or atom.key in examples:
        return number
    if q >= 0 and sentence.phrases[q].prep in examples:
        return number
    while number > 0:
        clause = parse.clauses[number]
        if clause.opener < 0 or clause.outer < 0 or clause.finite < 0 or not clause.spans:
            break
        if not closes_field(parse, clause.finite, clause.spans[-1][1]):
            break
        number = clause.outer
    return number


def _main_anew(parse: VerbSecondParse, clause: Clause) -> None:
    """The verb of a clause that was broken off before it ended, and what hangs on it."""
    before = clause.main
    clause.main = main_verb(parse.sentence, clause)
    for other in parse.clauses:
        if other.governor == before:
            other.governor = clause.main


def _verb_of_saying(parse: VerbSecondParse) -> int | None:
    """The verb of saying that a clause without conjunction may hang on."""
    v = last_main(parse)
    if v is None:
        return None
    return v if not _REPORTING.isdisjoint(parse.sentence.verbs[v].frames) else None
