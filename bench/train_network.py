"""Learn the network of the trained reader (`vidocq.claims.trained.network`) from sentences whose mentions have known roles.

Called by `bench/train_roles.py`, which gathers the sentences. Needs JAX and Optax (``pip install -e '.[bench]'``). On two
cores a network of all open gold takes some ten minutes; the same sentences give the same weights on the same machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy
import optax
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from train_batches import NOWHERE, RARE, SENTENCES, TOKENS, Names, batches_of, names_in
from train_examples import Example, Seen
from vidocq.claims.trained.encoding import DISTANCES, PLACES, TABLES
from vidocq.claims.trained.network import LOWEST, QUANTUM, REACH, Mixing, Network, key_of

WIDTH, HIDDEN, SAYING = 64, 96, 64
EPOCHS = 6
RATE, DECAY, WARM = 2e-3, 1e-2, 100
DROPPED, WORDS_DROPPED = 0.3, 0.2
"""Shares of activations, and of words (all but their ending and kind), that are left out at random while it learns."""
OF_SAYING = 0.6
"""How much it counts who says a finding, beside the roles."""
GREATEST = 127
Parameters = dict[str, Any]


def trained(
    documents: Sequence[Sequence[Seen]], roles: int, seed: int = 0
) -> dict[str, numpy.ndarray]:
    """The parts of a network (`vidocq.claims.trained.network_file.network_of`) that is learnt from documents, without its mixing."""
    names = names_in(sentence for document in documents for sentence in document)
    batches = [*batches_of(documents, names, roles)]
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
        if not any(sentence.roles):
            continue
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
    spread = (7 * WIDTH) ** -0.5
    known["finding"] = normal((WIDTH, SAYING), spread)
    known["party"] = normal((6 * WIDTH, SAYING), spread)
    known["around"] = normal((3 * WIDTH, SAYING), spread)
    known["saying roles"] = normal((roles, SAYING), 0.1)
    known["saying distances"] = normal((DISTANCES, SAYING), 0.1)
    known["saying bias"] = jnp.zeros(SAYING)
    known["said"] = normal((SAYING, 1), SAYING**-0.5)
    known["said bias"] = jnp.zeros(1)
    return known


def log_odds(known: Parameters, batch: Any, key: Any) -> tuple[Any, Any]:
    """The log-odds of a batch's mentions in their roles, and of parties to say findings, with some of the network left out at
    random."""
    words, within, beside, mentions, _, says, _ = batch
    keys = jax.random.split(key, len(REACH) + 4)
    there = (within < NOWHERE)[:, None]
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
    whole = jnp.where(whole < -1e3, 0.0, whole).at[NOWHERE].set(0.0)
    head, first, last, sentence = (mentions[:, i] for i in range(4))
    itself = known["kinds"][mentions[:, 4]] + known["places"][mentions[:, 5]]
    itself = itself + known["marks"][mentions[:, 6:]].sum(1)
    after = jnp.minimum(last + 1, TOKENS - 1)
    parts = [seen[head], seen[first], seen[last], seen[jnp.maximum(first - 1, 0)], seen[after]]
    told = _some(jnp.concatenate([*parts, whole[sentence], itself], 1), keys[-2])
    hidden = jax.nn.relu(told @ known["hidden"] + known["hidden bias"])
    in_roles = hidden @ known["roles"] + known["roles bias"]
    party, role, atom, apart, head, first, last = (says[:, i] for i in range(7))
    after = jnp.minimum(last + 1, TOKENS - 1)
    parts = [seen[head], seen[first], seen[last], seen[jnp.maximum(first - 1, 0)], seen[after]]
    of_party = _some(jnp.concatenate([*parts, itself[party]], 1), keys[-3]) @ known["party"]
    near = jnp.concatenate([whole[:, None], whole[beside]], 1).reshape(SENTENCES, -1)
    around = _some(near, keys[-1]) @ known["around"]
    where = sentence[party]
    heard = of_party + seen[atom] @ known["finding"] + around[where]
    heard = heard + known["saying roles"][role] + known["saying distances"][apart]
    hidden = jax.nn.relu(heard + known["saying bias"])
    return in_roles, (hidden @ known["said"] + known["said bias"])[:, 0]


def _some(values: Any, key: Any) -> Any:
    return values * jax.random.bernoulli(key, 1 - DROPPED, values.shape) / (1 - DROPPED)


def loss(known: Parameters, batch: Any, key: Any) -> Any:
    """The cross-entropy of all roles that are told, for each mention that has one, and of who says it."""
    in_roles, says = log_odds(known, batch, key)
    found = (batch[4] > 0).sum()
    lost = _lost(in_roles, batch[4]) + OF_SAYING * _lost(says, batch[6])
    return lost / jnp.maximum(found, 1)


def _lost(log_odds: Any, right: Any) -> Any:
    lost = optax.sigmoid_binary_cross_entropy(log_odds, right > 0)
    return jnp.where(right >= 0, lost, 0.0).sum()


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
        parts[table] = _counted(known[table] @ own, scale)
        if numbers is not None:
            parts[f"{table} names"] = _text(numbers)
    parts["roles"], parts["roles scale"] = _whole(known["roles"], 0)
    parts["roles bias"] = known["roles bias"].astype(numpy.float32)
    parts["party"], scale = _whole(known["party"][: 5 * WIDTH], 0)
    parts["party scale"] = scale
    own = known["party"][5 * WIDTH :]
    for table in ("kinds", "marks", "places"):
        parts[f"party {table}"] = _counted(known[table] @ own, scale)
    for table in ("finding", "around", "said"):
        parts[table], parts[f"{table} scale"] = _whole(known[table], 0)
    for table in ("saying roles", "saying distances", "saying bias", "said bias"):
        parts[table] = known[table].astype(numpy.float32)
    return parts


def _counted(told: numpy.ndarray, scale: numpy.ndarray) -> numpy.ndarray:
    """What a mention itself adds, counted as the products of activations and weights are."""
    return numpy.rint(told * scale * QUANTUM).astype(numpy.int32)


def _whole(weights: numpy.ndarray, axis: int | None) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Whole numbers up to `GREATEST`, and how many of them make one, for each column where ``axis`` is 0."""
    most = numpy.maximum(numpy.abs(weights).max(axis=axis), 1e-6)
    scale = (GREATEST / most).astype(numpy.float32)
    return numpy.rint(weights * scale).astype(numpy.int8), scale


def _text(numbers: dict[str, int]) -> numpy.ndarray:
    return numpy.frombuffer("\n".join(numbers).encode(), numpy.uint8)
