"""Near-identical documents (syndication, light edits) and translated copies: one source told twice.

Near copies are found by MinHash over five-word shingles (A. Broder, 1997; the library is `rensa`),
translated copies by what they claim: the same resolved claims in the same order, and the same
numbers. Two journalists who report one press conference agree in much, but not in all and not in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from vidocq.resolve.times import Stretch, days_apart

if TYPE_CHECKING:
    from rensa import RMinHash

SHINGLE = 5
PERMUTATIONS = 128
NEAR_COPY = 0.6
"""Least share of five-word shingles in common. A word changed in every twentieth takes a third of them."""
CLAIMS_SHARED = 0.7
"""Least share of resolved claims in common between a text and its translation."""
FEWEST_CLAIMS = 4
ORDER_KEPT = 0.8
"""Least share of the common claims that stand in the same order."""
NUMBERS_SHARED = 0.6
DAYS_TO_TRANSLATE = 4

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+(?!\d)|\d+")


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """A document as its copies are sought: its words, language, day, and what it claims, in order, as
    resolved triples (subject, predicate, object and polarity)."""

    document: str
    text: str
    language: str | None
    published: Stretch | None
    claims: tuple[tuple[str, ...], ...]


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """A document that tells what another told before it, and how that is known."""

    document: str
    of: str
    reason: str


def copies(texts: Sequence[Text]) -> list[Copy]:
    """The copies among documents given in the order of time; each copy points at the first of its kind."""
    originals: list[tuple[Text, RMinHash | None]] = []
    found: list[Copy] = []
    for text in texts:
        signature = _signature(text.text)
        for original, other in originals:
            reason = _near_copy(signature, other) or _translation(original, text)
            if reason:
                found.append(Copy(document=text.document, of=original.document, reason=reason))
                break
        else:
            originals.append((text, signature))
    return found


def likeness(a: str, b: str) -> float:
    """The estimated share of five-word shingles that two texts have in common, 0 to 1."""
    one, other = _signature(a), _signature(b)
    return one.jaccard(other) if one is not None and other is not None else 0.0


def _signature(text: str) -> RMinHash | None:
    """The MinHash of a text; None where it is shorter than one shingle."""
    from rensa import RMinHash

    words = _WORD.findall(text.casefold())
    if len(words) < SHINGLE:
        return None
    signature = RMinHash(num_perm=PERMUTATIONS, seed=1)
    signature.update([" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)])
    return signature


def _near_copy(a: RMinHash | None, b: RMinHash | None) -> str | None:
    if a is None or b is None:
        return None
    share = a.jaccard(b)
    if share < NEAR_COPY:
        return None
    return "the same text" if share > 0.98 else f"nearly the same text ({share:.0%} in common)"


def _translation(a: Text, b: Text) -> str | None:
    if not a.language or not b.language or a.language == b.language:
        return None
    apart = days_apart(a.published, b.published)
    if apart is not None and apart > DAYS_TO_TRANSLATE:
        return None
    one, other = list(dict.fromkeys(a.claims)), list(dict.fromkeys(b.claims))
    shared = set(one) & set(other)
    union = len(set(one) | set(other))
    if len(shared) < FEWEST_CLAIMS or len(shared) < CLAIMS_SHARED * union:
        return None
    kept = _longest_common([c for c in one if c in shared], [c for c in other if c in shared])
    if kept < ORDER_KEPT * len(shared):
        return None
    numbers = numbers_in(a.text), numbers_in(b.text)
    most = max(len(numbers[0]), len(numbers[1]))
    if most and len(numbers[0] & numbers[1]) < NUMBERS_SHARED * most:
        return None
    return (
        f"a translation: {len(shared)} of {union} claims, in the same order, and the same numbers"
    )


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of a text as digits alone: "30,000" and "30 000" are one."""
    return frozenset(re.sub(r"\D", "", match) for match in _NUMBER.findall(text))


def _longest_common(a: Sequence[object], b: Sequence[object]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for one in a:
        before = 0
        for position, other in enumerate(b, 1):
            before, row[position] = (
                row[position],
                before + 1 if one == other else max(row[position], row[position - 1]),
            )
    return row[-1]
