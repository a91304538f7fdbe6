"""Plans, drafts, truces and what becomes of them: points that grow fewer, votes, signatures, breaches."""

from __future__ import annotations

from talks.types import Article
from tests.news_steps import ALERT, NEW, SILENCE, UPDATE, Step, day, short, told, weekday


def plan_is_presented(at: str, *, points: int = 28) -> Article:
    text = f"""
        EE. UU. presenta a Kiev y a Moscú un plan de paz de {points} puntos

        Washington, {short(at)} (Cierzo).- Estados Unidos ha presentado a Ucrania y a Rusia un nuevo plan de paz de
        {points} puntos, confirmó hoy el secretario de Estado, Marco Rubio.

        El documento prevé congelar el frente, celebrar elecciones en Ucrania y levantar por fases las sanciones a
        Rusia. «Es una base de trabajo, no un ultimátum», puntualizó Rubio.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_of_the_plan(at: str, *, points: int = 28) -> Article:
    text = f"""
        Estados Unidos entregó a ambos bandos una propuesta de paz con {points} puntos

        Washington ya puso en manos de Rusia y Ucrania su nueva propuesta de paz, un documento de {points} puntos que
        congela el frente y abre la puerta a elecciones en Ucrania. El secretario de Estado Marco Rubio la definió como
        "una base de trabajo".
    """
    return told("El Cronista Andino", at, text)


def plan_grows_shorter(at: str, *, was: int = 28, now: int = 20) -> Article:
    text = f"""
        El plan de paz pasa de {was} a {now} puntos tras la reunión de Ginebra entre EE. UU. y Ucrania

        Kiev, {short(at)} (Cierzo).- El plan de paz de Estados Unidos ha quedado reducido de {was} a {now} puntos
        después de las enmiendas pactadas con Ucrania, anunció hoy el presidente Volodímir Zelenski.

        Han desaparecido, según Zelenski, el límite al Ejército ucraniano y la amnistía general.
    """
    return told("Agencia Cierzo", at, text)


def kremlin_studies_the_plan(at: str) -> Article:
    text = f"""
        Moscú recibe el plan de paz y pide tiempo: «Hay puntos aceptables y otros que no lo son»

        El asesor del Kremlin Yuri Ushakov ha confirmado este {weekday(at)} que Rusia tiene en su poder el plan de paz
        estadounidense y lo está estudiando. «Hay puntos aceptables y otros que no lo son», ha adelantado.
    """
    return told("Radio Litoral", at, text)


def kremlin_rejects_the_plan(at: str) -> Article:
    text = f"""
        Rusia rechaza el plan de paz enmendado por Ucrania y Europa

        Moscú, {short(at)} (Cierzo).- El ministro de Exteriores ruso, Serguéi Lavrov, anunció hoy que Rusia rechaza el
        plan de paz en su versión enmendada por Ucrania y los países europeos.

        «Han borrado el espíritu de Anchorage», reprochó Lavrov.
    """
    return told("Agencia Cierzo", at, text)


def truce_is_announced(at: str, *, start: str, end: str) -> Article:
    text = f"""
        Putin anuncia una tregua en Ucrania del {day(start)} al {day(end)}

        Moscú, {short(at)} (Cierzo).- El presidente de Rusia, Vladímir Putin, decretó hoy un alto el fuego en Ucrania
        desde el {day(start)} hasta el {day(end)}, informó el Kremlin.

        «Esperamos que Kiev siga nuestro ejemplo», señala el comunicado, que invita a reanudar las negociaciones de paz.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_of_the_truce(at: str, *, start: str, end: str) -> Article:
    text = f"""
        El Kremlin decreta un alto el fuego unilateral entre el {day(start)} y el {day(end)}

        Vladímir Putin ordenó este {weekday(at)} a sus tropas que dejen de disparar en Ucrania del {day(start)} al
        {day(end)} y llamó a Kiev a hacer lo mismo. El Kremlin lo presenta como un gesto para reanudar el diálogo.
    """
    return told("La Tribuna de Poniente", at, text)


