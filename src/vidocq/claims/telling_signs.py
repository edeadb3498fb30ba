"""What speaks for a role of a mention, in terms that hold in every language: the features of the trained reader.

No word stands in a feature: only the kinds, frames and classes of prepositions that the packs give the words of their
language. So what is learnt in one language counts in all. Input: a sentence with its mentions and the drafts that the
rules made of it; output: names of features, of the sentence as a whole and of each mention.
"""

from __future__ import annotations

from functools import cache

from vidocq.claims.context import Context
from vidocq.claims.dependencies import dependencies
from vidocq.claims.draft import Draft
from vidocq.claims.layout import Sentence
from vidocq.claims.mentioned import Mention
from vidocq.claims.verbs import VerbGroup
from vidocq.language.compile import load_pack
from vidocq.language.tags import Form, Tag

_CLASSES = (
    *("agent", "of", "to", "cause", "authors", "origin", "places", "seats", "homes", "holders"),
    *("sites", "flaws", "finds", "courses", "victims", "against", "answers", "blamed", "pointed"),
    *("behind", "where", "posts", "owners", "examples", "tools", "into", "accompanying", "behalf"),
    *("robbed", "personal", "spoken_for", "named_as", "bands", "besides", "subjects"),
)
"""Classes of prepositions that tell of roles (`vidocq.language.relations`)."""
_EVENTS = frozenset({"attack", "incident", "deed"})
_UNITS = frozenset({"organizations", "systems", "persons", "records", "dollars", "euros", "pounds"})
_FAR = 4
_BESIDE = 12
"""Atoms to either side of a mention within which a verb says something of it."""


@cache
def preposition_classes(language: str, word: str | None) -> tuple[str, ...]:
    """The classes that a preposition belongs to."""
    if word is None:
        return ("none",)
    relations = load_pack(language).relations
    return tuple(name for name in _CLASSES if word in getattr(relations, name)) or ("other",)


@cache
def _evoked(frames: frozenset[str]) -> tuple[str, ...]:
    """The frames of a verb in a fixed order; "-" where it has none."""
    return tuple(sorted(frames)) or ("-",)


@cache
def _of_form(language: str, kind: str, how: str, phrase: str, prep: str | None) -> tuple[str, ...]:
    """What type and place of a mention say: its own type, how it is mentioned, the preposition before it."""
    origin = f"from {how} {phrase}"
    classes = preposition_classes(language, prep)
    return (origin, f"{kind} {origin}", *[f"{kind} after {c}" for c in classes])


@cache
def _of_verb(side: str, passive: bool, frames: frozenset[str], distance: int) -> tuple[str, ...]:
    """What a verb beside a mention says."""
    voice = "passive" if passive else "active"
    evoked = [f"{side} verb {voice} {frame}" for frame in _evoked(frames)]
    return (*evoked, f"{side} verb at {distance}")


