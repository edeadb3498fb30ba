"""Relative clauses: whether a pronoun opens one or opens what was told, its case, and what it stands for.

"attacks by criminals | based in Russia | that have hit …" against "told Congress | that hackers …". A pronoun that is
also the conjunction "that" opens a relative clause only after a noun that nobody is told by. What later stages ask of a pronoun that is no subject is in `relatives`.
"""

from __future__ import annotations

from vidocq.claims.syntax.clause_stack import EVENTS, ClauseParse, says
from vidocq.claims.syntax.dependency import Kind
from vidocq.claims.syntax.layout import Sentence, is_plural, with_chain
from vidocq.claims.syntax.verbs import VerbGroup
from vidocq.language.tags import Tag

_DEEDS = frozenset({"attack", "incident", "group", "malware"})
_TOLD = frozenset({"pronoun", "we", "office", "agency", "government", "state", "time"})
"""Kinds after which "that" with a subject of its own opens what they were told, not a relative clause."""
_HUMAN = frozenset({"actor", "persons", "person", "office"})
_PERSONAL = frozenset({"actor", "persons", "person", "group", "name", "office", "unit", "agency"})


def case_of_relative(sentence: Sentence, i: int) -> str | None:
    """What a relative pronoun that cannot be the subject is: the object, or under which preposition."""
    atom = sentence.atoms[i]
    if atom.tags & Tag.RELATIVE and i and sentence.phrase_at[i - 1] < 0:
        before = sentence.atoms[i - 1]
        if before.tags & Tag.PREPOSITION:
            return before.word.value or before.key
    return atom.word.value


def follows_noun(parse: ClauseParse, i: int) -> bool:
    """Whether the relative pronoun at ``i`` has a noun before it to stand for."""
    clause = parse.stack[-1]
    if clause.last < 0:
        return False
    if not parse.sentence.atoms[i].tags & Tag.COMPLEMENTISER:
        return True
    between = range(parse.sentence.phrases[clause.last].last + 1, i)
    # "La cyberattaque, | que Kiev impute à Moscou, | a touché …": before any verb, and after an attack, a comma parts.
    waits = clause.verb is None or parse.sentence.phrases[clause.last].kind in EVENTS
    loose = waits or parse.sentence.atoms[i].key in parse.sentence.pack.cues.loose_relatives
    return all(
        parse.sentence.verb_at[k] < 0 and (loose or parse.sentence.atoms[k].key != ",")
        for k in between
    )


def possible_antecedents(parse: ClauseParse, pronoun: str) -> list[int]:
    """What a relative pronoun may stand for, nearest first; over a participle, what that modifies.

    "attacks by criminals | based in Russia | that have hit …": Russia, the criminals, the attacks.
    A pronoun for persons ("who") looks to actors and persons first.
    """
    clause = parse.stack[-1]
    found = with_chain(parse.sentence, clause.last)
    if clause.kind is Kind.REDUCED and clause.verb is not None:
        found += [q for q in parse.found[clause.verb].subjects if q not in found]
        if not _TIES.isdisjoint(parse.sentence.verbs[clause.verb].frames):
            found.sort(key=lambda q: parse.sentence.phrases[q].kind not in _BACKED)
    if pronoun in parse.sentence.pack.cues.personal_relatives:
        found.sort(key=lambda q: _rank_of_person(parse.sentence.phrases[q].kind))
    return found


_TIES = frozenset({"sponsor", "locate"})
"""Of participles that tell whose or where somebody is: "a gang linked to Russia | that stole …", the gang."""
_BACKED = frozenset({"actor", "persons", "person", "group"})


def agreeing_first(sentence: Sentence, verb: VerbGroup, found: list[int]) -> list[int]:
    """Antecedents that agree in number with the verb's auxiliary first."""
    cues = sentence.pack.cues
    many, one = cues.plural_auxiliaries, cues.singular_auxiliaries
    plural = next(
        (
            sentence.atoms[i].key in many
            for i in range(verb.first, verb.last + 1)
            if sentence.atoms[i].key in many or sentence.atoms[i].key in one
        ),
        None,
    )
    if plural is None or len(found) < 2:
        return found
    return sorted(found, key=lambda q: is_plural(sentence, q) is not plural)


def opens_report(parse: ClauseParse, i: int) -> bool:
    """Whether "that" at ``i`` opens what was told and not a relative: "told Congress | that hackers …"."""
    clause = parse.stack[-1]
    if clause.verb is None or not parse.sentence.atoms[i].tags & Tag.COMPLEMENTISER:
        return False
    told = clause.last >= 0 and parse.sentence.phrases[clause.last].kind in _TOLD
    if _stands_for_deed(parse, i):
        return False
    if not says(parse.sentence, clause.verb) and not told:
        return False
    k = i + 1
    while k < len(parse.sentence.atoms) and parse.sentence.phrase_at[k] < 0:
        if parse.sentence.verb_at[k] >= 0:
            return False
        k += 1
    return k < len(parse.sentence.atoms)


def _stands_for_deed(parse: ClauseParse, i: int) -> bool:
    """Whether a pronoun that opens both kinds of clause follows an attack or its author at once: "investiga el
    ataque, | que | las autoridades atribuyen a …"; nobody is told by those."""
    clause = parse.stack[-1]
    if parse.sentence.atoms[i].key not in parse.sentence.pack.cues.loose_relatives:
        return False
    if clause.last < 0 or parse.sentence.phrases[clause.last].kind not in _DEEDS:
        return False
    return all(
        parse.sentence.atoms[k].key == ","
        for k in range(parse.sentence.phrases[clause.last].last + 1, i)
    )


def opened_as_report(parse: ClauseParse, relative: int) -> bool:
    """Whether the word before a verb opened what the verb before it reports: "confirmó | que | había sufrido …"."""
    clause = parse.stack[-1]
    word = parse.sentence.atoms[relative]
    opens = bool(word.tags & Tag.COMPLEMENTISER) and not word.tags & Tag.PREPOSITION
    return opens and clause.kind is Kind.COMPLEMENT and clause.verb is None


def _rank_of_person(kind: str) -> int:
    """How well "who" stands for a phrase: people first, then groups and bodies, then things."""
    return 0 if kind in _HUMAN else 1 if kind in _PERSONAL else 2
