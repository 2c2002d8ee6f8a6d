"""Updates: stored before they are handed on, dropped when repeated, in order within a chat."""

import asyncio
from collections.abc import Awaitable

import pytest
from telegram import Chat, Message, Update
from telegram.error import TelegramError

from bot.updates import InOrder, StoredUpdates
from bot.workers import Workers
from meeting.clock import SystemClock
from services.updates import Updates
from store.updates import UnfinishedUpdate


class Rows:
    """The table of updates, in memory."""

    def __init__(self) -> None:
        self.payloads: dict[int, str | None] = {}

    def receive(self, update_id: int, chat_id: int | None, payload: str, now: object) -> bool:
        if update_id in self.payloads:
            return False
        self.payloads[update_id] = payload
        return True

    def finish(self, update_id: int, at: object) -> None:
        self.payloads[update_id] = None

    def unfinished(self) -> tuple[UnfinishedUpdate, ...]:
        return tuple(UnfinishedUpdate(k, v) for k, v in self.payloads.items() if v)

    def prune(self, before: object) -> int:
        return 0


class FullDisk(Rows):
    def receive(self, update_id: int, chat_id: int | None, payload: str, now: object) -> bool:
        raise OSError("disk full")


def update(number: int, chat_id: int = 1) -> Update:
    chat = Chat(chat_id, Chat.PRIVATE)
    return Update(number, message=Message(number, SystemClock().now(), chat, text="hello"))


def parts(rows: Rows, most: int = 8) -> tuple[StoredUpdates, InOrder]:
    updates, workers = Updates(rows, SystemClock(), 7), Workers()
    return StoredUpdates(updates, workers), InOrder(most, updates, workers)


async def test_update_is_stored_once_put_returns() -> None:
    rows = Rows()
    queue, _ = parts(rows)
    await queue.put(update(1))
    assert (list(rows.payloads), queue.qsize()) == ([1], 1)


async def test_repeated_update_is_dropped() -> None:
    queue, _ = parts(Rows())
    await queue.put(update(1))
    await queue.put(update(1))
    assert queue.qsize() == 1


async def test_update_that_the_store_refuses_is_not_confirmed() -> None:
    queue, _ = parts(FullDisk())
    with pytest.raises(TelegramError):
        await queue.put(update(1))
    assert queue.qsize() == 0


async def test_stop_signal_passes_through() -> None:
    rows = Rows()
    queue, _ = parts(rows)
    await queue.put("stop")
    assert (rows.payloads, queue.qsize()) == ({}, 1)


async def test_one_chat_is_worked_on_in_order_while_others_go_on() -> None:
    rows = Rows()
    _, processor = parts(rows)
    done: list[str] = []
    gate = asyncio.Event()

    async def work(name: str, wait: Awaitable[object] | None = None) -> None:
        if wait is not None:
            await wait
        done.append(name)

    first = asyncio.create_task(processor.process_update(update(1), work("1a", gate.wait())))
    await asyncio.sleep(0)
    second = asyncio.create_task(processor.process_update(update(2), work("1b")))
    await processor.process_update(update(3, chat_id=2), work("2a"))
    gate.set()
    await asyncio.gather(first, second)
    assert done == ["2a", "1a", "1b"]


async def test_chat_that_floods_takes_one_place() -> None:
    _, processor = parts(Rows(), most=2)
    gate, done = asyncio.Event(), asyncio.Event()

    async def wait() -> None:
        await gate.wait()

    async def finish() -> None:
        done.set()

    flood = [asyncio.create_task(processor.process_update(update(n), wait())) for n in range(20)]
    await asyncio.sleep(0)
    await asyncio.wait_for(processor.process_update(update(99, chat_id=2), finish()), 5)
    assert done.is_set()
    gate.set()
    await asyncio.gather(*flood)


async def test_finished_update_loses_its_text() -> None:
    rows = Rows()
    queue, processor = parts(rows)

    async def work() -> None:
        return None

    await queue.put(update(1))
    await processor.process_update(update(1), work())
    assert rows.payloads == {1: None}
