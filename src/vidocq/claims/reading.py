"""From a document to its claims: the cascade over all sentences, then merging.

`read` is the main job of the project. It is a pure function of the document's text and what is
known of its publisher and date: the same bytes give the same claims.
"""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from vidocq.claims.answers.act_nouns import act_nouns
from vidocq.claims.answers.authorities import prosecutors_named
from vidocq.claims.answers.charged import charged_by_name, keep_acts, name_the_charged
from vidocq.claims.answers.defendants import blame_the_charged, named_defendants
from vidocq.claims.answers.denials import clearances, deny_unfounded, deny_what_follows, dismissals
from vidocq.claims.answers.joint import joint_acts
from vidocq.claims.answers.not_but import and_not, not_but
from vidocq.claims.attacks.behalf import on_behalf
from vidocq.claims.attacks.clause_events import event_reference
from vidocq.claims.attacks.identifying import clefts, names_given
from vidocq.claims.attacks.kinds_of_attack import kinds_of_attack
from vidocq.claims.attacks.losses import losses
from vidocq.claims.attacks.means import means
from vidocq.claims.attacks.struck import deployed, found_inside, struck, tells_victims
from vidocq.claims.attacks.tolls import tolls
from vidocq.claims.background.explanations import explains
from vidocq.claims.background.notices import only_flaws
from vidocq.claims.background.policing import see_policing
from vidocq.claims.background.questions import is_asked
from vidocq.claims.background.screening import of_named, without_background
from vidocq.claims.background.surveys import only_survey
from vidocq.claims.background.unreal import only_outage
from vidocq.claims.background.wishes import asserted
from vidocq.claims.clauses import clause_drafts
from vidocq.claims.discourse.context import Context
from vidocq.claims.discourse.grounding import grounded, readable
from vidocq.claims.discourse.items import alone, items_of, told_once
from vidocq.claims.discourse.memory import Memory
from vidocq.claims.discourse.relevance import (
    about_attacks,
    advises,
    in_field,
    is_dense,
    speaks_of_attacks,
    titled,
)
from vidocq.claims.discourse.times import happened
from vidocq.claims.discourse.topic import read_activities, topic_of
from vidocq.claims.document.consolidation import consolidate
from vidocq.claims.document.merge import merge
from vidocq.claims.draft import Draft
from vidocq.claims.nominal import nominal_drafts
from vidocq.claims.parsed import all_parsed, names_by_sentence, quotation_open
from vidocq.claims.references.countries import country_code
from vidocq.claims.references.entities import refer
from vidocq.claims.sentence import answering, parse
from vidocq.claims.speech.said_before import names_source, said_before
from vidocq.claims.speech.sources import assign_sources
from vidocq.claims.speech.voice import document_voice, state_of_dateline, vendor_of
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.placing import SecondReader, placed
from vidocq.claims.trained.reader import TRAINED_READER
from vidocq.knowledge.facts import is_outlet as known_outlet
from vidocq.language.compile import languages, load_pack
from vidocq.language.identify import identify
from vidocq.language.pack import Pack
from vidocq.language.sentences import split
from vidocq.mentions.glue import unglued
from vidocq.mentions.handles import handles
from vidocq.mentions.introduced import introduce
from vidocq.mentions.kind_nouns import of_one_band, without_kind_nouns
from vidocq.mentions.named_bodies import named_bodies
from vidocq.mentions.names import (
    FIELD_NAMES,
    Hit,
    Scan,
    find_names,
    match_names,
    name_index,
)
from vidocq.mentions.seats import seated
from vidocq.mentions.shortened import shortened
from vidocq.mentions.taken_up import taken_up
from vidocq.mentions.weak import settle
from vidocq.model import Claim, Document, EntityType, Polarity, Predicate, Reading, Reference

_NEAR_SENTENCES = 3
"""In a text of the field, so many sentences without a word of it still speak of it."""


def read(document: Document, *, language: str | None = None, rules_only: bool = False) -> Reading:
    """All claims of a document.

    ``language``: ISO 639-1 code, or None to find out. A language without a pack gives no claims.
    ``rules_only``: without what the trained reader adds (`vidocq.claims.trained.reader`).
    """
    return read_by(document, None if rules_only else TRAINED_READER, language=language)


