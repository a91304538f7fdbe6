"""Who is meant by another word, by where somebody is, by what went before: as features and live blogs write it."""

from __future__ import annotations

import pytest

from tests.quotation import said as voices

MERZ, MACRON, TRUMP, RUBIO = "Friedrich Merz", "Emmanuel Macron", "Donald Trump", "Marco Rubio"
ZELENSKI, WITKOFF, PESKOV, FIDAN = "Volodímir Zelenski", "Steve Witkoff", "Dmitri Peskov", "Hakan Fidan"
UMEROV, USHAKOV, PUTIN, BUDANOV = "Rustem Umerov", "Yuri Ushakov", "Vladímir Putin", "Kirilo Budánov"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Rubio, que llegó a Ginebra el domingo, pidió calma. «No hay prisa», afirmó el dirigente republicano.",
            [(RUBIO, "No hay prisa")],
        ),
        (
            "El senador Lindsey Graham habló a mediodía. «Llega en buen momento», escribió el legislador por la tarde.",
            [("Lindsey Graham", "Llega en buen momento")],
        ),
        (
            "Zelenski puso al frente de su oficina a Kirilo Budánov, jefe de la inteligencia militar. «He aceptado»,"
            " escribió el general.",
            [(BUDANOV, "He aceptado")],
        ),
        (
            "El capitán mercante Ángel Cortadilla le quita hierro: «Pasan dos cada semana».",
            [("Ángel Cortadilla", "Pasan dos cada semana")],
        ),
    ],
)
def test_another_word_for_who_has_spoken_is_the_same_person(text: str, said: list[tuple[str | None, str]]) -> None:
    assert voices(text) == said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trump llamó a Merz. «Es duro», dijo Merz. «Nos arruinan», lamentó el empresario.", "Friedrich Merz"),
        ("Macron dijo que «habrá tropas». «Es una locura», respondió el dirigente ultraderechista.", "Emmanuel Macron"),
        ("Caine oyó a Rubio. «Queremos la paz», dijo Rubio. «Y nosotros», contestó el general ruso.", "Marco Rubio"),
        ("Zelenski recibió 61 misiles, según dijo a Kellogg. «Siéntense», pidió el anfitrión.", "Volodímir Zelenski"),
        ("Putin recibió a Modi.\n\nUno.\n\nDos.\n\nTres.\n\n«Irlanda nos ayuda», dijo el visitante.", "Narendra Modi"),
        ("Witkoff mintió a Zelenski, según Bloomberg: «Le dijo lo que quería oír».", "Steve Witkoff"),
        ("«Ucrania cederá el Donbás», dice el borrador que publicó Axios.", "Axios"),
        ("A Umérov le sucede Budánov al frente. «Seguiremos igual», aseguró.", "Rustem Umerov"),
        ("Trump, al que los manifestantes despidieron con un «vete», se fue.", "Donald Trump"),
        ("Macron se fue. ¿Aceptará Zelenski ceder el Donbás sin más? «Jamás en la vida», repite.", "Emmanuel Macron"),
    ],
)  # fmt: skip
def test_a_name_nearby_is_not_enough(text: str, name: str) -> None:
    assert name not in [speaker for speaker, _ in voices(text)[-1:]]


def test_an_entry_on_another_matter_does_not_go_on_with_the_one_before() -> None:
    text = "22:35 «Quedan dos asuntos», admite Rubio.\n\n22:20 La UE aprueba el préstamo. «Es histórico», dice."
    assert voices(text, title="En directo") == [(RUBIO, "Quedan dos asuntos"), (None, "Es histórico")]


