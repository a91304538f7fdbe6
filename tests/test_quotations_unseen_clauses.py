"""Whose the words are where a clause, an apposition or an aside stands between the subject and its verb."""

import pytest

from tests.quotation import said


def speaker_of(text: str, words: str) -> str | None:
    return next(speaker for speaker, shown in said(text) if shown == words)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Merz pidió calma.\n\nEl alcalde de Odesa, Hennadiy Trujánov, por su parte, acusó al líder húngaro, "
            "Viktor Orbán, de ganar tiempo. «Solo pretende llegar al invierno», dijo.",
            "Solo pretende llegar al invierno",
            "Hennadiy Trujánov",
        ),
        (
            "Informó Peskov de que nada cambia.\n\nEl presidente ucraniano, Volodímir Zelenski, ha dado las gracias a "
            "Turquía, que ha cedido el aeropuerto, y ha asegurado que «las gestiones van a seguir».",
            "las gestiones van a seguir",
            "Volodímir Zelenski",
        ),
        (
            "El viceministro ucraniano Mykola Petrenko, miembro de la delegación, respondió que nadie ha firmado nada. "
            "«Adentro se trabaja con mapas», ironizó.",
            "Adentro se trabaja con mapas",
            "Mykola Petrenko",
        ),
        (
            "Trump aterrizó en Escocia. Consultado sobre qué debería hacer el presidente ruso, Vladímir Putin, para "
            "evitar el castigo, respondió: «Pues firmar de una vez».",
            "Pues firmar de una vez",
            "Donald Trump",
        ),
        (
            "Lavrov llegó tarde. Preguntado por lo que prepara Zelenski, respondió: «No tengo la menor idea».",
            "No tengo la menor idea",
            "Serguéi Lavrov",
        ),
        (
            "Preguntado por lo que prepara Zelenski, Lavrov respondió: «No tengo la menor idea».",
            "No tengo la menor idea",
            "Serguéi Lavrov",
        ),
    ],
)
def test_who_opens_the_sentence_keeps_its_verb(text: str, words: str, speaker: str) -> None:
    assert speaker_of(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "«No tememos a nadie», replicó Dmitri Peskov al presidente de Estados Unidos, Donald Trump, quien el lunes "
            "la había llamado «gigante de barro».",
            "gigante de barro",
            "Donald Trump",
        ),
        (
            "«No tememos a nadie», replicó Dmitri Peskov al presidente de Estados Unidos, Donald Trump, quien dos días "
            "antes la había llamado «gigante de barro».",
            "gigante de barro",
            "Donald Trump",
        ),
        (
            "Preguntado por las palabras de Trump sobre el «oso de trapo», Lavrov no respondió.",
            "oso de trapo",
            "Donald Trump",
        ),
        (
            "Dmitri Peskov no quiso comentar las declaraciones de Volodímir Zelenski en Praga sobre una oferta «vacía "
            "por completo».",
            "vacía por completo",
            "Volodímir Zelenski",
        ),
        ("Peskov habló con la prensa sobre una cita «muy útil».", "muy útil", "Dmitri Peskov"),
    ],
)
def test_words_recalled_are_of_whoever_used_them(text: str, words: str, speaker: str) -> None:
    assert speaker_of(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Suecia cerró el puerto, en lo que la ministra de Exteriores, Maria Malmer, llamó «un deber de todos».\n\n"
            "«No vamos a esperar a una desgracia», dijo ante los diputados.",
            "No vamos a esperar a una desgracia",
            "Maria Malmer",
        ),
        (
            "Murieron cien personas, según una ONG, mientras el presidente Donald Trump dejó caer hoy que estudia "
            "«medidas duras».\n\n«Quieren hablar, me lo pidieron ayer», dijo en el avión.",
            "Quieren hablar, me lo pidieron ayer",
            "Donald Trump",
        ),
        (
            "Donald Trump firmó el decreto.\n\nLa cancillería india calificó la medida de «injusta». «La India hará "
            "cuanto sea preciso», advirtió en una nota.",
            "La India hará cuanto sea preciso",
            "Ministerio de Exteriores de la India",
        ),
        (
            "«La cosa va bien», dijo Trump. Ante la pregunta de por qué se demora la mayor guerra de este siglo, le "
            "bastó una frase: «Pregunten en Kiev».",
            "Pregunten en Kiev",
            "Donald Trump",
        ),
    ],
)
def test_the_next_words_are_of_who_spoke_in_the_last_clause(text: str, words: str, speaker: str) -> None:
    assert speaker_of(text, words) == speaker


def test_the_one_just_talked_of_is_not_the_last_speaker() -> None:
    text = "Zelenski nombrará a Budánov. «Lo necesito a mi lado», dijo. «Acepto el encargo», respondió el interesado."
    assert speaker_of(text, "Acepto el encargo") != "Volodímir Zelenski"
