"""doctor: what is wrong with this installation, check by check."""

import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp.test_utils import unused_port
from telegram import ChatMember

from bot.checkup import clock_checkup, examine_telegram, may_write
from bot.compose import open_house
from jobs.backups import back_up_when_due
from jobs.doctor import examine
from jobs.lock import only_instance
from jobs.store_thread import StoreThread
from local.server import LocalServer, start_local_server
from talks.settings import Settings
from talks.store.chats import save_chat
from talks.store.connection import open_store
from talks.store.sources import active_sources, add_source, record_failure
from tests.bot_room import BOT_ID, TOKEN
from tests.steps import (
    NOON,
    a_chat,
    an_article_is_stored,
    it_ends,
    next_delivery,
    somebody_subscribes,
    something_happens,
)


@pytest_asyncio.fixture
async def thread(tmp_path: Path) -> AsyncIterator[StoreThread]:
    opened = StoreThread(tmp_path / "tregua.db")
    yield opened
    opened.close()


@asynccontextmanager
async def bot_server() -> AsyncIterator[tuple[LocalServer, dict[str, object]]]:
    """The local Bot API, and the settings that lead to it."""
    server = await start_local_server(token=TOKEN)
    try:
        yield server, {"telegram_token": TOKEN, "telegram_api_url": server.base_url.removesuffix("/bot")}
    finally:
        await server.stop()


async def findings(
    thread: StoreThread, folder: Path, *, now: datetime = NOON, **overrides: object
) -> dict[str, tuple[bool, str]]:
    settings = Settings(_env_file=None).model_copy(update={"data": folder, "seeds": folder, **overrides})
    return {found.name: (found.is_fine, found.sentence) async for found in examine(thread, settings, now=now)}


async def test_a_sound_installation_has_nothing_wrong(thread: StoreThread, tmp_path: Path) -> None:
    await thread(an_article_is_stored)
    await thread(somebody_subscribes)
    found = await findings(thread, tmp_path)
    assert [name for name, (is_fine, _) in found.items() if not is_fine] == []
    assert found["fuentes"][1] == "1, última ronda hace 0 s."
    assert found["entregas"][1] == "ninguna; 1 suscriptor."


async def test_it_says_whether_there_is_a_token_and_never_which(thread: StoreThread, tmp_path: Path) -> None:
    assert "chat local" in (await findings(thread, tmp_path))["ajustes"][1]
    sentence = (await findings(thread, tmp_path, telegram_token="123456:secreto"))["ajustes"][1]
    assert sentence.startswith("token puesto")
    assert "secreto" not in sentence


async def test_an_installation_without_feeds_is_told(thread: StoreThread, tmp_path: Path) -> None:
    is_fine, sentence = (await findings(thread, tmp_path))["fuentes"]
    assert (is_fine, sentence.startswith("0, ninguna ronda todavía; añade alguna")) == (False, True)


async def test_feeds_that_fail_are_named_and_all_failing_is_wrong(thread: StoreThread, tmp_path: Path) -> None:
    for name in ("Alfa", "Beta"):
        await thread(add_source, url=f"https://{name}.example/rss", title=name)
    first, second = await thread(active_sources)
    await thread(record_failure, first.id, error="404", now=NOON - timedelta(minutes=7), next_check_at=NOON)
    advice = ": mira «tregua feeds check»."
    assert (await findings(thread, tmp_path))["fuentes"] == (True, f"2, última ronda hace 7 min; fallan Alfa{advice}")
    await thread(record_failure, second.id, error="404", now=NOON, next_check_at=NOON)
    found = await findings(thread, tmp_path)
    assert found["fuentes"] == (False, f"2, última ronda hace 0 s; fallan Alfa, Beta{advice}")


async def test_deliveries_are_counted_by_their_state(thread: StoreThread, tmp_path: Path) -> None:
    await thread(somebody_subscribes)
    await thread(something_happens)
    delivery = await thread(next_delivery)
    assert delivery is not None
    await thread(it_ends, delivery, "ambiguous", error="sin respuesta")
    assert (await findings(thread, tmp_path))["entregas"] == (True, "1 en duda; 1 suscriptor.")


async def test_a_seed_folder_that_is_not_there_is_wrong(thread: StoreThread, tmp_path: Path) -> None:
    is_fine, sentence = (await findings(thread, tmp_path, seeds=tmp_path / "nada"))["semillas"]
    assert not is_fine
    assert sentence.endswith("nada no es una carpeta; créala o cambia TREGUA_SEEDS.")


async def test_feeds_that_are_late_are_a_fault_only_while_the_bot_runs(thread: StoreThread, tmp_path: Path) -> None:
    await thread(an_article_is_stored)
    later = NOON + timedelta(days=1)
    assert (await findings(thread, tmp_path, now=later))["fuentes"][0]
    with only_instance(tmp_path):
        (tmp_path / "tregua.lock").touch()
        os.utime(tmp_path / "tregua.lock", (NOON.timestamp(), NOON.timestamp()))
        found = await findings(thread, tmp_path, now=later)
    assert (found["fuentes"][0], "sin leer desde hace 24 h" in found["fuentes"][1]) == (False, True)
    assert found["proceso"][1] == f"en marcha desde hace 24 h ({os.getpid()})."


async def test_messages_that_do_not_leave_are_a_fault_only_while_the_bot_runs(
    thread: StoreThread, tmp_path: Path
) -> None:
    await thread(somebody_subscribes)
    await thread(something_happens)
    later = NOON + timedelta(hours=1)
    overrides = {"now": later, "telegram_token": "1:abc", "poll_seconds": 86_400}
    assert (await findings(thread, tmp_path, **overrides))["entregas"][0]
    with only_instance(tmp_path):
        assert not (await findings(thread, tmp_path, **overrides))["entregas"][0]


