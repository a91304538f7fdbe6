"""What desks make of their own news: longer versions, corrections, withdrawals, agendas, briefings, background."""

from __future__ import annotations

from dataclasses import replace

from talks.types import Article
from tests.news_leaders import leader_receives_the_envoy, leaders_talk_by_phone, visit_is_announced
from tests.news_rounds import round_is_announced, round_is_held
from tests.news_steps import ALERT, NEW, REPEAT, SILENCE, Step, day, instant, short, told, weekday


def flash_is_sent(at: str) -> Article:
    text = f"""
        URGENTE: Concluye la reunión de Putin y Witkoff en el Kremlin

        Moscú, {short(at)} (Cierzo).- La reunión entre el presidente de Rusia, Vladímir Putin, y el enviado especial de
        Estados Unidos, Steve Witkoff, ha concluido en el Kremlin, informaron las agencias rusas. (Habrá ampliación)
    """
    return told("Agencia Cierzo", at, text)


def longer_version_follows(at: str) -> Article:
    text = f"""
        (AMPLIACIÓN) Concluye en el Kremlin la reunión de Putin y Witkoff, de cuatro horas

        Moscú, {short(at)} (Cierzo).- La reunión entre el presidente de Rusia, Vladímir Putin, y el enviado especial de
        Estados Unidos, Steve Witkoff, concluyó hoy en el Kremlin después de cuatro horas, informaron las agencias
        rusas.

        Witkoff abandonó el recinto sin hacer declaraciones y se dirigió al aeropuerto de Vnúkovo.
    """
    return told("Agencia Cierzo", at, text)


def correction_arrives(article: Article, *, at: str, old: str, new: str) -> Article:
    """The same copy with something put right: «(CORRIGE)» before its title."""
    title, text = (part.replace(old, new) for part in (article.title, article.text))
    return replace(
        article,
        id=f"{article.id}-c",
        url=f"{article.url}c",
        published=instant(at),
        title=f"(CORRIGE) {title}",
        text=text,
    )


def agenda_of_the_week(at: str, *, on: str, city: str) -> Article:
    text = f"""
        Agenda internacional de la semana

        MARTES. Bruselas: reunión de ministros de Agricultura de la UE.

        {weekday(on).upper()}. {city}: nueva ronda de negociaciones entre Rusia y Ucrania, con mediación de Estados
        Unidos.

        VIERNES. Madrid: visita del presidente de Chile. Nueva York: el Consejo de Seguridad debate sobre Haití.
    """
    return told("La Tribuna de Poniente", at, text)


def briefing_of_the_morning(at: str) -> Article:
    text = """
        Buenos días: esto es lo que ha pasado mientras dormías

        La reunión de Vladímir Putin con Steve Witkoff en el Kremlin duró cuatro horas y Moscú la llama «constructiva».

        En la Bolsa, Tokio abre con subidas. En deportes, la Real Sociedad pierde en casa y se complica la
        clasificación.
    """
    return told("La Tribuna de Poniente", at, text)


def anniversary_is_kept(at: str) -> Article:
    text = """
        Un año después de la cumbre de Anchorage: qué queda de aquella promesa

        El 15 de agosto de 2025, Donald Trump y Vladímir Putin posaron en una base de Alaska. Hablaron casi tres horas
        y se fueron sin acuerdo. Desde entonces ha habido rondas en Ginebra, Abu Dabi y Miami.
    """
    return told("La Tribuna de Poniente", at, text)


def sides_assess_the_round(at: str) -> Article:
    text = f"""
        Zelenski, tras la ronda de Ginebra: «Rusia sigue alargando el proceso»

        Kiev, {short(at)} (Cierzo).- El presidente de Ucrania, Volodímir Zelenski, acusó hoy a Rusia de alargar a
        propósito las negociaciones, un día después de la ronda de Ginebra.

        «Quieren llegar al verano sin decir que no», sostuvo en su mensaje diario.
    """
    return told("Agencia Cierzo", at, text)


def two_things_in_one_article(at: str, *, on: str) -> Article:
    text = f"""
        Kiev y Moscú pactan canjear 250 presos por bando y volver a reunirse el {day(on)} en Estambul

        Ginebra, {short(at)} (Cierzo).- Las delegaciones de Rusia y Ucrania acordaron hoy en Ginebra intercambiar 250
        prisioneros por bando y celebrar una nueva ronda de negociaciones el {day(on)} en Estambul, anunció Vladímir
        Medinski.

        Ambas decisiones figuran en un comunicado conjunto, el primero que firman en dos meses.
    """
    return told("Agencia Cierzo", at, text)


