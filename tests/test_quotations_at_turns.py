"""Where the sentence turns: halves around the verb of saying, a group between two turns of one person, asides."""

from __future__ import annotations

import pytest

from tests.quotation import said as voices

RUBIO, TRUMP, PUTIN, MERZ, PESKOV = "Marco Rubio", "Donald Trump", "Vladímir Putin", "Friedrich Merz", "Dmitri Peskov"
ZELENSKI, YERMAK, USHAKOV, UMEROV = "Volodímir Zelenski", "Andriy Yermak", "Yuri Ushakov", "Rustem Umerov"
WITKOFF = "Steve Witkoff"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Peskov habló por la tarde. Moscú no cierra ninguna puerta, recalcó, pero «nadie ha llamado».",
            [(PESKOV, "Moscú no cierra ninguna puerta"), (PESKOV, "nadie ha llamado")],
        ),
        (
            "Merz habló por la tarde. El mando alemán vigilará la línea, matizó, porque los vecinos «tienen miedo».",
            [(MERZ, "El mando alemán vigilará la línea"), (MERZ, "tienen miedo")],
        ),
        (
            "Rubio habló por la tarde. No existe aún fecha alguna, aclaró, sino «una idea de calendario».",
            [(RUBIO, "No existe aún fecha alguna"), (RUBIO, "una idea de calendario")],
        ),
        (
            "Merz habló por la tarde. Admitió que ambos desean otra sede, «más discreta».",
            [(MERZ, "ambos desean otra sede"), (MERZ, "más discreta")],
        ),
        (
            "El canciller alemán, Friedrich Merz, piensa en cambio que la paz aún tardará, aunque «no tanto».",
            [(MERZ, "la paz aún tardará"), (MERZ, "no tanto")],
        ),
    ],
)
def test_a_clause_before_the_verb_is_said_though_words_follow(text: str, said: list[tuple[str | None, str]]) -> None:
    assert voices(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Peskov habló por la tarde. La oferta rusa, insistió, «sigue en pie».", [(PESKOV, "sigue en pie")]),
        ("Merz habló ayer. La próxima reunión de Bruselas, dijo, será «larga».", [(MERZ, "larga")]),
    ],
)
def test_a_mere_subject_before_the_verb_is_not(text: str, said: list[tuple[str | None, str]]) -> None:
    assert voices(text) == said


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("«Falta poco», dijo Rubio. Los rusos la llaman «tregua técnica», apuntó.", [RUBIO, RUBIO]),
        ("«Falta poco», dijo Rubio. Los socios ven «prisa». «Se verá», añadió.", [RUBIO, "socios", RUBIO]),
        ("«Falta poco», dijo Rubio. Los socios ven «prisa». «Se verá», añaden.", [RUBIO, "socios", "socios"]),
        ("Los socios ven «prisa». «Se verá», añadió.", ["socios", None]),
        ("«Falta poco», dijo Rubio.\n\nLos socios ven «prisa». «Se verá», añadió.", [RUBIO, "socios", None]),
    ],
)  # fmt: skip
def test_after_a_group_a_verb_for_one_is_of_who_spoke_before(text: str, speakers: list[str | None]) -> None:
    assert [speaker for speaker, _ in voices(text)] == speakers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Merz evitó el choque. «Nos lo esperábamos», tradujo un diplomático báltico.", "diplomático báltico"),
        ("Merz evitó el choque. «No era el plan», repuso un ministro danés.", "ministro danés"),
        ("Merz evitó el choque. «Están cansados», susurró en voz baja un asesor polaco.", "asesor polaco"),
        ("Merz evitó el choque. «Están cansados», dijo por lo bajo un asesor polaco.", "asesor polaco"),
        ("Merz evitó el choque. «Están cansados», dijo entre dientes.", MERZ),
    ],
)
def test_the_manner_and_the_verb_leave_the_word_to_who_stands_behind(text: str, name: str) -> None:
    assert [speaker for speaker, _ in voices(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Rubio dijo que «es falso».\n\nUn senador que vio el texto añade un dato: el texto no menciona plazos."
            "\n\n«Eso es lo malo», concluye.",
            "senador",
        ),
        (
            "Rubio dijo que «es falso».\n\nEl texto no menciona plazos.\n\n«Eso es lo malo», concluye.",
            RUBIO,
        ),
        (
            "Dimitió Andriy Yermak, mano derecha de Zelenski.\n\nSu jefe le agradeció todo y pidió calma: «Unidad».",
            ZELENSKI,
        ),
    ],
)
def test_a_sentence_about_somebody_hands_the_word_over(text: str, name: str) -> None:
    assert [speaker for speaker, _ in voices(text)][-1] == name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ushakov habló el martes. De la tregua de la que habla Merz no sabe nada. La sede, dijo, se verá.",
            [(USHAKOV, "se verá")],
        ),
        (
            "Rubio salió tarde. A Merz, canciller de Alemania, se le notaba cansado: el borrador, dijo, «es flojo».",
            [(MERZ, "es flojo")],
        ),
        ("A Iryna la evacuaron ayer. «Solo cogí al gato», cuenta en la estación.", [("Iryna", "Solo cogí al gato")]),
        (
            "Merz aludió a un fondo que Washington promete a Kiev: «El fondo de los sueños».",
            [(MERZ, "El fondo de los sueños")],
        ),
        (
            "Moscú sostiene que fue un ataque contra el palacio, un relato que Merz tacha de «cuento infantil».",
            [("Rusia", "fue un ataque contra el palacio"), (MERZ, "cuento infantil")],
        ),
        (
            "Ushakov lo dijo el lunes. El Pentágono lo desmiente. Es «falso del todo», escribe en una nota.",
            [("Pentágono", "falso del todo")],
        ),
    ],
)  # fmt: skip
def test_who_has_the_word_by_how_the_sentence_is_built(text: str, said: list[tuple[str | None, str]]) -> None:
    assert voices(text)[-len(said) :] == said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ushakov habló el martes. Merz no sabe nada. La sede, dijo, se verá.", MERZ),
        ("Merz aludió a un fondo. Lo que Putin promete es esto: «Nada de nada».", PUTIN),
        ("Rubio salió tarde. A Merz le dio la mano: el borrador, dijo, «es flojo».", RUBIO),
        ("Ushakov habló el lunes y dijo que «no». El Pentágono lo ha visto. «Ya veremos», añadió.", USHAKOV),
    ],
)
def test_but_a_main_clause_keeps_its_subject(text: str, name: str) -> None:
    assert [speaker for speaker, _ in voices(text)][-1] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("El audio recoge a Ushakov con Witkoff. «Llame», pide el primero. «Ya», dice el segundo.", [USHAKOV, WITKOFF]),
        ("Merz se vio con Rubio, Witkoff y Umerov. «Ha sido útil», escribió el primero.", [RUBIO]),
        ("Hablaron Rubio y Umerov. «Ha sido útil», escribió el segundo.", [UMEROV]),
        ("Zelenski aceptó la renuncia de Andriy Yermak. La policía vino. «Iré», había escrito él.", [YERMAK]),
        ("Zelenski habló en Kiev con Andriy Yermak. Él cree que «todo irá bien».", [ZELENSKI]),
        ("«No hay prisa», dijo Putin a Trump. «Ninguna», insistió él.", [PUTIN, PUTIN]),
    ],
)  # fmt: skip
def test_the_first_the_second_and_he(text: str, names: list[str]) -> None:
    assert [speaker for speaker, _ in voices(text)] == names


