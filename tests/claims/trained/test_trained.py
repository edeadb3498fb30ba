"""The trained reader: it finds what no rule knows, weighs what the rules found, and says where its claims come from."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import msgspec
import pytest

from vidocq.claims import explain, read
from vidocq.claims.discourse.context import Context
from vidocq.claims.discourse.memory import Memory, Telling, set_apart
from vidocq.claims.draft import TRAINED, Draft
from vidocq.claims.reading import read_by, read_drafts
from vidocq.claims.roles import ROLES
from vidocq.claims.trained.bundles import bundle, signs_in
from vidocq.claims.trained.measuring import findings_of, measures
from vidocq.claims.trained.mention import in_phrase
from vidocq.claims.trained.reader import TrainedReader
from vidocq.claims.trained.settling import settled
from vidocq.claims.trained.tables import Forest, Sums, field, origin, row_of, stored
from vidocq.claims.trained.weighing import Weighing
from vidocq.claims.trained.weights import Settling, Tree, Weights, weights
from vidocq.language.compile import languages, load_pack
from vidocq.model import Claim, Count, Document, EntityType, Polarity, Predicate, Reference

TOLD_BY_WEIGHTS = (
    (
        "Un ciberataque paralizó ayer el puerto de Valencia y dejó sin sistema a las navieras. "
        "La firma es de LockBit, que pide ocho millones de dólares.",
        "group:lockbit",
    ),
    (
        "The town of Halden was hit by ransomware on Friday. LockBit put its name to it on its leak site.",
        "group:lockbit",
    ),
)
"""Reports that lay an attack on a group by words that no rule knows."""
_BLAMED = (Predicate.ATTRIBUTED_TO, Predicate.TARGETS, Predicate.AFFECTS)
EVERYTHING_STANDS = Settling(
    start=9.0, rate=0.0, trees=(), least=0.5, expected=0.5, rules={}, unknown=0.5
)
GUILTY = msgspec.structs.replace(
    weights(),
    about="everybody did it",
    bias=tuple(9.0 if role.predicate in _BLAMED else -99.0 for role in ROLES),
    floor=tuple(-999.0 for _ in ROLES),
    general={},
    mention={},
    typed={},
    attack_bias=tuple(99.0 for _ in ROLES),
    settling=EVERYTHING_STANDS,
)


def claimed(text: str, *, rules_only: bool = False) -> set[tuple[str, str]]:
    claims = read(Document.from_text(text), rules_only=rules_only).claims
    return {(str(c.predicate), c.object.id if c.object else "") for c in claims}


def read_with(text: str, learnt: Weights) -> tuple[Claim, ...]:
    return read_by(Document.from_text(text, language="en"), TrainedReader(learnt)).claims


@pytest.mark.parametrize(("text", "group"), TOLD_BY_WEIGHTS)
def test_it_finds_what_no_rule_knows(text: str, group: str) -> None:
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


@pytest.mark.parametrize(
    "text",
    [
        "Der Hackerangriff traf Microsoft. China verurteilte die Vorwürfe als haltlos.",
        "A cyberattack hit the parliament of Norway. China condemned the accusations.",
        "Une cyberattaque a frappé le Parlement norvégien. La Chine a condamné les accusations.",
    ],
)
def test_who_condemns_accusations_condemns_no_attack(text: str) -> None:
    everybody = msgspec.structs.replace(
        GUILTY, bias=tuple(9.0 if r.predicate is Predicate.CONDEMNS else -99.0 for r in ROLES)
    )
    document = Document.from_text(text)
    claims = read_by(document, TrainedReader(everybody)).claims
    condemned = [c.quote for c in claims if c.predicate is Predicate.CONDEMNS]
    assert not [quote for quote in condemned if "Chin" in quote]


def test_who_proposes_too_much_is_heard() -> None:
    """The same path with weights that find everybody guilty: what the cases above hold back is not for want of a proposal."""
    text = "A cyberattack hit the parliament of Norway. Officials spoke of APT28 after the attack."
    assert any(c.object and c.object.id == "group:apt28" for c in read_with(text, GUILTY))


def test_a_number_it_finds_is_carried() -> None:
    text = "A cyberattack hit the parliament of Norway in August. Some 4,000 mailboxes were copied."
    found = [c for c in read_with(text, GUILTY) if c.predicate is Predicate.AFFECTS]
    assert [c.count.value for c in found if c.count] == [4000]


@pytest.mark.parametrize(("text", "group"), TOLD_BY_WEIGHTS)
def test_the_trace_names_it_and_its_probability(text: str, group: str) -> None:
    def lines(rules_only: bool) -> list[str]:
        traces = explain(Document.from_text(text), rules_only=rules_only)
        return [line for t in traces for stage in t.stages for line in stage.lines]

    assert any(f"rule “{TRAINED}” at 0." in line and group in line for line in lines(False))
    assert not any(TRAINED in line for line in lines(True))


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[3] / "examples").glob("*.txt")))
def test_its_quotes_stand_in_the_text_and_readings_repeat(path: Path) -> None:
    document = Document.from_text(path.read_text("utf-8"), id=path.stem)
    first, second = (read(document).claims for _ in range(2))
    assert first == second
    assert all(document.text[c.span.start : c.span.end] == c.quote for c in first)


def test_a_text_of_other_matters_stays_quiet() -> None:
    assert claimed("Officials spoke of Norway and of Sweden after the election.") == set()


def test_the_weights_are_of_every_role_and_lie_within_bounds() -> None:
    learnt = weights()
    for numbers in (
        *(learnt.bias, learnt.floor, learnt.head_floor),
        *(learnt.pair_bias, learnt.attack_bias),
    ):
        assert len(numbers) == len(ROLES)
    tables = (learnt.general, learnt.mention, learnt.partner, learnt.pair, *learnt.typed.values())
    assert all(
        0 <= role < len(ROLES) for table in tables for known in table.values() for role, _ in known
    )
    assert {role for known in learnt.mention.values() for role, _ in known} == {*range(len(ROLES))}
    assert 0.1 <= learnt.settling.least <= 0.9 <= learnt.settling.expected <= 4
    assert learnt.saying.signs


def test_trees_ask_for_no_measure_that_is_not_taken() -> None:
    drafts = [draft(Predicate.TARGETS, NORWAY, "hack")]
    context = Context(Document.from_text(""), load_pack("en"), Memory(), True)
    (row,) = measures(context, drafts, findings_of(drafts), EVERYTHING_STANDS).values()
    asked = {measure for tree in weights().settling.trees for measure in tree.measure}
    assert max(asked) < len(row)
    assert len(asked - {-1}) > len(row) // 2


def test_no_weight_goes_by_the_language() -> None:
    learnt = weights()
    signs = {*learnt.general, *learnt.mention, *learnt.pair}
    assert not any(sign in languages() for sign in signs)


def test_a_file_of_weights_that_breaks_its_form_is_refused() -> None:
    row = json.loads(msgspec.json.encode(weights()))
    row["mention"]["first phrase"] = [[0, "much"]]
    with pytest.raises(msgspec.ValidationError, match="float"):
        msgspec.json.decode(json.dumps(row), type=Weights)


def test_a_tree_is_walked_from_its_root() -> None:
    leaf = Tree(measure=(-1,), bound=(0.0,), left=(-1,), right=(-1,), value=(10.0,))
    tree = Tree(
        measure=(1, -1, 0, -1, -1),
        bound=(0.5, 0.0, 2.0, 0.0, 0.0),
        left=(1, -1, 3, -1, -1),
        right=(2, -1, 4, -1, -1),
        value=(0.0, 1.0, 0.0, 2.0, 3.0),
    )
    forest = Forest(
        msgspec.structs.replace(EVERYTHING_STANDS, start=100.0, rate=2.0, trees=(leaf, tree))
    )
    scores = [forest.score([9.0, 0.5]), forest.score([2.0, 0.6]), forest.score([2.1, 0.6])]
    assert scores == [122.0, 124.0, 126.0]


def test_rows_add_up_for_each_role_by_itself() -> None:
    """Fields lie side by side in one number: what is below nothing in one must not borrow of the next."""
    table = {"a": ((0, -1.5), (2, 2.25)), "b": ((0, -2.0), (1, 0.001), (2, -9.25))}
    sums = Sums(stored([{"b": ((0, 7.0),), "unknown": ((1, 7.0),)}, table]), number=1)
    for _ in range(2):  # what is kept of bundles is what they weigh
        signs = sums.of([bundle("a", "b"), bundle("b"), bundle("unknown"), bundle()])
        total = origin(3) + row_of([0.5, -0.001, 0.0]) + signs
        assert [field(total, role) for role in range(3)] == [-5.0, 0.001, -16.25]


def test_the_same_signs_are_the_same_bundle() -> None:
    assert bundle("a", "b") is bundle("a", "b")
    assert signs_in([bundle("a", "b"), bundle("b")]) == ["a", "b", "b"]


def test_a_sign_is_of_the_mention_or_of_its_phrase() -> None:
    """They are weighed apart, so what stood in both would count twice."""
    shared = 0
    for path in sorted((Path(__file__).parents[3] / "examples").glob("*.txt")):
        document = Document.from_text(path.read_text("utf-8"), id=path.stem)
        context, sentences, _ = read_drafts(document, load_pack(document.language or "en"))
        for sentence in sentences:
            weighing = Weighing(context, sentence, [])
            for mention in weighing.mentions:
                if in_phrase(mention):
                    own = signs_in(weighing.signs.of_itself(mention))
                    assert set(own).isdisjoint(signs_in(weighing.signs.of_phrase(mention.phrase)))
                    shared += 1
    assert shared


ATTACK = Reference(EntityType.INCIDENT, "the attack", "incident:attack")
OTHER = Reference(EntityType.INCIDENT, "the hack", "incident:hack")
APT28 = Reference(EntityType.GROUP, "APT28", "group:apt28")
NORWAY = Reference(EntityType.STATE, "Norway", "state:NO")


def draft(predicate: Predicate, target: Reference, rule: str, score: float = 0.9) -> Draft:
    made = Draft(predicate, ATTACK, target, 0, 0, rule)
    made.score = score
    return made


def standing(
    drafts: list[Draft], settling: Settling = EVERYTHING_STANDS, sentences: int = 9
) -> list[Draft]:
    context = Context(Document.from_text(""), load_pack("en"), Memory(), True, number=sentences)
    return settled(context, drafts, Forest(settling), settling)


def test_of_proposals_of_one_finding_those_nearly_as_sure_as_the_surest_stand() -> None:
    """Who says it in one of them says it too; what a passage says of somebody whom it does not name is told by others."""
    rule = draft(Predicate.TARGETS, NORWAY, "hack")
    weak, near, sure, unnamed = (
        draft(Predicate.ATTRIBUTED_TO, APT28, TRAINED, score) for score in (0.4, 0.55, 0.6, 0.58)
    )
    unnamed.origin = "memory"
    assert standing([rule, weak, near, sure, unnamed]) == [rule, near, sure]


def test_of_a_denial_the_surest_passage_stands_and_only_if_it_is_sure() -> None:
    two = [draft(Predicate.ATTRIBUTED_TO, APT28, TRAINED, score) for score in (0.6, 0.55)]
    for one in two:
        one.polarity = Polarity.DENIED
    assert standing(two) == two[:1]
    doubtful = msgspec.structs.replace(EVERYTHING_STANDS, start=-0.5, least=0.3, expected=0.1)
    assert standing(two, doubtful) == []
    assert standing([draft(Predicate.ATTRIBUTED_TO, APT28, TRAINED)], doubtful)


def test_who_accuses_somebody_does_not_deny_it_for_him() -> None:
    russia = Reference(EntityType.STATE, "Russia", "state:RU")
    gru = Reference(EntityType.AGENCY, "GRU", "agency:ru-gru")
    accused, denied, denied_by_both = (
        draft(Predicate.ATTRIBUTED_TO, target, TRAINED) for target in (gru, russia, russia)
    )
    accused.claimants = denied.claimants = (NORWAY,)
    denied_by_both.claimants = (NORWAY, russia)
    denied.polarity = denied_by_both.polarity = Polarity.DENIED
    assert standing([accused, denied]) == [accused]
    assert standing([accused, denied_by_both]) == [accused, denied_by_both]
    assert denied_by_both.claimants == (russia,)


def test_of_a_long_text_more_is_asked() -> None:
    """In a text longer than those that the trees learnt from more looks like a finding."""
    likely = msgspec.structs.replace(EVERYTHING_STANDS, start=0.2, least=0.5)  # .55
    accused = draft(Predicate.ATTRIBUTED_TO, APT28, TRAINED)
    hit = draft(Predicate.TARGETS, NORWAY, TRAINED)
    assert standing([accused, hit], likely, sentences=20) == [accused, hit]
    assert standing([accused, hit], likely, sentences=40) == []


def test_what_a_rule_says_is_left_to_the_rule() -> None:
    proposed = draft(Predicate.ATTRIBUTED_TO, APT28, TRAINED, 0.9)
    said = draft(Predicate.ATTRIBUTED_TO, APT28, "accuse")
    assert standing([said, proposed]) == [said]


def test_where_too_little_is_expected_to_be_right_a_document_stays_quiet() -> None:
    likely = msgspec.structs.replace(EVERYTHING_STANDS, start=0.8, expected=1.2)  # .69 each
    accused = draft(Predicate.ATTRIBUTED_TO, APT28, TRAINED)
    hit = draft(Predicate.TARGETS, NORWAY, TRAINED)
    assert standing([accused], likely) == []
    assert standing([accused, hit], likely) == [accused, hit]
    # Of a text of two sentences less is expected.
    assert standing([accused], likely, sentences=2) == [accused]


def test_the_one_thing_that_a_notice_tells_stands_where_a_rule_says_so() -> None:
    likely = msgspec.structs.replace(EVERYTHING_STANDS, start=0.8, expected=1.2)  # .69 each
    hit = draft(Predicate.TARGETS, NORWAY, "hack")
    accused = draft(Predicate.ATTRIBUTED_TO, APT28, TRAINED)
    assert standing([hit], likely) == [hit]
    expecting = msgspec.structs.replace(likely, expected=1.85)
    assert standing([hit, accused], expecting) == [hit]  # What no rule says stays out.
    doubtful = msgspec.structs.replace(likely, start=0.2)  # .55
    assert standing([hit], doubtful) == []


def test_a_long_text_does_not_speak_for_its_many_doubtful_findings() -> None:
    unsure = msgspec.structs.replace(EVERYTHING_STANDS, start=0.0, least=0.4, expected=2.1)  # .5
    names = [Reference(EntityType.GROUP, f"APT{n}", f"group:apt{n}") for n in range(30, 42)]
    assert standing([draft(Predicate.ATTRIBUTED_TO, one, TRAINED) for one in names], unsure) == []


def test_findings_below_the_threshold_fall_whoever_made_them() -> None:
    strict = msgspec.structs.replace(
        EVERYTHING_STANDS,
        start=0.0,
        rate=1.0,
        # The probability of its anchor decides: the second measure, as log-odds.
        trees=(Tree((1, -1, -1), (0.0, 0.0, 0.0), (1, -1, -1), (2, -1, -1), (0.0, -5.0, 5.0)),),
    )
    sure = draft(Predicate.TARGETS, NORWAY, "hack", 0.9)
    unsure = draft(Predicate.ATTRIBUTED_TO, APT28, "hack", 0.1)
    assert standing([sure, unsure], strict) == [sure]
    # A text of a few sentences is too short to be weighed as a whole.
    assert standing([sure, unsure], strict, sentences=2) == [sure, unsure]


def test_of_a_rule_that_is_mostly_right_the_word_is_enough() -> None:
    doubtful = msgspec.structs.replace(EVERYTHING_STANDS, start=-3.0)
    trusting = msgspec.structs.replace(doubtful, rules={"accuse attributed-to": 0.7})
    accused = draft(Predicate.ATTRIBUTED_TO, APT28, "accuse")
    assert standing([accused], doubtful) == []
    assert standing([accused], trusting) == [accused]


def test_proposals_are_of_the_incident_that_the_rules_know() -> None:
    rule = draft(Predicate.TARGETS, NORWAY, "hack")
    proposed = draft(Predicate.ATTRIBUTED_TO, APT28, TRAINED, 0.9)
    proposed.subject = OTHER
    standing([rule, proposed])
    assert proposed.subject == ATTACK


def test_numbers_are_told_apart_by_their_value() -> None:
    few, many = (draft(Predicate.AFFECTS, NORWAY, TRAINED) for _ in range(2))
    few.count, many.count = Count(3, "systems"), Count(4, "systems")
    assert standing([few, many]) == [few, many]


def test_a_number_is_of_one_thing() -> None:
    """Whether it is the victim's or of the attack as a whole: the surer of the two."""
    of_victim, of_all = (draft(Predicate.AFFECTS, NORWAY, TRAINED) for _ in range(2))
    of_all.object = None
    of_victim.bond = 0.4
    for one in (of_victim, of_all):
        one.count = Count(3, "systems")
    bond_decides = msgspec.structs.replace(
        EVERYTHING_STANDS,
        start=0.0,
        rate=1.0,
        trees=(Tree((19, -1, -1), (0.0, 0.0, 0.0), (1, -1, -1), (2, -1, -1), (0.0, 3.0, 4.0)),),
    )
    assert standing([of_victim, of_all], bond_decides) == [of_all]


