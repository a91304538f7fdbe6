"""Exchanges of prisoners and of bodies: carried out, corrected, followed by others, agreed on, denied."""

from __future__ import annotations

from talks.types import Article
from tests.news_steps import ALERT, NEW, OFFTOPIC, SILENCE, UPDATE, Step, short, told, weekday


def prisoners_are_exchanged(at: str, *, each: int = 146) -> Article:
    text = f"""
        Rusia y Ucrania canjean {each} prisioneros de guerra por bando, según lo acordado en Estambul

        Moscú, {short(at)} (Cierzo).- Rusia y Ucrania intercambiaron hoy {each} prisioneros de guerra por cada bando, en
        cumplimiento de lo acordado en las negociaciones de Estambul, informó el Ministerio de Defensa ruso.

        «{each} militares rusos han regresado del territorio controlado por el régimen de Kiev», señala el comunicado,
        que agradece la mediación de Emiratos Árabes Unidos.

        Los liberados se encuentran en Bielorrusia, donde reciben atención médica y psicológica.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_of_the_exchange(at: str, *, each: int = 146) -> Article:
    text = f"""
        «Están en casa»: Zelenski celebra el regreso de {each} ucranianos tras un nuevo canje con Rusia

        Entre los {each} que han vuelto este {weekday(at)} a Ucrania hay defensores de Mariúpol que llevaban más de
        tres años presos. El presidente Volodímir Zelenski ha publicado las imágenes en sus redes y ha agradecido a
        Emiratos Árabes Unidos su ayuda en el intercambio de prisioneros, pactado en las conversaciones de Estambul.

        Rusia ha recibido a otros tantos militares.
    """
    return told("La Tribuna de Poniente", at, text)


def number_changes(at: str, *, told_before: int = 146, each: int = 157) -> Article:
    text = f"""
        (CORRIGE) Rusia y Ucrania canjean {each} prisioneros de guerra por bando, no {told_before}

        Moscú, {short(at)} (Cierzo).- Rusia y Ucrania intercambiaron hoy {each} prisioneros de guerra por cada bando, y
        no {told_before} como se informó, según rectificó el Ministerio de Defensa ruso.

        (Corrige el número de prisioneros en título y primer párrafo)
    """
    return told("Agencia Cierzo", at, text)


def another_exchange_days_later(at: str, *, each: int = 200) -> Article:
    text = f"""
        Segundo canje en una semana: vuelven a casa {each} ucranianos y otros tantos rusos

        Kiev, {short(at)} (Cierzo).- Ucrania y Rusia llevaron a cabo este {weekday(at)} un nuevo intercambio de
        prisioneros, el segundo en una semana, que ha permitido el regreso de {each} personas por cada parte, anunció el
        Cuartel General de Coordinación para el Trato de los Prisioneros de Guerra.

        El defensor del pueblo ucraniano, Dmitró Lubinets, precisó que esta fase también forma parte de lo negociado en
        Estambul.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_of_another_exchange(at: str, *, each: int = 200) -> Article:
    text = f"""
        Otros {each} prisioneros ucranianos recuperan la libertad

        Nuevo intercambio de prisioneros entre Rusia y Ucrania, el segundo en pocos días. Cada país ha liberado este
        {weekday(at)} a {each} soldados, dentro de lo pactado en Estambul, según Dmitró Lubinets.
    """
    return told("Radio Litoral", at, text)


def bodies_are_returned(at: str, *, number: str = "1.000") -> Article:
    text = f"""
        Rusia entrega a Ucrania {number} cuerpos de soldados en virtud de los acuerdos de Estambul

        Kiev, {short(at)} (Cierzo).- Ucrania recibió hoy los restos de {number} personas que, según la parte rusa, son
        militares ucranianos caídos, informó el Cuartel General de Coordinación. A cambio, Moscú recuperó 38 cuerpos.

        La repatriación se acordó en las conversaciones de paz de Estambul. El asesor del Kremlin Vladímir Medinski la
        confirmó en su canal de Telegram.
    """
    return told("Agencia Cierzo", at, text)


