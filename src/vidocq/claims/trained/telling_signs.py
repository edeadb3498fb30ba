"""What speaks for a role of a mention: the features of the trained reader.

Most signs hold in every language: kinds, frames and classes of prepositions that the packs give, and what a word is
about (`vidocq.language.senses`). Beginnings of words stand beside them ("lv:accus"), for what no class tells. Input: a
sentence with its mentions and the drafts that the rules made of it; output: names of features, of the sentence as a
whole, of each mention, of two mentions.
"""

from __future__ import annotations

from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.countries import country_code
from vidocq.claims.syntax.dependencies import Dependency, dependencies
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.bundles import Bundle, bundle
from vidocq.claims.trained.mention import Mention, in_phrase
from vidocq.claims.trained.signs_of_forms import (
    form_of_event,
    form_of_phrase,
    of_form,
    of_remembered,
    of_time,
    step,
)
from vidocq.claims.trained.signs_of_verbs import (
    evoked,
    governed,
    nearest_verbs,
    time_of,
    verb_roles,
    verbs_beside,
    voice_of,
)
from vidocq.claims.trained.signs_of_words import BEGINNING, of_word, preposition_classes
from vidocq.language.fold import fold
from vidocq.language.tags import Tag

_EVENTS = frozenset({"attack", "incident", "deed"})
_UNITS = frozenset({"organizations", "systems", "persons", "records", "dollars", "euros", "pounds"})
_FAR = 4
_APART = 5
_NEIGHBOURS = (1, 2)
_BEFORE = {k: f"prev{k}" for k in _NEIGHBOURS}
_AFTER = {k: f"next{k}" for k in _NEIGHBOURS}
_BETWEEN = 3
"""Words between two mentions up to which they are a sign as they stand."""
_OPENING = 3
_LISTS = (2, 3, 5, 9)
"""Members of lists that differ: few bodies are hit together by one attack, many sign a statement."""
_LENGTHS = (8, 16, 28, 45)


