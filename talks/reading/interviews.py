"""Interviews by question and answer: «P. ¿…?», «R. …», and «¿…?» with «—…» in the next paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from talks.reading.cast import NOBODY, Speaker
from talks.reading.document import Document
from talks.reading.phrases import DASHES
from talks.reading.spoken import Claim
from talks.types import PersonMention

QUESTION = re.compile(r"(?:P|Pregunta)\s?[.:]\s?[-—–]?\s?(?=\S)")
ANSWER = re.compile(r"(?:R|Respuesta)\s?[.:]\s?[-—–]?\s?(?=\S)")
DASH = re.compile(r"\s*[—–-]\s?(?=\S)")
ASKED = re.compile(r"\s*(?:[—–-]\s?)?¿[^?\n]{1,400}\?\s*")
MARK_START = attrgetter("start")
NO_GUESTS = re.compile(r"periodist|int[eé]rpret|report|corresponsal|enviad|fot[oó]graf|traductor", re.I)
ANONYMOUS = re.compile(
    r"anonimato|no (?:se )?(?:publiqu|dar|cit|revel|difund)\w* (?:su|el) (?:nombre|identidad|apellido)"
)
WORK = re.compile(r"\b(?:\w{3,}(?:ó|a|e|ía)|sido|trabajado) como (?:un |una )?([a-záéíóúñ]{4,20})\b")
FEWEST = 2
"""Questions and answers that make an interview."""

Spans = Sequence[tuple[int, int]]


def interview_claims(
    document: Document, mentions: Sequence[PersonMention], claims: Sequence[Claim] = ()
) -> Iterator[Claim]:
    """Every answer; the speaker is whom the text before the first question is about, or whom an answer tells of.

    `claims` are the quotations as if it were no interview.
    """
    text = document.text
    asked = [start for start, end in document.paragraphs if QUESTION.match(text, start, end)]
    answered = [(match.end(), end) for start, end in document.paragraphs if (match := ANSWER.match(text, start, end))]
    if len(asked) >= FEWEST and len(answered) >= FEWEST:
        speaker = _guest(document, mentions, asked[0])
        yield from (Claim(start, end, True, speaker) for start, end in answered)
        return
    yield from _behind_dashes(document, mentions, claims)


def with_guest_in_title(document: Document, claims: Sequence[Claim], answers: Sequence[Claim]) -> list[Claim]:
    """The words between marks that are the whole title of an interview are the guest's."""
    guests = {claim.speaker for claim in answers if claim.speaker.name}
    guest = guests.pop() if len(guests) == 1 else NOBODY
    end = document.title_end
    return [
        claim._replace(speaker=guest)
        if guest.name and claim.speaker.name is None and claim.start <= 1 and end - 1 <= claim.end + 1 <= end
        else claim
        for claim in claims
    ]


def _behind_dashes(document: Document, mentions: Sequence[PersonMention], claims: Sequence[Claim]) -> Iterator[Claim]:
    """«¿Qué vio usted?», with or without a dash, and the paragraph behind it that begins with one."""
    text, paragraphs = document.text, document.paragraphs
    questions = [start for start, end in paragraphs if ASKED.fullmatch(text, start, end)]
    is_asked_plainly = not any(DASH.match(text, start) for start in questions)
    answers = _behind_dash(text, paragraphs) if is_asked_plainly else _in_turn(text, paragraphs)
    if len(questions) < FEWEST or len(answers) < FEWEST:
        return
    places = {start for start, _ in answers}
    guest = _guest(document, mentions, questions[0])
    guest = guest if guest.name else _told(answers, claims)
    marks = [mark for mark in document.marks if mark.open in DASHES]
    for start, end in paragraphs:
        if DASH.match(text, start, end) and not ASKED.fullmatch(text, start, end):
            speaker = guest if start in places else NOBODY  # «—Washington promete drones.» asks too
            first, last = bisect_left(marks, start, key=MARK_START), bisect_left(marks, end, key=MARK_START)
            yield from (Claim(mark.start, mark.end, True, speaker, is_told=True) for mark in marks[first:last])


def _told(answers: Spans, claims: Sequence[Claim]) -> Speaker:
    """«—Es un plan sin dueño —responde Röttgen»: the one person who is said to answer."""
    starts = [start for start, _ in answers]
    found: set[Speaker] = set()
    for claim in claims:
        index = bisect_left(starts, claim.start + 1) - 1
        is_answer = index >= 0 and claim.start < answers[index][1]
        if is_answer and claim.is_told and claim.is_direct and claim.speaker.is_person:
            found.add(claim.speaker)
    return found.pop() if len(found) == 1 else NOBODY


def _behind_dash(text: str, paragraphs: Spans) -> list[tuple[int, int]]:
    """Where questions have no dash, every paragraph behind one is an answer."""
    return [(start, end) for start, end in paragraphs if DASH.match(text, start, end)]


def _in_turn(text: str, paragraphs: Spans) -> list[tuple[int, int]]:
    """Paragraphs behind a dash that follow a question; what follows an answer behind a dash is a question again."""
    answers: list[tuple[int, int]] = []
    is_answer = False
    for (first, last), (start, end) in pairwise(paragraphs):
        is_behind_question = ASKED.fullmatch(text, first, last) or (DASH.match(text, first, last) and not is_answer)
        is_answer = bool(DASH.match(text, start, end) and is_behind_question and not ASKED.fullmatch(text, start, end))
        answers += [(start, end)] if is_answer else []
    return answers


def _guest(document: Document, mentions: Sequence[PersonMention], before: int) -> Speaker:
    """Somebody whom no lexicon knows, if there is one; else whom the text names most; else who gives no name."""
    early = [mention for mention in mentions if mention.start < before]
    counts = Counter((mention.name, mention.person_id) for mention in early)
    others = {mention.name for mention in early if NO_GUESTS.search(mention.role or "")}
    strangers = [person for person in counts if person[1] is None and person[0] not in others]
    ranked = counts.most_common(2)
    if len(strangers) == 1:
        return Speaker(*strangers[0], True)
    if not ranked:
        return _unnamed(document.text[document.title_end : before])
    if len(ranked) == 2 and ranked[0][1] == ranked[1][1]:
        return NOBODY
    name, person_id = ranked[0][0]
    return Speaker(name, person_id, True)


def _unnamed(opening: str) -> Speaker:
    """«Trabajó como enfermera en el hospital. Prefiere el anonimato»."""
    work = WORK.search(opening) if ANONYMOUS.search(opening) else None
    return Speaker(work.group(1)) if work is not None else NOBODY
