"""Finding the person somebody asks for, and the spellings of a name."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.lexicon.load import load_lexicon
from talks.reading.names import PersonMatch, certain_person, find_person, fold, normal_form
from talks.spelling import are_same_name

LEXICON = load_lexicon()
SLOWEST = 0.5
"""Seconds."""


def answer(query: str, *, on: date | None = None) -> str | None:
    person = certain_person(find_person(query, LEXICON, on=on))
    return person.name if person else None


@pytest.mark.parametrize(
    ("spellings", "form"),
    [
        (("Kyslytsya", "Kislitsia", "Kyslytsia"), "kislitsia"),
        (("Zelenskyy", "Zelenskiy", "Zelensky", "Zelenski"), "zelenski"),
        (("Zajárova", "Zakharova"), "zajarova"),
        (("Yermak", "Iermak", "Ermak"), "ermak"),
        (("Guerásimov", "Gerasimov"), "gerasimov"),
        (("Serguéi", "Sergey"), "sergei"),
        (("Yulia", "Iulia", "Yuliia"), "iulia"),
        (("Klitschko", "Klichkó"), "klichko"),
        (("Sybiha", "Sibiga"), "sibiga"),
    ],
)
def test_every_transliteration_has_one_normal_form(spellings: tuple[str, ...], form: str) -> None:
    assert {normal_form(spelling) for spelling in spellings} == {form}


def test_vladimir_and_volodimir_are_two_names() -> None:
    assert not are_same_name(normal_form("Vladímir Putin"), normal_form("Volodímir Putin"))
    assert are_same_name(normal_form("Serhi Kislitsa"), normal_form("Serguí Kislitsia"))


@pytest.mark.parametrize(
    ("query", "name", "why"),
    [
        ("Dmitri Peskov", "Dmitri Peskov", "name"),
        ("dmitry peskov", "Dmitri Peskov", "alias"),
        ("PESKOV", "Dmitri Peskov", "surname"),
        ("¿Quién es Dmitriev?", "Kirill Dmitriev", "surname"),
        ("presidente Trump", "Donald Trump", "surname"),
        ("Peskof", "Dmitri Peskov", "spelling"),
        ("zelenky", "Volodímir Zelenski", "spelling"),
        ("steven witkof", "Steve Witkoff", "spelling"),
        ("portavoz del kremlin", "Dmitri Peskov", "role"),
        ("ministro de exteriores ruso", "Serguéi Lavrov", "role"),
        ("el canciller ruso", "Serguéi Lavrov", "role"),
        ("canciller alemán", "Friedrich Merz", "role"),
        ("presidente de ucrania", "Volodímir Zelenski", "role"),
        ("jefe de la diplomacia rusa", "Serguéi Lavrov", "role"),
        ("jefa de gobierno de ucrania", "Yulia Sviridenko", "role"),
        ("papa", "León XIV", "role"),
    ],
)
def test_a_person_is_found_and_it_says_by_what(query: str, name: str, why: str) -> None:
    matches = find_person(query, LEXICON)
    assert (matches[0].person.name, matches[0].why) == (name, why)
    assert answer(query) == name


def test_a_surname_goes_to_the_best_known_and_shows_the_others() -> None:
    matches = find_person("Trump", LEXICON)
    assert answer("Trump") == "Donald Trump"
    assert {"melania-trump", "trump-jr"} <= {match.person.id for match in matches}


@pytest.mark.parametrize("query", ["Johnson", "primer ministro", "secretario de estado", "vocero ruso"])
def test_doubt_is_for_the_user(query: str) -> None:
    assert len(find_person(query, LEXICON)) > 1
    assert answer(query) is None


@pytest.mark.parametrize("query", ["", "   ", "¿?", "xqzptlk", "la paz y las garantías"])
def test_nobody_is_no_answer(query: str) -> None:
    assert answer(query) is None


def test_an_office_is_asked_for_at_a_date() -> None:
    assert answer("primer ministro del reino unido", on=date(2022, 8, 1)) == "Boris Johnson"
    assert answer("primer ministro del reino unido", on=date(2023, 8, 1)) == "Rishi Sunak"
    assert answer("presidente de estados unidos", on=date(2023, 8, 1)) == "Joe Biden"


def test_a_past_office_can_be_asked_for() -> None:
    assert answer("exjefe de la oficina presidencial de ucrania") == "Andriy Yermak"


def test_a_head_inside_the_complement_is_not_the_office() -> None:
    assert "yermak" not in {match.person.id for match in find_person("presidente de ucrania", LEXICON)}


@given(st.text(max_size=60))
def test_fold_and_normal_form_change_nothing_twice(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert normal_form(normal_form(text)) == normal_form(text)


@given(st.text(max_size=4096))
@settings(deadline=None)
def test_any_question_is_answered_soon(text: str) -> None:
    find_person("calentamiento de las tablas: portavoz", LEXICON)
    started = time.process_time()
    matches: tuple[PersonMatch, ...] = find_person(text, LEXICON)
    assert time.process_time() - started < SLOWEST
    assert all(0 < match.score <= 1 for match in matches)
    assert list(matches) == sorted(matches, key=lambda match: -match.score)
