"""Plain text: the text as it stands, and the title, date and publisher that its opening states."""

from __future__ import annotations

from vidocq.acquire.dateline import parse_date, stated_date, stated_publisher
from vidocq.acquire.decode import decode
from vidocq.acquire.extracted import Extracted
from vidocq.acquire.limits import Refused
from vidocq.model import ErrorKind

_LONGEST_TITLE = 200


def read_text(data: bytes, charset: str | None = None) -> Extracted:
    """The text of a file, unchanged but for newlines (``\\n``) and the byte order mark (removed).

    Raises:
        Refused: ``EMPTY`` or ``ENCODING``.
    """
    text = decode(data, charset)
    if not text.strip():
        raise Refused(ErrorKind.EMPTY, "holds no text; check that it was saved completely")
    return Extracted(
        text=text,
        title=title_line(text),
        publisher=stated_publisher(text),
        published=stated_date(text),
    )


def title_line(text: str) -> str | None:
    """The first line that is not blank, where it looks like a title and more text follows it.

    A title is short, is no date and no item of a list, and ends without a comma, colon or semicolon;
    it may end with a full stop where the report's date is the next line.
    """
    body = text.lstrip()
    line, _, rest = body.partition("\n")
    line = line.strip().lstrip("#").strip().strip("*_").strip()
    if not line or len(line) > _LONGEST_TITLE or not rest.strip():
        return None
    if line[-1] in ",:;…" or line[0] in "-•–—*>|" or not any(c.isalpha() for c in line):
        return None
    if line[-1] == "." and not parse_date(rest.lstrip().partition("\n")[0][:_LONGEST_TITLE]):
        return None
    return None if parse_date(line) else line
