"""Which articles print another one's text."""

from hypothesis import given
from hypothesis import strategies as st

from talks.news.copies import find_copy
from talks.news.features import Features, features_of
from talks.news.pool import Member, Pool
from talks.news.words import jaccard, shingles, terms
from talks.types import Article, Reading, Relevance, SentenceSpan
from tests.steps import NOON

TITLE = "La ronda de Ginebra termina sin acuerdo sobre el Donbás"
TEXT = (
    "Las delegaciones de Rusia y Ucrania concluyeron anoche en Ginebra la tercera ronda sin acercar posturas. "
    "El jefe negociador ucraniano, Rustem Umérov, dijo que habrá otra cita antes de fin de mes. "
    "Vladímir Medinski señaló que Moscú estudiará la propuesta de Zelenski sobre la central de Zaporiyia."
)


def features(title: str = TITLE, text: str = TEXT, *, outlet: str = "Diario") -> Features:
    article = Article(outlet, outlet, "", title, text, NOON)
    spans, start = [SentenceSpan(0, len(title), 0)], len(title) + 2
    for part in text.split(". "):
        spans.append(SentenceSpan(start, start + len(part) + 1, 1))
        start += len(part) + 2
    return features_of(article, Reading(Relevance(1.0, "central"), sentences=tuple(spans)))


def pool_with(*known: Features, copies: int = 0) -> Pool:
    """The last ones are copies."""
    pool = Pool()
    for order, each in enumerate(known):
        words = frozenset(word for sentence in each.sentences for word in sentence.words)
        copy_of = "0" if order >= len(known) - copies else None
        member = Member(order, str(order), "Diario", NOON.date(), "s1", each, (), None, None, copy_of, words=words)
        pool.add(member, today=NOON.date())
    return pool


def is_copied(article: Features) -> bool:
    return find_copy(article, pool_with(features())) is not None


def test_the_same_text_is_a_copy() -> None:
    assert is_copied(features())


def test_a_text_in_other_spellings_with_other_verbs_of_saying_is_a_copy() -> None:
    respelt = (
        TEXT.replace("Umérov, dijo", "Umerov, aseguró").replace("Zelenski", "Zelenskyy").replace("Vladímir", "Vladimir")
    )
    assert is_copied(features("Ginebra termina sin acuerdo", respelt))


def test_a_text_cut_after_its_first_sentence_is_a_copy() -> None:
    assert is_copied(features(text=TEXT.split(". ")[0] + "."))


def test_a_text_that_goes_on_with_other_news_on_top_is_none() -> None:
    grown = "Trump anuncia que Putin acepta un alto el fuego de treinta días a partir del lunes. " + TEXT
    assert not is_copied(features("Trump anuncia un alto el fuego de treinta días", grown))


def test_other_words_on_the_same_matter_are_none() -> None:
    retold = "Tres horas de reunión en la ciudad suiza no bastaron: rusos y ucranianos se fueron como habían llegado."
    assert not is_copied(features("Otra vez nada en Suiza", retold))


def test_the_oldest_of_two_prints_is_the_original() -> None:
    found = find_copy(features(), pool_with(features(), features()))
    assert found is not None
    assert found.order == 0


def test_forty_prints_of_one_wire_crowd_out_nobody() -> None:
    other = features(
        "Putin y Trump tratan por teléfono la ronda de Ginebra", "Los dos hablaron de la ronda de Ginebra."
    )
    pool = pool_with(other, *[features()] * 45, copies=44)
    assert {member.order for member in pool.with_shared_words(features())} == {0, 1}


def test_a_copy_of_a_copy_is_found() -> None:
    cut = features(text=TEXT.split(". ")[0] + ".")
    assert find_copy(cut, pool_with(features(), cut, copies=1)) is not None


def test_a_feed_without_texts_prints_the_titles_of_others() -> None:
    teaser = features(f"Guerra en Ucrania: {TITLE} - Portal", "Leer más", outlet="Portal")
    assert is_copied(teaser)
    assert not is_copied(features("La ronda de Ginebra termina con un acuerdo", "Leer más", outlet="Portal"))


def test_names_are_one_word_in_every_spelling() -> None:
    assert set(terms("Zelenski")) == set(terms("Zelensky")) == set(terms("ZELENSKI"))
    assert terms("Umérov") == terms("Umerov")


@given(st.text(max_size=300), st.text(max_size=300))
def test_shares_of_any_two_texts_are_shares(a: str, b: str) -> None:
    one, other = shingles(a), shingles(b)
    assert 0 <= jaccard(one, other) == jaccard(other, one) <= 1
    assert jaccard(one, one) == 1
