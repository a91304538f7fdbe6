"""Short wires that come out of nothing: what is news by itself, in the many words that agencies have for it."""

from __future__ import annotations

from tests.news_steps import ALERT, SILENCE, Step, told

NEWS = {
    "a_truce_enters_into_force": """
        Entra en vigor la tregua de treinta días entre Rusia y Ucrania

        El alto el fuego de treinta días que pactaron Moscú y Kiev entró en vigor este lunes a medianoche.
    """,
    "a_truce_is_prolonged": """
        Moscú y Kiev prorrogan una semana la tregua energética

        Rusia y Ucrania acordaron este lunes prorrogar una semana la tregua que protege sus redes eléctricas, informó la
        Casa Blanca.
    """,
    "a_truce_is_called_off": """
        El Kremlin da por terminada la tregua energética con Ucrania

        Rusia da por terminada la moratoria de ataques a infraestructuras energéticas, anunció este lunes Dmitri Peskov.
    """,
    "a_side_leaves_the_talks": """
        Rusia se retira de las negociaciones de Abu Dabi

        La delegación rusa abandonó este lunes las negociaciones con Ucrania en Abu Dabi, anunció Vladímir Medinski.
    """,
    "talks_are_suspended": """
        Moscú suspende las negociaciones con Kiev hasta nuevo aviso

        Las negociaciones entre Rusia y Ucrania están en pausa hasta nuevo aviso, comunicó este lunes el Kremlin.
    """,
    "a_side_comes_back_to_the_talks": """
        Rusia regresa a la mesa de negociación con Ucrania

        El Kremlin anunció este lunes que su delegación vuelve a las negociaciones con Ucrania, en pausa desde hace un
        mes.
    """,
    "a_memorandum_is_handed_over": """
        Rusia entrega a Ucrania su memorando de paz

        La delegación rusa entregó este lunes a la ucraniana, en Estambul, un memorando con sus condiciones para la paz.
    """,
    "a_document_is_signed": """
        Putin y Zelenski firman en Estambul un acuerdo de alto el fuego

        Los presidentes de Rusia y Ucrania firmaron este lunes en Estambul un acuerdo de alto el fuego de noventa días.
    """,
    "a_referendum_is_called": """
        Zelenski convoca un referéndum sobre el acuerdo de paz

        El presidente ucraniano, Volodímir Zelenski, convocó este lunes un referéndum sobre el acuerdo de paz con Rusia.
    """,
    "a_parliament_votes": """
        La Rada aprueba el acuerdo de paz con Rusia

        El Parlamento ucraniano aprobó este lunes, por 268 votos, el acuerdo de paz negociado con Rusia.
    """,
    "an_envoy_is_dismissed": """
        Trump destituye a Witkoff como enviado para Ucrania

        El presidente de Estados Unidos, Donald Trump, destituyó este lunes a Steve Witkoff, su enviado en las
        negociaciones sobre Ucrania.
    """,
    "an_envoy_resigns": """
        Dimite Umérov, jefe de la delegación negociadora de Ucrania

        El negociador jefe de Ucrania, Rustem Umérov, presentó este lunes su dimisión al presidente Volodímir Zelenski.
    """,
    "a_leader_arrives": """
        Zelenski llega a Washington para reunirse con Trump

        El presidente de Ucrania llegó este lunes a Washington, donde se reunirá mañana con Donald Trump para hablar
        del plan de paz.
    """,
    "a_meeting_ends_early": """
        La reunión entre Lavrov y Rubio acaba antes de lo previsto y sin comunicado

        Serguéi Lavrov y Marco Rubio se reunieron este lunes en Riad durante cuarenta minutos. No hubo comunicado
        conjunto.
    """,
    "a_call_is_announced": """
        Trump y Putin hablarán por teléfono el jueves

        Donald Trump y Vladímir Putin conversarán por teléfono el jueves sobre Ucrania, adelantó este lunes el Kremlin.
    """,
    "a_call_is_told_by_one_side": """
        Macron llama a Putin por primera vez en un año

        El presidente francés, Emmanuel Macron, telefoneó este lunes a Vladímir Putin para pedirle un alto el fuego en
        Ucrania, informó el Elíseo.
    """,
    "a_letter_is_sent": """
        Putin envía a Trump una carta con sus condiciones para la paz en Ucrania

        Kirill Dmitriev entregó este lunes en Washington una carta de Vladímir Putin a Donald Trump sobre el arreglo en
        Ucrania, confirmó la Casa Blanca.
    """,
    "an_exchange_fails": """
        Fracasa el canje de prisioneros previsto entre Rusia y Ucrania

        El intercambio de prisioneros pactado en Estambul no llegó a celebrarse este lunes. Las partes se culpan una a
        otra.
    """,
    "guarantees_are_agreed": """
        Ucrania y EE. UU. cierran el texto de las garantías de seguridad

        Los equipos de Kiev y Washington cerraron este lunes el texto de las garantías de seguridad para Ucrania, afirmó
        Zelenski. Falta la firma.
    """,
    "sanctions_are_lifted": """
        EE. UU. levanta las sanciones a Aeroflot como gesto en la negociación con Rusia

        El Departamento del Tesoro retiró este lunes las sanciones a Aeroflot dentro de las conversaciones de paz sobre
        Ucrania.
    """,
    "a_red_line_is_drawn": """
        Zelenski: «No habrá acuerdo que ceda la central de Zaporiyia»

        El presidente ucraniano, Volodímir Zelenski, afirmó este lunes que no aceptará ceder a Rusia la central nuclear
        de Zaporiyia en las negociaciones de paz.
    """,
    "a_concession_is_offered": """
        Ucrania se dice dispuesta a renunciar a la OTAN a cambio de garantías

        Kiev está dispuesta a renunciar a su ingreso en la OTAN si recibe garantías de seguridad vinculantes, dijo este
        lunes Volodímir Zelenski.
    """,
    "mediation_is_given_up": """
        EE. UU. abandona la mediación entre Rusia y Ucrania

        Estados Unidos deja de mediar entre Moscú y Kiev, anunció este lunes el secretario de Estado, Marco Rubio.
    """,
    "a_city_is_chosen": """
        Ginebra, elegida sede de la cumbre entre Putin y Zelenski

        La cumbre entre Vladímir Putin y Volodímir Zelenski se celebrará en Ginebra, informó este lunes el Gobierno
        suizo.
    """,
    "a_corridor_is_opened": """
        Rusia y Ucrania abren un canal directo para el intercambio de niños

        Moscú y Kiev acordaron este lunes en Doha un canal directo para la devolución de menores, anunció Catar.
    """,
    "a_map_is_agreed": """
        Los negociadores acuerdan el mapa de la línea de contacto

        Los equipos militares de Rusia y Ucrania acordaron este lunes en Abu Dabi el mapa de la línea de contacto, según
        Witkoff.
    """,
}

