"""Positions and who repeats them: the same voice days later, another of the same side, papers that quote papers."""

from __future__ import annotations

from talks.types import Article
from tests.news_statements import other_side_replies, spokesman_speaks
from tests.news_steps import ALERT, NEW, SILENCE, Step, day, short, told, weekday


def a_step_back_is_made(at: str) -> Article:
    text = f"""
        Lavrov abre la puerta a congelar el frente en el Donbás

        Moscú, {short(at)} (Cierzo).- El ministro de Exteriores ruso, Serguéi Lavrov, dijo hoy que Rusia está dispuesta
        a estudiar una congelación del frente en el Donbás si Ucrania renuncia a ingresar en la OTAN.

        «No excluimos soluciones creativas», afirmó Lavrov en una entrevista con la cadena Rossía 1.
    """
    return told("Agencia Cierzo", at, text)


def own_proposal_is_made(at: str) -> Article:
    text = f"""
        Zelenski propone someter a referéndum cualquier cesión territorial

        Kiev, {short(at)} (Cierzo).- El presidente de Ucrania, Volodímir Zelenski, propuso hoy que todo acuerdo de paz
        que afecte al territorio se someta a un referéndum, para el que pide una tregua de al menos sesenta días.

        «La última palabra la tiene el pueblo ucraniano», dijo en una entrevista con el canal Suspilne.
    """
    return told("Agencia Cierzo", at, text)


def paper_quotes_the_interview(at: str) -> Article:
    text = f"""
        Un referéndum y sesenta días de tregua: la propuesta de Zelenski para cerrar la paz

        El mandatario ucraniano Volodimir Zelensky planteó este {weekday(at)} que los ucranianos voten en referéndum el
        acuerdo de paz si incluye concesiones de territorio. Para organizarlo pidió dos meses de cese al fuego, dijo al
        canal Suspilne.
    """
    return told("El Cronista Andino", at, text)


def kremlin_answers_the_referendum(at: str) -> Article:
    text = f"""
        Moscú ve en el referéndum de Zelenski «una maniobra para ganar tiempo»

        La portavoz de Exteriores, María Zajárova, ha calificado este {weekday(at)} de «maniobra para ganar tiempo» el
        referéndum que Volodímir Zelenski quiere convocar sobre el acuerdo de paz.
    """
    return told("Radio Litoral", at, text)


def washington_answers_the_referendum(at: str) -> Article:
    text = f"""
        Trump apoya que Ucrania vote el acuerdo de paz, «pero deprisa»

        Washington, {short(at)} (Cierzo).- El presidente de Estados Unidos, Donald Trump, respaldó hoy la idea de
        Volodímir Zelenski de convocar un referéndum sobre el acuerdo de paz, aunque le pidió que lo haga «deprisa».

        «Me parece bien que voten. Pero no pueden tardar meses», comentó en la Casa Blanca.
    """
    return told("Agencia Cierzo", at, text)


def progress_is_claimed(at: str, *, percent: int = 90) -> Article:
    text = f"""
        Witkoff: el acuerdo de paz está «al {percent} %»

        Washington, {short(at)} (Cierzo).- El enviado especial Steve Witkoff aseguró hoy que el acuerdo para acabar con
        la guerra en Ucrania está listo «al {percent} %» y que solo quedan por resolver los territorios.

        «Hemos dejado lo más difícil para el final», dijo en un foro en Miami.
    """
    return told("Agencia Cierzo", at, text)


def progress_is_played_down(at: str, *, percent: int = 90) -> Article:
    text = f"""
        Peskov enfría el «{percent} %» de Witkoff: «Es pronto para poner porcentajes»

        El portavoz del Kremlin, Dmitri Peskov, evitó este {weekday(at)} confirmar que el acuerdo de paz esté casi
        cerrado, como sostiene Steve Witkoff. «Es pronto para poner porcentajes», señaló.
    """
    return told("La Tribuna de Poniente", at, text)


def ultimatum_runs_out(at: str, *, until: str) -> Article:
    text = f"""
        Expira sin acuerdo el plazo de Trump a Rusia y Ucrania

        Washington, {short(at)} (Cierzo).- El plazo que Donald Trump dio a Rusia y a Ucrania para firmar la paz, que
        vencía el {day(until)}, expiró hoy sin acuerdo. La Casa Blanca no aclaró si abandonará la mediación.
    """
    return told("Agencia Cierzo", at, text)


def one_side_accuses_and_the_other_is_quoted_at_the_foot(at: str) -> Article:
    text = f"""
        Lavrov acusa a Kiev de bombardear el hotel donde dormía la delegación rusa

        El ministro de Exteriores ruso, Serguéi Lavrov, acusó este {weekday(at)} a Ucrania de bombardear el hotel de
        Crimea en el que dormía la delegación rusa que negocia la paz. «El ataque no quedará sin respuesta y Rusia va a
        revisar su posición negociadora», dijo Lavrov.

        Según el ministro, ocho drones alcanzaron el edificio y no hubo heridos.

        El Ministerio de Defensa ruso publicó imágenes de los restos de un aparato.

        El presidente ucraniano, Volodímir Zelenski, lo negó: «Es otra mentira de Moscú», escribió.
    """
    return told("Agencia Cierzo", at, text)


def the_other_side_denies_it(at: str) -> Article:
    text = f"""
        Zelenski afirma que Moscú inventa el bombardeo del hotel para no firmar la paz

        El presidente ucraniano, Volodímir Zelenski, afirmó este {weekday(at)} que Moscú inventa agresiones para eludir
        la firma de un armisticio y preparar nuevos golpes contra edificios del Gobierno. «Ni hubo aparatos ni hubo
        daños: fabrican excusas porque les asusta un acuerdo», escribió Zelenski en su canal de Telegram.

        El ministro de Exteriores ruso, Serguéi Lavrov, había acusado a Kiev del ataque.
    """
    return told("Radio Litoral", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "a_denial_is_told_though_a_line_of_it_stood_at_the_foot_of_the_accusation": [
        (one_side_accuses_and_the_other_is_quoted_at_the_foot("2026-03-17 10:00"), NEW),
        (the_other_side_denies_it("2026-03-17 11:30"), ALERT),
    ],
    "a_condition_is_softened_a_week_later": [
        (spokesman_speaks("2026-03-03 10:40"), NEW),
        (other_side_replies("2026-03-03 17:15"), ALERT),
        (a_step_back_is_made("2026-03-10 12:30"), NEW),
    ],
    "a_proposal_is_made_told_again_and_answered_by_two": [
        (own_proposal_is_made("2026-04-27 18:00"), NEW),
        (paper_quotes_the_interview("2026-04-27 20:30"), SILENCE),
        (kremlin_answers_the_referendum("2026-04-28 10:00"), ALERT),
        (washington_answers_the_referendum("2026-04-28 20:00"), ALERT),
    ],
    "progress_is_claimed_and_played_down": [
        (progress_is_claimed("2026-05-14 18:00"), NEW),
        (progress_is_played_down("2026-05-15 10:30"), ALERT),
    ],
    "a_deadline_is_given_and_runs_out": [
        (own_proposal_is_made("2026-06-10 18:00"), NEW),
        (ultimatum_runs_out("2026-06-30 23:00", until="2026-06-30"), ALERT),
    ],
}
