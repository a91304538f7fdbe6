"""Words that pass through others: media that cite, spokesmen, sources one of several, what was published before."""

import pytest

from tests.quotation import read, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La agencia TASS, que cita a un miembro de la delegación rusa, informa de que la ronda «avanza».",
            ("miembro de la delegación rusa", "avanza"),
        ),
        (
            "Bloomberg, que cita a un diplomático europeo, asegura que la carta «no ha llegado».",
            ("diplomático europeo", "no ha llegado"),
        ),
        (
            "Reuters, que cita a Lavrov, informa de que la reunión será «breve».",
            ("Serguéi Lavrov", "breve"),
        ),
        (
            "Financial Times, que cita a varias personas al tanto, publicó que el plan «está muerto».",
            ("Financial Times", "está muerto"),
        ),
    ],
)
def test_a_paper_that_cites_one_source_passes_on_its_words(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Los contactos siguen, puntualizó el Kremlin por medio del asesor Yuri Ushakov.", "Yuri Ushakov"),
        ("El Kremlin, a través de su portavoz, Dmitri Peskov, dijo que los contactos siguen.", "Dmitri Peskov"),
        ("La Casa Blanca, por boca de Karoline Leavitt, dijo que los contactos siguen.", "Karoline Leavitt"),
        ("El Kremlin dijo a través de un comunicado que los contactos siguen.", "Kremlin"),
    ],
)
def test_a_body_speaks_through_the_mouth_of_somebody(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in read(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Axios publicó un plan de paz. Un funcionario ucraniano lo negó. El portal sostiene que el plan existe.",
            [("Axios", "el plan existe")],
        ),
        (
            "Según Bild, hay fecha. El Kremlin lo niega. El diario asegura que tiene el documento.",
            [("Bild", "hay fecha"), ("Bild", "tiene el documento")],
        ),
        ("El diario asegura que tiene el documento.", [("diario", "tiene el documento")]),
    ],
)
def test_the_paper_is_the_one_named_last(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_a_body_of_its_own_is_not_the_last_one_that_spoke() -> None:
    text = "El Kremlin dijo que no hay fecha. Según la patronal, el paro cuesta millones."
    assert said(text) == [("Kremlin", "no hay fecha"), ("patronal", "el paro cuesta millones")]


def test_another_of_the_sources_is_a_source_too() -> None:
    text = "Una de las fuentes habló de «un punto de partida»; otra avisó de que Moscú exige garantías."
    assert ("fuente", "Moscú exige garantías") in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "La Casa Blanca canceló el viaje a Kiev, como había publicado Axios.",
        "Las delegaciones volvieron a Abu Dabi, como había adelantado Peskov.",
        "El canje empezó a mediodía, tal y como habían anunciado los dos ministerios.",
    ],
)
def test_what_had_been_said_before_is_nobody_s_words_now(text: str) -> None:
    assert said(text) == []