def test_an_attack_without_a_noun_is_called_by_the_first_that_the_text_has() -> None:
    proposed = draft(Predicate.ATTRIBUTED_TO, APT28, TRAINED)
    proposed.subject, proposed.unnamed = OTHER, True
    context = Context(Document.from_text(""), load_pack("en"), Memory(), True, number=9)
    context.attacks.append(ATTACK)
    settled(context, [proposed], Forest(EVERYTHING_STANDS), EVERYTHING_STANDS)
    assert proposed.subject == ATTACK


def test_every_finding_is_measured_alike() -> None:
    drafts = [
        draft(Predicate.TARGETS, NORWAY, "hack"),
        draft(Predicate.ATTRIBUTED_TO, APT28, TRAINED),
    ]
    context = Context(Document.from_text(""), load_pack("en"), Memory(), True)
    rows = measures(context, drafts, findings_of(drafts), EVERYTHING_STANDS).values()
    assert len({len(row) for row in rows}) == 1


SPOKEN = (
    (
        "The White House said on Monday that hackers of the GRU had broken into the network of Viasat.",
        {"agency:us-white-house"},
    ),
    ("Hackers of the GRU broke into the network of Viasat on Monday.", set()),
)


@pytest.mark.parametrize(("text", "sayers"), SPOKEN)
def test_who_says_it_is_weighed_too(text: str, sayers: set[str]) -> None:
    claims = read(Document.from_text(text, language="en")).claims
    assert claims
    assert {c.id for claim in claims for c in claim.claimants} == sayers


