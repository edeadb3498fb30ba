"""In whose voice a document speaks: a government's own statement is said by its state.

The publisher tells, and a title such as "Statement by … spokesperson …" names the speaker.
"""

from __future__ import annotations

import re

from vidocq.knowledge.load import country_of, find_publisher
from vidocq.model import Document, EntityType, Reference

_SPEAKER = re.compile(
    r"\b(?:Statement|Remarks|Press Briefing|Readout|Déclaration)\s+(?:by|from|of|de|du)\s+(?P<rest>[^\n]{3,120}?)(?:\s+(?:on|regarding|sur|at|Before|about)\s|\n|$)"
)
_NAME = re.compile(r"(?:[A-ZÉÈ][\w’'.-]+ ){1,2}[A-ZÉÈ][\w’'-]+$")


def document_voice(document: Document) -> tuple[Reference | None, str | None]:
    """The state that a government document speaks for, and the speaker that its title names."""
    entity = find_publisher(document.publisher or "")
    if entity is None or entity.type is not EntityType.AGENCY:
        return None, None
    code = country_of(entity.id)
    if code is None:
        return None, None
    speaker = None
    match = _SPEAKER.search((document.title or "") + "\n" + document.text[:300])
    if match:
        name = _NAME.search(match["rest"].strip())
        speaker = name.group().strip() if name else None
    return Reference(EntityType.STATE, entity.text, f"state:{code}", speaker), speaker
