"""Sources that are polled: what is new in them goes on the record, and rules tell of it.

    feeds = load(Path("feeds.toml"))
    with open_ledger() as ledger, State.beside(ledger.address) as state:
        watcher = Watcher(feeds, ledger, state)
        for report in watcher.poll_all():
            …

One direction again: a source gives items (`feeds`, `taxii`, `misp`); each is noted, recorded, and its claims
held against the rules (`settling`); what these tell is kept until it is delivered (`delivery`). `state` keeps
how far all of it came, so that it can be killed at any moment and run again.
"""
