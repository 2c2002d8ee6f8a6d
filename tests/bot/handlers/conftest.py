"""People of the two-day meeting, with their phones."""

import pytest

from rehearsal.phone import Phone
from tests.bot.handlers import changing
from tests.bot.handlers.writing import member
from tests.stage import Stage
from tests.two_days import ADA, AGENDA, BO, CONTACT, LUNCHTIME, VENUE


async def greeted(phone: Phone) -> Phone:
    """The phone, once its chat with the bot has begun."""
    await phone.say("/start")
    await phone.next_message()
    return phone


@pytest.fixture
def clock() -> str:
    """Day one, in the lunch break."""
    return LUNCHTIME


@pytest.fixture
async def ada(stage: Stage) -> Phone:
    """Ada, who is placed in one of two parallel sessions; agenda, people and venue are there."""
    stage.set_agenda(AGENDA)
    stage.list_people(ADA, BO)
    stage.set_logistics(VENUE, CONTACT)
    phone = await stage.person("Ada")
    stage.link(phone, ADA.key)
    await greeted(phone)
    return phone


@pytest.fixture
def meeting(closed: Stage) -> Stage:
    """For invited people: Ola, an organiser, Edda, an editor, and Ada."""
    closed.set_agenda(AGENDA)
    closed.list_people(changing.OLA, changing.EDDA, changing.ADA)
    return closed


@pytest.fixture
async def ola(meeting: Stage) -> Phone:
    return await member(meeting, changing.OLA)


@pytest.fixture
async def edda(meeting: Stage) -> Phone:
    return await member(meeting, changing.EDDA)
