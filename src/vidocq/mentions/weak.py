"""Names that are everyday words: kept only where a word of their kind, or a sure name, stands by them.

"the Play gang" and "Hive ransomware" name a group and a malware, "will play" and "hive" do not.
"""

from __future__ import annotations

import re
from functools import cache

from vidocq.knowledge.all_names import demonyms
from vidocq.knowledge.groups import movements
from vidocq.knowledge.sectors import sector_heads
from vidocq.language.compile import load_pack
from vidocq.language.pack import Pack, Word
from vidocq.language.tags import Form, Tag
from vidocq.mentions.names import Hit, Scan

_AROUND = re.compile(r"[^\W_]+")
_WINDOW = 24
_FIELD = 150


def settle(text: str, scan: Scan, pack: Pack) -> list[Hit]:
    """The hits that count: sure ones, weak ones with support, and weak ones that have it elsewhere."""
    hits = scan.hits
    weak = [h for h in hits if h.weak]
    if not weak:
        return hits
    supported: set[str] = set()
    sectors = _sectors(text, hits, pack)
    weak = [h for h in weak if h.type != "sector"]
    for hit in weak:
        if hit.entity not in supported and _is_supported(text, hit, hits, scan.field, pack):
            supported.add(hit.entity)
    return [
        h
        for h in hits
        if not h.weak or (h in sectors if h.type == "sector" else h.entity in supported)
    ]


def none_settles(text: str, candidates: list[Hit], field: list[int], pack: Pack) -> bool:
    """Whether of these names none can count, so that of fewer none would: a look before `settle`."""
    known = movements()
    return not any(
        not hit.weak or hit.entity in known or _is_supported(text, hit, candidates, field, pack)
        for hit in candidates
    )


def _is_supported(text: str, hit: Hit, hits: list[Hit], field: list[int], pack: Pack) -> bool:
    """Whether something in the text says that an everyday word is a name here."""
    return (
        _beside_cue(text, hit, pack)
        or _described(text, hit, pack)
        or _in_list(text, hit, hits, pack)
        or _attacks(text, hit, field, pack)
    )


@cache
def _list_signs(language: str) -> re.Pattern[str]:
    """What may stand between two members of a list of sectors: commas, "and", articles."""
    cues = load_pack(language).cues
    articles = [re.escape(a).replace("'", "['’]") for a in cues.definite_articles]
    words = "|".join(sorted((*cues.name_conjunctions, *articles), key=len, reverse=True))
    before = "|".join(a if a.endswith("]") else a + " " for a in articles)
    return re.compile(rf"[\s,/]*(?:{words})?[\s]*(?:{before})?")


def _sectors(text: str, hits: list[Hit], pack: Pack) -> set[Hit]:
    """The sector words that count: in a list of sectors, or beside a word such as "sector" or "firms"."""
    heads = sector_heads(pack.language)
    signs = _list_signs(pack.language)
    rows = [h for h in hits if h.type == "sector"]
    kept: set[Hit] = set()
    run: list[Hit] = []
    for hit in [*rows, None]:
        if hit is not None and run and signs.fullmatch(text[run[-1].end : hit.start]):
            run.append(hit)
            continue
        if (
            len(run) >= _LIST
            or any(not h.weak for h in run)
            or (run and _beside_head(text, run, heads))
        ):
            kept.update(run)
        run = [hit] if hit is not None else []
    return kept


_LIST = 3


def _beside_head(text: str, run: list[Hit], heads: frozenset[str]) -> bool:
    """Whether a head word stands right before or after a run ("finance and retail | sectors")."""
    before = _AROUND.findall(text[max(0, run[0].start - _WINDOW) : run[0].start].lower())[-3:]
    after = _AROUND.findall(text[run[-1].end : run[-1].end + _WINDOW].lower())[:1]
    return bool(after and after[0] in heads) or any(w in heads for w in before)


