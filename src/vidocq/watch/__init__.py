"""Sources that are polled: what is new in them goes on the record, and rules tell of it.

    feeds = load(Path("feeds.toml"))
    with open_ledger() as ledger, State(state_path(ledger.address)) as state:
        watcher = Watcher(feeds, ledger, state, Visitor(), os.environ)
        courier = Courier(state, feeds.rules, print, os.environ)
        for source in feeds.sources:
            print(watcher.poll(source))
        courier.deliver()

One direction again: a source gives items (`feeds`, `taxii`, `misp`); each is noted, recorded (`settling`), and its
claims are held against the rules (`telling`); what these tell is kept until it is delivered (`delivery`). `state`
keeps how far all of it came, so that it can be killed at any moment and run again.
"""
