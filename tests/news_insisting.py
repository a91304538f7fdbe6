"""What was said is said once more: insisted on, reiterated, recalled; silence, unless a new fact comes with it."""

from __future__ import annotations

from talks.types import Article
from tests.news_steps import ALERT, NEW, SILENCE, Step, day, short, told, weekday


def position_is_taken(at: str) -> Article:
    text = f"""
        Lavrov: no habrá paz sin un reconocimiento internacional de los nuevos territorios rusos

        Moscú, {short(at)} (Cierzo).- El ministro ruso de Exteriores, Serguéi Lavrov, exigió hoy el reconocimiento
        internacional de Crimea y de las otras cuatro regiones anexionadas como condición para un acuerdo de paz con
        Ucrania.

        «Sin eso no habrá ningún documento», dijo Lavrov en una rueda de prensa.
    """
    return told("Agencia Cierzo", at, text)


def position_is_insisted_on(at: str) -> Article:
    text = f"""
        Lavrov insiste: sin reconocer los nuevos territorios no habrá acuerdo de paz

        El jefe de la diplomacia rusa, Serguéi Lavrov, insistió este {weekday(at)} en que Ucrania y Occidente tienen que
        reconocer como rusas Crimea y las otras regiones anexionadas para que haya un acuerdo de paz.
    """
    return told("La Tribuna de Poniente", at, text)


def position_is_reiterated_a_week_later(at: str) -> Article:
    text = f"""
        Lavrov reitera ante embajadores que Rusia exige el reconocimiento de los territorios anexionados

        Moscú, {short(at)} (Cierzo).- El ministro ruso de Exteriores, Serguéi Lavrov, reiteró hoy ante embajadores
        acreditados en Moscú que el reconocimiento internacional de Crimea y de las cuatro regiones anexionadas es
        condición para un acuerdo de paz con Ucrania.
    """
    return told("Agencia Cierzo", at, text)


def position_is_reiterated_with_an_invitation(at: str, *, on: str) -> Article:
    text = f"""
        Lavrov reitera sus condiciones e invita a Sibiga a reunirse con él en Minsk el {day(on)}

        Moscú, {short(at)} (Cierzo).- El ministro ruso de Exteriores, Serguéi Lavrov, invitó hoy a su homólogo
        ucraniano, Andrí Sibiga, a reunirse con él el {day(on)} en Minsk, al tiempo que reiteró que Rusia exige el
        reconocimiento de los territorios anexionados.
    """
    return told("Agencia Cierzo", at, text)


def refusal_is_given(at: str) -> Article:
    text = f"""
        Zelenski descarta celebrar un referéndum sobre el Donbás sin un alto el fuego

        Kiev, {short(at)} (Cierzo).- El presidente de Ucrania, Volodímir Zelenski, descartó hoy convocar un referéndum
        sobre el Donbás mientras no haya un alto el fuego.

        «Nadie puede votar bajo las bombas», afirmó.
    """
    return told("Agencia Cierzo", at, text)


def refusal_is_recalled(at: str) -> Article:
    text = f"""
        Zelenski recuerda que sin alto el fuego no habrá referéndum sobre el Donbás

        El presidente ucraniano, Volodímir Zelenski, ha recordado este {weekday(at)} que no convocará un referéndum
        sobre el Donbás si antes no hay un alto el fuego. «Nadie puede votar bajo las bombas», ha repetido.
    """
    return told("Radio Litoral", at, text)


def readiness_is_declared(at: str) -> Article:
    text = f"""
        El Kremlin se declara dispuesto a negociar con Ucrania sin condiciones previas

        Moscú, {short(at)} (Cierzo).- Rusia está dispuesta a reanudar las negociaciones con Ucrania sin condiciones
        previas, declaró hoy el portavoz del Kremlin, Dmitri Peskov.
    """
    return told("Agencia Cierzo", at, text)


