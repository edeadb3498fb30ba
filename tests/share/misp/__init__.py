"""MISP: events of the record, events and galaxies of others."""
