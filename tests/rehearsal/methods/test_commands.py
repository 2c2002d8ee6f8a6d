import pytest

from rehearsal.phone import Phone

HELP = {"command": "help", "description": "What I can do"}
AIDE = {"command": "help", "description": "Ce que je sais faire"}


async def test_menu_follows_scope_and_language(api, rehearsal, ada: Phone) -> None:
    bo = await rehearsal.person("Bo", language_code="fr-CA")
    await api.call("setMyCommands", commands=[HELP])
    await api.call("setMyCommands", commands=[AIDE], language_code="fr")
    private = {"type": "all_private_chats"}
    staff = [HELP, {"command": "announce", "description": "Tell everybody"}]
    await api.call("setMyCommands", commands=staff, scope={"type": "chat", "chat_id": 11})
    assert await ada.menu() == [("help", "What I can do"), ("announce", "Tell everybody")]
    assert await bo.menu() == [("help", "Ce que je sais faire")]
    assert await api.call("getMyCommands", scope=private) == []
    await api.call("deleteMyCommands", scope={"type": "chat", "chat_id": 11})
    assert await ada.menu() == [("help", "What I can do")]


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"commands": [HELP | {"command": "Help!"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [HELP | {"description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [HELP] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [HELP], "language_code": "french"}, "invalid language code specified"),
        ({"commands": [HELP], "scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
        (
            {"commands": [HELP], "scope": {"type": "all"}},
            "can't parse BotCommandScope: unsupported type specified",
        ),
    ],
)
async def test_wrong_commands_are_refused(api, parameters, reason) -> None:
    assert await api.refusal("setMyCommands", **parameters) == f"400 Bad Request: {reason}"
