"""Why something was told here, and why something else was not."""

from __future__ import annotations

import re
from datetime import date
from zoneinfo import ZoneInfo

from bot.answer import Answer
from bot.answers.timeline import sources_html
from bot.dates import day, moment
from bot.markup import bold, clean, link, safe
from bot.texts.alerts import (
    BEFORE_LABEL,
    NOT_FOR_THIS_CHAT,
    NOT_JUDGED_YET,
    NOT_SUBSCRIBED_RULE,
    NOTHING_TOLD_YET,
    SOURCES_LABEL,
    UNKNOWN_DEVELOPMENT,
    WHY_HINT,
    WHY_IMPORTANT,
    WHY_NOT_TITLE,
    WHY_RULES,
    WHY_TITLE,
    arrived,
    did_not_arrive,
    is_kept_for_later,
    is_on_its_way,
    may_have_arrived,
    never_read,
    was_overtaken,
)
from talks.folding import fold
from talks.store.articles import search_articles
from talks.store.connection import Store
from talks.store.developments import development, verdict_reason
from talks.store.tracing import Trace, development_of_message, judgement_on, last_told, trace
from talks.store.wishes import wishes_of
from talks.types import Article, Chat, Development, Wishes
from talks.types.wishes import IMPORTANT_FROM

REASON, BEFORE, HEADLINE, OUTLET, ASKED = 600, 300, 220, 40, 60
LOOKED_AT, MOST_WORDS = 10, 6
UNSAID = frozenset({
    "a", "al", "alerta", "aviso", "avisaste", "con", "de", "del", "el", "en", "enviaste", "esta", "este", "ha", "has",
    "la", "las", "le", "llega", "llego", "llegaron", "lo", "los", "me", "mensaje", "no", "noticia", "novedad", "por",
    "porque", "que", "se", "sobre", "un", "una", "y",
})  # fmt: skip
_WORD = re.compile(r"\w{2,}")


def why_answer(store: Store, development_id: int, *, chat: Chat) -> Answer:
    told = development(store, development_id)
    if told is None:
        return Answer(UNKNOWN_DEVELOPMENT)
    reason = verdict_reason(store, development_id) or told.intent.reason
    lines = [bold(WHY_TITLE), f"<i>{safe(told.intent.headline, HEADLINE)}</i>", safe(reason, REASON)]
    if told.intent.before:
        lines.append(f"{BEFORE_LABEL} {safe(told.intent.before, BEFORE)}")
    lines += [
        f"{SOURCES_LABEL} {sources_html(told.sources)}",
        "",
        _rule(wishes_of(store, chat.bot_id, chat.id), told, chat),
    ]
    return Answer("\n".join(lines))


def _rule(wishes: Wishes, told: Development, chat: Chat) -> str:
    """Which of the settings let it through."""
    if not chat.is_subscribed:
        return NOT_SUBSCRIBED_RULE
    if wishes.mode == "important" and told.intent.importance >= IMPORTANT_FROM:
        return WHY_IMPORTANT
    return WHY_RULES[wishes.mode]


def porque_answer(store: Store, text: str, *, chat: Chat, reply_to: int | None, today: date) -> Answer:
    """Of the alert that is answered; of what the words name; else of the last alert in this chat."""
    told = development_of_message(store, chat.bot_id, chat.id, reply_to) if reply_to else None
    words = [word for word in _WORD.findall(clean(text)) if fold(word) not in UNSAID][:MOST_WORDS]
    if told is None and words:
        return why_not_answer(store, words, chat=chat, today=today)
    told = told or last_told(store, chat.bot_id, chat.id)
    return why_answer(store, told, chat=chat) if told else Answer(f"{NOTHING_TOLD_YET}\n\n{WHY_HINT}")


def why_not_answer(store: Store, words: list[str], *, chat: Chat, today: date) -> Answer:
    """What was decided on the newest article with these words, and what became of it in this chat."""
    articles = search_articles(store, words, limit=LOOKED_AT)
    if not articles:
        return Answer(f"{never_read(safe(' '.join(words), ASKED))}\n\n{WHY_HINT}")
    judged = [(article, judgement_on(store, article.id)) for article in articles]
    article, judgement = next((pair for pair in judged if pair[1] and pair[1].development_id), judged[0])
    lines = [
        bold(WHY_NOT_TITLE),
        _headline(article, today),
        safe(judgement.reason, REASON) if judgement else NOT_JUDGED_YET,
    ]
    if judgement and judgement.development_id is not None:
        lines.append(_fate(trace(store, chat.bot_id, chat.id, judgement.development_id), chat, today))
    return Answer("\n".join(lines))


def _headline(article: Article, today: date) -> str:
    title = link(safe(article.title or article.text, HEADLINE), article.url)
    return f"{title} ({safe(article.outlet, OUTLET)}, {day(article.published.date(), today=today)})"


def _fate(found: Trace | None, chat: Chat, today: date) -> str:
    if found is None:
        return NOT_FOR_THIS_CHAT
    if found.sent_at is not None:
        return arrived(moment(found.sent_at.astimezone(ZoneInfo(chat.timezone)), today=today))
    if found.state == "held":
        return is_kept_for_later()
    if found.state == "failed":
        return did_not_arrive(safe(found.error or "", REASON))
    if found.state == "superseded":
        return was_overtaken()
    return may_have_arrived() if found.state in ("ambiguous", "told") else is_on_its_way()
