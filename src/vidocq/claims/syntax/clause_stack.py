"""The clauses that are open while a sentence is read from left to right, and the plain questions about them.

`vidocq.claims.syntax.dependencies` passes over the sentence; what a relative pronoun, a participle or a finite verb does to
the stack has modules of its own (`relative_clauses`, `reduced_clauses`, `finite_clauses`).
"""

from __future__ import annotations

from typing import final

from mypy_extensions import mypyc_attr

from vidocq.claims.syntax.dependency import Dependency, Kind
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.tags import Tag

BREAKS = (";", ":")
"""Signs that end every open clause."""
DASHES = ("–", "—")
COMMAS = frozenset({",", *BREAKS})
EVENTS = frozenset({"attack", "incident"})
"""Kinds of phrases of which relative clauses tell what happened."""
_SIGNS_IN_CLAUSE = "\"«»“”„‘’'[]*•"
_SAYING = frozenset({"say", "deny"})
_REPORTING = frozenset({"say", "accuse", "deny", "endorse"})


@mypyc_attr(acyclic=True)
@final
class OpenClause:
    """An open clause: the bare phrases that wait for its verb, its last verb, and what came after that.

    ``case``: of a relative clause whose pronoun is governed ("dont", "à qui", "que"): ``object`` or a preposition.
    """

    def __init__(
        self,
        kind: Kind,
        governor: int | None,
        antecedents: list[int],
        verb: int | None = None,
        subjects: list[int] | None = None,
        case: str | None = None,
    ) -> None:
        self.kind = kind
        self.governor = governor
        self.antecedents = antecedents
        self.waiting: list[int] = []
        self.verb = verb
        self.subjects: list[int] = [] if subjects is None else subjects
        self.after: list[int] = []
        self.case = case

    last: int = -1
    """The phrase that passed by last in this clause."""
    joined: bool = False
    """Whether a conjunction or a comma came after the last phrase or verb."""
    conjunction: bool = False
    fresh: int = -1
    """The phrase that a conjunction brought and that no list before it takes in: perhaps a subject."""
    opened_by_sign: bool = False
    inverted: bool = False
    """Whether the subject is still to come, after the verb: "que dénonce | Paris"."""


@final
class ClauseParse:
    """The pass over one sentence so far: the open clauses, the innermost last, and for each verb passed its dependency."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.stack = [OpenClause(Kind.MAIN, None, [])]
        self.found: list[Dependency] = []


def waits(parse: ClauseParse) -> bool:
    """Whether the clause in hand has its subject and waits for its verb."""
    return parse.stack[-1].verb is None and bool(parse.stack[-1].waiting)


def owes_verb(parse: ClauseParse) -> bool:
    """Whether a clause further out still waits for the verb of its subject."""
    return any(c.verb is None and c.waiting for c in parse.stack[:-1])


def outer_subjects(parse: ClauseParse) -> list[int]:
    """The subjects of the nearest clause further out that has its verb or waits for it."""
    for clause in reversed(parse.stack[:-1]):
        if clause.verb is not None or clause.waiting:
            return clause.subjects or list(reversed(clause.waiting))
    return []


def says(sentence: Sentence, v: int) -> bool:
    """Whether a verb says or denies something."""
    return not _SAYING.isdisjoint(sentence.verbs[v].frames)


def takes_clause(sentence: Sentence, v: int) -> bool:
    """Whether a verb reports, so that a clause may follow without "that"."""
    return not _REPORTING.isdisjoint(sentence.verbs[v].frames)


def adjoins(sentence: Sentence, q: int, first: int) -> bool:
    """Whether only adverbs and quotation marks part phrase ``q`` from the atom ``first``."""
    return all(
        sentence.atoms[k].tags & (Tag.ADVERB | Tag.NEGATION)
        or sentence.atoms[k].key in _SIGNS_IN_CLAUSE
        for k in range(sentence.phrases[q].last + 1, first)
    )
