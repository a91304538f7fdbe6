"""Seed files: a text of the operator's own, with or without a header, or one sentence of refusal."""

import os
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talks.errors import ParseError
from talks.sources.seeds import read_seed, seed_files
from talks.types import ArticleIntent

CHANGED = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
BODY = "El enviado llegó a Ankara. Se reunirá con dos ministros.\n\nNo se esperan anuncios."


def write(folder: Path, content: str | bytes, name: str = "nota.txt") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    os.utime(path, (CHANGED.timestamp(), CHANGED.timestamp()))
    return path


def read(path: Path, inferred: date | None = None) -> ArticleIntent:
    return read_seed(path, infer_date=lambda _text: inferred)


def test_a_header_says_all(tmp_path: Path) -> None:
    header = (
        "título: Cita en Ankara\nfuente: Mi archivo\nurl: https://ejemplo.es/nota?utm_source=x\nfecha: 2025-12-23\n"
    )
    seed = read(write(tmp_path, f"{header}\n{BODY}"))
    assert seed == ArticleIntent(
        key=seed.key,
        url="https://ejemplo.es/nota",
        outlet="Mi archivo",
        title="Cita en Ankara",
        text=BODY,
        published=datetime(2025, 12, 23, 12, tzinfo=UTC),
        published_by="header",
    )


def test_a_text_alone_is_named_by_its_first_sentence_and_dated_by_its_file(tmp_path: Path) -> None:
    seed = read(write(tmp_path, BODY))
    assert seed == ArticleIntent(
        key=seed.key,
        url="",
        outlet="Archivo propio",
        title="El enviado llegó a Ankara.",
        text=BODY,
        published=CHANGED,
        published_by="file",
    )


def test_the_calendar_dates_a_text_before_its_file_does(tmp_path: Path) -> None:
    seed = read(write(tmp_path, BODY), inferred=date(2025, 9, 24))
    assert (seed.published, seed.published_by) == (datetime(2025, 9, 24, 12, tzinfo=UTC), "calendar")


def test_the_header_dates_a_text_before_the_calendar_does(tmp_path: Path) -> None:
    seed = read(write(tmp_path, f"fecha: 2025-12-23\n\n{BODY}"), inferred=date(2025, 9, 24))
    assert seed.published_by == "header"


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2025-12-23", datetime(2025, 12, 23, 12, tzinfo=UTC)),
        ("23 de diciembre de 2025", datetime(2025, 12, 23, 12, tzinfo=UTC)),
        ("Martes, 23 de dic. de 2025", datetime(2025, 12, 23, 12, tzinfo=UTC)),
        ("23/12/2025", datetime(2025, 12, 23, 12, tzinfo=UTC)),
        ("2025-12-23 18:30", datetime(2025, 12, 23, 17, 30, tzinfo=UTC)),
        ("2025-07-23T18:30", datetime(2025, 7, 23, 16, 30, tzinfo=UTC)),
        ("2025-12-23T18:30:00+03:00", datetime(2025, 12, 23, 15, 30, tzinfo=UTC)),
        ("23 de diciembre de 2025 a las 18:30 h", datetime(2025, 12, 23, 17, 30, tzinfo=UTC)),
    ],
)
def test_the_date_may_be_written_in_many_ways(tmp_path: Path, written: str, instant: datetime) -> None:
    assert read(write(tmp_path, f"fecha: {written}\n\n{BODY}")).published == instant


def test_a_time_without_zone_is_one_of_the_zone_given(tmp_path: Path) -> None:
    path = write(tmp_path, f"fecha: 2025-12-23 18:30\n\n{BODY}")
    seed = read_seed(path, infer_date=lambda _text: None, zone=timezone(timedelta(hours=-3)))
    assert seed.published == datetime(2025, 12, 23, 21, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "header",
    [
        "TITULO: Cita en Ankara\nFuente : Mi archivo\n\n",
        "Título:Cita en Ankara\r\nFUENTE:   Mi archivo\r\n\r\n",
        "---\ntítulo: Cita en Ankara\nfuente: Mi archivo\n---\n",
        "\n\ntítulo: Cita en Ankara\nautor: Nadie\nfuente: Mi archivo\n  \n",
        "\ufefftítulo: Cita en Ankara\nfuente: Mi archivo\ntítulo: Otro\n\n",
    ],
    ids=["case and accents", "Windows lines", "fences", "unknown keys", "byte order mark"],
)
def test_headers_are_read_as_people_write_them(tmp_path: Path, header: str) -> None:
    seed = read(write(tmp_path, header + BODY))
    assert (seed.title, seed.outlet, seed.text) == ("Cita en Ankara", "Mi archivo", BODY)


