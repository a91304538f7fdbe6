"""More voices than one in a sentence, people who speak together, and who keeps the word."""

from __future__ import annotations

import pytest

from tests.quotation import said as voices

MERZ, MACRON, TRUMP, RUBIO = "Friedrich Merz", "Emmanuel Macron", "Donald Trump", "Marco Rubio"
ZELENSKI, WITKOFF, PESKOV = "Volodímir Zelenski", "Steve Witkoff", "Dmitri Peskov"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Merz dijo que hay «motivos», y el presidente francés, Emmanuel Macron, habla de «señales».",
            [(MERZ, "motivos"), (MACRON, "señales")],
        ),
        (
            "Merz dijo que hay «motivos», mientras Macron habló de «señales».",
            [(MERZ, "motivos"), (MACRON, "señales")],
        ),
        (
            "Zelenski confirmó que irán «observadores», lo que Merz calificó de «gran paso».",
            [(ZELENSKI, "observadores"), (MERZ, "gran paso")],
        ),
        (
            "Zelenski dijo que el texto «está casi listo» tras cenar con el presidente de Estados Unidos,"
            " Donald Trump, quien consideró que la guerra «debe acabar».",
            [(ZELENSKI, "está casi listo"), (TRUMP, "debe acabar")],
        ),
        (
            "Merz adelantó que la tregua se puede imaginar y el presidente Donald Trump aseguró que la paz está cerca.",
            [(MERZ, "la tregua se puede imaginar"), (TRUMP, "la paz está cerca")],
        ),
        (
            "Zelenski contó que le piden salir del Donbás, y Marco Rubio contestó con una palabra: «falso».",
            [(ZELENSKI, "le piden salir del Donbás"), (RUBIO, "falso")],
        ),
    ],
)
def test_a_second_speaker_of_the_sentence_has_words_of_their_own(text: str, said: list[tuple[str, str]]) -> None:
    assert voices(text) == said


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("«No cumplir sería grave», declararon Costa y Von der Leyen.", "António Costa y Ursula von der Leyen"),
        ("«Queda trabajo», dijeron por separado Witkoff y Umerov.", "Steve Witkoff y Rustem Umerov"),
        (
            "Costa y Von der Leyen viajaron a Kiev. Allí dejaron claro un concepto: «Nadie ha ganado todavía».",
            "António Costa y Ursula von der Leyen",
        ),
    ],
)
def test_two_people_speak_as_both(text: str, together: str) -> None:
    assert [speaker for speaker, _ in voices(text)] == [together]


