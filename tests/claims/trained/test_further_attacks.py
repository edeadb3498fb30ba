"""Further attacks of a document: one author may have several, and who was hit in another year was hit by another."""

from __future__ import annotations

from typing import Any

import pytest

from vidocq.claims.draft import TRAINED, Draft
from vidocq.claims.reading import read
from vidocq.claims.trained.further_attacks import told_apart
from vidocq.model import Document, EntityType, Predicate, Reference

ATTACK = Reference(EntityType.INCIDENT, "the breach", "incident:breach-2024")
GANG = Reference(EntityType.GROUP, "Akira", "group:akira")
UTILITY = Reference(EntityType.COMPANY, "Fjordkraft Nord", "company:fjordkraft-nord")
UNIVERSITY = Reference(EntityType.ORGANISATION, "university of Tromsø", "organisation:tromso")


def draft(predicate: Predicate, object_: Reference, sentence: int, **told: Any) -> Draft:
    return Draft(predicate, ATTACK, object_, sentence, 0, TRAINED, **told)


def attacks(drafts: list[Draft]) -> set[tuple[str, str]]:
    """Which attack each draft is about, and whom or what it names."""
    return {(d.subject.id, d.object.id) for d in drafts if d.object is not None}


def test_a_further_passage_with_a_victim_of_its_own_tells_of_a_further_attack() -> None:
    first = draft(Predicate.ATTRIBUTED_TO, GANG, 0, score=0.9)
    hit = draft(Predicate.TARGETS, UTILITY, 0)
    later = draft(Predicate.ATTRIBUTED_TO, GANG, 4, score=0.8, words="attack on the university")
    also_hit = draft(Predicate.TARGETS, UNIVERSITY, 4)
    found = told_apart([first, hit, also_hit], [first, hit, later, also_hit])
    further = "incident:attack-university"
    assert attacks(found) == {
        (ATTACK.id, GANG.id),
        (ATTACK.id, UTILITY.id),
        (further, GANG.id),
        (further, UNIVERSITY.id),
    }


@pytest.mark.parametrize(
    "later",
    [
        draft(Predicate.ATTRIBUTED_TO, GANG, 4, score=0.5),
        draft(Predicate.ATTRIBUTED_TO, GANG, 4, score=0.9, origin="memory"),
    ],
    ids=["unsure", "only remembered there"],
)
def test_a_passage_that_does_not_say_itself_whose_it_was_tells_of_none(later: Draft) -> None:
    first = draft(Predicate.ATTRIBUTED_TO, GANG, 0, score=0.95)
    hit = draft(Predicate.TARGETS, UNIVERSITY, 4)
    found = told_apart([first, hit], [first, hit, later])
    assert attacks(found) == {(ATTACK.id, GANG.id), (ATTACK.id, UNIVERSITY.id)}


def test_a_passage_without_victim_or_year_says_the_same_again() -> None:
    first = draft(Predicate.ATTRIBUTED_TO, GANG, 0, score=0.9)
    hit = draft(Predicate.TARGETS, UTILITY, 0)
    again = draft(Predicate.ATTRIBUTED_TO, GANG, 4, score=0.8)
    assert len(told_apart([first, hit], [first, hit, again])) == 2


def test_a_sentence_that_tells_what_somebody_else_did_tells_of_none() -> None:
    other = Reference(EntityType.GROUP, "LockBit", "group:lockbit")
    first = draft(Predicate.ATTRIBUTED_TO, GANG, 0, score=0.9)
    hit = draft(Predicate.TARGETS, UNIVERSITY, 4)
    by_other = Draft(Predicate.TARGETS, other, UNIVERSITY, 4, 0, "target")
    later = draft(Predicate.ATTRIBUTED_TO, GANG, 4, score=0.8)
    assert len(told_apart([first, hit, by_other], [first, hit, by_other, later])) == 3


