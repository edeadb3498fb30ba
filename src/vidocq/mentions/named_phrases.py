"""Phrases with a name in them: which name the phrase stands for, and what the noun beside it says that it is.

Names that a list has, capitalised words that none has, and bodies told apart by the name of their place.
"""

from __future__ import annotations

from vidocq.language.fold import fold
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom, abbreviates
from vidocq.mentions.heads import noun_sense
from vidocq.mentions.names import Hit
from vidocq.mentions.phrases import Phrase, StateMark


def known_name(phrase: Phrase, hit: Hit, span: list[Atom], head: int) -> None:
    """A phrase whose head is a known name; a sector's word may only describe the name after it."""
    if hit.type == "sector":
        for i in range(head + 1, len(span)):
            named = span[i].hit
            if named is not None and named.type in ("company", "organisation", "agency"):
                # "la chaîne de télévision | TV5Monde"
                hit, head = named, i
                break
    phrase.kind, phrase.entity = hit.type, hit.entity
    phrase.capital = hit.role == "capital"
    phrase.start, phrase.end = hit.start, hit.end
    if hit.role == "demonym":
        phrase.descriptor = "people"
        if phrase.indefinite or phrase.number is not None:
            # "a Ukrainian", "two Russians": persons of that country.
            phrase.kind, phrase.entity = "persons", None
            phrase.plural = phrase.number is not None and phrase.number[0] > 1
            mark = StateMark(hit.entity, hit.type, f"{hit.start}:{hit.end}", "demonym")
            phrase.marks = (mark, *phrase.marks)
            phrase.start = span[1].start if len(span) > 1 and head > 0 else hit.start
    for i, atom in enumerate(span):
        if i != head and atom.word.nouns and atom.hit is None:
            phrase.descriptor = noun_sense(atom).kind
    if phrase.kind == "malware" and phrase.descriptor == "actor":
        # "the hacker group CozyBear": a group by what it is called, whatever the lists say.
        phrase.kind, phrase.entity = "group", "group:" + hit.entity.partition(":")[2]


def by_program(span: list[Atom], head: int) -> bool:
    """Whether the noun right before a name says that it is a program's."""
    if not head:
        return False
    before = span[head - 1].word.nouns_kinds
    return "malware" in before and "actor" not in before


def name_before(phrase: Phrase, span: list[Atom], head: int) -> None:
    """English: a group's name right before the noun for it ("the Fireant group", "FIN7 operators")."""
    hit = span[head - 1].hit if head else None
    if hit is None or phrase.indefinite or phrase.number is not None:
        return
    if not any(noun.kind == "actor" for noun in span[head].word.nouns):
        return
    if hit.type == "group" or (hit.type == "malware" and not phrase.plural):
        phrase.descriptor, phrase.kind = "actor", "group"
        phrase.entity = "group:" + hit.entity.partition(":")[2]
        phrase.start, phrase.end = hit.start, hit.end
        phrase.names = tuple(h for h in phrase.names if h is not hit)


def name_after(phrase: Phrase, span: list[Atom], head: int, pack: Pack) -> None:
    """French: the noun comes first and the name it describes after it ("le groupe APT40")."""
    describing = {"actor", "malware", "company", "organisation", "persons", "government"}
    if phrase.kind not in describing:
        return
    for atom in span[head + 1 :]:
        if atom.hit is not None and atom.hit.role != "demonym":
            fits = {
                # "le groupe Sopra": a weak noun names a firm as well as a gang.
                "actor": {"group", "agency", "person"}
                | ({"company", "organisation"} if phrase.weak else set()),
                "malware": {"malware"},
                "persons": {"person"},
            }.get(phrase.kind, {"company", "organisation", "product", "agency"})
            if atom.hit.type in fits:
                phrase.descriptor = phrase.kind
                phrase.kind, phrase.entity = atom.hit.type, atom.hit.entity
                phrase.start, phrase.end = atom.hit.start, atom.hit.end
                phrase.names = tuple(h for h in phrase.names if h is not atom.hit)
                return
    _unlisted_name_after(phrase, span, head, pack)