class Signs:
    """The features of one sentence, each worked out once."""

    def __init__(self, context: Context, sentence: Sentence, drafts: list[Draft]) -> None:
        self.context = context
        self.sentence = sentence
        self.drafts = drafts
        self.language = sentence.pack.language
        self.attacks = [
            p for p, phrase in enumerate(sentence.phrases) if phrase.kind in ("attack", "incident")
        ]
        self.events = [p for p, phrase in enumerate(sentence.phrases) if phrase.kind in _EVENTS]
        voice = context.memory.voice
        self.country = country_code(voice.id) if voice is not None else None
        self.general = self._general()
        self.dependencies: list[Dependency] = []
        self.roles: dict[int, list[str]] = {}
        self.speakers: set[str] = set()
        self.accused: set[str] = set()
        self.authors: set[str] = set()
        self.told: dict[str, set[str]] = {}
        """What the rules' claims of this sentence say of whom."""
        self.beside: dict[int, list[tuple[str, int]]] = {}
        """First member of a list → what the rules say of its members, with the member."""
        self._of_phrases: dict[int, list[Bundle]] = {}
        self._words: dict[int, list[Bundle]] = {}
        self._of_entities: dict[str, Bundle] = {}

    def note(self, mentions: list[Mention]) -> None:
        """Take in the sentence's mentions, before any of them is asked about."""
        sentence = self.sentence
        self.dependencies = list(dependencies(sentence))
        self.roles = verb_roles(sentence, self.dependencies)
        memory = self.context.memory
        self.speakers = {s.id for s in memory.speakers}
        self.accused = {s.id for s in memory.accused}
        self.authors = {author for event in memory.events for author in event.authors}
        for draft in self.drafts:
            self._tell(draft.subject.id, f"is subject of {draft.predicate}")
            if draft.object is not None:
                self._tell(draft.object.id, f"is object of {draft.predicate}")
            for claimant in draft.claimants or ():
                self._tell(claimant.id, "is claimant")
        if not self.told:
            return
        for mention in mentions:
            if mention.phrase >= 0 and mention.reference is not None:
                for told in self.told.get(mention.reference.id, ()):
                    leader = sentence.joined[mention.phrase]
                    self.beside.setdefault(leader, []).append((told, mention.phrase))

    def _tell(self, entity: str, what: str) -> None:
        self.told.setdefault(entity, set()).add(what)

    def _general(self) -> list[Bundle]:
        """What holds for the sentence as a whole."""
        sentence, context = self.sentence, self.context
        found = [f"verb {frame}" for verb in sentence.verbs for frame in evoked(verb.frames)]
        found.append("in field" if context.sentence_in_field else "out of field")
        found.append(f"events {min(len(self.events), 2)}")
        found += [
            f"event {form}" for p in self.events for form in form_of_event(sentence.phrases[p])
        ]
        found += [f"tells {time_of(verb)}" for verb in sentence.verbs]
        found.append(f"length {step(len(sentence.atoms), _LENGTHS)}")
        voice = context.memory.voice
        found.append(f"voice {voice.type}" if voice is not None else "no voice")
        for told, sign in (
            (context.dense, "dense"),
            (context.number == 0, "first sentence"),
            (any(sentence.quoted), "quotation"),
            (any(verb.negated for verb in sentence.verbs), "negated verb"),
            (context.memory.topic is not None, "report on a group"),
            (bool(context.memory.events), "event told before"),
            (bool(self.drafts), "rules found something here"),
            (bool(context.told), "rules found something before"),
            (context.sentence_in_field or context.near_field, "near field"),
        ):
            if told:
                found.append(sign)
        found += [f"rule {draft.predicate}" for draft in self.drafts]
        said = [bundle(sign) for sign in dict.fromkeys(found)]
        for key in dict.fromkeys([verb.key for verb in sentence.verbs]):
            said.append(of_word(self.language, "v", key))
        for head in dict.fromkeys([phrase.head for phrase in sentence.phrases]):
            if head:
                said.append(of_word(self.language, "h", head))
        return said

    def of_mention(self, mention: Mention) -> tuple[list[Bundle], list[Bundle]]:
        """What holds for a mention: its type, its place, what the verb and the words beside it make of it.

        The second list holds the signs that may say another thing of each type.
        """
        itself = self.of_itself(mention)
        if not in_phrase(mention):
            return itself, []
        p = mention.phrase
        return [*itself, *self.of_phrase(p)], self.words_about(p)

    def of_itself(self, mention: Mention) -> list[Bundle]:
        """The signs of a mention beside those that it shares with the others of its phrase (`of_phrase`)."""
        reference = mention.reference
        if mention.how == "amount":
            return self._of_amount(mention)
        if mention.how in ("memory", "voice") and reference is not None:
            kind = str(reference.type)
            return [of_remembered(kind, mention.mark), self._known(reference.id)]
        sentence = self.sentence
        p = mention.phrase
        phrase = sentence.phrases[p]
        kind = str(reference.type) if reference is not None else "nothing"
        leader = sentence.joined[p]
        prep = sentence.phrases[leader].prep or phrase.prep
        found = [of_form(self.language, kind, mention.how, mention.mark, phrase.kind, prep)]
        found.append(bundle(*[f"{kind} {role}" for role in self._roles_of(p)]))
        if kind == "agency" and phrase.head.partition(" ")[0] in sentence.pack.cues.ministries:
            found.append(bundle("agency ministry"))
        if reference is not None:
            found.append(self._known(reference.id))
            told = self.told.get(reference.id)
            if told is not None:
                found.append(bundle(*sorted(told)))
            if self.country is not None and country_code(reference.id) == self.country:
                found.append(bundle("of the voice's country", f"{kind} of the voice's country"))
        return found

    def _roles_of(self, p: int) -> list[str]:
        """What a phrase is to the verbs about it."""
        return self.roles.get(self.sentence.joined[p]) or self.roles.get(p) or ["none"]

    def of_phrase(self, p: int) -> list[Bundle]:
        """What holds for all mentions of a phrase."""
        known = self._of_phrases.get(p)
        if known is not None:
            return known
        sentence = self.sentence
        phrase, leader = sentence.phrases[p], sentence.joined[p]
        found = [bundle(*self._roles_of(p)), self._of_event(p)]
        found += verbs_beside(sentence, phrase.first, phrase.last)
        for side, verb in nearest_verbs(sentence, phrase.first, phrase.last):
            found.append(of_time(side, time_of(verb)))
        if p + 1 < len(sentence.phrases):
            found.append(bundle(f"right {sentence.phrases[p + 1].kind}"))
        before = sentence.atoms[max(phrase.first - 3, 0) : phrase.first]
        form = form_of_phrase(phrase)
        size = step(sentence.joined.count(leader), _LISTS)
        form += [f"list of {size}", f"list of {size} {phrase.kind}"]
        if before and before[-1].key in ("(", ","):
            form.append(f"behind {before[-1].key}")
        if p == 0:
            form.append("first phrase")
        if sentence.quoted[phrase.last]:
            form.append("within a quotation")
        if sentence.tags & Tag.ALIAS_MARKER and any(a.tags & Tag.ALIAS_MARKER for a in before):
            form.append("behind an alias word")
        found.append(bundle(*form))
        if self.beside:
            mates = sorted({f"mate {told}" for told, q in self.beside.get(leader, ()) if q != p})
            found.append(bundle(*mates))
        found += self.words_about(p)
        self._of_phrases[p] = found
        return found

    def words_about(self, p: int) -> list[Bundle]:
        """The words about a phrase, each time that they stand there."""
        known = self._words.get(p)
        if known is None:
            known = self._words[p] = self._words_about(p)
        return known

    def of_head(self, p: int) -> Bundle:
        """What the noun of a phrase says."""
        return of_word(self.language, "head", self.sentence.phrases[p].head or "-")

    def _words_about(self, p: int) -> list[Bundle]:
        """The words about a phrase: its head, its neighbours, the verbs beside it and those that govern it."""
        sentence, language = self.sentence, self.language
        atoms, phrases = sentence.atoms, sentence.phrases
        phrase, leader = phrases[p], sentence.joined[p]
        first = phrases[leader].first if leader != p else phrase.first
        found = [self.of_head(p)]
        if leader != p:
            found.append(bundle("in list"))
        for k in _NEIGHBOURS:
            if first - k >= 0:
                found.append(of_word(language, _BEFORE[k], atoms[first - k].key))
            if phrase.last + k < len(atoms):
                found.append(of_word(language, _AFTER[k], atoms[phrase.last + k].key))
        for place, verb in nearest_verbs(sentence, phrase.first, phrase.last):
            found.append(of_word(language, f"{place[0]}v", verb.key))
        for q in (p - 1, p - 2):
            if q >= 0:
                found.append(of_word(language, "lp", phrases[q].head or phrases[q].kind))
        if p + 1 < len(phrases):
            found.append(of_word(language, "rp", phrases[p + 1].head or phrases[p + 1].kind))
        for v, dependency in enumerate(self.dependencies):
            verb = sentence.verbs[v]
            for name, those in (
                ("subj", dependency.subjects[:1]),
                ("obj", dependency.objects[:2]),
                ("obl", dependency.obliques),
            ):
                if leader in those or p in those:
                    found.append(of_word(language, f"{name} {voice_of(verb)} ", verb.key))
        return found

    def _of_amount(self, mention: Mention) -> list[Bundle]:
        """What holds for a number: what it counts, the verbs about it."""
        sentence, count, i = self.sentence, mention.count, mention.atom
        known = mention.reference is not None
        found = [f"amount {mention.mark}", "amount of something" if known else "amount of bodies"]
        if count is not None:
            unit = count.unit if count.unit in _UNITS else "things"
            found += [f"counts {unit}", f"digits {min(len(str(count.value)), 8)}"]
            found.append("approximate" if count.approximate else "exact")
        p = mention.phrase
        words: list[Bundle] = []
        if p >= 0:
            phrase = sentence.phrases[p]
            found += [f"amount {role}" for role in self._roles_of(p)]
            found.append(f"amount in {phrase.kind}")
            found += [f"amount after {c}" for c in preposition_classes(self.language, phrase.prep)]
            found += [f"amount {sign}" for sign in self._of_event(p).signs]
            words += self.words_about(p)
        else:
            for k in _NEIGHBOURS:
                if i + k < len(sentence.atoms):
                    words.append(of_word(self.language, _AFTER[k], sentence.atoms[i + k].key))
        for beside in verbs_beside(sentence, i, i):
            found += [f"amount {sign}" for sign in beside.signs]
        for place, verb in nearest_verbs(sentence, i, i):
            words.append(of_word(self.language, f"{place[0]}v", verb.key))
        if i < _OPENING:
            found.append("amount opens the sentence")
        if sentence.quoted[i]:
            found.append("within a quotation")
        if mention.reference is not None:
            found += sorted(self.told.get(mention.reference.id, ()))
        return [*[bundle(sign) for sign in dict.fromkeys(found)], *words]

    def of_pair(self, subject: Mention, object_: Mention) -> list[Bundle]:
        """What holds for two mentions: their types, what stands between them, the verb that has them both."""
        s, o = subject.reference, object_.reference
        types = f"{s.type if s else None} > {o.type if o else None}"
        found = [types, f"{subject.how} > {object_.how} {object_.mark}"]
        p, q = subject.phrase, object_.phrase
        places: list[Bundle] = []
        if p < 0 or q < 0:
            found.append(f"memory {types}")
        elif p == q:
            found += ["same phrase", f"same phrase {types} {object_.how} {object_.mark}"]
        else:
            places = self._of_places(types, p, q)
        for draft in self.drafts:
            o_told = draft.object.id if draft.object is not None else ""
            if s and o and draft.subject.id == s.id and o_told == o.id:
                found.append(f"rule says {draft.predicate}")
        return [bundle(*dict.fromkeys(found)), *places]

    def _of_places(self, types: str, p: int, q: int) -> list[Bundle]:
        """What stands between two phrases, and which verb has them both."""
        sentence, language = self.sentence, self.language
        side = "before" if q > p else "after"
        distance = abs(q - p)
        found = [side, f"{side} {min(distance, _APART)}", f"{side} {types} {min(distance, 3)}"]
        low, high = min(p, q), max(p, q)
        first, end = sentence.phrases[low].last + 1, sentence.phrases[high].first
        verbs = sorted({sentence.verb_at[i] for i in range(first, end)} - {-1})
        found.append(f"{side} verbs between {min(len(verbs), 3)}")
        words: list[Bundle] = []
        if len(verbs) == 1:
            verb = sentence.verbs[verbs[0]]
            found += [f"{side} between {voice_of(verb)} {e}" for e in evoked(verb.frames)]
            words.append(of_word(language, f"{side} bv", verb.key))
        if end - first <= _BETWEEN:
            between = " ".join([fold(a.key)[:BEGINNING] for a in sentence.atoms[first:end]])
            found.append(f"{side} btw:{between}")
        if any(a.tags & Tag.ALIAS_MARKER for a in sentence.atoms[max(first - 1, 0) : end]):
            found.append(f"{side} alias between")
        lead_p, lead_q = sentence.joined[p], sentence.joined[q]
        if lead_p == lead_q:
            found.append("same list")
        prep = sentence.phrases[lead_q].prep or sentence.phrases[q].prep
        if prep:
            found += [f"{side} prep {c}" for c in preposition_classes(language, prep)]
        for v, dependency in enumerate(self.dependencies):
            verb = sentence.verbs[v]
            subjects = dependency.subjects[:1]
            if lead_p in subjects or p in subjects:
                role = governed(dependency, lead_q, q)
                name = f"subj-{role}"
            elif lead_q in subjects or q in subjects:
                role = governed(dependency, lead_p, p)
                name = f"{role}-subj"
            else:
                if lead_p in dependency.objects[:2] and governed(dependency, lead_q, lead_q):
                    found.append("both governed")
                continue
            if role:
                found += [f"{name} {e} {verb.passive}" for e in evoked(verb.frames)]
                words.append(of_word(language, name, verb.key))
        return [*[bundle(sign) for sign in dict.fromkeys(found)], *words]

    def _of_event(self, p: int) -> Bundle:
        """Where the mention stands from the nearest word for an attack."""
        if not self.events:
            return bundle("no event")
        nearest = min(self.events, key=lambda e: (abs(e - p), e))
        if nearest == p:
            return bundle("within the event")
        side = "after the event" if nearest < p else "before the event"
        low, high = (nearest, p) if nearest < p else (p, nearest)
        first, last = self.sentence.phrases[low].last + 1, self.sentence.phrases[high].first
        parted = any(self.sentence.verb_at[i] >= 0 for i in range(first, last))
        verb = "a verb between" if parted else "no verb between"
        forms = [f"{side}, {form}" for form in form_of_event(self.sentence.phrases[nearest])]
        return bundle(side, f"{side} {min(high - low, _FAR)}", f"{side}, {verb}", *forms)

    def _known(self, entity: str) -> Bundle:
        """What the document has told of the entity so far."""
        of_entity = self._of_entities.get(entity)
        if of_entity is not None:
            return of_entity
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
        for some, sign in (
            (self.speakers, "spoke before"),
            (self.accused, "accused before"),
            (self.authors, "author before"),
        ):
            if entity in some:
                found.append(sign)
        known = self._of_entities[entity] = bundle(*found)
        return known
