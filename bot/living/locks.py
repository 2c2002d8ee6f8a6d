"""One at a time edits the messages of a chat: a card that is brought up to date must not land on
what a tap has just put in its place."""

import asyncio
from weakref import WeakValueDictionary


class ChatLocks:
    """Made when they are needed, gone when nobody holds them."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def of(self, chat_id: int) -> asyncio.Lock:
        """The lock of a chat; to be kept while it is used."""
        return self._locks.setdefault(chat_id, asyncio.Lock())
