"""Further attacks of a document: "It was also behind the 2021 breach of the parliament" tells of an attack of its own.

What a document says of an author is weighed as one finding, whichever attack it is about (`vidocq.claims.trained.measuring`). Of the
passages of an attribution that stands, those that are sure by themselves and tell of somebody else hit, or of another year,
are claims of their own (claim guide, rules 1 and 4). Who was hit in another year than all else that is told of an attack was hit
by another; so was whom another band hit in a sentence of its own. Input: the drafts that stand and all that were weighed; output: those that stand, with the further ones; what
their sentences say of the attack is said of theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from vidocq.claims.draft import Draft
from vidocq.knowledge.incidents import landmarks
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Polarity, Predicate, Reference


def told_apart(
    standing: list[Draft], drafts: Sequence[Draft], published: str | None = None
) -> list[Draft]:
    """The standing drafts and the further attacks that they tell of. ``published``: the date of the report, if it is known."""
    hit = _sentences_of_victims(standing)
    found = _further_of_authors(standing, drafts, hit)
    _part_by_band(found, hit)
    _part_by_year(found, hit, (published or "")[:4])
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


def _part_by_band(standing: Sequence[Draft], hit: dict[str, set[int]]) -> None:
    """Give an attack of their own to a further band and to those who were hit where it is told of, and nowhere else."""
    one = {
        frozenset((d.subject.id, d.object.id))
        for d in standing
        if d.predicate is Predicate.SAME_AS and d.object is not None
    }
    for told in _of_attacks(standing):
        bands: dict[str, set[int]] = {}
        for draft in told:
            author = draft.object
            if _blames(draft) and author is not None and author.type is EntityType.GROUP:
                bands.setdefault(author.id, set()).add(draft.sentence)
        first = min(bands, key=lambda band: min(bands[band]), default="")
        for band, where in bands.items():
            if where & bands[first] or frozenset((band, first)) in one:
                continue  # Two bands of one attack, or two names of one band.
            struck = {victim for victim, at in hit.items() if at <= where}
            if not struck or any(at & where and not at <= where for at in hit.values()):
                continue
            _part([draft for draft in told if draft.sentence in where], band.partition(":")[2])


def _part_by_year(standing: Sequence[Draft], hit: dict[str, set[int]], year_of_report: str) -> None:
    """Give an attack of their own to those who were hit in another year than the others, each told of in one sentence.

    What has no date beside others that have one was in the year of the report.
    """
    for told in _of_attacks(standing):
        opening = [draft for draft in told if draft.sentence == told[0].sentence]
        first = next((_year(draft) for draft in opening if _year(draft)), year_of_report)
        first = first or next((_year(draft) for draft in told if _year(draft)), "")
        others = {victim for victim, at in hit.items() if told[0].sentence in at}
        apart: dict[int, str] = {}
        for draft in told:
            victim = draft.object.id if draft.object is not None else ""
            alone = hit.get(victim) == {draft.sentence} and others - {victim}
            if alone and _year(draft) not in ("", first):
                apart[draft.sentence] = _year(draft)
        for year in sorted(set(apart.values())):
            _part([d for d in told if apart.get(d.sentence) == year and _only_there(d, told)], year)


def _only_there(draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether what a draft says of somebody no other sentence says of the attack."""
    return all(
        other.sentence == draft.sentence
        or other.predicate is not draft.predicate
        or other.object is None
        or draft.object is None
        or other.object.id != draft.object.id
        for other in told
    )


def _of_attacks(standing: Sequence[Draft]) -> list[list[Draft]]:
    """What is told of each attack that is no landmark."""
    found: dict[str, list[Draft]] = {}
    for draft in standing:
        if draft.subject.type is EntityType.INCIDENT and draft.subject.id not in landmarks():
            found.setdefault(draft.subject.id, []).append(draft)
    return list(found.values())


def _part(drafts: Sequence[Draft], name: str) -> None:
    """Give drafts of one attack another, which is called by the words about it."""
    subject = drafts[0].subject
    words = next((draft.words for draft in drafts if draft.words), subject.text)
    attack = Reference(subject.type, words, f"{subject.id}-{name}")
    for draft in drafts:
        draft.subject, draft.unnamed = attack, True


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