@pytest.mark.parametrize(
    "text",
    [
        "Moscú: no hay acuerdo",
        "Moscú: no hay acuerdo\n\nKiev: tampoco",
        "Fuente: la cancillería.\nLas partes siguen hablando.",
        "Peskov dijo: «veremos».",
    ],
)
def test_a_text_with_colons_is_no_header(tmp_path: Path, text: str) -> None:
    assert read(write(tmp_path, text)).text == text


@pytest.mark.parametrize(
    "caption",
    [
        "FOTO DE ARCHIVO. El puente de Kerch al anochecer.",
        "Foto de archivo: el puente de Kerch",
        "IMAGEN: El puente de Kerch",
        "(Fotografía cedida por la presidencia)",
        "En la imagen, el puente de Kerch.",
        "Archivo - El puente de Kerch",
        "VÍDEO | El puente de Kerch",
    ],
)
def test_a_caption_is_never_the_title(tmp_path: Path, caption: str) -> None:
    seed = read(write(tmp_path, f"{caption}\n\n{BODY}"))
    assert (seed.title, seed.text) == ("El enviado llegó a Ankara.", f"{caption}\n\n{BODY}")
    assert read(write(tmp_path, caption)).title == "Sin título"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("EE. UU. y el Sr. Witkoff confirman la cita. Será el lunes.", "EE. UU. y el Sr. Witkoff confirman la cita."),
        ("«¿Habrá tregua?» La pregunta sigue abierta. Nadie responde.", "«¿Habrá tregua?»"),
        ("El plan de J. D. Vance no gusta. Punto.", "El plan de J. D. Vance no gusta."),
        ("Imágenes de la reunión muestran tres banderas. Nada más.", "Imágenes de la reunión muestran tres banderas."),
        ("Una línea sin punto\nOtra línea.", "Una línea sin punto"),
        ("palabra " * 30, "palabra " * 14 + "palabra…"),
        ("x" * 200, "x" * 119 + "…"),
    ],
)
def test_the_first_sentence_is_the_title(tmp_path: Path, text: str, title: str) -> None:
    assert read(write(tmp_path, text)).title == title


def test_a_markdown_heading_is_the_title_and_its_marks_go(tmp_path: Path) -> None:
    text = "# Cita en **Ankara** ##\n\nEl [enviado](https://a.es/x) _no_ llegó.![](f.png)\n\n## Después\n\nNada, 2*3*4."
    seed = read(write(tmp_path, text, "nota.md"))
    assert (seed.title, seed.text) == ("Cita en Ankara", "El enviado no llegó.\n\nDespués\n\nNada, 2*3*4.")


def test_the_header_names_a_markdown_text_before_its_heading(tmp_path: Path) -> None:
    seed = read(write(tmp_path, f"título: Uno\n\n# Dos\n\n{BODY}", "nota.md"))
    assert (seed.title, seed.text) == ("Uno", BODY)


def test_a_renamed_file_is_the_same_and_an_edited_one_is_not(tmp_path: Path) -> None:
    first, renamed = write(tmp_path, BODY), write(tmp_path, BODY, "otro.txt")
    edited = write(tmp_path, f"{BODY} Más.", "editado.txt")
    assert read(first).key == read(renamed).key != read(edited).key


