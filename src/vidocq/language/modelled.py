"""The model of py3langid, cut to what is asked of it and kept between runs.

As the package loads it, the model takes over half a second to unpack, 100 MB on the way and 60 MB for good. Of the languages
only those that are asked for stay, and the table of transitions, two thirds of the rest, is stored in blocks.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, final

import msgspec

from vidocq.knowledge.kept import kept
from vidocq.language.arrays import in_one_thread

_BLOCK: Final = 16
"""Transitions of a block. Of blocks of this length one in eleven differs from all others."""
_WHOLE: Final = "I"
"""How numbers of the automaton are stored, as `array` names it, …"""
_SIGNED: Final = "i"
"""… and those that may be less than nought."""


class StoredModel(msgspec.Struct, frozen=True):
    """The tables of the model, as bytes; ``weights`` has a row for each feature and a column for each language."""

    languages: list[str]
    priors: bytes
    weights: bytes
    rows: bytes
    """State → its row of transitions."""
    blocks: bytes
    """Place among the transitions, by blocks → which block stands there."""
    transitions: bytes
    """The blocks, each once."""
    features: bytes
    """State → the feature that it tells, or -1."""


@final
class Transitions:
    """The transitions of all rows, one after the other. An automaton's rows are alike in most of their parts, so equal blocks are
    stored once: a seventh of the memory."""

    def __init__(self, blocks: array[int], transitions: array[int]) -> None:
        self._blocks: Final = blocks
        self._transitions: Final = transitions

    def __getitem__(self, place: int) -> int:
        found: int = self._transitions[self._blocks[place // _BLOCK] * _BLOCK + place % _BLOCK]
        return found


def model(unheard: Sequence[str]) -> Any:
    """The identifier for languages of two letters that are not ``unheard``."""
    in_one_thread()
    import numpy
    from py3langid.langid import LanguageIdentifier

    fingerprint = f"{version('py3langid')} {' '.join(unheard)}"
    folder = Path(__file__).parent
    stored = kept("languages", StoredModel, lambda: _cut(unheard), fingerprint, code=folder)
    priors = numpy.frombuffer(stored.priors, numpy.float32)
    weights = numpy.frombuffer(stored.weights, numpy.float16).reshape(-1, len(priors))
    return LanguageIdentifier(
        weights,
        priors,
        stored.languages,
        Transitions(array(_WHOLE, stored.blocks), array(_WHOLE, stored.transitions)),
        array(_SIGNED, stored.features),
        norm_probs=True,
        tk_row=array(_WHOLE, stored.rows),
    )


def _cut(unheard: Sequence[str]) -> StoredModel:
    """The package's model without what is not asked of it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    known = LanguageIdentifier.from_model_file(MODEL_FILE)
    known.set_languages([code for code in known.labels if len(code) == 2 and code not in unheard])
    numbers: dict[bytes, int] = {}
    moves = memoryview(array(_WHOLE, known.tk_nextmove)).cast("B")
    size = _BLOCK * array(_WHOLE).itemsize
    blocks = array(
        _WHOLE,
        [
            numbers.setdefault(bytes(moves[i : i + size]), len(numbers))
            for i in range(0, len(moves), size)
        ],
    )
    return StoredModel(
        languages=known.nb_classes,
        priors=known.nb_pc.astype("float32").tobytes(),
        weights=known.nb_ptc.astype("float16").tobytes(),
        rows=array(_WHOLE, known.tk_row).tobytes(),
        blocks=blocks.tobytes(),
        transitions=b"".join(numbers),
        features=array(_SIGNED, known.tk_output).tobytes(),
    )
