"""Ten visits of new subscribers, from /start to the first useful answer: at most three messages typed."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from local.people import User
from local.state import Message
from talks.store.chats import find_chat
from talks.store.connection import open_store
from talks.store.wishes import wishes_of
from talks.types import QuotedWords, Wishes
from tests.archive import all_happens
from tests.bot_room import BOT_ID, BotRoom, bot_running
from tests.steps import something_happens

MOST_TYPED = 3


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, datetime]:
    """A database with what the seeds tell, and when the last of it was told."""
    path = tmp_path_factory.mktemp("archive") / "tregua.db"
    with closing(open_store(path)) as store:
        return path, all_happens(store)


@pytest_asyncio.fixture
async def room(tmp_path: Path, archive: tuple[Path, datetime]) -> AsyncIterator[BotRoom]:
    """Everybody comes on the day after."""
    path, told_at = archive
    shutil.copy(path, tmp_path)
    async with bot_running(tmp_path) as running:
        running.at[0] = told_at + timedelta(days=1)
        yield running


@dataclass
class Visitor:
    """A person who types and taps; what they typed is counted, /start and what follows a link too."""

    room: BotRoom
    user: User
    typed: list[str] = field(default_factory=list)

    async def type(self, text: str, **where: object) -> Message:
        self.typed.append(text)
        return (await self.room.ask(self.user, text, **where))[-1]

    async def tap(self, message: Message, button: str) -> Message:
        self.user.press(message, button)
        place = self.room.server.state.chats[message.chat_id]
        return (await self.room.server.state.wait_for_new(place, 1, seconds=20))[-1]

    async def alerted(self, **fields: object) -> Message | None:
        """What of this reaches the visitor, if anything."""
        self.user.look_away()
        await self.room.desk.write(something_happens, f"{self.user.id}/{fields}", **fields)
        await self.room.deliver()
        return self.user.new[-1] if self.user.new else None


async def a_journalist_wants_the_exact_words_of_the_kremlin(visitor: Visitor) -> None:
    await visitor.type("/start")
    card = await visitor.type("/quien portavoz del kremlin")
    assert card.text.startswith("Dmitri Peskov\nPortavoz del Kremlin, desde el 22 de mayo de 2012")
    words = await visitor.tap(card, "Todo lo que dijo Peskov")
    assert "• «Se trata de un proceso de trabajo». — Archivo de Tregua, mar 23 dic 2025" in words.text


async def a_mother_asks_about_the_prisoners(visitor: Visitor) -> None:
    await visitor.type("/start")
    answer = await visitor.type("prisioneros")
    assert "🟢 Canje realizado. Canje de quinientos prisioneros por bando" in answer.text
    assert "jue 5 feb\n🟢 Canje realizado. Canje de 157 prisioneros" in answer.text


async def an_analyst_compares_what_each_side_says_of_a_plan(visitor: Visitor) -> None:
    await visitor.type("/start")
    all_themes = await visitor.type("/posiciones")
    one = await visitor.tap(all_themes, "Planes de paz")
    assert one.text.endswith(
        "Rusia · Lavrov\nparáfrasis: Moscú y Washington ataquen juntos las causas profundas del conflicto"
        " — Archivo de Tregua, mié 24 sept 2025"
    )


async def who_administers_a_group_wants_it_quiet(visitor: Visitor) -> None:
    group = visitor.room.server.group("Familia", members=[visitor.user])
    await group.wait()
    welcome = await visitor.type("/start@tregua_local_bot", chat=group)
    settings = await visitor.tap(welcome, "Solo lo importante")
    assert "Avisos: reuniones, acuerdos, canjes, sanciones y palabras de los principales" in settings.text
    stored = await visitor.room.desk.read(find_chat, BOT_ID, group.id)
    assert stored is not None
    assert stored.is_subscribed
    assert await visitor.room.desk.read(wishes_of, BOT_ID, group.id) == Wishes("important")
    answer = await visitor.type("/timeline abu dabi", chat=group)
    assert "vie 23 – sáb 24 ene · Abu Dabi\n🟢 Reunión celebrada." in answer.text


async def an_editor_wants_one_digest_every_morning(visitor: Visitor) -> None:
    welcome = await visitor.type("/start")
    settings = await visitor.tap(welcome, "Un resumen")
    hours = await visitor.tap(settings, "Hora del resumen")
    settings = await visitor.tap(await visitor.tap(hours, "9:00"), "‹ Ajustes")
    assert "Resumen: cada día a las 9:00" in settings.text
    assert await visitor.alerted() is None


async def somebody_misspells_a_name(visitor: Visitor) -> None:
    await visitor.type("/start")
    card = await visitor.type("Umerof")
    assert card.text.startswith(
        "No conozco a nadie como «Umerof»; lo más parecido:\nRustem Umerov\n"
        "Secretario del Consejo de Seguridad Nacional y Defensa de Ucrania, desde el 18 de julio de 2025"
    )


async def a_diplomat_follows_one_man_and_nothing_else(visitor: Visitor) -> None:
    await visitor.type("/start")
    answer = await visitor.type("/seguir Witkoff")
    await visitor.tap(answer, "Recibir solo lo que sigo")
    assert await visitor.alerted(headline="Otra ronda", actors=("Dmitri Peskov",)) is None
    alert = await visitor.alerted(headline="Witkoff viaja a Moscú", actors=("Steve Witkoff",))
    assert alert is not None
    assert "Witkoff viaja a Moscú" in alert.text


async def a_student_comes_by_a_link_of_a_friend(visitor: Visitor) -> None:
    answer = await visitor.type("/start timeline-ginebra")
    assert "mar 17 – mié 18 feb · Ginebra\n🟢 Reunión celebrada. Tercera ronda trilateral en Ginebra" in answer.text
    welcome = await visitor.tap(answer, "Recibir avisos")
    assert welcome.text.startswith("Hecho: desde ahora te aviso")


async def an_emigrant_asks_about_the_man_in_an_alert(visitor: Visitor) -> None:
    await visitor.type("/start")
    words = QuotedWords("No hay fecha todavía", "Kirill Dmitriev")
    alert = await visitor.alerted(headline="Moscú no pone fecha", quote=words)
    assert alert is not None
    assert "Dmitriev: «No hay fecha todavía»." in alert.text
    card = await visitor.type("¿y quién es?", reply_to=alert)
    assert card.text.startswith("Kirill Dmitriev\nRepresentante especial del presidente ruso")


async def somebody_who_lost_the_thread_catches_up(visitor: Visitor) -> None:
    welcome = await visitor.type("/start")
    news = await visitor.tap(welcome, "Cronología")
    assert news.text.startswith("Cronología · 1–5 de ")
    meetings = await visitor.tap(news, "Reuniones")
    assert "mié 18 feb · Ginebra\n🟢 Reunión celebrada. Medinski da por terminada" in meetings.text


Visit = Callable[[Visitor], Awaitable[None]]
VISITS: tuple[Visit, ...] = (
    a_journalist_wants_the_exact_words_of_the_kremlin,
    a_mother_asks_about_the_prisoners,
    an_analyst_compares_what_each_side_says_of_a_plan,
    who_administers_a_group_wants_it_quiet,
    an_editor_wants_one_digest_every_morning,
    somebody_misspells_a_name,
    a_diplomat_follows_one_man_and_nothing_else,
    a_student_comes_by_a_link_of_a_friend,
    an_emigrant_asks_about_the_man_in_an_alert,
    somebody_who_lost_the_thread_catches_up,
)


@pytest.mark.parametrize("visit", VISITS, ids=lambda visit: visit.__name__)
async def test_a_new_subscriber_has_a_useful_answer_after_at_most_three_messages(room: BotRoom, visit: Visit) -> None:
    visitor = Visitor(room, room.person())
    await visit(visitor)
    assert visitor.typed[0].startswith("/start")
    assert len(visitor.typed) <= MOST_TYPED


def test_there_are_ten_visits() -> None:
    assert len({visit.__name__ for visit in VISITS}) == 10
