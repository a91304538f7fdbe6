"""Cleaning: what changes in the characters, what tells no news, and the way back to the original."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.clean import clean
from talks.reading.layout import Layout, lay_out

FOREIGN = st.text(
    alphabet=st.sampled_from("aé ñ.«»“”\"'&;Ã©Â³â€œ\r\n\t\u00a0\u200b\u0301\ud800-—#xquot<>(1") | st.characters()
)
NEWS = "El portavoz confirmó que la ronda empezará el martes en Ginebra."


def sentences(text: str) -> list[str]:
    """Without the title's."""
    layout = lay_out("Titular", text)
    return [layout.text[s.start : s.end] for s in layout.sentences if s.paragraph]


def dateline(text: str) -> str | None:
    layout = lay_out("Titular", text)
    return layout.text[slice(*layout.dateline)] if layout.dateline else None


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("&quot;Sí&quot;, dijo", '"Sí", dijo'),
        ("&laquo;Sí&raquo;&nbsp;&ndash; &#201;l &#x2026;", "«Sí» – Él …"),
        ("&amp;quot;dos veces&amp;quot;", '"dos veces"'),
        ("Johnson &amp; Johnson, AT&T y R&D;", "Johnson & Johnson, AT&T y R&D;"),
        ("La reuniÃ³n de VolodÃ­mir en MÃºnich", "La reunión de Volodímir en Múnich"),
        ("â€œEstamos listosâ€\x9d, aÃ±adiÃ³ Â«conÂ» Ã‰l", "“Estamos listos”, añadió «con» Él"),
        ("dos veces: reuniÃƒÂ³n", "dos veces: reunión"),
        ("«SÍ» EN EL CAFÉ» DE SÃO PAULO, ÂNGELA", "«SÍ» EN EL CAFÉ» DE SÃO PAULO, ÂNGELA"),
        ("mil\u00a0millones\u2009de\tpesos", "mil millones de pesos"),
        ("Pu\u00adtin y\u200b Trump\ufeff", "Putin y Trump"),
        ("reunio\u0301n en Espan\u0303a", "reunión en España"),
        ("una\r\ndos\rtres\u2028cuatro", "una\ndos\ntres\ncuatro"),
        ("<<texto>> y ''texto''", '«texto» y "texto"'),
        ("medio \ud800 carácter", "medio \ufffd carácter"),
    ],
)
def test_characters_are_made_readable(printed: str, meant: str) -> None:
    assert clean(printed).text == meant


def test_text_that_needs_nothing_stays_as_it_is() -> None:
    assert clean(NEWS).text == NEWS
    assert list(clean(NEWS).offsets) == list(range(len(NEWS) + 1))


def test_a_name_in_garbled_copy_leads_back_to_its_own_characters() -> None:
    original = "VolodÃ­mir Zelenski dijo &quot;no&quot; a MoscÃº"
    layout = lay_out("", original)
    start = layout.text.index("Moscú")
    found = slice(layout.offsets[start], layout.offsets[start + 5])
    assert f"\n\n{original}"[found] == "MoscÃº"


@given(FOREIGN, FOREIGN)
def test_offsets_never_go_back_and_end_at_the_end(title: str, text: str) -> None:
    layout = lay_out(title, text)
    body = f"{title}\n\n{text}"
    assert len(layout.offsets) == len(layout.text) + 1
    assert list(layout.offsets) == sorted(layout.offsets)
    assert layout.offsets[-1] == len(body)
    assert layout.text[: layout.title_end].strip() == clean(title).text.strip()


@given(FOREIGN, FOREIGN)
def test_paragraphs_and_sentences_are_in_order_and_never_overlap(title: str, text: str) -> None:
    layout = lay_out(title, text)
    assert all(start < end for start, end in layout.paragraphs[1:])
    assert all(a[1] <= b[0] for a, b in zip(layout.paragraphs, layout.paragraphs[1:], strict=False))
    assert all(a.end <= b.start for a, b in zip(layout.sentences, layout.sentences[1:], strict=False))
    for sentence in layout.sentences:
        start, end = layout.paragraphs[sentence.paragraph]
        assert start <= sentence.start < sentence.end <= end
        assert layout.text[sentence.start : sentence.end].strip() == layout.text[sentence.start : sentence.end]