def _beside_cue(text: str, hit: Hit, pack: Pack) -> bool:
    """Whether the word before or after is a typed noun of the name's kind."""
    kinds = {"group": ("actor", "malware"), "malware": ("malware", "actor", "attack")}.get(
        hit.type, ("attack",)
    )
    before = _AROUND.findall(text[max(0, hit.start - _WINDOW) : hit.start].lower())[-1:]
    after = _AROUND.findall(text[hit.end : hit.end + _WINDOW].lower())[:1]
    if before and before[0] in pack.cues.cue_prepositions:
        if pack.head_first and hit.type == "group":
            kinds = (*kinds, "attack")  # "los ataques de Conti"
        before = _AROUND.findall(text[max(0, hit.start - _WINDOW) : hit.start].lower())[-2:-1]
    if after and after[0] in pack.phrases.introductions.qualifiers:
        # "the Lazarus | threat group", "the Play | extortion gang".
        after += _AROUND.findall(text[hit.end : hit.end + 2 * _WINDOW].lower())[1:2]
    if pack.head_first and hit.type == "group":
        before = _described_before(text, hit, pack) or before
    if after and after[0] in pack.cues.and_words and hit.type == "group":
        # "Anonymous and Colombian hackers": one of the two kinds of actors.
        after = _AROUND.findall(text[hit.end : hit.end + 2 * _WINDOW].lower())[1:4]
    for key in (*before, *after):
        word = pack.words.get(key)
        if word is not None and any(n.kind in kinds and key not in VAGUE for n in word.nouns):
            return True
    return False


def _described_before(text: str, hit: Hit, pack: Pack) -> list[str]:
    """The noun before a name over adjectives between them: "el grupo norcoreano | Lazarus", "la gang criminale russa | Conti"."""
    words = re.split(
        r"\s+", text[max(0, hit.start - 3 * _WINDOW) : hit.start].lower().rstrip(" “«‘'\"")
    )
    i = len(words) - 1
    while i > 0 and len(words) - 1 - i < _ADJECTIVES and _is_adjective(words[i], pack):
        i -= 1
    return words[i : i + 1] if 0 <= i < len(words) - 1 else []


_ADJECTIVES = 2
_LEANING = ("pro-", "pró-", "filo-")


def _is_adjective(word: str, pack: Pack) -> bool:
    known = pack.words.get(word)
    plain = known is not None and bool(known.tags & Tag.ADJECTIVE)
    return plain or word in demonyms(pack.language) or word.startswith(_LEANING)


@cache
def _says_what(language: str) -> re.Pattern[str]:
    """After a name: what it is said to be, "Cloud Atlas (alias Inception) est un | groupe d'espionnage"."""
    cues = load_pack(language).cues
    is_ = "".join(f"| {word}" for word in cues.described_by)
    one = "|".join(sorted(cues.articles_of_one | cues.definite_articles))
    return re.compile(rf"(?: \([^)\n]{{1,60}}\))?(?:,{is_}) (?:{one}) ((?:[\w'’-]+ ?){{1,5}})")


def _described(text: str, hit: Hit, pack: Pack) -> bool:
    """Whether the text says right after the name that it is a group or malware."""
    match = _says_what(pack.language).match(text, hit.end)
    if match is None or not text[hit.start].isupper():
        return False
    kind = {"group": "actor", "malware": "malware"}.get(hit.type)
    words = _AROUND.findall(match[1].lower())
    found = [pack.words.get(word) for word in words[:_TELLING]]
    return (
        kind is not None
        and any(
            word is not None and any(n.kind == kind and not n.weak for n in word.nouns)
            for word in found
        )
    ) or (kind == "actor" and len(words) > 2 and words[2] in pack.cues.trades.get(words[0], ()))


_TELLING = 4


ATTACK_FRAMES = frozenset({"hack", "steal", "target", "perpetrate"})
_ACTOR_FRAMES = ATTACK_FRAMES | {"say", "take", "use", "exploit", "avow"}


