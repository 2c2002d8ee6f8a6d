import pytest

from rehearsal.chat.trouble import make_trouble
from rehearsal.errors import ControlError


@pytest.fixture
def trouble(rehearsal, ada):
    """Types a line and returns what is said."""

    async def type_line(line: str) -> str | None:
        command, _, rest = line.partition(" ")
        return await make_trouble(rehearsal, ada, command, rest)

    return type_line


async def test_next_messages_meet_the_fault(trouble, api) -> None:
    assert await trouble("/fault slow-down 2 7") == "The bot's next 2 messages meet: slow-down."
    refusals = [await api.refusal("sendMessage", chat_id=11, text="Hello") for _ in range(2)]
    assert refusals == ["429 Too Many Requests: retry after 7"] * 2
    await api.call("sendMessage", chat_id=11, text="Hello")


async def test_fault_is_for_any_message_until_it_is_taken_back(trouble, api) -> None:
    assert await trouble("/fault lost") == "The bot's next message meets: lost."
    assert await trouble("/fault off") == "Nothing goes wrong any more."
    await api.call("sendLocation", chat_id=11, latitude=1, longitude=1)


async def test_port_is_shut_and_opened(trouble, api) -> None:
    assert await trouble("/fault refused 1 60") == "Nobody listens at the Bot API now."
    assert await trouble("/fault off") == "Nothing goes wrong any more."
    await api.call("getMe")


async def test_person_blocks_the_bot_and_lets_it_write_again(trouble, api) -> None:
    assert await trouble("/block") == "Ada has blocked the bot. /unblock lets it write again."
    refusal = await api.refusal("sendMessage", chat_id=11, text="Hello")
    assert refusal == "403 Forbidden: bot was blocked by the user"
    assert await trouble("/unblock") == "Ada lets the bot write again."
    await api.call("sendMessage", chat_id=11, text="Hello")


@pytest.mark.parametrize("line", ["/fault", "/fault lost 1 2 3"])
async def test_fault_alone_lists_the_kinds(trouble, line) -> None:
    said = await trouble(line)
    assert "/fault KIND [N] [SECONDS]" in said
    assert "Kinds: slow-down, blocked, " in said


@pytest.mark.parametrize("line", ["/fault gloom", "/fault lost many"])
async def test_senseless_fault_is_refused_with_the_kinds(trouble, line) -> None:
    with pytest.raises(ControlError, match="slow-down, blocked"):
        await trouble(line)


@pytest.mark.parametrize("line", ["/my", "Hello", "/faults"])
async def test_other_words_are_for_the_bot(trouble, line) -> None:
    assert await trouble(line) is None
