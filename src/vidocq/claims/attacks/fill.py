"""Fill a frame: which phrases play its roles around a verb, active or passive.

The pack gives for each role where it stands; the passive turns object into subject and subject
into "by". Of the uses of a verb the one whose required roles are filled best is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from vidocq.claims.frames import frames, required_kinds, role_kinds
from vidocq.claims.syntax.arguments import (
    active_possible,
    beyond_aside,
    complement_verb,
    fronted,
    objects,
    obliques,
    passive_subjects,
    reduced,
    subjects,
)
from vidocq.claims.syntax.clitics import CLITIC
from vidocq.claims.syntax.dependencies import Kind, dependencies
from vidocq.claims.syntax.layout import Sentence, of_child
from vidocq.claims.syntax.relatives import OBJECT, governed
from vidocq.language.stored import FrameUse
from vidocq.language.tags import Tag
from vidocq.mentions.bands import may_be_firm
from vidocq.mentions.phrases import Phrase


@dataclass(frozen=True)
class Filled:
    """A frame with its roles: role → phrase numbers (first members of lists)."""

    frame: str
    roles: dict[str, int]
    verb: int
    passive: bool
    complement: int | None = None
    """Number of the verb that fills the role of the event ("accused … of | hacking")."""


def fill_frames(sentence: Sentence, v: int) -> list[Filled]:
    """All frames that verb ``v`` evokes with its required roles filled, best first."""
    verb = sentence.verbs[v]
    possible = _possible(sentence.kinds, bool(sentence.clitics))
    if verb.frames.isdisjoint(possible):
        return []
    found: list[tuple[int, int, Filled]] = []
    seen: set[int] = set()
    for form in verb.forms:
        if form.reflexive and not verb.reflexive:
            continue
        for number, use in enumerate(form.uses):
            if use.frame not in possible or id(use) in seen:
                continue
            seen.add(id(use))
            for passive in _voices(sentence, v):
                filled = _fill(sentence, v, use, passive)
                if filled is not None:
                    found.append((-len(filled.roles), number, filled))
                    break
    found.sort(key=lambda row: row[:2])
    return [row[2] for row in found]


@lru_cache(maxsize=4096)
def _possible(kinds: frozenset[str], clitics: bool) -> frozenset[str]:
    """The frames that phrases of some kinds can fill: a quick look before the work.

    ``clitics``: whether pronouns that lean on verbs stand by for phrases.
    """
    return frozenset(
        frame
        for frame in frames()
        if frame != "say"
        and all(
            not wanted.isdisjoint(kinds) or (clitics and _by_pronoun(wanted))
            for wanted in required_kinds(frame)
        )
    )


def _voices(sentence: Sentence, v: int) -> tuple[bool, ...]:
    verb = sentence.verbs[v]
    if verb.passive:
        return (True,)
    if verb.reflexive and sentence.pack.phrases.reflexive_passive:
        return (False, True)  # "se atribuyó el ataque a …": nobody is said to have done it.
    if verb.participle and not active_possible(verb):
        return (True,)
    if verb.participle and reduced(sentence, v):
        return (True,)
    if verb.participle and verb.marker is None:
        after = sentence.atoms[verb.last + 1] if verb.last + 1 < len(sentence.atoms) else None
        if after is not None and after.key in sentence.pack.relations.agent:
            return (True, False)
        if (after is None or after.key in ",.;") and _only_suffers(sentence, v):
            return (True,)
        before = sentence.atoms[verb.first - 1] if verb.first else None
        doing = any(sentence.phrases[q].kind in _DOERS for q in subjects(sentence, v)[:1])
        if doing and _attacks(sentence, v) and not (before is not None and before.key == ","):
            return (False,)  # "The hackers breached and …" is what they did.
        if objects(sentence, v) and (after is None or after.key != ","):
            return (False,)
        return (False, True)
    return (False,)


def _attacks(sentence: Sentence, v: int) -> bool:
    """Whether a verb can mean an attack."""
    return not _ATTACKS.isdisjoint(sentence.verbs[v].frames)


_DOERS = frozenset({"actor", "group", "person", "malware"})


def _only_place(sentence: Sentence, q: int, frame: str) -> bool:
    """Whether a country only says where: "hospitals | in Peru | using …", "a database | of Peru, | which was used"."""
    phrase = sentence.phrases[q]
    relations = sentence.pack.relations
    if phrase.capital and (phrase.prep in relations.places or phrase.prep in relations.sites):
        return True
    if phrase.kind not in ("state", "place") or phrase.prep is None or frame not in _ATTACKS:
        return False
    if phrase.prep in sentence.pack.relations.scenes:
        return q > 0
    before = sentence.phrases[q - 1] if q else None
    return (
        phrase.prep in sentence.pack.relations.of
        and before is not None
        and before.kind in ("asset", "thing", "unit")
    )


_ATTACKS = frozenset({"hack", "steal", "take", "target", "use", "exploit"})
_SUFFERS = frozenset(
    {*("asset", "sector", "name", "company", "organisation", "agency", "product", "unit")}
)


def _only_suffers(sentence: Sentence, v: int) -> bool:
    """Whether a participle without an object says what befell what stands before it ("Bank hacked, data leaked",
    "had her account hacked")."""
    before = sentence.phrase_at[sentence.verbs[v].first - 1] if sentence.verbs[v].first else -1
    return before >= 0 and sentence.phrases[before].kind in _SUFFERS


def _fill(sentence: Sentence, v: int, use: FrameUse, passive: bool) -> Filled | None:
    roles: dict[str, int] = {}
    taken: set[int] = set()
    complement: int | None = None
    admitted = _admitted(use.frame)
    # A phrase may turn out to be persons while roles are filled, so only without any is the rest left undone.
    hasty = "persons" not in sentence.kinds
    # The pack lists the verb's own subject and object before what prepositions bring.
    for role, slot in use.slots.items():
        if role not in admitted:
            continue
        kinds, by_pronoun, needed = admitted[role]
        own = isinstance(slot, str)
        for q in _through(sentence, _nearest(sentence, v, slot, passive, role), role):
            phrase = sentence.phrases[q]
            kind = phrase.kind
            if (
                kind in ("unit", "office", "thing")
                and (kind not in kinds or (kind == "office" and _many_act(phrase, role)))
                and "persons" in phrase.senses
                and "persons" in kinds
            ):
                kind = phrase.kind = "persons"  # who acts is a person
                phrase.weak = True
            if kind == "unit" and phrase.demonstrative and "actor" in phrase.senses & kinds:
                kind = phrase.kind = "actor"  # "attributes the attack to | that organisation"
                phrase.weak = True
            if role == "accused" and kind not in kinds and _takes_place(sentence, v, q, roles):
                break  # "atribuye | a esos | el ataque a X": X is no other accused.
            if (
                kind == "group"
                and role in _SUFFERING
                and (
                    "company" in phrase.senses
                    or may_be_firm(
                        sentence.atoms[phrase.first : phrase.last + 1], sentence.pack.cues
                    )
                )
            ):
                kind = phrase.kind = "company"  # who is attacked is a firm
                phrase.entity = None
            if (
                q not in taken
                and (
                    kind in kinds
                    or (by_pronoun and kind == CLITIC)
                    or (kind == "pronoun" and role == "event")
                )
                and not (own and _only_place(sentence, q, use.frame))
            ):
                roles[role] = q
                taken.add(q)
                break
        if role not in roles:
            if role == "event":
                after = not isinstance(slot, str) or sentence.pack.grammar.verb_second
                complement = complement_verb(sentence, v, slot) if after else None
            elif needed and hasty:
                return None
    for role, (_, _, needed) in admitted.items():
        if needed and role not in roles:
            if role == "event" and (complement is not None or _blames(roles, use)):
                continue
            return None
    if not roles:
        return None
    return Filled(use.frame, roles, v, passive, complement)


def _takes_place(sentence: Sentence, v: int, q: int, roles: dict[str, int]) -> bool:
    """Whether phrase ``q`` stands between an accusing verb and the event: it is the accused, whatever it is."""
    event = roles.get("event")
    if sentence.phrases[q].kind not in _BODIES_MEANT:
        return False  # "attributes | with high confidence | the attack to X"
    after = sentence.verbs[v].last < sentence.phrases[q].first
    return event is not None and after and sentence.phrases[q].last < sentence.phrases[event].first


_BODIES_MEANT = frozenset({"unit", "organisation", "company", "name"})


def _many_act(phrase: Phrase, role: str) -> bool:
    """Whether several officers attack: people of their state, and not the body that they serve."""
    return (
        role == "attacker" and phrase.plural and bool(phrase.marks or phrase.number or phrase.names)
    )


_SUFFERING = frozenset({"victim", "goods"})


@cache
def _admitted(frame: str) -> dict[str, tuple[frozenset[str], bool, bool]]:
    """For each role of a frame the kinds it admits, whether a leaning pronoun fills it, and whether it must be filled."""
    rows: dict[str, tuple[frozenset[str], bool, bool]] = {}
    for role, spec in frames()[frame].roles.items():
        kinds = role_kinds(frame, role)
        rows[role] = kinds, _by_pronoun(kinds), not spec.optional
    return rows


def _by_pronoun(kinds: frozenset[str]) -> bool:
    """Whether a pronoun can fill a role: events and actors, not flaws or numbers."""
    return "attack" in kinds or "pronoun" in kinds or "person" in kinds


def _blames(roles: dict[str, int], use: FrameUse) -> bool:
    """ "officials have long blamed China": an accusation whose event went before."""
    return (
        use.frame == "accuse"
        and {"claimant", "accused"} <= roles.keys()
        and (use.slots["accused"] == "object" or "event" not in use.slots)
    )


def _nearest(
    sentence: Sentence, v: int, slot: str | tuple[str, ...] | list[str], passive: bool, role: str
) -> list[int]:
    """Where a role may stand; a relative clause on a group tells nothing of the attack before that."""
    found = _candidates(sentence, v, slot, passive)
    told = role == "event" and slot == "object" and len(found) > 1
    group = told and sentence.phrases[found[0]].kind in ("group", "person")
    return found[:1] if group and dependencies(sentence)[v].kind is Kind.RELATIVE else found


def _candidates(
    sentence: Sentence, v: int, slot: str | tuple[str, ...] | list[str], passive: bool
) -> list[int]:
    dative = sentence.verbs[v].dative
    if not isinstance(slot, str):
        leaning = [p for case in slot if (p := sentence.clitics.get((v, case))) is not None]
        found = leaning + obliques(sentence, v, tuple(slot))
        if not found:
            found = (
                governed(sentence, v, tuple(slot))
                or beyond_aside(sentence, v, tuple(slot))
                or fronted(sentence, v, tuple(slot))
            )
        return (
            found + passive_subjects(sentence, v)
            if dative and not sentence.pack.relations.to.isdisjoint(slot)
            else found
        )
    if slot == "subject":
        return (
            obliques(sentence, v, sentence.pack.relations.agent)
            if passive
            else _standing_behind(sentence, v) or subjects(sentence, v)
        )
    if slot == "object" and passive:
        found = passive_subjects(sentence, v)
        impersonal = dative or sentence.verbs[v].reflexive
        return found + objects(sentence, v) if impersonal else found
    if slot == "object":
        leaning = [sentence.clitics[v, OBJECT]] if (v, OBJECT) in sentence.clitics else []
        return (
            leaning + objects(sentence, v)
            or governed(sentence, v, (OBJECT,))
            or _of_saying(sentence, v)
            or _shared_objects(sentence, v)
        )
    if slot == "second":
        found = objects(sentence, v)
        leans = (v, OBJECT) in sentence.clitics
        return found if passive or leans else found[1:]
    return []


def _of_saying(sentence: Sentence, v: int) -> list[int]:
    """What a relative pronoun before a verb of saying means for the verb said: "a hack, which it said | X carried out"."""
    row = dependencies(sentence)[v]
    if row.kind is not Kind.COMPLEMENT or row.governor is None or row.governor + 1 != v:
        return []
    saying = dependencies(sentence)[row.governor]
    if saying.kind is not Kind.RELATIVE or "say" not in sentence.verbs[row.governor].frames:
        return []
    first = sentence.verbs[row.governor].first
    return [q for q in saying.objects if sentence.phrases[q].last < first]


def _standing_behind(sentence: Sentence, v: int) -> list[int]:
    """The subject after its verb: "Detrás del ataque está | Rusia"."""
    return objects(sentence, v) if fronted(sentence, v, sentence.pack.relations.behind) else []


def _shared_objects(sentence: Sentence, v: int) -> list[int]:
    """The objects of the verb that a conjunction joins to ``v``: "hacked and leaked | the database"."""
    if v + 1 >= len(sentence.verbs) or not _attacks(sentence, v):
        return []
    between = sentence.atoms[sentence.verbs[v].last + 1 : sentence.verbs[v + 1].first]
    if not between or not all(a.tags & (Tag.CONJUNCTION | Tag.ADVERB) for a in between):
        return []
    return objects(sentence, v + 1)


def _through(sentence: Sentence, found: list[int], role: str) -> list[int]:
    """For an event also what hangs on a noun before it: "as the perpetrator | of the campaign"; for an authority
    the body whose people act: "agentes | de la Guardia Civil"."""
    if role == "authority":
        bodies = {
            q: child
            for q in found
            if sentence.phrases[q].kind in _PEOPLE
            and (child := of_child(sentence, q)) is not None
            and sentence.phrases[child].kind in _BODIES
        }
        return [bodies.get(q, q) for q in found]
    if role != "event":
        return found
    wider: list[int] = []
    for q in found:
        wider.append(q)
        child = of_child(sentence, q)
        if child is not None and sentence.phrases[q].kind in (
            "actor",
            "office",
            "thing",
            "persons",
            "denial",
            "accusation",
        ):
            wider.append(child)
    return wider


_PEOPLE = frozenset({"unit", "persons", "actor", "asset"})
_BODIES = frozenset({"agency", "organisation", "service"})
