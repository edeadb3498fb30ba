"""Who did it and whom it hit, as the words of an event phrase tell.

"Iran’s cyberattack against Albania" carries an author and a victim without any verb.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from vidocq.claims.background.bystanders import stands_by
from vidocq.claims.background.not_hit import told_to, undertaken
from vidocq.claims.discourse.memory import Memory
from vidocq.claims.references.named_entities import state_reference
from vidocq.claims.syntax.arguments import obliques
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence, attached, leader, members, of_child, verb_of_word
from vidocq.knowledge.facts import agency_kind
from vidocq.knowledge.schema import AgencyKind
from vidocq.language.compile import load_pack
from vidocq.language.fold import fold
from vidocq.language.tags import Tag
from vidocq.mentions.bands import may_be_firm
from vidocq.model import EntityType, Reference

_VICTIM_NAMES = frozenset({"company", "organisation", "agency", "product", "state"})
_ANCHOR_TYPES = _VICTIM_NAMES | {"malware", "incident"}
PROGRAMS = frozenset({"technique:T1486", "technique:ransomware"})
_MEANS = frozenset({"malware", "technique", "attack", "vulnerability", "product", "asset", "thing"})
_NOT_VICTIM_OF = frozenset({"thing", "persons", "unit"})


@dataclass(frozen=True)
class EventParts:
    """What the words of an event phrase say: phrase numbers of victims and authors, marks of authors."""

    victims: tuple[int, ...]
    authors: tuple[int, ...]
    victim_names: tuple[Reference, ...]
    author_marks: tuple[Reference, ...]
    anchors: frozenset[str]


_HACKERS = frozenset({"group", "actor"})


def is_war(sentence: Sentence, p: int, parts: EventParts) -> bool:
    """Whether a state was attacked, and no computer: "Russia launched its assault on Ukraine"."""
    phrase = sentence.phrases[p]
    if not phrase.weak or phrase.cyber or phrase.head not in sentence.pack.cues.warlike:
        return False
    for dependency in dependencies(sentence):
        doers = {sentence.phrases[q].kind for q in dependency.subjects[:1]}
        if p in dependency.objects[:1] and not _HACKERS.isdisjoint(doers):
            return False  # "the hacker group started its offensive against Greece"
    states = all(sentence.phrases[q].kind in ("state", "place") for q in parts.victims)
    return bool(parts.victims) and not parts.victim_names and states


def read_event(sentence: Sentence, p: int, memory: Memory) -> EventParts:
    """Authors, victims and distinguishing names of the event phrase ``p``."""
    phrase = sentence.phrases[p]
    theft = phrase.head in sentence.pack.phrases.theft_nouns
    victims: list[int] = []
    authors: list[int] = []
    victim_names: list[Reference] = []
    author_marks: list[Reference] = []
    anchors: set[str] = set()
    text = sentence.text
    struck = attached(sentence, p, sentence.pack.relations.victims)
    for q in struck:
        if sentence.clause_at and sentence.phrases[q].prep != sentence.phrases[struck[0]].prep:
            continue  # "ermittelt wegen des Angriffs | auf X | gegen Y"
        if told_to(sentence, p, q):
            continue
        victims.extend(members(sentence, q))
    anywhere = undertaken(sentence, phrase)
    for v in _occurrences(sentence, p) if not anywhere else []:
        # "The intrusions | occurred | at organizations in Europe", "attacks | were uncovered | against …"
        for q in obliques(
            sentence, v, sentence.pack.relations.victims | sentence.pack.relations.scenes
        )[:1]:
            victims.extend(r for r in members(sentence, q) if sentence.phrases[r].kind in _HIT)
    carried = _carried_by(sentence, p)
    if carried is not None:
        for q in obliques(sentence, carried, sentence.pack.relations.victims)[:1]:
            victims.extend(members(sentence, q))
    for q in attached(sentence, p, sentence.pack.relations.sites, reach=1):
        if q == p + 1 and not anywhere:
            victims.extend(members(sentence, q))
    child = of_child(sentence, p)
    if child is not None and _whose(sentence, p, child, victims):
        if sentence.phrases[child].kind in _CULPRITS:
            authors.extend(members(sentence, child))
        child = None
    if (
        child is not None
        and sentence.phrases[child].kind not in _NOT_VICTIM_OF
        and _takes_of(sentence, phrase.head)
    ) or (
        child is not None
        and sentence.phrases[child].kind in _ANCHOR_TYPES | {"name", "company"}
        and phrase.kind == "attack"
    ):
        victims.extend(members(sentence, child))
    for q in attached(sentence, p, sentence.pack.relations.places, reach=2):
        if (
            not anywhere
            and sentence.phrases[q].kind in ("state", "place", "sector")
            and not sentence.phrases[q].capital
            and not (q - 1 in victims and _one_body(sentence, q - 1))
            and not _of_means(sentence, p, q)
        ):
            victims.extend(members(sentence, q))
    for q in attached(sentence, p, sentence.pack.relations.authors, reach=4):
        if _told_by(sentence, p, q):
            continue
        if (
            sentence.pack.grammar.verb_second
            and q - 1 in victims
            and of_child(sentence, q - 1) == q
        ):
            continue  # "der Angriff auf die Bank | von Bangladesch"
        robbed = sentence.phrases[q].prep in sentence.pack.relations.robbed
        for r in members(sentence, q):
            kind = sentence.phrases[r].kind
            if robbed and (kind == "sector" or (theft and kind in _HIT | {"name"})):
                victims.append(
                    r
                )  # "theft of data | from a bank", "targets | from banks | to hospitals"
                victims.extend(_range_end(sentence, r))
            elif kind not in _MEANS:
                authors.append(r)  # "cyberattaque par rançongiciel": a means is no author.
    victims = [q for q in victims if not stands_by(sentence, q)]
    victims = [r for q in victims for r in sentence.same.get(q, [q])]
    if phrase.owner is not None and sentence.phrases[phrase.owner].kind in (
        "state",
        "agency",
        "group",
        "actor",
        "person",
        "government",
        "service",
        "persons",
    ):
        authors.append(phrase.owner)
    if phrase.own:
        authors.extend(_possessor(sentence, p))
    authors.extend(_behind(sentence, p))
    authors.extend(_headed(sentence, p))
    # "the Conti ransomware attack": the program's name, whoever ran it.
    by_program = any(hit.entity in PROGRAMS for hit in phrase.names)
    for hit in phrase.names:
        reference = Reference(EntityType(hit.type), text[hit.start : hit.end], hit.entity)
        if hit.type in _VICTIM_NAMES:
            victim_names.append(reference)
        if hit.type == "person" or (hit.type == "group" and not by_program):
            author_marks.append(reference)
    for mark in phrase.marks:
        if mark.how in ("demonym", "sponsor"):
            author_marks.append(state_reference(mark, text))
        elif mark.how == "name" and phrase.owner is None:
            victim_names.append(state_reference(mark, text))
    for hit in phrase.names:
        if hit.type in _ANCHOR_TYPES:
            anchors.add(fold(text[hit.start : hit.end]).strip())
            anchors.add(_label(hit.entity))
    for q in victims:
        other = sentence.phrases[q]
        if other.kind in _ANCHOR_TYPES or other.kind == "name":
            anchors.add(fold(other.text).strip())
            if other.entity:
                anchors.add(_label(other.entity))
        for hit in other.names:
            if hit.type in _ANCHOR_TYPES:
                anchors.add(fold(text[hit.start : hit.end]).strip())
                anchors.add(_label(hit.entity))
    if phrase.kind in ("malware", "incident"):
        anchors.add(fold(phrase.text).strip())
    return EventParts(
        tuple(dict.fromkeys(victims)),
        tuple(dict.fromkeys(authors)),
        tuple(victim_names),
        tuple(author_marks),
        frozenset(anchors),
    )


def _headed(sentence: Sentence, p: int) -> list[int]:
    """Whose the attack of a headline is that the group's name opens: "Sowbug: | a new campaign hits …"."""
    if p != 1 or sentence.phrases[0].kind != "group" or not sentence.phrases[1].indefinite:
        return []
    between = sentence.atoms[sentence.phrases[0].last + 1 : sentence.phrases[1].first]
    return [0] if sentence.phrases[0].first == 0 and [a.key for a in between] == [":"] else []


