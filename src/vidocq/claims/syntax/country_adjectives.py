"""Adjectives of countries that stand as phrases of their own: whose they are, since none of them is a state that acts.

"Chinese, Russian and Iranian hackers" are all hackers, "a group believed to be Peruvian" is a group, and so is
"the Iran-linked, financially motivated group".
"""

from __future__ import annotations

from vidocq.claims.syntax.layout import Sentence
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom
from vidocq.mentions.phrases import Phrase, StateMark


def join_adjectives(sentence: Sentence) -> None:
    """A second adjective of country belongs to its noun: "les pirates russes | et chinois" are no state."""
    for p in range(1, len(sentence.phrases)):
        before, phrase = sentence.phrases[p - 1], sentence.phrases[p]
        adjective = phrase.descriptor == "people" and phrase.kind == "state"
        if (
            adjective
            and phrase.text.islower()
            and sentence.next_in_list[p - 1] == p
            and before.kind in ("actor", "persons")
            and before.marks
        ):
            phrase.kind = "thing"


def share_noun(sentence: Sentence) -> None:
    """Adjectives of countries in a list share its last noun: "Chinese, | Russian | and Iranian hackers" are all hackers."""
    phrases = sentence.phrases
    for p, phrase in enumerate(phrases):
        if phrase.kind not in ("actor", "persons") or not phrase.plural or not phrase.marks:
            continue
        if phrase.marks[0].how not in ("demonym", "sponsor") or phrase.number is not None:
            continue
        q = p
        while q and sentence.next_in_list[q - 1] == q and _only_adjective(phrases[q - 1]):
            q -= 1
        if q == p:
            continue
        how = phrase.marks[0].how
        phrase.marks = (*(_mark(other, how) for other in phrases[q:p]), *phrase.marks)
        phrase.prep = phrases[q].prep
        phrase.start = phrases[q].start
        phrase.text = sentence.text[phrase.start : phrase.end]
        for r in range(q, p):
            phrases[r].kind, phrases[r].prep = "thing", "be"
            sentence.next_in_list[r] = -1
        for r in range(q, len(phrases)):
            if sentence.joined[r] == q:
                sentence.joined[r] = p


def _only_adjective(phrase: Phrase) -> bool:
    """Whether a phrase is nothing but the adjective of a country."""
    return phrase.kind == "state" and phrase.descriptor == "people" and not phrase.determined


_TELLING_KINDS = frozenset({"office", "government", "company", "agency"})


def said_to_be(sentence: Sentence, p: int) -> None:
    """ "a group | believed to be | Peruvian", "are | Peru-linked": said of the group, and no state that acts."""
    phrase, before = sentence.phrases[p], sentence.phrases[p - 1]
    if phrase.kind != "state":
        return
    atoms = sentence.atoms
    tied = _tied(atoms, phrase.last + 1)
    if not (phrase.descriptor == "people" or tied):
        return
    if tied and p + 1 < len(sentence.phrases):
        _describe_next(sentence, p, tied)
    if _set_off(atoms, before, phrase):
        before.marks = (*before.marks, _mark(phrase, tied or "demonym"))
        phrase.prep = "be"
        return
    if phrase.prep is not None:
        return
    if not atoms[phrase.first - 1].tags & Tag.BE:
        return
    inside: range = range(0)
    if before.kind in _TELLING_KINDS and p > 1:
        # "hackers | who | experts | believe are | Peruvian", "believed by | experts | to be | Peruvian"
        inside, before = range(before.first, before.last + 1), sentence.phrases[p - 2]
    between = range(before.last + 1, phrase.first)
    if before.kind in ("actor", "group") and all(
        i in inside
        or sentence.verb_at[i] >= 0
        or atoms[i].tags & (Tag.INFINITIVE_MARKER | Tag.ADVERB | Tag.RELATIVE)
        or atoms[i].key == ","
        or (inside and i == inside.start - 1 and atoms[i].key in sentence.pack.relations.agent)
        for i in between
    ):
        before.marks = (*before.marks, _mark(phrase, tied or "demonym"))
        phrase.prep = "be"


def _set_off(atoms: list[Atom], before: Phrase, phrase: Phrase) -> bool:
    """Whether an adjective of country stands between commas or in brackets after actors: "hackers, | probably Peruvian, | hit"."""
    if before.kind not in ("actor", "group") or before.marks or phrase.last + 1 >= len(atoms):
        return False
    opening, closing = atoms[before.last + 1].key, atoms[phrase.last + 1].key
    between = atoms[before.last + 2 : phrase.first]
    return (opening, closing) in ((",", ","), ("(", ")")) and all(
        a.tags & Tag.ADVERB for a in between
    )


def _tied(atoms: list[Atom], i: int) -> str | None:
    """How a hyphen and a suffix at ``i`` tie the state before it to somebody: "Iran | -linked", "Iran | -based"."""
    if i + 1 >= len(atoms) or atoms[i].key != "-":
        return None
    if atoms[i + 1].tags & Tag.SPONSOR_SUFFIX:
        return "sponsor"
    return "based" if atoms[i + 1].tags & Tag.LOCATION_SUFFIX else None


def _describe_next(sentence: Sentence, p: int, tied: str) -> None:
    """ "the Iran-linked, | financially motivated group": a comma parts the adjective from its noun."""
    phrase, following = sentence.phrases[p], sentence.phrases[p + 1]
    comma = sentence.atoms[phrase.last + 3].key if phrase.last + 3 < following.first + 1 else ""
    first = following.first
    if comma != "," or first != phrase.last + 4 or following.kind not in ("actor", "group"):
        return
    if following.determined:
        return
    following.marks = (_mark(phrase, tied), *following.marks)
    following.prep, phrase.prep = phrase.prep, "be"


def _mark(phrase: Phrase, how: str) -> StateMark:
    """What an adjective of country that stands as a phrase of its own says of another phrase."""
    return StateMark(phrase.entity or "", "state", f"{phrase.start}:{phrase.end}", how)
