"""The name that a sentence gives to actors it describes: "the groups they call X and Y", "hackers of X", "the group behind the hack, X".

A name that no list has is known by that for an actor's. Names right after a comma are found by `vidocq.claims.syntax.apposition`.
"""

from __future__ import annotations

from vidocq.claims.syntax.layout import Sentence, verb_between, verb_of_word
from vidocq.language.tags import Tag


def names_after_complement(sentence: Sentence, p: int) -> int | None:
    """The names that a comma ties to actors over their complement: "groups linked to Iran, X and Y"."""
    if p + 2 >= len(sentence.phrases) or sentence.phrases[p + 1].prep is None:
        return None
    first, q = sentence.phrases[p].last + 1, p + 2
    v = verb_of_word(sentence, first)
    if v < 0 or not sentence.verbs[v].participle or sentence.verbs[v].passive:
        return None
    between = sentence.atoms[sentence.phrases[p + 1].last + 1 : sentence.phrases[q].first]
    name = sentence.phrases[q]
    after = sentence.atoms[name.last + 1].key if name.last + 1 < len(sentence.atoms) else "."
    if name.prep is not None or [a.key for a in between] != [","]:
        return None
    if name.kind == "name" and not sentence.phrases[p].plural and after in (",", "."):
        name.descriptor = "actor"  # "a group tied to Moscow, | Z-Pentest"
        return q
    closed = sentence.phrases[p].plural or after in (",", ".")
    return q if name.kind == "group" and closed else None


def described_as(sentence: Sentence, p: int) -> int | None:
    """The group that a verb describes as the actors: "describes | APT28 | as a Russian group"."""
    phrase = sentence.phrases[p]
    if not p or not phrase.indefinite or phrase.prep not in sentence.pack.relations.named_as:
        return None
    group = sentence.phrases[p - 1]
    v = sentence.verb_at[group.first - 1] if group.first else -1
    if group.kind != "group" or group.prep is not None or v < 0:
        return None
    between = sentence.atoms[group.last + 1 : phrase.first]
    if any(a.is_word and not a.tags & (Tag.PREPOSITION | Tag.DETERMINER) for a in between):
        return None
    return p - 1 if not _DESCRIBES.isdisjoint(sentence.verbs[v].frames) else None


_DESCRIBES = frozenset({"alias", "say", "reproach"})


def names_after_event(sentence: Sentence, p: int) -> int | None:
    """The name that a comma ties to actors over the attack they are behind: "the group behind the hack of X, | Kestrel, …"."""
    phrases, relations, q = sentence.phrases, sentence.pack.relations, p + 1
    if q >= len(phrases) or phrases[q].kind not in ("attack", "incident"):
        return None
    if phrases[q].prep not in relations.behind and phrases[q].prep not in relations.origins:
        return None
    r = q + 1
    while r < min(q + _COMPLEMENTS, len(phrases)) and phrases[r].prep is not None:
        if phrases[r].kind in ("group", "name") and phrases[r].prep in relations.named_as:
            break
        r += 1
    if r >= len(phrases) or phrases[r].kind not in ("group", "name"):
        return None
    between = sentence.atoms[phrases[r - 1].last + 1 : phrases[r].first]
    if not between or between[0].key != ",":
        return None
    if any(
        a.is_word and not a.tags & (Tag.ALIAS_MARKER | Tag.PREPOSITION | Tag.ADVERB)
        for a in between
    ):
        return None
    if phrases[r].kind == "name":
        phrases[r].descriptor = "actor"
    return r


_COMPLEMENTS = 4


