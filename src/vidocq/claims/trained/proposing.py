"""The second reader: which role each mention has in what a sentence tells, by weights learnt from examples.

The rules say who did what where they know the construction. This asks of every mention of a sentence whether it is the
attack's author, its victim, its means, a sponsor, whoever is charged … (`vidocq.claims.roles`): a logistic regression
for each role over `vidocq.claims.trained.telling_signs`, the same for all languages; then, of what passes, who or what the
claim's other end is. Proposals go the way of every draft: claimants, hedges, denials, merging; their rule is "trained".
What the rules found is weighed too. At the document's end `vidocq.claims.trained.settling` decides which of both stand.
`docs/trained.md` tells how the weights are made and how much they add.
"""

from __future__ import annotations

from dataclasses import replace

from vidocq.claims.answers.denials import declines_comment
from vidocq.claims.background.bystanders import plays_no_part
from vidocq.claims.background.other_events import tells_of_earlier
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import TRAINED, Draft
from vidocq.claims.references.countries import country_code
from vidocq.claims.roles import ROLES
from vidocq.claims.speech.spokespersons import speaks_by_office
from vidocq.claims.syntax.conditions import supposed
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.barred import (
    accusers,
    denying,
    names_of_two,
    of_words,
    prosecutes,
    sponsors,
    taken_down,
    takes_back,
)
from vidocq.claims.trained.impossible import impossible, impossible_pair
from vidocq.claims.trained.mention import Mention
from vidocq.claims.trained.network import Network
from vidocq.claims.trained.tables import Tables
from vidocq.claims.trained.weighing import ATTACK, Anchor, Weighing
from vidocq.claims.trained.weights import Settling
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Polarity, Predicate, Reference


def proposals_by(tables: Tables, network: Network | None, weighing: Weighing) -> list[Draft]:
    """What the trained reader adds to the rules' drafts of a sentence; these are told how probable they are."""
    sentence = weighing.signs.sentence
    anchors = weighing.anchors(tables, network)
    told: set[tuple[Predicate, Polarity, str, str, int]] = set()
    for draft in weighing.signs.drafts:
        _weigh_rule(tables.settling, weighing, anchors, draft)
        told.add(_said(draft))
        if draft.subject.type is EntityType.AGENCY:
            # "The US Department of Justice charged X" tells of one charge, not of another by the United States.
            told.add(_said(replace(draft, subject=_state_behind(draft.subject))))
    best: dict[tuple[int, int, str], list[Anchor]] = {}
    innocent = sponsors(weighing.signs.drafts) | accusers(weighing.signs.drafts)
    denied = denying(weighing.signs.drafts)
    if not weighing.signs.attacks:
        innocent |= taken_down(weighing.signs.drafts)
    told_here = {draft.predicate for draft in weighing.signs.drafts}
    for anchor in anchors:
        if anchor.chance < tables.proposed:
            continue
        mention = weighing.mentions[anchor.mention]
        entity = mention.reference.id if mention.reference is not None else ""
        if ROLES[anchor.role].predicate in _DEEDS and _is_official(weighing, mention):
            continue
        if mention.phrase >= 0 and plays_no_part(
            sentence, mention.phrase, anchor.role, mention.reference
        ):
            continue
        if _is_another_nobody(mention) and ROLES[anchor.role].predicate in told_here:
            continue
        blames = ROLES[anchor.role].predicate is Predicate.ATTRIBUTED_TO
        if blames and entity in innocent:
            continue
        if blames and not ROLES[anchor.role].denied and entity in denied:
            continue
        if impossible(sentence, ROLES[anchor.role], mention):
            continue
        name = str(mention.atom) if mention.how == "amount" else entity.partition(":")[2]
        best.setdefault((anchor.role, mention.phrase, name), []).append(anchor)
    _note_hit(weighing, anchors)
    _note_parts(weighing, anchors)
    _note_attack(weighing)
    if not best:
        return []
    untold = supposed(sentence, weighing.signs.context.pack)
    made: list[Draft] = []
    for readings in best.values():
        for anchor in sorted(readings, key=_unlikelihood)[:_READINGS]:
            mention = weighing.mentions[anchor.mention]
            v = verb_of(sentence, mention.phrase, mention.atom)
            if ROLES[anchor.role].denied:
                if any(declines_comment(sentence, w) for w in range(len(sentence.verbs))):
                    continue
            elif takes_back(sentence, v, untold):
                continue
            if ROLES[anchor.role].predicate is Predicate.CONDEMNS and of_words(sentence, v):
                continue
            if ROLES[anchor.role].predicate in _BEING_HIT and prosecutes(sentence, v, mention):
                continue
            for other, bond in weighing.chosen(tables, anchor.role, anchor.mention):
                if anchor.chance * bond < tables.proposed / 2:
                    break
                end = weighing.mentions[other] if other != ATTACK else None
                if end is not None and impossible_pair(
                    sentence, ROLES[anchor.role], end, weighing.mentions
                ):
                    continue
                partner = end.reference if end is not None else None
                draft = _draft(weighing, anchor, partner, v)
                draft.other_origin = weighing.mentions[other].how if other != ATTACK else "attack"
                draft.bond = bond
                if draft.predicate is Predicate.SAME_AS and names_of_two(
                    weighing.signs.drafts, draft
                ):
                    continue
                if _said(draft) not in told:
                    made.append(draft)
                if mention.how == "amount":
                    made += _of_victim(weighing, anchors, draft)
    return made


