"""Participles before a noun, with what belongs to them: "die | von Russland | gesteuerte | Gruppe".

They are taken out first: neither they nor their phrases have a part in the clause around them.
"""

from __future__ import annotations

from vidocq.claims.syntax.dependency import Dependency, Kind
from vidocq.claims.syntax.verb_second_finite import FINITE_FORMS, may_be_finite
from vidocq.claims.syntax.verb_second_records import FIELD_SIGNS, VerbSecondParse, cases_of
from vidocq.claims.syntax.verbs import VerbGroup
from vidocq.language.tags import Form, Tag


def read_attribute(parse: VerbSecondParse, v: int, verb: VerbGroup) -> None:
    """ "die | von Russland | gesteuerte | Gruppe": a participle that modifies the noun after it."""
    sentence, atoms = parse.sentence, parse.sentence.atoms
    q = sentence.phrase_at[verb.last + 1] if verb.last + 1 < len(atoms) else -1
    if q < 0 or atoms[sentence.phrases[q].first].tags & (Tag.DETERMINER | Tag.OWN_PRONOUN):
        return
    around: list[int] = []
    i = verb.first - 1
    lone = -1
    while i >= 0 and atoms[i].key not in FIELD_SIGNS and sentence.verb_at[i] < 0:
        p = sentence.phrase_at[i]
        if p >= 0:
            phrase = sentence.phrases[p]
            if phrase.prep is None and cases_of(sentence, p) != "d":
                break
            around.append(p)
            i = phrase.first - 1
            continue
        if atoms[i].tags & Tag.DETERMINER and not atoms[i].tags & Tag.PREPOSITION:
            lone = i
            break
        i -= 1
    only = verb.form & FINITE_FORMS == 0
    if lone < 0 and not (only or (around and _other_finite(parse, v))):
        return
    parse.attributes.add(v)
    parse.apart.update(around)
    noun = sentence.phrases[q]
    if lone >= 0:
        before = atoms[lone - 1] if lone else None
        if before is not None and before.tags & Tag.PREPOSITION:
            noun.prep = before.word.value or before.key
        noun.determined = True
        noun.indefinite = atoms[lone].key in sentence.pack.cues.indefinite_articles
    verb.participle, verb.finite = True, False
    parse.found[v] = Dependency(Kind.REDUCED, [q], [], None, True, around)


def _other_finite(parse: VerbSecondParse, v: int) -> bool:
    """Whether a verb that stands before no noun may be the finite one of the sentence."""
    return any(
        w != v and may_be_finite(parse, w) and not verb.form & Form.ATTRIBUTIVE
        for w, verb in enumerate(parse.sentence.verbs)
    )
