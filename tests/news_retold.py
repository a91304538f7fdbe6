"""What was told is told again the next morning, in other words and with a detail more; and what is no retelling."""

from __future__ import annotations

from talks.types import Article
from tests.news_steps import ALERT, NEW, SILENCE, Step, day, told, weekday


def envoys_leave_the_kremlin(at: str) -> Article:
    text = f"""
        Putin y Witkoff se reúnen cuatro horas en el Kremlin y no logran un acuerdo

        El presidente de Rusia, Vladímir Putin, recibió este {weekday(at)} en el Kremlin durante cuatro horas al enviado
        especial de Estados Unidos, Steve Witkoff, sin que las dos partes alcanzaran un acuerdo sobre los territorios,
        informó el asesor presidencial Yuri Ushakov.

        «La conversación fue muy útil, pero no hay todavía una variante de compromiso», dijo Ushakov a la prensa.
    """
    return told("Agencia Meridiano", at, text)


def evening_at_the_kremlin_is_told_in_the_morning(at: str, *, held_on: str) -> Article:
    text = f"""
        Té, mapas y medianoche: la larga velada de Witkoff con Putin

        Cuatro horas estuvo Steve Witkoff en el Kremlin y se fue con las manos vacías. El {weekday(held_on)} el emisario
        de Donald Trump cenó antes en un restaurante de la plaza Roja.

        Ayer, antes de recibirlo, Putin habló por teléfono con el presidente kazajo, Kasim Yomart Tokáyev. Después las
        dos partes buscaron un acuerdo sobre los territorios y no lo alcanzaron, según el asesor presidencial ruso, Yuri
        Ushakov.
    """
    return told("Diario del Puerto", at, text)


def kiev_answers_the_evening(at: str) -> Article:
    text = f"""
        Zelenski: «Sin Ucrania no hay variante de compromiso que valga»

        El presidente de Ucrania, Volodímir Zelenski, respondió este {weekday(at)} a lo hablado en el Kremlin por
        Vladímir Putin y Steve Witkoff: «Sin Ucrania no hay variante de compromiso que valga», dijo en Kiev.
    """
    return told("Prensa Norte", at, text)


def next_round_is_set_after_the_evening(at: str, *, on: str) -> Article:
    text = f"""
        Witkoff y Putin volverán a reunirse en el Kremlin el {day(on)}

        Steve Witkoff y Vladímir Putin se reunirán de nuevo en el Kremlin el {day(on)}, informó el asesor presidencial
        Yuri Ushakov, que estuvo en las cuatro horas de conversación.
    """
    return told("Agencia Meridiano", at, text)


def chief_of_staff_resigns(at: str) -> Article:
    text = f"""
        Dimite Serhii Kislitsia como negociador de Ucrania con Estados Unidos

        El negociador ucraniano Serhii Kislitsia presentó este {weekday(at)} su dimisión y el presidente, Volodímir
        Zelenski, la aceptó, informó la Presidencia en plena negociación del plan de paz con Estados Unidos.

        «Agradezco a Serhii cada día de trabajo», dijo Zelenski en su discurso de la noche.
    """
    return told("Agencia Meridiano", at, text)


def resignation_is_told_again(at: str, *, resigned_on: str) -> Article:
    text = f"""
        Adiós al hombre de las carpetas: Kiev cambia de negociador a mitad de la partida

        Serhii Kislitsia, negociador de Ucrania con Estados Unidos, ya no tiene despacho en la calle Bankova. La
        Presidencia informó de su dimisión el {weekday(resigned_on)} por la noche.

        El presidente, Volodímir Zelenski, la aceptó en plena negociación del plan de paz con Estados Unidos y nombró
        ayer negociador interino a Rustem Umérov.
    """
    return told("Radio Poniente", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "an_evening_at_the_kremlin_is_told_again_in_the_morning": [
        (envoys_leave_the_kremlin("2026-05-05 21:40"), NEW),
        (evening_at_the_kremlin_is_told_in_the_morning("2026-05-06 06:30", held_on="2026-05-05"), SILENCE),
    ],
    "an_evening_at_the_kremlin_is_answered_in_like_words": [
        (envoys_leave_the_kremlin("2026-05-05 21:40"), NEW),
        (kiev_answers_the_evening("2026-05-06 09:30"), ALERT),
    ],
    "an_evening_at_the_kremlin_has_a_sequel": [
        (envoys_leave_the_kremlin("2026-05-05 21:40"), NEW),
        (next_round_is_set_after_the_evening("2026-05-06 12:00", on="2026-05-14"), ALERT),
    ],
    "a_resignation_is_told_again_in_the_morning": [
        (chief_of_staff_resigns("2026-05-12 20:10"), NEW),
        (resignation_is_told_again("2026-05-13 07:00", resigned_on="2026-05-12"), SILENCE),
    ],
}
