from pathlib import Path

import pytest

from rehearsal.process import polling_bot
from rehearsal.schema import Schema

API = Path(__file__).parents[3] / "shared" / "telegram" / "api.json"


def field(name: str, *types: str, required: bool = False) -> dict:
    return {"name": name, "types": list(types), "required": required}


needs_api = pytest.mark.skipif(
    not API.is_file(), reason="the Bot API schema is not at ../shared/telegram"
)
SCHEMA = Schema(
    {
        "methods": {
            "send": {
                "fields": [
                    field("chat", "Integer", "String", required=True),
                    field("text", "String", required=True),
                    field("quiet", "Boolean"),
                    field("north", "Float"),
                    field("keys", "Plain", "Rows"),
                    field("file", "InputFile", "String"),
                    field("scope", "Scope"),
                ]
            }
        },
        "types": {
            "Rows": {"fields": [field("rows", "Array of Array of Key", required=True)]},
            "Plain": {"fields": [field("one", "Boolean", required=True)]},
            "Key": {"fields": [field("label", "String", required=True), field("data", "String")]},
            "Scope": {"subtypes": ["Here", "There"]},
            "Here": {"fields": [field("type", "String", required=True)]},
            "There": {
                "fields": [
                    field("type", "String", required=True),
                    field("id", "Integer", required=True),
                ]
            },
        },
    }
)
GOOD = {"chat": "11", "text": "x"}


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"chat": 11, "quiet": "true", "north": "59.9"},
        {"quiet": False, "north": -1},
        {"keys": '{"rows": [[{"label": "Go", "data": "x"}], []]}'},
        {"keys": '{"one": true}'},
        {"file": {"@file": "a.pdf", "size": 3}},
        {"file": "attach://a", "a": {"@file": "a.pdf", "size": 3}},
        {"scope": {"type": "there", "id": 3}},
    ],
)
def test_right_request_has_no_faults(more: dict) -> None:
    assert SCHEMA.faults("Send", GOOD | more) == []


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"colour": "red"}, "send: unknown colour"),
        ({"quiet": "perhaps"}, "send.quiet: not Boolean: 'perhaps'"),
        ({"north": "far"}, "send.north: not Float: 'far'"),
        ({"text": 5}, "send.text: not String: 5"),
        ({"keys": '{"rows": [[{"data": "x"}]]}'}, "send.keys.rows[0][0]: missing label"),
        ({"keys": '{"rows": 1}'}, "send.keys.rows: not an array: 1"),
        ({"keys": "x"}, "send.keys: not Plain: 'x'"),
        ({"scope": {"type": "there", "id": "3"}}, "send.scope: unknown id"),
    ],
)
def test_wrong_request_is_reported(more: dict, fault: str) -> None:
    assert SCHEMA.faults("send", GOOD | more) == [fault]


def test_missing_parameters_and_unknown_methods_are_reported() -> None:
    assert SCHEMA.faults("send", {}) == ["send: missing chat", "send: missing text"]
    assert SCHEMA.faults("sing", {}) == ["sing: no such method"]


@needs_api
def test_requests_of_a_bot_are_checked_against_the_whole_bot_api() -> None:
    schema = Schema.load(API)
    keyboard = '{"inline_keyboard": [[{"text": "Go", "callback_data": "x"}]]}'
    assert (
        schema.faults("sendMessage", {"chat_id": "1", "text": "x", "reply_markup": keyboard}) == []
    )
    assert schema.faults("sendMessage", {"chat_id": "1", "txt": "x"}) == [
        "sendMessage: unknown txt",
        "sendMessage: missing text",
    ]
    scope = '{"type": "chat", "chat_id": 1}'
    commands = '[{"command": "help", "description": "x"}]'
    assert schema.faults("setMyCommands", {"commands": commands, "scope": scope}) == []


@needs_api
async def test_requests_as_recorded_from_a_bot_pass(addresses, rehearsal, tiny_bot) -> None:
    async with polling_bot(rehearsal, addresses, command=tiny_bot):
        ada = await rehearsal.person("Ada")
        await ada.say("Hello")
        await ada.press(await ada.next_message(), "Louder")
        await ada.next_edit()
        await ada.send_document(b"abc", "a.txt")
        await ada.next_message()
    requests = await rehearsal.requests()
    schema = Schema.load(API)
    assert [fault for r in requests for fault in schema.faults(r.method, r.parameters)] == []
    used = {request.method for request in requests}
    assert used >= {"getMe", "getUpdates", "sendMessage", "editMessageText", "sendDocument"}
