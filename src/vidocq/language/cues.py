"""Words that single rules ask for, by what they say: a rule names a class, a pack says which words belong to it (``cues.yaml``)."""

from __future__ import annotations

import msgspec

from vidocq.language.relations import NONE


class Cues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Other words that single rules ask for; a class that a language does not need may be left out."""

    definite_articles: frozenset[str]
    indefinite_articles: frozenset[str]
    articles_of_one: frozenset[str]
    """Articles before one thing."""
    all_words: frozenset[str]
    """"all", "each": a description of several that were named."""
    partitive: frozenset[str] = NONE
    """"is | one of | the groups"."""
    listing: frozenset[str] = NONE
    """What opens names of a class: "groups | such as"."""
    naming: frozenset[str] = NONE
    """What may stand between a noun for people and their names, beside signs."""
    named_as: frozenset[str] = NONE
    """What stands before a name that is given: "calls the group | as"."""
    speech_adverbials: frozenset[str] = NONE
    """What opens a clause that says who says it: "as X reported"."""
    example_openers: frozenset[str] = NONE
    """Relatives that only open a list of examples where no verb follows (French "dont")."""
    not_only: frozenset[str] = NONE
    """After "not" they deny nothing."""
    determiner_negations: frozenset[str] = NONE
    """Negations that belong to the noun after a verb: "has | no"."""
    reflexives: frozenset[str] = NONE
    singular_auxiliaries: frozenset[str] = NONE
    plural_auxiliaries: frozenset[str] = NONE
    loose_relatives: frozenset[str] = NONE
    """Relative pronouns that open reported clauses too and may follow a comma (Spanish "que")."""
    personal_relatives: frozenset[str] = NONE
    """Relative pronouns for persons ("who")."""
    personal_pronouns: frozenset[str] = NONE
    """Pronouns that may mean somebody who is charged."""
    neuter_pronouns: frozenset[str] = NONE
    """Pronouns that nobody speaks by ("cela")."""
    encrypting: frozenset[str] = NONE
    """Verbs of encrypting: what does that to others' machines is ransomware."""
    pronominal: dict[str, str] = {}
    """Adverbs that stand for a preposition and a pronoun: "dahinter" → "hinter"."""
    deploying: frozenset[str] = NONE
    """Verbs by whose passive a tool is said to have been used."""
    dative_achieving: frozenset[str] = NONE
    """Verbs of success whose object is who succeeds: "Dem BKA gelang es"."""
    taking_part: frozenset[str] = NONE
    """Verbs of taking part in what others do."""
    enforcers: tuple[str, ...] = ()
    """Nouns, or ends of them, of bodies of police and justice."""
    operations: frozenset[str] = NONE
    """What the name of an operation begins with: "Operation | Endgame"."""
    police_words: frozenset[str] = NONE
    """Words by which a unit or an operation is one of police and justice: "policial", "enforcement"."""
    courts: tuple[str, ...] = ()
    """Those of the enforcers that judge."""
    placed_bodies: tuple[str, ...] = ()
    """Nouns, or ends of them, of bodies that are told apart by the place after them: "Universität | Gießen"."""
    bodies_of_towns: frozenset[str] = NONE
    """Nouns of bodies whose name goes on with that of their town: "University | of Calgary"."""
    firms_of_towns: frozenset[str] = NONE
    """The same of firms: "Bank | of Lincoln"."""
    places_of_arrest: frozenset[str] = NONE
    """Those of them where somebody is as often arrested as hacked: there the town still tells the country."""
    name_links: frozenset[str] = NONE
    """What ties the words of a name: "Banca Popolare | di | Sondrio"."""
    place_leads: frozenset[str] = NONE
    """What a hyphen ties to the front of a place's name and makes another's: "Haute-Vienne"."""
    plural_clitics: frozenset[str] = NONE
    gerund_markers: frozenset[str] = NONE
    """Words that are a clitic elsewhere and open a gerund ("en")."""
    doubtful_articles: frozenset[str] = NONE
    """Articles that are a preposition too (Portuguese "a")."""
    never_after_article: frozenset[str] = NONE
    """Words before which they are the preposition, beside numbers, plurals and masculine words."""
    after_feminine_article: frozenset[str] = NONE
    """Words that look like a plural or a masculine and are none of both."""
    contracted_articles: frozenset[str] = NONE
    """Preposition and article in one that governs wherever it stands ("du")."""
    as_words: frozenset[str] = NONE
    """Words that open a clause only before a pronoun: "as | it targeted"."""
    bound_particles: frozenset[str] = NONE
    """Particles that govern what comes after them: "broke data | into pieces" is no "break into"."""
    countering: frozenset[str] = NONE
    """Words before a hyphen that turn an attack into what is done against it."""
    range_words: frozenset[str] = NONE
    """What parts the ends of an interval, beside signs: "from May | to | June"."""
    and_words: frozenset[str] = NONE
    """"and": parts the ends of an interval after "between", joins names."""
    range_openers: frozenset[str] = NONE
    """"between"."""
    aged_words: frozenset[str] = NONE
    """"aged" before an age."""
    age_units: frozenset[str] = NONE
    """"a 19-year-old"."""
    links: frozenset[str] = NONE
    """Nouns for ties to a state: "hackers with | links | to"."""
    near: frozenset[str] = NONE
    """Adjectives that tie an actor to a state (French "proche de")."""
    members: frozenset[str] = NONE
    """Nouns for members of a band."""
    attackers: frozenset[str] = NONE
    """Nouns that take up the attackers spoken of."""
    accomplices: frozenset[str] = NONE
    """Heads for those who act with somebody: never the band spoken of last ("Li and his | accomplices")."""
    countries: frozenset[str] = NONE
    """"the country": a state spoken of."""
    own_countries: frozenset[str] = NONE
    """"his country": a government that speaks of itself."""
    ministries: frozenset[str] = NONE
    other_events: frozenset[str] = NONE
    """Words by which an attack is another than the one spoken of: "une | autre | attaque"."""
    same_actors: frozenset[str] = NONE
    """Words by which an actor is the one spoken of last: "le | même | groupe"."""
    band_nouns: frozenset[str] = NONE
    """Nouns for bands, parts of compounds too: those who are counted by them are no persons ("two hacker | groups")."""
    already: frozenset[str] = NONE
    """Adverbs by which a sentence with a year tells of an earlier attack ("had | already | robbed Ronin in 2022")."""
    pseudonyms: frozenset[str] = NONE
    """Words after which a name in quotation marks is what a hacker calls himself."""
    counted_people: frozenset[str] = NONE
    """Beginnings of nouns for people whom numbers count, beside `persons`: "5,000 | residents"."""
    nearest_pronouns: frozenset[str] = NONE
    """Pronouns that mean whoever was named right before ("ce dernier"), under a preposition too."""
    portfolios: frozenset[str] = NONE
    """What a ministry may be for beside what its name begins with: "Ministry of Health and | Social Services"."""
    several_ministries: frozenset[str] = NONE
    """Plurals that several ministries are named with: "the | Ministries | of Defence and Justice"."""
    ministry_links: frozenset[str] = NONE
    """Prepositions and articles between such a plural and what each ministry is for."""
    public_bodies: frozenset[str] = NONE
    """Other bodies that are agencies of their state where a capital says that they are named: "la Procura di Roma"."""
    missions: frozenset[str] = NONE
    """Bodies of a state abroad."""
    forces: frozenset[str] = NONE
    """Bodies that are the state's by its adjective: "the Peruvian army"."""
    troops: frozenset[str] = NONE
    """Those of them that attack and keep no order."""
    subunits: frozenset[str] = NONE
    """Nameless parts of an agency that stand for it: "a | unit | of the GRU"."""
    bodies_of_state: frozenset[str] = NONE
    """Plurals of bodies that act: "government | agencies"."""
    counted_bodies: frozenset[str] = NONE
    """Plurals of bodies that are charged or listed."""
    government_words: frozenset[str] = NONE
    """Heads that make many bodies the sector of government."""
    systems: frozenset[str] = NONE
    """Beginnings and ends of nouns for systems that are counted."""
    machines: frozenset[str] = NONE
    """Parts of nouns for machines that were hit."""
    persons: frozenset[str] = NONE
    """Beginnings and ends of nouns for persons that are counted."""
    records: frozenset[str] = NONE
    """Beginnings and ends of nouns for records that are counted."""
    told_records: frozenset[str] = NONE
    """Records that tell of somebody: "data | about diplomats"."""
    pages: frozenset[str] = NONE
    """Things that lie on somebody else's platform."""
    avowing: frozenset[str] = NONE
    """What one does with the responsibility for one's own attack: responsibility was | claimed."""
    motives: frozenset[str] = NONE
    """What an attack is done in or for: after them stand no more victims ("hit sites | in support | of Peru")."""
    undertakings: frozenset[str] = NONE
    """Weak nouns of attack whose "of" tells who undertakes them."""
    crime: frozenset[str] = NONE
    """Nouns for such crime as a whole, which are no one attack: "the fight against | cybercrime | in Europe", "the | cybercrime | centre of Europol"."""
    reporting: frozenset[str] = NONE
    """Verbs of telling a body of an attack, before whom "to" brings no victim (Italian "segnalare l'attacco | alla polizia")."""
    notices: frozenset[str] = NONE
    """Nouns for telling the authorities of an attack: "a | complaint | with the police"."""
    notified: frozenset[str] = NONE
    """The prepositions that bring whom such a noun tells."""
    police_staff: frozenset[str] = NONE
    """Nouns for those who go after attackers: the country that they are from was not hit by what they look into."""
    inhabitants: frozenset[str] = NONE
    """What a town has, and no attack: "a town of 15,000 | inhabitants"."""
    areas: frozenset[str] = NONE
    """Nouns for where a body lies, which was not hit with it: "the hospital | in the district of Landau"."""
    leaders: frozenset[str] = NONE
    """Nouns of everyday use for who leads a band: "the | head | of a hacker group"."""
    whistleblowers: frozenset[str] = NONE
    """Nouns for who brings secrets of his own house to light, and attacks nobody: "documents leaked by the | whistleblower | …"."""
    critical: frozenset[str] = NONE
    """Adjectives of reproach: "lawmakers | critical | of China" tells nothing of an attack on China."""
    speaking_of: frozenset[str] = NONE
    """Verbs of speaking of something: the accused "| spricht | von haltlosen Vorwürfen"."""
    kinds: frozenset[str] = NONE
    """"a | type | of attack"."""
    in_general: frozenset[str] = NONE
    """Prepositions before a kind of attack that a sentence explains: "| In | a DDoS attack servers are flooded"."""
    past_auxiliaries: frozenset[str] = NONE
    """Auxiliaries that tell of what has been done, and explain nothing."""
    warlike: frozenset[str] = NONE
    """Weak nouns of attack that against a state mean war, where nothing says that computers were hit: "its assault on"."""
    risks: frozenset[str] = NONE
    """Nouns whose "of" brings what may happen, and is not told to have: "the | risk | of compromise by Kestrel"."""
    guarding: frozenset[str] = NONE
    """Verbs of guarding against attacks, which tell of none: "| protects | hospitals from attacks by gangs"."""
    safety: tuple[str, ...] = ()
    """Beginnings of words for the same: "| resilient | against cyberattacks"."""
    percent: frozenset[str] = NONE
    """Words and signs for a share of a hundred."""
    shares: frozenset[str] = NONE
    """Words for a share of a few: "| one in | five firms"."""
    exercises: tuple[str, ...] = ()
    """Beginnings of words for attacks that are only played: "a | tabletop exercise |"."""
    outages: frozenset[str] = NONE
    """Words for what may look like an attack: "a faulty update"."""
    no_attacks: frozenset[str] = NONE
    """Set phrases that say so: "| not a cyberattack |"."""
    any_bodies: frozenset[str] = NONE
    """Nouns that tell nothing of whom they mean: "a | company | that was hit"."""
    habitual: frozenset[str] = NONE
    """Adverbs of what is so as a rule: "attacks | often | hit clinics"."""
    those: frozenset[str] = NONE
    """Pronouns before a relative one for whoever did something: "| those | that attacked X"."""
    leading: frozenset[str] = NONE
    """Verbs of leading a body as well as an attack: "the group on ransomware, | led | by the ministry"."""
    planning: frozenset[str] = NONE
    """Verbs whose object was not done if they only may be true: "may be | planning | a cyberattack"."""
    questioners: tuple[str, ...] = ()
    """What opens a journalist's question in a transcript: "| Q | The websites are down"."""
    endeavours: frozenset[str] = NONE
    """Nouns whose infinitive tells what their owner does: "the hackers' | efforts | to target banks"."""
    information: frozenset[str] = NONE
    """What a reward is offered for."""
    spying: tuple[str, ...] = ()
    """Beginnings of verbs of spying that need no name to say who did it."""
    espionage: frozenset[str] = NONE
    """Nouns for espionage, of which "of" before a state tells whose it is and not whom it hit."""
    running: frozenset[str] = NONE
    """Verbs of running a site."""
    holding: frozenset[str] = NONE
    """Verbs whose gerund lists what a tool holds."""
    including: frozenset[str] = NONE
    """Verbs that list: "victims | include"."""
    placing: frozenset[str] = NONE
    """Participles that say where somebody sits."""
    crowds: frozenset[str] = NONE
    """Heads that a headline writes with capitals after any word."""
    adjective_endings: tuple[str, ...] = ()
    """Endings of unknown words that look like adjectives, where these come before the noun."""
    firm_heads: frozenset[str] = NONE
    """Last words of names that firms bear as well as bands: "… Group"."""
    small_words: frozenset[str] = NONE
    """Words before the head of an event's words."""
    plural_pronouns: frozenset[str] = NONE
    """Pronouns that mean several: never one agency ("the agency said | they | had hacked …")."""
    or_words: frozenset[str] = NONE
    """"or": after a comma it brings another name of the one before ("APT28, | or Fancy Bear, …")."""
    report_titles: tuple[str, ...] = ()
    """What a title calls a government's own text: "Statement"."""
    title_speakers: tuple[str, ...] = ()
    """What stands in a title before who speaks: "by"."""
    title_ends: tuple[str, ...] = ()
    """What ends the speaker in a title: "on"."""
    staff: tuple[str, ...] = ()
    """What a firm's people are called after its name."""
    trade: frozenset[str] = NONE
    """Words in a publisher's name that make it a security firm, of whatever language the report is."""
    offices: frozenset[str] = NONE
    """Words in a publisher's name that make it an office, and no firm, whatever its trade."""
    we: tuple[str, ...] = ()
    """"we", capital or not."""
    cue_prepositions: frozenset[str] = NONE
    """Words between a cue and the everyday name after it: "gang | of"."""
    name_conjunctions: frozenset[str] = NONE
    """Words that join names in a list ("and", "or", "aka")."""
    described_by: tuple[str, ...] = ()
    """Copulas between a name and what it is said to be."""
    same_bodies: dict[str, str] = {}
    """Noun for a body of a town → its kind: those of one kind and one town are one body."""
    trades: dict[str, list[str]] = {}
    """Noun for a group → the trades that after it make it one of hackers (French "groupe d'espionnage")."""
    inquiries: frozenset[str] = NONE
    """Nouns for looking into an attack: whose they are was not hit by it ("the firm's | analysis")."""
    possibility: frozenset[str] = NONE
    """Verbs by which something may be done and is not told to have been: "| could allow | attackers to"."""
    profiles: frozenset[str] = NONE
    """Words that say what a firm is made of, where no attack is told: "14,000 | employees", "an annual | revenue"."""
    year_units: tuple[str, ...] = ()
    """Beginnings of nouns that make the number before them no year: "2021 | victims"."""
