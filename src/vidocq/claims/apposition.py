"""Phrases that rename each other: "Hafnium, a group …", "the groups they call X and Y", "X is a hacker"."""

from __future__ import annotations

from vidocq.claims.coordination import join
from vidocq.claims.layout import Sentence, leader, members, of_child, verb_between
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom
from vidocq.mentions.phrases import Phrase

_DESCRIBING = frozenset(
    {"actor", "persons", "malware", "company", "organisation", "name", "thing", "unit", "attack"}
)


_IDENTIFIED = {
    "actor": frozenset({"group", "person", "name"}),
    "persons": frozenset({"person", "group", "name"}),
    "malware": frozenset({"malware"}),
    "company": frozenset({"company", "organisation"}),
    "organisation": frozenset({"organisation", "agency", "company"}),
    "name": frozenset({"state", "bloc", "agency"}),
    "thing": frozenset({"state"}),
    "unit": frozenset({"company", "organisation"}),
    "attack": frozenset({"incident"}),
}


def appositions(sentence: Sentence) -> None:
    """Tie describing phrases to the names beside them: "Hafnium, a group …", "groups known as X and Y"."""
    phrases = sentence.phrases
    for p, phrase in enumerate(phrases):
        if p + 1 < len(phrases) and phrase.descriptor in _CROWDS:
            _see_officers(phrases[p + 1])
            if phrases[p + 1].kind == "unit" and apposition(sentence, p) is not None:
                _see_members(phrases[p + 1])
        following = phrases[p + 1].kind if p + 1 < len(phrases) else ""
        if phrase.kind == "sector" and following in _FIRMS and _one(sentence, p):
            # "le premier opérateur téléphonique ukrainien, | Kyivstar"
            firm = apposition(sentence, p)
            if firm is not None and phrases[firm].entity is not None:
                sentence.same[p] = [firm]
            continue
        named = phrase.kind in _NAMED and following in _NAMED
        if phrase.kind not in _DESCRIBING and following not in _DESCRIBING and not named:
            continue
        q = named_after(sentence, p)
        if q is not None and sentence.phrases[q].kind == "name":
            for r in _names_from(sentence, q):
                sentence.phrases[r].descriptor = phrase.kind
        if q is None:
            q = apposition(sentence, p)
        if q is None:
            q = _over_bracket(sentence, p)
        if q is None:
            q = predicated(sentence, p)
        if q is None and phrase.kind == "actor":
            q = _names_after_complement(sentence, p)
        described = _described_as(sentence, p) if q is None and phrase.kind == "actor" else None
        if described is not None:
            sentence.same[p] = [described]
            continue
        if q is None and phrase.kind == "actor" and phrase.entity is None:
            q = _names_after_event(sentence, p)
        if q is None and phrase.kind == "company" and not phrase.plural:
            q = _firm_after_place(sentence, p)
        member = phrase.kind in ("persons", "unit") and phrase.head in sentence.pack.cues.members
        if q is None and member and p in sentence.same:
            continue  # "X y Y, | miembros | del grupo Z": they, not all of Z
        if q is None and (phrase.kind == "actor" or member) and phrase.number is None:
            q = _band_of(sentence, p)
        if q is None:
            continue
        other = sentence.phrases[q]
        if other.kind == "name" and other.descriptor == "persons" and phrase.kind in _STATELY:
            continue  # "der Chef des GRU, | Igor Kostjukow": nobody is a service
        if (
            phrase.kind in _DESCRIBING
            and phrase.entity is None
            and other.kind in _IDENTIFIED[phrase.kind]
        ):
            if not _fits(phrase, other):
                continue
            sentence.same[p] = _names_from(sentence, q)
            if p and of_child(sentence, p - 1) == p and phrases[p - 1].kind in _CROWDS:
                # "a group | of hackers | calling itself X"
                sentence.same.setdefault(p - 1, sentence.same[p])
            other.prep = other.prep or phrase.prep
        elif (
            other.kind in _DESCRIBING
            and other.entity is None
            and phrase.kind in _IDENTIFIED[other.kind]
            and (other.kind != "persons" or _fits(other, phrase))
        ):
            # "A, B and C, all officers of …": the description is of them all.
            sentence.same[q] = members(sentence, leader(sentence, p)) if other.plural else [p]
            child = of_child(sentence, q)
            if child is not None and phrases[child].kind in _CROWDS and other.kind in _CROWDS:
                # "X is a group | of hackers | led by …"
                sentence.same.setdefault(child, sentence.same[q])
        elif phrase.kind == other.kind == "persons" and other.plural and phrase.plural:
            # "the defendants, all officers of …"
            before = sentence.atoms[max(other.first - 1, 0) : other.first + 1]
            if any(a.key in sentence.pack.cues.all_words for a in before):
                sentence.same[q] = [p]
            other.prep = other.prep or phrase.prep


