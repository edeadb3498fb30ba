"""What the form of a verb says of its deed: done, only aimed at, what somebody is accused of, or no deed but a kind of it."""

from __future__ import annotations

from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.syntax.verbs import PROSECUTING, accuses
from vidocq.language.tags import Form, Tag
from vidocq.model import EntityType, Reference


def accused_of(sentence: Sentence, v: int) -> bool:
    """Whether a verb says what somebody is accused of: "accused … of | spying on"."""
    verb = sentence.verbs[v]
    if sentence.pack.grammar.verb_second:
        above = dependencies(sentence)[v].governor
        return verb.infinitive and above is not None and accuses(sentence.verbs[above])
    relations = sentence.pack.relations
    if verb.marker not in relations.of and verb.marker not in relations.cause:
        return False
    nearest = v - 1 if verb.marker in relations.cause else max(v - 2, 0)
    return any(
        use.frame == "accuse"
        for w in range(max(nearest, 0), v)
        for form in sentence.verbs[w].forms
        for use in form.uses
    )


def answers_for_it(sentence: Sentence, v: int, subject: Reference) -> bool:
    """Whether a verb tells a person's deed: what one person did or is charged with is an incident, though only kinds of
    victims are named (persons have no aims of their own: claim guide, targets)."""
    if subject.type is not EntityType.PERSON:
        return False
    verb = sentence.verbs[v]
    if accused_of(sentence, v) or not (verb.infinitive or verb.gerund):
        return True
    above = dependencies(sentence)[v].governor
    return (
        above is not None
        and not PROSECUTING.isdisjoint(sentence.verbs[above].frames)
        and verb.marker in sentence.pack.relations.charged
    )


def is_control(sentence: Sentence, v: int) -> bool:
    """Whether a verb only names an aim: "used to breach", "tried to hack", "able to spy on or disrupt"; not "avoir
    piraté", "to have hacked"."""
    verb = sentence.verbs[v]
    if any(a.tags & Tag.HAVE for a in sentence.atoms[verb.first : verb.head]):
        return False
    if sentence.pack.grammar.verb_second:
        above = dependencies(sentence)[v].governor
        frames = sentence.verbs[above].frames if above is not None else _NO_FRAMES
        return verb.infinitive and frames.isdisjoint(_TELLING)
    if verb.gerund:
        return False  # "pleaded guilty to hacking X"
    if verb.infinitive or v == 0 or not verb.form & Form.INFINITIVE:
        return verb.infinitive
    between = range(sentence.verbs[v - 1].last + 1, verb.first)
    return sentence.verbs[v - 1].infinitive and all(
        sentence.phrase_at[i] < 0 and sentence.atoms[i].tags & (Tag.CONJUNCTION | Tag.ADVERB)
        for i in between
    )


_TELLING = frozenset({"accuse", "deny", "say", "indict"})
"""Frames under which an infinitive tells what was done ("bestreitet, X gehackt zu haben")."""
_NO_FRAMES: frozenset[str] = frozenset()


def defines_method(sentence: Sentence, p: int, v: int) -> bool:
    """Whether a method is defined and no attack told: "a type of spear phishing that targets executives"."""
    form, phrase = sentence.verbs[v].form, sentence.phrases[p]
    present = form & Form.PRESENT and not form & (Form.PAST | Form.PARTICIPLE)
    before = sentence.atoms[max(phrase.first - 3, 0) : phrase.last + 1]
    return bool(present) and (
        (phrase.kind == "technique" and not phrase.determined)
        or (
            phrase.kind == "attack" and any(atom.key in sentence.pack.cues.kinds for atom in before)
        )
    )