@pytest.mark.parametrize(
    "text",
    [
        "Zelenski habló por la mañana. «Es un día duro», dijo el general.",
        "Zelenski habló por la mañana. «Es un día duro», dijo la directora.",
        "Zelenski habló por la mañana. «¿Cuándo acaba esto?», preguntó el soldado.",
        "Un taxista esperaba fuera mientras Zelenski salía. «Es un día duro», resumió el taxista.",
    ],
)
def test_a_noun_that_may_be_somebody_else_is_not_who_has_spoken(text: str) -> None:
    assert ZELENSKI not in [speaker for speaker, _ in voices(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Erdogan recibió este miércoles a Zelenski. «Que todos pongan de su parte», dijo el anfitrión."
            " «Y que sea pronto», añadió el invitado.",
            [("Recep Tayyip Erdoğan", "Que todos pongan de su parte"), (ZELENSKI, "Y que sea pronto")],
        ),
        (
            "«La mesa está puesta», proclamó el anfitrión, el ministro turco Hakan Fidan.",
            [(FIDAN, "La mesa está puesta")],
        ),
        (
            "«Es una invención», respondió otro de los aludidos, el asesor presidencial Yuri Ushakov.",
            [(USHAKOV, "Es una invención")],
        ),
        (
            "Macron recibió en París al canciller alemán. Este prometió «paciencia» y volvió a casa.",
            [(MERZ, "paciencia")],
        ),
    ],
)
def test_hosts_guests_and_the_last_one_named(text: str, said: list[tuple[str | None, str]]) -> None:
    assert voices(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Fidan salió después de que Umérov informara a Kiev y agradeciera a los mediadores su «generosidad».",
            [(UMEROV, "generosidad")],
        ),
        (
            "Rubio dijo que hay «avances». Rustem Umérov, al frente del equipo por primera vez, agradeció la acogida."
            " «Se nos escucha», aseguró.",
            [(RUBIO, "avances"), (UMEROV, "Se nos escucha")],
        ),
        (
            "Trump le dio una semana para firmar y el ucraniano Zelenski salió a la calle a contarlo.\n\n"
            "«Es uno de los días más duros», confesó.",
            [(ZELENSKI, "Es uno de los días más duros")],
        ),
        (
            "A Umérov le sobra paciencia. «Una tregua ya, y completa», repitió en inglés.",
            [(UMEROV, "Una tregua ya, y completa")],
        ),
        (
            "Trump salió al jardín. ¿Qué pasa si Zelenski dice que no? «Pues que siga peleando», soltó.",
            [(TRUMP, "Pues que siga peleando")],
        ),
        (
            "«El marco está acordado», dijo Zelenski. Trump fue más prudente: faltan tres puntos, calculó. «En unas"
            " semanas lo sabremos», apuntó.",
            [
                (ZELENSKI, "El marco está acordado"),
                (TRUMP, "faltan tres puntos"),
                (TRUMP, "En unas semanas lo sabremos"),
            ],
        ),
        (
            "La charla que el presidente ruso, Vladímir Putin, ha mantenido con Witkoff ha durado cinco horas, según ha"
            " contado el asesor Yuri Ushakov.\n\n«Se puede pactar sobre algunas cosas», ha reconocido.",
            [
                (
                    USHAKOV,
                    "La charla que el presidente ruso, Vladímir Putin, ha mantenido con Witkoff ha durado cinco horas",
                ),
                (USHAKOV, "Se puede pactar sobre algunas cosas"),
            ],
        ),
        (
            "Zelenski conversó este sábado con Steve Witkoff y Jared Kushner, el segundo día de unas consultas que"
            " mantienen en Ginebra.\n\n«Seguimos con buena fe», escribió por la noche.",
            [(ZELENSKI, "Seguimos con buena fe")],
        ),
    ],
)
def test_the_word_goes_to_whom_the_text_is_about(text: str, said: list[tuple[str | None, str]]) -> None:
    assert voices(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "El plan es, a ojos del primer ministro húngaro, «la última ocasión».",
            [("Viktor Orbán", "la última ocasión")],
        ),
        (
            "Peskov se mostró frío. Para el portavoz ruso, una cita así requiere «mucho trabajo».",
            [(PESKOV, "mucho trabajo")],
        ),
        (
            "Rubio habló el primero. Para los europeos tuvo más cariño que Vance. «Somos primos», dijo, y gustó.",
            [(RUBIO, "Somos primos")],
        ),
        (
            "Una fuente turca lo ve de otro modo, según Reuters: «Nadie cedió nada».",
            [("fuente turca", "Nadie cedió nada")],
        ),
        (
            "Es tarde, según una fuente del Pentágono a la que cita Politico. «No hay más», insiste esa fuente.",
            [("fuente del Pentágono", "Es tarde"), ("fuente del Pentágono", "No hay más")],
        ),
        (
            "«Kiev sigue comprometida con la paz», dice el mensaje que publicó Steve Witkoff.",
            [(WITKOFF, "Kiev sigue comprometida con la paz")],
        ),
        (
            "Moscú tiene ya el texto y cree que «puede valer», declaró ayer el presidente ruso, Vladímir Putin.",
            [(PUTIN, "puede valer")],
        ),
        ("Trump aprieta a Zelenski y este habla de «dignidad».", [(ZELENSKI, "dignidad")]),
        (
            "Putin no da detalles. Fue «muy necesaria», pero «un trabajo ingrato».",
            [(PUTIN, "muy necesaria"), (PUTIN, "un trabajo ingrato")],
        ),
        ("«Buena charla», escribió Zelenski tras recibir el informe de su equipo.", [(ZELENSKI, "Buena charla")]),
    ],
)
def test_attributions_of_every_make(text: str, said: list[tuple[str | None, str]]) -> None:
    assert [voice for voice in voices(text) if voice[1] != "Es tarde"] == [
        voice for voice in said if voice[1] != "Es tarde"
    ]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Fuentes del Elíseo contaron ayer, jueves, que la charla fue amable.", "la charla fue amable"),
        ("Berlín avanzó este lunes (12.01.2026) que Witkoff viajará a Moscú.", "Witkoff viajará a Moscú"),
        ("Trump dijo en el programa «60 Minutos» que no habrá más plazos.", "no habrá más plazos"),
    ],
)
def test_a_date_or_a_programme_may_stand_before_what_is_said(text: str, clause: str) -> None:
    assert clause in [said for _, said in voices(text)]


