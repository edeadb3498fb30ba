"""Other names of an actor or malware, told by a marker or a bracket: "SVR, also known as APT29", "Kestrel (UNC12)"."""

from __future__ import annotations

from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.entities import refer
from vidocq.claims.syntax.coordination import has_other_names, renames
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.tags import Tag
from vidocq.model import EntityType, Predicate, Reference


def alias_drafts(context: Context, sentence: Sentence, p: int) -> list[Draft]:
    """Names that a marker or a bracket equates with phrase ``p``: "SVR, also known as APT29, Cozy Bear"."""
    phrase = sentence.phrases[p]
    named = sentence.same.get(p, [])
    if phrase.kind == "actor" and not phrase.plural and len(named) > 1:
        return _one_actor(context, sentence, p, named)
    i = phrase.last + 1
    atoms = sentence.atoms
    bracket = False
    marker = False
    while i < len(atoms) and sentence.phrase_at[i] < 0:
        atom = atoms[i]
        if atom.tags & Tag.ALIAS_MARKER:
            marker = True
        elif atom.key in ("(", "["):
            bracket = True
        elif atom.key in context.pack.cues.or_words and i > phrase.last + 1:
            q = sentence.phrase_at[i + 1] if i + 1 < len(atoms) else -1
            if q < 0 or not renames(sentence, phrase, sentence.phrases[q]):
                return []
            marker = True
        elif atom.key not in (",", ")", '"', "“", "«", "‘", "'", "–") and not atom.tags & (
            Tag.DETERMINER | Tag.ADVERB | Tag.RELATIVE | Tag.BE | Tag.PREPOSITION | Tag.PRONOUN
        ):
            return []
        i += 1
    if i >= len(atoms) or not (marker or bracket):
        return []
    q = sentence.phrase_at[i]
    other = sentence.phrases[q]
    if phrase.kind not in ("group", "malware", "agency", "actor", "person", "name"):
        return []
    wanted = "malware" if phrase.kind == "malware" else "group"
    names = [
        r
        for r in _run(sentence, q)
        if sentence.phrases[r].kind in (wanted, "name")
        and (marker or sentence.phrases[r].kind == wanted)
    ]
    if phrase.kind == "agency" and not marker and other.kind != "group":
        return []
    if not any(sentence.phrases[r].kind == wanted for r in (p, *names)):
        return []
    if p in sentence.same and sentence.same[p][0] == q:
        return []
    if phrase.kind == "malware" and phrase.entity is None and not phrase.names:
        # "a loader called X" names the loader.
        return []
    if phrase.kind == "actor" and not phrase.marks:
        # "a group known as X" names the group; only a known name can have an alias.
        return []
    subject = refer(sentence, sentence.same.get(p, [p])[0], context.memory)
    if phrase.kind == "name" and subject is not None:
        subject = Reference(EntityType.GROUP, subject.text, "group:" + subject.id.partition(":")[2])
    if subject is None:
        return []
    drafts: list[Draft] = []
    for r in names:
        alias = refer(sentence, r, context.memory)
        if alias is None:
            continue
        if alias.type is EntityType.COMPANY:
            alias = Reference(EntityType.GROUP, alias.text, "group:" + alias.id.partition(":")[2])
        if _key(alias) != _key(subject):
            context.memory.equate(subject, alias)
            drafts.append(
                Draft(Predicate.SAME_AS, subject, alias, context.number, phrase.last, "other name")
            )
    return drafts


def _one_actor(context: Context, sentence: Sentence, p: int, named: list[int]) -> list[Draft]:
    """One actor under several names: "the group dubbed APT37 or Reaper"."""
    phrase = sentence.phrases[p]
    described = _described(sentence, p)
    if described is not None and described not in named:
        named = [described, *named]
    found = [refer(sentence, q, context.memory) for q in named]
    groups = [r for r in found if r is not None and r.type is EntityType.GROUP]
    for alias in groups[1:]:
        context.memory.equate(groups[0], alias)
    return [
        Draft(Predicate.SAME_AS, groups[0], alias, context.number, phrase.last, "other name")
        for alias in groups[1:]
        if _key(alias) != _key(groups[0])
    ]


def _described(sentence: Sentence, p: int) -> int | None:
    """Whose other names follow "a group that": the group right before the comma ("Nobelium, | a group also called APT29 …")."""
    if p == 0 or not sentence.phrases[p].indefinite or sentence.phrases[p - 1].kind != "group":
        return None
    between = sentence.atoms[sentence.phrases[p - 1].last + 1 : sentence.phrases[p].first]
    return p - 1 if [a.key for a in between] == [","] else None


def _key(reference: Reference) -> str:
    return "".join(c for c in reference.id.partition(":")[2] if c.isalnum())


def _run(sentence: Sentence, q: int) -> list[int]:
    """Phrase ``q`` and those that commas, "and", "or" and brackets alone part from it."""
    found = [q]
    while found[-1] + 1 < len(sentence.phrases):
        last = sentence.phrases[found[-1]].last
        following = sentence.phrases[found[-1] + 1]
        between = sentence.atoms[last + 1 : following.first]
        if not between or not all(
            a.key in (",", "/", '"', "“", "”", "«", "»", "’", "‘")
            or a.tags & (Tag.CONJUNCTION | Tag.DETERMINER)
            for a in between
        ):
            break
        if sentence.atoms[last + 1].key != "/" and has_other_names(sentence, found[-1] + 1):
            break
        found.append(found[-1] + 1)
    return found
