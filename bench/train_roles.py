"""Learn the weights of the trained reader, and measure by cross-validation what it adds.

    python bench/train_roles.py                      cross-validation over the open gold, then the weights
    python bench/train_roles.py --by-language        each language read by weights learnt from the others

Learns from the open part of the gold (`gold/README.md`), the development gold and, where ``--incidents`` finds them, from
the open two thirds of the coded incidents. The set-aside third is never opened. Needs scikit-learn
(``pip install -e '.[bench]'``). The same inputs give the same file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy
from scipy.sparse import csr_matrix
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from vidocq.acquire.document import read_bytes
from vidocq.claims.bundles import Bundle, bundle, signs_in
from vidocq.claims.claimants import parties
from vidocq.claims.context import Context
from vidocq.claims.dating import Dates, measures_of, undated
from vidocq.claims.draft import Draft
from vidocq.claims.layout import Sentence
from vidocq.claims.measuring import findings_of, measures
from vidocq.claims.reading import read_by
from vidocq.claims.roles import ROLES, Role
from vidocq.claims.tables import Tables, packed
from vidocq.claims.trained import TrainedReader
from vidocq.claims.weighing import ATTACK, REMEMBERED, Weighing, roles_of
from vidocq.claims.weights import WEIGHTS, Boosted, Dating, Saying, Settling, Tree, Weights
from vidocq.evaluate import Part, Row, evaluate, load_rows, part_of
from vidocq.evaluate.likeness import claimant_keys, quotes_overlap, same_claim, same_mention
from vidocq.evaluate.rows import Annotation, Mention, row_of
from vidocq.model import Count, Document, EntityType, Predicate, Reference

REGULAR = 0.2
"""Inverse strength of the regularisation, and below it the weight of a coded incident beside a gold document."""
INCIDENT = 0.1
RARE = 4
"""Occurrences from which a feature counts."""
SMALL = 0.06
"""Weights nearer to nought than this are left out of the file."""
PROPOSED, PARTNERED, PAIRED = 0.04, 0.2, 0.5
LEAST, EXPECTED = 0.3, 1.85
SAID, SAID_TOO = 0.27, 0.55
DATED = 0.55
TREES = 120
FOLDS = 5
CODED = "coded incident"
"""A feature that all coded incidents have and no text that is read: their roles are commoner than a report's."""


SIGNS: dict[tuple[str, str], int] = {}
"""Every sign of every table, with a number: a hundred million of them are kept as numbers."""


def numbers(signs: dict[str, Sequence[Bundle]]) -> numpy.ndarray:
    """The numbers of the signs of several tables; one that comes twice counts twice, as in `Sums`."""
    keys = [(table, sign) for table, some in signs.items() for sign in signs_in(some)]
    return numpy.array([SIGNS.setdefault(key, len(SIGNS)) for key in keys], dtype=numpy.int32)


