"""One file a command: ``add_parser(subparsers)`` and ``run(arguments) -> int``."""
