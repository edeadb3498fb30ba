"""From bytes to documents: files, folders, standard input and addresses, each read within bounds.

Everything that is read is untrusted: its size, pages, nesting and time are bounded (`Limits`), HTML
and PDF are taken apart in a process of their own that is ended when its time is up, and an input
that cannot be read becomes an `Unreadable` that says why, while the others go on.
"""

from vidocq.acquire.document import read_bytes
from vidocq.acquire.inputs import read_inputs, records_of
from vidocq.acquire.items import items_of
from vidocq.acquire.limits import Limits

__all__ = ["Limits", "items_of", "read_bytes", "read_inputs", "records_of"]
