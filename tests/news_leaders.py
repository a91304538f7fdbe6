"""Leaders: visits, calls, summits; announced, cancelled, told under other names."""

from __future__ import annotations

from talks.types import Article
from tests.news_steps import ALERT, NEW, SILENCE, Step, day, short, told, weekday


def visit_is_announced(at: str, *, on: str) -> Article:
    text = f"""
        Witkoff viajará a Moscú el {day(on)} para reunirse con Putin

        Washington, {short(at)} (Cierzo).- El enviado especial de la Casa Blanca, Steve Witkoff, viajará a Moscú el
        {day(on)} para reunirse con el presidente ruso, Vladímir Putin, confirmó hoy la portavoz Karoline Leavitt.

        Será la primera visita de Witkoff a Rusia en dos meses. En la agenda figuran las garantías de seguridad para
        Ucrania y el futuro del Donbás.
    """
    return told("Agencia Cierzo", at, text)


def visit_is_cancelled(at: str, *, on: str) -> Article:
    text = f"""
        Witkoff suspende su viaje a Moscú para reunirse con Putin

        Washington, {short(at)} (Cierzo).- El enviado especial de Donald Trump, Steve Witkoff, canceló el viaje a Moscú
        previsto para el {day(on)}, informó hoy la Casa Blanca, que alegó motivos de agenda.

        El Kremlin dijo que la reunión con Vladímir Putin queda pendiente de nueva fecha.
    """
    return told("Agencia Cierzo", at, text)


def visit_is_rescheduled(at: str, *, on: str) -> Article:
    text = f"""
        Ya hay fecha para el viaje aplazado de Witkoff: verá a Putin el {day(on)}

        El enviado estadounidense Steve Witkoff se reunirá con Vladímir Putin en Moscú el {day(on)}, ha anunciado el
        portavoz del Kremlin, Dmitri Peskov. El viaje se había suspendido la semana pasada por motivos de agenda.
    """
    return told("Radio Litoral", at, text)


def leader_receives_the_envoy(at: str) -> Article:
    text = f"""
        Putin y Witkoff se reúnen durante cuatro horas en el Kremlin

        Moscú, {short(at)} (Cierzo).- El presidente de Rusia, Vladímir Putin, se reunió hoy en el Kremlin durante
        cuatro horas con el enviado especial de Estados Unidos, Steve Witkoff, para hablar del arreglo del conflicto en
        Ucrania.

        «La conversación ha sido constructiva y muy sustancial», resumió Yuri Ushakov, asesor de política exterior de
        Putin, que añadió que no hay aún compromiso sobre los territorios.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_of_the_talk(at: str) -> Article:
    text = """
        Cuatro horas de Witkoff con Putin: "constructivo", dice Moscú, pero sin arreglo sobre territorios

        El enviado de Donald Trump conversó cuatro horas con el mandatario ruso en el Kremlin. Según el asesor Yuri
        Ushakov, el encuentro fue "constructivo y muy sustancial", aunque el tema territorial sigue sin compromiso.
    """
    return told("El Cronista Andino", at, text)


def envoy_tells_how_it_went(at: str) -> Article:
    text = f"""
        Witkoff: «Putin acepta hablar de garantías de seguridad para Ucrania con presencia europea»

        El enviado especial de la Casa Blanca, Steve Witkoff, aseguró este {weekday(at)} en una entrevista con Fox News
        que el presidente ruso acepta por primera vez que soldados europeos formen parte de las garantías de seguridad
        para Ucrania.

        «Nunca habíamos llegado tan lejos», afirmó Witkoff a su regreso a Florida.
    """
    return told("Radio Litoral", at, text)


def leaders_talk_by_phone(at: str) -> Article:
    text = f"""
        Trump y Putin hablan por teléfono durante hora y media sobre Ucrania

        Moscú, {short(at)} (Cierzo).- El presidente de Rusia, Vladímir Putin, y el de Estados Unidos, Donald Trump,
        mantuvieron hoy una conversación telefónica de hora y media centrada en Ucrania, informó el asesor del Kremlin
        Yuri Ushakov.

        Los dos mandatarios acordaron que sus equipos seguirán en contacto. «Fue una conversación franca y muy
        concreta», indicó Ushakov.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_of_the_call(at: str) -> Article:
    text = f"""
        El Kremlin da cuenta de una llamada «franca» entre Putin y Trump

        Noventa minutos al teléfono. Donald Trump y Vladímir Putin conversaron este {weekday(at)} acerca de la guerra de
        Ucrania y quedaron en que sus equipos mantendrán el contacto, según la versión que ha dado Yuri Ushakov.
    """
    return told("La Tribuna de Poniente", at, text)


