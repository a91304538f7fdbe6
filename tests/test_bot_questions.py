"""Questions in plain words, answers to alerts, and /porque."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.markup import plain
from bot.texts.menu import SHORT_HELP
from local.people import User
from local.state import Message
from talks.store.chronology import load_chronology
from talks.store.connection import Store
from talks.store.developments import record_verdict
from talks.types import Quote, QuotedWords, Verdict
from tests.bot_room import BotRoom, bot_running
from tests.past import an_event
from tests.steps import NOON, an_article_is_stored, it_is_judged_new, it_is_read

WORDS = "Las garantías de seguridad se hablarán más adelante"


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[BotRoom]:
    async with bot_running(tmp_path, with_chronology=True) as running:
        yield running


def peskov_says_something(store: Store) -> int:
    article = an_article_is_stored(
        store, "peskov", title="El Kremlin habla de la ronda", text=f"«{WORDS}», dijo Peskov."
    )
    start = article.body.index(WORDS)
    quote = Quote(WORDS, "Dmitri Peskov", True, start, start + len(WORDS), speaker_id="peskov")
    it_is_read(store, article, quotes=(quote,))
    return it_is_judged_new(store, article, quote=QuotedWords(WORDS, "Dmitri Peskov"), before="nada.")


async def alerted(room: BotRoom) -> tuple[User, Message]:
    ana = await room.subscribed()
    await room.desk.write(peskov_says_something)
    await room.deliver()
    return ana, (await ana.wait())[0]


@pytest.mark.parametrize(
    ("said", "beginning"),
    [
        ("¿quién es?", "Dmitri Peskov\n"),
        ("¿y quién es Dmitriev?", "Kirill Dmitriev\n"),
        ("¿qué dijo antes?", "Palabras de Dmitri Peskov · 1–1 de 1"),
        ("qué dijo sobre garantías", "Palabras de Dmitri Peskov · «garantías»"),
        ("¿qué dijo Zelenski?", "Volodímir Zelenski\nAún no he leído"),
        ("¿por qué me llega esto?", "¿Por qué te llega?\nEl Kremlin habla de la ronda"),
        ("/porque", "¿Por qué te llega?\nEl Kremlin habla de la ronda"),
        ("¿qué pasó en Miami?", "Cronología · «Miami»"),
    ],
)
async def test_an_answer_to_an_alert_is_taken_as_the_command_it_means(room: BotRoom, said: str, beginning: str) -> None:
    ana, alert = await alerted(room)
    assert (await room.ask(ana, said, reply_to=alert))[0].text.startswith(beginning)


@pytest.mark.parametrize(
    ("said", "beginning"),
    [
        ("¿qué dijo Peskov hoy?", "Aún no he leído"),
        ("¿qué dijo Peskov en marzo?", "Palabras de Dmitri Peskov"),
        ("¿cuándo se reúnen?", "Agenda\n🔵 vie 20 mar, Estambul: Se espera otra ronda"),
        ("próxima ronda", "Agenda\n"),
        ("¿hay novedades?", "Resumen de las últimas 24 horas"),
        ("¿qué dice Rusia de las garantías?", "Lo último que dijo cada parte · Garantías de seguridad"),
        ("posturas sobre el territorio", "Todavía no he leído declaraciones sobre «Territorio»."),
        ("garantías de seguridad", "Lo último que dijo cada parte · Garantías de seguridad"),
        ("¿por qué no me llegó la ronda de Marte?", "No he leído nada con «ronda Marte»."),
    ],
)
async def test_a_question_in_plain_words_is_answered(room: BotRoom, said: str, beginning: str) -> None:
    await room.desk.write(peskov_says_something)
    await room.desk.write(load_chronology, [an_event(status="planned")])
    answer = (await room.ask(room.person(), said))[0].text
    assert answer.startswith(beginning) or (beginning.startswith("Aún") and "Peskov" in answer)


async def test_a_group_is_answered_only_where_the_bot_is_meant_and_understands(room: BotRoom) -> None:
    ana = room.person()
    group = room.server.group("Familia", members=[ana], bot="administrator")
    greeting = (await group.wait())[0]
    answer = (await room.ask(ana, "@tregua_local_bot ¿quién es Witkoff?", chat=group))[0]
    assert answer.text.startswith("Steve Witkoff\n")
    ana.send("jajaja qué bueno", chat=group, reply_to=greeting)
    await room.settled()
    assert group.new == []
    assert (await room.ask(ana, "¿quién es Peskov?", chat=group, reply_to=answer))[0].text.startswith("Dmitri Peskov")


async def test_why_without_an_alert_is_about_the_last_one(room: BotRoom) -> None:
    ana, _ = await alerted(room)
    answer = (await room.ask(ana, "/porque"))[0].text
    assert answer.startswith("¿Por qué te llega?\nEl Kremlin habla de la ronda\nNadie lo había contado.\nAntes: nada.")


async def test_why_before_any_alert_says_how_to_ask(room: BotRoom) -> None:
    answer = (await room.ask(room.person(), "/porque"))[0].text
    assert answer.startswith("En este chat todavía no ha habido avisos.")


async def test_why_not_tells_that_it_did_arrive(room: BotRoom) -> None:
    ana, _ = await alerted(room)
    answer = (await room.ask(ana, "/porque no me llegó la ronda del Kremlin"))[0].text
    assert answer.startswith("¿Por qué no te llegó?\nEl Kremlin habla de la ronda (Diario, mar 10 mar)\n")
    assert answer.endswith("Aquí llegó hoy a las 13:00.")


async def test_why_not_tells_that_the_chat_was_not_subscribed(room: BotRoom) -> None:
    await room.desk.write(peskov_says_something)
    answer = (await room.ask(room.person(), "¿por qué no me llegó lo del Kremlin?"))[0].text
    assert answer.endswith("este chat no recibía avisos entonces, o sus ajustes no lo dejaron pasar.")


async def test_why_not_tells_what_was_decided_on_an_article_that_told_nothing_new(room: BotRoom) -> None:
    def it_is_a_repeat(store: Store) -> None:
        article = an_article_is_stored(store, "copia", title="Otra vez la ronda de Ginebra")
        it_is_read(store, article)
        verdict = Verdict(article.id, "s1", "repeat", "Es el mismo texto que ya publicó Diario.")
        record_verdict(store, verdict, now=NOON, is_alert=False)

    await room.desk.write(it_is_a_repeat)
    answer = (await room.ask(room.person(), "/porque no llegó la ronda de Ginebra"))[0].text
    assert answer.endswith("\nEs el mismo texto que ya publicó Diario.")


async def test_a_story_that_was_muted_is_the_cause(room: BotRoom) -> None:
    ana = await room.subscribed()
    await room.desk.write(peskov_says_something)
    await room.ask(ana, "/stop")
    answer = (await room.ask(ana, "/porque no me llegó lo del Kremlin"))[0].text
    assert answer.endswith("Aquí no llegó: se dio de baja.")


async def test_what_is_not_understood_is_not_invented(room: BotRoom) -> None:
    assert (await room.ask(room.person(), "¿qué dijo el vecino del quinto?"))[0].text == plain(SHORT_HELP)
