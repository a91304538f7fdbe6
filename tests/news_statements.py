"""What leaders and spokesmen say: first heard, repeated in other words, answered, denied, confirmed, another matter."""

from __future__ import annotations

from talks.types import Article
from tests.news_steps import ALERT, NEW, SILENCE, Step, day, short, told, weekday


def spokesman_speaks(at: str) -> Article:
    text = f"""
        El Kremlin exige que Ucrania se retire del Donbás antes de cualquier alto el fuego

        Moscú, {short(at)} (Cierzo).- Rusia no aceptará un alto el fuego hasta que las tropas ucranianas abandonen todo
        el Donbás, aseguró hoy el portavoz del Kremlin, Dmitri Peskov.

        «Kiev conoce bien esta condición y la decisión debería tomarse hoy mismo», dijo Peskov en su rueda de prensa
        telefónica diaria.

        La parte rusa, añadió, está a la espera de la respuesta de Washington.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_repeats_the_words(at: str) -> Article:
    text = f"""
        Peskov: no habrá tregua mientras Kiev no deje el Donbás

        El portavoz de la Presidencia rusa, Dmitri Peskov, reiteró este {weekday(at)} que Moscú solo parará las armas
        si el Ejército ucraniano sale por completo del Donbás. «Kiev conoce bien esta condición», insistió.
    """
    return told("La Tribuna de Poniente", at, text)


def metonymy_repeats_the_words(at: str) -> Article:
    text = """
        Moscú condiciona el cese al fuego a la salida ucraniana del Donbás

        Rusia puso como condición para un cese al fuego que Ucrania saque a sus tropas de todo el Donbás. Lo dijo el
        Kremlin por boca de su vocero, Dmitry Peskov, quien pidió a Kiev una decisión "hoy mismo".
    """
    return told("El Cronista Andino", at, text)


def other_side_replies(at: str) -> Article:
    text = f"""
        Zelenski rechaza retirarse del Donbás: «No regalaremos nuestra tierra»

        Kiev, {short(at)} (Cierzo).- El presidente de Ucrania, Volodímir Zelenski, rechazó hoy la exigencia del Kremlin
        de que sus tropas abandonen el Donbás como condición para un alto el fuego.

        «No regalaremos nuestra tierra a cambio de una pausa que Moscú aprovechará para rearmarse», declaró el
        mandatario en una rueda de prensa en Kiev.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_repeats_the_reply(at: str) -> Article:
    text = f"""
        «No regalaremos nuestra tierra»: Zelenski dice no a salir del Donbás

        Volodímir Zelenski ha rechazado este {weekday(at)} la condición que Moscú pone para una tregua, la retirada
        ucraniana del Donbás. Cree que Rusia usaría la pausa para rearmarse.
    """
    return told("Radio Litoral", at, text)


def same_leader_on_another_matter(at: str) -> Article:
    text = f"""
        Peskov: Putin no ha recibido ninguna invitación para reunirse con el papa León XIV

        Moscú, {short(at)} (Cierzo).- El presidente ruso, Vladímir Putin, no ha recibido invitación alguna del Vaticano
        para negociar allí con Ucrania, afirmó hoy el portavoz del Kremlin, Dmitri Peskov.

        «Agradecemos la disposición del pontífice, pero sería poco elegante que dos países ortodoxos trataran estos
        asuntos en suelo católico», comentó.
    """
    return told("Agencia Cierzo", at, text)


