"""What an alert says: headline and sentences taken from the article, nothing written by us.

Every sentence is a span of its source; only what stands around the headline (section labels, outlet's name) is cut.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from talks.clean import clean
from talks.news.claims import told_under_title
from talks.types import Article, Reading

MOST_CHARACTERS = 450
"""Headline and summary together."""
MOST_HEADLINE = 180
LEAST_SUMMARY = 200
"""A single long sentence may have so much."""
GROWING = re.compile(
    r"^(?:[^|]{0,80}\b(?:en directo|en vivo|minuto a minuto|última hora)\b|\W*directo\b)[^|]{0,20}\|\s*(?=\S)",
    re.IGNORECASE,
)
"""«Última hora de la guerra, en directo | …», «DIRECTO Davos | …»."""
LABEL = re.compile(
    r"^(?:\W*(?:directo|en directo|en vivo|última hora|ultima hora|urgente|vídeo|video|análisis|opinión|exclusiva"
    r"|correcci[oó]n|corregido|actualizaci[oó]n|guerra (?:en|de) ucrania"
    r"|(?:guerra )?(?:rusia ?[-–]? ?ucrania|ucrania ?[-–]? ?rusia))\W*"
    r"(?:[|:.\-–—)\]]+)\s*)+",
    re.IGNORECASE,
)
WORD_OR_COMMA = re.compile(r"\w+|,")
PAIRS = (("«", "»"), ("“", "”"))
TAIL = re.compile(r"\s+[|–—-]\s+[^|–—-]{3,40}$")


def headline_of(article: Article, reading: Reading, first_sentence: str) -> str:
    """The title without section labels and outlet's name; where there is none, what the first sentence reports."""
    if not article.title or _is_beginning(article.title, first_sentence):
        return cut(_reported(article, reading, first_sentence) or first_sentence, MOST_HEADLINE)
    return cut(bare_title(article) or first_sentence, MOST_HEADLINE)


def bare_title(article: Article) -> str:
    bare = _capital(LABEL.sub("", GROWING.sub("", article.title.strip())))
    is_signed = bool(article.outlet) and bare.lower().endswith(article.outlet.lower())
    return TAIL.sub("", bare) if is_signed else bare


def _capital(text: str) -> str:
    """«CORRECCIÓN: son 154…» begins anew behind the label."""
    return text[:1].upper() + text[1:]


def readable(text: str) -> str:
    """As a person reads it: characters that the outlet's page or feed garbled or wrote as entities are themselves."""
    return clean(text).text


def _is_beginning(title: str, sentence: str) -> bool:
    """A text without a title was given its own first words."""
    return title.endswith("…") and sentence.startswith(title.rstrip("…"))


def _reported(article: Article, reading: Reading, sentence: str) -> str:
    """«Dmitri Peskov: las conversaciones…»: the clause that somebody is reported to have said in the sentence."""
    start = article.body.rfind(sentence)
    for quote in reading.quotes:
        if quote.speaker and not quote.direct and start <= quote.start < start + len(sentence):
            said = f"{quote.speaker}: {quote.text[0].lower()}{quote.text[1:]}"
            return said if len(said) <= MOST_HEADLINE else ""
    return ""


def cut(text: str, most: int) -> str:
    """Shorten at a word, with an ellipsis."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(None, 1)[0].rstrip(",;:") + "…"


def summary_of(sentences: Sequence[str], *, headline: str, telling: str | None = None) -> str:
    """The first sentences that fit, whole and in their order; `telling`, which tells what is new, is always among them.

    Where the first sentence and the telling one have no room together, the telling one stands; one that hangs on what
    was said before stays behind the first, cut.
    """
    room = MOST_CHARACTERS - len(headline)
    wanted = [each for each in dict.fromkeys((*sentences[:1], telling)) if each]
    if len(" ".join(wanted)) > room:
        wanted = wanted if hangs(wanted[-1]) and not hangs(wanted[0]) else wanted[-1:]
    needed = len(wanted)
    for sentence in sentences:
        if sentence not in wanted:
            if len(" ".join((*wanted, sentence))) > room:
                break
            wanted.append(sentence)
    while len(wanted) > needed and _is_open(" ".join(wanted)):
        wanted.pop()
    return cut(" ".join(each for each in sentences if each in wanted) or headline, max(room, LEAST_SUMMARY))


def _is_open(text: str) -> bool:
    """A quotation begins in it that ends in a sentence for which there is no room."""
    return any(text.count(opening) > text.count(closing) for opening, closing in PAIRS) or text.count('"') % 2 > 0


def hangs(sentence: str) -> bool:
    """Whether it says of whom or what it speaks by what stands before it: «El mandatario indicó…», «Esa cifra…»."""
    words = WORD_OR_COMMA.findall(sentence)
    return _hanging().match(f"{' '.join((*map(str.lower, words[:1]), *words[1:]))} ") is not None


@cache
def _hanging() -> re.Pattern[str]:
    words = tomllib.loads((Path(__file__).parent / "hanging.toml").read_text(encoding="utf-8"))
    return re.compile(rf"(?:{'|'.join(words['beginnings'])}) ")


def news_sentences(article: Article, reading: Reading) -> list[str]:
    """The sentences under the title, without captions, date lines and trailers."""
    body = article.body
    return [body[each.start : each.end].strip() for each in told_under_title(reading)]
