"""Learn the weights of the trained reader, and measure by cross-validation what it adds.

    python bench/train_roles.py                      cross-validation over the open gold, then the weights
    python bench/train_roles.py --by-language        each language read by weights learnt from the others

Learns from the open part of the gold (`gold/README.md`) and of the annotated White House texts, from the development gold and,
where ``--incidents`` finds them, from the open two thirds of the coded incidents. The set-aside third is never opened. Needs scikit-learn
(``pip install -e '.[bench]'``). The same inputs give the same file.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy

from train_examples import Example, Seen, document, fold_of, of_gold, of_incidents, with_other_news
from train_network import mixing_of, trained
from train_settling import (
    LEAST,
    Dater,
    Gatherer,
    by_saying,
    dating_by,
    learn_saying,
    settling_by,
    show_saying,
    worth_of_rules,
)
from train_weights import learn, weights_by_number
from vidocq.claims.reading import read_by
from vidocq.claims.roles import ROLES
from vidocq.claims.trained.network import Mixing, Network
from vidocq.claims.trained.network_file import NETWORK, network_of
from vidocq.claims.trained.reader import TrainedReader
from vidocq.claims.trained.tables import Tables, packed
from vidocq.claims.trained.weights import WEIGHTS, Dating, Saying, Settling, Weights
from vidocq.evaluate import Part, Row, evaluate, load_rows, part_of
from vidocq.evaluate.rows import row_of
from white_house import CORPUS, write

REAL = Path("build/white-house")
"""Where the annotated White House texts are put together."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", type=Path, default=Path("gold"), help="our gold: its open part")
    parser.add_argument(
        "--dev", type=Path, default=Path("../shared/claims/dev"), help="another gold, all of it"
    )
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the White House texts")
    parser.add_argument("--incidents", type=Path, default=Path("../shared/incidents/eurepoc.jsonl"))
    parser.add_argument("--by-language", action="store_true")
    parser.add_argument("--least", type=float, nargs="*", default=[LEAST], help="thresholds to try")
    parser.add_argument(
        "--networks",
        type=Path,
        help="a folder to keep the networks of the folds in, and to take them from where it has them already",
    )
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    ours = part_of(load_rows(options.gold / "gold.jsonl"), Part.OPEN)
    texts = _texts(options.gold, ours)
    parts = {"our gold, open": ours}
    if options.dev.exists():
        parts["development gold"] = load_rows(options.dev / "gold.jsonl")
        texts |= _texts(options.dev, parts["development gold"])
    if options.corpus.exists():
        write(REAL, options.corpus)
        parts["White House texts, open"] = part_of(load_rows(REAL / "gold.jsonl"), Part.OPEN)
        texts |= _texts(REAL, parts["White House texts, open"])
    rows = {doc: row for part in parts.values() for doc, row in part.items()}
    mixed = with_other_news(rows, texts)
    read = {doc: of_gold(doc, mixed[doc], row) for doc, row in rows.items()}
    examples = [e for own, _ in read.values() for e in own]
    sentences = {doc: seen for doc, (_, seen) in read.items()}
    del read
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
    networks, whole = learn_networks(sentences, groups, folds, options.networks)
    learnt = learn([*examples, *coded])
    del examples, sentences
    settled, saying, dating = learn_settling(
        rows, texts, mixed, groups, folds, networks, options.least, parts, languages
    )
    if options.by_language:
        return
    about = (
        f"learnt from {len(rows)} documents with gold claims and {len({e.doc for e in coded})} coded"
        " incidents by bench/train_roles.py"
    )
    learnt = msgspec.structs.replace(
        learnt, about=about, settling=settled, saying=saying, dating=dating
    )
    numpy.savez_compressed(options.out.with_name(NETWORK.name), **whole)
    options.out.write_text(written(learnt), "utf-8")
    tables = (learnt.general, learnt.mention, learnt.partner, learnt.pair, *learnt.typed.values())
    print(
        f"{options.out}: {sum(len(known) for table in tables for known in table.values())} weights, "
        f"{options.out.stat().st_size // 1024} KB"
    )


