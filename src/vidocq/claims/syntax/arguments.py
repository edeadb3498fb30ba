"""Grammatical arguments: which phrase is the subject, the object, the "by" or "of" of a verb.

Questions over what `dependencies` found, and the search for phrases that a preposition ties to a verb.
"""

from __future__ import annotations

from collections.abc import Collection

from vidocq.claims.syntax.dependencies import Kind, dependencies
from vidocq.claims.syntax.layout import Sentence, leader
from vidocq.claims.syntax.verbs import VerbGroup, accuses
from vidocq.language.tags import Form, Tag

_STOPS = (";", ":")
_OPENING = (",", ";", ":", "«", "“", '"', "–", "—")


def subjects(sentence: Sentence, v: int) -> list[int]:
    """Candidate subjects of verb ``v``, best first (first members of lists)."""
    return _names_first(sentence, dependencies(sentence)[v].subjects)


def _names_first(sentence: Sentence, found: list[int]) -> list[int]:
    """Names before what only describes them: "X and Y, | members of the group Z, | hacked …"."""
    if len(found) < 2 or found[0] not in sentence.same:
        return found
    named = leader(sentence, sentence.same[found[0]][0])
    return [named, *(q for q in found if q != named)] if named in found else found


def objects(sentence: Sentence, v: int) -> list[int]:
    """Candidate objects of verb ``v``: the bare phrases that it governs, nearest first; without any, those that
    the language marks as persons ("acusó | a Rusia")."""
    bare = dependencies(sentence)[v].objects
    personal = sentence.pack.relations.personal
    return bare if bare or not personal else obliques(sentence, v, personal)


def passive_subjects(sentence: Sentence, v: int) -> list[int]:
    """What a passive is said of: its subject, or the phrase that a participle modifies ("groups | based in")."""
    return _names_first(sentence, dependencies(sentence)[v].subjects)


def reduced(sentence: Sentence, v: int) -> bool:
    """Whether verb ``v`` is a participle that modifies the phrase before it."""
    return dependencies(sentence)[v].reduced


def joined(sentence: Sentence, v: int, joining: frozenset[str]) -> list[int]:
    """Who does verb ``v`` together: "A and B | join C in | condemning …" gives A, B's list and C's.

    ``joining``: the verbs of joining of the language. Empty where none governs.
    """
    for w in range(v - 1, max(v - 4, -1), -1):
        verb = sentence.verbs[w]
        if verb.lemmas & joining:
            between = sentence.verbs[w + 1 : v + 1]
            if all(not x.finite or x.gerund or x.infinitive for x in between):
                return [*subjects(sentence, w)[:1], *objects(sentence, w)[:1]]
            return []
        if verb.finite and not (verb.gerund or verb.infinitive):
            return []
    return []


def obliques(sentence: Sentence, v: int, prepositions: Collection[str]) -> list[int]:
    """Phrases to the right of verb ``v`` governed by one of ``prepositions``, nearest first.

    The search runs over participles and relative-free text up to the next finite verb.
    """
    if sentence.pack.grammar.verb_second:
        around = dependencies(sentence)[v].obliques
        return [q for q in around if sentence.phrases[q].prep in prepositions]
    found: list[int] = []
    i = sentence.verbs[v].last + 1
    tied = -1
    while i < len(sentence.atoms):
        q = sentence.phrase_at[i]
        if q >= 0:
            phrase = sentence.phrases[q]
            if q == tied or leader(sentence, q) == tied:
                tied = leader(sentence, q)
            elif (
                phrase.prep in prepositions and leader(sentence, q) == q and not _owns(sentence, q)
            ):
                found.append(q)
            i = phrase.last + 1
            continue
        w = sentence.verb_at[i]
        if w >= 0:
            tied = _tied(sentence, w)
        if w >= 0 and (
            sentence.verbs[w].infinitive
            or sentence.verbs[w].gerund
            or (sentence.verbs[w].finite and not dependencies(sentence)[w].reduced)
        ):
            break
        if _ends_clause(sentence, i):
            break
        i += 1
    return found


def _tied(sentence: Sentence, w: int) -> int:
    """The phrase right after verb ``w`` where that is a participle which only says whose the one before it is:
    "lanzado por Turla, | ligado | al FSB"; -1 elsewhere."""
    verb = sentence.verbs[w]
    if not verb.participle or not dependencies(sentence)[w].reduced:
        return -1
    after = sentence.phrase_at[verb.last + 1 :]
    q = next((q for q in after[:_BY] if q >= 0), -1)
    if q >= 0 and sentence.phrases[q].prep in sentence.pack.relations.agent:
        # "attributed to Peru, | aided by | Chile", "halted after an attack | claimed by | X"
        return q
    if "sponsor" not in verb.frames or not verb.frames <= _TYING:
        return -1
    i = verb.last + 1
    while i < len(sentence.atoms) and sentence.phrase_at[i] < 0:
        if not sentence.atoms[i].tags & Tag.PREPOSITION:
            return -1
        i += 1
    return sentence.phrase_at[i] if i < len(sentence.atoms) else -1


