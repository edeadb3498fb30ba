"""Turn reports annotated in a short form into gold documents and claims, and check them.

    python bench/annotate.py NOTES.txt …                check only, and say what is wrong where
    python bench/annotate.py NOTES.txt … --into gold    also write docs/ID.txt, and their rows into gold.jsonl

A file of notes holds reports one after the other:

    == en 2021-07-19 news | Harbour Courier | allies-name-beijing
    Title of the report

    Its text.
    --
    @x = incident:exchange-2021 | the Exchange hack
    @cn = state:CN | China
    @us = state:US | Washington
    attributed-to @x @cn | by @us speaker a senior official | conf high | when 2021-03 | q with high confidence
    targets @x @a,@b | by @us | like likely | count ~30000 organizations | q more than 30,000 || firms in Europe

The head: language, date, style | publisher | a few words for the name. ``@name = id | text`` names an entity once: its text stands
in the report. A claim: predicate, subjects, objects (``-`` for none; several with commas make a claim for each pair), then
fields: ``by`` (claimants, commas; ``speaker`` before the last field of one), ``via``, ``denied``, ``conf``, ``like``,
``when``, ``said``, ``count`` (``~`` approximate), ``q``: words of the sentence that carries it; ``||`` joins an adjoining one.
A line of notes that begins with ``#`` is passed over. Nothing after ``--``: the report is silent.

Of several numbers of one incident (``affects`` with the same object) the first that is noted becomes the claim.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claim_guide import DOC, STYLES, TYPES, WORDS, is_date, is_identifier, is_time
from vidocq.language.sentences import split
from vidocq.model import Confidence, EntityType, Likelihood, Polarity, Predicate

SENTENCES = 3
"""How many adjoining sentences a quote may have."""


@dataclass
class Report:
    """One annotated report in the making; ``notes`` are its lines of notes, each with its place."""

    place: str
    doc: str
    language: str
    style: str
    text: str
    notes: list[tuple[str, str]] = field(default_factory=list)
    parted: bool = True
    """Whether the line ``--`` stands between text and notes."""


class NoteError(ValueError):
    """A line that cannot be taken, and why."""


def main() -> int:
    """Check the files named, and write what they hold if nothing is wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("notes", nargs="+", type=Path)
    parser.add_argument("--into", type=Path, metavar="DIR", help="write docs/ and gold.jsonl there")
    options = parser.parse_args()
    written: list[tuple[Report, dict[str, Any]]] = []
    places: dict[str, str] = {}
    faults = 0
    for report in (report for path in options.notes for report in reports(path)):
        row, wrong = row_of(report)
        if report.doc in places:
            wrong.append(f"{report.place}: {report.doc} is at {places[report.doc]} already")
        places[report.doc] = report.place
        written.append((report, row))
        faults += len(wrong)
        for fault in wrong:
            print(fault)
    told = sum(len(row["claims"]) for _, row in written)
    silent = sum(not row["claims"] for _, row in written)
    print(
        f"{len(written)} reports, {silent} silent, {told} claims, {faults} faults", file=sys.stderr
    )
    if options.into and not faults:
        write(options.into, written)
    return 1 if faults else 0


def reports(path: Path) -> Iterator[Report]:
    """The reports of a file of notes.

    Raises:
        SystemExit: the file has no head line where one must be.
    """
    lines = path.read_text("utf-8").splitlines()
    heads = [i for i, line in enumerate(lines) if line.startswith("== ")]
    if not heads:
        sys.exit(f"{path}: no report: a line that begins with '== ' opens one")
    for i, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        head = re.fullmatch(r"== (\w\w) (\d{4}-\d\d-\d\d) (\w+) \| (.+?) \| (.+)", lines[i].strip())
        if head is None:
            sys.exit(f"{path}:{i + 1}: not '== LANGUAGE DATE STYLE | PUBLISHER | NAME'")
        language, date, style, publisher, name = head.groups()
        body = lines[i + 1 : end]
        parted = body.index("--") if "--" in body else len(body)
        notes = [
            (f"{path}:{i + 2 + n}", line.strip())
            for n, line in enumerate(body)
            if n > parted and line.strip() and not line.startswith("#")
        ]
        doc = f"{language}_{date}_{slug(publisher)}_{slug(name)}"
        text = "\n".join(body[:parted]).strip() + "\n"
        place = f"{path}:{i + 1}"
        yield Report(place, doc, language, style, text, notes, parted < len(body))