async def test_copies_that_are_not_made_are_a_fault_only_while_the_bot_runs(
    thread: StoreThread, tmp_path: Path
) -> None:
    assert (await findings(thread, tmp_path))["copias"][1].startswith("ninguna todavía")
    back_up_when_due(tmp_path / "tregua.db", tmp_path / "backups", every=timedelta(days=1), copies=1, now=NOON)
    later = NOON + timedelta(days=3)
    found = (await findings(thread, tmp_path, now=later))["copias"]
    assert found == (True, f"la última hace 3 días, en {tmp_path / 'backups'}.")
    with only_instance(tmp_path):
        assert not (await findings(thread, tmp_path, now=later))["copias"][0]
        assert (await findings(thread, tmp_path, now=later, backup_hours=0))["copias"][0]


async def test_it_says_the_versions_of_what_it_stands_on(thread: StoreThread, tmp_path: Path) -> None:
    is_fine, sentence = (await findings(thread, tmp_path))["versiones"]
    assert is_fine
    assert re.match(r"Tregua \S+, Python 3\.\d+\.\d+, python-telegram-bot 22\..* SQLite 3\.[\d.]+, m\d{3}\.$", sentence)


async def test_a_model_that_is_not_installed_is_named(thread: StoreThread, tmp_path: Path) -> None:
    is_fine, sentence = (await findings(thread, tmp_path, spacy_model="es_nada_sm"))["ajustes"]
    assert (is_fine, "«es_nada_sm» y no está instalado" in sentence) == (False, True)


async def test_a_webhook_without_tls_is_wrong(thread: StoreThread, tmp_path: Path) -> None:
    is_fine, sentence = (await findings(thread, tmp_path, webhook_url="http://x.example"))["ajustes"]
    assert (is_fine, "no es https" in sentence) == (False, True)


async def remote_findings(folder: Path, **values: object) -> dict[str, tuple[bool, str]]:
    settings = Settings(_env_file=None).model_copy(update={"data": folder, **values})  # type: ignore[call-arg]
    async with open_house(settings) as house:
        return {found.name: (found.is_fine, found.sentence) async for found in examine_telegram(house)}


async def test_a_bot_that_answers_has_nothing_wrong(tmp_path: Path) -> None:
    async with bot_server() as (server, values):
        found = await remote_findings(tmp_path, **values)
    assert [name for name, (is_fine, _) in found.items() if not is_fine] == []
    assert found["Telegram"][1].startswith(f"@{server.state.bot.username} en http://127.0.0.1:")
    assert (found["reloj"][1], found["permisos"][1]) == ("en hora.", "puede escribir en 0 grupos y canales.")


async def test_without_a_token_telegram_is_not_asked(tmp_path: Path) -> None:
    assert list(await remote_findings(tmp_path)) == ["Telegram"]


async def test_a_token_that_is_refused_is_told_without_showing_it(tmp_path: Path) -> None:
    async with bot_server() as (_, values):
        found = await remote_findings(tmp_path, **{**values, "telegram_token": "123456:otro"})
    assert (found["Telegram"][0], "no acepta TELEGRAM_TOKEN" in found["Telegram"][1]) == (False, True)
    assert not any("otro" in sentence for _, sentence in found.values())


async def test_a_server_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    nowhere = f"http://127.0.0.1:{unused_port()}"
    found = await remote_findings(tmp_path, telegram_token=TOKEN, telegram_api_url=nowhere)
    assert (found["Telegram"][0], found["Telegram"][1].startswith(f"no se llega a {nowhere}")) == (False, True)


async def test_a_channel_where_the_bot_may_not_post_is_named_by_its_number(tmp_path: Path) -> None:
    async with bot_server() as (server, values):
        open_group = server.group("Grupo")
        with_store = open_store(tmp_path / "tregua.db")
        for chat_id in (open_group.id, -100999):
            chat = a_chat(chat_id, bot_id=BOT_ID, kind="supergroup", title="Secreto")
            save_chat(with_store, chat, now=NOON)
        with_store.close()
        found = await remote_findings(tmp_path, **values)
    assert found["permisos"] == (False, "no se puede escribir en -100999; haz al bot administrador allí.")


@pytest.mark.parametrize(
    ("member", "kind", "may"),
    [
        ({"status": "member"}, "supergroup", True),
        ({"status": "left"}, "supergroup", False),
        ({"status": "member"}, "channel", False),
        ({"status": "administrator", "can_post_messages": True}, "channel", True),
        ({"status": "administrator", "can_post_messages": False}, "channel", False),
        ({"status": "restricted", "can_send_messages": False}, "supergroup", False),
    ],
)
def test_rights_are_read_by_the_kind_of_chat(member: dict[str, object], kind: str, may: bool) -> None:
    every_right = dict.fromkeys(RIGHTS, False)
    user = {"id": BOT_ID, "is_bot": True, "first_name": "Tregua"}
    found = ChatMember.de_json({"user": user, **every_right, **member}, None)
    assert may_write(found, a_chat(-1, kind=kind)) is may


RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories", "is_member", "can_send_messages", "can_send_audios",
    "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes", "can_send_voice_notes",
    "can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_pin_messages",
    "can_manage_topics", "until_date", "can_edit_tag", "can_react_to_messages",
)  # fmt: skip


@pytest.mark.parametrize(
    ("skew", "words"),
    [(timedelta(seconds=40), "adelantado 40 s"), (timedelta(minutes=-10), "atrasado 10 min"), (None, "sin comparar")],
)
def test_a_clock_that_is_wrong_is_told(skew: timedelta | None, words: str) -> None:
    found = clock_checkup(None if skew is None else NOON - skew, now=NOON)
    assert (found.is_fine, words in found.sentence) == (skew is None, True)
