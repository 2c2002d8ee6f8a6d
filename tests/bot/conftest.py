"""A running bot for the tests of handlers."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from rehearsal.client import Rehearsal
from rehearsal.server import running
from rehearsal.world import World
from tests.stage import Stage, check_requests, make_stage, opened


@pytest.fixture
def clock() -> str | None:
    """The time at which the meeting's clock starts; parametrised where a test needs one."""
    return None


@pytest.fixture
def haste() -> int:
    """How many times as fast as in life the bot writes; more where a test waits for its pace."""
    return 1


@pytest.fixture
async def stage(tmp_path: Path, clock: str | None, haste: int) -> AsyncIterator[Stage]:
    """A running bot without papers; afterwards every request is checked against the schema."""
    async with running(World()) as addresses, Rehearsal(addresses.control_url) as rehearsal:
        made = make_stage(tmp_path, rehearsal, addresses, clock=clock)
        async with opened(made, haste):
            yield made
        await check_requests(made)


@pytest.fixture
async def closed(tmp_path: Path, clock: str | None, haste: int) -> AsyncIterator[Stage]:
    """A bot that lets in only who opens an invitation, and its first organiser, user 7."""
    async with running(World()) as addresses, Rehearsal(addresses.control_url) as rehearsal:
        made = make_stage(tmp_path, rehearsal, addresses, access="invited", clock=clock)
        async with opened(made, haste):
            yield made
        await check_requests(made)