def leader_gives_a_deadline(at: str, *, until: str) -> Article:
    text = f"""
        Trump da a Rusia y Ucrania hasta el {day(until)} para cerrar un acuerdo de paz

        Washington, {short(at)} (Cierzo).- El presidente de Estados Unidos, Donald Trump, emplazó hoy a Rusia y a
        Ucrania a cerrar un acuerdo de paz antes del {day(until)}.

        «Si no lo hacen, nos retiraremos de la mediación», advirtió Trump en una entrevista con la NBC.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_of_the_deadline(at: str, *, until: str) -> Article:
    text = f"""
        Ultimátum de Trump: acuerdo de paz antes del {day(until)} o EE.UU. deja de mediar

        El mandatario estadounidense Donald Trump fijó el {day(until)} como fecha límite para que Moscú y Kiev firmen la
        paz. De lo contrario, dijo a la cadena NBC, su país abandonará la mediación.
    """
    return told("El Cronista Andino", at, text)


def deadline_is_played_down(at: str) -> Article:
    text = f"""
        El Kremlin responde al ultimátum de Trump: «No trabajamos con plazos»

        El asesor del Kremlin Yuri Ushakov ha restado este {weekday(at)} importancia al plazo que Donald Trump ha dado
        para firmar la paz con Ucrania. «No trabajamos con plazos, sino con acuerdos», ha dicho a la televisión
        estatal.
    """
    return told("Radio Litoral", at, text)


def claim_is_made(at: str) -> Article:
    text = f"""
        Trump asegura que Zelenski y Putin han aceptado reunirse

        Washington, {short(at)} (Cierzo).- El presidente de Estados Unidos, Donald Trump, aseguró hoy que los
        presidentes de Rusia, Vladímir Putin, y de Ucrania, Volodímir Zelenski, han aceptado celebrar una reunión
        bilateral.

        «Los dos me han dicho que sí. Será muy pronto», afirmó el republicano a bordo del Air Force One.
    """
    return told("Agencia Cierzo", at, text)


def other_side_denies_it(at: str) -> Article:
    text = f"""
        El Kremlin niega que Putin haya aceptado reunirse con Zelenski

        Moscú, {short(at)} (Cierzo).- El portavoz del Kremlin, Dmitri Peskov, desmintió hoy que el presidente ruso,
        Vladímir Putin, haya dado su visto bueno a una reunión bilateral con Volodímir Zelenski, como había asegurado
        Donald Trump.

        «Eso no corresponde a la realidad», zanjó Peskov.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_repeats_the_denial(at: str) -> Article:
    text = f"""
        Moscú desmiente a Trump: no hay cita acordada entre Putin y Zelenski

        La Presidencia rusa negó este {weekday(at)} que Vladímir Putin haya dicho que sí a un encuentro con Zelenski.
        «Eso no corresponde a la realidad», respondió su portavoz, Dmitri Peskov, a las palabras de Trump.
    """
    return told("La Tribuna de Poniente", at, text)


def it_is_confirmed_after_all(at: str, *, on: str) -> Article:
    text = f"""
        El Kremlin confirma que Putin y Zelenski se reunirán el {day(on)} en Estambul

        Moscú, {short(at)} (Cierzo).- Los presidentes de Rusia, Vladímir Putin, y de Ucrania, Volodímir Zelenski, se
        reunirán el {day(on)} en Estambul, confirmó hoy el asesor del Kremlin Yuri Ushakov, que hasta ahora lo había
        descartado.

        Será el primer encuentro de ambos desde diciembre de 2019.
    """
    return told("Agencia Cierzo", at, text)


def rumour_is_printed(at: str) -> Article:
    text = f"""
        Washington habría ofrecido a Moscú levantar sanciones a la aviación a cambio de una tregua aérea

        Estados Unidos habría propuesto a Rusia retirar las sanciones a su aviación civil si acepta un alto el fuego
        aéreo en Ucrania, según publicó este {weekday(at)} Bloomberg, que cita a fuentes conocedoras de las
        negociaciones.

        Ni la Casa Blanca ni el Kremlin han querido comentar la información.
    """
    return told("La Tribuna de Poniente", at, text)


def second_outlet_repeats_the_rumour(at: str) -> Article:
    text = """
        Bloomberg: EE. UU. ofrece a Rusia alivio para su aviación si acepta una tregua en el aire

        La Administración Trump habría puesto sobre la mesa el fin de las sanciones a la aviación civil rusa a cambio
        de que cesen los ataques aéreos en Ucrania. Lo cuenta Bloomberg, citando fuentes próximas a la negociación.
    """
    return told("Radio Litoral", at, text)


def rumour_is_confirmed(at: str) -> Article:
    text = f"""
        Rubio confirma la oferta a Moscú: sanciones a la aviación por una tregua aérea

        Washington, {short(at)} (Cierzo).- El secretario de Estado de EE. UU., Marco Rubio, confirmó hoy que Washington
        ha ofrecido a Rusia levantar las sanciones a su aviación civil a cambio de una tregua aérea en Ucrania.

        «La oferta está sobre la mesa y esperamos una respuesta esta semana», dijo Rubio ante el Senado.
    """
    return told("Agencia Cierzo", at, text)