def other_leader_is_told_of_the_call(at: str) -> Article:
    text = f"""
        Zelenski habla con Trump tras la llamada de este con Putin

        Kiev, {short(at)} (Cierzo).- El presidente de Ucrania, Volodímir Zelenski, conversó hoy por teléfono con su
        homólogo estadounidense, Donald Trump, que le informó de su llamada de la víspera con Vladímir Putin.

        «Hemos acordado que nuestros equipos se vean la semana que viene», escribió Zelenski en X.
    """
    return told("Agencia Cierzo", at, text)


def call_follows_the_meeting(at: str) -> Article:
    text = f"""
        Trump telefonea a Zelenski después de la reunión de su enviado con Putin

        Kiev, {short(at)} (Cierzo).- El presidente estadounidense, Donald Trump, telefoneó esta noche a Volodímir
        Zelenski para informarle del resultado de la reunión que Steve Witkoff mantuvo horas antes en el Kremlin.

        La llamada, en la que también participaron el francés Emmanuel Macron y el alemán Friedrich Merz, duró cuarenta
        minutos, según la oficina del presidente ucraniano.
    """
    return told("Agencia Cierzo", at, text)


def summit_is_proposed(at: str, *, city: str = "Budapest") -> Article:
    text = f"""
        Trump propone una cumbre con Putin y Zelenski en {city}

        Washington, {short(at)} (Cierzo).- El presidente de Estados Unidos, Donald Trump, propuso hoy celebrar en
        {city} una cumbre a tres con Vladímir Putin y Volodímir Zelenski para poner fin a la guerra en Ucrania.

        «Creo que es hora de que se sienten en la misma habitación», dijo Trump desde el Despacho Oval.
    """
    return told("Agencia Cierzo", at, text)


def kremlin_rules_the_summit_out(at: str, *, city: str = "Budapest") -> Article:
    text = f"""
        El Kremlin descarta por ahora una cumbre de Putin con Zelenski y Trump

        Moscú, {short(at)} (Cierzo).- El Kremlin descartó hoy la cumbre a tres que propuso el presidente
        estadounidense, Donald Trump, en {city}. «No hay nada preparado para una reunión a ese nivel», declaró el
        portavoz Dmitri Peskov.

        Antes, añadió, los expertos deben acordar un documento.
    """
    return told("Agencia Cierzo", at, text)


def zelenski_accepts_the_summit(at: str, *, city: str = "Budapest") -> Article:
    text = f"""
        Zelenski, dispuesto a acudir a {city}: «Iré si va Putin»

        Volodímir Zelenski ha aceptado la invitación de Donald Trump a una cumbre de tres en {city}. «Iré si va Putin.
        Ucrania nunca ha tenido miedo de las reuniones», ha dicho el presidente ucraniano en su mensaje vespertino.
    """
    return told("Radio Litoral", at, text)


def leaders_meet(at: str, *, city: str = "Roma") -> Article:
    text = f"""
        Zelenski y Trump se reúnen en {city} y hablan de garantías de seguridad

        {city}, {short(at)} (Cierzo).- Los presidentes de Ucrania, Volodímir Zelenski, y de Estados Unidos, Donald
        Trump, se reunieron hoy en {city} durante cincuenta minutos, informó la Casa Blanca.

        Según el comunicado, trataron las garantías de seguridad que Kiev recibiría una vez cese el fuego. «Ha sido una
        buena reunión», dijo Trump a los periodistas.
    """
    return told("Agencia Cierzo", at, text)