def test_who_was_hit_in_another_year_was_hit_by_another_attack() -> None:
    drafts = [
        draft(Predicate.TARGETS, UTILITY, 0, event_time="2024-03"),
        draft(Predicate.TARGETS, UNIVERSITY, 3, event_time="2021"),
    ]
    found = told_apart(drafts, drafts)
    assert attacks(found) == {
        (ATTACK.id, UTILITY.id),
        ("incident:breach-2024-2021", UNIVERSITY.id),
    }


TEXTS = {
    "en": "The gang Akira broke into the network of Fjordkraft Nord in March 2024.\n\n"
    "The same gang attacked Stanford University in 2023.",
    "fr": "Le groupe Akira s'est introduit dans le réseau de Fjordkraft Nord en mars 2024.\n\n"
    "En 2023, le même groupe a attaqué l'université de Lille.",
    "es": "El grupo Akira entró en la red de Fjordkraft Nord en marzo de 2024.\n\n"
    "En 2023 la misma banda atacó la Universidad de Granada.",
    "it": "Il gruppo Akira è entrato nella rete di Fjordkraft Nord nel marzo 2024.\n\n"
    "Nel 2023 la stessa banda ha attaccato l'università di Pisa.",
    "nl": "De groep Akira drong in maart 2024 binnen in het netwerk van Fjordkraft Nord.\n\n"
    "In 2023 viel dezelfde bende de Universiteit Utrecht aan.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_two_attacks_of_one_gang_are_two_in_the_record(language: str) -> None:
    claims = read(Document.from_text(TEXTS[language], language=language)).claims
    hit = {
        claim.object.id: (claim.subject.id, claim.event_time)
        for claim in claims
        if claim.predicate is Predicate.TARGETS
        and claim.object is not None
        and claim.subject.type is EntityType.INCIDENT
    }
    (utility, when), (university, before) = hit.pop("company:fjordkraft-nord"), *hit.values()
    assert utility != university
    assert (when, before) == ("2024-03", "2023")


def test_what_another_band_did_is_another_attack() -> None:
    other = Reference(EntityType.GROUP, "LockBit", "group:lockbit")
    drafts = [
        draft(Predicate.ATTRIBUTED_TO, GANG, 0),
        draft(Predicate.TARGETS, UTILITY, 0),
        draft(Predicate.ATTRIBUTED_TO, other, 3),
        draft(Predicate.TARGETS, UNIVERSITY, 3),
    ]
    found = attacks(told_apart(drafts, drafts))
    further = "incident:breach-2024-lockbit"
    assert found == {
        (ATTACK.id, GANG.id),
        (ATTACK.id, UTILITY.id),
        (further, other.id),
        (further, UNIVERSITY.id),
    }


def test_two_bands_of_one_attack_are_its_authors() -> None:
    other = Reference(EntityType.GROUP, "LockBit", "group:lockbit")
    drafts = [
        draft(Predicate.ATTRIBUTED_TO, GANG, 0),
        draft(Predicate.TARGETS, UTILITY, 0),
        draft(Predicate.ATTRIBUTED_TO, other, 3),
        draft(Predicate.TARGETS, UTILITY, 3),
    ]
    assert {attack for attack, _ in attacks(told_apart(drafts, drafts))} == {ATTACK.id}


def test_an_earlier_year_tells_of_an_earlier_attack_in_a_report_of_this_year() -> None:
    drafts = [
        draft(Predicate.TARGETS, UTILITY, 0),
        draft(Predicate.TARGETS, UNIVERSITY, 3, event_time="2021"),
        draft(Predicate.ATTRIBUTED_TO, GANG, 3, event_time="2021"),
    ]
    found = attacks(told_apart(drafts, drafts, "2024-05-02"))
    earlier = "incident:breach-2024-2021"
    assert found == {(ATTACK.id, UTILITY.id), (earlier, UNIVERSITY.id), (earlier, GANG.id)}
