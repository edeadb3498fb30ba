"""What one verb has to do with the phrases and verbs about it: the record that the readers of clauses make.

`vidocq.claims.syntax.dependencies` makes it for languages that are read from left to right, `vidocq.claims.syntax.verb_second`
for those whose verbs stand in two places.
"""

from __future__ import annotations

from enum import StrEnum
from typing import final

from mypy_extensions import mypyc_attr


class Kind(StrEnum):
    """What a clause is to the one that it stands in."""

    MAIN = "main"
    RELATIVE = "relative"
    COMPLEMENT = "complement"
    ADVERBIAL = "adverbial"
    REDUCED = "reduced"
    ASIDE = "aside"


@mypyc_attr(acyclic=True)
@final
class Dependency:
    """What one verb has to do with the phrases and verbs about it (numbers of phrases and verbs).

    ``subjects``: candidates, best first; of a passive what it is said of. ``objects``: bare phrases it
    governs, nearest first. ``governor``: the verb that the clause hangs on. ``reduced``: a participle
    that modifies what stands before it ("groups | backed by …"). ``obliques``: governed phrases of the clause,
    where word order does not put them after the verb.
    """

    def __init__(
        self,
        kind: Kind,
        subjects: list[int],
        objects: list[int],
        governor: int | None = None,
        reduced: bool = False,
        obliques: list[int] | None = None,
    ) -> None:
        self.kind = kind
        self.subjects = subjects
        self.objects = objects
        self.governor = governor
        self.reduced = reduced
        self.obliques: list[int] = [] if obliques is None else obliques
