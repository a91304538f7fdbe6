"""The other side confirms what was told, without a sound unless it adds a fact; or it denies it in a clause."""

from __future__ import annotations

from talks.types import Article
from tests.news_steps import ALERT, NEW, SILENCE, Step, day, short, told, weekday


def visit_is_told_by_washington(at: str, *, on: str) -> Article:
    text = f"""
        Witkoff viajará a Moscú el {day(on)} para reunirse con Putin

        Washington, {short(at)} (Cierzo).- El enviado especial de la Casa Blanca, Steve Witkoff, viajará el {day(on)} a
        Moscú para reunirse con el presidente ruso, Vladímir Putin, anunció hoy la portavoz de la Casa Blanca, Karoline
        Leavitt.

        Será la sexta visita de Witkoff a Rusia desde que empezó la mediación estadounidense.
    """
    return told("Agencia Cierzo", at, text)


def kremlin_confirms_the_visit(at: str, *, on: str) -> Article:
    text = f"""
        El Kremlin confirma que Putin recibirá a Witkoff el {day(on)}

        El portavoz del Kremlin, Dmitri Peskov, ha confirmado este {weekday(at)} que el presidente Vladímir Putin
        recibirá en Moscú al enviado estadounidense, Steve Witkoff, el {day(on)}. «Podemos confirmarlo, la reunión está
        en la agenda», ha dicho a los periodistas.
    """
    return told("Radio Litoral", at, text)


def kremlin_confirms_the_visit_and_names_a_companion(at: str, *, on: str) -> Article:
    text = f"""
        El Kremlin confirma la visita de Witkoff y anuncia que la reunión se celebrará el {day(on)}

        Moscú, {short(at)} (Cierzo).- El asesor del Kremlin Yuri Ushakov confirmó hoy que el presidente ruso, Vladímir
        Putin, recibirá a Steve Witkoff, pero precisó que la reunión se celebrará en Moscú el {day(on)}.

        «El trabajo continúa», añadió.
    """
    return told("Agencia Cierzo", at, text)


def exchange_is_told_by_moscow(at: str) -> Article:
    text = f"""
        Rusia y Ucrania canjean 193 prisioneros por bando con mediación emiratí

        Moscú, {short(at)} (Cierzo).- Rusia y Ucrania intercambiaron hoy 193 prisioneros de guerra por cada parte, con
        la mediación de Emiratos Árabes Unidos, informó el Ministerio de Defensa ruso.

        Los militares rusos se encuentran en Bielorrusia, donde reciben atención médica.
    """
    return told("Agencia Cierzo", at, text)


def kiev_confirms_the_exchange(at: str) -> Article:
    text = f"""
        Kiev confirma el regreso de 193 prisioneros en un nuevo intercambio con Rusia

        Ucrania ha confirmado este {weekday(at)} el canje de 193 prisioneros de guerra con Rusia. «Los nuestros están en
        casa», ha escrito en Telegram el presidente ucraniano, Volodímir Zelenski, que ha agradecido la mediación de
        Emiratos Árabes Unidos.
    """
    return told("La Tribuna de Poniente", at, text)


def call_is_told_by_the_kremlin(at: str) -> Article:
    text = f"""
        Putin y Erdogan tratan en una llamada las negociaciones con Ucrania

        Moscú, {short(at)} (Cierzo).- El presidente ruso, Vladímir Putin, y el de Turquía, Recep Tayyip Erdogan,
        mantuvieron hoy una conversación telefónica sobre las negociaciones de paz con Ucrania, informó el Kremlin.

        Ambos trataron la posibilidad de que Estambul acoja otra ronda.
    """
    return told("Agencia Cierzo", at, text)


def ankara_confirms_the_call(at: str) -> Article:
    text = f"""
        Ankara confirma la conversación telefónica de Erdogan con Putin sobre Ucrania

        La Presidencia turca ha confirmado este {weekday(at)} que Recep Tayyip Erdogan y Vladímir Putin hablaron por
        teléfono sobre las negociaciones con Ucrania. Turquía está dispuesta a acoger otra ronda en Estambul, según el
        comunicado.
    """
    return told("El Cronista Andino", at, text)


def round_is_told_by_kiev(at: str, *, on: str) -> Article:
    text = f"""
        Umérov: la próxima ronda con Rusia será el {day(on)} en Abu Dabi

        Kiev, {short(at)} (Cierzo).- Las delegaciones de Ucrania y Rusia celebrarán el {day(on)} en Abu Dabi una nueva
        ronda de negociaciones, anunció hoy el jefe de la delegación ucraniana, Rustem Umérov.

        La agenda incluye el canje de prisioneros y el alto el fuego.
    """
    return told("Agencia Cierzo", at, text)


