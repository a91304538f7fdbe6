"""/ajustes, /pausa, /seguir and /dejar in the chat, and what they change about the alerts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.texts.chat import STALE_BUTTON
from jobs.deliver import DeliverReport
from jobs.release import release
from local.people import User
from local.state import Message
from talks.store.chats import find_chat
from talks.store.wishes import wishes_of
from talks.types import QuotedWords, Wishes
from tests.bot_room import BOT_ID, BotRoom, bot_running
from tests.steps import something_happens


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[BotRoom]:
    async with bot_running(tmp_path) as running:
        yield running


async def press(user: User, message: Message, button: str | None = None, *, data: str | None = None) -> Message:
    user.press(message, button, data=data)
    return (await user.wait())[-1]


async def settings_of(room: BotRoom, user: User) -> Message:
    return (await room.ask(user, "/ajustes"))[0]


async def wishes(room: BotRoom, user: User) -> Wishes:
    return await room.desk.read(wishes_of, BOT_ID, user.id)


async def told(room: BotRoom, key: str, **fields: object) -> DeliverReport:
    """Something happens, and what is due is sent."""
    await room.desk.write(something_happens, key, **fields)
    return await round_of(room)


async def round_of(room: BotRoom) -> DeliverReport:
    await release(room.desk.write, bot_id=BOT_ID, now=room.desk.now)
    return await room.deliver()


async def test_settings_are_shown_in_one_message(room: BotRoom) -> None:
    ana = await room.subscribed()
    message = await settings_of(room, ana)
    assert message.text == (
        "Ajustes\n\nAvisos: cada novedad en cuanto se conoce\nSilencio: ninguno\nSigues: a nadie todavía\n"
        "Hora local: 13:00 (Madrid)"
    )
    assert [button.text for button in message.buttons] == [
        "✓ Al instante, todo", "Solo lo importante", "Solo lo que sigo", "Un resumen", "Horas de silencio",
        "Zona horaria", "Personas y temas", "Pausa",
    ]  # fmt: skip


async def test_every_button_of_the_settings_edits_the_message(room: BotRoom) -> None:
    ana = await room.subscribed()
    message = await settings_of(room, ana)
    digest = ["Un resumen", "Hora del resumen", "9:00", "lunes", "‹ Ajustes"]
    for button in (
        *digest,
        "Horas de silencio",
        "23:00–8:00",
        "Zona horaria",
        "Bogotá",
        "Personas y temas",
        "+ Territorio",
    ):
        shown = await press(ana, message, button)
        assert (shown.message_id, shown.is_edited) == (message.message_id, True)
    assert await wishes(room, ana) == Wishes("digest", 9, 0, 23, 8, None, ("theme:territorio",))
    text = (await settings_of(room, ana)).text
    assert (
        "Resumen: los lunes a las 9:00\nSilencio: de 23:00 a 8:00\nSigues: Territorio\nHora local: 7:00 (Bogotá)"
        in text
    )


async def test_three_taps_make_a_subscription(room: BotRoom) -> None:
    ana = room.person()
    welcome = (await room.ask(ana, "/start"))[0]
    chosen = await press(ana, welcome, "Un resumen")
    assert chosen.text.startswith("Ajustes\n\nAvisos: un resumen a su hora, nada más\nResumen: cada día a las 20:00")


async def test_only_what_matters_comes_in_that_mode(room: BotRoom) -> None:
    ana = await room.subscribed()
    await press(ana, await settings_of(room, ana), "Solo lo importante")
    assert await told(room, "1", importance=1) == DeliverReport()
    assert await told(room, "2", importance=2) == DeliverReport(sent=1)
    ana.press((await ana.wait())[-1], "¿Por qué me llega?")
    assert (await ana.wait())[-1].text.endswith(
        "este chat recibe solo lo importante, y esto lo es. /ajustes lo cambia."
    )


async def test_only_what_is_followed_comes_in_that_mode(room: BotRoom) -> None:
    ana = await room.subscribed()
    answer = (await room.ask(ana, "/seguir Witkoff"))[0]
    assert answer.text.startswith("Desde ahora sigues: Steve Witkoff.")
    await press(ana, answer, "Recibir solo lo que sigo")
    assert await told(room, "1", importance=3) == DeliverReport()
    assert await told(room, "2", importance=1, actors=("Steve Witkoff",)) == DeliverReport(sent=1)
    assert await told(room, "3", quote=QuotedWords("Sin acuerdo todavía", "Steve Witkoff")) == DeliverReport(sent=1)


async def test_a_digest_comes_once_at_its_hour_as_one_message(room: BotRoom) -> None:
    ana = await room.subscribed()
    await press(ana, await settings_of(room, ana), "Un resumen")
    ana.look_away()
    assert await told(room, "1", headline="Primera") == DeliverReport()
    assert await told(room, "2", headline="Segunda", story_id="s2") == DeliverReport()
    room.at[0] = datetime(2026, 3, 10, 19, 0, tzinfo=UTC)
    assert await round_of(room) == DeliverReport(sent=1)
    digest = (await ana.wait())[0].text
    assert digest == "2 novedades\n\n🟢 mar 10 mar: Segunda (Diario)\n\n🟢 mar 10 mar: Primera (Diario)"
    assert await told(room, "3", story_id="s3") == DeliverReport()
    room.at[0] += timedelta(days=1)
    assert await round_of(room) == DeliverReport(sent=1)


async def test_a_weekly_digest_waits_for_its_day(room: BotRoom) -> None:
    ana = await room.subscribed()
    message = await settings_of(room, ana)
    for button in ("Un resumen", "Hora del resumen", "jueves"):
        await press(ana, message, button)
    await told(room, "1")
    room.at[0] = datetime(2026, 3, 11, 21, 0, tzinfo=UTC)
    assert await round_of(room) == DeliverReport()
    room.at[0] += timedelta(days=1)
    assert await round_of(room) == DeliverReport(sent=1)


async def test_what_comes_in_quiet_hours_arrives_as_one_message_when_they_end(room: BotRoom) -> None:
    ana = await room.subscribed()
    await press(ana, await settings_of(room, ana), data="set:quiet:12-15")
    ana.look_away()
    for n in "123":
        assert await told(room, n, headline=f"Suceso {n}", story_id=n) == DeliverReport()
    room.at[0] += timedelta(hours=2)
    assert await round_of(room) == DeliverReport(sent=1)
    assert (await ana.wait())[0].text.startswith("3 novedades\n\n")


async def test_a_single_one_of_the_night_arrives_as_the_alert_it_is(room: BotRoom) -> None:
    ana = await room.subscribed()
    await room.ask(ana, "/pausa 2h")
    ana.look_away()
    assert await told(room, "1") == DeliverReport()
    room.at[0] += timedelta(hours=2)
    assert await round_of(room) == DeliverReport(sent=1)
    assert [button.text for button in (await ana.wait())[0].buttons][-1] == "Silenciar"


@pytest.mark.parametrize(
    ("asked", "until"),
    [
        ("8h", "hoy a las 21:00"),
        ("2 días", "jue 12 mar a las 13:00"),
        ("una semana", "mar 17 mar a las 13:00"),
        ("hasta mañana", "mañana a las 8:00"),
        ("hasta las 18", "hoy a las 18:00"),
        ("30 min", "hoy a las 13:30"),
    ],
)
async def test_a_pause_is_understood(room: BotRoom, asked: str, until: str) -> None:
    ana = await room.subscribed()
    assert (await room.ask(ana, f"/pausa {asked}"))[0].text.startswith(f"En pausa hasta {until}.")


@pytest.mark.parametrize("asked", ["nunca", "0h", "8 lunas", "x" * 4000, "-3h", "<b>", "🙂", "99999h", "hasta las 99"])
async def test_a_pause_that_makes_no_sense_gets_a_hint(room: BotRoom, asked: str) -> None:
    ana = await room.subscribed()
    assert (await room.ask(ana, f"/pausa {asked}"))[0].text.startswith("No entiendo cuánto tiempo.")


async def test_a_pause_is_offered_by_buttons_and_ended_by_one(room: BotRoom) -> None:
    ana = await room.subscribed()
    question = (await room.ask(ana, "/pausa"))[0]
    paused = await press(ana, question, "8 horas")
    assert paused.text.endswith("En pausa hasta hoy a las 21:00.")
    resumed = await press(ana, paused, "Reanudar ya")
    assert "En pausa" not in resumed.text
    assert (await room.ask(ana, "/pausa no"))[0].text == "Los avisos no están en pausa."


async def test_the_time_zone_can_be_typed(room: BotRoom) -> None:
    ana = await room.subscribed()
    assert (await room.ask(ana, "/ajustes zona America/Lima"))[0].text.endswith("Hora local: 7:00 (America/Lima)")
    assert (await room.ask(ana, "/ajustes zona lima"))[0].text.endswith("(America/Lima)")
    assert (await room.ask(ana, "/ajustes zona Marte"))[0].text.startswith("No conozco esa zona horaria.")
    chat = await room.desk.read(find_chat, BOT_ID, ana.id)
    assert chat is not None
    assert chat.timezone == "America/Lima"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("/seguir territorio", "Desde ahora sigues: Territorio."),
        ("/seguir alto el fuego", "Desde ahora sigues: Alto el fuego."),
        ("/seguir", "Escribe a quién o qué seguir: /seguir Witkoff"),
        ("/seguir xyzzy", "No conozco a nadie ni ningún tema como «xyzzy»."),
        ("/seguir ministro de exteriores", "¿A quién te refieres?"),
        ("/dejar Peskov", "No seguías: Dmitri Peskov."),
        ("/dejar", "Escribe a quién o qué dejar"),
        ("/seguir " + "x" * 4000, "No conozco a nadie ni ningún tema como «xxx"),
    ],
)
async def test_people_and_themes_are_followed_by_their_names(room: BotRoom, asked: str, answer: str) -> None:
    ana = await room.subscribed()
    assert (await room.ask(ana, asked))[0].text.startswith(answer)


async def test_what_is_followed_can_be_left(room: BotRoom) -> None:
    ana = await room.subscribed()
    await room.ask(ana, "/seguir Peskov")
    assert (await room.ask(ana, "/seguir Peskov"))[0].text == "Ya seguías: Dmitri Peskov."
    message = await settings_of(room, ana)
    assert "Sigues: Dmitri Peskov" in message.text
    await press(ana, message, "Personas y temas")
    await press(ana, message, "✕ Dmitri Peskov")
    assert await wishes(room, ana) == Wishes()
    await room.ask(ana, "/seguir territorio")
    assert (await room.ask(ana, "/dejar territorio"))[0].text == "Hecho: ya no sigues: Territorio."


async def test_a_muted_story_is_listed_and_taken_back(room: BotRoom) -> None:
    ana = await room.subscribed()
    await told(room, "1", headline="Ronda en Ginebra")
    await press(ana, (await ana.wait())[-1], "Silenciar")
    message = await settings_of(room, ana)
    assert "Historias silenciadas: 1" in message.text
    await press(ana, message, "Silenciadas")
    cleared = await press(ana, message, "✕ Ronda en Ginebra")
    assert cleared.text == "No hay historias silenciadas."
    assert await told(room, "2") == DeliverReport(sent=1)


async def test_who_comes_back_finds_everything_as_it_was(room: BotRoom) -> None:
    ana = await room.subscribed()
    await press(ana, await settings_of(room, ana), "Solo lo importante")
    await room.ask(ana, "/seguir territorio")
    await room.ask(ana, "/stop")
    await room.ask(ana, "/start")
    assert await wishes(room, ana) == Wishes("important", follows=("theme:territorio",))


async def test_without_a_subscription_the_settings_offer_one(room: BotRoom) -> None:
    ana = room.person()
    message = await settings_of(room, ana)
    assert message.text == "Ajustes\n\nAquí no llegan avisos."
    ana.press(message, "Recibir avisos")
    assert (await ana.wait())[-1].text.startswith("Hecho: desde ahora te aviso")
    luis = room.person("Luis")
    assert (await room.ask(luis, "/pausa 8h"))[0].text == "Aquí no llegan avisos todavía: /start los activa."


async def test_in_a_group_only_administrators_change_settings(room: BotRoom) -> None:
    ana, luis = room.person(), room.person("Luis")
    group = room.server.group("Familia", members=[ana, luis])
    await group.wait()
    await room.ask(ana, "/start", chat=group)
    for command in ("/ajustes", "/pausa 8h", "/seguir territorio", "/dejar territorio"):
        assert (await room.ask(luis, command, chat=group))[0].text.startswith("En un grupo, solo quien lo administra")
    message = (await room.ask(ana, "/ajustes", chat=group))[0]
    answer = await luis.answer(luis.press(message, "Un resumen"))
    assert answer["text"].startswith("En un grupo, solo quien lo administra")
    ana.press(message, "Un resumen")
    assert "un resumen a su hora" in (await group.wait())[-1].text


@pytest.mark.parametrize(
    "data",
    ["set:mode:raro", "set:hour:25", "set:hour:-1", "set:week:9", "set:week:", "set:quiet:1", "set:quiet:24-3",
     "set:zone:Marte", "set:follow:person:nadie", "set:follow:x", "set:raro", "set:raro:x", "set:pause:nunca",
     "set:hour:٣"],
)  # fmt: skip
async def test_a_forged_setting_changes_nothing(room: BotRoom, data: str) -> None:
    ana = await room.subscribed()
    message = await settings_of(room, ana)
    assert await ana.answer(ana.press(message, data=data)) == {"text": STALE_BUTTON}
    assert await wishes(room, ana) == Wishes()