def band_of(sentence: Sentence, p: int) -> int | None:
    """The group whose hackers they are: "hackers of Anonymous Cambodia", "pirates d’APT28"."""
    q = p + 1
    if q >= len(sentence.phrases) or verb_between(sentence, p, q):
        return None
    group = sentence.phrases[q]
    phrase = sentence.phrases[p]
    between = sentence.atoms[phrase.last + 1 : group.first]
    if any(a.key == "," or a.tags & (Tag.CONJUNCTION | Tag.NEGATION) for a in between):
        return None  # "Russian hackers | and not of | Kestrel"
    # "Chilean hackers from Kestrel": where they are from is said already.
    relations = sentence.pack.relations
    placed = any(m.how == "demonym" for m in phrase.marks)
    tied = group.prep in relations.bands or (placed and group.prep in relations.origin)
    named = group.kind == "name" or (" " in group.text and _is_name(sentence, q))
    if named and group.kind != "group" and tied and phrase.plural:
        # "hackers of Kestrel": no list has the name, but bands alone have hackers.
        group.descriptor = "actor"
        if phrase.kind == "unit":
            phrase.kind, phrase.weak = "persons", True
        return q
    tied = group.prep in relations.of or group.prep in relations.origin
    return q if group.kind == "group" and tied else None


def named_after(sentence: Sentence, p: int) -> int | None:
    """The name that an alias marker gives to the describing phrase ``p``: "the groups they call X"."""
    phrase = sentence.phrases[p]
    if phrase.kind not in ("actor", "persons") or phrase.entity is not None:
        return None
    if any(hit.type == "group" for hit in phrase.names):
        return None  # "the Kestrel group, also known as X": it has its name.
    called = _called(sentence, p)
    if called is not None:
        return called
    i = phrase.last + 1
    passed = False
    marked = i < len(sentence.atoms) and sentence.atoms[i].key in '"“«‘'
    while i < len(sentence.atoms):
        atom = sentence.atoms[i]
        q = sentence.phrase_at[i]
        if (
            q >= 0
            and not marked
            and not passed
            and sentence.phrases[q].kind in ("office", "thing", "unit", "persons")
        ):
            # "connus | des spécialistes | sous le nom de": by whom they are so called.
            passed = True
            i = sentence.phrases[q].last + 1
            continue
        if q >= 0 and sentence.phrases[q].kind not in ("pronoun", "we"):
            return q if marked and _is_name(sentence, q) else None
        if (
            atom.tags & Tag.ALIAS_MARKER
            or atom.key in (":", "aka")
            or (phrase.plural and atom.key in sentence.pack.cues.listing)
        ):
            marked = True
        elif (
            q < 0
            and atom.is_word
            and sentence.verb_at[i] < 0
            and not atom.tags
            & (Tag.RELATIVE | Tag.BE | Tag.DETERMINER | Tag.PREPOSITION | Tag.ADVERB | Tag.PRONOUN)
        ):
            return None
        i += 1
    return None


def _is_name(sentence: Sentence, q: int) -> bool:
    """Whether a phrase is a name, one of a describing noun too ("NN-Crew", "Kestrel Hackers"): then it is a name now."""
    phrase = sentence.phrases[q]
    if phrase.kind in _BANDS and phrase.entity is None and phrase.text[:1].isupper():
        words = sentence.atoms[phrase.first : phrase.last + 1]
        if all(a.capital or not a.is_word for a in words if not a.tags & Tag.DETERMINER):
            phrase.kind, phrase.weak, phrase.plural = "name", False, False
    return phrase.kind in ("group", "name")


_BANDS = ("actor", "persons", "thing")


def _called(sentence: Sentence, p: int) -> int | None:
    """The name that somebody gives the actors in a relative clause: "a group, which | Kestrel Labs | calls | X"."""
    phrases, atoms = sentence.phrases, sentence.atoms
    if p + 2 >= len(phrases):
        return None
    caller, name = phrases[p + 1], phrases[p + 2]
    v = verb_of_word(sentence, caller.last + 1)
    opened = any(a.tags & Tag.RELATIVE for a in atoms[phrases[p].last + 1 : caller.first])
    if v < 0 or not opened or caller.kind not in _CALLERS or name.kind not in ("group", "name"):
        return None
    verb = sentence.verbs[v]
    names = "alias" in verb.frames
    between = atoms[verb.last + 1 : name.first]
    return (
        p + 2
        if names and all(a.key in '"«“' or a.key in sentence.pack.cues.named_as for a in between)
        else None
    )


_CALLERS = frozenset({"company", "organisation", "agency", "we", "pronoun", "office", "name"})
