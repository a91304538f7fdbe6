"""The commands of the terminal: what each prints, and one Spanish sentence with an exit code where it fails."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.__main__ import main
from jobs.lock import only_instance
from talks.store.connection import open_store
from talks.store.sources import active_sources

TITLE = "Rusia y Ucrania celebran en Ginebra una ronda de negociaciones de paz"
TEXT = (
    "GINEBRA, 18 feb — Las delegaciones de Rusia y de Ucrania se reunieron el miércoles en Ginebra. «Ha sido una "
    "reunión difícil», dijo el jefe de la delegación rusa, Vladímir Medinski."
)
KEYS = {
    "id", "relevant", "relevance", "story", "novelty", "reason", "alert", "people", "quotes", "dates", "events",
}  # fmt: skip


@dataclass(frozen=True)
class Printed:
    code: int
    out: str
    err: str


Tregua = Callable[..., Printed]


@pytest.fixture
def tregua(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], logs_are_reset: None
) -> Tregua:
    """Run a command with a data folder of its own and no settings from outside."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "feeds.opml").write_text('<opml version="2.0"><body/></opml>', encoding="utf-8")
    (tmp_path / "semillas").mkdir()
    for name, value in {"DATA": "datos", "SEEDS": "semillas", "FEEDS": "feeds.opml"}.items():
        monkeypatch.setenv(f"TREGUA_{name}", str(tmp_path / value))
    monkeypatch.setenv("TELEGRAM_TOKEN", "")

    def run(*arguments: str) -> Printed:
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        printed = capsys.readouterr()
        return Printed(int(ended.value.code or 0), printed.out, printed.err)

    return run


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    rows = [
        {"id": "a1", "source": "Diario", "url": "https://diario.example/1", "published": "2026-02-18T18:00:00+00:00"},
        {"id": "a2", "source": "Correo", "url": "https://correo.example/1", "published": "2026-02-18T19:00:00+00:00"},
    ]
    lines = [json.dumps({**row, "title": TITLE, "text": TEXT}, ensure_ascii=False) for row in rows]
    path = tmp_path / "articulos.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_analyse_prints_one_object_an_article_with_what_it_says(tregua: Tregua, articles: Path) -> None:
    printed = tregua("analyse", str(articles), "--json")
    rows = [json.loads(line) for line in printed.out.splitlines()]
    assert (printed.code, [row["id"] for row in rows]) == (0, ["a1", "a2"])
    assert set(rows[0]) == KEYS
    assert rows[0]["relevant"]
    body = f"{TITLE}\n\n{TEXT}"
    quote = next(quote for quote in rows[0]["quotes"] if quote["direct"])
    assert (quote["text"], quote["speaker"]) == (body[quote["start"] : quote["end"]], "Vladímir Medinski")


def test_analyse_reads_one_text_and_dates_it_as_told(tregua: Tregua, tmp_path: Path) -> None:
    (tmp_path / "nota.txt").write_text(f"{TITLE}\n\n{TEXT}", encoding="utf-8")
    printed = tregua("analyse", "nota.txt", "--published", "2026-02-18", "--json")
    assert {"surface": "el miércoles", "value": "2026-02-18"}.items() <= json.loads(printed.out)["dates"][-1].items()


def test_analyse_without_json_is_for_people(tregua: Tregua, articles: Path) -> None:
    assert "«Ha sido una reunión difícil» — Vladímir Medinski" in tregua("analyse", str(articles)).out


def test_analyse_keeps_nothing(tregua: Tregua, articles: Path, tmp_path: Path) -> None:
    tregua("analyse", str(articles), "--json")
    assert not (tmp_path / "datos").exists()


def test_replay_tells_the_first_article_and_not_its_copy(tregua: Tregua, articles: Path) -> None:
    rows = [json.loads(line) for line in tregua("replay", str(articles), "--json").out.splitlines()]
    assert [bool(row["alert"]) for row in rows] == [True, False]
    assert (rows[0]["novelty"], rows[1]["novelty"]) == ("new", "repeat")
    assert rows[0]["story"] == rows[1]["story"]
    assert set(rows[0]["alert"]) == {"headline", "summary", "type", "status", "importance", "sources"}


