"""Who says it: reporting verbs, quotations, "according to", and how far each one's words reach.

Last stage before claims (FASTUS: speech). Each source in a sentence covers a range of atoms; a
claim is said by the innermost source whose range holds it. A quotation that runs over
sentences keeps its speaker.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from vidocq.claims.affiliation import affiliation
from vidocq.claims.apposition import apposition, office_before
from vidocq.claims.arguments import obliques, subjects
from vidocq.claims.closing_speech import acts_next, closes
from vidocq.claims.dependencies import Kind, dependencies
from vidocq.claims.entities import refer
from vidocq.claims.frames import role_kinds
from vidocq.claims.layout import Sentence, attached, members, of_child
from vidocq.claims.memory import Memory
from vidocq.knowledge.load import is_outlet as known_outlet
from vidocq.knowledge.officials import speaks_for
from vidocq.language.compile import load_pack
from vidocq.language.tags import Tag
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Reference

_REACH = 6
"""Atoms between a reporting verb and the speaker that stands after it."""


_SPEECH = frozenset({"say", "accuse"})


@dataclass(frozen=True)
class Source:
    """Somebody who says something: who, over which atoms, and whether as an outlet (``via``)."""

    claimants: tuple[Reference, ...]
    via: tuple[Reference, ...]
    first: int
    last: int
    verb: int = -1


def find_sources(sentence: Sentence, memory: Memory) -> list[Source]:
    """The sources of a sentence with the atoms that each covers."""
    found = _markers(sentence, memory)
    count = len(sentence.atoms)
    for v, verb in enumerate(sentence.verbs):
        if _SPEECH.isdisjoint(verb.frames):
            continue
        accuser = _passive_accuser(sentence, v, memory)
        if accuser:
            found.append(Source(accuser, (), verb.last + 1, clause_end(sentence, v), v))
            continue
        if "say" not in verb.frames or verb.negated or _accused(sentence, v):
            continue
        who, inverted = _speaker(sentence, v)
        if who is None:
            continue
        references = speak(sentence, who, memory)
        if not references:
            continue
        first, last = verb.last + 1, count - 1
        kind = dependencies(sentence)[v].kind
        if kind is Kind.RELATIVE or (kind is Kind.ADVERBIAL and not _as_said(sentence, v)):
            # "Before Microsoft released its updates, …" tells what others say.
            last = clause_end(sentence, v)
        if sentence.clause_at and kind is Kind.ADVERBIAL and _as_said(sentence, v):
            first, last = 0, count - 1  # "wie X mitteilte, hat …"
        elif kind is Kind.ADVERBIAL and first <= last:
            commas = (i for i in range(first, last) if sentence.atoms[i].key == ",")
            last = next(commas, last)
        if inverted or closes(sentence, v, who):
            first, last = 0, verb.first - 1
        if inverted and _goes_on(sentence, v):
            last = count - 1
        outlets = tuple(r for r in references if is_outlet(r))
        others = tuple(r for r in references if not is_outlet(r))
        found.append(Source(others, outlets, first, last, v))
    return found


def _as_said(sentence: Sentence, v: int) -> bool:
    """Whether a clause of time or manner is one of saying: "as Microsoft reported"."""
    first = min(
        [sentence.verbs[v].first, *(sentence.phrases[q].first for q in subjects(sentence, v))]
    )
    before = sentence.atoms[max(first - 2, 0) : first]
    return any(a.key in sentence.pack.cues.speech_adverbials for a in before)


def _accused(sentence: Sentence, v: int) -> bool:
    """Whether a bare participle says of what somebody is accused: "an officer | suspected | of hacking X"."""
    verb = sentence.verbs[v]
    return (
        verb.participle
        and "accuse" in verb.frames
        and verb.last + 1 < len(sentence.atoms)
        and sentence.atoms[verb.last + 1].key in sentence.pack.relations.of
    )


def _passive_accuser(sentence: Sentence, v: int, memory: Memory) -> tuple[Reference, ...]:
    """Who says what follows "accused by X of …": the agent of a passive that accuses."""
    verb = sentence.verbs[v]
    if verb.negated or not (verb.passive or (verb.participle and not verb.finite)):
        return ()
    if "accuse" not in verb.frames:
        return ()
    agents = obliques(sentence, v, sentence.pack.relations.agent)
    own = agents and not any(
        sentence.verb_at[i] >= 0 for i in range(verb.last + 1, sentence.phrases[agents[0]].first)
    )
    return speak(sentence, agents[0], memory) if own else ()


def clause_end(sentence: Sentence, v: int) -> int:
    """The last atom before the next finite verb that verb ``v`` does not govern."""
    for w in range(v + 1, len(sentence.verbs)):
        other = sentence.verbs[w]
        if other.finite and not other.infinitive and not _governs(sentence, v, w):
            return other.first - 1
    return len(sentence.atoms) - 1


def _governs(sentence: Sentence, v: int, w: int) -> bool:
    """Whether verb ``w`` stands in a clause under verb ``v``."""
    above: int | None = w
    while above is not None and above > v:
        above = dependencies(sentence)[above].governor
    return above == v


def _speaker(sentence: Sentence, v: int) -> tuple[int | None, bool]:
    """The phrase that speaks by verb ``v`` and whether it stands after it ("…", said X)."""
    verb = sentence.verbs[v]
    kinds = role_kinds("say", "speaker")
    if verb.passive or verb.infinitive or (verb.participle and not verb.finite):
        return None, False
    before = verb.first - 1
    opened = (
        before < 0
        or sentence.atoms[before].key in '",' + sentence.pack.grammar.close_quotes
        or sentence.atoms[before].key in ("-", "–")
    )
    if opened:
        for q, phrase in enumerate(sentence.phrases):
            if phrase.first > verb.last:
                if phrase.prep is None:
                    near = phrase.first - verb.last <= _REACH and phrase.kind in kinds
                    if near and not acts_next(sentence, v, q):
                        return q, True
                    break
                if phrase.first - verb.last > 3:
                    break  # "a indiqué | à la presse | un haut responsable": one listener may come first.
    for q in subjects(sentence, v):
        if sentence.phrases[q].kind in kinds:
            return q, False
    return None, False


def _goes_on(sentence: Sentence, v: int) -> bool:
    """Whether the quotation is taken up again after the reporting clause."""
    return any(a.key in '"«“' for a in sentence.atoms[sentence.verbs[v].last + 1 :])


def _markers(sentence: Sentence, memory: Memory) -> list[Source]:
    """ "according to X", "selon X": cover the whole sentence; an outlet is a way, not a claimant."""
    found = _asides(sentence, memory)
    view = sentence.pack.relations.view
    if not sentence.tags & (Tag.SOURCE_MARKER | Tag.VIA_MARKER) and view.isdisjoint(
        sentence.vocabulary
    ):
        return found
    for i, atom in enumerate(sentence.atoms):
        opens = i == 0 and _opens_view(sentence)
        if not atom.tags & (Tag.SOURCE_MARKER | Tag.VIA_MARKER) and not opens:
            continue
        q = next((k for k, p in enumerate(sentence.phrases) if i < p.first <= i + 4), None)
        if q is None:
            continue
        references = speak(sentence, q, memory)
        if not references and sentence.phrases[q].kind in _TELLINGS:
            # "according to the allegations in the indictment", "selon les déclarations de deux responsables"
            for inner in attached(sentence, q, sentence.pack.relations.stated_in, reach=1):
                references = speak(sentence, inner, memory)
        outlets = tuple(r for r in references if is_outlet(r))
        others = tuple(r for r in references if not is_outlet(r))
        if atom.tags & Tag.VIA_MARKER:
            outlets, others = references, ()
        if outlets or others:
            found.append(Source(others, outlets, 0, len(sentence.atoms) - 1))
    return found


_TELLINGS = frozenset({"accusation", "statement", "thing"})
"""Kinds of words for what somebody told: the teller stands in their complement."""


def _asides(sentence: Sentence, memory: Memory) -> list[Source]:
    """Speakers named between commas or before a word that follows them: "…, so | das BSI", "den Ermittlern | zufolge"."""
    grammar = sentence.pack.grammar
    if not grammar.postpositions and not grammar.parenthetical:
        return []
    found: list[Source] = []
    count = len(sentence.atoms)
    for i, atom in enumerate(sentence.atoms):
        q: int | None = None
        if atom.key in grammar.postpositions and i:
            q = sentence.phrase_at[i - 1]
            while q > 0 and sentence.phrases[q].prep == grammar.genitive:
                q -= 1  # "Recherchen | des Senders | zufolge"
        elif atom.key in grammar.parenthetical and 0 < i < count - 1:
            parted = sentence.atoms[i - 1].key in ("," + grammar.close_quotes)
            q = sentence.phrase_at[i + 1] if parted else -1
            if q >= 0 and any(
                verb.finite for verb in sentence.verbs if _in_field(sentence, i, verb.first)
            ):
                q = -1
        if q is None or q < 0:
            continue
        references = speak(sentence, q, memory)
        if not references and q + 1 < len(sentence.phrases):
            child = of_child(sentence, q)
            references = speak(sentence, child, memory) if child is not None else ()
        outlets = tuple(r for r in references if is_outlet(r))
        others = tuple(r for r in references if not is_outlet(r))
        if references:
            found.append(Source(others, outlets, 0, count - 1))
    return found


def _in_field(sentence: Sentence, first: int, atom: int) -> bool:
    """Whether no comma stands between two atoms."""
    return first < atom and not any(a.key == "," for a in sentence.atoms[first:atom])


def _opens_view(sentence: Sentence) -> bool:
    """Whether a sentence begins with whose view it gives: "Pour le NCSC, …"."""
    view = sentence.pack.relations.view
    if sentence.atoms[0].key not in view or not sentence.phrases:
        return False
    phrase = sentence.phrases[0]
    after = phrase.last + 1
    kinds = role_kinds("say", "speaker")
    return (
        phrase.prep in view
        and phrase.kind in kinds
        and phrase.kind != "pronoun"
        and after < len(sentence.atoms)
        and sentence.atoms[after].key == ","
    )


def is_outlet(reference: Reference) -> bool:
    """Whether a reference is a news organisation, that relays rather than claims."""

    return known_outlet(reference.id)


def speak(sentence: Sentence, p: int, memory: Memory) -> tuple[Reference, ...]:
    """The claimants that phrase ``p`` and its list stand for, with the speaker's name or office."""
    found: list[Reference] = []
    listed = members(sentence, p)
    q = included(sentence, listed[-1])
    if q is not None:
        listed = [*listed, *members(sentence, q)]
    for q in listed:
        reference = _claimant(sentence, q, memory)
        if reference is not None and reference not in found:
            found.append(reference)
    return tuple(found)