_CROWDS = frozenset({"actor", "persons"})
_STATELY = frozenset({"state", "bloc", "agency"})


def _see_officers(phrase: Phrase) -> None:
    """Read holders of an office beside the names of people as people: "A and B, both officers of …"."""
    one = phrase.indefinite or not phrase.determined
    if phrase.kind == "office" and (phrase.plural or one) and "persons" in phrase.senses:
        phrase.kind = "persons"


def _see_members(phrase: Phrase) -> None:
    """Read what else is counted as people where it describes names: "X y Y, | miembros del grupo Z"."""
    if phrase.plural and phrase.number is None and "persons" in phrase.senses:
        phrase.kind, phrase.weak = "persons", True


def _one(sentence: Sentence, p: int) -> bool:
    """Whether a sector's words mean one firm or body: with "the" or "a" in the singular."""
    phrase = sentence.phrases[p]
    return sentence.atoms[phrase.first].key in sentence.pack.cues.articles_of_one


_FIRMS = frozenset({"company", "organisation", "agency"})


def _names_after_complement(sentence: Sentence, p: int) -> int | None:
    """The names that a comma ties to actors over their complement: "groups linked to Iran, X and Y"."""
    if p + 2 >= len(sentence.phrases) or sentence.phrases[p + 1].prep is None:
        return None
    first, q = sentence.phrases[p].last + 1, p + 2
    v = sentence.verb_at[first] if first < len(sentence.atoms) else -1
    if v < 0 or not sentence.verbs[v].participle or sentence.verbs[v].passive:
        return None
    between = sentence.atoms[sentence.phrases[p + 1].last + 1 : sentence.phrases[q].first]
    name = sentence.phrases[q]
    after = sentence.atoms[name.last + 1].key if name.last + 1 < len(sentence.atoms) else "."
    if name.prep is not None or [a.key for a in between] != [","]:
        return None
    if name.kind == "name" and not sentence.phrases[p].plural and after in (",", "."):
        name.descriptor = "actor"  # "a group tied to Moscow, | Z-Pentest"
        return q
    closed = sentence.phrases[p].plural or after in (",", ".")
    return q if name.kind == "group" and closed else None


def _described_as(sentence: Sentence, p: int) -> int | None:
    """The group that a verb describes as the actors: "describes | APT28 | as a Russian group"."""
    phrase = sentence.phrases[p]
    if not p or not phrase.indefinite or phrase.prep not in sentence.pack.relations.named_as:
        return None
    group = sentence.phrases[p - 1]
    v = sentence.verb_at[group.first - 1] if group.first else -1
    if group.kind != "group" or group.prep is not None or v < 0:
        return None
    between = sentence.atoms[group.last + 1 : phrase.first]
    if any(a.is_word and not a.tags & (Tag.PREPOSITION | Tag.DETERMINER) for a in between):
        return None
    return p - 1 if not _DESCRIBES.isdisjoint(sentence.verbs[v].frames) else None


_DESCRIBES = frozenset({"alias", "say", "reproach"})