def _is_another_nobody(mention: Mention) -> bool:
    """Whether somebody without a name is remembered from before: where the rules tell whom a charge falls on, it is not him too."""
    one = mention.reference
    return mention.how == "memory" and one is not None and one.type is EntityType.UNNAMED_ACTOR


_BEING_HIT = frozenset({Predicate.TARGETS, Predicate.AFFECTS})
_DEEDS = frozenset({Predicate.ATTRIBUTED_TO, Predicate.INDICTS, Predicate.ARRESTS})
"""What a person is said to have done, or is prosecuted for."""


def _is_official(weighing: Weighing, mention: Mention) -> bool:
    """Whether somebody has spoken of an attack by office: no author of it."""
    one = mention.reference
    return (
        one is not None
        and one.type is EntityType.PERSON
        and speaks_by_office(one.text, weighing.signs.context.memory)
    )


def _state_behind(agency: Reference) -> Reference:
    code = country_code(agency.id) or ""
    return Reference(EntityType.STATE, agency.text, f"state:{code}")


def _note_hit(weighing: Weighing, anchors: list[Anchor]) -> None:
    """Take in the firms and bodies that this sentence says to be hit."""
    hit = weighing.signs.context.hit
    for surety, one in _losers(weighing, anchors):
        if surety >= _HIT_FROM and surety > hit.get(one.id, (one, 0.0))[1]:
            hit[one.id] = (one, surety)


def _note_parts(weighing: Weighing, anchors: list[Anchor]) -> None:
    """Take in whom this sentence probably makes an author, a victim …: one who is hit seldom is whose words it tells."""
    for anchor in anchors:
        one = weighing.mentions[anchor.mention].reference
        if one is not None and anchor.chance >= _PART_FROM:
            role = ROLES[anchor.role]
            part = f"{role.predicate} denied" if role.denied else str(role.predicate)
            weighing.parts.setdefault(one.id, set()).add(part)


_PART_FROM = 0.3


def _losers(weighing: Weighing, anchors: list[Anchor]) -> list[tuple[float, Reference]]:
    """The firms and bodies that the sentence may say to be hit, each with how probable that is."""
    found: list[tuple[float, Reference]] = []
    for anchor in anchors:
        one = weighing.mentions[anchor.mention].reference
        if one is not None and ROLES[anchor.role].hit and one.type in _LOSERS:
            found.append((anchor.chance, one))
    return found


