"""What a document has mentioned so far: for pronouns, short forms and one id for one incident.

The only state of the reading: made anew for each document, written in the order of its sentences.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from vidocq.model import EntityType, Reference


@dataclass
class Event:
    """An incident of the document: its reference, the names that tell it apart, when it happened."""

    reference: Reference
    anchors: frozenset[str]
    year: str | None = None
    sentence: int = 0
    plural: bool = False
    authors: frozenset[str] = frozenset()
    other: bool = False
    """Told as another than those before ("a second attack")."""


@dataclass(frozen=True)
class Telling:
    """Whose words a report tells, up to the position ``end``."""

    claimants: tuple[Reference, ...]
    end: int


@dataclass
class Memory:
    """Everything that later sentences may refer back to, and the language of the document."""

    language: str = "en"
    events: list[Event] = field(default_factory=list)
    event_sentence: int = 0
    """The sentence in which an event was last spoken of."""
    actors: list[Reference] = field(default_factory=list)
    states: list[Reference] = field(default_factory=list)
    speakers: list[Reference] = field(default_factory=list)
    offices: dict[str, Reference] = field(default_factory=dict)
    """Surname or office noun → the entity that the person speaks for, with the speaker's name."""
    sponsored: dict[str, Reference] = field(default_factory=dict)
    """Sponsor or home → the unnamed actors that it marks: "PRC-affiliated operators", spoken of again."""
    heard: set[str] = field(default_factory=set)
    """Surnames of those who have spoken by an office, of whatever body."""
    best_text: dict[str, str] = field(default_factory=dict)
    """Entity id → the best name that the document gives it."""
    malware: list[Reference] = field(default_factory=list)
    victims: list[Reference] = field(default_factory=list)
    homes: dict[str, str] = field(default_factory=dict)
    """Actor → ISO code of the country whose the document says it is."""
    attacked: set[tuple[int, int]] = field(default_factory=set)
    """Actors that an attack hit, as (start of the sentence, phrase): nothing is said of their home or sponsor."""
    accused: list[Reference] = field(default_factory=list)
    persons: dict[str, Reference] = field(default_factory=dict)
    """Full name and surname → the person, of those whom the text has shown to be persons."""
    surnames: dict[str, Reference] = field(default_factory=dict)
    """Surname → the person, of those whom the text has named and lists know."""
    sanctioners: list[Reference] = field(default_factory=list)
    event_dates: dict[str, str] = field(default_factory=dict)
    """Incident → the date of a sentence that only tells when it was."""
    charged: dict[int, Reference] = field(default_factory=dict)
    """Number → the unnamed people of that number whom an act of state fell on."""
    prosecutors: list[Reference] = field(default_factory=list)
    accusers: list[Reference] = field(default_factory=list)
    aliases: dict[str, Reference] = field(default_factory=dict)
    """Other name of an actor → the name that the document gave first: whom "the group" means."""
    home: Reference | None = None
    """The state of the place that the report's dateline names."""
    country: str | None = None
    """ISO code of the state that a text of this language speaks of where it names none (Italian: IT)."""
    voice: Reference | None = None
    """The state for which a government document speaks, or the firm whose report it is."""
    voice_speaker: str | None = None
    firms: dict[str, Reference] = field(default_factory=dict)
    """Entity → the firm, of those that the text has named so far."""
    bodies: dict[str, Reference] = field(default_factory=dict)
    """The same of firms and other bodies that are no agencies."""
    firm: Reference | None = None
    """The security firm that published the document: its groups are what it is about."""
    centre: Reference | None = None
    """The group that was the subject of a sentence last."""
    topic: Reference | None = None
    """The group that the document is about, where it is about one."""
    doer: Reference | None = None
    """Who or what is said last to have hit somebody: whose the victims are that a text goes on to list."""
    policing: str = ""
    """What the text calls an operation against attackers or their programs: "the operation" is no attack then."""
    struck: Reference | None = None
    """The state that an attack is said last to have hit: whose "the ministry" is."""
    telling: Telling | None = None
    """Whose words the sentence before told, without a quotation."""
    quoting: Reference | None = None
    """Who speaks in a quotation that goes on."""

    def credit(self, event_id: str, authors: list[Reference]) -> None:
        """Remember who is said to have done an event, so that "X's attacks" can mean it."""
        for event in self.events:
            if event.reference.id == event_id:
                event.authors |= {a.id for a in authors}

    def note_actor(self, reference: Reference) -> None:
        """Remember an actor as the latest one spoken of."""
        if reference in self.actors:
            self.actors.remove(reference)
        self.actors.append(reference)

    def last_actor(self, types: frozenset[EntityType] | None = None) -> Reference | None:
        """The actor spoken of last, of the given types; in a report on a group the group in focus."""
        if self.topic is not None and (types is None or EntityType.GROUP in types):
            focus = self.centre or self.topic
            return self.aliases.get(focus.id, focus)
        for reference in reversed(self.actors):
            if types is None or reference.type in types:
                return self.aliases.get(reference.id, reference)
        return None

    def equate(self, name: Reference, alias: Reference) -> None:
        """Remember that the document gives an actor another name."""
        first = self.aliases.get(name.id, name)
        if {name.type, alias.type} == {EntityType.GROUP} and alias.id != first.id:
            self.aliases.setdefault(alias.id, first)


def set_apart(memory: Memory) -> Memory:
    """A copy of a document's memory: what references write there leaves no trace in the first."""
    return Memory(
        language=memory.language,
        events=[*memory.events],
        event_sentence=memory.event_sentence,
        actors=[*memory.actors],
        states=[*memory.states],
        speakers=[*memory.speakers],
        offices=memory.offices,
        heard=memory.heard,
        sponsored={**memory.sponsored},
        best_text={**memory.best_text},
        malware=[*memory.malware],
        victims=[*memory.victims],
        homes=memory.homes,
        attacked={*memory.attacked},
        accused=memory.accused,
        persons={**memory.persons},
        surnames={**memory.surnames},
        sanctioners=memory.sanctioners,
        event_dates={**memory.event_dates},
        charged=memory.charged,
        prosecutors=memory.prosecutors,
        accusers=memory.accusers,
        aliases=memory.aliases,
        home=memory.home,
        country=memory.country,
        voice=memory.voice,
        voice_speaker=memory.voice_speaker,
        firms=memory.firms,
        bodies=memory.bodies,
        firm=memory.firm,
        centre=memory.centre,
        topic=memory.topic,
        doer=memory.doer,
        policing=memory.policing,
        struck=memory.struck,
        telling=memory.telling,
        quoting=memory.quoting,
    )
