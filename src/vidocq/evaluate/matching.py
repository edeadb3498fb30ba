"""The largest set of one-to-one pairs between gold and predicted claims."""

from __future__ import annotations

from collections.abc import Sequence

from vidocq.evaluate.likeness import likeness, same_claim
from vidocq.evaluate.rows import Annotation


def match_claims(
    gold: Sequence[Annotation], predicted: Sequence[Annotation], *, lenient: bool
) -> list[tuple[int, int]]:
    """Pairs (index in gold, index in predicted) of claims that mean the same.

    The likest pairs are taken first, then augmenting paths (Berge 1957; Kuhn 1955) make the set as
    large as it can be.
    """
    weights = {
        (i, j): likeness(g, p)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if same_claim(g, p, lenient=lenient)
    }
    partners: list[list[int]] = [[] for _ in gold]
    for i, j in sorted(weights, key=lambda pair: (pair[0], -weights[pair], pair[1])):
        partners[i].append(j)
    return _enlarge(_take_likest(weights), partners)


def _take_likest(weights: dict[tuple[int, int], int]) -> dict[int, int]:
    """Predicted → gold, greedily from the likest pair down, first come first served among equals."""
    taken: dict[int, int] = {}
    placed: set[int] = set()
    for i, j in sorted(weights, key=lambda pair: (-weights[pair], pair)):
        if j not in taken and i not in placed:
            taken[j] = i
            placed.add(i)
    return taken


def _enlarge(taken: dict[int, int], partners: list[list[int]]) -> list[tuple[int, int]]:
    """The pairs after every gold claim that is still alone has looked for a place."""

    def place(i: int, seen: set[int]) -> bool:
        for j in partners[i]:
            if j not in seen:
                seen.add(j)
                if j not in taken or place(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    # Which pairs stand in a largest set can depend on who looks first. The order of a set of
    # numbers is kept, rather than an ascending one, so that the figures for claimants and fields
    # are the same to the last digit as those of the claim guide's scorer.
    alone = set(range(len(partners))) - set(taken.values())
    for i in alone:
        place(i, set())
    return [(i, j) for j, i in taken.items()]
