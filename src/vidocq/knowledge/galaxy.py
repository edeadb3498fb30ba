"""Threat groups, malware and tools as the MISP galaxy catalogues them.

Source: the clusters that the package `pymispgalaxies` ships (MISP galaxy, CC0 1.0), among them MITRE
ATT&CK, Malpedia, Microsoft's and 360's lists. Only the needed files are decoded, and of each
only names, countries and relations; the package's own classes are not used (they decode everything).
"""

from __future__ import annotations

import importlib.util
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec

from vidocq.knowledge.galaxy_context import name_of
from vidocq.knowledge.galaxy_names import catalogue_number, fold, names_in
from vidocq.knowledge.galaxy_own import own_names
from vidocq.knowledge.name import Name
from vidocq.model import EntityType


class Kind(StrEnum):
    """What a galaxy lists."""

    GROUP = "group"
    MALWARE = "malware"
    VENDOR = "vendor"


class Collection(msgspec.Struct, frozen=True):
    """One cluster file: its name, what it lists, and who answers for it."""

    file: str
    kind: Kind
    owner: str

    @property
    def source(self) -> str:
        """How a name or a relation cites it: ``misp-galaxy:threat-actor``."""
        return f"misp-galaxy:{self.file}"


COLLECTIONS = (
    Collection("threat-actor", Kind.GROUP, "MISP galaxy"),
    Collection("mitre-intrusion-set", Kind.GROUP, "MITRE ATT&CK"),
    Collection("microsoft-activity-group", Kind.GROUP, "Microsoft"),
    Collection("360net", Kind.GROUP, "360"),
    Collection("mitre-enterprise-attack-intrusion-set", Kind.GROUP, "MITRE ATT&CK"),
    Collection("mitre-mobile-attack-intrusion-set", Kind.GROUP, "MITRE ATT&CK"),
    Collection("mitre-ics-groups", Kind.GROUP, "MITRE ATT&CK"),
    Collection("tidal-groups", Kind.GROUP, "Tidal Cyber"),
    Collection("malpedia", Kind.MALWARE, "Malpedia"),
    Collection("mitre-malware", Kind.MALWARE, "MITRE ATT&CK"),
    Collection("mitre-tool", Kind.MALWARE, "MITRE ATT&CK"),
    Collection("ransomware", Kind.MALWARE, "MISP galaxy"),
    Collection("tool", Kind.MALWARE, "MISP galaxy"),
    Collection("rat", Kind.MALWARE, "MISP galaxy"),
    Collection("backdoor", Kind.MALWARE, "MISP galaxy"),
    Collection("banker", Kind.MALWARE, "MISP galaxy"),
    Collection("botnet", Kind.MALWARE, "MISP galaxy"),
    Collection("stealer", Kind.MALWARE, "MISP galaxy"),
    Collection("exploit-kit", Kind.MALWARE, "MISP galaxy"),
    Collection("android", Kind.MALWARE, "MISP galaxy"),
    Collection("mitre-ics-software", Kind.MALWARE, "MITRE ATT&CK"),
    Collection("tidal-software", Kind.MALWARE, "Tidal Cyber"),
    Collection("surveillance-vendor", Kind.VENDOR, "MISP galaxy"),
)
"""The files read, in the order in which they are believed: a name's ``source`` is the first that has it."""


class _Related(msgspec.Struct, frozen=True):
    target: str = msgspec.field(name="dest-uuid", default="")
    type: str = ""


class _Meta(msgspec.Struct, frozen=True):
    synonyms: list[str] | None = None
    country: str | list[str] | None = None
    type: str | list[str] | None = None
    sponsor: str | list[str] | None = msgspec.field(
        name="cfr-suspected-state-sponsor", default=None
    )


class _Value(msgspec.Struct, frozen=True):
    value: str
    uuid: str = ""
    meta: _Meta = _Meta()
    related: list[_Related] = []


class _File(msgspec.Struct, frozen=True):
    values: list[_Value]


class Cluster(msgspec.Struct, frozen=True):
    """One entry of a collection: its names (the first is the entry's own), countries as the
    collection writes them, and its relations as (type, uuid)."""

    collection: Collection
    uuid: str
    names: tuple[str, ...]
    synonyms: tuple[str, ...] = ()
    number: str | None = None
    countries: tuple[str, ...] = ()
    sponsors: tuple[str, ...] = ()
    related: tuple[tuple[str, str], ...] = ()


def galaxy_folder() -> Path:
    """Where the installed package keeps its cluster files.

    Raises `FileNotFoundError` when the package `pymispgalaxies` is absent or shipped without data.
    """
    package = importlib.util.find_spec("pymispgalaxies")
    for place in (package.submodule_search_locations or []) if package else []:
        folder = Path(place) / "data" / "misp-galaxy" / "clusters"
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        "the clusters of the MISP galaxy are not installed: pip install pymispgalaxies"
    )


@cache
def clusters() -> tuple[Cluster, ...]:
    """All entries of all `COLLECTIONS`. A collection that the installed galaxy lacks is passed over.

    Raises `FileNotFoundError` without the package, `msgspec.DecodeError` on a damaged file.
    """
    folder = galaxy_folder()
    decoder = msgspec.json.Decoder(_File)
    found: list[Cluster] = []
    for collection in COLLECTIONS:
        path = folder / f"{collection.file}.json"
        if path.is_file():
            values = decoder.decode(path.read_bytes()).values
            found += [_cluster(collection, value) for value in values if not _ordinary(value)]
    return tuple(found)


def _ordinary(value: _Value) -> bool:
    """Tidal's list of software holds the programs of an operating system as well, typed "tool"."""
    return _listed(value.meta.type) == ("tool",)


def _cluster(collection: Collection, value: _Value) -> Cluster:
    own = names_in(value.value)
    others: list[str] = []
    for synonym in value.meta.synonyms or []:
        others += [name for name in names_in(synonym) if name not in own and name not in others]
    return Cluster(
        collection=collection,
        uuid=value.uuid,
        names=own,
        synonyms=tuple(others),
        number=catalogue_number(value.value),
        countries=_listed(value.meta.country),
        sponsors=_listed(value.meta.sponsor),
        related=tuple((link.type.strip(), link.target) for link in value.related),
    )


def _listed(value: str | list[str] | None) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value or []
    return tuple(item for item in items if item)


_TYPE = {
    Kind.GROUP: EntityType.GROUP,
    Kind.MALWARE: EntityType.MALWARE,
    Kind.VENDOR: EntityType.COMPANY,
}


@cache
def load_galaxy_names() -> tuple[Name, ...]:
    """Every name of a group, of malware, tools and ransomware, and of surveillance vendors, once for
    each kind, with the context it needs (`galaxy_context`). The entity is the id of that very name."""
    found: dict[tuple[EntityType, str], Name] = {}
    for cluster in clusters():
        kind = _TYPE[cluster.collection.kind]
        for text in (*cluster.names, *cluster.synonyms):
            key = (kind, fold(text))
            if not key[1] or key in found:
                continue
            name = name_of(text, kind, cluster.collection.source)
            if name is not None:
                found[key] = name
    return tuple(found.values())


@cache
def load_group_names() -> tuple[Name, ...]:
    """Names of groups, gangs, hacktivists, malware, tools and surveillance vendors: the galaxy's, and of
    our own those that it lacks. A text may stand twice, as a group and as malware ("LockBit"):
    the words beside it decide."""
    found = {(name.type, fold(name.text)): name for name in load_galaxy_names()}
    for name in own_names():
        found.setdefault((name.type, fold(name.text)), name)
    return tuple(found.values())
