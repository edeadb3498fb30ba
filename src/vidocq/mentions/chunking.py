"""The noun phrases of a sentence: where each begins and ends.

Second stage of the cascade (FASTUS: basic phrases). Input: atoms. Output: phrases, in order. What each denotes is
told by `vidocq.mentions.denotation`, what governs it by `vidocq.mentions.case_marking`. The shape of a phrase
differs by language only in where the head stands (`Pack.head_first`).
"""

from __future__ import annotations

from typing import Final

from vidocq.language.pack import Pack
from vidocq.language.tags import Form, Tag
from vidocq.mentions.atoms import Atom, abbreviates, in_title_case
from vidocq.mentions.capital_nouns import word_role_by_capital
from vidocq.mentions.case_marking import governor, mark_genitive
from vidocq.mentions.denotation import describe
from vidocq.mentions.nominal import MODIFIER, NOMINAL, PREMODIFIER, never_inside, word_role
from vidocq.mentions.noun_or_verb import GENERAL
from vidocq.mentions.phrases import Phrase
from vidocq.mentions.quantities import read_number
from vidocq.mentions.transparent import TRANSPARENT, follows_of, quantified, see_through

_OPENING: Final = (
    Tag.DETERMINER
    | Tag.OWN_PRONOUN
    | Tag.PRONOUN
    | Tag.ADJECTIVE
    | Tag.NUMBER
    | Tag.NOUN
    | Tag.VERB
    | Tag.STATE_WORD
    | Tag.STATE_ACTOR
    | Tag.PRO
    | Tag.CYBER
    | Tag.STRONG_CYBER
    | Tag.OTHER_ATTACK
    | Tag.DATE
)
"""Tags of words that may open a phrase; a known word with none of them never does."""


def find_phrases(text: str, atoms: list[Atom], pack: Pack) -> list[Phrase]:
    """The noun phrases of a sentence, in order, not overlapping."""
    phrases: list[Phrase] = []
    title = in_title_case(atoms)
    shared: str | None = None
    i, n = 0, len(atoms)
    while i < n:
        atom = atoms[i]
        if atom.key in pack.cues.pronominal:
            stands = _bare_pronoun(text, atoms, i, pack)
            stands.prep = pack.cues.pronominal[atom.key]
            phrases.append(stands)
            i += 1
            continue
        if atom.hit is None and (not atom.is_word or (atom.tags and not atom.tags & _OPENING)):
            i += 1
            continue
        pronoun = _pronoun(text, atoms, i, pack) if atom.tags & Tag.PRONOUN else None
        if pronoun is not None:
            phrases.append(pronoun)
            i += 1
            continue
        if phrases and phrases[-1].last == i - 1 and _done_by(atoms, i, pack):
            i += 1
            continue
        last = _last_atom(atoms, i, pack)
        if last is None:
            following = atoms[i + 1] if i + 1 < n else None
            if (
                atom.tags & Tag.DETERMINER
                and following is not None
                and following.key in pack.phrases.listed_pronouns
            ):
                phrases.append(_listed(text, atoms, i, pack))
                i += 2
                continue
            if pack.grammar.verb_second and atom.tags & Tag.PRONOUN:
                phrases.append(_bare_pronoun(text, atoms, i, pack))  # "dat | het | de server …"
                i += 1
                continue
            money = _money(text, atoms, i, pack) if atom.tags & Tag.NUMBER else None
            if money is not None:
                phrases.append(money)
                i = money.last + 1
                continue
            i += 1
            continue
        if pack.grammar.verb_second and _half(atoms, last):
            shared = governor(atoms, i, pack)
            if shared is None and pack.grammar.genitive_articles and phrases:
                near = phrases[-1].last == i - 1
                article = atoms[i].key in pack.grammar.genitive_articles
                shared = pack.grammar.genitive if near and article else None
            i = last + 2
            continue
        phrase = describe(text, atoms, i, last, pack, title=title)
        phrase.prep = governor(atoms, i, pack)
        if shared is not None:
            phrase.prep, shared = (
                phrase.prep or shared,
                None,
            )  # "der Rüstungs- | und der Raumfahrtbranche"
        if pack.grammar.genitive:
            mark_genitive(atoms, phrases, phrase, pack)
        if phrases and _possessed(atoms, phrases[-1], i):
            phrase.owner = len(phrases) - 1
            phrase.prep = phrases[-1].prep
        elif (
            phrase.prep in pack.relations.of
            and (quantifier := quantified(atoms, i, pack)) is not None
        ):
            # "many of the organizations": the organizations.
            if phrases and phrases[-1].last == quantifier:
                phrases.pop()
            phrase.first, phrase.prep = quantifier, governor(atoms, quantifier, pack)
        elif (
            phrases
            and phrases[-1].kind == TRANSPARENT
            and follows_of(atoms, phrases[-1], phrase, pack)
        ):
            see_through(phrases.pop(), phrase)
        phrases.append(phrase)
        i = last + 1
    return phrases


def _joined_by_sign(atoms: list[Atom], j: int) -> bool:
    """Whether "&" ties the words of one name: "M&S", "Smith & Wesson"."""
    if atoms[j].key != "&" or not 0 < j < len(atoms) - 1:
        return False
    sides = (atoms[j - 1], atoms[j + 1])
    return all(a.capital and a.hit is None for a in sides)