NO_NEWS = {
    "markets": """
        El petróleo baja un 2 % a la espera de las negociaciones sobre Ucrania

        El barril de brent cerró este lunes en 61 dólares, ante la posibilidad de un acuerdo de paz en Ucrania.
    """,
    "a_film": """
        «Tregua», la película sobre la guerra que emociona en Cannes

        El filme narra el encuentro de un soldado ucraniano y otro ruso durante un alto el fuego imaginario.
    """,
    "a_recruit": """
        Ucrania rebaja a 23 años la edad de movilización

        La Rada aprobó este lunes rebajar de 25 a 23 años la edad mínima para ser movilizado.
    """,
    "another_war": """
        La India y Pakistán acuerdan un alto el fuego en Cachemira

        Nueva Delhi e Islamabad acordaron este lunes un alto el fuego inmediato en Cachemira con la mediación de Trump.
    """,
    "guerrillas": """
        El ELN y el Gobierno retoman en La Habana los diálogos de paz

        Las delegaciones del Gobierno colombiano y del ELN retomaron este lunes en La Habana las negociaciones de paz.
    """,
    "a_drill": """
        Rusia y Bielorrusia celebran maniobras conjuntas

        Los ejércitos de Rusia y Bielorrusia comenzaron este lunes unas maniobras de una semana cerca de Minsk.
    """,
}

MONDAY = "2026-06-15 13:00"
SEQUENCES: dict[str, list[Step]] = {
    **{f"{name}_alone": [(told("Agencia Cierzo", MONDAY, text), ALERT)] for name, text in NEWS.items()},
    **{f"{name}_that_is_no_news": [(told("Agencia Cierzo", MONDAY, text), SILENCE)] for name, text in NO_NEWS.items()},
}
