"""The cascade made visible: a sentence after each stage, and why each name matched."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from vidocq.claims.discourse.grounding import readable
from vidocq.claims.discourse.memory import Memory
from vidocq.claims.draft import Draft
from vidocq.claims.reading import read_drafts
from vidocq.claims.speech.reported_speech import find_sources
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.syntax.verbs import VerbGroup
from vidocq.claims.trained.reader import TRAINED_READER
from vidocq.language.compile import load_pack
from vidocq.language.identify import identify
from vidocq.mentions.phrases import Phrase
from vidocq.model import Document


class Stage(msgspec.Struct, frozen=True):
    """What one stage made of a sentence: its name and a line for each thing it found."""

    name: str
    lines: tuple[str, ...]


class SentenceTrace(msgspec.Struct, frozen=True):
    """A sentence and its stages, in order."""

    sentence: str
    stages: tuple[Stage, ...]


def explain(
    document: Document, language: str | None = None, *, rules_only: bool = False
) -> Iterator[SentenceTrace]:
    """The trace of every sentence that the cascade looked at; ``rules_only`` as in `vidocq.claims.read`.

    Raises:
        PackError: there is no pack for the language.
    """
    code = language or document.language or identify(document.text)[0] or "en"
    document = msgspec.structs.replace(document, language=code)
    pack = load_pack(code)
    context, sentences, drafts = read_drafts(
        readable(document, pack).document, pack, second=None if rules_only else TRAINED_READER
    )
    for number, sentence in enumerate(sentences):
        yield SentenceTrace(
            sentence.words,
            (
                Stage("names", tuple(_name_lines(sentence))),
                Stage("phrases", tuple(_phrase_line(p) for p in sentence.phrases)),
                Stage("verbs", tuple(_verb_line(sentence, v) for v in sentence.verbs)),
                Stage("speech", tuple(_source_lines(sentence, context.memory))),
                Stage("claims", tuple(_draft_line(d) for d in drafts if d.sentence == number)),
            ),
        )


def _name_lines(sentence: Sentence) -> Iterator[str]:
    for atom in sentence.atoms:
        if atom.hit is not None:
            hit = atom.hit
            words = sentence.text[hit.start : hit.end]
            why = f"{hit.role} in {hit.source}" + (", by a cue beside it" if hit.weak else "")
            yield f"{words} → {hit.entity} ({why})"


def _phrase_line(phrase: Phrase) -> str:
    parts = [f"[{phrase.text}] {phrase.kind}"]
    if phrase.prep:
        parts.append(f"after “{phrase.prep}”")
    parts.extend(f"{mark.how} {mark.entity}" for mark in phrase.marks)
    if phrase.number:
        parts.append(f"number {phrase.number[0]}")
    return ", ".join(parts)


def _verb_line(sentence: Sentence, verb: VerbGroup) -> str:
    words = " ".join(a.key for a in sentence.atoms[verb.first : verb.last + 1])
    voice = "passive" if verb.passive else "participle" if verb.participle else "active"
    frames = sorted(verb.frames)
    negated = ", negated" if verb.negated else ""
    return f"[{words}] {voice}{negated}: {', '.join(frames) or 'no frame'}"


def _source_lines(sentence: Sentence, memory: object) -> Iterator[str]:

    for source in find_sources(sentence, memory if isinstance(memory, Memory) else Memory()):
        names = ", ".join(
            r.id + (f" ({r.speaker})" if r.speaker else "") for r in source.claimants or source.via
        )
        covered = sentence.atoms[source.first : source.last + 1]
        yield f"{names} says atoms {source.first}-{source.last}: {' '.join(a.key for a in covered[:8])} …"


def _draft_line(draft: Draft) -> str:
    target = draft.object.id if draft.object else "-"
    who = ", ".join(c.id for c in draft.claimants or ()) or "nobody named"
    sure = f" at {draft.score:.2f}" if draft.proposed else ""
    return f"{draft.predicate}({draft.subject.id} → {target}) {draft.polarity}, by {who}, rule “{draft.rule}”{sure}"
