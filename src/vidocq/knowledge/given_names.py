"""Given names: by what a name that no list has is told to be a person's.

``data/given_names.yaml`` is the list, of many countries. It says nothing of who anybody is, and a name alone never makes a claim.
"""

from __future__ import annotations

from functools import cache

import msgspec

from vidocq.knowledge import schema


class GivenNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file's rows, each a string of names parted by spaces; the rows are for the reader alone."""

    european: str
    eastern: str
    asian: str
    african: str
    further: str


@cache
def given_names() -> frozenset[str]:
    """All given names, in lower case.

    Raises:
        KnowledgeError: the file does not fit its form.
    """
    file = schema.read("given_names.yaml", GivenNames)
    return frozenset(
        " ".join((file.european, file.eastern, file.asian, file.african, file.further)).split()
    )
