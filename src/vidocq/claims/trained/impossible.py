"""What the trained reader's words alone would propose and grammar rules out: who is gone after did not do that, and where the victim
stands was not hit."""

from __future__ import annotations

from vidocq.claims.background.not_hit import keeps_watch
from vidocq.claims.background.policing import gone_after
from vidocq.claims.roles import Role
from vidocq.claims.syntax.arguments import subjects
from vidocq.claims.syntax.layout import Sentence, of_child
from vidocq.claims.trained.mention import Mention
from vidocq.knowledge.officials import speaks_for
from vidocq.language.tags import Tag
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Predicate


def impossible(sentence: Sentence, role: Role, mention: Mention) -> bool:
    """Whether a mention cannot have a role."""
    p = mention.phrase
    if p < 0:
        # "We know of no hackers", says a ministry: that denies nothing of the gang that the text named before.
        one = mention.reference
        if role.predicate is Predicate.ATTRIBUTED_TO and _of_state(mention):
            return True
        return role.denied and one is not None and one.type in _BANDS
    if role.predicate is Predicate.ATTRIBUTED_TO:
        return gone_after(sentence, p) or _of_state(mention)
    return role.hit and (_only_where(sentence, p) or _watches_and_speaks(sentence, p))


def _of_state(mention: Mention) -> bool:
    """Whether somebody is known to hold an office: no author by the looks of a sentence alone."""
    one = mention.reference
    return one is not None and one.type is EntityType.PERSON and speaks_for(one.id) is not None


_BANDS = frozenset({EntityType.GROUP, EntityType.UNNAMED_ACTOR})


def _watches_and_speaks(sentence: Sentence, p: int) -> bool:
    """Whether a body of police, justice or cyber defence is who tells of the attack: "the agency says that …"."""
    phrase = sentence.phrases[p]
    if not keeps_watch(sentence, phrase) and not _of_cyber_defence(sentence, phrase):
        return False
    if phrase.prep is None:
        return any(
            p in subjects(sentence, v)[:1] and "say" in verb.frames
            for v, verb in enumerate(sentence.verbs)
        )
    i = phrase.first - 1
    while i > 0 and sentence.atoms[i].tags & Tag.DETERMINER:
        i -= 1
    return i >= 0 and bool(sentence.atoms[i].tags & Tag.SOURCE_MARKER)


def impossible_pair(
    sentence: Sentence, role: Role, mention: Mention, mentions: list[Mention]
) -> bool:
    """Whether ``mention`` cannot be the other end: who arrests or takes down is no prosecutor of before, and no state whose police
    are named."""
    if role.predicate not in _FORCE or mention.reference is None:
        return False
    if mention.how == "memory":
        words = mention.reference.text
        return any(
            m.phrase >= 0 and m.reference is not None and m.reference.text == words
            for m in mentions
        )
    p = mention.phrase
    if p < 1 or sentence.phrases[p].kind != "state":
        return False
    body = sentence.phrases[p - 1]
    return body.kind == "agency" and of_child(sentence, p - 1) == p


_FORCE = frozenset({Predicate.ARRESTS, Predicate.DISRUPTS})


def _of_cyber_defence(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a body's own name says that it looks after others' computers."""
    if phrase.kind not in ("agency", "organisation"):
        return False
    words = [sentence.pack.words.get(w) for w in phrase.text.lower().split()]
    return any(w is not None and w.tags & Tag.CYBER for w in words)


def _only_where(sentence: Sentence, p: int) -> bool:
    """Whether a place only says between commas where the body before it is: "the hospital X, | in Lisbon, | was hacked"."""
    phrase, relations = sentence.phrases[p], sentence.pack.relations
    if not p or phrase.kind not in ("place", "state"):
        return False
    if phrase.prep not in relations.places and phrase.prep not in relations.scenes:
        return False
    before = sentence.phrases[p - 1]
    between = sentence.atoms[before.last + 1 : phrase.first]
    return (
        before.kind in _BODIES
        and bool(between)
        and between[0].key == ","
        and all(a.tags & (Tag.PREPOSITION | Tag.DETERMINER) for a in between[1:])
    )


_BODIES = frozenset({"company", "organisation", "agency"})