def _names_after_event(sentence: Sentence, p: int) -> int | None:
    """The name that a comma ties to actors over the attack they are behind: "the group behind the hack of X, | Kestrel, …"."""
    phrases, relations, q = sentence.phrases, sentence.pack.relations, p + 1
    if q >= len(phrases) or phrases[q].kind not in ("attack", "incident"):
        return None
    if phrases[q].prep not in relations.behind and phrases[q].prep not in relations.origins:
        return None
    r = q + 1
    while r < min(q + _COMPLEMENTS, len(phrases)) and phrases[r].prep is not None:
        if phrases[r].kind in ("group", "name") and phrases[r].prep in relations.named_as:
            break
        r += 1
    if r >= len(phrases) or phrases[r].kind not in ("group", "name"):
        return None
    between = sentence.atoms[phrases[r - 1].last + 1 : phrases[r].first]
    if not between or between[0].key != ",":
        return None
    if any(
        a.is_word and not a.tags & (Tag.ALIAS_MARKER | Tag.PREPOSITION | Tag.ADVERB)
        for a in between
    ):
        return None
    if phrases[r].kind == "name":
        phrases[r].descriptor = "actor"
    return r


_COMPLEMENTS = 4


def _firm_after_place(sentence: Sentence, p: int) -> int | None:
    """The firm that a comma ties to its description over where it is: "a front company in Wuhan, | Wuhan XRZ"."""
    phrases, q = sentence.phrases, p + 2
    if q >= len(phrases) or phrases[p + 1].kind not in ("place", "state"):
        return None
    if phrases[p + 1].prep is None or phrases[q].kind != "company" or phrases[q].prep is not None:
        return None
    between = sentence.atoms[phrases[p + 1].last + 1 : phrases[q].first]
    return q if [a.key for a in between] == [","] else None


def _fits(description: Phrase, name: Phrase) -> bool:
    """Whether an unknown name is of the kind that the description beside it tells."""
    if name.kind != "name":
        return True
    return name.descriptor in ("actor", "persons") if description.kind != "name" else True


def _band_of(sentence: Sentence, p: int) -> int | None:
    """The group whose hackers they are: "hackers of Anonymous Cambodia", "pirates d’APT28"."""
    q = p + 1
    if q >= len(sentence.phrases) or verb_between(sentence, p, q):
        return None
    group = sentence.phrases[q]
    phrase = sentence.phrases[p]
    between = sentence.atoms[phrase.last + 1 : group.first]
    if any(a.key == "," or a.tags & (Tag.CONJUNCTION | Tag.NEGATION) for a in between):
        return None  # "Russian hackers | and not of | Kestrel"
    # "Chilean hackers from Kestrel": where they are from is said already.
    relations = sentence.pack.relations
    placed = any(m.how == "demonym" for m in phrase.marks)
    tied = group.prep in relations.bands or (placed and group.prep in relations.origin)
    named = group.kind == "name" or (" " in group.text and _is_name(sentence, q))
    if named and group.kind != "group" and tied and phrase.plural:
        # "hackers of Kestrel": no list has the name, but bands alone have hackers.
        group.descriptor = "actor"
        if phrase.kind == "unit":
            phrase.kind, phrase.weak = "persons", True
        return q
    tied = group.prep in relations.of or group.prep in relations.origin
    return q if group.kind == "group" and tied else None


def _over_bracket(sentence: Sentence, p: int) -> int | None:
    """The description that follows a name and its bracket: "TA499 (aka Vovan), | a Russia-based actor, | …"."""
    i = _after_bracket(sentence, p)
    if i is None or i + 1 >= len(sentence.atoms) or sentence.atoms[i].key != ",":
        return None
    q = sentence.phrase_at[i + 1]
    if q < 0 or sentence.phrases[q].kind not in _CLASSES or not sentence.phrases[q].indefinite:
        return None
    return q


def _after_bracket(sentence: Sentence, p: int) -> int | None:
    """Where the sentence goes on after the bracket that follows a name; None where none does."""
    atoms = sentence.atoms
    i = sentence.phrases[p].last + 1
    if sentence.phrases[p].kind not in _NAMED or i >= len(atoms) or atoms[i].key != "(":
        return None
    while i < len(atoms) and atoms[i].key != ")":
        i += 1
    return i + 1 if i + 1 < len(atoms) else None


