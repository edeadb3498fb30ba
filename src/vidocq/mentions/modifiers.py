"""What stands about the head of a noun phrase: determiners, states, agencies and names, and what they say of it."""

from __future__ import annotations

from vidocq.language.cues import Cues
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom
from vidocq.mentions.names import Hit
from vidocq.mentions.phrases import Phrase, StateMark


def read_lead(span: list[Atom], lead: int, phrase: Phrase, cues: Cues) -> None:
    """What the determiners before the core say: definite, demonstrative, indefinite, somebody's own."""
    for atom in span[:lead]:
        if atom.tags & (Tag.DEMONSTRATIVE | Tag.OWN_PRONOUN):
            phrase.determined = True
        if atom.tags & Tag.DEMONSTRATIVE and atom.key not in cues.definite_articles:
            phrase.demonstrative = True
        if atom.tags & Tag.OWN_PRONOUN:
            phrase.own = True
        if atom.key in cues.indefinite_articles:
            phrase.determined = phrase.indefinite = True


def read_modifiers(span: list[Atom], head: int, phrase: Phrase) -> int:
    """States, agencies and names before (English) or after (French) the head, and what they say of it.

    Returns all tags of the phrase's atoms.
    """
    marks: list[StateMark] = []
    names: list[Hit] = []
    tags = 0
    named = 0
    for atom in span:
        tags |= atom.tags
        named += atom.hit is not None
    phrase.state_actor = bool(tags & Tag.STATE_ACTOR)
    phrase.cyber = bool(tags & Tag.CYBER)
    if named == 0 or (named == 1 and span[head].hit is not None):
        return tags
    stately = phrase.state_actor or any(
        a.tags & Tag.STATE_WORD for i, a in enumerate(span) if i != head and a.hit is None
    )
    for i, atom in enumerate(span):
        hit = atom.hit
        if hit is None or i == head:
            continue
        how = _manner(span, i)
        if hit.type in ("state", "bloc"):
            if how is None:
                how = "sponsor" if stately else ("demonym" if hit.role == "demonym" else "name")
            marks.append(StateMark(hit.entity, hit.type, _span_of(hit), how))
        elif hit.type in ("agency", "group") and how is not None:
            marks.append(StateMark(hit.entity, hit.type, _span_of(hit), how))
        else:
            names.append(hit)
    phrase.marks, phrase.names = tuple(marks), tuple(names)
    phrase.cyber = phrase.cyber or any(hit.type == "technique" for hit in names)
    return tags


def _span_of(hit: Hit) -> str:
    """Where a mark stands, as text ("12:19"): a claim takes its words from the document."""
    return f"{hit.start}:{hit.end}"


def _manner(span: list[Atom], i: int) -> str | None:
    """How a name is tied to its head by a hyphen: "Iran-based", "GRU-linked", "pro-Russian"."""
    if i and (
        span[i - 1].tags & Tag.PRO
        or (i > 1 and span[i - 1].key == "-" and span[i - 2].tags & Tag.PRO)
    ):
        return "leaning"
    j = i + 1
    if j < len(span) and span[j].key == "-":
        j += 1
    if j < len(span) and span[j].hit is None:
        if span[j].tags & Tag.SPONSOR_SUFFIX:
            return "sponsor"
        if span[j].tags & Tag.LOCATION_SUFFIX:
            return "based"
        if span[j].tags & Tag.TONGUE_SUFFIX:
            return "leaning"
    return None