def read_by(
    document: Document, second: SecondReader | None, *, language: str | None = None
) -> Reading:
    """All claims of a document, where a ``second`` reader adds to what the rules find and decides what stands."""
    code = language or document.language
    if code is None:
        code, _ = identify(document.text)
    document = msgspec.structs.replace(document, language=code)
    if code not in languages():
        return Reading(document=document)
    pack = load_pack(code)
    index = name_index(pack.language)
    matches = match_names(document.text, index)
    if not speaks_of_attacks(document, pack, matches):
        return Reading(document=document)  # Most texts of a corpus: no copy is worth its cost.
    copy = readable(document, pack)
    if copy.moved:
        scan = find_names(copy.document.text, index)
    else:
        scan = find_names(document.text, index, matches)
    places = items_of(copy.document.text, scan.hits)
    if len(places) == 1:
        claims = _claims(copy.document, pack, scan, copy.spans, second)
    else:
        claims = told_once(
            [_claims(item, pack, None, None, second) for item in alone(copy.document, places)]
        )
    return Reading(document=document, claims=grounded(claims, copy, document))


def _claims(
    document: Document,
    pack: Pack,
    scan: Scan | None,
    spans: list[tuple[int, int]] | None,
    second: SecondReader | None,
) -> tuple[Claim, ...]:
    """The claims of one report."""
    context, sentences, drafts = read_drafts(document, pack, scan, spans, second)
    if drafts and (
        only_flaws(sentences, drafts)
        or only_survey(sentences, drafts)
        or only_outage(document.text, sentences, drafts, pack)
    ):
        drafts = []
    drafts = consolidate(context, sentences, drafts)
    return merge(context, sentences, drafts, second)


def read_drafts(
    document: Document,
    pack: Pack,
    scan: Scan | None = None,
    spans: list[tuple[int, int]] | None = None,
    second: SecondReader | None = None,
) -> tuple[Context, list[Sentence], list[Draft]]:
    """The cascade up to the drafts of every sentence, with claimants and times.

    ``scan``, ``spans``: the names of the text and its sentences, where they have been looked for already.
    ``second``: who adds to the rules' drafts and decides what stands.
    """
    text = document.text
    scan = scan or find_names(text, name_index(pack.language))
    in_title = titled(document, pack, scan.field)
    if not in_field(scan) and not in_title:
        return Context(document, pack, Memory(), False), [], []
    scan = unglued(text, scan, name_index(pack.language))
    scan = without_kind_nouns(text, scan, pack)
    hits = seated(text, settle(text, scan, pack), pack)
    if not about_attacks(text, scan, hits, in_title, pack):
        return Context(document, pack, Memory(), False), [], []
    if advises(document, pack, hits):
        return Context(document, pack, Memory(), False), [], []
    firm = vendor_of(document)
    dense = in_title or firm is not None or is_dense(text, scan, hits)
    hits = introduce(text, shortened(text, hits, pack.language), pack, dense=dense)
    hits = handles(text, hits, pack)
    hits = taken_up(text, named_bodies(text, of_one_band(text, hits), pack), pack)
    spans = split(text) if spans is None else spans
    if second is not None and not dense:
        # A long text on other matters in which the rules find nothing speaks of attacks in passing.
        by_rules = _read_through(document, pack, scan, hits, spans, firm, dense, None)
        if not by_rules[2]:
            return by_rules
    return _read_through(document, pack, scan, hits, spans, firm, dense, second)


def _begun(
    document: Document, pack: Pack, hits: list[Hit], firm: Reference | None, dense: bool
) -> Context:
    """What is known of a document before its first sentence."""
    text = document.text
    memory = Memory(pack.language)
    context = Context(document, pack, memory, dense, published=document.published)
    memory.voice, memory.voice_speaker = document_voice(document)
    memory.firm = firm
    memory.topic = topic_of(text, hits, vendor=firm is not None) if dense else None
    memory.prosecutors = prosecutors_named(text, hits, pack.language)
    memory.home = state_of_dateline(text, hits)
    memory.country = pack.phrases.home_state or None
    return context


