"""The same copy again: other outlets, cuts, titles, spellings, weeks later; live blogs that grow."""

from __future__ import annotations

from dataclasses import replace

from talks.types import Article
from tests.news_leaders import leader_receives_the_envoy, leaders_talk_by_phone
from tests.news_rounds import round_is_held
from tests.news_statements import spokesman_speaks
from tests.news_steps import ALERT, NEW, REPEAT, SILENCE, Step, instant, short, told

ROUND = round_is_held("2026-03-24 18:20")
CONDITION = spokesman_speaks("2026-05-05 10:40")
PHONE_CALL = leaders_talk_by_phone("2026-05-19 17:40")

EXPECTED = "15:30 | El Kremlin confirma que Putin recibirá hoy a Witkoff. La reunión empezará a las 18.00."
ARRIVAL = "17:10 | Witkoff llega al Kremlin. El enviado de Trump ha entrado en coche por la puerta Borovitskaya."
END = (
    "20:45 | Putin y Witkoff concluyen su reunión en el Kremlin. El presidente ruso y el enviado de Estados Unidos han "
    "hablado durante cuatro horas."
)
WORDS = (
    "22:15 | Ushakov califica la conversación de «constructiva». El asesor del Kremlin dice que no hay compromiso "
    "sobre los territorios."
)
ANNOUNCED = (
    "21:20 | Trump anuncia que Putin acepta un alto el fuego de treinta días. «Tenemos un acuerdo», ha escrito el "
    "presidente de Estados Unidos en Truth Social."
)


def printed_elsewhere(article: Article, *, outlet: str, at: str, title: str = "", paragraphs: int = 9) -> Article:
    """The same copy in another outlet: its title changed where one is given, cut, without date line."""
    text = "\n\n".join(article.text.split("\n\n")[:paragraphs]).split(".- ", 1)[-1]
    new = told(outlet, at, "Título")
    return replace(new, title=title or article.title, text=text)


def respelt(article: Article) -> Article:
    """As papers of other houses spell: EEUU, Zelensky, Vladimir, straight marks."""
    spellings = {
        "EE. UU.": "EEUU", "Zelenski": "Zelensky", "Volodímir": "Volodymyr", "Vladímir": "Vladimir", "«": '"', "»": '"',
        "Umérov": "Umerov", "Kiev": "Kyiv", "alto el fuego": "cese el fuego", "hoy": "este día",
    }  # fmt: skip
    title, text = article.title, article.text
    for old, new in spellings.items():
        title, text = title.replace(old, new), text.replace(old, new)
    return replace(article, title=title, text=text)


def old_article_resurfaces(article: Article, *, at: str) -> Article:
    """The very text again, with the date of today."""
    return replace(article, id=f"{article.id}-again", url=f"{article.url}again", published=instant(at))


def live_blog_grows(at: str, *entries: str) -> Article:
    """Newest entry first, each behind its time stamp, as «22:15 | Putin y Witkoff…»."""
    title = f"Guerra en Ucrania, última hora en directo | {entries[0].split('|')[1].split('.')[0].strip()}"
    return told("Minuto Cero", at, "\n\n".join((title, *entries)))


def teaser(at: str, title: str) -> Article:
    """A feed that gives a title and no more than a date line."""
    return told("Portal Serrano", at, f"{title}\n\nMOSCÚ, {short(at).title()}. (BOREAL) -… Leer más")


TEASER = teaser("2026-03-03 11:00", "El Kremlin exige que Ucrania se retire del Donbás antes de negociar una tregua")

SEQUENCES: dict[str, list[Step]] = {
    "two_teasers_of_a_line_two_months_apart": [
        (TEASER, ALERT),
        (teaser("2026-05-11 13:10", "Rusia y Ucrania canjean 146 prisioneros de guerra por bando"), NEW),
    ],
    "a_feed_without_texts_repeats_a_title_of_the_day": [
        (CONDITION, NEW),
        (teaser("2026-05-05 12:00", f"Guerra en Ucrania: {CONDITION.title} - Portal Serrano"), SILENCE),
    ],
    "a_teaser_of_a_line_is_printed_elsewhere": [
        (TEASER, ALERT),
        (printed_elsewhere(TEASER, outlet="Diario de la Ría", at="2026-03-03 12:00"), SILENCE),
    ],
    "a_wire_is_printed_by_three_papers": [
        (ROUND, NEW),
        (printed_elsewhere(ROUND, outlet="Diario de la Ría", at="2026-03-24 18:45"), REPEAT),
        (printed_elsewhere(ROUND, outlet="Gaceta del Páramo", at="2026-03-24 19:30", paragraphs=2), REPEAT),
        (printed_elsewhere(ROUND, outlet="El Nuevo Orinoco", at="2026-03-25 05:00", paragraphs=1), REPEAT),
    ],
    "a_wire_is_printed_under_another_title": [
        (ROUND, NEW),
        (
            printed_elsewhere(
                ROUND, outlet="Gaceta del Páramo", at="2026-03-24 20:10", title="Medinski ve «útil» la cita de Ginebra"
            ),
            SILENCE,
        ),
    ],
    "a_wire_is_printed_in_other_spellings": [
        (CONDITION, NEW),
        (respelt(printed_elsewhere(CONDITION, outlet="El Nuevo Orinoco", at="2026-05-05 13:00")), SILENCE),
    ],
    "a_call_is_printed_cut_respelt_and_under_another_title": [
        (PHONE_CALL, NEW),
        (
            respelt(
                printed_elsewhere(
                    PHONE_CALL,
                    outlet="El Nuevo Orinoco",
                    at="2026-05-19 18:30",
                    title="Putin y Trump se llaman",
                    paragraphs=1,
                )
            ),
            SILENCE,
        ),
    ],
    "an_article_of_two_weeks_ago_is_printed_again": [
        (ROUND, NEW),
        (old_article_resurfaces(ROUND, at="2026-04-07 10:00"), REPEAT),
    ],
    "an_article_of_two_months_ago_is_printed_again": [
        (ROUND, NEW),
        (spokesman_speaks("2026-05-05 10:40"), NEW),
        (old_article_resurfaces(ROUND, at="2026-05-25 10:00"), REPEAT),
    ],
    "a_live_blog_grows_with_what_was_told": [
        (leader_receives_the_envoy("2026-06-23 20:30"), NEW),
        (live_blog_grows("2026-06-23 21:00", END, ARRIVAL), SILENCE),
        (live_blog_grows("2026-06-23 22:30", WORDS, END, ARRIVAL), SILENCE),
    ],
    "a_live_blog_brings_news_of_its_own": [
        (live_blog_grows("2026-06-23 18:00", ARRIVAL, EXPECTED), ALERT),
        (live_blog_grows("2026-06-23 21:30", ANNOUNCED, ARRIVAL, EXPECTED), ALERT),
    ],
}
