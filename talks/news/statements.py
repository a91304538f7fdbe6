"""What each speaker has been heard to say lately, to tell a new statement from one that outlets repeat."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from talks.folding import words_of
from talks.lexicon.load import load_lexicon
from talks.news.features import Features, Sentence
from talks.news.genres import papers
from talks.news.pool import Pool

MEMORY = timedelta(days=5)
OPENING = 2
"""Sentences under the title that say what the news is."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement of the opening, and the share of its weight that its speaker had not said lately."""

    speaker: str
    sentence: Sentence
    unseen: float
    is_known: bool
    """Whether the speaker is a person or body of the lexicon."""


class Statements:
    """Words by voice. A person and the body that speaks for the same side are heard as one: Peskov and el Kremlin."""

    def __init__(self) -> None:
        self._said: dict[str, list[tuple[datetime, frozenset[str]]]] = defaultdict(list)

    def add(self, features: Features) -> None:
        for sentence in features.sentences:
            for speaker in sentence.speakers:
                for voice in _kept_under(speaker):
                    self._said[voice].append((features.published, sentence.words))

    def heard(self, features: Features, pool: Pool) -> list[Heard]:
        """The statements of the opening and of the sentence after it, in order."""
        under = [sentence for sentence in features.sentences if not sentence.is_title]
        opening = dict.fromkeys((*features.opening, *under[:OPENING]))
        return [
            Heard(
                speaker,
                sentence,
                pool.unseen(sentence.words, self._known(speaker, features.published)),
                speaker in known_speakers(),
            )
            for sentence in opening
            for speaker in sorted(sentence.speakers)
            if not _is_nobody(speaker, sentence, features)
        ]

    def _known(self, speaker: str, now: datetime) -> set[str]:
        return {
            word
            for voice in _looked_up_under(speaker)
            for at, words in self._said.get(voice, ())
            if abs(now - at) <= MEMORY
            for word in words
        }


def _is_nobody(speaker: str, sentence: Sentence, features: Features) -> bool:
    """Whose words are no news of the talks: «la prensa», «los rusos» of a poll, and somebody without office."""
    if speaker in known_speakers():
        return False
    is_paper = not papers().isdisjoint(words_of(speaker)[:1])
    return is_paper or speaker in features.bystanders


@cache
def known_speakers() -> frozenset[str]:
    lexicon = load_lexicon()
    people = {person.name for person in lexicon.people}
    return frozenset(people | {body.name for body in lexicon.institutions})


def side_of(speaker: str) -> str:
    """Of Russia, Ukraine and the United States; empty for everybody else."""
    return _sides().get(speaker, ("", True))[0]


def _kept_under(speaker: str) -> tuple[str, ...]:
    side, is_person = _sides().get(speaker, ("", True))
    if not side:
        return (speaker,)
    return (speaker if is_person else f"body:{side}", f"side:{side}")


def _looked_up_under(speaker: str) -> tuple[str, ...]:
    side, is_person = _sides().get(speaker, ("", True))
    if not side:
        return (speaker,)
    return (speaker, f"body:{side}") if is_person else (f"side:{side}",)


@cache
def _sides() -> dict[str, tuple[str, bool]]:
    """By canonical name: the side spoken for, and whether it is a person; of the sides that speak with one voice."""
    lexicon = load_lexicon()
    bodies = {each.name: (each.side, False) for each in lexicon.institutions if each.kind != "media"}
    people = {person.name: (person.side, True) for person in lexicon.people}
    return {name: entry for name, entry in (bodies | people).items() if entry[0] in ("rusia", "ucrania", "eeuu")}
