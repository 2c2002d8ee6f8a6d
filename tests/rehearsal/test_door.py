import asyncio

import aiohttp
import httpx
import pytest

from rehearsal.server import running
from rehearsal.world import World


async def ask(addresses, client: httpx.AsyncClient) -> int:
    answer = await client.get(f"{addresses.base_url}{addresses.token}/getMe")
    return answer.status_code


@pytest.fixture
async def client():
    async with httpx.AsyncClient() as made:
        yield made


async def test_shut_port_refuses_and_opens_again_by_itself(
    world, addresses, rehearsal, client
) -> None:
    assert await ask(addresses, client) == 200
    await rehearsal.fault("refused", seconds=0.5)
    with pytest.raises(httpx.ConnectError):
        await ask(addresses, client)
    await world.faults.door.wait_until_open()
    assert await ask(addresses, client) == 200


async def test_people_go_on_while_the_bot_is_refused(addresses, rehearsal, ada, client) -> None:
    await rehearsal.fault("refused", seconds=60)
    assert (await ada.say("Still here")).text == "Still here"
    with pytest.raises(httpx.ConnectError):
        await ask(addresses, client)
    await rehearsal.clear_faults()
    assert await ask(addresses, client) == 200


@pytest.mark.usefixtures("ada")
async def test_port_is_shut_behind_the_answer_to_a_request(addresses, rehearsal, client) -> None:
    await rehearsal.fault("refused", seconds=60, after=2)
    url = f"{addresses.base_url}{addresses.token}/sendMessage"
    for text in ("One", "Two"):
        answer = await client.post(url, data={"chat_id": 11, "text": text})
        assert answer.json()["result"]["text"] == text
    with pytest.raises(httpx.ConnectError):
        await client.post(url, data={"chat_id": 11, "text": "Three"})
    found = [(r.parameters["text"], r.fault) for r in await rehearsal.requests("sendMessage")]
    assert found == [("One", None), ("Two", "refused")]


async def test_waiting_for_updates_ends_when_the_port_is_shut(addresses, rehearsal) -> None:
    url = f"{addresses.base_url}{addresses.token}/getUpdates?timeout=50"
    async with aiohttp.ClientSession() as session:
        poll = asyncio.create_task(session.post(url))
        await rehearsal.wait_until_polling()
        await rehearsal.fault("refused", seconds=60)
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await poll
    assert not (await rehearsal.updates()).polling


async def test_request_at_work_is_answered_although_the_port_is_shut(
    addresses, rehearsal, ada
) -> None:
    await rehearsal.fault("slow", seconds=0.2)
    url = f"{addresses.base_url}{addresses.token}/sendMessage"
    async with aiohttp.ClientSession() as session:
        sending = asyncio.create_task(session.post(url, json={"chat_id": 11, "text": "Hello"}))
        await ada.next_message()
        await rehearsal.fault("refused", seconds=60)
        async with await sending as answer:
            assert answer.status == 200


async def test_second_outage_makes_the_first_longer() -> None:
    world = World()
    async with running(world):
        world.faults.shut(0.05)
        world.faults.shut(60)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(world.faults.door.wait_until_open(), 0.1)


async def test_server_ends_while_its_port_is_shut() -> None:
    world = World()
    async with running(world):
        world.faults.shut(60)
