"""Who says what a sentence tells, by learnt weights: the sources that the rules found, and others that the text names.

The rules of speech (`vidocq.claims.speech.sources`) give each finding its claimants. This asks of each party of the sentence, of
those that the rules chose and of those whose words the text told last whether the finding is said by them. Input: the
drafts of a sentence, with their claimants by the rules; output: their claimants, in the order of the text.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import final

from vidocq.claims.draft import Draft, each_once
from vidocq.claims.references.countries import country_code
from vidocq.claims.roles import role_of
from vidocq.claims.syntax.layout import Sentence, verb_of_word
from vidocq.claims.trained.bundles import Bundle, signs_in
from vidocq.claims.trained.mention import Mention
from vidocq.claims.trained.network import Network
from vidocq.claims.trained.signs_of_speakers import (
    NO_SUBJECT,
    choice_of,
    signs_of_draft,
    signs_of_parts,
    signs_of_place,
    signs_of_remembered,
    speaks_as,
)
from vidocq.claims.trained.silent import is_crowd, is_of_body, is_seat
from vidocq.claims.trained.tables import OWN, SAYING, Tables, log_odds
from vidocq.claims.trained.weighing import PARTIES, Weighing, chance
from vidocq.model import EntityType, Polarity, Predicate, Reference

_PLACES = frozenset({"phrase", "mark", "name", "pronoun", "memory", "voice", "reading"})
_READINGS = frozenset({"phrase", "reading"})
"""How a phrase is mentioned as a whole: as one thing or another, of which one is meant."""
_ELSEWHERE = frozenset({"memory", "voice"})
"""How those are mentioned whom the sentence does not name."""
_OWN_ACTS = frozenset(
    {
        *(Predicate.INDICTS, Predicate.SANCTIONS, Predicate.ARRESTS, Predicate.DISRUPTS),
        Predicate.RESPONDS,
    }
)
"""Acts that are told by the report itself."""
_FAR = 8
_UNHEARD = frozenset(
    {*("opening", "topic", "last actor", "actor", "accused", "struck", "doer", "named person")}
    | {"last state", "home", "acted", "acts later"}
)
"""As what the document has spoken of those of whom it has told no word."""
_FROM_AFAR = 0.8
"""The probability that such a party needs, and any that the sentence does not name where the rules chose others."""
_NEVER = 1.0
"""Where the sentence names who accuses, nobody joins in from elsewhere."""


def credit(
    tables: Tables, network: Network | None, weighing: Weighing, drafts: Sequence[Draft]
) -> None:
    """Give each draft the claimants that the weights find probable. ``network``: what weighs the words beside the signs."""
    # A certainty belongs to whoever voices it (claim guide, rule 9).
    open_ = [d for d in drafts if d.predicate not in _OWN_ACTS and d.confidence is None]
    for draft, asked in zip(open_, _asked(network, weighing, open_), strict=True):
        chances: list[float] = []
        for party in asked:
            total = tables.saying_bias
            total += tables.rows("others").of(party.signs)
            if party.mention >= 0:
                total += weighing.weight(tables, SAYING, party.mention)
            chances.append(chance(log_odds(total) + tables.said_words * party.words))
        likeliest = _likeliest_readings(weighing, asked, chances)
        named = draft.rule == "accuse" or _names_accuser(weighing, asked)
        heard = {
            i
            for i, party in enumerate(asked)
            if chances[i] >= _least(tables, weighing, party, draft, named) and i in likeliest
        }
        heard |= _avowing(asked, draft)
        heard |= _beside(weighing, asked, heard)
        heard -= _spoken_for(weighing, asked, heard)
        own = {i for i in heard if _accuses_itself(draft, asked[i])}
        if any(asked[i].reference.type is not EntityType.GROUP for i in heard - own):
            # Who tells of him leaves him nothing to own up to; two bands own up together.
            heard -= own
        draft.claimants = each_once([asked[i].reference for i in sorted(heard)])


def _avowing(asked: Sequence[_Party], draft: Draft) -> set[int]:
    """Who owns up to an attack, by the rules: nobody else says it for him ("hit by an attack | claimed by LockBit")."""
    if draft.rule not in _AVOWALS or draft.object is None:
        return set()
    author = draft.object.id
    return {
        i
        for i, party in enumerate(asked)
        if party.choice == "chosen" and party.reference.id == author
    }


def _accuses_itself(draft: Draft, party: _Party) -> bool:
    """Whether a party is the author that a finding names, and no rule says that he owns up to it."""
    blames = draft.predicate is Predicate.ATTRIBUTED_TO and draft.polarity is not Polarity.DENIED
    author = draft.object.id if draft.object is not None else ""
    return blames and draft.rule not in _AVOWALS and party.reference.id == author


_AVOWALS = frozenset({"avow", "avowal"})
"""Rules of claims of responsibility."""


def _beside(weighing: Weighing, asked: Sequence[_Party], heard: set[int]) -> set[int]:
    """Those whom the rules chose and who stand in one list with somebody heard: "the EU, the United Kingdom | and NATO"."""
    lists = {_list_of(weighing, asked[i]) for i in heard if asked[i].choice == "chosen"} - {-1}
    return {
        i
        for i, party in enumerate(asked)
        if party.choice == "chosen" and _list_of(weighing, party) in lists
    }


def _list_of(weighing: Weighing, party: _Party) -> int:
    """The first phrase of the list that a party of the sentence stands in; -1 of one that stands elsewhere."""
    p = weighing.mentions[party.mention].phrase if party.mention >= 0 else -1
    return weighing.signs.sentence.joined[p] if p >= 0 else -1


def _spoken_for(weighing: Weighing, asked: Sequence[_Party], heard: set[int]) -> set[int]:
    """Bodies that the sentence does not name and whose state speaks in it: its accusation is no further one of theirs."""
    states = {
        country_code(asked[i].reference.id)
        for i in heard
        if asked[i].reference.type is EntityType.STATE and asked[i].choice in _CHOSEN
    }
    return {
        i
        for i in heard
        if asked[i].reference.type is EntityType.AGENCY
        and asked[i].mention >= 0
        and weighing.mentions[asked[i].mention].how in _ELSEWHERE
        and country_code(asked[i].reference.id) in states
    }


def _likeliest_readings(
    weighing: Weighing, asked: Sequence[_Party], chances: Sequence[float]
) -> set[int]:
    """The parties without those that are another reading of a name, less likely than the one that stands."""
    best: dict[int, int] = {}
    found: set[int] = set()
    for i, party in enumerate(asked):
        mention = weighing.mentions[party.mention] if party.mention >= 0 else None
        if mention is None or mention.how not in _READINGS:
            found.add(i)
            continue
        other = best.setdefault(mention.phrase, i)
        if chances[i] > chances[other]:
            best[mention.phrase] = i
    return found.union(best.values())


def _asked(
    network: Network | None, weighing: Weighing, drafts: Sequence[Draft]
) -> list[list[_Party]]:
    """Who may say each draft, with what the words tell of it."""
    speaking: dict[int, str] = {}
    found = [_parties(weighing, draft, speaking) for draft in drafts]
    if network is None:
        return found
    number: dict[int, int] = {}
    asked: list[tuple[int, int, int]] = []
    told: list[_Party] = []
    for draft, parties in zip(drafts, found, strict=True):
        role = role_of(draft.predicate, denied=draft.polarity is Polarity.DENIED)
        for party in parties:
            if party.mention >= 0:
                place = number.setdefault(party.mention, len(number))
                asked.append((place, role, draft.atom))
                told.append(party)
    signs = weighing.signs
    mentions = [weighing.mentions[m] for m in number]
    weighed = network.says(signs.sentence, signs.context.number, mentions, asked)
    for party, words in zip(told, weighed, strict=True):
        party.words = words
    return found


def _least(tables: Tables, weighing: Weighing, party: _Party, draft: Draft, named: bool) -> float:
    """The probability from which a party is taken for one who says it. ``named``: the sentence names who accuses."""
    if party.choice in _CHOSEN:
        return tables.said_from
    if party.mention < 0:
        return tables.said_further
    sentence = weighing.signs.sentence
    mention = weighing.mentions[party.mention]
    others = party.choice == "others chosen"
    if mention.how not in _ELSEWHERE:
        hit = draft.object is not None and draft.object.id == party.reference.id
        hit = hit or _is_hit(weighing, party)
        unheard = hit and (others or _is_silent(weighing, mention))
        return _FROM_AFAR if unheard else tables.said_further
    if others and named:
        return _NEVER
    heard = not _UNHEARD.issuperset(mention.mark.split("+"))
    if others or not heard or _names_no_accuser(sentence, draft) or _is_answered(weighing):
        return _FROM_AFAR
    return tables.said_further


def _names_accuser(weighing: Weighing, asked: Sequence[_Party]) -> bool:
    """Whether one whom the rules chose is the subject of a verb of accusing."""
    return any(
        party.choice == "chosen"
        and party.speaks == "subject of accuse"
        and _list_of(weighing, party) >= 0
        for party in asked
    )


def _is_hit(weighing: Weighing, party: _Party) -> bool:
    """Whether a sentence makes somebody a victim who does nothing in it."""
    reference = weighing.mentions[party.mention].reference
    if reference is None or Predicate.TARGETS not in weighing.parts.get(reference.id, ()):
        return False
    return party.speaks == NO_SUBJECT


def _is_answered(weighing: Weighing) -> bool:
    """Whether the sentence tells what was done about an attack: who "imposed sanctions on Russia, held responsible for it", accuses."""
    return any(act.predicate in _OWN_ACTS for act in weighing.signs.drafts)


def _is_silent(weighing: Weighing, mention: Mention) -> bool:
    """Whether a party is no subject and speaks nowhere in the document: "got into the systems | of the ministry", "attacked | the bank"."""
    p, reference = mention.phrase, mention.reference
    sentence = weighing.signs.sentence
    if p < 0 or reference is None:
        return False
    if sentence.phrases[p].prep is None and speaks_as(sentence, p) != NO_SUBJECT:
        return False
    voices = weighing.signs.context.voices
    return not any(v.speaks and v.reference.id == reference.id for v in voices)


def _names_no_accuser(sentence: Sentence, draft: Draft) -> bool:
    """Whether an accusation stands in the passive, which leaves open whose it is: "Russia was also blamed for the hack"."""
    v = verb_of_word(sentence, draft.atom)
    return v >= 0 and sentence.verbs[v].passive and "accuse" in sentence.verbs[v].frames


def parties(
    network: Network | None, weighing: Weighing, draft: Draft
) -> list[tuple[Reference, list[str], float]]:
    """Who may say a draft, each with all signs that speak for it, and its log-odds by the words."""
    found: list[tuple[Reference, list[str], float]] = []
    for party in _asked(network, weighing, [draft])[0]:
        signs = signs_in(party.signs)
        if party.mention >= 0:
            own = signs_in(weighing.signs_of(party.mention)[0])
            signs += [f"{OWN}{sign}" for sign in own]
        found.append((party.reference, signs, party.words))
    return found


def may_speak(weighing: Weighing, chosen: Collection[str] = ()) -> list[int]:
    """The mentions of a sentence that may say something, of each party the first. ``chosen``: ids of those that the rules chose."""
    sentence = weighing.signs.sentence
    seen: set[str] = set()
    found: list[int] = []
    for m, mention in enumerate(weighing.mentions):
        reference = mention.reference
        if reference is None or mention.how not in _PLACES or reference.type not in PARTIES:
            continue
        if reference.id in seen or _is_misread(sentence, mention):
            continue
        if _is_dateline(sentence, mention):
            continue
        if is_of_body(sentence, mention):
            continue
        if reference.id not in chosen and (
            is_seat(sentence, mention) or is_crowd(sentence, mention)
        ):
            continue
        seen.add(reference.id)
        found.append(m)
    return found


def _is_misread(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name that is known is read as something else."""
    return mention.how == "reading" and sentence.phrases[mention.phrase].entity is not None


