"""Firms, ministries, services and other bodies that are described and not named, and the ids that they get.

"the Finnish parliament" → ``organisation:fi-parliament``, "Chinese intelligence services" →
``agency:cn-intelligence-services``.
"""

from __future__ import annotations

from vidocq.claims.countries import country_code, country_mark
from vidocq.claims.layout import Sentence, of_child
from vidocq.claims.memory import Memory
from vidocq.claims.named_entities import NAMED_TYPES
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
    ministry = _ministry_before(sentence, p, memory)
    if ministry is not None:
        return ministry
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
