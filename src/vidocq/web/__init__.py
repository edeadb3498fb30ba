"""The explorer: pages, and the same answers as JSON and CSV, over a ledger.

    from vidocq.web import Settings, build_application

    application = build_application(Settings(ledger="ledger.sqlite"))  # an ASGI application

Needs ``pip install 'vidocq[web]'``. ``vidocq serve`` runs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vidocq.web.settings import Settings, WebRole

if TYPE_CHECKING:
    from vidocq.web.application import build_application

__all__ = ["Settings", "WebRole", "build_application"]


def __getattr__(name: str) -> Any:
    if name == "build_application":
        from vidocq.web.application import build_application

        return build_application
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
