"""Questions about the meeting: from the rows that hold, with what a chat was told last."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from meeting.agenda import ordered
from meeting.asking.answers import Kind, MeetingAnswer
from meeting.people import Participant
from services.ask_meeting import AskMeeting
from services.people import People
from store.chats import Chats
from tests.services.meeting_desk import MeetingDesk, make_meeting_desk
from tests.two_days import ADA, AGENDA, BO, FUNDING, PEACE


@pytest.fixture
def desk(tmp_path: Path) -> MeetingDesk:
    made = make_meeting_desk(tmp_path)
    made.release()
    return made


def asking(desk: MeetingDesk) -> AskMeeting:
    chats = Chats(desk.engine)
    people = People(desk.rows, chats, desk.hand, everybody=True, organiser=None)
    return AskMeeting(desk.book, people, lambda _word: False)


def sessions(found: MeetingAnswer | None) -> list[str]:
    return [line.session.session_id for line in found.lines] if found else []


def test_where_am_i_is_answered_with_the_persons_own_session(desk: MeetingDesk) -> None:
    ada, ask = desk.person(ADA, BO), asking(desk)
    assert sessions(ask.answer(ada, "Where am I at 4?")) == ["funding"]


def test_who_is_in_none_of_the_parallel_sessions_is_told_of_all(desk: MeetingDesk) -> None:
    found = asking(desk).answer(desk.person(), "Where am I at 4?")
    assert found is not None
    assert (found.unplaced, sessions(found)) == (True, ["funding", "police"])


def test_when_do_i_speak_is_answered_from_the_persons_tasks(desk: MeetingDesk) -> None:
    found = asking(desk).answer(desk.person(ADA, BO), "When am I rapporteur?")
    assert sessions(found) == ["peace"]


def test_released_change_is_told_at_the_next_question(desk: MeetingDesk) -> None:
    ada, ask = desk.person(ADA, BO), asking(desk)
    moved = replace(PEACE, room="munch")
    others = (s for s in AGENDA.sessions if s != PEACE)
    ask.answer(ada, "Which room is the session on peace in?")
    desk.release(replace(AGENDA, sessions=ordered((*others, moved))))
    found = ask.answer(ada, "Which room is the session on peace in?")
    assert found is not None
    assert [line.room and line.room.name for line in found.lines] == ["Munch"]


def test_it_is_the_session_told_last_for_half_an_hour(desk: MeetingDesk) -> None:
    ada, ask = desk.person(ADA, BO), asking(desk)
    ask.answer(ada, "When is the session on peace?")
    desk.hand.time += timedelta(minutes=30)
    still = ask.answer(ada, "Who chairs it?")
    desk.hand.time += timedelta(minutes=31)
    assert (sessions(still), ask.answer(ada, "Who chairs it?")) == (["peace"], None)


def test_what_one_chat_was_told_is_not_anothers(desk: MeetingDesk) -> None:
    ask = asking(desk)
    ask.answer(desk.person(ADA, BO), "When is the session on peace?")
    assert ask.answer(Participant(99, "Eve"), "Who chairs it?") is None


def test_session_that_left_the_agenda_is_forgotten(desk: MeetingDesk) -> None:
    ada, ask = desk.person(ADA, BO), asking(desk)
    ask.answer(ada, "When is the session on funding?")
    desk.release(replace(AGENDA, sessions=tuple(s for s in AGENDA.sessions if s != FUNDING)))
    assert ask.answer(ada, "Who chairs it?") is None


def test_restart_forgets_what_was_told(desk: MeetingDesk) -> None:
    ada = desk.person(ADA, BO)
    asking(desk).answer(ada, "When is the session on peace?")
    assert asking(desk).answer(ada, "Who chairs it?") is None


def test_times_are_the_meetings_whatever_zone_the_clock_has(desk: MeetingDesk) -> None:
    desk.hand.time = desk.hand.time.astimezone(tz=None)
    found = asking(desk).answer(desk.person(ADA, BO), "Where am I now?")
    assert found is not None
    assert (found.kind, found.now.isoformat()) == (Kind.MINE, "2008-02-11T13:52:00+01:00")
