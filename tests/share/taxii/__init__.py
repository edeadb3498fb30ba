"""TAXII 2.1: the server, asked by the real client and statement by statement."""
