"""PDF: the text of the pages, as paragraphs again. Runs in the confined process (PDFium is C++)."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, pairwise

from vidocq.acquire.dateline import iso_date, stated_date
from vidocq.acquire.extracted import Extracted
from vidocq.acquire.limits import Limits, Refused
from vidocq.acquire.text import title_line
from vidocq.model import ErrorKind

_PASSWORD_ERRORS = (4, 5)  # FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY in fpdfview.h
# PDFium writes U+0002 (some versions U+FFFE) for a hyphen at a line's end, with or without the newline.
_SPLIT = "\0"
_SPLIT_WORD = re.compile("[\ufffe\x02\N{SOFT HYPHEN}]\\s*")
_HALVES = re.compile(f"(\\w+){_SPLIT}(\\w*)")
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_BULLET = re.compile(r"[•●▪◦‣–—*-]\s|\(?\d{1,2}[.)]\s")
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?\d{1,4}(?:\s*(?:/|of|sur|von)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]", re.I
)
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]\s]*$")
_POOR_TITLE = re.compile(
    r"(?i)microsoft\s+(?:word|powerpoint)|untitled|sans titre|\.(?:docx?|pdf|indd|pptx?)$"
)


def read_pdf(data: bytes, limits: Limits) -> Extracted:
    """The text of a PDF, its title and its date (that of its opening lines, else of its making).

    Raises:
        Refused: ``ENCRYPTED``, ``MALFORMED``, ``TOO_MANY_PAGES`` or ``NO_TEXT``.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in _PASSWORD_ERRORS:
            raise Refused(
                ErrorKind.ENCRYPTED, "is locked with a password; save a copy without it"
            ) from None
        raise Refused(
            ErrorKind.MALFORMED, "is a broken PDF (cut off or damaged); fetch it again"
        ) from None
    try:
        count = len(pdf)
        if count > limits.pages:
            raise Refused(
                ErrorKind.TOO_MANY_PAGES,
                f"has {count} pages and the limit is {limits.pages}; split it or raise the limit",
            )
        pages = []
        for number in range(count):
            try:
                pages.append(_text_of_page(pdf, number))
            except pypdfium2.PdfiumError:
                raise Refused(
                    ErrorKind.MALFORMED, f"is damaged on page {number + 1}; fetch it again"
                ) from None
        facts = pdf.get_metadata_dict()
    finally:
        pdf.close()
    text = paragraphs_of(pages)
    if not any(c.isalpha() for c in text):
        raise Refused(
            ErrorKind.NO_TEXT,
            f"has {count} page(s) without text (scanned pictures?); run text recognition on it first",
        )
    return Extracted(
        text=text,
        title=_title(facts.get("Title", "")) or title_line(text),
        published=stated_date(text) or _created(facts.get("CreationDate", "")),
    )


def paragraphs_of(pages: list[str]) -> str:
    """The lines of pages as paragraphs, one a line: split words and wrapped lines joined again,
    page numbers and the headers and footers that recur on pages left out.

    A paragraph ends where a line stops well short of the usual width at the end of a sentence, and
    before an item of a list; a page's end ends one only with a sentence.
    """
    kept = _without_margins(pages)
    lines = [line for page in kept for line in page]
    page_ends = set(accumulate(len(page) for page in kept))
    lengths = sorted(len(line) for line in lines)
    width = lengths[len(lengths) * 4 // 5] if lengths else 0
    pieces = lines[:1]
    for place, (line, following) in enumerate(pairwise(lines), start=1):
        if _ends_paragraph(line, following, width, at_page_end=place in page_ends):
            pieces.append("\n")
        elif re.search(r"[^\W\d_]-$", line) and following[0].islower():
            pieces[-1] = line[:-1] + _SPLIT
        elif not line.endswith(_SPLIT):
            pieces.append(" ")
        pieces.append(following)
    return _mended("".join(pieces))


def _text_of_page(pdf: object, number: int) -> str:
    page = pdf[number]  # type: ignore[index]
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_bounded())
    finally:
        text_page.close()
        page.close()


def _without_margins(pages: list[str]) -> list[list[str]]:
    split = []
    for page in pages:
        plain = page.replace(_SPLIT, "").replace("\r\n", "\n").replace("\r", "\n")
        words = (" ".join(line.split()) for line in _SPLIT_WORD.sub(_SPLIT, plain).split("\n"))
        split.append([line for line in words if line])
    # A header or footer: the same words, but for numbers, on the edge of most of at least 3 pages.
    edges = Counter(
        edge for lines in split for edge in {_edge(line) for line in lines[:2] + lines[-2:]}
    )
    often = max(3, len(split) // 2 + 1)
    recurring = {edge for edge, times in edges.items() if times >= often}
    kept = []
    for lines in split:
        last = len(lines) - 1
        kept.append(
            [
                line
                for place, line in enumerate(lines)
                if not (
                    (place < 2 or place > last - 2)
                    and (_edge(line) in recurring or _PAGE_NUMBER.fullmatch(line))
                )
            ]
        )
    return kept


def _edge(line: str) -> str:
    return re.sub(r"\d+", "#", line).strip().lower()


def _ends_paragraph(line: str, following: str, width: int, *, at_page_end: bool) -> bool:
    if _BULLET.match(following):
        return True
    if _SENTENCE_END.search(line):
        return at_page_end or len(line) < 0.85 * width
    # A heading or a line of a table: short, and what follows begins anew.
    return len(line) < 0.6 * width and not following[0].islower()


def _mended(text: str) -> str:
    """The text with split words whole: "defen|ce" as one word, "state|sponsored" with its hyphen
    where the two halves are words of this document and the whole is not."""
    if _SPLIT not in text:
        return text
    words = {word.lower() for word in re.findall(r"\w+", _HALVES.sub(" ", text))}

    def mend(match: re.Match[str]) -> str:
        first, second = match[1], match[2]
        apart = first.lower() in words and second.lower() in words
        compound = apart and (first + second).lower() not in words
        return f"{first}-{second}" if compound or second[:1].isupper() else first + second

    return _HALVES.sub(mend, text).replace(_SPLIT, "")


def _title(words: str) -> str | None:
    title = " ".join(words.replace("\0", "").split())
    return title if " " in title and not _POOR_TITLE.search(title) else None


def _created(stamp: str) -> str | None:
    match = _CREATED.match(stamp)
    return iso_date(int(match[1]), int(match[2]), int(match[3])) if match else None
