"""Reminders as people get them, and what organisers read of those that came too late."""

from dataclasses import replace
from datetime import timedelta

from meeting.agenda import Session
from meeting.codes import session_code
from meeting.delivery import Urgency
from meeting.notices import MissedLine, MissedNoun
from rehearsal.phone import Phone
from store.notices import NewNotice
from tests.bot.handlers.conftest import greeted
from tests.bot.quick import haste as haste
from tests.stage import Stage
from tests.two_days import ADA, AGENDA, BO, FUNDING, PEACE, POLICE


def soon(stage: Stage, session: Session, **until: float) -> Session:
    """The session, so long from now on the stage's clock."""
    starts = (stage.services.clock.now() + timedelta(**until)).astimezone(session.starts.tzinfo)
    return replace(session, starts=starts, ends=starts + timedelta(hours=1))


async def test_reminder_arrives_at_its_moment_with_the_way_there(stage: Stage, ada: Phone) -> None:
    in_a_moment = soon(stage, FUNDING, minutes=10, seconds=1)
    stage.set_agenda(replace(AGENDA, sessions=(in_a_moment,)))
    message = await ada.next_message()
    assert message.text == (
        f"In 10 minutes, at {in_a_moment.starts:%H:%M}: Funding early recovery\nNobel: first floor"
    )
    await ada.press(message, "Session")
    assert (await ada.next_message()).text.startswith("Funding early recovery\n")


async def test_followed_session_is_reminded_of(stage: Stage, ada: Phone) -> None:
    in_a_moment = soon(stage, POLICE, minutes=10, seconds=1.5)
    beside = replace(in_a_moment, session_id="beside", title="Beside")
    stage.set_agenda(replace(AGENDA, sessions=(in_a_moment, beside)))
    old = await stage.send_button(ada, f"follow:{session_code(POLICE.session_id)}:1")
    await ada.press(old, "Old")
    await ada.next_edit()
    assert (await ada.next_message()).text.startswith("In 10 minutes, at ")


async def test_organisers_see_which_came_too_late(closed: Stage) -> None:
    closed.list_people(ADA, BO)
    bo = await closed.person("Bo")
    closed.link(bo, BO.key)
    await greeted(bo)
    now = closed.services.clock.now()
    noun = MissedNoun(now, (MissedLine("peace", PEACE.title, PEACE.starts, 12),))
    new = NewNotice(noun.key, noun, Urgency.ROUTINE, not_after=now + timedelta(days=1))
    closed.services.notices.put(new, [closed.services.people.by_key(BO.key).person_id], now)
    message = await bo.next_message()
    assert (message.text, message.labels) == (
        "I was away or cut off when 12 reminders were due. They would have come too late, so I "
        "didn’t send them.",
        ["Which"],
    )
    await bo.press(message, "Which")
    assert (await bo.next_message()).text == (
        "Reminders that came too late\n"
        "Monday 11 February, 14:00 Peace processes: how inclusive? – 12 people"
    )


async def test_list_that_is_gone_is_said_to_be(closed: Stage) -> None:
    closed.list_people(BO)
    bo = await closed.person("Bo")
    closed.link(bo, BO.key)
    await greeted(bo)
    await bo.press(await closed.send_button(bo, "missed:999"), "Old")
    assert (await bo.next_message()).text == "That is no longer here. Ask again, and I’ll look."
