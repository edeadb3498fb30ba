"""Of the conflicts that the record tells, how many would a careful reader agree with?

    python bench/conflicts.py              # gold/conflicts.yaml: the share told that hold, and found
    python bench/conflicts.py --list       # each told conflict and each missed one

All texts of the file are read by the reader into one record. A told conflict holds where both its
passages stand in texts of one case that lists its kind; a listed conflict is found where one such is told.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from vidocq import ask
from vidocq.claims import read
from vidocq.ledger import open_ledger
from vidocq.model import Document
from vidocq.resolve.conflicts import Conflict

GOLD = Path(__file__).resolve().parents[1] / "gold" / "conflicts.yaml"


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One short report."""

    publisher: str
    published: str
    text: str


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Some reports, and the kinds of conflict that a careful reader would see between them."""

    case: str
    why: str
    texts: tuple[Text, ...]
    conflicts: tuple[str, ...]


class Judged(NamedTuple):
    """A told conflict and the case that lists it, or None."""

    told: Conflict
    case: str | None


def cases(path: Path = GOLD) -> tuple[Case, ...]:
    """The cases of the file.

    Raises:
        msgspec.ValidationError: the file is not of this form; the message names the place.
    """
    import datetime

    import yaml

    def plain(value: object) -> object:
        if isinstance(value, datetime.date):
            return value.isoformat()
        if isinstance(value, dict):
            return {key: plain(one) for key, one in value.items()}
        return [plain(one) for one in value] if isinstance(value, list) else value

    with path.open(encoding="utf-8") as stream:
        return msgspec.convert(plain(yaml.safe_load(stream)), tuple[Case, ...])


def judge(given: Sequence[Case]) -> tuple[list[Judged], list[tuple[str, str]]]:
    """Every told conflict with its case, and the (case, kind) that nothing tells."""
    documents = {}
    readings = []
    for case in given:
        for number, text in enumerate(case.texts):
            name = f"{case.case}-{number}"
            document = Document.from_text(
                text.text, id=name, source=name, publisher=text.publisher, published=text.published
            )
            documents[document.sha256] = case
            readings.append(read(document))
    with tempfile.TemporaryDirectory() as folder, open_ledger(f"{folder}/r.sqlite") as ledger:
        ledger.record(readings, extractor="bench")
        told = ask.conflicts(ledger, thorough=True, limit=10_000)
    listed = {(case.case, kind) for case in given for kind in case.conflicts}
    judged = []
    for one in told:
        sides = {documents[side].case for side in (one.first.document, one.second.document) if side}
        holds = [name for name in sorted(sides) if (name, str(one.kind)) in listed]
        judged.append(Judged(one, holds[0] if holds else None))
    found = {(one.case, str(one.told.kind)) for one in judged}
    return judged, sorted(listed - found)


def main() -> None:
    """Print the two shares and, if asked, what lies behind them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--list", action="store_true", help="print every conflict told and missed")
    chosen = parser.parse_args()
    given = cases()
    judged, missed = judge(given)
    if chosen.list:
        for told, case in judged:
            print(f"{'holds' if case else 'FALSE'}  {told.kind}: {told.sentence}")
            print(f"         {told.first.quote}\n         {told.second.quote}")
        for name, kind in missed:
            print(f"missed {kind}: {name}")
    texts = sum(len(case.texts) for case in given)
    listed = sum(len(case.conflicts) for case in given)
    holding = sum(1 for one in judged if one.case)
    print(f"{texts} texts in {len(given)} cases, {listed} conflicts listed")
    print(f"told {len(judged)}, of them hold {holding} ({holding / max(1, len(judged)):.0%})")
    print(f"found {listed - len(missed)} of {listed} ({1 - len(missed) / listed:.0%})")


if __name__ == "__main__":
    main()
