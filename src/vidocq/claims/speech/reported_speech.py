"""Which words of a sentence are whose: reporting verbs, "according to", "so das BSI", and how far each one's words reach.

Last stage before claims (FASTUS: speech). Each source in a sentence covers a range of atoms; a
claim is said by the innermost source whose range holds it. Who a phrase that speaks stands for
is told by `vidocq.claims.speech.speakers`.
"""

from __future__ import annotations

from dataclasses import dataclass

from vidocq.claims.discourse.memory import Memory
from vidocq.claims.frames import role_kinds
from vidocq.claims.speech.speakers import is_outlet, speak
from vidocq.claims.syntax.arguments import obliques, subjects
from vidocq.claims.syntax.closing_speech import acts_next, closes, within_quotation
from vidocq.claims.syntax.dependencies import Kind, dependencies
from vidocq.claims.syntax.layout import Sentence, attached, of_child
from vidocq.language.tags import Tag
from vidocq.model import Reference

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
        if who is None or _is_unit(sentence, who):
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


def _is_unit(sentence: Sentence, p: int) -> bool:
    """Whether a unit of police is what the noun for a band means here: it looks into an attack, and its body speaks."""
    phrase = sentence.phrases[p]
    return phrase.kind == "office" and phrase.weak and "actor" in phrase.senses


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
        if sentence.phrases[q].kind in kinds and not within_quotation(sentence, v, q):
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
