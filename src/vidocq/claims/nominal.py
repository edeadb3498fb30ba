"""Claims that phrases make without a verb: sponsors, homes, aliases, authors and victims of events."""

from __future__ import annotations

import re

from vidocq.claims.aimed_sanctions import aimed_sanctions
from vidocq.claims.blame import blame
from vidocq.claims.certainty import find_likelihood
from vidocq.claims.context import Context
from vidocq.claims.coordination import renames
from vidocq.claims.dependencies import dependencies
from vidocq.claims.draft import Draft
from vidocq.claims.entities import described, refer, state_reference
from vidocq.claims.events import keeps_order, read_event, resolve_event
from vidocq.claims.fillers import is_marked, modified_by_clause, tool_references
from vidocq.claims.findings import finding_drafts
from vidocq.claims.layout import Sentence, attached, members, of_child
from vidocq.claims.memory import slug
from vidocq.claims.persons import home_of
from vidocq.claims.victim_lists import listed_victims
from vidocq.claims.victimology import victimology_drafts
from vidocq.claims.victims import victim_of_phrase
from vidocq.knowledge.load import demonyms
from vidocq.language.tags import Tag
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Predicate, Reference

_SPONSORED = frozenset({"actor", "group", "persons", "company", "name", "malware"})
_SUBJECT_TYPES = frozenset(
    {EntityType.GROUP, EntityType.PERSON, EntityType.COMPANY, EntityType.UNNAMED_ACTOR}
)
_TELLING = frozenset({"attack", "incident", "group", "malware"})
_ALIAS_KINDS = frozenset({"group", "malware", "agency", "actor", "person"})


def nominal_drafts(context: Context, sentence: Sentence) -> list[Draft]:
    """The drafts of all phrases of a sentence."""
    drafts: list[Draft] = []
    for p, phrase in enumerate(sentence.phrases):
        if phrase.kind in _SPONSORED:
            drafts.extend(_actor(context, sentence, p, phrase))
        if phrase.kind in ("attack", "incident"):
            drafts.extend(_event(context, sentence, p, phrase))
        if phrase.kind == "malware":
            drafts.extend(_made_by(context, sentence, p, phrase))
        if phrase.kind == "sanctions":
            drafts.extend(aimed_sanctions(context, sentence, p))
        if phrase.kind == "use":
            drafts.extend(_use(context, sentence, p, phrase))
        if phrase.kind in ("accusation", "denial", "lead"):
            drafts.extend(blame(context, sentence, p))
        if phrase.kind in _ALIAS_KINDS or phrase.kind == "name":
            drafts.extend(_aliases(context, sentence, p))
        if phrase.kind in ("company", "organisation"):
            drafts.extend(_front(context, sentence, p))
        if phrase.descriptor == "persons" or phrase.kind == "person":
            drafts.extend(home_drafts(context, sentence, p))
    if context.dense:
        drafts.extend(victimology_drafts(context, sentence))
        drafts.extend(finding_drafts(context, sentence))
    return drafts


def _draft(
    context: Context,
    p: Phrase,
    predicate: Predicate,
    subject: Reference,
    object_: Reference,
    rule: str,
) -> Draft:
    return Draft(predicate, subject, object_, context.number, p.last, rule)


def _actor(context: Context, sentence: Sentence, p: int, phrase: Phrase) -> list[Draft]:
    """Whose an actor is and where it sits, by its own modifiers."""
    if phrase.weak and not (
        phrase.cyber or phrase.state_actor or context.dense or context.sentence_in_field
    ):
        return []
    attacking = _as_attacker(context, phrase)
    if phrase.kind == "malware" or (
        phrase.kind in ("company", "name") and not _sponsor_marks(phrase) and attacking is None
    ):
        return []
    if phrase.kind == "name" and phrase.descriptor != "actor" and attacking is None:
        return []
    if (sentence.start, p) in context.memory.attacked:
        return []
    subject = attacking or _subject(context, sentence, p)
    if subject is None or subject.type not in _SUBJECT_TYPES:
        return []
    if (
        phrase.kind == "actor"
        and not sentence.verbs
        and not _sponsor_marks(phrase)
        and not sentence.kinds & _TELLING
    ):
        return []  # A heading: "Un acteur russe bien connu".
    drafts = _said_of(context, sentence, p, phrase, subject)
    for q in sentence.same.get(p, [p])[1:]:
        # "A, B and C, all officers of …": the description is of each.
        other = refer(sentence, q, context.memory)
        if other is not None and other.type is subject.type and other.type in _NAMED_ACTORS:
            drafts += _said_of(context, sentence, p, phrase, other)
    return drafts


