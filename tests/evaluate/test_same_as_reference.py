"""Our figures are those of the claim guide's scorer, to the last digit, on gold with mistakes put in."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from vidocq.evaluate import evaluate, load_rows

SEEDS = range(8)

Claim = dict[str, Any]


def test_untouched_gold_agrees_with_itself(shared: Path, tmp_path: Path) -> None:
    gold = shared / "claims" / "dev" / "gold.jsonl"
    ours = our_figures(gold, gold, shared / "claims" / "dev" / "docs")
    assert ours == reference_figures(shared, gold, gold)
    assert ours["claim"]["f1"] == 1.0


@pytest.mark.parametrize("seed", SEEDS)
def test_perturbed_gold_gives_the_same_figures(shared: Path, tmp_path: Path, seed: int) -> None:
    gold = shared / "claims" / "dev" / "gold.jsonl"
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text(perturb(gold.read_text(encoding="utf-8"), seed), encoding="utf-8")

    ours = our_figures(gold, predicted, shared / "claims" / "dev" / "docs")

    assert ours == reference_figures(shared, gold, predicted)
    assert 0 < ours["claim"]["f1"] < 1, "the mistakes put in must show"
    assert ours["lenient"]["f1"] != ours["claim"]["f1"]


def our_figures(gold: Path, predicted: Path, docs: Path) -> dict[str, Any]:
    rows = load_rows(gold)
    texts = {doc: (docs / f"{doc}.txt").read_text(encoding="utf-8") for doc in rows}
    figures = evaluate(rows, load_rows(predicted), texts).figures.as_json()
    return json.loads(json.dumps(figures))


def reference_figures(shared: Path, gold: Path, predicted: Path) -> dict[str, Any]:
    script, docs = shared / "claims" / "score.py", shared / "claims" / "dev" / "docs"
    done = subprocess.run(
        [sys.executable, script, gold, predicted, "--docs", docs, "--json"],
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)


def perturb(gold: str, seed: int) -> str:
    """Gold rows in which claims are dropped, altered, doubled and moved, the same for the same seed."""
    chance = random.Random(seed)
    rows = [json.loads(line) for line in gold.splitlines()]
    mentions = [m for row in rows for c in row["claims"] for m in (c["subject"], c["object"]) if m]
    everything = [c for row in rows for c in row["claims"]]
    kept = []
    for row in rows:
        claims: list[Claim] = []
        for claim in row["claims"]:
            if chance.random() < 0.15:
                continue
            claims.append(altered(claim, mentions, chance) if chance.random() < 0.6 else claim)
            if chance.random() < 0.2:
                claims.append(altered(claim, mentions, chance))
        if chance.random() < 0.25:
            claims.append(chance.choice(everything))
        chance.shuffle(claims)
        if chance.random() < 0.95:
            kept.append({"doc": row["doc"], "claims": claims})
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in kept)


def altered(claim: Claim, mentions: list[Claim], chance: random.Random) -> Claim:
    """A copy of the claim with one to three things changed."""
    claim = copy.deepcopy(claim)
    for _ in range(chance.randint(1, 3)):
        alter(claim, mentions, chance)
    return claim


def alter(claim: Claim, mentions: list[Claim], chance: random.Random) -> None:
    kind = chance.randrange(13)
    side = chance.choice(["subject", "object"])
    mention = claim.get(side)
    if kind == 0:
        claim["predicate"] = chance.choice(["targets", "attributed-to", "sponsored-by", "invented"])
    elif kind == 1:
        claim["polarity"] = chance.choice(["denied", None, "affirmed"])
    elif kind == 2:
        claim[side] = copy.deepcopy(chance.choice(mentions))
    elif kind == 3 and mention:
        mention["id"] = chance.choice(mentions)["id"]
    elif kind == 4 and mention and mention["id"]:
        mention["id"] = mention["id"].upper().replace("-", "")
    elif kind == 5 and mention:
        mention["text"] = chance.choice(["", "the hackers", "l’État chinois", mention["text"][:9]])
        mention["id"] = None
    elif kind == 6 and mention:
        mention["type"] = chance.choice(["unnamed-actor", "agency", "other", "incident", "person"])
        mention["id"] = mention["type"] + ":other"
    elif kind == 7:
        claim["claimants"] = [chance.choice(mentions) for _ in range(chance.randint(0, 3))]
    elif kind == 8:
        claim["quote"] = chance.choice(["", claim["quote"][10:60], claim["quote"] + " and more"])
    elif kind == 9:
        claim["confidence"] = chance.choice([None, "low", "high"])
        claim["likelihood"] = chance.choice([None, "likely", "roughly-even"])
    elif kind == 10:
        claim["event_time"] = chance.choice([None, "2020", "2021-03", "2016-06-17"])
    elif kind == 11:
        claim["count"] = chance.choice([None, {"value": 30000, "unit": "servers"}, {"value": 4}])
    else:
        claim[side] = None
