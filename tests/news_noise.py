"""What brings nothing: copies, old articles, explainers, opinions, background, other wars, other truces."""

from __future__ import annotations

from talks.types import Article
from tests.news_leaders import leader_receives_the_envoy, leaders_talk_by_phone
from tests.news_rounds import round_is_announced, round_is_held
from tests.news_statements import other_side_replies, spokesman_speaks
from tests.news_steps import ALERT, NEW, OFFTOPIC, SILENCE, Step, short, told, weekday


def explainer_is_printed(at: str) -> Article:
    text = """
        Las claves de la ronda de Ginebra: qué quiere cada parte y qué puede pasar ahora

        Rusia y Ucrania han vuelto a sentarse a negociar. Estas son las preguntas que deja la ronda de Ginebra.

        ¿Qué pide Moscú? Que las tropas ucranianas salgan del Donbás y que Kiev renuncie a la OTAN.

        ¿Qué pide Kiev? Un alto el fuego previo y garantías de seguridad con presencia europea.

        ¿Y Estados Unidos? Steve Witkoff quiere un acuerdo antes del verano.
    """
    return told("La Tribuna de Poniente", at, text)


def opinion_is_printed(at: str) -> Article:
    text = """
        Opinión | Negociar con el Kremlin, esa vieja ilusión

        Quien haya seguido las negociaciones de los últimos años sabe que Vladímir Putin no tiene prisa. Cada ronda le
        da tiempo; cada llamada de Donald Trump, legitimidad.

        Europa debería sacar sus conclusiones. Sentarse a la mesa no es lo mismo que querer la paz, y el Kremlin ha
        demostrado que sabe hacer lo primero sin pensar en lo segundo.
    """
    return told("El Cronista Andino", at, text)


def question_is_asked(at: str) -> Article:
    text = """
        ¿Aceptará Putin un alto el fuego tras su reunión con Witkoff?

        Cuatro horas de reunión en el Kremlin no han despejado la duda. Los analistas consultados creen que el
        presidente ruso espera a ver qué ofrece Washington en materia de sanciones y territorios.
    """
    return told("Radio Litoral", at, text)


def chronology_is_printed(at: str) -> Article:
    text = """
        Cronología de las negociaciones entre Rusia y Ucrania desde 2022

        28 de febrero de 2022. Primera reunión de las delegaciones en Gómel, Bielorrusia.

        29 de marzo de 2022. Cita en Estambul, con un borrador de acuerdo que no se firmó.

        16 de mayo de 2025. Las partes vuelven a Estambul y acuerdan canjear mil prisioneros.

        15 de agosto de 2025. Putin y Trump se ven en Anchorage.
    """
    return told("La Tribuna de Poniente", at, text)


def front_line_is_told(at: str) -> Article:
    text = f"""
        Un ataque ruso con drones deja seis heridos en Járkov

        Kiev, {short(at)} (Cierzo).- Al menos seis personas resultaron heridas anoche en un ataque ruso con drones
        contra la ciudad ucraniana de Járkov, informó el gobernador, Oleh Siniehúbov.

        Los impactos provocaron incendios en dos edificios de viviendas. La Fuerza Aérea ucraniana asegura haber
        derribado 98 de los 121 aparatos lanzados por Rusia.
    """
    return told("Agencia Cierzo", at, text)


def front_line_with_a_word_of_the_talks(at: str) -> Article:
    text = f"""
        Rusia bombardea la red eléctrica de Odesa y deja sin luz a cien mil personas

        El Ejército ruso ha atacado esta madrugada con misiles y drones la red eléctrica de la región de Odesa, en el
        sur de Ucrania. Cien mil abonados están sin suministro, según la compañía DTEK.

        Es el tercer bombardeo de la semana contra instalaciones energéticas. Los equipos de emergencia trabajan desde
        primera hora de este {weekday(at)} para restablecer el servicio.

        El ataque llega días después de que delegaciones de Rusia y Ucrania se reunieran en Ginebra.
    """
    return told("Radio Litoral", at, text)


