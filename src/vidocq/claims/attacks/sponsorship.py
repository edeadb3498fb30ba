"""Whose an actor is and where it sits, told by its phrase alone: "Russian state hackers", "GRU officers", "a gang from Iran".

The claims are sponsored-by and located-in; a verb that says the same is read elsewhere (`vidocq.claims.clauses`).
"""

from __future__ import annotations

import re

from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.described_bodies import described
from vidocq.claims.references.entities import refer
from vidocq.claims.references.named_entities import state_reference
from vidocq.claims.references.persons import home_of
from vidocq.claims.speech.certainty import find_likelihood
from vidocq.claims.syntax.layout import Sentence, attached, members, of_child
from vidocq.knowledge.all_names import demonyms
from vidocq.mentions.phrases import Phrase, StateMark
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Predicate, Reference

_SUBJECT_TYPES = frozenset(
    {EntityType.GROUP, EntityType.PERSON, EntityType.COMPANY, EntityType.UNNAMED_ACTOR}
)
_TELLING = frozenset({"attack", "incident", "group", "malware"})
_NAMED_ACTORS = frozenset({EntityType.PERSON, EntityType.GROUP})


def actor_drafts(context: Context, sentence: Sentence, p: int, phrase: Phrase) -> list[Draft]:
    """Whose an actor is and where it sits, by its own modifiers."""
    if phrase.weak and not (
        phrase.cyber or phrase.state_actor or context.dense or context.sentence_in_field
    ):
        return []
    attacking = _as_attacker(context, phrase)
    if phrase.kind == "malware" or (
        phrase.kind in ("company", "name") and not _sponsor_marks(phrase) and attacking is None
    ):
        return []
    if phrase.kind == "name" and phrase.descriptor != "actor" and attacking is None:
        return []
    if (sentence.start, p) in context.memory.attacked:
        return []
    subject = attacking or refer(sentence, sentence.same.get(p, [p])[0], context.memory)
    if subject is None or subject.type not in _SUBJECT_TYPES:
        return []
    if (
        phrase.kind == "actor"
        and not sentence.verbs
        and not _sponsor_marks(phrase)
        and not sentence.kinds & _TELLING
    ):
        return []  # A heading: "Un acteur russe bien connu".
    drafts = _said_of(context, sentence, p, phrase, subject)
    for q in sentence.same.get(p, [p])[1:]:
        # "A, B and C, all officers of …": the description is of each.
        other = refer(sentence, q, context.memory)
        if other is not None and other.type is subject.type and other.type in _NAMED_ACTORS:
            drafts += _said_of(context, sentence, p, phrase, other)
    return drafts


def front_drafts(context: Context, sentence: Sentence, p: int) -> list[Draft]:
    """For whom a front works: "Wuhan XRZ, a front company for the Ministry of State Security"."""
    phrase, q = sentence.phrases[p], p + 1
    fronts = context.pack.phrases.front_nouns
    words = phrase.text.lower().replace("-", " ")
    if p not in sentence.same or q >= len(sentence.phrases):
        return []
    if not any(noun.replace("-", " ") in words for noun in fronts):
        return []
    whose = sentence.phrases[q]
    relations = sentence.pack.relations
    tied = whose.prep in relations.of or whose.prep in relations.blamed_for
    if not tied or whose.kind not in ("state", "agency", "government", "service"):
        return []
    sponsor = refer(sentence, q, context.memory)
    drafts: list[Draft] = []
    for r in sentence.same[p]:
        firm = refer(sentence, r, context.memory)
        if firm is not None and sponsor is not None:
            drafts.append(
                Draft(Predicate.SPONSORED_BY, firm, sponsor, context.number, phrase.last, "front")
            )
    return drafts


def home_drafts(context: Context, sentence: Sentence, p: int) -> list[Draft]:
    """Where a person lives who is named as the charged are: "Li Wei, 34, of Chengdu"."""
    q = home_of(sentence, p)
    if q is None:
        return []
    person, place = refer(sentence, p, context.memory), refer(sentence, q, context.memory)
    if person is None or place is None or person.type is not EntityType.PERSON:
        return []
    if place.type not in (EntityType.STATE, EntityType.PLACE):
        return []
    return [
        Draft(Predicate.LOCATED_IN, person, place, context.number, sentence.phrases[p].last, "home")
    ]


def _as_attacker(context: Context, phrase: Phrase) -> Reference | None:
    """The group that a name without a list is, where a verb of its sentence says that it attacks."""
    if phrase.kind != "name":
        return None
    group = Reference(EntityType.GROUP, phrase.text, "group:" + slug(phrase.text))
    return group if group.id in context.used else None


def _said_of(
    context: Context, sentence: Sentence, p: int, phrase: Phrase, subject: Reference
) -> list[Draft]:
    """What the description at ``p`` says of one actor."""
    officer = subject.type is EntityType.PERSON and any(h.type == "agency" for h in phrase.names)
    if phrase.kind == "persons" and subject.id not in context.used and not officer:
        # Nationals, officers, students: actors only where something is said of them as such.
        return []
    if (
        context.memory.topic is not None
        and subject.type is EntityType.UNNAMED_ACTOR
        and subject.id not in context.used
    ):
        # Others in passing, in a report on one group: "like all state-sponsored actors".
        return []
    drafts: list[Draft] = []
    for mark in phrase.marks:
        if mark.how == "leaning" or mark.type not in ("state", "agency"):
            continue
        if mark.how == "name" and phrase.kind == "group" and phrase.descriptor != "actor":
            continue
        rule = "home" if mark.how == "based" else "modifier"
        drafts.append(_by_mark(context, sentence, phrase, subject, mark, rule))
        following = sentence.phrases[p + 1] if p + 1 < len(sentence.phrases) else None
        if following is not None and following.prep == "be" and following.entity == mark.entity:
            # "a group | believed to be | Peruvian"
            drafts[-1].likelihood = find_likelihood(
                sentence, phrase.last + 1, following.first, context.pack
            )
    if subject.type is EntityType.GROUP and phrase.kind in ("group", "name"):
        home = _home_in_name(sentence, phrase)
        if home is not None:
            drafts.append(
                Draft(Predicate.LOCATED_IN, subject, home, context.number, phrase.last, "modifier")
            )
    if phrase.kind in ("actor", "persons", "group"):
        drafts.extend(_owners(context, sentence, p, phrase, subject))
    named = sentence.same.get(p, [p])[0]
    if named < p:
        # "X | is believed to be | a state-sponsored group": the hedge of the copula.
        first, last = sentence.phrases[named].last + 1, phrase.first - 1
        hedge = find_likelihood(sentence, first, last, context.pack)
        for draft in drafts:
            draft.likelihood = draft.likelihood or hedge
    return drafts