def test_a_clause_ends_before_who_else_said_so() -> None:
    text = "Medinski sostiene que la lista está incompleta, tal como dijo anoche su portavoz."
    assert said(text) == [("Vladímir Medinski", "la lista está incompleta")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peskov ha recordado, eso sí, que Rusia agradece la oferta.", [("Dmitri Peskov", "Rusia agradece la oferta")]),
        ("Rubio ha concretado que el plazo vence en mayo.", [("Marco Rubio", "el plazo vence en mayo")]),
        (
            "Organizaciones humanitarias denunciaron que el corredor sigue cerrado.",
            [("Organizaciones humanitarias", "el corredor sigue cerrado")],
        ),
        ("Zelenski voló a París tras cerrar sin acuerdo la ronda que las partes mantuvieron en Ginebra.", []),
        ("Las delegaciones han convenido en formar un grupo de oficiales que estudie cómo vigilar la tregua.", []),
        (
            "Según Lavrov, hay un memorando sobre lo que llama «las causas profundas».",
            [("Serguéi Lavrov", "las causas profundas")],
        ),
        (
            "«No hay prisa», alegó Peskov. Ushakov viajará el lunes a Ankara. No hay agenda, según dijo.",
            [("Dmitri Peskov", "No hay prisa"), ("Dmitri Peskov", "No hay agenda")],
        ),
    ],
)
def test_kinds_of_sentences_found_in_the_press(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_a_stranger_may_speak_to_this_paper() -> None:
    text = "«Pregunté en qué año estábamos», dijo a este medio Taras Koval, sargento de marina."
    assert said(text) == [("Taras Koval", "Pregunté en qué año estábamos")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "—No hay orden—, dijo el portavoz presidencial, Dmitri Peskov. —La operación sigue.",
            ["No hay orden", "La operación sigue."],
        ),
        (
            "—¿Y si firma?— se preguntó Zelenski en voz alta. —Entonces tendremos un problema.",
            ["¿Y si firma?", "Entonces tendremos un problema."],
        ),
        ("—No habrá ronda —insistió Peskov—. No por ahora.", ["No habrá ronda", "No por ahora."]),
    ],
)
def test_dialogue_dashes_close_before_a_comma_too(text: str, expected: list[str]) -> None:
    assert [quote.text for quote in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Un alto funcionario del Departamento de Estado contó que comieron juntos.",
            [("alto funcionario del Departamento de Estado", "comieron juntos")],
        ),
        (
            "La cancillería de Qatar informó que la ronda fue aplazada.",
            [("Ministerio de Exteriores de Catar", "la ronda fue aplazada")],
        ),
        (
            "«No hay paz», dijo Ushakov, quien no obstante reconoció que hubo avances.",
            [("Yuri Ushakov", "No hay paz"), ("Yuri Ushakov", "hubo avances")],
        ),
        (
            "Tusk ha expresado su confianza en que la tregua sea el comienzo de algo mayor.",
            [("Donald Tusk", "la tregua sea el comienzo de algo mayor")],
        ),
        (
            "Las delegaciones dejaron la sala y, según Ankara, volverán a verse a finales de mes.",
            [("Turquía", "volverán a verse a finales de mes")],
        ),
        (
            "«Todo va bien», dijo Ushakov. Preguntado por la tregua que reclama Kiev, respondió que no hay fecha.",
            [("Yuri Ushakov", "Todo va bien"), ("Yuri Ushakov", "no hay fecha")],
        ),
        (
            "Axios publicó el plan. La agencia estadounidense sostiene que hay un anexo.",
            [("Axios", "hay un anexo")],
        ),
        (
            "Putin anunció que sus tropas dejarán de disparar, justo cuando los tanques cruzan la plaza.",
            [("Vladímir Putin", "sus tropas dejarán de disparar")],
        ),
    ],
)
def test_more_kinds_of_sentences_found_in_the_press(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«No vemos motivos», fue la respuesta del asesor del Kremlin Yuri Ushakov.", "Yuri Ushakov"),
        ("«Once nombres», escribió la primera dama de Estados Unidos, Melania Trump, en X.", "Melania Trump"),
        ("«Es hora de que vean la ciudad», le dijo al medio uno de los funcionarios.", "funcionario"),
        ("El operador Ukrhidro indicó que los daños son graves.", "Ukrhidro"),
        ("Ucrania suspendió este jueves el canje al considerar que Rusia cambió los nombres.", "Ucrania"),
        ("Fuentes turcas restaron importancia al incidente: según ellas, es «cosa de una llamada».", "Fuentes turcas"),
    ],
)
def test_who_speaks_behind_a_noun_a_name_or_an_infinitive(text: str, expected: str) -> None:
    assert [quote.speaker for quote in read(text)] == [expected]


