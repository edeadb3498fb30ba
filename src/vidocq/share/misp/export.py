"""MISP events of the record, made with pymisp: an event for each document, an object for each claim."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import IO, Any

from vidocq.ledger import Ledger, query
from vidocq.ledger.records import StoredClaim, StoredDocument
from vidocq.model import Polarity, Reference
from vidocq.share.errors import MissingPackage
from vidocq.share.indicators import HASHES, find_indicators, lore
from vidocq.share.misp.mapping import misp_mapping
from vidocq.share.misp.tags import tag_of, tags_of
from vidocq.share.selection import Selection, choose, with_names
from vidocq.share.stix.ids import uuid_of
from vidocq.share.ties import tied_to


def misp_uuid(*parts: str) -> str:
    """The UUID of a thing of ours in MISP, made of what it is."""
    name = "\x1f".join(("vidocq/misp/1", *parts)).encode("utf-8", "surrogatepass")
    return uuid_of(hashlib.blake2b(name, digest_size=16).hexdigest())


ORGANISATION = {"name": "Vidocq", "uuid": misp_uuid("organisation")}
"""Who makes the events; who claims something is told in the objects."""


@cache
def template() -> dict[str, Any]:
    """The template of the object ``attribution-claim``, as MISP writes templates."""
    text = files("vidocq.share").joinpath("data/misp-claim-object.json").read_text("utf-8")
    told: dict[str, Any] = json.loads(text)
    return told


def write_events(
    ledger: Ledger,
    file: IO[bytes],
    selection: Selection | None = None,
    *,
    texts: bool = False,
    indicators: bool = False,
) -> int:
    """Write a selection of the record as MISP events, as MISP's own export of events is; the number of events.

    ``texts`` passes on the documents' texts as event reports; without it a report holds the quotes.

    Raises:
        AskError: the selection names what the record does not know.
        MissingPackage: pymisp is not installed.
    """
    try:
        import pymisp  # noqa: F401
    except ImportError:
        raise MissingPackage("pymisp", "MISP") from None
    number = 0
    with choose(ledger, selection) as chosen:
        file.write(b'{"response":[')
        documents = query.by_document(chosen.setting.at, chosen.claims, texts=texts or indicators)
        for document, claims in with_names(chosen, documents):
            told = event(document, claims, chosen.part, texts=texts, indicators=indicators)
            file.write(b",\n" if number else b"\n")
            file.write(json.dumps({"Event": told}, ensure_ascii=False).encode("utf-8", "replace"))
            number += 1
        file.write(b"\n]}\n")
    return number


def event(
    document: StoredDocument,
    claims: Sequence[StoredClaim],
    part: str = "",
    *,
    texts: bool = False,
    indicators: bool = False,
) -> Any:
    """The event of a document: its address, its claims as objects, galaxy tags, indicators, and a report.

    Only what somebody affirms becomes a tag of the event: a tag cannot say that something is denied.
    """
    from pymisp import MISPEvent

    made = MISPEvent()
    when = int(max(one.recorded_at for one in claims).timestamp())
    known = document.published and len(document.published) == 10
    made.from_dict(
        uuid=misp_uuid("event", document.sha256, part),
        info=document.title or document.name,
        date=document.published if known else f"{claims[0].recorded_at:%Y-%m-%d}",
        timestamp=when,
        threat_level_id=4,
        analysis=2,
        distribution=0,
        published=False,
        Orgc=ORGANISATION,
    )
    for place, value in (("link", document.address), ("sha256", document.sha256)):
        if value:
            made.add_attribute(
                type=place,
                value=value,
                category="External analysis",
                comment=document.publisher or "",
                to_ids=False,
                uuid=misp_uuid("attribute", document.sha256, part, place),
                timestamp=when,
            )
    for stored in claims:
        made.add_object(_object(stored))
    for tag in dict.fromkeys(tag for tag in _tags(claims)):
        made.add_tag(tag)
    if indicators:
        _add_indicators(made, document, claims, part)
    _add_report(made, document, claims, part, text=texts)
    return json.loads(made.to_json())


def _tags(claims: Sequence[StoredClaim]) -> Iterator[str]:
    for stored in claims:
        if stored.claim.polarity is Polarity.AFFIRMED:
            yield from tags_of(stored.claim)


def _object(stored: StoredClaim) -> Any:
    from pymisp import MISPObject

    claim = stored.claim
    made = MISPObject(template()["name"], strict=True, misp_objects_template_custom=template())
    made.uuid = misp_uuid("object", stored.id)
    when = int(stored.recorded_at.timestamp())
    made.timestamp = when
    values = {
        "predicate": [str(claim.predicate)],
        "polarity": [str(claim.polarity)],
        "subject": [claim.subject.text],
        "subject-id": [claim.subject.id],
        "object": [claim.object.text] if claim.object else [],
        "object-id": [claim.object.id] if claim.object else [],
        "claimant": [_named(one) for one in claim.claimants],
        "claimant-id": [one.id for one in claim.claimants],
        "via": [one.text for one in claim.via],
        "confidence": [str(claim.confidence)] if claim.confidence else [],
        "likelihood": [str(claim.likelihood)] if claim.likelihood else [],
        "event-time": [claim.event_time] if claim.event_time else [],
        "said-on": [claim.said_on] if claim.said_on else [],
        "count": [f"{claim.count.value} {claim.count.unit}"] if claim.count else [],
        "quote": [claim.quote],
        "quote-start": [str(claim.span.start)],
        "claim-id": [stored.id],
    }
    for relation, texts in values.items():
        for text in dict.fromkeys(text for text in texts if text.strip()):
            attribute = made.add_attribute(
                relation,
                value=text,
                uuid=misp_uuid("attribute", stored.id, relation, text),
                timestamp=when,
            )
            if relation == "quote" and claim.likelihood and attribute is not None:
                attribute.add_tag(_estimative(str(claim.likelihood)))
    return made


def _estimative(likelihood: str) -> str:
    """The tag of MISP's taxonomy of likelihoods (ICD 203)."""
    names = {str(ours): theirs for theirs, ours in misp_mapping().likelihoods.items()}
    return f'estimative-language:likelihood-probability="{names[likelihood]}"'


def _named(one: Reference) -> str:
    return f"{one.text} ({one.speaker})" if one.speaker else one.text


def _add_indicators(
    made: Any, document: StoredDocument, claims: Sequence[StoredClaim], part: str
) -> None:
    """The indicators of the text as attributes; the comment and the tag tell whom the text ties one to."""
    text = document.text or ""
    for one in find_indicators(text):
        if not one.meant:
            continue
        ends = tied_to(one, text, claims)
        attribute = made.add_attribute(
            type=lore().misp[one.form],
            value=one.value,
            comment=", ".join(end.text for end in ends),
            to_ids=one.kind in HASHES,
            uuid=misp_uuid("attribute", document.sha256, part, one.kind, one.value),
            timestamp=int(claims[0].recorded_at.timestamp()),
        )
        for end in ends:
            if tag := tag_of(end):
                attribute.add_tag(tag)


def _add_report(
    made: Any, document: StoredDocument, claims: Sequence[StoredClaim], part: str, *, text: bool
) -> None:
    quotes = "\n\n".join(f"> {one.claim.quote}" for one in claims)
    made.add_event_report(
        name=document.title or document.name,
        content=(text and document.text) or quotes,
        uuid=misp_uuid("report", document.sha256, part),
        timestamp=int(claims[0].recorded_at.timestamp()),
        distribution=0,
    )
