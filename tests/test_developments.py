"""Developments and the chronology: what is known, by the day it happened."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from talks.chronology import read_chronology
from talks.errors import ParseError
from talks.queries import TimelineQuery
from talks.store.chronology import load_chronology, timeline_page
from talks.store.connection import Store
from talks.store.developments import (
    development,
    judged_after,
    last_developments,
    record_verdict,
    verdict_reason,
)
from talks.types import Fact, SourceLink, TimelineEvent, TimelineRow, Verdict
from tests.steps import NOON, an_article_is_stored, it_is_judged_new, it_is_read, something_happens

GENEVA = TimelineEvent(
    key="k1",
    date="2026-02-17",
    end_date="2026-02-18",
    type="meeting",
    status="held",
    place="Ginebra",
    actors=("Vladímir Medinski", "Rustem Umérov"),
    headline="Tercera ronda trilateral en Ginebra",
    sources=(SourceLink("Diario", "https://diario.example/"),),
)


def found(store: Store, **query: object) -> list[str]:
    rows, _ = timeline_page(store, TimelineQuery(**query), today=date(2026, 3, 10), offset=0, limit=50)  # type: ignore[arg-type]
    return [row.headline for row in rows]


@pytest.mark.parametrize("word", ["ginebra", "gin", "trilateral", "medinski", "umerov", "tercera", "diario"])
def test_events_are_found_by_the_beginnings_of_their_words(store: Store, word: str) -> None:
    load_chronology(store, [GENEVA])
    assert found(store, words=(word,)) == [GENEVA.headline]


@pytest.mark.parametrize("word", ["nebra", "inski", "lateral", "n", "tercera ronda"[1:], "ginebras", "%", "_"])
def test_what_stands_inside_a_word_finds_nothing(store: Store, word: str) -> None:
    load_chronology(store, [GENEVA])
    assert found(store, words=(word,)) == []


def test_marks_before_a_word_do_not_hide_it(store: Store) -> None:
    quoted = replace(GENEVA, headline="«Avance» (parcial) en el canal Kiev–Moscú: EE.UU./UE")
    load_chronology(store, [quoted])
    assert all(found(store, words=(word,)) for word in ("avance", "parcial", "moscu", "kiev", "ee", "ue"))


def test_a_development_is_found_again_whole(store: Store) -> None:
    development_id = something_happens(store)
    known = development(store, development_id)
    assert known is not None
    assert known.intent.place == "Ginebra"
    assert known.sources == (SourceLink("Diario", "https://diario.example/1"),)
    assert last_developments(store, limit=3) == (known,)
    assert verdict_reason(store, development_id) == "Nadie lo había contado."


def test_another_outlet_that_tells_it_again_becomes_a_source(store: Store) -> None:
    told = something_happens(store)
    article = an_article_is_stored(store, "9", outlet="Gaceta")
    it_is_read(store, article)
    record_verdict(
        store, Verdict(article.id, "s1", "repeat", "Ya se contó.", corroborates=(told,)), now=NOON, is_alert=True
    )
    known = development(store, told)
    assert known is not None
    assert [link.outlet for link in known.sources] == ["Diario", "Gaceta"]


def test_the_pool_is_rebuilt_from_the_verdicts_in_their_order(store: Store) -> None:
    told = something_happens(store, "1")
    something_happens(store, "2")
    first, second = judged_after(store, 0, since=NOON)
    assert (first.development_id, first.tells) == (told, (told,))
    assert judged_after(store, first.verdict_id, since=NOON) == (second,)


def test_facts_are_kept_with_their_article(store: Store) -> None:
    article = an_article_is_stored(store)
    it_is_read(store, article)
    fact = Fact("meeting|Ginebra", "status", "held", True, 0, 5)
    record_verdict(store, Verdict(article.id, "s1", "repeat", "Ya se contó.", facts=(fact,)), now=NOON, is_alert=False)
    row = store.rows("SELECT event_key, slot, value FROM facts")[0]
    assert tuple(row) == ("meeting|Ginebra", "status", "held")


def test_loading_the_chronology_twice_adds_nothing(store: Store) -> None:
    assert load_chronology(store, [GENEVA]) == 1
    assert load_chronology(store, [GENEVA]) == 0


def test_loading_another_chronology_forgets_the_one_before(store: Store) -> None:
    load_chronology(store, [GENEVA, replace(GENEVA, key="k2", headline="Otra ronda")])
    assert load_chronology(store, [GENEVA]) == 0
    assert found(store) == [GENEVA.headline]


def test_loading_the_chronology_keeps_what_was_read_since(store: Store) -> None:
    load_chronology(store, [GENEVA])
    something_happens(store, "1", date="2026-02-17", headline="Ronda en Ginebra")
    something_happens(store, "2", date="2026-03-09", place="Abu Dabi", headline="Otra cosa")
    before, _ = timeline_page(store, TimelineQuery(), today=date(2026, 3, 10), offset=0, limit=9)
    load_chronology(store, [GENEVA])
    after, _ = timeline_page(store, TimelineQuery(), today=date(2026, 3, 10), offset=0, limit=9)
    assert {row.headline: set(row.sources) for row in after} == {row.headline: set(row.sources) for row in before}
    assert SourceLink("Diario", "https://diario.example/1") in after[-1].sources


def test_the_timeline_is_found_by_place_person_month_and_word_without_accents(store: Store) -> None:
    load_chronology(store, [GENEVA])
    expected = [GENEVA.headline]
    assert found(store, words=("ginebra",)) == expected
    assert found(store, words=("umerov", "ronda")) == expected
    assert found(store, since="2026-02-18", until="2026-02") == expected
    assert found(store, type="meeting") == expected
    assert found(store, words=("estambul",)) == []
    assert found(store, until="2026-01") == []
    assert found(store, words=("%",)) == []


def test_a_page_says_how_many_there_are_in_all(store: Store) -> None:
    load_chronology(store, [GENEVA])
    rows, total = timeline_page(store, TimelineQuery(), today=date(2026, 3, 10), offset=5, limit=5)
    assert (rows, total) == ((), 1)


def test_a_development_enters_the_timeline_under_the_day_it_happened(store: Store) -> None:
    something_happens(store, date="2026-03-09")
    rows, _ = timeline_page(store, TimelineQuery(), today=date(2026, 3, 10), offset=0, limit=5)
    assert [(row.date, row.place, row.sources[0].outlet) for row in rows] == [("2026-03-09", "Ginebra", "Diario")]


def test_the_same_event_read_later_only_adds_its_source_to_the_chronology(store: Store) -> None:
    load_chronology(store, [GENEVA])
    article = an_article_is_stored(store, "5", outlet="Gaceta")
    it_is_read(store, article)
    it_is_judged_new(store, article, date="2026-02-17")
    rows: tuple[TimelineRow, ...]
    rows, _ = timeline_page(store, TimelineQuery(), today=date(2026, 3, 10), offset=0, limit=5)
    assert [[link.outlet for link in row.sources] for row in rows] == [["Diario", "Gaceta"]]


def test_a_minor_statement_is_no_event_of_the_timeline(store: Store) -> None:
    something_happens(store, type="statement", importance=1)
    assert found(store) == []


def test_numbers_of_a_verdict_are_kept_for_the_reason(store: Store) -> None:
    article = an_article_is_stored(store)
    it_is_read(store, article)
    verdict = Verdict(article.id, "s1", "repeat", "Ya se contó.", numbers={"unseen": 0.2})
    record_verdict(store, verdict, now=NOON, is_alert=False)
    assert json.loads(store.rows("SELECT numbers FROM verdicts")[0]["numbers"]) == {"unseen": 0.2}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[events", "No se puede leer la cronología"),
        ('[[events]]\ndate = "2026-01-01"\n', "suceso 1: falta type"),
        (
            '[[events]]\ndate="2026-01-01"\ntype="fiesta"\nstatus="held"\nheadline="x"\nsources=[{name="a",url="b"}]\n',
            "tipo «fiesta»",
        ),
    ],
)
def test_a_broken_chronology_is_refused_with_the_event_that_is_wrong(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "chronology.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ParseError, match=sentence):
        read_chronology(path)
