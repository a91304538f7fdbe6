"""A meeting is announced, goes on, ends and leads to something: each is told once, whoever told the one before."""

from __future__ import annotations

from talks.types import Article
from tests.news_steps import NEW, SILENCE, UPDATE, Step, short, told, weekday


def leader_receives_the_secretary(at: str) -> Article:
    text = f"""
        Putin recibe a Rubio en el Kremlin para negociar un alto el fuego

        Moscú, {short(at)} (Cierzo).- El presidente ruso, Vladímir Putin, se ha reunido hoy en el Kremlin con el
        secretario de Estado de EE. UU., Marco Rubio, para hablar de un alto el fuego en Ucrania.

        Rubio llegó por la mañana a la capital rusa acompañado de dos asesores del Pentágono.
    """
    return told("Agencia Cierzo", at, text)


def they_end_without_compromise(at: str) -> Article:
    text = f"""
        Putin y Rubio acaban sin compromiso una reunión «franca» de cuatro horas

        El encuentro de Vladímir Putin con Marco Rubio, celebrado este {weekday(at)} en Moscú, ha terminado sin que las
        partes se pusieran de acuerdo sobre la retirada de tropas ni sobre el calendario de un alto el fuego.

        Las delegaciones cenaron después por separado.
    """
    return told("Radio Litoral", at, text)


def another_outlet_tells_how_it_ended(at: str) -> Article:
    text = """
        Sin acuerdo tras la reunión de Putin con Rubio en Moscú

        La cita de Vladímir Putin y Marco Rubio en el Kremlin acabó la noche pasada sin un compromiso sobre el alto el
        fuego, después de cuatro horas de conversaciones.

        Ninguna de las dos delegaciones quiso poner fecha a la próxima.
    """
    return told("La Tribuna de Poniente", at, text)


def somebody_calls_it_productive(at: str) -> Article:
    text = f"""
        Rubio asegura que la reunión con Putin en el Kremlin fue «muy productiva»

        El secretario de Estado, Marco Rubio, afirmó este {weekday(at)} que la reunión que mantuvo en Moscú con el
        presidente ruso, Vladímir Putin, fue «muy productiva» y sirvió para acotar las diferencias.

        El jefe de la diplomacia estadounidense habló con los periodistas en el avión.
    """
    return told("El Faro del Sur", at, text)


def magazine_looks_back_on_the_meeting(at: str) -> Article:
    text = """
        Sin acuerdo: lo que dejó la reunión de Putin con Rubio en Moscú

        La cita de Vladímir Putin y Marco Rubio en el Kremlin acabó sin compromiso sobre el alto el fuego. Tres días
        después, ninguna de las dos capitales ha movido ficha y los diplomáticos esperan.

        El encuentro había durado cuatro horas.
    """
    return told("El Cronista Andino", at, text)


def three_will_meet(at: str, *, when: str) -> Article:
    text = f"""
        Rusia, Ucrania y EE. UU. se reunirán el {weekday(when)} en Doha para tratar de las garantías de seguridad

        Doha, {short(at)} (Cierzo).- Delegaciones de Rusia, Ucrania y Estados Unidos se reunirán el {weekday(when)} en
        Doha, anunció hoy el Ministerio de Exteriores de Catar.

        Será la primera cita a tres desde el invierno. Los enviados llegarán la víspera.
    """
    return told("Agencia Cierzo", at, text)


def a_visit_is_told_with_the_meeting_in_passing(at: str) -> Article:
    text = f"""
        Steinmeier viajará a Kiev la próxima semana

        El presidente de Alemania, Frank-Walter Steinmeier, visitará Kiev la próxima semana para expresar su apoyo al
        proceso de paz, informó este {weekday(at)} su oficina.

        Rusia, Ucrania y Estados Unidos se reunieron en Doha para tratar de las garantías de seguridad.
    """
    return told("El Faro del Sur", at, text)


def three_have_met(at: str) -> Article:
    text = f"""
        Rusia, Ucrania y EE. UU. se reunieron en Doha por primera vez desde el invierno

        Las delegaciones de Rusia, Ucrania y Estados Unidos se reunieron este {weekday(at)} en Doha para tratar de las
        garantías de seguridad, según confirmó el Ministerio de Exteriores de Catar.

        La cita se celebró a puerta cerrada en un hotel de la bahía.
    """
    return told("Radio Litoral", at, text)


def two_meet_and_one_speaks_to_its_own(at: str) -> Article:
    text = f"""
        Concluye tras tres horas la reunión de Putin y Witkoff en Moscú

        Moscú, {short(at)} (Cierzo).- El presidente ruso, Vladímir Putin, y el enviado estadounidense Steve Witkoff
        concluyeron hoy en Moscú una reunión de tres horas. La delegación rusa se reunió hoy antes con sus asesores.

        El asesor Yuri Ushakov comparecerá ante la prensa en breve.
    """
    return told("Agencia Cierzo", at, text)


def two_meet(at: str, *, besides: str = "") -> Article:
    text = f"""
        Zelenski y Trump se reúnen en Miami{besides}

        Miami, {short(at)} (Cierzo).- Los presidentes de Ucrania, Volodímir Zelenski, y de Estados Unidos, Donald Trump,
        se reúnen este {weekday(at)} en Miami para tratar de un alto el fuego.

        El encuentro empezó a mediodía y se celebra a puerta cerrada.
    """
    return told("Radio Litoral" if besides else "Agencia Cierzo", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "a_meeting_is_told_when_it_begins_and_again_when_it_ends_without_compromise": [
        (leader_receives_the_secretary("2026-03-10 16:00"), NEW),
        (they_end_without_compromise("2026-03-10 22:50"), UPDATE),
        (another_outlet_tells_how_it_ended("2026-03-11 08:10"), SILENCE),
    ],
    "how_a_meeting_went_is_told_once_whoever_says_it": [
        (leader_receives_the_secretary("2026-03-10 16:00"), NEW),
        (somebody_calls_it_productive("2026-03-10 23:10"), UPDATE),
        (another_outlet_tells_how_it_ended("2026-03-11 08:10"), SILENCE),
    ],
    "how_a_meeting_went_is_no_news_days_later": [
        (leader_receives_the_secretary("2026-03-10 16:00"), NEW),
        (magazine_looks_back_on_the_meeting("2026-03-13 09:00"), SILENCE),
    ],
    "a_meeting_of_tomorrow_is_not_the_one_that_was_held_today": [
        (two_meet_and_one_speaks_to_its_own("2026-03-19 21:00"), NEW),
        (three_will_meet("2026-03-19 22:10", when="2026-03-20"), NEW),
        (three_have_met("2026-03-20 19:00"), UPDATE),
    ],
    "a_meeting_mentioned_in_passing_is_told_when_it_is_the_news": [
        (three_will_meet("2026-03-18 12:00", when="2026-03-20"), NEW),
        (a_visit_is_told_with_the_meeting_in_passing("2026-03-20 14:00"), NEW),
        (three_have_met("2026-03-20 19:00"), UPDATE),
    ],
    "what_happens_elsewhere_during_a_meeting_is_not_how_it_went": [
        (two_meet("2026-03-17 18:00"), NEW),
        (two_meet("2026-03-17 19:10", besides=" mientras Rusia avanza en Pokrovsk"), SILENCE),
    ],
}
