"""Quotation marks: which belong together."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.reading.marks import pair_marks


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """An empty title, then a paragraph a line."""
    return ((0, 0), *(match.span() for match in re.finditer(r"[^\n]+", text)))


def quoted(text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in pair_marks(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dijo «sí» y “no”, \"quizá\" y ‘ya’ o 'luego'.", ["sí", "no", "quizá", "ya", "luego"]),
        ("«Él contestó: “No iremos”», contó.", ["Él contestó: “No iremos”", "No iremos"]),
        ('"Me dijo "vamos" ayer", contó.', ['Me dijo "vamos" ayer', "vamos"]),
        ("La visita de O'Brien a D’Artagnan y los años '90.", []),
        ("El 'no' de O'Brien", ["no"]),
        ("« Con espacios », dijo", ["Con espacios"]),
        ('Dijo: " Con espacios "', ["Con espacios"]),
        ('contestó:"Sin espacio"', ["Sin espacio"]),
        ("El “texto“ y „dos“", ["texto", "dos"]),
        ("«Aún no«, dijo. Luego «sí».", ["Aún no", "sí"]),
        ('Dijo que ""aún no" y calló.', ["aún no"]),
        ('("No", dijo) ["sí"] —"ya"—', ["No", "sí", "ya"]),
        ("«¿Habrá ronda?» «¡No!»", ["¿Habrá ronda?", "¡No!"]),
        ('"¿Sí?", preguntó. "¡No!".', ["¿Sí?", "¡No!"]),
        ("Midió 5'30\" de largo", []),
        ("«» \"\" ''", []),
    ],
)
def test_marks_of_one_paragraph_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Falta el cierre, dijo. «Otra cosa», añadió.", ["Otra cosa"]),
        ('"Falta el cierre, dijo. "Otra cosa", añadió.', ["Otra cosa"]),
        ('Falta la apertura", dijo. "Otra cosa", añadió.', ["Otra cosa"]),
        ("Falta la apertura», dijo. «Otra cosa», añadió.", ["Otra cosa"]),
        ('«Cierra con otra", dijo.', ["Cierra con otra"]),
        ("“Cierra con otra», dijo. Luego “sí”.", ["Cierra con otra», dijo. Luego “sí", "sí"][1:]),
    ],
)
def test_a_mark_without_its_partner_takes_nothing_with_it(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Primero.\n»Segundo.\n»Tercero», dijo.", ["Primero.", "Segundo.", "Tercero"]),
        ("“Primero.\n“Segundo.\n“Tercero”, dijo.", ["Primero.", "Segundo.", "Tercero"]),
        ('Lo dijo así: "Primero.\n"Segundo", y se fue. "Ya".', ["Primero.", "Segundo", "Ya"]),
        ("«Primero.\nSegundo», dijo.", ["Primero.", "Segundo"]),
        ("«Primero.\nSin marcas.\nTercero», dijo.", ["Primero.", "Sin marcas.", "Tercero"]),
        ("»Viene de antes», dijo.", ["Viene de antes"]),
        ('Un "cierre perdido.\n"Otra cosa", dijo.', ["Otra cosa"]),
        ("«Sin cierre.\nOtro párrafo con «su cita».", ["su cita"]),
    ],
)
def test_a_quotation_that_runs_on_has_one_span_in_each_paragraph(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("—No habrá ronda —dijo el portavoz—. No por ahora.", ["No habrá ronda", "No por ahora."]),
        ("—No habrá ronda —dijo el portavoz.", ["No habrá ronda"]),
        ("–No habrá ronda –dijo el portavoz–, al menos hoy.", ["No habrá ronda", "al menos hoy."]),
        ("-No habrá ronda -dijo el portavoz-. Ya se verá.", ["No habrá ronda", "Ya se verá."]),
        ("—El plan —el de ayer— no vale —zanjó.", ["El plan —el de ayer— no vale"]),
        ("—No habrá ronda— dijo el portavoz ayer. —No por ahora.", ["No habrá ronda", "No por ahora."]),
        ("—No habrá ronda— dijo el portavoz.", ["No habrá ronda"]),
        ("—No habrá ronda.", ["No habrá ronda."]),
        ("El portavoz fue claro. —No habrá ronda— contestó.", ["No habrá ronda"]),
        ("El plan —el de ayer— no vale.", []),
        ("— Un punto de la lista", []),
        ("-3 grados en Kiev", []),
        ("—Él dijo «nunca» —recordó.", ["Él dijo «nunca»", "nunca"]),
    ],
)
def test_dialogue_dashes_frame_speech(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_depth_counts_the_quotations_around() -> None:
    text = "«Uno “dos ‘tres’” cuatro» y «cinco»"
    assert [mark.depth for mark in pair_marks(text, paragraphs(text))] == [0, 1, 2, 0]


@given(st.text(alphabet="ab «»“”„‘’\"'—–-.,:\n¿?"))
def test_spans_are_inside_their_paragraph_ordered_and_nested(text: str) -> None:
    places = paragraphs(text)
    marks = pair_marks(text, places)
    assert list(marks) == sorted(marks, key=lambda mark: mark.start)
    for mark in marks:
        assert any(start <= mark.start < mark.end <= end for start, end in places)
        assert text[mark.start : mark.end].strip() == text[mark.start : mark.end]


@pytest.mark.parametrize("piece", ['"', "«", "(", "'", "’", "»", "—", "«a» "])
def test_a_megabyte_of_marks_is_paired_in_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    started = time.process_time()
    pair_marks(text, paragraphs(text))
    assert time.process_time() - started < 30
