"""Encounters that take shape: possible, without a day, dated, joined by others, of two days, several in a day."""

from __future__ import annotations

from talks.types import Article
from tests.news_steps import ALERT, NEW, UPDATE, Step, day, short, told, weekday


def meeting_is_thought_of(at: str) -> Article:
    text = f"""
        Rubio no descarta reunirse con Lavrov en las próximas semanas

        Washington, {short(at)} (Cierzo).- El secretario de Estado de EE. UU., Marco Rubio, no descartó hoy una reunión
        con el ministro ruso de Exteriores, Serguéi Lavrov, en las próximas semanas para desatascar las negociaciones
        sobre Ucrania.

        «Si sirve para avanzar, nos veremos», respondió Rubio a los periodistas.
    """
    return told("Agencia Cierzo", at, text)


def meeting_gets_its_day(at: str, *, on: str, city: str = "Viena") -> Article:
    text = f"""
        Lavrov y Rubio se reunirán en {city} el {day(on)}

        Moscú, {short(at)} (Cierzo).- El ministro de Exteriores ruso, Serguéi Lavrov, y el secretario de Estado de EE.
        UU., Marco Rubio, se reunirán el {day(on)} en {city} para tratar del arreglo en Ucrania, anunció hoy la
        portavoz María Zajárova.

        La reunión se había barajado en las últimas semanas, sin fecha.
    """
    return told("Agencia Cierzo", at, text)


def ministers_meet(at: str, *, city: str = "Viena") -> Article:
    text = f"""
        Rubio y Lavrov dialogan tres horas en {city} sobre Ucrania

        El jefe de la diplomacia estadounidense, Marco Rubio, y su homólogo ruso, Serguéi Lavrov, han dialogado este
        {weekday(at)} en {city} durante tres horas. «Hay menos diferencias que hace un mes», ha asegurado Rubio al
        salir.

        Lavrov ha evitado responder a las preguntas de la prensa.
    """
    return told("Radio Litoral", at, text)


def talks_are_promised_without_a_day(at: str) -> Article:
    text = f"""
        Zelenski anuncia una nueva ronda con Rusia «en los próximos días»

        Kiev, {short(at)} (Cierzo).- El presidente de Ucrania, Volodímir Zelenski, anunció hoy que las delegaciones de
        Ucrania y Rusia celebrarán una nueva ronda de negociaciones en los próximos días, con la mediación de Estados
        Unidos.

        El lugar y la fecha, dijo, «se están concretando».
    """
    return told("Agencia Cierzo", at, text)


def talks_get_day_and_place(at: str, *, on: str, city: str) -> Article:
    text = f"""
        La ronda entre Rusia y Ucrania será el {day(on)} en {city}

        {city} acogerá el {day(on)} las negociaciones entre Rusia y Ucrania que Zelenski había anunciado sin fecha,
        según ha informado este {weekday(at)} el Departamento de Estado de EE. UU.
    """
    return told("Radio Litoral", at, text)


def somebody_joins(at: str, *, on: str, city: str) -> Article:
    text = f"""
        Francia, Alemania y el Reino Unido se sumarán a la ronda de {city}

        París, {short(at)} (Cierzo).- Los asesores de seguridad de Francia, Alemania y el Reino Unido participarán el
        {day(on)} en la ronda de negociaciones entre Rusia y Ucrania en {city}, confirmó hoy el Elíseo.

        Es la primera vez que los europeos se sientan en la misma mesa que los rusos desde el comienzo de la guerra.
    """
    return told("Agencia Cierzo", at, text)


def envoys_meet_in_the_morning(at: str) -> Article:
    text = f"""
        Witkoff y Umérov se reúnen en Miami para revisar el plan de paz

        Miami, {short(at)} (Cierzo).- El enviado especial de la Casa Blanca, Steve Witkoff, y el negociador jefe de
        Ucrania, Rustem Umérov, se reunieron hoy en Miami para revisar el plan de paz, informaron ambas delegaciones.

        «Hemos avanzado en las garantías de seguridad», escribió Umérov en X.
    """
    return told("Agencia Cierzo", at, text)


def other_side_is_met_in_the_evening(at: str) -> Article:
    text = f"""
        Witkoff recibe también en Miami al ruso Dmitriev

        El emisario de Donald Trump, Steve Witkoff, ha recibido esta noche en Miami a Kirill Dmitriev, enviado
        económico de Vladímir Putin, horas después de hablar con los ucranianos. Dmitriev ha calificado la cita de
        «constructiva» y ha dicho que se repetirá este {weekday(at)}.
    """
    return told("Radio Litoral", at, text)


