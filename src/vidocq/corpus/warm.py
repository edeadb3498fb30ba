"""Imported once by the process that workers are forked from: all that each of them needs, ready."""

from __future__ import annotations

import gc

from vidocq.claims import read
from vidocq.claims.look import text_may_claim
from vidocq.language.compile import languages
from vidocq.language.identify import identify
from vidocq.model import Document

text_may_claim("")
identify("Ipsum dolor")  # its model is loaded where no word of a text tells the language
for _language in languages():
    read(Document.from_text("Hackers attacked a bank.", language=_language), language=_language)
# What is here now is never freed: left out of collection, its pages stay shared between the workers.
gc.collect()
gc.freeze()
