"""What a notice says when it is sent: what is true then, and nothing that is not."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from meeting.agenda import Agenda, Part, Session, ordered
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
    ReminderNoun,
    RoomNoun,
    RoomWord,
)
from meeting.people import Participant
from services.agenda import AgendaBook
from services.letters import (
    ChangeLetter,
    ChoiceLetter,
    GroupLetter,
    Letter,
    Letters,
    MissedLetter,
    ReminderLetter,
    RoomLetter,
    place_of,
)
from store.agendas import Agendas
from store.database import prepare
from store.logistics import Logistics
from store.people import PeopleRows
from tests.new_store import put_new_store
from tests.services.mailroom import NOON, Hand, NoRecall
from tests.two_days import ADA, AGENDA, BO, FUNDING, OSLO, PEACE, POLICE, ROOMS, at

NOW = at(11, "13:00")
FRAM = Place("Fram", at(11, "14:00"), at(11, "15:30"))
NOBEL = replace(FRAM, room="Nobel")
IN_NOBEL = replace(PEACE, room="nobel")


def with_sessions(*changed: Session, without: tuple[str, ...] = ()) -> Agenda:
    kept = {each.session_id: each for each in (*AGENDA.sessions, *changed)}
    return replace(AGENDA, sessions=ordered(s for k, s in kept.items() if k not in without))


class Desk:
    def __init__(self, folder: Path) -> None:
        engine = prepare(put_new_store(folder))
        self.agendas, self.clock, people = Agendas(engine), Hand(), PeopleRows(engine)
        self.people = people
        people.replace_list([ADA, BO])
        by_key = {row.person.key: row.person_id for row in people.everybody()}
        self.ada = Participant(20, "Ada", person_id=by_key[ADA.key])
        self.bo = Participant(21, "Bo", person_id=by_key["bo"])
        book = AgendaBook(self.agendas, people, Logistics(engine), self.clock, "Europe/Oslo")
        self.letters = Letters(
            book, lambda _person, block: ("police",) if block == "A" else (), NoRecall()
        )
        self.hold(AGENDA)

    def hold(self, agenda: Agenda) -> None:
        self.agendas.add(agenda, "", NOON)

    def read(self, noun: Noun, person: Participant | None = None) -> Letter | None:
        notice = Notice(3, NoticeKind.CHANGE, noun, None, None, NOON)
        return self.letters.read(notice, person or self.ada)

    def lines(self, *lines: ChangedLine) -> tuple[ChangedLine, ...]:
        letter = self.read(ChangeNoun(2, lines))
        if letter is None:
            return ()
        assert isinstance(letter, ChangeLetter)
        return letter.lines


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


MOVED = ChangedLine("peace", PEACE.title, FRAM, NOBEL)


def test_move_says_what_was_and_what_is(desk: Desk) -> None:
    desk.hold(with_sessions(IN_NOBEL))
    assert desk.read(ChangeNoun(2, (MOVED,))) == ChangeLetter(3, 2, (MOVED,), NOW)


def test_move_that_was_followed_by_another_tells_the_last_room(desk: Desk) -> None:
    desk.hold(with_sessions(replace(PEACE, room="munch")))
    assert desk.lines(MOVED) == (replace(MOVED, after=replace(FRAM, room="Munch")),)


def test_what_was_taken_back_is_not_told(desk: Desk) -> None:
    added = ChangedLine("new", "New", None, FRAM)
    assert desk.lines(MOVED, added) == ()


def test_what_was_taken_back_is_not_told_in_an_hour_that_comes_twice(desk: Desk) -> None:
    starts, ends = (datetime(2008, 10, 26, 2, minute, tzinfo=OSLO) for minute in (10, 50))
    watch = replace(PEACE, session_id="watch", starts=starts, ends=ends)
    desk.hold(with_sessions(watch))
    summer = timezone(timedelta(hours=2))  # as times come back from the store
    was = Place("Fram", starts.replace(tzinfo=summer), ends.replace(tzinfo=summer))
    assert desk.lines(ChangedLine("watch", PEACE.title, was, replace(was, room="Nobel"))) == ()


def test_session_cancelled_since_is_told_as_cancelled(desk: Desk) -> None:
    desk.hold(with_sessions(without=("peace",)))
    assert desk.lines(MOVED) == (replace(MOVED, after=None),)


def test_cancelled_session_that_came_back_elsewhere_is_told_as_moved(desk: Desk) -> None:
    desk.hold(with_sessions(IN_NOBEL))
    assert desk.lines(replace(MOVED, after=None)) == (MOVED,)


def test_new_title_is_told_beside_the_old_one(desk: Desk) -> None:
    desk.hold(with_sessions(replace(PEACE, title="Peace talks")))
    renamed = ChangedLine("peace", "Peace talks", FRAM, FRAM, old_title=PEACE.title)
    assert desk.lines(renamed) == (renamed,)
    desk.hold(AGENDA)
    assert desk.lines(renamed) == ()


def test_task_is_told_where_nothing_else_changed(desk: Desk) -> None:
    task = ChangedLine("peace", PEACE.title, FRAM, FRAM, tasks=True)
    assert desk.lines(task) == (task,)


@pytest.mark.parametrize(("clock", "told"), [("15:29", 1), ("15:30", 0)])
def test_nobody_is_told_of_a_session_that_is_over(desk: Desk, clock: str, told: int) -> None:
    desk.hold(with_sessions(IN_NOBEL))
    desk.clock.time = at(11, clock)
    assert len(desk.lines(MOVED)) == told


@pytest.mark.parametrize(
    ("session", "parts"),
    [
        (PEACE, (Part.RAPPORTEUR,)),
        (replace(PEACE, chairs=("ADA@example.org",)), (Part.CHAIR, Part.RAPPORTEUR)),
        (replace(PEACE, rapporteurs=()), ()),
    ],
)
def test_task_is_told_as_it_is_by_then(
    desk: Desk, session: Session, parts: tuple[Part, ...]
) -> None:
    line = ChangedLine("peace", PEACE.title, FRAM, FRAM, tasks=True)
    desk.hold(with_sessions(session))
    letter = desk.read(ChangeNoun(2, (line,)))
    assert letter == ChangeLetter(3, 2, (line,), NOW, {"peace": parts})


def test_reminder_knows_room_host_and_chair(desk: Desk) -> None:
    noun = ReminderNoun("peace", PEACE.starts)
    assert desk.read(noun, desk.bo) == ReminderLetter(3, PEACE, ROOMS[0], NOW, False, True)
    hosted = replace(AGENDA, rooms=(replace(ROOMS[0], host="BO"), *ROOMS[1:]))
    desk.hold(hosted)
    letter = desk.read(noun, desk.bo)
    assert isinstance(letter, ReminderLetter)
    assert letter.is_host


def test_reminder_of_a_session_that_moved_or_is_not_theirs_says_nothing(desk: Desk) -> None:
    assert desk.read(ReminderNoun("peace", at(11, "14:15"))) is None
    assert desk.read(ReminderNoun("police", POLICE.starts)) is None
    assert desk.read(ReminderNoun("gone", POLICE.starts)) is None
    assert desk.read(ReminderNoun("funding", FUNDING.starts)) is not None


def test_host_is_reminded_of_a_session_that_is_only_in_their_room(desk: Desk) -> None:
    desk.hold(replace(AGENDA, rooms=(*ROOMS[:2], replace(ROOMS[2], host="BO"), *ROOMS[3:])))
    letter = desk.read(ReminderNoun("police", POLICE.starts), desk.bo)
    assert isinstance(letter, ReminderLetter)
    assert (letter.session, letter.is_host) == (POLICE, True)


def test_organisers_are_told_how_many_reminders_came_too_late(desk: Desk) -> None:
    lines = (MissedLine("peace", PEACE.title, NOW, 12), MissedLine("gone", "Gone", NOW, 1))
    assert desk.read(MissedNoun(NOW, lines), desk.bo) == MissedLetter(3, 13)


def test_full_room_offers_the_other_session_while_both_are_there(desk: Desk) -> None:
    noun = RoomNoun(RoomWord.FULL, "funding", "nobel", "police")
    full = RoomLetter(3, RoomWord.FULL, FUNDING, ROOMS[1], POLICE, ROOMS[2], NOW)
    assert desk.read(noun) == full
    desk.hold(with_sessions(without=("police",)))
    assert desk.read(noun) == replace(full, other=None, other_room=None)
    desk.hold(with_sessions(replace(FUNDING, room="fram")))
    assert desk.read(noun) is None


def test_group_is_told_to_whoever_is_still_in_it(desk: Desk) -> None:
    group = GroupLetter(3, "A", FUNDING, ROOMS[1], NOW)
    assert desk.read(GroupNoun("funding", "A")) == group
    assert desk.read(GroupNoun("funding", "A"), desk.bo) is None


def test_group_that_somebody_left_is_not_told_though_they_follow_the_session(desk: Desk) -> None:
    desk.people.follow(desk.bo.person_id or 0, "funding", True)
    assert desk.read(GroupNoun("funding", "A"), desk.bo) is None


def test_choice_shows_the_block_and_what_was_chosen(desk: Desk) -> None:
    choice = ChoiceLetter(3, "A", (FUNDING, POLICE), ("police",), NOW)
    assert desk.read(ChoiceNoun("A")) == choice
    assert desk.read(ChoiceNoun("B")) is None


def test_place_names_the_room_as_people_say_it() -> None:
    assert place_of(AGENDA, PEACE) == FRAM
    elsewhere: tuple[datetime, datetime] = (PEACE.starts, PEACE.ends)
    assert place_of(AGENDA, replace(PEACE, room=None)) == Place("", *elsewhere)
