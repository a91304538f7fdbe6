"""What commas set off beside a verb of saying: appositions, relative clauses, adjuncts, the name of a hearer."""

from __future__ import annotations

from collections.abc import Sequence

from talks.reading.cues import key_at
from talks.reading.date_verbs import kind_of
from talks.reading.parsed import Actor, Parse
from talks.reading.phrases import Item
from talks.reading.speech_words import load_speech_words

LONGEST_ASIDE = 25
LONGEST_ASIDE_OF_SUBJECT = 30
"""The longest aside between a subject and its verb, in items."""
LONGEST_OPENING = 60
"""Items of a subject with its appositions at the start of a sentence."""
REACH = 12
"""Items behind «que» in which its verb stands."""
FINITE = frozenset({"past", "present", "future"})
PRETERITE = ("ó", "aron", "ieron")
RELATIVES = frozenset({"que", "quien", "quienes"})
ARTICLES = frozenset(["el", "la", "los", "las", "un", "una"])
SIGNED = frozenset(["firmado", "firmada", "suscrito", "suscrita", "rubricado", "rubricada"])
LETTERS = frozenset(["comunicado", "declaracion", "nota", "carta", "mensaje"])
"""Folded nouns of what its signer says."""


def before_aside(parse: Parse, comma: int) -> Actor | None:
    """«Zelenski, que visitó Turquía, insiste»: who stands before the aside that the comma ends."""
    for place in range(comma - 1, max(0, comma - LONGEST_ASIDE_OF_SUBJECT), -1):
        if parse.items[place].key != ",":
            continue
        after, actor = parse.items[place + 1], parse.ends.get(place)
        if signer := _signer(parse, place):
            return signer
        if after.key in RELATIVES or after.key in load_speech_words().prepositions:
            return actor if actor is not None and not actor.preposition else None
    return None


def _signer(parse: Parse, comma: int) -> Actor | None:
    """«El comunicado estadounidense, firmado por Witkoff, califica…»; a plan that somebody signed says nothing."""
    text, signer = parse.ends.get(comma), parse.starts.get(comma + 3)
    is_signed = key_at(parse.items, comma + 1) in SIGNED and key_at(parse.items, comma + 2) == "por"
    if text is None or text.head not in LETTERS or signer is None or not is_signed:
        return None
    return signer._replace(preposition="")


def closes_apposition(parse: Parse, comma: int) -> bool:
    """«El presidente de Ucrania, Volodímir Zelenski, anunció…», «Zelenski, en su mensaje, dijo…» open the sentence."""
    if comma > LONGEST_OPENING:
        return False
    commas = [each for each in range(comma) if parse.items[each].key == ","]
    named = parse.ends.get(comma) or parse.ends.get(comma + 1)
    opening = parse.starts.get(0)
    is_named = named is not None and not named.first and bool(commas)
    return is_named or (opening is not None and not opening.preposition and commas == [opening.last])


def closes_hearer(parse: Parse, comma: int) -> bool:
    """«advirtió al presidente ucraniano, Volodímir Zelenski, que…»: the name is that of whom it was said to.

    Not «respondía al presidente, Zelenski, que el sábado reveló…»: what is reported is seldom in the preterite.
    """
    hearer, items = parse.ends.get(comma), parse.items
    is_hearer = hearer is not None and hearer.kind == "person" and hearer.preposition in ("a", "al")
    if hearer is None or not is_hearer or all(item.key != "," for item in items[hearer.first : hearer.last]):
        return False
    after = range(comma + 2, min(len(items), comma + REACH))
    verb = next((items[place].key for place in after if kind_of(items[place].key) in FINITE), "")
    return not verb.endswith(PRETERITE)


def closes_name(parse: Parse, comma: int) -> bool:
    """«denunció el presidente, Volodímir Zelenski, que Rusia miente»: with a subject of its own it is no relative."""
    named, items = parse.ends.get(comma) or parse.ends.get(comma + 1), parse.items
    if named is None or named.kind != "person" or named.preposition:
        return False
    is_apposed = any(item.key == "," for item in items[named.first : comma])
    after = items[comma + 2] if comma + 2 < len(items) else None
    is_noun = after is not None and after.key in ARTICLES and kind_of(key_at(items, comma + 3)) == ""
    return is_apposed and after is not None and (after.kind in ("body", "person") or is_noun)


def aside_end(items: Sequence[Item], comma: int) -> int:
    """The second comma of «informó, citando a dos diplomáticos, de que…»; the first one where «que» does not follow."""
    for place in range(comma + 2, min(comma + LONGEST_ASIDE, len(items) - 1)):
        if items[place].key == ",":
            links = key_at(items, place + 1) in ("que", "de", "en")
            is_link = key_at(items, place + 1) == "que" or (links and key_at(items, place + 2) == "que")
            return place if is_link else comma
    return comma