def test_text_is_cleaned(tmp_path: Path) -> None:
    assert read(write(tmp_path, "ReuniÃ³n&nbsp;en\u200b Ankara:\n\n\n «ya».")).text == "Reunión en Ankara:\n\n«ya»."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "está vacío"),
        (b"\xef\xbb\xbf \n\t", "está vacío"),
        ("título: Solo esto\n\n".encode(), "no tiene texto"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "es binario, no texto"),
        ("Reunión en Ankara".encode("cp1252"), "no está en UTF-8; guárdelo como UTF-8"),
        ("Reunión".encode("utf-16"), "está en UTF-16; guárdelo como UTF-8"),
        (b"a" * 1_000_001, "pesa más de 1 MB"),
        (b"fecha: pronto\n\nHola.", "lleva «fecha: pronto»; se espera 2025-12-23"),
        (b"fecha: 2025-02-30\n\nHola.", "lleva «fecha: 2025-02-30»"),
        (b"url: javascript:alert(1)\n\nHola.", "no es una dirección http o https"),
    ],
    ids=["empty", "blank", "header alone", "binary", "Windows-1252", "UTF-16", "large", "date", "no such day", "url"],
)
def test_what_is_no_text_is_refused_with_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(ParseError, match=r"nota\.txt") as caught:
        read(write(tmp_path, content))
    assert sentence in str(caught.value)


def test_a_file_that_vanishes_is_a_sentence(tmp_path: Path) -> None:
    path = write(tmp_path, BODY)
    path.unlink()
    with pytest.raises(ParseError, match=r"nota\.txt no existe o desapareció mientras se leía"):
        read(path)


def test_what_is_no_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "carpeta.txt").mkdir()
    os.mkfifo(tmp_path / "tubo.txt")
    with pytest.raises(ParseError, match="es una carpeta"):
        read(tmp_path / "carpeta.txt")
    with pytest.raises(ParseError, match="no es un archivo corriente"):
        read(tmp_path / "tubo.txt")
    with pytest.raises(ParseError, match="no se puede leer"):
        read(tmp_path / ("x" * 300 + ".txt"))


def test_a_link_may_not_leave_the_folder(tmp_path: Path) -> None:
    outside = write(tmp_path, "Secreto.", "fuera.txt")
    folder = tmp_path / "seeds"
    (folder / "a").mkdir(parents=True)
    (folder / "dentro.txt").write_text(BODY, encoding="utf-8")
    (folder / "fuera.txt").symlink_to(outside)
    (folder / "a" / "dentro.txt").symlink_to(folder / "dentro.txt")
    (folder / "vuelta.txt").symlink_to(folder / "vuelta.txt")
    assert read_seed(folder / "a" / "dentro.txt", infer_date=lambda _text: None, folder=folder).text == BODY
    for name in ("fuera.txt", "a/dentro.txt"):
        with pytest.raises(ParseError, match="es un enlace que sale de su carpeta"):
            read(folder / name)
    with pytest.raises(ParseError, match="no se puede leer"):
        read(folder / "vuelta.txt")


def test_the_seed_files_of_a_folder_are_its_texts(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.TXT", "README.md", ".oculto.txt", ".git/d.txt", "foto.png", "e.txt~"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [path.relative_to(tmp_path).as_posix() for path in seed_files(tmp_path)] == ["a.md", "b.txt", "sub/c.TXT"]
    assert seed_files(tmp_path / "no-existe") == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.binary(max_size=500) | st.text(max_size=500).map(lambda text: text.encode("utf-8", "replace")),
    st.sampled_from(["n.txt", "n.md"]),
)
def test_any_bytes_give_an_article_or_a_sentence(tmp_path: Path, content: bytes, name: str) -> None:
    _check(write(tmp_path, content, name))
    _check(write(tmp_path, b"fuente: x\n" + content, name))


@pytest.mark.parametrize(
    "piece", ["#", "# a", "[a](", "![", "**a", "__", "a_b*", "\n ", "a: b\n", ".) ", "&amp;", "- \n"]
)
@pytest.mark.parametrize("name", ["nota.txt", "nota.md"])
def test_a_hostile_text_is_read_in_bounded_time(tmp_path: Path, piece: str, name: str) -> None:
    _check(write(tmp_path, piece * (900_000 // len(piece)), name))


def _check(path: Path) -> None:
    """Either a sound article, or the one error that is allowed to come out."""
    with suppress(ParseError):
        seed = read(path)
        assert seed.title
        assert seed.text
        (seed.title + seed.text + seed.outlet + seed.url).encode()