def second_outlet_tells_of_the_bodies(at: str, *, number: str = "1.000") -> Article:
    text = f"""
        Ucrania recupera los restos de {number} caídos

        Moscú devolvió este {weekday(at)} a Kiev {number} cadáveres de combatientes, informaron las autoridades
        ucranianas. La entrega forma parte de lo convenido en Estambul. Medinsky dijo que Rusia recibió 38.
    """
    return told("El Cronista Andino", at, text)


def exchange_is_agreed(at: str, *, each: int = 500) -> Article:
    text = f"""
        Witkoff anuncia un acuerdo entre Kiev y Moscú para canjear {each} prisioneros por bando

        Washington, {short(at)} (Cierzo).- El enviado especial de la Casa Blanca, Steve Witkoff, anunció hoy que Rusia
        y Ucrania acordaron en sus negociaciones de Abu Dabi intercambiar {each} prisioneros de guerra por cada lado en
        los próximos días.

        «Es el resultado de unas conversaciones de paz detalladas y productivas», escribió Witkoff en X.
    """
    return told("Agencia Cierzo", at, text)


def agreed_exchange_takes_place(at: str, *, each: int = 500) -> Article:
    text = f"""
        Rusia y Ucrania completan el canje de {each} presos por bando que anunció Witkoff

        Kiev y Moscú han completado este {weekday(at)} el intercambio de {each} prisioneros de guerra por cada parte
        pactado en Abu Dabi. Volodímir Zelenski lo ha confirmado: «Nuestra gente vuelve a casa».
    """
    return told("Radio Litoral", at, text)


def exchange_is_suspended(at: str) -> Article:
    text = f"""
        Medinski acusa a Kiev de aplazar el canje de prisioneros acordado en Abu Dabi

        Moscú, {short(at)} (Cierzo).- El jefe de la delegación rusa, Vladímir Medinski, afirmó hoy que la parte
        ucraniana ha aplazado por tiempo indefinido el canje de prisioneros acordado en las negociaciones de Abu Dabi.

        «Nuestros autobuses están en la frontera desde ayer», aseguró Medinski.
    """
    return told("Agencia Cierzo", at, text)


def other_side_denies_the_suspension(at: str) -> Article:
    text = f"""
        Kiev niega haber aplazado el canje de prisioneros y acusa a Moscú de «juegos sucios»

        Ucrania desmintió este {weekday(at)} que haya aplazado el canje de prisioneros pactado con Rusia en Abu Dabi. El
        Cuartel General de Coordinación asegura que no se había fijado ninguna fecha y pide a Moscú que deje los «juegos
        sucios» y vuelva al trabajo constructivo.
    """
    return told("La Tribuna de Poniente", at, text)


def children_are_brought_home(at: str, *, number: int = 12) -> Article:
    text = f"""
        {number} niños ucranianos vuelven a casa por mediación de Melania Trump

        Washington, {short(at)} (Cierzo).- Un grupo de {number} menores ucranianos trasladados a Rusia durante la
        guerra se ha reunido con sus familias, anunció hoy la primera dama de Estados Unidos, Melania Trump, que
        mantiene un canal de diálogo con el presidente ruso, Vladímir Putin.

        La devolución de los niños figura entre los puntos de las negociaciones de paz.
    """
    return told("Agencia Cierzo", at, text)


def exchange_is_told_in_round_figures(at: str, *, number: int) -> Article:
    text = f"""
        Anuncian el canje de más de {number} presos entre Rusia y Ucrania

        Rusia y Ucrania intercambiarán más de {number} prisioneros de guerra en los próximos días en virtud de lo
        pactado en Abu Dabi, según anunció este {weekday(at)} el enviado estadounidense, Steve Witkoff.
    """
    return told("El Faro del Sur", at, text)


