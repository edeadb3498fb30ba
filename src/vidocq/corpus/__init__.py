"""Many documents: read by several processes in order, recorded, resumable; or by a cluster.

from vidocq.acquire import records_of
from vidocq.corpus.pool import read_records
from vidocq.corpus.work import Work

for done in read_records(records_of(["corpus.jsonl.gz"]), Work(), jobs=2):
    for result in done.results:
        …
"""
