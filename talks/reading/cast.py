"""Who is there to speak in one article, and who has the word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import NamedTuple

from talks.lexicon.load import Institution, Lexicon, Person
from talks.reading.document import Document
from talks.reading.offices import Office, as_word, office_of
from talks.reading.parsed import Actor
from talks.reading.role_words import load_role_words
from talks.types import PersonMention

MASCULINE, FEMININE = (
    re.compile(r"(?:[^o]o|or|án|és)$"),
    re.compile(r"(?:[oóe]ra|[ai][dn]a|[ií]ca|iva|ogra|óloga|aria|esa)$"),
)
STALE_AFTER_SPEECH, STALE_AFTER_MENTION = 3, 1
"""Paragraphs in which a verb without subject takes up the last speaker, or the last one written about."""
MOST_PEOPLE = 200
"""So many persons of a text are looked through for a role."""


class Speaker(NamedTuple):
    name: str | None
    person_id: str | None = None
    is_person: bool = False


NOBODY = Speaker(None)


@dataclass(frozen=True, slots=True)
class Profile:
    """A person of the text or of the lexicon, with the offices up to the day, and where the text names them."""

    speaker: Speaker
    country: str
    gender: str
    offices: tuple[Office, ...]
    """Past ones too."""
    places: tuple[int, ...] = ()

    def is_named_before(self, place: int) -> bool:
        return bool(self.places) and self.places[0] < place

    def last_place(self, before: int) -> int:
        """Where the text named the person last; -1 for never."""
        count = bisect_left(self.places, before)
        return self.places[count - 1] if count else -1


@dataclass(frozen=True, slots=True, eq=False)
class Everybody:
    """Who is in the lexicon, with the offices up to the day."""

    by_head: dict[str, tuple[Profile, ...]]
    """By the nouns of their offices."""
    by_id: dict[str, Profile]


@dataclass(slots=True)
class Cast:
    """`focus` is who spoke last, or who the last sentence was about: «añadió» takes it up."""

    text: str
    mentions: Sequence[PersonMention]
    profiles: tuple[Profile, ...]
    known: Everybody
    bodies: dict[str, Institution]
    longer_names: Mapping[str, Sequence[str]]
    """By the first words of them, names of bodies."""
    media: frozenset[str]
    """Their names."""
    channels: tuple[tuple[str, Speaker], ...] = ()
    """Where only one person speaks, and who."""
    bodies_named: tuple[tuple[int, str], ...] = ()
    """Where the text names bodies, and their ids; in order."""
    title_end: int = 0
    lead_end: int = 0
    """The end of the first paragraph under the title."""
    host_country: str = ""
    """Name of the country of the first place of the text."""
    is_dated: bool = False
    """Whether a dateline tells it."""
    focus: Speaker = NOBODY
    focus_paragraph: int = -1
    earlier: Speaker = NOBODY
    """Who had the word in the entry before, of a live blog."""
    body: Speaker = NOBODY
    """The last body or group that spoke: a document is theirs."""
    asker: Speaker = NOBODY
    """Who last asked something."""
    group: Speaker = NOBODY
    """The last subject in the plural: «subrayan» takes it up."""
    named_last: Actor | None = None
    """The last noun phrase of the sentence before: «este» takes it up."""
    source: Speaker = NOBODY
    """The last unnamed source: «esa misma fuente» takes it up."""
    host: Speaker = NOBODY
    guest: Speaker = NOBODY
    """Who receives, and who is received."""
    host_place: int = 0
    pair: Speaker = NOBODY
    """The two bodies that the text is about: a joint text is theirs."""
    pair_place: int = 0
    group_place: int = 0
    """Where the sentence begins that named it."""

    entry_start: int = 0
    sentence_start: int = 0
    sentence_end: int = 0
    """Of the sentence that is being read."""
    sentence_before: int = 0
    """Where the one before begins."""
    spoke_in: int = -1
    """Where the sentence begins in which somebody last spoke."""
    focus_age: int = 0
    """Paragraphs between it and the last one who had the word."""
    soon: int = 0
    """The end of the next paragraph, of the second one for the title."""
    turn: int = 0
    turns: dict[str, int] = field(default_factory=dict)
    """Each who had the focus, with the number of the last turn."""

    has_spoken: bool = False
    """Whether who has the focus spoke, or was only written about."""
    before_group: tuple[Speaker, int] = NOBODY, -1
    """The person who had spoken when a group took the word, and the paragraph: a verb for one goes on with them."""

    def take_focus(self, speaker: Speaker, paragraph: int, *, has_spoken: bool = False) -> None:
        self.focus, self.focus_paragraph, self.has_spoken = speaker, paragraph, has_spoken
        self.spoke_in = self.sentence_start if has_spoken else self.spoke_in
        if speaker.name:
            self.turn += 1
            self.turns[speaker.name] = self.turn

    def take_group(self, group: Speaker, place: int) -> None:
        self.group, self.group_place = group, place

    def forget(self, start: int) -> None:
        """Nobody has the word, and nobody had it: another entry of a live blog begins."""
        self.entry_start = start
        self.earlier = self.focus if self.focus.is_person else self.earlier
        self.focus, self.focus_paragraph, self.has_spoken = NOBODY, -1, False
        self.body = self.group = self.source = NOBODY
        self.named_last = None

    def last_pair(self) -> Speaker:
        """Of the two bodies of the headline or the lead; nobody where others have been named together since."""
        is_pair = " y " in (self.group.name or "")
        is_since = is_pair and self.group_place > self.pair_place and self.group != self.pair
        return NOBODY if is_since else self.pair

    def last_body(self, before: int, fits: Callable[[Institution], bool]) -> str:
        """Id of the body of the kind that the text named last; empty for none."""
        named = (name for place, name in reversed(self.bodies_named) if place < before)
        return next((name for name in named if fits(self.bodies[name])), "")

    def only_person(self, before: int) -> Speaker:
        """The person of the text, if it has named a single one so far."""
        people = [profile.speaker for profile in self.profiles if profile.is_named_before(before)]
        return people[0] if len(people) == 1 else NOBODY

    def is_stale(self, paragraph: int) -> bool:
        """Whether the focus is too far back for a verb without subject."""
        return paragraph - self.focus_paragraph > (STALE_AFTER_SPEECH if self.has_spoken else STALE_AFTER_MENTION)


def gather_cast(document: Document, mentions: Sequence[PersonMention], lexicon: Lexicon) -> Cast:
    day = document.published.date().isoformat()
    directory = _directory(lexicon)
    named: dict[str, list[PersonMention]] = {}
    for mention in mentions:
        named.setdefault(mention.name, []).append(mention)
    first = list(named.values())[:MOST_PEOPLE]
    known = _everybody(lexicon, day)
    profiles = tuple(_profile(found, known.by_id.get(found[0].person_id or "")) for found in first)
    lead_end = document.paragraphs[min(1, len(document.paragraphs) - 1)][1] if document.paragraphs else 0
    host_country = _host_country(document, directory.host_countries)
    bodies = directory.bodies
    named_bodies = [(entity.start, entity.id) for entity in document.entities if entity.id in bodies]
    return Cast(
        document.text,
        mentions,
        profiles,
        known,
        bodies,
        directory.longer_names,
        directory.media,
        directory.channels,
        tuple(named_bodies),
        document.title_end,
        lead_end,
        host_country,
        document.dateline is not None,
    )


@dataclass(frozen=True, slots=True)
class Directory:
    """What the lexicon says whatever the text; by id, but for `longer_names`, `media` and `channels`."""

    bodies: dict[str, Institution]
    longer_names: dict[str, list[str]]
    """Names of bodies by their first words: «Consejo», «Consejo de»."""
    media: frozenset[str]
    channels: tuple[tuple[str, Speaker], ...]
    host_countries: dict[str, str]
    """The country of a place or a capital: who is at home there is the host."""


@lru_cache(maxsize=4)
def _directory(lexicon: Lexicon) -> Directory:
    bodies = {body.id: body for body in lexicon.institutions}
    capitals = [body for body in lexicon.institutions if body.kind == "capital"]
    countries = {place.id: place.country for place in lexicon.places}
    countries |= {body.id: bodies[body.stands_for].name if body.stands_for in bodies else "" for body in capitals}
    media = frozenset(body.name for body in lexicon.institutions if body.kind == "media")
    channels = tuple((name, Speaker(p.name, p.id, True)) for p in lexicon.people for name in p.channels)
    longer_names = _longer_names(body.name for body in lexicon.institutions if body.kind != "media")
    return Directory(bodies, longer_names, media, channels, countries)


def _longer_names(names: Iterable[str]) -> dict[str, list[str]]:
    longer: dict[str, list[str]] = {}
    for name in names:
        words = name.split(" ")
        for length in range(1, len(words)):
            longer.setdefault(" ".join(words[:length]), []).append(name)
    return longer


@lru_cache(maxsize=64)
def _everybody(lexicon: Lexicon, day: str) -> Everybody:
    profiles = [
        Profile(Speaker(p.name, p.id, True), p.country, p.gender, tuple(_known_offices(p, day))) for p in lexicon.people
    ]
    by_head: dict[str, list[Profile]] = {}
    for profile in profiles:
        for head in {head for office in profile.offices for head in office.heads}:
            by_head.setdefault(head, []).append(profile)
    by_id = {profile.speaker.person_id or "": profile for profile in profiles}
    return Everybody({head: tuple(found) for head, found in by_head.items()}, by_id)


def _profile(found: Sequence[PersonMention], known: Profile | None) -> Profile:
    stated = [_stated(mention) for mention in found if mention.role]
    speaker = Speaker(found[0].name, found[0].person_id, True)
    places = tuple(mention.start for mention in found)
    if known is None:
        return Profile(speaker, _country_of(stated), _gender_of(found), tuple(stated), places)
    return Profile(speaker, known.country, known.gender, (*stated, *known.offices), places)


def _gender_of(found: Sequence[PersonMention]) -> str:
    """By the noun of a role that the text gives: «cirujano», «profesora»; empty for «periodista»."""
    nouns = [mention.role.split()[0].lower() for mention in found if mention.role and mention.role.strip()]
    return "m" if any(map(MASCULINE.search, nouns)) else "f" if any(map(FEMININE.search, nouns)) else ""


def _stated(mention: PersonMention) -> Office:
    office, is_past = office_of(mention.role or ""), not mention.role_is_current
    return office if office.is_past == is_past else replace(office, is_past=is_past)


def _country_of(offices: Iterable[Office]) -> str:
    names = _names_of_countries()
    return next((names[word] for office in offices for word in sorted(office.words) if word in names), "")


@cache
def _names_of_countries() -> dict[str, str]:
    return {as_word(country): country for country in load_role_words().nations.values()}


def _known_offices(person: Person, day: str) -> Iterator[Office]:
    for role in person.roles:
        if role.since <= day:
            yield replace(office_of(role.role), is_past=bool(role.until) and role.until < day)


def _host_country(document: Document, countries: Mapping[str, str]) -> str:
    """Of the dateline, else of the first place of the text."""
    start, end = document.dateline or (0, len(document.text))
    labels = ("PLACE", "INSTITUTION") if document.dateline else ("PLACE",)
    named = (each.id for each in document.entities if start <= each.start < end and each.label in labels)
    return next((country for name in named if (country := countries.get(name))), "")