def _read_through(
    document: Document,
    pack: Pack,
    scan: Scan,
    hits: list[Hit],
    spans: list[tuple[int, int]],
    firm: Reference | None,
    dense: bool,
    second: SecondReader | None,
) -> tuple[Context, list[Sentence], list[Draft]]:
    """The sentences that are read, one after the other, and what they say."""
    text = document.text
    context = _begun(document, pack, hits, firm, dense)
    memory = context.memory
    if second is not None:
        for hit in hits:
            context.named[hit.entity] = context.named.get(hit.entity, 0) + 1
    named = names_by_sentence(hits, spans)
    sentences: list[Sentence] = []
    drafts: list[Draft] = []
    near_field = False
    distance = 0
    quote_open = False
    # The second reader looks at all sentences of a text that is about attacks as a whole.
    parsed: list[Sentence] = []
    if second is not None and context.dense:
        parsed = all_parsed(text, pack, scan, spans, named)
        second.begin(context, parsed)
    all_read = bool(parsed)
    policed: set[str] = set()
    for number, (start, end) in enumerate(spans):
        inside = named[number]
        _note_bodies(memory, inside, text)
        f = bisect_left(scan.field, start)
        field = (f < len(scan.field) and scan.field[f] < end) or any(
            hit.type in FIELD_NAMES for hit in inside
        )
        telling = field or near_field or (context.dense and bool(inside))
        looked_at = telling or (context.dense and bool(context.acts))
        if not looked_at and not all_read:
            near_field = field
            quote_open = quotation_open(text, start, end, quote_open, pack.grammar)
            continue
        if all_read:
            sentence = parsed[number]
        else:
            awaited = bool(context.acts)
            sentence = parse(text, start, end, inside, pack, quote_open, scan.seams, awaited)
            see_policing(sentence, policed)
            quote_open = quotation_open(text, start, end, quote_open, pack.grammar)
        if memory.topic is not None:
            read_activities(sentence, vendor=memory.firm is not None)
        context.number = len(sentences)
        context.sentence_in_field = field or (near_field and _refers_back(sentence))
        sentences.append(sentence)
        distance = 0 if field else distance + telling
        context.near_field = near_field or (context.dense and distance <= _NEAR_SENTENCES)
        near_field = field
        answers = context.near_field and not sentence.vocabulary.isdisjoint(
            answering(pack.language)
        )
        ruled = looked_at and (context.sentence_in_field or context.dense or answers)
        if not ruled and not all_read:
            continue
        if text[start:end].endswith("?") or is_asked(text, start, pack) or explains(sentence):
            continue  # A question asserts nothing, what a kind of attack is tells of none.
        found: list[Draft] = []
        if ruled:
            found = sentence_drafts(context, sentence)
            drafts.extend(found)
        else:
            context.sentence, context.dated = sentence, None
        if second is not None:
            drafts.extend(placed(context, sentence, found, second))
    drafts = of_named(text, drafts, pack)
    if second is not None:
        drafts = second.settle(context, drafts)
    return context, sentences, drafts


def _note_bodies(memory: Memory, hits: list[Hit], text: str) -> None:
    """Remember the firms and bodies that a sentence names, but for those that only report news."""
    for hit in hits:
        if hit.type not in ("company", "organisation") or known_outlet(hit.entity):
            continue
        named = Reference(EntityType(hit.type), text[hit.start : hit.end], hit.entity)
        memory.bodies.setdefault(hit.entity, named)
        if hit.type == "company":
            memory.firms.setdefault(hit.entity, named)


