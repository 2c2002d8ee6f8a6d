import asyncio

import pytest

from rehearsal.errors import ControlError
from rehearsal.phone import Answer, Phone

TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
KEYBOARD = {"inline_keyboard": [[{"text": "Show", "callback_data": "show:1"}]]}


async def pressed(api, ada: Phone) -> tuple[asyncio.Task, dict]:
    """Presses [Show] and returns the waiting press with the callback query that the bot got."""
    await api.call("getUpdates", offset=-1)
    await api.call("sendMessage", chat_id=11, text="x", reply_markup=KEYBOARD)
    message = await ada.next_message()
    press = asyncio.create_task(ada.press(message, "Show"))
    updates = await api.call("getUpdates", timeout=5, allowed_updates=["callback_query"])
    while "callback_query" not in updates[-1]:
        offset = updates[-1]["update_id"] + 1
        updates = await api.call("getUpdates", offset=offset, timeout=5)
    return press, updates[-1]["callback_query"]


async def test_press_brings_data_and_message_and_waits_for_the_answer(api, ada) -> None:
    press, query = await pressed(api, ada)
    assert (query["data"], query["message"]["text"], query["from"]["id"]) == ("show:1", "x", 11)
    answer = {"callback_query_id": query["id"], "text": "Here", "show_alert": True}
    assert await api.call("answerCallbackQuery", **answer) is True
    assert await press == Answer("Here", alert=True)


async def test_callback_is_answered_only_once(api, ada) -> None:
    press, query = await pressed(api, ada)
    await api.call("answerCallbackQuery", callback_query_id=query["id"])
    assert await api.refusal("answerCallbackQuery", callback_query_id=query["id"]) == TOO_OLD
    assert await press == Answer("", alert=False)


@pytest.mark.usefixtures("ada")
async def test_unknown_callback_is_refused(api) -> None:
    assert await api.refusal("answerCallbackQuery", callback_query_id="5") == TOO_OLD


async def test_old_callback_is_refused(api, ada, world) -> None:
    press, query = await pressed(api, ada)
    now = world.clock()
    world.clock = lambda: now + 16 * 60
    assert await api.refusal("answerCallbackQuery", callback_query_id=query["id"]) == TOO_OLD
    press.cancel()


async def test_press_without_an_answer_gives_none(api, ada: Phone) -> None:
    await api.call("sendMessage", chat_id=11, text="x", reply_markup=KEYBOARD)
    assert await ada.press(await ada.next_message(), "Show", timeout=0) is None


async def test_button_that_is_not_there_cannot_be_pressed(api, ada: Phone) -> None:
    await api.call("sendMessage", chat_id=11, text="x", reply_markup=KEYBOARD)
    with pytest.raises(ControlError) as caught:
        await ada.press(await ada.next_message(), "Hide")
    assert str(caught.value) == "There is no such button; the message has: Show."


async def test_reaction_is_set_and_an_unknown_one_refused(api, ada: Phone) -> None:
    where = {"chat_id": 11, "message_id": (await ada.say("Thanks")).message_id}
    thumb, car = ({"type": "emoji", "emoji": emoji} for emoji in "👍🚗")
    assert await api.call("setMessageReaction", **where, reaction=[thumb]) is True
    refusal = await api.refusal("setMessageReaction", **where, reaction=[car])
    assert refusal == "400 Bad Request: REACTION_INVALID"
