"""Reported clauses of kinds that first came up in copy by other hands."""

from __future__ import annotations

import pytest

from tests.quotation import said


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "El portavoz Peskov confirmó que hay contactos, si bien precisó que no son negociaciones.",
            ["hay contactos", "no son negociaciones"],
        ),
        ("Peskov lo ha repetido antes de entrar: las tropas deben salir.", ["las tropas deben salir"]),
        ("Lo ha anunciado la Casa Blanca: el buque violó las sanciones.", ["el buque violó las sanciones"]),
        ("Peskov sostiene que hay resultados, sin decir cuáles.", ["hay resultados"]),
        ("Después, advirtió Peskov, no habrá tregua: vendrá el invierno.", ["no habrá tregua"]),
        ("Ushakov salió a contar que la cita resultó útil.", ["la cita resultó útil"]),
        ("Trajo mil cuerpos que, de acuerdo con Moscú, son de soldados.", ["son de soldados"]),
    ],
)
def test_a_reported_clause_ends_where_the_reporter_takes_the_word(text: str, clauses: list[str]) -> None:
    assert [words for _, words in said(text)] == clauses


def test_the_last_verb_of_a_sentence_reports_the_whole() -> None:
    text = "Washington le sugiere a Kiev que saque a su Ejército de Donetsk, contó ayer Volodímir Zelenski."
    whole = "Washington le sugiere a Kiev que saque a su Ejército de Donetsk"
    assert said(text) == [("Volodímir Zelenski", whole)]


def test_whom_a_medium_cites_says_what_follows_the_colon() -> None:
    text = "La cadena CNN, citando a un funcionario estadounidense: Kiev acepta todo, salvo «algún detalle»."
    assert said(text)[-1] == ("funcionario estadounidense", "algún detalle")


def test_a_relative_may_begin_with_an_adjunct() -> None:
    text = "Habló Rustem Umérov, que al término de la jornada explicó que se avanza por grupos."
    assert said(text) == [("Rustem Umerov", "se avanza por grupos")]
