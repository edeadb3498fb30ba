"""When two mentions, or two claims, mean the same thing.

The rules are those of the scorer that belongs to the claim guide: equal identifiers first, then the
type, then the words that carry meaning.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from vidocq.evaluate.rows import Annotation, Mention
from vidocq.model import ACTOR_TYPES, EntityType

_WORDS = re.compile(r"[^\W_]+")
_COUNTRY_PREFIX = re.compile(r"[a-z]{2}-")

_TYPES_WITHOUT_NAME = frozenset({EntityType.INCIDENT, EntityType.UNNAMED_ACTOR, EntityType.OTHER})
"""What has no name of its own: two descriptions are compared by the passage they stand in."""

_TYPES_KNOWN_BY_ID = frozenset({EntityType.STATE, EntityType.BLOC})
"""What the identifier alone decides: "China" and "the Chinese government" share no word."""

_FUNCTION_WORDS = {
    "en": "the a an of on in at to by for and or its their his her this that these those against with from",
    "fr": (
        "le la les l un une des du de d et ou sur dans en au aux à par pour contre ce cet cette ces son sa ses "
        "leur leurs"
    ),
    "de": "der die das den dem des ein eine einer eines und oder auf im in an von gegen",
    "es": "el los las una del y o sobre en contra",
}
_WORDS_OF_THE_FIELD = (
    "government gouvernement regierung gobierno group groupe gruppe grupo hackers hacker pirates piratage "
    "attack attacks attaque cyberattack cyberattacks cyberattaque cyber hack hacking server servers serveurs"
)
"""Words that nearly every description of an attack has, and that therefore tell none apart."""

_STOP_WORDS = frozenset(" ".join([*_FUNCTION_WORDS.values(), _WORDS_OF_THE_FIELD]).split())


@lru_cache(maxsize=65536)
def fold(text: str | None) -> str:
    """Lower case, without accents."""
    decomposed = unicodedata.normalize("NFKD", text or "")
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=65536)
def content_words(text: str | None) -> frozenset[str]:
    """The words that carry meaning; the stop words too where nothing else is left."""
    words = frozenset(_WORDS.findall(fold(text)))
    return words - _STOP_WORDS or words


def overlap(a: str | None, b: str | None) -> float:
    """Share (0 to 1) of the smaller mention's content words that stand in the other."""
    x, y = content_words(a), content_words(b)
    return len(x & y) / min(len(x), len(y)) if x and y else 0.0


def key(mention: Mention | None) -> str | None:
    """Comparable form of an identifier: ``group:apt-31`` and ``group:APT31`` are one."""
    if mention is None or not mention.id:
        return None
    kind, _, name = mention.id.partition(":")
    return kind.lower() + ":" + re.sub(r"[^\w]+", "", fold(name))


def state_of(mention: Mention | None) -> str | None:
    """The state or bloc behind a mention, as far as the identifier tells: agency:cn-mss, state:CN."""
    if mention is None or not mention.id:
        return None
    kind, _, name = mention.id.partition(":")
    if kind == "state":
        return "state:" + name.upper()
    if kind == "bloc":
        return "bloc:" + name.lower()
    if kind in ("agency", "organisation") and _COUNTRY_PREFIX.match(name.lower()):
        return "state:" + name[:2].upper()
    return None


def claimant_keys(claim: Annotation) -> frozenset[str]:
    """Who says it, in comparable form, an agency rolled up to its state."""
    return frozenset(state_of(m) or key(m) or fold(m.text) for m in claim.claimants or ())


def quotes_overlap(a: Annotation, b: Annotation) -> bool:
    """Whether two claims quote overlapping passages."""
    x, y = fold(a.quote), fold(b.quote)
    return bool(x and y) and (x in y or y in x or overlap(x, y) >= 0.6)


def same_mention(
    gold: Mention | None, predicted: Mention | None, *, nearby: bool, lenient: bool
) -> bool:
    """Whether two mentions mean the same thing.

    ``nearby`` says whether their claims quote overlapping passages. With ``lenient`` an agency
    counts as its state, and any actor may stand for another that shares half its words.
    """
    if gold is None or predicted is None:
        return gold is predicted
    if key(gold) and key(gold) == key(predicted):
        return True
    alike = overlap(gold.text, predicted.text) >= 0.5
    if lenient and gold.type in ACTOR_TYPES and predicted.type in ACTOR_TYPES:
        state = state_of(gold)
        if state and state == state_of(predicted):
            return True
        unnamed = EntityType.UNNAMED_ACTOR in (gold.type, predicted.type)
        return alike or (unnamed and nearby)
    if gold.type != predicted.type or gold.type in _TYPES_KNOWN_BY_ID:
        return False
    return alike or (gold.type in _TYPES_WITHOUT_NAME and nearby)


def same_claim(gold: Annotation, predicted: Annotation, *, lenient: bool) -> bool:
    """Whether two claims say the same of the same, with the same polarity."""
    if gold.predicate != predicted.predicate:
        return False
    if (gold.polarity or "affirmed") != (predicted.polarity or "affirmed"):
        return False
    nearby = quotes_overlap(gold, predicted)
    return same_mention(
        gold.subject, predicted.subject, nearby=nearby, lenient=lenient
    ) and same_mention(gold.object, predicted.object, nearby=nearby, lenient=lenient)


def likeness(gold: Annotation, predicted: Annotation) -> int:
    """How alike two claims are that mean the same: of several partners the likest is taken (0-11)."""
    return (
        4 * (key(gold.subject) == key(predicted.subject))
        + 4 * (key(gold.object) == key(predicted.object))
        + 2 * quotes_overlap(gold, predicted)
        + (claimant_keys(gold) == claimant_keys(predicted))
    )
