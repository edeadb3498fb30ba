"""``conflicts``: contradictions on the record, each with both passages, the surest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from vidocq.ask.contested import contested_subjects, rivals
from vidocq.ask.errors import UnknownName
from vidocq.ask.setting import Setting, asking, meanings_of, on_record
from vidocq.ask.siblings import siblings
from vidocq.ask.sponsors import meanings_with
from vidocq.ledger import Ledger, Moment, Role, query
from vidocq.ledger.records import StoredClaim
from vidocq.model import EntityType, Predicate
from vidocq.resolve.conflicts import (
    Conflict,
    ConflictKind,
    conflicts_about,
    conflicts_of_names,
    merged,
    misnaming_conflicts,
    ranked,
)
from vidocq.resolve.conflicts.meanings import Meanings

MOST_SUBJECTS = 60
"""Contested subjects that are looked into, the most claimed first."""
MOST_CLAIMS = 120
"""Claims about one subject that are compared, the latest."""
MOST_OF_EACH = 30
"""The same where many subjects are looked into."""
BUDGET = 300
"""Claims about contested subjects that are compared in all, unless asked to be thorough."""
MOST_VICTIMS = 40
MOST_NAMES = 60
MOST = 50
EVERY = 1_000_000


def conflicts(
    ledger: Ledger,
    name: str | None = None,
    *,
    kinds: Sequence[ConflictKind] = (),
    as_of: Moment = None,
    limit: int = MOST,
    thorough: bool = False,
) -> tuple[Conflict, ...]:
    """The contradictions about the entity that ``name`` means, or the surest of the whole record.

    Of a large record the most claimed subjects are compared; ``thorough`` looks into all, and takes
    its time.

    Raises:
        UnknownName: the name means nothing, or the record says nothing of it.
        EmptyRecord: nothing was read yet.
    """
    with asking(ledger, as_of=as_of) as setting:
        found = _of(setting, name) if name else _of_all(setting, thorough=thorough)
        chosen = [one for one in merged(found) if not kinds or one.kind in kinds]
        return tuple(chosen[:limit])


def _of(setting: Setting, name: str) -> list[Conflict]:
    readings = meanings_of(setting, name)
    there = on_record(setting, readings)
    if not there:
        raise UnknownName(name, known_as=(one.name for one in readings))
    found: list[Conflict] = []
    for one in there:
        if one.type in (EntityType.INCIDENT, EntityType.MALWARE):
            found += _of_subject(setting, one.id)
        else:
            found += _of_party(setting, one.id)
    return found


def _of_subject(setting: Setting, id: str) -> list[Conflict]:
    claims = _claims(setting, setting.ids(id))
    same = [one.id for one in siblings(setting, id, claims)] if id.startswith("incident:") else []
    if same:
        claims = _claims(setting, [id, *same])
    return conflicts_about(id, claims, _meanings(setting, claims))


def _claims(
    setting: Setting, ids: Sequence[str], *, role: Role = Role.SUBJECT
) -> list[StoredClaim]:
    return query.claims_about(
        setting.at, ids, roles=(role,), as_of=setting.as_of, limit=MOST_CLAIMS
    )


def _meanings(setting: Setting, claims: Sequence[StoredClaim]) -> Meanings:
    """Meanings with the sponsors that the record tells of the actors blamed in these claims."""
    blamed = dict.fromkeys(
        one.claim.object.id
        for one in claims
        if one.claim.object and one.claim.object.type in _MAY_HAVE_SPONSORS
    )
    if not blamed:
        return Meanings(setting.actors)
    told = query.claims_about(
        setting.at,
        list(blamed)[:40],
        roles=(Role.SUBJECT,),
        predicates=(Predicate.SPONSORED_BY,),
        as_of=setting.as_of,
        limit=MOST_CLAIMS,
    )
    return meanings_with(setting.actors, told)


_MAY_HAVE_SPONSORS = (
    EntityType.GROUP,
    EntityType.UNNAMED_ACTOR,
    EntityType.PERSON,
    EntityType.COMPANY,
    EntityType.ORGANISATION,
)


def _of_party(setting: Setting, id: str) -> list[Conflict]:
    """Of an actor: the incidents laid on it, what it attacked, what is said of its sponsors and names."""
    ids = setting.ids_on_record(id)
    own = _claims(setting, ids)
    found = conflicts_about(id, own, _meanings(setting, own))
    subjects = dict.fromkeys(
        one.subject
        for one in query.edges(
            setting.at,
            ids,
            role=Role.OBJECT,
            predicates=(Predicate.ATTRIBUTED_TO,),
            as_of=setting.as_of,
            limit=MOST_SUBJECTS,
        )
    )
    found += _of_subjects(setting, subjects, budget=BUDGET)
    if id.startswith("group:"):
        victims = [
            one.object
            for one in query.edges(
                setting.at,
                ids,
                role=Role.SUBJECT,
                predicates=(Predicate.TARGETS,),
                as_of=setting.as_of,
                limit=MOST_VICTIMS,
            )
            if one.object
        ]
        found += _misnamed(setting, victims)
        names = query.claims_about(
            setting.at, ids, predicates=(Predicate.SAME_AS,), as_of=setting.as_of, limit=MOST_NAMES
        )
        found += conflicts_of_names(names, Meanings(setting.actors))
    return found


def _of_all(setting: Setting, *, thorough: bool) -> list[Conflict]:
    subjects = contested_subjects(setting, limit=EVERY if thorough else MOST_SUBJECTS)
    found = _of_subjects(setting, subjects, budget=None if thorough else BUDGET)
    found += _misnamed(setting, rivals(setting, limit=EVERY if thorough else MOST_VICTIMS))
    names = query.newest(
        setting.at,
        predicates=(Predicate.SAME_AS,),
        as_of=setting.as_of,
        limit=EVERY if thorough else MOST_NAMES,
    )
    found += conflicts_of_names(names, Meanings(setting.actors))
    return ranked(found)


def _of_subjects(
    setting: Setting, subjects: Iterable[str], *, budget: int | None
) -> list[Conflict]:
    """The contradictions about each of some subjects, until so many claims were compared."""
    keys: dict[str, list[int]] = {}
    compared = 0
    for subject in subjects:
        if budget is not None and compared >= budget:
            break
        keys[subject] = query.keys_about(
            setting.at,
            [subject],
            roles=(Role.SUBJECT,),
            predicates=_COMPARED,
            as_of=setting.as_of,
            limit=MOST_OF_EACH if budget is not None else MOST_CLAIMS,
        )
        compared += len(keys[subject])
    claims = iter(setting.at.load([key for of in keys.values() for key in of]))
    groups = {subject: list(islice(claims, len(of))) for subject, of in keys.items()}
    meanings = _meanings(setting, [one for group in groups.values() for one in group])
    return [
        conflict
        for subject, group in groups.items()
        for conflict in conflicts_about(setting.actors.canonical(subject), group, meanings)
    ]


_COMPARED = (
    Predicate.ATTRIBUTED_TO,
    Predicate.SPONSORED_BY,
    Predicate.TARGETS,
    Predicate.AFFECTS,
)


def _misnamed(setting: Setting, victims: Sequence[str]) -> list[Conflict]:
    """Groups that stand for each other as attackers of one victim by one claimant."""
    if not victims:
        return []
    claims = query.claims_about(
        setting.at,
        victims,
        roles=(Role.OBJECT,),
        predicates=(Predicate.TARGETS,),
        as_of=setting.as_of,
        limit=MOST_CLAIMS,
    )
    return misnaming_conflicts(claims, Meanings(setting.actors))