def rumour_is_denied(at: str) -> Article:
    text = f"""
        La Casa Blanca niega haber ofrecido a Rusia un alivio de las sanciones a la aviación

        Washington, {short(at)} (Cierzo).- La portavoz de la Casa Blanca, Karoline Leavitt, negó hoy que Estados Unidos
        haya ofrecido a Rusia levantar las sanciones a su aviación civil a cambio de una tregua aérea en Ucrania.

        «Es completamente falso. No hay ninguna oferta de ese tipo», subrayó.
    """
    return told("Agencia Cierzo", at, text)


def minister_speaks_twice_in_a_day(at: str) -> Article:
    text = f"""
        Peskov no ve motivos para una nueva llamada entre Putin y Trump esta semana

        El portavoz ruso Dmitri Peskov ha dicho este {weekday(at)} que no está prevista por ahora ninguna conversación
        telefónica de Vladímir Putin con Donald Trump. «Si hace falta, se organiza en una hora», ha apuntado.
    """
    return told("Radio Litoral", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "a_spokesman_sets_a_condition_and_two_outlets_repeat_it": [
        (spokesman_speaks("2026-03-03 10:40"), NEW),
        (second_outlet_repeats_the_words("2026-03-03 12:00"), SILENCE),
        (metonymy_repeats_the_words("2026-03-03 15:30"), SILENCE),
    ],
    "a_condition_is_set_and_the_other_side_replies": [
        (spokesman_speaks("2026-04-13 10:40"), NEW),
        (other_side_replies("2026-04-13 17:15"), ALERT),
        (second_outlet_repeats_the_reply("2026-04-13 19:00"), SILENCE),
    ],
    "the_same_spokesman_speaks_on_another_matter_two_days_later": [
        (spokesman_speaks("2026-05-05 10:40"), NEW),
        (same_leader_on_another_matter("2026-05-07 10:35"), NEW),
    ],
    "the_same_spokesman_speaks_on_another_matter_the_same_day": [
        (spokesman_speaks("2026-05-05 10:40"), NEW),
        (same_leader_on_another_matter("2026-05-05 16:35"), ALERT),
    ],
    "a_deadline_is_given_repeated_and_played_down": [
        (leader_gives_a_deadline("2026-06-10 21:00", until="2026-06-30"), NEW),
        (second_outlet_tells_of_the_deadline("2026-06-10 22:30", until="2026-06-30"), SILENCE),
        (deadline_is_played_down("2026-06-11 10:00"), ALERT),
    ],
    "a_deadline_is_given_again_with_another_day": [
        (leader_gives_a_deadline("2026-06-10 21:00", until="2026-06-30"), NEW),
        (second_outlet_tells_of_the_deadline("2026-06-24 20:00", until="2026-07-15"), ALERT),
    ],
    "a_claim_is_denied_and_confirmed_after_all": [
        (claim_is_made("2026-03-25 19:00"), NEW),
        (other_side_denies_it("2026-03-26 10:30"), ALERT),
        (it_is_confirmed_after_all("2026-04-01 11:10", on="2026-04-09"), ALERT),
    ],
    "a_rumour_is_repeated_and_confirmed": [
        (rumour_is_printed("2026-07-07 08:00"), NEW),
        (second_outlet_repeats_the_rumour("2026-07-07 09:30"), SILENCE),
        (rumour_is_confirmed("2026-07-08 16:00"), ALERT),
    ],
    "a_rumour_is_denied": [
        (rumour_is_printed("2026-07-07 08:00"), NEW),
        (rumour_is_denied("2026-07-07 19:00"), ALERT),
    ],
    "a_spokesman_says_that_no_call_is_planned": [
        (spokesman_speaks("2026-03-03 10:40"), NEW),
        (minister_speaks_twice_in_a_day("2026-03-04 10:50"), ALERT),
    ],
    "a_claim_is_denied_by_the_other_side_and_the_denial_is_repeated": [
        (claim_is_made("2026-03-25 19:00"), NEW),
        (other_side_denies_it("2026-03-26 10:30"), ALERT),
        (second_outlet_repeats_the_denial("2026-03-26 12:45"), SILENCE),
    ],
}