def readiness_is_declared_once_more(at: str) -> Article:
    text = f"""
        Peskov vuelve a decir que Rusia está dispuesta a negociar sin condiciones previas

        El portavoz del Kremlin, Dmitri Peskov, volvió a decir este {weekday(at)} que Moscú está lista para retomar las
        conversaciones con Kiev sin condiciones previas, una disposición que ya había expresado.
    """
    return told("El Cronista Andino", at, text)


def support_is_offered(at: str) -> Article:
    text = f"""
        Erdogan ofrece Turquía para una cumbre entre Putin y Zelenski

        Ankara, {short(at)} (Cierzo).- El presidente turco, Recep Tayyip Erdogan, ofreció hoy su país como sede de una
        cumbre entre los presidentes de Rusia, Vladímir Putin, y de Ucrania, Volodímir Zelenski.

        «Nuestras puertas están abiertas», dijo Erdogan tras el consejo de ministros.
    """
    return told("Agencia Cierzo", at, text)


def support_is_offered_once_more(at: str) -> Article:
    text = f"""
        Erdogan reafirma su oferta de acoger una cumbre entre Putin y Zelenski

        El presidente de Turquía, Recep Tayyip Erdogan, ha reafirmado este {weekday(at)} que su país está dispuesto a
        albergar una cumbre de Vladímir Putin y Volodímir Zelenski. «Nuestras puertas siguen abiertas», ha dicho.
    """
    return told("Radio Litoral", at, text)


def another_condition_is_added(at: str) -> Article:
    text = f"""
        Lavrov insiste en sus condiciones y exige además elecciones en Ucrania antes de firmar la paz

        Moscú, {short(at)} (Cierzo).- El ministro ruso de Exteriores, Serguéi Lavrov, exigió hoy que Ucrania celebre
        elecciones presidenciales antes de firmar un acuerdo de paz, una condición que Moscú no había puesto antes.

        «No firmaremos con quien no tiene legitimidad», dijo Lavrov.
    """
    return told("Agencia Cierzo", at, text)


def they_meet_once_more(at: str) -> Article:
    text = f"""
        Zelenski vuelve a reunirse con Witkoff en Berlín

        Berlín, {short(at)} (Cierzo).- El presidente ucraniano, Volodímir Zelenski, se reunió hoy en Berlín por segundo
        día consecutivo con el enviado de la Casa Blanca, Steve Witkoff.
    """
    return told("Agencia Cierzo", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "a_position_is_insisted_on_and_another_condition_added": [
        (position_is_taken("2026-05-12 11:00"), NEW),
        (another_condition_is_added("2026-05-15 12:00"), ALERT),
    ],
    "a_meeting_is_no_statement_that_is_repeated": [(they_meet_once_more("2026-02-10 12:00"), NEW)],
    "a_position_is_taken_and_insisted_on": [
        (position_is_taken("2026-05-12 11:00"), NEW),
        (position_is_insisted_on("2026-05-14 10:00"), SILENCE),
    ],
    "a_position_is_taken_and_reiterated_a_week_later": [
        (position_is_taken("2026-05-12 11:00"), NEW),
        (position_is_reiterated_a_week_later("2026-05-19 12:00"), SILENCE),
    ],
    "a_position_is_reiterated_with_a_new_fact": [
        (position_is_taken("2026-05-12 11:00"), NEW),
        (position_is_reiterated_with_an_invitation("2026-05-19 12:00", on="2026-05-28"), ALERT),
    ],
    "a_refusal_is_given_and_recalled": [
        (refusal_is_given("2026-04-21 16:00"), NEW),
        (refusal_is_recalled("2026-04-24 18:00"), SILENCE),
    ],
    "a_readiness_is_declared_once_more": [
        (readiness_is_declared("2026-03-23 10:30"), NEW),
        (readiness_is_declared_once_more("2026-03-31 10:40"), SILENCE),
    ],
    "a_house_is_offered_once_more": [
        (support_is_offered("2026-06-15 17:00"), NEW),
        (support_is_offered_once_more("2026-06-23 18:00"), SILENCE),
    ],
}
