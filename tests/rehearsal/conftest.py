"""A server in this process, a caller of its Bot API, and people's phones."""

import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from rehearsal.client import Rehearsal
from rehearsal.phone import Phone
from rehearsal.server import Addresses, running
from rehearsal.world import World

TINY_BOT = (sys.executable, str(Path(__file__).parent / "tiny_bot.py"))


@dataclass
class Api:
    """The Bot API as a bot calls it, without a library between."""

    session: aiohttp.ClientSession
    addresses: Addresses

    async def send(self, method: str, parameters: object) -> tuple[int, dict]:
        url = f"{self.addresses.base_url}{self.addresses.token}/{method}"
        as_form = isinstance(parameters, aiohttp.FormData)
        body = {"data": parameters} if as_form else {"json": parameters}
        async with self.session.post(url, **body) as response:
            return response.status, await response.json()

    async def call(self, method: str, **parameters: object) -> object:
        status, answer = await self.send(method, parameters)
        assert (status, answer["ok"]) == (200, True), answer
        return answer["result"]

    async def refusal(self, method: str, **parameters: object) -> str:
        """The error code and description of a request that must be refused."""
        status, answer = await self.send(method, parameters)
        assert answer["ok"] is False, answer
        assert status == answer["error_code"]
        return f"{status} {answer['description']}"


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
async def addresses(world: World) -> AsyncIterator[Addresses]:
    async with running(world) as given:
        yield given


@pytest.fixture
async def api(addresses: Addresses) -> AsyncIterator[Api]:
    async with aiohttp.ClientSession() as session:
        yield Api(session, addresses)


@pytest.fixture
async def rehearsal(addresses: Addresses) -> AsyncIterator[Rehearsal]:
    async with Rehearsal(addresses.control_url) as client:
        yield client


@pytest.fixture
async def ada(rehearsal: Rehearsal) -> Phone:
    """Somebody who has started the bot."""
    phone = await rehearsal.person("Ada", "Moe", user_id=11)
    await phone.say("/start")
    return phone


@pytest.fixture
def tiny_bot() -> tuple[str, ...]:
    """The command of a small bot made with python-telegram-bot."""
    return TINY_BOT
