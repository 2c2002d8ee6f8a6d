"""Everybody on the list with what they can be chosen by."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, update

from meeting.announcements import Message, Text, VersionKind
from meeting.audience import Audience
from meeting.delivery import State, Urgency
from meeting.drafts import Draft
from meeting.people import Community, Participant, Person, Role
from store.announcements import AnnouncementRows, NewAnnouncement
from store.candidates import CandidateRow, Candidates
from store.chats import Chats
from store.drafts import DraftRows
from store.people import PeopleRows
from store.tables import chats, deliveries

ANNA = Person("Anna@x", "Anna", "Norad", Community.DEVELOPMENT, Role.SENDER, "fr", ("s1", "s2"))
BO, CATO = Person("bo", "Bo"), Person("cato", "cato")
GONE = Person("gone", "Gone", sessions=("s1",))
TEXT = Message({"en": Text("Hi", "Hi")})


@pytest.fixture
def people(engine: Engine, noon: datetime) -> PeopleRows:
    """Anna and Bo have opened the bot, Cato has not, and one is off the list."""
    rows = PeopleRows(engine)
    rows.replace_list([GONE])
    rows.replace_list([BO, CATO, ANNA])
    for key, chat in (("anna@x", 1), ("bo", 2)):
        rows.link(number(rows, key), chat)
        Chats(engine).meet(chat, key, "nb", noon)
    return rows


def number(rows: PeopleRows, key: str) -> int:
    found = rows.by_key(key)
    assert found is not None
    return found.person_id


def announce(engine: Engine, rows: PeopleRows, now: datetime, urgency: Urgency) -> int:
    """Send to Anna and Bo."""
    draft = DraftRows(engine).put(Draft(0, 7), now)
    new = NewAnnouncement(7, urgency, Audience(), TEXT, now, now + timedelta(hours=9))
    ids = [number(rows, "anna@x"), number(rows, "bo")]
    added = AnnouncementRows(engine).add(new, ids, now, draft.draft_id)
    assert added is not None
    return added


def unseen(engine: Engine) -> dict[str, frozenset[str]]:
    return {row.name: row.unseen for row in Candidates(engine).everybody() if row.unseen}


def test_those_on_the_list_are_found_by_name_with_all_that_is_known(
    engine: Engine, people: PeopleRows
) -> None:
    Chats(engine).choose_language(1, "fr")
    people.follow(number(people, "anna@x"), "s9", True)
    anna, *others = Candidates(engine).everybody()
    person_id = number(people, "anna@x")
    none: frozenset[str] = frozenset()
    assert anna == CandidateRow(
        person_id=person_id,
        folded_key="anna@x",
        name="Anna",
        organisation="Norad",
        community=Community.DEVELOPMENT,
        participant=Participant(1, "Anna", "fr", "nb", person_id, Role.SENDER, "fr"),
        linked=True,
        reachable=True,
        assigned=frozenset({"s1", "s2"}),
        following=frozenset({"s9"}),
        unseen=none,
    )
    assert [(row.name, row.linked, row.assigned) for row in others] == [
        ("Bo", True, none),
        ("cato", False, none),
    ]


def test_sessions_are_left_out_where_nobody_asks(engine: Engine, people: PeopleRows) -> None:
    rows = Candidates(engine).everybody(sessions=False)
    assert {row.assigned | row.following for row in rows} == {frozenset()}


def test_somebody_who_blocked_the_bot_cannot_be_reached(engine: Engine, people: PeopleRows) -> None:
    with engine.begin() as connection:
        connection.execute(
            update(chats).where(chats.c.chat_id == 2).values(unreachable=State.BLOCKED)
        )
    rows = Candidates(engine).everybody()
    assert [(row.linked, row.reachable) for row in rows] == [
        (True, True),
        (True, False),
        (False, False),
    ]


def test_urgent_announcement_is_unseen_by_those_who_have_it_and_have_not_tapped(
    engine: Engine, people: PeopleRows, noon: datetime
) -> None:
    urgent = announce(engine, people, noon, Urgency.URGENT)
    announce(engine, people, noon, Urgency.ROUTINE)
    pending = unseen(engine)
    with engine.begin() as connection:
        connection.execute(update(deliveries).values(state=State.SENT))
    sent = unseen(engine)
    with engine.begin() as connection:
        bo = deliveries.c.person_id == number(people, "bo")
        connection.execute(update(deliveries).where(bo).values(seen_at=noon))
    both = {"Anna": frozenset({str(urgent)}), "Bo": frozenset({str(urgent)})}
    assert [pending, sent, unseen(engine)] == [{}, both, {"Anna": frozenset({str(urgent)})}]


def test_withdrawn_announcement_waits_for_nobody(
    engine: Engine, people: PeopleRows, noon: datetime
) -> None:
    urgent = announce(engine, people, noon, Urgency.URGENT)
    with engine.begin() as connection:
        connection.execute(update(deliveries).values(state=State.SENT))
    AnnouncementRows(engine).add_version(urgent, VersionKind.WITHDRAWAL, TEXT, noon)
    assert unseen(engine) == {}


def test_recipients_are_those_of_the_newest_version(
    engine: Engine, people: PeopleRows, noon: datetime
) -> None:
    sent = announce(engine, people, noon, Urgency.ROUTINE)
    expected = frozenset({number(people, "anna@x"), number(people, "bo")})
    before = Candidates(engine).recipients(sent)
    AnnouncementRows(engine).add_version(sent, VersionKind.CORRECTION, TEXT, noon)
    assert [before, Candidates(engine).recipients(sent)] == [expected, expected]
    assert Candidates(engine).recipients(sent + 1) == frozenset()
