"""The TAXII server under /taxii2/: the same record, the same tokens."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request

from vidocq.ledger.address import default_address
from vidocq.share.taxii import Access, taxii_application
from vidocq.share.taxii import Settings as TaxiiSettings
from vidocq.share.taxii.settings import access_of
from vidocq.web.settings import Settings, WebRole

_ACCESS = {WebRole.READ: Access.READ, WebRole.CURATE: Access.WRITE}


def taxii_server(settings: Settings) -> Starlette:
    """The application to mount; ``state.close`` lets go of its ledger.

    Readers read; curators also write to the inbox. Beside the explorer's ways of signing in, clients may
    give a token as the password of basic authentication, as the standard asks.
    """
    taxii = TaxiiSettings(
        ledger=settings.ledger,
        followed=settings.followed,
        folder=_folder(settings.ledger or default_address()),
        read_token=settings.tokens.get(WebRole.READ),
        write_token=settings.tokens.get(WebRole.CURATE),
        body=settings.limits.body,
        open_access=Access.NONE,
    )
    by_token = access_of(taxii)

    def access(request: Request) -> Access:
        role: WebRole | None = request.state.role
        return _ACCESS[role] if role is not None else by_token(request)

    return taxii_application(taxii, access)


def _folder(ledger: str) -> str | None:
    """Where index and inbox are kept: beside a ledger file, else in the user's data folder.

    None, so in a temporary folder, where nothing can be written.
    """
    if ledger.startswith("postgresql:"):
        from platformdirs import user_data_path

        name = hashlib.sha256(ledger.encode()).hexdigest()[:16]
        return str(user_data_path("vidocq") / "taxii" / name)
    file = Path(ledger)
    return f"{file}.taxii" if os.access(file.parent, os.W_OK) else None