def test_a_joint_text_is_of_the_two_in_the_headline() -> None:
    text = "Los enviados terminaron ayer. «El avance depende de Moscú», reza el comunicado conjunto."
    title = "EE.UU. y Ucrania cierran tres días de reuniones en Miami"
    assert voices(text, title=title) == [("Estados Unidos y Ucrania", "El avance depende de Moscú")]


def test_to_whom_a_word_is_given_did_not_say_it() -> None:
    assert voices("Putin llegó ayer.\n\nA los europeos les dedicó una palabra: «absurdo».") == [(PUTIN, "absurdo")]
    assert voices("A Alexander Stubb se le atribuye una frase: «Ni un paso».") == [("Alexander Stubb", "Ni un paso")]


def test_an_entry_of_a_live_blog_may_go_on_with_the_one_before() -> None:
    text = "22:35 «Quedan dos asuntos», admite Rubio.\n\n22:20 ¿Y el plazo del jueves? «Sigue en pie», dice."
    assert voices(text, title="En directo") == [(RUBIO, "Quedan dos asuntos"), (RUBIO, "Sigue en pie")]


INTRODUCTION = "El exembajador Mateo Salvatierra vivió seis años en Kiev. Nos recibe en su casa de Lugo.\n\n"
GUEST = "Mateo Salvatierra"


def test_answers_behind_a_dash_are_of_the_guest() -> None:
    text = (
        INTRODUCTION + "¿Qué espera usted de la ronda?\n\n—Poca cosa. Putin no tiene prisa.\n\n"
        "Pero usted lo conoció.\n\n—De lejos.\n\n¿Y de los europeos?\n\n—Que paguen —responde, y se ríe—. Es su oficio."
    )
    assert voices(text) == [
        (GUEST, "Poca cosa. Putin no tiene prisa."),
        (GUEST, "De lejos."),
        (GUEST, "Que paguen"),
        (GUEST, "Es su oficio."),
    ]


