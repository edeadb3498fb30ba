"""Denials: "denied involvement", "called it groundless", "had nothing to do with it", "no evidence that X did it".

The accused denies what it is accused of: the attack that the text has laid to its state, to a body of
it, or to hackers that work for it. Anyone else denies only what the sentence spells out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from vidocq.claims.attacks.clause_events import event_reference
from vidocq.claims.attacks.fill import Filled
from vidocq.claims.discourse.context import Context
from vidocq.claims.discourse.memory import Event
from vidocq.claims.draft import Draft
from vidocq.claims.references.countries import country_code
from vidocq.claims.references.entities import refer
from vidocq.claims.speech.reported_speech import find_sources
from vidocq.claims.speech.speakers import speak
from vidocq.claims.syntax.arguments import subjects
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.compile import load_pack
from vidocq.language.tags import Form, Tag
from vidocq.model import EntityType, Polarity, Predicate, Reference

_ASSERTING = frozenset({"hack", "steal", "take", "target", "perpetrate", "sponsor", "use"})
_BLAMING = frozenset({Predicate.ATTRIBUTED_TO, Predicate.SPONSORED_BY})


def denial(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """What a verb of denying denies: by the accused, the attack it is accused of (claim guide, polarity)."""
    if declines_comment(sentence, filled.verb) or _own_loss(sentence, filled.verb):
        return []
    explicit = _explicit_event(context, sentence, filled)
    drafts: list[Draft] = []
    for claimant in speak(sentence, filled.roles["denier"], context.memory):
        accused = _denied_author(context, claimant)
        if accused is None:
            continue
        own = accused_of(context, accused)
        event = explicit or (own[-1].reference if own else None)
        if event is None and not any(e.authors for e in context.memory.events):
            event = _spoken_of(context, sentence, filled)
        if event is not None:
            head = sentence.verbs[filled.verb].head
            drafts.append(_denied(context, event, accused, claimant, head, "deny"))
    return drafts


def declines_comment(sentence: Sentence, v: int) -> bool:
    """Whether a verb of denying only declines to speak: "se negó a | comentar", "lehnte | einen Kommentar | ab"."""
    if "deny" not in sentence.verbs[v].frames:
        return False
    comments = sentence.pack.phrases.comments
    if any(sentence.phrases[p].head in comments for p in dependencies(sentence)[v].objects[:1]):
        return True
    if v + 1 >= len(sentence.verbs):
        return False
    after = sentence.verbs[v + 1]
    lead = sentence.atoms[sentence.verbs[v].last + 1 : after.head]
    return (
        bool(after.form & Form.INFINITIVE)
        and "say" in after.frames
        and not any(a.tags & (Tag.HAVE | Tag.NOUN) for a in lead)
    )


def _own_loss(sentence: Sentence, v: int) -> bool:
    """Whether what is denied is an attack on the denier itself: "Poland denies | a cyberattack | on its railways"."""
    for p in dependencies(sentence)[v].objects[:1]:
        q = p + 1
        if sentence.phrases[p].kind == "attack" and _complemented(sentence, p):
            return sentence.phrases[q].own
    return False


def _denied(
    context: Context, event: Reference, accused: Reference, by: Reference, atom: int, rule: str
) -> Draft:
    draft = Draft(Predicate.ATTRIBUTED_TO, event, accused, context.number, atom, rule)
    draft.claimants, draft.polarity = (by,), Polarity.DENIED
    return draft


def accused_of(context: Context, accused: Reference) -> list[Event]:
    """The events of the text that are laid to a party: to itself, or for a state to its bodies and hackers."""
    memory = context.memory
    code = country_code(accused.id) if accused.type is EntityType.STATE else None
    return [
        event
        for event in memory.events
        if accused.id in event.authors
        or (
            code is not None
            and any(
                code in (country_code(author), memory.homes.get(author)) for author in event.authors
            )
        )
    ]


def _explicit_event(context: Context, sentence: Sentence, filled: Filled) -> Reference | None:
    """The attack that the sentence itself says is denied, by a name or description of its own."""
    last = sentence.verbs[filled.verb].last
    for p, phrase in enumerate(sentence.phrases):
        if phrase.first <= last or phrase.kind not in ("attack", "incident"):
            continue
        if phrase.prep in sentence.pack.relations.named_as:
            return None
        if phrase.names or phrase.kind == "incident" or _complemented(sentence, p):
            return event_reference(context, sentence, p)
        if phrase.determined or not phrase.plural:
            return None
    return None


def _spoken_of(context: Context, sentence: Sentence, filled: Filled) -> Reference | None:
    """Where the text lays its attacks to nobody: the one that it told of last, or the sentence's own."""
    if context.memory.events:
        return context.memory.events[-1].reference
    last = sentence.verbs[filled.verb].last
    for p, phrase in enumerate(sentence.phrases):
        if phrase.first > last and phrase.kind in ("attack", "incident"):
            return event_reference(context, sentence, p)
    return None