TALK = "{}\n\n¿Qué recuerda?\n\n—El frío. Nadie dormía.\n\n¿Volvería?\n\n—Mañana mismo."


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("Sirvió como enfermera en el asedio. Prefiere el anonimato.", "enfermera"),
        ("Trabajó como chófer para las tres comitivas y pide que no se publique su nombre.", "chófer"),
        ("Olena Koval sirvió como enfermera en el asedio. Prefiere el anonimato de la retaguardia.", "Olena Koval"),
        ("Sirvió como enfermera en el asedio. Vive en Lviv.", None),
    ],
)
def test_a_guest_without_name_is_who_the_opening_says(opening: str, name: str | None) -> None:
    said = voices(TALK.format(opening), title="«Nadie dormía y nadie callaba»")
    assert [speaker for speaker, _ in said] == [name] * 3
    assert "no se publique su nombre" not in [words for _, words in said]


def test_one_who_is_told_in_an_answer_is_the_guest_of_the_others() -> None:
    text = "—¿Habrá acuerdo?\n\n—Habrá papeles —responde Hans Weber, profesor.\n\n—¿Y paz?\n\n—Eso tardará."
    assert [speaker for speaker, _ in voices(text)] == ["Hans Weber", "Hans Weber"]


def test_two_who_are_told_in_answers_are_no_guest() -> None:
    text = "—¿Habrá acuerdo?\n\n—Habrá papeles —responde Hans Weber.\n\n—¿Y paz?\n\n—Tardará —dice Eva Lang."
    text += "\n\n—¿Y luego?\n\n—Eso no."
    assert [speaker for speaker, _ in voices(text)][-1] is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("«Ásperas, pero útiles». En pocas palabras resumió Rubio la ronda.", [(RUBIO, "Ásperas, pero útiles")]),
        (
            "Merz no dijo nada. Quien sí contó algo fue un miembro de su equipo. «Habrá más», avisó.",
            [("miembro de su equipo", "Habrá más")],
        ),
        (
            "«Ya está», dijo Merz. En la cola, un camionero polaco se encoge de hombros: nadie le avisó, dice.",
            [(MERZ, "Ya está"), ("camionero polaco", "nadie le avisó")],
        ),
        (
            "Rubio pidió «calma». Una, Svitlana Marchenko, lleva meses buscando a su hijo. «Me han citado hoy», dice.",
            [(RUBIO, "calma"), ("Svitlana Marchenko", "Me han citado hoy")],
        ),
        (
            "Reveló este lunes el canciller alemán, Friedrich Merz, que Kiev ya tiene el texto.",
            [(MERZ, "Kiev ya tiene el texto")],
        ),
        (
            "Las minas, según el espionaje militar, siguen en la orilla; por eso, insistió Merz, hay que esperar.",
            [("espionaje militar", "siguen en la orilla"), (MERZ, "hay que esperar")],
        ),
        ("Rubio soltó que Moscú miente.", [(RUBIO, "Moscú miente")]),
        ("Publican la cinta. «Llámale mañana», se oye decir a Witkoff.", [(WITKOFF, "Llámale mañana")]),
    ],
)  # fmt: skip
def test_who_tells_it_in_other_ways(text: str, said: list[tuple[str | None, str]]) -> None:
    assert voices(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("El texto prevé un ejército menor y habla de «garantías plenas».", [(None, "garantías plenas")]),
        ("La policía investiga una trama que ha bautizado «Tormenta» y que llega a Kiev.", []),
        ("Llamó el canciller alemán, Friedrich Merz, que la consideró tarde.", []),
        ("Habló el presidente, Volodímir Zelenski, que viaja hoy.", []),
        ("En pocas horas viajó Rubio. «Ya veremos», dijo.", [(RUBIO, "Ya veremos")]),
    ],
)
def test_objects_names_and_relatives_are_no_words_of_anybody(text: str, said: list[tuple[str | None, str]]) -> None:
    assert voices(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "«El contacto será diario», dice la nota del Mando Norte de Estados Unidos."
            " Evitar choques, añade el texto, conviene a todos.",
            [
                ("Mando Norte de Estados Unidos", "El contacto será diario"),
                ("Mando Norte de Estados Unidos", "conviene a todos"),
            ],
        ),
        ("«El contacto será diario», dice la nota de Estados Unidos.", [("Estados Unidos", "El contacto será diario")]),
        (
            "«Habrá contacto», dice la nota del Ministerio de Defensa de Rusia.",
            [("Ministerio de Defensa de Rusia", "Habrá contacto")],
        ),
    ],
)
def test_a_note_is_of_the_longest_name_beside_it(text: str, said: list[tuple[str | None, str]]) -> None:
    assert voices(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Viene un giro que según Merz obliga a todos a esperar, y poco más.",
            [(MERZ, "obliga a todos a esperar")],
        ),
        ("Del frío, que según Rubio explica la pausa, nada.", [(RUBIO, "explica la pausa")]),
        ("Viene un giro que, según Merz, obliga a todos a esperar.", [(MERZ, "obliga a todos a esperar")]),
        ("Habrá tregua, según Merz.", [(MERZ, "Habrá tregua")]),
    ],
)
def test_a_relative_clause_may_be_of_somebody(text: str, said: list[tuple[str | None, str]]) -> None:
    assert voices(text) == said