class Signs:
    """The features of one sentence, each worked out once."""

    def __init__(self, context: Context, sentence: Sentence, drafts: list[Draft]) -> None:
        self.context = context
        self.sentence = sentence
        self.language = sentence.pack.language
        self.roles: dict[int, list[str]] = _verb_roles(sentence)
        self.events = [p for p, phrase in enumerate(sentence.phrases) if phrase.kind in _EVENTS]
        memory = context.memory
        self.speakers = {s.id for s in memory.speakers}
        self.accused = {s.id for s in memory.accused}
        self.authors = {author for event in memory.events for author in event.authors}
        self.used: set[str] = set()
        """Entities that the rules' claims of this sentence are about, and who makes them."""
        for draft in drafts:
            self.used.add(draft.subject.id)
            if draft.object is not None:
                self.used.add(draft.object.id)
            self.used.update([claimant.id for claimant in draft.claimants or ()])
        self.general = self._general(drafts)

    def _general(self, drafts: list[Draft]) -> list[str]:
        """What holds for the sentence as a whole."""
        sentence, context = self.sentence, self.context
        frames = sorted({frame for verb in sentence.verbs for frame in verb.frames})
        found = [f"verb {frame}" for frame in frames]
        found.append("in field" if context.sentence_in_field else "out of field")
        found.append(f"events {min(len(self.events), 2)}")
        for told, sign in (
            (context.dense, "dense"),
            (context.number == 0, "first sentence"),
            (any(sentence.quoted), "quotation"),
            (any(verb.negated for verb in sentence.verbs), "negated verb"),
            (context.memory.topic is not None, "report on a group"),
            (bool(context.memory.events), "event told before"),
            (bool(drafts), "rules found something here"),
            (bool(context.told), "rules found something before"),
        ):
            if told:
                found.append(sign)
        return found

    def of_mention(self, mention: Mention) -> list[str]:
        """What holds for a mention: its type, its place, what the verb and the words beside it make of it."""
        sentence = self.sentence
        p = mention.phrase
        phrase = sentence.phrases[p]
        reference = mention.reference
        kind = str(reference.type) if reference is not None else "nothing"
        leader = sentence.joined[p]
        prep = sentence.phrases[leader].prep or phrase.prep
        how = f"{mention.how} {mention.mark}"
        found = [*_of_form(self.language, kind, how, phrase.kind, prep)]
        for role in self.roles.get(leader) or self.roles.get(p) or ("none",):
            found += (role, f"{kind} {role}")
        found += _verbs_beside(sentence, phrase.first, phrase.last)
        found += self._of_event(p)
        if p + 1 < len(sentence.phrases):
            found.append(f"right {sentence.phrases[p + 1].kind}")
        before = sentence.atoms[max(phrase.first - 3, 0) : phrase.first]
        if before and before[-1].key in ("(", ","):
            found.append(f"behind {before[-1].key}")
        if phrase.determined:
            found.append("indefinite" if phrase.indefinite else "determined")
        if phrase.entity is None:
            found.append("no known name")
        if phrase.plural:
            found.append("plural")
        if phrase.capital:
            found.append("capital")
        if p == 0:
            found.append("first phrase")
        if sentence.quoted[mention.atom]:
            found.append("within a quotation")
        if sentence.tags & Tag.ALIAS_MARKER and any(a.tags & Tag.ALIAS_MARKER for a in before):
            found.append("behind an alias word")
        if kind == "agency" and phrase.head.partition(" ")[0] in sentence.pack.cues.ministries:
            found.append("agency ministry")
        if reference is not None:
            found += self._known(reference.id)
        return found

    def of_amount(self, mention: Mention) -> list[str]:
        """What holds for a number: what it counts, the verbs about it."""
        sentence, count, i = self.sentence, mention.count, mention.atom
        known = mention.reference is not None
        found = [f"amount {mention.mark}", "amount of something" if known else "amount of bodies"]
        if count is not None:
            unit = count.unit if count.unit in _UNITS else "things"
            found += [f"counts {unit}", f"digits {min(len(str(count.value)), 8)}"]
            found.append("approximate" if count.approximate else "exact")
        p = mention.phrase
        if p >= 0:
            phrase = sentence.phrases[p]
            roles = self.roles.get(sentence.joined[p]) or self.roles.get(p) or ("none",)
            found += [f"amount {role}" for role in roles]
            found.append(f"amount in {phrase.kind}")
            found += [f"amount after {c}" for c in preposition_classes(self.language, phrase.prep)]
            found += [f"amount {sign}" for sign in self._of_event(p)]
        found += [f"amount {sign}" for sign in _verbs_beside(sentence, i, i)]
        if i < _OPENING:
            found.append("amount opens the sentence")
        if sentence.quoted[i]:
            found.append("within a quotation")
        return found

    def _of_event(self, p: int) -> list[str]:
        """Where the mention stands from the nearest word for an attack."""
        if not self.events:
            return ["no event"]
        nearest = min(self.events, key=lambda e: (abs(e - p), e))
        if nearest == p:
            return ["within the event"]
        side = "after the event" if nearest < p else "before the event"
        low, high = (nearest, p) if nearest < p else (p, nearest)
        first, last = self.sentence.phrases[low].last + 1, self.sentence.phrases[high].first
        parted = any(self.sentence.verb_at[i] >= 0 for i in range(first, last))
        verb = "a verb between" if parted else "no verb between"
        return [side, f"{side} {min(high - low, _FAR)}", f"{side}, {verb}"]

    def _known(self, entity: str) -> list[str]:
        """What the document has told of the entity so far, and the rules of it in this sentence."""
        memory, context = self.context.memory, self.context
        found = [f"named {min(context.named.get(entity, 0), _FAR)}"]
        found += [f"before: {role}" for role in sorted(context.told.get(entity, ()))]
        for told, sign in (
            (memory.topic, "is the topic"),
            (memory.voice, "is the voice"),
            (memory.home, "is the home"),
        ):
            if told is not None and told.id == entity:
                found.append(sign)
        for known, sign in (
            (self.speakers, "spoke before"),
            (self.accused, "accused before"),
            (self.authors, "author before"),
        ):
            if entity in known:
                found.append(sign)
        return found


_OPENING = 3


def _verb_roles(sentence: Sentence) -> dict[int, list[str]]:
    """For each phrase what it is to the verbs about it: "subject of active hack"."""
    found: dict[int, list[str]] = {}
    for v, dependency in enumerate(dependencies(sentence)):
        verb = sentence.verbs[v]
        voice = "passive" if verb.passive else "participle" if verb.participle else "active"
        said = (*_evoked(verb.frames), _time_of(verb))
        for role, phrases in (
            ("subject", dependency.subjects[:1]),
            ("object", dependency.objects[:2]),
        ):
            for p in phrases:
                found.setdefault(p, []).extend([f"{role} of {voice} {what}" for what in said])
    return found


def _time_of(verb: VerbGroup) -> str:
    """Whether a verb tells what was, what is, or what may be."""
    if verb.infinitive or verb.gerund:
        return "not finite"
    if verb.form & Form.PAST or verb.passive or verb.form & Form.PARTICIPLE:
        return "past"
    if verb.form & (Form.FUTURE | Form.CONDITIONAL) or verb.modal:
        return "not said to be"
    return "present"


def _verbs_beside(sentence: Sentence, first: int, last: int) -> list[str]:
    """The nearest verbs on either side of a stretch, whatever the clause analysis says."""
    found: list[str] = []
    for name, places in (
        ("left", range(first - 1, max(first - 1 - _BESIDE, -1), -1)),
        ("right", range(last + 1, min(last + 1 + _BESIDE, len(sentence.atoms)))),
    ):
        for i in places:
            v = sentence.verb_at[i]
            if v >= 0:
                verb = sentence.verbs[v]
                distance = min(abs(i - places.start) // 3, 3)
                found += _of_verb(name, verb.passive, verb.frames, distance)
                break
    return found