def _texts(folder: Path, rows: dict[str, Row]) -> dict[str, str]:
    return {doc: (folder / "docs" / f"{doc}.txt").read_text("utf-8") for doc in rows}


def learn_networks(
    sentences: dict[str, list[Seen]],
    groups: dict[str, str],
    folds: dict[str, Weights],
    kept: Path | None,
) -> tuple[dict[str, Network], dict[str, numpy.ndarray]]:
    """For each group the network of the others' sentences, and the parts of that of all, mixed with what the signs tell."""
    parts = {
        group: _network(
            [own for doc, own in sentences.items() if groups[doc] != group],
            kept / f"{group}.npz" if kept else None,
        )
        for group in [*folds, ALL]
    }
    unmixed = {f"mixing {name}": numpy.zeros(len(ROLES)) for name in Mixing.__slots__}
    bare = {group: network_of(parts[group] | unmixed) for group in folds}
    every = {group: weights_by_number(learnt) for group, learnt in folds.items()}

    def log_odds(example: Example) -> float:
        start, weights = every[groups[example.doc]]
        return start[example.number] + float(weights[example.number][example.signs].sum())

    read_by = ((bare[groups[doc]], sentence) for doc, own in sentences.items() for sentence in own)
    mixing = mixing_of(read_by, log_odds, len(ROLES))
    return {group: network_of(parts[group] | mixing) for group in folds}, parts[ALL] | mixing


ALL = "all"
"""The group that leaves out no document."""


def _network(documents: Sequence[Sequence[Seen]], kept: Path | None) -> dict[str, numpy.ndarray]:
    """The parts of the network of some documents, learnt unless they are kept already."""
    if kept is not None and kept.exists():
        with numpy.load(kept) as stored:
            return {name: stored[name] for name in stored.files}
    parts = trained(documents, len(ROLES))
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        numpy.savez_compressed(kept, **parts)
    return parts


def learn_settling(
    rows: dict[str, Row],
    texts: dict[str, str],
    mixed: dict[str, str],
    groups: dict[str, str],
    folds: dict[str, Weights],
    networks: dict[str, Network],
    thresholds: Sequence[float],
    parts: dict[str, dict[str, Row]],
    languages: dict[str, str],
) -> tuple[Settling, Saying, Dating]:
    """What settles, who says it, and when it was, from documents that were each read by weights of the others; prints what that gives."""

    def gather(settlings: dict[str, Settling]) -> dict[str, Gatherer]:
        found = {}
        read = {g: with_rows(w, settling=settlings[g]) for g, w in folds.items()}
        for doc, row in rows.items():
            found[doc] = Gatherer(*read[groups[doc]], networks[groups[doc]], row)
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
    weighed: list[tuple[float, Example]] = []
    for group in folds:
        saying = learn_saying([e for e in told_by if groups[e.doc] != group])
        folds[group] = msgspec.structs.replace(folds[group], saying=saying)
        weighed += by_saying(saying, [e for e in told_by if groups[e.doc] == group])
    show_saying(weighed)
    gathered = gather(priors)
    measured = [(doc, *found) for doc, g in gathered.items() for found in g.found]
    settlings = {}
    for group in folds:
        chosen = [(x, y) for doc, x, y in measured if groups[doc] != group]
        settlings[group] = settling_by(chosen, priors[group])
    daters: dict[str, Dater] = {}
    by_group = {g: with_rows(w, settling=settlings[g]) for g, w in folds.items()}
    for doc, row in rows.items():
        daters[doc] = Dater(*by_group[groups[doc]], networks[groups[doc]], row)
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
        readers = {g: TrainedReader(*own, networks[g]) for g, own in read.items()}
        added = {doc: reading(texts[doc], doc, readers[groups[doc]]) for doc in rows}
        for name, part in parts.items():
            show(f"{name}, with the trained reader at {least}", part, added, languages)
    shares, mean = worth_of_rules(t for g in first.values() for t in g.rules)
    prior = msgspec.structs.replace(next(iter(priors.values())), rules=shares, unknown=mean)
    settling = settling_by([(x, y) for _, x, y in measured], prior)
    dating = dating_by([found for d in daters.values() for found in d.found])
    return settling, learn_saying(told_by), dating


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
