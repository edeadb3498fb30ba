"""``python -m vidocq``: the command-line program."""

import sys

from vidocq.cli import main

if __name__ == "__main__":
    sys.exit(main())
