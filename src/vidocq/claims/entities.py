"""From a phrase to an entity reference: the type, the exact words and the id of the claim guide.

Names bring their id from the knowledge files. Descriptions get one here: "the Finnish parliament" →
``organisation:fi-parliament``, "Chinese intelligence services" → ``agency:cn-intelligence-services``,
"criminal hackers" → ``unnamed-actor:criminal-hackers``. Pronouns and short forms are looked up in
the document's memory.
"""

from __future__ import annotations

from functools import cache

from vidocq.claims.clitics import CLITIC
from vidocq.claims.layout import Sentence, attached, of_child
from vidocq.claims.memory import Memory, slug
from vidocq.knowledge.load import country_of, demonyms, sibling
from vidocq.language.compile import load_pack
from vidocq.language.tags import Tag
from vidocq.mentions.phrases import Phrase, StateMark
from vidocq.model import EntityType, Reference

_PREFIX = {"GB": "uk"}
_NAMED_TYPES = {
    "group": EntityType.GROUP,
    "company": EntityType.COMPANY,
    "organisation": EntityType.ORGANISATION,
    "agency": EntityType.AGENCY,
    "person": EntityType.PERSON,
    "malware": EntityType.MALWARE,
    "product": EntityType.PRODUCT,
    "place": EntityType.PLACE,
    "sector": EntityType.SECTOR,
    "technique": EntityType.TECHNIQUE,
    "vulnerability": EntityType.VULNERABILITY,
    "bloc": EntityType.BLOC,
    "state": EntityType.STATE,
    "incident": EntityType.INCIDENT,
}


def state_reference(mark: StateMark, text: str) -> Reference:
    """The state or agency that a modifier names."""
    start, _, end = mark.text.partition(":")
    return Reference(EntityType(mark.type), text[int(start) : int(end)], mark.entity)


def country_mark(sentence: Sentence, p: int) -> StateMark | None:
    """The country that a phrase belongs to: its demonym, its possessor, or "of"/"in" and a state."""
    phrase = sentence.phrases[p]
    for mark in phrase.marks:
        if mark.type == "state" and mark.how != "leaning":
            return mark
    if phrase.owner is not None:
        owner = sentence.phrases[phrase.owner]
        if owner.kind == "state" and owner.entity:
            return StateMark(owner.entity, "state", f"{owner.start}:{owner.end}", "name")
        if means_country(sentence, owner):
            return country_meant(sentence, phrase.owner)
        found = country_mark(sentence, phrase.owner)
        if found is not None:
            return found
    if phrase.own and phrase.kind in ("organisation", "company", "agency", "government"):
        # "New Zealand said that its parliament …": the country of the subject.
        for q in range(p):
            other = sentence.phrases[q]
            if other.kind == "state" and other.entity and other.prep is None:
                return StateMark(other.entity, "state", f"{other.start}:{other.end}", "name")
            code = country_code(other.entity) if other.prep is None else None
            own = country_mark(sentence, q) if other.kind in ("office", "government") else None
            if code is not None and other.kind == "agency":
                return StateMark(f"state:{code}", "state", f"{other.start}:{other.end}", "name")
            if own is not None and other.prep is None:
                return own
    for q in attached(sentence, p, sentence.pack.relations.seats, reach=1):
        other = sentence.phrases[q]
        if other.kind == "state" and other.entity and q == p + 1 and _adjoins(sentence, p, q):
            return StateMark(other.entity, "state", f"{other.start}:{other.end}", "name")
    child = of_child(sentence, p)
    if child is not None and sentence.phrases[child].kind != "state":
        for mark in sentence.phrases[child].marks:
            if mark.type == "state" and mark.how != "leaning":
                return mark
    return None


def _adjoins(sentence: Sentence, p: int, q: int) -> bool:
    """Whether only small words part two phrases: not "parlementaires | critiques de | Pékin"."""
    between = sentence.atoms[sentence.phrases[p].last + 1 : sentence.phrases[q].first]
    return all(a.tags & (Tag.PREPOSITION | Tag.DETERMINER) or not a.is_word for a in between)


