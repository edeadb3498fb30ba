"""Claims read by a language model behind an OpenAI-compatible address: another extractor, off by default.

The model proposes, the text decides: what stands in no quote of the document, names nobody in it, or breaks the claim
guide is left out, so that a model that errs, makes things up or is talked into something by the text can leave claims out
but not put any in that the text does not bear. See `vidocq.endpoint.checking`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from vidocq.model import Document, ErrorKind, Reading, Unreadable

if TYPE_CHECKING:
    from vidocq.endpoint.asking import Endpoint


def reader(
    endpoint: Endpoint, *, language: str | None = None
) -> Callable[[Document], Reading | Unreadable]:
    """A function that reads a document as `vidocq.claims.read` does, through ``endpoint``.

    A document for which the endpoint gave no usable answer is unreadable, with what to do about it.
    """
    from vidocq.endpoint.asking import EndpointError
    from vidocq.endpoint.reading import read

    def read_document(document: Document) -> Reading | Unreadable:
        try:
            return read(endpoint, document, language=language)
        except EndpointError as fault:
            return Unreadable(
                id=document.id,
                source=document.source,
                kind=ErrorKind.NETWORK,
                message=f"{document.source}: {fault}",
            )

    return read_document
