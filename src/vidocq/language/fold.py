"""Folding: one plain spelling for every way to write the same letters, at the same positions.

Folded text has exactly as many code points as the text it comes from, and each code point is
folded by itself. A position found in folded text is therefore a position of the document, and the
fold of a slice is the slice of the fold.
"""

from __future__ import annotations

import codecs
import unicodedata
from typing import Literal

_APOSTROPHES = "'’‘‚‛ʼʻʹ`´′＇"
_QUOTATION_MARKS = '"«»‹›“”„‟″「」『』〝〞＂'
_HYPHENS = "-\u2010\u2011\ufe63\uff0d"
_DASHES = "–—―‒−"
# Letters that Unicode does not decompose, or decomposes into several, and the one letter for each.
_LETTERS = dict(zip("øðđþłħıœæßſŋĸĳﬀﬁﬂﬃﬄﬅﬆς", "oddtlhioassnkifffffssσ", strict=True))
_FIRST_MARK, _LAST_MARK = "\u0300", "\u036f"  # combining marks of Latin, Greek and Cyrillic


def fold(text: str) -> str:
    """``text`` in lower case without accents, with plain signs; of the same length.

    Apostrophes become ``'``, quotation marks ``"``, dashes ``–``; hyphens and white space of every
    kind (line breaks too) become a space. A letter that would become several becomes one
    (``ß`` → ``s``, ``œ`` → ``o``). Combining marks that stand alone stay: text in Unicode's
    composed form (NFC) folds best.
    """
    return text.translate(_table)


class _FoldingTable(dict[int, str]):
    """Code point → folded character, filled as code points are met."""

    def __missing__(self, code_point: int) -> str:
        folded = self[code_point] = _folded(chr(code_point))
        return folded


def _folded(character: str) -> str:
    for sign, variants in (
        ("'", _APOSTROPHES),
        ('"', _QUOTATION_MARKS),
        (" ", _HYPHENS),
        ("–", _DASHES),
    ):
        if character in variants:
            return sign
    if character.isspace():
        return " "
    lower = character.lower()[0]
    if lower in _LETTERS:
        return _LETTERS[lower]
    # The compatible decomposition makes ｆｕｌｌ-width letters plain; for signs (… ½) it says too much.
    form: Literal["NFKD", "NFD"] = (
        "NFKD" if unicodedata.category(lower)[0] == "L" or lower.isdecimal() else "NFD"
    )
    bare = [c for c in unicodedata.normalize(form, lower) if not _FIRST_MARK <= c <= _LAST_MARK]
    if len(bare) != 1:
        return lower
    base = bare[0].lower()[0]
    return _LETTERS.get(base, base)


_table = _FoldingTable()


def flat(text: str) -> str:
    """The fold with a space for every sign that is no letter, digit or underscore; of the same length.

    Text of the Western code page, the usual case, goes through a byte table at the speed of memory.
    """
    try:
        return text.encode("cp1252").translate(_western).decode("latin-1")
    except UnicodeEncodeError:
        return text.translate(_flat_table)


class _FlatTable(dict[int, str]):
    """Code point → folded character or space, filled as code points are met."""

    def __missing__(self, code_point: int) -> str:
        folded = _folded(chr(code_point))
        flattened = self[code_point] = folded if folded.isalnum() or folded == "_" else " "
        return flattened


_flat_table = _FlatTable()


def _western_table() -> bytes:
    """For each byte of code page 1252 the flat form of its character."""
    row = bytearray()
    for byte in range(256):
        try:
            character = bytes([byte]).decode("cp1252")
        except UnicodeDecodeError:
            row.append(0x20)
            continue
        row.extend(_flat_table[ord(character)].encode("latin-1", "replace")[:1])
    return bytes(row)


_western = _western_table()


UNKNOWN = b"\x81"
"""In `flat_bytes` any letter that has no plain Latin form."""


def flat_bytes(text: str) -> bytes:
    """`flat` with a byte for each code point: plain Latin letters, digits, ``_``, spaces; `UNKNOWN`.

    At the speed of memory for text of the Western code page with a few other signs in it.
    """
    try:
        return text.encode("cp1252", _OTHERS).translate(_western_bytes)
    except UnicodeEncodeError:
        return _all_bytes(text)


_OTHERS = "vidocq-flat"
_MOST_OTHERS = 16


def _others(error: UnicodeError) -> tuple[bytes, int]:
    """The flat bytes of what the code page lacks; long stretches are another script, and refused."""
    if not isinstance(error, UnicodeEncodeError) or error.end - error.start > _MOST_OTHERS:
        raise error
    return _all_bytes(error.object[error.start : error.end]), error.end


def _all_bytes(text: str) -> bytes:
    return text.translate(_flat_table).encode("ascii", "replace").replace(b"?", UNKNOWN)


codecs.register_error(_OTHERS, _others)


def _western_bytes_table() -> bytes:
    """For each byte of code page 1252 the flat byte of its character; `UNKNOWN` stands for itself."""
    row = bytearray()
    for byte in range(256):
        character = bytes([byte]).decode("cp1252", "replace")
        row.extend(UNKNOWN if character == "\ufffd" else _all_bytes(character))
    return bytes(row)


_western_bytes = _western_bytes_table()