_LOSERS = frozenset({EntityType.COMPANY, EntityType.ORGANISATION, EntityType.AGENCY})
"""Whose a number of files, customers or dollars may be."""
_HIT_FROM = 0.2


def _note_attack(weighing: Weighing) -> None:
    """Take in the attack that this sentence has a noun for, as long as the rules tell of none."""
    attacks, context = weighing.signs.attacks, weighing.signs.context
    if attacks and not (context.attacks and context.memory.events):
        context.attacks.append(weighing.event_of(attacks[0]))


def _of_victim(weighing: Weighing, anchors: list[Anchor], counted: Draft) -> list[Draft]:
    """A number as that of whoever was hit: the likeliest victim of the sentence, else of the text so far."""
    here = _losers(weighing, anchors)
    near = bool(here)
    if not near:
        here = [(surety, one) for one, surety in weighing.signs.context.hit.values()]
    if not here:
        return []
    surety, victim = max(here, key=_surety)
    draft = replace(counted, object=victim, bond=surety)
    draft.other_origin = "victim" if near else "memory"
    return [draft]


def _surety(weighed: tuple[float, Reference]) -> float:
    return weighed[0]


_READINGS = 2
"""Readings of one name (a firm, a body, a town) that are proposed."""


def _unlikelihood(anchor: Anchor) -> float:
    return -anchor.chance


def _said(draft: Draft) -> tuple[Predicate, Polarity, str, str, int]:
    """What a draft says, incidents all alike; several numbers are several things said."""
    subject, object_ = draft.subject, draft.object
    affects = draft.predicate is Predicate.AFFECTS
    return (
        draft.predicate,
        draft.polarity,
        "" if subject.type is EntityType.INCIDENT else subject.id,
        "" if object_ is None or object_.type is EntityType.INCIDENT else object_.id,
        draft.count.value if affects and draft.count is not None else 0,
    )


def _weigh_rule(
    settling: Settling, weighing: Weighing, anchors: list[Anchor], draft: Draft
) -> None:
    """Give a rule's draft the probability of its anchor, where the sentence has it, else what its rule is worth."""
    entity = _anchor_of(draft)
    denied = draft.polarity is Polarity.DENIED
    best = 0.0
    for anchor in anchors:
        mention = weighing.mentions[anchor.mention]
        role = ROLES[anchor.role]
        if role.predicate is not draft.predicate or role.denied is not denied:
            continue
        if draft.predicate is Predicate.AFFECTS:
            here = mention.count is not None and draft.count == mention.count
        else:
            here = mention.reference is not None and mention.reference.id == entity
        if here and anchor.chance > best:
            best = anchor.chance
    worth = settling.rules.get(f"{draft.rule} {draft.predicate}", settling.unknown)
    draft.score = best or worth


_SUBJECT_ANCHORS = frozenset(role.predicate for role in ROLES if role.subject)


def _anchor_of(draft: Draft) -> str:
    """The id of the end that a draft's role goes by."""
    if draft.predicate in _SUBJECT_ANCHORS:
        return draft.subject.id
    return draft.object.id if draft.object is not None else ""


def verb_of(sentence: Sentence, p: int, atom: int) -> int:
    """The verb whose subject or object a phrase is, one that tells before one that says ("it says | the group | hit a bank"); else
    the nearest one before it, else the first, of whom the sentence does not name the first that tells."""
    if not sentence.verbs:
        return -1
    leader = sentence.joined[p] if p >= 0 and sentence.joined else p
    saying = -1
    for v, dependency in enumerate(dependencies(sentence)):
        if p >= 0 and (leader in dependency.subjects[:1] or leader in dependency.objects[:2]):
            if "say" not in sentence.verbs[v].frames:
                return v
            saying = v if saying < 0 else saying
    if saying >= 0:
        return saying
    before = [v for v, verb in enumerate(sentence.verbs) if verb.head < atom]
    if before:
        return before[-1]
    telling = [v for v, verb in enumerate(sentence.verbs) if "say" not in verb.frames]
    return telling[0] if p < 0 and telling else 0


