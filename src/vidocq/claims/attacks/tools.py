"""References of what an attack was made with: malware, tools and techniques that a phrase and its list name."""

from __future__ import annotations

from vidocq.claims.discourse.context import Context
from vidocq.claims.references.entities import refer
from vidocq.claims.syntax.layout import Sentence, members
from vidocq.claims.syntax.listed import listed
from vidocq.language.fold import fold
from vidocq.mentions.names import Hit
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Reference


def technique_references(sentence: Sentence, p: int) -> list[Reference]:
    """Methods that an event phrase names: "credential theft | campaigns"."""
    phrase = sentence.phrases[p]
    found = [
        Reference(EntityType.TECHNIQUE, _method(sentence, phrase, h), h.entity)
        for h in phrase.names
        if h.type == "technique"
    ]
    if phrase.kind == "technique" and phrase.entity:
        found.append(Reference(EntityType.TECHNIQUE, phrase.text, phrase.entity))
    return found


def _method(sentence: Sentence, phrase: Phrase, hit: Hit) -> str:
    """The words of a method without those for an attack by it: "ransomware" of "ransomware attacks", which is the phrase."""
    text = sentence.text[hit.start : hit.end]
    words = text.split(" ")
    head = sentence.pack.words.get(fold(words[0 if sentence.pack.head_first else -1]))
    plain = head is not None and any(noun.kind == "attack" and noun.weak for noun in head.nouns)
    if phrase.kind != "attack" or len(words) == 1 or text.casefold() != phrase.head or not plain:
        return text
    if sentence.pack.head_first:
        return " ".join(words[2:] or words[1:])  # "attaques | par | rançongiciel"
    return " ".join(words[:-1])


_TOOLS = frozenset({"malware", "technique"})


def tool_references(context: Context, sentence: Sentence, p: int) -> list[Reference]:
    """Malware, methods and helpers that a phrase and its list name."""
    found: list[Reference] = []
    onward = listed(sentence, p, _TOOLS) if sentence.phrases[p].kind in _TOOLS else []
    for q in dict.fromkeys((*members(sentence, p), *onward)):
        phrase = sentence.phrases[q]
        if phrase.kind == "attack" or phrase.kind == "technique":
            found.extend(technique_references(sentence, q))
        elif phrase.kind == "actor":
            if not phrase.determined or phrase.indefinite:
                reference = refer(sentence, q, context.memory)
                found.extend([reference] if reference else [])
        elif phrase.kind == "malware" and phrase.entity is None:
            for hit in phrase.names:
                if hit.type == "group":
                    words = sentence.text[hit.start : hit.end]
                    name = "malware:" + hit.entity.partition(":")[2]
                    found.append(Reference(EntityType.MALWARE, words, name))
                elif hit.type == "malware":
                    found.append(
                        Reference(
                            EntityType.MALWARE, sentence.text[hit.start : hit.end], hit.entity
                        )
                    )
            if not found:
                found.extend(technique_references(sentence, q))  # "spyware | tools"
        else:
            reference = refer(sentence, q, context.memory)
            found.extend([reference] if reference else [])
    plain = context.memory.topic is not None or context.memory.firm is not None
    return [
        r
        for r in found
        if r.type in (EntityType.MALWARE, EntityType.TECHNIQUE, EntityType.UNNAMED_ACTOR)
        and not (plain and r.id in _KINDS_OF_MALWARE)
    ]


_KINDS_OF_MALWARE = frozenset({"technique:backdoor", "technique:trojan", "technique:rootkit"})
"""What reports on a group call a tool on the way to its name: no method of its own."""
