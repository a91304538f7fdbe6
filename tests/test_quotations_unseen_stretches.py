"""Which part of a sentence is what somebody said: kinds that an unread stream showed."""

from __future__ import annotations

import pytest

from tests.quotation import said


def clauses(text: str) -> list[str]:
    return [words for _, words in said(text)]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "La ronda acabó con una sola promesa: otra cita el martes en Viena, contó un enviado turco.",
            "La ronda acabó con una sola promesa: otra cita el martes en Viena",
        ),
        (
            "Kiev entregó a Moscú lo pactado: veinte por veinte, informó el Ministerio de Defensa ruso.",
            "Kiev entregó a Moscú lo pactado: veinte por veinte",
        ),
        (
            "El equipo volvió con las manos vacías: ni fecha ni lugar, admitió Umérov.",
            "El equipo volvió con las manos vacías: ni fecha ni lugar",
        ),
    ],
)
def test_a_colon_before_a_mere_list_ends_no_clause(text: str, clause: str) -> None:
    assert clauses(text) == [clause]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Merz fue cauto: sus soldados, aclaró, podrían esperar en Polonia.", "podrían esperar en Polonia"),
        ("Tusk lo ve lejos: las partes, dijo, no quieren ceder.", "no quieren ceder"),
        ("Orbán se fue contento: la deuda, celebró, queda para otro año.", "queda para otro año"),
    ],
)
def test_a_subject_behind_a_colon_is_left_out(text: str, clause: str) -> None:
    assert clauses(text) == [clause]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Zelenski se sumó: si Moscú detiene los drones, anunció, Kiev detendrá los suyos.", "Kiev detendrá los suyos"),
        ("Si Kiev firma, prometió Trump, Washington pagará las obras.", "Washington pagará las obras"),
        (
            "Llegaron de noche, y en la carpeta, asegura un testigo, había dos mapas de Járkov.",
            "había dos mapas de Járkov",
        ),
        (
            "Le conviene hablar, aseguró Peskov, aunque la cita no tenga sede todavía.",
            "Le conviene hablar",
        ),
        ("Nos toca decidir, dijo Merz, porque nadie lo hará por nosotros.", "Nos toca decidir"),
    ],
)
def test_the_main_clause_is_what_is_said(text: str, clause: str) -> None:
    assert clauses(text) == [clause]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lavrov dijo que no hay fecha y, sobre el plazo del lunes, comentó: «Miramos el mapa, no el reloj».",
            ["no hay fecha", "Miramos el mapa, no el reloj"],
        ),
        (
            "Rubio explicó que faltan dos puntos y, en cuanto al lugar, añadió que será Viena.",
            ["faltan dos puntos", "será Viena"],
        ),
        (
            "Peskov aseguró que hay avances y, preguntado por la tregua, respondió: «Todo a su tiempo, señores».",
            ["hay avances", "Todo a su tiempo, señores"],
        ),
    ],
)
def test_the_speaker_goes_on_behind_an_aside(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Zelenski dijo ayer que sí al borrador que le mandaron.",
        "Trump ha dicho que no y se ha marchado.",
        "Merz respondió que no a la idea de París.",
    ],
)
def test_a_yes_or_a_no_is_no_clause(text: str) -> None:
    assert clauses(text) == []


def test_a_no_that_denies_is_part_of_the_clause() -> None:
    assert clauses("Merz respondió que no habrá tropas.") == ["no habrá tropas"]
    assert clauses("Putin dijo que sí habrá otra ronda.") == ["sí habrá otra ronda"]


def test_what_is_told_beside_words_is_a_clause_or_nothing() -> None:
    assert clauses("«No hay avances», admitió Medinski: ni sobre Donetsk ni sobre la central.") == ["No hay avances"]
    text = "Moscú había considerado «poco serio» el viaje; lo dijo entonces Serguéi Lavrov, el canciller."
    assert "el canciller" not in clauses(text)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Graham lleva desde abril repitiendo que su ley está lista.", "su ley está lista"),
        ("Peskov lleva tres semanas diciendo que la pausa es corta.", "la pausa es corta"),
        ("Kallas sigue insistiendo en que Europa debe estar en la sala.", "Europa debe estar en la sala"),
    ],
)
def test_who_keeps_saying_it_says_it(text: str, clause: str) -> None:
    assert clauses(text) == [clause]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Según Peskov, la carta no llegó por las vías usuales y su texto es «vago».",
            ["la carta no llegó por las vías usuales", "vago"],
        ),
        (
            "Según Ushakov, Putin sigue abierto a hablar con Trump, su par estadounidense, «cuando convenga».",
            ["Putin sigue abierto a hablar con Trump, su par estadounidense", "cuando convenga"],
        ),
        (
            "Según Merz, la línea del frente debe ser la base y Kiev tiene que ser capaz de «defenderse sola».",
            ["la línea del frente debe ser la base", "defenderse sola"],
        ),
    ],
)
def test_the_clause_before_words_between_marks_is_said_too(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


def test_a_subject_before_words_between_marks_is_no_clause() -> None:
    assert clauses("Según Peskov, la carta de Kiev y su texto son «vagos y tardíos».") == ["vagos y tardíos"]


@pytest.mark.parametrize(
    "text",
    [
        "Para la analista Marta Ruiz, de la Universidad de Quito, Putin gana tiempo.",
        "Según la analista Marta Ruiz, del Instituto Elcano, Putin gana tiempo.",
        "Según la analista Marta Ruiz, de Chatham House, Putin gana tiempo.",
    ],
)
def test_the_house_of_who_judges_is_no_part_of_the_clause(text: str) -> None:
    assert said(text) == [("Marta Ruiz", "Putin gana tiempo")]


@pytest.mark.parametrize(
    "text",
    [
        "Zelenski propone a Moscú una pausa que cubra las centrales.",
        "Merz exige a Rusia un gesto que abra la puerta.",
        "Trump pide a Kiev una respuesta que salve la cumbre.",
    ],
)
def test_what_describes_the_thing_asked_for_is_no_clause(text: str) -> None:
    assert clauses(text) == []


def test_what_is_asked_of_somebody_is_a_clause() -> None:
    assert clauses("Merz exige a Rusia que abra la puerta.") == ["abra la puerta"]
    assert clauses("Zelenski pide una vez más que Moscú pare.") == ["Moscú pare"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kiev será la sede, detalló Merz, y la tropa estará a las órdenes de París.",
            ["Kiev será la sede", "la tropa estará a las órdenes de París"],
        ),
        (
            "El texto sigue sobre la mesa de los dos, dijo Rubio, y es probable que cambie.",
            ["El texto sigue sobre la mesa de los dos", "es probable que cambie"],
        ),
        (
            "Europa debe estar en la sala desde ya, insistió Kallas, y habrá que contar con Londres.",
            ["Europa debe estar en la sala desde ya", "habrá que contar con Londres"],
        ),
        (
            "Europa debe estar en la sala desde ya, insistió Kallas, y no dio más detalles.",
            ["Europa debe estar en la sala desde ya"],
        ),
    ],
)
def test_a_clause_joined_behind_the_attribution_is_said_too(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected
