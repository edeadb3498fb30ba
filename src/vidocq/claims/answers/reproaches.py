"""Condemnations of an attack: by a verb of its own, or in words of reproach ("called the attack reckless")."""

from __future__ import annotations

from vidocq.claims.attacks.clause_events import event_reference
from vidocq.claims.attacks.fill import Filled
from vidocq.claims.discourse.context import Context
from vidocq.claims.references.countries import country_mark
from vidocq.claims.references.entities import refer
from vidocq.claims.speech.speakers import speak
from vidocq.claims.syntax.layout import Sentence, attached
from vidocq.model import EntityType, Reference

_REACH = 8


_USERS = frozenset({EntityType.STATE, EntityType.AGENCY, EntityType.GROUP})


def condemned(context: Context, sentence: Sentence, p: int) -> list[tuple[Reference, int | None]]:
    """What a verb of condemning falls on: an attack, an accused state or body, "it"."""
    phrase = sentence.phrases[p]
    if phrase.kind in ("attack", "incident"):
        if phrase.weak and not phrase.cyber and not context.sentence_in_field:
            return []
        return [(event_reference(context, sentence, p), p)]
    if phrase.kind == "pronoun":
        # "denounced them as groundless" is a denial.
        baseless = context.pack.phrases.baseless_words
        return [] if any(a.key in baseless for a in sentence.atoms) else _last(context)
    if phrase.kind == "use":
        # "condamne le recours du GRU à APT28": who makes use of it.
        by = attached(sentence, p, sentence.pack.relations.users, reach=2)
        user = refer(sentence, by[0], context.memory) if by else None
        return [(user, p)] if user is not None and user.type in _USERS else []
    reference = refer(sentence, p, context.memory)
    if reference is None or not context.sentence_in_field:
        return []
    return [(reference, p)]


def reproached(
    context: Context, sentence: Sentence, filled: Filled
) -> list[tuple[Reference, int | None]]:
    """What is called reckless or unacceptable; nothing where no such word follows."""
    p = filled.roles["target"]
    phrase = sentence.phrases[p]
    after = sentence.atoms[phrase.last + 1 : phrase.last + 1 + _REACH]
    words = context.pack.phrases.condemning_words
    if not any(atom.key in words for atom in after):
        return []
    if phrase.kind in ("attack", "incident"):
        return condemned(context, sentence, p)
    if phrase.kind == "pronoun" or country_mark(sentence, p) is not None:
        # "called it reckless", "called Iran's behaviour unacceptable"
        return _last(context)
    return []


def condemning_voice(
    context: Context, sentence: Sentence, filled: Filled, condemner: Reference
) -> tuple[Reference, ...] | None:
    """Who speaks a condemnation: the holder of an office for it, a government in its own statement."""
    phrase = sentence.phrases[filled.roles["condemner"]]
    if phrase.kind in _PERSONS:
        for claimant in speak(sentence, filled.roles["condemner"], context.memory):
            if claimant.id == condemner.id:
                return (claimant,)
    voice = context.memory.voice
    if voice is not None and voice.id == condemner.id and context.memory.voice_speaker:
        return (voice,)
    return None


_PERSONS = frozenset({"office", "person", "name", "we", "pronoun"})


def _last(context: Context) -> list[tuple[Reference, int | None]]:
    events = context.memory.events
    return [(events[-1].reference, None)] if events else []
