"""Notices: one for each key, one delivery for each person, and who got it."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, select

from meeting.delivery import State, Urgency
from meeting.notices import (
    ChangedLine,
    ChangeNoun,
    ChoiceNoun,
    GroupNoun,
    MissedLine,
    MissedNoun,
    Notice,
    NoticeKind,
    Noun,
    Place,
    RecallNoun,
    ReminderNoun,
    RoomNoun,
    RoomWord,
)
from meeting.people import Person
from store.chats import Chats
from store.notices import Heard, NewNotice, Notices
from store.people import PeopleRows
from store.tables import deliveries
from tests.two_days import PEACE, at

NOON = datetime(2008, 2, 11, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=3)
FRAM = Place("Fram", at(11, "14:00"), at(11, "15:30"))
NOBEL = Place("Nobel", at(11, "14:00"), at(11, "15:30"))
MOVED = ChangeNoun(5, (ChangedLine("peace", PEACE.title, FRAM, NOBEL),))
NOUNS: dict[NoticeKind, Noun] = {
    NoticeKind.CHANGE: ChangeNoun(
        5,
        (
            ChangedLine("peace", PEACE.title, FRAM, NOBEL, old_title="Peace", tasks=True),
            ChangedLine("new", "New", None, FRAM),
            ChangedLine("gone", "Gone", FRAM, None),
        ),
    ),
    NoticeKind.REMINDER: ReminderNoun("peace", at(11, "14:00")),
    NoticeKind.ROOM: RoomNoun(RoomWord.FULL, "funding", "nobel", "police"),
    NoticeKind.GROUP: GroupNoun("funding", "A"),
    NoticeKind.CHOICE: ChoiceNoun("A"),
    NoticeKind.MISSED: MissedNoun(NOON, (MissedLine("peace", PEACE.title, PEACE.starts, 12),)),
    NoticeKind.RECALL: RecallNoun(3, 5, NOON),
}


@pytest.fixture
def people(engine: Engine) -> list[int]:
    """Ada and Bo, of whom Ada writes from the chat 100, Bo has not opened the bot."""
    rows = PeopleRows(engine)
    rows.replace_list([Person("ada", "Ada"), Person("bo", "Bo")])
    ids = [row.person_id for row in rows.everybody()]
    rows.link(ids[0], 100)
    Chats(engine).meet(100, "Ada", "en", NOON)
    return ids


def new(noun: Noun, key: str = "one") -> NewNotice:
    return NewNotice(key, noun, Urgency.URGENT, LATER, cause=5, author=7)


@pytest.mark.parametrize("kind", NoticeKind)
def test_noun_comes_back_as_it_was(engine: Engine, kind: NoticeKind) -> None:
    rows = Notices(engine)
    number = rows.put(new(NOUNS[kind]), [], NOON)
    assert rows.get(number) == Notice(number, kind, NOUNS[kind], 5, 7, NOON)
    assert rows.by_key("one") == rows.get(number)
    assert rows.by_key("other") is None


def test_same_key_is_said_once_to_each_person(engine: Engine, people: list[int]) -> None:
    rows = Notices(engine)
    number = rows.put(new(MOVED), people[:1], NOON)
    assert rows.put(new(MOVED), [*people, *people], NOON) == number
    assert rows.heard(NoticeKind.CHANGE, 5) == (
        Heard(people[0], "Ada", State.PENDING, False, None),
        Heard(people[1], "Bo", State.NOT_LINKED, False, None),
    )
    assert rows.heard(NoticeKind.CHANGE, 6) == rows.heard(NoticeKind.ROOM, 5) == ()


def test_what_is_too_late_is_written_down_as_such(engine: Engine, people: list[int]) -> None:
    rows = Notices(engine)
    rows.put(new(MOVED), people[:1], LATER + timedelta(seconds=1))
    assert [each.state for each in rows.heard(NoticeKind.CHANGE, 5)] == [State.EXPIRED]


def test_first_tap_counts_and_only_on_what_is_theirs(engine: Engine, people: list[int]) -> None:
    rows = Notices(engine)
    number = rows.put(new(MOVED), people[:1], NOON)
    assert rows.seen(people[0], number, NOON)
    assert rows.seen(people[0], number, LATER)
    assert not rows.seen(people[1], number, NOON)
    assert [each.seen_at for each in rows.heard(NoticeKind.CHANGE, 5)] == [NOON]


@pytest.mark.parametrize(
    ("kind", "revived"),
    [
        (NoticeKind.CHANGE, False),  # they never saw what it puts right
        (NoticeKind.ROOM, False),
        (NoticeKind.RECALL, False),
        (NoticeKind.REMINDER, True),
        (NoticeKind.GROUP, True),
        (NoticeKind.CHOICE, True),
    ],
)
def test_newcomer_gets_what_is_of_use_to_a_newcomer(
    engine: Engine, people: list[int], kind: NoticeKind, revived: bool
) -> None:
    Notices(engine).put(new(NOUNS[kind]), people[1:], NOON)
    PeopleRows(engine).link(people[1], 101)
    Chats(engine).meet(101, "Bo", "en", NOON)
    (state,) = [each.state for each in Notices(engine).heard(kind, 5)]
    assert state is (State.PENDING if revived else State.NOT_LINKED)


def test_whoever_had_blocked_the_bot_reads_of_the_change_after_all(
    engine: Engine, people: list[int]
) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE chats SET unreachable = 'blocked'")
    Notices(engine).put(new(MOVED), people[:1], NOON)
    assert [each.state for each in Notices(engine).heard(NoticeKind.CHANGE, 5)] == [State.BLOCKED]
    Chats(engine).meet(100, "Ada", "en", NOON)
    assert [each.state for each in Notices(engine).heard(NoticeKind.CHANGE, 5)] == [State.PENDING]


def test_delivery_of_a_notice_is_one_row(engine: Engine, people: list[int]) -> None:
    number = Notices(engine).put(new(MOVED), people, NOON)
    with engine.connect() as connection:
        rows = connection.execute(select(deliveries.c.kind, deliveries.c.subject_id)).all()
    assert rows == [("notice", number)] * 2
