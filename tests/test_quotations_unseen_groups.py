"""Groups, documents and bodies that speak: in the words of the text, or nobody."""

from __future__ import annotations

import pytest

from tests.quotation import read


def speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in read(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Dos asesores de Zelenski hablaron con este diario. «Estamos hartos», confiesa uno de ellos.",
            "asesor de Zelenski",
        ),
        ("Lo adelantaron tres diplomáticos europeos. «Es cierto», dice uno de los tres.", "diplomático europeo"),
        ("Habló Trump. «Es cierto», dice una de las fuentes.", "fuente"),
        ("Habló Trump. «Es cierto», dice uno de ellos.", None),
        ("Merz y Macron viajaron a Kiev. «Es cierto», aseguraron ambos.", "Friedrich Merz y Emmanuel Macron"),
        (
            "Merz, Macron y Starmer viajaron a Kiev. «Es cierto», aseguraron los tres.",
            "Friedrich Merz, Emmanuel Macron y Keir Starmer",
        ),
        ("Vance y Rubio discreparon. «Es cierto», dijo uno.", None),
    ],
)
def test_one_of_a_group_is_called_by_the_group(text: str, speaker: str | None) -> None:
    assert speakers(text)[-1:] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("París y Londres avisan de que no cederán.", "Francia y Reino Unido"),
        ("Europa, Canadá y Japón avisan de que no cederán.", None),
    ],
)
def test_bodies_that_speak_together_are_all_named_or_none(text: str, speaker: str | None) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Habrá nuevas citas», se lee en el comunicado de la Casa Blanca.", "Casa Blanca"),
        ("«Habrá nuevas citas», recoge la nota difundida por la Presidencia ucraniana.", "Presidencia de Ucrania"),
        ("El Kremlin publicó un comunicado. «Habrá nuevas citas», reza el texto.", "Kremlin"),
        ("Habló Zelenski. Según un comunicado de su oficina, «habrá nuevas citas».", None),
        (
            "El Ministerio de Exteriores kazajo expresó su protesta por «otra agresión más».",
            "Ministerio de Exteriores de Kazajistán",
        ),
        ("El centro informó de más entregas. «Será pronto», señaló la entidad.", "centro"),
    ],
)
def test_a_document_speaks_for_its_body(text: str, speaker: str | None) -> None:
    assert speakers(text)[-1:] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rubio llamó a Lavrov. «Sin avances», zanjó el ministro ruso.", "Serguéi Lavrov"),
        ("Starmer y Macron firmaron la carta. «No cederemos», afirmó el británico.", "Keir Starmer"),
        (
            "Según el jefe de la delegación, Rustem Umérov, hubo avances. «Medidas prácticas», detalló el negociador. "
            "No habló Kushner.",
            "Rustem Umerov",
        ),
        ("Darío Luque no renovará. «Sin rencores», soltó el goleador.", "Darío Luque"),
        ("Habló Zelenski ayer. «Un invierno duro», resumió el ex comediante.", "Volodímir Zelenski"),
        ("Lo firmaron Obama y Medvédev. El diplomático que lo redactó brinda. «Nos reímos», cuenta.", "diplomático"),
        ("Habló un alto cargo europeo. El cargo pidió reserva. «Se fue», añadió Trump.", "Donald Trump"),
    ],
)
def test_a_role_is_of_whom_it_fits(text: str, speaker: str) -> None:
    assert speakers(text)[-1:] == [speaker]