def _last_atom(atoms: list[Atom], i: int, pack: Pack) -> int | None:
    """Last atom of the phrase that begins at ``i``; None when none begins there."""
    n = len(atoms)
    j = i
    last = -1
    while j < n:
        atom = atoms[j]
        if atom.key == "-" and i < j < n - 1 and not atom.spaced and not atoms[j + 1].spaced:
            j += 1
            continue
        if last >= 0 and (
            _hyphened(atoms, j) or _joined_by_sign(atoms, j) or abbreviates(atoms, j)
        ):
            j += 1
            continue
        if j > i and atoms[j - 1].key == "&" and atom.capital and not atom.spaced:
            last = j  # "C&A"
            j += 1
            continue
        if never_inside(atom) or (last >= 0 and _done_by(atoms, j, pack)):
            break
        role = (
            word_role_by_capital(atoms, j, i, last, pack)
            if pack.grammar.verb_second
            else word_role(atoms, j, i, last >= 0, pack)
        )
        if role == NOMINAL:
            if pack.head_first and last >= 0 and not (atom.hit or atom.capital or atom.word.nouns):
                break
            if pack.head_first and last >= 0 and _new_name(atoms, last, j):
                break
            last = j
        elif role == MODIFIER:
            last = j
        elif role != PREMODIFIER or (last >= 0 and pack.head_first):
            break
        j += 1
    if last < 0:
        return None
    # "the FBI Director" is one phrase, "China Microsoft" never is: two sure names of actors side by side part.
    return last


def _hyphened(atoms: list[Atom], j: int) -> bool:
    """Whether a small word stands between the hyphens of one name: "Villeneuve-| sur |-Lot"."""
    if j < _NAME_BEFORE or j + 2 >= len(atoms) or atoms[j].spaced or atoms[j + 1].spaced:
        return False
    if atoms[j - 1].key != "-" or atoms[j + 1].key != "-" or atoms[j - 1].spaced:
        return False
    return atoms[j - 2].capital and atoms[j + 2].capital and not atoms[j + 2].spaced


_NAME_BEFORE = 2


def _done_by(atoms: list[Atom], j: int, pack: Pack) -> bool:
    """Whether a word that can be a noun is a participle by what follows: "a group | run | by the ministry"."""
    if j + 1 >= len(atoms) or not atoms[j].word.verbs or atoms[j].capital:
        return False
    if atoms[j + 1].key not in pack.relations.agent or atoms[j].hit is not None:
        return False
    if not atoms[j].word.nouns_kinds <= GENERAL:
        return False
    return any(verb.form & Form.PARTICIPLE for verb in atoms[j].word.verbs)


def _new_name(atoms: list[Atom], last: int, j: int) -> bool:
    """French: a name that follows a name begins a phrase of its own."""
    before, now = atoms[last].hit, atoms[j].hit
    return (
        before is not None
        and now is not None
        and before.role != "demonym"
        and now.role != "demonym"
    )


def _half(atoms: list[Atom], last: int) -> bool:
    """Whether a word only stands for a compound that ends as the next one does: "Energie- | und Wasserversorger"."""
    if last + 2 >= len(atoms) or atoms[last + 1].key != "-" or atoms[last].hit is not None:
        return False
    joined = atoms[last + 1].start == atoms[last].end
    return joined and bool(atoms[last + 2].tags & Tag.CONJUNCTION or atoms[last + 2].key == ",")


def _possessed(atoms: list[Atom], owner: Phrase, first: int) -> bool:
    """Whether the phrase at ``first`` belongs to ``owner`` by a clitic: "Iran’s | cyberattack"."""
    return first - 1 == owner.last + 1 and bool(atoms[first - 1].tags & Tag.POSSESSIVE)


def _listed(text: str, atoms: list[Atom], i: int, pack: Pack) -> Phrase:
    """ "the former", « le second »: one of the actors that were named together."""
    start, end = atoms[i].start, atoms[i + 1].end
    phrase = Phrase(i, i + 1, start, end, text[start:end], "pronoun", head=atoms[i + 1].key)
    phrase.prep = governor(atoms, i, pack)
    return phrase


def _money(text: str, atoms: list[Atom], i: int, pack: Pack) -> Phrase | None:
    """A sum written with its sign: "$6.1 million"."""
    if not atoms[i].tags & Tag.NUMBER or not i or atoms[i - 1].key not in pack.phrases.currencies:
        return None
    last = i
    while last + 1 < len(atoms) and atoms[last + 1].key in pack.phrases.multipliers:
        last += 1
    start, end = atoms[i - 1].start, atoms[last].end
    phrase = Phrase(i - 1, last, start, end, text[start:end], "unit", head=atoms[i - 1].key)
    phrase.number = read_number(atoms[i : last + 1], pack)
    first = i - 1
    while first and atoms[first - 1].key in pack.phrases.approximators:
        first -= 1
    phrase.prep = governor(atoms, first, pack)
    return phrase


def _pronoun(text: str, atoms: list[Atom], i: int, pack: Pack) -> Phrase | None:
    """A personal pronoun as a phrase: kind ``pronoun``, or ``we`` for the first person plural."""
    atom = atoms[i]
    if not atom.tags & Tag.PRONOUN or atom.tags & (Tag.DETERMINER | Tag.RELATIVE | Tag.OWN_PRONOUN):
        return None
    return _bare_pronoun(text, atoms, i, pack)


def _bare_pronoun(text: str, atoms: list[Atom], i: int, pack: Pack) -> Phrase:
    """The phrase that a pronoun is by itself."""
    atom = atoms[i]
    kind = "we" if atom.tags & Tag.FIRST_PERSON else "pronoun"
    phrase = Phrase(i, i, atom.start, atom.end, text[atom.start : atom.end], kind, head=atom.key)
    phrase.prep = governor(atoms, i, pack)
    return phrase
