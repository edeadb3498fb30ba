"""Further attacks of a document: "It was also behind the 2021 breach of the parliament" tells of an attack of its own.

What a document says of an author is weighed as one finding, whichever attack it is about (`vidocq.claims.measuring`). Of the
passages of an attribution that stands, those that are sure by themselves and tell of somebody else hit, or of another year,
are claims of their own (claim guide, rules 1 and 4). Who was hit in another year than all else that is told of an attack was hit
by another. Input: the drafts that stand and all that were weighed; output: those that stand, with the further ones; what
their sentences say of the attack is said of theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from vidocq.claims.draft import Draft
from vidocq.knowledge.incidents import landmarks
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Polarity, Predicate, Reference


def told_apart(standing: list[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """The standing drafts and the further attacks that they tell of."""
    hit = _sentences_of_victims(standing)
    found = _further_of_authors(standing, drafts, hit)
    _part_by_year(found, hit)
    return found


def _further_of_authors(
    standing: list[Draft], drafts: Sequence[Draft], hit: dict[str, set[int]]
) -> list[Draft]:
    """The standing drafts and further attributions to their authors, each to an attack of its own."""
    authors: dict[str, list[Draft]] = {}
    for draft in standing:
        if _blames(draft) and draft.object is not None:
            authors.setdefault(draft.object.id, []).append(draft)
    doers = _doers(standing)
    known = {id(draft) for draft in standing}
    for author, told in authors.items():
        first = max(told, key=_surety)
        sentences, names = {first.sentence}, {first.subject.id}
        years = {_year(first)} - {""}
        passages = [
            d
            for d in drafts
            if d.object is not None and d.object.id == author and _blames(d) and _is_sure(d)
        ]
        for passage in sorted(passages, key=_surety, reverse=True):
            if passage.sentence in sentences or doers.get(passage.sentence, set()) - {author}:
                continue
            year = _year(passage)
            victims = [v for v, where in hit.items() if where == {passage.sentence}]
            if not victims and not (year and years and year not in years):
                continue
            attack = _attack_of(passage, names)
            sentences.add(passage.sentence)
            names.add(attack.id)
            years |= {year} - {""}
            _move(standing, passage.sentence, attack)
            passage.subject = attack
            if id(passage) not in known:
                known.add(id(passage))
                standing.append(passage)
    return standing


def _part_by_year(standing: Sequence[Draft], hit: dict[str, set[int]]) -> None:
    """Give an attack of their own to those who were hit in another year than the others, each told of in one sentence."""
    of_attack: dict[str, list[Draft]] = {}
    for draft in standing:
        if draft.subject.type is EntityType.INCIDENT and draft.subject.id not in landmarks():
            of_attack.setdefault(draft.subject.id, []).append(draft)
    for told in of_attack.values():
        first = next((_year(draft) for draft in told if _year(draft)), "")
        parted: dict[str, Reference] = {}
        for draft in told:
            year = _year(draft)
            victim = draft.object.id if draft.object is not None else ""
            if year in ("", first) or hit.get(victim) != {draft.sentence}:
                continue
            if year not in parted:
                subject = draft.subject
                parted[year] = Reference(subject.type, subject.text, f"{subject.id}-{year}")
            draft.subject, draft.unnamed = parted[year], True


def _blames(draft: Draft) -> bool:
    return (
        draft.predicate is Predicate.ATTRIBUTED_TO
        and draft.polarity is Polarity.AFFIRMED
        and draft.subject.type is EntityType.INCIDENT
    )


def _surety(draft: Draft) -> float:
    return draft.surety


def _is_sure(draft: Draft) -> bool:
    """Whether a passage says by itself whose the attack was: whoever is only remembered in it is another's author as well."""
    return draft.score >= _SURE and draft.origin != "memory"


_SURE = 0.7


def _year(draft: Draft) -> str:
    return (draft.event_time or "")[:4]


def _sentences_of_victims(standing: Sequence[Draft]) -> dict[str, set[int]]:
    """In which sentences each of those who were hit by an attack is told of."""
    found: dict[str, set[int]] = {}
    for draft in standing:
        if (
            draft.predicate is Predicate.TARGETS
            and draft.polarity is Polarity.AFFIRMED
            and draft.object is not None
        ):
            found.setdefault(draft.object.id, set()).add(draft.sentence)
    return found


def _doers(standing: Sequence[Draft]) -> dict[int, set[str]]:
    """Who is said to have hit somebody, by sentence: "the first aimed at banks, | the second at the parliament"."""
    found: dict[int, set[str]] = {}
    for draft in standing:
        if draft.predicate is Predicate.TARGETS and draft.subject.type is not EntityType.INCIDENT:
            found.setdefault(draft.sentence, set()).add(draft.subject.id)
    return found


def _attack_of(passage: Draft, names: set[str]) -> Reference:
    """What a passage calls its attack, if that is another than those told so far; else it is called by its own words."""
    if passage.subject.id not in names:
        return passage.subject
    text = passage.words or passage.subject.text
    entity = f"incident:{slug(text) or 'attack'}"
    if entity in names:
        entity = f"{entity}-{passage.sentence + 1}"
    return Reference(EntityType.INCIDENT, text, entity)


def _move(standing: Sequence[Draft], sentence: int, attack: Reference) -> None:
    """Say of the further attack what its sentence says of the attack."""
    for draft in standing:
        if draft.sentence == sentence and draft.subject.type is EntityType.INCIDENT:
            draft.subject = attack
