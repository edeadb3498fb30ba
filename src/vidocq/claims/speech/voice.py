"""In whose voice a document speaks: a government's own statement is said by its state, a vendor's report by the vendor.

The publisher tells, and a title such as "Statement by … spokesperson …" names the speaker. A vendor's
report is said by the vendor where it names itself as the one who found or judges ("Proofpoint assesses", or "we
assess" in a text that has the firm's name); a column under a firm's address is not.
"""

from __future__ import annotations

import re
from functools import cache

from vidocq.knowledge.facts import country_of, is_vendor
from vidocq.knowledge.publishers import find_publisher
from vidocq.language.compile import load_cues, load_pack
from vidocq.language.fold import fold
from vidocq.language.tags import Form
from vidocq.mentions.names import Hit
from vidocq.mentions.slugs import slug
from vidocq.model import Document, EntityType, Reference

_NAME = re.compile(r"(?:[A-ZÉÈ][\w’'.-]+ ){1,2}[A-ZÉÈ][\w’'-]+$")


def document_voice(document: Document) -> tuple[Reference | None, str | None]:
    """The state that a government document speaks for and the speaker that its title names; or the vendor of a report."""
    entity = find_publisher(document.publisher or "", document.language)
    if entity is not None and entity.type is EntityType.AGENCY:
        return _state_voice(document, entity)
    firm = vendor_of(document)
    return (firm if firm is not None and _names_itself(document, firm) else None), None


def _state_voice(document: Document, entity: Reference) -> tuple[Reference | None, str | None]:
    code = country_of(entity.id)
    if code is None:
        return None, None
    speaker = None
    match = _speaker().search((document.title or "") + "\n" + document.text[:300])
    if match:
        name = _NAME.search(match["rest"].strip())
        speaker = name.group().strip() if name else None
    return Reference(EntityType.STATE, entity.text, f"state:{code}", speaker), speaker


@cache
def _speaker() -> re.Pattern[str]:
    """A title that names who speaks, in any language: "Statement by … on …"."""
    packs = load_cues()
    titles = "|".join(sorted({re.escape(t) for cues in packs for t in cues.report_titles}))
    by = "|".join(sorted({t for cues in packs for t in cues.title_speakers}))
    ends = "|".join(sorted({t for cues in packs for t in cues.title_ends}))
    return re.compile(
        rf"\b(?:{titles})\s+(?:{by})\s+(?P<rest>[^\n]{{3,120}}?)(?:\s+(?:{ends})\s|\n|$)"
    )


def vendor_of(document: Document) -> Reference | None:
    """The security firm that published a document: one that is known as such, or whose name says so ("… Labs")."""
    words = (document.publisher or "").split()
    for count in range(len(words), 0, -1):
        known = find_publisher(" ".join(words[:count]), document.language)
        if known is not None and known.type is EntityType.COMPANY:
            return _as_written(document, known) if is_vendor(known.id) else None
        if known is not None:
            return None
    folded = {fold(word) for word in words}
    if folded & _trade() and not folded & _offices():
        return _under_own_name(document, words)
    return None


def publisher_of(document: Document) -> Reference | None:
    """Who published a document, whatever it is: a firm or body that is known, or one that its own text names."""
    publisher = document.publisher or ""
    known = find_publisher(publisher, document.language)
    if known is not None:
        return known
    return _called_in_text(document, publisher.split())


@cache
def _trade() -> frozenset[str]:
    """Words in a publisher's name that make it a security firm, of whatever language the report is, folded: the name of a file
    has no accents."""
    return frozenset(fold(word) for cues in load_cues() for word in cues.trade)


@cache
def _offices() -> frozenset[str]:
    """Words in a publisher's name that make it an office, folded."""
    return frozenset(fold(word) for cues in load_cues() for word in cues.offices)


def _as_written(document: Document, firm: Reference) -> Reference:
    """The firm under the name by which its own text has it: in full, else by its first word."""
    for name in (firm.text, firm.text.split(" ")[0]):
        found = re.search(rf"\b{re.escape(name)}\b", document.text, re.IGNORECASE)
        if found is not None and len(name) > _SHORT:
            return Reference(firm.type, found.group(), firm.id)
    return firm


