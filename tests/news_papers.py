"""Long copy of papers of every house: captions, boxes, background; told after the agencies, or before them."""

from __future__ import annotations

from talks.types import Article
from tests.news_exchanges import prisoners_are_exchanged
from tests.news_leaders import leader_receives_the_envoy, leaders_talk_by_phone, summit_is_proposed
from tests.news_plans import plan_is_presented
from tests.news_rounds import round_is_announced, round_is_held
from tests.news_statements import spokesman_speaks
from tests.news_steps import NEW, SILENCE, Step, day, short, told, weekday


def correspondent_writes_of_the_round(at: str) -> Article:
    text = f"""
        Seis horas en Ginebra para arrancar un canje

        FOTO DE ARCHIVO. El negociador ruso Vladímir Medinski, a su llegada a una ronda anterior.

        En el hotel junto al lago no hubo apretón de manos. Rusos y ucranianos entraron por puertas distintas, y seis
        horas más tarde, cuando se levantaron, tenían poco que enseñar: el compromiso de preparar otro canje de
        prisioneros.

        «Difícil, pero útil», resumió Medinski este {weekday(at)}. Rustem Umérov repitió que Kiev solo aceptará un alto
        el fuego sin condiciones.

        Lea también: Quién es quién en las negociaciones

        La guerra, que empezó en febrero de 2022, ha pasado por media docena de mesas: Gómel, Estambul, Abu Dabi. En la
        anterior cita, el 26 de febrero, las partes ni siquiera acordaron un comunicado.
    """
    return told("El Cronista Andino", at, text)


def european_agency_writes_of_the_round(at: str) -> Article:
    text = f"""
        Ucrania y Rusia acuerdan en Ginebra un nuevo canje de prisioneros tras seis horas de contactos

        MADRID, {short(at).title()}. (PRENSA NORTE) -

        Los negociadores ucranianos y rusos han acordado este {weekday(at)} en Ginebra preparar un nuevo intercambio de
        prisioneros de guerra tras una reunión de seis horas de la que, sin embargo, no ha salido ningún avance sobre
        un alto el fuego.

        "Ha sido difícil, pero útil", ha valorado el jefe del equipo ruso, Vladimir Medinski, que no ha querido fijar
        fecha para una nueva ronda, según ha recogido la agencia rusa de noticias TASS.

        El secretario del Consejo de Seguridad Nacional y Defensa ucraniano, Rustem Umerov, ha subrayado por su parte
        que Kiev "mantiene" su exigencia de un cese de las hostilidades "incondicional".
    """
    return told("Prensa Norte", at, text)


def paper_of_the_south_writes_of_the_call(at: str) -> Article:
    text = """
        "Franca y muy concreta": Putin y Trump hablaron 90 minutos por teléfono

        MOSCÚ.- Donald Trump y Vladimir Putin volvieron a hablar ayer por teléfono. Fue una charla de una hora y media,
        "franca y muy concreta", contó el asesor del Kremlin Yuri Ushakov, en la que repasaron el estado de las
        negociaciones por Ucrania.

        No hubo anuncios. Los equipos de los dos presidentes seguirán en contacto, agregó el funcionario.

        Los mandatarios se habían visto cara a cara por última vez en agosto de 2025, en Anchorage, Alaska, en una
        cumbre que terminó sin acuerdo.

        Agencias Cierzo y DPA
    """
    return told("Diario del Estuario", at, text)


def paper_tells_of_the_exchange_and_of_the_front(at: str) -> Article:
    text = f"""
        Canje de prisioneros en plena ofensiva: 146 por 146

        Mientras los drones rusos golpeaban Zaporiyia, donde murieron dos personas, Moscú y Kiev intercambiaron este
        {weekday(at)} 146 prisioneros de guerra cada uno.

        El Ministerio de Defensa ruso dijo que los suyos están en Bielorrusia. El canje se hizo con la mediación de
        Emiratos Árabes Unidos, en el marco de lo pactado en Estambul.

        En el frente, el Estado Mayor ucraniano informó de 130 combates en las últimas 24 horas.
    """
    return told("Diario del Estuario", at, text)


def analysis_follows_the_proposal_of_a_summit(at: str) -> Article:
    text = """
        ANÁLISIS. Por qué Trump necesita una foto con Putin y Zelenski

        La cumbre que propone el presidente de Estados Unidos no resolvería la cuestión del Donbás, pero le daría un
        éxito antes de las elecciones de noviembre.

        Para el Kremlin, en cambio, reunirse con Zelenski equivale a reconocerlo como interlocutor. «Es una línea roja»,
        apunta un diplomático europeo.
    """
    return told("La Tribuna de Poniente", at, text)


