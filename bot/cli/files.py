"""analyse, replay, backup and restore: commands that take or make a file."""

from __future__ import annotations

import json
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.compose import date_inference, utc_now
from bot.logs import configure_logs
from jobs.archive import in_utc, read_archive
from jobs.backups import copy_file
from jobs.lock import only_instance
from jobs.replay import Replayed
from jobs.replay import replay as replay_articles
from talks.errors import SettingsError
from talks.news.newsroom import Newsroom
from talks.reading.as_json import reading_as_json
from talks.settings import load_settings
from talks.store.backup import backup as back_up
from talks.store.backup import restore as bring_back
from talks.store.connection import open_store
from talks.store.outbox import doubt_what_waited
from talks.store.sources import take_backlog_as_known
from talks.types import Article, Reading

if TYPE_CHECKING:
    from talks.reading.reader import Reader

Source = Annotated[Path, typer.Argument(help="JSON Lines (id, source, url, published, title, text) o un texto.")]
AsJson = Annotated[bool, typer.Option("--json", help="Un objeto JSON por artículo.")]


def analyse(
    file: Source,
    published: Annotated[str | None, typer.Option(help="Fecha ISO de lo que no la lleve.")] = None,
    as_json: AsJson = False,
) -> None:
    configure_logs()
    reader = _reader()
    infer_date = date_inference(load_settings())
    articles = read_archive(file, published=_instant(published), now=utc_now(), infer_date=infer_date)
    for article, reading in zip(articles, reader.read_many(articles), strict=True):
        _print(analysis_row(article, reading), as_json)


def _reader() -> Reader:
    """Loaded here and not at the top: no other command needs spaCy in its own process."""
    from talks.reading.reader import load_reader

    return load_reader(model=load_settings().spacy_model)


def analysis_row(article: Article, reading: Reading) -> dict[str, Any]:
    """The contract's object for one article on its own: nothing is known before it, so no story and no alert."""
    return {
        "id": article.id,
        "relevant": reading.relevance.is_central,
        "relevance": round(reading.relevance.score, 4),
        "story": None,
        "novelty": "new" if reading.relevance.is_central else "offtopic",
        "reason": "Leído por separado, sin comparar con nada.",
        "alert": None,
        **reading_as_json(article, reading),
    }


def replay(
    file: Source,
    as_json: AsJson = False,
    any_topic: Annotated[bool, typer.Option(help="No mira de qué trata: para medir historias.")] = False,
    explain: Annotated[str | None, typer.Option(help="Dice por qué de este artículo.")] = None,
) -> None:
    configure_logs()
    reader = _reader()
    articles = read_archive(file, published=None, now=utc_now())
    with tempfile.TemporaryDirectory() as folder, closing(open_store(Path(folder) / "replay.db")) as store:
        stream = replay_articles(articles, store=store, newsroom=Newsroom(), read=reader.read, is_any_topic=any_topic)
        for replayed in stream:
            if explain in (None, replayed.article.id):
                _print(replay_row(replayed), as_json and explain is None)


def replay_row(replayed: Replayed) -> dict[str, Any]:
    verdict, article = replayed.verdict, replayed.article
    return {
        **analysis_row(article, replayed.reading),
        "story": replayed.story_id,
        "novelty": verdict.novelty,
        "reason": verdict.reason,
        "alert": _alert_row(replayed) if replayed.is_alert else None,
    }


def _alert_row(replayed: Replayed) -> dict[str, Any] | None:
    told = replayed.verdict.development
    if told is None:
        return None
    return {
        "headline": told.headline,
        "summary": told.summary,
        "type": told.type,
        "status": told.status,
        "importance": told.importance,
        "sources": [replayed.article.outlet],
    }


def _print(row: dict[str, Any], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(row, ensure_ascii=False))
    else:
        typer.echo(f"{row['id']}: {row['novelty']} · {row['reason']}")
        for quote in row["quotes"]:
            typer.echo(f"  {'«' + quote['text'] + '»' if quote['direct'] else quote['text']} — {quote['speaker']}")
        for event in row["events"]:
            typer.echo(f"  {event['type']} {event['status']} {event['date'] or ''} {event['place'] or ''}".rstrip())


def _instant(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        return in_utc(datetime.fromisoformat(text))
    except ValueError as error:
        raise SettingsError(f"--published vale «{text}» y se espera una fecha ISO 8601, como 2025-12-23.") from error


def backup(
    file: Annotated[
        Path | None, typer.Argument(help="Archivo de la copia; sin él, junto a las que hace el bot.")
    ] = None,
) -> None:
    settings = load_settings()
    if file is None:
        file = copy_file(settings.backups, utc_now())
    with closing(open_store(settings.database, must_exist=True)) as store:
        back_up(store, file)
    typer.echo(f"Copia escrita en {file} ({file.stat().st_size // 1024} KB).")


def restore(
    file: Annotated[Path, typer.Argument(help="Copia hecha con «tregua backup».")],
    is_quiet: Annotated[bool, typer.Option("--quiet", help="Lo publicado desde la copia no avisa a nadie.")] = False,
) -> None:
    settings = load_settings()
    had_one = settings.database.exists()
    with only_instance(settings.data):
        bring_back(file, settings.database)
        with closing(open_store(settings.database)) as store:
            doubt_what_waited(store)
            if is_quiet:
                take_backlog_as_known(store)
    kept = f"; la anterior queda en {settings.database}.previous" if had_one else ""
    typer.echo(f"Base de datos restaurada de {file}{kept}.")
