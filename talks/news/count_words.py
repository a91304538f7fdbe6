"""Count in how many texts of the project's own each word stands: `python -m talks.news.count_words`.

The counts are what the weights of words begin with, so that «negociación» weighs little on the first day already. The
examples are a line or two each: some of them together make a text of usual length.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from talks.news.words import terms

SEEDS = Path(__file__).parent.parent.parent / "seeds"
COUNTS_FILE = Path(__file__).parent / "word_counts.json"
TOGETHER = 6
RARE = 2
"""Words in fewer texts are not kept."""


def own_texts(seeds: Path = SEEDS) -> Iterator[str]:
    lines = (seeds / "relevance" / "examples.jsonl").read_text(encoding="utf-8").splitlines()
    examples = [row for row in map(json.loads, lines) if row["relevant"]]
    for first in range(0, len(examples), TOGETHER):
        yield "\n".join(f"{row['title']}\n{row['text']}" for row in examples[first : first + TOGETHER])
    for path in sorted((seeds / "articles").glob("*.txt")):
        yield path.read_text(encoding="utf-8")


def count_words() -> dict[str, object]:
    """Shape: {"texts": number, "words": {word: texts}}, words in order."""
    counts: Counter[str] = Counter()
    texts = 0
    for text in own_texts():
        counts.update(set(terms(text)))
        texts += 1
    return {"texts": texts, "words": {word: n for word, n in sorted(counts.items()) if n >= RARE}}


def main() -> None:
    counts = json.dumps(count_words(), ensure_ascii=False, separators=(",", ":"))
    COUNTS_FILE.write_text(counts + "\n", encoding="utf-8")
    sys.stdout.write(f"{COUNTS_FILE.name}: {len(counts) // 1024} KB\n")


if __name__ == "__main__":
    main()