def sentence_drafts(context: Context, sentence: Sentence) -> list[Draft]:
    """The drafts of one sentence with who says them and when it was."""
    context.sentence, context.dated = sentence, None
    context.doers = {}
    context.accused_phrases = set()
    context.blamed_events = set()
    context.charged = ()
    named = name_the_charged(context, sentence) if context.acts else []
    drafts = clause_drafts(context, sentence)
    context.used = {r.id for d in drafts for r in (d.subject, d.object) if r is not None}
    drafts += nominal_drafts(context, sentence)
    drafts += clefts(context, sentence)
    drafts += means(context, sentence)
    drafts += kinds_of_attack(context, sentence, drafts)
    drafts += on_behalf(context, sentence, drafts)
    drafts += found_inside(context, sentence)
    drafts += struck(context, sentence, drafts)
    drafts += joint_acts(context, sentence)
    drafts += deployed(context, sentence, drafts)
    told = tolls(context, sentence)
    heads = {d.atom for d in told}
    drafts = [d for d in drafts if d.predicate is not Predicate.AFFECTS or d.atom not in heads]
    drafts += told
    drafts += losses(context, sentence, drafts)
    drafts = without_background(sentence, asserted(context, sentence, drafts))
    drafts = blame_the_charged(sentence, drafts)
    drafts += named_defendants(context, sentence)
    drafts = act_nouns(context, sentence, drafts)
    drafts = deny_unfounded(context, sentence, drafts)
    drafts = and_not(context, sentence, not_but(context, sentence, drafts))
    drafts += dismissals(context, sentence, drafts)
    drafts += clearances(context, sentence, drafts)
    assign_sources(context, sentence, drafts)
    drafts = deny_what_follows(sentence, drafts, context)
    said_before(context, sentence, drafts)
    if drafts:
        context.times.give(drafts)
    drafts += charged_by_name(context, sentence, drafts, named)
    keep_acts(context, drafts)
    if not _HAPPENING_KINDS.isdisjoint(sentence.kinds):
        for p, value in happened(sentence, context.times, context.pack):
            event = event_reference(context, sentence, p)
            context.memory.event_dates.setdefault(event.id, value)
    _keep_in_mind(sentence, drafts, context.memory)
    drafts += names_given(context, sentence, context.before)
    context.before = drafts
    return drafts


_HAPPENING_KINDS = frozenset({"attack", "incident"})


def _keep_in_mind(sentence: Sentence, drafts: list[Draft], memory: Memory) -> None:
    """What later sentences may mean: the group that this one is about, and whose the actors are.

    The subject is what a text goes on about (centering theory, Grosz, Joshi & Weinstein 1995).
    """
    for draft in drafts:
        if (
            draft.predicate is Predicate.ATTRIBUTED_TO
            and draft.object
            and draft.polarity is not Polarity.DENIED
        ):
            memory.credit(draft.subject.id, [draft.object])
            if draft.object.type is EntityType.PERSON:
                memory.note_actor(draft.object)  # whom "he" means next
            memory.doer = draft.subject
        if draft.predicate is Predicate.INDICTS and draft.object:
            memory.doer = draft.object
        punished = draft.object if draft.predicate is Predicate.SANCTIONS else None
        if punished is not None and punished.type is EntityType.AGENCY:
            memory.note_actor(punished)  # whom "that organisation" means
        if draft.predicate is Predicate.TARGETS:
            memory.doer = draft.subject
            if draft.object is not None and draft.object.type is EntityType.STATE:
                memory.struck = draft.object
        if draft.predicate in (Predicate.SPONSORED_BY, Predicate.LOCATED_IN) and draft.object:
            code = country_code(draft.object.id)
            if code is not None:
                memory.homes.setdefault(draft.subject.id, code)
    if "group" not in sentence.kinds or not sentence.verbs:
        return
    for p, phrase in enumerate(sentence.phrases):
        if phrase.first > sentence.verbs[0].first:
            return
        if phrase.kind == "group" and phrase.prep is None:
            reference = refer(sentence, p, memory)
            if reference is not None:
                memory.note_actor(reference)
                memory.centre = reference
            return


_FOLLOWING = frozenset({"sanctions", "charges", "accusation", "assessment", "diplomats", "denial"})
"""What is done about an attack goes on about it, whether or not the sentence says so."""


def _refers_back(sentence: Sentence) -> bool:
    """Whether a sentence goes on about the one before it: a pronoun, a demonstrative, a denial."""
    if any("deny" in verb.frames for verb in sentence.verbs):
        return True
    if names_source(sentence.atoms, sentence.pack) or tells_victims(sentence):
        return True
    return any(
        p.kind == "pronoun" or p.demonstrative or p.kind in _FOLLOWING for p in sentence.phrases
    ) or any(
        p.determined
        and p.kind in ("attack", "actor", "accusation", "sanctions", "charges", "incident")
        for p in sentence.phrases
    )