@pytest.mark.parametrize(
    "line",
    [
        "FOTO DE ARCHIVO. Dos delegados se saludan en Ginebra, el 3 de mayo de 2024",
        "Foto de archivo del presidente en la sede de la OTAN.",
        "Imagen: los negociadores, a su llegada al hotel.",
        "IMAGEN DE ARCHIVO: Sala de reuniones del palacio.",
        "EN LA IMAGEN, el enviado baja del avión.",
        "En la foto, la delegación ucraniana en Estambul.",
        "Archivo - El ministro en una comparecencia reciente - EUROPA PRESS",
        "El presidente recibe al enviado en su despacho. REUTERS/Nombre Apellido",
        "El presidente recibe al enviado (Foto: EFE/Nombre Apellido)",
        "Vista del palacio. © AFP",
        "Pie de foto: la mesa de la última ronda.",
        "Con información de Reuters",
        "Con información de AFP y EFE.",
        "(Con información de agencias)",
        "(c) Agencia EFE",
        "© 2025 Agencia EFE. Todos los derechos reservados.",
        "mos/ag/jr",
        "EFE jav/mf",
        "jov (efe, afp)",
        "(EFE)",
        "(Traducido del alemán)",
        "Texto original en francés. Traducción de la redacción.",
        "(Reporte de Ana Pérez en Moscú; editado por Luis Gómez)",
        "Reporte adicional de Ana Pérez y Luis Gómez",
        "Lea también: Diez claves de la cumbre",
        "Te puede interesar: Quién es el nuevo enviado",
        "LEER MÁS: La ronda, en imágenes",
        "Leer más",
        "Ver también | La cronología",
        "Más información sobre la guerra",
        "Suscríbete a nuestra newsletter",
        "¿Quieres recibir las noticias en tu móvil? Únete a nuestro canal de WhatsApp",
        "Síguenos en Facebook, X e Instagram",
        "Recibe cada mañana nuestro boletín con lo más importante",
        "Descarga nuestra app",
        "Compartir | Facebook | WhatsApp",
        "@diario #Ucrania #paz",
        "https://t.co/abcdef",
        "— Presidencia de Ucrania (@presidencia_ua) August 6, 2025",
        "Etiquetas: guerra, paz, cumbre",
        "PUBLICIDAD",
        "Por Ana Pérez Gil",
        "Redacción Internacional",
        "Enviado especial a Ginebra",
        "LO QUE SE SABE DE LA REUNIÓN",
        "* * *",
        "Vista general de la sala, en Ginebra.Imagen: Nombre Apellido/AP Photo",
        "El ministro llega al palacio. Crédito: EFE/Nombre Apellido.",
        "El ministro llega al palacio Foto: AP",
        "Los delegados, en una rueda de prensa en Kiev.AFP",
        "TE PUEDE INTERESAR: Qué pide cada parte",
        "LEA TAMBIÉN:\n\nDelegados de dos países se verán en Suiza sin sus ministros",
        "-Reuters-",
        "Agencia AFP",
        "Fuente Agencia Norte",
        "Leer noticia completa en El Diario.",
        "Informa Ana Pérez, corresponsal en Washington",
        "1 minuto de lectura",
        "Kiev, Ucrania",
        "/ NOMBRE APELLIDO",
        "(Actualiza con las palabras del ministro y la lista de liberados)",
        "Minuto a minuto de las negociaciones.",
        "Última hora de la ronda de Ginebra",
        "Todas las horas son de Madrid.",
        "Horas de la España peninsular.",
        "Así te hemos contado la jornada",
    ],
)
def test_what_tells_no_news_is_in_no_sentence(line: str) -> None:
    assert sentences(f"{NEWS}\n\n{line}\n\n{NEWS}") == [NEWS, NEWS]


@pytest.mark.parametrize(
    "line",
    [
        "Imagen y palabra: el presidente cuidó ambas, según su oficina.",
        "Fuentes del Kremlin apuntan a una nueva ronda en otoño.",
        "Suscribieron el documento los dos ministros tras cuatro horas.",
        "Con información de sus servicios secretos, Kiev sostiene que el ataque fue preparado durante meses.",
        "Ve más cerca la paz el enviado especial.",
        "Más allá de la foto, la cumbre dejó dos acuerdos.",
        "Por la tarde hablaron los presidentes.",
        "Recibe Macron a Zelenski en el Elíseo.",
        "Archivó la fiscalía la causa contra el negociador.",
        "Lee el presidente un comunicado ante las cámaras.",
        "OTAN y UE respaldan el plan.",
        "Ver para creer, dijo el canciller.",
    ],
)
def test_news_that_begin_like_furniture_stay(line: str) -> None:
    assert sentences(f"{NEWS}\n\n{line}") == [NEWS, line]


def test_a_caption_spliced_into_a_paragraph_is_cut_out() -> None:
    text = f"{NEWS} FOTO DE ARCHIVO. Los presidentes en Helsinki, en 2018. El Kremlin no dio más detalles."
    assert sentences(text) == [NEWS, "El Kremlin no dio más detalles."]


def test_a_note_in_brackets_between_sentences_is_cut_out() -> None:
    assert sentences(f"{NEWS} (Lea también: Qué pide cada parte). {NEWS}") == [NEWS, NEWS]


