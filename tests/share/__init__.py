"""Exports and imports of the record."""
