"""Alerts in the chat: how they look, what their buttons do, what happens when a send fails."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.texts.alerts import MUTED, UNMUTED
from bot.texts.chat import ONLY_ADMINISTRATORS_MUTE, STALE_BUTTON
from jobs.deliver import DeliverReport
from local.state import Message
from talks.store.chats import count_subscribers
from talks.store.connection import Store
from talks.store.developments import record_verdict
from talks.store.outbox import outbox_counts
from talks.types import QuotedWords, Verdict
from tests.bot_room import BotRoom, bot_running
from tests.steps import NOON, an_article_is_stored, it_is_read, something_happens

PESKOV = QuotedWords("Se trata de un proceso largo", "Dmitri Peskov")


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[BotRoom]:
    async with bot_running(tmp_path, with_chronology=True) as running:
        yield running


async def alerted(room: BotRoom, key: str = "1", **fields: object) -> Message:
    """The alert that a subscriber gets."""
    ana = await room.subscribed()
    await room.desk.write(something_happens, key, **fields)
    assert await room.deliver() == DeliverReport(sent=1)
    return (await ana.wait())[0]


async def test_an_alert_says_what_is_new_who_said_it_and_where_it_stands(room: BotRoom) -> None:
    alert = await alerted(
        room,
        headline="El Kremlin no ve avances",
        summary="Seguirán los contactos.",
        quote=PESKOV,
        before="ronda de Miami, 20–21 dic (celebrada).",
    )
    assert alert.text == (
        "🟢 Reunión celebrada · martes 10 mar\n"
        "El Kremlin no ve avances\n"
        "Peskov: «Se trata de un proceso largo».\n"
        "Novedad: Seguirán los contactos.\n"
        "Antes: ronda de Miami, 20–21 dic (celebrada).\n"
        "Fuentes: Diario"
    )
    assert [[button.text for button in row] for row in alert.rows] == [
        ["Cronología", "¿Quién es Peskov?"],
        ["¿Por qué me llega?", "Silenciar"],
    ]
    assert room.server.calls[-1].params["link_preview_options"] == {"is_disabled": True}


async def test_an_alert_with_an_estimated_date_says_so(room: BotRoom) -> None:
    assert "fecha estimada" in (await alerted(room, date_is_estimated=True)).text.split("\n")[0]


async def test_the_buttons_of_an_alert_answer_below_it(room: BotRoom) -> None:
    alert = await alerted(room, quote=PESKOV, place="Ginebra")
    ana = next(iter(room.server.state.people))
    user = next(one for one in [room.server.user("x")] if one)  # a second person, who is in no way concerned
    assert user.id != ana
    chat = room.server.state.chats[alert.chat_id]
    presser = type(user)(room.server.state, chat)
    presser.press(alert, "Cronología")
    assert (await presser.wait())[-1].text.startswith("Cronología · «Ginebra»")


async def test_why_tells_the_reason_and_the_sources(room: BotRoom) -> None:
    ana = await room.subscribed()
    await room.desk.write(something_happens)
    await room.deliver()
    press = ana.press((await ana.wait())[0], "¿Por qué me llega?")
    why = (await ana.wait())[-1].text
    assert why.startswith("¿Por qué te llega?\nRonda en Ginebra\nNadie lo había contado.\nFuentes: Diario")
    assert why.endswith("«Silenciar» calla esta historia; /ajustes cambia lo demás.")
    assert await ana.answer(press) == {}


async def test_who_shows_the_card_below(room: BotRoom) -> None:
    ana = await room.subscribed()
    await room.desk.write(something_happens, quote=PESKOV)
    await room.deliver()
    alert = (await ana.wait())[0]
    ana.press(alert, "¿Quién es Peskov?")
    card = (await ana.wait())[-1]
    assert card.text.startswith("Dmitri Peskov\n")
    assert card.message_id != alert.message_id


async def test_a_muted_story_is_silent_until_it_is_taken_back(room: BotRoom) -> None:
    ana = await room.subscribed()
    await room.desk.write(something_happens, "1")
    await room.deliver()
    alert = (await ana.wait())[0]
    assert await ana.answer(ana.press(alert, "Silenciar")) == {"text": MUTED}
    muted = (await ana.wait())[-1]
    assert [button.text for button in muted.buttons][-1] == "Volver a avisar"
    await room.desk.write(something_happens, "2")
    assert await room.deliver() == DeliverReport()
    assert await ana.answer(ana.press(muted, "Volver a avisar")) == {"text": UNMUTED}
    await room.desk.write(something_happens, "3")
    assert await room.deliver() == DeliverReport(sent=1)


async def test_a_muted_alert_that_is_edited_afterwards_still_offers_to_take_it_back(room: BotRoom) -> None:
    ana, luis = await room.subscribed(), await room.subscribed("Luis")
    told = await room.desk.write(something_happens, "1")
    await room.deliver()
    alert, of_luis = (await ana.wait())[0], (await luis.wait())[0]
    assert await ana.answer(ana.press(alert, "Silenciar")) == {"text": MUTED}
    await room.desk.write(another_outlet_tells_it, told)
    assert await room.deliver() == DeliverReport(edited=2)
    buttons = {person.id: person.messages[-1].buttons[-1].text for person in (ana, luis)}
    assert buttons == {ana.id: "Volver a avisar", luis.id: "Silenciar"}
    assert luis.messages[-1].message_id == of_luis.message_id


def another_outlet_tells_it(store: Store, told: int) -> None:
    article = an_article_is_stored(store, "9", outlet="Gaceta")
    it_is_read(store, article)
    verdict = Verdict(article.id, "s1", "repeat", "Ya se contó.", corroborates=(told,))
    record_verdict(store, verdict, now=NOON, is_alert=True)


async def test_a_plain_member_mutes_nothing(room: BotRoom) -> None:
    ana, luis = room.person(), room.person("Luis")
    group = room.server.group("Familia", members=[ana, luis])
    await group.wait()
    await room.ask(ana, "/start", chat=group)
    group.look_away()
    await room.desk.write(something_happens)
    await room.deliver()
    alert = (await group.wait())[0]
    assert await luis.answer(luis.press(alert, "Silenciar")) == {"text": ONLY_ADMINISTRATORS_MUTE, "show_alert": True}
    assert await ana.answer(ana.press(alert, "Silenciar")) == {"text": MUTED}


@pytest.mark.parametrize(
    "data",
    ["", "nada", "why:", "why:x", "why:-1", "why:999999999999999999999", "who:nadie", "pick:", "line:", "mute:77",
     "kept:0:zz", "page:x:", "page::", "page:-5:", "line:٣", "unmute:0", "🙂", "latest2"],
)  # fmt: skip
async def test_a_forged_or_stale_button_gets_one_kind_answer(room: BotRoom, data: str) -> None:
    ana = room.person()
    await room.ask(ana, "/ayuda")
    press = ana.press(ana.messages[-1], data=data)
    assert await ana.answer(press) == {"text": STALE_BUTTON}
    await room.settled()
    assert ana.new == []


async def test_markup_that_is_refused_is_sent_once_as_plain_text(room: BotRoom) -> None:
    ana = await room.subscribed()
    await room.desk.write(something_happens)
    room.server.fault("400", description="can't parse entities: Unexpected end tag")
    assert await room.deliver() == DeliverReport(sent=1)
    alert = (await ana.wait())[0]
    assert "<b>" not in alert.text
    assert alert.entities == []


async def test_a_topic_that_is_gone_is_left_out(room: BotRoom) -> None:
    ana = room.person()
    forum = room.server.group("Redacción", members=[ana], is_forum=True)
    topic = forum.topic("Ucrania")
    await forum.wait()
    await room.ask(ana, "/start", chat=forum, thread_id=topic)
    forum.delete_topic(topic)
    forum.look_away()
    await room.desk.write(something_happens)
    assert await room.deliver() == DeliverReport(sent=1)
    assert (await forum.wait())[0].thread_id is None


async def test_who_has_blocked_the_bot_is_left_in_peace(room: BotRoom) -> None:
    ana = await room.subscribed()
    await room.desk.write(something_happens)
    ana.vanish()
    assert await room.deliver() == DeliverReport(failed=1)
    assert await room.desk.read(count_subscribers) == 0


async def test_a_group_that_migrated_unseen_gets_its_alert_in_the_new_place(room: BotRoom) -> None:
    ana = room.person()
    group = room.server.group("Familia", members=[ana], is_basic=True)
    await group.wait()
    await room.ask(ana, "/start", chat=group)
    new = room.server.group("Familia", members=[ana])
    await new.wait()
    new.look_away()
    room.server.fault("migrated", migrate_to_chat_id=new.id)
    await room.desk.write(something_happens)
    assert await room.deliver() == DeliverReport(sent=1, postponed=1)
    assert "Ronda en Ginebra" in (await new.wait())[0].text


async def test_a_lost_answer_is_never_repeated_and_the_next_alert_says_so(room: BotRoom) -> None:
    ana = await room.subscribed()
    await room.desk.write(something_happens, "1", headline="Primera ronda")
    room.server.fault("reset_after")
    assert await room.deliver() == DeliverReport(ambiguous=1)
    await room.desk.write(something_happens, "2")
    assert await room.deliver() == DeliverReport(sent=1)
    assert [message.text.count("Primera ronda") for message in await ana.wait(2)] == [1, 1]
    assert "Quizá no te llegó: «Primera ronda»" in ana.new[-1].text


async def test_a_pause_that_telegram_orders_is_obeyed(room: BotRoom) -> None:
    await room.subscribed()
    await room.desk.write(something_happens)
    room.server.fault("429", retry_after=40)
    assert await room.deliver() == DeliverReport(postponed=1)
    assert await room.deliver() == DeliverReport()
    assert await room.desk.read(outbox_counts) == {"ready": 1}
