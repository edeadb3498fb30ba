"""Officials and people by name who speak: the claimant is whom they speak for.

"A spokesman for the ministry, Zhao Lijian, said": the ministry claims it, and the speaker is Zhao Lijian. Whom somebody
speaks for is told by what their office is of, by what the document said of them before, or by the knowledge files.
"""

from __future__ import annotations

from functools import cache

from vidocq.claims.discourse.memory import Memory
from vidocq.claims.references.entities import refer
from vidocq.claims.speech.affiliation import affiliation
from vidocq.claims.syntax.apposition import apposition, office_before
from vidocq.claims.syntax.layout import Sentence
from vidocq.knowledge.officials import speaks_for
from vidocq.language.compile import load_pack
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Reference


@cache
def prosecuting(language: str) -> frozenset[str]:
    """A language's words for who and what speaks for the prosecution."""
    return frozenset(load_pack(language).phrases.prosecuting_words)


def office_claimant(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """An official: the claimant is whom they speak for; name or office is the speaker."""
    phrase = sentence.phrases[p]
    entity = affiliation(sentence, p, memory)
    q = apposition(sentence, p)
    name = (
        sentence.phrases[q]
        if q is not None and sentence.phrases[q].kind in ("name", "person")
        else _closing_name(sentence, p)
    )
    if name is not None:
        memory.heard.add(_surname(name.text))
    if entity is None and q is not None and sentence.phrases[q].kind == "name":
        entity = memory.offices.get(_surname(sentence.phrases[q].text))
    if entity is None and phrase.own and memory.states:
        entity = memory.states[-1]  # "Its spokesman": of the state spoken of last.
    if entity is None and phrase.head in prosecuting(memory.language) and memory.prosecutors:
        entity = memory.prosecutors[-1]
    if entity is None and name is not None and name.entity is not None:
        entity = _official(name.entity, name.text, memory)
    if entity is None and phrase.head not in memory.offices:
        entity = state_of_office(sentence, p, memory)
    if entity is None:
        return memory.offices.get(phrase.head) or (
            memory.speakers[-1]
            if memory.speakers and phrase.determined and not phrase.indefinite
            else None
        )
    speaker = name.text if name else phrase.text
    reference = Reference(entity.type, entity.text, entity.id, speaker)
    memory.offices[phrase.head] = reference
    if name is not None:
        memory.offices[_surname(name.text)] = reference
    memory.speakers.append(reference)
    return reference


def person_claimant(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """A person by name: the claimant is the entity of their office, where the document gives one."""
    phrase = sentence.phrases[p]
    known = memory.offices.get(_surname(phrase.text))
    if known is not None:
        memory.speakers.append(known)
        return known
    entity: Reference | None = None
    q = apposition(sentence, p)
    if q is not None and sentence.phrases[q].kind == "office":
        entity = affiliation(sentence, q, memory)
    before = office_before(sentence, p)
    if before is not None or phrase.descriptor == "office":
        memory.heard.add(_surname(phrase.text))
    if entity is None and before is not None:
        entity = affiliation(sentence, before, memory) or state_of_office(sentence, before, memory)
    if entity is None and phrase.descriptor == "office":
        entity = affiliation(sentence, p, memory)
        if entity is None:
            entity = state_of_office(sentence, p, memory)
    if entity is None and phrase.owner is not None:
        entity = refer(sentence, phrase.owner, memory)
    if entity is None and phrase.entity is not None:
        entity = _official(phrase.entity, phrase.text, memory)
    if entity is None:
        reference = refer(sentence, p, memory)
        if (
            reference is not None
            and reference.type is EntityType.COMPANY
            and phrase.descriptor not in ("company",)
        ):
            return (
                None
                if " " not in phrase.text
                else Reference(
                    EntityType.PERSON, phrase.text, "person:" + reference.id.partition(":")[2]
                )
            )
        return reference
    reference = Reference(entity.type, entity.text, entity.id, phrase.text)
    memory.offices[_surname(phrase.text)] = reference
    memory.speakers.append(reference)
    return reference


def _closing_name(sentence: Sentence, p: int) -> Phrase | None:
    """The name that closes an office over whose it is: "el portavoz | del Kremlin, | Dmitri Sokolov"."""
    for q in range(p + 2, min(p + 4, len(sentence.phrases))):
        if sentence.phrases[q].kind in ("name", "person") and office_before(sentence, q) == p:
            return sentence.phrases[q]
    return None


def _official(person: str, name: str, memory: Memory) -> Reference | None:
    """Whom a known official speaks for, in the words that the text has for it."""
    entity = speaks_for(person)
    if entity is None:
        return None
    kind = EntityType(entity.partition(":")[0])
    return Reference(kind, memory.best_text.get(entity, name), entity)


def state_of_office(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """The state of an office that only states have ("the foreign minister"), where nothing beside it tells:
    that of the place where the report was written, else of the last state that spoke."""
    return _state_of_title(sentence.phrases[p].text, memory)


def state_of_minister(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """The same of somebody whose office stands before the name: "Minister Jansen summoned the ambassador"."""
    phrase = sentence.phrases[p]
    if phrase.descriptor != "office":
        return None
    title = sentence.text[sentence.atoms[phrase.first].start : phrase.start]
    return _state_of_title(title, memory)


def _state_of_title(title: str, memory: Memory) -> Reference | None:
    words = f" {title.lower().strip()} "
    if not any(f" {office} " in words for office in _state_offices(memory.language)):
        return None
    if memory.home is not None:
        return memory.home
    return next((s for s in reversed(memory.speakers) if s.type is EntityType.STATE), None)


@cache
def _state_offices(language: str) -> frozenset[str]:
    """Offices that only states have, as a language calls them."""
    return frozenset(load_pack(language).phrases.state_offices)


def _surname(name: str) -> str:
    return name.rsplit(" ", 1)[-1].casefold()


def speaks_by_office(name: str, memory: Memory) -> bool:
    """Whether the text has heard a person of this name speak for somebody."""
    return _surname(name) in memory.offices or _surname(name) in memory.heard