def test_a_verb_behind_a_relative_clause_is_of_whom_the_clause_describes() -> None:
    assert said("Fidan, que fue jefe de los servicios de inteligencia, mantiene un canal con el Kremlin.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "El pacto excluye los puertos, aclaró la Casa Blanca, según la cual las partes lo revisarán en mayo.",
            ("Casa Blanca", "las partes lo revisarán en mayo"),
        ),
        (
            "«Es la idea correcta», opinó Laura Kohan, politóloga de la UNAM, para quien nadie querrá parar primero.",
            ("Laura Kohan", "nadie querrá parar primero"),
        ),
        (
            "Mientras Moscú repite que no pasó nada, los hechos dicen otra cosa.",
            ("Rusia", "no pasó nada"),
        ),
        (
            "Bessent advirtió que habrá más medidas si nadie se mueve el martes, día en que vence el plazo.",
            ("Scott Bessent", "habrá más medidas si nadie se mueve el martes"),
        ),
        (
            "Macron llamó a Moscú. Putin, de acuerdo con el Kremlin, reprochó a Francia su «política de hoguera».",
            ("Vladímir Putin", "política de hoguera"),
        ),
        (
            "Habló el Ministerio de Defensa de Rusia. El ministerio ruso agradeció el «esfuerzo humanitario».",
            ("Ministerio de Defensa de Rusia", "esfuerzo humanitario"),
        ),
        (
            "«Soy inocente», alegó ante la jueza. La portavoz Ana Ruiz sostiene que hay pruebas.",
            ("Ana Ruiz", "hay pruebas"),
        ),
    ],
)
def test_relative_attributions_and_what_ends_a_clause(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


def test_words_before_a_spokeswoman_of_something_else_are_not_hers() -> None:
    text = "«Soy inocente», alegó ante la jueza. La portavoz Ana Ruiz sostiene que hay pruebas."
    assert said(text)[0] == (None, "Soy inocente")


def test_a_headline_may_name_the_matter_before_the_colon() -> None:
    assert said("Nada.", title="DIRECTO | Trump, sobre la cita de Moscú: «Veremos qué sale»") == [
        ("Donald Trump", "Veremos qué sale")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Medinski vio avances. Afuera esperaba Nadia Hrytsenko, madre de un preso. «Yo vine por un nombre», dijo.",
            ("Nadia Hrytsenko", "Yo vine por un nombre"),
        ),
        (
            "Trump escribió que todo va bien. También se conectó el secretario general, Mark Rutte. «Escuché», bromeó.",
            ("Mark Rutte", "Escuché"),
        ),
        (
            "Ushakov no dio detalles. «¿Está más cerca la paz?», le preguntó la prensa. «No está más lejos», contestó.",
            ("prensa", "¿Está más cerca la paz?"),
        ),
        (
            "Médicos locales contactados por teléfono contaron que ya no quedan sueros.",
            ("Médicos locales", "ya no quedan sueros"),
        ),
        (
            "El pacto de marzo fue descrito por el exembajador Jaime Londoño como «un paraguas de papel».",
            ("Jaime Londoño", "un paraguas de papel"),
        ),
        (
            "Umérov salió con otro ánimo: su propuesta de sesenta días de tregua, dijo, no obtuvo más que un gesto.",
            ("Rustem Umerov", "no obtuvo más que un gesto"),
        ),
        (
            "La canciller austriaca, Beate Hintz, avisó este jueves, tras una cena con Umérov, que ambos faltarán.",
            ("Beate Hintz", "ambos faltarán"),
        ),
        (
            "Zelenski, en su mensaje nocturno, adelantó el lunes, tras oír a Rubio, que la cita se traslada a Ankara.",
            ("Volodímir Zelenski", "la cita se traslada a Ankara"),
        ),
        (
            "El canciller Andrii Sybiha reviró que los daños los causó Moscú.",
            ("Andrí Sibiga", "los daños los causó Moscú"),
        ),
    ],
)
def test_who_is_presented_asked_or_named_by_the_way(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)
