"""Reading one article, beside spaCy alone with the same names: blank Spanish and an EntityRuler."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import spacy
from spacy.language import Language

from benchmarks.measure import Row, cpu_milliseconds, middle, peak_megabytes
from benchmarks.texts import NOW, article
from talks.lexicon.load import load_lexicon
from talks.reading.entities import _entries, _variants
from talks.reading.reader import Reader, load_reader
from talks.types import Article

SIZES = (300, 3_000, 60_000)
COUNTS = {300: 60, 3_000: 30, 60_000: 3}
WARM = 20
MOST_RATIO = 6.0
MOST_SECONDS = 1.0
MOST_MEGABYTES = 300.0
FLAT = 1.2
HOSTILE = {
    "1 MB of quotation marks": '«"“' * 333_333,
    "1 MB of brackets": "(" * 1_000_000,
    "1 MB of one word": "a" * 1_000_000,
}


def run(_folder: Path, *, is_full: bool) -> Iterator[Row]:
    """Each text is seen once by either, as in life; what they keep from one to the next is warm."""
    reader, bare = load_reader(), bare_spacy()
    for n in range(WARM):
        known = article(100_000 + n, characters=1_000)
        reader.read(known)
        bare(known.body)
    per_character = {}
    for size in SIZES:
        articles = [article(size + n, characters=size) for n in range(COUNTS[size])]
        ours = middle([cpu_milliseconds(partial(reader.read, each)) for each in articles])
        alone = middle([cpu_milliseconds(partial(bare, each.body)) for each in articles])
        per_character[size] = ours / size
        is_met = ours / alone <= MOST_RATIO
        yield Row("reading", "one article", f"{size:,} characters", ours, "ms", alone, f"≤ {MOST_RATIO:g} ×", is_met)
    yield _flatness(per_character)
    peak = peak_megabytes()
    yield Row("reading", "peak memory", "all sizes", peak, "MB", None, f"≤ {MOST_MEGABYTES:g}", peak <= MOST_MEGABYTES)
    for name, text in HOSTILE.items():
        yield _hostile(reader, name, text)


def _flatness(per_character: dict[int, float]) -> Row:
    """How much dearer a character is in a long article than in one of usual length."""
    growth = per_character[SIZES[2]] / per_character[SIZES[1]]
    what, size = "a character, longest ÷ usual", f"{SIZES[2]:,} ÷ {SIZES[1]:,}"
    return Row("reading", what, size, growth, "×", None, f"≤ {FLAT:g}", growth <= FLAT)


def _hostile(reader: Reader, name: str, text: str) -> Row:
    hostile = Article("x", "Diario", "", "Título", text, NOW)
    took = cpu_milliseconds(lambda: reader.read(hostile))
    return Row("reading", name, "", took, "ms", None, "≤ 1 s", took <= MOST_SECONDS * 1000)


def bare_spacy() -> Language:
    """The same names as phrase patterns."""
    nlp = spacy.blank("es")
    ruler = nlp.add_pipe("entity_ruler")
    patterns = [
        {"label": label, "pattern": name, "id": entry_id}
        for label, entry_id, names in _entries(load_lexicon())
        for name in _variants(names)
    ]
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]
    return nlp