@final
class _Party:
    """Who may say a draft. ``choice``: whether the rules chose it; ``mention``: whose own signs speak for it too, or -1;
    ``speaks``: how a party of the sentence speaks in it (`speaks_as`); ``words``: the log-odds by the words."""

    def __init__(
        self,
        reference: Reference,
        choice: str,
        mention: int,
        signs: list[Bundle],
        speaks: str = "",
    ) -> None:
        self.reference = reference
        self.choice = choice
        self.mention = mention
        self.signs = signs
        self.speaks = speaks
        self.words = 0.0


def _parties(weighing: Weighing, draft: Draft, speaking: dict[int, str]) -> list[_Party]:
    """``speaking``: what is known so far of how phrases of the sentence speak."""
    assigned = {claimant.id: claimant for claimant in draft.claimants or ()}
    sentence = weighing.signs.sentence
    quoted = draft.atom < len(sentence.quoted) and sentence.quoted[draft.atom]
    found: list[_Party] = []
    for m in may_speak(weighing, assigned):
        mention = weighing.mentions[m]
        reference = mention.reference
        if reference is None:
            continue
        entity = reference.id
        chosen = choice_of(entity, assigned)
        of_draft = signs_of_draft(draft, reference, assigned, "")
        parts = weighing.parts.get(entity)
        of_parts = [signs_of_parts(tuple(sorted(parts)), chosen)] if parts else []
        meant = assigned.get(entity) or _as_spoken(reference, draft.claimants or ())
        if mention.how in _ELSEWHERE:
            of_place = signs_of_remembered(mention.mark, chosen, quoted)
            found.append(_Party(meant, chosen, m, [of_draft, of_place, *of_parts]))
            continue
        side = "before" if mention.atom < draft.atom else "after"
        distance = min(abs(mention.atom - draft.atom) // 4, _FAR)
        p = mention.phrase
        if p not in speaking:
            speaking[p] = speaks_as(sentence, p)
        of_place = signs_of_place(side, distance, quoted, speaking[p], chosen)
        found.append(_Party(meant, chosen, m, [of_draft, of_place, *of_parts], speaking[p]))
    told = {party.reference.id for party in found}
    for entity, claimant in assigned.items():
        if entity not in told:
            signs = signs_of_draft(draft, claimant, assigned, "elsewhere ")
            found.append(_Party(claimant, "chosen", -1, [signs]))
    return found


def _is_dateline(sentence: Sentence, mention: Mention) -> bool:
    """Whether a state is spoken of as the place of the dateline alone: a dateline says nothing."""
    if mention.phrase >= 0:
        reference = mention.reference
        phrase = sentence.phrases[mention.phrase]
        state = reference is not None and reference.type is EntityType.STATE
        return state and phrase.prep == _ASIDE and phrase.first < _DATELINE
    if mention.how != "memory":
        return False
    places = mention.mark.split("+")
    return "home" in places and _PLACE.issuperset(places)


_ASIDE = "("
"""What stands for a preposition of what is told beside a clause."""
_DATELINE = 3
"""Words within which the place of a dateline stands, which is read as if in brackets."""
_PLACE = frozenset({"home", "last state", "opening"})


_CHOSEN = frozenset({"chosen", "chosen as another"})


def _as_spoken(reference: Reference, claimants: Sequence[Reference]) -> Reference:
    """A party with the speaker that the rules found for another reading of its name."""
    name = reference.id.partition(":")[2]
    for other in claimants:
        if other.speaker is not None and other.id.partition(":")[2] == name:
            return Reference(reference.type, reference.text, reference.id, other.speaker)
    return reference
