"""The sentences of a text before anything is claimed: the names of each, its phrases and verbs, and where quotations go on."""

from __future__ import annotations

from vidocq.claims.background.policing import see_policing
from vidocq.claims.sentence import parse
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.files import Grammar
from vidocq.language.pack import Pack
from vidocq.mentions.names import Hit, Scan


def all_parsed(
    text: str, pack: Pack, scan: Scan, spans: list[tuple[int, int]], named: list[list[Hit]]
) -> list[Sentence]:
    """All sentences of a text, parsed whatever they are about."""
    parsed: list[Sentence] = []
    policed: set[str] = set()
    quote_open = False
    for (start, end), inside in zip(spans, named, strict=True):
        sentence = parse(text, start, end, inside, pack, quote_open, scan.seams, True)
        see_policing(sentence, policed)
        parsed.append(sentence)
        quote_open = quotation_open(text, start, end, quote_open, pack.grammar)
    return parsed


def names_by_sentence(hits: list[Hit], spans: list[tuple[int, int]]) -> list[list[Hit]]:
    """The names of each sentence."""
    found: list[list[Hit]] = []
    h = 0
    for start, end in spans:
        while h < len(hits) and hits[h].start < start:
            h += 1
        inside: list[Hit] = []
        while h < len(hits) and hits[h].start < end:
            inside.append(hits[h])
            h += 1
        found.append(inside)
    return found


_PLAIN = Grammar()
"""The quotation marks of English and French."""


def quotation_open(
    text: str, start: int, end: int, already: bool, grammar: Grammar = _PLAIN
) -> bool:
    """Whether a quotation is open after ``text[start:end]``; a blank line ends it."""
    if text.startswith("\n\n", end):
        return False
    opened = max(text.rfind(sign, start, end) for sign in grammar.open_quotes)
    closed = max(text.rfind(sign, start, end) for sign in grammar.close_quotes)
    if opened < 0 and closed < 0:
        return already != bool(text.count('"', start, end) % 2)
    return opened > closed