def slug(words: str) -> str:
    """Lower case, hyphens for all that is no plain letter or figure."""
    words = words.lower()
    for letter, plain in (
        ("ä", "ae"),
        ("æ", "ae"),
        ("ö", "oe"),
        ("œ", "oe"),
        ("ü", "ue"),
        ("ß", "ss"),
    ):
        words = words.replace(letter, plain)
    apart = unicodedata.normalize("NFD", words)
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def row_of(report: Report) -> tuple[dict[str, Any], list[str]]:
    """The gold row of a report, and what is wrong with it."""
    wrong = [f"{report.place}: {fault}" for fault in faults_of_form(report)]
    names: dict[str, dict[str, str]] = {}
    claims: dict[tuple[str, ...], dict[str, Any]] = {}
    spans = split(report.text)
    for place, line in report.notes:
        try:
            if line.startswith("@"):
                name, reference = entity(line, report.text)
                if name in names:
                    raise NoteError(f"@{name} is named twice")
                names[name] = reference
                continue
            for claim in claims_of(line, names, report.text, spans):
                ends = [(claim[end] or {}).get("id", "") for end in ("subject", "object")]
                key = (claim["predicate"], *ends, claim["polarity"])
                before = claims.setdefault(key, claim)
                if before is not claim and before["count"] == claim["count"]:
                    raise NoteError(f"said twice: {' '.join(key)}")
        except NoteError as reason:
            wrong.append(f"{place}: {reason}   « {line[:90]} »")
    if report.style == "other" and claims:
        wrong.append(f"{report.place}: a report of style 'other' claims nothing")
    row = {
        "doc": report.doc,
        "language": report.language,
        "style": report.style,
        "claims": list(claims.values()),
    }
    return row, wrong


def faults_of_form(report: Report) -> Iterator[str]:
    """What is wrong with a report whatever its notes say."""
    if not DOC.fullmatch(report.doc):
        yield f"{report.doc} is no id of a report"
    if report.style not in STYLES:
        yield f"style {report.style!r} is none of {sorted(STYLES)}"
    if not report.parted:
        yield "no line '--' after the text"
    if (words := len(report.text.split())) not in WORDS:
        yield f"{words} words: a report has {WORDS[0]} to {WORDS[-1]}"


def entity(line: str, text: str) -> tuple[str, dict[str, str]]:
    """``@name = id | text``."""
    found = re.fullmatch(r"@([\w-]+) *= *([^|]+?) *\| *(.+)", line)
    if found is None:
        raise NoteError("not '@name = type:id | words of the report'")
    name, identifier, words = found.groups()
    kind = identifier.partition(":")[0]
    if kind not in set(EntityType):
        raise NoteError(f"no such type: {kind}")
    if not is_identifier(kind, identifier):
        raise NoteError(f"{identifier} is not an id of its type")
    if words not in text:
        raise NoteError(f"the report does not have the words {words!r}")
    return name, {"type": kind, "text": words, "id": identifier}


def claims_of(
    line: str, names: dict[str, dict[str, str]], text: str, spans: list[tuple[int, int]]
) -> Iterator[dict[str, Any]]:
    """The claims of a line: one for each pair of its subjects and objects."""
    head, *rest = [part.strip() for part in re.split(r" \|(?!\|) ", line)]
    parts = head.split()
    if len(parts) != 3 or parts[0] not in TYPES:
        raise NoteError("not 'predicate @subject @object | …'")
    predicate = parts[0]
    fields: dict[str, Any] = {
        "claimants": [],
        "via": [],
        "polarity": str(Polarity.AFFIRMED),
        **dict.fromkeys(("confidence", "likelihood", "event_time", "said_on", "count")),
    }
    for part in rest:
        fields.update(field_of(part, names, text, spans))
    if not fields["via"]:
        del fields["via"]
    if not fields.get("quote"):
        raise NoteError("no quote: '| q words of the sentence'")
    if predicate == Predicate.AFFECTS and not fields["count"]:
        raise NoteError("affects needs a count")
    subjects, objects = TYPES[predicate]
    for subject in among(parts[1], names):
        for thing in among(parts[2], names):
            if subject is None or subject["type"] not in subjects:
                raise NoteError(f"{predicate} takes no such subject: {subject and subject['type']}")
            if thing is None and predicate != Predicate.AFFECTS:
                raise NoteError(f"{predicate} needs an object")
            if thing is not None and thing["type"] not in objects:
                raise NoteError(f"{predicate} takes no such object: {thing['type']}")
            yield {"predicate": predicate, "subject": subject, "object": thing, **fields}


