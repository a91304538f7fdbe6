"""What is news of the talks and what is not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from talks.lexicon.load import load_lexicon
from talks.reading.people import find_mentions
from talks.reading.prepare import build_nlp, prepare
from talks.reading.relevance import CENTRAL, assess_relevance, load_weights, score_of
from talks.reading.train_relevance import EXAMPLES_FILE, example_features, main, read_examples
from talks.types import Relevance

LEXICON = load_lexicon()
NLP = build_nlp(LEXICON)
NOON = datetime(2026, 2, 3, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return NLP


def assess(nlp: Language, title: str, text: str = "") -> Relevance:
    document = prepare(title, text, published=NOON, nlp=nlp)
    return assess_relevance(document, find_mentions(document, LEXICON), LEXICON)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Umérov y Witkoff terminan en Miami otro día de conversaciones",
            "La delegación ucraniana y la estadounidense trataron las garantías de seguridad y el calendario.",
        ),
        (
            "El Kremlin no acepta el alto el fuego que pide Kiev",
            "Dmitri Peskov dijo que Rusia quiere antes un arreglo de fondo.",
        ),
        (
            "Vuelven a casa 157 soldados de cada bando",
            "El canje de prisioneros entre Rusia y Ucrania se pactó en la última ronda de Abu Dabi.",
        ),
        (
            "Washington castiga a dos petroleras para que Putin negocie",
            "El Tesoro anunció sanciones a la espera de que Moscú acepte poner fin a la guerra en Ucrania.",
        ),
    ],
)
def test_news_of_the_talks_is_central(nlp: Language, title: str, text: str) -> None:
    assert assess(nlp, title, text).is_central


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Rusia bombardea el puerto de Odesa y deja dos muertos",
            "Los drones alcanzaron un almacén de grano, según el gobernador.",
        ),
        (
            "Israel y Hamás prolongan la tregua en Gaza",
            "Los mediadores de Catar y Egipto anunciaron otra ronda de negociaciones en Doha.",
        ),
        (
            "La patronal y los sindicatos del metal retoman la negociación",
            "La cuarta ronda acabó sin acuerdo y el mediador pide garantías a las dos partes.",
        ),
        (
            "La UE aprueba otro paquete de sanciones contra la flota fantasma",
            "Los embajadores añadieron 40 petroleros a la lista negra contra Rusia.",
        ),
        ("El calor no da tregua en el sur", "Las temperaturas seguirán altas hasta el lunes."),
        (
            "Alemania entregará a Kiev cuatro baterías antiaéreas",
            "El ministro de Defensa anunció el envío de armas en una visita a la capital ucraniana.",
        ),
    ],
)
def test_other_news_is_not_central(nlp: Language, title: str, text: str) -> None:
    assert not assess(nlp, title, text).is_central


def test_what_only_speaks_of_the_talks_is_a_mention(nlp: Language) -> None:
    text = "\n\n".join(
        [
            "El tenista ucraniano ganó en tres sets en Múnich y jugará la final.",
            "El partido duró dos horas.",
            "El público aplaudió.",
            "Mañana se mide al alemán.",
            "Preguntado por las negociaciones entre Rusia y Ucrania, dijo que solo quiere que acabe la guerra.",
        ]
    )
    assert assess(nlp, "Un tenista alcanza la final de Múnich", text).label == "mentions"


def test_an_article_without_a_party_of_the_war_scores_nothing(nlp: Language) -> None:
    assert assess(nlp, "Acuerdo de paz entre el Gobierno y la guerrilla", "Hubo cinco rondas.") == Relevance(0, "off")


def test_an_exchange_without_ukrainians_is_not_of_these_talks(nlp: Language) -> None:
    text = "Moscú y Washington, tras meses de negociaciones, liberaron a doce presos en la pista de Ankara."
    assert not assess(nlp, "Canje de prisioneros entre Rusia y Estados Unidos", text).is_central


def test_the_examples_are_many_and_of_both_kinds() -> None:
    examples = read_examples()
    assert len(examples) >= 300
    assert 0.35 < sum(example.relevant for example in examples) / len(examples) < 0.65


def test_the_shipped_weights_know_their_examples(nlp: Language) -> None:
    weights = load_weights()
    right = [
        (score_of(example_features(example, lexicon=LEXICON, nlp=nlp), weights) >= CENTRAL) == example.relevant
        for example in read_examples()
    ]
    assert sum(right) / len(right) >= 0.98


def test_training_twice_gives_the_same_weights(tmp_path: Path) -> None:
    few = "\n".join(EXAMPLES_FILE.read_text(encoding="utf-8").splitlines()[::20])
    (tmp_path / "examples.jsonl").write_text(few, encoding="utf-8")
    for name in ("first", "second"):
        main(tmp_path / "examples.jsonl", tmp_path / name)
    assert (tmp_path / "first").read_text(encoding="utf-8") == (tmp_path / "second").read_text(encoding="utf-8")


@settings(deadline=None)
@given(st.text(max_size=80), st.text(max_size=300))
def test_any_text_gets_a_score(title: str, text: str) -> None:
    relevance = assess(NLP, title, text)
    assert 0 <= relevance.score <= 1
    assert relevance == assess(NLP, title, text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Polonia vende a Ucrania treinta aviones de combate",
            "Zelenski y Tusk firmaron en Varsovia la carta de intenciones. El acuerdo es parte de un plan a diez años.",
        ),
        (
            "Los líderes europeos acuerdan un crédito de veinte mil millones para Ucrania",
            "Costa lo anunció al final de la cumbre. El dinero pagará pensiones y hospitales en 2026 y 2027.",
        ),
        (
            "La factura de la guerra: a Putin se le acaba el dinero",
            "El déficit crece y los bancos rusos piden ayuda, según un semanario que estudia las cuentas del Kremlin.",
        ),
    ],
)
def test_purchases_loans_and_accounts_of_the_war_are_not_the_talks(nlp: Language, title: str, text: str) -> None:
    assert not assess(nlp, title, text).is_central


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "El termo azul",
            "Nadie en la sala quiso ser el primero en levantarse. El ujier cambió dos veces el agua. En Ginebra nevaba "
            "y los rusos miraban el reloj. Los negociadores de Rusia y Ucrania llevaban seis horas con un solo punto "
            "del plan de paz. La delegación de Kiev pidió un alto el fuego; Medinski respondió que no era el día.",
        ),
        (
            "Una raya en la nieve",
            "De un lado hay un soldado ruso y del otro uno ucraniano. Los dos saben que en Ginebra se negocia si esa "
            "raya será frontera. Putin la quiere más al oeste; Zelenski, donde está; Trump, cuanto antes.",
        ),
        (
            "Directo: se abre en Ankara la ronda entre Kiev y Moscú",
            "19:10 Se apagan los focos.\n\n17:40 Un dron alcanza un hospital de Sumi: tres heridos.\n\n"
            "12:05 Umérov y Medinski se sientan a negociar con el mediador turco.\n\n10:00 Llegan las delegaciones.",
        ),
        (
            "¿Una franja sin soldados en Donetsk? La idea que trae Witkoff",
            "Sería una zona económica especial de la que saldrían las tropas ucranianas, contó Zelenski. La decisión, "
            "dijo, ha de tomarla la gente en un referéndum.",
        ),
    ],
)
def test_a_story_that_comes_late_to_the_talks_is_of_them(nlp: Language, title: str, text: str) -> None:
    assert assess(nlp, title, text).is_central


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Un directo sobre el temporal",
            "19:10 Sigue nevando en Kiev.\n\n17:40 El metro ha cerrado dos líneas.\n\n12:05 Ucrania importa luz.",
        ),
        (
            "París no dará a Kiev los misiles que pedía",
            "Macron lo ha descartado este lunes. Zelenski los quería para alcanzar refinerías rusas.",
        ),
        (
            "Cinco años para la mujer que espiaba un puerto polaco para Moscú",
            "La fiscalía pedía nueve. Los envíos de armas a Ucrania salían de sus muelles.",
        ),
        (
            "Minsk excarcela a veinte opositores tras la visita de un emisario de Trump",
            "Lukashenko firmó el indulto y Washington levantó parte de las sanciones al potasio.",
        ),
    ],
)
def test_what_is_near_the_talks_is_not_of_them(nlp: Language, title: str, text: str) -> None:
    assert not assess(nlp, title, text).is_central
