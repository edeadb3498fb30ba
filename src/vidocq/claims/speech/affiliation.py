"""For whom somebody speaks who is named by an office: "NCSC director", "spokesman for the ministry", "US officials"."""

from __future__ import annotations

from vidocq.claims.discourse.memory import Memory
from vidocq.claims.references.entities import refer
from vidocq.claims.references.named_entities import NAMED_TYPES, state_reference
from vidocq.claims.syntax.layout import Sentence, attached, of_child
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Reference


def affiliation(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """For whom the holder of an office speaks: "NCSC director", "spokesman for the ministry", "US officials"."""
    phrase: Phrase = sentence.phrases[p]
    for hit in phrase.names:
        if hit.type in ("agency", "company", "organisation", "bloc"):
            return Reference(NAMED_TYPES[hit.type], sentence.text[hit.start : hit.end], hit.entity)
    if phrase.owner is not None:
        owner = refer(sentence, phrase.owner, memory)
        if owner is not None and owner.type is not EntityType.UNNAMED_ACTOR:
            return owner
    for q in attached(
        sentence,
        p,
        sentence.pack.relations.spoken_for,
        reach=2,
    ):
        other = sentence.phrases[q]
        if sentence.clause_at and any(r.prep is None for r in sentence.phrases[p + 1 : q]):
            continue  # "vermuten die Ermittler | eine Gruppe | aus Russland"
        if other.kind in ("state", "name") and any(m.how == "demonym" for m in phrase.marks):
            continue  # "the Russian ambassador to London" speaks for Russia.
        if other.kind in (
            "agency",
            "company",
            "organisation",
            "bloc",
            "state",
            "government",
            "service",
            "name",
        ):
            child = of_child(sentence, q) if other.entity is None else None
            for _ in range(2):
                if child is not None and sentence.phrases[child].kind in ("agency", "bloc"):
                    q = child  # "le chef du département | de cybersécurité | du SBU"
                child = of_child(sentence, child) if child is not None else None
            found = refer(sentence, q, memory)
            if found is not None:
                return found
        if other.kind == "office" or other.kind == "thing" or other.kind == "attack":
            found = affiliation(sentence, q, memory) if q > p else None
            if found is not None:
                return found
    for mark in phrase.marks:
        if mark.how in ("demonym", "name", "sponsor"):
            return state_reference(mark, sentence.text)
    return None