def second_of_the_two_is_told_alone(at: str, *, on: str) -> Article:
    text = f"""
        Estambul será otra vez sede de las negociaciones entre Rusia y Ucrania, el {day(on)}

        Las delegaciones rusa y ucraniana volverán a encontrarse el {day(on)} en Estambul, según han acordado en
        Ginebra. El palacio de Dolmabahçe espera su confirmación.
    """
    return told("Radio Litoral", at, text)


def second_of_the_two_happens(at: str) -> Article:
    text = f"""
        Arrancan en Estambul las negociaciones entre rusos y ucranianos

        Estambul, {short(at)} (Cierzo).- Las delegaciones de Rusia y Ucrania iniciaron hoy en el palacio de Dolmabahçe,
        en Estambul, una nueva ronda de negociaciones, tal como habían acordado en Ginebra.
    """
    return told("Agencia Cierzo", at, text)


def statement_with_an_old_meeting(at: str) -> Article:
    text = f"""
        Merz ve «una oportunidad real» de paz en Ucrania

        Berlín, {short(at)} (Cierzo).- El canciller alemán, Friedrich Merz, dijo hoy que hay «una oportunidad real» de
        lograr la paz en Ucrania este año y pidió a Washington que mantenga la presión sobre Moscú.

        Putin y Witkoff se reunieron hace diez días en el Kremlin durante cuatro horas sin llegar a un compromiso.
    """
    return told("Agencia Cierzo", at, text)


TALK = leader_receives_the_envoy("2026-06-23 20:30")


def analyst_is_interviewed(at: str) -> Article:
    text = """
        «Putin gana tiempo»: entrevista con una experta en negociación

        Profesora de Relaciones Internacionales y autora de un libro sobre los acuerdos de Minsk, cree que la reunión
        del Kremlin fue «un gesto para Washington».

        Pregunta. ¿Hay margen para un acuerdo? Respuesta. Lo habrá cuando las dos partes estén agotadas.
    """
    return told("El Cronista Andino", at, text)


VISIT = visit_is_announced("2026-04-06 17:00", on="2026-04-14")

SEQUENCES: dict[str, list[Step]] = {
    "a_flash_is_followed_by_a_longer_version": [
        (flash_is_sent("2026-06-23 20:10"), NEW),
        (longer_version_follows("2026-06-23 20:40"), SILENCE),
    ],
    "a_flash_is_followed_by_a_longer_version_and_the_words_of_an_adviser": [
        (flash_is_sent("2026-06-23 20:10"), NEW),
        (longer_version_follows("2026-06-23 20:40"), SILENCE),
        (leader_receives_the_envoy("2026-06-23 21:30"), SILENCE),
    ],
    "a_spelling_is_corrected": [
        (leaders_talk_by_phone("2026-05-19 17:40"), NEW),
        (
            correction_arrives(
                leaders_talk_by_phone("2026-05-19 17:40"),
                at="2026-05-19 18:10",
                old="hora y media",
                new="una hora y media",
            ),
            REPEAT,
        ),
    ],
    "an_agenda_lists_a_round_that_was_announced": [
        (round_is_announced("2026-03-10 09:15", on="2026-03-19"), NEW),
        (agenda_of_the_week("2026-03-15 18:00", on="2026-03-19", city="Ginebra"), SILENCE),
    ],
    "a_briefing_of_the_morning_tells_of_yesterday": [
        (TALK, NEW),
        (briefing_of_the_morning("2026-06-24 05:30"), SILENCE),
    ],
    "an_anniversary_is_kept": [(anniversary_is_kept("2026-07-30 06:00"), SILENCE)],
    "a_round_is_assessed_by_a_leader_the_day_after": [
        (round_is_held("2026-03-24 18:20"), NEW),
        (sides_assess_the_round("2026-03-25 20:00"), ALERT),
    ],
    "two_things_in_one_article_and_one_of_them_told_alone": [
        (two_things_in_one_article("2026-05-06 18:00", on="2026-05-20"), NEW),
        (second_of_the_two_is_told_alone("2026-05-06 20:00", on="2026-05-20"), SILENCE),
    ],
    "two_things_in_one_article_and_one_of_them_happens": [
        (two_things_in_one_article("2026-05-06 18:00", on="2026-05-20"), NEW),
        (second_of_the_two_happens("2026-05-20 10:00"), ALERT),
    ],
    "a_statement_looks_back_on_an_old_meeting": [
        (TALK, NEW),
        (statement_with_an_old_meeting("2026-07-03 12:00"), ALERT),
    ],
    "the_day_of_a_visit_is_corrected": [
        (VISIT, NEW),
        (correction_arrives(VISIT, at="2026-04-06 17:50", old="14 de abril", new="16 de abril"), ALERT),
    ],
    "an_analyst_is_interviewed_after_a_meeting": [
        (TALK, NEW),
        (analyst_is_interviewed("2026-06-25 06:00"), SILENCE),
    ],
}
