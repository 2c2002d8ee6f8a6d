"""Announcements as rows: the draft, the announcement and its deliveries, all of them or nothing."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, func, insert, select
from sqlalchemy.exc import IntegrityError

from meeting.announcements import Message, Status, Text, VersionKind
from meeting.audience import Audience, Kind
from meeting.delivery import State, Urgency
from meeting.people import Person
from store.announcements import AnnouncementRows, NewAnnouncement
from store.people import PeopleRows
from store.tables import announcements, deliveries, drafts

WORDS = Message({"en": Text("At <six>.", "At &lt;six&gt;."), "fr": Text("À six.", "À six.")})
LATER = Message({"en": Text("At seven.", "At seven.")})


@pytest.fixture
def rows(engine: Engine) -> AnnouncementRows:
    return AnnouncementRows(engine)


@pytest.fixture
def people(engine: Engine) -> list[int]:
    """Two people who have not opened the bot, and one who has."""
    known = PeopleRows(engine)
    known.replace_list([Person(f"p{number}", f"Person {number}") for number in range(3)])
    ids = [row.person_id for row in known.everybody()]
    known.link(ids[2], 100)
    return ids


def new(noon: datetime, scheduled: bool = False) -> NewAnnouncement:
    audience = Audience(((Kind.LANGUAGE, "fr"), (Kind.SESSION, "s1")))
    until = noon + timedelta(hours=9)
    return NewAnnouncement(7, Urgency.URGENT, audience, WORDS, noon, until, scheduled)


def draft(engine: Engine, noon: datetime) -> int:
    row = {"chat_id": 7, "document": {}, "updated_at": noon}
    with engine.begin() as connection:
        added = connection.execute(insert(drafts).values(row).returning(drafts.c.id))
        draft_id: int = added.scalar_one()
        return draft_id


def count(engine: Engine) -> tuple[int, int, int]:
    """How many drafts, announcements and deliveries there are."""
    tables = (drafts, announcements, deliveries)
    with engine.connect() as connection:
        found = [connection.execute(select(func.count()).select_from(t)).scalar() for t in tables]
    return found[0] or 0, found[1] or 0, found[2] or 0


def test_sending_takes_the_draft_and_leaves_one_delivery_for_each_person(
    engine: Engine, rows: AnnouncementRows, people: list[int], noon: datetime
) -> None:
    assert rows.add(new(noon), people, noon, draft(engine, noon)) == 1
    assert count(engine) == (0, 1, 3)
    with engine.connect() as connection:
        states = connection.execute(select(deliveries.c.state).order_by(deliveries.c.person_id))
        assert list(states.scalars()) == [State.NOT_LINKED, State.NOT_LINKED, State.PENDING]


def test_draft_that_is_gone_sends_nothing(
    engine: Engine, rows: AnnouncementRows, people: list[int], noon: datetime
) -> None:
    assert rows.add(new(noon), people, noon, 99) is None
    assert count(engine) == (0, 0, 0)


def test_failure_half_way_leaves_everything_as_it_was(
    engine: Engine, rows: AnnouncementRows, people: list[int], noon: datetime
) -> None:
    draft_id = draft(engine, noon)
    with pytest.raises(IntegrityError):
        rows.add(new(noon), [people[0], people[0]], noon, draft_id)
    assert count(engine) == (1, 0, 0)


def test_announcement_is_read_as_it_was_written(
    engine: Engine, rows: AnnouncementRows, people: list[int], noon: datetime
) -> None:
    number = rows.add(new(noon), people, noon, draft(engine, noon))
    assert number is not None
    found = rows.get(number)
    assert found is not None
    assert (found.audience, found.version.message) == (new(noon).audience, WORDS)
    assert list(found.version.message.texts) == ["en", "fr"]
    assert (found.author, found.urgency, found.began_at) == (7, Urgency.URGENT, noon)
    assert rows.of_version(found.version.version_id) == found


def test_scheduled_one_opens_once_for_who_is_there_then(
    engine: Engine, rows: AnnouncementRows, people: list[int], noon: datetime
) -> None:
    number = rows.add(new(noon, scheduled=True), (), noon, draft(engine, noon))
    assert number is not None
    assert [rows.open(number, people, noon), rows.open(number, people, noon)] == [True, False]
    assert count(engine) == (0, 1, 3)


def test_newest_version_holds_and_the_one_before_waits_for_nothing(
    engine: Engine, rows: AnnouncementRows, people: list[int], noon: datetime
) -> None:
    number = rows.add(new(noon), people, noon, draft(engine, noon))
    assert number is not None
    version_id = rows.add_version(number, VersionKind.CORRECTION, LATER, noon)
    found = rows.get(number)
    assert found is not None
    assert (found.version.version_id, found.version.message) == (version_id, LATER)
    with engine.connect() as connection:
        waits = select(deliveries.c.subject_id).where(deliveries.c.due_at.is_not(None))
        assert list(connection.execute(waits).scalars()) == [version_id]


def test_withdrawn_one_takes_no_further_version(
    engine: Engine, rows: AnnouncementRows, people: list[int], noon: datetime
) -> None:
    number = rows.add(new(noon), people, noon, draft(engine, noon))
    assert number is not None
    assert rows.add_version(number, VersionKind.WITHDRAWAL, WORDS, noon) is not None
    assert rows.add_version(number, VersionKind.CORRECTION, LATER, noon) is None


def test_status_moves_only_from_where_it_stands(
    engine: Engine, rows: AnnouncementRows, people: list[int], noon: datetime
) -> None:
    number = rows.add(new(noon), people, noon, draft(engine, noon))
    assert number is not None
    assert rows.move(number, Status.RUNNING, Status.PAUSED)
    assert not rows.move(number, Status.RUNNING, Status.PAUSED)
    assert [each.announcement_id for each in rows.standing(Status.PAUSED)] == [number]
