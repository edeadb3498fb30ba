"""Who speaks in the clause that ends a sentence: "…, the United States and Japan said on Tuesday".

Dispatches end with their source. A list of speakers there stands after a comma, as the members of a
list before it would, so it is found before lists are linked.
"""

from __future__ import annotations

from vidocq.claims.frames import role_kinds
from vidocq.claims.syntax.arguments import subjects
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.tags import Tag

_QUOTED = frozenset({'"', "”", "»"})
_BESIDE = frozenset({"thing", "actor", "persons", "unit", "place"})
"""Kinds that speak beside others: "its allies", "several nations", "researchers"."""


def closing_speakers(sentence: Sentence) -> int | None:
    """The first phrase of the list that speaks in the clause at the end of a sentence.

    None without such a clause, or where one phrase alone speaks: no list could take it in.
    """
    for v in range(len(sentence.verbs) - 1, 0, -1):
        verb = sentence.verbs[v]
        speaks = "say" in verb.frames and verb.finite and not (verb.passive or verb.infinitive)
        if speaks and _ends(sentence, v):
            first = _first_of_list(sentence, v)
            if first is not None:
                return first
    return None


def closes(sentence: Sentence, v: int, who: int) -> bool:
    """Whether the reporting clause ends the sentence: "…, X said."."""
    if who == closing_speakers(sentence) and _ends(sentence, v):
        return True
    words = [a for a in sentence.atoms[sentence.verbs[v].last + 1 :] if a.is_word]
    if len(words) > 6 or any(a.tags & Tag.COMPLEMENTISER for a in words):
        return False
    if v + 1 < len(sentence.verbs) and acts_next(
        sentence, v, (subjects(sentence, v + 1) or [-1])[0]
    ):
        return False
    i = sentence.phrases[who].first - 1
    return i >= 0 and sentence.atoms[i].key in (",", '"', "”", "»")


def acts_next(sentence: Sentence, v: int, q: int) -> bool:
    """Whether phrase ``q`` is the subject of the verb after ``v``: "X, Y, said | Russia hacked Z"."""
    w = v + 1
    return (
        w < len(sentence.verbs)
        and sentence.verbs[w].finite
        and subjects(sentence, w)[:1] == [q]
        and any(not within_quotation(sentence, v, s) for s in subjects(sentence, v))
    )


def within_quotation(sentence: Sentence, v: int, q: int) -> bool:
    """Whether phrase ``q`` is part of words that somebody is quoted with and verb ``v`` is not: "« We warn | the government », wrote X".

    A name in quotation marks is quoted as a name: what is said has a verb, or a comma parts it from who says it.
    """
    first, quoted = sentence.phrases[q].first, sentence.quoted
    if not quoted[first] or quoted[sentence.verbs[v].first]:
        return False
    last = first
    while last + 1 < len(quoted) and quoted[last + 1]:
        last += 1
    while first and quoted[first - 1]:
        first -= 1
    ends = [a.key for a in sentence.atoms[last : last + 3] if not a.is_word]
    return not _SPOKEN_ENDS.isdisjoint(ends) or any(
        sentence.verb_at[i] >= 0 and sentence.verbs[sentence.verb_at[i]].finite
        for i in range(first, last + 1)
    )


_SPOKEN_ENDS = frozenset({",", "!", "?"})


def _ends(sentence: Sentence, v: int) -> bool:
    """Whether nothing that could be said follows verb ``v``: "said | on Tuesday", "said | while warning that …"."""
    i = sentence.verbs[v].last + 1
    while i < len(sentence.atoms):
        q, atom = sentence.phrase_at[i], sentence.atoms[i]
        if q >= 0:
            phrase = sentence.phrases[q]
            if phrase.prep is None and phrase.kind != "time":
                return False
            i = phrase.last + 1
            continue
        w = sentence.verb_at[i]
        if w >= 0:
            return sentence.verbs[w].gerund
        if atom.key == "," or (atom.tags & Tag.SUBORDINATOR and not atom.tags & Tag.COMPLEMENTISER):
            return True
        if atom.tags & Tag.COMPLEMENTISER or not (atom.is_word or atom.key == "."):
            return False
        i += 1
    return True


def _first_of_list(sentence: Sentence, v: int) -> int | None:
    """The first of the bare phrases before verb ``v`` that a conjunction and commas join, after a comma."""
    kinds = role_kinds("say", "speaker")
    first: int | None = None
    joined = speaks = False
    i = sentence.verbs[v].first - 1
    while i > sentence.verbs[0].last:
        q, atom = sentence.phrase_at[i], sentence.atoms[i]
        if q >= 0:
            phrase = sentence.phrases[q]
            opener = sentence.verb_at[phrase.first - 1] >= 0
            if phrase.prep is not None or phrase.kind not in kinds | _BESIDE or opener:
                break
            speaks = speaks or phrase.kind in kinds
            i = phrase.first - 1
            if sentence.atoms[i].tags & Tag.DETERMINER:
                i -= 1
            if sentence.atoms[i].key == "," or sentence.atoms[i].key in _QUOTED:
                first = q
            continue
        if atom.tags & Tag.CONJUNCTION:
            if first is not None:
                break  # "banks in Israel, Kuwait | and | Oman, A and B said": another list.
            joined = True
        if atom.key != "," and not atom.tags & (Tag.CONJUNCTION | Tag.ADVERB | Tag.DETERMINER):
            break
        i -= 1
    return first if joined and speaks else None
