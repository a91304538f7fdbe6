"""From HTML to the text that a reader would see."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.sources.clean import clean_text
from talks.sources.markup import plain_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Sin marcas", "Sin marcas"),
        ("<p>Uno.</p><p>Dos.</p>", "Uno.\n\nDos."),
        ("Uno.<br>Dos.<br/>Tres.", "Uno.\nDos.\nTres."),
        ("<p>Hola, <b>mun</b>do.</p>", "Hola, mundo."),
        ("Primera línea.\nSegunda con <b>negrita</b>.", "Primera línea.\nSegunda con negrita."),
        ("<p>Partida\n   en dos</p>", "Partida en dos"),
        ("<ul><li>Uno</li><li>Dos</li></ul>", "Uno\n\nDos"),
        ("<table><tr><td>Rusia</td><td>Ucrania</td></tr></table>", "Rusia Ucrania"),
        ("<p><q>No hay avances</q>, dijo.</p>", "«No hay avances», dijo."),
        ("<pre>Uno.\n  Dos.</pre>", "Uno.\nDos."),
        ("&lt;p&gt;Escapado &amp;amp; dos veces&lt;/p&gt;", "Escapado & dos veces"),
        ("<![CDATA[<p>Dentro</p>]]>", "Dentro"),
        ("Si x < y y Zelenski > nadie", "Si x < y y Zelenski > nadie"),
        ("El correo <ana@diario.example> no es una marca", "El correo <ana@diario.example> no es una marca"),
        ("R&D, AT&T y ?a=1&copy=2", "R&D, AT&T y ?a=1&copy=2"),
        ("<p>Cerrado mal <b>dos <i>veces</p> y fuera", "Cerrado mal dos veces\n\ny fuera"),
        ("<p>MÃ¡s de cien</p>", "Más de cien"),
        ("", ""),
        ("<p></p><br><br>", ""),
    ],
)
def test_text_is_what_a_reader_sees(markup: str, text: str) -> None:
    assert plain_text(markup) == text


@pytest.mark.parametrize(
    "silent",
    [
        "<script>alert('x')</script>",
        "<style>p { color: red }</style>",
        "<!-- nota de redacción -->",
        "<figure><img src='f.jpg' alt='foto'><figcaption>Peskov, en una foto de archivo.</figcaption></figure>",
        '<p class="wp-caption-text">Peskov, en una foto de archivo.</p>',
        '<span class="media caption">Imagen: AFP</span>',
        "<iframe src='https://video.example'>Tu navegador no admite marcos</iframe>",
        "<noscript>Activa JavaScript</noscript>",
        "<button>Compartir</button>",
        "<svg><title>icono</title><path d='M0 0'/></svg>",
        "<img src='data:image/png;base64," + "iVBORw0KGgo" * 1_000 + "'>",
    ],
)
def test_what_is_not_read_aloud_is_left_out(silent: str) -> None:
    assert plain_text(f"<p>Antes.</p>{silent}<p>Después.</p>") == "Antes.\n\nDespués."


@pytest.mark.parametrize("piece", ["<div>", "</p>", "<a href='", "&amp;lt;", "<b><i>", "data:image/png;base64,AAAA"])
def test_a_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    start = time.process_time()
    plain_text(piece * (1_000_000 // len(piece)))
    assert time.process_time() - start < 5


@given(st.text(max_size=200))
def test_any_text_gives_a_text(markup: str) -> None:
    plain_text(markup).encode("utf-8")


BROKEN = """Las delegaciones de Rusia y de Ucrania se reunieron en
Ginebra con la mediación de los enviados de la Casa Blanca,
según informó la Cancillería del país anfitrión.

Después hablaron a solas Rustem Umerov y el ruso Vladímir
Medinski, que no quiso dar detalles."""


def test_a_text_that_was_broken_to_a_width_is_whole_again() -> None:
    paragraphs = clean_text(BROKEN).split("\n\n")
    assert [paragraph.count("\n") for paragraph in paragraphs] == [0, 0]
    assert "Vladímir Medinski, que no quiso" in paragraphs[1]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Se vieron en\nGinebra.", "Se vieron en Ginebra."),
        ("Acudieron Umerov,\nMedinski y Witkoff.", "Acudieron Umerov, Medinski y Witkoff."),
        ("No hubo avances\nen la ronda.", "No hubo avances en la ronda."),
        ("Lea también\nTregua en Ginebra\nOtra cosa", "Lea también\nTregua en Ginebra\nOtra cosa"),
        ("Sin acuerdo en la ronda de Ginebra\nEl Kremlin pide tiempo.",) * 2,
        ("Primera noticia.\nSegunda noticia.",) * 2,
    ],
)
def test_a_line_break_stays_unless_it_is_inside_a_sentence(text: str, clean: str) -> None:
    assert clean_text(text) == clean
