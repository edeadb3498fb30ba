"""The command line: thin, one file a command, nothing imported before it is needed."""

from vidocq.cli.program import main

__all__ = ["main"]
