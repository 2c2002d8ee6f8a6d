import aiohttp
import pytest


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    ("path", "body", "sentence"),
    [
        ("people", {}, "A person needs a first_name."),
        ("people/x/messages", {"text": "x"}, "person must be a number."),
        ("people/99/messages", {"text": "x"}, "There is no person 99."),
        ("people/11/messages", {"text": " "}, "An empty text cannot be sent."),
        ("people/11/messages", {"text": "x" * 4097},
         "A text message has at most 4,096 characters."),
        ("people/11/messages", {"kind": "gift"},
         "Nobody can send a gift here; "
         "kinds: text, document, photo, voice, sticker, location."),
        ("people/11/messages", {"kind": "photo", "content_base64": "eA=="},
         "A photo must be a PNG or JPEG."),
        ("people/11/messages", {"kind": "voice", "content_base64": "?"},
         "content_base64 is not base64."),
        ("people/11/messages", {"kind": "location"}, "A location needs latitude and longitude."),
        ("people/11/edits", {"message_id": 1, "text": "x"},
         "There is no message 1 in this chat."),
        ("people/11/messages", {"text": "x", "entities": [{"type": "bold"}]},
         "Bad Request: can't parse MessageEntity: type, offset and length are needed"),
        ("faults", {"kind": "lost", "method": "sendTelepathy"},
         "There is no method sendTelepathy."),
        ("faults", {"kind": "lost", "seconds": "long"}, "A number was expected."),
        ("chats", {"person": 11, "kind": "party"},
         "A chat is a group, a supergroup or a channel."),
        ("people", [], "The request body must be a JSON object."),
    ],
)  # fmt: skip
async def test_senseless_request_is_refused_with_a_sentence(
    addresses, path, body, sentence
) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{addresses.control_url}/{path}", json=body) as response,
    ):
        assert response.status in (400, 404)
        assert await response.json() == {"error": sentence}


async def test_blocked_bot_cannot_be_written_to(addresses, ada) -> None:
    await ada.block()
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{addresses.control_url}/people/11/messages", json={"text": "x"}) as response,
    ):
        assert response.status == 409


async def test_request_log_tells_what_became_of_each_request(api, ada, rehearsal) -> None:
    await api.call("sendMessage", chat_id=11, text="Hello")
    await api.refusal("sendMessage", chat_id=11, text="")
    good, bad = await rehearsal.requests("sendMessage")
    assert (good.ok, good.parameters) == (True, {"chat_id": 11, "text": "Hello"})
    assert good.message_id == (await ada.next_message()).message_id
    assert (bad.error_code, bad.description) == (400, "Bad Request: message text is empty")
    assert await rehearsal.requests("sendMessage", after=bad.position) == []


@pytest.mark.usefixtures("ada")
async def test_faults_planned_by_seed_are_met_and_ended(api, rehearsal) -> None:
    await rehearsal.fault_plan(1, {"slow-down": 1}, retry_after=(5, 5))
    refusal = await api.refusal("sendMessage", chat_id=11, text="Hello")
    assert refusal == "429 Too Many Requests: retry after 5"
    await rehearsal.clear_faults()
    await api.call("sendMessage", chat_id=11, text="Hello")


async def test_phone_says_when_nothing_comes(ada) -> None:
    with pytest.raises(TimeoutError):
        await ada.next_message(timeout=0)
