"""The trained reader: it adds to what the rules find, takes nothing away, and says where its claims come from."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from vidocq.claims import explain, read
from vidocq.claims.draft import TRAINED, Draft
from vidocq.claims.proposing import proposals_by, settled
from vidocq.claims.reading import read_by
from vidocq.claims.weights import Role, Weights, weights
from vidocq.language.compile import languages
from vidocq.model import Claim, Count, Document, EntityType, Polarity, Predicate, Reference

TOLD_BY_WEIGHTS = (
    "Un ciberataque paralizó ayer el puerto de Valencia. La firma es de LockBit.",
    "Hacker drangen in das Netz der Stadtwerke Bochum ein. Die Spur führt zu APT28.",
)
"""Reports that lay an attack on a group by words that no rule knows."""
GUILTY = Weights(
    about="everybody did it",
    threshold=0.5,
    roles={
        role: Role(bias=9.0, floor=-9.0, signs={})
        for role in (Predicate.ATTRIBUTED_TO, Predicate.TARGETS, Predicate.AFFECTS)
    },
)


def claimed(text: str, *, rules_only: bool = False) -> set[tuple[str, str]]:
    claims = read(Document.from_text(text), rules_only=rules_only).claims
    return {(str(c.predicate), c.object.id if c.object else "") for c in claims}


@pytest.mark.parametrize("text", TOLD_BY_WEIGHTS)
def test_it_adds_what_no_rule_knows(text: str) -> None:
    group = "group:lockbit" if "LockBit" in text else "group:apt28"
    assert ("attributed-to", group) not in claimed(text, rules_only=True)
    assert ("attributed-to", group) in claimed(text)


@pytest.mark.parametrize(
    "text",
    [
        "A cyberattack hit the parliament of Norway. APT28 was not involved in the attack.",
        "If APT28 were behind the cyberattack on the parliament of Norway, Oslo would have to answer.",
        "A cyberattack may hit the parliament of Norway next year. APT28 will not rest.",
    ],
)
def test_what_is_denied_supposed_or_to_come_is_not_laid_on_anybody(text: str) -> None:
    laid = [
        c
        for c in read_with(text, GUILTY)
        if c.predicate is Predicate.ATTRIBUTED_TO and c.polarity is Polarity.AFFIRMED
    ]
    assert "group:apt28" not in {c.object.id for c in laid if c.object}


def read_with(text: str, learnt: Weights) -> tuple[Claim, ...]:
    def propose(context, sentence, drafts):
        return proposals_by(learnt, context, sentence, drafts)

    return read_by(Document.from_text(text, language="en"), propose).claims


def test_who_proposes_too_much_is_heard() -> None:
    """The same path with weights that find everybody guilty: what the cases above hold back is not for want of a proposal."""
    text = "A cyberattack hit the parliament of Norway. Officials spoke of APT28 after the attack."
    assert any(c.object and c.object.id == "group:apt28" for c in read_with(text, GUILTY))


def test_the_rules_and_their_claims_are_the_same_with_and_without(repository: Path) -> None:
    lost = []
    for path in sorted((repository / "examples").glob("*.txt")):
        document = Document.from_text(path.read_text("utf-8"), id=path.stem)
        both = {told(c) for c in read(document).claims}
        lost += [c for c in read(document, rules_only=True).claims if told(c) not in both]
    assert lost == []


def told(claim: Claim) -> tuple[str, str, str, str, tuple[str, ...]]:
    target = claim.object.id if claim.object else ""
    said = tuple(c.id for c in claim.claimants)
    return (str(claim.predicate), claim.subject.id, target, str(claim.polarity), said)


@pytest.mark.parametrize("text", TOLD_BY_WEIGHTS)
def test_the_trace_names_it_and_its_probability(text: str) -> None:
    def lines(rules_only: bool) -> list[str]:
        traces = explain(Document.from_text(text), rules_only=rules_only)
        return [line for t in traces for stage in t.stages for line in stage.lines]

    assert any(f"rule “{TRAINED}” at 0." in line for line in lines(False))
    assert not any(TRAINED in line for line in lines(True))


def test_its_quotes_stand_in_the_text_and_readings_repeat() -> None:
    for text in TOLD_BY_WEIGHTS:
        first, second = (read(Document.from_text(text)).claims for _ in range(2))
        assert first == second
        assert all(text[c.span.start : c.span.end] == c.quote for c in first)


def test_a_number_it_finds_is_carried() -> None:
    text = "A cyberattack hit the parliament of Norway in August. Some 4,000 mailboxes were copied."
    found = [c for c in read_with(text, GUILTY) if c.predicate is Predicate.AFFECTS]
    assert [c.count.value for c in found if c.count] == [4000]


def test_the_weights_are_of_every_role_and_of_no_language() -> None:
    learnt = weights()
    assert 0.2 <= learnt.threshold <= 0.5
    assert set(learnt.roles) == {
        *(Predicate.ATTRIBUTED_TO, Predicate.TARGETS, Predicate.USES),
        *(Predicate.EXPLOITS, Predicate.AFFECTS),
    }
    signs = {sign for role in learnt.roles.values() for sign in role.signs}
    assert not any(sign.split(" ")[0] in languages() for sign in signs)
    assert all(role.signs for role in learnt.roles.values())


def test_a_file_of_weights_that_breaks_its_form_is_refused() -> None:
    row = json.loads(msgspec.json.encode(weights()))
    row["roles"]["attributed-to"]["signs"]["after of"] = "much"
    with pytest.raises(msgspec.ValidationError, match="float"):
        msgspec.json.decode(json.dumps(row), type=Weights)


ATTACK = Reference(EntityType.INCIDENT, "the attack", "incident:attack")
OTHER = Reference(EntityType.INCIDENT, "the hack", "incident:hack")
APT28 = Reference(EntityType.GROUP, "APT28", "group:apt28")
NORWAY = Reference(EntityType.STATE, "Norway", "state:NO")


def draft(predicate: Predicate, target: Reference, rule: str, score: float = 1.0) -> Draft:
    made = Draft(predicate, ATTACK, target, 0, 0, rule)
    made.score = score
    return made


def test_of_proposals_of_one_role_the_surest_is_kept() -> None:
    rule = draft(Predicate.TARGETS, NORWAY, "hack")
    weak = draft(Predicate.ATTRIBUTED_TO, APT28, TRAINED, 0.4)
    sure = draft(Predicate.ATTRIBUTED_TO, APT28, TRAINED, 0.6)
    assert settled([rule, weak, sure]) == [rule, sure]


def test_what_a_rule_says_or_denies_is_not_proposed() -> None:
    proposed = draft(Predicate.ATTRIBUTED_TO, APT28, TRAINED, 0.9)
    said = draft(Predicate.ATTRIBUTED_TO, APT28, "accuse")
    denied = draft(Predicate.SPONSORED_BY, APT28, "deny")
    denied.polarity = Polarity.DENIED
    assert settled([said, proposed]) == [said]
    assert settled([denied, proposed]) == [denied]


def test_a_document_that_says_nothing_to_the_rules_stays_quiet() -> None:
    sure = draft(Predicate.ATTRIBUTED_TO, APT28, TRAINED, 0.99)
    assert settled([sure]) == []
    assert read_with("Officials spoke of APT28 and of Norway after the election.", GUILTY) == ()


def test_proposals_are_of_the_incident_that_the_rules_know() -> None:
    rule = draft(Predicate.TARGETS, NORWAY, "hack")
    proposed = draft(Predicate.ATTRIBUTED_TO, APT28, TRAINED, 0.9)
    proposed.subject = OTHER
    settled([rule, proposed])
    assert proposed.subject == ATTACK


def test_numbers_are_told_apart_by_their_value() -> None:
    rule = draft(Predicate.TARGETS, NORWAY, "hack")
    few, many = (draft(Predicate.AFFECTS, NORWAY, TRAINED, 0.9) for _ in range(2))
    few.count, many.count = Count(3, "systems"), Count(4, "systems")
    assert settled([rule, few, many]) == [rule, few, many]
