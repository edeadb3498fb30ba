"""The form of the data files of states, blocs, agencies, bodies, companies, organisations, products,
places and sectors, and their reading.

Each file maps a key to an entry. The key is the end of the entity's id: ``CN`` → ``state:CN``, ``doj``
in ``agencies/us.yaml`` → ``agency:us-doj``. A mistake raises `KnowledgeError`, which names file, entry
and field.
"""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from vidocq.knowledge.kept import LOADING, fingerprint_of, kept

DATA = Path(__file__).parent / "data"
Record = TypeVar("Record", bound=msgspec.Struct)


class KnowledgeError(ValueError):
    """A data file has a mistake. The message names the file, the entry and the field."""

    def __init__(self, file: str, entry: str, field: str, problem: str) -> None:
        super().__init__(f"{file}: {entry}: {field}: {problem}")
        self.file, self.entry, self.field = file, entry, field


class Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record of a data file: a field that the form does not know is a mistake."""


class Entry(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Forms of one entity. The spelling of a form says how it matches (`forms.py`).

    ``en``, ``fr``, ``all``: forms in English, in French, in any language. Of these, ``exact`` lists
    forms that match in this very spelling only, ``capitalised`` those that a capital at the start of a
    sentence does not make a name, ``cue`` those that need a word of their kind beside them,
    ``ambiguous`` those that other entities bear too: they match only beside a word for the country.
    """

    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    capitalised: tuple[str, ...] = ()
    cue: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms, whatever their language."""
        return (*self.en, *self.fr, *self.all)


class AgencyKind(StrEnum):
    """What a public body does."""

    INTELLIGENCE = "intelligence"
    MILITARY = "military"
    POLICE = "police"
    JUSTICE = "justice"
    DIPLOMACY = "diplomacy"
    CYBER_DEFENCE = "cyber-defence"
    GOVERNMENT = "government"
    REGULATOR = "regulator"


class Agency(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A public body of a state or bloc. ``body`` lists keys of ``bodies.yaml``: the agency is
    that state's justice ministry, police …; ``parent`` the id of the agency it is a unit of; ``sites``
    its Internet domains, by which a document's publisher is recognised."""

    kind: AgencyKind
    body: tuple[str, ...] = ()
    parent: str | None = None
    sites: tuple[str, ...] = ()


