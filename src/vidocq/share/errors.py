"""What can be wrong with something that is to be exported or imported."""

from __future__ import annotations


class ShareError(Exception):
    """An export or import that cannot be done; the message says why and what to do."""


class MissingPackage(ShareError):  # noqa: N818 - it says what is the matter
    """A format needs a package that is not installed."""

    def __init__(self, package: str, wanted_for: str) -> None:
        super().__init__(
            f"{wanted_for} needs the package {package}; install it with: pip install 'vidocq[share]'"
        )


class Unfit(ShareError):  # noqa: N818
    """Something to import is not what its format says: which object, which property, what is wrong.

    ``place`` names the object ("bundle.json, relationship--…"), ``property`` the property or None.
    """

    def __init__(self, place: str, property: str | None, wrong: str) -> None:
        self.place, self.property, self.wrong = place, property, wrong
        where = f"{place}, {property}" if property else place
        super().__init__(f"{where}: {wrong}; nothing was imported")
