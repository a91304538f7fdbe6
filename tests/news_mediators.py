"""Those between the two: Turkey, the Vatican, China, the Europeans; and the pressure of sanctions."""

from __future__ import annotations

from talks.types import Article
from tests.news_leaders import leaders_talk_by_phone
from tests.news_steps import ALERT, NEW, OFFTOPIC, SILENCE, Step, short, told, weekday


def mediator_offers_its_house(at: str) -> Article:
    text = f"""
        Erdogan ofrece Estambul para una cumbre entre Putin y Zelenski

        Ankara, {short(at)} (Cierzo).- El presidente de Turquía, Recep Tayyip Erdogan, ofreció hoy Estambul como sede
        de una cumbre entre el ruso Vladímir Putin y el ucraniano Volodímir Zelenski.

        «Nuestra puerta está abierta para los dos líderes», dijo en el Parlamento.
    """
    return told("Agencia Cierzo", at, text)


def pope_offers_the_vatican(at: str) -> Article:
    text = f"""
        León XIV ofrece el Vaticano para que «los enemigos se miren a los ojos»

        Ciudad del Vaticano, {short(at)} (Cierzo).- El papa León XIV ofreció hoy el Vaticano como sede de negociaciones
        de paz entre Rusia y Ucrania, tras reunirse en audiencia con el presidente ucraniano, Volodímir Zelenski.

        «La Santa Sede está disponible para que los enemigos se encuentren y se miren a los ojos», afirmó el pontífice.
    """
    return told("Agencia Cierzo", at, text)


def china_speaks(at: str) -> Article:
    text = f"""
        Xi pide a Putin que aproveche «la ventana» para negociar la paz en Ucrania

        Pekín, {short(at)} (Cierzo).- El presidente de China, Xi Jinping, pidió hoy a su homólogo ruso, Vladímir Putin,
        que aproveche «la ventana que se ha abierto» para negociar el fin de la guerra en Ucrania, informó la agencia
        Xinhua.

        Ambos líderes conversaron por videoconferencia durante una hora.
    """
    return told("Agencia Cierzo", at, text)


