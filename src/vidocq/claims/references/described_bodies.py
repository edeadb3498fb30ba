"""Firms, ministries, services and other bodies that are described and not named, and the ids that they get.

"the Finnish parliament" → ``organisation:fi-parliament``, "Chinese intelligence services" →
``agency:cn-intelligence-services``.
"""

from __future__ import annotations

from vidocq.claims.discourse.memory import Memory
from vidocq.claims.references.countries import country_code, country_mark
from vidocq.claims.references.named_entities import NAMED_TYPES
from vidocq.claims.syntax.layout import Sentence, of_child
from vidocq.language.fold import fold
from vidocq.language.tags import Tag
from vidocq.mentions.phrases import Phrase
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Reference

_PREFIX = {"GB": "uk"}


def described(sentence: Sentence, p: int, kind: EntityType) -> Reference:
    """A body known by its description alone; its country begins the id."""
    phrase = sentence.phrases[p]
    mark = country_mark(sentence, p)
    name = slug(phrase.text)
    text = phrase.text
    child = of_child(sentence, p)
    if child is not None and sentence.phrases[child].kind not in ("state", "time"):
        inner = sentence.phrases[child]
        text = sentence.text[phrase.start : inner.end]
        name = slug(text)
    if mark is not None:
        code = mark.entity.partition(":")[2]
        own = sentence.text[int(mark.text.partition(":")[0]) : int(mark.text.partition(":")[2])]
        words = [w for w in name.split("-") if w not in slug(own).split("-")]
        name = code.lower() + "-" + ("-".join(words) or slug(phrase.head))
    return Reference(kind, text, f"{kind}:{name}")


def agency_of(state: str, words: str) -> str:
    """The id of an agency known by what it is called alone: ``agency:ru-intelligence-services``."""
    code = state.partition(":")[2]
    return f"agency:{_PREFIX.get(code, code.lower())}-{slug(words)}"


def service(sentence: Sentence, p: int) -> Reference | None:
    """ "Russian military intelligence" → an agency of that state named by its words."""
    mark = country_mark(sentence, p)
    phrase = sentence.phrases[p]
    child = of_child(sentence, p)
    if mark is None and child is not None and sentence.phrases[child].kind == "agency":
        body = sentence.phrases[child]  # "the intelligence arm | of the Guards": they themselves
        return Reference(EntityType.AGENCY, body.text, body.entity or "")
    named = next((h for h in phrase.names if h.type == "agency"), None)
    if named is not None:
        # "le service secret britannique | GCHQ": the service by its name.
        return Reference(EntityType.AGENCY, sentence.text[named.start : named.end], named.entity)
    if mark is None:
        return None
    return Reference(EntityType.AGENCY, phrase.text, agency_of(mark.entity, phrase.head))


def organisation(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """A company or body described rather than named: "the Finnish parliament", "a US oil company"."""
    phrase = sentence.phrases[p]
    named = next(
        (h for h in phrase.names if h.type in ("company", "organisation", "agency", "product")),
        None,
    )
    if named is not None and phrase.kind == "company":
        text = sentence.text[named.start : named.end]
        return Reference(NAMED_TYPES[named.type], text, named.entity)
    before = _name_before_its_kind(sentence, p) if phrase.kind == "company" else ""
    if before:
        return Reference(EntityType.COMPANY, before, f"company:{slug(before)}")
    ministry = _ministry_before(sentence, p, memory)
    if ministry is not None:
        return ministry
    body = _named_before(sentence, p, memory)
    if body is not None:
        return body
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


def _name_before_its_kind(sentence: Sentence, p: int) -> str:
    """A firm's name with its trade behind it: "Brightwell | dental clinic chain"; "" where the words are no such two things.

    The noun alone may be part of the name ("Hartwell bank"), and after "a" a capital is a town's ("a Boise energy supplier").
    """
    phrase = sentence.phrases[p]
    if sentence.pack.head_first or phrase.indefinite or phrase.plural or phrase.number is not None:
        return ""
    words = [a for a in sentence.atoms[phrase.first : phrase.last + 1] if a.start >= phrase.start]
    capitals = 0
    while capitals < len(words) and words[capitals].capital and words[capitals].hit is None:
        capitals += 1
    trade = words[capitals:]
    if not capitals or words[0].tags or len(trade) < _TRADE:
        return ""
    if any(a.capital or not a.is_word for a in trade):
        return ""
    return sentence.text[words[0].start : words[capitals - 1].end]


_TRADE = 2
"""Words from which what stands behind a name says what the firm is."""


def _ministry_before(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """The ministry that "the ministry" means: the one that the text has named, where it has named one alone."""
    phrase = sentence.phrases[p]
    words = sentence.pack.cues.ministries
    bare = phrase.determined and not (phrase.indefinite or phrase.plural or phrase.marks)
    if not bare or phrase.owner is not None or phrase.own or phrase.text.lower() not in words:
        return None
    if of_child(sentence, p) is not None:
        return None
    named = {
        entity: text
        for entity, text in memory.best_text.items()
        if entity.startswith("agency:") and not words.isdisjoint(text.lower().split())
    }
    if len(named) != 1:
        return None
    entity, text = next(iter(named.items()))
    return Reference(EntityType.AGENCY, text, entity)


def _named_before(sentence: Sentence, p: int, memory: Memory) -> Reference | None:
    """The body that "the hospital", "el hospital de Almada" mean: the only one that the text has named so far with all these
    words in its name."""
    phrase = sentence.phrases[p]
    one = _definite(sentence, phrase) and not (phrase.indefinite or phrase.plural or phrase.own)
    if not one or phrase.marks or phrase.names or phrase.owner is not None or not memory.bodies:
        return None
    child = of_child(sentence, p)
    end = phrase.end if child is None else sentence.phrases[child].end
    words = set(fold(sentence.text[phrase.start : end]).split()) - sentence.pack.cues.name_links
    known = [
        body
        for body in memory.bodies.values()
        if words < set(fold(body.text).replace("-", " ").split())
    ]
    return known[0] if len(known) == 1 else None


def _definite(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether "the" stands before a phrase, or a preposition that has it inside: "del hospital"."""
    before = sentence.atoms[phrase.first - 1] if phrase.first else None
    return phrase.determined or (
        before is not None
        and bool(before.tags & Tag.PREPOSITION)
        and before.word.value is not None
        and before.word.value != before.key
    )


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
    officials = [one for one in reversed(memory.speakers) if one.type in _OF_STATES]
    for reference in (*near, *officials, *last):
        code = country_code(reference.id)
        if code is not None and len(code) == 2 and code.isupper():
            return code
    return memory.country if public or _a_ministry(sentence, p) else None


_OF_STATES = frozenset({EntityType.STATE, EntityType.AGENCY, EntityType.ORGANISATION})
"""Who speaks for a state: of a firm's country is no ministry."""


def _a_ministry(sentence: Sentence, p: int) -> bool:
    """Whether a phrase names one ministry by what it is for, and not "the ministry"."""
    phrase = sentence.phrases[p]
    words = phrase.head.split(" ")
    ministry = words[0] in sentence.pack.cues.ministries and not phrase.plural
    return ministry and (len(words) > 1 or of_child(sentence, p) is not None)
