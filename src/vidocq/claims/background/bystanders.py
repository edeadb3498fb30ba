"""Whom and what a sentence names beside an attack, and the attack did not hit.

The bodies that were told of it ("aangifte bij | de politie"), the countries that sent police after the attackers ("Fahnder aus
| Frankreich"), the number of people who live in a town. Input: a sentence and one of its phrases; output: yes or no.
"""

from __future__ import annotations

from vidocq.claims.background.not_hit import keeps_watch
from vidocq.claims.references.countries import country_code
from vidocq.claims.roles import ROLES
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence, leader
from vidocq.mentions.atoms import Atom
from vidocq.mentions.names import Hit
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Predicate, Reference

_BODIES = frozenset({"agency", "organisation", "name", "office"})
_TOWNS = frozenset({"organisation", "place", "name", "state", "thing"})


def stands_by(sentence: Sentence, p: int) -> bool:
    """Whether phrase ``p`` is one whom no attack of the sentence hit."""
    return (
        is_informed(sentence, p)
        or sends_police(sentence, p)
        or only_lies_there(sentence, p)
        or was_arrested_there(sentence, p)
        or is_of_official(sentence, p)
    )


def plays_no_part(sentence: Sentence, p: int, r: int, one: Reference | None) -> bool:
    """Whether what phrase ``p`` means, ``one``, has not the role ``r`` for all that its words tell."""
    role = ROLES[r]
    if role.hit:
        return stands_by(sentence, p)
    if role.predicate not in _DEEDS:
        return False
    return brings_to_light(sentence, p) or _is_membership(sentence, p, one, role.predicate)


_DEEDS = frozenset({Predicate.ATTRIBUTED_TO, Predicate.INDICTS, Predicate.ARRESTS})
"""What somebody is said to have done, or is prosecuted for."""


def _is_membership(sentence: Sentence, p: int, one: Reference | None, told: Predicate) -> bool:
    """Whether nameless people are only what somebody is, or whose leader: "arrested the head | of a hacker group", "as a | member |"."""
    if one is None or one.type is not EntityType.UNNAMED_ACTOR:
        return False
    phrase, relations = sentence.phrases[p], sentence.pack.relations
    if phrase.prep in relations.posing and phrase.kind == "persons":
        return True
    if told is Predicate.ATTRIBUTED_TO or p == 0:
        return False
    return phrase.prep in relations.of and sentence.phrases[p - 1].kind == "persons"


def is_informed(sentence: Sentence, p: int) -> bool:
    """Whether a body was told of an attack: by a verb ("was reported | to the police") or a noun ("a complaint | with the police").

    Of several the first alone need stand behind the preposition: "bij de politie | en het ministerie van Justitie".
    """
    cues = sentence.pack.cues
    told = _told(sentence, p)
    if not told:
        return False
    if told[0] and sentence.phrases[told[0] - 1].kind == "attack" and _beside(sentence, told[0]):
        return False  # "der Angriff | bei der Polizei | wurde gemeldet"
    before = sentence.atoms[: sentence.phrases[told[0]].first]
    return any(_names_notice(a, cues.notices) for a in before[-_NOTICE:]) or (
        any(keeps_watch(sentence, sentence.phrases[q]) for q in told)
        and any(verb.lemmas & cues.reporting for verb in sentence.verbs)
    )


_NOTICE = 6
"""Words between the noun for telling and whom it tells: "melding | is gemaakt bij de"."""


def _told(sentence: Sentence, p: int) -> list[int]:
    """The bodies that stand in a row up to ``p``, from the first that a preposition of telling brings."""
    row: list[int] = []
    for q in range(p, -1, -1):
        if sentence.phrases[q].kind not in _BODIES or (q < p and _parted(sentence, q)):
            break
        row.insert(0, q)
    notified = sentence.pack.cues.notified
    while row and sentence.phrases[row[0]].prep not in notified:
        del row[0]
    return row


def _names_notice(atom: Atom, notices: frozenset[str]) -> bool:
    """Whether a word, or one of a verb of several words ("apresentou queixa"), is a noun for telling."""
    return not notices.isdisjoint(atom.key.split(" "))


def _beside(sentence: Sentence, q: int) -> bool:
    """Whether phrase ``q`` hangs on the one right before it by a preposition of place."""
    phrase, cues = sentence.phrases[q], sentence.pack.cues
    noun = sentence.atoms[max(sentence.phrases[q - 1].first - _BEFORE_ATTACK, 0) : phrase.first]
    at = phrase.prep in sentence.pack.relations.scenes - sentence.pack.relations.to
    return (
        at
        and not any(_names_notice(a, cues.notices) for a in noun)
        and not _parted(sentence, q - 1)
    )


_BEFORE_ATTACK = 3
"""Words before an attack among which the noun stands that tells of it: "queixa | do | ciberataque"."""


def _parted(sentence: Sentence, q: int) -> bool:
    """Whether a verb stands between phrase ``q`` and the next."""
    between = range(sentence.phrases[q].last + 1, sentence.phrases[q + 1].first)
    return any(sentence.verb_at[i] >= 0 for i in between)


def sends_police(sentence: Sentence, p: int) -> bool:
    """Whether a state only tells where police are from: "investigators | from France, Germany | and the US"."""
    phrase = sentence.phrases[leader(sentence, p)]
    if sentence.phrases[p].kind != "state":
        return False
    if phrase.prep not in sentence.pack.relations.origin | sentence.pack.relations.of:
        return _is_staff(sentence, sentence.phrases[p])
    first = leader(sentence, p)
    return first > 0 and _is_staff(sentence, sentence.phrases[first - 1])