@dataclass(slots=True)
class Example:
    """Signs by the table that they are of, whether it is right (None: cannot be told), and which document it is of."""

    model: str
    number: int
    signs: numpy.ndarray
    right: bool | None
    doc: str
    weight: float = 1.0
    thing: bool = False


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", type=Path, default=Path("gold"), help="our gold: its open part")
    parser.add_argument(
        "--dev", type=Path, default=Path("../shared/claims/dev"), help="another gold, all of it"
    )
    parser.add_argument("--incidents", type=Path, default=Path("../shared/incidents/eurepoc.jsonl"))
    parser.add_argument("--by-language", action="store_true")
    parser.add_argument("--least", type=float, nargs="*", default=[LEAST], help="thresholds to try")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    ours = part_of(load_rows(options.gold / "gold.jsonl"), Part.OPEN)
    texts = _texts(options.gold, ours)
    parts = {"our gold, open": ours}
    if options.dev.exists():
        parts["development gold"] = load_rows(options.dev / "gold.jsonl")
        texts |= _texts(options.dev, parts["development gold"])
    rows = {doc: row for part in parts.values() for doc, row in part.items()}
    mixed = with_other_news(rows, texts)
    examples = [e for doc, row in rows.items() for e in of_gold(doc, mixed[doc], row)]
    coded = of_incidents(options.incidents) if options.incidents.exists() else []
    print(f"{len(rows)} documents of the gold, {len({e.doc for e in coded})} coded incidents")
    for number, role in enumerate(ROLES):
        told = Counter(e.right for e in examples if e.model == "anchor" and e.number == number)
        print(
            f"  {role.predicate:14} right {told[True]:5}  wrong {told[False]:6}  untold {told[None]:5}"
        )
    languages = {doc: row.language or "" for doc, row in rows.items()}
    groups = languages if options.by_language else {doc: str(fold_of(doc)) for doc in rows}
    folds = {
        group: learn([e for e in [*examples, *coded] if groups.get(e.doc) != group])
        for group in sorted(set(groups.values()))
    }
    settled, saying, dating = learn_settling(
        rows, texts, mixed, groups, folds, options.least, parts, languages
    )
    if options.by_language:
        return
    about = (
        f"learnt from {len(rows)} documents with gold claims and {len({e.doc for e in coded})} coded"
        " incidents by bench/train_roles.py"
    )
    learnt = msgspec.structs.replace(
        learn([*examples, *coded]), about=about, settling=settled, saying=saying, dating=dating
    )
    options.out.write_text(written(learnt), "utf-8")
    tables = (learnt.general, learnt.mention, learnt.partner, learnt.pair, *learnt.typed.values())
    print(
        f"{options.out}: {sum(len(known) for table in tables for known in table.values())} weights, "
        f"{options.out.stat().st_size // 1024} KB"
    )


def _texts(folder: Path, rows: dict[str, Row]) -> dict[str, str]:
    return {doc: (folder / "docs" / f"{doc}.txt").read_text("utf-8") for doc in rows}


def with_other_news(rows: dict[str, Row], texts: dict[str, str]) -> dict[str, str]:
    """Every second report with a paragraph from a silent one of its language, in its middle or after its head: other
    matters say nothing."""
    silent: dict[str | None, list[str]] = defaultdict(list)
    for doc, row in sorted(rows.items()):
        if not row.claims:
            silent[row.language] += [p for p in texts[doc].split("\n\n")[1:] if len(p) > LONG]
    mixed = {}
    for number, (doc, row) in enumerate(sorted(rows.items())):
        paragraphs = texts[doc].split("\n\n")
        others = silent[row.language]
        if number % 2 and len(paragraphs) > 2 and others:
            place = 1 if number % 8 == 1 else len(paragraphs) // 2 + 1
            paragraphs.insert(place, others[number % len(others)].strip())
        mixed[doc] = "\n\n".join(paragraphs)
    return mixed


LONG = 120
"""Letters of a paragraph that tells something."""


def fold_of(doc: str) -> int:
    """A document's part in the cross-validation, by its name alone."""
    return int(hashlib.sha256(f"fold {doc}".encode()).hexdigest(), 16) % FOLDS


class Observer:
    """A second reader that only looks."""

    def __init__(self, see: Callable[[Weighing], None]) -> None:
        self.see = see

    def weighing(self, context: Context, sentence: Sentence, drafts: list[Draft]) -> Weighing:
        return Weighing(context, sentence, drafts)

    def propose(self, weighing: Weighing) -> list[Draft]:
        self.see(weighing)
        return []

    def credit(self, weighing: Weighing, drafts: list[Draft]) -> None:
        """Leaves the claimants as they are."""

    def settle(self, context: Context, drafts: list[Draft]) -> list[Draft]:
        return drafts

    def date(self, context: Context, sentences: list[Sentence], drafts: list[Draft]) -> None:
        """Leaves the dates as they are."""


