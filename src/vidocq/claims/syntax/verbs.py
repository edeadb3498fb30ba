"""Verb groups: the main verb of a clause with its auxiliaries, and what they say of it.

Third stage of the cascade. Input: atoms and the phrases over them. Output: verb groups with voice,
mood, negation and their place among the phrases.
"""

from __future__ import annotations

from typing import final

from mypy_extensions import mypyc_attr

from vidocq.language.pack import Pack
from vidocq.language.stored import VerbForm
from vidocq.language.tags import Form, Tag
from vidocq.mentions.atoms import Atom, in_title_case

PROSECUTING = frozenset({"indict", "arrest"})
"""Frames of verbs for what justice does to somebody."""

_AUXILIARY = Tag.BE | Tag.HAVE | Tag.MODAL | Tag.DO


@mypyc_attr(acyclic=True)
@final
class VerbGroup:
    """A verb with its auxiliaries over atoms ``first..last``; ``head`` is the main verb's atom.

    ``passive``: an auxiliary makes it passive. ``participle``: a bare participle, that may modify a
    noun ("groups backed by …") or, in English, be a past tense. ``marker``: the word that opens
    it as a dependent: ``to``, a preposition, or a relative pronoun. ``lemmas``: infinitives that the main verb
    can belong to; ``frames``: those that it can evoke.
    """

    def __init__(
        self,
        first: int,
        last: int,
        head: int,
        key: str,
        forms: tuple[VerbForm, ...],
        form: int,
        lemmas: frozenset[str],
        frames: frozenset[str],
    ) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.key = key
        self.forms = forms
        self.form = form
        self.lemmas = lemmas
        self.frames = frames

    passive: bool = False
    participle: bool = False
    finite: bool = False
    gerund: bool = False
    infinitive: bool = False
    negated: bool = False
    conditional: bool = False
    modal: str | None = None
    marker: str | None = None
    relative: int | None = None
    reflexive: bool = False
    copula: bool = False
    dative: bool = False
    """A passive whose subject may be the one to whom ("s'est vu attribuer | l'attaque")."""
    auxiliary: bool = False
    """A form of *be*, *have* or a modal that stands apart from its verb ("hat … angegriffen")."""


def find_verbs(atoms: list[Atom], phrase_at: list[int], pack: Pack) -> list[VerbGroup]:
    """The verb groups of a sentence, in order."""
    if pack.grammar.verb_second:
        return _single_verbs(atoms, phrase_at, pack)
    groups: list[VerbGroup] = []
    n = len(atoms)
    i = 0
    title = in_title_case(atoms)
    while i < n:
        if atoms[i].capital and not title and not _may_open(atoms, i, pack):
            i += 1
            continue
        if (
            phrase_at[i] >= 0
            or not atoms[i].tags & (_AUXILIARY | Tag.VERB)
            or _is_clitic(atoms, i)
            or _is_suffix(atoms, i)
            or _approximates(atoms, i, pack)
        ):
            i += 1
            continue
        j = i
        head = -1
        while j < n and phrase_at[j] < 0:
            atom = atoms[j]
            if (atom.tags & _AUXILIARY and not _main_use(atom)) or _becomes(atoms, phrase_at, j):
                head = j
                j += 1
            elif atom.tags & Tag.VERB:
                head = j
                j += 1
                if not (atom.tags & _AUXILIARY and _verb_follows(atoms, phrase_at, j)):
                    break
            elif atom.tags & (Tag.NEGATION | Tag.ADVERB) or (
                atom.tags & Tag.PRONOUN and _verb_follows(atoms, phrase_at, j + 1, 1)
            ):
                j += 1
            elif head >= 0 and _quotes_adverb(atoms, j):
                j += 1  # "a | « fermement » | démenti"
            else:
                break
        if head >= 0:
            groups.append(_group(atoms, phrase_at, i, head, pack))
            i = head + 1
        else:
            i += 1
    return _pronominal_passives(groups, frozenset(pack.phrases.passive_helpers))


def _single_verbs(atoms: list[Atom], phrase_at: list[int], pack: Pack) -> list[VerbGroup]:
    """Each verb form by itself, where a clause parts them; `vidocq.claims.syntax.verb_second` puts them together."""
    found: list[VerbGroup] = []
    for i, atom in enumerate(atoms):
        if phrase_at[i] >= 0 or not atom.tags & (_AUXILIARY | Tag.VERB | Tag.BECOME):
            continue
        if atom.capital and not _may_open(atoms, i, pack):
            continue
        word = atom.word
        group = VerbGroup(i, i, i, atom.key, word.verbs, word.form, word.lemmas, word.frames)
        group.auxiliary = bool(atom.tags & (_AUXILIARY | Tag.BECOME)) and all(
            form.particle for form in word.verbs
        )
        before = atoms[i - 1] if i else None
        marked = before is not None and before.tags & Tag.INFINITIVE_MARKER and phrase_at[i - 1] < 0
        if word.form & Form.TO or (marked and (word.form & Form.INFINITIVE or group.auxiliary)):
            group.infinitive, group.marker = True, "to"
        found.append(group)
    return found


