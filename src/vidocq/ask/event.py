"""``incident``: who blames whom for it, how surely, who denies, what followed, and its standing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vidocq.ask.dossier import ACTS, told_of
from vidocq.ask.errors import UnknownName
from vidocq.ask.lines import Line, Section, lines_of, quotes_of
from vidocq.ask.setting import Setting, asking, incidents_called, meanings_of, on_record
from vidocq.ask.siblings import siblings
from vidocq.ask.sponsors import meanings_with
from vidocq.ask.standing import Blame, IncidentReport, Number, Response, Standing, Voice
from vidocq.ask.tallies import Accusing, accusing, claims_in_documents, extent
from vidocq.ledger import Ledger, Moment, Role, query
from vidocq.ledger.records import StoredClaim
from vidocq.model import Confidence, EntityType, Polarity, Predicate, Reference
from vidocq.resolve.conflicts import Meanings
from vidocq.resolve.names import Meaning, near
from vidocq.resolve.parties import ClaimantKind, kind_of_claimant, party_of
from vidocq.resolve.statement import passage_of
from vidocq.resolve.times import iso_day
from vidocq.resolve.viewpoints import Viewpoint

MOST_CLAIMS = 150
"""Claims about an incident from which quotes, numbers and responses are taken, the latest told."""
MOST_DOCUMENTS = 80
MOST_LINES = 20
MOST_VOICES = 40
"""Claimants told by name of each accusation, those who say it most; the standing counts all."""


def incident(
    ledger: Ledger,
    name: str,
    *,
    as_of: Moment = None,
    viewpoint: Viewpoint = Viewpoint.VIDOCQ,
    limit: int = MOST_LINES,
) -> IncidentReport:
    """What the record says of the incident that a name means ("exchange", "piratage de SolarWinds").

    Raises:
        UnknownName: no incident is known by this name, or the record says nothing of it.
        EmptyRecord: nothing was read yet.
    """
    with asking(ledger, as_of=as_of, viewpoint=viewpoint) as setting:
        found = [*meanings_of(setting, name), *incidents_called(setting, name)]
        readings = tuple({one.id: one for one in found if _is_event(one)}.values())
        there = on_record(setting, readings)
        if not there:
            known = [f"the {one.name}" for one in readings]
            raise UnknownName(name, near(name), known_as=known)
        chosen = there[0]
        if len(there) > 1:
            chosen = max(there, key=lambda one: extent(setting, [one.id]).claims)
        return _report(setting, name, chosen, readings, limit)


def _is_event(meaning: Meaning) -> bool:
    return meaning.type in (EntityType.INCIDENT, EntityType.MALWARE)


def _report(
    setting: Setting, asked: str, chosen: Meaning, readings: Sequence[Meaning], limit: int
) -> IncidentReport:
    newest = query.claims_about(
        setting.at, [chosen.id], roles=(Role.SUBJECT,), as_of=setting.as_of, limit=MOST_CLAIMS
    )
    merged = siblings(setting, chosen.id, newest)
    ids = list(dict.fromkeys((chosen.id, *(one.id for one in merged))))
    if len(ids) > 1:
        newest = query.claims_about(
            setting.at, ids, roles=(Role.SUBJECT,), as_of=setting.as_of, limit=MOST_CLAIMS
        )
    documents = list(dict.fromkeys(one.document for one in newest))[:MOST_DOCUMENTS]
    beside = claims_in_documents(
        setting, documents, (*ACTS, Predicate.SPONSORED_BY), limit=MOST_CLAIMS
    )
    meanings = meanings_with(setting.actors, beside)
    voiced = accusing(setting, ids)
    laid, victims, means = lines_of(
        setting,
        ids,
        Role.SUBJECT,
        Section((Predicate.ATTRIBUTED_TO,), 2 * limit),
        Section((Predicate.TARGETS,), limit),
        Section((Predicate.USES, Predicate.EXPLOITS), limit),
    )
    victim_states = _states(
        (Reference(type=EntityType.OTHER, text=v.name, id=v.id) for v in victims), meanings
    )
    blamed = _blamed(setting, laid, newest, voiced, meanings, victim_states, limit)
    accused_states = _accused_states(newest, meanings)
    sponsors = [one for one in beside if _is_sponsor(one, blamed, accused_states, meanings)]
    responses = _responses(setting, ids, beside, blamed, accused_states, meanings)
    return IncidentReport(
        asked=asked,
        id=chosen.id,
        name=chosen.name,
        readings=(chosen, *(one for one in readings if one.id != chosen.id)),
        names=tuple(dict.fromkeys(one.name for one in query.names_of(setting.at, ids))),
        merged=tuple(merged),
        standing=_standing(
            setting, ids, victim_states, accused_states, responses, voiced, newest, sponsors
        ),
        blamed=blamed,
        sponsors=tuple(told_of(setting, one) for one in sponsors[:limit]),
        victims=victims,
        means=means,
        numbers=_numbers(setting, newest),
        responses=responses,
    )


def _states(references: Iterable[Reference], meanings: Meanings) -> frozenset[str]:
    return frozenset().union(*(meanings.states(one) for one in references))


def _accused_states(claims: Sequence[StoredClaim], meanings: Meanings) -> frozenset[str]:
    return _states(
        (
            one.claim.object
            for one in claims
            if one.claim.object
            and one.claim.predicate is Predicate.ATTRIBUTED_TO
            and one.claim.polarity is Polarity.AFFIRMED
        ),
        meanings,
    )


def _blamed(
    setting: Setting,
    laid: Sequence[Line],
    newest: Sequence[StoredClaim],
    voiced: Sequence[Accusing],
    meanings: Meanings,
    victim_states: frozenset[str],
    limit: int,
) -> tuple[Blame, ...]:
    affirmed = {one.id: one for one in laid if one.polarity is Polarity.AFFIRMED}
    denied = {one.id: one for one in laid if one.polarity is Polarity.DENIED}
    by_object: dict[tuple[str, Polarity], list[Accusing]] = {}
    for one in voiced:
        key = (setting.actors.canonical(one.object), one.polarity)
        by_object.setdefault(key, []).append(one)
    texts = {c.id: c for one in newest for c in one.claim.claimants}
    found = []
    for id in list(dict.fromkeys((*affirmed, *denied)))[:limit]:
        line = affirmed.get(id) or denied[id]
        target = _reference(id, line.name, newest)
        states = meanings.states(target)
        voices = {
            polarity: _voices(
                by_object.get((id, polarity), ()),
                texts,
                setting,
                victim_states,
                states,
            )
            for polarity in Polarity
        }
        found.append(
            Blame(
                id=id,
                name=line.name,
                type=EntityType(id.partition(":")[0]),
                claims=affirmed[id].claims if id in affirmed else 0,
                first=line.first,
                last=line.last,
                accusers=voices[Polarity.AFFIRMED],
                deniers=voices[Polarity.DENIED],
                sponsors=tuple(
                    setting.label(f"state:{code}")
                    for code in sorted(states)
                    if target.type is not EntityType.STATE
                ),
                quotes=affirmed[id].quotes if id in affirmed else (),
                denials=denied[id].quotes if id in denied else (),
            )
        )
    return tuple(found)


def _reference(id: str, name: str, claims: Sequence[StoredClaim]) -> Reference:
    for one in claims:
        if one.claim.object and one.claim.object.id == id:
            return one.claim.object
    return Reference(type=EntityType(id.partition(":")[0]), text=name, id=id)


def _voices(
    voiced: Sequence[Accusing],
    texts: Mapping[str, Reference],
    setting: Setting,
    victims: frozenset[str],
    accused: frozenset[str],
) -> tuple[Voice, ...]:
    by_id: dict[str, list[Accusing]] = {}
    for one in voiced:
        by_id.setdefault(setting.actors.canonical(one.claimant), []).append(one)
    most = sorted(by_id.items(), key=lambda item: -sum(one.claims for one in item[1]))
    found = []
    for id, group in most[:MOST_VOICES]:
        reference = texts.get(group[0].claimant) or Reference(
            type=group[0].type, text=setting.label(id), id=id
        )
        found.append(
            Voice(
                id=id,
                name=setting.label(id, reference.text),
                kind=kind_of_claimant(reference, victims=victims, accused=accused),
                claims=sum(one.claims for one in group),
                first=iso_day(min((one.first_day for one in group if one.first_day), default=0)),
                last=iso_day(max(one.last_day for one in group)),
                confidence=_highest(one.confidence for one in group),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.claims, one.first or "9", one.name)))


_DEGREES = (None, *Confidence)


def _highest(values: Iterable[Confidence | None]) -> Confidence | None:
    return max(values, key=_DEGREES.index, default=None)


def _is_sponsor(
    stored: StoredClaim, blamed: Sequence[Blame], accused: frozenset[str], meanings: Meanings
) -> bool:
    """Whether a claim says for whom those act on whom the incident is laid (or nameless ones, in a
    report of it)."""
    claim = stored.claim
    if claim.predicate is not Predicate.SPONSORED_BY or claim.object is None:
        return False
    laid_on = {one.id for one in blamed}
    nameless = claim.subject.type is EntityType.UNNAMED_ACTOR
    return bool(meanings.states(claim.object) & accused) and (
        nameless or meanings.canonical(claim.subject.id) in laid_on
    )


def _responses(
    setting: Setting,
    ids: Sequence[str],
    beside: Sequence[StoredClaim],
    blamed: Sequence[Blame],
    accused: frozenset[str],
    meanings: Meanings,
) -> tuple[Response, ...]:
    direct = query.claims_about(
        setting.at,
        ids,
        roles=(Role.OBJECT,),
        predicates=ACTS,
        as_of=setting.as_of,
        limit=MOST_LINES * 2,
    )
    laid_on = {one.id for one in blamed}
    groups: dict[tuple[str, Predicate, Polarity, str], list[tuple[str, StoredClaim]]] = {}
    seen = {one.id for one in direct}
    linked = [("names the incident", one) for one in direct]
    linked += [
        ("same report", one)
        for one in beside
        if one.id not in seen
        and one.claim.predicate in ACTS
        and _is_against(one, laid_on, accused, meanings)
    ]
    for link, one in linked:
        target = one.claim.object
        key = (
            party_of(one.claim.subject.id),
            one.claim.predicate,
            one.claim.polarity,
            meanings.canonical(target.id) if target else "",
        )
        groups.setdefault(key, []).append((link, one))
    return tuple(
        sorted(
            (_response(setting, group) for group in groups.values()),
            key=lambda one: (
                one.polarity is Polarity.DENIED,
                one.link,
                -one.documents,
                one.day or "9",
            ),
        )[:MOST_LINES]
    )


def _is_against(
    stored: StoredClaim, laid_on: set[str], accused: frozenset[str], meanings: Meanings
) -> bool:
    target = stored.claim.object
    if target is None:
        return False
    return meanings.canonical(target.id) in laid_on or bool(meanings.states(target) & accused)


def _response(setting: Setting, group: Sequence[tuple[str, StoredClaim]]) -> Response:
    claims = sorted((one for _, one in group), key=lambda c: (c.told_day or 99999999, c.id))
    first = claims[0].claim
    return Response(
        predicate=first.predicate,
        polarity=first.polarity,
        actor=first.subject.id,
        actor_name=setting.label(first.subject.id, first.subject.text),
        target=first.object.id if first.object else None,
        target_name=setting.label(first.object.id, first.object.text) if first.object else None,
        count=next((one.claim.count for one in claims if one.claim.count), None),
        day=first.event_time or iso_day(claims[0].told_day),
        link=min(link for link, _ in group),
        documents=len({one.document for one in claims}),
        quotes=quotes_of(claims),
    )


def _numbers(setting: Setting, claims: Sequence[StoredClaim]) -> tuple[Number, ...]:
    groups: dict[tuple[int, str, str], list[StoredClaim]] = {}
    for one in claims:
        claim = one.claim
        if claim.predicate is Predicate.AFFECTS and claim.count:
            what = claim.object.id if claim.object else ""
            groups.setdefault((claim.count.value, claim.count.unit, what), []).append(one)
    found = []
    for group in groups.values():
        claim = group[0].claim
        if claim.count:
            found.append(
                Number(
                    count=claim.count,
                    what=setting.label(claim.object.id, claim.object.text)
                    if claim.object
                    else None,
                    documents=len({one.document for one in group}),
                    quotes=quotes_of(group),
                )
            )
    return tuple(sorted(found, key=lambda one: -one.documents)[:MOST_LINES])


def _standing(
    setting: Setting,
    ids: Sequence[str],
    victim_states: frozenset[str],
    accused_states: frozenset[str],
    responses: Sequence[Response],
    voiced: Sequence[Accusing],
    newest: Sequence[StoredClaim],
    sponsors: Sequence[StoredClaim],
) -> Standing:
    parties: dict[ClaimantKind, set[str]] = {}
    accusers = {one.claimant: one for one in voiced if one.polarity is Polarity.AFFIRMED}
    for id, one in accusers.items():
        voice = Reference(type=one.type, text=setting.label(id), id=id)
        kind = kind_of_claimant(voice, victims=victim_states, accused=accused_states)
        parties.setdefault(kind, set()).add(party_of(id))
    told = extent(setting, ids)
    highest = _highest(
        (
            *(one.confidence for one in voiced if one.polarity is Polarity.AFFIRMED),
            *(one.claim.confidence for one in (*newest, *sponsors) if _is_assessment(one)),
        )
    )
    surest = next(
        (
            one
            for one in sorted((*newest, *sponsors), key=lambda c: (-len(c.claim.claimants), c.id))
            if highest and one.claim.confidence is highest and _is_assessment(one)
        ),
        None,
    )
    return Standing(
        accusers={kind: len(parties[kind]) for kind in ClaimantKind if kind in parties},
        deniers=len({party_of(one.claimant) for one in voiced if one.polarity is Polarity.DENIED}),
        responses=sum(one.polarity is Polarity.AFFIRMED for one in responses),
        absent_responses=sum(one.polarity is Polarity.DENIED for one in responses),
        highest=highest,
        highest_by=", ".join(
            dict.fromkeys(setting.label(c.id, c.text) for c in surest.claim.claimants)
        )
        if surest
        else None,
        highest_quote=passage_of(surest) if surest else None,
        documents=told.documents,
        claims=told.claims,
        first=iso_day(told.first_day),
        last=iso_day(told.last_day),
    )


def _is_assessment(stored: StoredClaim) -> bool:
    claim = stored.claim
    return (
        claim.predicate in (Predicate.ATTRIBUTED_TO, Predicate.SPONSORED_BY)
        and claim.polarity is Polarity.AFFIRMED
    )
