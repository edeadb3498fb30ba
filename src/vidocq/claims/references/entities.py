"""From a phrase to an entity reference: the type, the exact words and the id of the claim guide.

Names bring their id from the knowledge files (`vidocq.claims.references.named_entities`); names that no list has
(`vidocq.claims.references.unlisted_names`) and descriptions of bodies (`vidocq.claims.references.described_bodies`) get one. Unnamed
actors get theirs here ("criminal hackers" → ``unnamed-actor:criminal-hackers``), and pronouns and short forms
("it", "the group") are looked up in the sentence and in the document's memory.
"""

from __future__ import annotations

from functools import cache

from vidocq.claims.discourse.memory import Memory
from vidocq.claims.references.countries import country_code, country_mark
from vidocq.claims.references.described_bodies import described, organisation, service
from vidocq.claims.references.named_entities import NAMED_TYPES, remember
from vidocq.claims.references.unlisted_names import unlisted_name
from vidocq.claims.syntax.clitics import CLITIC
from vidocq.claims.syntax.layout import Sentence, attached, of_child, verb_of_word
from vidocq.knowledge.bodies import sibling
from vidocq.knowledge.facts import country_of
from vidocq.language.compile import load_pack
from vidocq.mentions.phrases import Phrase, StateMark
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Reference


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
    if kind in NAMED_TYPES and phrase.entity is not None:
        if phrase.prep in sentence.pack.relations.posing:
            # "posing as Lazarus": a name that is not the actor's.
            return Reference(NAMED_TYPES[kind], phrase.text, phrase.entity)
        return remember(Reference(NAMED_TYPES[kind], phrase.text, phrase.entity), memory)
    if kind == "pronoun":
        return _pronoun(sentence, p, memory)
    if kind == CLITIC:
        return _clitic(sentence, p, memory)
    if kind in ("actor", "persons"):
        return _actor(sentence, p, memory)
    if kind == "government":
        return _government(sentence, p, memory)
    if kind == "service":
        return service(sentence, p)
    if kind == "organisation" and phrase.demonstrative and memory.topic is not None:
        # "this organization" in a report on a group.
        return memory.last_actor(frozenset({EntityType.GROUP}))
    if kind in ("company", "organisation"):
        return organisation(sentence, p, memory)
    if kind == "name":
        return unlisted_name(sentence, p, memory)
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
        band = next((h for h in phrase.names if h.type == "group"), None)
        if band is not None:
            # "the LockBit ransomware": a gang's name is that of its program too.
            name = "malware:" + band.entity.partition(":")[2]
            return Reference(EntityType.MALWARE, sentence.text[band.start : band.end], name)
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
    kind = NAMED_TYPES[phrase.kind]
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
    if pronoun.head in sentence.pack.cues.nearest_pronouns:
        near = [q for q in range(p) if sentence.phrases[q].kind in _DOERS]
        found = near[-1:] or found
    if len(found) > 1 and _tells(sentence, found[0]):
        # "The agency says | that APT28 is tied to the GRU and | that it is behind the attacks".
        found = [q for q in found[1:] if sentence.phrases[q].kind in _DOERS] or found[1:]
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
    v = verb_of_word(sentence, i)
    return v >= 0 and "say" in sentence.verbs[v].frames


def _clitic(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """Whom "l'" in "l'accuse" means: the actor or accused state of before that is not the subject itself."""
    named = {q.entity for q in sentence.phrases if q.entity and q.first < sentence.phrases[p].first}
    for reference in reversed(memory.actors):
        if reference.id not in named and reference.type is not EntityType.COMPANY:
            return reference
    return next((a for a in reversed(memory.accused) if a.id not in named), None)


@cache
def _defendants(language: str) -> frozenset[str]:
    """A language's words for defendants."""
    return frozenset(load_pack(language).phrases.defendant_words)


def _actor(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """An actor without a name, or the one that "the group" means."""
    phrase = sentence.phrases[p]
    if phrase.head in sentence.pack.cues.accomplices:
        # "Li and his accomplices": others than the band that was spoken of last.
        others = Reference(
            EntityType.UNNAMED_ACTOR, phrase.text, "unnamed-actor:" + slug(phrase.text)
        )
        memory.note_actor(others)
        return others
    bare = (
        not phrase.marks and not phrase.names and not phrase.state_actor and phrase.number is None
    )
    definite = phrase.demonstrative or (phrase.determined and not phrase.indefinite)
    if bare and not phrase.plural and _the_same(sentence, p):
        same = memory.last_actor(frozenset({EntityType.GROUP}))
        same = same or memory.last_actor(frozenset({EntityType.UNNAMED_ACTOR}))
        if same is not None:
            return same
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
        if phrase.demonstrative:
            named |= {EntityType.AGENCY}  # "that organisation": the unit that was sanctioned
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
        return remember(Reference(EntityType.GROUP, text, group.entity), memory)
    if group is not None:
        entity = "group:" + group.entity.partition(":")[2]
        text = sentence.text[group.start : group.end]
        return remember(Reference(EntityType.GROUP, text, entity), memory)
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


def _the_same(sentence: Sentence, p: int) -> bool:
    """Whether an actor is told to be the one spoken of last: "au | même groupe", "the same actor"."""
    words = sentence.pack.cues.same_actors
    if words.isdisjoint(sentence.vocabulary):
        return False
    phrase = sentence.phrases[p]
    beside = sentence.atoms[max(phrase.first - 1, 0) : phrase.last + 1]
    return any(not words.isdisjoint(a.key.split(" ")) for a in beside)


def _speaking_group(sentence: Sentence, p: int) -> int | None:
    """The group that says of itself what follows: "Kestrel said | the group | had hacked the ministry"."""
    for q in range(p - 1, -1, -1):
        if sentence.phrases[q].kind == "group" and sentence.phrases[q].prep is None:
            after = sentence.phrases[q].last + 1
            v = verb_of_word(sentence, after)
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
            return Reference(NAMED_TYPES[hit.type], sentence.text[hit.start : hit.end], hit.entity)
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
        return remember(Reference(EntityType.STATE, phrase.text, mark.entity), memory)
    one = phrase.determined and not (phrase.indefinite or phrase.plural)
    if sentence.pack.grammar.verb_second and mark is None and one and of_child(sentence, p) is None:
        return (
            memory.home
        )  # "WIEN. … Die Regierung hat …": that of the country where the report was written.
    return None
