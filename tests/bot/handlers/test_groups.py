"""Private chats only: in a group or a channel the bot says one sentence and leaves."""

import pytest

from tests.stage import Stage


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_added_to_a_group_it_says_one_sentence_and_leaves(stage: Stage, kind: str) -> None:
    # The group's own "somebody joined" makes it leave once more.
    stage.refusals.add(f"Forbidden: bot is not a member of the {kind} chat")
    phone = await stage.person()
    chat_id = await phone.add_bot_to(kind)
    await stage.rehearsal.requests("leaveChat", timeout=5)
    written = [m.text for m in await phone.messages(chat_id) if m.kind == "text"]
    assert written == ["I work in private chats only, so I’m leaving. Write to me directly."]
    assert (await stage.rehearsal.chat(chat_id))["standing"] == "left"


async def test_unblocked_by_somebody_it_says_nothing_and_stays(stage: Stage) -> None:
    phone = await stage.person()
    await phone.say("/help")
    await phone.next_message()
    await phone.block()
    await phone.unblock()
    await phone.say("/contacts")
    await phone.next_message()
    assert len([m for m in await phone.messages() if m.from_bot]) == 2
    assert await stage.rehearsal.requests("leaveChat") == []
