"""The errors of an evaluation as one HTML page: no script, nothing loaded from elsewhere, every word escaped."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib.resources import files

import msgspec

from vidocq.cli.show.console import harmless
from vidocq.cli.show.words import PREDICATES
from vidocq.evaluate import (
    Agreement,
    ErrorKind,
    Figures,
    Finding,
    Interval,
    Passage,
    Row,
    passages,
)
from vidocq.evaluate.rows import Annotation, Mention

_MEANINGS = {
    "claim": "claims",
    "lenient": "claims, leniently",
    "dyad": "who accuses whom",
    "claimant": "claimants",
}
_FIELDS = {
    "claimants": "says so",
    "subject": "subject",
    "predicate": "claim",
    "object": "object",
    "polarity": "polarity",
    "confidence": "confidence",
    "likelihood": "likelihood",
    "event_time": "when",
    "count": "number",
}
_ALWAYS_SHOWN = ("claimants", "subject", "predicate", "object")


class ErrorReport(msgspec.Struct, frozen=True):
    """What the page shows: the gold's rows and texts by document id, figures, and the errors to show.

    ``withheld`` is the number of documents that are scored while their errors are not shown.
    """

    name: str
    rows: Mapping[str, Row]
    texts: Mapping[str, str]
    figures: Figures
    intervals: Mapping[str, Interval]
    findings: Sequence[Finding]
    withheld: int = 0


def error_page(report: ErrorReport) -> str:
    """The page, complete in itself; it filters by kind, predicate and language without a script."""
    predicates = sorted({p for f in report.findings for p in _predicates(f)})
    languages = sorted({_language(report.rows[f.doc]) for f in report.findings})
    by_doc: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_doc[finding.doc].append(finding)
    style = files("vidocq.cli.show").joinpath("error_page.css").read_text(encoding="utf-8")
    sections = [
        _section(report, doc, found, predicates, languages) for doc, found in by_doc.items()
    ]
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>Errors on {_words(report.name)}</title>",
            f"<style>\n{style}{_filters(len(predicates), len(languages))}</style>",
            "</head><body>",
            _head(report),
            _filter(report.findings, predicates, languages),
            "<main>",
            '<p class="legend">In the text: <mark class="gold">words that carry the gold claim</mark>, '
            '<mark class="read">words the reader took it from</mark>, '
            '<mark class="gold read">both</mark>.</p>',
            *(sections or ['<p class="lede">No error to show.</p>']),
            "</main></body></html>",
            "",
        ]
    )


def _words(text: str | None) -> str:
    """Words of a document or a file, safe to stand in a page."""
    return escape(harmless(text or ""))


def _language(row: Row) -> str:
    return row.language or "?"


def _predicates(finding: Finding) -> set[str]:
    return {str(c.predicate) for c in (finding.gold, finding.predicted) if c is not None}


def _kind_class(kind: ErrorKind) -> str:
    return kind.replace(" ", "-")


def _filters(predicates: int, languages: int) -> str:
    """Rules that hide what was not chosen, and a document of which nothing is left.

    Predicates and languages go by their number: a predicted claim may bring any word for them.
    """
    kinds = [_kind_class(k) for k in ErrorKind]
    rules = []
    chosen_kind = {k: f"body:has(#{k}:checked)" for k in kinds}
    chosen_predicate = {f"p{n}": f':has(option[value="p{n}"]:checked)' for n in range(predicates)}
    for kind, body in chosen_kind.items():
        rules.append(f"{body} article:not(.{kind}), {body} section:not(:has(.{kind}))")
        for name, has in chosen_predicate.items():
            rules.append(f"{body}{has} section:not(:has(.{kind}.{name}))")
    for name, has in chosen_predicate.items():
        rules.append(f"body{has} article:not(.{name}), body{has} section:not(:has(.{name}))")
    for n in range(languages):
        rules.append(f'body:has(option[value="l{n}"]:checked) section:not(.l{n})')
    return "".join(f"{rule} {{ display: none; }}\n" for rule in rules)


def _head(report: ErrorReport) -> str:
    figures = report.figures
    claims = figures.agreements["claim"]
    held = (
        f" {report.withheld} of the documents are set aside: they are scored, their errors are not shown."
        if report.withheld
        else ""
    )
    rows = [(_MEANINGS[n], v, report.intervals.get(n)) for n, v in figures.agreements.items()]
    groups = [(n, v, report.intervals.get(n)) for n, v in figures.by.items()]
    return (
        f'<header class="top"><h1>What the reader got wrong</h1>'
        f'<p class="lede">{_words(report.name)}: {figures.documents} documents, {claims.gold} claims in the gold, '
        f"{claims.predicted} read.{held}</p>"
        f'<div class="figures">{_figure_table(rows)}</div>'
        f'<details class="figures"><summary>By predicate, language and style</summary>{_figure_table(groups)}'
        f"</details></header>"
    )


def _figure_table(rows: Iterable[tuple[str, Agreement, Interval | None]]) -> str:
    lines = "".join(
        f'<tr><th scope="row">{_words(name)}</th><td><strong>{v.f1:.2f}</strong></td>'
        f"<td>{f'{i.low:.2f}–{i.high:.2f}' if i else ''}</td>"
        f"<td>{v.precision:.2f}</td><td>{v.recall:.2f}</td><td>{v.gold}</td><td>{v.predicted}</td>"
        f'<td><span class="bar"><i style="width: {100 * v.f1:.0f}%"></i></span></td></tr>'
        for name, v, i in rows
    )
    return (
        "<table><thead><tr><th></th><th>F1</th><th>95 %</th><th>precision</th><th>recall</th>"
        f"<th>gold</th><th>read</th><th></th></tr></thead><tbody>{lines}</tbody></table>"
    )


def _filter(
    findings: Sequence[Finding], predicates: Sequence[str], languages: Sequence[str]
) -> str:
    counts = Counter(f.kind for f in findings)
    pills = [
        f'<input type="radio" name="kind" id="all" checked><label for="all">all <b>{len(findings)}</b></label>'
    ]
    pills += [
        f'<input type="radio" name="kind" id="{_kind_class(k)}">'
        f'<label for="{_kind_class(k)}">{k} <b>{counts[k]}</b></label>'
        for k in ErrorKind
        if counts[k]
    ]
    return (
        f'<form class="filter"><div><fieldset class="kinds"><legend>Kind of error</legend>{"".join(pills)}</fieldset>'
        f'<div class="choose">{_choice("every predicate", "p", [_phrase(p) for p in predicates])}'
        f"{_choice('every language', 'l', languages)}</div></div></form>"
    )


def _choice(every: str, letter: str, names: Sequence[str]) -> str:
    options = "".join(
        f'<option value="{letter}{n}">{_words(name)}</option>' for n, name in enumerate(names)
    )
    return f'<select aria-label="{every}"><option value="">{every}</option>{options}</select>'


def _section(
    report: ErrorReport,
    doc: str,
    findings: Sequence[Finding],
    predicates: Sequence[str],
    languages: Sequence[str],
) -> str:
    row, text = report.rows[doc], report.texts.get(doc, "")
    title = next((line.strip() for line in text.splitlines() if line.strip()), doc)
    about = " · ".join(_words(part) for part in (doc, row.language, row.style) if part)
    cards = "".join(_card(f, text, predicates) for f in findings)
    return (
        f'<section class="l{languages.index(_language(row))}"><h2><bdi>{_words(title)}</bdi></h2>'
        f'<p class="about">{about}</p>{cards}</section>'
    )


def _card(finding: Finding, text: str, predicates: Sequence[str]) -> str:
    claims = {"gold": finding.gold, "read": finding.predicted}
    sides = [(name, claim) for name, claim in claims.items() if claim is not None]
    classes = [
        _kind_class(finding.kind),
        *(f"p{predicates.index(p)}" for p in _predicates(finding)),
    ]
    return (
        f'<article class="{" ".join(classes)}"><span class="kind">{finding.kind}</span>'
        f'<span class="in-short">{_words(_in_short(sides[0][1]))}</span>'
        f"{_passages(text, sides)}{_compared(finding, sides)}</article>"
    )


def _in_short(claim: Annotation) -> str:
    """The claim as a line: "Conti targets Costa Rica"."""
    ends = [m.text or m.id or "–" for m in (claim.subject, claim.object) if m is not None]
    return f" {_phrase(str(claim.predicate))} ".join(ends) if len(ends) == 2 else "".join(ends)


def _phrase(predicate: str) -> str:
    known = {str(p): words for p, words in PREDICATES.items()}
    return known.get(predicate, predicate)


def _passages(text: str, sides: Sequence[tuple[str, Annotation]]) -> str:
    quotes = [claim.quote or "" for _, claim in sides]
    shown = "".join(_blockquote(p, [name for name, _ in sides]) for p in passages(text, quotes))
    lost = [name for (name, _), q in zip(sides, quotes, strict=True) if not q or q not in text]
    if lost:
        words = " and ".join(lost)
        shown += (
            f'<p class="nowhere">The words of the claim ({words}) do not stand in the text.</p>'
        )
    return shown


def _blockquote(passage: Passage, names: Sequence[str]) -> str:
    pieces = [
        f'<mark class="{" ".join(names[n] for n in sorted(p.quotes))}">{_words(p.words)}</mark>'
        if p.quotes
        else _words(p.words)
        for p in passage
    ]
    return f'<blockquote dir="auto">{"".join(pieces)}</blockquote>'


def _compared(finding: Finding, sides: Sequence[tuple[str, Annotation]]) -> str:
    """The claim field by field; where there are two they stand beside each other, what differs marked."""
    fields = [f for f in _FIELDS if f in _ALWAYS_SHOWN or any(_field(c, f) for _, c in sides)]
    if len(sides) == 1:
        pairs = "".join(
            f"<div><dt>{_FIELDS[f]}</dt><dd>{_field(sides[0][1], f)}</dd></div>"
            for f in fields
            if f != "predicate" and _field(sides[0][1], f)
        )
        return f'<dl class="alone">{pairs}</dl>'
    lines = []
    for field in fields:
        off = ' class="off"' if field in finding.differs else ""
        shown = "".join(
            f"<td>{_field(c, field) or '<span class=none>–</span>'}</td>" for _, c in sides
        )
        lines.append(f'<tr{off}><th scope="row">{_FIELDS[field]}</th>{shown}</tr>')
    heads = "".join(f'<th class="{name}"><span>{name}</span></th>' for name, _ in sides)
    return f'<table class="compared"><thead><tr><th></th>{heads}</tr></thead><tbody>{"".join(lines)}</tbody></table>'


def _field(claim: Annotation, field: str) -> str:
    """A field in words; empty where the claim has nothing there."""
    if field == "claimants":
        return "; ".join(_mention(m) for m in claim.claimants or ()) or "the report itself"
    if field in ("subject", "object"):
        return _mention(claim.subject if field == "subject" else claim.object)
    if field == "predicate":
        return _words(_phrase(str(claim.predicate)))
    if field == "polarity":
        return "denied" if claim.denied else ""
    if field == "count":
        return f"{claim.count.value:,}" if claim.count and claim.count.value is not None else ""
    value: str | None = getattr(claim, field)
    return _words(value)


def _mention(mention: Mention | None) -> str:
    if mention is None:
        return ""
    return f"<bdi>{_words(mention.text)}</bdi> <small>{_words(mention.id or mention.type)}</small>"
