"""References to what the text names: the type of a name, the id that the knowledge files give it, and its memory."""

from __future__ import annotations

from vidocq.claims.discourse.memory import Memory
from vidocq.mentions.phrases import StateMark
from vidocq.model import EntityType, Reference

NAMED_TYPES = {
    "group": EntityType.GROUP,
    "company": EntityType.COMPANY,
    "organisation": EntityType.ORGANISATION,
    "agency": EntityType.AGENCY,
    "person": EntityType.PERSON,
    "malware": EntityType.MALWARE,
    "product": EntityType.PRODUCT,
    "place": EntityType.PLACE,
    "sector": EntityType.SECTOR,
    "technique": EntityType.TECHNIQUE,
    "vulnerability": EntityType.VULNERABILITY,
    "bloc": EntityType.BLOC,
    "state": EntityType.STATE,
    "incident": EntityType.INCIDENT,
}
"""Kind of a name in the knowledge files → its type in a claim."""


def state_reference(mark: StateMark, text: str) -> Reference:
    """The state or agency that a modifier names."""
    start, _, end = mark.text.partition(":")
    return Reference(EntityType(mark.type), text[int(start) : int(end)], mark.entity)


def remember(reference: Reference, memory: Memory) -> Reference:
    """Keep the reference as something that later sentences can mean."""
    if reference.type in (EntityType.GROUP, EntityType.PERSON):
        memory.note_actor(reference)
        if reference.type is EntityType.PERSON:
            memory.surnames.setdefault(reference.text.rsplit(" ", 1)[-1].casefold(), reference)
    elif reference.type is EntityType.MALWARE:
        memory.malware.append(reference)
    elif reference.type is EntityType.STATE:
        memory.states.append(reference)
    memory.best_text.setdefault(reference.id, reference.text)
    return reference
