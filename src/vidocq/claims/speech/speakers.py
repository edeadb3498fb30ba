"""Who speaks by a phrase: the claimants of "the two ministries", "its spokesman", "we", "the indictment", "they".

A state, body or firm speaks for itself, an official or a person for whom they stand (`vidocq.claims.speech.spokespersons`), a
pronoun for whoever spoke last. How far the words of each reach is told by `vidocq.claims.speech.reported_speech`.
"""

from __future__ import annotations

from vidocq.claims.discourse.memory import Memory
from vidocq.claims.references.entities import refer
from vidocq.claims.speech.affiliation import affiliation
from vidocq.claims.speech.spokespersons import office_claimant, person_claimant, prosecuting
from vidocq.claims.syntax.layout import Sentence, members, of_child
from vidocq.knowledge.facts import is_outlet as known_outlet
from vidocq.language.senses import senses
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Reference


def is_outlet(reference: Reference) -> bool:
    """Whether a reference is a news organisation, that relays rather than claims."""

    return known_outlet(reference.id)


def speak(sentence: Sentence, p: int, memory: Memory) -> tuple[Reference, ...]:
    """The claimants that phrase ``p`` and its list stand for, with the speaker's name or office."""
    found: list[Reference] = []
    listed = members(sentence, p)
    q = included(sentence, listed[-1])
    if q is not None:
        listed = [*listed, *members(sentence, q)]
    for q in listed:
        reference = _claimant(sentence, q, memory)
        if reference is not None and reference not in found:
            found.append(reference)
    return tuple(found)


def included(sentence: Sentence, p: int) -> int | None:
    """Who is named of a group, in dashes or commas too: "allies and partners – including | the EU and NATO –"."""
    for q in range(p + 1, len(sentence.phrases)):
        between = range(sentence.phrases[q - 1].last + 1, sentence.phrases[q].first)
        if any(sentence.verb_at[i] >= 0 for i in between):
            return None
        if sentence.phrases[q].prep in sentence.pack.relations.partners:
            return q
        if (
            sentence.phrases[q].kind == "pronoun"
            and sentence.phrases[q].prep in sentence.pack.relations.among
        ):
            return q + 1 if q + 1 < len(sentence.phrases) else None
        if sentence.phrases[q].prep is None:
            return None
    return None


_BODIES = frozenset({"agency", "company", "organisation", "bloc"})


def _claimant(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    phrase = sentence.phrases[p]
    if phrase.kind in ("organisation", "company", "name") and p in sentence.same:
        # "le Bureau d'investigation fédéral (FBI)": the body that it is.
        return _claimant(sentence, sentence.same[p][0], memory)
    if phrase.kind == "we":
        return memory.voice
    if memory.firm is not None and phrase.text == memory.firm.text:
        return memory.firm
    if phrase.kind in ("charges", "statement") and phrase.head in prosecuting(memory.language):
        # "the indictment alleges", "court documents say": the prosecution speaks.
        return memory.prosecutors[-1] if memory.prosecutors else None
    if phrase.kind == "office":
        return office_claimant(sentence, p, memory)
    if phrase.kind == "statement":
        for hit in phrase.names:
            return Reference(EntityType(hit.type), sentence.text[hit.start : hit.end], hit.entity)
        if phrase.owner is not None:
            return _claimant(sentence, phrase.owner, memory)
        return affiliation(sentence, p, memory)
    if phrase.kind in ("name", "person"):
        return person_claimant(sentence, p, memory)
    if phrase.kind == "pronoun" and phrase.head in sentence.pack.cues.neuter_pronouns:
        return None
    if phrase.kind == "pronoun":
        for q in range(p):
            # "The police said that they have arrested …": the subject of the sentence.
            body = sentence.phrases[q]
            if body.prep is None and body.kind in _BODIES and body.first < phrase.first:
                return _claimant(sentence, q, memory)
        return memory.speakers[-1] if memory.speakers else None
    if phrase.kind in (
        "state",
        "agency",
        "company",
        "organisation",
        "bloc",
        "government",
        "service",
    ):
        if phrase.capital and phrase.prep in sentence.pack.relations.posts:
            return None
        if phrase.kind == "company" and phrase.entity is None:
            # "the firm": the firm that spoke last, if any.
            if not phrase.determined or phrase.indefinite:
                return None
            said = [s for s in memory.speakers if s.type is EntityType.COMPANY]
            return said[-1] if said else _only_firm(sentence, phrase, memory)
        if _taken_up(phrase) and of_child(sentence, p) is None:
            # "The department attributed …": the body that spoke last, if any.
            bodies = [s for s in memory.speakers if s.type is EntityType.AGENCY]
            if bodies:
                return bodies[-1]
        reference = refer(sentence, p, memory)
        if reference is not None:
            memory.speakers.append(reference)
        return reference
    if phrase.kind == "group":
        return refer(sentence, p, memory)
    return None


def _only_firm(sentence: Sentence, phrase: Phrase, memory: Memory) -> Reference | None:
    """The firm that "the company" means where none has spoken: the one that the text has named, where it has named one alone.
    "The newspaper" that writes of an attack is not whom that hit."""
    bare = not (phrase.plural or phrase.marks or phrase.names or phrase.owner or phrase.own)
    if "noun media" in senses(sentence.pack.language, phrase.head):
        return None
    return next(iter(memory.firms.values())) if bare and len(memory.firms) == 1 else None


def _taken_up(phrase: Phrase) -> bool:
    """Whether a body is named by its kind alone: "the department", "the ministry"."""
    return (
        phrase.kind == "organisation"
        and phrase.entity is None
        and phrase.determined
        and not (phrase.indefinite or phrase.own or phrase.marks or phrase.names or phrase.owner)
        and " " not in phrase.text
    )
