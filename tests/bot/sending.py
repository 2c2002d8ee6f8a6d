"""Announcements put straight into a stage's store, and delivered as a test says."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import insert

from meeting.announcements import Message, Text, VersionKind
from meeting.audience import Audience
from meeting.delivery import Event, Urgency
from meeting.people import Person, Role
from rehearsal.phone import Phone
from store.announcements import AnnouncementRows, NewAnnouncement
from store.people import PeopleRows
from store.tables import drafts
from tests.stage import Stage

BUSES = "Buses to the dinner leave at 18:30."
OLA = Person("ola", "Ola Li", role=Role.ORGANISER)
SIRI = Person("siri", "Siri Moe", role=Role.SENDER)
GUESTS = tuple(Person(f"g{n}", f"Guest {n}", "Norad") for n in range(4))


async def enter(stage: Stage, key: str, language: str = "en") -> Phone:
    """Somebody on the list opens the bot."""
    phone = await stage.person(key.capitalize(), language)
    stage.link(phone, key)
    await phone.say("/start")
    return phone


def send(
    stage: Stage,
    author: int,
    people: Sequence[str],
    urgency: Urgency = Urgency.ROUTINE,
    at: datetime | None = None,
    text: str = BUSES,
) -> int:
    """Send to the people with these keys, or schedule for `at`; returns the number."""
    now, message = stage.services.clock.now(), Message({"en": Text(text, text)})
    began, useful = at or now, (at or now) + timedelta(hours=9)
    new = NewAnnouncement(
        author, urgency, Audience(), message, began, useful, scheduled=at is not None
    )
    rows = [PeopleRows(stage.engine).by_key(key) for key in people]
    ids = [row.person_id for row in rows if row is not None]
    number = AnnouncementRows(stage.engine).add(new, ids, now, draft(stage, author))
    assert number is not None
    return number


def correct(stage: Stage, number: int, text: str) -> None:
    """A newer wording of an announcement."""
    rows, message = AnnouncementRows(stage.engine), Message({"en": Text(text, text)})
    now = stage.services.clock.now()
    assert rows.add_version(number, VersionKind.CORRECTION, message, now) is not None


def draft(stage: Stage, author: int) -> int:
    row = {"chat_id": author, "document": {}, "updated_at": stage.services.clock.now()}
    with stage.engine.begin() as connection:
        added = connection.execute(insert(drafts).values(row).returning(drafts.c.id))
        draft_id: int = added.scalar_one()
        return draft_id


def deliver(stage: Stage, most: int = 99, event: Event = Event.ACCEPTED) -> None:
    """Say of what is due that this became of it, without sending anything."""
    outbox = stage.services.outbox
    for _ in range(most):
        parcel = outbox.claim()
        if parcel is None:
            break
        arrived = 9000 + parcel.delivery_id if event is Event.ACCEPTED else None
        outbox.settle(parcel, event, message_id=arrived)
    outbox.tick()