def moscow_confirms_the_round(at: str, *, on: str) -> Article:
    text = f"""
        Rusia confirma que habrá negociaciones con Ucrania en Abu Dabi el {day(on)}

        Moscú confirmó este {weekday(at)} que su delegación acudirá el {day(on)} a Abu Dabi para negociar con Ucrania.
        Lo dijo el portavoz presidencial, Dmitri Peskov, que no quiso adelantar quién la encabezará.
    """
    return told("La Tribuna de Poniente", at, text)


def washington_confirms_the_round(at: str, *, on: str) -> Article:
    text = f"""
        La Casa Blanca confirma la ronda de Abu Dabi entre rusos y ucranianos

        La portavoz de la Casa Blanca, Karoline Leavitt, confirmó que rusos y ucranianos se sentarán a negociar en Abu
        Dabi el {day(on)}. «Sí, podemos confirmar esa reunión», respondió a la prensa.
    """
    return told("El Cronista Andino", at, text)


def acceptance_is_claimed(at: str) -> Article:
    text = f"""
        Vance asegura que Putin ha aceptado un alto el fuego aéreo

        Washington, {short(at)} (Cierzo).- El vicepresidente de Estados Unidos, JD Vance, aseguró hoy que el presidente
        ruso, Vladímir Putin, ha aceptado un alto el fuego aéreo en Ucrania.

        «Tenemos su palabra», declaró a la cadena Fox News.
    """
    return told("Agencia Cierzo", at, text)


