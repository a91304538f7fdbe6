"""How far a reported clause goes, and where the reporter takes the word again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from talks.reading.cues import ADVERSATIVE, Cue, is_adverb, key_at
from talks.reading.date_verbs import kind_of
from talks.reading.phrases import Item
from talks.reading.speech_words import load_speech_words, phrase_at

RELATIVES = frozenset(["que", "quien", "quienes", "cual", "cuales", "cuyo", "cuya", "cuyos", "cuyas"])
ASIDE = 30
"""Items before a comma in which its clause begins."""
ADJUNCT_OPENERS = frozenset([",", "si", "cuando", "aunque", "pese", "mientras", "como", "lejos"])
TO_BE = frozenset(["es", "fue", "era", "será", "ha"])
"""«fue Trump quien lo pidió» has its relative inside."""
OPINIONS = frozenset(["creer", "pensar", "confiar", "sospechar", "temer", "considerar"])
SPEAKERS = frozenset(["person", "role", "body", "source", "pronoun"])
ADJUNCTS = 15
"""Items between a relative and its verb."""
FINITE = frozenset(
    ["es", "fue", "era", "ha", "han", "está", "va", "tiene", "sigue", "hace", "quiere", "viaja", "llega"]
)
FINITE_ENDINGS = ("ó", "aba", "ían", "ará", "erá", "irá", "aron", "ieron")
PRETERITE = ("ó", "aron", "ieron", "dijo", "puso", "hizo")
ARTICLES = frozenset(["el", "la", "los", "las", "lo"])
CONTRASTING = ADVERSATIVE | {"mientras"}
LONGEST_SUBJECT = 14
"""Items from «y» to the verb of «y el presidente francés, Emmanuel Macron, habla de…»."""
NEAR_WORDS = 5
"""Items behind a verb in which words between marks are its own."""
LONGEST_CLAUSE = 200
"""Items: no sentence of a newspaper is longer."""
ANONYMITY = 6
"""Items of «no se publique su nombre»."""
NAMES = frozenset(["nombre", "identidad", "apellido"])
GLOSS = 4
"""Items of «, un relato que»."""
SHORTEST_LEFT = 3
"""Items of a reported clause before the reporter's own words."""


OPENING_CLAUSES = frozenset({"mientras", "aunque", "cuando", "como", "si"})
"""«Mientras la prensa repite que no pasó nada, los hechos dicen otra cosa»: at the comma the main clause begins."""


def clause_end(items: Sequence[Item], cue: Cue, verbs: Mapping[int, Cue], attributed: Collection[int]) -> int:
    """The item after the clause; `verbs` and `attributed` by the item where they begin."""
    is_relative = cue.is_relative or _is_in_relative(items, cue)
    limit = min(len(items), cue.complement + LONGEST_CLAUSE)
    for place in range(cue.complement, limit):
        key = items[place].key
        if key == ";" or place in attributed or (key == "." and _ends_sentence(items, place)):
            return place
        if key == ":" and place + 1 < len(items) and items[place + 1].kind == "quote":
            return place
        if key == "," and is_relative and _main_verb_follows(items, place):
            return place
        if key == "," and cue.is_subordinate and items[0].key in OPENING_CLAUSES:
            return place
        if (key in ADVERSATIVE or key == ",") and _resumes(items, place, verbs, cue):
            return place
        if (key in CONTRASTING or key == ",") and _is_taken_over(items, place, verbs, cue):
            return place
        if key == "," and (_is_afterthought(items, verbs, place + 1) or _gloss_follows(items, place, verbs)):
            return place
        if key in ("y", "e") and _deed_follows(items, cue, place):
            return place
    return limit


def _deed_follows(items: Sequence[Item], cue: Cue, place: int) -> bool:
    """«aseguró que hay progresos y le pegó a Europa»: the speaker did that; what is said is of now or of later."""
    after = place + 1
    while key_at(items, after) in load_speech_words().clitics:
        after += 1
    is_deed = key_at(items, after).endswith(PRETERITE) and kind_of(key_at(items, after)) == "past"
    is_apart = after > place + 1 or key_at(items, after) == "cambió"  # «y le pegó a Europa», «y cambió de tema»
    if not is_deed or not is_apart or not items[cue.first].key.endswith(PRETERITE):
        return False
    said = (kind_of(items[at].key) for at in range(cue.complement, place) if items[at].kind == "word")
    return next((kind for kind in said if kind in ("past", "present", "future")), "") in ("present", "future")


