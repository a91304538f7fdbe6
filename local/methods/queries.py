"""Answers to a pressed button and to an inline query."""

from __future__ import annotations

import re

from local.entities import utf16_length
from local.errors import bad_request
from local.formatting import ENTITIES, formatted_text
from local.keyboards import checked_markup
from local.methods.method import PREVIEW, Method
from local.shapes import Json, Kind, ListOf, Object, check
from local.state import Query, State

PRESS_LIVES = 15
INLINE_LIVES = 10
MOST_ANSWER = 200
MOST_RESULTS = 50
MOST_BYTES = 64
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
DEEP_LINK = re.compile(r"https?://(?:t|telegram)\.me/(\w+)\?start=[\w-]*")
ARTICLE = Object(
    {
        "type": Kind.TEXT,
        "id": Kind.TEXT,
        "title": Kind.TEXT,
        "input_message_content": Object(
            {"message_text": Kind.TEXT},
            {"parse_mode": Kind.TEXT, "entities": ENTITIES, "link_preview_options": PREVIEW},
        ),
    },
    {
        "reply_markup": Kind.ANY,
        "url": Kind.TEXT,
        "description": Kind.TEXT,
        "thumbnail_url": Kind.TEXT,
        "thumbnail_width": Kind.INT,
        "thumbnail_height": Kind.INT,
    },
)


def answer_callback_query(state: State, params: Json) -> bool:
    if utf16_length(params.get("text", "")) > MOST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if params.get("url") and not _opens_bot(state, params["url"]):
        raise bad_request("URL_INVALID")
    query = _live_query(state, params["callback_query_id"], PRESS_LIVES)
    _answer(state, query, {name: value for name, value in params.items() if name != "callback_query_id"})
    return True


def _opens_bot(state: State, url: str) -> bool:
    """Besides games, a press may only open the bot itself, by a deep link."""
    link = DEEP_LINK.fullmatch(url)
    return bool(link and link[1].lower() == str(state.bot.username).lower())


def answer_inline_query(state: State, params: Json) -> bool:
    _check_results(state, params["results"])
    if len(params.get("next_offset", "").encode()) > MOST_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    query = _live_query(state, params["inline_query_id"], INLINE_LIVES)
    _answer(state, query, {name: value for name, value in params.items() if name != "inline_query_id"})
    return True


def _live_query(state: State, query_id: str, seconds: int) -> Query:
    query = state.queries.get(query_id)
    if query is None or query.answer is not None or state.clock() - query.asked_at > seconds:
        raise bad_request(TOO_OLD)
    return query


def _answer(state: State, query: Query, answer: Json) -> None:
    query.answer = answer
    state.record(state.chats[query.user_id], "answered", None, **answer)


def _check_results(state: State, results: list[Json]) -> None:
    if len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    for result in results:
        _check_article(state, result)
    ids = [result["id"] for result in results]
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")


def _check_article(state: State, result: Json) -> None:
    """Articles are the only results that are known here: they are what the project sends."""
    if result.get("type") != "article":
        kind = result.get("type", "")
        raise bad_request(f'can\'t parse inline query result: type "{kind}" is unsupported for the inline query result')
    check(ARTICLE, result, "inline query result")
    if not 0 < len(result["id"].encode()) <= MOST_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    content = result["input_message_content"]
    formatted_text(state, content | {"text": content["message_text"]}, too_long="message is too long")
    checked_markup(result.get("reply_markup"), only_inline=True)


METHODS = {
    "answerCallbackQuery": Method(
        answer_callback_query,
        {"callback_query_id": Kind.TEXT},
        {"text": Kind.TEXT, "show_alert": Kind.BOOL, "url": Kind.TEXT, "cache_time": Kind.INT},
    ),
    "answerInlineQuery": Method(
        answer_inline_query,
        {"inline_query_id": Kind.TEXT, "results": ListOf(Kind.ANY)},
        {
            "cache_time": Kind.INT,
            "is_personal": Kind.BOOL,
            "next_offset": Kind.TEXT,
            "button": Object(
                {"text": Kind.TEXT}, {"start_parameter": Kind.TEXT, "web_app": Object({"url": Kind.TEXT})}
            ),
        },
    ),
}
