"""STIX 2.1: export, import, round trip."""