def _pronominal_passives(groups: list[VerbGroup], helpers: frozenset[str]) -> list[VerbGroup]:
    """ "s'est vu | attribuer", "s'est fait | pirater": one group, a passive of the second verb."""
    found: list[VerbGroup] = []
    for group in groups:
        helper = found[-1] if found else None
        if (
            helper is not None
            and helper.reflexive
            and helper.lemmas & helpers
            and group.form & Form.INFINITIVE
            and group.first == helper.last + 1
        ):
            group.first, group.passive, group.dative = helper.first, True, True
            group.infinitive, group.finite = helper.infinitive, helper.finite
            group.negated, group.conditional = helper.negated, helper.conditional
            group.modal, group.marker, group.relative = (
                helper.modal,
                helper.marker,
                helper.relative,
            )
            found[-1] = group
        else:
            found.append(group)
    return found


def _may_open(atoms: list[Atom], i: int, pack: Pack) -> bool:
    """Whether a capital at ``i`` may be that of a sentence's first word, or of a headline's verb."""
    before = atoms[i - 1] if i else None
    after = atoms[i + 1] if i + 1 < len(atoms) else None
    if before is not None and after is not None and after.key in pack.relations.agent:
        # "Ministry's official Blog Hacked by …": half a headline.
        return bool(atoms[i].word.form & Form.PARTICIPLE)
    if (
        before is not None
        and not atoms[i].tags & Tag.NOUN
        and (
            (before.hit is not None and before.hit.type == "group")
            or any(noun.kind == "actor" for noun in before.word.nouns)
        )
    ):
        return True
    return not any(a.is_word for a in atoms[:i]) or atoms[i - 1].key in (
        ".",
        ":",
        "–",
        "—",
        "*",
        "•",
        "-",
        '"',
        "“",
        "«",
    )


def _is_suffix(atoms: list[Atom], i: int) -> bool:
    """Whether a participle is the second half of an adjective: "Iran-linked", "Iran-based"."""
    return (
        i > 1
        and atoms[i - 1].key == "-"
        and bool(atoms[i].tags & (Tag.SPONSOR_SUFFIX | Tag.LOCATION_SUFFIX | Tag.TONGUE_SUFFIX))
        and atoms[i - 2].hit is not None
    )


def _quotes_adverb(atoms: list[Atom], j: int) -> bool:
    """Whether a sign opens or closes the quotation of one adverb within a verb group."""
    if atoms[j].is_word or atoms[j].key not in "«»“”\"'‘’„":
        return False
    return any(0 <= k < len(atoms) and atoms[k].tags & Tag.ADVERB for k in (j - 1, j + 1))


def _approximates(atoms: list[Atom], i: int, pack: Pack) -> bool:
    """Whether a word that is a verb elsewhere opens a number: "close | to 20 sites"."""
    return (
        i + 2 < len(atoms)
        and bool(atoms[i + 2].tags & Tag.NUMBER)
        and f"{atoms[i].key} {atoms[i + 1].key}" in pack.phrases.approximators
    )


def _is_clitic(atoms: list[Atom], i: int) -> bool:
    """Whether "'s" is a possessive here and not a short "is"."""
    return bool(atoms[i].tags & Tag.POSSESSIVE) and not atoms[i].spaced


def _becomes(atoms: list[Atom], phrase_at: list[int], j: int) -> bool:
    """Whether "got" at ``j`` makes a passive: a participle comes right after it."""
    if not atoms[j].tags & Tag.BECOME or j + 1 >= len(atoms) or phrase_at[j + 1] >= 0:
        return False
    return bool(atoms[j + 1].word.form & Form.PARTICIPLE)


def _main_use(atom: Atom) -> bool:
    """Whether an auxiliary stands in a set phrase that has a meaning of its own ("was behind")."""
    return atom.word.length > 1


def _verb_follows(atoms: list[Atom], phrase_at: list[int], j: int, reach: int = 4) -> bool:
    """Whether another verb form of the same group comes within ``reach`` atoms."""
    for k in range(j, min(j + reach, len(atoms))):
        if phrase_at[k] >= 0:
            return False
        tags = atoms[k].tags
        if tags & (Tag.VERB | Tag.BE | Tag.HAVE):
            form = atoms[k].word.form
            return bool(
                form & (Form.PARTICIPLE | Form.GERUND | Form.INFINITIVE)
                or tags & (Tag.BE | Tag.HAVE)
            )
        if not tags & (Tag.ADVERB | Tag.NEGATION | Tag.PRONOUN):
            return False
    return False