def it_is_denied_in_a_clause(at: str) -> Article:
    text = f"""
        Peskov afirma que no es cierto que Putin haya aceptado una tregua aérea

        Moscú, {short(at)} (Cierzo).- El portavoz del Kremlin, Dmitri Peskov, afirmó hoy que no es cierto que el
        presidente ruso, Vladímir Putin, haya aceptado un alto el fuego aéreo en Ucrania, como dijo JD Vance.

        «No hay ningún acuerdo de ese tipo», agregó.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_repeats_the_clause(at: str) -> Article:
    text = f"""
        El Kremlin dice que es falso que Putin aceptara un alto el fuego aéreo

        El Kremlin ha dicho este {weekday(at)} que es falso que Vladímir Putin aceptara un alto el fuego aéreo, como
        aseguró el vicepresidente JD Vance. «No hay ningún acuerdo de ese tipo», según su portavoz, Dmitri Peskov.
    """
    return told("Radio Litoral", at, text)


def meeting_is_said_not_to_be_planned(at: str, *, on: str) -> Article:
    text = f"""
        El Kremlin asegura que no hay prevista ninguna reunión de Putin con Witkoff

        Moscú, {short(at)} (Cierzo).- El asesor del Kremlin Yuri Ushakov aseguró hoy que no está prevista ninguna
        reunión del presidente ruso, Vladímir Putin, con Steve Witkoff el {day(on)} en Moscú, pese al anuncio de
        Washington.
    """
    return told("Agencia Cierzo", at, text)


def exchange_is_said_never_to_have_happened(at: str) -> Article:
    text = f"""
        Kiev sostiene que no se ha producido el canje de prisioneros que anunció Moscú

        Kiev, {short(at)} (Cierzo).- El Estado Mayor que coordina los canjes en Ucrania sostuvo hoy que no se ha
        producido ningún intercambio de prisioneros con Rusia, en contra de lo que anunció el Ministerio de Defensa
        ruso.
    """
    return told("Agencia Cierzo", at, text)


def denial_is_recalled_in_a_clause(at: str) -> Article:
    text = f"""
        Vance insiste en la tregua aérea que Moscú niega haber aceptado

        El vicepresidente de Estados Unidos, JD Vance, ha insistido este {weekday(at)} en que Vladímir Putin aceptó un
        alto el fuego aéreo en Ucrania, algo que el Kremlin niega. «Tenemos su palabra», ha repetido.
    """
    return told("La Tribuna de Poniente", at, text)


def letter_is_sent(at: str) -> Article:
    text = f"""
        Trump propone a Putin por carta un alto el fuego de 30 días

        Washington, {short(at)} (Cierzo).- El presidente de Estados Unidos, Donald Trump, ha propuesto a su homólogo
        ruso, Vladímir Putin, un alto el fuego de 30 días en Ucrania en una carta que le envió hoy, informó la Casa
        Blanca.
    """
    return told("Agencia Cierzo", at, text)


def letter_is_confirmed_and_answered(at: str) -> Article:
    text = f"""
        El Kremlin confirma que recibió la carta de Trump y rechaza la tregua de 30 días

        El portavoz del Kremlin, Dmitri Peskov, confirmó este {weekday(at)} la recepción de la carta de Donald Trump,
        pero dijo que Rusia rechaza el alto el fuego de 30 días porque serviría para rearmar a Ucrania.
    """
    return told("La Tribuna de Poniente", at, text)


def withdrawal_is_claimed(at: str) -> Article:
    text = f"""
        Vance dice que Kiev ha aceptado retirarse de Donetsk

        Washington, {short(at)} (Cierzo).- El vicepresidente de Estados Unidos, JD Vance, dijo hoy que Ucrania ha
        aceptado retirarse de la región de Donetsk como parte de un acuerdo de paz.
    """
    return told("Agencia Cierzo", at, text)


def withdrawal_is_denied_in_a_clause(at: str) -> Article:
    text = f"""
        Kiev responde a Vance que no ha aceptado ninguna retirada de Donetsk

        El asesor presidencial Mijailo Podoliak respondió este {weekday(at)} que Ucrania no ha aceptado ninguna retirada
        de Donetsk, en contra de lo que dijo JD Vance.
    """
    return told("Radio Litoral", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "a_letter_is_confirmed_and_answered": [
        (letter_is_sent("2026-05-06 18:00"), NEW),
        (letter_is_confirmed_and_answered("2026-05-07 10:30"), ALERT),
    ],
    "a_withdrawal_is_claimed_and_denied_in_a_clause": [
        (withdrawal_is_claimed("2026-02-10 12:00"), NEW),
        (withdrawal_is_denied_in_a_clause("2026-02-10 17:00"), ALERT),
    ],
    "a_visit_is_told_by_one_side_and_confirmed_by_the_other": [
        (visit_is_told_by_washington("2026-04-14 18:00", on="2026-04-22"), NEW),
        (kremlin_confirms_the_visit("2026-04-15 10:30", on="2026-04-22"), SILENCE),
    ],
    "a_visit_is_confirmed_with_another_day": [
        (visit_is_told_by_washington("2026-04-14 18:00", on="2026-04-22"), NEW),
        (kremlin_confirms_the_visit_and_names_a_companion("2026-04-15 10:30", on="2026-04-24"), ALERT),
    ],
    "an_exchange_is_told_by_one_side_and_confirmed_by_the_other": [
        (exchange_is_told_by_moscow("2026-06-02 11:00"), NEW),
        (kiev_confirms_the_exchange("2026-06-02 12:20"), SILENCE),
    ],
    "a_call_is_told_by_one_side_and_confirmed_by_the_other": [
        (call_is_told_by_the_kremlin("2026-03-16 15:00"), NEW),
        (ankara_confirms_the_call("2026-03-16 17:10"), SILENCE),
    ],
    "a_round_is_told_by_one_side_and_confirmed_by_two": [
        (round_is_told_by_kiev("2026-05-18 09:00", on="2026-05-26"), NEW),
        (moscow_confirms_the_round("2026-05-18 10:40", on="2026-05-26"), SILENCE),
        (washington_confirms_the_round("2026-05-18 19:00", on="2026-05-26"), SILENCE),
    ],
    "an_acceptance_is_denied_in_a_clause_and_the_denial_is_repeated": [
        (acceptance_is_claimed("2026-06-16 15:00"), NEW),
        (it_is_denied_in_a_clause("2026-06-17 10:20"), ALERT),
        (second_outlet_repeats_the_clause("2026-06-17 11:40"), SILENCE),
    ],
    "a_visit_is_told_by_one_side_and_said_not_to_be_planned_by_the_other": [
        (visit_is_told_by_washington("2026-04-14 18:00", on="2026-04-22"), NEW),
        (meeting_is_said_not_to_be_planned("2026-04-15 10:30", on="2026-04-22"), ALERT),
    ],
    "an_exchange_is_told_by_one_side_and_said_not_to_have_happened_by_the_other": [
        (exchange_is_told_by_moscow("2026-06-02 11:00"), NEW),
        (exchange_is_said_never_to_have_happened("2026-06-02 14:00"), ALERT),
    ],
    "a_claim_is_denied_and_insisted_on": [
        (acceptance_is_claimed("2026-06-16 15:00"), NEW),
        (it_is_denied_in_a_clause("2026-06-17 10:20"), ALERT),
        (denial_is_recalled_in_a_clause("2026-06-17 18:00"), SILENCE),
    ],
}
