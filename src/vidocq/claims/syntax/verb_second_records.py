"""What is known of a sentence with the verb in second or last place while it is read: its clauses, and plain questions.

`vidocq.claims.syntax.verb_second` says how such sentences are read and which module does which part.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import final

from vidocq.claims.syntax.dependency import Dependency, Kind
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.tags import Tag

FIELD_SIGNS = (",", ";", ":", "–", "—", "(", ")")
"""Signs between two fields."""


@dataclass
class Clause:
    """A clause: its atoms in order, what it is, and the verb that it hangs on."""

    kind: Kind
    opener: int = -1
    """The atom of the conjunction or relative pronoun that opens it; -1 of a main clause."""
    antecedent: int = -1
    spans: list[tuple[int, int]] = field(default_factory=list)
    verbs: list[int] = field(default_factory=list)
    finite: int = -1
    """The number of its finite verb."""
    governor: int | None = None
    outer: int = -1
    """The clause that it stands in."""
    shares: int = -1
    """The clause before it whose subject it takes where it has none."""
    inverted: bool = False
    """Whether the finite verb comes first."""
    main: int = -1
    """The verb that says what happens, once it is known."""
    subjects: list[int] = field(default_factory=list)


@final
class VerbSecondParse:
    """The reading of one sentence so far."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.clauses: list[Clause] = []
        self.attributes: set[int] = set()
        """Verbs that are participles before a noun."""
        self.apart: set[int] = set()
        """Phrases that belong to such participles."""
        self.found = [Dependency(Kind.MAIN, [], []) for _ in sentence.verbs]
        """For each verb its dependency."""


def verbs_within(parse: VerbSecondParse, first: int, last: int) -> list[int]:
    """The verbs between two atoms, but for participles before a noun."""
    return [
        w
        for w, verb in enumerate(parse.sentence.verbs)
        if first <= verb.first <= last and w not in parse.attributes
    ]


def last_main(parse: VerbSecondParse) -> int | None:
    """The main verb of the last clause that has one."""
    return next((c.main for c in reversed(parse.clauses) if c.main >= 0), None)


def phrase_before(sentence: Sentence, first: int) -> int:
    """The last phrase that ends before the atom ``first``; -1 without one."""
    return next(
        (q for q in range(len(sentence.phrases) - 1, -1, -1) if sentence.phrases[q].last < first),
        -1,
    )


def waiting_clause(parse: VerbSecondParse) -> Clause | None:
    """The innermost clause that still waits for its finite verb; an infinitive's needs none."""
    return next(
        (c for c in reversed(parse.clauses) if c.finite < 0 and c.kind is not Kind.REDUCED), None
    )


def cases_of(sentence: Sentence, q: int) -> str:
    """The cases that a phrase can be, by its first word."""
    atom = sentence.atoms[sentence.phrases[q].first]
    if sentence.phrases[q].kind == "pronoun" and atom.tags & Tag.OWN_PRONOUN:
        return "d"  # "Ihr | rechnet das Amt den Angriff zu"
    return sentence.pack.grammar.cases.get(atom.key, "nadg")
