"""``vidocq serve``: the explorer, the REST API and TAXII."""

from __future__ import annotations

import argparse
import getpass
import os
import socket
from typing import TYPE_CHECKING

from vidocq.cli.exit_status import ExitStatus
from vidocq.cli.options import add_ledger_option
from vidocq.cli.registry import Subparsers, command_parser

if TYPE_CHECKING:
    from vidocq.web import Settings

_DESCRIPTION = """\
Serves the explorer at /, the REST API described at /openapi.json, and TAXII 2.1
at /taxii2/ (docs/taxii.md).
On this machine alone everyone is trusted; beyond it (--host) only with a
token: give one to readers in $VIDOCQ_READ_TOKEN, one to curators, who may add
reports, judge claims and decide on names, in $VIDOCQ_CURATE_TOKEN."""

_EPILOG = """\
examples:
  vidocq serve                          http://127.0.0.1:8765/
  vidocq serve --ledger ledger.sqlite --port 8000
  vidocq serve --read-only              nobody may add, judge or decide
  VIDOCQ_READ_TOKEN=$(openssl rand -hex 16) vidocq serve --host 0.0.0.0

Beyond this machine, put a server that speaks TLS in front of it
(docs/explorer.md)."""

TOKENS = {"read": "VIDOCQ_READ_TOKEN", "curate": "VIDOCQ_CURATE_TOKEN"}


def add_parser(subparsers: Subparsers) -> None:
    """Add the parser of ``vidocq serve``."""
    parser = command_parser(
        subparsers, "serve", usage="[OPTION …]", description=_DESCRIPTION, epilog=_EPILOG
    )
    add_ledger_option(parser)
    parser.add_argument(
        "--host", metavar="HOST", default="127.0.0.1", help="where to listen (default: 127.0.0.1)"
    )
    parser.add_argument(
        "--port", metavar="N", type=_port, default=8765, help="at which port (default: 8765)"
    )
    parser.add_argument("--read-only", action="store_true", help="nobody may add, judge or decide")
    parser.add_argument(
        "--allow-private-addresses",
        action="store_true",
        help="let Add fetch from private, loopback and link-local hosts too",
    )
    parser.add_argument(
        "--follow",
        metavar="NAME",
        action="append",
        default=[],
        help="give an actor a TAXII collection of its own (may be repeated)",
    )
    parser.set_defaults(wrong_usage=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from vidocq.cli.show.console import message_console, say

    messages = message_console()
    try:
        import uvicorn

        from vidocq.web import build_application
    except ImportError as missing:
        say(messages, f"{missing.name} is not installed: pip install 'vidocq[web]'")
        return ExitStatus.WRONG_USAGE
    from vidocq.ledger import LedgerError

    settings = settings_of(arguments)
    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    try:
        listening = _listen(settings.host, settings.port)
    except OSError as fault:
        say(
            messages,
            f"cannot listen at {shown}:{settings.port} ({fault.strerror or fault}); "
            "choose another --port or --host",
        )
        return ExitStatus.WRONG_USAGE
    with listening:
        try:
            application = build_application(settings)
        except LedgerError as fault:
            say(messages, str(fault))
            return ExitStatus.WRONG_USAGE
        say(messages, f"http://{shown}:{settings.port}/  (end it with Ctrl-C)")
        uvicorn.Server(
            uvicorn.Config(
                application,
                log_level="warning",
                # The address of who asks decides on limits: only a proxy on this machine is believed.
                forwarded_allow_ips="127.0.0.1",
                server_header=False,
                limit_concurrency=1000,
                timeout_keep_alive=15,
                timeout_graceful_shutdown=10,
                h11_max_incomplete_event_size=64_000,
            )
        ).run(sockets=[listening])
    return ExitStatus.DONE


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens there.

    Raises:
        OSError: the port is taken, or the host is none of this machine.
    """
    (family, *_, address) = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    return socket.create_server(address[:2], family=family, backlog=512)


def settings_of(arguments: argparse.Namespace) -> Settings:
    """The settings that the options and the environment give; ends as wrong usage where none are safe."""
    from vidocq.web import Settings, WebRole
    from vidocq.web.settings import SHORTEST_TOKEN, is_loopback

    tokens = {
        WebRole(role): os.environ[variable].strip()
        for role, variable in TOKENS.items()
        if os.environ.get(variable, "").strip()
    }
    for role, token in tokens.items():
        if len(token) < SHORTEST_TOKEN:
            arguments.wrong_usage(
                f"${TOKENS[role]} is shorter than {SHORTEST_TOKEN} characters; "
                "make one with: openssl rand -hex 16"
            )
    if len(set(tokens.values())) < len(tokens):
        arguments.wrong_usage("readers and curators must have different tokens")
    if arguments.read_only:
        tokens.pop(WebRole.CURATE, None)
    if not is_loopback(arguments.host) and not tokens:
        arguments.wrong_usage(
            f"beyond this machine ({arguments.host}) a token is needed: set "
            f"{' or '.join(f'${name}' for name in TOKENS.values())}, made with: openssl rand -hex 16"
        )
    return Settings(
        ledger=arguments.ledger,
        host=arguments.host,
        port=arguments.port,
        tokens=tokens,
        open_role=WebRole.READ if arguments.read_only else WebRole.CURATE,
        person=_account(),
        allow_private_addresses=arguments.allow_private_addresses,
        followed=tuple(arguments.follow),
    )


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def _port(value: str) -> int:
    from vidocq.cli.options import whole_number

    number = whole_number(value)
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"{value!r} is no port (1 to 65535)")
    return number