def _front(context: Context, sentence: Sentence, p: int) -> list[Draft]:
    """For whom a front works: "Wuhan XRZ, a front company for the Ministry of State Security"."""
    phrase, q = sentence.phrases[p], p + 1
    fronts = context.pack.phrases.front_nouns
    words = phrase.text.lower().replace("-", " ")
    if p not in sentence.same or q >= len(sentence.phrases):
        return []
    if not any(noun.replace("-", " ") in words for noun in fronts):
        return []
    whose = sentence.phrases[q]
    relations = sentence.pack.relations
    tied = whose.prep in relations.of or whose.prep in relations.blamed_for
    if not tied or whose.kind not in ("state", "agency", "government", "service"):
        return []
    sponsor = refer(sentence, q, context.memory)
    drafts: list[Draft] = []
    for r in sentence.same[p]:
        firm = refer(sentence, r, context.memory)
        if firm is not None and sponsor is not None:
            drafts.append(_draft(context, phrase, Predicate.SPONSORED_BY, firm, sponsor, "front"))
    return drafts


def home_drafts(context: Context, sentence: Sentence, p: int) -> list[Draft]:
    """Where a person lives who is named as the charged are: "Li Wei, 34, of Chengdu"."""
    q = home_of(sentence, p)
    if q is None:
        return []
    person, place = refer(sentence, p, context.memory), refer(sentence, q, context.memory)
    if person is None or place is None or person.type is not EntityType.PERSON:
        return []
    if place.type not in (EntityType.STATE, EntityType.PLACE):
        return []
    return [_draft(context, sentence.phrases[p], Predicate.LOCATED_IN, person, place, "home")]


_NAMED_ACTORS = frozenset({EntityType.PERSON, EntityType.GROUP})


def _as_attacker(context: Context, phrase: Phrase) -> Reference | None:
    """The group that a name without a list is, where a verb of its sentence says that it attacks."""
    if phrase.kind != "name":
        return None
    group = Reference(EntityType.GROUP, phrase.text, "group:" + slug(phrase.text))
    return group if group.id in context.used else None


def _said_of(
    context: Context, sentence: Sentence, p: int, phrase: Phrase, subject: Reference
) -> list[Draft]:
    """What the description at ``p`` says of one actor."""
    officer = subject.type is EntityType.PERSON and any(h.type == "agency" for h in phrase.names)
    if phrase.kind == "persons" and subject.id not in context.used and not officer:
        # Nationals, officers, students: actors only where something is said of them as such.
        return []
    if (
        context.memory.topic is not None
        and subject.type is EntityType.UNNAMED_ACTOR
        and subject.id not in context.used
    ):
        # Others in passing, in a report on one group: "like all state-sponsored actors".
        return []
    drafts: list[Draft] = []
    for mark in phrase.marks:
        if mark.how == "leaning" or mark.type not in ("state", "agency"):
            continue
        predicate = Predicate.SPONSORED_BY if mark.how == "sponsor" else Predicate.LOCATED_IN
        if (
            predicate is Predicate.LOCATED_IN
            and mark.how == "name"
            and phrase.kind == "group"
            and phrase.descriptor != "actor"
        ):
            continue
        drafts.append(
            _draft(
                context,
                phrase,
                predicate,
                subject,
                state_reference(mark, sentence.text),
                "home" if mark.how == "based" else "modifier",
            )
        )
        following = sentence.phrases[p + 1] if p + 1 < len(sentence.phrases) else None
        if following is not None and following.prep == "be" and following.entity == mark.entity:
            # "a group | believed to be | Peruvian"
            drafts[-1].likelihood = find_likelihood(
                sentence, phrase.last + 1, following.first, context.pack
            )
    if subject.type is EntityType.GROUP and phrase.kind in ("group", "name"):
        home = _home_in_name(sentence, phrase)
        if home is not None:
            drafts.append(_draft(context, phrase, Predicate.LOCATED_IN, subject, home, "modifier"))
    if phrase.kind in ("actor", "persons", "group"):
        drafts.extend(_owners(context, sentence, p, phrase, subject))
    named = sentence.same.get(p, [p])[0]
    if named < p:
        # "X | is believed to be | a state-sponsored group": the hedge of the copula.
        first, last = sentence.phrases[named].last + 1, phrase.first - 1
        hedge = find_likelihood(sentence, first, last, context.pack)
        for draft in drafts:
            draft.likelihood = draft.likelihood or hedge
    return drafts