def test_replay_explains_one_article(tregua: Tregua, articles: Path) -> None:
    printed = tregua("replay", str(articles), "--explain", "a2")
    assert printed.out.startswith("a2: repeat · ")
    assert "a1: " not in printed.out


@pytest.mark.parametrize("query", [[], ["Miami"], ["desde", "agosto", "de", "2025"]])
def test_timeline_prints_the_chronology(tregua: Tregua, query: list[str]) -> None:
    printed = tregua("timeline", *query)
    assert (printed.code, printed.out.startswith("Cronología · ")) == (0, True)
    assert "Reuniones paralelas en Miami" in printed.out


def test_timeline_of_nothing_says_so(tregua: Tregua) -> None:
    assert tregua("timeline", "nada", "parecido").out.startswith("No encuentro nada con «nada parecido»")


def test_quien_prints_the_card(tregua: Tregua) -> None:
    printed = tregua("quien", "portavoz", "del", "kremlin")
    assert (printed.code, printed.out.splitlines()[0]) == (0, "Dmitri Peskov")


def test_quien_lists_the_names_when_in_doubt(tregua: Tregua) -> None:
    printed = tregua("quien", "ministro de exteriores")
    assert printed.out.startswith("¿A quién te refieres?\n  · Serguéi Lavrov, ministro de Exteriores de Rusia\n")


@pytest.mark.parametrize(("command", "line"), [("poll", "poll: 0 new"), ("digest", "digest: 0 read")])
def test_a_job_by_hand_prints_what_it_did(tregua: Tregua, command: str, line: str) -> None:
    printed = tregua(command)
    assert (printed.code, printed.out.startswith(line)) == (0, True)


def test_poll_and_digest_by_hand_read_the_seed_files(tregua: Tregua, tmp_path: Path) -> None:
    (tmp_path / "semillas" / "ronda.txt").write_text(f"fecha: 2026-02-18\n\n{TITLE}\n\n{TEXT}", encoding="utf-8")
    assert tregua("poll").out == "poll: 1 new, 0 known, 0 failed\n"
    assert tregua("digest").out == "digest: 1 read, 1 judged, 0 alerts\n"


def test_deliver_without_a_token_says_what_is_missing(tregua: Tregua) -> None:
    printed = tregua("deliver")
    assert (printed.code, printed.out) == (1, "")
    assert printed.err == "Falta TELEGRAM_TOKEN: sin él solo «tregua run» entrega, en su chat local.\n"


def test_feeds_are_added_listed_exported_removed_and_imported(tregua: Tregua, tmp_path: Path) -> None:
    address = "https://diario.example/rss"
    assert tregua("feeds", "add", address, "--title", "Diario").out == "Añadida: Diario\n"
    assert address in tregua("feeds", "list").out
    assert tregua("feeds", "export", "copia.opml").code == 0
    assert tregua("feeds", "remove", address).out == "Quitada.\n"
    assert tregua("feeds", "list").out == ""
    assert tregua("feeds", "import", "copia.opml").out == "1 fuente.\n"
    assert address in tregua("feeds", "export").out


def test_a_backup_without_a_name_stands_beside_those_of_the_bot(tregua: Tregua, tmp_path: Path) -> None:
    tregua("poll")
    printed = tregua("backup")
    (copy,) = (tmp_path / "datos" / "backups").glob("tregua-*.db")
    assert printed.code == 0
    assert str(copy) in printed.out
    assert tregua("restore", str(copy)).code == 0


def test_backup_and_restore_bring_the_data_back(tregua: Tregua) -> None:
    tregua("feeds", "add", "https://diario.example/rss", "--title", "Diario")
    assert tregua("backup", "copia.db").out.startswith("Copia escrita en copia.db")
    tregua("feeds", "remove", "https://diario.example/rss")
    assert tregua("restore", "copia.db").code == 0
    assert "Diario" in tregua("feeds", "list").out