def _attacks(text: str, hit: Hit, field: list[int], pack: Pack) -> bool:
    """Whether the name does what actors do: an attack verb after it, or "by" and an attack before it."""
    if hit.type == "malware" and _wielded(text, hit, pack):
        return True
    near = any(hit.start - _FIELD < position < hit.end + _FIELD for position in field)
    if not near and hit.entity in movements():
        return _hits_by_name(text, hit, pack)
    if not text[hit.start].isupper() or not near:
        return False
    after = _AROUND.findall(text[hit.end : hit.end + 40].lower())[:3]
    skipped = [
        w for w in after if not (w in pack.words and pack.words[w].tags & (Tag.HAVE | Tag.ADVERB))
    ]
    if skipped and _acts(skipped, pack):
        return True
    clause = re.split(r"[.,;:]\s", text[max(0, hit.start - 90) : hit.start])[-1]
    before = _AROUND.findall(clause.lower())[-9:]
    return (
        bool(before)
        and before[-1] in pack.relations.agent
        and any(_evokes(w, pack.words.get(w), ATTACK_FRAMES) for w in before[:-1])
    )


def _hits_by_name(text: str, hit: Hit, pack: Pack) -> bool:
    """Whether a movement hits somebody named, in a text that has no other word of the field: "Anonymous Attacks UK Bank"."""
    match = _VERB_AND_NAME.match(text, hit.end)
    if match is None or not text[hit.start].isupper():
        return False
    verb, name = (pack.words.get(word.lower()) for word in match.groups())
    if verb is None or (name is not None and name.verbs):
        return False
    return _evokes(match[1].lower(), verb, _HITTING) and any(
        form.form & Form.PRESENT for form in verb.verbs
    )


_VERB_AND_NAME = re.compile(r" ([A-Za-z]+s) ([A-Z][\w’'-]+)")
_HITTING = frozenset({"hack", "target"})


def _wielded(text: str, hit: Hit, pack: Pack) -> bool:
    """Whether a name is what somebody attacks with: "infected with Pegasus", "used Pegasus against", "used it to spy"."""
    before = _AROUND.findall(text[max(0, hit.start - 40) : hit.start].lower())[-2:]
    after = _AROUND.findall(text[hit.end : hit.end + 40].lower())[:2]
    if not text[hit.start].isupper() or not before:
        return False
    if before[-1] in pack.relations.accompanying and len(before) > 1:
        return _evokes(before[0], pack.words.get(before[0]), ATTACK_FRAMES)
    used = _evokes(before[-1], pack.words.get(before[-1]), frozenset({"use"}))
    if not used or not after:
        return False
    aimed = len(after) > 1 and _evokes(after[1], pack.words.get(after[1]), ATTACK_FRAMES)
    relations = pack.relations
    return after[0] in relations.against or (after[0] in relations.to and aimed)


def _acts(words: list[str], pack: Pack) -> bool:
    """Whether a verb of attacking, claiming or announcing follows, of one word or two ("takes down")."""
    if _evokes(words[0], pack.words.get(words[0]), _ACTOR_FRAMES):
        return True
    second = pack.sequences.get(words[0], {}).get(words[1], []) if len(words) > 1 else []
    return any(_evokes(words[0], word, _ACTOR_FRAMES) for _, word in second)


def _evokes(key: str, word: Word | None, frames: frozenset[str]) -> bool:
    """Whether a word has a verb of one of the frames, or is a sure noun of attack."""
    if word is None:
        return False
    return any(n.kind == "attack" and not n.weak for n in word.nouns) or any(
        use.frame in frames for verb in word.verbs for use in verb.uses
    )


VAGUE = frozenset({"network", "unit", "actor", "team", "worm", "criminal", "attack", "attacks"})


def _in_list(text: str, hit: Hit, hits: list[Hit], pack: Pack) -> bool:
    """Whether a comma, slash, bracket or "and" alone parts it from a sure name of a group or malware."""
    joins = _joins(pack.language)
    for other in hits:
        if other.weak or other.type not in ("group", "malware"):
            continue
        between = (
            text[other.end : hit.start] if other.end <= hit.start else text[hit.end : other.start]
        )
        if 0 < len(between) <= 8 and joins.fullmatch(between):
            return True
    return False


@cache
def _joins(language: str) -> re.Pattern[str]:
    """What alone parts two names of one list: signs and a conjunction."""
    words = "|".join(sorted(load_pack(language).cues.name_conjunctions))
    return re.compile(rf"[\s,/()“”\"«»&]*(?:{words})?[\s“\"«]*")
