"""What stands beside the news: polls, wishes, prayers, portraits and profiles."""

from __future__ import annotations

from talks.types import Article
from tests.news_steps import ALERT, NEW, SILENCE, Step, short, told, weekday


def poll_is_printed(at: str) -> Article:
    text = f"""
        El 62 % de los ucranianos apoya congelar el frente a cambio de garantías, según una encuesta

        Kiev, {short(at)} (Cierzo).- El 62 % de los ucranianos aceptaría congelar la línea del frente a cambio de
        garantías de seguridad en un acuerdo de paz con Rusia, según una encuesta del Instituto Internacional de
        Sociología de Kiev publicada hoy.

        Un 28 % rechaza cualquier concesión en las negociaciones. El sondeo se hizo por teléfono a 1.008 personas.
    """
    return told("Agencia Cierzo", at, text)


def russian_poll_is_printed(at: str) -> Article:
    text = f"""
        Dos de cada tres rusos quieren negociaciones de paz con Ucrania, según un sondeo

        El 66 % de los rusos está a favor de que empiecen negociaciones de paz con Ucrania y el 25 % prefiere que siga
        la guerra, según un sondeo del centro independiente Levada difundido este {weekday(at)}.
    """
    return told("La Tribuna de Poniente", at, text)


def americans_are_asked(at: str) -> Article:
    text = f"""
        Encuesta: la mayoría de los estadounidenses desaprueba cómo negocia Trump con Putin sobre Ucrania

        Washington, {short(at)} (Cierzo).- El 54 % de los estadounidenses desaprueba la forma en que Donald Trump lleva
        las negociaciones con Vladímir Putin para acabar con la guerra de Ucrania, según una encuesta de Ipsos.
    """
    return told("Agencia Cierzo", at, text)


def europeans_are_asked(at: str) -> Article:
    text = f"""
        Siete de cada diez europeos creen que la UE debe estar en la mesa de negociación sobre Ucrania

        El Eurobarómetro publicado este {weekday(at)} revela que el 71 % de los ciudadanos de la Unión Europea cree que
        Bruselas debe sentarse a la mesa en las negociaciones de paz entre Rusia y Ucrania.
    """
    return told("El Cronista Andino", at, text)


def pope_wishes(at: str) -> Article:
    text = f"""
        El papa confía en que las negociaciones traigan una paz justa a Ucrania

        Ciudad del Vaticano, {short(at)} (Cierzo).- El papa León XIV expresó hoy su deseo de que las negociaciones entre
        Rusia y Ucrania lleven pronto a una paz justa y duradera.

        «Recemos por los que negocian», pidió a los fieles tras el ángelus.
    """
    return told("Agencia Cierzo", at, text)


def minister_hopes(at: str) -> Article:
    text = f"""
        Albares espera que las negociaciones sobre Ucrania den frutos «cuanto antes»

        El ministro español de Exteriores, José Manuel Albares, ha dicho este {weekday(at)} que espera que las
        negociaciones entre Rusia y Ucrania den frutos «cuanto antes» y que Europa desea una paz justa.
    """
    return told("Radio Litoral", at, text)


def secretary_general_wishes(at: str) -> Article:
    text = f"""
        Guterres desea que 2026 sea el año de la paz en Ucrania

        Nueva York, {short(at)} (Cierzo).- El secretario general de la ONU, António Guterres, manifestó hoy su deseo de
        que las conversaciones entre Rusia y Ucrania desemboquen en la paz a lo largo de 2026.
    """
    return told("Agencia Cierzo", at, text)


def bishops_wish(at: str) -> Article:
    text = f"""
        Los obispos europeos rezan por el éxito de las negociaciones de paz en Ucrania

        Los obispos de la Unión Europea han llamado este {weekday(at)} a rezar por el éxito de las negociaciones de paz
        entre Rusia y Ucrania y confían en que callen las armas antes de Pascua.
    """
    return told("El Cronista Andino", at, text)


def negotiator_is_portrayed(at: str) -> Article:
    text = """
        Rustem Umérov, el negociador discreto de Zelenski

        Habla bajo, viste de negro y casi nunca concede entrevistas. Rustem Umérov, nacido en Samarcanda en una familia
        tártara deportada de Crimea, lleva tres años sentándose frente a los rusos en nombre de Ucrania.

        «Sabe escuchar», dice de él un antiguo colaborador. En las rondas de Estambul apenas levantó la voz.
    """
    return told("La Tribuna de Poniente", at, text)