def of_gold(doc: str, text: str, row: Row) -> list[Example]:
    """The examples of a gold document: each mention in each role that it may have, each partner of those that are right."""
    examples: list[Example] = []

    def see(weighing: Weighing) -> None:
        here = Annotation(quote=weighing.signs.sentence.words)
        near = [(claim, quotes_overlap(claim, here)) for claim in row.claims]
        general = weighing.signs.general
        for m, mention in enumerate(weighing.mentions):
            for number in roles_of(mention):
                role = ROLES[number]
                right = truth(role, mention.reference, mention.count, near)
                examples.append(anchor_example(weighing, number, m, right, doc))
                if not right or not role.partners:
                    continue
                for other in weighing.partners(role, m):
                    partner = weighing.mentions[other].reference if other != ATTACK else None
                    together = pair_truth(role, mention.reference, partner, near)
                    signs: dict[str, Sequence[Bundle]]
                    if other == ATTACK:
                        own = weighing.signs_of(m)[0]
                        signs = {"attack_general": general, "attack_anchor": own}
                    else:
                        signs = {
                            "partner": weighing.signs_of(other)[0],
                            "pair": weighing.pair(role, m, other),
                        }
                    model = "attack" if other == ATTACK else "pair"
                    examples.append(Example(model, number, numbers(signs), together, doc))

    read_by(document(text, doc), Observer(see))
    return examples


def document(text: str, doc: str) -> Document:
    """A document of the gold as its file would be read: with its title, and with date and publisher as its name tells them."""
    found = read_bytes(text.encode(), f"{doc}.txt", id=doc)
    if not isinstance(found, Document):
        raise TypeError(f"{doc}: {found.message}")
    return found


def anchor_example(
    weighing: Weighing, number: int, m: int, right: bool | None, doc: str, weight: float = 1.0
) -> Example:
    """A mention in a role."""
    own, typed = weighing.signs_of(m)
    reference = weighing.mentions[m].reference
    kind = str(reference.type) if reference is not None else ""
    general = weighing.signs.general
    signs: dict[str, Sequence[Bundle]] = {"general": general, "mention": own}
    if typed:
        signs[f"typed {kind}"] = [*typed, *general]
    elif weighing.mentions[m].how == "memory":
        signs[f"typed {REMEMBERED}"] = general
    thing = weighing.mentions[m].how == "thing"
    return Example("anchor", number, numbers(signs), right, doc, weight, thing)


Near = Sequence[tuple[Annotation, bool]]
"""The gold claims of a document, each with whether it is of the sentence at hand."""


def fits(
    claim: Annotation, role: Role, reference: Reference | None, anchor: bool, near: bool
) -> bool:
    """Whether an end of a claim is a reference, or the attack where that is None."""
    end = claim.subject if role.subject == anchor else claim.object
    if reference is None:
        return end is not None and end.type == EntityType.INCIDENT
    return same_mention(end, mention_of(reference), nearby=near, lenient=False)


def truth(
    role: Role, reference: Reference | None, count: Count | None, claims: Near
) -> bool | None:
    """Whether the gold has a mention in a role; None where it has it of another passage alone."""
    found: bool | None = False
    for claim, near in claims:
        if claim.predicate != role.predicate or claim.subject is None:
            continue
        if role.predicate is Predicate.AFFECTS:
            same = (
                count is not None and claim.count is not None and claim.count.value == count.value
            )
        else:
            same = fits(claim, role, reference, True, near)
        if not same:
            continue
        if near and claim.denied == role.denied:
            return True
        if not near:
            found = None
    return found


def pair_truth(
    role: Role, reference: Reference | None, partner: Reference | None, claims: Near
) -> bool:
    """Whether the gold has both ends in one claim of the passage."""
    return any(
        near
        and claim.denied == role.denied
        and claim.predicate == role.predicate
        and fits(claim, role, reference, True, near)
        and fits(claim, role, partner, False, near)
        for claim, near in claims
    )


def mention_of(reference: Reference) -> Mention:
    return Mention(str(reference.type), reference.text, reference.id)


def of_incidents(path: Path) -> list[Example]:
    """What the coded incidents tell: which states and groups attacked, which states were hit."""
    examples: list[Example] = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if int(row["id"].rpartition("-")[2]) % 3 == 0:
            continue  # only ever scored

        def see(weighing: Weighing, row: dict = row) -> None:
            weighing.signs.general.append(bundle(CODED))
            for m, mention in enumerate(weighing.mentions):
                for number in roles_of(mention):
                    right = coded_truth(ROLES[number], mention.reference, mention.how, row)
                    if right is not None:
                        examples.append(
                            anchor_example(weighing, number, m, right, row["id"], INCIDENT)
                        )

        read_by(
            Document.from_text(row["text"], id=row["id"], title=row.get("title")), Observer(see)
        )
    return examples