def _by_mark(
    context: Context,
    sentence: Sentence,
    phrase: Phrase,
    subject: Reference,
    mark: StateMark,
    rule: str,
) -> Draft:
    """Whose an actor is, or where it sits, by a mark of its phrase: "state-sponsored", "Russian"."""
    predicate = Predicate.SPONSORED_BY if mark.how == "sponsor" else Predicate.LOCATED_IN
    state = state_reference(mark, sentence.text)
    return Draft(predicate, subject, state, context.number, phrase.last, rule)


def _sponsor_marks(phrase: Phrase) -> bool:
    return any(m.how == "sponsor" for m in phrase.marks)


def _home_in_name(sentence: Sentence, phrase: Phrase) -> Reference | None:
    """The country that a group bears in its name: "Syrian Electronic Army"."""
    words = _WORD.findall(phrase.text)
    if len(words) < 2 or words[0].casefold() in _CAUSES:
        return None
    if any("malware" in w.nouns_kinds for x in words if (w := sentence.pack.words.get(x.lower()))):
        return None  # "Cuba Ransomware Gang": a program's name
    for word in words:
        entity = demonyms().get(word.casefold())
        if entity is not None:
            return Reference(EntityType.STATE, word, entity)
    return None


_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![a-z])")
"""The words of a name, and those inside one written together: "Moroccan|Ghosts", "Lulz|Sec|Peru"."""
_CAUSES = frozenset({"free", "anti", "against", "op", "operation", "stop", "save", "stand", "pro"})
"""First words after which a country is a cause and no home: "Free Kashmir", "Stand With Ukraine"."""


def _owners(
    context: Context, sentence: Sentence, p: int, phrase: Phrase, subject: Reference
) -> list[Draft]:
    """ "GRU officers", "pirates du MSS", "Moscow's hackers", "hackers from Iran"."""
    drafts: list[Draft] = []
    sponsors = [
        Reference(EntityType.AGENCY, sentence.text[h.start : h.end], h.entity)
        for h in phrase.names
        if h.type == "agency"
    ]
    child = of_child(sentence, p)
    for q in (child, phrase.owner):
        if q is None:
            continue
        other = sentence.phrases[q]
        if other.kind in ("agency", "service", "government") or (
            q == phrase.owner and other.kind == "state"
        ):
            reference = refer(sentence, q, context.memory)
            if reference is not None:
                sponsors.append(reference)
        elif (
            other.kind == "organisation"
            and other.entity is None
            and other.head in sentence.pack.cues.forces
        ):
            # "a unit of the Peruvian army"
            if any(m.type == "state" for m in other.marks):
                sponsors.append(described(sentence, q, EntityType.AGENCY))
        elif q == child and (
            other.kind in ("actor", "persons") or other.head in context.pack.phrases.origin_nouns
        ):
            for mark in other.marks:
                if mark.type == "state" and mark.how in ("demonym", "based", "sponsor"):
                    drafts.append(_by_mark(context, sentence, phrase, subject, mark, "modifier"))
    sponsors += _linked_to(context, sentence, p)
    for sponsor in sponsors:
        drafts.append(
            Draft(Predicate.SPONSORED_BY, subject, sponsor, context.number, phrase.last, "owner")
        )
    if phrase.kind == "actor":
        for q in attached(sentence, p, sentence.pack.relations.homes, reach=1):
            if (
                q == p + 1
                and sentence.phrases[q].kind == "state"
                and (q != child or sentence.phrases[q].prep in sentence.pack.relations.of)
            ):
                for r in members(sentence, q):
                    home = refer(sentence, r, context.memory)
                    if home is not None and home.type is EntityType.STATE:
                        near = sentence.atoms[phrase.last].key in sentence.pack.cues.near
                        how = Predicate.SPONSORED_BY if near else Predicate.LOCATED_IN
                        drafts.append(
                            Draft(how, subject, home, context.number, phrase.last, "whereabouts")
                        )
    return drafts


def _linked_to(context: Context, sentence: Sentence, p: int) -> list[Reference]:
    """To whom actors have links: "hackers | with ties | to the Peruvian government"."""
    phrases = sentence.phrases
    if p + 2 >= len(phrases) or phrases[p].kind not in ("actor", "group"):
        return []
    links, party = phrases[p + 1], phrases[p + 2]
    relations = sentence.pack.relations
    if links.prep not in relations.accompanying or links.head not in sentence.pack.cues.links:
        return []
    if party.prep not in relations.to:
        return []
    if party.kind not in ("state", "agency", "government", "service"):
        return []
    found = [refer(sentence, r, context.memory) for r in members(sentence, p + 2)]
    return [r for r in found if r is not None]
