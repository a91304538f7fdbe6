"""Answers to a pressed button and to an inline query."""

from __future__ import annotations

from local.errors import bad_request
from local.methods.method import Method
from local.shapes import Json, Kind, ListOf, Object
from local.state import Query, State

PRESS_LIVES = 15
INLINE_LIVES = 10
MOST_ANSWER = 200
MOST_RESULTS = 50
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(state: State, params: Json) -> bool:
    query = _live_query(state, params["callback_query_id"], PRESS_LIVES)
    if len(params.get("text", "")) > MOST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    _answer(state, query, {name: value for name, value in params.items() if name != "callback_query_id"})
    return True


def answer_inline_query(state: State, params: Json) -> bool:
    query = _live_query(state, params["inline_query_id"], INLINE_LIVES)
    _check_results(params["results"])
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


def _check_results(results: list[Json]) -> None:
    if len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    ids = [str(result.get("id", "")) for result in results]
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    for result in results:
        if not 0 < len(str(result.get("id", "")).encode()) <= 64:
            raise bad_request("RESULT_ID_INVALID")
        if result.get("type") == "article" and not (result.get("title") and result.get("input_message_content")):
            raise bad_request("can't parse inline query result: an article needs title and input_message_content")


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
