"""doctor: what is wrong with this installation, check by check."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest_asyncio

from jobs.doctor import examine
from jobs.store_thread import StoreThread
from talks.settings import Settings
from talks.store.outbox import claim_delivery, mark_ambiguous
from talks.store.sources import active_sources, add_source, record_failure
from tests.steps import NOON, an_article_is_stored, somebody_subscribes, something_happens


@pytest_asyncio.fixture
async def thread(tmp_path: Path) -> AsyncIterator[StoreThread]:
    opened = StoreThread(tmp_path / "tregua.db")
    yield opened
    opened.close()


async def findings(thread: StoreThread, folder: Path, **overrides: object) -> dict[str, tuple[bool, str]]:
    settings = Settings(_env_file=None).model_copy(update={"data": folder, "seeds": folder, **overrides})
    return {found.name: (found.is_fine, found.sentence) async for found in examine(thread, settings, now=NOON)}


async def test_a_sound_installation_has_nothing_wrong(thread: StoreThread, tmp_path: Path) -> None:
    await thread(an_article_is_stored)
    await thread(somebody_subscribes)
    found = await findings(thread, tmp_path)
    assert [name for name, (is_fine, _) in found.items() if not is_fine] == []
    assert found["fuentes"][1] == "1, última ronda hace 0 min."
    assert found["entregas"][1] == "ninguna; 1 suscriptor."


async def test_it_says_whether_there_is_a_token_and_never_which(thread: StoreThread, tmp_path: Path) -> None:
    assert "chat local" in (await findings(thread, tmp_path))["ajustes"][1]
    sentence = (await findings(thread, tmp_path, telegram_token="123456:secreto"))["ajustes"][1]
    assert sentence.startswith("token puesto")
    assert "secreto" not in sentence


async def test_an_installation_without_feeds_is_told(thread: StoreThread, tmp_path: Path) -> None:
    assert (await findings(thread, tmp_path))["fuentes"] == (False, "0, ninguna ronda todavía.")


async def test_feeds_that_fail_are_named_and_all_failing_is_wrong(thread: StoreThread, tmp_path: Path) -> None:
    for name in ("Alfa", "Beta"):
        await thread(add_source, url=f"https://{name}.example/rss", title=name)
    first, second = await thread(active_sources)
    await thread(record_failure, first.id, error="404", now=NOON - timedelta(minutes=7), next_check_at=NOON)
    assert (await findings(thread, tmp_path))["fuentes"] == (True, "2, última ronda hace 7 min; fallan Alfa.")
    await thread(record_failure, second.id, error="404", now=NOON, next_check_at=NOON)
    assert (await findings(thread, tmp_path))["fuentes"] == (False, "2, última ronda hace 0 min; fallan Alfa, Beta.")


async def test_deliveries_are_counted_by_their_state(thread: StoreThread, tmp_path: Path) -> None:
    await thread(somebody_subscribes)
    await thread(something_happens)
    delivery = await thread(claim_delivery, 1, now=NOON)
    assert delivery is not None
    await thread(mark_ambiguous, delivery, error="sin respuesta")
    assert (await findings(thread, tmp_path))["entregas"] == (True, "1 en duda; 1 suscriptor.")


async def test_a_seed_folder_that_is_not_there_is_wrong(thread: StoreThread, tmp_path: Path) -> None:
    is_fine, sentence = (await findings(thread, tmp_path, seeds=tmp_path / "nada"))["semillas"]
    assert not is_fine
    assert sentence.endswith("nada no es una carpeta.")
