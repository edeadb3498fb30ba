"""What the small words of a language say: classes of prepositions.

Rules name a class ("of", "agent"), a pack says which words belong to it (``relations.yaml``). Prepositions
stand in the base form that the pack's contractions give ("de" for "du").
"""

from __future__ import annotations

import msgspec

NONE: frozenset[str] = frozenset()
"""The default of a class that a language may do without."""


class Relations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Prepositions by what they say of the phrase after them. Each class is a set of base forms."""

    agent: frozenset[str]
    """Who does what a passive says: attacked | by."""
    of: frozenset[str]
    """The general complement of a noun: government | of."""
    to: frozenset[str]
    """To whom something is said or done."""
    cause: frozenset[str]
    """Over what somebody is charged or blamed: charged | for."""
    charged: frozenset[str]
    """With which attack somebody is charged: charged | with, | over the hack."""
    avowed: frozenset[str]
    """For which attack somebody claims responsibility."""
    authors: frozenset[str]
    """Whose an attack is: an attack | by, | from."""
    origin: frozenset[str]
    """Where somebody comes from, where that is another word than "of"."""
    places: frozenset[str]
    """Where an attack took place, so that the place is what was hit."""
    scenes: frozenset[str]
    """Where something happened, whoever it hit there: at, in, across."""
    seats: frozenset[str]
    """In which country a body or place lies: the ministry | of, the city | in."""
    homes: frozenset[str]
    """Where actors are from: hackers | from, | in."""
    holders: frozenset[str]
    """Whose a thing is: networks | of, | at, | belonging to."""
    sites: frozenset[str]
    """At whose premises an attack was: the hack | at."""
    flaws: frozenset[str]
    """In which product a flaw is: a zero-day | in, | affecting."""
    finds: frozenset[str]
    """Where something was found: | on a server, | during the attack."""
    courses: frozenset[str]
    """In which event something was used: | during, | in the attack."""
    victims: frozenset[str]
    """Whom an attack hit: the attack | on, | against."""
    against: frozenset[str]
    """Against whom a means is used."""
    burdens: frozenset[str]
    """On whom charges fall: charges | against."""
    answers: frozenset[str]
    """Whom an answer of a state falls on: sanctions | against, | on."""
    blamed: frozenset[str]
    """Whom an accusing noun blames: accusations | against."""
    pointed: frozenset[str]
    """Where suspicions fall: | on."""
    blamed_for: frozenset[str]
    """For which event an accusing noun blames somebody."""
    named_as: frozenset[str]
    """As what something is called or done: denounced | as."""
    posing: frozenset[str]
    """As whom somebody poses, so that the name is not his."""
    bands: frozenset[str]
    """After which an unknown name is that of the band: hackers | of Kestrel."""
    envoys: frozenset[str]
    """Whose diplomats are: two diplomats | of, | from."""
    spoken_for: frozenset[str]
    """For whom somebody with an office speaks: a spokesman | for, the head | of."""
    stated_in: frozenset[str]
    """Where a statement stands, or whose it is: allegations | in the indictment."""
    posts: frozenset[str]
    """Where something is, so that a capital after it is a city and no government: | in Moscow."""
    owners: frozenset[str]
    """To which gang a seized thing belongs: servers | of, | used by."""
    subjects: frozenset[str]
    """Of whom records tell: data | about."""
    upon: frozenset[str]
    """What tells an attack apart: the attack | on X, | of X."""
    users: frozenset[str]
    """Who makes use: the use | by."""
    behind: frozenset[str]
    """After which an event is the work of who stands before: X | behind."""
    origins: frozenset[str]
    """Set phrases of the same meaning."""
    spread: frozenset[str]
    """Over which countries and sectors victims are spread."""
    where: frozenset[str]
    """Where the victims of a list are."""
    passed: frozenset[str]
    """After which a phrase stands inside a list of victims without ending it: | over two years."""
    examples: frozenset[str]
    """What goes on a list of victims with examples: including, such as."""
    tools: frozenset[str]
    """What opens a list of tools."""
    partners: frozenset[str]
    """Who is named of several that speak: allies | including."""
    among: frozenset[str]
    """Among whom the named are."""
    besides: frozenset[str]
    """What adds one who acts too: besides X, Y …."""
    aside: frozenset[str]
    """Before a verb without subject, what makes it an aside of the main clause: | after hacking."""
    by_doing: frozenset[str]
    """By doing what: | by publishing."""
    into: frozenset[str]
    """What a verb of attacking takes before whom it hits: hacks | into."""
    accompanying: frozenset[str]
    """With what: infected | with."""
    through: frozenset[str] = NONE
    """Prepositions of the way in: "über | eine Lücke"."""
    behalf: frozenset[str] = NONE
    """For whom somebody acts: hacked X | on behalf of."""
    robbed: frozenset[str] = NONE
    """From whom something was stolen: data | from 3 million cards."""
    made_of: frozenset[str] = NONE
    """What a sum of money is in: $3 million | in bitcoins."""
    personal: frozenset[str] = NONE
    """What stands before a direct object that is a person or a body (Spanish "acusó | a | Rusia")."""
    view: frozenset[str] = NONE
    """What gives somebody's view at the head of a sentence (French "pour")."""
    dative: frozenset[str] = NONE
    """The complement of "use" that means what is used (French "le recours à")."""