def _complemented(sentence: Sentence, p: int) -> bool:
    """Whether something names what was attacked: "the hack of the parliament"."""
    q = p + 1
    return q < len(sentence.phrases) and sentence.phrases[q].prep in sentence.pack.relations.upon


def _denied_author(context: Context, claimant: Reference) -> Reference | None:
    """Whom a denial clears: the denier's own state, or the denier itself."""
    if claimant.type is EntityType.STATE:
        return Reference(claimant.type, claimant.text, claimant.id)
    code = country_code(claimant.id)
    if claimant.type in (EntityType.AGENCY, EntityType.ORGANISATION) and code:
        return Reference(
            EntityType.STATE,
            context.memory.best_text.get(f"state:{code}", claimant.text),
            f"state:{code}",
        )
    if claimant.type is EntityType.GROUP and claimant.speaker is None:
        return claimant  # A band denies its own attacks.
    if claimant.type in (EntityType.GROUP, EntityType.PERSON, EntityType.COMPANY):
        accused = {r.id for r in context.memory.accused}
        return (
            Reference(claimant.type, claimant.text, claimant.id) if claimant.id in accused else None
        )
    return None


def clearances(context: Context, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """ "Russia had nothing to do with it": a party cleared by name, whoever says so, of the attack told of last."""
    events = context.memory.events
    found = find_phrase(sentence, _clearing(context.pack.language))
    if found is None or not events or any(d.polarity is Polarity.DENIED for d in drafts):
        return []
    before = [
        p
        for p, phrase in enumerate(sentence.phrases)
        if phrase.last < found[0] and phrase.prep is None and phrase.kind in _CLEARED
    ]
    accused = refer(sentence, before[-1], context.memory) if before else None
    if accused is None:
        return []
    own = accused_of(context, accused)
    event = (own or events)[-1].reference
    draft = Draft(Predicate.ATTRIBUTED_TO, event, accused, context.number, found[1], "clearance")
    draft.polarity = Polarity.DENIED
    return [draft]


_CLEARED = frozenset({"state", "government", "agency", "group"})


def dismissals(context: Context, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Denials in other words: "called the accusations groundless", "« pures calomnies », a réagi l'ambassade".

    Words that dismiss, and a speaker or subject who speaks for a state that is accused.
    """
    if not context.memory.events or any(
        d.rule == "deny" and d.polarity is Polarity.DENIED for d in drafts
    ):
        return []
    language = context.pack.language
    dismissing = find_phrase(sentence, _dismissing(language))
    if dismissing is None and not _TALK.isdisjoint(sentence.kinds):
        # "described such talk as irresponsible" of an accusation; of a deed it is a reproach.
        dismissing = find_phrase(sentence, _condemning(language))
    if dismissing is None:
        return []
    for claimant, place in _speakers(context, sentence):
        accused = _denied_author(context, claimant)
        own = _laid_to(context, accused) if accused is not None else []
        if accused is not None and own:
            drafts[:] = [d for d in drafts if d.predicate not in _BLAMING]
            return [_denied(context, own[-1].reference, accused, claimant, place, "dismissal")]
    return []


def _laid_to(context: Context, accused: Reference) -> list[Event]:
    """The attacks that a party answers for: those laid to it; else, where its country's hackers, bodies or leaders
    are spoken of and no other state is accused, the one told of last."""
    own = accused_of(context, accused)
    if own or not context.memory.events:
        return own
    memory = context.memory
    code = country_code(accused.id)
    states = {country_code(a) or memory.homes.get(a) for e in memory.events for a in e.authors}
    suspects = {country_code(r.id) for r in (*memory.actors, *memory.accused)}
    suspects |= set(memory.homes.values())
    if code in suspects and states <= {code, None}:
        return [memory.events[-1]]
    return []


_TALK = frozenset({"accusation", "statement", "charges"})


@dataclass(frozen=True)
class _Phrases:
    """Set phrases of one meaning, and the longest word of each for a quick look."""

    phrases: tuple[str, ...]
    longest_words: frozenset[str]


def _set_phrases(*lists: list[str]) -> _Phrases:
    phrases = tuple(phrase for rows in lists for phrase in rows)
    return _Phrases(phrases, frozenset(max(phrase.split(" "), key=len) for phrase in phrases))


@cache
def _dismissing(language: str) -> _Phrases:
    words = load_pack(language).phrases
    return _set_phrases(words.baseless_words, words.denial_phrases)


@cache
def _condemning(language: str) -> _Phrases:
    return _set_phrases(load_pack(language).phrases.condemning_words)


@cache
def _clearing(language: str) -> _Phrases:
    return _set_phrases(load_pack(language).phrases.clearing_phrases)


@cache
def _doubting(language: str) -> _Phrases:
    return _set_phrases(load_pack(language).phrases.doubting_phrases)


def find_phrase(sentence: Sentence, looked_for: _Phrases) -> tuple[int, int] | None:
    """First and last atom of the first of the phrases that stands in the sentence."""
    if looked_for.longest_words.isdisjoint(sentence.vocabulary):
        return None
    spoken = [
        (word, i) for i, a in enumerate(sentence.atoms) if a.key != "-" for word in a.key.split(" ")
    ]
    words = f" {' '.join([word for word, _ in spoken])} "
    for phrase in looked_for.phrases:
        at = words.find(f" {phrase} ")
        if at >= 0:
            first = words.count(" ", 0, at)
            return spoken[first][1], spoken[first + phrase.count(" ")][1]
    return None


def _speakers(context: Context, sentence: Sentence) -> list[tuple[Reference, int]]:
    """Those who speak in a sentence; where none does, the subject of a verb that dismisses."""
    sources = find_sources(sentence, context.memory)
    found = [(c, max(s.first, 0)) for s in sources for c in s.claimants]
    if found:
        return found
    for v, verb in enumerate(sentence.verbs):
        speaks = verb.lemmas & sentence.pack.cues.speaking_of
        if verb.passive or (_SPEAKING.isdisjoint(verb.frames) and not speaks):
            continue
        for p in subjects(sentence, v)[:1]:
            if sentence.phrases[p].kind in _CAN_SPEAK:
                return [(c, verb.last) for c in speak(sentence, p, context.memory)]
    return []


_SPEAKING = frozenset({"deny", "reproach", "condemn"})
_CAN_SPEAK = frozenset(
    {"state", "government", "agency", "organisation", "office", "person", "name", "pronoun"}
)


def deny_what_follows(sentence: Sentence, drafts: list[Draft], context: Context) -> list[Draft]:
    """ "denied hacking X", "nie que …": what a denying verb governs is denied, by its subject."""
    for v, verb in enumerate(sentence.verbs):
        if verb.negated or "deny" not in verb.frames:
            continue
        inner = [
            d
            for d in drafts
            if (d.atom > verb.last or _under(sentence, d.atom, v)) and d.rule in _ASSERTING
        ]
        deniers = [c for q in subjects(sentence, v)[:1] for c in speak(sentence, q, context.memory)]
        if deniers and _own_loss(sentence, v):
            for draft in drafts:
                if draft.predicate is Predicate.TARGETS and draft.atom > verb.last:
                    draft.polarity, draft.claimants = Polarity.DENIED, tuple(deniers)
            continue
        if not inner or not deniers:
            continue
        for draft in inner:
            draft.polarity, draft.claimants = Polarity.DENIED, tuple(deniers)
        blamed = [d for d in inner if d.predicate is Predicate.ATTRIBUTED_TO]
        drafts = [
            d for d in drafts if d.rule != "deny" and (d not in inner or not blamed or d in blamed)
        ]
    return drafts


def _under(sentence: Sentence, atom: int, v: int) -> bool:
    """Whether an atom stands in a clause under verb ``v`` though before it: "heeft de aantijging | dat het … | afgewezen"."""
    above = sentence.clause_at[atom] if sentence.clause_at else -1
    for _ in range(len(sentence.verbs)):
        governor = dependencies(sentence)[above].governor if above >= 0 else None
        if governor is None:
            return False
        if governor == v:
            return True
        above = governor
    return False


def deny_unfounded(context: Context, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """ "there is no evidence that X did it", "does not allege that they acted for X": what follows is denied.

    Only who did it is denied; whom it hit is not in doubt.
    """
    if not drafts:
        return drafts
    drafts = [d for d in drafts if d.predicate not in _BLAMING or not _spared(sentence, d.atom)]
    found = find_phrase(sentence, _doubting(context.pack.language))
    if found is None:
        return drafts
    first, last = found
    atoms = sentence.atoms
    # "Although the indictment does not allege that …, | agencies warned": a clause before the main one ends at its comma.
    beside = any(atom.tags & Tag.SUBORDINATOR for atom in atoms[:first])
    end = next(
        (
            i
            for i in range(last, len(atoms))
            if _turns(sentence, i) or (beside and atoms[i].key == ",")
        ),
        len(atoms),
    )
    kept: list[Draft] = []
    for draft in drafts:
        if last < draft.atom < end and draft.predicate in _BLAMING:
            draft.polarity, draft.likelihood = Polarity.DENIED, None
        kept.append(draft)
    return kept


def _spared(sentence: Sentence, atom: int) -> bool:
    """Whether a word stands under a negated accusation: "does not accuse Russia | of hacking the ministry" lays it to nobody."""
    for verb in reversed(sentence.verbs):
        if verb.negated and not verb.passive and verb.last < atom and "accuse" in verb.frames:
            between = range(verb.last + 1, atom)
            return not any(
                sentence.atoms[i].key in (",", ":") or _turns(sentence, i) for i in between
            )
    return False


def _turns(sentence: Sentence, i: int) -> bool:
    """Whether the sentence turns to something else: "…, but", "; "."""
    atom = sentence.atoms[i]
    return atom.key == ";" or (
        bool(atom.tags & Tag.COORDINATOR) and not atom.tags & Tag.CONJUNCTION
    )
