"""Lists of victims: what stands after the first of them and still tells who was hit.

"a range of critical sectors, including telecommunications, health care and defense across Europe":
each sector and each place counts (claim guide, rule 1). The list is followed through its members, the
complements that say where they are, the participles "located in" and "operating in", and "including".
"""

from __future__ import annotations

from vidocq.claims.attacks.victims import victim_of_phrase
from vidocq.claims.discourse.memory import Memory
from vidocq.claims.syntax.interposed import speaks_next
from vidocq.claims.syntax.layout import Sentence, criticised, leader, opens_examples
from vidocq.language.tags import Tag
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Reference

_NAMED = frozenset({"state", "place", "sector", "company", "organisation", "agency", "product"})


def listed_victims(
    sentence: Sentence, last: int, memory: Memory, known: list[Reference]
) -> list[Reference]:
    """The victims named after phrase ``last``, without those already ``known``."""
    found: list[Reference] = []
    seen = {r.id for r in known}
    for q in _tail(sentence, last):
        for reference in victim_of_phrase(sentence, q, memory):
            if reference.id not in seen and reference.type is not EntityType.BLOC:
                seen.add(reference.id)
                found.append(reference)
    return found


def _tail(sentence: Sentence, last: int) -> list[int]:
    """The phrases after ``last`` that go on with the list, nearest first."""
    found: list[int] = []
    listing = False
    i = sentence.phrases[last].last + 1
    previous = last
    while i < len(sentence.atoms):
        q = sentence.phrase_at[i]
        if q >= 0:
            phrase = sentence.phrases[q]
            i = phrase.last + 1
            if phrase.kind == "time" or _owns(sentence, q):
                continue
            if phrase.head in sentence.pack.cues.motives:
                break
            if _own_state(sentence, q, previous):
                previous = q  # "la Commission électorale | du Royaume-Uni": whose it is
                continue
            listing = listing or phrase.prep in sentence.pack.relations.examples
            if not _goes_on(sentence, phrase, q, previous, found, listing):
                if phrase.prep is None or phrase.prep not in sentence.pack.relations.passed:
                    break
                continue
            if phrase.kind in _NAMED and not (phrase.kind == "state" and phrase.capital):
                found.append(q)
            previous = q
            continue
        v = sentence.verb_at[i]
        if v >= 0:
            verb = sentence.verbs[v]
            if verb.lemmas & sentence.pack.cues.including:
                listing = True
            elif not (
                verb.lemmas & sentence.pack.cues.placing and (verb.gerund or verb.participle)
            ):
                break
            i = verb.last + 1
            continue
        atom = sentence.atoms[i]
        if atom.key in (";", ":") or (atom.key in sentence.pack.grammar.close_quotes and found):
            break
        if atom.tags & (Tag.COMPLEMENTISER | Tag.SUBORDINATOR) and not atom.tags & (
            Tag.PREPOSITION | Tag.RELATIVE
        ):
            break
        examples = _lists_next(sentence, i) or opens_examples(sentence, i)
        if atom.tags & Tag.RELATIVE and not examples:
            break
        i += 1
    return found


def _owns(sentence: Sentence, q: int) -> bool:
    return q + 1 < len(sentence.phrases) and sentence.phrases[q + 1].owner == q


def _own_state(sentence: Sentence, q: int, previous: int) -> bool:
    """Whether "of" and a state, a city or a name only say whose the one body before them is."""
    body, state = sentence.phrases[previous], sentence.phrases[q]
    if q != previous + 1 or body.plural:
        return False
    one = body.kind in ("organisation", "agency", "company")
    if (
        one
        and state.prep in sentence.pack.relations.of
        and (
            state.kind == "state"
            or _unlisted(state)
            or (state.kind == "place" and body.text[:1].isupper())
        )
    ):
        return True
    if (
        one
        and state.kind in ("state", "place")
        and (body.entity is not None or body.text[:1].isupper())
        and _stands(state, sentence)
    ):
        return True  # "Hospital São João, | no Porto, | foi atacado"
    # "l'ambassade française | en Roumanie"
    return (
        state.kind in ("state", "place")
        and body.head.split(" ")[0] in sentence.pack.cues.missions
        and state.prep in sentence.pack.relations.where
    )


def _stands(place: Phrase, sentence: Sentence) -> bool:
    """Whether a phrase says where something is."""
    relations = sentence.pack.relations
    return place.prep in relations.places or place.prep in relations.scenes


def _unlisted(phrase: Phrase) -> bool:
    """Whether a phrase is a name that no list has: "la Câmara Municipal | do Porto"."""
    return (
        phrase.kind in ("name", "company") and phrase.entity is None and phrase.text[:1].isupper()
    )


def _lists_next(sentence: Sentence, i: int) -> bool:
    """Whether a relative pronoun opens "which have included"."""
    for k in range(i + 1, min(i + 5, len(sentence.atoms))):
        v = sentence.verb_at[k]
        if v >= 0:
            return bool(sentence.verbs[v].lemmas & sentence.pack.cues.including)
        if sentence.phrase_at[k] >= 0:
            return False
    return False


def _goes_on(
    sentence: Sentence, phrase: Phrase, q: int, previous: int, found: list[int], listing: bool
) -> bool:
    """Whether phrase ``q`` is one more victim, or where the victims are."""
    first = leader(sentence, q)
    if first != q and (first == previous or first in found):
        return True
    if speaks_next(sentence, q):
        return False  # "including the Turkish government, | OFAC | said"
    if phrase.prep in sentence.pack.relations.examples:
        return True
    if phrase.prep in sentence.pack.relations.where:
        if criticised(sentence, q):
            return False
        # "organizations in the energy sector", "banks of Poland": not "in a campaign", "of data".
        return phrase.kind in _NAMED | {"asset", "unit", "organisation", "thing", "government"}
    if phrase.prep is None and phrase.kind in _NAMED:
        between = sentence.atoms[sentence.phrases[previous].last + 1 : phrase.first]
        return listing and any(
            a.key == "," or a.tags & (Tag.CONJUNCTION | Tag.RELATIVE) for a in between
        )
    return phrase.prep is None and listing and phrase.kind in ("thing", "unit", "asset")
