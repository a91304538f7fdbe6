"""What a verb of saying reports: the «que», the colon or the quotation after it, past its subject and its adjuncts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from talks.reading.adjuncts import (
    LITTLE,
    dated_aside,
    is_name,
    is_of_then,
    is_time_phrase,
    joins_adjuncts,
    opens_object,
)
from talks.reading.cues import (
    CLOSING,
    INSERTING,
    WINDOW,
    Cue,
    Link,
    is_adverb,
    is_infinitive,
    is_time,
    key_at,
)
from talks.reading.insertions import is_inserted
from talks.reading.parsed import Parse
from talks.reading.phrases import Item
from talks.reading.set_off import aside_end, closes_apposition, closes_hearer, closes_name
from talks.reading.speech_words import load_speech_words, phrase_at

NO_CLAUSE = frozenset((
    "desde", "hasta", "para", "sin", "mientras", "antes", "después", "ya", "puesto", "siempre", "así", "tras", "por",
    "a",
))  # fmt: skip
"""Before «que» these begin something else: «desde que comenzó»."""
THEN = frozenset(["después", "antes"])
"""Right after the verb these are adverbs: «explicó después que…»."""
ENDINGS = frozenset(["término", "final", "cierre"])
"""«Ha dicho al término que…»."""
AT_ONCE = frozenset(["con", "por"])
"""Right behind the verb, before «que»: «bromeó con que…», «aboga por que…»."""
SHORT_INFINITIVES = frozenset(["ver", "ser", "dar"])
OBJECT_PREPOSITIONS = frozenset(["de", "del", "sobre"])
INDEFINITE = frozenset(["un", "una", "unos", "unas"])
AGAIN = frozenset(["vez", "y", "poco", "rato", "momento"])
PAST_ENDINGS = ("ó", "aron", "ieron", "jeron")
ASIDE_OPENERS = frozenset(["citando", "según", "con", "por", "donde"])
SHORT_ADJUNCT = 5
"""Items of «lo ha repetido antes de empezar: …»; after more it is the adjunct that the colon explains."""


class _Search(NamedTuple):
    """How far the search is. An adjunct swallows every word; after an actor or at a comma it is over."""

    place: int
    in_adjunct: bool = False
    has_subject: bool = False
    in_commas: bool = False
    """Inside an aside that a comma opened."""
    to_whom: bool = False
    """In «a …» that is nobody known."""


def with_complement(parse: Parse, cue: Cue, verbs: Collection[int]) -> Cue:
    """`verbs` holds the items where verbs of saying begin."""
    link, place, end = _complement(parse, cue, verbs)
    return cue._replace(link=link, complement=place, end=end, is_inserted=not link and is_inserted(parse, cue, end))


def _complement(parse: Parse, cue: Cue, verbs: Collection[int]) -> tuple[Link, int, int]:
    """Its kind and its first item; without one, the item where the adjuncts end."""
    items = parse.items
    limit = min(len(items), cue.last + WINDOW)
    verb = cue.last + (key_at(items, cue.last) == "no")  # «dice no ver motivo de alarma»
    is_verb = verb < limit and (is_infinitive(items[verb]) or items[verb].key in SHORT_INFINITIVES)
    if is_verb and cue.verb.lemma in load_speech_words().infinitive_verbs:
        return "infinitive", cue.last, cue.last
    search: _Search | None = _Search(cue.last)
    end = cue.last
    while search is not None and search.place < limit:
        end = search.place
        found = _link_at(parse, cue, search)
        if found is not None:
            return found
        search = _step(parse, cue, search, verbs)
        end = search.place if search else end
    return "", -1, end


def _link_at(parse: Parse, cue: Cue, search: _Search) -> tuple[Link, int, int] | None:
    items, place = parse.items, search.place
    item = items[place]
    if item.kind == "quote" and place > cue.last and is_name(items, place):
        return None
    if item.kind == "quote":
        return _quoted(parse, cue, search)
    if item.key == ":":
        is_far = key_at(items, cue.first - 1) == "lo" and search.in_adjunct and place - cue.last > SHORT_ADJUNCT
        is_other = is_far or key_at(items, cue.before) in ("que", "quien")
        return ("", -1, place) if is_other else ("colon", place + 1, place)
    is_pointed = item.key == "a" and cue.verb.lemma == "apuntar" and place == cue.last
    is_linked = item.key in ("de", "en") or is_pointed or (item.key in AT_ONCE and place == cue.last)
    is_then = item.key == "de" and is_of_then(items, place) and place > cue.last + 1
    if is_linked and key_at(items, place + 1) == "que" and not is_then:
        return "que", place + 2, place
    if item.key == "que":
        return ("", -1, place) if _is_other_que(parse, cue, search) else ("que", place + 1, place)
    return None


def _is_other_que(parse: Parse, cue: Cue, search: _Search) -> bool:
    """«desde que», «a los que», «a la oferta que hizo»: it does not begin what is said."""
    items, vocabulary = parse.items, load_speech_words()
    before = key_at(items, search.place - 1)
    if (cue.verb.reports == "words" or _is_relative(items, search)) and not _is_quote(items, search.place + 1):
        return True
    if key_at(items, cue.first - 1) == "lo" and search.place > cue.last:
        return True  # «Lo dijo Merz en el tren que lo traía»: what was told was said before
    if search.place > cue.last and key_at(items, cue.before) in CLOSING and _is_quote(items, cue.before - 1):
        return True
    if cue.verb.kind == "proposal" and _describes_object(parse, cue, search.place):
        return True
    is_article = search.place > cue.last and before in vocabulary.determiners
    if (
        (items[search.place - 1].kind == "quote" and not is_name(items, search.place - 1))
        or (before == "de" and search.place > cue.last + 1 and is_of_then(items, search.place - 1))
        or (before in NO_CLAUSE and not (before in THEN and _is_then(items, search.place - 1, cue)))
        or is_article
        or (search.has_subject and follows_quote(parse, cue))
    ):
        return True
    is_named = items[search.place - 1].kind == "word" and items[search.place - 1].is_capital  # «dijo a Austral que»
    is_known = (
        is_named
        or before in vocabulary.hearers
        or is_time(items, search.place - 1)
        or search.place in parse.ends
        or is_infinitive(items[search.place - 1])  # «dijo al salir que»
        or before in ENDINGS
    )
    return search.to_whom and not is_known and search.place - 1 > cue.last


def _describes_object(parse: Parse, cue: Cue, place: int) -> bool:
    """«propone a Moscú una tregua que dure un mes»: an article without preposition begins the object."""
    items, prepositions = parse.items, load_speech_words().prepositions
    for at in range(cue.last + 1, place - 1):
        is_bare = items[at].key in INDEFINITE and items[at - 1].key not in prepositions
        if is_bare and at not in parse.starts and not is_time(items, at + 1) and items[at + 1].key not in AGAIN:
            return True
    return False


def _is_then(items: Sequence[Item], place: int, cue: Cue) -> bool:
    """«explicó después que…», «había adelantado el día antes que…»."""
    return place == cue.last or is_time(items, place - 1) or key_at(items, place - 1) in LITTLE


def _is_relative(items: Sequence[Item], search: _Search) -> bool:
    """«en una llamada que duró…»: after a plain noun comes a verb in the past."""
    before, after = items[search.place - 1], key_at(items, search.place + 1)
    is_noun = before.kind == "word" and not before.is_capital and before.key not in load_speech_words().hearers
    return search.in_adjunct and is_noun and not is_time(items, search.place - 1) and after.endswith(PAST_ENDINGS)


def _is_quote(items: Sequence[Item], place: int) -> bool:
    return place < len(items) and items[place].kind == "quote"


def _quoted(parse: Parse, cue: Cue, search: _Search) -> tuple[Link, int, int] | None:
    items, place = parse.items, search.place
    if cue.is_adjunct or (search.in_adjunct and items[place - 1].key not in (",", ":")):
        return None
    is_next = follows_quote(parse, cue) and items[place - 1].key in CLOSING
    return ("", -1, place) if is_next else ("quote", place, place)


def follows_quote(parse: Parse, cue: Cue) -> bool:
    """Whether what is reported stands before the verb: a quotation, or a clause and a comma."""
    before = parse.items[cue.before] if cue.before >= 0 else None
    if before is None or (before.key == "," and closes_apposition(parse, cue.before)):
        return False
    return before.key in INSERTING or before.kind == "quote"


def _step(parse: Parse, cue: Cue, search: _Search, verbs: Collection[int]) -> _Search | None:
    """Past one adjunct, time or subject; None where something else stands: an object, another verb, the end."""
    items, place, vocabulary = parse.items, search.place, load_speech_words()
    item = items[place]
    if item.key in ("(", ","):
        length = dated_aside(items, place)
        return search._replace(place=place + length) if length else _past_comma(parse, cue, search)
    if place in parse.asides:
        return search._replace(place=parse.asides[place])
    if item.kind == "quote":
        return search._replace(place=place + 1)
    if place in verbs or item.key in CLOSING:
        return None
    if place in parse.starts:
        return _past_actor(parse, cue, search)
    if length := len(phrase_at(items, place, vocabulary.asides)):
        return search._replace(place=place + length)
    if is_adverb(item.key) or is_time(items, place):
        is_before = item.key in THEN and key_at(items, place + 1) == "de"
        return search._replace(place=place + 1 + is_before, in_adjunct=search.in_adjunct or is_before)
    if item.key in vocabulary.adjunct_prepositions:
        return search._replace(place=place + 1, in_adjunct=True, to_whom=item.key in ("a", "al"))
    if (item.key == "con" and place + 1 in parse.starts) or joins_adjuncts(items, place):
        return search._replace(place=place + 1)
    is_past = not opens_object(items, place) if search.in_adjunct else is_time_phrase(items, place)
    return search._replace(place=place + 1) if is_past else None


def _past_comma(parse: Parse, cue: Cue, search: _Search) -> _Search | None:
    """Into an aside between commas, or out of it to «que»."""
    items, place = parse.items, search.place
    after, vocabulary = key_at(items, place + 1), load_speech_words()
    if follows_quote(parse, cue) or items[place].key == "(":
        return None
    is_heard = closes_hearer(parse, place) and cue.verb.reports == "clause"
    is_heard = is_heard or (cue.verb.reports == "clause" and closes_name(parse, place))
    if (after == "que" and (search.in_commas or place == cue.last)) or (is_heard and _is_link(items, place + 1)):
        return search._replace(place=place + 1)
    if place + 1 in parse.asides:
        return _Search(parse.asides[place + 1], False, search.has_subject, True)
    is_phrase = bool(phrase_at(items, place + 1, vocabulary.asides))
    is_aside = after in vocabulary.adjunct_prepositions or is_adverb(after) or is_phrase
    if is_aside or after in ASIDE_OPENERS:
        end = aside_end(items, place)
        if end > place:
            return _Search(end + 1, False, search.has_subject, True)
    return _Search(place + 1, True, search.has_subject, True) if is_aside else None


def _past_actor(parse: Parse, cue: Cue, search: _Search) -> _Search | None:
    actor = parse.starts[search.place]
    if actor.preposition in OBJECT_PREPOSITIONS and not search.in_adjunct:
        return None
    is_object = not actor.preposition and actor.kind == "text" and not follows_quote(parse, cue)
    has_subject = search.has_subject or not actor.preposition
    in_adjunct = bool(actor.preposition) and actor.kind in ("body", "text")
    return None if is_object else _Search(actor.last, in_adjunct, has_subject, search.in_commas)


def _is_link(items: Sequence[Item], place: int) -> bool:
    return key_at(items, place + (items[place].key in ("de", "en"))) == "que"
