"""A running bot for the tests of handlers."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from rehearsal.client import Rehearsal
from rehearsal.server import running
from rehearsal.world import World
from tests.stage import Stage, check_requests, make_stage, opened


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """A running bot without papers; afterwards every request is checked against the schema."""
    async with running(World()) as addresses, Rehearsal(addresses.control_url) as rehearsal:
        made = make_stage(tmp_path, rehearsal, addresses)
        async with opened(made):
            yield made
        await check_requests(made)