def coded_truth(role: Role, reference: Reference | None, how: str, row: dict) -> bool | None:
    """Whether the coder has the mention's state or group in its role."""
    if reference is None:
        return None
    kind, _, name = reference.id.partition(":")
    code = name[:2].upper() if kind == "state" or re.match(r"[a-z]{2}-", name) else None
    if role.predicate is Predicate.TARGETS and code and row["victims"]:
        return code in row["victims"]
    if role.predicate is not Predicate.ATTRIBUTED_TO or role.denied:
        return None
    if kind == "group" and row["groups"]:
        plain = re.sub(r"[\W_]+", "", name)
        groups = [re.sub(r"[\W_]+", "", g).casefold() for g in row["groups"]]
        return any(g in plain or plain in g for g in groups)
    if code and how == "phrase":
        return code in row["attackers"]
    return None


def learn(examples: Sequence[Example]) -> Weights:
    """The weights of all roles, without what settles."""
    tables: dict[str, dict[str, dict[int, float]]] = defaultdict(lambda: defaultdict(dict))
    bias = {model: [-9.0] * len(ROLES) for model in ("anchor", "pair", "attack")}
    floor = [math.inf] * len(ROLES)
    head_floor = [-99.0] * len(ROLES)
    by_model: dict[tuple[str, int], list[Example]] = defaultdict(list)
    for example in examples:
        if example.right is not None:
            by_model[example.model, example.number].append(example)
    for (model, number), own in sorted(by_model.items(), key=lambda item: item[0]):
        if sum(bool(e.right) for e in own) < RARE or all(e.right for e in own):
            continue
        start, weights = regression(own)
        bias[model][number] = start
        for (table, sign), weight in weights.items():
            tables[table][sign][number] = weight
        if model == "anchor":
            floor[number] = _floor(start, weights, own)
            things = [e for e in own if e.thing and e.right]
            if things:
                head_floor[number] = _head_floor(weights, things)

    def table(name: str) -> dict[str, tuple[tuple[int, float], ...]]:
        return {sign: tuple(sorted(known.items())) for sign, known in sorted(tables[name].items())}

    return Weights(
        about="",
        proposed=PROPOSED,
        paired=PAIRED,
        partnered=PARTNERED,
        bias=tuple(bias["anchor"]),
        floor=tuple(floor),
        head_floor=tuple(head_floor),
        general=table("general"),
        mention=table("mention"),
        typed={
            name.partition(" ")[2]: table(name)
            for name in sorted(tables)
            if name.startswith("typed ")
        },
        pair_bias=tuple(bias["pair"]),
        partner=table("partner"),
        pair=table("pair"),
        attack_bias=tuple(bias["attack"]),
        attack_general=table("attack_general"),
        attack_anchor=table("attack_anchor"),
        saying=Saying(bias=0.0, signs={}, least=1.0, further=1.0),
        settling=Settling(
            start=0.0, rate=0.0, trees=(), least=0.0, expected=0.0, rules={}, unknown=0.5
        ),
        dating=Dating(start=0.0, rate=0.0, trees=(), least=1.0),
    )


def regression(examples: Sequence[Example]) -> tuple[float, dict[tuple[str, str], float]]:
    """A logistic regression over the signs of examples: its bias and the weight of each sign of each table."""
    keys = [*SIGNS]
    lengths = numpy.array([len(e.signs) for e in examples])
    columns = numpy.concatenate([e.signs for e in examples])
    counts = numpy.bincount(columns, minlength=len(keys))
    known = sorted(numpy.flatnonzero(counts >= RARE).tolist(), key=keys.__getitem__)
    place = numpy.full(len(keys), -1, dtype=numpy.int64)
    place[known] = numpy.arange(len(known))
    rows = numpy.repeat(numpy.arange(len(examples)), lengths)
    kept = place[columns] >= 0
    ones = numpy.ones(int(kept.sum()), dtype=numpy.float32)
    matrix = csr_matrix(
        (ones, (rows[kept], place[columns[kept]])), shape=(len(examples), len(known))
    )
    model = LogisticRegression(C=REGULAR, solver="liblinear", max_iter=300, random_state=0)
    model.fit(
        matrix,
        numpy.array([bool(e.right) for e in examples]),
        sample_weight=numpy.array([e.weight for e in examples]),
    )
    weights = {
        keys[sign]: round(float(weight), 3)
        for sign, weight in zip(known, model.coef_[0], strict=True)
        if abs(weight) >= SMALL and keys[sign][1] != CODED
    }
    return round(float(model.intercept_[0]), 3), weights


