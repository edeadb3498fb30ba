"""Give each draft its claimants: the innermost source over its place, a quotation's speaker, the document's voice."""

from __future__ import annotations

from vidocq.claims.discourse.context import Context
from vidocq.claims.discourse.memory import Telling
from vidocq.claims.draft import Draft
from vidocq.claims.speech.certainty import find_confidence
from vidocq.claims.speech.coalition import mark_allied
from vidocq.claims.speech.reported_speech import Source, clause_end, find_sources
from vidocq.claims.syntax.dependencies import Kind, dependencies
from vidocq.claims.syntax.layout import Sentence
from vidocq.model import Confidence, Predicate, Reference

_OWN_ACTS = frozenset(
    {
        Predicate.CONDEMNS,
        Predicate.INDICTS,
        Predicate.SANCTIONS,
        Predicate.ARRESTS,
        Predicate.DISRUPTS,
        Predicate.RESPONDS,
    }
)

_ASSESSMENTS = frozenset(
    {
        Predicate.ATTRIBUTED_TO,
        Predicate.SPONSORED_BY,
        Predicate.LOCATED_IN,
        Predicate.SAME_AS,
        Predicate.EXPLOITS,
        Predicate.TARGETS,
    }
)


def assign_sources(context: Context, sentence: Sentence, drafts: list[Draft]) -> None:
    """Set claimants, outlets and confidence of a sentence's drafts."""
    memory = context.memory
    sources = find_sources(sentence, memory)
    accusers = {d.atom: d.claimants for d in drafts if d.rule == "accuse" and d.claimants}
    quoted_by = _quotation_speaker(context, sentence, sources)
    together = {d.subject.id for d in drafts if d.predicate is Predicate.CONDEMNS}
    going_on = _goes_on(context, sentence, sources)
    for draft in drafts:
        source = _innermost(sources, draft.atom)
        if draft.rule == "other name" and draft.claimants is None and memory.voice is None:
            # "Canada blamed APT28, also known as Fancy Bear": the report's own word, not Canada's.
            draft.claimants = ()
        if draft.claimants is None:
            accuser = _governing_accuser(sentence, accusers, draft.atom)
            condemners = tuple(
                d.claimants[0] if d.claimants and d.claimants[0].id == d.subject.id else d.subject
                for d in drafts
                if d.predicate is Predicate.CONDEMNS
                and d.object
                and d.object.id == draft.subject.id
            )
            if condemners:
                # Whoever condemns "Russia's attack" says that it was Russia's.
                draft.claimants = condemners
            elif accuser is not None:
                draft.claimants = accuser
            elif context.charged and draft.predicate not in _OWN_ACTS:
                draft.claimants = context.charged
            elif source is not None and source.claimants:
                draft.claimants = source.claimants
            elif (
                quoted_by is not None
                and draft.atom < len(sentence.quoted)
                and sentence.quoted[draft.atom]
            ):
                draft.claimants = (quoted_by,)
            elif (
                memory.voice is not None
                and not (source is not None and source.via)
                and draft.predicate not in _OWN_ACTS
            ):
                draft.claimants = (memory.voice,)
            elif going_on and draft.predicate not in _OWN_ACTS:
                draft.claimants = going_on
            else:
                draft.claimants = ()
        if draft.predicate is Predicate.CONDEMNS and len(together) > 1:
            # Who condemns together is reported to do so, and says it of nobody else.
            draft.claimants = tuple(c for c in draft.claimants if c.id not in together)
        if draft.predicate in _OWN_ACTS and draft.predicate is not Predicate.CONDEMNS:
            own = any(c.id == draft.subject.id for c in draft.claimants)
            if own and draft.rule != "denied act":
                draft.claimants = ()
        if source is not None and source.via:
            draft.via = source.via
        for wide in sources:
            if wide.via and not draft.via:
                draft.via = wide.via
        draft.confidence = _confidence(context, sentence, source, draft)
    mark_allied(sentence, drafts, context.pack)
    _keep_telling(context, sentence, sources, drafts)
    for said in sources:
        # "a-t-il ajouté" goes on about who spoke, not about who else was looked up.
        for claimant in said.claimants:
            if claimant in memory.speakers:
                memory.speakers.remove(claimant)
            memory.speakers.append(claimant)
    if sources and sources[-1].claimants:
        memory.quoting = sources[-1].claimants[-1] if any(sentence.quoted) else None
    elif not (sentence.quoted and sentence.quoted[0]):
        memory.quoting = None if not any(sentence.quoted) else memory.quoting


def _goes_on(context: Context, sentence: Sentence, sources: list[Source]) -> tuple[Reference, ...]:
    """Whose words a sentence without a source goes on with: those told of right before in its paragraph."""
    telling = context.memory.telling
    if telling is None or sources:
        return ()
    between = sentence.text[telling.end : sentence.start]
    return telling.claimants if "\n\n" not in between else ()


def _keep_telling(
    context: Context, sentence: Sentence, sources: list[Source], drafts: list[Draft]
) -> None:
    """Remember whose words this sentence tells, for the next one of its paragraph."""
    memory = context.memory
    claimants = next((s.claimants for s in sources if s.claimants), context.charged)
    if claimants and any(d.claimants == claimants for d in drafts):
        memory.telling = Telling(claimants, sentence.end)
    elif sources or _goes_on(context, sentence, sources) == ():
        memory.telling = None
    elif memory.telling is not None:
        memory.telling = Telling(memory.telling.claimants, sentence.end)


def _innermost(sources: list[Source], atom: int) -> Source | None:
    """The source with the narrowest range over an atom that names a claimant."""
    holding = [s for s in sources if s.first <= atom <= s.last and s.claimants]
    if not holding:
        return None
    return min(holding, key=lambda s: s.last - s.first)


def _governing_accuser(
    sentence: Sentence, accusers: dict[int, tuple[Reference, ...]], atom: int
) -> tuple[Reference, ...] | None:
    """The accuser whose accusation the draft spells out: "accused China of hacking …"."""
    before = [a for a in accusers if a <= atom <= _reach(sentence, a)]
    return accusers[max(before)] if before else None


def _reach(sentence: Sentence, atom: int) -> int:
    """How far the words of the accusing verb at ``atom`` go: in a relative clause no further than that."""
    v = sentence.verb_at[atom]
    if v >= 0 and dependencies(sentence)[v].kind is Kind.RELATIVE:
        return clause_end(sentence, v)
    return len(sentence.atoms)


def _quotation_speaker(
    context: Context, sentence: Sentence, sources: list[Source]
) -> Reference | None:
    """Who speaks in a sentence that is quotation without a reporting verb: the speaker so far."""
    if sources and any(s.claimants for s in sources):
        return next(s.claimants[-1] for s in sources if s.claimants)
    return context.memory.quoting


def _confidence(
    context: Context, sentence: Sentence, source: Source | None, draft: Draft
) -> Confidence | None:
    """A stated confidence holds for what its own claimant voices (claim guide, rule 9)."""
    if draft.predicate not in _ASSESSMENTS:
        return None
    return find_confidence(sentence, 0, len(sentence.atoms) - 1, context.pack)
