"""Threads for what would hold up the event loop."""

import asyncio
import threading

from bot.workers import Workers


async def test_files_are_read_one_at_a_time_and_keep_no_question_waiting() -> None:
    workers, may_end, order = Workers(quick=1, slow=1), threading.Event(), list[str]()

    def read(name: str) -> None:
        may_end.wait(10)
        order.append(name)

    files = [asyncio.create_task(workers.study(read, name)) for name in ("one", "two")]
    await workers.think(order.append, "answer")
    await workers.run(order.append, "query")
    may_end.set()
    await asyncio.gather(*files)
    workers.close()
    assert order == ["answer", "query", "one", "two"]


async def test_paper_is_published_while_another_file_is_read() -> None:
    workers, may_end = Workers(quick=1, slow=1), threading.Event()
    reading = asyncio.create_task(workers.study(may_end.wait, 10))
    assert await workers.publish(lambda: "published") == "published"
    may_end.set()
    assert await reading
    workers.close()
