"""Verbs of saying in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from talks.lexicon.load import SpeechVerb
from talks.reading.actors import PERFECT
from talks.reading.appositions import JOINERS
from talks.reading.parsed import Actor
from talks.reading.phrases import Item
from talks.reading.speech_words import FormsOfWord, Number, VerbForm, load_speech_words, phrase_at

Link = Literal["que", "colon", "quote", "infinitive", ""]

WINDOW = 60
"""Items, on either side, in which a verb looks for its subject and its complement."""
ADVERSATIVE = JOINERS | {"pero", "aunque", "sino"}
ADJUNCT_WORDS = frozenset({"según", "como", "conforme"})
INSERTING = frozenset({",", "—", "–", "(", ";"})
PAST = ("ó", "aba", "aron", "ieron", "aban", "dujo", "puso", "jeron")
PRESENT = ("a", "e", "an", "en")
PARTICIPLES = ("ado", "ido", "to", "cho", "sto")
SHORTEST_VERB = 3
OTHERS = frozenset({"otro", "otra", "otros", "otras"})
EARLIER = frozenset({"había", "habían"})
"""«…, como había publicado Axios»: said before, and not what the sentence says."""
NO_VERBS = frozenset(
    {
        "aunque",
        "donde",
        "adonde",
        "porque",
        "parte",
        "salvo",
        "siempre",
        "base",
        "clave",
        "frase",
        "que",
        "incluida",
        "dada",
    }
)
"""Behind a quotation and a comma these are no verbs in the present."""
BEGINNING = frozenset({"empezó", "comenzó", "arrancó", "terminó", "concluyó", "acabó"})
"""««…», empezó Zelenski»: of saying right before who speaks."""
ALLEGED = frozenset({"habría", "habrían"})
SAYING = SpeechVerb("", "neutral", (), "words")
"""Any verb that no list has."""
COUNTING = "contar"
KEEPING = frozenset(["mantener", "sostener", "recoger", "mostrar"])
"""Verbs that are of saying only with what is said right after them: «mantiene la alerta «naranja»»."""
BELIEFS = frozenset(["creer", "pensar", "confiar", "sospechar", "temer"])
"""What a country «cree» is the reporter's reading."""
REFLEXIVE = frozenset({"ofrecer", "defender", "justificar", "felicitar", "negar"})
"""«se ofrece a mediar»: the same verb of oneself."""
SAME, POINTING = frozenset({"mismo", "misma"}), frozenset({"ese", "este", "esa", "esta", "el", "la"})
SPANS = frozenset({"día", "tarde", "noche", "semana", "mes", "jornada"})
NOUNS_IN_R = frozenset(["mujer", "taller", "lugar", "militar", "poder", "titular", "nuclear", "solar", "popular"])
INFINITIVES = ("ar", "er", "ir", "arse", "erse", "irse")
CLOSING = frozenset({",", "—", "–", ")", ";", ".", "...", "…"})


class Cue(NamedTuple):
    first: int
    last: int
    verb: SpeechVerb
    number: Number
    is_negated: bool
    before: int
    """The item before the verb, its pronouns and its adverbs; -1 at the start of the sentence."""
    is_adjunct: bool
    """«según dijo», «como explicó»."""
    link: Link = ""
    complement: int = -1
    """The item where what is reported begins."""
    subject: Actor | None = None
    """None when the sentence does not say it."""
    is_relative: bool = False
    """«…, que añade que»."""
    is_subordinate: bool = False
    """«después de que Washington anunciara»: it is not the subject of what follows."""
    is_inserted: bool = False
    """«Rusia, insistió Peskov, prefiere…»."""
    is_loose: bool = False
    """A gerund after «y», of whoever does something else there: «bajaron del autobús y gritando…»."""
    end: int = -1
    """The item after the verb, its subject and their adjuncts, for an inserted one."""


