"""From bytes to characters, refusing to guess where a guess would garble names and quotes."""

from __future__ import annotations

import codecs
import re

from vidocq.acquire.limits import Refused
from vidocq.model import ErrorKind

# The order matters: the UTF-32 mark begins with the UTF-16 one.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_ASCII = bytes(range(128))
_SAMPLE = 200_000
# What Western European news text has beyond ASCII. Other characters of windows-1252 (Ð, Þ, ¾, ¤ …)
# are what texts in other encodings look like when read as it.
_WESTERN = frozenset(
    "àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿßÀÂÄÁÅÆÇÈÉÊËÎÏÍÑÓÔÖØŒÙÛÜÚŠšŽž"
    "«»“”„‘’‚‹›–—…•·€£§°º\N{NO-BREAK SPACE}\N{SOFT HYPHEN}©®™¿¡´½"
)
# The Web's name for what calls itself latin-1. Source: WHATWG Encoding Standard, names and labels.
_WEB_ALIASES = {"iso8859-1": "cp1252", "ascii": "cp1252"}


def decode(data: bytes, declared: str | None = None) -> str:
    """The characters of ``data``: by byte order mark, as UTF-8, as ``declared``, as a plausible guess.

    Newlines are normalised to ``\\n`` and a byte order mark is removed, as Python reads a text file
    with ``encoding="utf-8-sig"`` and universal newlines.

    Raises:
        Refused: ``ENCODING``; the message names the first byte that cannot be read.
    """
    return normalise_newlines(_characters(data, declared))


def normalise_newlines(text: str) -> str:
    """``\\r\\n`` and lone ``\\r`` as ``\\n`` (universal newlines, PEP 278)."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _characters(data: bytes, declared: str | None) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, offset=len(mark))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start
    if declared and (codec := _codec(declared)) and codec != "utf-8":
        return _strictly(data, codec)
    if _is_mostly_utf8(data[max(0, at - _SAMPLE) : at + _SAMPLE]):
        raise Refused(
            ErrorKind.ENCODING,
            f"is UTF-8 but broken at byte {at}; repair or cut that place, or export it again",
        )
    text = _as_western(data) or _as_guessed(data)
    if text is None:
        raise Refused(
            ErrorKind.ENCODING,
            f"is not UTF-8 (byte {at}) and its encoding cannot be told; convert it to UTF-8",
        )
    return text


def _is_mostly_utf8(sample: bytes) -> bool:
    """Whether at least half of the bytes beyond ASCII stand in well-formed UTF-8 sequences."""
    beyond = len(sample.translate(None, _ASCII))
    whole = sum(len(sequence) for sequence in _MULTIBYTE.findall(sample))
    return whole > 0 and whole * 2 >= beyond


def _strictly(data: bytes, encoding: str, offset: int = 0) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused(
            ErrorKind.ENCODING,
            f"says it is {encoding} but is broken at byte {offset + error.start}; "
            "convert it to UTF-8",
        ) from None


def _codec(name: str) -> str | None:
    try:
        info = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    # Codecs such as "zip" or "rot13" are no character encodings: a page must not choose them.
    if not getattr(info, "_is_text_encoding", True):
        return None
    return _WEB_ALIASES.get(info.name, info.name)


def _as_western(data: bytes) -> str | None:
    """The text as windows-1252 where nearly all beyond ASCII is what Western text has, and sparse."""
    high = data.translate(None, _ASCII)
    if len(high) > len(data) * 0.2:
        return None
    try:
        text, beyond = data.decode("cp1252"), high.decode("cp1252")
    except UnicodeDecodeError:
        return None
    expected = sum(1 for c in beyond if c in _WESTERN)
    return text if expected >= 0.95 * len(beyond) else None


def _as_guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or best.encoding in ("utf_8", "ascii"):
        return None
    # Coherence is how well the letters fit a language; chaos how much they look like noise.
    if best.coherence < 0.4 or best.chaos > 0.1:
        return None
    try:
        return data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        return None
