"""Learn the network of the trained reader (`vidocq.claims.network`) from sentences whose mentions have known roles.

Called by `bench/train_roles.py`, which gathers the sentences. Needs JAX and Optax (``pip install -e '.[bench]'``). On two
cores a network of all open gold takes some ten minutes; the same sentences give the same weights on the same machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import jax
import jax.numpy as jnp
import numpy
import optax
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from train_examples import Example, Seen
from vidocq.claims.encoding import MARKS, PLACES, TABLES
from vidocq.claims.network import LOWEST, QUANTUM, REACH, Mixing, Network, key_of

WIDTH, HIDDEN = 64, 96
EPOCHS = 6
RATE, DECAY, WARM = 2e-3, 1e-2, 100
DROPPED, WORDS_DROPPED = 0.3, 0.2
"""Shares of activations, and of words (all but their ending and kind), that are left out at random while it learns."""
RAREST = (4, 5, 5, 3, 1)
"""How often a name of each of `TABLES` must come to be known; of kinds and marks of mentions `RARE`."""
RARE = 20
TOKENS, MENTIONS, SENTENCES = 4096, 4096, 448
"""A batch: sentences one after the other, so many words, mentions and sentences at most."""
LONGEST, MOST = 500, 1500
"""A sentence of more words or mentions is none."""
GREATEST = 127
Parameters = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """What it knows: name → number from 1 on; 0 is whatever it does not know."""

    tables: tuple[dict[str, int], ...]
    kinds: dict[str, int]
    marks: dict[str, int]


def trained(sentences: Sequence[Seen], roles: int, seed: int = 0) -> dict[str, numpy.ndarray]:
    """The parts of a network (`vidocq.claims.network.network_of`) that is learnt from sentences, without its mixing."""
    names = names_in(sentences)
    batches = [*batches_of(sentences, names, roles)]
    steps = EPOCHS * len(batches)
    schedule = optax.warmup_cosine_decay_schedule(0.0, RATE, WARM, max(steps, WARM + 1))
    optimiser = optax.chain(
        optax.clip_by_global_norm(1.0), optax.adamw(schedule, weight_decay=DECAY)
    )

    @jax.jit
    def step(known: Parameters, state: Any, batch: Any, key: Any) -> tuple[Parameters, Any, Any]:
        lost, slope = jax.value_and_grad(loss)(known, batch, key)
        change, state = optimiser.update(slope, state, known)
        return optax.apply_updates(known, change), state, lost

    key = jax.random.PRNGKey(seed)
    known = beginning(names, roles, key)
    state = optimiser.init(known)
    order = numpy.random.default_rng(seed)
    for epoch in range(EPOCHS):
        lost = 0.0
        for b in order.permutation(len(batches)):
            key, chance = jax.random.split(key)
            known, state, one = step(known, state, batches[b], chance)
            lost += float(one)
        print(f"  network, pass {epoch + 1}: loss {lost / len(batches):.3f}", flush=True)
    return stored({name: numpy.asarray(value) for name, value in known.items()}, names)


def mixing_of(
    read_by: Iterable[tuple[Network, Seen]],
    log_odds: Callable[[Example], float],
    roles: int,
) -> dict[str, numpy.ndarray]:
    """How the log-odds by the signs and by the words make one, by a regression for each role.

    ``read_by``: each sentence with a network, ``log_odds``: by weights, that were learnt without the sentence's document.
    """
    known: list[tuple[list[tuple[float, float]], list[bool]]] = [([], []) for _ in range(roles)]
    for network, sentence in read_by:
        by_words = network.log_odds(sentence.words, sentence.encoded)
        for row, own in zip(by_words, sentence.roles, strict=True):
            for role, example in own.items():
                by_signs = log_odds(example)
                if example.right is not None and by_signs >= LOWEST:
                    known[role][0].append((by_signs, float(row[role])))
                    known[role][1].append(example.right)
    start, signs, words = numpy.zeros(roles), numpy.ones(roles), numpy.zeros(roles)
    for role, (pairs, right) in enumerate(known):
        if sum(right) >= RARE:
            model = LogisticRegression(C=1.0).fit(numpy.array(pairs), numpy.array(right))
            start[role] = model.intercept_[0]
            signs[role], words[role] = model.coef_[0]
            before = average_precision_score(right, [pair[0] for pair in pairs])
            after = average_precision_score(right, model.decision_function(numpy.array(pairs)))
            print(
                f"  role {role:2}: {sum(right):5} right; average precision {before:.3f} by the signs, "
                f"{after:.3f} with the words ({signs[role]:.2f}, {words[role]:.2f})"
            )
    return {
        f"mixing {name}": values.round(3)
        for name, values in zip(Mixing.__slots__, (start, signs, words), strict=True)
    }


def names_in(sentences: Iterable[Seen]) -> Names:
    """The names that come often enough to be known, the commonest first."""
    counts: list[Counter[str]] = [Counter() for _ in TABLES]
    kinds: Counter[str] = Counter()
    marks: Counter[str] = Counter()
    for sentence in sentences:
        shown = sentence.encoded
        for word in sentence.words:
            for count, name in zip(counts, word, strict=True):
                count[name] += 1
        kinds.update(shown.kinds)
        for known in shown.marks:
            marks.update(known)

    def numbered(count: Counter[str], least: int) -> dict[str, int]:
        ranked = sorted(count.items(), key=lambda item: (-item[1], item[0]))
        kept = [name for name, n in ranked if n >= least]
        return {name: number for number, name in enumerate(kept, 1)}

    tables = tuple(numbered(c, n) for c, n in zip(counts, RAREST, strict=True))
    return Names(tables, numbered(kinds, RARE), numbered(marks, RARE))


def batches_of(
    sentences: Iterable[Seen], names: Names, roles: int
) -> Iterable[tuple[numpy.ndarray, ...]]:
    """Batches of one shape: words, the sentence of each, mentions, the sentence of each, and their roles (-1: not told)."""
    words: list[list[int]] = []
    within: list[int] = []
    mentions: list[list[int]] = []
    told: list[dict[int, Example]] = []
    number = 0
    for sentence in sentences:
        shown = sentence.encoded
        if not 0 < len(sentence.words) <= LONGEST or len(shown.spans) > MOST:
            continue
        full = len(words) + len(sentence.words) + 2 > TOKENS
        if full or len(mentions) + len(shown.spans) > MENTIONS or number >= SENTENCES - 1:
            yield _batch(words, within, mentions, told, roles)
            words, within, mentions, told, number = [], [], [], [], 0
        start = len(words) + 1
        edge = [0] * len(TABLES)
        rows = [
            [known.get(name, 0) for known, name in zip(names.tables, word, strict=True)]
            for word in sentence.words
        ]
        words += [edge, *rows, edge]
        within += [SENTENCES - 1, *[number] * len(rows), SENTENCES - 1]
        for (first, last, head), kind, known in zip(
            shown.spans, shown.kinds, shown.marks, strict=True
        ):
            marks = [names.marks.get(mark, 0) for mark in known]
            mentions.append(
                [
                    *(start + head, start + first, start + last, number),
                    *(names.kinds.get(kind, 0), shown.place),
                    *(marks + [0] * (MARKS - len(marks))),
                ]
            )
        told += sentence.roles
        number += 1
    if words:
        yield _batch(words, within, mentions, told, roles)


def _batch(
    words: list[list[int]],
    within: list[int],
    mentions: list[list[int]],
    told: list[dict[int, Example]],
    roles: int,
) -> tuple[numpy.ndarray, ...]:
    all_words = numpy.zeros((TOKENS, len(TABLES)), numpy.int32)
    all_words[: len(words)] = words
    all_within = numpy.full(TOKENS, SENTENCES - 1, numpy.int32)
    all_within[: len(within)] = within
    all_mentions = numpy.zeros((MENTIONS, 6 + MARKS), numpy.int32)
    if mentions:
        all_mentions[: len(mentions)] = mentions
    right = numpy.full((MENTIONS, roles), -1, numpy.int8)
    for m, known in enumerate(told):
        for role, example in known.items():
            if example.right is not None:
                right[m, role] = example.right
    return all_words, all_within, all_mentions, right


def beginning(names: Names, roles: int, key: Any) -> Parameters:
    """Weights before anything is learnt."""
    keys = iter(jax.random.split(key, 40))

    def normal(shape: tuple[int, ...], spread: float) -> Any:
        return jax.random.normal(next(keys), shape) * spread

    known: Parameters = {}
    for table, numbers in zip(TABLES, names.tables, strict=True):
        known[table] = normal((len(numbers) + 1, WIDTH), 0.1)
    for i in range(len(REACH)):
        known[f"layer {i}"] = normal((3 * WIDTH, 2 * WIDTH), 0.7 * (2 / (3 * WIDTH)) ** 0.5)
        known[f"layer {i} bias"] = jnp.zeros(2 * WIDTH)
        known[f"layer {i} gain"] = jnp.ones(WIDTH)
    known["kinds"] = normal((len(names.kinds) + 1, WIDTH), 0.1)
    known["marks"] = normal((len(names.marks) + 1, WIDTH), 0.1)
    known["places"] = normal((PLACES, WIDTH), 0.1)
    known["hidden"] = normal((7 * WIDTH, HIDDEN), (7 * WIDTH) ** -0.5)
    known["hidden bias"] = jnp.zeros(HIDDEN)
    known["roles"] = normal((HIDDEN, roles), HIDDEN**-0.5)
    known["roles bias"] = jnp.full(roles, -3.0)
    return known


def log_odds(known: Parameters, batch: Any, key: Any) -> Any:
    """The log-odds of a batch's mentions, with some of the network left out at random."""
    words, within, mentions, _ = batch
    keys = jax.random.split(key, len(REACH) + 2)
    there = (within < SENTENCES - 1)[:, None]
    kept = jax.random.bernoulli(keys[0], 1 - WORDS_DROPPED, (TOKENS,))
    seen = 0.0
    for i, table in enumerate(TABLES):
        numbers = words[:, i] * kept if table in ("word", "beginning") else words[:, i]
        seen = seen + known[table][numbers]
    seen = seen * there
    for i, reach in enumerate(REACH):
        sides = [
            jnp.roll(seen, shift, 0) * (jnp.roll(within, shift) == within)[:, None]
            for shift in (reach, 0, -reach)
        ]
        units = jnp.concatenate(sides, 1) @ known[f"layer {i}"] + known[f"layer {i} bias"]
        greater = jnp.maximum(units[:, :WIDTH], units[:, WIDTH:])
        centred = greater - greater.mean(-1, keepdims=True)
        spread = jnp.sqrt((centred**2).mean(-1, keepdims=True) + 1e-5)
        added = centred / spread * known[f"layer {i} gain"]
        seen = (seen + _some(added, keys[i + 1])) * there
    bounded = jnp.where(there, seen, -1e4)
    whole = jax.ops.segment_max(bounded, within, SENTENCES)
    whole = jnp.where(whole < -1e3, 0.0, whole)
    head, first, last, sentence = (mentions[:, i] for i in range(4))
    itself = known["kinds"][mentions[:, 4]] + known["places"][mentions[:, 5]]
    itself = itself + known["marks"][mentions[:, 6:]].sum(1)
    after = jnp.minimum(last + 1, TOKENS - 1)
    parts = [seen[head], seen[first], seen[last], seen[jnp.maximum(first - 1, 0)], seen[after]]
    told = _some(jnp.concatenate([*parts, whole[sentence], itself], 1), keys[-1])
    hidden = jax.nn.relu(told @ known["hidden"] + known["hidden bias"])
    return hidden @ known["roles"] + known["roles bias"]