def find_verbs(items: Sequence[Item], forms: Mapping[str, FormsOfWord]) -> list[Cue]:
    """In order, without what they report and without their subjects."""
    cues: list[Cue] = []
    free = 0
    has_words = "quote" in [item.kind for item in items]
    for place in [at for at, item in enumerate(items) if item.key in forms or (has_words and item.kind == "word")]:
        form = _verb_at(items, place, forms, has_words=has_words) if place >= free else None
        if form is None:
            continue
        free = place + len(form.words)
        before = before_verb(items, place)
        if key_at(items, before) == "como" and form.words[0] in EARLIER:
            continue
        is_adjunct = key_at(items, before) == "según" or (
            key_at(items, before) in ADJUNCT_WORDS and form.verb.kind not in ("proposal", "denial", "judgement")
        )
        is_negated = _is_negated(items, before, place)
        is_loose = form.number == "any" and key_at(items, before) in JOINERS
        cues.append(Cue(place, free, form.verb, form.number, is_negated, before, is_adjunct, is_loose=is_loose))
    return cues


def _verb_at(
    items: Sequence[Item], place: int, forms: Mapping[str, FormsOfWord], *, has_words: bool
) -> VerbForm | None:
    form = _form_at(items, place, forms) if items[place].key in forms else None
    if form is None and has_words:
        form = _unlisted_form(items, place)
    if form is None or not _is_verb(items, place, form) or _is_impersonal(items, place, form):
        return None
    return form


def _form_at(items: Sequence[Item], place: int, forms: Mapping[str, FormsOfWord]) -> VerbForm | None:
    found = forms[items[place].key]
    for form in found.by_next.get(key_at(items, place + 1), ()):
        if len(form.words) == 2 or tuple(item.key for item in items[place : place + len(form.words)]) == form.words:
            return form
    return found.alone[0] if found.alone else None


def _unlisted_form(items: Sequence[Item], place: int) -> VerbForm | None:
    """««…», graficó Stubb», ««…», se ha sincerado el ministro»: any verb between a quotation and who says it."""
    if _is_dialogue_verb(items, place):
        return VerbForm((items[place].key,), SAYING, "one", False)
    if not _is_after_words(items, place):
        return None
    perfect = items[place].key in PERFECT | ALLEGED and key_at(items, place + 1).endswith(PARTICIPLES)
    shown = tuple(item.key for item in items[place : place + 1 + perfect])
    is_found = _may_be_followed(items, place + 2) if perfect else _is_unlisted(items, place)
    return VerbForm(shown, SAYING, "many" if shown[0].endswith("n") else "one", False) if is_found else None


def _is_after_words(items: Sequence[Item], place: int) -> bool:
    """A quotation and a mark stand before the verb and its pronouns."""
    before = place - 1
    while before > 0 and items[before].key in load_speech_words().clitics:
        before -= 1
    return before > 0 and items[before].key in INSERTING and items[before - 1].kind == "quote"


def _is_unlisted(items: Sequence[Item], place: int) -> bool:
    """A form in the past, or one in the present right before whoever speaks."""
    item = items[place]
    if item.key in BEGINNING and place + 1 < len(items) and items[place + 1].kind == "person":
        return True
    if item.is_capital or len(item.key) <= SHORTEST_VERB or item.key in _no_verbs():
        return False
    if item.key.endswith(PAST):
        return _may_be_followed(items, place + 1)
    after = items[place + 1] if place + 1 < len(items) else None
    is_named = after is not None and (after.kind in ("person", "body") or after.key in load_speech_words().determiners)
    return item.key.endswith(PRESENT) and is_named


@cache
def _no_verbs() -> frozenset[str]:
    words = load_speech_words()
    return words.not_saying | words.prepositions | words.determiners | words.adverbs | words.pronouns | NO_VERBS


def _may_be_followed(items: Sequence[Item], place: int) -> bool:
    if place >= len(items):
        return True
    after = items[place]
    return after.kind in ("person", "body") or after.key in _adjuncts() or is_adverb(after.key)


@cache
def _adjuncts() -> frozenset[str]:
    words = load_speech_words()
    return words.determiners | words.pronouns | words.prepositions | words.times | {".", ","}


def _is_dialogue_verb(items: Sequence[Item], place: int) -> bool:
    """«—No cederemos —comienza Umérov—…»: any verb between two pieces of speech, or at the end, with its subject."""
    before = place - 1 - (key_at(items, place - 1) in ("—", "–", "-"))
    if before < 0 or place + 1 >= len(items) or items[before].kind != "quote" or items[place].is_capital:
        return False
    after = items[place + 2] if place + 2 < len(items) else None
    is_end = after is None or after.kind in ("quote", "mark")
    key, words = items[place].key, load_speech_words()
    is_verb = len(key) > 3 and key.endswith(("a", "e", "ó")) and key not in words.prepositions | words.adverbs
    return is_verb and is_end and items[place + 1].kind == "person"


