"""Who negotiates changes: somebody takes over, replaces, is relieved; told by one outlet and then by another."""

from __future__ import annotations

from talks.types import Article
from tests.news_steps import ALERT, NEW, SILENCE, Step, short, told, weekday


def envoy_is_replaced(at: str) -> Article:
    text = f"""
        Driscoll sustituye a Kellogg como enviado de EE. UU. para Ucrania

        Washington, {short(at)} (Cierzo).- El secretario del Ejército de EE. UU., Dan Driscoll, sustituye desde hoy a
        Keith Kellogg como enviado especial para Ucrania en las negociaciones de paz, informó la Casa Blanca.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_of_the_envoy(at: str) -> Article:
    text = f"""
        Kellogg deja paso a Driscoll, nuevo enviado de Trump para Ucrania

        Dan Driscoll es desde este {weekday(at)} el enviado especial de Donald Trump para Ucrania, en lugar de Keith
        Kellogg. La Casa Blanca lo ha comunicado sin dar explicaciones.
    """
    return told("Radio Litoral", at, text)


def negotiator_takes_over(at: str) -> Article:
    text = f"""
        Budánov toma el relevo de Umérov al frente de la delegación negociadora ucraniana

        Kiev, {short(at)} (Cierzo).- Kirilo Budánov tomó hoy el relevo de Rustem Umérov al frente de la delegación de
        Ucrania en las negociaciones con Rusia, según un decreto del presidente Volodímir Zelenski.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_who_takes_over(at: str) -> Article:
    text = f"""
        Zelenski pone a Budánov al mando de las conversaciones con Moscú

        El negociador principal de Ucrania es desde este {weekday(at)} Kirilo Budánov. Ocupa el puesto de Rustem Umérov,
        según un decreto que ha firmado Volodímir Zelenski.
    """
    return told("La Tribuna de Poniente", at, text)


def delegate_is_replaced(at: str) -> Article:
    text = f"""
        Putin reemplaza a Medinski por Galuzin como jefe de la delegación rusa

        Moscú, {short(at)} (Cierzo).- El presidente ruso, Vladímir Putin, reemplazó hoy a Vladímir Medinski por el
        viceministro de Exteriores Mijaíl Galuzin como jefe de la delegación que negocia con Ucrania, según un decreto
        del Kremlin.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_of_the_delegate(at: str) -> Article:
    text = f"""
        Galuzin, nuevo jefe negociador ruso en lugar de Medinski

        Mijaíl Galuzin dirigirá la delegación rusa en las negociaciones con Ucrania en lugar de Vladímir Medinski. El
        Kremlin ha publicado este {weekday(at)} el decreto de Vladímir Putin.
    """
    return told("El Cronista Andino", at, text)


def negotiator_resigns(at: str) -> Article:
    text = f"""
        Dimite Umérov, jefe de la delegación negociadora de Ucrania

        Kiev, {short(at)} (Cierzo).- El jefe de la delegación ucraniana en las negociaciones con Rusia, Rustem Umérov,
        presentó hoy su dimisión al presidente Volodímir Zelenski, que la ha aceptado.
    """
    return told("Agencia Cierzo", at, text)


def envoy_is_relieved_by_trump(at: str) -> Article:
    text = f"""
        Trump releva a Kellogg y pone a Driscoll al frente de las negociaciones con Kiev

        Washington, {short(at)} (Cierzo).- El presidente de Estados Unidos, Donald Trump, ha relevado a Keith Kellogg
        como enviado para Ucrania y lo reemplazará Dan Driscoll, anunció hoy en su red social.
    """
    return told("Agencia Cierzo", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "an_envoy_is_relieved_and_a_second_outlet_tells_who_replaces_him": [
        (envoy_is_relieved_by_trump("2026-03-30 13:00"), NEW),
        (envoy_is_replaced("2026-03-30 15:00"), SILENCE),
    ],
    "an_envoy_is_replaced_and_a_second_outlet_tells_it": [
        (envoy_is_replaced("2026-03-30 15:00"), NEW),
        (second_outlet_tells_of_the_envoy("2026-03-30 17:00"), SILENCE),
    ],
    "a_negotiator_takes_over_and_a_second_outlet_tells_it": [
        (negotiator_takes_over("2026-06-08 10:00"), NEW),
        (second_outlet_tells_who_takes_over("2026-06-08 12:00"), SILENCE),
    ],
    "a_delegate_is_replaced_and_a_second_outlet_tells_it": [
        (delegate_is_replaced("2026-07-06 12:00"), NEW),
        (second_outlet_tells_of_the_delegate("2026-07-06 14:30"), SILENCE),
    ],
    "a_negotiator_resigns_and_another_takes_over": [
        (negotiator_resigns("2026-06-05 18:00"), NEW),
        (negotiator_takes_over("2026-06-08 10:00"), ALERT),
    ],
}
