"""Rounds of negotiation: announced, repeated, moved, cancelled, held, failed, followed by the next."""

from __future__ import annotations

from talks.types import Article
from tests.news_steps import ALERT, NEW, REPEAT, SILENCE, UPDATE, Step, day, short, told, weekday


def round_is_announced(at: str, *, on: str, city: str = "Ginebra") -> Article:
    text = f"""
        Rusia y Ucrania volverán a negociar el {day(on)} en {city} con mediación de EE. UU.

        Kiev, {short(at)} (Cierzo).- Las delegaciones de Rusia y Ucrania se reunirán el próximo {day(on)} en {city} para
        una nueva ronda de negociaciones de paz, confirmó hoy el secretario del Consejo de Seguridad
        Nacional y Defensa de Ucrania, Rustem Umérov.

        Por la parte estadounidense acudirán el enviado especial de la Casa Blanca, Steve Witkoff, y Jared Kushner,
        yerno del presidente Donald Trump. La delegación rusa estará encabezada de nuevo por Vladímir Medinski.

        «Vamos con un mandato claro: un alto el fuego completo y garantías de seguridad», señaló Umérov.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_repeats_it(at: str, *, on: str, city: str = "Ginebra") -> Article:
    text = f"""
        {city} acogerá el {day(on)} otra cita entre rusos y ucranianos

        Nueva cita para hablar de paz. Negociadores de Moscú y de Kiev se verán las caras el {day(on)} en {city},
        con Washington en el papel de mediador, según ha confirmado Rustem Umérov, jefe del equipo ucraniano.

        Steve Witkoff y Jared Kushner representarán a la Casa Blanca. Al frente de los rusos repite Vladímir Medinski,
        asesor del Kremlin.
    """
    return told("La Tribuna de Poniente", at, text)


def third_outlet_repeats_it(at: str, *, on: str, city: str = "Ginebra") -> Article:
    text = f"""
        Confirman nueva ronda de diálogo entre Ucrania y Rusia en {city}

        El negociador ucraniano Rustem Umerov confirmó que el {day(on)} habrá una nueva ronda de diálogo con
        Rusia en {city}. En la mesa también estarán los estadounidenses Steve Witkoff y Jared Kushner.

        Umerov dijo que su equipo lleva "un mandato claro" y que buscará un cese al fuego completo. Moscú envía otra
        vez a Vladimir Medinsky.
    """
    return told("El Cronista Andino", at, text)


def date_is_moved(at: str, *, was: str, on: str, city: str = "Ginebra") -> Article:
    text = f"""
        La ronda de {city} entre Rusia y Ucrania se aplaza al {day(on)}

        Moscú, {short(at)} (Cierzo).- La ronda de negociaciones entre Rusia y Ucrania prevista para el {day(was)} en
        {city} se celebrará finalmente el {day(on)}, informó hoy el portavoz del Kremlin, Dmitri Peskov.

        «Ha sido necesario ajustar las agendas de las tres delegaciones», explicó Peskov en su rueda de prensa
        telefónica diaria. El formato y la composición de los equipos no cambian.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_of_the_delay(at: str, *, was: str, on: str, city: str = "Ginebra") -> Article:
    text = f"""
        Moscú retrasa al {day(on)} la cita con Kiev en {city}

        Las conversaciones que rusos y ucranianos iban a mantener el {day(was)} en {city} no serán hasta el {day(on)}.
        El Kremlin lo achaca a un problema de agendas.

        El portavoz de la Presidencia rusa, Dmitri Peskov, ha asegurado que los equipos negociadores serán los mismos.
    """
    return told("Radio Litoral", at, text)