def _of_means(sentence: Sentence, p: int, q: int) -> bool:
    """Whether a place is that of machines an attack came by: "traced the hack | to servers | in China"."""
    between = sentence.phrases[p + 1 : q]
    return any(
        other.kind == "asset"
        and (
            other.prep in sentence.pack.relations.to or other.prep in sentence.pack.relations.origin
        )
        for other in between
    )


def _told_by(sentence: Sentence, p: int, q: int) -> bool:
    """Whether phrase ``q`` belongs to who tells of the event: "attacks, according to an advisory | from Peru"."""
    return any(
        atom.tags & Tag.SOURCE_MARKER
        for atom in sentence.atoms[sentence.phrases[p].last + 1 : sentence.phrases[q].first]
    )


def _range_end(sentence: Sentence, p: int) -> list[int]:
    """Where a range of victims ends: "from banks and insurers | to power utilities and political parties"."""
    for q in attached(sentence, p, sentence.pack.relations.to, reach=2):
        if sentence.phrases[q].kind in _HIT:
            return members(sentence, q)
    return []


def _whose(sentence: Sentence, p: int, child: int, victims: list[int]) -> bool:
    """Whether "of" tells whose the event is and not whom it hit: "les cyberattaques de la Russie contre X",
    "une opération de la police"."""
    phrase, other = sentence.phrases[p], sentence.phrases[child]
    if undertaken(sentence, phrase):
        return other.kind in _CULPRITS or other.kind in ("organisation", "company")
    if phrase.head in sentence.pack.cues.espionage and other.kind in ("state", "government"):
        # "objectives of the espionage | of Beijing": theirs, unless somebody else spies by it.
        return not attached(sentence, p, sentence.pack.relations.agent)
    if not _takes_of(sentence, phrase.head):
        if other.kind in ("group", "actor"):
            # "un ataque del grupo Kestrel", "de aanval | van LockBit": a band attacks, and is seldom attacked.
            return not may_be_firm(sentence.atoms[other.first : other.last + 1], sentence.pack.cues)
        # "eine Operation | des GRU": theirs, even where no victim is named.
        spies = other.kind == "agency" and agency_kind(other.entity or "") in _SPYING
        if spies or (sentence.pack.grammar.verb_second and other.kind == "service"):
            return True
    return bool(victims) and other.kind in ("state", "agency", "group", "government", "service")


