"""Imported once by the process that workers are forked from: what each of them needs, ready.

Of the languages only English: another one's pack and names are loaded by a worker that meets it, for
all of them together would take longer, and more memory, than most corpora have use for.
"""

from __future__ import annotations

import gc

from vidocq.acquire.dateline import stated_date
from vidocq.claims import read
from vidocq.claims.look import text_may_claim
from vidocq.language.identify import identify
from vidocq.model import Document

text_may_claim("")
stated_date("Ipsum dolor")
identify("Ipsum dolor")  # its model is loaded where no word of a text tells the language
read(Document.from_text("Hackers attacked a bank.", language="en"), language="en")
# What is here now is never freed: left out of collection, its pages stay shared between the workers.
gc.collect()
gc.freeze()
