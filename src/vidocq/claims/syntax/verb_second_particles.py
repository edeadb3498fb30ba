"""Separable verbs: the particle that ends the clause says which verb it is: "griff | den Bundestag | an".

So do words that go with a participle, an infinitive or "be" before it: "ist | Opfer | eines Angriffs geworden". (English verbs
with particles: `particles`.)
"""

from __future__ import annotations

from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.syntax.verb_second_records import Clause
from vidocq.claims.syntax.verbs import VerbGroup
from vidocq.language.stored import VerbForm
from vidocq.language.tags import Form, Tag


def take_particle(sentence: Sentence, clause: Clause, verb: VerbGroup) -> set[int]:
    """Choose the verb's forms by the particle that ends the clause; the phrases that the particle covers."""
    atoms = sentence.atoms
    particles = {f.particle for f in verb.forms if f.particle}
    apart = sorted(particles, key=lambda p: (-len(p), p))  # whatever order the set has
    for particle in apart:
        words = particle.split(" ")
        for first, last in clause.spans:
            for i in range(last - len(words) + 1, max(first, verb.last) - 1, -1):
                if i <= verb.last and len(words) > 1 and i + len(words) > verb.first:
                    continue
                keys = " ".join(a.key for a in atoms[i : i + len(words)])
                if keys == particle and _governs(sentence, i, particle):
                    continue  # "legde sancties op | aan twee hackers"
                if keys == particle and _closes_clause(sentence, i + len(words), last):
                    _choose_forms(verb, tuple(f for f in verb.forms if f.particle == particle))
                    for w in clause.verbs:
                        other = sentence.verbs[w]
                        if other is not verb and i <= other.first < i + len(words):
                            _choose_forms(other, ())
                    return _covered(sentence, i, len(words))
        i = _words_before(sentence, clause, verb, words)
        if i >= 0:
            _choose_forms(verb, tuple(f for f in verb.forms if f.particle == particle))
            return _covered(sentence, i, len(words))
    if apart:
        _choose_forms(verb, tuple(f for f in verb.forms if not f.particle))
    return set()


def leave_plain(verb: VerbGroup) -> None:
    """Leave a verb that only helps another no meaning that it has with words of its own."""
    _choose_forms(verb, tuple(f for f in verb.forms if not f.particle))


def _governs(sentence: Sentence, i: int, particle: str) -> bool:
    """Whether the word at ``i`` is a preposition to what follows it."""
    at = sentence.phrase_at
    q = at[i + 1] if i + 1 < len(at) else -1
    return q >= 0 and at[i] < 0 and sentence.phrases[q].prep == particle


def _words_before(sentence: Sentence, clause: Clause, verb: VerbGroup, words: list[str]) -> int:
    """Where the words that a participle, an infinitive or "be" goes with stand before it: "ist | Opfer | eines Angriffs geworden"."""
    atoms = sentence.atoms
    helps = atoms[verb.head].tags & (Tag.BE | Tag.BECOME)
    if not helps and not verb.form & (Form.PARTICIPLE | Form.INFINITIVE):
        return -1
    for first, last in clause.spans:
        for i in range(min(last + 1, verb.first) - len(words), first - 1, -1):
            if [a.key for a in atoms[i : i + len(words)]] != words:
                continue
            q = sentence.phrase_at[i + len(words) - 1]
            if q < 0 or sentence.phrases[q].last < i + len(words):
                return i
    return -1


def _covered(sentence: Sentence, i: int, length: int) -> set[int]:
    """The phrases that so many atoms from ``i`` belong to."""
    at = sentence.phrase_at
    return {at[k] for k in range(i, i + length) if at[k] >= 0}


def _closes_clause(sentence: Sentence, i: int, last: int) -> bool:
    """Whether nothing bare follows in the field."""
    return all(
        sentence.phrase_at[k] < 0 or sentence.phrases[sentence.phrase_at[k]].prep is not None
        for k in range(i, last + 1)
    )


def _choose_forms(verb: VerbGroup, forms: tuple[VerbForm, ...]) -> None:
    """Leave a verb no other meanings than those of some of its forms."""
    verb.forms = forms
    verb.lemmas = frozenset(f.lemma for f in forms)
    verb.frames = frozenset(u.frame for f in forms for u in f.uses)
