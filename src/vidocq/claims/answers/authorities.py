"""Who answers an attack: the authority that charges, arrests, sanctions, as far as the text tells."""

from __future__ import annotations

from collections.abc import Iterable

from vidocq.claims.attacks.fill import Filled
from vidocq.claims.discourse.context import Context
from vidocq.claims.references.countries import country_code
from vidocq.claims.references.described_bodies import agency_of, described
from vidocq.claims.speech.reported_speech import find_sources
from vidocq.claims.speech.speakers import speak
from vidocq.claims.speech.spokespersons import prosecuting, state_of_minister
from vidocq.claims.syntax.arguments import joined, obliques
from vidocq.claims.syntax.layout import Sentence, attached
from vidocq.knowledge.facts import agency_kind, country_of, parent_of, prosecutor_of
from vidocq.knowledge.schema import AgencyKind
from vidocq.mentions.beside import word_after, word_before
from vidocq.mentions.names import Hit
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Reference


def prosecutors_named(text: str, hits: list[Hit], language: str) -> list[Reference]:
    """The prosecuting body of a document: the first body of justice that it names, or the first country whose prosecutors
    it speaks of ("US Attorney", "parquet français"), else that of the country whose police it names first."""
    police: Hit | None = None
    for hit in hits:
        prosecution = _prosecution(text, hit, language) if hit.type == "state" else None
        if prosecution is not None:
            country = country_code(hit.entity) or ""
            return [Reference(EntityType.AGENCY, prosecution, prosecutor_of(country))]
        if hit.type != "agency":
            continue
        kind = agency_kind(hit.entity)
        if kind is AgencyKind.JUSTICE:
            body = parent_of(hit.entity)
            if body is None or agency_kind(body) is not AgencyKind.JUSTICE:
                body = hit.entity  # A prosecutor's office acts for its ministry.
            return [Reference(EntityType.AGENCY, text[hit.start : hit.end], body)]
        if kind is AgencyKind.POLICE and police is None and country_code(hit.entity):
            police = hit
    if police is None:
        return []
    body = prosecutor_of(country_code(police.entity) or "")
    return [Reference(EntityType.AGENCY, text[police.start : police.end], body)]


def _prosecution(text: str, hit: Hit, language: str) -> str | None:
    """The name of a country with the word beside it, if that is one for prosecutors; else None."""
    words = prosecuting(language)
    before, after = word_before(text, hit), word_after(text, hit)
    if before is not None and before["space"] == " " and before["word"].lower() in words:
        return before[0] + text[hit.start : hit.end]
    if after is not None and after["space"] == " " and after["word"].lower() in words:
        return text[hit.start : hit.end] + after[0]
    return None


def acting_authorities(context: Context, sentence: Sentence, filled: Filled) -> list[Reference]:
    role = next((r for r in ("authority", "condemner") if r in filled.roles), None)
    if role is None:
        return _unnamed_authority(context, sentence, filled)
    led = _leaders(sentence, filled.roles[role], filled.verb)
    together = (
        led
        or joined(sentence, filled.verb, frozenset(context.pack.phrases.joining_verbs))
        or [filled.roles[role]]
    )
    said = [r for q in together for r in _bodies(context, sentence, q, filled.verb)]
    return [
        Reference(r.type, r.text, r.id)
        for r in {r.id: r for r in said}.values()
        if r.type in (EntityType.STATE, EntityType.BLOC, EntityType.AGENCY, EntityType.COMPANY)
    ]


def _bodies(context: Context, sentence: Sentence, p: int, v: int) -> tuple[Reference, ...]:
    """The bodies that phrase ``p`` stands for; the police of a country is one of its agencies."""
    phrase = sentence.phrases[p]
    if (
        phrase.kind == "organisation"
        and phrase.entity is None
        and phrase.head in sentence.pack.cues.forces
    ):
        if any(mark.type == "state" for mark in phrase.marks):
            return (described(sentence, p, EntityType.AGENCY),)
        for q in attached(sentence, p, sentence.pack.relations.seats, reach=1):
            where = sentence.phrases[q]
            if where.kind == "state" and where.entity:
                return (Reference(EntityType.STATE, where.text, where.entity),)
    told = speak(sentence, p, context.memory)
    if not any(r.type in _AUTHORITIES for r in told) and _enforces(sentence, p):
        # "De politie heeft … aangehouden": whose police it is, the place where the report was written tells, if anything.
        # "In der Ukraine hat die Polizei …"
        there = _done_in(sentence, v)
        if there:
            return tuple(Reference(r.type, phrase.text, r.id) for r in there)
        home = context.memory.home
        code = home.id.partition(":")[2] if home is not None else ""
        name = slug(phrase.text)
        identity = agency_of(f"state:{code}", name) if code else f"agency:{name}"
        return (Reference(EntityType.AGENCY, phrase.text, identity),)
    if phrase.kind == "name" and not any(r.type in _AUTHORITIES for r in told):
        state = state_of_minister(sentence, p, context.memory)
        return (state,) if state is not None else ()
    return told