def means_country(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is "the country": one that the text has named."""
    one = phrase.determined and not phrase.indefinite and not phrase.plural
    return phrase.kind == "unit" and phrase.head in sentence.pack.cues.countries and one


def country_meant(sentence: Sentence, p: int) -> StateMark | None:
    """The state that "the country" at ``p`` means: the first of its sentence that is not the actors' own."""
    for q in range(p):
        other = sentence.phrases[q]
        if other.kind in ("actor", "group") or sentence.phrases[q].owner is not None:
            continue
        if q and other.prep is not None and sentence.phrases[q - 1].kind in ("actor", "group"):
            continue  # "hackers believed to work | for the Peruvian government"
        if other.kind == "state" and other.entity:
            return StateMark(other.entity, "state", f"{other.start}:{other.end}", "name")
        mark = country_mark(sentence, q)
        if mark is not None and mark.type == "state":
            return mark
    return None


def country_code(entity: str | None) -> str | None:
    """ISO code behind an id, as far as the knowledge files or the id tell it."""
    if not entity:
        return None
    if entity.startswith("state:"):
        return entity[6:]
    known = country_of(entity)
    kind, _, name = entity.partition(":")
    code, dash, _ = name.partition("-")
    if known is None and kind == "organisation" and dash and f"state:{code.upper()}" in _states():
        return code.upper()  # "the Iranian mission" → organisation:ir-mission
    return known


@cache
def _states() -> frozenset[str]:
    return frozenset(demonyms().values())


def refer(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """The entity that phrase ``p`` stands for; None where the document does not tell."""
    phrase = sentence.phrases[p]
    kind = phrase.kind
    if (
        kind in ("organisation", "agency")
        and phrase.entity is not None
        and (phrase.marks or phrase.owner is not None)
    ):
        other = _another_country(sentence, p)
        if other is not None:
            return other
    if kind in _NAMED_TYPES and phrase.entity is not None:
        if phrase.prep in sentence.pack.relations.posing:
            # "posing as Lazarus": a name that is not the actor's.
            return Reference(_NAMED_TYPES[kind], phrase.text, phrase.entity)
        return _remember(Reference(_NAMED_TYPES[kind], phrase.text, phrase.entity), memory)
    if kind == "pronoun":
        return _pronoun(sentence, p, memory)
    if kind == CLITIC:
        return _clitic(sentence, p, memory)
    if kind in ("actor", "persons"):
        return _actor(sentence, p, memory)
    if kind == "government":
        return _government(sentence, p, memory)
    if kind == "service":
        return _service(sentence, p)
    if kind == "organisation" and phrase.demonstrative and memory.topic is not None:
        # "this organization" in a report on a group.
        return memory.last_actor(frozenset({EntityType.GROUP}))
    if kind in ("company", "organisation"):
        return _organisation(sentence, p, memory)
    if kind == "name":
        return _unknown_name(sentence, p, memory)
    if kind == "office":
        return None
    if kind in ("vulnerability", "asset"):
        return _flaw(sentence, p, memory)
    if kind == "malware":
        named = next((h for h in phrase.names if h.type == "malware"), None)
        if named is not None:
            return Reference(
                EntityType.MALWARE, sentence.text[named.start : named.end], named.entity
            )
        return memory.malware[-1] if phrase.determined and memory.malware else None
    return None


def _another_country(sentence: Sentence, p: int) -> Reference | None:
    """A body whose name is known for one country but stands with another's adjective: "the Thai Democratic Party"."""
    phrase = sentence.phrases[p]
    mark = next(
        (m for m in phrase.marks if m.type == "state" and m.how in ("demonym", "name")), None
    )
    if mark is None and phrase.owner is not None:
        owner = sentence.phrases[phrase.owner]
        if owner.kind == "state" and owner.entity:
            # "Spain's | National Research Council"
            mark = StateMark(owner.entity, "state", f"{owner.start}:{owner.end}", "name")
    home = country_of(phrase.entity or "")
    if mark is None or home is None or mark.entity == f"state:{home}":
        return None
    kind = _NAMED_TYPES[phrase.kind]
    known = sibling(phrase.entity or "", mark.entity.partition(":")[2])
    if known is not None:
        return Reference(EntityType(known.partition(":")[0]), phrase.text, known)
    return described(sentence, p, kind)


_ANTECEDENTS = frozenset({"group", "actor", "person", "agency", "state"})


def _pronoun(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """Whom "it" or "ils" means: the first actor before it in its sentence, else the last of the document."""
    listed = load_pack(memory.language).phrases.listed_pronouns  # "the former", "the latter"
    place = listed.get(sentence.phrases[p].head)
    if place is not None:
        named = [a for a in memory.actors if a.type is EntityType.GROUP]
        return named[place] if len(named) >= -place else None
    pronoun = sentence.phrases[p]
    found = [
        q
        for q in range(p)
        if sentence.phrases[q].kind in _ANTECEDENTS
        and sentence.phrases[q].prep is None
        and sentence.phrases[q].first < pronoun.first
    ]
    if len(found) > 1 and _tells(sentence, found[0]):
        # "The agency says | that APT28 is tied to the GRU and | that it is behind the attacks".
        found = [q for q in found[1:] if sentence.phrases[q].kind in _DOERS] or found
    several = pronoun.head in sentence.pack.cues.plural_pronouns
    if several:
        # "The agency named five men and said | they | had carried out attacks".
        found = [q for q in found if not _one_body(sentence, q)]
    if found:
        return refer(sentence, sentence.same.get(found[0], [found[0]])[0], memory)
    if not pronoun.head:
        # Told by the verb's ending alone: several may be unnamed.
        return memory.topic or memory.last_actor(_SEVERAL if pronoun.plural else _ONE)
    return memory.topic or memory.last_actor(_SEVERAL if several else None)


def _one_body(sentence: Sentence, q: int) -> bool:
    """Whether a phrase is one agency or state, alone."""
    alone = sentence.next_in_list[q] < 0 and sentence.joined[q] == q
    return alone and sentence.phrases[q].kind in ("agency", "state")


_ONE = frozenset({EntityType.GROUP, EntityType.PERSON})
_SEVERAL = frozenset({*_ONE, EntityType.UNNAMED_ACTOR})
_DOERS = frozenset({"group", "actor", "person"})


def _tells(sentence: Sentence, q: int) -> bool:
    """Whether the word after phrase ``q`` is a verb of saying: it tells what others did."""
    i = sentence.phrases[q].last + 1
    v = sentence.verb_at[i] if i < len(sentence.atoms) else -1
    return v >= 0 and "say" in sentence.verbs[v].frames


def _clitic(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """Whom "l'" in "l'accuse" means: the actor or accused state of before that is not the subject itself."""
    named = {q.entity for q in sentence.phrases if q.entity and q.first < sentence.phrases[p].first}
    for reference in reversed(memory.actors):
        if reference.id not in named and reference.type is not EntityType.COMPANY:
            return reference
    return next((a for a in reversed(memory.accused) if a.id not in named), None)


def _remember(reference: Reference, memory: Memory) -> Reference:
    """Keep the reference as something that later sentences can mean."""
    if reference.type in (EntityType.GROUP, EntityType.PERSON):
        memory.note_actor(reference)
    elif reference.type is EntityType.MALWARE:
        memory.malware.append(reference)
    elif reference.type is EntityType.STATE:
        memory.states.append(reference)
    memory.best_text.setdefault(reference.id, reference.text)
    return reference


@cache
def _defendants(language: str) -> frozenset[str]:
    """A language's words for defendants."""
    return frozenset(load_pack(language).phrases.defendant_words)


def _actor(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """An actor without a name, or the one that "the group" means."""
    phrase = sentence.phrases[p]
    bare = (
        not phrase.marks and not phrase.names and not phrase.state_actor and phrase.number is None
    )
    definite = phrase.demonstrative or (phrase.determined and not phrase.indefinite)
    headline = sentence.start == 0 and not phrase.indefinite
    reported = memory.firm is not None or memory.topic is not None
    if reported and (definite or headline) and of_child(sentence, p) is None:
        spoken_of = _group_spoken_of(phrase, memory)
        if spoken_of is not None:
            return spoken_of
    if bare and definite and phrase.head in _defendants(memory.language):
        # "the defendants": those charged, and not who was spoken of last.
        charged = [*memory.charged.values()]
        return (
            charged[-1]
            if charged
            else Reference(
                EntityType.UNNAMED_ACTOR, phrase.text, "unnamed-actor:" + slug(phrase.text)
            )
        )
    if bare and definite and phrase.kind == "actor" and not phrase.plural:
        speaker = _speaking_group(sentence, p)
        if speaker is not None:
            return refer(sentence, speaker, memory)
    if bare and definite and of_child(sentence, p) is None:
        named = frozenset({EntityType.GROUP, EntityType.UNNAMED_ACTOR, EntityType.PERSON})
        if phrase.kind == "actor" and not phrase.plural:
            named = frozenset({EntityType.GROUP, EntityType.UNNAMED_ACTOR})
        elif phrase.kind == "persons" and not phrase.plural:
            named = frozenset({EntityType.UNNAMED_ACTOR, EntityType.PERSON})
        known = memory.last_actor(named)
        if known is not None:
            return known
    if phrase.head in sentence.pack.cues.attackers and bare:
        known = memory.last_actor(frozenset({EntityType.UNNAMED_ACTOR, EntityType.GROUP}))
        if known is not None:
            return known
    group = next((h for h in phrase.names if h.type in ("group", "malware")), None)
    if group is not None and group.type == "group" and not phrase.plural:
        text = sentence.text[group.start : group.end]
        return _remember(Reference(EntityType.GROUP, text, group.entity), memory)
    if group is not None:
        entity = "group:" + group.entity.partition(":")[2]
        text = sentence.text[group.start : group.end]
        return _remember(Reference(EntityType.GROUP, text, entity), memory)
    key = _sponsor_key(sentence, p)
    if key and key in memory.sponsored:
        return memory.sponsored[key]
    reference = Reference(
        EntityType.UNNAMED_ACTOR, phrase.text, "unnamed-actor:" + slug(phrase.text)
    )
    if key:
        memory.sponsored[key] = reference
    memory.note_actor(reference)
    return reference


def _speaking_group(sentence: Sentence, p: int) -> int | None:
    """The group that says of itself what follows: "Kestrel said | the group | had hacked the ministry"."""
    for q in range(p - 1, -1, -1):
        if sentence.phrases[q].kind == "group" and sentence.phrases[q].prep is None:
            after = sentence.phrases[q].last + 1
            v = sentence.verb_at[after] if after < len(sentence.atoms) else -1
            return q if v >= 0 and "say" in sentence.verbs[v].frames else None
    return None


def _group_spoken_of(phrase: Phrase, memory: Memory) -> Reference | None:
    """The group that a report on groups means by "the attackers" or "the China-based espionage group".

    A description of one actor may have marks, unless the document gives the group to another country.
    """
    if phrase.kind != "actor" or phrase.names or phrase.number is not None:
        return None
    group = memory.last_actor(frozenset({EntityType.GROUP})) or memory.topic
    if group is None or (phrase.plural and (phrase.marks or phrase.state_actor)):
        return None
    home = memory.homes.get(group.id)
    named = {country_code(m.entity) for m in phrase.marks}
    return group if home is None or not named or home in named else None


def _sponsor_key(sentence: Sentence, p: int) -> str:
    """Whose unnamed actors are, where only that tells them apart (no number, no single actor)."""
    phrase = sentence.phrases[p]
    if phrase.number is not None or not phrase.plural:
        return ""
    for mark in phrase.marks:
        if mark.how == "sponsor":
            return mark.entity
    return next((h.entity for h in phrase.names if h.type == "agency"), "")


def _flaw(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """A flaw without an identifier stands for the product it is in: "a zero-day in Microsoft Exchange"."""
    phrase = sentence.phrases[p]
    for hit in phrase.names:
        if hit.type in ("product", "vulnerability"):
            return Reference(_NAMED_TYPES[hit.type], sentence.text[hit.start : hit.end], hit.entity)
    if phrase.kind == "asset":
        return None
    for q in attached(sentence, p, sentence.pack.relations.flaws, reach=3):
        other = sentence.phrases[q]
        if other.kind in ("product", "vulnerability") and other.entity:
            return refer(sentence, q, memory)
        for hit in other.names:
            if hit.type == "product":
                return Reference(EntityType.PRODUCT, sentence.text[hit.start : hit.end], hit.entity)
    return None


def _government(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """ "the Chinese government", "the government of Iran", "l'État chinois" → the state."""
    mark = country_mark(sentence, p)
    phrase = sentence.phrases[p]
    if mark is not None and mark.type == "state":
        return _remember(Reference(EntityType.STATE, phrase.text, mark.entity), memory)
    one = phrase.determined and not (phrase.indefinite or phrase.plural)
    if sentence.pack.grammar.verb_second and mark is None and one and of_child(sentence, p) is None:
        return (
            memory.home
        )  # "WIEN. … Die Regierung hat …": that of the country where the report was written.
    return None


def _service(sentence: Sentence, p: int) -> Reference | None:
    """ "Russian military intelligence" → an agency of that state named by its words."""
    mark = country_mark(sentence, p)
    phrase = sentence.phrases[p]
    child = of_child(sentence, p)
    if mark is None and child is not None and sentence.phrases[child].kind == "agency":
        body = sentence.phrases[child]  # "the intelligence arm | of the Guards": they themselves
        return Reference(EntityType.AGENCY, body.text, body.entity or "")
    if mark is None:
        return None
    return Reference(EntityType.AGENCY, phrase.text, agency_of(mark.entity, phrase.head))


def agency_of(state: str, words: str) -> str:
    """The id of an agency known by what it is called alone: ``agency:ru-intelligence-services``."""
    code = state.partition(":")[2]
    return f"agency:{_PREFIX.get(code, code.lower())}-{slug(words)}"


def _organisation(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """A company or body described rather than named: "the Finnish parliament", "a US oil company"."""
    phrase = sentence.phrases[p]
    named = next(
        (h for h in phrase.names if h.type in ("company", "organisation", "agency", "product")),
        None,
    )
    if named is not None and phrase.kind == "company":
        text = sentence.text[named.start : named.end]
        return Reference(_NAMED_TYPES[named.type], text, named.entity)
    kind = EntityType.COMPANY if phrase.kind == "company" else EntityType.ORGANISATION
    reference = described(sentence, p, kind)
    code = _ministry_of(sentence, p, memory)
    if code is None and kind is EntityType.ORGANISATION and _a_ministry(sentence, p):
        # Of whatever country: "el Ministerio de Hacienda".
        return Reference(EntityType.AGENCY, reference.text, "agency:" + slug(reference.text))
    if code is None:
        return reference
    # A ministry is an agency of its state, whether or not a list has it.
    words = reference.id.partition(":")[2].removeprefix(code.lower() + "-")
    return Reference(EntityType.AGENCY, reference.text, agency_of(f"state:{code}", words))


def _ministry_of(sentence: Sentence, p: int, memory: Memory) -> str | None:
    """The country of one ministry: its own mark, that of the text's dateline, that of who spoke last."""
    phrase = sentence.phrases[p]
    head = phrase.head.split(" ")[0]
    public = head in sentence.pack.cues.public_bodies and phrase.text[:1].isupper()
    if phrase.plural or not (head in sentence.pack.cues.ministries or public):
        return None
    mark = country_mark(sentence, p)
    if mark is not None:
        return country_code(mark.entity)
    near = [memory.home] if memory.home is not None else []
    last = [memory.struck] if memory.struck is not None else []
    for reference in (*near, *reversed(memory.speakers), *last):
        code = country_code(reference.id)
        if code is not None and len(code) == 2 and code.isupper():
            return code
    return memory.country if public or _a_ministry(sentence, p) else None


def _a_ministry(sentence: Sentence, p: int) -> bool:
    """Whether a phrase names one ministry by what it is for, and not "the ministry"."""
    phrase = sentence.phrases[p]
    words = phrase.head.split(" ")
    ministry = words[0] in sentence.pack.cues.ministries and not phrase.plural
    return ministry and (len(words) > 1 or of_child(sentence, p) is not None)


def described(sentence: Sentence, p: int, kind: EntityType) -> Reference:
    """A body known by its description alone; its country begins the id."""
    phrase = sentence.phrases[p]
    mark = country_mark(sentence, p)
    name = slug(phrase.text)
    text = phrase.text
    child = of_child(sentence, p)
    if child is not None and sentence.phrases[child].kind not in ("state",):
        inner = sentence.phrases[child]
        text = sentence.text[phrase.start : inner.end]
        name = slug(text)
    if mark is not None:
        code = mark.entity.partition(":")[2]
        own = sentence.text[int(mark.text.partition(":")[0]) : int(mark.text.partition(":")[2])]
        words = [w for w in name.split("-") if w not in slug(own).split("-")]
        name = code.lower() + "-" + ("-".join(words) or slug(phrase.head))
    return Reference(kind, text, f"{kind}:{name}")


def _unknown_name(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """A capitalised name that no list has: typed by the noun that describes it, or by its own words."""
    phrase = sentence.phrases[p]
    surname = phrase.text.rsplit(" ", 1)[-1].casefold()
    if surname in memory.offices:
        return memory.offices[surname]
    if phrase.descriptor == "office" or is_person(sentence, p, memory):
        return person_of(sentence, p, memory)
    if phrase.descriptor == "actor":
        reference = Reference(EntityType.GROUP, phrase.text, "group:" + slug(phrase.text))
        memory.note_actor(reference)
        return reference
    if phrase.descriptor == "malware":
        reference = Reference(EntityType.MALWARE, phrase.text, "malware:" + slug(phrase.text))
        memory.malware.append(reference)
        return reference
    mark = country_mark(sentence, p)
    prefix = ""
    if mark is not None:
        code = mark.entity.partition(":")[2]
        prefix = code.lower() + "-"
    kind = EntityType.ORGANISATION if phrase.descriptor == "organisation" else EntityType.COMPANY
    return Reference(kind, phrase.text, f"{kind}:{prefix}{slug(phrase.text)}")


def is_person(sentence: Sentence, p: int, memory: Memory) -> bool:
    """Whether a name that no list has is a person's: shown by the sentence, or known from before."""
    phrase = sentence.phrases[p]
    return phrase.descriptor == "persons" or phrase.text.casefold() in memory.persons


def person_of(sentence: Sentence, p: int, memory: Memory) -> Reference:
    """The person of a name, by the fullest name that the document gives before."""
    phrase = sentence.phrases[p]
    name = phrase.text.casefold()
    known = memory.persons.get(name)
    if known is None:
        known = Reference(EntityType.PERSON, phrase.text, "person:" + slug(phrase.text))
        memory.persons[name] = known
        memory.persons.setdefault(name.rsplit(" ", 1)[-1], known)
        memory.persons.setdefault(name.split(" ", 1)[0], known)
    return known


def affiliation(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """For whom the holder of an office speaks: "NCSC director", "spokesman for the ministry", "US officials"."""
    phrase: Phrase = sentence.phrases[p]
    for hit in phrase.names:
        if hit.type in ("agency", "company", "organisation", "bloc"):
            return Reference(_NAMED_TYPES[hit.type], sentence.text[hit.start : hit.end], hit.entity)
    if phrase.owner is not None:
        owner = refer(sentence, phrase.owner, memory)
        if owner is not None and owner.type is not EntityType.UNNAMED_ACTOR:
            return owner
    for q in attached(
        sentence,
        p,
        sentence.pack.relations.spoken_for,
        reach=2,
    ):
        other = sentence.phrases[q]
        if sentence.clause_at and any(r.prep is None for r in sentence.phrases[p + 1 : q]):
            continue  # "vermuten die Ermittler | eine Gruppe | aus Russland"
        if other.kind in ("state", "name") and any(m.how == "demonym" for m in phrase.marks):
            continue  # "the Russian ambassador to London" speaks for Russia.
        if other.kind in (
            "agency",
            "company",
            "organisation",
            "bloc",
            "state",
            "government",
            "service",
            "name",
        ):
            child = of_child(sentence, q) if other.entity is None else None
            for _ in range(2):
                if child is not None and sentence.phrases[child].kind in ("agency", "bloc"):
                    q = child  # "le chef du département | de cybersécurité | du SBU"
                child = of_child(sentence, child) if child is not None else None
            found = refer(sentence, q, memory)
            if found is not None:
                return found
        if other.kind == "office" or other.kind == "thing" or other.kind == "attack":
            found = affiliation(sentence, q, memory) if q > p else None
            if found is not None:
                return found
    for mark in phrase.marks:
        if mark.how in ("demonym", "name", "sponsor"):
            return state_reference(mark, sentence.text)
    return None