def _unlisted_name_after(phrase: Phrase, span: list[Atom], head: int, pack: Pack) -> None:
    """French: a capitalised name that no list has, typed by the noun before it.

    "le groupe Zorglub" is a group, "le pirate russe Jean Dupond" a person, "le rançongiciel Zorglub" malware.
    """
    first = last = -1
    for i in range(head + 1, len(span)):
        atom = span[i]
        # "la société Zorglub Finance": what the firm is in belongs to its name.
        unlisted = atom.hit is None or (first >= 0 and atom.hit.type == "sector")
        plain = atom.capital and unlisted and not atom.tags & (Tag.DETERMINER | Tag.DATE)
        if plain and atom.key not in pack.phrases.collective_actors:
            first = i if first < 0 else first
            last = i
        elif first >= 0 and atom.key not in ("-", "&") and not abbreviates(span, i):
            break
    if first < 0:
        return
    words = sum(a.is_word for a in span[first : last + 1])
    collective = any(
        phrase.head == n or phrase.head.startswith(n + " ") for n in pack.phrases.collective_actors
    )
    if phrase.kind == "actor" and collective:
        kind = "group"
        if phrase.weak and not phrase.cyber and words <= _FIRM_WORDS:
            phrase.senses = phrase.senses | _FIRM  # "el grupo Prisa": a firm where it is hit
    elif phrase.kind in ("actor", "persons") and words > 1 and not phrase.plural:
        kind = "person"
    elif phrase.kind in ("malware", "company") and not phrase.plural:
        kind = phrase.kind
    else:
        return
    name = span[first : last + 1]
    phrase.descriptor, phrase.kind, phrase.weak = phrase.kind, kind, False
    phrase.start, phrase.end = name[0].start, name[-1].end
    phrase.entity = (
        kind
        + ":"
        + "-".join("".join(c for c in fold(a.key) if c.isalnum()) for a in name if a.is_word)
    )


_FIRM = frozenset({"company"})
_FIRM_WORDS = 2


def unknown_name(phrase: Phrase, span: list[Atom], head: int, lead: int, pack: Pack) -> None:
    """A capitalised word that no list knows, with the capitalised words beside it."""
    phrase.kind = "name"
    begin = finish = head
    while begin > lead and (abbreviates(span, begin - 1) or _same_name(span[begin - 1], pack)):
        begin -= 1
    while finish + 1 < len(span) and (
        abbreviates(span, finish + 1) or _same_name(span[finish + 1], pack)
    ):
        finish += 1
    phrase.start, phrase.end = span[begin].start, span[finish].end
    for i, atom in enumerate(span):
        if not begin <= i <= finish and atom.word.nouns and atom.hit is None:
            phrase.descriptor = noun_sense(atom).kind


def _same_name(atom: Atom, pack: Pack) -> bool:
    """Whether a neighbour of a capitalised word is part of the same name."""
    if atom.hit is not None or "office" in atom.word.nouns_kinds:
        return False
    if pack.grammar.noun_capitals and atom.word.nouns:
        return False
    return (atom.capital and not atom.tags & Tag.DETERMINER) or atom.key in ("-", "&")


def placed_body(text: str, phrase: Phrase, span: list[Atom], lead: int, pack: Pack) -> None:
    """A body that is told apart by the name of its place: "das | Klinikum Fürth", "de | gemeente Buren"."""
    for i in range(len(span) - 2, lead - 1, -1):
        atom = span[i]
        plain = atom.hit is None or atom.hit.type == "sector"
        if plain and atom.word.nouns and atom.key.endswith(pack.cues.placed_bodies):
            phrase.kind, phrase.plural = _kind_of_body(atom, pack), False
            phrase.head, phrase.descriptor, phrase.weak = atom.key, None, False
            phrase.start, phrase.end = atom.start, span[-1].end
            phrase.entity = f"{phrase.kind}:" + "-".join(
                fold(text[phrase.start : phrase.end]).split()
            )
            return


def _kind_of_body(atom: Atom, pack: Pack) -> str:
    """What a body with a place's name is by its noun: who enforces the law an agency, an airport a firm."""
    if atom.key.endswith(pack.cues.enforcers) and not atom.key.endswith(pack.cues.courts):
        return "agency"
    return "company" if "company" in atom.word.nouns_kinds else "organisation"
