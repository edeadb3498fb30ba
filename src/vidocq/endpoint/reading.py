"""From a document to the claims that a model proposes and the text bears."""

from __future__ import annotations

import msgspec

from vidocq.endpoint.answer import AnswerError, Proposal, proposals
from vidocq.endpoint.asking import Endpoint, EndpointError, ask
from vidocq.endpoint.checking import Ground
from vidocq.language.identify import identify
from vidocq.model import Document, Reading

_LONGEST = 60_000
"""Code points that are put before a model at once; a longer report is read in parts."""


def read(endpoint: Endpoint, document: Document, *, language: str | None = None) -> Reading:
    """The claims of a document, by the model behind ``endpoint``.

    Raises:
        EndpointError: the endpoint gave no usable answer.
    """
    code = language or document.language or identify(document.text)[0]
    document = msgspec.structs.replace(document, language=code)
    found: list[Proposal] = []
    for part in parts(document.text):
        try:
            found += proposals(ask(endpoint, _presented(document, part)))
        except AnswerError as fault:
            raise EndpointError(f"{endpoint.shown}: {fault}") from None
    return Reading(document=document, claims=Ground(document).claims(found))


def parts(text: str) -> list[str]:
    """The text in parts of bounded length, cut between paragraphs where that can be."""
    found, start = [], 0
    while len(text) - start > _LONGEST:
        end = text.rfind("\n\n", start + 1, start + _LONGEST)
        end = end if end > start else start + _LONGEST
        found.append(text[start:end])
        start = end
    return [*found, text[start:]]


def _presented(document: Document, part: str) -> str:
    """The report as the model gets it: what is known of it, then its words, fenced off."""
    head = {
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
    }
    told = [f"{name}: {value}" for name, value in head.items() if value]
    return "\n".join([*told, "<report>", part.replace("</report>", ""), "</report>"])
