import json

import pytest

from rehearsal.phone import Phone


@pytest.mark.usefixtures("ada")
async def test_text_of_4096_units_is_sent_and_4097_is_too_long(api) -> None:
    assert len((await api.call("sendMessage", chat_id=11, text="x" * 4096))["text"]) == 4096
    assert (
        await api.refusal("sendMessage", chat_id=11, text="😀" * 2048 + "x")
        == "400 Bad Request: message is too long"
    )


async def test_phone_shows_which_message_came_without_a_sound(api, ada: Phone) -> None:
    for disable in (True, False):
        await api.call("sendMessage", chat_id=11, text="x", disable_notification=disable)
    assert [(await ada.next_message()).silent for _ in range(2)] == [True, False]


@pytest.mark.usefixtures("ada")
async def test_length_counts_after_html_was_parsed(api) -> None:
    text = f"<b>{'&lt;' * 4096}</b>"
    sent = await api.call("sendMessage", chat_id=11, text=text, parse_mode="HTML")
    assert sent["text"] == "<" * 4096


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize("text", ["", "  \n ", "<b> </b>"])
async def test_text_without_anything_to_read_is_empty(api, text) -> None:
    refusal = await api.refusal("sendMessage", chat_id=11, text=text, parse_mode="HTML")
    assert refusal == "400 Bad Request: message text is empty"


@pytest.mark.usefixtures("ada")
async def test_unclosed_html_is_refused(api) -> None:
    refusal = await api.refusal("sendMessage", chat_id=11, text="<b>x", parse_mode="HTML")
    reason = "can't parse entities: Can't find end tag corresponding to start tag \"b\""
    assert refusal == f"400 Bad Request: {reason}"


@pytest.mark.usefixtures("ada")
async def test_html_becomes_text_with_entities_in_utf16_units(api) -> None:
    sent = await api.call("sendMessage", chat_id=11, text="😀 <b>é😀</b>", parse_mode="html")
    assert sent["text"] == "😀 é😀"
    assert sent["entities"] == [{"type": "bold", "offset": 3, "length": 3}]


@pytest.mark.usefixtures("ada")
async def test_given_entities_are_kept(api) -> None:
    entities = [{"type": "text_link", "offset": 0, "length": 1, "url": "https://a.org"}]
    sent = await api.call("sendMessage", chat_id=11, text="a", entities=json.dumps(entities))
    assert sent["entities"] == entities


@pytest.mark.usefixtures("ada")
async def test_other_parse_modes_are_refused(api) -> None:
    refusal = await api.refusal("sendMessage", chat_id=11, text="*x*", parse_mode="MarkdownV2")
    assert refusal == "400 Bad Request: unsupported parse_mode"


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({}, "chat_id is empty"),
        ({"chat_id": 99}, "chat not found"),
        ({"chat_id": "nobody"}, "chat not found"),
        ({"chat_id": "@nobody"}, "chat not found"),
        ({"chat_id": 11, "disable_notification": "perhaps"},
         'can\'t parse parameter "disable_notification": expected Boolean'),
        ({"chat_id": 11, "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ({"chat_id": 11, "reply_markup": [1]}, "object expected as reply markup"),
        ({"chat_id": 11, "text": ["x"]}, 'can\'t parse parameter "text": expected String'),
        ({"chat_id": 11, "text": "\ud800"}, "strings must be encoded in UTF-8"),
    ],
)  # fmt: skip
async def test_wrong_parameters_are_refused(api, parameters, reason) -> None:
    refusal = await api.refusal("sendMessage", **({"text": "x"} | parameters))
    assert refusal == f"400 Bad Request: {reason}"


async def test_bot_cannot_write_first(api, rehearsal) -> None:
    await rehearsal.person("Bo", user_id=12)
    refusal = await api.refusal("sendMessage", chat_id=12, text="Hello")
    assert refusal == "403 Forbidden: bot can't initiate conversation with a user"


async def test_blocked_bot_is_refused_until_it_is_unblocked(api, ada: Phone) -> None:
    await ada.block()
    refusal = await api.refusal("sendMessage", chat_id=11, text="Hello")
    assert refusal == "403 Forbidden: bot was blocked by the user"
    await ada.unblock()
    assert (await api.call("sendMessage", chat_id=11, text="Hello"))["text"] == "Hello"


async def test_reply_names_its_message(api, ada: Phone) -> None:
    asked = await ada.say("When?")
    reply = {"message_id": asked.message_id}
    sent = await api.call("sendMessage", chat_id=11, text="Now", reply_parameters=reply)
    assert sent["reply_to_message"]["text"] == "When?"


@pytest.mark.usefixtures("ada")
async def test_reply_to_nothing_is_refused_unless_allowed(api) -> None:
    reply = {"message_id": 1}
    refusal = await api.refusal("sendMessage", chat_id=11, text="x", reply_parameters=reply)
    assert refusal == "400 Bad Request: message to be replied not found"
    allowed = reply | {"allow_sending_without_reply": True}
    sent = await api.call("sendMessage", chat_id=11, text="x", reply_parameters=allowed)
    assert "reply_to_message" not in sent


async def test_location_and_venue_are_shown(api, ada: Phone) -> None:
    place = {"latitude": 59.91, "longitude": 10.75}
    sent = await api.call("sendLocation", chat_id=11, **place)
    venue = await api.call("sendVenue", chat_id=11, title="Hall", address="Street 1", **place)
    assert (sent["location"], venue["location"]) == (place, place)
    assert [m.kind for m in await ada.messages()] == ["text", "location", "venue"]


@pytest.mark.usefixtures("ada")
async def test_impossible_place_is_refused(api) -> None:
    refusal = await api.refusal("sendLocation", chat_id=11, latitude=91, longitude=0)
    assert refusal == "400 Bad Request: wrong coordinates specified"


async def test_chat_action_is_seen_and_an_unknown_one_refused(api, ada: Phone) -> None:
    assert await api.call("sendChatAction", chat_id=11, action="typing") is True
    assert await ada.next_action() == "typing"
    refusal = await api.refusal("sendChatAction", chat_id=11, action="dancing")
    assert refusal == "400 Bad Request: wrong parameter action in request"


async def test_copy_has_the_words_and_no_reply(api, ada: Phone) -> None:
    said = await ada.say("Lunch at one")
    numbers = {"from_chat_id": 11, "message_id": said.message_id}
    copy = await api.call("copyMessage", chat_id=11, **numbers)
    assert (await ada.next_message()).message_id == copy["message_id"]
    refusal = await api.refusal("copyMessage", chat_id=11, from_chat_id=11, message_id=1)
    assert refusal == "400 Bad Request: message to copy not found"


@pytest.mark.parametrize(
    ("kind", "name"), [("group", "group"), ("supergroup", "supergroup"), ("channel", "channel")]
)
async def test_group_that_the_bot_left_is_closed_to_it(api, ada: Phone, kind, name) -> None:
    chat_id = await ada.add_bot_to(kind)
    await api.call("sendMessage", chat_id=chat_id, text="Goodbye")
    assert await api.call("leaveChat", chat_id=chat_id) is True
    refusal = await api.refusal("sendMessage", chat_id=chat_id, text="Hello?")
    assert refusal == f"403 Forbidden: bot is not a member of the {name} chat"


async def test_group_that_threw_the_bot_out_is_closed_to_it(api, ada: Phone) -> None:
    chat_id = await ada.add_bot_to()
    await ada.remove_bot_from(chat_id)
    refusal = await api.refusal("sendMessage", chat_id=chat_id, text="Hello?")
    assert refusal == "403 Forbidden: bot was kicked from the group chat"
