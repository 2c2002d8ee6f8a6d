"""How fast the bot may write: broadcasts keep to Telegram's limits, people's answers never wait.

Every request of the bot goes through the pace, as its rate limiter. What is not the courier's is
only noted and goes at once, also while everything else rests; its own patience deals with a
refusal. The courier takes a turn first, so that it yields to whatever the answers use up.
Telegram's limits: core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.deliveries.window import Turn, Window
from bot.patience import asked_wait

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds, after one failure of the network and after many
LEAST = 0.001  # seconds; a shorter sleep need not move a clock
COUNTED = ("send", "copy", "forward", "edit")
FREE = "sendChatAction"

Answered = bool | dict[str, Any] | list[dict[str, Any]]


class TooEarly(Exception):
    """The courier's request may not start now and was not made; `seconds` until it may."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"{seconds:.2f} s too early")
        self.seconds = seconds


class Pace(BaseRateLimiter[Turn]):
    """At most `per_second` messages in any second, one a second to each chat.

    `now` gives seconds that never go back, by default the machine's; `sleep` waits for seconds.
    """

    def __init__(
        self,
        per_second: int,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self.now = now
        self.sleep = sleep
        self._window = Window(per_second, now)
        self._rests_until = 0.0
        self._asked_until = 0.0
        self._pause = FIRST_PAUSE

    async def turn(self, chat_id: int | None = None) -> Turn:
        """Wait until one more message may be sent, and to this chat where one is named."""
        while (wait := self._wait(chat_id)) > 0:
            await self.sleep(max(wait, LEAST))
        return self._window.turn()

    def rests_for(self) -> float:
        """For how many seconds the courier makes no request, because of Telegram or the network."""
        return max(self._rests_until - self.now(), 0.0)

    def asked_to_wait(self) -> float:
        """How many seconds are left of the time for which Telegram said "slow down"."""
        return max(self._asked_until - self.now(), 0.0)

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to free."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answered]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Turn | None,
    ) -> Answered:
        """Make a request; raises TooEarly where it is the courier's and its moment is gone, such
        as by a "slow down" that came while the courier made it ready."""
        chat_id = data.get("chat_id")
        chat = chat_id if isinstance(chat_id, int) else None
        if rate_limit_args is not None:
            self._use(rate_limit_args, chat)
        if rate_limit_args is not None or _is_counted(endpoint):
            self._window.note(chat, is_broadcast=rate_limit_args is not None)
        return await self._watched(callback(*args, **kwargs))

    async def _watched(self, request: Coroutine[Any, Any, Answered]) -> Answered:
        """Learn from what comes of a request, whosever it is."""
        try:
            answer = await request
        except RetryAfter as error:
            seconds = asked_wait(error)
            self._asked_until = max(self._asked_until, self.now() + seconds)
            self._rest(seconds)
            self._pause = FIRST_PAUSE
            raise
        except NetworkError as error:
            if isinstance(error, BadRequest):
                self._pause = FIRST_PAUSE
            elif not self.rests_for():  # several that fail together are one failure
                self._rest(self._pause)
                self._pause = min(2 * self._pause, LONGEST_PAUSE)
            raise
        except TelegramError:
            self._pause = FIRST_PAUSE
            raise
        self._pause = FIRST_PAUSE
        return answer

    def _rest(self, seconds: float) -> None:
        self._rests_until = max(self._rests_until, self.now() + seconds)

    def _use(self, turn: Turn, chat: int | None) -> None:
        turn.give_back()
        early = max(self.rests_for(), self._window.chat_wait(chat))
        if early > 0:
            raise TooEarly(early)

    def _wait(self, chat: int | None) -> float:
        return max(self.rests_for(), self._window.chat_wait(chat), self._window.wait())


def _is_counted(endpoint: str) -> bool:
    return endpoint.startswith(COUNTED) and endpoint != FREE
