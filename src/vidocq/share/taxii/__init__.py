"""A TAXII 2.1 server as an ASGI application: collections of the record to read, and an inbox to write.

    from vidocq.share.taxii import Settings, taxii_application

    application = taxii_application(Settings(ledger="ledger.sqlite"))  # mount it under /taxii2/

The table of the standard's normative statements, with the test that shows each, is in docs/taxii.md.
"""

from vidocq.share.taxii.application import taxii_application
from vidocq.share.taxii.settings import Access, Settings

__all__ = ["Access", "Settings", "taxii_application"]
