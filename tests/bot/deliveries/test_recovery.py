"""After a crash everybody has it, and the author reads in their language what is doubtful."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from rehearsal.client import Rehearsal
from rehearsal.phone import Phone
from rehearsal.server import running
from rehearsal.world import World
from tests.bot.sending import BUSES, GUESTS, OLA, enter, send
from tests.stage import Stage, check_requests, make_stage, opened

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
CLOCK = "2008-02-11T18:02:07+01:00"


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[Stage]:
    """Ola and the guests are on the list; the bot does not run."""
    async with running(World()) as addresses, Rehearsal(addresses.control_url) as rehearsal:
        stage = make_stage(tmp_path, rehearsal, addresses, access="invited", clock=CLOCK)
        stage.list_people(OLA, *GUESTS)
        yield stage
        # A restarted bot draws the progress anew, be it the same.
        stage.refusals.add(f"Bad Request: {NOT_MODIFIED}")
        await check_requests(stage)


async def entered(stage: Stage, language: str = "en") -> tuple[Phone, list[Phone]]:
    """Ola and the guests have opened the bot, which has ended since."""
    async with opened(stage):
        ola = await enter(stage, "ola", language)
        guests = [await enter(stage, guest.key) for guest in GUESTS]
        for phone in (ola, *guests):
            await phone.next_message()
    return ola, guests


async def texts_since(phone: Phone) -> str:
    return (await phone.next_message()).text


def on_its_way(stage: Stage, count: int) -> None:
    """As after a kill between the claim and what became of it."""
    for _ in range(count):
        assert stage.services.outbox.claim() is not None


@pytest.mark.parametrize(
    ("count", "language", "words"),
    [
        (1, "en", "One message was in the air; I’ve marked it doubtful."),
        (3, "en", "3 messages were in the air; I’ve marked them doubtful."),
        (1, "fr", "Un message était en route\u202f; je l’ai noté comme incertain."),
        (3, "fr", "3 messages étaient en route\u202f; je les ai notés comme incertains."),
    ],
)
async def test_author_reads_how_many_messages_are_doubtful(
    hall: Stage, count: int, language: str, words: str
) -> None:
    ola, _ = await entered(hall, language)
    send(hall, ola.user_id, [guest.key for guest in GUESTS])
    on_its_way(hall, count)
    async with opened(hall):
        told = [await texts_since(ola) for _ in range(2)]  # the other is the progress message
    restarted = {"en": "I was restarted at 18:02:", "fr": "J’ai redémarré à 18:02:"}[language]
    assert [text.endswith(words) and text.startswith(restarted) for text in told].count(True) == 1


async def test_everybody_has_it_and_only_what_was_on_its_way_is_doubtful(hall: Stage) -> None:
    ola, guests = await entered(hall)
    number = send(hall, ola.user_id, [guest.key for guest in GUESTS])
    on_its_way(hall, 1)
    async with opened(hall):
        assert [await texts_since(guest) for guest in guests] == [BUSES] * 4
    counts = hall.services.announcements.report(number).counts
    assert (counts.delivered, counts.perhaps_twice) == (4, 1)


async def test_start_after_an_orderly_end_says_nothing(hall: Stage) -> None:
    ola, guests = await entered(hall)
    async with opened(hall) as house:
        send(hall, ola.user_id, ["g0"])
        house.wake_courier()
        assert await texts_since(guests[0]) == BUSES
    async with opened(hall):
        await ola.say("/help")
        await ola.next_message()
    assert not [each for each in await ola.messages() if "restarted" in each.text]
