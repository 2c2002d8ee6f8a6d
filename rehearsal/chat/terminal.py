"""The chat in a terminal: one types below, messages come in above."""

import asyncio
import shutil

from prompt_toolkit import PromptSession
from prompt_toolkit.patch_stdout import patch_stdout

from rehearsal.chat.conversation import Conversation
from rehearsal.chat.keeper import BotKeeper

_WIDEST = 100
# A chat action shows for five seconds: https://core.telegram.org/bots/api#sendchataction
_TYPING_SECONDS = 5.0


def terminal_width() -> int:
    return min(shutil.get_terminal_size().columns, _WIDEST)


class TerminalChat:
    """Prompts until /quit, Ctrl-D or Ctrl-C."""

    def __init__(self, conversation: Conversation, keeper: BotKeeper) -> None:
        self._conversation = conversation
        self._keeper = keeper
        self._session: PromptSession[str] = PromptSession()
        self._typing_until = 0.0

    async def run(self) -> int:
        """Returns the exit code."""
        with patch_stdout(raw=True):
            watching = [asyncio.create_task(self._watch()), asyncio.create_task(self._guard())]
            try:
                while await self._turn():
                    pass
            finally:
                for task in watching:
                    task.cancel()
        return 0

    async def _turn(self) -> bool:
        try:
            line = await self._session.prompt_async(
                lambda: f"{self._conversation.current.first_name}> ",
                bottom_toolbar=self._toolbar,
                refresh_interval=0.5,
            )
        except (EOFError, KeyboardInterrupt):
            return False
        if line.strip() == "/quit":
            return False
        if said := await self._keeper.obeys(line.strip()):
            self._conversation.show(said)
        else:
            await self._conversation.take(line)
        return True

    async def _watch(self) -> None:
        position = 0
        while True:
            for event in await self._conversation.rehearsal.events(position, 30):
                position = event.position
                mine = event.chat_id == self._conversation.current.user_id
                if mine:
                    is_typing = event.kind == "action"
                    self._typing_until = self._now() + _TYPING_SECONDS if is_typing else 0.0
                await self._conversation.display(event)

    async def _guard(self) -> None:
        """Says so when the bot stops, once for each time that it was started."""
        while True:
            report = await self._keeper.ended()
            self._conversation.show(f"{report}\n/restart starts it again, /quit leaves.")

    def _toolbar(self) -> str:
        if not self._keeper.is_running:
            return "the bot has stopped: /restart or /quit"
        if self._typing_until > self._now():
            return "typing…"
        return "/as NAME   /who   /send PATH   /quit"

    def _now(self) -> float:
        return asyncio.get_running_loop().time()
