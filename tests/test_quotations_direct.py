"""Direct quotations by kind of sentence: where the speaker stands, and what is no quotation."""

from __future__ import annotations

import pytest

from tests.quotation import read, said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Trabajamos sin descanso», se limitó a decir Kushner.", "Jared Kushner"),
        ("«Trabajamos sin descanso», volvió a insistir Rustem Umérov.", "Rustem Umerov"),
        ("«No hay plazos», acertó a responder Serguéi Riabkov.", "Serguéi Riabkov"),
        ("«Nos veremos pronto», se despidió Trump en la pista.", "Donald Trump"),
        ("«No habrá concesiones», atajó Zelenski.", "Volodímir Zelenski"),
        ("«Fuimos claros con él», dijo de Putin el presidente finlandés.", "Alexander Stubb"),
    ],
)
def test_the_subject_follows_a_group_of_verbs(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in read(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "«Nos veremos pronto». Así se despidió Trump de los periodistas.",
        "«Nos veremos pronto». Con estas palabras se despidió Trump de Putin.",
        "«Nos veremos pronto». Lo dijo Trump al subir al avión.",
    ],
)
def test_the_next_sentence_says_whose_words_they_are(text: str) -> None:
    assert said(text) == [("Donald Trump", "Nos veremos pronto")]


def test_a_sentence_about_the_phrase_says_whose_it_is() -> None:
    text = "«Aún no hay nada que firmar». La frase, del portavoz Dmitri Peskov, enfría la cita. «Hay texto», abundó."
    assert said(text) == [("Dmitri Peskov", "Aún no hay nada que firmar"), ("Dmitri Peskov", "Hay texto")]


def test_a_line_under_the_headline_is_of_whom_the_text_begins_with() -> None:
    text = "«Ojalá sea un día útil», manifestó\n\nEl presidente Donald Trump llamará el lunes a Putin."
    assert said(text) == [("Donald Trump", "Ojalá sea un día útil")]


@pytest.mark.parametrize("verb", ["graficó", "machihembró", "disparó", "ha dicho", "apuntilló"])
def test_any_past_verb_between_a_quotation_and_a_name_is_of_saying(verb: str) -> None:
    assert said(f"«Estamos más cerca», {verb} Stubb.") == [("Alexander Stubb", "Estamos más cerca")]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Yulia Sviridenko y Donald Tusk firmaron. «Es histórico», dijo ella. «Lo es», asintió él.",
            ["Yulia Sviridenko", "Donald Tusk"],
        ),
        (
            "Trump y Zelenski discutieron. Aquel habló de «ingratitud»; este, de «muertos».",
            ["Donald Trump", "Volodímir Zelenski"],
        ),
        ("Trump pidió «gestos» a Putin. Este respondió: «Los habrá».", ["Donald Trump", "Vladímir Putin"]),
        ("Acudieron Merz y Macron. «Es tarde», avisó este último.", ["Emmanuel Macron"]),
    ],
)
def test_a_pronoun_stands_for_who_was_named(text: str, speakers: list[str]) -> None:
    assert [quote.speaker for quote in read(text)] == speakers


def test_an_adjective_is_no_speaker() -> None:
    assert said("Umérov, más diplomático, prefirió hablar de «matices».") == [("Rustem Umerov", "matices")]


def test_a_verb_without_subject_waits_for_the_name_in_the_same_paragraph() -> None:
    text = "«Europa no ayuda», lamentó. «Al contrario», añadió el jefe negociador ruso, Vladímir Medinski."
    assert said(text) == [("Vladímir Medinski", "Europa no ayuda"), ("Vladímir Medinski", "Al contrario")]


@pytest.mark.parametrize(
    "text",
    [
        "«Si quisiera la paz, ya la tendríamos» (Zelenski, en Múnich).",
        "«Si quisiera la paz, ya la tendríamos» — Zelenski.",
        "«Si quisiera la paz, ya la tendríamos», según Zelenski.",
        "En palabras de Zelenski, «si quisiera la paz, ya la tendríamos».",
        "«Si quisiera la paz, ya la tendríamos», en opinión del presidente ucraniano.",
    ],
)
def test_an_attribution_needs_no_verb(text: str) -> None:
    assert [quote.speaker for quote in read(text)] == ["Volodímir Zelenski"]