def test_a_memory_set_apart_has_all_that_the_first_has() -> None:
    memory = Memory("fr", states=[NORWAY], home=NORWAY, event_dates={"incident:hack": "2020"})
    memory.telling = Telling((NORWAY,), 7)
    apart = set_apart(memory)
    assert apart == memory
    apart.states.append(APT28)
    apart.event_dates["incident:attack"] = "2021"
    assert (memory.states, memory.event_dates) == ([NORWAY], {"incident:hack": "2020"})
    filled = Memory(
        "en",
        event_sentence=3,
        offices={"minister": NORWAY},
        heard={"jansen"},
        firms={"company:acme": NORWAY},
        bodies={"company:acme": NORWAY},
        surnames={"jansen": NORWAY},
        homes={"group:apt28": "RU"},
        accused=[NORWAY],
        charged={2: APT28},
        sanctioners=[NORWAY],
        prosecutors=[NORWAY],
        accusers=[NORWAY],
        aliases={"group:fancy-bear": APT28},
        home=NORWAY,
        country="NO",
        voice=NORWAY,
        voice_speaker="the minister",
        firm=NORWAY,
        centre=APT28,
        topic=APT28,
        doer=APT28,
        struck=NORWAY,
        policing="operation",
        telling=Telling((NORWAY,), 9),
        quoting=NORWAY,
    )
    empty = Memory("en")
    unfilled = {f.name for f in fields(Memory) if getattr(filled, f.name) == getattr(empty, f.name)}
    assert unfilled == _COPIED
    assert set_apart(filled) == filled


_COPIED = frozenset(
    {*("language", "events", "actors", "states", "speakers", "sponsored", "best_text", "malware")}
    | {*("victims", "attacked", "persons", "event_dates")}
)
"""Fields of a memory that have a list of their own when it is set apart."""