def sanctions_are_threatened(at: str) -> Article:
    text = f"""
        Trump amenaza a Rusia con nuevas sanciones si no hay alto el fuego en dos semanas

        Washington, {short(at)} (Cierzo).- El presidente de Estados Unidos, Donald Trump, amenazó hoy con imponer nuevas
        sanciones al petróleo ruso si Vladímir Putin no acepta un alto el fuego en Ucrania en dos semanas.

        «No estoy contento con él. Veremos qué hace», dijo Trump en la Casa Blanca.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_of_the_threat(at: str) -> Article:
    text = f"""
        Dos semanas de plazo: Trump advierte a Putin de que castigará su petróleo si no para la guerra

        Donald Trump puso este {weekday(at)} plazo a Vladímir Putin. Si en dos semanas no hay una tregua en Ucrania,
        Estados Unidos sancionará otra vez el crudo ruso. "No estoy contento con él", dijo el republicano.
    """
    return told("El Cronista Andino", at, text)


def sanctions_are_imposed(at: str) -> Article:
    text = f"""
        EE. UU. sanciona a dos petroleras rusas por la negativa del Kremlin a un alto el fuego

        Washington, {short(at)} (Cierzo).- El Departamento del Tesoro de Estados Unidos sancionó hoy a dos grandes
        petroleras rusas por la «falta de compromiso serio» de Moscú con el proceso de paz en Ucrania.

        El secretario del Tesoro, Scott Bessent, instó al Kremlin a aceptar de inmediato un alto el fuego y volver a la
        mesa de negociaciones.
    """
    return told("Agencia Cierzo", at, text)


def moscow_answers_the_sanctions(at: str) -> Article:
    text = f"""
        Peskov: las sanciones al petróleo «no cambiarán la posición rusa» en la negociación

        El portavoz del Kremlin, Dmitri Peskov, restó importancia este {weekday(at)} a las sanciones de Washington a dos
        petroleras y sostuvo que no cambiarán la posición rusa en las negociaciones sobre Ucrania.
    """
    return told("La Tribuna de Poniente", at, text)


def package_of_the_union_is_told(at: str) -> Article:
    text = f"""
        La UE aprueba su vigésimo primer paquete de sanciones contra Rusia

        Bruselas, {short(at)} (Cierzo).- Los Veintisiete aprobaron hoy el vigésimo primer paquete de sanciones contra
        Rusia, que prohíbe el mantenimiento de buques de la flota fantasma y amplía la lista negra a cuarenta bancos.
    """
    return told("Agencia Cierzo", at, text)


def iran_talks_are_told(at: str) -> Article:
    text = f"""
        Witkoff y Araqchí vuelven a negociar en Mascate sobre el programa nuclear iraní

        Mascate, {short(at)} (Cierzo).- El enviado especial de la Casa Blanca, Steve Witkoff, y el ministro de
        Exteriores de Irán, Abás Araqchí, celebraron hoy en la capital de Omán la tercera ronda de negociaciones sobre
        el programa nuclear de Teherán.
    """
    return told("Agencia Cierzo", at, text)


def europeans_call_for_a_seat(at: str) -> Article:
    text = f"""
        Costa reclama una silla para la UE en la mesa de negociaciones sobre Ucrania

        Bruselas, {short(at)} (Cierzo).- El presidente del Consejo Europeo, António Costa, reclamó hoy que la Unión
        Europea tenga un representante propio en las negociaciones de paz sobre Ucrania.

        «No se puede decidir la seguridad de Europa sin Europa», afirmó tras la cumbre de los Veintisiete.
    """
    return told("Agencia Cierzo", at, text)


def union_names_its_envoy(at: str) -> Article:
    text = f"""
        Los Veintisiete eligen a Alexander Stubb como enviado para las negociaciones sobre Ucrania

        Los líderes de la Unión Europea han designado este {weekday(at)} al presidente finlandés, Alexander Stubb,
        enviado especial para las negociaciones de paz entre Rusia y Ucrania. Moscú dice que no lo considera «un
        interlocutor neutral».
    """
    return told("Radio Litoral", at, text)


def mediator_offers_it_again(at: str) -> Article:
    text = f"""
        Turquía se reitera dispuesta a acoger a Putin y Zelenski en Estambul

        El presidente turco, Recep Tayyip Erdogan, ha reiterado este {weekday(at)} su ofrecimiento de acoger en
        Estambul una cumbre entre los presidentes de Rusia y Ucrania.
    """
    return told("Radio Litoral", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "two_mediators_offer_their_houses": [
        (mediator_offers_its_house("2026-03-12 12:00"), NEW),
        (pope_offers_the_vatican("2026-03-13 13:00"), NEW),
    ],
    "china_speaks_after_a_call_of_the_others": [
        (leaders_talk_by_phone("2026-05-19 17:40"), NEW),
        (china_speaks("2026-05-21 12:00"), NEW),
    ],
    "sanctions_are_threatened_repeated_imposed_and_answered": [
        (sanctions_are_threatened("2026-06-02 19:00"), NEW),
        (second_outlet_tells_of_the_threat("2026-06-02 21:00"), SILENCE),
        (sanctions_are_imposed("2026-06-16 20:00"), ALERT),
        (moscow_answers_the_sanctions("2026-06-17 10:30"), ALERT),
    ],
    "the_union_wants_a_seat_and_names_its_envoy": [
        (europeans_call_for_a_seat("2026-03-19 20:00"), NEW),
        (union_names_its_envoy("2026-04-23 22:00"), ALERT),
    ],
    "talks_on_other_things_of_the_same_people": [
        (iran_talks_are_told("2026-05-12 14:00"), OFFTOPIC),
        (package_of_the_union_is_told("2026-05-13 14:00"), OFFTOPIC),
    ],
    "a_mediator_offers_its_house_and_offers_it_again": [
        (mediator_offers_its_house("2026-03-12 12:00"), NEW),
        (mediator_offers_it_again("2026-03-14 17:00"), SILENCE),
    ],
}
