"""Invited people only: others get one sentence, whatever they send, and leave no trace."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from rehearsal.client import Rehearsal
from rehearsal.server import running
from rehearsal.world import World
from store.chats import Chats
from store.database import prepare
from tests.stage import Stage, check_requests, make_stage, opened


@pytest.fixture
async def closed(tmp_path: Path) -> AsyncIterator[Stage]:
    """A bot that lets in nobody but its first organiser, user 7."""
    async with running(World()) as addresses, Rehearsal(addresses.control_url) as rehearsal:
        made = make_stage(tmp_path, rehearsal, addresses, access="invited")
        async with opened(made):
            yield made
        await check_requests(made)


async def test_uninvited_person_gets_one_sentence_whatever_they_send(
    closed: Stage, tmp_path: Path
) -> None:
    eve = await closed.person("Eve")
    for send in (eve.say("/start"), eve.say("/papers"), eve.say("hall?"), eve.send_sticker()):
        await send
        assert (await eve.next_message()).text == (
            "This assistant is for invited participants. The organisers can send you a link."
        )
    await eve.press(await closed.send_button(eve, "papers:0"), "Old")
    assert (await eve.next_message()).text.startswith("This assistant is for invited participants.")
    assert closed.library.asked == []
    chats = Chats(prepare(f"sqlite:///{tmp_path / 'attache.db'}"))
    assert chats.get(eve.user_id) is None


async def test_first_organiser_is_let_in(closed: Stage) -> None:
    phone = await closed.rehearsal.person("Ingrid", user_id=7)
    await phone.say("/start")
    assert (await phone.next_message()).text.startswith("Good to meet you, Ingrid.")
