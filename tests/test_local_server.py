"""The Bot API on loopback: what it accepts, what it refuses and in which words."""

from __future__ import annotations

import asyncio
import json
import struct
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineQueryResultArticle,
    InputMediaPhoto,
    InputMediaVideo,
    InputTextMessageContent,
    Message,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden

from local.errors import ControlError
from local.people import User
from local.server import LocalServer, start_local_server

TOKEN = "123456:ABC-def"
START = 1_766_500_000.0
NOT_MODIFIED = "Message is not modified"
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 480) + b"\x00" * 20
JPEG = b"\xff\xd8\xff\xe0\x00\x04xx\xff\xc0\x00\x11\x08" + struct.pack(">HH", 480, 640) + b"\x00" * 9


class Clock:
    """A clock that a test can move."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest_asyncio.fixture
async def server(clock: Clock) -> AsyncIterator[LocalServer]:
    running = await start_local_server(token=TOKEN, clock=clock)
    yield running
    await running.stop()


@pytest_asyncio.fixture
async def bot(server: LocalServer) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=server.base_url, base_file_url=server.base_file_url) as bot:
        yield bot


@pytest_asyncio.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def ana(server: LocalServer) -> User:
    user = server.user("Ana", username="ana")
    user.send("/start")
    return user


async def call(http: aiohttp.ClientSession, server: LocalServer, method: str, **params: Any) -> Any:
    async with http.post(f"{server.base_url}{TOKEN}/{method}", json=params) as response:
        body = await response.json()
        assert response.status == body.get("error_code", 200)
        return body


async def description(http: aiohttp.ClientSession, server: LocalServer, method: str, **params: Any) -> str:
    body = await call(http, server, method, **params)
    assert not body["ok"]
    return str(body["description"])


async def test_an_unknown_method_or_token_is_answered_as_telegram_does(
    server: LocalServer, http: aiohttp.ClientSession
) -> None:
    assert await call(http, server, "sendNothing") == {
        "ok": False,
        "error_code": 404,
        "description": "Not Found: method not found",
    }
    async with http.get(f"{server.base_url}1:otro/getMe") as response:
        assert (response.status, (await response.json())["description"]) == (401, "Unauthorized")
    async with http.get(f"{server.base_url}nada/getMe") as response:
        assert response.status == 404


async def test_parameters_come_in_the_address_a_form_a_multipart_body_or_json(
    server: LocalServer, http: aiohttp.ClientSession, ana: User
) -> None:
    url = f"{server.base_url}{TOKEN}/SENDMESSAGE"
    params = {"chat_id": str(ana.id), "text": "hola", "disable_notification": "true"}
    multipart = aiohttp.FormData(params, default_to_multipart=True)
    for ask in (
        http.get(url, params=params),
        http.post(url, data=params),
        http.post(url, data=multipart),
        http.post(url, json={"chat_id": ana.id, "text": "hola", "disable_notification": True}),
    ):
        async with ask as response:
            assert (await response.json())["result"]["text"] == "hola"
    assert {json.dumps(one.params, sort_keys=True) for one in server.calls} == {
        json.dumps({"chat_id": ana.id, "text": "hola", "disable_notification": True}, sort_keys=True)
    }


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": "x"}, "chat_id is empty"),
        ({"chat_id": 1001}, "message text is empty"),
        ({"chat_id": 1001, "text": ""}, "message text is empty"),
        ({"chat_id": 1001, "text": " \n "}, "text must be non-empty"),
        ({"chat_id": 1001, "text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"chat_id": 1001, "text": "ñ" * 4097}, "message is too long"),
        ({"chat_id": 1001, "text": "🟡" * 2049}, "message is too long"),
        ({"chat_id": 999, "text": "x"}, "chat not found"),
        ({"chat_id": "@nadie", "text": "x"}, "chat not found"),
        ({"chat_id": "", "text": "x"}, "chat_id is empty"),
        ({"chat_id": 1001, "text": "x", "chat": 1}, 'unknown parameter "chat"'),
        ({"chat_id": 1001, "text": 5}, 'parameter "text" must be of type String'),
        ({"chat_id": 1001, "text": "x", "disable_notification": 1}, 'parameter "disable_notification" must be of type'),
        ({"chat_id": 1001, "text": "x\ud800"}, "strings must be encoded in UTF-8"),
        ({"chat_id": 1001, "text": "*x*", "parse_mode": "MarkdownV2"}, "unsupported parse_mode"),
        ({"chat_id": 1001, "text": "<p>x", "parse_mode": "HTML"}, "can't parse entities: Unsupported start tag"),
        ({"chat_id": 1001, "text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"chat_id": 1001, "text": "x", "reply_parameters": {"id": 99}}, 'Can\'t find field "message_id"'),
        ({"chat_id": 1001, "text": "x", "message_thread_id": 3}, "message thread not found"),
        (
            {"chat_id": 1001, "text": "x", "entities": [{"type": "bold", "offset": 0, "length": 9}]},
            "ends after the end",
        ),
        ({"chat_id": 1001, "text": "🟡", "entities": [{"type": "bold", "offset": 1, "length": 1}]}, "in a middle of"),
        ({"chat_id": 1001, "text": "x", "reply_markup": {}}, "object expected as reply markup"),
        ({"chat_id": 1001, "text": "x", "reply_markup": "{"}, "can't parse reply markup JSON object"),
        ({"chat_id": 1001, "text": "x", "reply_parameters": {"message_id": 1, "chat_id": 5}}, "chat not found"),
    ],
)
@pytest.mark.usefixtures("ana")
async def test_a_wrong_message_is_refused_in_telegrams_words(
    server: LocalServer, http: aiohttp.ClientSession, params: dict[str, Any], words: str
) -> None:
    assert words in await description(http, server, "sendMessage", **params)


async def test_numbers_and_objects_may_come_written_out_inside_json(
    server: LocalServer, http: aiohttp.ClientSession, ana: User
) -> None:
    markup = json.dumps({"inline_keyboard": [[{"text": "x", "url": "example.org"}]]})
    sent = await call(http, server, "sendMessage", chat_id=str(ana.id), text="x", reply_markup=markup)
    assert sent["result"]["reply_markup"]["inline_keyboard"] == [[{"text": "x", "url": "http://example.org/"}]]


async def test_of_given_entities_only_those_are_kept_that_telegram_does_not_find_itself(
    server: LocalServer, http: aiohttp.ClientSession, ana: User
) -> None:
    given = [
        {"type": "url", "offset": 0, "length": 4},
        {"type": "text_link", "offset": 0, "length": 4, "url": "example.org"},
        {"type": "text_link", "offset": 5, "length": 2, "url": "nada"},
        {"type": "text_mention", "offset": 5, "length": 2, "user": {"id": ana.id}},
    ]
    sent = await call(http, server, "sendMessage", chat_id=ana.id, text="hola tú", entities=given)
    assert sent["result"]["entities"] == [
        {"type": "text_link", "offset": 0, "length": 4, "url": "http://example.org/"},
        {"type": "text_mention", "offset": 5, "length": 2, "user": ana.to_json()},
    ]


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "x", "callback_data": "ñ" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": "x"}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": " ", "callback_data": "x"}, "inline keyboard button text must be non-empty"),
        ({"text": "x", "url": "sin punto"}, "inline keyboard button URL 'sin punto' is invalid: Wrong HTTP URL"),
        ({"text": "x", "url": "ftp://example.org"}, "'ftp://example.org' is invalid: Unsupported URL protocol"),
        ({"text": "x", "web_app": {"url": "http://example.org"}}, "Only HTTPS links are allowed"),
        ({"text": "x", "url": "https://example.org", "callback_data": "x"}, "exactly one action is expected"),
        ({"text": "x", "data": "x"}, 'unknown field "data"'),
        ({"text": "x", "callback_data": "x", "style": "rosa"}, "invalid button style specified"),
    ],
)
async def test_a_wrong_button_is_refused(
    server: LocalServer, http: aiohttp.ClientSession, ana: User, button: dict[str, str], words: str
) -> None:
    markup = {"inline_keyboard": [[button]]}
    assert words in await description(http, server, "sendMessage", chat_id=ana.id, text="x", reply_markup=markup)


async def test_sixty_four_bytes_of_data_and_4096_units_of_text_are_accepted(
    server: LocalServer, http: aiohttp.ClientSession, ana: User
) -> None:
    markup: dict[str, Any] = {"inline_keyboard": [[{"text": "x", "callback_data": "ñ" * 32}]]}
    text = "<b>" + "🟡" * 2048 + "</b>"
    sent = await call(
        http,
        server,
        "sendMessage",
        chat_id=ana.id,
        text=text,
        parse_mode="HTML",
        reply_markup=markup,
    )
    assert sent["ok"]
    assert ana.new[-1].buttons[0].callback_data == "ñ" * 32


async def test_an_edit_needs_its_message_and_a_difference(bot: Bot, ana: User) -> None:
    sent = await bot.send_message(ana.id, "<b>uno</b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match=NOT_MODIFIED):
        await sent.edit_text("<b>uno</b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("dos", ana.id, 999)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("dos", ana.id, ana.messages[0].message_id)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await sent.edit_reply_markup(None)
    await sent.edit_text("uno")
    assert (ana.messages[-1].text, ana.messages[-1].entities) == ("uno", [])


async def test_a_deleted_message_is_gone(bot: Bot, ana: User, clock: Clock) -> None:
    sent = await bot.send_message(ana.id, "uno")
    old = await bot.send_message(ana.id, "dos")
    assert await sent.delete()
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await sent.delete()
    clock.now += 49 * 3600
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await old.delete()


async def test_a_reply_carries_what_it_answers(bot: Bot, ana: User) -> None:
    asked = ana.send("¿quién es?")
    await bot.send_message(ana.id, "ella", reply_to_message_id=asked.message_id)
    assert ana.new[-1].reply_to == asked.message_id
    ana.send("¿y él?", reply_to=ana.new[-1])
    update = (await bot.get_updates())[-1]
    assert update.message
    assert update.message.reply_to_message
    assert update.message.reply_to_message.text == "ella"


async def test_a_query_can_be_answered_once_and_not_too_late(bot: Bot, ana: User, clock: Clock) -> None:
    sent = await bot.send_message(ana.id, "x")
    first, second = ana.press(ana.messages[-1], data="forjado"), ana.press(ana.messages[-1], data="otro")
    await bot.answer_callback_query(first.id, "vale", show_alert=True)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(first.id)
    clock.now += 16
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(second.id)
    assert ana.answers == [{"text": "vale", "show_alert": True}]
    assert sent.message_id == ana.messages[-1].message_id


async def test_a_press_may_open_nothing_but_the_bot_itself(bot: Bot, ana: User) -> None:
    await bot.send_message(ana.id, "x")
    query = ana.press(ana.messages[-1], data="x")
    with pytest.raises(BadRequest, match="Url_invalid"):
        await bot.answer_callback_query(query.id, url="https://example.org")
    assert await bot.answer_callback_query(query.id, url="https://t.me/tregua_local_bot?start=ayuda")


async def test_nobody_can_press_what_is_not_there(bot: Bot, ana: User) -> None:
    await bot.send_message(ana.id, "x")
    with pytest.raises(ControlError, match="no button 'Siguiente'"):
        ana.press(ana.messages[-1], "Siguiente")
    ana.block()
    with pytest.raises(ControlError, match="unblock first"):
        ana.send("hola")


async def test_waiting_for_what_does_not_come_says_what_came(bot: Bot, ana: User) -> None:
    await bot.send_message(ana.id, "uno")
    with pytest.raises(TimeoutError, match=r"2 messages expected within 0.01 s, came \['uno'\]"):
        await ana.wait(2, 0.01)


async def test_in_a_group_a_member_hears_only_what_is_meant_for_it(server: LocalServer, bot: Bot, ana: User) -> None:
    group = server.group("Familia", members=[ana])
    await bot.send_message(group.id, "hola")
    reply_to = group.new[-1]
    for text in ("qué tal", "/stop@otro_bot", "/timeline", f"mira @{server.state.bot.username}"):
        ana.send(text, chat=group)
    ana.send("respondo", chat=group, reply_to=reply_to)
    group.set_bot("administrator")
    ana.send("ya lo oyes todo", chat=group)
    texts = [one.message.text for one in await bot.get_updates() if one.message and one.message.text]
    assert texts == ["/start", "/timeline", f"mira @{server.state.bot.username}", "respondo", "ya lo oyes todo"]


async def test_an_expelled_bot_cannot_speak_nor_look(server: LocalServer, bot: Bot, ana: User) -> None:
    group = server.group("Familia", members=[ana])
    group.set_bot("kicked")
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(group.id, "hola")
    with pytest.raises(Forbidden, match="bot was kicked"):
        await bot.get_chat(group.id)
    kinds = [one.my_chat_member.new_chat_member.status for one in await bot.get_updates() if one.my_chat_member]
    assert kinds == ["member", "kicked"]


async def test_a_restricted_bot_may_not_write(server: LocalServer, bot: Bot, ana: User) -> None:
    group = server.group("Familia", members=[ana])
    group.forbid_posting()
    with pytest.raises(BadRequest, match="Not enough rights to send text messages"):
        await bot.send_message(group.id, "hola")


async def test_a_basic_group_migrates_and_says_where_to(server: LocalServer, bot: Bot, ana: User) -> None:
    group = server.group("Familia", members=[ana], is_basic=True)
    new = group.migrate()
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(group.id, "hola")
    assert caught.value.new_chat_id == new.id
    await bot.send_message(new.id, "hola")
    moved = [one.message for one in await bot.get_updates() if one.message]
    assert [(one.migrate_to_chat_id, one.migrate_from_chat_id) for one in moved[-2:]] == [
        (new.id, None),
        (None, group.id),
    ]


async def test_a_topic_is_addressed_by_its_thread(server: LocalServer, bot: Bot, ana: User) -> None:
    forum = server.group("Redacción", members=[ana], is_forum=True)
    topic = forum.topic("Ucrania")
    await bot.send_message(forum.id, "hola", message_thread_id=topic)
    assert forum.new[-1].thread_id == topic
    forum.close_topic(topic)
    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(forum.id, "hola", message_thread_id=topic)
    forum.delete_topic(topic)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(forum.id, "hola", message_thread_id=topic)


async def test_a_channel_needs_an_administrator(server: LocalServer, bot: Bot) -> None:
    channel = server.channel("Canal", username="canal")
    await bot.send_message("@Canal", "hola")
    assert channel.new[-1].text == "hola"
    channel.set_bot("member")
    with pytest.raises(BadRequest, match="Need administrator rights in the channel chat"):
        await bot.send_message("@canal", "hola")
    channel.set_bot("administrator")
    channel.post("un anuncio")
    assert (await bot.get_updates())[-1].channel_post


async def test_members_and_administrators_are_told(server: LocalServer, bot: Bot, ana: User) -> None:
    luis, eva = server.user("Luis"), server.user("Eva")
    group = server.group("Familia", members=[ana, luis])
    group.set_member(luis, "administrator")
    statuses = [(await bot.get_chat_member(group.id, one.id)).status for one in (ana, luis, eva)]
    assert statuses == ["creator", "administrator", "left"]
    assert [one.user.first_name for one in await bot.get_chat_administrators(group.id)] == ["Ana", "Luis"]
    assert (await bot.get_chat(group.id)).title == "Familia"
    assert await bot.get_chat_member_count(group.id) == 3
    with pytest.raises(BadRequest, match="There are no administrators in the private chat"):
        await bot.get_chat_administrators(ana.id)


async def test_who_comes_goes_or_writes_unseen_is_told_to_the_bot(server: LocalServer, bot: Bot, ana: User) -> None:
    group = server.group("Familia", members=[ana], bot="administrator")
    eva = server.user("Eva")
    group.join(eva)
    eva.send("hola", chat=group)
    group.leave(eva)
    group.send_anonymously("/start")
    group.rename("Amigos")
    messages = [one.message for one in await bot.get_updates() if one.message][2:]
    assert messages[0].new_chat_members[0].first_name == "Eva"
    assert messages[2].left_chat_member
    assert messages[3].sender_chat
    assert messages[3].sender_chat.id == group.id
    assert messages[4].new_chat_title == "Amigos"
    with pytest.raises(ControlError, match="Eva is not a member of Amigos"):
        eva.send("hola", chat=group)


async def test_the_bot_can_leave_and_pin(server: LocalServer, bot: Bot, ana: User) -> None:
    group = server.group("Familia", members=[ana], bot="administrator")
    sent = await bot.send_message(group.id, "importante")
    assert await sent.pin()
    pinned = (await bot.get_chat(group.id)).pinned_message
    assert pinned
    assert pinned.text == "importante"
    assert await sent.unpin()
    assert await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await bot.send_chat_action(group.id, "typing")
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await bot.leave_chat(group.id)


async def test_a_picture_is_sent_once_and_then_by_its_id(bot: Bot, ana: User) -> None:
    sent = await bot.send_photo(ana.id, PNG, caption="<b>Mapa</b>", parse_mode="HTML")
    assert (sent.photo[-1].width, sent.photo[-1].height) == (640, 480)
    again = await bot.send_photo(ana.id, sent.photo[-1].file_id)
    assert again.photo == sent.photo
    assert [one.text for one in ana.new] == ["Mapa", ""]
    await sent.edit_caption("Otro mapa")
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await sent.edit_text("x")
    assert (await bot.send_photo(ana.id, JPEG)).photo[-1].height == 480


async def test_a_picture_is_edited_into_another_one(bot: Bot, ana: User) -> None:
    sent = await bot.send_photo(ana.id, PNG, caption="claro")
    edited = await sent.edit_media(InputMediaPhoto(JPEG, caption="<b>oscuro</b>", parse_mode="HTML"))
    assert isinstance(edited, Message)
    assert (edited.message_id, edited.caption) == (sent.message_id, "oscuro")
    assert edited.photo[-1].file_id != sent.photo[-1].file_id
    back = await edited.edit_media(InputMediaPhoto(sent.photo[-1].file_id))
    assert isinstance(back, Message)
    assert (back.photo, back.caption) == (sent.photo, None)
    with pytest.raises(BadRequest, match=NOT_MODIFIED):
        await back.edit_media(InputMediaPhoto(sent.photo[-1].file_id))


async def test_only_pictures_and_documents_are_edited_into_one(bot: Bot, ana: User) -> None:
    words = await bot.send_message(ana.id, "hola")
    with pytest.raises(BadRequest, match="There is no media in the message to edit"):
        await words.edit_media(InputMediaPhoto(PNG))
    sent = await bot.send_photo(ana.id, PNG)
    with pytest.raises(BadRequest, match="unsupported type"):
        await sent.edit_media(InputMediaVideo(b"x"))


async def test_what_is_no_picture_is_refused(bot: Bot, ana: User) -> None:
    for content, words in ((b"no es nada", "Image_process_failed"), (b"\x89PNG\r\n\x1a\n", "Image_process_failed")):
        with pytest.raises(BadRequest, match=words):
            await bot.send_photo(ana.id, content)
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await bot.send_photo(ana.id, "no_lo_hay")
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(ana.id, PNG, caption="x" * 1025)


async def test_a_document_can_be_fetched_again(bot: Bot, ana: User) -> None:
    sent = await bot.send_document(ana.id, "señal".encode(), filename="datos.json", caption="tus datos")
    assert sent.document
    assert sent.document.file_name == "datos.json"
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == "señal".encode()
    with pytest.raises(BadRequest, match="Can't use file of type document as photo"):
        await bot.send_photo(ana.id, sent.document.file_id)


async def test_the_profile_of_the_bot_is_kept_by_language(bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("start", "Empezar")])
    await bot.set_my_commands([BotCommand("salud", "Salud")], language_code="es")
    assert [one.command for one in await bot.get_my_commands()] == ["start"]
    await bot.delete_my_commands(language_code="es")
    assert await bot.get_my_commands(language_code="es") == ()
    await bot.set_my_description("Avisa", language_code="es")
    await bot.set_my_short_description("Breve")
    await bot.set_my_name("Otra")
    assert (await bot.get_my_description("es")).description == "Avisa"
    assert (await bot.get_my_description()).description == ""
    assert (await bot.get_my_short_description("es")).short_description == "Breve"
    assert (await bot.get_me()).first_name == "Otra"


async def test_commands_can_be_set_for_one_chat_that_is_there(bot: Bot, ana: User) -> None:
    await bot.set_my_commands([BotCommand("/salud", "Salud")], scope=BotCommandScopeChat(ana.id))
    assert [one.command for one in await bot.get_my_commands(scope=BotCommandScopeChat(ana.id))] == ["salud"]
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.set_my_commands([BotCommand("salud", "Salud")], scope=BotCommandScopeChat(5))


@pytest.mark.parametrize(
    ("command", "about", "words"),
    [("quién", "x", "BOT_COMMAND_INVALID"), ("quien", "", "BOT_COMMAND_DESCRIPTION_INVALID")],
)
async def test_a_wrong_command_is_refused(
    server: LocalServer, http: aiohttp.ClientSession, command: str, about: str, words: str
) -> None:
    commands = [{"command": command, "description": about}]
    assert words in await description(http, server, "setMyCommands", commands=commands)


async def test_an_inline_query_is_answered(bot: Bot, ana: User) -> None:
    query = ana.ask_inline("peskov")
    (*_, update) = await bot.get_updates()
    assert update.inline_query
    card = InlineQueryResultArticle("1", "Peskov", InputTextMessageContent("portavoz"))
    await update.inline_query.answer([card])
    assert (await ana.answer(query))["results"][0]["title"] == "Peskov"
    with pytest.raises(BadRequest, match="Query is too old"):
        await update.inline_query.answer([card])


ARTICLE = {"type": "article", "id": "1", "title": "x", "input_message_content": {"message_text": "x"}}


@pytest.mark.parametrize(
    ("results", "words"),
    [
        ([ARTICLE, ARTICLE], "RESULT_ID_DUPLICATE"),
        ([ARTICLE | {"id": ""}], "RESULT_ID_INVALID"),
        ([{"type": "article", "id": "1", "title": "x"}], 'Can\'t find field "input_message_content"'),
        ([ARTICLE | {"text": "x"}], 'unknown field "text"'),
        ([ARTICLE | {"type": "cuento"}], 'type "cuento" is unsupported'),
        ([ARTICLE | {"input_message_content": {"message_text": "<p>", "parse_mode": "HTML"}}], "Unsupported start tag"),
        ([ARTICLE | {"reply_markup": {"inline_keyboard": [[{"text": "x"}]]}}], "Text buttons are unallowed"),
    ],
)
async def test_a_wrong_inline_result_is_refused(
    server: LocalServer, http: aiohttp.ClientSession, ana: User, results: list[Any], words: str
) -> None:
    query = ana.ask_inline("x")
    assert words in await description(http, server, "answerInlineQuery", inline_query_id=query.id, results=results)


async def test_a_deleted_account_cannot_be_written_to(bot: Bot, ana: User) -> None:
    ana.vanish()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(ana.id, "hola")


async def test_an_edited_message_and_one_without_text_reach_the_bot(bot: Bot, ana: User) -> None:
    message = ana.send("hola")
    ana.edit(message, "/ayuda")
    ana.post({"location": {"latitude": 50.45, "longitude": 30.52}})
    *_, edited, located = await bot.get_updates()
    assert edited.edited_message
    assert edited.edited_message.text == "/ayuda"
    assert located.message
    assert located.message.location


async def test_numbers_begin_where_they_are_told_to() -> None:
    server = await start_local_server(token=TOKEN, first_id=5_000)
    ana = server.user("Ana")
    assert ana.send("hola").message_id == 5_000
    assert ana.send("hola", chat=server.group("Familia", members=[ana], bot="left")).message_id == 5_000
    await server.stop()


async def test_a_taken_port_is_refused(server: LocalServer) -> None:
    port = int(server.base_url.rpartition(":")[2].partition("/")[0])
    with pytest.raises(OSError, match="address already in use"):
        await start_local_server(token=TOKEN, port=port)


async def test_further_pages_are_served_beside_the_api(http: aiohttp.ClientSession) -> None:
    async def hello(request: web.Request) -> web.Response:
        return web.Response(text="hola")

    server = await start_local_server(token=TOKEN, pages=lambda state: [web.get("/", hello)])
    async with http.get(server.base_url.removesuffix("bot")) as response:
        assert await response.text() == "hola"
    await server.stop()


async def receiver(answers: list[web.Response], got: asyncio.Queue[Any]) -> web.AppRunner:
    async def take(request: web.Request) -> web.Response:
        await got.put((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        return answers.pop(0) if answers else web.Response()

    app = web.Application()
    app.add_routes([web.post("/hook", take)])
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner


async def test_a_webhook_gets_the_updates_with_its_secret_until_it_takes_them(
    server: LocalServer, bot: Bot, ana: User
) -> None:
    got: asyncio.Queue[Any] = asyncio.Queue()
    inside = {"method": "sendMessage", "chat_id": ana.id, "text": "dicho en la respuesta"}
    runner = await receiver([web.Response(status=500), web.json_response(inside)], got)
    port = runner.addresses[0][1]
    await bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token="secreto")
    with pytest.raises(Exception, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    first, again = [await asyncio.wait_for(got.get(), 5) for _ in range(2)]
    assert first == again
    assert (first[0], first[1]["message"]["text"]) == ("secreto", "/start")
    assert [one.text for one in await ana.wait(1)] == ["dicho en la respuesta"]
    info = await bot.get_webhook_info()
    assert (info.pending_update_count, info.last_error_message) == (
        0,
        "Wrong response from the webhook: 500 Internal Server Error",
    )
    await bot.delete_webhook()
    await runner.cleanup()


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://example.org/hook", "Failed to resolve host"),
        ("http://example.org/", "An HTTPS URL must be provided for webhook"),
        ("ftp://127.0.0.1/", "An HTTPS URL must be provided for webhook"),
        ("https://10.0.0.1/", "Failed to resolve host"),
    ],
)
async def test_a_webhook_outside_this_machine_is_refused(
    server: LocalServer, http: aiohttp.ClientSession, url: str, words: str
) -> None:
    assert words in await description(http, server, "setWebhook", url=url)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    body=st.binary(max_size=80), kind=st.sampled_from(["application/json", "application/x-www-form-urlencoded", "x/y"])
)
async def test_any_body_is_answered(server: LocalServer, http: aiohttp.ClientSession, body: bytes, kind: str) -> None:
    url = f"{server.base_url}{TOKEN}/sendMessage"
    async with http.post(url, data=body, headers={"Content-Type": kind}) as response:
        assert not (await response.json())["ok"]
        assert response.status == 400
