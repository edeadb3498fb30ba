"""Which library finds indicators best, and how fast: each over our own texts (`indicators_gold.yaml`).

    python bench/indicators.py            # those that are installed of iocsearcher, ioc-finder, iocextract
    python bench/indicators.py --rounds 20

Precision and recall are over (kind, value) pairs, upper and lower case alike; kinds that a library does not know
count against its recall. Speed is by processor time over the texts, repeated.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

Found = set[tuple[str, str]]
Finder = Callable[[str], Found]

KINDS = ("ip", "domain", "url", "email", "md5", "sha1", "sha256", "cve", "file")


def ours() -> Finder:
    from vidocq.share.indicators import find_indicators

    return lambda text: {(str(one.kind), one.value) for one in find_indicators(text)}


def iocsearcher() -> Finder:
    from iocsearcher.searcher import Searcher

    searcher = Searcher()
    kinds = {"ip4": "ip", "ip6": "ip", "fqdn": "domain"}
    wanted = {"ip4", "ip6", "fqdn", "url", "email", "md5", "sha1", "sha256", "cve"}

    def find(text: str) -> Found:
        found = searcher.search_data(text, targets=wanted)
        return {(kinds.get(one.name, one.name), one.value) for one in found}

    return find


def ioc_finder() -> Finder:
    from ioc_finder import find_iocs

    kinds = {
        "ipv4s": "ip",
        "ipv6s": "ip",
        "domains": "domain",
        "urls": "url",
        "email_addresses": "email",
        "md5s": "md5",
        "sha1s": "sha1",
        "sha256s": "sha256",
        "cves": "cve",
    }

    def find(text: str) -> Found:
        told = find_iocs(text)
        found = {(kind, value) for name, kind in kinds.items() for value in told.get(name, ())}
        return found | {
            ("file", path.replace("\\", "/").rpartition("/")[2])
            for path in told.get("file_paths", ())
        }

    return find


def iocextract() -> Finder:
    import iocextract as library

    def find(text: str) -> Found:
        found = {("ip", one) for one in library.extract_ips(text, refang=True)}
        found |= {("url", one) for one in library.extract_urls(text, refang=True)}
        found |= {("email", one) for one in library.extract_emails(text, refang=True)}
        found |= {("md5", one) for one in library.extract_md5_hashes(text)}
        found |= {("sha1", one) for one in library.extract_sha1_hashes(text)}
        return found | {("sha256", one) for one in library.extract_sha256_hashes(text)}

    return find


FINDERS: dict[str, Callable[[], Finder]] = {
    "vidocq": ours,
    "iocsearcher": iocsearcher,
    "ioc-finder": ioc_finder,
    "iocextract": iocextract,
}


def folded(found: Found) -> Found:
    """Case does not tell two indicators apart, nor a slash at the end of an address."""
    return {(kind, value.lower().rstrip("/")) for kind, value in found}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--wrong", action="store_true", help="list what each gets wrong")
    arguments = parser.parse_args()
    path = Path(__file__).with_name("indicators_gold.yaml")
    texts: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    size = sum(len(one["text"].encode()) for one in texts)
    print(f"{'':<12} {'precision':>9} {'recall':>7} {'F1':>6} {'KB/s':>8}")
    for name, make in FINDERS.items():
        try:
            find = make()
        except ImportError:
            print(f"{name:<12} is not installed")
            continue
        right = told = wanted = 0
        for one in texts:
            gold = folded({(kind, str(v)) for kind in KINDS for v in one.get(kind, ())})
            found = folded(find(one["text"]))
            if arguments.wrong:
                for wrong in sorted(found - gold):
                    print(f"  {name} + {wrong}")
                for missed in sorted(gold - found):
                    print(f"  {name} - {missed}")
            right, told, wanted = right + len(gold & found), told + len(found), wanted + len(gold)
        start = time.process_time()
        for _ in range(arguments.rounds):
            for one in texts:
                find(one["text"])
        rate = size * arguments.rounds / (time.process_time() - start) / 1000
        precision, recall = right / (told or 1), right / wanted
        score = 2 * precision * recall / ((precision + recall) or 1)
        print(f"{name:<12} {precision:>9.2f} {recall:>7.2f} {score:>6.2f} {rate:>8.0f}")


if __name__ == "__main__":
    main()