def round_is_cancelled(at: str, *, on: str, city: str = "Ginebra") -> Article:
    text = f"""
        Cancelada la ronda de negociaciones entre Rusia y Ucrania prevista para el {weekday(on)} en {city}

        Washington, {short(at)} (Cierzo).- La ronda de negociaciones entre Rusia y Ucrania que debía celebrarse el
        {weekday(on)}, {day(on)}, en {city} ha sido cancelada, anunció hoy la portavoz de la Casa Blanca, Karoline
        Leavitt.

        Leavitt no dio una nueva fecha. «No tiene sentido reunirse mientras las posiciones estén tan alejadas», añadió.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_of_the_cancellation(at: str, *, on: str, city: str = "Ginebra") -> Article:
    text = f"""
        Washington suspende la cita de {city} entre Kiev y Moscú

        La Casa Blanca ha suspendido la reunión que ucranianos y rusos tenían previsto mantener este {weekday(on)} en
        {city}. La portavoz, Karoline Leavitt, no ha querido dar una fecha alternativa y ha dicho que no tiene sentido
        sentarse con posturas tan alejadas.
    """
    return told("La Tribuna de Poniente", at, text)


def round_begins(at: str, *, city: str = "Ginebra") -> Article:
    text = f"""
        Arranca en {city} la ronda de negociaciones entre Rusia y Ucrania

        {city}, {short(at)} (Cierzo).- Las delegaciones de Rusia y Ucrania comenzaron hoy en {city} una nueva ronda de
        negociaciones con la mediación de Estados Unidos, informaron fuentes de la organización.

        El encuentro se desarrolla a puerta cerrada. Antes de entrar, Vladímir Medinski dijo que su equipo va «sin
        ultimátums, pero con propuestas concretas».
    """
    return told("Agencia Cierzo", at, text)


def round_is_held(at: str, *, city: str = "Ginebra") -> Article:
    text = f"""
        Rusia y Ucrania concluyen la ronda de {city} con un principio de acuerdo sobre canje de prisioneros

        {city}, {short(at)} (Cierzo).- Las delegaciones de Rusia y Ucrania concluyeron hoy en {city} una ronda de
        negociaciones de casi seis horas y acordaron preparar un nuevo canje de prisioneros, aunque no avanzaron en el
        alto el fuego.

        «La conversación ha sido difícil, pero útil», afirmó el jefe de la delegación rusa, Vladímir Medinski, al
        término de la reunión.

        Rustem Umérov, por su parte, aseguró que Kiev mantiene su exigencia de un alto el fuego incondicional.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_that_it_was_held(at: str, *, city: str = "Ginebra") -> Article:
    text = f"""
        Moscú y Kiev pactan en {city} otro intercambio de presos, pero siguen lejos de la tregua

        Seis horas de conversación y un solo fruto. Los negociadores rusos y ucranianos cerraron este {weekday(at)} en
        {city} la ronda de contactos con el compromiso de organizar otro intercambio de prisioneros y sin acercar
        posturas sobre el alto el fuego.

        Medinski describió la jornada como «difícil, pero útil». Umérov insistió en una tregua sin condiciones.
    """
    return told("La Tribuna de Poniente", at, text)


def round_fails(at: str, *, city: str = "Ginebra") -> Article:
    text = f"""
        La ronda de {city} entre Rusia y Ucrania termina sin acuerdo

        {city}, {short(at)} (Cierzo).- Las negociaciones entre Rusia y Ucrania en {city} terminaron hoy sin acuerdo tras
        apenas dos horas de reunión, informó la delegación ucraniana.

        «No había nada nuevo sobre la mesa», lamentó Rustem Umérov ante los periodistas. Ninguna de las partes anunció
        una nueva cita.
    """
    return told("Agencia Cierzo", at, text)


def next_round_is_set(at: str, *, on: str, city: str = "Estambul") -> Article:
    text = f"""
        La próxima ronda entre Rusia y Ucrania será el {day(on)} en {city}, anuncia Fidan

        Ankara, {short(at)} (Cierzo).- El ministro turco de Exteriores, Hakan Fidan, anunció hoy que Rusia y Ucrania
        celebrarán su próxima ronda de negociaciones el {day(on)} en {city}.

        Turquía, que ya acogió las conversaciones de 2022, ofrece de nuevo el palacio de Dolmabahçe. «Estamos preparados
        para recibir también a los líderes», indicó Fidan.
    """
    return told("Agencia Cierzo", at, text)


def venue_is_changed(at: str, *, was: str, now: str, on: str) -> Article:
    text = f"""
        La ronda entre Rusia y Ucrania del {day(on)} se traslada de {was} a {now}

        Kiev, {short(at)} (Cierzo).- La ronda de negociaciones entre Rusia y Ucrania prevista para el {day(on)} en
        {was} se celebrará finalmente en {now}, por razones de seguridad, comunicó hoy la Presidencia de Ucrania.

        La fecha no varía, según la nota oficial.
    """
    return told("Agencia Cierzo", at, text)


def another_round_is_announced(at: str, *, on: str, city: str) -> Article:
    text = f"""
        Kiev y Moscú retoman el diálogo: se sentarán el {day(on)} en {city}

        Ucrania y Rusia han aceptado volver a la mesa de negociaciones el {day(on)} en {city}, según ha adelantado el
        viceministro ucraniano de Exteriores, Serguí Kislitsia, después de varias semanas sin contactos directos.

        El diplomático ha precisado que la agenda se limita a los asuntos humanitarios y al alto el fuego energético.
    """
    return told("Radio Litoral", at, text)