@pytest.mark.parametrize(
    "text",
    [
        "Rubio habló de «avances» y Lavrov, de «paciencia».",
        "Rubio dice «avances» y Lavrov, que «paciencia».",
        "Para Rubio hay «avances»; para Lavrov, «paciencia».",
        "Mientras Rubio habla de «avances», Lavrov pide «paciencia».",
    ],
)
def test_two_speakers_share_a_sentence(text: str) -> None:
    assert said(text) == [("Marco Rubio", "avances"), ("Serguéi Lavrov", "paciencia")]


def test_two_speakers_share_a_paragraph() -> None:
    text = (
        "«Ha sido útil», valoró Witkoff. «Muy útil», coincidió Dmítriev. El enviado estadounidense fue más lejos: "
        "«Estamos cerca»."
    )
    assert said(text) == [
        ("Steve Witkoff", "Ha sido útil"),
        ("Kirill Dmitriev", "Muy útil"),
        ("Steve Witkoff", "Estamos cerca"),
    ]


def test_a_hyphen_may_stand_for_a_dash() -> None:
    text = "- Rusia quiere tiempo -dijo Kaja Kallas-. No quiere la paz."
    assert said(text) == [("Kaja Kallas", "Rusia quiere tiempo"), ("Kaja Kallas", "No quiere la paz.")]


def test_any_verb_with_its_subject_parts_a_dialogue() -> None:
    text = "—No hemos venido a rendirnos —comienza Umérov—, hemos venido a negociar."
    assert said(text) == [
        ("Rustem Umerov", "No hemos venido a rendirnos"),
        ("Rustem Umerov", "hemos venido a negociar."),
    ]


def test_a_quotation_over_several_paragraphs_has_one_speaker() -> None:
    text = "«Hemos avanzado.\n\n»Queda lo difícil, el territorio.\n\n»Hay voluntad», escribió Rustem Umérov."
    assert said(text) == [
        ("Rustem Umerov", "Hemos avanzado."),
        ("Rustem Umerov", "Queda lo difícil, el territorio."),
        ("Rustem Umerov", "Hay voluntad"),
    ]


def test_a_headline_names_the_speaker_after_the_colon() -> None:
    title = "«Nadie nos dictará la paz»: Zelenski responde a Vance"
    assert said("Texto.", title=title) == [("Volodímir Zelenski", "Nadie nos dictará la paz")]


def test_doubled_marks_are_one_pair() -> None:
    assert said('Rubio fue claro: ""No firmaremos a ciegas"".') == [("Marco Rubio", "No firmaremos a ciegas")]


def test_a_list_is_no_dialogue() -> None:
    assert said("Los puntos:\n- Alto el fuego\n- Garantías - por definir\n- Canje de presos") == []


@pytest.mark.parametrize(
    "text",
    [
        "El llamado «espíritu de Anchorage» se desvanece.",
        "El «plan de paz» de Trump divide a su partido.",
        "Los «voluntarios» europeos preparan el despliegue.",
        "La operación «Telaraña» y el misil «Oréshnik» marcaron el año.",
        "El pacto, bautizado como «Acuerdo de Berlín», tiene veinte puntos.",
        "Bajo el lema «Paz con justicia», miles de personas marcharon en Praga.",
        "La «línea roja» de la que habla la prensa no existe.",
    ],
)
def test_names_and_ironic_marks_are_nobody_s_words(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Putin aseguró que avanza «en todo el frente», según recoge TASS.", "Vladímir Putin", ("TASS",)),
        ("«Los contactos siguen», dijo Peskov, según la agencia Interfax.", "Dmitri Peskov", ("Interfax",)),
        ("«Los contactos siguen», declaró Lavrov, citado por TASS.", "Serguéi Lavrov", ("TASS",)),
        ("Según Izvestia, que citó a Peskov, «los contactos siguen».", "Dmitri Peskov", ("Izvestia",)),
    ],
)
def test_who_said_it_is_not_who_tells_it(text: str, speaker: str, via: tuple[str, ...]) -> None:
    assert [(quote.speaker, quote.via) for quote in read(text)] == [(speaker, via)]


