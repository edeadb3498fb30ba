"""Which name each description stands for: "Hafnium, a group …", "the groups they call X and Y", "X is a hacker".

The ways in which a sentence can tie the two (`apposition`, `named_actors`, `predicate_nominals`) are tried one after the other;
what is found and fits by its kind is kept in `Sentence.same`.
"""

from __future__ import annotations

from vidocq.claims.references.named_actors import (
    band_of,
    described_as,
    named_after,
    names_after_complement,
    names_after_event,
)
from vidocq.claims.syntax.apposition import NAMED, apposition, firm_after_place, over_bracket
from vidocq.claims.syntax.coordination import join
from vidocq.claims.syntax.layout import Sentence, leader, members, of_child
from vidocq.claims.syntax.predicate_nominals import predicated
from vidocq.mentions.phrases import Phrase

_DESCRIBING = frozenset(
    {"actor", "persons", "malware", "company", "organisation", "name", "thing", "unit", "attack"}
)


_IDENTIFIED = {
    "actor": frozenset({"group", "person", "name"}),
    "persons": frozenset({"person", "group", "name"}),
    "malware": frozenset({"malware"}),
    "company": frozenset({"company", "organisation"}),
    "organisation": frozenset({"organisation", "agency", "company"}),
    "name": frozenset({"state", "bloc", "agency"}),
    "thing": frozenset({"state"}),
    "unit": frozenset({"company", "organisation"}),
    "attack": frozenset({"incident"}),
}


def tie_descriptions(sentence: Sentence) -> None:
    """Tie describing phrases to the names beside them: "Hafnium, a group …", "groups known as X and Y"."""
    phrases = sentence.phrases
    for p, phrase in enumerate(phrases):
        if p + 1 < len(phrases) and phrase.descriptor in _CROWDS:
            _see_officers(phrases[p + 1])
            if phrases[p + 1].kind == "unit" and apposition(sentence, p) is not None:
                _see_members(phrases[p + 1])
        following = phrases[p + 1].kind if p + 1 < len(phrases) else ""
        if phrase.kind == "sector" and following in _FIRMS and _one(sentence, p):
            # "le premier opérateur téléphonique ukrainien, | Kyivstar"
            firm = apposition(sentence, p)
            if firm is not None and phrases[firm].entity is not None:
                sentence.same[p] = [firm]
            continue
        named = phrase.kind in NAMED and following in NAMED
        if phrase.kind not in _DESCRIBING and following not in _DESCRIBING and not named:
            continue
        q = named_after(sentence, p)
        if q is not None and sentence.phrases[q].kind == "name":
            for r in _names_from(sentence, q):
                sentence.phrases[r].descriptor = phrase.kind
        if q is None:
            q = apposition(sentence, p)
        if q is None:
            q = over_bracket(sentence, p)
        if q is None:
            q = predicated(sentence, p)
        if q is None and phrase.kind == "actor":
            q = names_after_complement(sentence, p)
        described = described_as(sentence, p) if q is None and phrase.kind == "actor" else None
        if described is not None:
            sentence.same[p] = [described]
            continue
        if q is None and phrase.kind == "actor" and phrase.entity is None:
            q = names_after_event(sentence, p)
        if q is None and phrase.kind == "company" and not phrase.plural:
            q = firm_after_place(sentence, p)
        member = phrase.kind in ("persons", "unit") and phrase.head in sentence.pack.cues.members
        if q is None and member and p in sentence.same:
            continue  # "X y Y, | miembros | del grupo Z": they, not all of Z
        if q is None and (phrase.kind == "actor" or member) and phrase.number is None:
            q = band_of(sentence, p)
        if q is None:
            continue
        other = sentence.phrases[q]
        if other.kind == "name" and other.descriptor == "persons" and phrase.kind in _STATELY:
            continue  # "der Chef des GRU, | Igor Kostjukow": nobody is a service
        if (
            phrase.kind in _DESCRIBING
            and phrase.entity is None
            and other.kind in _IDENTIFIED[phrase.kind]
        ):
            if not _fits(phrase, other):
                continue
            sentence.same[p] = _names_from(sentence, q)
            if p and of_child(sentence, p - 1) == p and phrases[p - 1].kind in _CROWDS:
                # "a group | of hackers | calling itself X"
                sentence.same.setdefault(p - 1, sentence.same[p])
            other.prep = other.prep or phrase.prep
        elif (
            other.kind in _DESCRIBING
            and other.entity is None
            and phrase.kind in _IDENTIFIED[other.kind]
            and (other.kind != "persons" or _fits(other, phrase))
        ):
            # "A, B and C, all officers of …": the description is of them all.
            sentence.same[q] = members(sentence, leader(sentence, p)) if other.plural else [p]
            child = of_child(sentence, q)
            if child is not None and phrases[child].kind in _CROWDS and other.kind in _CROWDS:
                # "X is a group | of hackers | led by …"
                sentence.same.setdefault(child, sentence.same[q])
        elif phrase.kind == other.kind == "persons" and other.plural and phrase.plural:
            # "the defendants, all officers of …"
            before = sentence.atoms[max(other.first - 1, 0) : other.first + 1]
            if any(a.key in sentence.pack.cues.all_words for a in before):
                sentence.same[q] = [p]
            other.prep = other.prep or phrase.prep


_CROWDS = frozenset({"actor", "persons"})
_STATELY = frozenset({"state", "bloc", "agency"})


def _see_officers(phrase: Phrase) -> None:
    """Read holders of an office beside the names of people as people: "A and B, both officers of …"."""
    one = phrase.indefinite or not phrase.determined
    if phrase.kind == "office" and (phrase.plural or one) and "persons" in phrase.senses:
        phrase.kind = "persons"


def _see_members(phrase: Phrase) -> None:
    """Read what else is counted as people where it describes names: "X y Y, | miembros del grupo Z"."""
    if phrase.plural and phrase.number is None and "persons" in phrase.senses:
        phrase.kind, phrase.weak = "persons", True


def _one(sentence: Sentence, p: int) -> bool:
    """Whether a sector's words mean one firm or body: with "the" or "a" in the singular."""
    phrase = sentence.phrases[p]
    return sentence.atoms[phrase.first].key in sentence.pack.cues.articles_of_one


_FIRMS = frozenset({"company", "organisation", "agency"})


def _fits(description: Phrase, name: Phrase) -> bool:
    """Whether an unknown name is of the kind that the description beside it tells."""
    if name.kind != "name":
        return True
    return name.descriptor in ("actor", "persons") if description.kind != "name" else True


def _names_from(sentence: Sentence, q: int) -> list[int]:
    """The names of a list that begins at ``q``, whether a conjunction or commas alone join them."""
    found = members(sentence, q)
    kind = sentence.phrases[q].kind
    while found[-1] + 1 < len(sentence.phrases):
        left, right = sentence.phrases[found[-1]], sentence.phrases[found[-1] + 1]
        between = sentence.atoms[left.last + 1 : right.first]
        if right.kind != kind or join(between, right) is None:
            break
        found.append(found[-1] + 1)
    return found