def envoys_meet_again(at: str) -> Article:
    text = f"""
        Ucrania y EE. UU. vuelven a verse en Miami para cerrar el anexo económico

        Miami, {short(at)} (Cierzo).- Equipos de Ucrania y de Estados Unidos encabezados por Rustem Umérov y Jared
        Kushner mantuvieron hoy en Miami una nueva reunión, dedicada al plan de reconstrucción.

        Kushner habló de un fondo de ochocientos mil millones de dólares. Las partes volverán a reunirse dentro de diez
        días.
    """
    return told("Agencia Cierzo", at, text)


def first_day_ends(at: str, *, city: str) -> Article:
    text = f"""
        Termina la primera jornada de la ronda de {city}, que continuará mañana

        {city}, {short(at)} (Cierzo).- La primera jornada de negociaciones entre Rusia, Ucrania y Estados Unidos
        terminó hoy en {city} después de cinco horas y continuará mañana, según la delegación rusa.

        Fuentes ucranianas describieron el ambiente como «de trabajo».
    """
    return told("Agencia Cierzo", at, text)


def second_day_ends(at: str, *, city: str) -> Article:
    text = f"""
        Rusia, Ucrania y EE. UU. acuerdan en {city} un mecanismo para vigilar la tregua

        {city}, {short(at)} (Cierzo).- Rusia, Ucrania y Estados Unidos acordaron hoy, al término de dos días de
        negociaciones en {city}, un mecanismo conjunto para vigilar un futuro alto el fuego, anunció Steve Witkoff.

        «Nunca habíamos llegado tan lejos», celebró. Los militares de los tres países se reunirán cada semana.
    """
    return told("Agencia Cierzo", at, text)


def visit_becomes_likely(at: str) -> Article:
    text = f"""
        Erdogan espera recibir a Putin en Ankara «antes del verano»

        Ankara, {short(at)} (Cierzo).- El presidente de Turquía, Recep Tayyip Erdogan, dijo hoy que espera recibir a
        Vladímir Putin en Ankara antes del verano para hablar de una mediación turca en Ucrania.

        El Kremlin respondió que el viaje «está en la agenda», sin fecha.
    """
    return told("Agencia Cierzo", at, text)


def leader_arrives(at: str) -> Article:
    text = f"""
        Putin llega a Ankara y ofrece a Erdogan «papel de garante» en un acuerdo sobre Ucrania

        Vladímir Putin ha llegado este {weekday(at)} a Ankara, donde se ha reunido con Recep Tayyip Erdogan. El
        presidente ruso ha ofrecido a Turquía el papel de garante de un eventual acuerdo de paz en Ucrania.
    """
    return told("Radio Litoral", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "a_meeting_is_thought_of_dated_and_held": [
        (meeting_is_thought_of("2026-03-02 18:00"), NEW),
        (meeting_gets_its_day("2026-03-09 11:00", on="2026-03-16"), ALERT),
        (ministers_meet("2026-03-16 17:30"), UPDATE),
    ],
    "talks_are_promised_and_get_day_and_place": [
        (talks_are_promised_without_a_day("2026-04-20 12:00"), NEW),
        (talks_get_day_and_place("2026-04-21 19:00", on="2026-04-24", city="Abu Dabi"), UPDATE),
    ],
    "europeans_join_a_round_that_was_announced": [
        (talks_get_day_and_place("2026-04-21 19:00", on="2026-04-24", city="Abu Dabi"), NEW),
        (somebody_joins("2026-04-22 12:00", on="2026-04-24", city="Abu Dabi"), ALERT),
    ],
    "an_envoy_meets_both_sides_in_one_city_on_one_day": [
        (envoys_meet_in_the_morning("2026-05-22 17:00"), NEW),
        (other_side_is_met_in_the_evening("2026-05-22 21:30"), NEW),
    ],
    "the_same_teams_meet_again_in_the_same_city_a_week_later": [
        (envoys_meet_in_the_morning("2026-05-22 17:00"), NEW),
        (envoys_meet_again("2026-05-30 20:00"), NEW),
    ],
    "a_round_of_two_days": [
        (first_day_ends("2026-06-17 18:00", city="Ginebra"), NEW),
        (second_day_ends("2026-06-18 19:00", city="Ginebra"), ALERT),
    ],
    "a_visit_becomes_likely_and_takes_place": [
        (visit_becomes_likely("2026-05-12 12:00"), NEW),
        (leader_arrives("2026-06-04 15:00"), ALERT),
    ],
    "two_ministers_meet_unannounced": [(ministers_meet("2026-03-16 17:30"), NEW)],
}
