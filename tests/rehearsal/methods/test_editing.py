import aiohttp
import pytest

from rehearsal.phone import Phone
from rehearsal.server import Addresses, running
from rehearsal.world import World

NOT_MODIFIED = (
    "400 Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
KEYBOARD = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}


async def sent(api, **parameters: object) -> dict:
    where = {"chat_id": 11, "text": "One", "reply_markup": KEYBOARD}
    message = await api.call("sendMessage", **(where | parameters))
    return {"chat_id": 11, "message_id": message["message_id"]}


async def test_edited_text_keeps_its_story(api, ada: Phone) -> None:
    where = await sent(api)
    edited = await api.call("editMessageText", **where, text="<i>Two</i>", parse_mode="HTML")
    assert (edited["text"], "reply_markup" in edited) == ("Two", False)
    shown = await ada.next_edit()
    assert (shown.text, shown.earlier, shown.labels, shown.edited) == ("Two", ("One",), [], True)


@pytest.mark.usefixtures("ada")
async def test_same_text_and_keyboard_are_not_modified(api) -> None:
    where = await sent(api)
    assert (
        await api.refusal("editMessageText", **where, text=" One", reply_markup=KEYBOARD)
        == NOT_MODIFIED
    )
    assert (await api.call("editMessageText", **where, text="One"))["text"] == "One"


@pytest.mark.usefixtures("ada")
async def test_same_text_in_other_style_is_a_change(api) -> None:
    where = await sent(api, reply_markup=None)
    edited = await api.call("editMessageText", **where, text="<b>One</b>", parse_mode="HTML")
    assert edited["entities"] == [{"type": "bold", "offset": 0, "length": 3}]


async def test_keyboard_is_changed_alone(api, ada: Phone) -> None:
    where = await sent(api)
    assert await api.refusal("editMessageReplyMarkup", **where, reply_markup=KEYBOARD) == (
        NOT_MODIFIED
    )
    await api.call("editMessageReplyMarkup", **where)
    assert (await ada.next_edit()).labels == []


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    ("method", "reason"),
    [
        ("editMessageText", "message to edit not found"),
        ("editMessageCaption", "message to edit not found"),
        ("editMessageReplyMarkup", "message to edit not found"),
        ("deleteMessage", "message to delete not found"),
    ],
)
async def test_message_that_is_gone_is_not_found(api, method, reason) -> None:
    where = await sent(api)
    assert await api.call("deleteMessage", **where) is True
    refusal = await api.refusal(method, **where, text="x", caption="x")
    assert refusal == f"400 Bad Request: {reason}"


async def test_peoples_messages_cannot_be_edited(api, ada: Phone) -> None:
    said = await ada.say("Mine")
    refusal = await api.refusal(
        "editMessageText", chat_id=11, message_id=said.message_id, text="Not yours"
    )
    assert refusal == "400 Bad Request: message can't be edited"


@pytest.mark.usefixtures("ada")
async def test_text_has_no_caption_to_edit(api) -> None:
    refusal = await api.refusal("editMessageCaption", **(await sent(api)), caption="x")
    assert refusal == "400 Bad Request: there is no caption in the message to edit"


@pytest.mark.usefixtures("ada")
async def test_missing_message_id_is_named(api) -> None:
    refusal = await api.refusal("editMessageText", chat_id=11, text="x")
    assert refusal == "400 Bad Request: message identifier is not specified"


async def test_deleted_messages_are_shown_as_deleted(api, ada: Phone) -> None:
    first, second = await sent(api), await sent(api)
    numbers = [first["message_id"], second["message_id"], 1]
    assert await api.call("deleteMessages", chat_id=11, message_ids=numbers) is True
    assert [m.deleted for m in await ada.messages()] == [False, True, True]
    assert (await ada.next_deletion()).message_id == first["message_id"]


async def test_message_older_than_two_days_cannot_be_deleted() -> None:
    times = [1_000_000.0]
    world = World(clock=lambda: times[0])
    async with running(world) as addresses, aiohttp.ClientSession() as session:
        control = f"{addresses.control_url}/people"
        await session.post(control, json={"id": 11, "first_name": "Ada"})
        await session.post(f"{control}/11/messages", json={"text": "/start"})
        number = await _post(session, addresses, "sendMessage", {"chat_id": 11, "text": "x"})
        times[0] += 48 * 3600 + 1
        where = {"chat_id": 11, "message_id": number["result"]["message_id"]}
        answer = await _post(session, addresses, "deleteMessage", where)
    assert answer["description"] == "Bad Request: message can't be deleted"


async def _post(session, addresses: Addresses, method: str, parameters: dict) -> dict:
    url = f"{addresses.base_url}{addresses.token}/{method}"
    async with session.post(url, json=parameters) as response:
        return await response.json()
