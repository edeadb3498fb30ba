"""What must stand around a galaxy name before it counts as one: decided by rule, for every name.

A galaxy lists "Play", "Snake" and "at" beside "Turla". The rules below look at a name's form and at
whether it is an everyday word; `data/ambiguous_names.yaml` holds the everyday words that occur among the
names (made by `galaxy_everyday`) and the few decisions that a person made against the rules.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from vidocq.knowledge.galaxy_data import read_data
from vidocq.knowledge.galaxy_names import canonical_group_id, fold, slug
from vidocq.knowledge.name import Name, NameContext
from vidocq.model import EntityType

_SHORT = 3
_NUMBERED_COMMON = re.compile(
    r"^(?:group|team|unit|gang|venus|bureau|version|type)[ -]?\d+$", re.IGNORECASE
)
_GENERIC_WORDS = frozenset(
    [
        *("the", "a", "an", "of", "and", "for", "group", "team", "gang", "crew", "company"),
        *("army", "cyber", "hacker", "hackers", "squad", "project"),
    ]
)
_CLASS_WORDS = frozenset(
    [
        *("ransomware", "rat", "stealer", "trojan", "botnet", "wiper", "backdoor", "loader"),
        *("worm", "rootkit", "spyware", "malware"),
    ]
)


class Decision(msgspec.Struct, frozen=True):
    """How a name may be matched, and the rule that says so. ``dropped`` is the reason why it is no
    name of an actor or malware at all; ``text`` the spelling to match."""

    text: str
    context: NameContext
    rule: str
    exact_case: bool = False
    dropped: str | None = None


class _Dropped(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reason: str
    names: list[str] = []
    patterns: list[str] = []
    type: EntityType | None = None


class _Ambiguous(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    safe: list[str]
    capitalised: list[str]
    cue: list[str]
    dropped: list[_Dropped]
    everyday: list[str]


class _Lists(msgspec.Struct, frozen=True):
    safe: frozenset[str]
    capitalised: frozenset[str]
    cue: frozenset[str]
    everyday: frozenset[str]
    dropped: dict[tuple[str, EntityType | None], str]
    patterns: tuple[tuple[re.Pattern[str], EntityType | None, str], ...]


@cache
def _lists() -> _Lists:
    data = read_data("ambiguous_names.yaml", _Ambiguous)
    return _Lists(
        safe=frozenset(map(fold, data.safe)),
        capitalised=frozenset(map(fold, data.capitalised)),
        cue=frozenset(map(fold, data.cue)),
        everyday=frozenset(" ".join(data.everyday).split()),
        dropped={
            (fold(name), entry.type): entry.reason for entry in data.dropped for name in entry.names
        },
        patterns=tuple(
            (re.compile(pattern, re.IGNORECASE), entry.type, entry.reason)
            for entry in data.dropped
            for pattern in entry.patterns
        ),
    )


def decide(text: str, kind: EntityType) -> Decision:
    """How the name ``text`` of an entity of ``kind`` may be matched.

    Rules in order: a person's decision in the data file; two or three letters need a cue in their exact
    case; one everyday word needs a cue; a common word with a number ("Group 5") needs a cue; several words keep
    their capitals, and need a cue where the galaxy writes none and all of them are everyday words;
    everything else is a coined name and safe.
    """
    lists = _lists()
    folded = fold(text)
    reason = lists.dropped.get((folded, kind)) or lists.dropped.get((folded, None))
    if reason is None:
        for pattern, only, why in lists.patterns:
            if only in (None, kind) and pattern.search(text):
                reason = why
                break
    if reason is not None:
        return Decision(text, NameContext.CUE, "dropped", dropped=reason)
    if folded in lists.safe:
        return Decision(text, NameContext.NONE, "listed as safe")
    if folded in lists.capitalised:
        return Decision(_with_capitals(text), NameContext.CAPITALISED, "listed as capitalised")
    if folded in lists.cue:
        return Decision(text, NameContext.CUE, "listed as ambiguous")
    words = folded.split()
    if len(folded) <= _SHORT and folded.isascii():
        return Decision(text, NameContext.CUE, "short", exact_case=True)
    if len(words) == 1:
        if folded in lists.everyday:
            return Decision(text, NameContext.CUE, "everyday word")
        return Decision(text, NameContext.NONE, "coined word")
    if _NUMBERED_COMMON.match(folded):
        return Decision(text, NameContext.CUE, "common word with a number")
    if len([word for word in words if word not in _GENERIC_WORDS and len(word) > 1]) < 1:
        return Decision(text, NameContext.CUE, "only common words")
    if any(sign.isdigit() for sign in folded):
        return Decision(text, NameContext.NONE, "letters and digits")
    if text.islower() and all(word in lists.everyday or len(word) <= _SHORT for word in words):
        return Decision(text, NameContext.CUE, "everyday words without capitals")
    if _CLASS_WORDS & set(words):
        return Decision(_with_capitals(text), NameContext.CAPITALISED, "with its class")
    if kind is not EntityType.GROUP and _only_everyday(words, lists.everyday):
        return Decision(_with_capitals(text), NameContext.CUE, "everyday words")
    return Decision(_with_capitals(text), NameContext.CAPITALISED, "several words")


def _only_everyday(words: list[str], everyday: frozenset[str]) -> bool:
    return all(word in everyday or word in _GENERIC_WORDS or len(word) <= 2 for word in words)


def _with_capitals(text: str) -> str:
    """ "FANCY BEAR" and "silent ransom" as a report writes them: "Fancy Bear", "Silent Ransom".
    A word that mixes cases, or a short one in capitals, stays as it is ("NetTraveler RAT")."""
    return " ".join(
        word.capitalize()
        if (word.isalpha() and word.isupper() and len(word) > _SHORT)
        or (word.islower() and word not in _GENERIC_WORDS)
        else word
        for word in text.split()
    )


def name_of(text: str, kind: EntityType, source: str) -> Name | None:
    """The record of a name as written, with the context that the rules give it; None where they
    drop it. The entity is the id of that very name, not of its cluster."""
    decision = decide(text, kind)
    if decision.dropped:
        return None
    return Name(
        text=decision.text,
        entity=canonical_group_id(text) if kind is EntityType.GROUP else f"{kind}:{slug(text)}",
        type=kind,
        context=decision.context,
        exact_case=decision.exact_case,
        source=source,
    )