def _home_in_name(sentence: Sentence, phrase: Phrase) -> Reference | None:
    """The country that a group bears in its name: "Syrian Electronic Army"."""
    words = _WORD.findall(phrase.text)
    if len(words) < 2 or words[0].casefold() in _CAUSES:
        return None
    if any("malware" in w.nouns_kinds for x in words if (w := sentence.pack.words.get(x.lower()))):
        return None  # "Cuba Ransomware Gang": a program's name
    for word in words:
        entity = demonyms().get(word.casefold())
        if entity is not None:
            return Reference(EntityType.STATE, word, entity)
    return None


_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![a-z])")
"""The words of a name, and those inside one written together: "Moroccan|Ghosts", "Lulz|Sec|Peru"."""
_CAUSES = frozenset({"free", "anti", "against", "op", "operation", "stop", "save", "stand", "pro"})
"""First words after which a country is a cause and no home: "Free Kashmir", "Stand With Ukraine"."""


def _owners(
    context: Context, sentence: Sentence, p: int, phrase: Phrase, subject: Reference
) -> list[Draft]:
    """ "GRU officers", "pirates du MSS", "Moscow's hackers", "hackers from Iran"."""
    drafts: list[Draft] = []
    sponsors = [
        Reference(EntityType.AGENCY, sentence.text[h.start : h.end], h.entity)
        for h in phrase.names
        if h.type == "agency"
    ]
    child = of_child(sentence, p)
    for q in (child, phrase.owner):
        if q is None:
            continue
        other = sentence.phrases[q]
        if other.kind in ("agency", "service", "government") or (
            q == phrase.owner and other.kind == "state"
        ):
            reference = refer(sentence, q, context.memory)
            if reference is not None:
                sponsors.append(reference)
        elif (
            other.kind == "organisation"
            and other.entity is None
            and other.head in sentence.pack.cues.forces
        ):
            # "a unit of the Peruvian army"
            if any(m.type == "state" for m in other.marks):
                sponsors.append(described(sentence, q, EntityType.AGENCY))
        elif q == child and (
            other.kind in ("actor", "persons") or other.head in context.pack.phrases.origin_nouns
        ):
            for mark in other.marks:
                if mark.type == "state" and mark.how in ("demonym", "based", "sponsor"):
                    predicate = (
                        Predicate.SPONSORED_BY if mark.how == "sponsor" else Predicate.LOCATED_IN
                    )
                    drafts.append(
                        _draft(
                            context,
                            phrase,
                            predicate,
                            subject,
                            state_reference(mark, sentence.text),
                            "modifier",
                        )
                    )
    sponsors += _linked_to(context, sentence, p)
    for sponsor in sponsors:
        drafts.append(_draft(context, phrase, Predicate.SPONSORED_BY, subject, sponsor, "owner"))
    if phrase.kind == "actor":
        for q in attached(sentence, p, sentence.pack.relations.homes, reach=1):
            if (
                q == p + 1
                and sentence.phrases[q].kind == "state"
                and (q != child or sentence.phrases[q].prep in sentence.pack.relations.of)
            ):
                for r in members(sentence, q):
                    home = refer(sentence, r, context.memory)
                    if home is not None and home.type is EntityType.STATE:
                        near = sentence.atoms[phrase.last].key in sentence.pack.cues.near
                        how = Predicate.SPONSORED_BY if near else Predicate.LOCATED_IN
                        drafts.append(_draft(context, phrase, how, subject, home, "whereabouts"))
    return drafts