_BY = 3
"""Words after a participle in which its "by" and whom that brings begin."""
_TYING = frozenset({"sponsor", "accuse", "say", "alias", "locate"})


def fronted(sentence: Sentence, v: int, prepositions: Collection[str]) -> list[int]:
    """What a clause opens with before verb ``v``: "Detrás del ataque | está Rusia", "Derrière l'attaque se trouve X".

    Only what someone may stand behind, and only where nothing but phrases with prepositions lies before the verb.
    """
    relations = sentence.pack.relations
    behind = relations.behind.intersection(prepositions).difference(relations.aside)
    if not behind or sentence.pack.grammar.verb_second:
        return []
    i = sentence.verbs[v].first - 1
    if i >= 0 and sentence.atoms[i].key in sentence.pack.cues.reflexives:
        i -= 1
    while i >= 0:
        q = sentence.phrase_at[i]
        if q < 0:
            if not sentence.atoms[i].tags & (Tag.PREPOSITION | Tag.NEGATION | Tag.ADVERB):
                return []
            i -= 1
            continue
        phrase = sentence.phrases[q]
        i = phrase.first - 1
        if phrase.prep in behind:
            return [leader(sentence, q)] if _opens(sentence, i) else []
        if not phrase.prep:
            return []
    return []


def _opens(sentence: Sentence, i: int) -> bool:
    """Whether only a preposition lies between atom ``i`` and the start of its clause."""
    while i >= 0 and sentence.atoms[i].tags & Tag.PREPOSITION:
        i -= 1
    if i < 0:
        return True
    atom = sentence.atoms[i]
    return atom.key in _OPENING or bool(
        atom.tags & (Tag.COMPLEMENTISER | Tag.SUBORDINATOR | Tag.CONJUNCTION)
    )


_BLAMED = frozenset({"agency", "service", "group", "actor", "government"})


def beyond_aside(sentence: Sentence, v: int, prepositions: tuple[str, ...]) -> list[int]:
    """Whom an accusing verb names after an aside: "attributed a campaign, | targeting banks, | to Kestrel"."""
    w = v + 1
    if w >= len(sentence.verbs) or not accuses(sentence.verbs[v]):
        return []
    aside = sentence.verbs[w]
    if not aside.gerund or not aside.first:
        return []
    if sentence.atoms[aside.first - 1].key != ",":
        # "attributed cyber activity | targeting allies | to the GRU"
        return [
            q
            for q in obliques(sentence, w, prepositions)
            if sentence.phrases[q].kind in _BLAMED and objects(sentence, w)
        ]
    return [
        q
        for q in obliques(sentence, w, prepositions)
        if any(a.key == "," for a in sentence.atoms[aside.last : sentence.phrases[q].first])
    ]


def _owns(sentence: Sentence, q: int) -> bool:
    """Whether phrase ``q`` is only the possessor of the next one."""
    return q + 1 < len(sentence.phrases) and sentence.phrases[q + 1].owner == q


def _ends_clause(sentence: Sentence, i: int) -> bool:
    atom = sentence.atoms[i]
    if atom.key in _STOPS:
        return True
    return bool(
        atom.tags & (Tag.RELATIVE | Tag.COMPLEMENTISER | Tag.SUBORDINATOR)
        and not atom.tags & Tag.PREPOSITION
    )


def complement_verb(sentence: Sentence, v: int, prepositions: Collection[str]) -> int | None:
    """The verb that a role's preposition opens: "accused China of | hacking", "accusé … d'| avoir piraté"."""
    if sentence.pack.grammar.verb_second:
        return _infinitive_under(sentence, v)
    for w in range(v + 1, len(sentence.verbs)):
        verb = sentence.verbs[w]
        if verb.marker in prepositions and not verb.finite:
            return w
        if verb.finite and dependencies(sentence)[w].kind is not Kind.RELATIVE:
            return None
    return None


def _infinitive_under(sentence: Sentence, v: int) -> int | None:
    """The infinitive that hangs on a verb: "beschuldigt X, | Y gehackt zu haben"."""
    rows = dependencies(sentence)
    return next(
        (
            w
            for w, verb in enumerate(sentence.verbs)
            if verb.infinitive and not verb.auxiliary and rows[w].governor == v
        ),
        None,
    )


def active_possible(verb: VerbGroup) -> bool:
    """Whether the form can be active: everything but a passive and a French bare participle."""
    if verb.passive:
        return False
    return not verb.participle or bool(verb.form & (Form.PAST | Form.PRESENT))