def exchange_takes_place_with_so_many_each(at: str, *, each: int) -> Article:
    text = f"""
        Rusia y Ucrania canjean a {each} prisioneros cada una

        Rusia y Ucrania canjearon este {weekday(at)} a {each} prisioneros de guerra cada una, al término de las
        conversaciones de Abu Dabi. Los soldados cruzaron la frontera de Bielorrusia en autobuses.
    """
    return told("Radio Litoral", at, text)


def exchange_of_so_many_in_all_is_announced(at: str, *, number: int) -> Article:
    text = f"""
        Rusia y Ucrania canjearán a {number} prisioneros de guerra

        Abu Dabi, {short(at)} (Cierzo).- Rusia y Ucrania canjearán a {number} prisioneros de guerra en los próximos
        días, anunció hoy el enviado especial de la Casa Blanca, Steve Witkoff, tras las conversaciones de Abu Dabi.
    """
    return told("Agencia Cierzo", at, text)


def prisoners_are_sentenced(at: str) -> Article:
    text = f"""
        Un tribunal de Rostov condena a dieciocho años de cárcel a tres prisioneros ucranianos

        Un tribunal militar de Rostov del Don ha condenado este {weekday(at)} a tres soldados ucranianos capturados en
        la región de Kursk a dieciocho años de prisión por terrorismo. La defensa ha anunciado que recurrirá.
    """
    return told("Radio Litoral", at, text)


SEQUENCES: dict[str, list[Step]] = {
    "an_exchange_is_announced_told_in_round_figures_and_carried_out_the_same_evening": [
        (exchange_of_so_many_in_all_is_announced("2026-06-09 11:00", number=214), NEW),
        (exchange_is_told_in_round_figures("2026-06-09 13:00", number=200), SILENCE),
        (exchange_takes_place_with_so_many_each("2026-06-09 20:30", each=107), UPDATE),
    ],
    "an_exchange_is_told_by_both_sides": [
        (prisoners_are_exchanged("2026-03-19 13:10"), NEW),
        (second_outlet_tells_of_the_exchange("2026-03-19 15:00"), SILENCE),
    ],
    "an_exchange_is_corrected_by_the_agency": [
        (prisoners_are_exchanged("2026-04-02 12:00"), NEW),
        (number_changes("2026-04-02 13:20"), ALERT),
    ],
    "a_second_exchange_follows_days_later": [
        (prisoners_are_exchanged("2026-05-11 13:10"), NEW),
        (second_outlet_tells_of_the_exchange("2026-05-11 16:00"), SILENCE),
        (another_exchange_days_later("2026-05-16 11:30"), NEW),
        (second_outlet_tells_of_another_exchange("2026-05-16 13:45"), SILENCE),
    ],
    "an_exchange_is_agreed_and_takes_place": [
        (exchange_is_agreed("2026-06-09 18:00"), NEW),
        (agreed_exchange_takes_place("2026-06-12 16:00"), ALERT),
    ],
    "an_agreed_exchange_is_said_to_be_suspended_and_the_other_side_denies_it": [
        (exchange_is_agreed("2026-06-09 18:00"), NEW),
        (exchange_is_suspended("2026-06-13 10:00"), ALERT),
        (other_side_denies_the_suspension("2026-06-13 14:30"), ALERT),
    ],
    "bodies_are_returned_and_the_next_day_prisoners_are_exchanged": [
        (bodies_are_returned("2026-07-14 11:00"), NEW),
        (second_outlet_tells_of_the_bodies("2026-07-14 14:20"), SILENCE),
        (prisoners_are_exchanged("2026-07-15 12:45", each=300), NEW),
    ],
    "children_come_home_between_two_exchanges": [
        (prisoners_are_exchanged("2026-05-11 13:10"), NEW),
        (children_are_brought_home("2026-05-13 18:00"), ALERT),
        (another_exchange_days_later("2026-05-16 11:30"), NEW),
    ],
    "prisoners_are_sentenced_after_an_exchange": [
        (prisoners_are_exchanged("2026-03-19 13:10"), NEW),
        (prisoners_are_sentenced("2026-03-20 10:00"), OFFTOPIC),
    ],
}