def _under_own_name(document: Document, words: list[str]) -> Reference:
    """A firm that we do not know under so much of its publisher's name as its own text has: "Ferncliff Threat Notes" is Ferncliff
    where that is what it calls itself."""
    called = _called_in_text(document, words)
    if called is not None:
        return called
    name = " ".join(words)
    return Reference(EntityType.COMPANY, name, f"company:{slug(name)}")


def _called_in_text(document: Document, words: list[str]) -> Reference | None:
    """What a text calls a firm: so much of its name as it has."""
    text = fold(document.text)
    for count in range(len(words), 0, -1):
        name = _BETWEEN.join(re.escape(fold(word)) for word in words[:count])
        found = re.search(rf"\b{name}\b", text)
        if found is not None and len(found.group()) > _SHORT and found.group() not in _trade():
            written = document.text[found.start() : found.end()]
            return Reference(EntityType.COMPANY, written, f"company:{slug(written)}")
    return None


_BETWEEN = r"[ .&'–]{1,3}"
"""What may stand between two words of a firm's name, folded; a publisher's name has none of it where it is that of a file."""
_SHORT = 3


def _names_itself(document: Document, firm: Reference) -> bool:
    """Whether the text says of the firm, or of "we" beside its name, that it found or judges something."""
    if document.language is None or not re.search(rf"\b{re.escape(firm.text)}\b", document.text):
        return False
    verbs, we = _saying(document.language)
    own = rf"\b{re.escape(firm.text)}(?:['’]s?)?(?: (?:{_staff()}))*"
    return any(
        re.search(rf"{who}(?: \w+){{0,2}}? (?:{verbs})\b", document.text) is not None
        for who in (own, rf"\b(?:{we})")
    )


@cache
def _staff() -> str:
    """What a firm's people are called after its name, as alternatives."""
    return "|".join(sorted({word for cues in load_cues() for word in cues.staff}))


@cache
def _saying(language: str) -> tuple[str, str]:
    """The finite forms of the verbs of saying and finding, and the words for "we", as alternatives."""
    words = load_pack(language).words
    verbs = [
        key
        for key, word in words.items()
        for verb in word.verbs
        if verb.form & (Form.PRESENT | Form.PAST | Form.PARTICIPLE)
        and any(use.frame == "say" for use in verb.uses)
    ]
    we = "|".join(load_pack(language).cues.we)
    return "|".join(sorted(set(verbs), key=len, reverse=True)), we


_DATELINE = re.compile(
    r"(?:^|\n)(?:\([^)\n]{2,20}\)\s*[–—-]\s*)?(?P<place>[^\W\d_][\w .’'-]{2,30}?)"
    r"(?:(?:,[^\n]{0,40}?)?\s*(?:\([^)\n]{2,30}\)\s*\.?)?[–—/-]\s|, \d{1,2}\.? \w+\.\s)"
)
_CITY = re.compile(
    r"(?:^|\n)(?P<place>[^\W\d_][\w’'-]{2,20}(?: [^\W\d_a-z][\w’'-]{1,20})?)(?:/[^\W\d_]+)?\.\s+(?=[^\W\d_a-z])"
)
"""A dateline as German papers have it: "WIEN. Das Ministerium …"."""
_NEAR_TOP = 600


def state_of_dateline(text: str, hits: list[Hit]) -> Reference | None:
    """The state of the city that opens a report: "TIRANA, Sept. 8 (Wire Desk) - …", "Bogotá, 15 sep. …"."""
    found = (m for look in (_DATELINE, _CITY) for m in look.finditer(text, 0, _NEAR_TOP))
    for match in found:
        place = match.span("place")
        for hit in hits:
            if hit.start > place[1]:
                break
            if hit.start == place[0] and hit.end <= place[1]:
                code = country_of(hit.entity)
                if code is not None and (hit.type == "place" or hit.role == "capital"):
                    return Reference(EntityType.STATE, text[hit.start : hit.end], f"state:{code}")
    return None