def _floor(
    start: float, weights: dict[tuple[str, str], float], examples: Sequence[Example]
) -> float:
    """What the signs of a sentence weigh at least where one of its mentions passed; `LOST` in a hundred may fall below."""
    least = math.log(PROPOSED / (1 - PROPOSED))
    every = numpy.zeros(len(SIGNS))
    general = numpy.zeros(len(SIGNS))
    for key, weight in weights.items():
        every[SIGNS[key]] = weight
        if key[0] == "general":
            general[SIGNS[key]] = weight
    passed = sorted(
        start + float(general[e.signs].sum())
        for e in examples
        if (e.right or e.weight < 1) and start + float(every[e.signs].sum()) >= least
    )
    return round(passed[LOST * len(passed) // 100], 3) if passed else least


def _head_floor(weights: dict[tuple[str, str], float], things: Sequence[Example]) -> float:
    """What the noun of a thing weighs at least where the thing has a role; `LOST` in a hundred may fall below."""
    of_heads = numpy.zeros(len(SIGNS))
    for key, weight in weights.items():
        if key[0] != "general" and key[1].startswith(("head:", "head~")):
            of_heads[SIGNS[key]] = weight
    sums = sorted(float(of_heads[e.signs].sum()) for e in things)
    return round(sums[LOST * len(sums) // 100], 3)


LOST = 2
"""Of a hundred mentions that pass so many may stand in sentences that are passed over."""


class Gatherer(TrainedReader):
    """Keeps what there is to settle of each document, with whether it is right."""

    def __init__(self, learnt: Weights, rows: Tables, row: Row) -> None:
        super().__init__(learnt, rows)
        self.row = row
        self.words: dict[int, str] = {}
        self.found: list[tuple[list[float], bool]] = []
        self.rules: list[tuple[str, bool]] = []
        self.sayings: list[Example] = []

    def weighing(self, context: Context, sentence: Sentence, drafts: list[Draft]) -> Weighing:
        self.words[context.number] = sentence.words
        return super().weighing(context, sentence, drafts)

    def credit(self, weighing: Weighing, drafts: list[Draft]) -> None:
        for draft in drafts:
            said = self.said(draft)
            told = [c for c in self.row.claims if same_claim(c, said, lenient=False)]
            if not told:
                continue
            sayers = {key for claim in told for key in claimant_keys(claim)}
            for party, signs in parties(weighing, draft):
                keys = claimant_keys(Annotation(claimants=(mention_of(party),)))
                right = not keys.isdisjoint(sayers)
                known = numbers({"saying": [bundle(*signs)]})
                self.sayings.append(Example("saying", 0, known, right, self.row.doc))
        if self.learnt.saying.signs:
            super().credit(weighing, drafts)

    def settle(self, context: Context, drafts: list[Draft]) -> list[Draft]:
        if not drafts:
            return drafts
        findings = findings_of(drafts)
        measured = measures(context, drafts, findings, self.learnt.settling)
        for key, group in findings.items():
            right = {id(d): self.is_right(d) for d in group}
            self.found.append((measured[key], any(right.values())))
            for d in group:
                if not d.proposed:
                    self.rules.append((f"{d.rule} {d.predicate}", right[id(d)]))
        return []

    def said(self, draft: Draft) -> Annotation:
        """A draft as a claim to compare."""
        return annotation_of(draft, self.words.get(draft.sentence, ""))

    def is_right(self, draft: Draft) -> bool:
        """Whether the gold has a draft."""
        said = self.said(draft)
        return any(same_claim(claim, said, lenient=False) for claim in self.row.claims)


def annotation_of(draft: Draft, words: str) -> Annotation:
    """A draft of a sentence as a claim to compare."""
    return Annotation(
        predicate=str(draft.predicate),
        subject=mention_of(draft.subject),
        object=mention_of(draft.object) if draft.object is not None else None,
        polarity=str(draft.polarity),
        quote=words,
    )


class Dater(TrainedReader):
    """Keeps what there is to date each right claim by, with whether it is its year."""

    def __init__(self, learnt: Weights, rows: Tables, row: Row) -> None:
        super().__init__(learnt, rows)
        self.row = row
        self.found: list[tuple[list[float], bool]] = []

    def date(self, context: Context, sentences: list[Sentence], drafts: list[Draft]) -> None:
        dates = Dates(context, sentences)
        values = dates.values()
        for draft in undated(drafts):
            said = annotation_of(draft, sentences[draft.sentence].words)
            told = [c for c in self.row.claims if same_claim(c, said, lenient=False)]
            years = {(c.event_time or "")[:4] for c in told}
            rows = measures_of(context, dates, values, drafts, draft) if told else []
            self.found += [(row, v[:4] in years) for v, row in zip(values, rows, strict=False)]


def learn_saying(examples: Sequence[Example]) -> Saying:
    """Who says a finding, from findings that are right."""
    start, weights = regression(examples)
    signs = {sign: ((0, weight),) for (_, sign), weight in sorted(weights.items())}
    return Saying(bias=start, signs=signs, least=SAID, further=SAID_TOO)


PRIOR = 4.0
"""Findings of a rule up to which its share of right ones is drawn towards that of all rules."""


def worth_of_rules(told: Iterable[tuple[str, bool]]) -> tuple[dict[str, float], float]:
    """For each rule and predicate the share of its findings that were right, and that of all."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for rule, right in told:
        counts[rule][0] += right
        counts[rule][1] += 1
    everything = sum(n for _, n in counts.values()) or 1
    mean = sum(right for right, _ in counts.values()) / everything
    shares = {
        rule: round((right + PRIOR * mean) / (n + PRIOR), 3)
        for rule, (right, n) in sorted(counts.items())
        if n >= RARE
    }
    return shares, round(mean, 3)


def learn_settling(
    rows: dict[str, Row],
    texts: dict[str, str],
    mixed: dict[str, str],
    groups: dict[str, str],
    folds: dict[str, Weights],
    thresholds: Sequence[float],
    parts: dict[str, dict[str, Row]],
    languages: dict[str, str],
) -> tuple[Settling, Saying, Dating]:
    """What settles, who says it, and when it was, from documents that were each read by weights of the others; prints what that gives."""

    def gather(settlings: dict[str, Settling]) -> dict[str, Gatherer]:
        found = {}
        read = {g: with_rows(w, settling=settlings[g]) for g, w in folds.items()}
        for doc, row in rows.items():
            found[doc] = Gatherer(*read[groups[doc]], row)
            read_by(document(mixed[doc], doc), found[doc])
        return found

    unsettled = {g: learnt.settling for g, learnt in folds.items()}
    first = gather(unsettled)
    priors = {}
    for group in folds:
        told = [t for doc, g in first.items() if groups[doc] != group for t in g.rules]
        shares, mean = worth_of_rules(told)
        priors[group] = msgspec.structs.replace(unsettled[group], rules=shares, unknown=mean)
    told_by = [e for g in first.values() for e in g.sayings]
    for group in folds:
        saying = learn_saying([e for e in told_by if groups[e.doc] != group])
        folds[group] = msgspec.structs.replace(folds[group], saying=saying)
    gathered = gather(priors)
    measured = [(doc, *found) for doc, g in gathered.items() for found in g.found]
    settlings = {}
    for group in folds:
        chosen = [(x, y) for doc, x, y in measured if groups[doc] != group]
        settlings[group] = settling_by(chosen, priors[group])
    daters: dict[str, Dater] = {}
    by_group = {g: with_rows(w, settling=settlings[g]) for g, w in folds.items()}
    for doc, row in rows.items():
        daters[doc] = Dater(*by_group[groups[doc]], row)
        read_by(document(texts[doc], doc), daters[doc])
    for group in folds:
        told_of = [found for doc, d in daters.items() if groups[doc] != group for found in d.found]
        folds[group] = msgspec.structs.replace(folds[group], dating=dating_by(told_of))
    plain = {doc: reading(texts[doc], doc, None) for doc in rows}
    for name, part in parts.items():
        show(f"{name}, rules alone", part, plain, languages)
    for least in thresholds:
        read = {
            g: with_rows(w, settling=msgspec.structs.replace(settlings[g], least=least))
            for g, w in folds.items()
        }
        added = {doc: reading(texts[doc], doc, TrainedReader(*read[groups[doc]])) for doc in rows}
        for name, part in parts.items():
            show(f"{name}, with the trained reader at {least}", part, added, languages)
    shares, mean = worth_of_rules(t for g in first.values() for t in g.rules)
    prior = msgspec.structs.replace(next(iter(priors.values())), rules=shares, unknown=mean)
    settling = settling_by([(x, y) for _, x, y in measured], prior)
    dating = dating_by([found for d in daters.values() for found in d.found])
    return settling, learn_saying(told_by), dating


def settling_by(examples: Sequence[tuple[list[float], bool]], prior: Settling) -> Settling:
    """What settles, from measures of findings and whether they are right."""
    learnt = boosted(examples)
    return msgspec.structs.replace(
        prior,
        start=learnt.start,
        rate=learnt.rate,
        trees=learnt.trees,
        least=LEAST,
        expected=EXPECTED,
    )


def dating_by(examples: Sequence[tuple[list[float], bool]]) -> Dating:
    """What dates, from measures of dates and whether they are those of their claims."""
    learnt = boosted(examples)
    return Dating(start=learnt.start, rate=learnt.rate, trees=learnt.trees, least=DATED)


def boosted(examples: Sequence[tuple[list[float], bool]]) -> Boosted:
    """Boosted trees over measures."""
    measures_ = numpy.array([x for x, _ in examples])
    right = numpy.array([y for _, y in examples])
    model = GradientBoostingClassifier(
        n_estimators=TREES,
        max_depth=3,
        learning_rate=0.08,
        subsample=0.7,
        min_samples_leaf=15,
        random_state=0,
    )
    model.fit(measures_, right)
    trees = []
    for estimator in model.estimators_[:, 0]:
        tree = estimator.tree_
        leaf = [int(left) < 0 for left in tree.children_left]
        trees.append(
            Tree(
                measure=tuple(
                    -1 if end else int(m) for m, end in zip(tree.feature, leaf, strict=True)
                ),
                bound=tuple(round(float(b), 4) for b in tree.threshold),
                left=tuple(int(c) for c in tree.children_left),
                right=tuple(int(c) for c in tree.children_right),
                value=tuple(round(float(v[0][0]), 4) for v in tree.value),
            )
        )
    share = float(right.mean())
    return Boosted(start=round(math.log(share / (1 - share)), 4), rate=0.08, trees=tuple(trees))


def with_rows(learnt: Weights, settling: Settling) -> tuple[Weights, Tables]:
    """Weights that settle so, and their rows, which take a second to make."""
    learnt = msgspec.structs.replace(learnt, settling=settling)
    return learnt, Tables(packed(learnt))


def reading(text: str, doc: str, second: TrainedReader | None) -> Row:
    """The claims of a document, by the rules or by them and a trained reader."""
    return row_of(read_by(document(text, doc), second))


def show(
    name: str, rows: dict[str, Row], predicted: dict[str, Row], groups: dict[str, str]
) -> None:
    """The figures of one way of reading, together and by group."""
    figures = evaluate(rows, predicted).figures
    agree, quiet = figures.agreements, figures.quiet
    claim = agree["claim"]
    print(
        f"{name}: strict P {claim.precision:.3f} R {claim.recall:.3f} F1 {claim.f1:.3f}, "
        f"who accuses whom {agree['dyad'].f1:.3f}, claimants {agree['claimant'].f1:.3f}, "
        f"quiet {quiet.share} of {quiet.of}, years {figures.fields['event_time'].share:.3f}"
    )
    parts = []
    for group in sorted({groups[doc] for doc in rows}):
        own = {doc: row for doc, row in rows.items() if groups[doc] == group}
        parts.append(f"{group} {evaluate(own, predicted).figures.agreements['claim'].f1:.3f}")
    print("  " + ", ".join(parts))


def written(learnt: Weights) -> str:
    """The file: a line a part, for it is large."""
    parts = msgspec.to_builtins(learnt)
    lines = [
        f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for key, value in parts.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    main()
