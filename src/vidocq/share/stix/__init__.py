"""The record as STIX 2.1, and STIX of any producer as claims. What maps to what: docs/interchange.md."""

from vidocq.share.stix.bundle import write_bundle

__all__ = ["write_bundle"]
