"""Clauses of languages whose finite verb is second in main clauses and last in dependent ones (German, Dutch).

The parts of a verb stand apart: "hat den Bundestag angegriffen", "griff den Bundestag an", "…, dass sie ihn angegriffen
haben soll". The sentence is cut into fields at commas and conjunctions; fields become clauses; a clause's finite verb,
participle, infinitive and particle become one verb, and its bare phrases subject and objects by case, number and order.
The method is that of topological fields (Drach 1937; Höhle 1986) over the chunks of the stages before.

Here is the order of the steps; each has a module of its own: `verb_second_attributes` (participles before a noun),
`verb_second_fields`, `verb_second_clauses` with `verb_second_openers` and `verb_second_finite`, then for each clause
`verb_second_voice`, `verb_second_particles` and `verb_second_arguments`. What they share is in `verb_second_records`.
"""

from __future__ import annotations

from vidocq.claims.syntax.dependency import Dependency, Kind
from vidocq.claims.syntax.layout import Sentence, leader
from vidocq.claims.syntax.verb_second_arguments import give_dative, phrases_of, subject_and_objects
from vidocq.claims.syntax.verb_second_attributes import read_attribute
from vidocq.claims.syntax.verb_second_clauses import place_field
from vidocq.claims.syntax.verb_second_fields import fields_of
from vidocq.claims.syntax.verb_second_finite import main_verb
from vidocq.claims.syntax.verb_second_particles import leave_plain, take_particle
from vidocq.claims.syntax.verb_second_records import Clause, VerbSecondParse, phrase_before
from vidocq.claims.syntax.verb_second_voice import set_voice
from vidocq.claims.syntax.verbs import VerbGroup
from vidocq.language.tags import Form, Tag

__all__ = ["read_clauses"]


def read_clauses(sentence: Sentence) -> list[Dependency]:
    """The dependency of each verb; voice, mood, negation and particle of the verbs are set on the way."""
    return _read(VerbSecondParse(sentence))


def _read(parse: VerbSecondParse) -> list[Dependency]:
    """Take every step over the whole sentence; what was found for each verb."""
    sentence = parse.sentence
    if not sentence.verbs:
        return []
    for v, verb in enumerate(sentence.verbs):
        if verb.form & Form.ATTRIBUTIVE:
            read_attribute(parse, v, verb)
    for first, last in fields_of(parse):
        place_field(parse, first, last)
    for clause in parse.clauses:
        _resolve(parse, clause)
    sentence.clause_at.extend([-1] * len(sentence.atoms))
    for clause in parse.clauses:
        for first, last in clause.spans:
            sentence.clause_at[first : last + 1] = [clause.main] * (last + 1 - first)
    return parse.found


def _resolve(parse: VerbSecondParse, clause: Clause) -> None:
    """Set the clause's verb and find its subject and objects."""
    sentence = parse.sentence
    if clause.main < 0:
        clause.main = main_verb(sentence, clause) if clause.verbs else -1
    if clause.main < 0:
        return
    v = clause.main
    verb = sentence.verbs[v]
    set_voice(sentence, clause, verb)
    bare, oblique = phrases_of(parse, clause)
    particle = take_particle(sentence, clause, verb)
    bare = [q for q in bare if q not in particle]
    oblique = [q for q in oblique if q not in particle]
    give_dative(sentence, clause, verb, bare, oblique)
    subject, objects = subject_and_objects(parse, clause, verb, bare)
    clause.subjects = subject
    dependency = Dependency(
        clause.kind,
        subject,
        objects,
        clause.governor,
        verb.participle and not verb.finite,
        oblique,
    )
    for w in clause.verbs:
        if w != v and sentence.verbs[w].auxiliary:
            helping = sentence.verbs[w]
            helping.finite = w == clause.finite
            if sentence.atoms[helping.head].tags & Tag.BE:
                leave_plain(helping)  # "is | gehackt": no "is het slachtoffer"
            parse.found[w] = Dependency(clause.kind, [], [], clause.governor)
        elif w != v and w not in parse.attributes:
            _second(parse, clause, w, subject, objects, oblique)
    parse.found[v] = dependency
    verb.dative = verb.passive and len(subject) > 1


def _second(
    parse: VerbSecondParse,
    clause: Clause,
    w: int,
    subject: list[int],
    objects: list[int],
    oblique: list[int],
) -> None:
    """Another full verb of the clause: an infinitive or participle that hangs on the main one."""
    verb = parse.sentence.verbs[w]
    verb.finite = False
    renamed = _renamed(parse.sentence, clause, verb)
    if renamed is not None:
        name, others, around = renamed
        verb.participle, verb.infinitive = True, False
        verb.passive = verb.dative = bool(verb.form & Form.PARTICIPLE)
        subject = [name, *others] if verb.passive else [name]
        parse.found[w] = Dependency(Kind.REDUCED, subject, others, clause.main, False, around)
        return
    verb.participle = not verb.infinitive and bool(verb.form & Form.PARTICIPLE)
    verb.infinitive = verb.infinitive or not verb.participle
    parse.found[w] = Dependency(Kind.REDUCED, subject, objects, clause.main, False, oblique)


def _renamed(
    sentence: Sentence, clause: Clause, verb: VerbGroup
) -> tuple[int, list[int], list[int]] | None:
    """What a participle between commas gives another name, the names, and what stands under prepositions there:
    "die Gruppe X, | in der Fachwelt als Y bekannt", "Z, | auch Y genannt"."""
    if "alias" not in verb.frames or verb.infinitive:
        return None
    for first, last in clause.spans[1:]:
        if not first <= verb.first <= last:
            continue
        inside = [
            q
            for q, phrase in enumerate(sentence.phrases)
            if first <= phrase.first <= last and leader(sentence, q) == q
        ]
        before = phrase_before(sentence, first)
        if before < 0 or sentence.atoms[first - 1].key != ",":
            return None
        others = [q for q in inside if sentence.phrases[q].prep is None]
        others = [q for q in others if sentence.phrases[q].kind in ("group", "name", "malware")]
        return before, others, [q for q in inside if sentence.phrases[q].prep is not None]
    return None
