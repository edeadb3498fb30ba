"""Which verb of a field is finite, which verb of a clause says what happens, and whether the finite one closes its field.

Of "angegriffen haben soll" the modal is finite and "angegriffen" the main verb. A form may be finite by itself ("hackt") and
not where it stands ("verschlüsselt | zu haben").
"""

from __future__ import annotations

from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.syntax.verb_second_records import Clause, VerbSecondParse
from vidocq.language.tags import Form, Tag

FINITE_FORMS = Form.PRESENT | Form.PAST | Form.SUBJUNCTIVE | Form.CONDITIONAL | Form.IMPERFECT


def finite_verb(parse: VerbSecondParse, verbs: list[int]) -> int:
    """The finite verb among those of a field: an auxiliary before a full verb, else the first that can be."""
    sentence = parse.sentence
    able = [w for w in verbs if may_be_finite(parse, w)]
    if not able:
        return -1
    helping = [w for w in able if sentence.verbs[w].auxiliary]
    if helping:
        # "soll … angegriffen haben": the modal is finite, "haben" is not.
        modal = [w for w in helping if sentence.atoms[sentence.verbs[w].head].tags & Tag.MODAL]
        return (modal or helping)[-1] if len(verbs) > 1 else helping[0]
    return able[0]


def may_be_finite(parse: VerbSecondParse, w: int) -> bool:
    """Whether form and place of a verb let it be finite."""
    verb = parse.sentence.verbs[w]
    if verb.infinitive or w in parse.attributes:
        return False
    before = parse.sentence.atoms[verb.first - 1] if verb.first else None
    if verb.auxiliary and before is not None and before.tags & Tag.INFINITIVE_MARKER:
        return False  # "verschlüsselt zu | haben"
    if (
        verb.form & Form.PARTICIPLE
        and w + 1 < len(parse.sentence.verbs)
        and is_to_have(parse.sentence, w + 1)
    ):
        return False
    atom = parse.sentence.atoms[verb.head]
    if verb.auxiliary:
        return not atom.key.endswith("worden") and not bool(atom.word.form & Form.PARTICIPLE)
    return bool(verb.form & FINITE_FORMS)


def is_to_have(sentence: Sentence, w: int) -> bool:
    """Whether a verb is the "to have" right after a participle: "verschlüsselt | zu haben"."""
    verb, before = sentence.verbs[w], sentence.verbs[w - 1] if w else None
    marked = verb.first and sentence.atoms[verb.first - 1].tags & Tag.INFINITIVE_MARKER
    near = before is not None and before.last + 2 == verb.first
    return bool(verb.auxiliary and marked and near)


def closes_field(parse: VerbSecondParse, finite: int, last: int) -> bool:
    """Whether the finite verb closes the field: no phrase after it but one that a preposition brings."""
    sentence = parse.sentence
    for i in range(sentence.verbs[finite].last + 1, last + 1):
        q = sentence.phrase_at[i]
        if q >= 0 and sentence.phrases[q].prep is None:
            return False
        other = sentence.verb_at[i] >= 0 and sentence.verb_at[i] not in parse.attributes
        if other and sentence.verb_at[i - 1] < 0:
            return False  # another verb, and no part of this one ("heeft | gehackt")
    return True


def main_verb(sentence: Sentence, clause: Clause) -> int:
    """The verb that says what happens: the last full verb, else a predicate, else the finite verb."""
    verbs = sentence.verbs
    full = [w for w in clause.verbs if not verbs[w].auxiliary and not verbs[w].infinitive]
    full = full or [w for w in clause.verbs if not verbs[w].auxiliary]
    if not full:
        return next((w for w in clause.verbs if _completed(sentence, clause, w)), clause.finite)
    closing = [w for w in full if w != clause.finite]
    return closing[-1] if closing and verbs[clause.finite].auxiliary else full[0]


def _completed(sentence: Sentence, clause: Clause, w: int) -> bool:
    """Whether an auxiliary makes a verb with words of its clause: "ist Ziel eines Angriffs | geworden"."""
    particles = {f.particle for f in sentence.verbs[w].forms if f.particle}
    keys = {a.key for first, last in clause.spans for a in sentence.atoms[first : last + 1]}
    return any(keys.issuperset(particle.split(" ")) for particle in particles)


def may_be_main(sentence: Sentence, w: int) -> bool:
    """Whether a clause may have the verb as its main verb: a full verb, or an auxiliary that is the sentence's only verb."""
    return not sentence.verbs[w].auxiliary or len(sentence.verbs) == 1
