"""What an alert says is taken from the article, sentence by sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.replay import replay
from talks.news.newsroom import Newsroom
from talks.news.summary import MOST_CHARACTERS, hangs, headline_of, summary_of
from talks.reading.reader import load_reader
from talks.store.connection import Store
from talks.types import Article, DevelopmentIntent, Quote, Reading, Relevance
from tests.steps import NOON

FIRST = "Las delegaciones terminaron en Ginebra la tercera ronda."
SECOND = "Umérov adelantó que la próxima será en Estambul."
LONG = "Una frase muy larga sobre los pormenores de la agenda " * 12 + "fin."


def article(title: str, text: str = f"{FIRST} {SECOND}", outlet: str = "Diario del Sur") -> Article:
    return Article("1", outlet, "", title, text, NOON)


def headline(title: str, text: str = f"{FIRST} {SECOND}", *quotes: Quote) -> str:
    return headline_of(article(title, text), Reading(Relevance(1.0, "central"), quotes=quotes), FIRST)


def test_labels_and_the_name_of_the_outlet_are_cut_off_the_headline() -> None:
    assert headline("Guerra en Ucrania: Ginebra acoge la ronda") == "Ginebra acoge la ronda"
    assert headline("Guerra Ucrania - Rusia: Ginebra acoge la ronda") == "Ginebra acoge la ronda"
    assert headline("ÚLTIMA HORA | Ginebra acoge la ronda") == "Ginebra acoge la ronda"
    assert headline("Ginebra acoge la ronda - Diario del Sur") == "Ginebra acoge la ronda"
    assert headline("Última hora de la guerra, en directo | Ginebra acoge la ronda") == "Ginebra acoge la ronda"
    assert headline("Rusia y Ucrania, minuto a minuto | Ginebra acoge la ronda") == "Ginebra acoge la ronda"
    assert headline("Ginebra acoge la ronda en directo | ") == "Ginebra acoge la ronda en directo |"


def test_what_stands_behind_a_label_begins_with_a_capital() -> None:
    assert headline("CORRECCIÓN: son 154 los liberados") == "Son 154 los liberados"


def told(store: Store, title: str, text: str) -> DevelopmentIntent:
    """The alert that the article is, on a day without other news."""
    [replayed] = replay([article(title, text)], store=store, newsroom=Newsroom(), read=load_reader().read)
    assert replayed.verdict.development is not None
    return replayed.verdict.development


def test_what_the_title_tells_is_told_by_its_sentence_of_the_text(store: Store) -> None:
    small_talk = (
        "La jornada empezó con lluvia y con los termos de café que ya son costumbre. En la acera esperaban fotógrafos, "
        "algunos desde la madrugada. Un perro cruzó la alfombra y se llevó los primeros aplausos del día. Dentro, las "
        "banderas llevaban una hora colgadas y los camareros repasaban las copas. Nadie hablaba en voz alta. "
    )
    news = "Rusia y Ucrania acordaron en Ginebra un alto el fuego de treinta días."
    alert = told(store, "Rusia y Ucrania acuerdan un alto el fuego en Ginebra", f"{small_talk}{news}")
    assert news in alert.summary


def test_entities_and_garbled_letters_are_shown_as_they_are_meant(store: Store) -> None:
    text = "Rusia y Ucrania acordaron en Ginebra un alto el fuego. &quot;Es un primer paso a la paz&quot;, dijo Rubio."
    alert = told(store, "Rusia y Ucrania acuerdan un alto el fuego en Ginebra", text)
    assert '"Es un primer paso a la paz", dijo Rubio.' in alert.summary


def test_a_text_without_title_is_called_by_its_first_sentence() -> None:
    assert headline("") == FIRST


def test_a_text_that_was_named_by_its_own_first_words_says_who_reports_what() -> None:
    text = "La ronda no debe verse como un avance, según Peskov, que habló el martes con la prensa. Habrá otra."
    first = text.split(". ")[0] + "."
    title = "La ronda no debe verse como un avance, según…"
    said = "La ronda no debe verse como un avance"
    start = len(title) + 2
    quote = Quote(said, "Dmitri Peskov", False, start, start + len(said))
    shown = headline_of(article(title, text), Reading(Relevance(1.0, "central"), quotes=(quote,)), first)
    assert shown == "Dmitri Peskov: la ronda no debe verse como un avance"


def test_the_sentence_that_tells_what_is_new_is_always_there() -> None:
    shown = summary_of([FIRST, LONG, SECOND], headline="Ronda", telling=SECOND)
    assert shown == f"{FIRST} {SECOND}"


def test_where_two_sentences_have_no_room_the_telling_one_stands() -> None:
    room = "Otra frase que ocupa casi todo el sitio que hay para el resumen de la noticia. " * 4
    assert summary_of([LONG[:200], room, SECOND], headline="x" * 160, telling=room.strip()) != SECOND
    assert SECOND in summary_of([LONG, SECOND], headline="x" * 100, telling=SECOND)


HANGING = "El mandatario indicó que hablará con los suyos antes de dar una respuesta a los enviados de Washington."


def test_a_telling_sentence_that_hangs_on_the_first_stays_behind_it() -> None:
    first = FIRST * 4
    shown = summary_of([first, HANGING], headline="x" * 170, telling=HANGING)
    assert shown.startswith(f"{first} El mandatario indicó")
    assert shown.endswith("…")


@pytest.mark.parametrize(
    "sentence",
    [
        HANGING,
        "Él lo niega.",
        "Ambos hablaron una hora.",
        "Esa cifra no es definitiva.",
        "Cuando alude al equipo, habla de sus asesores.",
        "Esta declaración lleva diez firmas.",
        "Por su parte, Moscú calla.",
        "Lo ha dicho su portavoz.",
        "Le acompaña Rubio.",
        "Ambos presidentes hablaron una hora.",
        "Ambas visitaron Kiev, según Peskov.",
    ],
)
def test_some_sentences_cannot_be_read_without_the_one_before(sentence: str) -> None:
    assert hangs(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "El presidente ruso, Vladímir Putin, habló hoy.",
        "El Kremlin anunció una pausa.",
        "Este lunes se reúnen en Doha.",
        "Según Starmer, ambos países han firmado.",
        "Le Monde publica el texto del plan.",
        "Lo que propone Rusia es una pausa.",
        "Lo más importante es la tregua.",
        "Ambos presidentes, Putin y Trump, hablaron una hora.",
    ],
)
def test_others_stand_alone(sentence: str) -> None:
    assert not hangs(sentence)


@pytest.mark.parametrize("credit", [" (REUTERS)", ". Reuters", " (AFP/Juana Pérez)", ". EFE"])
def test_the_caption_at_the_head_of_a_text_is_not_shown(store: Store, credit: str) -> None:
    caption = "El ministro de Exteriores ruso, Serguéi Lavrov, estrecha la mano de un diplomático turco"
    news = "Rusia y Ucrania acordaron en Ginebra un alto el fuego de treinta días."
    title = "Rusia y Ucrania acuerdan un alto el fuego en Ginebra"
    alert = told(store, title, f"{caption}{credit}\n\n{news}\n\nLo anunció Suiza.")
    assert alert.summary.startswith(news)


def test_a_single_sentence_that_is_too_long_is_cut_at_a_word() -> None:
    shown = summary_of([LONG], headline="Ronda")
    assert shown.endswith("…")
    assert LONG.startswith(shown.rstrip("…"))


@given(
    st.lists(st.text("abcdef ", min_size=1, max_size=200).map(str.strip).filter(bool), max_size=6),
    st.text(max_size=160),
)
def test_every_sentence_shown_is_one_of_the_article(sentences: list[str], title: str) -> None:
    shown = summary_of(sentences, headline=title)
    whole = " ".join(sentences)
    assert len(shown) <= MOST_CHARACTERS
    assert not sentences or all(word.rstrip("…") in whole for word in shown.split())


def test_a_label_of_a_page_that_grows_is_cut_with_its_place() -> None:
    assert headline("DIRECTO Davos | Witkoff verá a Putin") == "Witkoff verá a Putin"
    assert headline("Directo | Witkoff verá a Putin") == "Witkoff verá a Putin"
    assert headline("Cumbre de Alaska, última hora | Sin acuerdo") == "Sin acuerdo"
    assert headline("Vuelo directo a Kiev | Sin escalas") == "Vuelo directo a Kiev | Sin escalas"


def test_a_quotation_that_has_no_room_is_not_begun() -> None:
    opening = "«Kramatorsk es una ciudad."
    long_end = f"Y en ella viven {'muchas ' * 60}personas», dijo."
    shown = summary_of([FIRST, opening, long_end], headline="Ronda")
    assert shown == FIRST
    assert summary_of([FIRST, opening, "Viven muchos», dijo."], headline="Ronda").endswith("dijo.")


def test_a_meeting_of_others_does_not_tell_what_the_title_tells(store: Store) -> None:
    lead = "El presidente Zelenski contó que su negociador habló este martes con los emisarios de Washington."
    others = "El contacto llega tres días después de la cita de París entre Macron y Starmer."
    alert = told(store, "Zelenski cuenta que Umérov conversó con Witkoff y Driscoll", f"{lead} {others}")
    assert alert.summary.startswith(lead)
