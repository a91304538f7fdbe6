"""Messages that are too long: cut where a reader would, sound in every part, counted as Telegram counts."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Answer, Button
from bot.markup import length, plain
from bot.speak import Spot, speak
from bot.split import LONGEST_MESSAGE, parts_of
from tests.bot_room import bot_running

WORDS = st.text(alphabet="ab ñ\n<>&\"'🙂é", max_size=40).map(escape)
MARKED = st.sampled_from(
    ["<b>{}</b>", "<i>{}</i>", '<a href="https://a.es/?a=1&amp;b=2">{}</a>', "{}", "<b><i>{}</i></b>"]
)
TEXTS = st.lists(st.tuples(MARKED, WORDS).map(lambda pair: pair[0].format(pair[1])), max_size=30).map(" ".join)


@given(TEXTS, st.integers(10, 60))
def test_every_part_is_short_enough_and_nothing_is_lost(html: str, limit: int) -> None:
    parts = parts_of(html, limit=limit)
    assert all(length(plain(part)) <= limit for part in parts)
    assert "".join("".join(map(plain, parts)).split()) == "".join(plain(html).split())


@given(TEXTS, st.integers(10, 60))
def test_every_part_closes_what_it_opens(html: str, limit: int) -> None:
    for part in parts_of(html, limit=limit):
        opened: list[str] = []
        for closing, name in re.findall(r"<(/?)(\w+)[^>]*>", part):
            if closing:
                assert opened.pop() == name
            else:
                opened.append(name)
        assert opened == []


def test_a_text_that_fits_is_one_part_as_it_is() -> None:
    assert parts_of("<b>Hola</b>\n\nadiós ") == ("<b>Hola</b>\n\nadiós ",)


def test_a_cut_is_made_between_paragraphs_where_it_can() -> None:
    assert parts_of("uno dos\ntres\n\ncuatro cinco", limit=20) == ("uno dos\ntres", "cuatro cinco")


def test_a_cut_is_made_between_lines_before_words() -> None:
    assert parts_of("uno dos tres\ncuatro cinco", limit=18) == ("uno dos tres", "cuatro cinco")


def test_a_word_that_is_too_long_is_cut_and_an_emoji_is_not() -> None:
    assert parts_of("🙂" * 6, limit=5) == ("🙂🙂", "🙂🙂", "🙂🙂")


def test_a_bold_text_stays_bold_after_the_cut() -> None:
    assert parts_of("<b>uno dos tres cuatro</b>", limit=12) == ("<b>uno dos </b>", "<b>tres cuatro</b>")


@pytest.mark.parametrize("letter", ["a", "🙂", "&lt;"])
async def test_a_long_answer_is_several_messages_with_the_buttons_under_the_last(tmp_path: Path, letter: str) -> None:
    rows = ((Button("Más", "latest"),),)
    async with bot_running(tmp_path) as room:
        ana = room.person()
        await room.ask(ana, "/ayuda")
        ana.look_away()
        text = "\n\n".join(f"<b>{letter * 300}</b>" for _ in range(20))
        last = await speak(room.telegram.application.bot, Spot(ana.id), Answer(text, rows))
        messages = await ana.wait(2)
    assert last.message_id == messages[-1].message_id
    assert [bool(message.rows) for message in messages] == [False] * (len(messages) - 1) + [True]
    assert all(length(message.text) <= LONGEST_MESSAGE for message in messages)
    assert "".join(message.text for message in messages).count(plain(letter)) == 6_000
