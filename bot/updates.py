"""Updates are stored before they are confirmed, and those of one chat are worked on in order."""

import asyncio
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import BaseUpdateProcessor

from bot.workers import Workers
from services.updates import Updates

UNBOUNDED = 1_000_000  # the base class counts waiting updates too; `most` counts those in work


class StoredUpdates(asyncio.Queue[object]):
    """The queue between the poller and the handlers.

    The poller confirms an update to Telegram once `put` has returned: the row is written by then,
    so an update is lost neither with the process nor with the network.
    """

    def __init__(self, updates: Updates, workers: Workers) -> None:
        super().__init__()
        self._updates = updates
        self._workers = workers

    async def put(self, item: object) -> None:
        """Store an update and hand it on; one that was received before is dropped.

        Raises TelegramError where the store refuses, which makes the poller wait and ask again.
        """
        if not isinstance(item, Update):
            await super().put(item)  # the application's own signal to stop
        elif await self._store(item):
            await super().put(item)

    async def resume(self, update: Update) -> None:
        """Take up an update that an earlier run stored and did not finish."""
        await super().put(update)

    async def _store(self, update: Update) -> bool:
        try:
            return await self._workers.run(
                self._updates.receive, update.update_id, chat_of(update), update.to_json()
            )
        except Exception as error:
            raise TelegramError("the store did not take an update") from error


class InOrder(BaseUpdateProcessor):
    """Works on the updates of different chats side by side, on those of one chat one by one."""

    def __init__(self, most: int, updates: Updates, workers: Workers) -> None:
        super().__init__(UNBOUNDED)
        self._most = asyncio.Semaphore(most)
        self._updates = updates
        self._workers = workers
        # A lock lives as long as somebody holds or awaits it.
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's earlier updates, work, then mark the update finished."""
        if not isinstance(update, Update):
            await coroutine
            return
        # The chat's own lock first: a chat that sends a hundred messages takes one place of `most`.
        async with self._lock(chat_of(update) or 0), self._most:
            await coroutine
            await self._workers.run(self._updates.finish, update.update_id)

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to free."""

    def _lock(self, chat_id: int) -> asyncio.Lock:
        return self._locks.setdefault(chat_id, asyncio.Lock())


def chat_of(update: Update) -> int | None:
    """The chat that an update belongs to; None for the few kinds that have none."""
    return update.effective_chat.id if update.effective_chat else None
