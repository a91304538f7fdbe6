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


def presidents_talk_by_phone(at: str) -> Article:
    text = f"""
        Trump y Putin hablan dos horas por teléfono de la tregua energética

        Donald Trump y Vladímir Putin mantuvieron este {weekday(at)} una conversación telefónica de dos horas sobre la
        tregua energética en Ucrania, informó la Casa Blanca, que la calificó de productiva.

        Los dos presidentes trataron también del próximo encuentro de sus asesores en Riad.
    """
    return told("Agencia Meridiano", at, text)


def the_other_president_is_called_too(at: str) -> Article:
    text = """
        Trump llama a Zelenski y le cuenta lo hablado con Putin

        Donald Trump telefoneó a Volodímir Zelenski y le informó durante una hora de su conversación con Vladímir Putin
        sobre la tregua energética, según la Casa Blanca.

        Los dos presidentes trataron también del próximo encuentro de sus asesores en Riad.
    """
    return told("Prensa Norte", at, text)


def moscow_accepts_the_truce(at: str) -> Article:
    text = """
        Rusia acepta un mes de tregua energética y dejará en paz subestaciones y gasoductos

        Rusia ha aceptado durante un mes la tregua energética en Ucrania de la que Donald Trump y Vladímir Putin
        hablaron por teléfono. Subestaciones, gasoductos y presas quedan a salvo, según la Casa Blanca.
    """
    return told("Radio Poniente", at, text)


def envoy_is_expected(at: str, *, on: str) -> Article:
    text = f"""
        Putin recibirá el {weekday(on)} a Witkoff en el Kremlin

        El presidente ruso, Vladímir Putin, recibirá el {day(on)} en el Kremlin al enviado especial de Estados Unidos,
        Steve Witkoff, para hablar del plan de paz, confirmó el portavoz Dmitri Peskov.
    """
    return told("Agencia Meridiano", at, text)


def envoy_is_received(at: str) -> Article:
    text = f"""
        Cuatro horas de Putin con Witkoff en el Kremlin para hablar del plan de paz

        El presidente ruso, Vladímir Putin, recibió este {weekday(at)} en el Kremlin al enviado especial de Estados
        Unidos, Steve Witkoff, para hablar del plan de paz, según el portavoz Dmitri Peskov.
    """
    return told("Diario del Puerto", at, text)


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
    "the_other_president_is_called_the_next_day": [
        (presidents_talk_by_phone("2026-05-18 17:00"), NEW),
        (the_other_president_is_called_too("2026-05-19 16:30"), ALERT),
    ],
    "what_two_presidents_talked_of_is_accepted": [
        (presidents_talk_by_phone("2026-05-18 17:00"), NEW),
        (moscow_accepts_the_truce("2026-05-19 11:00"), ALERT),
    ],
    "an_envoy_is_expected_and_received_the_next_day": [
        (envoy_is_expected("2026-05-20 12:00", on="2026-05-21"), NEW),
        (envoy_is_received("2026-05-21 21:15"), ALERT),
    ],
    "a_resignation_is_told_again_in_the_morning": [
        (chief_of_staff_resigns("2026-05-12 20:10"), NEW),
        (resignation_is_told_again("2026-05-13 07:00", resigned_on="2026-05-12"), SILENCE),
    ],
}