def _linked_to(context: Context, sentence: Sentence, p: int) -> list[Reference]:
    """To whom actors have links: "hackers | with ties | to the Peruvian government"."""
    phrases = sentence.phrases
    if p + 2 >= len(phrases) or phrases[p].kind not in ("actor", "group"):
        return []
    links, party = phrases[p + 1], phrases[p + 2]
    relations = sentence.pack.relations
    if links.prep not in relations.accompanying or links.head not in sentence.pack.cues.links:
        return []
    if party.prep not in relations.to:
        return []
    if party.kind not in ("state", "agency", "government", "service"):
        return []
    found = [refer(sentence, r, context.memory) for r in members(sentence, p + 2)]
    return [r for r in found if r is not None]


def _sponsor_marks(phrase: Phrase) -> bool:
    return any(m.how == "sponsor" for m in phrase.marks)


def _subject(context: Context, sentence: Sentence, p: int) -> Reference | None:
    """The entity of an actor phrase; one that renames a name is that name."""
    return refer(sentence, sentence.same.get(p, [p])[0], context.memory)


def _event(context: Context, sentence: Sentence, p: int, phrase: Phrase) -> list[Draft]:
    """Authors and victims that an event phrase names itself."""
    if phrase.weak and not (phrase.cyber or context.dense or context.sentence_in_field):
        return []
    parts = read_event(sentence, p, context.memory)
    if not (parts.victims or parts.authors or parts.victim_names or parts.author_marks):
        return []
    near = context.sentence_in_field or context.near_field
    known = any(event.anchors & parts.anchors for event in context.memory.events)
    if phrase.weak and not phrase.cyber and not near and not known:
        return []
    if (
        phrase.plural
        and not phrase.determined
        and not parts.authors
        and not parts.author_marks
        and p not in context.doers
        and p not in context.blamed_events
        and context.year is None
        and phrase.number is None
        and (context.memory.topic is not None or not (context.dense and _happened(sentence, p)))
    ):
        # "cyber attacks against companies": a kind of event, unless something dates or counts it.
        if context.memory.topic is None:
            return []
        context.doers[p] = [context.memory.topic]
    event = resolve_event(sentence, p, parts, context.memory, context.year, context.number)
    drafts: list[Draft] = []
    authors = list(parts.author_marks)
    for q in parts.authors:
        reference = refer(sentence, q, context.memory)
        if reference is not None:
            authors.append(reference)
    seen: set[str] = set()
    for author in authors:
        if author.id in seen or author.type in (EntityType.BLOC, EntityType.COMPANY):
            continue
        if phrase.weak and (author.type is EntityType.ORGANISATION or keeps_order(author)):
            continue
        seen.add(author.id)
        if author == context.memory.topic and not (parts.anchors or parts.victims):
            # "UNC5221's campaign" in a report on UNC5221: what all of it is about.
            continue
        if (
            author.type is EntityType.UNNAMED_ACTOR
            and not context.accusing
            and not _marked(sentence, parts.authors)
        ):
            continue
        drafts.append(
            _draft(context, phrase, Predicate.ATTRIBUTED_TO, event, author, "event author")
        )
    victims = [
        v for v in parts.victim_names if v.type not in (EntityType.PRODUCT, EntityType.COMPANY)
    ]
    for q in (r for m in parts.victims for r in sentence.same.get(m, [m])):
        if q in context.accused_phrases:
            continue
        victims.extend(victim_of_phrase(sentence, q, context.memory))
    if parts.victims:
        last = max(q for m in parts.victims for q in sentence.same.get(m, [m]))
        victims += listed_victims(sentence, last, context.memory, victims)
    actors = [a for a in authors if a.type in (EntityType.GROUP, EntityType.UNNAMED_ACTOR)]
    if p in context.doers:
        return [
            _draft(context, phrase, Predicate.TARGETS, actor, victim, "event victim")
            for actor in context.doers[p]
            for victim in victims
        ]
    if (
        phrase.plural
        and not phrase.determined
        and actors
        and phrase.prep not in sentence.pack.relations.origins
    ):
        # "campaigns from X against Y": what the actor does, not one incident.
        drafts = [d for d in drafts if d.object not in actors]
        subjects = actors
    else:
        subjects = [event]
    if phrase.weak:
        # "une opération contre le gang": what is done about attackers.
        victims = [v for v in victims if v.type is not EntityType.GROUP]
    for victim in {v.id: v for v in victims if v.id not in seen}.values():
        for subject in subjects:
            drafts.append(
                _draft(context, phrase, Predicate.TARGETS, subject, victim, "event victim")
            )
    return drafts