def included(sentence: Sentence, p: int) -> int | None:
    """Who is named of a group, in dashes or commas too: "allies and partners – including | the EU and NATO –"."""
    for q in range(p + 1, len(sentence.phrases)):
        between = range(sentence.phrases[q - 1].last + 1, sentence.phrases[q].first)
        if any(sentence.verb_at[i] >= 0 for i in between):
            return None
        if sentence.phrases[q].prep in sentence.pack.relations.partners:
            return q
        if (
            sentence.phrases[q].kind == "pronoun"
            and sentence.phrases[q].prep in sentence.pack.relations.among
        ):
            return q + 1 if q + 1 < len(sentence.phrases) else None
        if sentence.phrases[q].prep is None:
            return None
    return None


_BODIES = frozenset({"agency", "company", "organisation", "bloc"})


def _claimant(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    phrase = sentence.phrases[p]
    if phrase.kind in ("organisation", "company", "name") and p in sentence.same:
        # "le Bureau d'investigation fédéral (FBI)": the body that it is.
        return _claimant(sentence, sentence.same[p][0], memory)
    if phrase.kind == "we":
        return memory.voice
    if memory.firm is not None and phrase.text == memory.firm.text:
        return memory.firm
    if phrase.kind in ("charges", "statement") and phrase.head in prosecuting(memory.language):
        # "the indictment alleges", "court documents say": the prosecution speaks.
        return memory.prosecutors[-1] if memory.prosecutors else None
    if phrase.kind == "office":
        return _office(sentence, p, memory)
    if phrase.kind == "statement":
        for hit in phrase.names:
            return Reference(EntityType(hit.type), sentence.text[hit.start : hit.end], hit.entity)
        if phrase.owner is not None:
            return _claimant(sentence, phrase.owner, memory)
        return affiliation(sentence, p, memory)
    if phrase.kind in ("name", "person"):
        return _person(sentence, p, memory)
    if phrase.kind == "pronoun" and phrase.head in sentence.pack.cues.neuter_pronouns:
        return None
    if phrase.kind == "pronoun":
        for q in range(p):
            # "The police said that they have arrested …": the subject of the sentence.
            body = sentence.phrases[q]
            if body.prep is None and body.kind in _BODIES and body.first < phrase.first:
                return _claimant(sentence, q, memory)
        return memory.speakers[-1] if memory.speakers else None
    if phrase.kind in (
        "state",
        "agency",
        "company",
        "organisation",
        "bloc",
        "government",
        "service",
    ):
        if phrase.capital and phrase.prep in sentence.pack.relations.posts:
            return None
        if phrase.kind == "company" and phrase.entity is None:
            # "the firm": the firm that spoke last, if any.
            said = [s for s in memory.speakers if s.type is EntityType.COMPANY]
            return said[-1] if said and phrase.determined and not phrase.indefinite else None
        if _taken_up(phrase) and of_child(sentence, p) is None:
            # "The department attributed …": the body that spoke last, if any.
            bodies = [s for s in memory.speakers if s.type is EntityType.AGENCY]
            if bodies:
                return bodies[-1]
        reference = refer(sentence, p, memory)
        if reference is not None:
            memory.speakers.append(reference)
        return reference
    if phrase.kind == "group":
        return refer(sentence, p, memory)
    return None


def _taken_up(phrase: Phrase) -> bool:
    """Whether a body is named by its kind alone: "the department", "the ministry"."""
    return (
        phrase.kind == "organisation"
        and phrase.entity is None
        and phrase.determined
        and not (phrase.indefinite or phrase.own or phrase.marks or phrase.names or phrase.owner)
        and " " not in phrase.text
    )


@cache
def prosecuting(language: str) -> frozenset[str]:
    """A language's words for who and what speaks for the prosecution."""
    return frozenset(load_pack(language).phrases.prosecuting_words)


def _office(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """An official: the claimant is whom they speak for; name or office is the speaker."""
    phrase = sentence.phrases[p]
    entity = affiliation(sentence, p, memory)
    q = apposition(sentence, p)
    name = (
        sentence.phrases[q]
        if q is not None and sentence.phrases[q].kind in ("name", "person")
        else None
    )
    if entity is None and q is not None and sentence.phrases[q].kind == "name":
        entity = memory.offices.get(_surname(sentence.phrases[q].text))
    if entity is None and phrase.own and memory.states:
        entity = memory.states[-1]  # "Its spokesman": of the state spoken of last.
    if entity is None and phrase.head in prosecuting(memory.language) and memory.prosecutors:
        entity = memory.prosecutors[-1]
    if entity is None and name is not None and name.entity is not None:
        entity = _official(name.entity, name.text, memory)
    if entity is None and phrase.head not in memory.offices:
        entity = state_of_office(sentence, p, memory)
    if entity is None:
        return memory.offices.get(phrase.head) or (
            memory.speakers[-1]
            if memory.speakers and phrase.determined and not phrase.indefinite
            else None
        )
    speaker = name.text if name else phrase.text
    reference = Reference(entity.type, entity.text, entity.id, speaker)
    memory.offices[phrase.head] = reference
    if name is not None:
        memory.offices[_surname(name.text)] = reference
    memory.speakers.append(reference)
    return reference


def _person(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """A person by name: the claimant is the entity of their office, where the document gives one."""
    phrase = sentence.phrases[p]
    known = memory.offices.get(_surname(phrase.text))
    if known is not None:
        memory.speakers.append(known)
        return known
    entity: Reference | None = None
    q = apposition(sentence, p)
    if q is not None and sentence.phrases[q].kind == "office":
        entity = affiliation(sentence, q, memory)
    before = office_before(sentence, p)
    if entity is None and before is not None:
        entity = affiliation(sentence, before, memory) or state_of_office(sentence, before, memory)
    if entity is None and phrase.descriptor == "office":
        entity = affiliation(sentence, p, memory)
        if entity is None:
            entity = state_of_office(sentence, p, memory)
    if entity is None and phrase.owner is not None:
        entity = refer(sentence, phrase.owner, memory)
    if entity is None and phrase.entity is not None:
        entity = _official(phrase.entity, phrase.text, memory)
    if entity is None:
        reference = refer(sentence, p, memory)
        if (
            reference is not None
            and reference.type is EntityType.COMPANY
            and phrase.descriptor not in ("company",)
        ):
            return (
                None
                if " " not in phrase.text
                else Reference(
                    EntityType.PERSON, phrase.text, "person:" + reference.id.partition(":")[2]
                )
            )
        return reference
    reference = Reference(entity.type, entity.text, entity.id, phrase.text)
    memory.offices[_surname(phrase.text)] = reference
    memory.speakers.append(reference)
    return reference


def _official(person: str, name: str, memory: Memory) -> Reference | None:
    """Whom a known official speaks for, in the words that the text has for it."""
    entity = speaks_for(person)
    if entity is None:
        return None
    kind = EntityType(entity.partition(":")[0])
    return Reference(kind, memory.best_text.get(entity, name), entity)


def state_of_office(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """The state of an office that only states have ("the foreign minister"), where nothing beside it tells:
    that of the place where the report was written, else of the last state that spoke."""
    phrase = sentence.phrases[p]
    if not any(
        f" {office} " in f" {phrase.text.lower()} " for office in _state_offices(memory.language)
    ):
        return None
    if memory.home is not None:
        return memory.home
    return next((s for s in reversed(memory.speakers) if s.type is EntityType.STATE), None)


@cache
def _state_offices(language: str) -> frozenset[str]:
    """Offices that only states have, as a language calls them."""
    return frozenset(load_pack(language).phrases.state_offices)


def _surname(name: str) -> str:
    return name.rsplit(" ", 1)[-1].casefold()