def _is_afterthought(items: Sequence[Item], verbs: Mapping[int, Cue], place: int) -> bool:
    """«…, en declaraciones a la prensa», «…, como ha manifestado el Kremlin»."""
    is_told_too = any(verbs[at].is_adjunct for at in range(place + 1, place + 3) if at in verbs)
    is_phrase = bool(phrase_at(items, place, load_speech_words().afterthoughts))
    return is_phrase or (key_at(items, place) == "como" and is_told_too)


def _is_in_relative(items: Sequence[Item], cue: Cue) -> bool:
    """«Trump, que en Alaska había dicho que…»: between the relative and the verb are only adjuncts."""
    opening = next(
        (place for place in range(cue.first - 1, max(0, cue.first - ADJUNCTS), -1) if items[place].key == ","), 0
    )
    return opening > 0 and items[opening + 1].key in RELATIVES


def _main_verb_follows(items: Sequence[Item], comma: int) -> bool:
    """«Trump, que ayer dijo que no, se convertía…»: the relative clause is over."""
    key, vocabulary = key_at(items, comma + 1), load_speech_words()
    return key in vocabulary.clitics or key in FINITE or key.endswith(FINITE_ENDINGS)


def _ends_sentence(items: Sequence[Item], place: int) -> bool:
    return place + 1 >= len(items) or items[place + 1].is_capital


def _resumes(items: Sequence[Item], place: int, verbs: Mapping[int, Cue], outer: Cue) -> bool:
    """«…, y añadió», «…, ha matizado»: a verb of saying with the same subject, or an inserted one."""
    after = place + 1
    if after < len(items) and items[after].key in ADVERSATIVE:
        after += 1
    if key_at(items, after) == "si" and key_at(items, after + 1) == "bien":
        after += 2
    while after < len(items) and after not in verbs and _may_precede_verb(items[after].key):
        after += 1
    cue = verbs.get(after)
    if cue is None:
        return False
    if items[place].key == "," and after == place + 1:
        if _follows_adjunct(items, outer, place):
            return False
        if cue.is_inserted:
            return True
    is_thought = cue.verb.lemma in OPINIONS and kind_of(items[after].key) != kind_of(items[outer.first].key)
    return cue.number == outer.number and cue.subject in (None, outer.subject) and not is_thought


def _is_taken_over(items: Sequence[Item], place: int, verbs: Mapping[int, Cue], outer: Cue) -> bool:
    """«…, y Macron habló de «esperanza»», «…, mientras Merz pidió que…»: somebody else says something of their own."""
    first = place + 1 + (items[place].key == "," and key_at(items, place + 1) in CONTRASTING)
    if items[place].key == "," and first == place + 1:
        return False
    if key_at(items, first) == "," and _takes_up_behind_aside(items, first, verbs, outer):
        return True
    ahead = range(first, min(len(items), first + LONGEST_SUBJECT))
    cue = next((verbs.get(at) for at in ahead if at in verbs or items[at].key in RELATIVES), None)
    subject = cue.subject if cue is not None else None
    if cue is None or subject is None or subject.kind not in ("person", "role") or subject.first < first:
        return False
    is_new = subject != outer.subject and subject.last <= cue.first and not subject.preposition
    return is_new and not cue.is_relative and (cue.link in ("que", "colon", "quote") or _has_words_near(items, cue))


def _takes_up_behind_aside(items: Sequence[Item], comma: int, verbs: Mapping[int, Cue], outer: Cue) -> bool:
    """«dijo que no hay fecha y, sobre el plazo del lunes, comentó: «…»»: the same one goes on behind the aside."""
    ends = (at for at in range(comma + 1, min(len(items), comma + LONGEST_SUBJECT)) if items[at].key == ",")
    cue = next((verbs[at + 1] for at in ends if at + 1 in verbs), None)
    is_same = cue is not None and cue.number == outer.number and not cue.is_adjunct
    return is_same and cue is not None and cue.link in ("que", "colon", "quote")


def _has_words_near(items: Sequence[Item], cue: Cue) -> bool:
    """«habló de «esperanza»», «calificó la cita de «útil»»."""
    return any(item.kind == "quote" for item in items[cue.last : cue.last + NEAR_WORDS])


def _follows_adjunct(items: Sequence[Item], cue: Cue, comma: int) -> bool:
    """«que, para frenar a Putin, confía en…»: the verb behind the comma is of the clause itself."""
    nearest = max(cue.complement, comma - ASIDE)
    first = next((place + 1 for place in range(comma - 1, nearest, -1) if items[place].key == "que"), nearest)
    return key_at(items, first) in load_speech_words().prepositions | ADJUNCT_OPENERS


