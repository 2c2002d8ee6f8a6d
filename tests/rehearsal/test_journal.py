import asyncio

from rehearsal.journal import Journal


async def test_who_waits_gets_the_first_wanted_entry_with_its_position() -> None:
    journal: Journal[str] = Journal()
    waiting = asyncio.create_task(journal.wait_after(0, lambda entry: entry == "b", 5))
    await asyncio.sleep(0)
    for entry in "ab":
        journal.append(entry)
    assert await waiting == [(2, "b")]


async def test_who_waits_looks_at_each_entry_once() -> None:
    looked: list[int] = []
    journal: Journal[int] = Journal()

    def wanted(entry: int) -> bool:
        looked.append(entry)
        return entry == 3

    waiting = asyncio.create_task(journal.wait_after(0, wanted, 5))
    for entry in range(4):
        await asyncio.sleep(0)
        journal.append(entry)
    assert (await waiting, looked) == ([(4, 3)], [0, 1, 2, 3])


async def test_nothing_wanted_ends_with_the_time() -> None:
    journal: Journal[str] = Journal()
    journal.append("a")
    assert await journal.wait_after(0, lambda _: False, 0) == []
