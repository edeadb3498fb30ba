"""What mentions weigh: members of a list draw each other, other ends of another kind are left to the document to decide."""

from __future__ import annotations

import msgspec
import pytest

from tests.claims.listening import listen
from vidocq.claims.roles import ROLES
from vidocq.claims.trained.bundles import signs_in
from vidocq.claims.trained.tables import Tables, packed
from vidocq.claims.trained.weighing import Anchor, Weighing
from vidocq.claims.trained.weights import Weights, weights
from vidocq.model import Predicate

_R = {role.predicate: r for r, role in enumerate(ROLES) if not role.denied}
FLAT = msgspec.structs.replace(
    weights(),
    bias=tuple(-9.0 for _ in ROLES),
    floor=tuple(-999.0 for _ in ROLES),
    head_floor=tuple(-999.0 for _ in ROLES),
    general={},
    mention={},
    typed={},
    pair_bias=tuple(-9.0 for _ in ROLES),
    partner={},
    pair={},
    attack_bias=tuple(-9.0 for _ in ROLES),
    attack_general={},
    attack_anchor={},
)
"""Weights by which nobody is anything."""


def weighed(text: str, learnt: Weights) -> tuple[Weighing, Tables]:
    """The mentions of a sentence, the last that was looked at."""
    return listen(text, "en").weighings[-1], Tables(packed(learnt))


def anchored(text: str, learnt: Weights, predicate: Predicate) -> dict[str, float]:
    """The mentions by id that are proposed in a role, with their probability."""
    weighing, tables = weighed(text, learnt)
    found: dict[str, float] = {}
    anchors: list[Anchor] = weighing.anchors(tables)
    for anchor in anchors:
        reference = weighing.mentions[anchor.mention].reference
        if ROLES[anchor.role].predicate is predicate and reference is not None:
            found[reference.id] = max(found.get(reference.id, 0.0), anchor.chance)
    return found


LIST = "The malware was taken down: police seized the servers of Emotet, TrickBot and Qakbot."


def test_what_is_done_to_one_of_a_list_is_likely_done_to_all() -> None:
    role = _R[Predicate.DISRUPTS]
    first = msgspec.structs.replace(FLAT, mention={"in list": ((role, -1.0),)})
    bias = [*FLAT.bias]
    bias[role] = 1.0
    sure = anchored(LIST, msgspec.structs.replace(first, bias=tuple(bias)), Predicate.DISRUPTS)
    apart = {"malware:emotet": 1.0, "malware:trickbot": 0.0, "malware:qakbot": 0.0}
    for name, log_odds in apart.items():
        # Half-way between its own log-odds and those of the likeliest member.
        expected = log_odds + 0.5 * (1.0 - log_odds)
        assert sure[name] == pytest.approx(1 / (1 + 2.718281828**-expected), abs=1e-3)


def test_who_stands_in_no_list_weighs_alone() -> None:
    role = _R[Predicate.ATTRIBUTED_TO]
    bias = [*FLAT.bias]
    bias[role] = 0.0
    alone = anchored(
        "APT28 hacked the servers.",
        msgspec.structs.replace(FLAT, bias=tuple(bias)),
        ROLES[role].predicate,
    )
    assert alone["group:apt28"] == pytest.approx(0.5)


def ends(text: str, learnt: Weights, predicate: Predicate, anchor: str) -> set[str]:
    """The other ends that are taken for a mention in a role."""
    weighing, tables = weighed(text, learnt)
    r = _R[predicate]
    found: set[str] = set()
    for m, mention in enumerate(weighing.mentions):
        if mention.reference is None or mention.reference.id != anchor:
            continue
        for other, _ in weighing.chosen(tables, r, m):
            reference = weighing.mentions[other].reference if other >= 0 else None
            found.add(reference.id if reference is not None else "the attack")
    return found


def biased(pair: float, attack: float, predicate: Predicate) -> Weights:
    """Weights by which every mention, and the attack, is the other end with these log-odds."""
    r = _R[predicate]
    of_pairs, of_attacks = [*FLAT.pair_bias], [*FLAT.attack_bias]
    of_pairs[r], of_attacks[r] = pair, attack
    return msgspec.structs.replace(FLAT, pair_bias=tuple(of_pairs), attack_bias=tuple(of_attacks))


HACKED = "APT28 hacked the servers of Siemens with malware."


def test_the_attack_and_its_author_are_both_left_to_the_document() -> None:
    sure_of_the_attack = biased(-2.0, 2.0, Predicate.TARGETS)
    both = ends(HACKED, sure_of_the_attack, Predicate.TARGETS, "company:siemens")
    assert {"the attack", "group:apt28"} <= both


def test_an_end_that_is_hardly_likely_is_taken_beside_none() -> None:
    unlikely = biased(-4.0, 2.0, Predicate.TARGETS)
    assert ends(HACKED, unlikely, Predicate.TARGETS, "company:siemens") == {"the attack"}


def test_the_states_of_one_list_act_together() -> None:
    text = "Police of Germany, France, Spain and Italy took the malware Emotet off the net."
    likely = biased(-1.0, -9.0, Predicate.DISRUPTS)  # 0.27: of a third end by itself too little
    found = ends(text, likely, Predicate.DISRUPTS, "malware:emotet")
    assert {f"state:{code}" for code in ("DE", "FR", "ES", "IT")} <= found


def signs_of(text: str, words: str) -> set[str]:
    """The signs of the mention that is called so in a text's last sentence."""
    weighing = listen(text, "en").weighings[-1]
    number = next(
        m
        for m, one in enumerate(weighing.mentions)
        if one.reference and one.reference.text == words
    )
    own, _ = weighing.signs_of(number)
    return set(signs_in([*weighing.signs.general, *own]))


def test_the_length_of_a_list_is_a_sign() -> None:
    many = "The hack was discussed by Austria, Brazil, Chile, Denmark, Estonia and Finland."
    assert "list of 5 state" in signs_of(many, "Brazil")
    assert "list of 0 state" in signs_of("Hackers attacked Brazil.", "Brazil")


def test_one_attack_is_told_from_attacks_of_a_kind() -> None:
    assert "event one the" in signs_of("The ransomware attack disrupted Brazil.", "Brazil")
    assert "event many bare" in signs_of("Ransomware attacks disrupt Brazil.", "Brazil")


def test_what_was_is_told_from_what_may_be() -> None:
    assert "tells past" in signs_of("Hackers attacked Brazil in May.", "Brazil")
    may = signs_of("Hackers could attack Brazil.", "Brazil")
    assert "tells not said to be" in may
    assert "tells past" not in may
