"""Several rounds of the same parties: numbered, in other cities, moved to another venue."""

from __future__ import annotations

from talks.types import Article
from tests.news_rounds import round_is_held
from tests.news_steps import ALERT, NEW, SILENCE, Step, short, told, weekday


def numbered_round_ends(at: str, *, ordinal: str, city: str) -> Article:
    text = f"""
        Concluye en {city} la {ordinal} ronda de conversaciones entre Rusia, Ucrania y Estados Unidos

        {city}, {short(at)} (Cierzo).- La {ordinal} ronda de conversaciones trilaterales entre Rusia, Ucrania y Estados
        Unidos concluyó este {weekday(at)} en {city}, según informó el enviado especial de la Casa Blanca, Steve
        Witkoff.

        Witkoff la calificó en la red social X de «productiva» y dijo que los equipos consultarán ahora con sus
        capitales.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_of_the_numbered_round(at: str, *, ordinal: str, city: str) -> Article:
    text = f"""
        Rusos, ucranianos y estadounidenses cierran su {ordinal} ronda en {city}

        Los tres equipos negociadores dieron por terminada ayer en {city} la {ordinal} ronda de contactos para poner
        fin a la guerra en Ucrania. El enviado de Donald Trump, Steve Witkoff, habla de una cita «productiva».
    """
    return told("Radio Litoral", at, text)


def third_round_is_announced(at: str, *, on: str, city: str) -> Article:
    text = f"""
        Habrá tercera ronda: Ucrania, Rusia y EE.UU. vuelven a {city} este {weekday(on)}

        La tercera ronda de conversaciones de paz entre Ucrania, Rusia y Estados Unidos arrancará el {weekday(on)} en
        {city}, adelantó el presidente ucraniano Volodimir Zelensky en su mensaje nocturno.

        Zelensky pidió a sus negociadores "resultados y no fotos".
    """
    return told("El Cronista Andino", at, text)


def other_round_same_parties(at: str, *, ordinal: str, city: str) -> Article:
    text = f"""
        La {ordinal} ronda de {city} acaba con un documento sobre la vigilancia del alto el fuego

        {city}, {short(at)} (Cierzo).- Estados Unidos, Rusia y Ucrania cerraron hoy su {ordinal} ronda en {city} con un
        documento técnico sobre la vigilancia de un futuro alto el fuego, reveló el secretario del Consejo de Seguridad
        ucraniano, Rustem Umérov.

        «Los militares han hecho su trabajo; ahora les toca a los políticos», escribió Umérov en Telegram.
    """
    return told("Agencia Cierzo", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "the_second_round_is_followed_by_the_third_in_the_same_city": [
        (numbered_round_ends("2026-04-16 16:00", ordinal="segunda", city="Abu Dabi"), NEW),
        (second_outlet_tells_of_the_numbered_round("2026-04-17 07:15", ordinal="segunda", city="Abu Dabi"), SILENCE),
        (third_round_is_announced("2026-04-20 10:00", on="2026-04-23", city="Abu Dabi"), ALERT),
        (other_round_same_parties("2026-04-23 18:30", ordinal="tercera", city="Abu Dabi"), ALERT),
    ],
    "the_same_parties_meet_in_two_cities_in_one_week": [
        (round_is_held("2026-05-12 18:00", city="Ginebra"), NEW),
        (numbered_round_ends("2026-05-15 19:00", ordinal="quinta", city="Abu Dabi"), NEW),
        (second_outlet_tells_of_the_numbered_round("2026-05-16 08:00", ordinal="quinta", city="Abu Dabi"), SILENCE),
    ],
}