def test_restore_says_where_the_database_before_it_is_if_there_was_one(
    tregua: Tregua, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tregua("timeline")
    tregua("backup", "copia.db")
    assert "la anterior queda en" in tregua("restore", "copia.db").out
    monkeypatch.setenv("TREGUA_DATA", str(tmp_path / "otra"))
    assert tregua("restore", "copia.db").out == "Base de datos restaurada de copia.db.\n"


def test_a_quiet_restore_takes_what_came_since_the_copy_for_known(tregua: Tregua, tmp_path: Path) -> None:
    tregua("feeds", "add", "https://diario.example/rss")
    with closing(open_store(tmp_path / "datos" / "tregua.db")) as store:
        store.run("UPDATE sources SET is_primed = 1, etag = 'x'")
    tregua("backup", "copia.db")
    tregua("restore", "copia.db")
    with closing(open_store(tmp_path / "datos" / "tregua.db")) as store:
        assert [source.is_primed for source in active_sources(store)] == [True]
    tregua("restore", "copia.db", "--quiet")
    with closing(open_store(tmp_path / "datos" / "tregua.db")) as store:
        assert [(source.is_primed, source.etag) for source in active_sources(store)] == [(False, None)]


def test_doctor_checks_the_installation(tregua: Tregua) -> None:
    printed = tregua("doctor")
    assert "bien  base de datos: íntegra." in printed.out
    assert printed.code == 1, "no feeds is a fault"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("analyse", "no-existe.jsonl"), "No se puede leer no-existe.jsonl"),
        (("analyse", "no-existe.txt"), "no-existe.txt"),
        (("analyse", "feeds.opml", "--published", "ayer"), "--published vale «ayer»"),
        (("replay", "malo.jsonl"), "malo.jsonl:1: no es JSON"),
        (("feeds", "add", "ftp://x"), "«ftp://x» no es una dirección http o https."),
        (("feeds", "add", "diario"), "«diario» no es una dirección http o https."),
        (("feeds", "remove", "https://x.example"), "No hay ninguna fuente con la dirección «https://x.example»."),
        (("feeds", "import", "no-existe.opml"), "No se puede leer no-existe.opml"),
        (("feeds", "import", "malo.jsonl"), "OPML"),
        (("feeds", "export", "no/existe.opml"), "No se puede escribir no/existe.opml"),
        (("feeds", "check", "http://127.0.0.1:9/rss"), "Falla 1 fuente."),
        (("restore", "malo.jsonl"), "malo.jsonl"),
        (("restore", "no-existe.db"), "no-existe.db"),
        (("backup", "copia.db"), "No hay base de datos"),
    ],
)
def test_a_failure_is_one_sentence_on_standard_error(
    tregua: Tregua, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    (tmp_path / "malo.jsonl").write_text("{esto no\n", encoding="utf-8")
    printed = tregua(*arguments)
    assert printed.code == 1
    assert words in printed.err
    assert "Traceback" not in printed.err
    assert len([line for line in printed.err.splitlines() if not line.startswith("{")]) == 1


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("TREGUA_POLL_SECONDS", "pronto", "El ajuste TREGUA_POLL_SECONDS vale «pronto» y se espera un número entero"),
        ("TREGUA_TIMEZONE", "Marte/Olimpo", "El ajuste TREGUA_TIMEZONE vale «Marte/Olimpo»"),
        ("TELEGRAM_TOKEN", "secreto", "El ajuste TELEGRAM_TOKEN vale (oculto)"),
        ("TREGUA_ADMINS", "ana", "El ajuste TREGUA_ADMINS"),
    ],
)
def test_a_wrong_setting_is_named_with_what_is_expected(
    tregua: Tregua, monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    monkeypatch.setenv(name, value)
    printed = tregua("run")
    assert (printed.code, printed.out) == (1, "")
    assert printed.err.startswith(words)
    assert printed.err.count("\n") == 1


def test_a_second_instance_is_refused(tregua: Tregua, tmp_path: Path) -> None:
    with only_instance(tmp_path / "datos"):
        printed = tregua()
    assert printed.code == 1
    assert "ya está en marcha" in printed.err


def test_a_database_of_a_newer_version_is_refused(tregua: Tregua, tmp_path: Path) -> None:
    with open_store(tmp_path / "datos" / "tregua.db").db.conn as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('tregua', 'm999_futuro', '2030')"
        )
    connection.close()
    printed = tregua("timeline")
    assert printed.code == 1
    assert "es de una versión más nueva" in printed.err


def test_a_command_that_does_not_exist_is_refused(tregua: Tregua) -> None:
    assert tregua("volar").code == 2