def gaza_talks_are_told(at: str) -> Article:
    text = f"""
        Hamás e Israel retoman en El Cairo las conversaciones sobre la segunda fase de la tregua

        El Cairo, {short(at)} (Cierzo).- Delegaciones de Israel y de Hamás retomaron hoy en El Cairo las negociaciones
        indirectas sobre la segunda fase del alto el fuego en Gaza, con la mediación de Egipto y Catar.

        El enviado estadounidense, Steve Witkoff, se incorporará mañana a los contactos, según fuentes egipcias.
    """
    return told("Agencia Cierzo", at, text)


def truce_in_sport_is_told(at: str) -> Article:
    text = """
        Tregua en el vestuario: el técnico y el capitán se reúnen y firman la paz antes del clásico

        El entrenador y el capitán del equipo mantuvieron una reunión de una hora para limar asperezas. "No hay guerra,
        hay tregua", bromeó el delantero al salir del entrenamiento.
    """
    return told("El Cronista Andino", at, text)


def wages_are_negotiated(at: str) -> Article:
    text = f"""
        Tercera ronda de negociaciones sin acuerdo en el convenio del transporte

        La patronal y los sindicatos del transporte han cerrado este {weekday(at)} la tercera ronda de negociaciones sin
        acercar posturas. El mediador propone un alto el fuego en las movilizaciones hasta el lunes.
    """
    return told("Radio Litoral", at, text)


def arms_are_delivered(at: str) -> Article:
    text = f"""
        Alemania entregará a Ucrania otras dos baterías Patriot antes del verano

        Berlín, {short(at)} (Cierzo).- Alemania entregará a Ucrania dos baterías más del sistema antiaéreo Patriot,
        anunció hoy el ministro de Defensa, Boris Pistorius, tras reunirse con su homólogo ucraniano, Mijailo Fédorov.
    """
    return told("Agencia Cierzo", at, text)


ROUND = round_is_held("2026-03-24 18:20")
CONDITION = spokesman_speaks("2026-05-05 10:40")
PHONE_CALL = leaders_talk_by_phone("2026-05-19 17:40")

SEQUENCES: dict[str, list[Step]] = {
    "a_round_is_explained_the_next_day": [
        (ROUND, NEW),
        (explainer_is_printed("2026-03-25 07:00"), SILENCE),
    ],
    "a_round_is_argued_about": [
        (ROUND, NEW),
        (opinion_is_printed("2026-03-26 05:30"), SILENCE),
    ],
    "a_title_asks_after_a_meeting": [
        (leader_receives_the_envoy("2026-06-23 20:30"), NEW),
        (question_is_asked("2026-06-24 09:00"), SILENCE),
    ],
    "a_chronology_is_printed_before_a_round": [
        (round_is_announced("2026-03-10 09:15", on="2026-03-19"), NEW),
        (chronology_is_printed("2026-03-18 07:00"), SILENCE),
    ],
    "an_opinion_alone": [(opinion_is_printed("2026-04-20 06:00"), SILENCE)],
    "an_explainer_alone": [(explainer_is_printed("2026-04-20 06:00"), SILENCE)],
    "the_front_line_between_two_statements": [
        (spokesman_speaks("2026-04-13 10:40"), NEW),
        (front_line_is_told("2026-04-13 12:00"), OFFTOPIC),
        (other_side_replies("2026-04-13 17:15"), ALERT),
    ],
    "the_front_line_mentions_a_round_of_the_week": [
        (ROUND, NEW),
        (front_line_with_a_word_of_the_talks("2026-03-27 08:00"), SILENCE),
    ],
    "other_peoples_talks": [
        (gaza_talks_are_told("2026-03-17 18:00"), OFFTOPIC),
        (truce_in_sport_is_told("2026-03-18 18:00"), OFFTOPIC),
        (wages_are_negotiated("2026-03-19 18:00"), OFFTOPIC),
        (arms_are_delivered("2026-03-20 18:00"), OFFTOPIC),
    ],
}
