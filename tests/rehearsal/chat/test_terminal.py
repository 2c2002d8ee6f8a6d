import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from rehearsal.chat.conversation import Conversation
from rehearsal.chat.keeper import BotKeeper
from rehearsal.chat.rendering import Look
from rehearsal.chat.roster import Character
from rehearsal.chat.terminal import TerminalChat


@dataclass
class Desk:
    """A terminal: keys that are pressed, and the blocks of text that it has shown."""

    keys: PipeInput
    chat: TerminalChat = None
    shown: list[str] = field(default_factory=list)
    more: asyncio.Event = field(default_factory=asyncio.Event)

    def show(self, block: str) -> None:
        self.shown.append(block)
        self.more.set()

    async def until(self, part: str) -> str:
        """Waits for a block of text that contains a part, and returns it."""
        async with asyncio.timeout(20):
            while not (found := [block for block in self.shown if part in block]):
                self.more.clear()
                await self.more.wait()
        return found[0]


@pytest.fixture
async def desk(addresses, rehearsal, tiny_bot, tmp_path: Path) -> AsyncIterator[Desk]:
    log = tmp_path / "bot.log"
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        made = Desk(keys)
        async with BotKeeper(addresses, dict, log, tiny_bot) as keeper:
            look = Look(ansi=False)
            roster = [Character("Ada Moe")]
            conversation = Conversation(rehearsal, roster, look, made.show, tmp_path)
            await conversation.become(roster[0])
            made.chat = TerminalChat(conversation, keeper)
            yield made


async def test_lines_go_to_the_bot_until_quit(desk: Desk) -> None:
    running = asyncio.create_task(desk.chat.run())
    desk.keys.send_text("Hello\n")
    assert await desk.until("Hello") == (
        "Attaché\n  ↩ Hello\n  Ada (en): Hello\n  [1] Louder\n  [2] Alert"
    )
    desk.keys.send_text("1\n")
    assert "(edited)" in await desk.until("ADA (EN): HELLO")
    desk.keys.send_text("/quit\n")
    assert await running == 0


async def test_bot_that_died_is_started_again(desk: Desk) -> None:
    running = asyncio.create_task(desk.chat.run())
    desk.keys.send_text("/die\n")
    report = await desk.until("has stopped (exit code 3)")
    assert report.endswith("\n/restart starts it again, /quit leaves.")
    desk.keys.send_text("/restart\n")
    desk.keys.send_text("Back?\n")
    assert "Ada (en): Back?" in await desk.until("Back?")
    assert sum("has stopped" in block for block in desk.shown) == 1
    desk.keys.send_text("\x04")
    assert await running == 0
