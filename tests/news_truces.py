"""A truce from its announcement to its end: agreed, in force, broken, prolonged, over."""

from __future__ import annotations

from talks.types import Article
from tests.news_steps import ALERT, NEW, SILENCE, Step, day, short, told, weekday


def truce_is_agreed(at: str, *, start: str) -> Article:
    text = f"""
        Rusia y Ucrania acuerdan un alto el fuego de diez días a partir del {day(start)}

        Abu Dabi, {short(at)} (Cierzo).- Rusia y Ucrania han acordado un alto el fuego de diez días que comenzará el
        {day(start)}, anunciaron hoy los jefes de ambas delegaciones al término de la ronda de Abu Dabi.

        La tregua abarca los ataques aéreos y el mar Negro.
    """
    return told("Agencia Cierzo", at, text)


def truce_enters_into_force(at: str) -> Article:
    text = f"""
        Entra en vigor el alto el fuego entre Rusia y Ucrania

        Kiev, {short(at)} (Cierzo).- El alto el fuego de diez días acordado por Rusia y Ucrania entró en vigor esta
        medianoche, sin que de momento se haya informado de violaciones.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_that_it_is_in_force(at: str) -> Article:
    text = f"""
        La tregua entre Moscú y Kiev ya está en vigor

        El alto el fuego pactado por Rusia y Ucrania ha entrado en vigor este {weekday(at)}. Ninguno de los dos
        ejércitos ha denunciado por ahora incumplimientos.
    """
    return told("Radio Litoral", at, text)


def truce_is_decreed(at: str, *, start: str) -> Article:
    text = f"""
        Putin decreta una tregua de Pascua de 36 horas a partir del {day(start)}

        Moscú, {short(at)} (Cierzo).- El presidente ruso, Vladímir Putin, decretó hoy un alto el fuego de 36 horas en
        Ucrania con motivo de la Pascua ortodoxa, que empezará el {day(start)}, informó el Kremlin.
    """
    return told("Agencia Cierzo", at, text)


def decreed_truce_begins(at: str) -> Article:
    text = f"""
        Comienza la tregua de Pascua decretada por Putin

        Moscú, {short(at)} (Cierzo).- La tregua de Pascua decretada por el presidente ruso, Vladímir Putin, comenzó hoy
        a las 18.00 en todo el frente de Ucrania, informó el Ministerio de Defensa de Rusia.
    """
    return told("Agencia Cierzo", at, text)


def decreed_truce_ends(at: str) -> Article:
    text = f"""
        Expira la tregua de Pascua sin que Moscú anuncie una prórroga

        Moscú, {short(at)} (Cierzo).- La tregua de Pascua decretada por el presidente ruso, Vladímir Putin, expiró esta
        medianoche sin que el Kremlin haya anunciado una prórroga.
    """
    return told("Agencia Cierzo", at, text)


def truce_is_prolonged(at: str, *, until: str) -> Article:
    text = f"""
        Rusia y Ucrania prorrogan el alto el fuego hasta el {day(until)}

        Abu Dabi, {short(at)} (Cierzo).- Rusia y Ucrania han acordado prorrogar hasta el {day(until)} el alto el fuego
        en vigor, anunció hoy el ministro de Exteriores de Emiratos Árabes Unidos, Abdulá bin Zayed.
    """
    return told("Agencia Cierzo", at, text)


def energy_truce_is_announced(at: str, *, start: str) -> Article:
    text = f"""
        Trump anuncia una tregua energética entre Rusia y Ucrania desde el {day(start)}

        Washington, {short(at)} (Cierzo).- El presidente de Estados Unidos, Donald Trump, anunció hoy que Rusia y
        Ucrania han acordado una tregua de treinta días en los ataques a instalaciones energéticas, que entrará en vigor
        el {day(start)}.
    """
    return told("Agencia Cierzo", at, text)


def energy_truce_takes_effect(at: str) -> Article:
    text = f"""
        Rusia y Ucrania empiezan a aplicar la tregua energética

        La tregua energética anunciada por Donald Trump ha empezado a aplicarse este {weekday(at)} en Rusia y Ucrania.
        Ni el Ministerio de Defensa ruso ni el Estado Mayor ucraniano han informado de ataques a centrales.
    """
    return told("La Tribuna de Poniente", at, text)


def truce_is_still_to_come(at: str, *, start: str) -> Article:
    text = f"""
        El alto el fuego de diez días entrará en vigor el {day(start)}

        El alto el fuego de diez días que han pactado Rusia y Ucrania en Abu Dabi entrará en vigor el {day(start)}. La
        tregua incluye los ataques aéreos y el mar Negro.
    """
    return told("El Cronista Andino", at, text)


def truce_at_sea_is_agreed(at: str, *, start: str) -> Article:
    text = f"""
        Rusia y Ucrania pactan un alto el fuego en el mar Negro que regirá desde el {day(start)}

        Riad, {short(at)} (Cierzo).- Rusia y Ucrania pactaron hoy en Riad un alto el fuego en el mar Negro que regirá
        desde el {day(start)}, informó la Casa Blanca.
    """
    return told("Agencia Cierzo", at, text)


def truce_at_sea_is_in_force(at: str) -> Article:
    text = f"""
        Ya rige el alto el fuego en el mar Negro

        El alto el fuego en el mar Negro pactado por Rusia y Ucrania rige desde la medianoche de este {weekday(at)}.
    """
    return told("Radio Litoral", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "a_truce_at_sea_is_agreed_and_in_force": [
        (truce_at_sea_is_agreed("2026-03-26 12:00", start="2026-04-01"), NEW),
        (truce_at_sea_is_in_force("2026-04-01 06:00"), ALERT),
    ],
    "a_truce_is_agreed_and_enters_into_force": [
        (truce_is_agreed("2026-04-08 17:00", start="2026-04-11"), NEW),
        (truce_enters_into_force("2026-04-11 00:30"), ALERT),
        (second_outlet_tells_that_it_is_in_force("2026-04-11 07:00"), SILENCE),
    ],
    "a_truce_is_agreed_and_told_again_before_it_begins": [
        (truce_is_agreed("2026-04-08 17:00", start="2026-04-11"), NEW),
        (truce_is_still_to_come("2026-04-09 09:00", start="2026-04-11"), SILENCE),
    ],
    "a_truce_is_decreed_begins_and_ends": [
        (truce_is_decreed("2026-04-09 16:00", start="2026-04-11"), NEW),
        (decreed_truce_begins("2026-04-11 16:30"), ALERT),
        (decreed_truce_ends("2026-04-13 00:20"), ALERT),
    ],
    "a_truce_is_in_force_and_prolonged": [
        (truce_is_agreed("2026-04-08 17:00", start="2026-04-11"), NEW),
        (truce_enters_into_force("2026-04-11 00:30"), ALERT),
        (truce_is_prolonged("2026-04-20 18:00", until="2026-05-01"), ALERT),
    ],
    "a_truce_for_energy_is_announced_and_takes_effect": [
        (energy_truce_is_announced("2026-03-18 20:00", start="2026-03-21"), NEW),
        (energy_truce_takes_effect("2026-03-21 09:00"), ALERT),
    ],
}