@pytest.mark.parametrize(
    ("text", "vias"),
    [
        (
            "La pausa no es un fracaso, según Izvestia, que citó a Peskov.\n\n«Es un proceso de trabajo», dijo Peskov.",
            [("Izvestia",), ("Izvestia",)],
        ),
        (
            "«Los contactos siguen», declaró Lavrov a TASS. El ministro añadió que «no hay fecha».",
            [("TASS",), ("TASS",)],
        ),
        (
            "«Los contactos siguen», declaró Lavrov a TASS. «No hay fecha», dijo Lavrov en rueda de prensa.",
            [("TASS",), ()],
        ),
        ("«Los contactos siguen», declaró Lavrov a TASS. «No hay fecha», respondió Rubio.", [("TASS",), ()]),
        (
            "«Los contactos siguen», declaró Lavrov a TASS.\n\nLa ronda fue en Riad.\n\n«No hay fecha», dijo Lavrov.",
            [("TASS",), ()],
        ),
    ],
)
def test_a_medium_told_once_stands_behind_what_the_same_person_says_next(
    text: str, vias: list[tuple[str, ...]]
) -> None:
    assert [quote.via for quote in read(text)] == vias


def test_a_person_inside_what_is_said_is_not_the_speaker() -> None:
    text = "El mandatario dijo que Putin «quiere un trato»."
    assert said(text) == [(None, "quiere un trato")]


def test_two_who_speak_as_one_are_both() -> None:
    assert said("Macron y Merz coincidieron: «Europa estará en la mesa».") == [
        ("Emmanuel Macron y Friedrich Merz", "Europa estará en la mesa")
    ]


def test_a_heading_between_marks_is_of_whom_the_text_has_saying_it() -> None:
    text = (
        "Zelenski no viajará. «No iré», afirmó Zelenski.\n\n«Le gustaría que estuviera allí»\n\n"
        "Trump comentó: «(A Putin) le gustaría que estuviera allí, y es posible»."
    )
    assert said(text)[1:] == [
        ("Donald Trump", "Le gustaría que estuviera allí"),
        ("Donald Trump", "(A Putin) le gustaría que estuviera allí, y es posible"),
    ]


def test_words_of_a_body_are_of_its_spokesman_when_the_text_names_him_there() -> None:
    text = "El Kremlin habló de «pausa». Lo precisó su portavoz, Dmitri Peskov."
    assert said(text)[0] == ("Dmitri Peskov", "pausa")


def test_words_of_a_body_stay_its_own_when_its_spokesman_comes_far_below() -> None:
    text = (
        "El Kremlin habló de «pausa».\n\nHubo reunión en Ginebra.\n\nHubo otra en Abu Dabi.\n\n"
        "El portavoz del Kremlin, Dmitri Peskov, viajará a Riad."
    )
    assert said(text) == [("Kremlin", "pausa")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Es un error», dijo un asesor que pidió anonimato. «Y grave», matizó.", "asesor"),
        (
            "Rubio calló. Un asesor que pidió anonimato explicó después que «no es así». «Es una meta», matizó.",
            "asesor",
        ),
        ("Dos pilotos volvieron. «Estamos vivos», dijo uno de los pilotos. «De milagro», añadió.", "piloto"),
    ],
)
def test_an_unnamed_source_keeps_the_word(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in read(text)] == [speaker, speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Putin pidió un alto el fuego y habló de «causas».",
        "Putin, que se vio con Steve Witkoff y Jared Kushner, fue «muy claro».",
        "Feliz por el «tono», Putin ve avances y pide «calma».",
    ],
)
def test_others_in_the_sentence_do_not_take_the_word(text: str) -> None:
    assert {quote.speaker for quote in read(text)} == {"Vladímir Putin"}


@pytest.mark.parametrize(
    "text",
    [
        "Orbán criticó a Merz y a la presidenta, Ursula von der Leyen, a los que culpó de «abrir la brecha».",
        "Orbán habló del «debate», citando a Rusia como «un peligro».",
        "Orbán viajó a Kiev. Cuando nos vimos este fin de semana, afirmó que «hay margen».",
    ],
)
def test_those_spoken_of_do_not_take_the_word(text: str) -> None:
    assert {quote.speaker for quote in read(text)} == {"Viktor Orbán"}


def test_a_relative_about_a_thing_does_not_speak() -> None:
    text = "Zelenski agradeció el apoyo a Ucrania, que calificó de «paso importante»."
    assert said(text) == [("Volodímir Zelenski", "paso importante")]
