"""Verbs with a particle that leaves them: "an|greifen" is "greift … an", "angegriffen", "anzugreifen".

A pack writes the particle before a bar; with a space before the bar it is a word of its own ("verantwortlich |machen":
"verantwortlich gemacht"). A prefix that stays is written before a tilde ("be~stehlen": no second prefix in the participle).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vidocq.language.tags import Form

_FINITE = Form.PRESENT | Form.PAST | Form.SUBJUNCTIVE | Form.CONDITIONAL | Form.IMPERFECT


def base_of(verb: str) -> str:
    """The verb without its particle or prefix."""
    return verb.rpartition("|")[2].rpartition("~")[2]


def plain(verb: str) -> str:
    """The infinitive as it is written: "an|greifen" → "angreifen"."""
    return verb.replace("|", "").replace("~", "")


def with_particle(
    verb: str, forms: Iterable[tuple[str, int]], zu: str, prefix: str
) -> Iterator[tuple[str, int, str]]:
    """The forms of a verb from those of its base: spelling, features, and the particle that must follow apart.

    ``zu``: what parts particle and infinitive; ``prefix``: what the participle of a prefixed verb drops.
    """
    rows = list(forms)
    if "~" in verb:
        kept, _, _ = verb.rpartition("|")[2].partition("~")
        rows = [
            (
                kept + form.removeprefix(prefix)
                if features & (Form.PARTICIPLE | Form.ATTRIBUTIVE)
                else kept + form,
                features,
            )
            for form, features in rows
        ]
    if "|" not in verb:
        yield from ((form, features, "") for form, features in rows)
        return
    particle, _, rest = verb.partition("|")
    if "|" in rest:
        # "die verantwortung |zu|weisen": with the inner particle before it a verb of its own.
        inner, _, _ = rest.partition("|")
        rows = [(inner + form, features & ~_FINITE) for form, features in rows]
    for form, features in rows:
        yield particle + form, features, ""
        if features & Form.INFINITIVE and zu:
            joined = f"{particle}{zu} {form}" if particle.endswith(" ") else particle + zu + form
            yield joined, Form.INFINITIVE | Form.TO, ""
        if features & _FINITE:
            yield form, features & ~(Form.PARTICIPLE | Form.INFINITIVE), particle.strip()
        if particle.endswith(" ") and features & (Form.PARTICIPLE | Form.INFINITIVE):
            # "ist Opfer eines Angriffs | geworden": a word of its own need not stand beside it.
            yield form, features & ~_FINITE, particle.strip()