class AgencyFile(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``agencies/XX.yaml``: ``country`` is an ISO 3166-1 code or the key of a bloc."""

    country: str
    agencies: dict[str, Agency]


class StateWords(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state's words in one language: further ``names``, ``demonyms`` (adjectives; French:
    masculine and feminine singular with a stroke between, "chinois/chinoise"), ``people`` (nouns that are no adjectives), capitals, governments."""

    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    governments: tuple[str, ...] = ()


class State(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What ``states.yaml`` adds to CLDR's name of a state. ``exact``, ``capitalised``
    as for every entry; ``skip`` lists CLDR names that nobody writes, or that are first names or words."""

    en: StateWords = StateWords()
    fr: StateWords = StateWords()
    exact: tuple[str, ...] = ()
    capitalised: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()


class StateFile(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``states.yaml``: ISO 3166-1 alpha-2 code (or XK, Kosovo) to state."""

    states: dict[str, State]


class Bloc(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A bloc of states."""


class BlocFile(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    blocs: dict[str, Bloc]


class BodyType(StrEnum):
    """Whether a country's body is an agency or an organisation in the claim guide's terms."""

    AGENCY = "agency"
    ORGANISATION = "organisation"


class Body(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of public body that every state has: its key ends the id ("ministry-of-defence" →
    ``agency:ua-ministry-of-defence``). In French ``(m)``, ``(f)``, ``(mp)``, ``(fp)`` mark where the
    adjective of the country stands and its gender and number. A ``common`` body is a name with every
    state's adjective, others only with those of states whose file has one. ``default`` gives forms that mean one
    state's body where no country stands by them: "Justice Department" is that of the United States."""

    type: BodyType = BodyType.AGENCY
    common: bool = False
    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    default: dict[str, tuple[str, ...]] = {}


class BodyFile(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    bodies: dict[str, Body]


class CompanyKind(StrEnum):
    """Why a company is in the list."""

    VENDOR = "vendor"
    """Sells security: reports attacks, seldom the victim."""
    OUTLET = "outlet"
    """News: relays what others say."""
    TECHNOLOGY = "technology"
    BUSINESS = "business"
    FRONT = "front"
    """Accused of working for a state's services."""


class Company(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A company; ``country`` is that of its seat."""

    kind: CompanyKind = CompanyKind.BUSINESS
    country: str | None = None
    sites: tuple[str, ...] = ()


class CompanyFile(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    companies: dict[str, Company]


class Organisation(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A body that is neither company nor agency. Its key begins with the country's code where it
    belongs to one ("us-dnc")."""

    country: str | None = None


class OrganisationFile(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    organisations: dict[str, Organisation]


class Product(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A product; ``vendor`` is the key of a company."""

    vendor: str | None = None


class ProductFile(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    products: dict[str, Product]


class Place(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A region, continent or city; ``country`` where it lies in one state alone; ``demonyms`` are its
    adjectives ("European"); ``seat``: the bloc that its name means where it speaks ("Brussels accuses"), and ``capital_of``
    the state that it may mean as well."""

    country: str | None = None
    demonyms: tuple[str, ...] = ()
    seat: str | None = None
    capital_of: str | None = None


class PlaceFile(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    places: dict[str, Place]


class Terms(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words in English and French."""

    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()


class Sector(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``words``: mean people or organisations of the sector by themselves; ``modifiers``: mean it only
    beside one of the file's ``heads`` ("financial" institutions), in a list of sectors or after "sectors such as"."""

    words: Terms
    modifiers: Terms


class SectorFile(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``sectors.yaml``: the closed list of the claim guide."""

    heads: Terms
    sectors: dict[str, Sector]


class OfficialFile(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``officials.yaml``: id of a state, bloc or agency → the persons who speak for it; the forms of
    one person's name stand with "=" between."""

    officials: dict[str, tuple[str, ...]]


def read(file: str, form: type[Record], folder: Path = DATA) -> Record:
    """The content of ``data/FILE`` as ``form``.

    Raises:
        KnowledgeError: the file is missing, is no YAML, or does not fit the form.
    """
    import yaml

    try:
        content = _contents().get(file) if folder == DATA else None
        if content is None:
            content = _parse(folder / file)
        with LOADING:
            return msgspec.convert(content, form, strict=True)
    except OSError as error:
        raise KnowledgeError(file, "file", "path", f"cannot be read: {error.strerror}") from error
    except yaml.YAMLError as error:
        raise KnowledgeError(file, "file", "YAML", " ".join(str(error).split())) from error
    except msgspec.ValidationError as error:
        raise _located(file, content, form, error) from error


def _parse(path: Path) -> Any:
    import yaml

    return yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


@cache
def _contents() -> dict[str, Any]:
    """The content of all data files by name, kept between runs: a hundred files take long to parse."""
    fingerprint = fingerprint_of(DATA.rglob("*.yaml"))
    return kept("knowledge", dict[str, Any], _parse_all, fingerprint)


def _parse_all() -> dict[str, Any]:
    """All that can be kept as it is; the rest is parsed, and told of, when it is asked for."""
    import yaml

    found: dict[str, Any] = {}
    for path in sorted(DATA.rglob("*.yaml")):
        with suppress(yaml.YAMLError, OSError, TypeError, msgspec.MsgspecError):
            content = _parse(path)
            if msgspec.msgpack.decode(msgspec.msgpack.encode(content)) == content:
                found[path.relative_to(DATA).as_posix()] = content
    return found


def _located(
    file: str, content: Any, form: type[msgspec.Struct], error: msgspec.ValidationError
) -> KnowledgeError:
    """The error with the key of the entry: msgspec says only that some value of the mapping is wrong."""
    for field in msgspec.structs.fields(form):
        entries = content.get(field.encode_name) if isinstance(content, dict) else None
        if not isinstance(entries, dict) or msgspec.inspect.type_info(field.type) is None:
            continue
        value = getattr(field.type, "__args__", (None, None))[-1]
        if not (isinstance(value, type) and issubclass(value, msgspec.Struct)):
            continue
        for key, entry in entries.items():
            if not isinstance(key, str):
                return KnowledgeError(
                    file, str(key), "key", 'is no text; write it in quotes ("NO" is false in YAML)'
                )
            try:
                msgspec.convert(entry, value, strict=True)
            except msgspec.ValidationError as inner:
                problem, _, path = str(inner).partition(" - at `$")
                return KnowledgeError(file, key, path.strip("`.") or _field(problem), problem)
    problem, _, path = str(error).partition(" - at `$")
    return KnowledgeError(file, "file", path.strip("`.") or _field(problem), problem)


def _field(problem: str) -> str:
    """The field that msgspec quotes in its message ("… missing required field `kind`")."""
    return problem.split("`")[1] if problem.count("`") >= 2 else "entry"


@cache
def states() -> dict[str, State]:
    """``states.yaml``."""
    return read("states.yaml", StateFile).states


@cache
def blocs() -> dict[str, Bloc]:
    """``blocs.yaml``."""
    return read("blocs.yaml", BlocFile).blocs


@cache
def agency_files() -> dict[str, AgencyFile]:
    """File name to content of every ``agencies/XX.yaml``, in order of name."""
    paths = sorted((DATA / "agencies").glob("*.yaml"))
    return {p.name: read(f"agencies/{p.name}", AgencyFile) for p in paths}


@cache
def body_kinds() -> dict[str, Body]:
    """``bodies.yaml``."""
    return read("bodies.yaml", BodyFile).bodies


@cache
def companies() -> dict[str, Company]:
    """``companies.yaml``."""
    return read("companies.yaml", CompanyFile).companies


@cache
def organisations() -> dict[str, Organisation]:
    """``organisations.yaml``."""
    return read("organisations.yaml", OrganisationFile).organisations


@cache
def products() -> dict[str, Product]:
    """``products.yaml``."""
    return read("products.yaml", ProductFile).products


@cache
def places() -> dict[str, Place]:
    """``places.yaml``."""
    return read("places.yaml", PlaceFile).places


@cache
def sector_file() -> SectorFile:
    """``sectors.yaml``."""
    return read("sectors.yaml", SectorFile)


@cache
def officials() -> dict[str, tuple[str, ...]]:
    """``officials.yaml``."""
    return read("officials.yaml", OfficialFile).officials
