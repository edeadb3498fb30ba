"""``sources``: every source of a claim, near-copies folded, independent claimants and origins counted."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import select

from vidocq.ask.dossier import Told, told_of
from vidocq.ask.setting import Setting, asking
from vidocq.ledger import Ledger, Moment, query
from vidocq.ledger.conditions import document_keys, in_force
from vidocq.ledger.fetching import load_documents
from vidocq.ledger.records import StoredClaim
from vidocq.ledger.schema import reading
from vidocq.model import EntityType
from vidocq.resolve.copies import Copy, Text, copies
from vidocq.resolve.incidents import is_landmark
from vidocq.resolve.origins import Origin, origins
from vidocq.resolve.parties import party_of
from vidocq.resolve.times import stretch

MOST_DOCUMENTS = 120
"""Documents whose texts are compared, the first told; with more, the answer says so."""


class Claimant(msgspec.Struct, frozen=True, kw_only=True):
    """A party that says so, in how many of the documents."""

    id: str
    name: str
    documents: int


class Provenance(msgspec.Struct, frozen=True, kw_only=True):
    """Where a claim has its sources: ``documents`` that make it, of which some are copies, in ``origins``
    with the chain of documents of each. ``claimants`` are the independent parties that say so.

    ``summary`` says it in words ("8 documents, 2 origins"). ``compared`` is less than ``documents``
    where there are more than are compared.
    """

    claim: Told
    id: str
    summary: str
    documents: int
    compared: int
    origins: tuple[Origin, ...]
    claimants: tuple[Claimant, ...]
    copies: tuple[Copy, ...]


def sources(ledger: Ledger, claim: str, *, as_of: Moment = None) -> Provenance:
    """The sources of a claim, given by its id or the beginning of it.

    The claim counts with every document that says the same: subject, predicate, object and polarity,
    under whatever names.

    Raises:
        LedgerError: (``unknown-id``, ``ambiguous-id``) none or several claims begin so.
        EmptyRecord: nothing was read yet.
    """
    asked = ledger.claim(claim)
    with asking(ledger, as_of=as_of) as setting:
        target = asked.claim.object
        same = query.same_claim(
            setting.at,
            setting.ids_on_record(setting.actors.canonical(asked.claim.subject.id)),
            asked.claim.predicate,
            setting.ids_on_record(setting.actors.canonical(target.id)) if target else None,
            asked.claim.polarity,
            as_of=as_of,
            limit=None if as_of else 2000,
        )
        every = list({one.document: one for one in reversed(same)}.values())[::-1] or [asked]
        compared = every[:MOST_DOCUMENTS]
        folded = copies(texts_of(setting, compared))
        found = origins(compared, folded, setting.meanings)
        return Provenance(
            claim=told_of(setting, asked),
            id=asked.id,
            summary=_summary(len(every), len(compared), len(folded), len(found)),
            documents=len(every),
            compared=len(compared),
            origins=tuple(found),
            claimants=_claimants(setting, every),
            copies=tuple(folded),
        )


def _summary(documents: int, compared: int, folded: int, found: int) -> str:
    words = f"{_number(documents, 'document')}, {_number(found, 'origin')}"
    if folded:
        words += f" ({_number(folded, 'copy', 'copies')} folded)"
    if compared < documents:
        words += f" among the first {compared} compared"
    return words


def _number(number: int, one: str, more: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def _claimants(setting: Setting, claims: Sequence[StoredClaim]) -> tuple[Claimant, ...]:
    documents: dict[str, set[str]] = {}
    texts: dict[str, str] = {}
    for one in claims:
        for who in one.claim.claimants:
            party = party_of(who.id)
            documents.setdefault(party, set()).add(one.document)
            texts.setdefault(party, who.text)
    found = [
        Claimant(id=party, name=setting.label(party, texts[party]), documents=len(of))
        for party, of in documents.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.documents, one.name)))


def texts_of(setting: Setting, claims: Sequence[StoredClaim]) -> list[Text]:
    """The documents of the claims with their texts and all that they claim, in the claims' order."""
    digests = [one.document for one in claims]
    connection = setting.at.connection
    keys = {
        key: (text, language, published)
        for key, text, language, published in connection.execute(
            select(
                reading.c.document, reading.c.text, reading.c.language, reading.c.published
            ).where(
                reading.c.document.in_(document_keys(connection, digests)),
                in_force(reading, setting.as_of),
            )
        )
    }
    stored = {
        one.sha256: key
        for key, one in zip(
            keys, load_documents(connection, list(keys), as_of=setting.as_of), strict=True
        )
    }
    bodies = setting.at.texts.want([text for text, _, _ in keys.values()])
    languages = {language for _, language, _ in keys.values()}
    # What a document claims is only asked where a translation may be among them.
    told = _triples(setting, digests) if len(languages) > 1 else {}
    found = []
    for digest in digests:
        if digest in stored:
            text, language, published = keys[stored[digest]]
            found.append(
                Text(
                    document=digest,
                    text=bodies[text],
                    language=language,
                    published=stretch(published),
                    claims=tuple(told.get(digest, ())),
                )
            )
    return found


def _triples(setting: Setting, documents: Sequence[str]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for digest in documents:
        found[digest] = [
            (
                _in_any_language(setting, one.claim.subject.id),
                str(one.claim.predicate),
                _in_any_language(setting, one.claim.object.id) if one.claim.object else "",
                str(one.claim.polarity),
            )
            for one in query.claims_of_document(setting.at, digest, as_of=setting.as_of)
        ]
    return found


def _in_any_language(setting: Setting, id: str) -> str:
    """What an entity is called whatever the report's language: the ids of what has no name of its own, an
    attack or its doers, are made of the report's words, and a translation has others."""
    kind = id.partition(":")[0]
    if kind == EntityType.UNNAMED_ACTOR or (kind == EntityType.INCIDENT and not is_landmark(id)):
        return kind
    return setting.actors.canonical(id)
