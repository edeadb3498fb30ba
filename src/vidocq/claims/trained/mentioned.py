"""Whom and what a sentence mentions, for the trained reader: every mention with the reference it would have in a claim.

Rules ask for the filler of a role; the trained reader (`vidocq.claims.trained.proposing`) asks of every mention which role
it has. Input: a parsed sentence; output: its mentions in order, and after them whom the document has spoken of before.
Nothing is remembered: the document's memory is that of before.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from vidocq.claims.attacks.tools import technique_references
from vidocq.claims.attacks.victims import victim_of_phrase
from vidocq.claims.background.bystanders import is_same_service
from vidocq.claims.discourse.memory import Memory, set_apart
from vidocq.claims.discourse.voices import Voice
from vidocq.claims.references.entities import refer
from vidocq.claims.syntax.apposition import has_its_name
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.amounts import amounts
from vidocq.claims.trained.mention import Mention
from vidocq.language.tags import Tag
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Reference

_TYPES = {str(kind): kind for kind in EntityType}


def mentions_of(
    sentence: Sentence,
    memory: Memory,
    opening: Collection[Reference] = (),
    groups: Sequence[Reference] = (),
    voices: Sequence[Voice] = (),
    number: int = 0,
) -> list[Mention]:
    """The mentions of a sentence, in order; several of one phrase where it names several things.

    ``opening``: whom the document's first sentences name; ``groups``: the groups named so far, the last one last;
    ``voices``: whose words the document may tell; ``number``: of the sentence in its document.
    """
    apart: Memory | None = None
    found: list[Mention] = []
    for p, phrase in enumerate(sentence.phrases):
        kind = phrase.kind
        if kind in _PRONOUNS:
            apart = set_apart(memory) if apart is None else apart
            meant = refer(sentence, p, apart)
            if meant is not None:
                found.append(Mention(p, phrase.last, "pronoun", meant))
            continue
        tied = kind == "actor" and phrase.entity is None and has_its_name(sentence, p)
        if tied or kind in _NOBODY or (kind == "place" and _in_brackets(sentence, p)):
            continue
        plain = kind in _KNOWN and phrase.entity is not None and not phrase.marks
        if plain and phrase.owner is None and phrase.entity is not None:
            reference: Reference | None = Reference(_TYPES[kind], phrase.text, phrase.entity)
            victims = [reference] if reference is not None else []
        elif kind not in _REFERRING:
            reference, victims = None, []
        else:
            apart = set_apart(memory) if apart is None else apart
            reference = refer(sentence, p, apart)
            victims = victim_of_phrase(sentence, p, apart) if kind in _HIT else []
        seen: set[str] = set()
        if reference is not None:
            seen.add(reference.id)
            if reference.type is not EntityType.SECTOR:
                found.append(Mention(p, phrase.last, "phrase", reference))
            for other in _other_readings(sentence, p, reference):
                found.append(Mention(p, phrase.last, "reading", other, mark=str(reference.type)))
        _add_victims(found, sentence, p, victims)
        for mark in phrase.marks:
            if mark.entity in seen or mark.how == "leaning":
                continue
            seen.add(mark.entity)
            start, _, end = mark.text.partition(":")
            words = sentence.text[int(start) : int(end)]
            named = Reference(_TYPES[mark.type], words, mark.entity)
            found.append(Mention(p, phrase.last, "mark", named, mark=mark.how))
        for name_hit in phrase.names:
            told = name_hit.entity in seen or name_hit.type not in _NAMED
            if told or is_same_service(phrase, name_hit):
                continue
            seen.add(name_hit.entity)
            words = sentence.text[name_hit.start : name_hit.end]
            named = Reference(_TYPES[name_hit.type], words, name_hit.entity)
            found.append(Mention(p, phrase.last, "name", named))
        methods = technique_references(sentence, p) if kind in ("attack", "technique") else []
        for method in methods:
            if method.id not in seen:
                seen.add(method.id)
                found.append(Mention(p, phrase.last, "method", method))
        if reference is None and not methods and phrase.entity is None and kind in _THINGS:
            words = sentence.text[phrase.start : phrase.end]
            name = slug(words)
            if name:
                for thing in (EntityType.TECHNIQUE, EntityType.OTHER):
                    found.append(
                        Mention(p, phrase.last, "thing", Reference(thing, words, f"{thing}:{name}"))
                    )
    found += _behind(found)
    if sentence.tags & Tag.NUMBER:
        found += amounts(sentence)
    here = {m.reference.id for m in found if m.reference is not None}
    found += _remembered(memory, opening, groups, here)
    return _with_voices(found, voices, number, here)


def _in_brackets(sentence: Sentence, p: int) -> bool:
    """Whether a phrase stands alone in brackets after a body: a place there only says where that is."""
    phrase, atoms = sentence.phrases[p], sentence.atoms
    return (
        p > 0
        and sentence.phrases[p - 1].kind in _PLACED
        and sentence.phrases[p - 1].last == phrase.first - 2
        and phrase.last + 1 < len(atoms)
        and atoms[phrase.first - 1].key == "("
        and atoms[phrase.last + 1].key == ")"
    )


_PLACED = frozenset({"company", "organisation", "agency"})


def _add_victims(
    found: list[Mention], sentence: Sentence, p: int, victims: list[Reference]
) -> None:
    """Whom a phrase means where it is hit, and what else that may be: an office a body, a body a firm or a person."""
    phrase = sentence.phrases[p]
    known = phrase.entity is not None
    taken: set[str] = set()
    for one in victims:
        if one.type in _NO_VICTIMS:
            continue
        found.append(Mention(p, phrase.last, "victim", one))
        name = one.id.partition(":")[2]
        for kind in _VICTIM_READINGS.get(one.type, ()):
            if kind is one.type or (known and kind not in _BODIES):
                continue
            entity = f"{kind}:{name}"
            if entity not in taken:
                taken.add(entity)
                other = Reference(kind, one.text, entity)
                found.append(Mention(p, phrase.last, "victim reading", other, mark=str(one.type)))


def _behind(mentions: list[Mention]) -> list[Mention]:
    """The states whose bodies are named where they are not: a ministry denies, and acts, for its state."""
    here = {m.reference.id for m in mentions if m.reference is not None}
    found: list[Mention] = []
    for mention in mentions:
        reference = mention.reference
        if reference is None or mention.how not in ("phrase", "name", "pronoun"):
            continue
        code, dash, _ = reference.id.partition(":")[2].partition("-")
        if reference.type is not EntityType.AGENCY or not dash or len(code) != _CODE:
            continue
        state = f"state:{_CODES.get(code, code.upper())}"
        if state not in here:
            here.add(state)
            named = Reference(EntityType.STATE, reference.text, state)
            found.append(Mention(mention.phrase, mention.atom, "behind", named))
    return found


_CODE = 2
_CODES = {"uk": "GB"}
"""Countries that ids of agencies name otherwise than ISO 3166-1."""


def _remembered(
    memory: Memory,
    opening: Collection[Reference],
    groups: Sequence[Reference],
    here: set[str],
) -> list[Mention]:
    """Whom the document has spoken of and this sentence does not name, once each, with all that it was."""
    places: dict[str, list[str]] = {}
    known: dict[str, Reference] = {}
    for how, reference in (
        ("topic", memory.topic),
        ("voice", memory.voice),
        ("firm", memory.firm),
        ("home", memory.home),
        ("last actor", memory.last_actor()),
        ("last state", memory.states[-1] if memory.states else None),
        ("last speaker", memory.speakers[-1] if memory.speakers else None),
        ("struck", memory.struck),
        ("doer", memory.doer),
        ("prosecutor", memory.prosecutors[0] if memory.prosecutors else None),
        ("sanctioner", memory.sanctioners[-1] if memory.sanctioners else None),
        ("accuser", memory.accusers[-1] if memory.accusers else None),
        *[("speaker", one) for one in memory.speakers[-_MANY:]],
        *[("prosecutor", one) for one in memory.prosecutors[1:_MANY]],
        *[("sanctioner", one) for one in memory.sanctioners[-_MANY:]],
        *[("accuser", one) for one in memory.accusers[-_MANY:]],
        *[("accused", one) for one in memory.accused[-_MANY:]],
        *[("actor", one) for one in memory.actors[-_MANY:]],
        *[("named person", one) for one in [*memory.persons.values()][-2 * _MANY :]],
        *[("opening", one) for one in opening],
        *[("last group", one) for one in groups[-1:]],
        *[("group", one) for one in groups[-_GROUPS:-1]],
    ):
        if reference is not None and reference.id not in here:
            known.setdefault(reference.id, reference)
            hows = places.setdefault(reference.id, [])
            if how not in hows:
                hows.append(how)
    return [
        Mention(-1, 0, "memory", known[entity], mark="+".join(hows))
        for entity, hows in places.items()
    ]


def _with_voices(
    mentions: list[Mention], voices: Sequence[Voice], number: int, here: set[str]
) -> list[Mention]:
    """The mentions, with those who speak elsewhere: what is known of them of those who are remembered, and the rest."""
    found = mentions
    remembered = {
        m.reference.id: m for m in mentions if m.how == "memory" and m.reference is not None
    }
    for voice in voices:
        marks = voice.marks(number)
        if not marks or voice.reference.id in here:
            continue
        known = remembered.get(voice.reference.id)
        if known is None:
            known = Mention(-1, 0, "voice", voice.reference, mark="+".join(marks))
            found.append(known)
        else:
            known.mark = "+".join([*marks, known.mark])
        known.elsewhere = voice.place(number)
    return found


_GROUPS = 4
_MANY = 8
"""Of whom a document has spoken the last few are remembered (a person by the full name and by the surname)."""


def _other_readings(sentence: Sentence, p: int, reference: Reference) -> list[Reference]:
    """What else a name may be: an unknown one a person, a band or a program; a gang its program, and the reverse."""
    name = reference.id.partition(":")[2]
    phrase = sentence.phrases[p]
    if reference.type in _PROGRAMS:
        (other,) = _PROGRAMS - {reference.type}
        return [Reference(other, reference.text, f"{other}:{name}")]
    if phrase.kind != "name" or reference.type is not EntityType.COMPANY:
        return []
    kinds = _ONE_WORD if " " not in reference.text else _MORE_WORDS
    bare = slug(reference.text)
    return [Reference(kind, reference.text, f"{kind}:{bare}") for kind in kinds]


_PROGRAMS = frozenset({EntityType.GROUP, EntityType.MALWARE})
_ONE_WORD = (EntityType.GROUP, EntityType.MALWARE, EntityType.ORGANISATION)
_MORE_WORDS = (EntityType.PERSON, EntityType.GROUP, EntityType.ORGANISATION)


_PRONOUNS = frozenset({"pronoun", "clitic"})
_NOBODY = frozenset(
    {*("time", "transparent", "we", "statement", "denial", "accusation")}
    | {*("assessment", "charges", "lead", "use", "arrest", "takedown", "sanctions", "deed")}
)
"""Kinds of phrases that name no author, victim or means."""
_KNOWN = frozenset(
    {*("state", "agency", "company", "group", "person", "malware", "product", "place", "bloc")}
    | {"vulnerability"}
)
_REFERRING = _KNOWN | {
    *("organisation", "actor", "persons", "government", "service", "name", "asset", "sector"),
    *("technique", "incident"),
}
"""Kinds of phrases that stand for somebody or something by themselves."""
_HIT = frozenset(
    {*("state", "agency", "company", "organisation", "product", "place", "person", "bloc")}
    | {*("sector", "asset", "name", "actor", "government")}
)
"""Kinds of phrases that may say who was hit; what is only somebody's thing leads to phrases of its own."""
_NO_VICTIMS = frozenset({EntityType.GROUP, EntityType.MALWARE, EntityType.BLOC})
_VICTIM_READINGS = dict.fromkeys(
    (EntityType.COMPANY, EntityType.ORGANISATION, EntityType.AGENCY, EntityType.PLACE),
    (EntityType.ORGANISATION, EntityType.AGENCY, EntityType.COMPANY, EntityType.PERSON),
) | {
    EntityType.PRODUCT: (EntityType.ORGANISATION, EntityType.AGENCY, EntityType.COMPANY),
    EntityType.SECTOR: (EntityType.ORGANISATION, EntityType.AGENCY),
}
_BODIES = frozenset({EntityType.ORGANISATION, EntityType.AGENCY})
_THINGS = frozenset(
    {*("asset", "thing", "service", "technique", "attack", "product", "malware"), "deed", "use"}
)
"""Kinds of phrases without a name that may be a means, or what was taken down."""
_NAMED = frozenset({"state", "agency", "group", "person", "malware", "product", "vulnerability"})
