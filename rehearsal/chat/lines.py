"""The chat without a terminal: a line in, the bot's reply out, then the next line. What comes
later, such as a file that is read by then, is shown before the line after it, be that an empty one.
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Coroutine

from rehearsal.chat.conversation import Conversation
from rehearsal.chat.keeper import BotKeeper

# The first reply may have to wait for the bot to load its models.
_REPLY_SECONDS = 180.0
_QUIET_SECONDS = 0.5
_AFTER_ANSWER_SECONDS = 5.0


class LineChat:
    """Reads stdin to its end; usable in scripts and tests."""

    def __init__(self, conversation: Conversation, keeper: BotKeeper) -> None:
        self._conversation = conversation
        self._keeper = keeper
        self._position = 0

    async def run(self) -> int:
        """Returns 0 at the end of the input or at /quit, 1 when the bot stopped."""
        if not await self._replies():
            return 1
        async for line in _lines():
            if not await self._shown(self._show_until_quiet(0)):
                return 1
            if line.strip() == "/quit":
                break
            print(f"> {line.rstrip()}", flush=True)
            if not await self._turn(line):
                return 1
        return 0

    async def _turn(self, line: str) -> bool:
        starts = self._keeper.starts
        polls = (await self._conversation.rehearsal.updates()).polls
        if said := await self._keeper.obeys(line.strip()):
            print(said, flush=True)
            return self._keeper.starts == starts or await self._shown(self._show_resumed(polls))
        is_awaited = await self._conversation.take(line) and self._keeper.is_running
        return not is_awaited or await self._replies()

    async def _replies(self) -> bool:
        return await self._shown(self._show_until_quiet(_REPLY_SECONDS))

    async def _shown(self, what: Coroutine[None, None, None]) -> bool:
        """Shows what the bot does until it is quiet; False when the bot has stopped."""
        showing = asyncio.create_task(what)
        ending = asyncio.create_task(self._keeper.ended())
        await asyncio.wait([showing, ending], return_when=asyncio.FIRST_COMPLETED)
        if not showing.done():
            showing.cancel()
            print(await ending, "Start the chat again to go on.", sep="\n", flush=True)
            return False
        ending.cancel()
        await showing
        return True

    async def _show_resumed(self, polls: int) -> None:
        """What a bot that was just started goes on with, if anything."""
        await self._conversation.rehearsal.wait_until_polling(polls, _REPLY_SECONDS)
        await self._show_until_quiet(_AFTER_ANSWER_SECONDS)

    async def _show_until_quiet(self, patience: float) -> None:
        replied = False
        while events := await self._conversation.rehearsal.events(self._position, patience):
            for event in events:
                self._position = event.position
                await self._conversation.display(event)
                replied = replied or event.kind in ("message", "edited", "deleted")
            if replied:
                patience = _QUIET_SECONDS
            elif events[-1].kind == "answer":
                patience = _QUIET_SECONDS if events[-1].text else _AFTER_ANSWER_SECONDS
        if patience == _REPLY_SECONDS:
            print(f"(the bot did not reply within {_REPLY_SECONDS:.0f} s)", flush=True)


async def _lines() -> AsyncIterator[str]:
    while line := await asyncio.to_thread(sys.stdin.readline):
        yield line
