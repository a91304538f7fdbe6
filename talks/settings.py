"""The settings, read once by the composition root from the environment and `.env`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BeforeValidator, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from talks.errors import SettingsError

LEAST_ARTICLE_DAYS = 30
"""New articles are compared with those of the last weeks."""
PROJECT = Path(__file__).resolve().parent.parent


def _split_ids(value: object) -> object:
    return [part for part in value.replace(",", " ").split()] if isinstance(value, str) else value


class Settings(BaseSettings):
    """Every field is an environment variable; `.env.example` documents each."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True, env_ignore_empty=True
    )

    telegram_token: str = Field("", validation_alias="TELEGRAM_TOKEN", pattern=r"^(\d+:[A-Za-z0-9_-]+)?$")
    telegram_api_url: str = Field(
        "https://api.telegram.org", validation_alias="TELEGRAM_API_URL", pattern=r"^https?://[^\s/]+(/.*)?$"
    )
    data: Path = Field(PROJECT / "data", validation_alias="TREGUA_DATA")
    seeds: Path = Field(PROJECT / "seeds", validation_alias="TREGUA_SEEDS")
    feeds: Path = Field(PROJECT / "seeds" / "feeds.opml", validation_alias="TREGUA_FEEDS")
    poll_seconds: int = Field(300, validation_alias="TREGUA_POLL_SECONDS", ge=1, le=86_400)
    admins: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_split_ids)] = Field(
        (), validation_alias="TREGUA_ADMINS"
    )
    senders: int = Field(0, validation_alias="TREGUA_SENDERS", ge=0, le=48)
    messages_per_second: int = Field(30, validation_alias="TREGUA_MESSAGES_PER_SECOND", ge=0, le=1000)
    timezone: str = Field("Europe/Madrid", validation_alias="TREGUA_TIMEZONE")
    webhook_url: str = Field("", validation_alias="TREGUA_WEBHOOK_URL", pattern=r"^(https?://\S+)?$")
    webhook_port: int = Field(8443, validation_alias="TREGUA_WEBHOOK_PORT", ge=1, le=65_535)
    webhook_secret: str = Field("", validation_alias="TREGUA_WEBHOOK_SECRET", pattern=r"^[A-Za-z0-9_-]{0,256}$")
    allow_private_feeds: bool = Field(False, validation_alias="TREGUA_ALLOW_PRIVATE_FEEDS")
    max_age_hours: float = Field(96, validation_alias="TREGUA_MAX_AGE_HOURS", ge=0)
    spacy_model: str = Field("", validation_alias="TREGUA_SPACY_MODEL")
    http_port: int | None = Field(None, validation_alias="TREGUA_HTTP_PORT", ge=1, le=65_535)
    backups_folder: Path | None = Field(None, validation_alias="TREGUA_BACKUPS")
    backup_hours: float = Field(24, validation_alias="TREGUA_BACKUP_HOURS", ge=0, le=8_760)
    backup_copies: int = Field(7, validation_alias="TREGUA_BACKUP_COPIES", ge=1, le=1_000)
    keep_articles_days: int = Field(365, validation_alias="TREGUA_KEEP_ARTICLES_DAYS", ge=0, le=36_500)
    keep_chats_days: int = Field(365, validation_alias="TREGUA_KEEP_CHATS_DAYS", ge=0, le=36_500)
    http_host: str = Field("127.0.0.1", validation_alias="TREGUA_HTTP_HOST", pattern=r"^[\w.:-]+$")

    @field_validator("timezone")
    @classmethod
    def _is_a_known_zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError("una zona horaria como Europe/Madrid")
        return value

    @field_validator("keep_articles_days")
    @classmethod
    def _outlives_what_is_compared(cls, value: int) -> int:
        if 0 < value < LEAST_ARTICLE_DAYS:
            raise ValueError("más días")
        return value

    @property
    def backups(self) -> Path:
        return self.backups_folder or self.data / "backups"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def bot_id(self) -> int:
        """The number before the colon of the token; 0 where there is none."""
        return int(self.telegram_token.partition(":")[0] or 0)

    @property
    def database(self) -> Path:
        return self.data / "tregua.db"


EXPECTED = {
    "TELEGRAM_TOKEN": "el token que da @BotFather, como 123456:ABC-def, o nada para el chat local",
    "TELEGRAM_API_URL": "una dirección http o https",
    "TREGUA_POLL_SECONDS": "un número entero de segundos entre 1 y 86400",
    "TREGUA_ADMINS": "identificadores de usuario separados por comas",
    "TREGUA_SENDERS": "un número entre 1 y 48, o 0 para los que haga falta",
    "TREGUA_MESSAGES_PER_SECOND": "un número entre 1 y 1000, o 0 para no poner límite",
    "TREGUA_TIMEZONE": "una zona horaria como Europe/Madrid",
    "TREGUA_WEBHOOK_URL": "una dirección https, o nada para long polling",
    "TREGUA_WEBHOOK_PORT": "un puerto entre 1 y 65535",
    "TREGUA_WEBHOOK_SECRET": "hasta 256 letras, cifras, guiones o guiones bajos",
    "TREGUA_ALLOW_PRIVATE_FEEDS": "1 o 0",
    "TREGUA_MAX_AGE_HOURS": "un número de horas, 0 para no poner límite",
    "TREGUA_BACKUP_HOURS": "un número de horas, 0 para no hacer copias",
    "TREGUA_BACKUP_COPIES": "un número entero de copias, al menos 1",
    "TREGUA_KEEP_ARTICLES_DAYS": "un número entero de días, al menos 30, o 0 para guardarlo todo",
    "TREGUA_KEEP_CHATS_DAYS": "un número entero de días, o 0 para guardarlos siempre",
    "TREGUA_HTTP_PORT": "un puerto entre 1 y 65535, o nada",
    "TREGUA_HTTP_HOST": "la dirección en que se escucha, como 127.0.0.1 o 0.0.0.0",
}
SECRET = {"TELEGRAM_TOKEN", "TREGUA_WEBHOOK_SECRET"}


def load_settings(**overrides: object) -> Settings:
    """Read the settings.

    Raises SettingsError: one sentence with the name, the value (never a secret) and what is expected.
    """
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        raise SettingsError(_sentence(error)) from error


def _sentence(error: ValidationError) -> str:
    first = error.errors()[0]
    name = str(first["loc"][0]).upper() if first["loc"] else "?"
    value = "(oculto)" if name in SECRET else f"«{first.get('input')}»"
    return f"El ajuste {name} vale {value} y se espera {EXPECTED.get(name, 'otro valor')}."
