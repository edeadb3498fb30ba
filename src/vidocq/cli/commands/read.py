"""``vidocq read``: read reports, print their claims, record them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing
from functools import partial
from typing import TYPE_CHECKING

from vidocq import __version__
from vidocq.cli.exit_status import ExitStatus
from vidocq.cli.options import (
    add_endpoint_options,
    add_ledger_option,
    add_rules_option,
    column_names,
    endpoint_of,
    iso_date,
    jobs_number,
)
from vidocq.cli.registry import Subparsers, command_parser
from vidocq.model import Reading, Unreadable

if TYPE_CHECKING:
    from vidocq.acquire.extent import Meter
    from vidocq.cli.reading import Read
    from vidocq.endpoint.asking import Endpoint

_DESCRIPTION = """\
Reads reports about cyber-attacks, prints the claims they make with the words
in which each stands, and records them. Text, HTML, PDF; JSON Lines, WARC, WET,
Parquet, tar, zip; gzip and zstd; a file, a folder, an http(s) address, an
address of a store (s3://, gs://, hdfs://, …), or - for standard input."""

_EPILOG = """\
examples:
  vidocq read report.pdf                      print its claims and record them
  vidocq read --no-ledger https://example.org/statement.html
  curl -s https://example.org/news | vidocq read --published 2021-07-19 -
  vidocq read --json folder/ > claims.jsonl   one line a document, in order
  vidocq read --explain report.txt            each sentence after each stage
  vidocq read --jobs 8 --relevant --resume crawl.journal 's3://bucket/*.warc.gz'

A report that cannot be read does not stop the others; the exit status is then 3."""


def add_parser(subparsers: Subparsers) -> None:
    """Add the parser of ``vidocq read``."""
    parser = command_parser(
        subparsers,
        "read",
        usage="[OPTION …] PATH|URL|- …",
        description=_DESCRIPTION,
        epilog=_EPILOG,
    )
    parser.add_argument(
        "inputs", nargs="+", metavar="PATH|URL|-", help="a file, a folder, an address, or -"
    )
    record = parser.add_mutually_exclusive_group()
    add_ledger_option(record)
    record.add_argument("--no-ledger", action="store_true", help="print only, record nothing")
    output = parser.add_mutually_exclusive_group()
    output.add_argument(
        "--json", action="store_true", help="print one JSON object a document, a line each"
    )
    output.add_argument(
        "--explain",
        action="store_true",
        help="print each sentence after each stage, and why each name matched; record nothing",
    )
    parser.add_argument(
        "--language",
        metavar="CODE",
        default="auto",
        help="the language of the reports: fr, en, …, or auto to find out (default: auto)",
    )
    parser.add_argument(
        "--published",
        metavar="DATE",
        type=iso_date,
        help="when the reports were published, like 2021-07-19, in place of what they say",
    )
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=jobs_number,
        help="read with N processes; a document that crashes or hangs one is set aside",
    )
    parser.add_argument(
        "--relevant",
        action="store_true",
        help="pass over documents that cannot hold a claim: neither print nor record them",
    )
    parser.add_argument(
        "--resume",
        metavar="FILE",
        help="note there how far it came; run again with it to go on from there",
    )
    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="read with the Dask cluster whose scheduler is there, like tcp://host:8786",
    )
    parser.add_argument(
        "--output",
        metavar="FOLDER",
        help="where a cluster writes documents and claims as Parquet: seen by all its machines",
    )
    parser.add_argument(
        "--columns",
        metavar="FIELD=NAME,…",
        type=column_names,
        help="the columns of a Parquet table: text=body,title=headline,published=day",
    )
    add_rules_option(parser)
    add_endpoint_options(parser)
    parser.add_argument(
        "--allow-private-addresses",
        action="store_true",
        help="fetch from private, loopback and link-local hosts too",
    )
    parser.set_defaults(wrong_usage=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Read every input; the exit status says whether all could be read."""
    from vidocq.acquire.extent import Meter
    from vidocq.cli.show.console import message_console, say
    from vidocq.cli.show.progress import ReadingProgress

    language = _language(arguments)
    messages = message_console()
    endpoint = _endpoint(arguments)
    extractor = _extractor(arguments, endpoint)
    show = (
        partial(_show_json, extractor if endpoint else None)
        if arguments.json
        else _show_for_a_person(arguments, language)
    )
    documents = claims = unreadable = passed = 0
    meter = Meter()
    with ExitStack() as stack:
        parts = _parts(arguments, language, endpoint, extractor, stack, meter)
        progress = stack.enter_context(ReadingProgress(messages))
        if messages.is_terminal:
            meter.measure(arguments.inputs)
        for results, passed_over in parts:
            passed += passed_over
            for result in results:
                progress.pause()
                show(result)
                if isinstance(result, Unreadable):
                    unreadable += 1
                    say(messages, result.message)
                else:
                    documents += 1
                    claims += len(result.claims)
            count = documents + unreadable + passed
            progress.advance(count, claims, taken=meter.taken, total=meter.total)
    if not arguments.json:
        _print_summary(documents, claims, unreadable, passed)
    return ExitStatus.UNREADABLE_INPUT if unreadable else ExitStatus.DONE


def _parts(
    arguments: argparse.Namespace,
    language: str | None,
    endpoint: Endpoint | None,
    extractor: str,
    stack: ExitStack,
    meter: Meter,
) -> Iterator[tuple[list[Reading | Unreadable], int]]:
    """What is read, part after part, recorded on its way unless that is turned off; and how many
    documents of each part were passed over."""
    bulk = arguments.jobs or arguments.relevant or arguments.resume or arguments.cluster
    if bulk and not arguments.cluster:
        from vidocq.corpus.pool import begin_loading

        begin_loading()
    ledger = None
    if not (arguments.no_ledger or arguments.explain):
        from vidocq.ledger import open_ledger

        ledger = stack.enter_context(open_ledger(arguments.ledger))
    if bulk:
        from vidocq.cli.bulk import read_in_bulk

        yield from read_in_bulk(arguments, language, ledger, extractor, stack, meter)
        return
    record = partial(ledger.record, extractor=extractor) if ledger is not None else None
    for result in stack.enter_context(closing(_results(arguments, language, endpoint, record))):
        yield [result], 0


def _results(
    arguments: argparse.Namespace,
    language: str | None,
    endpoint: Endpoint | None,
    record: Callable[[list[Reading]], object] | None,
) -> Generator[Reading | Unreadable]:
    """The readings of all inputs, one after the other in this process."""
    from vidocq.acquire import read_inputs
    from vidocq.claims import read
    from vidocq.cli.reading import read_each, record_each

    inputs = read_inputs(
        arguments.inputs,
        allow_private_addresses=arguments.allow_private_addresses,
        published=arguments.published,
        columns=arguments.columns,
    )
    how: Read = partial(read, language=language, rules_only=arguments.rules_only)
    if endpoint is not None:
        from vidocq.endpoint import reader

        how = reader(endpoint, language=language)
    results = read_each(inputs, how)
    return results if record is None else record_each(results, record)


def _endpoint(arguments: argparse.Namespace) -> Endpoint | None:
    """The endpoint that reads in place of the rules; wrong usage with what it cannot do."""
    endpoint = endpoint_of(arguments)
    others = ("jobs", "relevant", "resume", "cluster", "explain")
    with_it = [name for name in others if getattr(arguments, name)]
    if endpoint is not None and with_it:
        arguments.wrong_usage(f"--endpoint reads one report after another: not with --{with_it[0]}")
    return endpoint


def _extractor(arguments: argparse.Namespace, endpoint: Endpoint | None) -> str:
    """The program and the options that change what it finds, as the record keeps them."""
    options = {"language": arguments.language, "published": arguments.published}
    chosen = [f"{name}={value}" for name, value in options.items() if value not in (None, "auto")]
    if arguments.rules_only:
        chosen.append("rules-only")
    if endpoint is not None:
        chosen.append(endpoint.extractor)
    return " ".join([f"vidocq {__version__}", *chosen])


def _language(arguments: argparse.Namespace) -> str | None:
    """The language asked for, which must be one there is a pack for; None to find it out."""
    from vidocq.language.compile import languages

    if arguments.language == "auto":
        return None
    if arguments.language not in languages():
        known = ", ".join(("auto", *languages()))
        arguments.wrong_usage(f"no language pack {arguments.language!r}; there are {known}")
    return str(arguments.language)


def _show_json(model: str | None, result: Reading | Unreadable) -> None:
    """One line; where a model read, it says which."""
    from vidocq.cli.json_lines import print_json_line

    row = result.as_json()
    print_json_line({**row, "extractor": model} if model and isinstance(result, Reading) else row)


def _show_for_a_person(
    arguments: argparse.Namespace, language: str | None
) -> Callable[[Reading | Unreadable], None]:
    from vidocq.cli.show.console import output_console
    from vidocq.cli.show.reading import print_reading

    console = output_console()

    def show(result: Reading | Unreadable) -> None:
        if isinstance(result, Unreadable):
            return
        if arguments.explain:
            from vidocq.claims import explain
            from vidocq.cli.show.explanation import print_explanation

            traces = explain(result.document, language=language, rules_only=arguments.rules_only)
            print_explanation(console, traces)
        print_reading(console, result)

    return show


def _print_summary(documents: int, claims: int, unreadable: int, passed: int) -> None:
    from vidocq.cli.show.console import output_console
    from vidocq.cli.show.words import number_of

    counts = [
        number_of(documents, "document"),
        number_of(claims, "claim"),
        f"{unreadable:,} unreadable",
        *([f"{passed:,} passed over"] if passed else []),
    ]
    output_console().print(", ".join(counts), soft_wrap=True)
