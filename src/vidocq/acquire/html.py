"""HTML: the main text of a page without its menus, and what the page says of itself.

The main text is found by trafilatura (Barbaresi 2021, ACL system demonstrations). Runs in the
confined process: the parser is C code, slow on hostile pages, and cannot be interrupted.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from vidocq.acquire.dateline import stated_date
from vidocq.acquire.decode import decode
from vidocq.acquire.extracted import Extracted
from vidocq.acquire.limits import Limits, Refused
from vidocq.model import ErrorKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_XML_CHARSET = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
# trafilatura writes a table as Markdown: the bars around its rows and under its head are no words.
_TABLE_RULE = re.compile(r"^\|(?:-+\|)+ *\n", re.MULTILINE)
_TABLE_ROW = re.compile(r"^\|[| ]*(.*?)[| ]*\| *$", re.MULTILINE)
_BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "blockquote", "pre", "td", "figcaption")
_NOT_TEXT = ("script", "style", "noscript", "template", "nav", "footer", "aside", "form", "svg")
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_].*)?\s*")


def read_html(
    data: bytes, limits: Limits, charset: str | None = None, address: str | None = None
) -> Extracted:
    """The main text and the metadata of a page; ``charset`` and ``address`` as the server gave them.

    The headline opens the text, as it does in a text file.

    Raises:
        Refused: ``EMPTY``, ``ENCODING``, ``MALFORMED``, ``TOO_DEEP`` or ``NO_TEXT``.
    """
    if not data.strip():
        raise Refused(ErrorKind.EMPTY, "holds nothing; check that it was saved completely")
    source = decode(data, charset or declared_charset(data[:4096]))
    if declaration := _XML_DECLARATION.match(source):
        source = source[declaration.end() :]
    source = source.replace("\0", "")
    tree = _parse(source)
    _refuse_deep(tree, limits.depth)
    language = _language(tree)
    found = _main_text(tree, address)
    text = _TABLE_ROW.sub(r"\1", _TABLE_RULE.sub("", found.text or "")).strip() if found else ""
    if not text:
        text = _all_blocks(_parse(source))
    if not any(c.isalpha() for c in text):
        raise Refused(
            ErrorKind.NO_TEXT,
            "is a page without main text (it may need a browser's scripts); save the text itself",
        )
    title = _one_line(found.title) if found is not None else _one_line(tree.findtext(".//title"))
    if title and title not in (line.strip() for line in text.split("\n", 4)[:4]):
        text = f"{title}\n\n{text}"
    return Extracted(
        text=text,
        title=title,
        publisher=_one_line(found.sitename) if found is not None else None,
        published=(found.date if found is not None else None) or stated_date(text),
        language=language,
        address=_web_address(found.url if found is not None else None, address),
    )


def declared_charset(head: bytes) -> str | None:
    """The character set that a page declares in its first bytes."""
    match = _XML_CHARSET.match(head) or _META_CHARSET.search(head)
    return match[1].decode("ascii") if match else None


def _parse(source: str) -> HtmlElement:
    from lxml import etree, html  # type: ignore[import-untyped]

    try:
        # Passed as bytes: a string that still declares an encoding is refused by lxml.
        parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
        return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise Refused(
            ErrorKind.MALFORMED, "cannot be taken apart as HTML; open it and save its text"
        ) from None


def _refuse_deep(tree: HtmlElement, limit: int) -> None:
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limit:
            raise Refused(
                ErrorKind.TOO_DEEP,
                f"nests elements more than {limit} deep; save the text of the page instead",
            )


def _main_text(tree: HtmlElement, address: str | None) -> Any:
    """trafilatura's document, or None. It changes the tree."""
    import trafilatura

    return trafilatura.bare_extraction(
        tree,
        url=address,
        with_metadata=True,
        include_comments=False,
        # Not the extensive search: it takes "© 2019" in a footer for the first of January.
        date_extraction_params={
            "original_date": True,
            "extensive_search": False,
            "max_date": date.today().isoformat(),
        },
    )


def _all_blocks(tree: HtmlElement) -> str:
    """The text of all paragraphs, headings and items, for a page in which no main text stands out."""
    from lxml import etree

    etree.strip_elements(tree, *_NOT_TEXT, with_tail=False)
    body = tree.find("body") if tree.find("body") is not None else tree
    blocks = [
        " ".join(element.text_content().split())
        for element in body.iter(*_BLOCKS)
        if not any(ancestor.tag in _BLOCKS for ancestor in element.iterancestors())
    ]
    text = "\n".join(block for block in blocks if block)
    return text or " ".join(body.text_content().split())


def _language(tree: HtmlElement) -> str | None:
    """The language that the page declares (ISO 639): on its root, else in its metadata."""
    root = tree.getroottree().getroot()
    said = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    said = said or root.get("xml:lang")
    for path in (
        ".//meta[@property='og:locale']",
        ".//meta[@http-equiv='content-language']",
        ".//meta[@name='language']",
    ):
        if not said and (element := tree.find(path)) is not None:
            said = element.get("content")
    match = _LANGUAGE.fullmatch(said or "")
    return match[1].lower() if match else None


def _web_address(canonical: str | None, address: str | None) -> str | None:
    """The canonical address where it is one of the web, else the address that was fetched."""
    try:
        joined = urljoin(address or "", canonical or "")
        parts = urlsplit(joined)
    except ValueError:
        return address
    return joined if parts.scheme in ("http", "https") and parts.hostname else address


def _one_line(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None