def _draft(weighing: Weighing, anchor: Anchor, partner: Reference | None, v: int) -> Draft:
    role, mention = ROLES[anchor.role], weighing.mentions[anchor.mention]
    earlier = partner is None and tells_of_earlier(weighing.signs.context, weighing.signs.sentence)
    other = partner if partner is not None or earlier else _event(weighing, mention)
    unnamed = other is None
    if other is None:
        other = _told(weighing.signs.context, weighing.signs.sentence, mention, v)
    subject, object_ = other, mention.reference
    if role.subject and mention.reference is not None:
        subject, object_ = mention.reference, other
    if mention.how == "amount":
        object_ = None  # What it counts is told by the number's unit.
    number = weighing.signs.context.number
    atom = mention.atom
    if mention.how == "memory" and v >= 0:
        atom = weighing.signs.sentence.verbs[v].head
    draft = Draft(role.predicate, subject, object_, number, atom, TRAINED)
    draft.score = anchor.chance
    draft.origin = mention.how
    draft.unnamed, draft.apart = unnamed, earlier
    draft.count = mention.count if mention.how == "amount" else None
    if role.denied:
        draft.polarity = Polarity.DENIED
    elif role.predicate is Predicate.ATTRIBUTED_TO:
        draft.words = _words_here(weighing, mention, v)
    if v >= 0:
        draft.likelihood = weighing.hedge(v)
    return draft


def _words_here(weighing: Weighing, mention: Mention, v: int) -> str:
    """What a sentence itself calls the attack that it lays on somebody."""
    sentence = weighing.signs.sentence
    attack = _nearest_attack(weighing, mention)
    if attack >= 0:
        return sentence.phrases[attack].text
    return words_of_attack(sentence, mention.phrase, mention.atom, v)


def _nearest_attack(weighing: Weighing, mention: Mention) -> int:
    """The phrase nearest to a mention that names an attack; -1 where the sentence has none."""
    p = mention.phrase
    nearest, least = -1, 0
    for q in weighing.signs.attacks:
        distance = abs(q - p)
        if q != p and (nearest < 0 or distance < least):
            nearest, least = q, distance
    return nearest


def _event(weighing: Weighing, mention: Mention) -> Reference | None:
    """The attack that is spoken of: the nearest that the sentence names, else the last told or named."""
    context = weighing.signs.context
    nearest = _nearest_attack(weighing, mention)
    if nearest >= 0:
        return weighing.event_of(nearest)
    events = context.memory.events
    if events:
        return events[-1].reference
    if context.attacks:
        return context.attacks[-1]
    return None


def _told(context: Context, sentence: Sentence, mention: Mention, v: int) -> Reference:
    """The attack that a verb tells of, called by the verb and what it has beside it, the mention if that is near."""
    text = words_of_attack(sentence, mention.phrase, mention.atom, v)
    year = f"-{context.year}" if context.year else ""
    return Reference(EntityType.INCIDENT, text, f"incident:{slug(text) or 'attack'}{year}")


def words_of_attack(sentence: Sentence, p: int, atom: int, v: int) -> str:
    """The words that tell of an attack without a noun for it: the verb ``v`` and what stands beside it, with the phrase ``p``
    (or the word ``atom``) if that is near."""
    atoms = sentence.atoms
    first = last = atom
    if p >= 0:
        first, last = sentence.phrases[p].first, sentence.phrases[p].last
    if v >= 0:
        verb = sentence.verbs[v]
        if min(abs(verb.first - last), abs(first - verb.last)) <= _BESIDE_VERB:
            first, last = min(first, verb.first), max(last, verb.last)
        else:
            first, last = verb.first, verb.last
        if last == verb.last:
            after = [q for q in sentence.phrases if q.first > last]
            if after and after[0].last - first <= _BESIDE_VERB:
                last = after[0].last
    return sentence.text[atoms[first].start : atoms[last].end]


_BESIDE_VERB = 6
"""Words to a verb within which a phrase is told with it."""
