"""The file of the network of the trained reader: whole numbers of one byte, and what they are counted in.

`bench/train_network.py` writes it; output: `vidocq.claims.trained.network.Network`, loaded when first asked for.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vidocq.claims.trained.encoding import TABLES
from vidocq.claims.trained.network import (
    QUANTUM,
    REACH,
    Layer,
    Mixing,
    Network,
    Saying,
    Vocabulary,
)
from vidocq.language.arrays import in_one_thread

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float32]

NETWORK = Path(__file__).parent / "data" / "network.npz"


def read_network(path: Path) -> Network:
    """The network of a file.

    Raises:
        KeyError: the file lacks a part.
        OSError: it cannot be read.
    """
    in_one_thread()
    import numpy

    with numpy.load(path, allow_pickle=False) as stored:
        parts = {name: stored[name] for name in stored.files}
    return network_of(parts)


def network_of(parts: dict[str, Any]) -> Network:
    """A network of its parts as they are stored: whole numbers of one byte, and what they are counted in."""
    import numpy

    def numbers(name: str) -> Numbers:
        known: Numbers = parts[name].astype(numpy.float32)
        return known

    def names(name: str) -> dict[str, int]:
        words = bytes(parts[name]).decode().split("\n")
        return {word: number for number, word in enumerate(words, 1)}

    def vocabulary(name: str) -> Vocabulary:
        keys = parts[name]
        order = numpy.argsort(keys, kind="stable")
        return Vocabulary(keys[order], (order + 1).astype(numpy.int32))

    layers = tuple(
        Layer(
            numbers(f"layer {i}"),
            numbers(f"layer {i} scale") * QUANTUM,
            numbers(f"layer {i} bias"),
            numbers(f"layer {i} gain"),
        )
        for i in range(len(REACH))
    )
    unmarked = len(parts["kinds"])
    mixing = Mixing(*(tuple(parts[f"mixing {name}"].tolist()) for name in Mixing.__slots__))
    return Network(
        vocabularies=tuple(vocabulary(f"{table} keys") for table in TABLES),
        embeddings=tuple(parts[table] for table in TABLES),
        embedding_scale=tuple(numpy.float32(1 / parts[f"{table} scale"]) for table in TABLES),
        layers=layers,
        kinds=names("kinds names"),
        marks={mark: number + unmarked for mark, number in names("marks names").items()},
        unmarked=unmarked,
        hidden=numbers("hidden"),
        hidden_scale=numbers("hidden scale") * QUANTUM,
        hidden_bias=numbers("hidden bias"),
        of_itself=numpy.concatenate([numbers("kinds"), numbers("marks")]),
        of_places=numbers("places"),
        roles=numbers("roles"),
        roles_scale=numbers("roles scale") * QUANTUM,
        roles_bias=numbers("roles bias"),
        mixing=mixing,
        saying=Saying(
            finding=numbers("finding"),
            finding_scale=numbers("finding scale") * QUANTUM,
            party=numbers("party"),
            party_scale=numbers("party scale") * QUANTUM,
            of_itself=numpy.concatenate([numbers("party kinds"), numbers("party marks")]),
            of_places=numbers("party places"),
            around=numbers("around"),
            around_scale=numbers("around scale") * QUANTUM,
            roles=numbers("saying roles"),
            distances=numbers("saying distances"),
            bias=numbers("saying bias"),
            said=numbers("said"),
            said_scale=numbers("said scale") * QUANTUM,
            said_bias=numbers("said bias"),
        ),
    )


@cache
def network() -> Network:
    """The network of this version."""
    return read_network(NETWORK)
