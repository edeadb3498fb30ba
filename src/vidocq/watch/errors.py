"""What can be wrong with a file of feeds, and with the place where the state of polling is kept."""

from __future__ import annotations

from collections.abc import Sequence


class FeedsWrong(Exception):  # noqa: N818 - the user's slip, told as one
    """A file of feeds that cannot be followed. ``faults`` are all that is wrong, each a line that names the
    file, the table and the key."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(faults))


class StateError(Exception):
    """The state of polling cannot be kept: the file is no state, cannot be written, or is in use."""
