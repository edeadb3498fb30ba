"""Who says what a sentence tells, by learnt weights: the sources that the rules found, and others that the text names.

The rules of speech (`vidocq.claims.sources`) give each finding its claimants. This asks of each party of the sentence, of
those that the rules chose and of those whose words the text told last whether the finding is said by them. Input: the
drafts of a sentence, with their claimants by the rules; output: their claimants, in the order of the text.
"""

from __future__ import annotations

from vidocq.claims.dependencies import dependencies
from vidocq.claims.draft import Draft
from vidocq.claims.layout import Sentence
from vidocq.claims.mentioned import Mention
from vidocq.claims.proposing import Weighing, chance
from vidocq.claims.weights import Saying, weigh
from vidocq.model import EntityType, Predicate, Reference

_PARTIES = frozenset(
    {
        *(EntityType.STATE, EntityType.BLOC, EntityType.AGENCY, EntityType.COMPANY),
        *(EntityType.ORGANISATION, EntityType.GROUP, EntityType.PERSON),
    }
)
_PLACES = frozenset({"phrase", "mark", "name", "pronoun", "memory"})
_OWN_ACTS = frozenset(
    {
        *(Predicate.INDICTS, Predicate.SANCTIONS, Predicate.ARRESTS, Predicate.DISRUPTS),
        Predicate.RESPONDS,
    }
)
"""Acts that are told by the report itself."""
_FAR = 8


def credit(learnt: Saying, weighing: Weighing, drafts: list[Draft]) -> None:
    """Give each draft the claimants that the weights find probable."""
    for draft in drafts:
        if draft.predicate in _OWN_ACTS or draft.confidence is not None:
            continue  # A certainty belongs to whoever voices it (claim guide, rule 9).
        chosen: list[Reference] = []
        for party, signs in parties(weighing, draft):
            total = [learnt.bias]
            weigh(total, learnt.signs, signs)
            least = (
                learnt.least
                if signs[0] == "chosen" or signs[0] == "elsewhere chosen"
                else learnt.further
            )
            if chance(total[0]) >= least:
                chosen.append(party)
        draft.claimants = tuple(chosen)


def parties(weighing: Weighing, draft: Draft) -> list[tuple[Reference, list[str]]]:
    """Who may say a draft, each with what speaks for it."""
    assigned = {claimant.id: claimant for claimant in draft.claimants or ()}
    found: dict[str, tuple[Reference, list[str]]] = {}
    for m, mention in enumerate(weighing.mentions):
        reference = mention.reference
        if reference is None or mention.how not in _PLACES or reference.type not in _PARTIES:
            continue
        if reference.id in found or _is_dateline(mention):
            continue
        signs = _signs(weighing, draft, m, mention, reference, assigned)
        found[reference.id] = (assigned.get(reference.id, reference), signs)
    for entity, claimant in assigned.items():
        if entity not in found:
            signs = [f"elsewhere {s}" for s in _of_draft(draft, claimant, assigned)]
            found[entity] = (claimant, signs)
    return [*found.values()]


def _is_dateline(mention: Mention) -> bool:
    """Whether a state is spoken of as the place of the dateline alone: a dateline says nothing."""
    if mention.how != "memory":
        return False
    return _PLACE.issuperset(mention.mark.split("+"))


_PLACE = frozenset({"home", "last state"})


def _of_draft(draft: Draft, party: Reference, assigned: dict[str, Reference]) -> list[str]:
    """What the draft says of a party."""
    chosen = "chosen" if party.id in assigned else "others chosen" if assigned else "nobody chosen"
    role = "neither end"
    if draft.subject.id == party.id:
        role = "subject"
    elif draft.object is not None and draft.object.id == party.id:
        role = "object"
    kind = str(party.type)
    return [
        chosen,
        f"{chosen} {kind}",
        f"{chosen} {draft.predicate}",
        f"{chosen} by {draft.rule}",
        f"{chosen} {role}",
        f"{role} {draft.predicate} {draft.polarity}",
        f"{kind} {draft.predicate}",
        f"{chosen} of {min(len(assigned), 3)}",
    ]


def _signs(
    weighing: Weighing,
    draft: Draft,
    m: int,
    mention: Mention,
    reference: Reference,
    assigned: dict[str, Reference],
) -> list[str]:
    """What speaks for a party of the sentence, or of those before."""
    sentence = weighing.signs.sentence
    found = _of_draft(draft, reference, assigned)
    chosen = found[0]
    if mention.how == "memory":
        found += [f"memory {place}" for place in mention.mark.split("+")]
        found += [f"memory {place} {chosen}" for place in mention.mark.split("+")]
        found.append(f"memory, quotation {_in_quotation(sentence, draft)}")
        return found
    found += [f"own {sign}" for sign in weighing.signs_of(m)[0]]
    side = "before" if mention.atom < draft.atom else "after"
    found += [side, f"{side} {chosen}", f"{side} {min(abs(mention.atom - draft.atom) // 4, _FAR)}"]
    found.append(f"{side}, quotation {_in_quotation(sentence, draft)}")
    speaks = _speaks(sentence, mention)
    found += [f"{speaks} {chosen}", f"{speaks} {side}"]
    return found


def _in_quotation(sentence: Sentence, draft: Draft) -> bool:
    return draft.atom < len(sentence.quoted) and sentence.quoted[draft.atom]


def _speaks(sentence: Sentence, mention: Mention) -> str:
    """Which verbs of speech, accusation or denial a mention is the subject of."""
    p = mention.phrase
    leader = sentence.joined[p]
    for v, dependency in enumerate(dependencies(sentence)):
        if leader in dependency.subjects[:1] or p in dependency.subjects[:1]:
            frames = sorted(sentence.verbs[v].frames)
            return "subject of " + (frames[0] if frames else "a verb")
    return "no subject"
