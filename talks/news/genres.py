"""Whether a piece tells news or explains, argues, looks back or stands beside, by what outlets print over it."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

from talks.folding import fold, words_of
from talks.lexicon.load import Institution, Person, load_lexicon
from talks.news.outcomes import speaks_of_meeting
from talks.news.words import repaired
from talks.types import Article, Reading

Manner = Literal["plain", "confirming", "again", "beside"]
"""News told plainly; what somebody confirms or says once more; what explains, looks back or stands beside the news."""
HEAD = 80
"""Characters of the text in which a label may stand."""
GREETING = 160
"""Characters of the text in which a letter addresses its readers."""
SEPARATOR = re.compile(r"\s*[|:/·—–\n]\s*")
STAMPED = re.compile(r"^\W{0,2}(?:[01]?\d|2[0-3])[:.][0-5]\d\b", re.MULTILINE)
LEAST_STAMPS = 2
PORTRAYED = re.compile(r"(?:, (?:el|la|un|una)|: de(?:l| la| los| las) .+ a(?:l| la| los| las)) [^,:;.?!«\"“]+")
"""What follows a name: «, el negociador discreto»; «: del espionaje a la mesa de Estambul»."""
LEAST_ANSWERS = 2
LONGEST_QUESTION = 200
DASHES = ("—", "–")
WHOLE_QUESTION = re.compile(r"\s*¿[^?]+\?\s*")


def is_live(article: Article) -> bool:
    """A page that grows: its title says so, or its paragraphs begin with the hour."""
    label = fold(SEPARATOR.split(repaired(article.title).strip())[0]).strip(" .")
    return label in _data()["live"] or len(STAMPED.findall(article.text)) >= LEAST_STAMPS


def corrects(article: Article) -> bool:
    """«(CORRIGE) …»: the same text again, with something in it put right."""
    words = re.findall(r"[a-z]+", fold(article.title))
    return any(word in _data()["corrections"] for word in (*words[:2], *words[-2:]))


def manner_of(article: Article, reading: Reading) -> Manner:
    """How the title tells: «Lavrov insiste: …», «Peskov vuelve a decir que…», «El Kremlin confirma…»."""
    if looks_back(article) or stands_beside(article, reading):
        return "beside"
    title = fold(repaired(article.title))
    if is_live(article):
        return "plain"
    if _said_again().search(title):
        return "again"
    return "confirming" if _confirming().search(title) else "plain"


def looks_back(article: Article) -> bool:
    """A label of opinion or analysis, a title that asks or promises to explain, a letter to the readers."""
    title = repaired(article.title)
    head = article.text[:HEAD]
    is_labelled = _is_labelled(title) or _is_labelled(head) or fold(head.split(". ")[0]).strip() in _labels()
    return is_labelled or _explains(title) or _greets(article.text[:GREETING])


def stands_beside(article: Article, reading: Reading) -> bool:
    """A poll, the wish of somebody who does not negotiate, the portrait of somebody who does, a scene, an interview."""
    title = repaired(article.title)
    is_of_others = _is_poll(title, article, reading) or _is_wish(title) or _is_portrait(article, reading)
    return is_of_others or _is_scene(article, reading) or _is_interview(article, reading)


def _is_poll(title: str, article: Article, reading: Reading) -> bool:
    first = next((article.body[each.start : each.end] for each in reading.sentences if each.paragraph > 0), "")
    return not set(_data()["polls"]).isdisjoint(words_of(f"{title} {first}"))


def _is_wish(title: str) -> bool:
    folded = fold(title)
    found = _wishes().search(folded)
    return found is not None and _wishers().search(folded[: found.start()]) is None


def _is_portrait(article: Article, reading: Reading) -> bool:
    """A name and what its bearer is; nothing happens in such a title but in a relative clause."""
    names = [person.end for person in reading.people if person.start == 0]
    told = [article.title[event.start :] for event in reading.events if event.start < len(article.title)]
    is_still = all(clause.startswith("que ") for clause in told)
    return bool(names) and is_still and PORTRAYED.fullmatch(fold(article.title[max(names) :])) is not None


def _is_scene(article: Article, reading: Reading) -> bool:
    """«Un mapa y tres cafés»: the title names nobody who negotiates or answers, no meeting, and tells nothing."""
    title, end = fold(repaired(article.title)), len(article.title)
    tells = any(event.start < end for event in reading.events) or any(
        quote.start < end and quote.speaker for quote in reading.quotes
    )
    names = any(person.start < end for person in reading.people) or _actors().search(title)
    return bool(title) and not (tells or names or is_live(article) or speaks_of_meeting(title))


def _is_interview(article: Article, reading: Reading) -> bool:
    """Questions, and answers behind a dash; what somebody who negotiates says in one is news."""
    paragraphs = [each.strip() for each in article.text.split("\n") if each.strip()]
    asked = [each for each in paragraphs if each.endswith("?") and len(each) <= LONGEST_QUESTION]
    answered = [each for each in paragraphs if each.startswith(DASHES)]
    if min(len(asked), len(answered)) < LEAST_ANSWERS:
        return False
    quoted = [(quote.start, quote.end) for quote in reading.quotes if quote.direct]
    told = [quote for quote in reading.quotes if quote.direct and _is_answer(article.body, quote.start)]
    if not told or any(quote.speaker_id or not quote.speaker for quote in told):
        return False
    titled = [person for person in reading.people if person.start < len(article.title) and person.person_id]
    return all(any(start <= person.start < end for start, end in quoted) for person in titled)


def _is_answer(body: str, start: int) -> bool:
    return body[max(0, start - 2) : start].strip().endswith(("—", "–"))


def _is_labelled(text: str) -> bool:
    parts = [fold(part).strip(" .") for part in SEPARATOR.split(text.strip())]
    return len(parts) > 1 and not _labels().isdisjoint((parts[0], parts[-1]))


def _greets(beginning: str) -> bool:
    words = f" {' '.join(words_of(beginning))} "
    return any(f" {phrase} " in words for phrase in _data()["letters"])


def _explains(title: str) -> bool:
    if title.lstrip(" «“\"'").startswith("¿") or WHOLE_QUESTION.fullmatch(SEPARATOR.split(title)[-1]):
        return True
    words = f" {' '.join(re.findall(r'[a-z0-9]+', fold(title)))} "
    if any(words.startswith(f" {phrase} ") for phrase in _data()["beginnings"]):
        return True
    return any(f" {phrase} " in words for phrase in _data()["phrases"])


@cache
def offices() -> tuple[str, ...]:
    """How the roles begin whose bearers speak for more than themselves, folded."""
    return tuple(_data()["offices"])


@cache
def papers() -> frozenset[str]:
    """Nouns of the press, folded."""
    return frozenset(_data()["papers"])


@cache
def _wishes() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_data()['wishes'])})\b")


@cache
def _wishers() -> re.Pattern[str]:
    """Everybody of the sides whose wishes are a position, persons and bodies and countries, by every name."""
    lexicon = load_lexicon()
    everybody: tuple[Person | Institution, ...] = (*lexicon.people, *lexicon.institutions)
    of_sides = [each for each in everybody if each.side in _data()["wishing_sides"]]
    names = {fold(name) for each in of_sides for name in (each.name, *each.aliases)}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")


@cache
def _actors() -> re.Pattern[str]:
    """Countries, capitals and bodies by every name, but where something is («en Kiev»), and who acts without a name."""
    bodies = [each for each in load_lexicon().institutions if each.kind != "media"]
    names = sorted({re.escape(fold(name)) for each in bodies for name in (each.name, *each.aliases)}, key=len)
    somewhere = "".join(rf"(?<!\b{word} )" for word in _data()["somewhere"])
    return re.compile(
        rf"(?:{somewhere}(?<!\w)(?:{'|'.join(reversed(names))})|\b(?:{'|'.join(_data()['actors'])}))(?!\w)"
    )


@cache
def _said_again() -> re.Pattern[str]:
    verbs = "|".join(sorted({fold(verb.lemma) for verb in load_lexicon().verbs}))
    return re.compile(rf"\b(?:{_forms_of('again')}|(?:{'|'.join(_data()['returns'])}) (?:{verbs}))\b")


@cache
def _confirming() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_forms_of('confirming')})\b")


def _forms_of(name: str) -> str:
    """Alternatives of a pattern: every finite form of the verbs of saying that the list names."""
    forms = {fold(form) for verb in load_lexicon().verbs if verb.lemma in _data()[name] for form in verb.forms}
    return "|".join(sorted(forms))


@cache
def _labels() -> frozenset[str]:
    return frozenset(_data()["labels"])


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads((Path(__file__).parent / "genres.toml").read_text(encoding="utf-8"))