def _is_staff(sentence: Sentence, phrase: Phrase) -> bool:
    words = sentence.atoms[phrase.first : phrase.last + 1]
    return any(a.key in sentence.pack.cues.police_staff for a in words)


def only_lies_there(sentence: Sentence, p: int) -> bool:
    """Whether an area only tells where the body before it lies: "the hospital | in the district | of Landau"."""
    phrase, relations = sentence.phrases[p], sentence.pack.relations
    if (
        p > 1
        and phrase.prep in relations.of
        and phrase.first - sentence.phrases[p - 1].last <= _NEXT
    ):
        return _is_area(sentence, p - 1) and only_lies_there(sentence, p - 1)
    if p == 0 or phrase.prep not in relations.places | relations.into or not _is_area(sentence, p):
        return False
    body = sentence.phrases[p - 1]
    return body.kind in _PLACED and phrase.first - body.last <= _NEXT


_PLACED = frozenset({"organisation", "company", "agency", "name"})
_NEXT = 3
"""Words from the end of a phrase to one that hangs on it: a preposition and an article."""


def _is_area(sentence: Sentence, p: int) -> bool:
    phrase = sentence.phrases[p]
    words = sentence.atoms[phrase.first : phrase.last + 1]
    areas = sentence.pack.cues.areas
    return any(not areas.isdisjoint(a.key.split(" ")) for a in words)


def was_arrested_there(sentence: Sentence, p: int) -> bool:
    """Whether a country is where somebody was arrested: "members of the gang | were arrested | in Ukraine"."""
    phrase = sentence.phrases[p]
    if phrase.kind not in ("state", "place") or phrase.prep not in sentence.pack.relations.places:
        return False
    if p and sentence.phrases[p - 1].kind in _HIT_THERE:
        return False  # "arrested for attacks | on banks | in Ukraine"
    clause = [verb for verb in sentence.verbs if verb.frames]
    return bool(clause) and all("arrest" in verb.frames for verb in clause)


_HIT_THERE = frozenset({"attack", "asset", "company", "organisation", "agency", "sector", "unit"})


def is_of_official(sentence: Sentence, p: int) -> bool:
    """Whether a body only tells whose official acts because of an attack: "after the attack | the mayor | of the town | called a meeting"."""
    phrase = sentence.phrases[p]
    if p == 0 or phrase.prep not in sentence.pack.relations.of:
        return False
    if (
        sentence.phrases[p - 1].kind != "office"
        or phrase.first - sentence.phrases[p - 1].last > _NEXT
    ):
        return False
    telling = [verb for verb in sentence.verbs if not verb.auxiliary]
    return all(verb.frames.isdisjoint(_TELLING_OF_ATTACKS) for verb in telling)


_TELLING_OF_ATTACKS = frozenset(
    {*("hack", "steal", "target", "fall", "affect", "take", "disclose", "say", "use"), "exploit"}
)
"""Frames of verbs that tell of an attack, or of what somebody says of one."""


def brings_to_light(sentence: Sentence, p: int) -> bool:
    """Whether somebody is called one who made secrets of his own house public: "the | whistleblower | Jane Roe"."""
    phrase = sentence.phrases[p]
    words = sentence.atoms[max(phrase.first - _CALLED, 0) : phrase.last + 1]
    return any(a.key in sentence.pack.cues.whistleblowers for a in words)


_CALLED = 3
"""Words before a name among which stands what its bearer is called ("lanceur | d' | alerte")."""


def lives_there(sentence: Sentence, p: int) -> bool:
    """Whether a number counts the people of a town: "Neuburg | with its 15,000 inhabitants", "die | 15.000 inwoners | telt"."""
    if p <= 0:
        return False
    phrase = sentence.phrases[p]
    inhabitants = sentence.pack.cues.inhabitants
    if phrase.head not in inhabitants and sentence.atoms[phrase.last].key not in inhabitants:
        return False
    town = sentence.phrases[p - 1]
    between = sentence.atoms[town.last + 1 : phrase.first]
    if town.kind not in _TOWNS or any(a.key in sentence.pack.phrases.cyber_words for a in between):
        return False
    first, last = town.last + 1, phrase.first
    having = {v for i in range(first, last) if (v := sentence.verb_at[i]) >= 0}
    return all(_only_has(sentence, v) for v in having) and not any(
        p in dependency.subjects[:1] for dependency in dependencies(sentence)
    )


def _only_has(sentence: Sentence, v: int) -> bool:
    """Whether a verb tells of no attack: "which | counts | 15,000 inhabitants"."""
    return sentence.verbs[v].frames <= _HAVING


_HAVING = frozenset({"sponsor", "perpetrate", "suffer", "hack", "target"})
"""Frames that "have" may evoke with words of its own ("have access", "have ties")."""


def is_same_service(phrase: Phrase, hit: Hit) -> bool:
    """Whether a name in an agency's phrase only says what that is: "de | Britse geheime dienst | GCHQ"."""
    return (
        phrase.kind == "agency"
        and hit.type == "agency"
        and hit.entity.endswith(_ANY_SERVICE)
        and country_code(hit.entity) == country_code(phrase.entity or "")
    )


_ANY_SERVICE = ("-intelligence-services", "-military-intelligence")
"""How the ids end of services that are named by what they are alone."""


def is_bare_noun(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a body has no name where every noun has a capital: "die Kommune", "das städtische Klinikum"."""
    return sentence.pack.grammar.noun_capitals and sentence.atoms[phrase.last].key == phrase.head