def _is_verb(items: Sequence[Item], place: int, form: VerbForm) -> bool:
    vocabulary = load_speech_words()
    if form.verb.lemma == COUNTING and _is_with(items, place + len(form.words)):
        return False
    before = items[place - 1].key if place else ""
    if form.is_infinitive:
        helper = items[place - 2].key if place > 1 and before in ("a", "de") else before
        return helper in vocabulary.auxiliaries
    if before in vocabulary.prepositions and before not in ADJUNCT_WORDS:
        return False
    is_article = before in _articles()
    is_pronoun = before in vocabulary.clitics or before in OTHERS
    return not is_article or (is_pronoun and form.words[0] not in vocabulary.noun_forms)


def _is_with(items: Sequence[Item], place: int) -> bool:
    """«la cumbre ha contado hoy con Witkoff» says nothing."""
    while place < len(items) and (is_time(items, place) or is_adverb(items[place].key)):
        place += 1
    return key_at(items, place) == "con"


@cache
def _articles() -> frozenset[str]:
    words = load_speech_words()
    return words.determiners - words.pronouns - words.numerals


def _is_impersonal(items: Sequence[Item], place: int, form: VerbForm) -> bool:
    """«se informó de que», «se le preguntó»: nobody says it. Not «se lo dijo», nor verbs that have their own «se»."""
    before = (key_at(items, place - 2), key_at(items, place - 1))
    is_own = form.words[0] == "se" or form.verb.lemma in REFLEXIVE or form.verb is SAYING
    return not is_own and (before[1] == "se" or before in (("se", "le"), ("se", "les")))


def before_verb(items: Sequence[Item], place: int) -> int:
    """The item before the verb, its pronouns, adverbs and times left out; -1 at the start."""
    vocabulary = load_speech_words()
    before = place - 1
    while before >= 0:
        key = items[before].key
        if _is_that_same_time(items, before):
            before -= 3
        elif is_time(items, before) and before and items[before - 1].key in vocabulary.determiners:
            before -= 2
        elif key in vocabulary.clitics or is_adverb(key) or is_time(items, before):
            before -= 1
        elif length := _aside_before(items, before):
            before -= length
        else:
            break
    return before


def _is_that_same_time(items: Sequence[Item], place: int) -> bool:
    """«quien ese mismo día pidió»: the last of the three words."""
    is_span = is_time(items, place) or key_at(items, place) in SPANS
    return is_span and key_at(items, place - 1) in SAME and key_at(items, place - 2) in POINTING


def is_adverb(key: str) -> bool:
    return key in load_speech_words().adverbs or (key.endswith("mente") and len(key) > len("mente"))


def is_time(items: Sequence[Item], place: int) -> bool:
    """«martes», «20», «de» in «20 de agosto»."""
    key, times = key_at(items, place), load_speech_words().times
    if key == "de":
        return key_at(items, place + 1) in times and key_at(items, place - 1)[:1].isdigit()
    return key in times or key[:1].isdigit()


def _aside_before(items: Sequence[Item], last: int) -> int:
    """The length of an aside («por su parte», «en cambio») that ends there, with a comma after or before it."""
    for length in (2, 3, 4):
        first = last - length + 1
        if first >= 0 and len(phrase_at(items, first, load_speech_words().asides)) == length:
            return length
    return 0


def _is_negated(items: Sequence[Item], before: int, place: int) -> bool:
    words = load_speech_words()
    first = max(before, 0)
    if key_at(items, before) in words.auxiliaries or key_at(items, before - 1) in words.auxiliaries:
        first = max(0, before - 3)
    return any(items[i].key in words.negations and key_at(items, i + 1) != "obstante" for i in range(first, place))


def key_at(items: Sequence[Item], place: int) -> str:
    """Empty outside the sentence, and for what is no word."""
    return items[place].key if 0 <= place < len(items) else ""


def is_infinitive(item: Item) -> bool:
    is_verb = item.kind == "word" and len(item.key) > 3 and item.key.endswith(INFINITIVES)
    return is_verb and not item.is_capital and not is_adverb(item.key) and item.key not in NOUNS_IN_R