def _some(values: Any, key: Any) -> Any:
    return values * jax.random.bernoulli(key, 1 - DROPPED, values.shape) / (1 - DROPPED)


def loss(known: Parameters, batch: Any, key: Any) -> Any:
    """The cross-entropy of all roles that are told, for each mention that has one."""
    right = batch[3]
    lost = optax.sigmoid_binary_cross_entropy(log_odds(known, batch, key), right > 0)
    return jnp.where(right >= 0, lost, 0.0).sum() / jnp.maximum((right > 0).sum(), 1)


def stored(known: dict[str, numpy.ndarray], names: Names) -> dict[str, numpy.ndarray]:
    """Weights as whole numbers of a byte, with what they are counted in."""
    parts: dict[str, numpy.ndarray] = {}
    for table, numbers in zip(TABLES, names.tables, strict=True):
        parts[table], parts[f"{table} scale"] = _whole(known[table], None)
        parts[f"{table} keys"] = numpy.array([key_of(name) for name in numbers], numpy.uint32)
    for i in range(len(REACH)):
        weights = known[f"layer {i}"]
        parts[f"layer {i}"], parts[f"layer {i} scale"] = _whole(weights, 0)
        parts[f"layer {i} bias"] = known[f"layer {i} bias"].astype(numpy.float32)
        # Activations are counted after the gain.
        parts[f"layer {i} gain"] = known[f"layer {i} gain"].astype(numpy.float32)
    of_words = known["hidden"][: 6 * WIDTH]
    parts["hidden"], scale = _whole(of_words, 0)
    parts["hidden scale"] = scale
    parts["hidden bias"] = known["hidden bias"].astype(numpy.float32)
    own = known["hidden"][6 * WIDTH :]
    for table, numbers in (("kinds", names.kinds), ("marks", names.marks), ("places", None)):
        told = (known[table] @ own) * scale * QUANTUM
        parts[table] = numpy.rint(told).astype(numpy.int32)
        if numbers is not None:
            parts[f"{table} names"] = _text(numbers)
    parts["roles"], parts["roles scale"] = _whole(known["roles"], 0)
    parts["roles bias"] = known["roles bias"].astype(numpy.float32)
    return parts


def _whole(weights: numpy.ndarray, axis: int | None) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Whole numbers up to `GREATEST`, and how many of them make one, for each column where ``axis`` is 0."""
    most = numpy.maximum(numpy.abs(weights).max(axis=axis), 1e-6)
    scale = (GREATEST / most).astype(numpy.float32)
    return numpy.rint(weights * scale).astype(numpy.int8), scale


def _text(numbers: dict[str, int]) -> numpy.ndarray:
    return numpy.frombuffer("\n".join(numbers).encode(), numpy.uint8)
