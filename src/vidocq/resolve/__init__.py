"""Who and what is meant: the same actor under many names, the same event, the same text, contradictions.

Pure functions over records and knowledge: nothing here opens a ledger or reads a file of its own.
"""