def _may_precede_verb(key: str) -> bool:
    return key in load_speech_words().clitics or is_adverb(key)


def keeps_name_back(items: Sequence[Item], place: int) -> bool:
    """«pide que no se publique su nombre» is a condition of the talk, and not what somebody says."""
    keys = [item.key for item in items[place : place + ANONYMITY]]
    return keys[:2] == ["no", "se"] and not NAMES.isdisjoint(keys)


def without_gloss(items: Sequence[Item], first: int, last: int) -> int:
    """The item where a relative clause begins that runs to the end («…, de las que depende Hungría»), else `last`.

    It is the reporter's rather than the speaker's; a clause that is taken up again is not at the end.
    """
    if key_at(items, first) in TO_BE:
        return last
    for place in range(last - 2, first + SHORTEST_LEFT - 1, -1):
        if items[place].key == ",":
            return place if _begins_relative(items, place + 1) else last
    return last


def _begins_relative(items: Sequence[Item], place: int) -> bool:
    """«que», «a la que», «de los cuales», «quien»."""
    keys = [item.key for item in items[place : place + 3]]
    if keys[1:] == ["en", "que"]:
        return True
    while keys and (keys[0] in load_speech_words().prepositions or keys[0] in ARTICLES):
        keys.pop(0)
    return bool(keys) and keys[0] in RELATIVES


def without_nested(items: Sequence[Item], cues: Sequence[Cue], attributed: Collection[int]) -> list[Cue]:
    """Leave out the verbs that stand in what another one reports, unless words between marks follow them at once."""
    verbs = {cue.first: cue for cue in cues}
    kept: list[Cue] = []
    end = 0
    for cue in cues:
        if cue.first < end and not _introduces_words(items, cue):
            continue
        kept.append(cue)
        if cue.link == "colon" and cue.verb.lemma == "citar":
            end = len(items)
        if cue.link in ("que", "infinitive") and cue.first >= end:
            end = clause_end(items, cue, verbs, attributed)
    return kept


def _introduces_words(items: Sequence[Item], cue: Cue) -> bool:
    """«Sputnik contó que Lavrov dijo: «…»»; what somebody is said to think is told by whoever says so."""
    is_quote = 0 <= cue.complement < len(items) and items[cue.complement].kind == "quote"
    is_told = cue.link in ("colon", "que") and cue.verb.lemma not in OPINIONS
    return (cue.is_inserted and _is_set_off(items, cue)) or (is_told and is_quote) or _is_of_somebody_else(items, cue)


def _is_of_somebody_else(items: Sequence[Item], cue: Cue) -> bool:
    """«…, lo que Merz calificó de «gran paso»», «…, Donald Trump, quien consideró que la guerra «debe acabar»»."""
    subject = cue.subject
    if _is_gloss(items, cue):
        return True
    if subject is None or subject.kind not in ("person", "role") or subject.last > cue.first:
        return False
    before = subject.first if not cue.is_relative else cue.first
    opening = [item.key for item in items[max(0, before - 3) : before]]
    if not cue.is_relative:
        return opening == [",", "lo", "que"] and _has_words_near(items, cue)
    is_apart = opening[1:] in ([",", "quien"], [",", "que"]) and kind_of(items[cue.first].key) == "past"
    return is_apart and any(item.kind == "quote" for item in items[cue.last : cue.last + LONGEST_SUBJECT])


def _is_gloss(items: Sequence[Item], cue: Cue) -> bool:
    """«…, un relato que Kiev tacha de «mentira»»: a noun for what is reported, and what somebody else calls it."""
    subject = cue.subject
    if subject is None or subject.last > cue.first or subject.first < GLOSS or subject.preposition:
        return False
    comma, article, noun, link = items[subject.first - GLOSS : subject.first]
    is_noun = comma.key == "," and article.key in ("un", "una") and noun.kind == "word"
    return is_noun and link.key == "que" and _has_words_near(items, cue)


def _gloss_follows(items: Sequence[Item], comma: int, verbs: Mapping[int, Cue]) -> bool:
    if key_at(items, comma + 1) not in ("un", "una") or key_at(items, comma + GLOSS - 1) != "que":
        return False
    return any(at in verbs and _is_gloss(items, verbs[at]) for at in range(comma + GLOSS, comma + GLOSS + NEAR_WORDS))


def _is_set_off(items: Sequence[Item], cue: Cue) -> bool:
    """By a mark or by a subject of its own: not ««ahora» mantiene una buena relación»."""
    return items[cue.before].kind == "mark" or (cue.subject is not None and cue.subject.kind in SPEAKERS)