def envoy_is_portrayed(at: str) -> Article:
    text = """
        Steve Witkoff, un promotor inmobiliario en la corte del Kremlin

        Antes de negociar con Vladímir Putin el final de la guerra de Ucrania, Steve Witkoff vendía rascacielos. Amigo
        de golf de Donald Trump desde los años ochenta, el enviado de la Casa Blanca no había pisado Moscú.

        «Es un hombre de tratos, no de tratados», resume un diplomático europeo.
    """
    return told("Radio Litoral", at, text)


def adviser_is_profiled(at: str) -> Article:
    text = """
        ¿Quién es Yuri Ushakov, la voz de Putin en las negociaciones?

        Yuri Ushakov, de 79 años, es el hombre que cuenta lo que Vladímir Putin habla con Donald Trump sobre Ucrania.
        Embajador en Washington durante una década, dirige desde 2012 la política exterior del Kremlin.
    """
    return told("El Cronista Andino", at, text)


def mediator_is_portrayed(at: str) -> Article:
    text = """
        Hakan Fidan: del espionaje a la mesa de Estambul

        Durante trece años fue el jefe de los espías turcos; hoy, Hakan Fidan recibe en Estambul a rusos y ucranianos.
        El ministro de Exteriores de Turquía se ha convertido en el anfitrión imprescindible de las conversaciones.

        Quienes lo conocen lo describen como un hombre paciente.
    """
    return told("Agencia Cierzo", at, text)


def son_in_law_is_portrayed(at: str) -> Article:
    text = """
        Jared Kushner, el yerno que negocia con Putin

        No tiene cargo ni despacho. Jared Kushner, casado con Ivanka Trump, se ha sentado cuatro veces con Vladímir
        Putin en el Kremlin para hablar de la paz en Ucrania.

        «Escucha más que habla», cuenta quien lo ha visto negociar.
    """
    return told("Radio Litoral", at, text)


def kremlin_wishes(at: str) -> Article:
    text = f"""
        El Kremlin espera que la respuesta de Kiev al plan de paz llegue esta semana

        Moscú, {short(at)} (Cierzo).- Rusia espera que Ucrania responda esta semana al plan de paz de Washington, dijo
        hoy el portavoz del Kremlin, Dmitri Peskov.
    """
    return told("Agencia Cierzo", at, text)


def meeting_is_told_beside_a_poll(at: str) -> Article:
    text = f"""
        Un sondeo hunde el apoyo a Zelenski el día en que negocia la paz con Trump

        Washington, {short(at)} (Cierzo).- El presidente ucraniano, Volodímir Zelenski, se reunió hoy en Washington con
        Donald Trump, el mismo día en que un sondeo hundió su popularidad.
    """
    return told("Agencia Cierzo", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "a_meeting_is_told_beside_a_poll": [(meeting_is_told_beside_a_poll("2026-02-10 20:00"), NEW)],
    "a_son_in_law_is_portrayed": [(son_in_law_is_portrayed("2026-05-17 06:00"), SILENCE)],
    "the_wish_of_a_party_is_a_position": [(kremlin_wishes("2026-05-18 10:40"), ALERT)],
    "a_poll_in_ukraine": [(poll_is_printed("2026-05-20 10:00"), SILENCE)],
    "a_poll_in_russia": [(russian_poll_is_printed("2026-05-21 10:00"), SILENCE)],
    "a_poll_in_the_united_states": [(americans_are_asked("2026-06-11 15:00"), SILENCE)],
    "a_poll_in_europe": [(europeans_are_asked("2026-06-12 15:00"), SILENCE)],
    "a_pope_wishes_for_peace": [(pope_wishes("2026-03-15 12:00"), SILENCE)],
    "a_minister_hopes_for_results": [(minister_hopes("2026-03-16 12:00"), SILENCE)],
    "a_secretary_general_wishes_for_peace": [(secretary_general_wishes("2026-01-12 18:00"), SILENCE)],
    "bishops_pray_for_the_talks": [(bishops_wish("2026-03-18 12:00"), SILENCE)],
    "a_negotiator_is_portrayed": [(negotiator_is_portrayed("2026-04-19 06:00"), SILENCE)],
    "an_envoy_is_portrayed": [(envoy_is_portrayed("2026-04-26 06:00"), SILENCE)],
    "an_adviser_is_profiled": [(adviser_is_profiled("2026-05-03 06:00"), SILENCE)],
    "a_mediator_is_portrayed": [(mediator_is_portrayed("2026-05-10 06:00"), SILENCE)],
}
