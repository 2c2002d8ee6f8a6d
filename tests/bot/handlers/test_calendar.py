"""[Calendar file]: one's own sessions or one session, under names that later files keep."""

from dataclasses import replace

from icalendar import Calendar

from meeting.agenda import Agenda
from meeting.codes import session_code
from rehearsal.phone import Phone
from tests.bot.handlers.conftest import greeted
from tests.stage import Stage
from tests.two_days import AGENDA, POLICE

HOST = "the-oslo-meeting-of-11-and-12-february.attache"


async def received(stage: Stage, phone: Phone) -> tuple[str, list[tuple[str, int]]]:
    """The name of the file, and of each event in it its UID and SEQUENCE."""
    message = await phone.next_message()
    assert message.document is not None
    data = await stage.rehearsal.file(message.document.file_id)
    events = [(str(e["uid"]), e["sequence"]) for e in Calendar.from_ical(data).events]
    return message.document.name, events


async def test_calendar_file_holds_my_sessions(stage: Stage, ada: Phone) -> None:
    await ada.say("/my")
    message = await ada.next_message()
    await ada.press(message, "Calendar file")
    mine = ["lunch", "peace", "funding", "dinner", "closing"]
    assert await received(stage, ada) == ("agenda.ics", [(f"{name}@{HOST}", 1) for name in mine])
    stage.set_agenda(AGENDA)
    await ada.press(message, "Calendar file")
    assert await received(stage, ada) == ("agenda.ics", [(f"{name}@{HOST}", 2) for name in mine])


async def test_one_session_is_the_same_event_as_in_the_whole(stage: Stage, ada: Phone) -> None:
    await ada.press(await stage.send_button(ada, f"calendar:{session_code('police')}"), "Old")
    assert await received(stage, ada) == ("agenda.ics", [(f"police@{HOST}", 1)])


async def test_day_without_sessions_gives_a_sentence(stage: Stage) -> None:
    other = replace(POLICE, session_id="other")
    stage.set_agenda(Agenda("Europe/Oslo", (POLICE, other)))
    phone = await greeted(await stage.person("Eve"))
    await phone.press(await stage.send_button(phone, "calendar:"), "Old")
    assert (await phone.next_message()).text.startswith("Nothing is in your day yet.")


async def test_file_takes_cancelled_sessions_out_of_the_calendar(stage: Stage, ada: Phone) -> None:
    others = tuple(s for s in AGENDA.sessions if s.session_id != "peace")
    stage.set_agenda(replace(AGENDA, sessions=others))
    await ada.press(await stage.send_button(ada, "calendar:"), "Old")
    _, events = await received(stage, ada)
    assert events[-1] == (f"peace@{HOST}", 2)