def other_side_joins_the_truce(at: str) -> Article:
    text = f"""
        Ucrania respetará la tregua anunciada por Putin y propone prolongarla treinta días

        Kiev, {short(at)} (Cierzo).- Ucrania respetará el alto el fuego decretado por el presidente ruso, Vladímir
        Putin, y propone prolongarlo treinta días, anunció hoy el presidente Volodímir Zelenski.

        «Al silencio responderemos con silencio; a los ataques, con ataques», advirtió.
    """
    return told("Agencia Cierzo", at, text)


def truce_is_broken(at: str) -> Article:
    text = f"""
        Zelenski denuncia que Rusia ha violado la tregua más de doscientas veces

        Kiev, {short(at)} (Cierzo).- El presidente de Ucrania, Volodímir Zelenski, acusó hoy a Rusia de haber violado
        en 219 ocasiones el alto el fuego que decretó el Kremlin.

        «Es una tregua solo en los titulares», lamentó el mandatario.
    """
    return told("Agencia Cierzo", at, text)


def agreement_is_signed(at: str) -> Article:
    text = f"""
        Ucrania y EE. UU. firman el acuerdo sobre garantías de seguridad

        Kiev, {short(at)} (Cierzo).- Ucrania y Estados Unidos firmaron hoy en Washington el acuerdo bilateral sobre
        garantías de seguridad que forma parte de la negociación de paz con Rusia.

        Rubricaron el texto el secretario de Estado, Marco Rubio, y el ministro ucraniano de Exteriores, Andrí Sibiga.
        El documento deberá ser ratificado por el Congreso.
    """
    return told("Agencia Cierzo", at, text)


def agreement_is_ratified(at: str) -> Article:
    text = f"""
        El Senado de EE. UU. ratifica el acuerdo de garantías de seguridad para Ucrania

        El Senado estadounidense ha ratificado este {weekday(at)}, por 71 votos a favor y 26 en contra, el acuerdo de
        garantías de seguridad con Ucrania, pieza central de la negociación para acabar con la guerra.
    """
    return told("Radio Litoral", at, text)


def second_outlet_tells_of_the_signature(at: str) -> Article:
    text = f"""
        Washington y Kiev sellan las garantías de seguridad

        Ucrania ya tiene por escrito sus garantías de seguridad: el canciller Andrii Sybiha y el secretario de Estado
        Marco Rubio firmaron este {weekday(at)} el acuerdo en Washington. Falta el aval del Congreso estadounidense.
    """
    return told("El Cronista Andino", at, text)


def counterproposal_is_sent(at: str) -> Article:
    text = f"""
        Ucrania entrega a EE. UU. su contrapropuesta al plan de paz

        Kiev, {short(at)} (Cierzo).- Ucrania ha entregado a Estados Unidos su contrapropuesta al plan de paz, pactada
        con París, Londres y Berlín, informó hoy Volodímir Zelenski.

        El texto sustituye la cesión del Donbás por una zona económica libre. «Es nuestra visión de una paz digna»,
        dijo.
    """
    return told("Agencia Cierzo", at, text)