@pytest.mark.parametrize("tail", [" (EFE)", " (Agencia Norte)", " (AFP).", " Con información de AP", " Leer más"])
def test_what_hangs_on_the_last_paragraph_is_cut_off(tail: str) -> None:
    assert sentences(f"{NEWS}{tail}") == [NEWS]


def test_a_paragraph_cut_by_the_outlet_keeps_what_it_says() -> None:
    assert sentences("La cita se aplazó a la semana que viene y … Leer más") == [
        "La cita se aplazó a la semana que viene y …"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Moscú, 6 ago (EFE).-",
        "Washington, 23 dic (EFE).- ",
        "KIEV (Reuters) — ",
        "KIEV, 6 ago (Reuters) -",
        "MOSCÚ, 7 Ago. (EUROPA PRESS) -",
        "MADRID 7 Ago. (EUROPA PRESS) -",
        "Abu Dabi, 3 de dic. (AFP) –",
        "Sharm el Sheij (Egipto), 13 oct (EFE).-",
        "WASHINGTON.",
        "WASHINGTON / MOSCÚ.",
        "NUEVA YORK.-",
        "Kiev.",
        "Kiev.-",
        "Moscú —",
        "Bruselas, 12 de marzo de 2025.-",
        "Ginebra/Kiev, 6 ago (EFE).-",
        "(EFE).-",
        "Moscú, 30 oct (SANA)  ",
        "Redacción Norte.-",
        "SOCHI (Sputnik) —",
        "MOSCÚ 12 May. (Reuters/EP) -",
        "28 de enero de 2026.-",
        "28.12.2025 Florida, EUA.-",
    ],
)
def test_a_dateline_is_kept_apart(line: str) -> None:
    text = f"{line} {NEWS}"
    assert dateline(text) == line.strip()
    assert sentences(text) == [NEWS]


def test_a_dateline_may_stand_alone_and_after_a_by_line() -> None:
    text = f"Por Ana Pérez\n\nMOSCÚ, 7 Ago. (EUROPA PRESS) -\n\n{NEWS}"
    assert dateline(text) == "MOSCÚ, 7 Ago. (EUROPA PRESS) -"
    assert sentences(text) == [NEWS]


@pytest.mark.parametrize("opening", ["Habló Putin.", "Sin acuerdo.", "El martes, en Ginebra, hablaron.", "Hoy."])
def test_a_short_first_sentence_is_no_dateline(opening: str) -> None:
    assert sentences(f"{opening} {NEWS}") == [opening, NEWS]


@pytest.mark.parametrize("stamp", ["18:42", "18:42 h", "10.35 |", "[12:05]", "9:07 -", "(18.42 horas)", "21:15 GMT"])
def test_an_entry_of_a_live_blog_begins_after_its_time_stamp(stamp: str) -> None:
    assert sentences(f"{stamp} {NEWS}") == [NEWS]


def test_entries_of_a_live_blog_in_one_paragraph_are_paragraphs() -> None:
    layout = lay_out("Directo", f"18:42 {NEWS} 18:10 {NEWS} 17:55 «Sí», dijo.")
    assert [sentence.paragraph for sentence in layout.sentences] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "text", ["A las 18:42 habló el ministro.", "14.000 soldados participan.", "11:30 hora local fue."]
)
def test_a_time_that_belongs_to_its_sentence_stays(text: str) -> None:
    assert sentences(text) == [text]


def test_lines_broken_by_an_editor_are_joined() -> None:
    lines = [
        "El portavoz del Kremlin confirmó este martes que la próxima ronda",
        "de contactos se celebrará en Ginebra, aunque todavía no hay fecha",
        "cerrada ni se conocen los nombres de quienes irán en la delegación",
        "rusa.",
    ]
    assert sentences("\n".join(lines)) == [" ".join(lines)]


@pytest.mark.parametrize(
    "piece", ["(", '"', "«", "a", " ", ". ", "\n", "&", "Ã", "A.", "— ", "18:42 ", "MOSCÚ ", "...", "¿?"]
)
def test_a_long_run_of_one_piece_is_laid_out_in_time(piece: str) -> None:
    started = time.process_time()
    layout = lay_out(piece, piece * (100_000 // len(piece)))
    assert isinstance(layout, Layout)
    assert time.process_time() - started < 30


@pytest.mark.parametrize(
    "line", ["Siga aquí la última hora.", "Sigue aquí el minuto a minuto.", "Horario peninsular español."]
)
def test_what_a_live_page_says_of_itself_is_no_news(line: str) -> None:
    assert sentences(f"{line}\n\n20:31 Zelenski acepta la tregua de Pascua.") == [
        "Zelenski acepta la tregua de Pascua."
    ]
