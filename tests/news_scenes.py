"""What a title that names nobody, or an interview with somebody who does not negotiate, tells again in colour."""

from __future__ import annotations

from talks.types import Article
from tests.news_steps import ALERT, NEW, SILENCE, Step, told, weekday


def round_ends(at: str) -> Article:
    text = f"""
        Rusia y Ucrania terminan en Estambul su cuarta ronda sin acercar posturas

        Las delegaciones de Rusia y Ucrania terminaron este {weekday(at)} en Estambul, al cabo de tres horas, la cuarta
        ronda de negociaciones, sin acuerdo sobre el alto el fuego, informó el ministro turco Hakan Fidan.

        «Se ha hablado con franqueza», dijo Fidan a la prensa.
    """
    return told("Agencia Meridiano", at, text)


def round_is_painted(at: str, *, held_on: str) -> Article:
    text = f"""
        Tres horas, dos teteras y una puerta

        El ujier del palacio abrió la puerta a la una y la cerró a las cuatro. Dentro, el {weekday(held_on)}, rusos y
        ucranianos se habían leído sus papeles y ninguno había cedido.

        «Ni una taza se rompió», contaba después un camarero. Vladímir Medinski, jefe de los rusos, pidió azúcar; Rustem
        Umérov aseguró que Ucrania no firmará nada que no entienda un niño.
    """
    return told("Diario del Puerto", at, text)


def scholar_is_asked(at: str) -> Article:
    text = """
        Ramiro Echarte, catedrático de Historia: «Las treguas se firman con la mano izquierda»

        Lleva veinte años en los archivos de la guerra de Corea. Cree que Rusia y Ucrania firmarán cansadas.

        ¿Qué le falta a la mesa de Estambul?

        —Un reloj. Nadie en ella tiene prisa, y Putin menos que nadie.

        ¿Y a los ucranianos, que piden garantías?

        —Un vecino mejor. Ninguna firma de Moscú les parecerá bastante.
    """
    return told("Radio Poniente", at, text)


def negotiator_is_asked(at: str) -> Article:
    text = """
        Rustem Umérov: «Ucrania no irá a otra ronda sin una tregua en el aire»

        El jefe de los negociadores de Ucrania recibe en Kiev, en un despacho con sacos de arena.

        ¿Qué espera usted de la próxima cita con los rusos?

        —Que dejen de bombardear. Ucrania no irá a otra ronda mientras caigan misiles.

        ¿Lo saben los estadounidenses?

        —Se lo dije a Witkoff anoche, y lo entendió.
    """
    return told("Prensa Norte", at, text)


def date_is_set_under_a_title_of_colour(at: str, *, on: str) -> Article:
    text = f"""
        El té se servirá otra vez

        Rusia y Ucrania celebrarán el {weekday(on)} en Estambul la quinta ronda de negociaciones, anunció este
        {weekday(at)} el ministro turco Hakan Fidan.
    """
    return told("Diario del Puerto", at, text)


def laureate_is_quoted(at: str) -> Article:
    text = """
        Marta Iglesias, premio Nobel de la Paz: «Ucrania merece otra mesa de negociación»

        La escritora presentó en Oslo su libro sobre las treguas y habló de la ronda entre Rusia y Ucrania.
    """
    return told("Radio Poniente", at, text)


def people_of_the_street_are_quoted(at: str) -> Article:
    text = """
        Los rusos, cansados de la guerra en Ucrania: «Que se firme ya la paz»

        Los rusos están cansados de la guerra con Ucrania y de las negociaciones, según cuentan los vecinos de un barrio
        de Moscú, y solo hablan de la paz.
    """
    return told("Diario del Puerto", at, text)


def minister_is_quoted(at: str) -> Article:
    text = f"""
        Lavrov: «Ucrania tendrá que retirarse del Donbás antes de la próxima ronda»

        El ministro de Exteriores ruso, Serguéi Lavrov, lo dijo este {weekday(at)} en Moscú ante los estudiantes.
    """
    return told("Prensa Norte", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "a_round_is_painted_the_next_morning": [
        (round_ends("2026-04-14 17:00"), NEW),
        (round_is_painted("2026-04-15 06:10", held_on="2026-04-14"), SILENCE),
    ],
    "a_scholar_is_asked_about_the_round": [
        (round_ends("2026-04-14 17:00"), NEW),
        (scholar_is_asked("2026-04-16 08:00"), SILENCE),
    ],
    "a_negotiator_is_asked_about_the_next_round": [
        (round_ends("2026-04-14 17:00"), NEW),
        (negotiator_is_asked("2026-04-16 08:00"), ALERT),
    ],
    "a_laureate_speaks_of_the_round": [
        (round_ends("2026-04-14 17:00"), NEW),
        (laureate_is_quoted("2026-04-16 08:00"), SILENCE),
    ],
    "people_of_the_street_speak_of_the_round": [
        (round_ends("2026-04-14 17:00"), NEW),
        (people_of_the_street_are_quoted("2026-04-16 08:00"), SILENCE),
    ],
    "a_minister_speaks_of_the_round": [
        (round_ends("2026-04-14 17:00"), NEW),
        (minister_is_quoted("2026-04-16 08:00"), ALERT),
    ],
    "a_title_of_colour_stands_over_news": [
        (round_ends("2026-04-14 17:00"), NEW),
        (date_is_set_under_a_title_of_colour("2026-04-16 12:00", on="2026-04-22"), ALERT),
    ],
}