def _behind(sentence: Sentence, p: int) -> list[int]:
    """Who stands "behind" the event in a headline without a verb: "Le GRU derrière le piratage de X"."""
    phrase = sentence.phrases[p]
    told = bool(sentence.clause_at) and sentence.clause_at[phrase.first] >= 0
    if p == 0 or told:
        return []  # The verb says whose it is: "steckt X | hinter dem Angriff".
    before = sentence.phrases[p - 1]
    if phrase.prep in sentence.pack.relations.origins:
        signs = sentence.atoms[before.last + 1 : phrase.first]
        near = all(
            a.tags & (Tag.PREPOSITION | Tag.DETERMINER) or a.key in (",", ")") for a in signs
        )
        return members(sentence, p - 1) if near and before.kind in _CULPRITS else []
    if phrase.prep not in sentence.pack.relations.behind:
        return []
    alone = all(
        a.tags & (Tag.PREPOSITION | Tag.DETERMINER)
        for a in sentence.atoms[before.last + 1 : phrase.first]
    )
    if not alone or before.prep is not None or before.kind not in _CULPRITS:
        return []
    return members(sentence, leader(sentence, p - 1))


_SPYING = frozenset({AgencyKind.INTELLIGENCE, AgencyKind.MILITARY})
_CULPRITS = frozenset({"state", "agency", "group", "government", "service", "person", "actor"})


def _carried_by(sentence: Sentence, p: int) -> int | None:
    """The bare participle right after an event that leads on to whom it hit: "l'attaque | survenue en juin | contre X"."""
    i = sentence.phrases[p].last + 1
    v = verb_of_word(sentence, i)
    if v < 0:
        return None
    verb = sentence.verbs[v]
    bare = verb.participle and not verb.passive and not verb.finite
    frames = verb.frames
    return v if bare and frames <= _CARRYING else None


_CARRYING = frozenset({"act", "sponsor", "locate", "disclose", "say", "use"})
"""Frames that a participle after an event may have without saying itself whom the event hit."""


_HIT = frozenset(
    {"company", "organisation", "agency", "sector", "state", "place", "asset", "unit", "government"}
)


def _occurrences(sentence: Sentence, p: int) -> list[int]:
    """Verbs that say of the event no more than that it was: "occurred", "were uncovered"."""
    found: list[int] = []
    for v, dependency in enumerate(dependencies(sentence)):
        verb = sentence.verbs[v]
        if dependency.subjects[:1] != [p] or not verb.finite or verb.modal:
            continue
        frames = verb.frames
        if (verb.passive and frames <= _CARRYING) or "occur" in frames:
            found.append(v)
    return found


def _one_body(sentence: Sentence, p: int) -> bool:
    """Whether one body is hit, so that a place after it only says where it stands ("l'ambassade | en Roumanie")."""
    phrase = sentence.phrases[p]
    return phrase.kind in ("organisation", "agency", "company") and not phrase.plural


def _label(entity: str) -> str:
    """The words of an id: ``product:microsoft-exchange`` → "microsoft exchange"."""
    return entity.partition(":")[2].replace("-", " ")


def _possessor(sentence: Sentence, p: int) -> list[int]:
    """Whom "its" means: the last actor before it in the sentence ("hold Russia accountable for its …")."""
    for q in range(p - 1, -1, -1):
        if sentence.phrases[q].kind in ("state", "agency", "group", "government", "service"):
            return [q]
    return []


@cache
def _victim_of_nouns(language: str) -> frozenset[str]:
    """Nouns after which "of" names the victim ("hack of X") and not a part or a time."""
    return frozenset(load_pack(language).phrases.victim_of_nouns)


def _takes_of(sentence: Sentence, head: str) -> bool:
    nouns = _victim_of_nouns(sentence.pack.language)
    return any(head.rstrip("s") == n.rstrip("s") for n in nouns)