def side_meeting_is_told(at: str, *, city: str = "Roma") -> Article:
    text = f"""
        Cara a cara de Trump y Zelenski en {city}

        El estadounidense Donald Trump y el ucraniano Volodímir Zelenski han mantenido un cara a cara de casi una hora
        en {city}. Las garantías de seguridad han centrado la conversación, según la Casa Blanca.
    """
    return told("Radio Litoral", at, text)


def europeans_meet(at: str, *, city: str = "París") -> Article:
    text = f"""
        La coalición de voluntarios acuerda en {city} enviar una misión a Ucrania cuando haya alto el fuego

        {city}, {short(at)} (Cierzo).- Los líderes de la coalición de voluntarios, reunidos hoy en {city}, acordaron
        desplegar una fuerza multinacional en Ucrania en cuanto entre en vigor un alto el fuego, anunció el presidente
        francés, Emmanuel Macron.

        El primer ministro británico, Keir Starmer, firmó con Macron y Zelenski una declaración de intenciones.
    """
    return told("Agencia Cierzo", at, text)


def moscow_answers_the_europeans(at: str) -> Article:
    text = f"""
        Moscú advierte de que cualquier soldado occidental en Ucrania será «objetivo legítimo»

        La portavoz del Ministerio de Exteriores ruso, María Zajárova, advirtió este {weekday(at)} de que los militares
        que la coalición de voluntarios despliegue en Ucrania serán considerados «objetivo legítimo». A su juicio, la
        declaración de París no acerca la paz.
    """
    return told("La Tribuna de Poniente", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "an_envoy_is_received_and_a_second_outlet_tells_it": [
        (leader_receives_the_envoy("2026-03-17 20:30"), NEW),
        (second_outlet_tells_of_the_talk("2026-03-17 22:10"), SILENCE),
    ],
    "an_envoy_is_received_and_tells_how_it_went_the_next_day": [
        (leader_receives_the_envoy("2026-03-17 20:30"), NEW),
        (envoy_tells_how_it_went("2026-03-18 16:00"), ALERT),
    ],
    "two_leaders_talk_by_phone_and_a_second_outlet_tells_it": [
        (leaders_talk_by_phone("2026-05-19 17:40"), NEW),
        (second_outlet_tells_of_the_call("2026-05-19 19:05"), SILENCE),
    ],
    "one_call_is_followed_by_another_the_next_day": [
        (leaders_talk_by_phone("2026-05-19 17:40"), NEW),
        (other_leader_is_told_of_the_call("2026-05-20 15:00"), NEW),
    ],
    "a_call_follows_a_meeting_on_the_same_day": [
        (leader_receives_the_envoy("2026-06-23 18:30"), NEW),
        (call_follows_the_meeting("2026-06-23 22:40"), NEW),
    ],
    "a_summit_is_proposed_accepted_by_one_and_ruled_out_by_the_other": [
        (summit_is_proposed("2026-07-06 20:00"), NEW),
        (zelenski_accepts_the_summit("2026-07-07 07:00"), ALERT),
        (kremlin_rules_the_summit_out("2026-07-07 10:30"), ALERT),
    ],
    "two_leaders_meet_and_another_outlet_tells_it": [
        (leaders_meet("2026-04-25 13:00"), NEW),
        (side_meeting_is_told("2026-04-25 14:30"), SILENCE),
    ],
    "the_same_two_meet_in_two_cities_within_a_week": [
        (leaders_meet("2026-04-25 13:00", city="Roma"), NEW),
        (side_meeting_is_told("2026-04-30 16:00", city="Varsovia"), NEW),
    ],
    "europeans_agree_on_a_force_and_moscow_answers": [
        (europeans_meet("2026-06-30 18:00"), NEW),
        (moscow_answers_the_europeans("2026-07-01 11:00"), ALERT),
    ],
    "a_visit_is_announced_cancelled_and_rescheduled": [
        (visit_is_announced("2026-04-06 17:00", on="2026-04-14"), NEW),
        (visit_is_cancelled("2026-04-12 20:00", on="2026-04-14"), ALERT),
        (visit_is_rescheduled("2026-04-17 11:00", on="2026-04-22"), ALERT),
        (leader_receives_the_envoy("2026-04-22 21:00"), ALERT),
    ],
}