def _group(atoms: list[Atom], phrase_at: list[int], first: int, head: int, pack: Pack) -> VerbGroup:
    main = atoms[head]
    word = main.word
    form = word.form
    group = VerbGroup(first, head, head, main.key, word.verbs, form, word.lemmas, word.frames)
    before = atoms[first:head]
    tags = 0
    for atom in before:
        tags |= atom.tags
        if atom.tags & (Tag.MODAL | Tag.DO) and group.modal is None:
            group.modal = atom.word.value or None
        if atom.key in pack.cues.reflexives:
            group.reflexive = True
    be, have, modal = tags & (Tag.BE | Tag.BECOME), tags & Tag.HAVE, tags & (Tag.MODAL | Tag.DO)
    group.copula = bool(main.tags & Tag.BE) and main.word.length == 1
    group.passive = bool(be) and bool(form & Form.PARTICIPLE) and not _copular(main, pack)
    group.negated = bool(tags & Tag.NEGATION)
    leading = before[0] if before else main
    lead_form = leading.word.form
    group.conditional = bool((lead_form | (0 if before else form)) & Form.CONDITIONAL)
    if (lead_form if before else form) & Form.FUTURE and not form & Form.PRESENT:
        group.modal = group.modal or "future"
    if (
        head + 2 < len(atoms)
        and atoms[head + 1].key == "-"
        and not atoms[head + 2].spaced
        and atoms[head + 2].key in pack.cues.reflexives
    ):
        group.reflexive, group.last = True, head + 2  # Portuguese "infiltrou | -se".
    group.passive = group.passive and not group.reflexive
    _read_marker(atoms, phrase_at, group, pack)
    bare = not be and not have and not modal
    group.gerund = bool(
        (bare and form & Form.GERUND)
        or (before and lead_form & Form.GERUND and not lead_form & Form.PRESENT)
    )
    group.infinitive = group.marker == "to" or bool(
        (bare and form == Form.INFINITIVE)
        or (before and lead_form == Form.INFINITIVE and not modal)
    )
    group.participle = bool(bare and form & Form.PARTICIPLE and not group.infinitive)
    group.finite = (
        not group.infinitive
        and not group.gerund
        and (
            not bare
            or bool(
                form
                & (
                    Form.PRESENT
                    | Form.PAST
                    | Form.IMPERFECT
                    | Form.FUTURE
                    | Form.CONDITIONAL
                    | Form.SUBJUNCTIVE
                )
            )
        )
    )
    if (
        head + 1 < len(atoms)
        and atoms[head + 1].tags & Tag.NEGATION
        and atoms[head + 1].key not in pack.cues.determiner_negations
        and not (head + 2 < len(atoms) and atoms[head + 2].key in pack.cues.not_only)
    ):
        group.negated = True
    return group


def _copular(main: Atom, pack: Pack) -> bool:
    """Whether a set phrase is one of "be": after "è" in Italian "stato vittima" is no passive."""
    opener = pack.words.get(main.key.partition(" ")[0]) if main.word.length > 1 else None
    return opener is not None and bool(opener.tags & Tag.BE)


def _read_marker(atoms: list[Atom], phrase_at: list[int], group: VerbGroup, pack: Pack) -> None:
    """The word right before the group that makes it depend on what stands there."""
    i = group.first - 1
    clitics = pack.phrases.clitics
    while i >= 0 and (
        (
            atoms[i].key in clitics
            and not (atoms[i].key in pack.cues.gerund_markers and group.form & Form.GERUND)
        )
        or (phrase_at[i] < 0 and atoms[i].tags & (Tag.ADVERB | Tag.NEGATION))
    ):
        if atoms[i].tags & Tag.NEGATION:
            group.negated = True
        if atoms[i].key in pack.cues.reflexives:
            group.reflexive, group.passive = True, False
        i -= 1
    if i < 0 or (phrase_at[i] >= 0 and not atoms[i].tags & Tag.RELATIVE):
        return
    atom = atoms[i]
    if atom.tags & Tag.INFINITIVE_MARKER and group.form & Form.INFINITIVE:
        group.marker = "to"
    elif atom.tags & Tag.RELATIVE:
        group.relative = i
    elif atom.tags & Tag.PREPOSITION:
        group.marker = atom.word.value or atom.key


_AUTHORITY = frozenset({"indict", "sanction", "arrest", "act"})


def charges(verb: VerbGroup) -> bool:
    """Whether a verb charges, sanctions or arrests somebody for what follows."""
    return not _AUTHORITY.isdisjoint(verb.frames)


def employs(verb: VerbGroup) -> bool:
    """Whether a verb means the use of a means, so that what it is used for is its subject's deed."""
    return "use" in verb.frames


def accuses(verb: VerbGroup) -> bool:
    """Whether a verb takes whom it accuses as the doer of what follows: "accused China of hacking"."""
    return "accuse" in verb.frames
