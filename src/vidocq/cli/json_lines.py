"""Records as JSON Lines on standard output."""

from __future__ import annotations

import json
import sys
from typing import Any

# JSON allows these raw inside strings, but many readers of lines end a line at them.
_ESCAPED_LINE_ENDS = str.maketrans({c: f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"})


def json_line(row: dict[str, Any]) -> bytes:
    """One compact JSON object and a line feed, in UTF-8; half a surrogate pair is written ``\\udXXX``."""
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPED_LINE_ENDS).encode("utf-8", "backslashreplace") + b"\n"


def print_json_line(row: dict[str, Any]) -> None:
    """Write the row to standard output now, so that who reads the pipe sees it at once."""
    sys.stdout.buffer.write(json_line(row))
    sys.stdout.buffer.flush()
