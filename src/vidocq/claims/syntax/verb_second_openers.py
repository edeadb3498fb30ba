"""What opens a dependent clause: a conjunction or a relative pronoun, where the verb is last.

The words are ambiguous: "während | des Angriffs" opens no clause, "die" may be an article. Phrases that were made with such
a word as their article or preposition are freed of it.
"""

from __future__ import annotations

from vidocq.claims.syntax.dependency import Kind
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.syntax.verb_second_finite import closes_field
from vidocq.claims.syntax.verb_second_records import VerbSecondParse, cases_of, waiting_clause
from vidocq.language.tags import Tag


def opener_of(
    parse: VerbSecondParse, start: int, last: int, verbs: list[int], finite: int, first: int
) -> tuple[Kind, int] | None:
    """What opens a dependent clause at ``start``, if anything does."""
    sentence, atoms = parse.sentence, parse.sentence.atoms
    i = start
    while (
        i < last
        and sentence.phrase_at[i] < 0
        and atoms[i].tags & Tag.ADVERB
        and not (atoms[i].tags & (Tag.SUBORDINATOR | Tag.COMPLEMENTISER))
    ):
        i += 1
    atom = atoms[i]
    if sentence.phrase_at[i] < 0:
        named = atom.tags & Tag.RELATIVE and sentence.pack.grammar.open_clauses and first > 1
        if named and atoms[first - 1].key == "," and sentence.phrase_at[first - 2] >= 0:
            return Kind.RELATIVE, i  # "het bedrijf, | dat …": a comma before "that" tells
        if atom.tags & Tag.COMPLEMENTISER:
            return Kind.COMPLEMENT, i
        if atom.tags & Tag.SUBORDINATOR and _opens(parse, i, last, verbs, finite):
            _free_subject(sentence, i)
            return Kind.ADVERBIAL, i
    if not first or finite < 0 or not closes_field(parse, finite, last):
        return None
    if atoms[first - 1].key == ";":
        return None  # a semicolon opens a main clause: "…; | die Botschaft nannte das absurd"
    waiting = waiting_clause(parse)
    if waiting is not None and waiting.kind is not Kind.MAIN and sentence.phrase_at[i] >= 0:
        return None  # "dass X, hinter dem Y steht, | das Ministerium gehackt hat"
    if atom.tags & Tag.PREPOSITION and sentence.phrase_at[i] < 0 and i < last:
        i += 1
        atom = atoms[i]
        if atom.tags & Tag.RELATIVE:
            _free_after(sentence, i, last)
    return (Kind.RELATIVE, i) if atom.tags & Tag.RELATIVE else None


def _free_after(sentence: Sentence, i: int, last: int) -> None:
    """A noun that only seems to have the relative pronoun as its article: "die Gruppe, hinter | der | Fachleute X sehen"."""
    q = sentence.phrase_at[i]
    if q < 0 or sentence.phrases[q].first != i or sentence.phrases[q].last > last:
        return
    others = [
        r
        for r, phrase in enumerate(sentence.phrases)
        if r != q and i < phrase.first <= last and phrase.prep is None
    ]
    if any("n" in cases_of(sentence, r) for r in others):
        return
    phrase = sentence.phrases[q]
    phrase.first, phrase.prep = i + 1, None
    sentence.phrase_at[i] = -1


def _opens(parse: VerbSecondParse, i: int, last: int, verbs: list[int], finite: int) -> bool:
    """Whether a word that opens clauses does so here: "während | des Angriffs" opens none."""
    if not parse.sentence.atoms[i].tags & (Tag.PREPOSITION | Tag.ADVERB):
        return True
    if finite < 0:
        return any(parse.sentence.verbs[w].infinitive for w in verbs)
    return closes_field(parse, finite, last)


def _free_subject(sentence: Sentence, i: int) -> None:
    """The phrase after a conjunction that is a preposition elsewhere is not governed by it: "wie | Microsoft | mitteilte"."""
    q = sentence.phrase_at[i + 1] if i + 1 < len(sentence.atoms) else -1
    if q >= 0 and sentence.phrases[q].prep == sentence.atoms[i].key:
        sentence.phrases[q].prep = None