def envoy_is_appointed(at: str) -> Article:
    text = f"""
        Zelenski nombra a Serguí Kislitsia jefe de la delegación negociadora de Ucrania

        Kiev, {short(at)} (Cierzo).- El presidente de Ucrania, Volodímir Zelenski, nombró hoy al diplomático Serguí
        Kislitsia jefe de la delegación que negocia con Rusia, en sustitución de Rustem Umérov, según un decreto
        publicado en la web presidencial.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_of_the_appointment(at: str) -> Article:
    text = f"""
        Relevo en el equipo negociador ucraniano: Kislitsia sustituye a Umérov

        Kiev cambia de negociador jefe. Serguí Kislitsia dirigirá las conversaciones con Rusia en lugar de Rustem
        Umérov, según un decreto que el presidente Zelenski ha firmado este {weekday(at)}.
    """
    return told("Radio Litoral", at, text)


def meeting_in_moscow_is_told(at: str, *, outlet: str, who: str, words: str) -> Article:
    text = f"""
        Una delegación de EE. UU. con {who} se reunirá con Putin en Moscú la próxima semana

        El secretario de Estado, Marco Rubio, y los enviados Steve Witkoff y Jared Kushner forman la delegación que se
        reunirá con Vladímir Putin en Moscú la próxima semana, después de la visita ucraniana a Florida. {words}
    """
    return told(outlet, at, text)


def other_side_will_be_met_elsewhere(at: str, *, when: str) -> Article:
    text = f"""
        Negociadores ucranianos verán a Rubio, Witkoff y Kushner en Florida este {weekday(when)}

        La delegación ucraniana se reunirá en Florida este {weekday(when)} con Marco Rubio, Steve Witkoff y Jared
        Kushner, la próxima semana en Moscú.
    """
    return told("El Faro del Sur", at, text)


def they_will_meet_some_day(at: str) -> Article:
    text = f"""
        Rubio, Witkoff y Kushner se reunirán con una delegación ucraniana

        Washington, {short(at)} (Cierzo).- Marco Rubio, Steve Witkoff y Jared Kushner se reunirán con una delegación
        ucraniana, anunció la Casa Blanca. No dio fecha ni lugar.

        Los tres pasaron el sábado en Florida con el presidente.
    """
    return told("Agencia Cierzo", at, text)


def their_meeting_gets_a_day(at: str, *, when: str) -> Article:
    text = f"""
        Rubio, Witkoff y Kushner se reunirán con la delegación ucraniana en Florida este {weekday(when)}

        Marco Rubio, Steve Witkoff y Jared Kushner se reunirán con la delegación ucraniana en Florida este
        {weekday(when)}, anunció la Casa Blanca.
    """
    return told("El Faro del Sur", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "a_meeting_of_some_day_gets_one_in_words_that_all_were_read_before": [
        (they_will_meet_some_day("2026-03-18 10:00"), NEW),
        (their_meeting_gets_a_day("2026-03-19 17:00", when="2026-03-21"), UPDATE),
    ],
    "a_meeting_in_another_place_is_told_in_words_that_all_were_read_before": [
        (meeting_in_moscow_is_told("2026-03-18 10:00", outlet="Agencia Cierzo", who="Witkoff", words=""), NEW),
        (
            meeting_in_moscow_is_told(
                "2026-03-18 12:00", outlet="Radio Litoral", who="Kushner", words="Lo anunció la Casa Blanca."
            ),
            SILENCE,
        ),
        (other_side_will_be_met_elsewhere("2026-03-19 17:00", when="2026-03-21"), NEW),
    ],
    "a_plan_is_presented_and_a_second_outlet_tells_it": [
        (plan_is_presented("2026-03-11 19:00"), NEW),
        (second_outlet_tells_of_the_plan("2026-03-11 21:00"), SILENCE),
    ],
    "a_plan_of_28_points_becomes_one_of_20": [
        (plan_is_presented("2026-03-11 19:00"), NEW),
        (plan_grows_shorter("2026-03-16 12:00"), ALERT),
    ],
    "a_plan_is_presented_studied_and_rejected": [
        (plan_is_presented("2026-03-11 19:00"), NEW),
        (kremlin_studies_the_plan("2026-03-12 10:30"), ALERT),
        (kremlin_rejects_the_plan("2026-03-18 11:00"), ALERT),
    ],
    "a_plan_gets_a_counterproposal": [
        (plan_is_presented("2026-03-11 19:00"), NEW),
        (counterproposal_is_sent("2026-03-15 18:00"), ALERT),
    ],
    "a_truce_is_announced_and_broken": [
        (truce_is_announced("2026-05-05 17:00", start="2026-05-08", end="2026-05-10"), NEW),
        (truce_is_broken("2026-05-09 09:00"), ALERT),
    ],
    "an_agreement_is_signed_told_again_and_ratified": [
        (agreement_is_signed("2026-07-02 18:00"), NEW),
        (second_outlet_tells_of_the_signature("2026-07-02 20:30"), SILENCE),
        (agreement_is_ratified("2026-07-16 22:00"), ALERT),
    ],
    "a_negotiator_is_appointed_and_a_second_outlet_tells_it": [
        (envoy_is_appointed("2026-06-03 10:00"), NEW),
        (second_outlet_tells_of_the_appointment("2026-06-03 12:15"), SILENCE),
    ],
    "a_truce_is_announced_and_joined": [
        (truce_is_announced("2026-04-08 17:00", start="2026-04-11", end="2026-04-13"), NEW),
        (second_outlet_tells_of_the_truce("2026-04-08 18:30", start="2026-04-11", end="2026-04-13"), SILENCE),
        (other_side_joins_the_truce("2026-04-09 13:00"), ALERT),
    ],
}
