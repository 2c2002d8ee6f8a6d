"""Threads for what would hold up the event loop."""

import asyncio
import os
import sys
import threading

import pytest

from bot.workers import LAST, Workers


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


@pytest.mark.skipif(sys.platform != "linux", reason="threads have a priority of their own on Linux")
async def test_work_on_papers_has_the_lowest_priority_and_answers_their_own() -> None:
    workers, own = Workers(), priority()
    pools = (workers.study, workers.publish, workers.think, workers.run)
    assert [await pool(priority) for pool in pools] == [LAST, LAST, own, own]
    workers.close()


def priority() -> int:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