def _made_by(context: Context, sentence: Sentence, p: int, phrase: Phrase) -> list[Draft]:
    """Whose a malware is by the "by" right after it: "the Rustpeck malware | by the group Kestrel"."""
    by = [q for q in attached(sentence, p, context.pack.relations.agent, reach=1) if q == p + 1]
    if not by:
        return []
    named = [r for r in tool_references(context, sentence, p) if r.type is EntityType.MALWARE]
    makers = [
        maker
        for q in (r for m in by for r in members(sentence, m))
        if sentence.phrases[q].kind in ("group", "agency", "state")
        and (maker := refer(sentence, q, context.memory)) is not None
    ]
    return [
        _draft(context, phrase, Predicate.ATTRIBUTED_TO, malware, maker, "maker")
        for malware in named[:1]
        for maker in makers
        if maker.id.partition(":")[2] != malware.id.partition(":")[2]
    ]


def _happened(sentence: Sentence, p: int) -> bool:
    """Whether the sentence says of an attack that it was seen or done: "attacks were uncovered"."""
    return any(
        d.subjects[:1] == [p] and sentence.verbs[v].passive and not sentence.verbs[v].modal
        for v, d in enumerate(dependencies(sentence))
    )


def _marked(sentence: Sentence, authors: tuple[int, ...]) -> bool:
    return any(is_marked(sentence, q) or modified_by_clause(sentence, q) for q in authors)


def _aliases(context: Context, sentence: Sentence, p: int) -> list[Draft]:
    """Names that a marker or a bracket equates with phrase ``p``: "SVR, also known as APT29, Cozy Bear"."""
    phrase = sentence.phrases[p]
    named = sentence.same.get(p, [])
    if phrase.kind == "actor" and not phrase.plural and len(named) > 1:
        return _one_actor(context, sentence, phrase, named)
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
    subject = _subject(context, sentence, p)
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
            drafts.append(_draft(context, phrase, Predicate.SAME_AS, subject, alias, "other name"))
    return drafts


def _one_actor(
    context: Context, sentence: Sentence, phrase: Phrase, named: list[int]
) -> list[Draft]:
    """One actor under several names: "the group dubbed APT37 or Reaper"."""
    found = [refer(sentence, q, context.memory) for q in named]
    groups = [r for r in found if r is not None and r.type is EntityType.GROUP]
    for alias in groups[1:]:
        context.memory.equate(groups[0], alias)
    return [
        _draft(context, phrase, Predicate.SAME_AS, groups[0], alias, "other name")
        for alias in groups[1:]
        if _key(alias) != _key(groups[0])
    ]


def _use(context: Context, sentence: Sentence, p: int, phrase: Phrase) -> list[Draft]:
    """ "the PRC’s use of contract hackers", "l'emploi de X par Y", "le recours par Y au groupe X"."""
    child = of_child(sentence, p)
    to = attached(sentence, p, sentence.pack.relations.dative, reach=4)
    used = to[0] if to else child
    if used is None:
        return []
    subject: Reference | None = None
    by = (
        [phrase.owner]
        if phrase.owner is not None
        else attached(sentence, p, sentence.pack.relations.agent, reach=5)
    )
    if to and not by and child is not None:
        by = [child]  # "le recours du GRU | à APT28"
    during = attached(
        sentence, members(sentence, used)[-1], sentence.pack.relations.courses, reach=2
    )
    if by:
        subject = refer(sentence, sentence.same.get(by[0], by)[0], context.memory)
    elif during and sentence.phrases[during[0]].kind in ("attack", "incident"):
        parts = read_event(sentence, during[0], context.memory)
        subject = resolve_event(
            sentence, during[0], parts, context.memory, context.year, context.number
        )
    if subject is None or subject.type in (EntityType.COMPANY, EntityType.ORGANISATION):
        return []
    if sentence.phrases[used].kind == "group" and subject.type in _SPONSORS:
        group = refer(sentence, used, context.memory)
        return [
            _draft(context, phrase, Predicate.SPONSORED_BY, g, subject, "use of")
            for g in ([group] if group is not None else [])
        ]
    tools = tool_references(context, sentence, used)
    return [_draft(context, phrase, Predicate.USES, subject, tool, "use of") for tool in tools]


_SPONSORS = frozenset({EntityType.STATE, EntityType.AGENCY})


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
        found.append(found[-1] + 1)
    return found
