"""Names that no list has: persons, groups, malware or firms, by the noun that describes them or by their words."""

from __future__ import annotations

from vidocq.claims.discourse.memory import Memory
from vidocq.claims.references.countries import country_mark
from vidocq.claims.syntax.layout import Sentence
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Reference


def unlisted_name(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """A capitalised name that no list has: typed by the noun that describes it, or by its own words."""
    phrase = sentence.phrases[p]
    surname = phrase.text.rsplit(" ", 1)[-1].casefold()
    if surname in memory.offices:
        return memory.offices[surname]
    if phrase.descriptor == "office" or is_person(sentence, p, memory):
        return person_of(sentence, p, memory)
    if phrase.descriptor == "actor":
        reference = Reference(EntityType.GROUP, phrase.text, "group:" + slug(phrase.text))
        memory.note_actor(reference)
        return reference
    if phrase.descriptor == "malware":
        reference = Reference(EntityType.MALWARE, phrase.text, "malware:" + slug(phrase.text))
        memory.malware.append(reference)
        return reference
    mark = country_mark(sentence, p)
    prefix = ""
    if mark is not None:
        code = mark.entity.partition(":")[2]
        prefix = code.lower() + "-"
    kind = EntityType.ORGANISATION if phrase.descriptor == "organisation" else EntityType.COMPANY
    return Reference(kind, phrase.text, f"{kind}:{prefix}{slug(phrase.text)}")


def is_person(sentence: Sentence, p: int, memory: Memory) -> bool:
    """Whether a name that no list has is a person's: shown by the sentence, or known from before."""
    phrase = sentence.phrases[p]
    name = phrase.text.casefold()
    return phrase.descriptor == "persons" or name in memory.persons or name in memory.surnames


def person_of(sentence: Sentence, p: int, memory: Memory) -> Reference:
    """The person of a name, by the fullest name that the document gives before."""
    phrase = sentence.phrases[p]
    name = phrase.text.casefold()
    known = memory.persons.get(name) or memory.surnames.get(name)
    if known is None:
        known = Reference(EntityType.PERSON, phrase.text, "person:" + slug(phrase.text))
        memory.persons[name] = known
        memory.persons.setdefault(name.rsplit(" ", 1)[-1], known)
        memory.persons.setdefault(name.split(" ", 1)[0], known)
    return known
