"""What the conflict rules ask of knowledge: are two actors one, does one act for the other, what are
they called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vidocq.model import Claim, EntityType, Reference
from vidocq.resolve.groups import Actors, countries_of
from vidocq.resolve.names import label
from vidocq.resolve.parties import party_of, state_of


@dataclass(frozen=True)
class Meanings:
    """Actors from one viewpoint, and the states that claims of the record name as sponsors: entity id
    to states (ISO 3166-1 alpha-2)."""

    actors: Actors
    sponsors: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def states(self, of: Reference) -> frozenset[str]:
        """The states that an actor is, or acts for: its own, its sponsors' by the naming sources, and by
        claims of the record."""
        own = state_of(of.id)
        if own:
            return frozenset((own,))
        told = self.sponsors.get(of.id, frozenset())
        if of.type is EntityType.GROUP:
            meant = self.actors.of(of.id)
            links = {
                link.country for one in meant.actors for link in countries_of(one, self.actors)
            }
            return told | links
        return told

    def name(self, of: Reference) -> str:
        """What to call an entity in a sentence: "the United States", "APT31"."""
        return self.called(of.id, of.text)

    def called(self, id: str, told: str | None = None) -> str:
        """The same of an id, ``told`` being the words of a document."""
        name = label(id, self.actors, told)
        return f"the {name}" if _takes_article(id, name) else name

    def group_name(self, of: Reference) -> str:
        """A group as the document writes it, with its usual name where that is another."""
        usual = label(of.id, self.actors, of.text)
        same = "".join(usual.split()).casefold() == "".join(of.text.split()).casefold()
        return of.text if same else f"{of.text} ({usual})"

    def canonical(self, id: str) -> str:
        """The id that an entity goes by."""
        return self.actors.canonical(id)

    def may_agree(self, a: Reference, b: Reference) -> bool:
        """Whether laying a deed on both is no contradiction: one actor, one the other's sponsor or
        agency, overlapping groups, or too little known to tell."""
        if self.actors.may_be_same(a.id, b.id) or party_of(a.id) == party_of(b.id):
            return True
        if a.type is EntityType.GROUP and b.type is EntityType.GROUP:
            return bool(self.actors.related(a.id, b.id))
        one, other = self.states(a), self.states(b)
        return not one or not other or bool(one & other)

    def claimants(self, claim: Claim, *, limit: int = 3) -> str:
        """Who says so, in words: "the United States, the EU and 6 others"."""
        if not claim.claimants:
            return "the report itself"
        names = list(dict.fromkeys(self.name(one) for one in claim.claimants))
        return listed(names, limit=limit)


_ARTICLE_STATES = ("United ", "Netherlands", "Philippines", "Bahamas", "Maldives")


def _takes_article(id: str, name: str) -> bool:
    kind = id.partition(":")[0]
    if name.startswith(("the ", "The ", "les ", "la ", "le ", "l’", "des ", "du ")):
        return False
    if kind == "state":
        return name.startswith(_ARTICLE_STATES)
    if kind == "bloc":
        return " " in name or name == "EU"
    return kind == "agency" and name[:1].isupper() and " " in name


def listed(names: Sequence[str], *, limit: int = 3) -> str:
    """Names in a sentence: "A", "A and B", "A, B and 3 others"."""
    if len(names) > limit + 1:
        names = [*names[:limit], f"{len(names) - limit} others"]
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + f" and {names[-1]}"
