"""Who has the word when a verb of saying states no subject, and whose words stand alone."""

from __future__ import annotations

import pytest

from tests.quotation import read, said


def speakers(text: str, title: str = "Las conversaciones continúan") -> list[str | None]:
    return [quote.speaker for quote in read(text, title=title) if quote.direct]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Witkoff viajará a Moscú. Le acompañará Jared Kushner. «Nos han invitado», ha dicho.", "Steve Witkoff"),
        ("Con Rubio viajaba Witkoff. «Ha sido útil», declaró.", None),
        ("La propuesta de Trump no gustó en Kiev. «Ha sido útil», declaró.", None),
        ("Quien más insistió fue Merz. «Ha sido útil», declaró.", "Friedrich Merz"),
        ("Habló Peskov. El más locuaz ha sido el invitado. «Ha sido útil», declaró.", None),
        ("Habló Peskov. Los europeos recelan. Quienes los tratan dicen que dudan. «Ha sido útil», declaró.", None),
        ("Habló Rubio, suegro de Trump. Este último iba de mal humor. «Cero gratitud», escribió.", "Donald Trump"),
        ("Oksana se ríe. «Yo tengo leña», dice.", "Oksana"),
        ("Al irse, un miembro de la delegación rusa dejó caer algo. «Mucho mapa», dijo.", "miembro de la"),
        ("Trump recibió a Zelenski. «Fue una charla franca», dijo.", "Donald Trump"),
        (
            "Peskov habló. «Estamos listos», cuenta el delegado. La fecha se sabrá, según dijo Umérov. «Pronto», dijo.",
            "R",
        ),
    ],
)
def test_an_elided_subject_is_the_one_person_that_the_text_is_about(text: str, speaker: str | None) -> None:
    found = speakers(text)[-1]
    assert found is None if speaker is None else (found or "").startswith(speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Starmer calló.\n\n«No son solo palabras».\n\nAsí lo resumió el presidente, Volodímir Zelenski.",
            "Volodímir Z",
        ),
        ("Starmer calló.\n\n«Es un trabajo serio».\n\nLa valoración corresponde a Rustem Umérov.", "Rustem Umerov"),
        ("Starmer calló.\n\n«Más vale que firmen ya».\n\nEl aviso lo había lanzado la víspera Trump.", "Donald Trump"),
        ("Starmer calló.\n\n«Dormimos en la cocina». La voz es de Halyna, maestra.", "Halyna"),
        ("Oíamos ayer a Marta Sanz, capitana de barco: «Otra bandera no protege».", "Marta Sanz"),
        ("Zelenski calló. La respuesta de Peskov no tardó: «No hay fecha».", "Dmitri Peskov"),
        ("El mensaje de Zelenski fue breve: «Gracias a todos».", "Volodímir Zelenski"),
        ("Putin propuso esperar. A Donald Trump le pareció «una idea excelente».", "Donald Trump"),
        ("Lavrov lo ve claro: Kiev, ha dicho, «ni quiere ni puede».", "Serguéi Lavrov"),
    ],
)
def test_words_are_of_whom_the_sentence_beside_them_tells(text: str, speaker: str) -> None:
    assert (speakers(text)[0] or "").startswith(speaker)


def test_every_entry_of_a_live_blog_begins_afresh() -> None:
    text = "19:40 | Macron telefonea a Merz. «Vamos bien», asegura.\n\n18:20 | «Nadie ha llamado», comenta en Moscú."
    assert speakers(text, title="En directo") == ["Emmanuel Macron", None]


def test_words_that_open_an_entry_are_of_whom_it_is_about() -> None:
    text = "19:40 | Macron telefonea a Merz.\n\n18:20 | «Creo que hoy sale». Trump recibe en la puerta a Zelenski."
    assert speakers(text, title="En directo") == ["Donald Trump"]


def test_an_entry_that_insists_goes_on_with_the_one_before() -> None:
    text = "16:40 Trump baja el tono. «Será un tanteo», sostiene.\n\n16:32 «Habrá tierras de por medio», insiste."
    assert speakers(text, title="Minuto a minuto") == ["Donald Trump", "Donald Trump"]


def test_words_of_the_headline_are_of_who_says_them_in_the_text() -> None:
    text = "La noticia llegó de noche.\n\n«Vamos a gobernar hasta que vuelva la calma», dijo Trump."
    assert said(text, title="Trump captura a Maduro: «Vamos a gobernar»")[0][0] == "Donald Trump"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Acompañado por Kushner, Witkoff aterrizó en Moscú. «Vamos bien», dijo.", "Steve Witkoff"),
        ("Witkoff fue recibido por Putin. «Vamos bien», dijo.", "Steve Witkoff"),
        ("Trump, que según Leavitt está harto, canceló la cita. «Se acabó», dijo.", "Donald Trump"),
        ("Trump está harto, según Leavitt. «No quiere más reuniones», dijo.", "Karoline Leavitt"),
        ("Zelenski, al que Trump llamó «dictador», no respondió.", "Donald Trump"),
        ("Orbán, de quien Kallas dijo que «es un error», no vino.", "Kaja Kallas"),
        ("Kallas criticó a Orbán. «Es un error», dijo el húngaro.", "Viktor Orbán"),
        ("Macron llamó a su homólogo ruso. «Hace falta», dijo.", "Emmanuel Macron"),
    ],
)
def test_who_stands_in_an_adjunct_does_not_take_the_word(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Fue recibido por Putin. «Vamos bien», dijo.",
        "El avión de Witkoff aterrizó en Moscú. «Vamos bien», dijo.",
        "Entre Trump y Zelenski hubo tensión. «Usted no tiene cartas», le recordó.",
        "Trump y Putin se vieron. «Hace falta», dijo el presidente.",
        "Lavrov y Sibiga se cruzaron. «Hace falta», dijo el canciller.",
        "Trump preguntó a Zelenski por la tregua. «Cuanto antes», respondió.",
        "En el discurso de Trump no hubo sorpresas. Putin lo nombró. «Vamos bien», dijeron.",
    ],
)
def test_where_two_might_have_said_it_nobody_is_named(text: str) -> None:
    assert speakers(text) == [None]