def among(words: str, names: dict[str, dict[str, str]]) -> list[dict[str, str] | None]:
    """The entities of a list: "@a,@b", or "-" for none."""
    if words == "-":
        return [None]
    found: list[dict[str, str] | None] = []
    for word in words.split(","):
        name = word.strip().lstrip("@")
        if name not in names:
            raise NoteError(f"@{name} is not named before")
        found.append(names[name])
    return found


def field_of(
    part: str, names: dict[str, dict[str, str]], text: str, spans: list[tuple[int, int]]
) -> dict[str, Any]:
    """One field of a claim."""
    word, _, value = part.partition(" ")
    value = value.strip()
    match word:
        case "denied" if not value:
            return {"polarity": str(Polarity.DENIED)}
        case "by" | "via":
            return {"claimants" if word == "by" else "via": parties(value, names, text)}
        case "conf" if value in set(Confidence):
            return {"confidence": value}
        case "like" if value in set(Likelihood):
            return {"likelihood": value}
        case "when" if is_time(value):
            return {"event_time": value}
        case "said" if is_date(value):
            return {"said_on": value}
        case "count":
            return {"count": number(value)}
        case "q":
            return {"quote": quote(value, text, spans)}
    raise NoteError(f"no such field: {part[:60]!r}")


def parties(value: str, names: dict[str, dict[str, str]], text: str) -> list[dict[str, str]]:
    """Who says it: "@a,@b", and the speaker of the last of them."""
    who, _, speaker = value.partition(" speaker ")
    found = [dict(one) for one in among(who.replace(" ", ""), names) if one]
    if speaker and (speaker not in text or not found):
        raise NoteError(f"the report does not have the speaker {speaker!r}")
    if speaker:
        found[-1]["speaker"] = speaker
    return found


def number(value: str) -> dict[str, Any]:
    """A count: "~30000 organizations"."""
    counted = re.fullmatch(r"(~?)(\d+) ([a-z-]+)", value)
    if counted is None or int(counted[2]) == 0:
        raise NoteError(f"not a count, as in 'count ~30000 organizations': {value!r}")
    return {"value": int(counted[2]), "unit": counted[3], "approximate": bool(counted[1])}


def quote(value: str, text: str, spans: list[tuple[int, int]]) -> str:
    """The whole sentences in which the given words stand."""
    places: list[int] = []
    for words in (w.strip() for w in value.split("||")):
        at = text.find(words)
        if at < 0 or not words:
            raise NoteError(f"the report does not have the words {words!r}")
        for place in (at, at + len(words) - 1):
            places.append(next(i for i, (_, end) in enumerate(spans) if place < end))
    first, last = min(places), max(places)
    if last - first >= SENTENCES:
        raise NoteError(f"a quote of more than {SENTENCES} sentences")
    return text[spans[first][0] : spans[last][1]]


def write(folder: Path, rows: Iterable[tuple[Report, dict[str, Any]]]) -> None:
    """Write the texts, and replace or add their rows; those of other reports stay as they are."""
    file = folder / "gold.jsonl"
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    kept: dict[str, str] = {}
    for line in file.read_text("utf-8").splitlines() if file.exists() else []:
        kept[json.loads(line)["doc"]] = line
    for report, row in rows:
        (folder / "docs" / f"{report.doc}.txt").write_text(report.text, "utf-8")
        kept[report.doc] = json.dumps(row, ensure_ascii=False)
    file.write_text("".join(line + "\n" for _, line in sorted(kept.items())), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