_AUTHORITIES = frozenset({EntityType.STATE, EntityType.BLOC, EntityType.AGENCY, EntityType.COMPANY})


def _enforces(sentence: Sentence, p: int) -> bool:
    """Whether a phrase is a body of police or justice that its noun alone names."""
    phrase = sentence.phrases[p]
    enforcers = sentence.pack.cues.enforcers
    return (
        phrase.kind in ("organisation", "agency")
        and phrase.head.endswith(enforcers)
        and bool(enforcers)
    )


def _leaders(sentence: Sentence, p: int, v: int) -> list[int]:
    """Who leads an operation that acts: "an operation led by Europol dismantled …"."""
    if sentence.phrases[p].kind not in ("attack", "thing", "deed"):
        return []
    return [
        q
        for q in range(p + 1, len(sentence.phrases))
        if sentence.phrases[q].last < sentence.verbs[v].first
        and sentence.phrases[q].prep in sentence.pack.relations.agent
    ]


def _unnamed_authority(context: Context, sentence: Sentence, filled: Filled) -> list[Reference]:
    """Who acts where the passive names nobody: the state where an arrest was made, the body that announces
    a charge, the one that charged before."""
    placed = ("arrest", "disrupt", "indict") if sentence.clause_at else ("arrest", "disrupt")
    if filled.frame in placed:
        # "was arrested in Milan": by the state that the city lies in.
        where = _done_in(sentence, filled.verb)
        if where:
            return where
        if filled.frame != "indict":
            return []
    for phrase in sentence.phrases:
        if (
            filled.frame in ("indict", "act")
            and phrase.capital
            and phrase.entity
            and phrase.prep in sentence.pack.relations.places
        ):
            return [Reference(EntityType.STATE, phrase.text, phrase.entity)]
    if filled.frame != "indict" and not (
        filled.frame == "act" and sentence.phrases[filled.roles["act"]].kind == "charges"
    ):
        return []
    for source in find_sources(sentence, context.memory):
        for claimant in source.claimants:
            if claimant.type is EntityType.AGENCY:
                return [Reference(claimant.type, claimant.text, claimant.id)]
    where = _done_in(sentence, filled.verb)
    known = context.memory.prosecutors[-1:]
    if where and known and country_code(known[0].id) != where[0].id.partition(":")[2]:
        return where
    return known or where


def _done_in(sentence: Sentence, v: int) -> list[Reference]:
    """The state in which something was done: "were charged in the United States", "inculpés aux États-Unis"."""
    return state_of_places(sentence, obliques(sentence, v, sentence.pack.relations.places))


def state_of_places(sentence: Sentence, where: Iterable[int]) -> list[Reference]:
    """The state that the first of some phrases names, or in which the place lies that it names; else none."""
    for q in where:
        phrase = sentence.phrases[q]
        country = country_of(phrase.entity) if phrase.entity else None
        if phrase.kind == "state" and phrase.entity:
            return [Reference(EntityType.STATE, phrase.text, phrase.entity)]
        if phrase.kind == "place" and country is not None:
            return [Reference(EntityType.STATE, phrase.text, f"state:{country}")]
    return []


def announcing_state(
    context: Context, targets: list[tuple[Reference, int | None]]
) -> list[Reference]:
    """ "the announcement includes no sanctions": of the state that accused the target first."""
    ids = {t.id for t, _ in targets}
    for accuser in context.memory.accusers:
        if accuser.type is EntityType.STATE and accuser.id not in ids:
            return [Reference(accuser.type, accuser.text, accuser.id)]
    for speaker in reversed(context.memory.speakers):
        code = country_code(speaker.id)
        if code is not None and f"state:{code}" not in ids:
            text = context.memory.best_text.get(f"state:{code}", speaker.text)
            return [Reference(EntityType.STATE, text, f"state:{code}")]
    return []
