"""Which group a report is about: the one that it names in its title or far more often than any other.

Reports on one group say "organizations were targeted in Iraq" or "the campaigns" without saying each time whose
targets and campaigns they are. In such a report they are the group's (claim guide, rule 5).
"""

from __future__ import annotations

from collections import Counter

from vidocq.claims.syntax.layout import Sentence, of_child
from vidocq.mentions.names import Hit
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Reference

_OFTEN = 3
"""Mentions from which a group may be what a text is about."""
_SHARE = 0.6
"""Share of all mentions of groups that the one must have."""
_OPENING = 200
"""Code points in which a report names what it is about."""


def topic_of(text: str, hits: list[Hit], *, vendor: bool) -> Reference | None:
    """The group that a text is about; None where it is about none or several.

    ``vendor``: a security firm published it, so that a single mention may be enough.
    """
    groups = [hit for hit in hits if hit.type == "group"]
    if not groups:
        return None
    counts = Counter(hit.entity for hit in groups)
    entity, count = counts.most_common(1)[0]
    first = next(hit for hit in groups if hit.entity == entity)
    alone = vendor and len(counts) == 1
    enough = alone or count >= _OFTEN or (first.start < _OPENING and count >= (1 if vendor else 2))
    if not enough or count < _SHARE * _competing(groups, counts, first):
        return None
    return Reference(EntityType.GROUP, text[first.start : first.end], entity)


def read_activities(sentence: Sentence, *, vendor: bool) -> None:
    """In a report on a group "this operation" and "its activity" are its attacks; in a vendor's "the activity" too."""
    found = [
        p
        for p in sentence.phrases
        if (
            p.kind in ("deed", "thing")
            and p.weak
            and (
                p.demonstrative
                or p.own
                or p.owner is not None
                or (vendor and p.determined and not p.indefinite and _bare(sentence, p))
            )
        )
    ]
    for phrase in found:
        phrase.kind = "attack"
    if found:
        sentence.kinds |= {"attack"}


def _bare(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is its head alone: "the activity", not "the technical operations of the GRU"."""
    return " " not in phrase.text and of_child(sentence, sentence.phrases.index(phrase)) is None


def _competing(groups: list[Hit], counts: Counter[str], first: Hit) -> int:
    """Mentions of groups, those left out that stand only once: other names of the one, or asides."""
    return sum(n for entity, n in counts.items() if n > 1 or entity == first.entity)