def test_of_two_people_who_part_nobody_is_guessed() -> None:
    assert voices("Trump y Putin se despiden sin acuerdo: «Otra vez será, en Moscú»") == [
        (None, "Otra vez será, en Moscú")
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "El Kremlin advirtió al presidente ucraniano, Volodímir Zelenski, que seguir es «un riesgo».",
            "Kremlin",
            "un riesgo",
        ),
        (
            "Putin dijo a su homólogo, Donald Trump, que no habrá pausa antes de marzo.",
            "Vladímir Putin",
            "no habrá pausa antes de marzo",
        ),
        (
            "Contestaba al presidente ucraniano, Volodímir Zelenski, que el lunes avisó de que habrá otra cita.",
            ZELENSKI,
            "habrá otra cita",
        ),
    ],
)
def test_the_name_of_a_hearer_stands_between_the_verb_and_what_is_said(text: str, speaker: str, words: str) -> None:
    assert voices(text) == [(speaker, words)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Rubio aseguró que su par ruso, Serguéi Lavrov, «quiere verse».", [(RUBIO, "quiere verse")]),
        (
            "Rubio dijo que las partes están de acuerdo con el texto.",
            [(RUBIO, "las partes están de acuerdo con el texto")],
        ),
        ("Las partes hablarán mañana, dijo Peskov, citado por TASS.", [(PESKOV, "Las partes hablarán mañana")]),
        (
            "Los interceptores que debían llegar en abril, admitió Zelenski, se gastan en el Golfo.",
            [(ZELENSKI, "se gastan en el Golfo")],
        ),
        (
            "Rubio confirmó que Putin está dispuesto a hablar, como ha manifestado el Kremlin.",
            [(RUBIO, "Putin está dispuesto a hablar")],
        ),
        ("Rubio admitió que lo supo por boca de Putin.", [(RUBIO, "lo supo por boca de Putin")]),
        ("Lo dijo Zelenski en el tren que lo traía de Varsovia.", []),
        ("El presidente turco, Recep Tayyip Erdogan, ya ha aceptado; Catar calla.", []),
        (
            "Peskov añadió que Moscú estudia los detalles y confía en aclararlos con la otra parte.",
            [(PESKOV, "Moscú estudia los detalles y confía en aclararlos con la otra parte")],
        ),
        ("Zelenski sigue insistiendo en que Rusia no quiere parar.", [(ZELENSKI, "Rusia no quiere parar")]),
        ("Zelenski apuntó a que votarán en mayo.", [(ZELENSKI, "votarán en mayo")]),
        (
            "«El texto ha cambiado», dijo Zelenski, antes de precisar que falta el mapa.",
            [(ZELENSKI, "El texto ha cambiado"), (ZELENSKI, "falta el mapa")],
        ),
        (
            "Las partes se verán mañana, dijo un funcionario estadounidense enterado de los planes.",
            [("funcionario estadounidense", "Las partes se verán mañana")],
        ),
    ],
)
def test_a_reported_clause_is_whole_and_nothing_but_itself(text: str, said: list[tuple[str, str]]) -> None:
    assert voices(text) == said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dan Driscoll irá a Kiev. «Espero verlos pronto», escribió en su plataforma Truth Social.", TRUMP),
        ("Driscoll habló dos días en Abu Dabi. «Van bien», indicó su portavoz.", "portavoz de Dan Driscoll"),
        (
            "El enviado estadounidense, Steve Witkoff, viajó. El mediador estadounidense vio «útiles» las charlas.",
            WITKOFF,
        ),
        ("El comunicado estadounidense, firmado por Steve Witkoff, califica las charlas de «constructivas».", WITKOFF),
        ("«Todos nos piden salir», cita a Zelenski la AFP.", ZELENSKI),
        ("Zelenski trabaja «a diario», calificando las charlas para lograr una tregua como «complejas».", ZELENSKI),
        ("«Quieren acabar en junio», ha dicho Zelenski. Kiev ha aceptado. «Lo veremos», ha añadido.", ZELENSKI),
        ("Desde Moscú han destacado que consideran «útil» el encuentro.", "Rusia"),
        (
            "El Kremlin desdeñó la pausa que sugirió ayer el presidente ucraniano, Volodímir Zelenski,"
            " y reiteró que hace falta una paz duradera.",
            "Kremlin",
        ),
        (
            "Umerov voló a Doha. El presidente, Volodímir Zelenski, culpó a Moscú de estirar unas charlas que,"
            " a su entender, podrían acabar ya.",
            ZELENSKI,
        ),
    ],
)
def test_who_is_meant_is_told_by_channel_office_signature_or_clause(text: str, speaker: str) -> None:
    assert {found for found, _ in voices(text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Marco Rubio habló ayer. «Hay señales», respondió al mensaje que Trump difundió en Truth Social.", RUBIO),
        ("Habló Marco Rubio. «Hay señales», dijo sobre el texto de Truth Social.", RUBIO),
        ("El plan, firmado por Trump, dice Peskov que es «inaceptable».", PESKOV),
    ],
)
def test_a_channel_or_a_signature_that_is_only_spoken_of_gives_nobody_the_word(text: str, speaker: str) -> None:
    assert [found for found, _ in voices(text)] == [speaker]


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("", "Friedrich Merz y Emmanuel Macron"),
        ("\n\nKiev esperaba.\n\nLos negociadores rusos y ucranianos llegaron a Abu Dabi.\n\n", None),
    ],
)
def test_both_are_two_who_were_named_just_before(between: str, speaker: str | None) -> None:
    text = f"Merz y Macron viajaron a Kiev. {between}Ambos dijeron que habrá otra ronda."
    assert voices(text) == [(speaker, "habrá otra ronda")]


def test_who_reviews_the_positions_of_others_keeps_the_word() -> None:
    text = (
        "«No lo aceptamos», ha declarado el presidente Volodímir Zelenski, quien ha repasado las ideas: Moscú propone"
        " «una zona sin tropas», mientras Washington plantea una «zona libre». «Hay que votarlo», apuntó."
    )
    assert voices(text)[-1] == (ZELENSKI, "Hay que votarlo")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Hubo cumbre. “Los socios tienen fuerza para pararla, señaló Zelenski.",
            "Los socios tienen fuerza para pararla",
        ),
        ("“Las partes quieren un texto justo “, declaró Zelenski.", "Las partes quieren un texto justo"),
        ("–Las partes hablaron ayer en Ginebra. «Hay señales», dijo Zelenski.", "Hay señales"),
    ],
)
def test_sloppy_marks_lose_no_quotation(text: str, words: str) -> None:
    assert voices(text) == [(ZELENSKI, words)]


def test_until_somebody_speaks_the_president_is_whom_the_title_begins_with() -> None:
    text = "Trump y Putin hablaron ayer. «Ha sido una gran llamada», les contó el presidente a los reporteros."
    found = [speaker for speaker, _ in voices(text, title="Trump y Putin hablan por teléfono")]
    assert found == [TRUMP]
