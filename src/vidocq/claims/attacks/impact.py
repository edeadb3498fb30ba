"""Whom an attack hit, told from the victim ("X suffered a breach") or from the attack ("the breach affected 300 firms")."""

from __future__ import annotations

from vidocq.claims.attacks.clause_events import event_reference
from vidocq.claims.attacks.counted import counted_thing
from vidocq.claims.attacks.counts import count_of
from vidocq.claims.attacks.event_parts import read_event
from vidocq.claims.attacks.fill import Filled
from vidocq.claims.attacks.fillers import attackers, draft_of, victim_references
from vidocq.claims.background.not_hit import keeps_watch
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence
from vidocq.model import Predicate


def suffer(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """Victims as subjects: "suffered a breach", "disclosed an intrusion", "fell victim to Chinese hackers"."""
    if "event" not in filled.roles and "attacker" in filled.roles:
        # "fell victim to | Chinese hackers"
        return [
            draft_of(context, sentence, filled, Predicate.TARGETS, attacker, victim)
            for attacker in attackers(context, sentence, filled.roles["attacker"])
            for victim in victim_references(context, sentence, filled.roles["victim"])
            if victim.id != attacker.id
        ]
    if "event" not in filled.roles:
        return None  # "went down after trying to …": no event that a phrase names
    if _only_answers(context, sentence, filled):
        return []
    victims = victim_references(context, sentence, filled.roles["victim"])
    if filled.frame == "disclose":
        phrase = sentence.phrases[filled.roles["victim"]]
        if phrase.kind in (
            "state",
            "agency",
            "bloc",
            "office",
            "person",
            "name",
            "government",
            "we",
        ):
            return []
        victims = [v for v in victims if not context.is_vendor(v)]
    event = event_reference(context, sentence, filled.roles["event"])
    return [
        draft_of(context, sentence, filled, Predicate.TARGETS, event, v)
        for v in victims
        if v.id != event.id
    ]


def _only_answers(context: Context, sentence: Sentence, filled: Filled) -> bool:
    """Whether somebody acts because of an attack that hit another: "after the attack on Acme | the mayor | cancelled the fair"."""
    victim, event = filled.roles["victim"], filled.roles["event"]
    acts = bool(dependencies(sentence)[filled.verb].objects)
    if filled.frame != "suffer" or sentence.phrases[event].prep is None or not acts:
        return False
    if sentence.phrases[victim].kind in _ACTING or keeps_watch(sentence, sentence.phrases[victim]):
        return True
    hit = read_event(sentence, event, context.memory).victims
    return bool(hit) and victim not in hit


_ACTING = frozenset({"office", "person", "persons", "state", "bloc", "group"})
"""Who is no victim of what he cancels, closes or puts off something for."""


def affect(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """Victims or numbers as objects: "the breach affected the ministry", "touched 3,000 accounts"."""
    p, q = filled.roles.get("victim"), filled.roles.get("event")
    if p is None or q is None:
        return None  # What hit or cost it is a clause or a question: "which sectors were hit is secret".
    count = count_of(sentence, p, context.pack)
    event_phrase = sentence.phrases[q]
    if event_phrase.kind in ("group", "actor", "vulnerability"):
        return None
    event = event_reference(context, sentence, q)
    if count is None:
        victims = victim_references(context, sentence, p)
        return [
            draft_of(context, sentence, filled, Predicate.TARGETS, event, v)
            for v in victims
            if v.id != event.id
        ]
    thing = counted_thing(sentence, p, context.pack)
    draft = draft_of(context, sentence, filled, Predicate.AFFECTS, event, thing)
    draft.count = count
    return [draft]
