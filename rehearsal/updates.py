"""The bot's updates: kept until the bot confirms them, given again until it does."""

import asyncio
from collections.abc import Iterable

from rehearsal.errors import CONFLICT
from rehearsal.shapes import JsonObject

# Left out unless the bot asks for them: https://core.telegram.org/bots/api#getupdates
_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
_BATCH = 100


class UpdateQueue:
    """What getUpdates gives. ``polls`` counts the requests for it, ``given`` keeps all it gave."""

    def __init__(self, first_id: int) -> None:
        self._next_id = first_id
        self._pending: dict[int, JsonObject] = {}
        self._again: list[JsonObject] = []
        self._allowed: set[str] | None = None
        self._poll: asyncio.Future[None] | None = None
        self.given: dict[int, JsonObject] = {}
        self.polls = 0

    @property
    def pending(self) -> int:
        """How many updates the bot has not confirmed."""
        return len(self._pending)

    @property
    def polling(self) -> bool:
        """Whether a getUpdates request is waiting at this moment."""
        return self._poll is not None

    def put(self, kind: str, content: JsonObject) -> int | None:
        """Queues an update and returns its id; None when the bot does not want this kind."""
        wanted = kind not in _ON_REQUEST if self._allowed is None else kind in self._allowed
        if not wanted:
            return None
        update_id, self._next_id = self._next_id, self._next_id + 1
        self._pending[update_id] = {"update_id": update_id, kind: content}
        self._wake()
        return update_id

    def repeat(self, update_ids: Iterable[int]) -> list[int]:
        """Gives updates once more with the next request, though they were confirmed."""
        known = [number for number in update_ids if number in self.given]
        self._again += [self.given[number] for number in known]
        self._wake()
        return known

    def forget(self) -> None:
        """Drops all pending updates."""
        self._pending.clear()

    def allow(self, kinds: list[str] | None) -> None:
        """Which kinds the bot wants from now on; None leaves it, [] is Telegram's default."""
        if kinds is not None:
            self._allowed = set(kinds) or None

    async def take(self, offset: int, limit: int, seconds: float) -> list[JsonObject]:
        """Confirms what is below ``offset``, waits up to ``seconds``, gives a batch.

        A negative offset keeps only the last ones. Raises ApiError 409 when another request
        comes meanwhile: it is the older one that ends.
        """
        self.polls += 1
        self._confirm(offset)
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(CONFLICT)
            self._poll = None
        if seconds > 0 and not self._pending and not self._again:
            await self._arrival(seconds)
        return self._batch(min(max(limit, 1), _BATCH))

    def _confirm(self, offset: int) -> None:
        numbers = sorted(self._pending)
        below = [number for number in numbers if number < offset]
        for number in numbers[:offset] if offset < 0 else below:
            del self._pending[number]

    async def _arrival(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(poll, seconds)
        except TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None

    def _batch(self, limit: int) -> list[JsonObject]:
        again, self._again = self._again[:limit], self._again[limit:]
        fresh = [self._pending[number] for number in sorted(self._pending)]
        batch = (again + fresh)[:limit]
        for update in fresh[: limit - len(again)]:
            self.given[int(str(update["update_id"]))] = update
        return batch

    def _wake(self) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
