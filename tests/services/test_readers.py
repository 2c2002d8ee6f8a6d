"""What counts of a reader is what the store says at that moment."""

from dataclasses import replace
from pathlib import Path

import pytest

from meeting.paper_audience import AudienceKind, PaperAudience, Reader, may_read
from meeting.people import Community, Participant, Person, Role
from services.readers import Readers
from store.paper_readers import who_may_read
from tests.services.meeting_desk import MeetingDesk, make_meeting_desk
from tests.two_days import AGENDA

ADA = Person("ada", "Ada Vik", community=Community.DEFENCE, sessions=("peace",))


@pytest.fixture
def desk(tmp_path: Path) -> MeetingDesk:
    return make_meeting_desk(tmp_path)


def test_sessions_are_those_one_was_put_into_has_a_part_in_and_those_for_all(
    desk: MeetingDesk,
) -> None:
    ada = desk.person(ADA)
    readers = Readers(desk.rows, desk.book)
    assert readers.of(ada) == Reader(Role.PARTICIPANT, Community.DEFENCE, frozenset({"peace"}))
    sessions = [
        replace(each, chairs=("ADA",)) if each.session_id == "funding" else each
        for each in AGENDA.sessions
    ]
    desk.release(replace(AGENDA, sessions=tuple(sessions)))
    held = desk.book.held()
    assert readers.of(ada).sessions == {"peace", "funding"} | held.common


def test_following_a_session_makes_nobody_one_of_its_people(desk: MeetingDesk) -> None:
    ada = desk.person(replace(ADA, sessions=()))
    assert ada.person_id is not None
    desk.rows.follow(ada.person_id, "peace", follows=True)
    assert Readers(desk.rows, desk.book).of(ada).sessions == frozenset()


def test_whoever_is_off_the_list_reads_what_is_for_all(desk: MeetingDesk) -> None:
    ada = replace(desk.person(replace(ADA, role=Role.ORGANISER)), role=Role.ORGANISER)
    desk.rows.replace_list([Person("bo", "Bo Ek", role=Role.ORGANISER)])
    assert Readers(desk.rows, desk.book).of(ada) == Reader(Role.PARTICIPANT, None)


def test_somebody_without_a_list_keeps_the_role_they_were_let_in_with(desk: MeetingDesk) -> None:
    first = Participant(9, "Eve", role=Role.ORGANISER)
    assert Readers(desk.rows, desk.book).of(first) == Reader(Role.ORGANISER, None)


def test_all_at_once_are_asked_by_the_same_rule_as_one(desk: MeetingDesk) -> None:
    desk.person(
        ADA,
        Person("bo", "Bo Ek", community=Community.DIPLOMACY, role=Role.ORGANISER),
        Person("cy", "Cy Hol", community=Community.DIPLOMACY),
    )
    people = [Participant(1, "", person_id=row.person_id) for row in desk.rows.everybody()]
    sessions = [
        replace(each, chairs=("CY",)) if each.session_id == "funding" else each
        for each in AGENDA.sessions
    ]
    desk.release(replace(AGENDA, sessions=tuple(sessions)))
    audiences = [
        *map(PaperAudience, (AudienceKind.ALL, AudienceKind.ORGANISERS)),
        *(PaperAudience(AudienceKind.COMMUNITY, each) for each in Community),
        *(PaperAudience(AudienceKind.SESSION, each.session_id) for each in AGENDA.sessions),
    ]
    readers = Readers(desk.rows, desk.book)
    for audience in audiences:
        with desk.rows._engine.connect() as connection:
            at_once = who_may_read(connection, audience)
            found = [at_once(each.person_id or 0) for each in people]
        assert found == [may_read(audience, readers.of(each)) for each in people]
