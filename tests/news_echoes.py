"""The same words between marks in another paper, people who are no voice of the talks, plans that come true."""

from __future__ import annotations

from talks.types import Article
from tests.news_steps import ALERT, NEW, SILENCE, UPDATE, Step, told, weekday

WORDS = "Se pactó hasta el domingo y así lo sabían todas las capitales"


def pause_is_declared_over(at: str) -> Article:
    text = f"""
        El Kremlin da por acabada la pausa de los bombardeos

        El portavoz del Kremlin, Dmitri Peskov, declaró este {weekday(at)} que la pausa en los ataques contra Kiev ha
        terminado. «{WORDS}», dijo en su llamada diaria con la prensa.

        No aclaró si los bombardeos se reanudan hoy.
    """
    return told("Agencia Meridiano", at, text)


def other_paper_prints_the_same_words(at: str) -> Article:
    text = f"""
        Rusia: la tregua del frío ya venció, y que nadie se llame a engaño

        Se acabó el respiro para los vecinos de Kiev. El compromiso ruso de no golpear las centrales caducó, recordó el
        vocero Dmitri Peskov.

        “{WORDS}”, respondió a quien le preguntaba por los misiles, según publicó la agencia Meridiano. Las delegaciones
        se verán el jueves.
    """
    return told("La Hora del Sur", at, text)


def round_is_announced_beside_the_same_words(at: str) -> Article:
    text = f"""
        Rusia y Ucrania se verán el 5 de febrero en Abu Dabi, confirma el Kremlin

        Las delegaciones de Rusia y Ucrania se reunirán el 5 de febrero en Abu Dabi, anunció Dmitri Peskov. De la
        pausa de los bombardeos repitió lo de la mañana: «{WORDS}».
    """
    return told("Prensa Norte", at, text)


def truce_is_signed_and_old_words_recalled(at: str) -> Article:
    text = f"""
        Rusia y Ucrania firman un alto el fuego en Estambul

        Las delegaciones de Rusia y Ucrania firmaron este {weekday(at)} en Estambul un acuerdo de alto el fuego de 30
        días.

        La víspera, el portavoz Dmitri Peskov había hablado de otra pausa: «{WORDS}».
    """
    return told("Prensa Norte", at, text)


def exchange_is_promised(at: str) -> Article:
    text = """
        Zelenski: pronto habrá un canje de prisioneros con Rusia

        El presidente de Ucrania, Volodímir Zelenski, dijo que pronto habrá un intercambio de prisioneros con Rusia. No
        dio la fecha ni el número.
    """
    return told("Agencia Meridiano", at, text)


def exchange_takes_place(at: str) -> Article:
    text = """
        Regresan a casa 151 soldados rusos en un canje con Ucrania

        Rusia y Ucrania intercambiaron prisioneros de guerra, 151 por cada lado, informó el Ministerio de Defensa ruso.
    """
    return told("Agencia Meridiano", at, text)


def exchange_is_told_with_its_day(at: str) -> Article:
    text = """
        Un canje de prisioneros, lo único que deja la cita de Abu Dabi

        Rusia y Ucrania canjearon ayer 151 prisioneros cada una, al cierre de su ronda en Emiratos. De territorio no se
        habló.
    """
    return told("La Hora del Sur", at, text)


def soldier_tells_of_his_return(at: str) -> Article:
    text = """
        Ciento cincuenta y un abrazos en Chernígov

        —Pensé que nos llevaban a otra cárcel —cuenta Mijailo Tkach, zapador de 31 años, con una manzana en la mano—.
        Luego vi la bandera.

        Tkach volvió ayer con el canje entre Rusia y Ucrania. Su padre lo esperaba desde el alba.
    """
    return told("El Cronista Andino", at, text)


def minister_accuses_the_other_side(at: str) -> Article:
    text = f"""
        Lavrov: Kiev quiso golpear la casa del presidente con decenas de drones

        El ministro de Exteriores ruso, Serguéi Lavrov, afirmó este {weekday(at)} que Ucrania lanzó drones contra una
        residencia de Vladímir Putin y que Moscú revisará su posición en las negociaciones.
    """
    return told("Agencia Meridiano", at, text)


def accused_side_denies_it(at: str) -> Article:
    text = """
        Zelenski: «Es otro invento para estropear el trabajo de Florida»

        El presidente ucraniano, Volodímir Zelenski, negó la acusación y advirtió de que Rusia prepara un ataque contra
        edificios del Gobierno. «Que nadie baje la guardia», escribió sobre las negociaciones.
    """
    return told("La Hora del Sur", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "the_same_words_in_another_paper_are_no_news": [
        (pause_is_declared_over("2026-02-02 10:10"), NEW),
        (other_paper_prints_the_same_words("2026-02-02 18:20"), SILENCE),
    ],
    "a_round_announced_beside_words_already_told_is_news": [
        (pause_is_declared_over("2026-02-02 10:10"), NEW),
        (round_is_announced_beside_the_same_words("2026-02-02 19:00"), NEW),
    ],
    "a_truce_signed_beside_words_already_told_is_news": [
        (pause_is_declared_over("2026-02-02 10:10"), NEW),
        (truce_is_signed_and_old_words_recalled("2026-02-03 19:00"), ALERT),
    ],
    "an_exchange_promised_and_made_is_told_again_with_its_day": [
        (exchange_is_promised("2026-02-04 21:00"), NEW),
        (exchange_takes_place("2026-02-05 15:15"), UPDATE),
        (exchange_is_told_with_its_day("2026-02-06 06:40"), SILENCE),
    ],
    "an_accusation_is_denied_within_the_hour": [
        (minister_accuses_the_other_side("2025-12-29 14:20"), NEW),
        (accused_side_denies_it("2025-12-29 15:10"), NEW),
    ],
    "a_soldier_come_home_is_no_voice_of_the_talks": [
        (exchange_takes_place("2026-02-05 15:15"), NEW),
        (soldier_tells_of_his_return("2026-02-06 08:00"), SILENCE),
    ],
}