def predicated(sentence: Sentence, p: int) -> int | None:
    """The describing phrase that "is" ties to ``p``: "Guccifer 2.0 | is | a hacker"."""
    first = _after_bracket(sentence, p) or sentence.phrases[p].last + 1
    if first >= len(sentence.atoms) or not sentence.atoms[first].tags & Tag.BE:
        return None
    if sentence.pack.grammar.verb_second and sentence.phrases[p].prep is not None:
        return None  # "In den USA ist | X angeklagt"
    q = next(
        (r for r in range(p + 1, len(sentence.phrases)) if sentence.phrases[r].first > first), -1
    )
    if (
        q >= 0
        and sentence.phrases[q].kind == "pronoun"
        and sentence.phrases[q].head in sentence.pack.cues.partitive
    ):
        q += 1
    if not 0 <= q < len(sentence.phrases):
        return None
    between = sentence.atoms[first : sentence.phrases[q].first]
    if not between or any(a.tags & Tag.NEGATION for a in between):
        return None
    if all(a.tags & (Tag.BE | Tag.DETERMINER | Tag.ADVERB) for a in between):
        return q
    right = sentence.phrases[q]
    if sentence.phrases[p].kind in ("group", "malware", "name") and right.kind in _CLASSES:
        # "is believed to be a state-sponsored group", "is one of the most active groups", "is among".
        tied = all(
            a.tags & _TYING or a.key in sentence.pack.cues.partitive or _reports(a) for a in between
        )
        return q if tied and (right.indefinite or right.plural or right.marks) else None
    return None


_NAMED = ("group", "malware")
_CLASSES = ("actor", "malware")
_TYING = Tag.BE | Tag.DETERMINER | Tag.ADVERB | Tag.INFINITIVE_MARKER | Tag.ADJECTIVE | Tag.NUMBER


def _reports(atom: Atom) -> bool:
    """Whether a word says that something is held to be so: "believed", "assessed", "suspected"."""
    return any(use.frame in ("say", "accuse") for verb in atom.word.verbs for use in verb.uses)


def named_after(sentence: Sentence, p: int) -> int | None:
    """The name that an alias marker gives to the describing phrase ``p``: "the groups they call X"."""
    phrase = sentence.phrases[p]
    if phrase.kind not in ("actor", "persons") or phrase.entity is not None:
        return None
    if any(hit.type == "group" for hit in phrase.names):
        return None  # "the Kestrel group, also known as X": it has its name.
    called = _called(sentence, p)
    if called is not None:
        return called
    i = phrase.last + 1
    passed = False
    marked = i < len(sentence.atoms) and sentence.atoms[i].key in '"“«‘'
    while i < len(sentence.atoms):
        atom = sentence.atoms[i]
        q = sentence.phrase_at[i]
        if (
            q >= 0
            and not marked
            and not passed
            and sentence.phrases[q].kind in ("office", "thing", "unit", "persons")
        ):
            # "connus | des spécialistes | sous le nom de": by whom they are so called.
            passed = True
            i = sentence.phrases[q].last + 1
            continue
        if q >= 0 and sentence.phrases[q].kind not in ("pronoun", "we"):
            return q if marked and _is_name(sentence, q) else None
        if (
            atom.tags & Tag.ALIAS_MARKER
            or atom.key in (":", "aka")
            or (phrase.plural and atom.key in sentence.pack.cues.listing)
        ):
            marked = True
        elif (
            q < 0
            and atom.is_word
            and sentence.verb_at[i] < 0
            and not atom.tags
            & (Tag.RELATIVE | Tag.BE | Tag.DETERMINER | Tag.PREPOSITION | Tag.ADVERB | Tag.PRONOUN)
        ):
            return None
        i += 1
    return None


def _is_name(sentence: Sentence, q: int) -> bool:
    """Whether a phrase is a name, one of a describing noun too ("NN-Crew", "Kestrel Hackers"): then it is a name now."""
    phrase = sentence.phrases[q]
    if phrase.kind in _BANDS and phrase.entity is None and phrase.text[:1].isupper():
        words = sentence.atoms[phrase.first : phrase.last + 1]
        if all(a.capital or not a.is_word for a in words if not a.tags & Tag.DETERMINER):
            phrase.kind, phrase.weak, phrase.plural = "name", False, False
    return phrase.kind in ("group", "name")


_BANDS = ("actor", "persons", "thing")