def paper_recalls_the_plan(at: str) -> Article:
    text = """
        El plan de paz de Trump, punto por punto

        Estos son los elementos principales del documento de 28 puntos que Estados Unidos ha presentado a Kiev y a
        Moscú.

        Territorio. El frente se congela en la línea actual de contacto.

        Seguridad. Ucrania recibe garantías de Washington y renuncia a la OTAN.

        Sanciones. Se levantan por fases.
    """
    return told("Diario del Estuario", at, text)


def weekend_chronicle(at: str) -> Article:
    text = """
        Una semana de diplomacia que deja más fotos que acuerdos

        La semana empezó con Steve Witkoff en el Kremlin y termina con los europeos reunidos a toda prisa. Entre medias,
        llamadas, comunicados y una sola certeza: el Donbás sigue siendo el obstáculo.

        Putin y Witkoff hablaron cuatro horas el martes. Zelenski pidió explicaciones a Washington al día siguiente.
    """
    return told("La Tribuna de Poniente", at, text)


def spokesman_is_quoted_at_length(at: str) -> Article:
    text = f"""
        Rusia no parará la guerra hasta que Kiev ceda el Donbás, dice el portavoz de Putin

        El Kremlin mantiene el listón en lo más alto. Su portavoz, Dmitri Peskov, ha dejado claro este {weekday(at)}
        que no habrá alto el fuego si las tropas ucranianas no se van antes de todo el Donbás. La decisión, ha dicho,
        debería tomarse "hoy mismo".

        Peskov ha añadido que Moscú aguarda la respuesta de Estados Unidos.

        Kiev controla aún cerca de una quinta parte de la región de Donetsk, con ciudades como Kramatorsk y Sloviansk.
    """
    return told("Prensa Norte", at, text)


def paper_writes_of_the_coming_round(at: str, *, on: str) -> Article:
    text = f"""
        Kiev y Moscú, otra vez frente a frente: qué se juega cada uno en Ginebra el {day(on)}

        Las delegaciones que encabezan Umérov y Medinski se reunirán el {day(on)} en Ginebra con un mandato parecido al
        de la última vez. Ucrania quiere un alto el fuego; Rusia, el Donbás.
    """
    return told("Diario del Estuario", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "a_correspondent_writes_of_a_round_after_the_agency": [
        (round_is_held("2026-03-24 18:20"), NEW),
        (correspondent_writes_of_the_round("2026-03-24 22:40"), SILENCE),
    ],
    "an_agency_writes_of_a_round_after_another": [
        (european_agency_writes_of_the_round("2026-03-24 18:20"), NEW),
        (round_is_held("2026-03-24 18:50"), SILENCE),
    ],
    "a_paper_of_the_south_tells_of_a_call_the_next_day": [
        (leaders_talk_by_phone("2026-05-19 17:40"), NEW),
        (paper_of_the_south_writes_of_the_call("2026-05-20 03:30"), SILENCE),
    ],
    "an_exchange_is_told_among_news_of_the_front": [
        (prisoners_are_exchanged("2026-03-19 13:10"), NEW),
        (paper_tells_of_the_exchange_and_of_the_front("2026-03-19 20:00"), SILENCE),
    ],
    "a_summit_is_proposed_and_analysed": [
        (summit_is_proposed("2026-07-06 20:00"), NEW),
        (analysis_follows_the_proposal_of_a_summit("2026-07-07 06:00"), SILENCE),
    ],
    "a_plan_is_presented_and_told_point_by_point": [
        (plan_is_presented("2026-03-11 19:00"), NEW),
        (paper_recalls_the_plan("2026-03-12 07:00"), SILENCE),
    ],
    "a_week_is_told_at_its_end": [
        (leader_receives_the_envoy("2026-06-23 20:30"), NEW),
        (weekend_chronicle("2026-06-27 06:00"), SILENCE),
    ],
    "a_spokesman_is_quoted_at_length_by_another_agency": [
        (spokesman_speaks("2026-03-03 10:40"), NEW),
        (spokesman_is_quoted_at_length("2026-03-03 11:20"), SILENCE),
    ],
    "a_paper_looks_ahead_to_a_round_that_was_announced": [
        (round_is_announced("2026-03-10 09:15", on="2026-03-19"), NEW),
        (paper_writes_of_the_coming_round("2026-03-17 07:00", on="2026-03-19"), SILENCE),
    ],
}
