"""The record as MISP events, and MISP events and galaxies as claims. What maps to what: docs/interchange.md."""
