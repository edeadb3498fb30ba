"""What incidents are called: by whom they hit and the year, in an id that a person would look for."""

from __future__ import annotations

from vidocq.claims.discourse.context import Context
from vidocq.claims.discourse.memory import Memory
from vidocq.claims.document.naming import name_incidents
from vidocq.claims.draft import TRAINED, Draft
from vidocq.claims.reading import read
from vidocq.language.compile import load_pack
from vidocq.model import Document, EntityType, Predicate, Reference

ATTACK = Reference(EntityType.INCIDENT, "attack", "incident:attack")
LANDMARK = Reference(EntityType.INCIDENT, "the hack", "incident:solarwinds-2020")
FIRM = Reference(EntityType.COMPANY, "Halden Steel", "company:halden-steel")
PORT = Reference(EntityType.ORGANISATION, "port of Varna", "organisation:bg-port-of-varna")
NORWAY = Reference(EntityType.STATE, "Norwegian", "state:NO")
WORM = Reference(EntityType.MALWARE, "Emotet", "malware:emotet")
GANG = Reference(EntityType.GROUP, "Akira", "group:akira")


def incident_ids(text: str, published: str | None = "2024-02-08") -> set[str]:
    found = read(Document.from_text(text, language="en", published=published)).claims
    return {c.subject.id for c in found if c.subject.type is EntityType.INCIDENT}


def named(*drafts: Draft, named: dict[str, int] | None = None) -> list[str]:
    """The ids of the drafts' subjects once they are named, in a report of 2023."""
    document = Document.from_text("", language="en", published="2023-05-01")
    context = Context(document, load_pack("en"), Memory("en"), True, published="2023-05-01")
    context.named.update(named or {})
    name_incidents(context, [], list(drafts))
    return [draft.subject.id for draft in drafts]


def draft(predicate: Predicate, object_: Reference, subject: Reference = ATTACK) -> Draft:
    return Draft(predicate, subject, object_, 0, 0, TRAINED)


def test_an_incident_is_called_by_whom_it_hit_and_the_year() -> None:
    assert incident_ids("The FBI blamed Akira for the cyberattack on Halden Steel.") == {
        "incident:halden-steel-2024"
    }
    assert incident_ids("The FBI blamed Akira for the 2021 cyberattack on Halden Steel.") == {
        "incident:halden-steel-2021"
    }


def test_without_any_date_it_has_no_year() -> None:
    assert incident_ids("The FBI blamed Akira for the cyberattack on Halden Steel.", None) == {
        "incident:halden-steel"
    }


def test_a_landmark_keeps_its_name() -> None:
    assert named(draft(Predicate.TARGETS, FIRM, LANDMARK)) == ["incident:solarwinds-2020"]


def test_a_body_goes_before_a_state_and_a_state_before_malware() -> None:
    state, firm = draft(Predicate.TARGETS, NORWAY), draft(Predicate.TARGETS, FIRM)
    assert named(state, firm) == ["incident:halden-steel-2023"] * 2
    assert (
        named(draft(Predicate.USES, WORM), draft(Predicate.TARGETS, NORWAY))
        == ["incident:norway-2023"] * 2
    )
    assert named(draft(Predicate.USES, WORM)) == ["incident:emotet-2023"]


def test_of_several_bodies_the_one_that_the_document_names_most() -> None:
    drafts = draft(Predicate.TARGETS, FIRM), draft(Predicate.TARGETS, PORT)
    assert named(*drafts, named={PORT.id: 4, FIRM.id: 1}) == ["incident:port-of-varna-2023"] * 2


def test_only_the_country_before_a_bodys_name_is_left_out() -> None:
    commission = Reference(EntityType.ORGANISATION, "it", "organisation:electoral-commission")
    assert named(draft(Predicate.TARGETS, commission)) == ["incident:electoral-commission-2023"]


def test_who_did_it_gives_no_name() -> None:
    assert named(draft(Predicate.ATTRIBUTED_TO, GANG)) == ["incident:attack"]


def test_the_year_of_most_of_its_dates_counts() -> None:
    drafts = [draft(Predicate.TARGETS, FIRM) for _ in range(3)]
    for one, when in zip(drafts, ("2019-04", "2022-01-02", "2022-01"), strict=True):
        one.event_time = when
    assert named(*drafts) == ["incident:halden-steel-2022"] * 3


def test_an_attack_on_whom_a_landmark_is_known_by_is_that_landmark_in_its_year() -> None:
    orion = Reference(EntityType.COMPANY, "SolarWinds", "company:solarwinds")
    assert named(draft(Predicate.TARGETS, orion)) == ["incident:solarwinds-2023"]
    told = draft(Predicate.TARGETS, orion)
    told.event_time = "2020-12"
    assert named(told) == ["incident:solarwinds-2020"]
    later = draft(Predicate.TARGETS, orion)
    later.event_time = "2021-06"
    assert named(later) == ["incident:solarwinds-2021"]
