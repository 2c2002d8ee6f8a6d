import pytest


async def test_bot_knows_itself_by_any_spelling_of_the_method(api) -> None:
    me = await api.call("getMe")
    assert (me["is_bot"], me["id"]) == (True, int(api.addresses.token.split(":")[0]))
    assert await api.call("GETME") == me


async def test_descriptions_are_kept_by_language(api) -> None:
    await api.call("setMyDescription", description="Ask me")
    await api.call("setMyDescription", description="Demandez", language_code="fr")
    await api.call("setMyShortDescription", short_description="Asks")
    assert await api.call("getMyDescription", language_code="fr") == {"description": "Demandez"}
    assert await api.call("getMyDescription", language_code="de") == {"description": "Ask me"}
    assert await api.call("getMyShortDescription") == {"short_description": "Asks"}
    refusal = await api.refusal("setMyShortDescription", short_description="x" * 121)
    assert refusal == "400 Bad Request: SHORT_DESCRIPTION_TOO_LONG"


@pytest.mark.usefixtures("ada")
async def test_chat_is_described(api, rehearsal) -> None:
    chat = await api.call("getChat", chat_id=11)
    assert (chat["type"], chat["first_name"], chat["last_name"]) == ("private", "Ada", "Moe")
    await rehearsal.person("Bo", user_id=12)
    assert await api.refusal("getChat", chat_id=12) == "400 Bad Request: chat not found"


@pytest.mark.usefixtures("ada")
async def test_private_chat_cannot_be_left(api) -> None:
    refusal = await api.refusal("leaveChat", chat_id=11)
    reason = "chat member status can't be changed in private chats"
    assert refusal == f"400 Bad Request: {reason}"


async def test_bot_that_logged_out_gets_nothing_more(api) -> None:
    assert await api.call("close") is True
    assert await api.call("logOut") is True
    assert await api.refusal("getMe") == "400 Logged out"
