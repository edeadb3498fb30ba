"""What is never proposed of a sentence: what its own verbs and the rules' findings there speak against.

The trained reader weighs each mention by itself; that the one who pays is not the one who attacks, that who is charged was
not hit, that other names of two actors make them no one, the sentence tells as a whole.
"""

from __future__ import annotations

from vidocq.claims.draft import Draft
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.syntax.tense import is_future
from vidocq.claims.syntax.verbs import PROSECUTING
from vidocq.claims.trained.mention import Mention
from vidocq.model import EntityType, Polarity, Predicate


def sponsors(ruled: list[Draft]) -> set[str]:
    """Whom the rules make a sponsor in a sentence, and no author: who is said to have paid did not do it."""
    paying = {d.object.id for d in ruled if d.predicate is Predicate.SPONSORED_BY and d.object}
    authors = {d.object.id for d in ruled if d.predicate is Predicate.ATTRIBUTED_TO and d.object}
    return paying - authors


def accusers(ruled: list[Draft]) -> set[str]:
    """States that the rules make accusers in a sentence, and nobody accused: they neither did it nor are said not to have."""
    blaming = [
        d
        for d in ruled
        if d.predicate is Predicate.ATTRIBUTED_TO and d.object and d.object.type in _BLAMED
    ]
    accusing = {
        c.id
        for d in blaming
        for c in d.claimants or ()
        if d.polarity is Polarity.AFFIRMED and c.type is EntityType.STATE
    }
    return accusing - {d.object.id for d in blaming if d.object is not None}


_BLAMED = frozenset({EntityType.STATE, EntityType.AGENCY})


def names_of_two(ruled: list[Draft], draft: Draft) -> bool:
    """Whether the rules give both ends other names of different actors: "A, aka B, and C, aka D" are two."""
    first: dict[str, str] = {}
    for other in ruled:
        if other.predicate is Predicate.SAME_AS and other.object is not None:
            one = first.setdefault(other.subject.id, other.subject.id)
            first.setdefault(other.object.id, one)
    ends = {first.get(one.id, "") for one in (draft.subject, draft.object) if one is not None}
    return len(ends - {""}) > 1


def takes_back(sentence: Sentence, v: int, untold: frozenset[int]) -> bool:
    """Whether a verb is negated, in the future or under a condition: what it tells did not happen."""
    return v >= 0 and (v in untold or sentence.verbs[v].negated or is_future(sentence, v))


def of_words(sentence: Sentence, v: int) -> bool:
    """Whether the object of a verb is what somebody said: who condemns accusations condemns no attack."""
    if v < 0:
        return False
    objects = dependencies(sentence)[v].objects[:1]
    return any(sentence.phrases[p].kind in _WORDS for p in objects)


def prosecutes(sentence: Sentence, v: int, mention: Mention) -> bool:
    """Whether the verb of whoever may be hit says that he is charged or arrested: a warrant "targets" nobody's computers."""
    if v < 0 or mention.phrase < 0 or PROSECUTING.isdisjoint(sentence.verbs[v].frames):
        return False
    ends = [*dependencies(sentence)[v].subjects[:1], *dependencies(sentence)[v].objects[:1]]
    named = [one for end in ends for one in (end, *sentence.same.get(end, ()))]
    return mention.phrase in named or sentence.joined[mention.phrase] in named


_WORDS = frozenset({"accusation", "charges", "denial", "assessment", "statement", "sanctions"})


def taken_down(ruled: list[Draft]) -> set[str]:
    """Whose servers the rules say to be seized: "police seized the servers | of the Hive gang" tells of no attack."""
    return {d.object.id for d in ruled if d.predicate is Predicate.DISRUPTS and d.object}


def denying(ruled: list[Draft]) -> set[str]:
    """Whom the rules have deny an attack in a sentence, and nobody accuse of one: its words are no accusation."""
    denied, accused = set[str](), set[str]()
    for d in ruled:
        if d.predicate is Predicate.ATTRIBUTED_TO and d.object is not None:
            (denied if d.polarity is Polarity.DENIED else accused).add(d.object.id)
    return denied - accused