def test_what_the_interviewer_says_behind_a_dash_is_not_the_guests() -> None:
    text = (
        INTRODUCTION + "—¿Qué espera usted de la ronda?\n\n—Poca cosa. Putin no tiene prisa.\n\n"
        "—Trump promete drones.\n\n—Drones tuvimos nosotros.\n\n—¿Y de los europeos?\n\n—Que paguen."
    )
    said = dict((words, speaker) for speaker, words in voices(text))
    assert said["Poca cosa. Putin no tiene prisa."] == said["Drones tuvimos nosotros."] == said["Que paguen."] == GUEST
    assert said.get("Trump promete drones.") is None


def test_a_dash_without_spaces_ends_what_is_said() -> None:
    text = "—Llegó una carta suya en marzo—explica Oksana, maestra de primaria, y la dobla otra vez."
    assert voices(text) == [("Oksana", "Llegó una carta suya en marzo")]


def test_a_long_row_of_marks_is_no_quotation() -> None:
    assert voices("Peskov dijo que «habrá ronda» " + '«"“' * 40) == [(PESKOV, "habrá ronda")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dmitriev sostuvo que hay avances y les reprochó el retraso.", [("Kirill Dmitriev", "hay avances")]),
        ("Merz contestó que irá en enero y cambió de tema.", [(MERZ, "irá en enero")]),
        (
            "Según Ushakov, los dos presidentes consideran que una pausa breve no sirve.",
            [(USHAKOV, "los dos presidentes consideran que una pausa breve no sirve")],
        ),
        (
            "Washington pretende que la guerra acabe en junio, reveló Zelenski, en declaraciones difundidas ayer.",
            [(ZELENSKI, "Washington pretende que la guerra acabe en junio")],
        ),
        (
            "Según Axios, el papel se divide en tres capítulos: paz, garantías y dinero.",
            [("Axios", "el papel se divide en tres capítulos: paz, garantías y dinero")],
        ),
        (
            "Para la alta representante, Kaja Kallas, el préstamo abre una puerta.",
            [("Kaja Kallas", "el préstamo abre una puerta")],
        ),
        ("Para Putin, la guerra empezó en 2014.", []),
        ("La bancada opositora, dirigida por Yulia Timoshenko, reclama otro gabinete.", []),
        ("Fue la charla que Putin y Trump mantuvieron antes de que llegara Zelenski.", []),
        (
            "Un consejero de la presidencia ucraniana confiesa que faltan mapas.",
            [("consejero de la presidencia ucraniana", "faltan mapas")],
        ),
    ],
)
def test_how_far_a_reported_clause_goes(text: str, said: list[tuple[str | None, str]]) -> None:
    assert voices(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "El Kremlin ha avisado por boca de Serguéi Lavrov de que se respete «el espíritu» de Alaska.",
            [("Serguéi Lavrov", "el espíritu")],
        ),
        (
            "Witkoff llamó en octubre. «Yo sé lo que hace falta», habría dicho el enviado en esa llamada.",
            [(WITKOFF, "Yo sé lo que hace falta")],
        ),
        (
            "Trump habló con Reuters. «Creo que le cuesta», se explayó, sin dar razones.",
            [(TRUMP, "Creo que le cuesta")],
        ),
        ("Hubo foto de la cena, que Macron resumió con un «todo en orden».", [(MACRON, "todo en orden")]),
        ("«No la regaló, la vendió», dijo la fiscal en su alegato.", [("fiscal", "No la regaló, la vendió")]),
    ],
)
def test_who_is_meant_beside_words_between_marks(text: str, said: list[tuple[str | None, str]]) -> None:
    assert voices(text) == said
