"""Options that several commands share, and the values they take."""

from __future__ import annotations

import argparse
import os
import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vidocq.endpoint.asking import Endpoint


def add_ledger_option(parser: argparse._ActionsContainer) -> None:
    """``--ledger``: the record that a command reads or writes."""
    parser.add_argument(
        "--ledger",
        metavar="FILE|URL",
        help="the record: a SQLite file or a postgresql:// address "
        "(default: $VIDOCQ_LEDGER, or one file in your data folder)",
    )


def add_rules_option(parser: argparse.ArgumentParser) -> None:
    """``--rules-only``: without what the trained reader adds."""
    parser.add_argument(
        "--rules-only",
        action="store_true",
        help="read by the rules alone, without what learnt weights add to them (docs/trained.md)",
    )


def add_endpoint_options(parser: argparse._ActionsContainer) -> None:
    """``--endpoint`` and ``--model``: a language model reads in place of the rules."""
    parser.add_argument(
        "--endpoint",
        metavar="URL",
        type=endpoint_address,
        help="have a language model read: an OpenAI-compatible address up to /v1; what the text does "
        "not bear is left out; a key is taken from $VIDOCQ_ENDPOINT_KEY",
    )
    parser.add_argument("--model", metavar="NAME", help="the model to ask at --endpoint")


def endpoint_address(value: str) -> str:
    """An http(s) address with a host.

    Raises:
        argparse.ArgumentTypeError: it is not one.
    """
    if re.match(r"https?://[^/\s]+", value):
        return value
    raise argparse.ArgumentTypeError(f"{value!r} is no address like http://localhost:11434/v1")


def endpoint_of(arguments: argparse.Namespace) -> Endpoint | None:
    """The endpoint that was named, or None; one option without the other is wrong usage."""
    if not arguments.endpoint and not arguments.model:
        return None
    if arguments.rules_only:
        arguments.wrong_usage("--endpoint reads in place of the rules: not with --rules-only")
    if not (arguments.endpoint and arguments.model):
        arguments.wrong_usage("--endpoint URL and --model NAME go together")
    from vidocq.endpoint.asking import Endpoint

    key = os.environ.get("VIDOCQ_ENDPOINT_KEY")
    return Endpoint(address=arguments.endpoint, model=arguments.model, key=key)


def iso_date(value: str) -> str:
    """A day, month or year as ISO 8601 writes it: 2021-07-19, 2021-07, 2021.

    Raises:
        argparse.ArgumentTypeError: it is not one.
    """
    try:
        if re.fullmatch(r"\d{4}(-\d{2}){0,2}", value, re.ASCII):
            date.fromisoformat(value + "-01-01"[len(value) - 4 :])
            return value
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{value!r} is not a date like 2021-07-19, 2021-07 or 2021")


def whole_number(value: str) -> int:
    """A number of things: 0 or more.

    Raises:
        argparse.ArgumentTypeError: it is not one.
    """
    if re.fullmatch(r"\d{1,9}", value, re.ASCII):
        return int(value)
    raise argparse.ArgumentTypeError(f"{value!r} is not a number of 0 or more")


def column_names(value: str) -> dict[str, str]:
    """Which column of a table a field of a document is read from: ``text=body,title=headline``.

    Raises:
        argparse.ArgumentTypeError: it is not of this form, or names no field of a document.
    """
    from vidocq.acquire.parquet import FIELDS

    named = {}
    for part in value.split(","):
        field, sign, column = part.partition("=")
        if not sign or not column or field not in FIELDS:
            raise argparse.ArgumentTypeError(
                f"{part!r} is not FIELD=COLUMN with a field among {', '.join(FIELDS)}"
            )
        named[field] = column
    return named


def jobs_number(value: str) -> int:
    """A number of processes: 1 to 1024.

    Raises:
        argparse.ArgumentTypeError: it is not one.
    """
    if re.fullmatch(r"\d{1,4}", value, re.ASCII) and 1 <= int(value) <= 1024:
        return int(value)
    raise argparse.ArgumentTypeError(f"{value!r} is not a number of processes from 1 to 1024")
