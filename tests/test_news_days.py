"""Which day stands at the head of an alert: that of the event, else the day of those who read it."""

from __future__ import annotations

from talks.news.newsroom import Newsroom
from talks.store.connection import Store
from talks.types import Article, DevelopmentIntent
from tests.news_steps import short, through_the_line, told


def three_will_meet_on_thursday(at: str) -> Article:
    text = f"""
        Rusia, Ucrania y EE. UU. se reunirán el jueves en Doha

        Doha, {short(at)} (Cierzo).- Delegaciones de Rusia, Ucrania y Estados Unidos se reunirán el jueves en Doha,
        anunció el Ministerio de Exteriores de Catar.
    """
    return told("Agencia Cierzo", at, text)


def they_part_without_agreement(at: str) -> Article:
    text = """
        Rusia, Ucrania y EE. UU. terminan sin acuerdo su reunión de Doha

        Las delegaciones de Rusia, Ucrania y Estados Unidos terminaron sin acuerdo su reunión de Doha, según fuentes
        del Ministerio de Exteriores de Catar.
    """
    return told("Radio Litoral", at, text)


def somebody_speaks(at: str) -> Article:
    text = """
        Peskov: «No aceptaremos ninguna fuerza europea en Ucrania»

        El portavoz del Kremlin, Dmitri Peskov, rechazó que haya soldados europeos en Ucrania después de un acuerdo de
        paz. «No aceptaremos ninguna fuerza europea en Ucrania», dijo.
    """
    return told("El Faro del Sur", at, text)


def developments(store: Store, *articles: Article) -> list[DevelopmentIntent]:
    verdicts = [each.verdict for each in through_the_line(articles, store, Newsroom())]
    return [verdict.development for verdict in verdicts if verdict.development is not None]


def test_an_event_without_day_in_the_text_has_the_day_that_is_known(store: Store) -> None:
    plan, end = developments(
        store, three_will_meet_on_thursday("2026-03-17 10:00"), they_part_without_agreement("2026-03-20 07:00")
    )
    assert (plan.date, plan.end_date) == ("2026-03-19", None)
    assert (end.date, end.end_date) == ("2026-03-19", None)


def test_words_late_in_the_evening_are_of_the_day_of_the_readers(store: Store) -> None:
    [words] = developments(store, somebody_speaks("2026-03-17 23:30"))
    assert words.date == "2026-03-18"


def they_will_meet_soon(at: str) -> Article:
    text = """
        Rusia, Ucrania y EE. UU. volverán a reunirse en Doha

        Delegaciones de Rusia, Ucrania y Estados Unidos volverán a reunirse en Doha en las próximas semanas, anunció el
        Ministerio de Exteriores de Catar.
    """
    return told("Agencia Cierzo", at, text)


def test_a_plan_of_no_day_is_known_to_have_none(store: Store) -> None:
    [plan] = developments(store, they_will_meet_soon("2026-03-17 10:00"))
    assert (plan.status, plan.date, plan.day_is_told) == ("planned", "2026-03-17", False)


def test_a_plan_of_a_day_has_it(store: Store) -> None:
    [plan] = developments(store, three_will_meet_on_thursday("2026-03-17 10:00"))
    assert (plan.status, plan.date, plan.day_is_told) == ("planned", "2026-03-19", True)


def a_term_ends_on_thursday(at: str) -> Article:
    text = """
        El ultimátum vence el jueves

        Trump ha dado a Zelenski hasta el jueves para firmar el plan de paz. «No habrá más plazos», dijo Trump.
    """
    return told("Diario del Puerto", at, text)


def test_a_title_that_names_an_agreement_or_an_ultimatum_is_no_scene(store: Store) -> None:
    assert developments(store, a_term_ends_on_thursday("2026-03-17 10:00"))