def _called(sentence: Sentence, p: int) -> int | None:
    """The name that somebody gives the actors in a relative clause: "a group, which | Kestrel Labs | calls | X"."""
    phrases, atoms = sentence.phrases, sentence.atoms
    if p + 2 >= len(phrases):
        return None
    caller, name = phrases[p + 1], phrases[p + 2]
    v = sentence.verb_at[caller.last + 1] if caller.last + 1 < len(atoms) else -1
    opened = any(a.tags & Tag.RELATIVE for a in atoms[phrases[p].last + 1 : caller.first])
    if v < 0 or not opened or caller.kind not in _CALLERS or name.kind not in ("group", "name"):
        return None
    verb = sentence.verbs[v]
    names = "alias" in verb.frames
    between = atoms[verb.last + 1 : name.first]
    return (
        p + 2
        if names and all(a.key in '"«“' or a.key in sentence.pack.cues.named_as for a in between)
        else None
    )


_CALLERS = frozenset({"company", "organisation", "agency", "we", "pronoun", "office", "name"})


def _names_from(sentence: Sentence, q: int) -> list[int]:
    """The names of a list that begins at ``q``, whether a conjunction or commas alone join them."""
    found = members(sentence, q)
    kind = sentence.phrases[q].kind
    while found[-1] + 1 < len(sentence.phrases):
        left, right = sentence.phrases[found[-1]], sentence.phrases[found[-1] + 1]
        between = sentence.atoms[left.last + 1 : right.first]
        if right.kind != kind or join(between, right) is None:
            break
        found.append(found[-1] + 1)
    return found


def apposition(sentence: Sentence, p: int) -> int | None:
    """The phrase that renames ``p`` after a comma, dash or bracket: "Hafnium, a group …", "(SVR)"."""
    q = p + 1
    if q >= len(sentence.phrases) or sentence.next_in_list[p] == q:
        return None
    between = sentence.atoms[sentence.phrases[p].last + 1 : sentence.phrases[q].first]
    signs = False
    for atom in between:
        if not atom.tags & Tag.DETERMINER and atom.key not in sentence.pack.cues.all_words:
            defines = atom.key == ":" and p == 0 and _defines(sentence, p, q)
            if atom.key not in _PARTING and not defines:  # "Coolclient: a backdoor …"
                return None
            signs = True
    return q if signs and not _opens_clause(sentence, p) else None


def _defines(sentence: Sentence, p: int, q: int) -> bool:
    """Whether what follows a colon says what the name before it is: "Coolclient: a backdoor …", "Sowbug: Spy group hits …"."""
    other = sentence.phrases[q]
    one = other.kind == "actor" and not other.plural and not other.determined
    return other.indefinite or (one and sentence.phrases[p].kind == "group")


_PARTING = frozenset({",", "(", "–", "—", '"', "“", "«", "-"})
"""Signs that part a phrase from one that renames it."""


def _opens_clause(sentence: Sentence, p: int) -> bool:
    """Whether the comma after ``p`` ends what a sentence opens with: "According to X, | Y | did …"."""
    if any(phrase.prep is None for phrase in sentence.phrases[: p + 1]):
        return False
    # "Backed by Iran, | Kestrel | hacked …"
    opening = p == 0 and sentence.verb_at[0] == 0 and sentence.verbs[0].participle
    if not opening and sentence.verb_at[sentence.phrases[0].first - 1] >= 0:
        return False
    if verb_between(sentence, p, p + 1):
        return False
    after = sentence.phrases[p + 1].last + 1
    v = sentence.verb_at[after] if after < len(sentence.atoms) else -1
    if v < 0:
        return False
    verb = sentence.verbs[v]
    told = opening or not (verb.participle and not verb.passive)
    return verb.finite and verb.marker is None and told


def office_before(sentence: Sentence, p: int) -> int | None:
    """The office that the name ``p`` closes: "a spokesman | for the ministry, | Zhao Lijian"."""
    if not p or apposition(sentence, p - 1) != p:
        return None
    q = p - 1
    while q >= 0:
        phrase = sentence.phrases[q]
        if phrase.kind == "office":
            return q
        if phrase.prep is None or verb_between(sentence, q - 1, q):
            return None
        q -= 1
    return None