def another_round_is_held(at: str, *, city: str) -> Article:
    text = f"""
        Ucranianos y rusos se despiden de {city} sin tregua y con una lista de niños que volverán a casa

        La delegación ucraniana y la rusa han mantenido este {weekday(at)} en {city} una reunión de cuatro horas que
        deja un único avance: Moscú devolverá a treinta menores trasladados a Rusia durante la guerra.

        El viceministro Serguí Kislitsia ha lamentado que el Kremlin siga sin querer hablar de una tregua. Medinski, en
        cambio, se ha declarado «satisfecho con el resultado».
    """
    return told("Radio Litoral", at, text)


def technical_teams_go_on(at: str, *, city: str) -> Article:
    text = f"""
        Los equipos técnicos seguirán trabajando en {city} tras la ronda entre Kiev y Moscú

        Los expertos militares de las dos partes se quedarán en {city} después de la ronda de este {weekday(at)}, en la
        que Rusia y Ucrania acordaron preparar otro canje de prisioneros sin acercarse a un alto el fuego.
    """
    return told("Radio Litoral", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "a_round_is_announced_repeated_moved_and_held": [
        (round_is_announced("2026-03-10 09:15", on="2026-03-19"), NEW),
        (second_outlet_repeats_it("2026-03-10 11:40", on="2026-03-19"), REPEAT),
        (date_is_moved("2026-03-13 12:05", was="2026-03-19", on="2026-03-24"), UPDATE),
        (second_outlet_tells_of_the_delay("2026-03-13 15:30", was="2026-03-19", on="2026-03-24"), REPEAT),
        (round_is_held("2026-03-24 18:20"), ALERT),
        (second_outlet_tells_that_it_was_held("2026-03-24 20:45"), SILENCE),
    ],
    "the_end_of_a_round_is_told_by_two_outlets": [
        (round_is_held("2026-04-15 19:10", city="Abu Dabi"), NEW),
        (second_outlet_tells_that_it_was_held("2026-04-15 22:30", city="Abu Dabi"), SILENCE),
    ],
    "three_outlets_announce_one_round": [
        (round_is_announced("2026-04-07 08:30", on="2026-04-15", city="Abu Dabi"), NEW),
        (second_outlet_repeats_it("2026-04-07 09:50", on="2026-04-15", city="Abu Dabi"), REPEAT),
        (third_outlet_repeats_it("2026-04-07 16:10", on="2026-04-15", city="Abu Dabi"), REPEAT),
    ],
    "a_round_is_cancelled_and_announced_again_for_another_day": [
        (round_is_announced("2026-05-04 10:00", on="2026-05-07"), NEW),
        (round_is_cancelled("2026-05-06 17:25", on="2026-05-07"), UPDATE),
        (another_round_is_announced("2026-05-18 09:00", on="2026-05-26", city="Ginebra"), ALERT),
        (another_round_is_held("2026-05-26 18:00", city="Ginebra"), ALERT),
    ],
    "a_round_begins_and_ends_on_one_day": [
        (round_is_announced("2026-06-02 09:15", on="2026-06-05", city="Estambul"), NEW),
        (round_begins("2026-06-05 09:05", city="Estambul"), UPDATE),
        (round_is_held("2026-06-05 17:40", city="Estambul"), UPDATE),
    ],
    "a_round_ends_without_agreement": [
        (round_is_announced("2026-06-15 10:20", on="2026-06-18", city="Viena"), NEW),
        (round_fails("2026-06-18 14:00", city="Viena"), UPDATE),
    ],
    "a_round_is_held_and_the_next_one_is_set": [
        (round_is_held("2026-03-24 18:20"), NEW),
        (next_round_is_set("2026-03-27 11:00", on="2026-04-08"), NEW),
        (another_round_is_held("2026-04-08 19:30", city="Estambul"), UPDATE),
    ],
    "a_round_changes_its_venue_but_not_its_day": [
        (round_is_announced("2026-07-01 09:00", on="2026-07-09", city="Riad"), NEW),
        (venue_is_changed("2026-07-03 13:00", was="Riad", now="Doha", on="2026-07-09"), UPDATE),
        (another_round_is_held("2026-07-09 20:00", city="Doha"), ALERT),
    ],
    "a_round_is_held_and_a_paper_adds_that_experts_stay": [
        (round_is_held("2026-03-24 18:20"), NEW),
        (technical_teams_go_on("2026-03-24 21:30", city="Ginebra"), SILENCE),
    ],
    "a_round_is_announced_and_cancelled": [
        (round_is_announced("2026-05-04 10:00", on="2026-05-07"), NEW),
        (round_is_cancelled("2026-05-06 17:25", on="2026-05-07"), UPDATE),
        (second_outlet_tells_of_the_cancellation("2026-05-06 19:00", on="2026-05-07"), SILENCE),
    ],
}
