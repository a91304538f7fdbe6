"""Articles to measure with, made from the project's own: the same at every run, no two alike."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache

from talks.settings import PROJECT
from talks.types import Article

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
OUTLETS = tuple(f"Diario {n}" for n in range(40))
PLACES = ("Ginebra", "Estambul", "Abu Dabi", "Miami", "Berlín", "Riad", "Yeda", "Budapest", "Viena", "Doha")
PEOPLE = ("Peskov", "Zelenski", "Witkoff", "Lavrov", "Umérov", "Yermak", "Rubio", "Macron", "Ushakov", "Dmítriev")


@cache
def examples() -> tuple[tuple[str, str, bool], ...]:
    """(title, text, whether it is about the talks) of the texts that the project ships."""
    lines = (PROJECT / "seeds" / "relevance" / "examples.jsonl").read_text(encoding="utf-8").split("\n")
    rows = [json.loads(line) for line in lines if line]
    return tuple((row["title"], row["text"], row["relevant"]) for row in rows)


@cache
def sentences() -> tuple[str, ...]:
    """Of the seed articles and of what is on the subject among the examples."""
    folder = PROJECT / "seeds" / "articles"
    whole = [path.read_text(encoding="utf-8").partition("\n\n")[2] for path in sorted(folder.glob("*.txt"))]
    whole += [text for _, text, is_relevant in examples() if is_relevant]
    return tuple(part for text in whole for part in re.split(r"(?<=[.»])\s+", text) if len(part) > 30)


def article(number: int, *, characters: int, published: datetime = NOW, is_relevant: bool = True) -> Article:
    """About so many characters long."""
    chance = random.Random(number)
    title, lead, _ = chance.choice([each for each in examples() if each[2] is is_relevant])
    parts, length = [lead], len(lead)
    while length < characters:
        parts.append(_varied(chance.choice(sentences()), chance) if is_relevant else lead)
        length += len(parts[-1]) + 1
    text = "\n\n".join(" ".join(parts[start : start + 4]) for start in range(0, len(parts), 4))
    return Article(
        id=str(number),
        outlet=OUTLETS[number % len(OUTLETS)],
        url=f"https://diario{number % len(OUTLETS)}.example/{number}",
        title=_varied(title, chance),
        text=text[:characters],
        published=published,
    )


def _varied(sentence: str, chance: random.Random) -> str:
    """Another place, another person, other numbers."""
    for names in (PLACES, PEOPLE):
        for name in names:
            if name in sentence:
                sentence = sentence.replace(name, chance.choice(names))
                break
    return re.sub(r"\b\d{2,3}\b", lambda _: str(chance.randint(11, 980)), sentence)


def stream(count: int, *, first: int = 0, days: float = 20.0, characters: int = 1_500) -> Iterator[Article]:
    """Articles on the subject, oldest first, that end now."""
    step = timedelta(days=days) / max(count, 1)
    for n in range(count):
        yield article(first + n, characters=characters, published=NOW - step * (count - n))
