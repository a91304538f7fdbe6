"""The day on which an undated text came out."""

from datetime import date

import pytest

from talks.reading.dates import date_from_url, infer_publication

NOW = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://diario.example/mundo/2025/12/23/kremlin-ronda.html", date(2025, 12, 23)),
        ("https://diario.example/2025-12-23/kremlin", date(2025, 12, 23)),
        ("https://diario.example/kremlin-20251223.html", date(2025, 12, 23)),
        ("https://diario.example/23-12-2025/kremlin", date(2025, 12, 23)),
        ("https://diario.example/2025/dic/23/kremlin", date(2025, 12, 23)),
        ("https://diario.example/nota/202512231", None),
        ("https://diario.example/2025/13/40/nota", None),
        ("https://diario.example/nota-4567", None),
    ],
)
def test_an_address_may_tell_the_day(url: str, expected: date | None) -> None:
    assert date_from_url(url) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Martes, 23 de diciembre de 2025 - 10:30\n\nEl Kremlin calló.", date(2025, 12, 23)),
        ("El Kremlin calla\nPublicado: 3/12/2025\n\nNo hubo más.", date(2025, 12, 3)),
        ("El Kremlin calla\n\n2025-12-03\n\nNo hubo más.", date(2025, 12, 3)),
    ],
)
def test_the_head_of_a_page_tells_it(text: str, expected: date) -> None:
    assert infer_publication(text, now=NOW) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscú, 23 dic (Agencia).- El Kremlin dijo este martes que no.", date(2025, 12, 23)),
        ("Moscú, 23 dic (Agencia).- El Kremlin dijo que no.", date(2025, 12, 23)),
        ("KIEV, 9 nov. 2024 (Agencia) — El Gobierno dijo que no.", date(2024, 11, 9)),
    ],
)
def test_the_dateline_tells_it_in_the_year_that_fits_the_weekday(text: str, expected: date) -> None:
    assert infer_publication(text, now=NOW) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se reunieron el viernes 15 de agosto en Alaska.", date(2025, 8, 15)),
        (
            "Trump anunció este lunes que habló con Putin. La cumbre se celebró el viernes 15 de agosto.",
            date(2025, 8, 18),
        ),
        ("Se verán el viernes 15 de agosto en Alaska, anunció este viernes Trump.", date(2025, 8, 8)),
        (
            "El fin de semana se reunieron en Florida. La cita, celebrada los días 20 y 21 de diciembre, fue larga, "
            "según dijo el portavoz el martes.",
            date(2025, 12, 23),
        ),
    ],
)
def test_the_calendar_tells_it(text: str, expected: date) -> None:
    assert infer_publication(text, now=NOW) == expected


def test_days_known_to_history_tell_the_year() -> None:
    text = "El 15 de agosto se vieron en Alaska. El 13 de septiembre, Trump amenazó con sanciones."
    known = {date(2025, 8, 15), date(2025, 9, 13), date(2024, 9, 13)}
    assert infer_publication(text, now=NOW) is None
    assert infer_publication(text, now=NOW, known_days=known) == date(2025, 9, 13)


@pytest.mark.parametrize("text", ["", "No hay fechas.", "El 15 de agosto se vieron.", "El martes se vieron."])
def test_without_a_clue_to_the_year_there_is_no_answer(text: str) -> None:
    assert infer_publication(text, now=NOW) is None


def test_no_text_comes_from_the_future() -> None:
    assert infer_publication("Martes, 23 de diciembre de 2025\n\nNada.", now=date(2025, 12, 1)) is None
