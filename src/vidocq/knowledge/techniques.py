"""Methods of attack: the words for them and, where there is one, the ATT&CK technique.

Source: `data/techniques.yaml`; ATT&CK's own technique names come from the MISP galaxy, only those of
several words that no everyday sentence uses.
"""

from __future__ import annotations

from functools import cache

import msgspec

from vidocq.knowledge.galaxy import galaxy_folder
from vidocq.knowledge.galaxy_data import read_data
from vidocq.knowledge.galaxy_names import fold, slug
from vidocq.knowledge.name import Name, NameContext
from vidocq.model import EntityType

SOURCE = "vidocq:techniques"
ATTACK_SOURCE = "misp-galaxy:mitre-attack-pattern"


class Technique(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A method: its id in words ("technique:phishing"), its ATT&CK number ("T1566", a tactic "TA0008",
    or None), its forms in English and French; ``cue`` are forms that need a word of attack beside them."""

    id: str
    en: tuple[str, ...]
    fr: tuple[str, ...]
    attack: str | None = None
    cue: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True):
    techniques: tuple[Technique, ...]


class AttackTechnique(msgspec.Struct, frozen=True):
    """A technique of ATT&CK: its number and name; whether it is of the enterprise matrix, and whether it was
    revoked since."""

    number: str
    name: str
    enterprise: bool
    revoked: bool


class _Meta(msgspec.Struct, frozen=True):
    number: str = msgspec.field(name="external_id", default="")
    kill_chain: tuple[str, ...] = ()


class _Value(msgspec.Struct, frozen=True):
    value: str
    meta: _Meta = _Meta()
    revoked: bool = False


class _Galaxy(msgspec.Struct, frozen=True):
    values: list[_Value]


@cache
def techniques() -> tuple[Technique, ...]:
    """The methods of `data/techniques.yaml`."""
    return read_data("techniques.yaml", _File).techniques


def technique(identifier: str) -> Technique | None:
    """The method with this id, or None."""
    return next((entry for entry in techniques() if entry.id == identifier), None)


@cache
def load_technique_names() -> tuple[Name, ...]:
    """Every form of every method, each once for its language; then ATT&CK's names that are safe."""
    found: dict[tuple[str, str], Name] = {}
    for entry in techniques():
        for language, forms in (("en", entry.en), ("fr", entry.fr)):
            for form in forms:
                found.setdefault((language, fold(form)), _name(form, entry.id, language, entry.cue))
    known = {form for _, form in found}
    for text, number in _attack_names():
        if fold(text) not in known:
            identifier = f"technique:{slug(text)}"
            found[("en", fold(text))] = Name(
                text=text,
                entity=identifier,
                type=EntityType.TECHNIQUE,
                language="en",
                context=NameContext.CAPITALISED,
                source=f"{ATTACK_SOURCE}:{number}",
            )
    return tuple(found.values())


def _name(form: str, identifier: str, language: str, cue: tuple[str, ...]) -> Name:
    return Name(
        text=form,
        entity=identifier,
        type=EntityType.TECHNIQUE,
        language=language,
        context=NameContext.CUE if form in cue else NameContext.NONE,
        source=SOURCE,
    )


@cache
def attack_techniques() -> tuple[AttackTechnique, ...]:
    """All techniques of ATT&CK that the MISP galaxy has; none where it is not installed."""
    path = galaxy_folder() / "mitre-attack-pattern.json"
    if not path.is_file():
        return ()
    return tuple(
        AttackTechnique(
            number=value.meta.number,
            name=value.value.rsplit(" - ", 1)[0],
            enterprise=any(phase.startswith("attack-") for phase in value.meta.kill_chain),
            revoked=value.revoked,
        )
        for value in msgspec.json.decode(path.read_bytes(), type=_Galaxy).values
    )


def _attack_names() -> list[tuple[str, str]]:
    """ATT&CK technique names of two to four words, one of them a word of computing."""
    found = []
    for one in attack_techniques():
        words = fold(one.name).split()
        old = one.number.startswith("T13")  # PRE-ATT&CK, withdrawn
        plain = all(word.isalpha() for word in words)
        if 2 <= len(words) <= 4 and plain and not old and not _TECHNICAL.isdisjoint(words):
            found.append((one.name, one.number))
    return found


_TECHNICAL = frozenset(
    [
        *(
            "arp",
            "bgp",
            "bootkit",
            "botnet",
            "cron",
            "dhcp",
            "exfiltration",
            "hijacking",
            "hollowing",
        ),
        *("kerberoasting", "kerberos", "keylogging", "launchd", "llmnr", "malware", "obfuscation"),
        *("phishing", "powershell", "rdp", "sideloading", "smb", "spearphishing", "spoofing"),
        *("spraying", "ssh", "steganography", "stuffing", "systemd", "vnc", "winrm", "wmi"),
    ]
)
"""Words that tell computers: an ATT&CK name that has one cannot be an everyday phrase."""
