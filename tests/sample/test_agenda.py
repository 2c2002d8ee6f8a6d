"""The agenda is one that could be held: rooms, people and papers exist, nothing clashes."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time
from itertools import combinations
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Session, concerns_everybody
from meeting.formats.drafts import AgendaFile
from meeting.people import Person

PAPERS = {
    "Concept note",
    "Country cases",
    "Inter-ministerial coherence",
    "Multilateral processes",
    "Policy documents",
}
THREE_ROOMS = ("fram", "munch", "nobel")
DEMO = datetime(2008, 2, 11, 13, 52, tzinfo=ZoneInfo("Europe/Oslo"))


def test_agenda_is_read_without_problem_or_note(agenda_file: AgendaFile) -> None:
    assert (agenda_file.problems, agenda_file.notes) == ((), ())


def test_agenda_has_23_sessions_on_two_days_each_with_its_own_id(agenda: Agenda) -> None:
    days = Counter(session.starts.date() for session in agenda.sessions)

    assert days == {date(2008, 2, 11): 15, date(2008, 2, 12): 8}
    assert len({session.session_id for session in agenda.sessions}) == 23


def test_every_session_is_in_a_known_room_with_known_people_and_papers(
    agenda: Agenda, people: tuple[Person, ...]
) -> None:
    keys = {person.key for person in people}
    taking_part = {key for session in agenda.sessions for key in session.people}

    assert {s.room for s in agenda.sessions} == {room.room_id for room in agenda.rooms}
    assert (taking_part | {room.host for room in agenda.rooms if room.host}) - keys == set()
    assert {title for session in agenda.sessions for title in session.papers} == PAPERS


def test_every_session_with_a_topic_has_a_chair_and_says_what_it_is_about(agenda: Agenda) -> None:
    topics = [session for session in agenda.sessions if not session.is_break]

    assert [s.session_id for s in topics if not (s.chairs and s.speakers and s.description)] == []


def test_no_room_holds_two_sessions_at_a_time(agenda: Agenda) -> None:
    assert _clashes(agenda, lambda session: {str(session.room)}) == []


def test_nobody_has_two_parts_at_a_time(agenda: Agenda) -> None:
    assert _clashes(agenda, lambda session: set(session.people)) == []


def test_two_blocks_of_three_rooms_run_on_monday_afternoon(agenda: Agenda) -> None:
    blocks: dict[str | None, list[tuple[time, time, str | None]]] = {}
    for session in agenda.sessions:
        if not concerns_everybody(agenda, session):
            times = (session.starts.time(), session.ends.time())
            blocks.setdefault(session.block, []).append((*times, session.room))

    assert {block: sorted(found, key=str) for block, found in blocks.items()} == {
        "Monday 14:00": [(time(14), time(15, 15), room) for room in THREE_ROOMS],
        "Monday 15:45": [(time(15, 45), time(17), room) for room in THREE_ROOMS],
    }


def test_demo_begins_in_lunch_eight_minutes_before_the_parallel_sessions(agenda: Agenda) -> None:
    assert [session.title for session in agenda.now(DEMO)] == ["Lunch"]
    assert {
        session.room: (session.title, session.starts.time())
        for session in agenda.next(DEMO, lambda _session: True)
    } == {
        "fram": ("Peace processes: how inclusive?", time(14)),
        "nobel": ("A settlement is signed: the first months", time(14)),
        "munch": ("When donors want different things", time(14)),
    }


def _clashes(
    agenda: Agenda, taken: Callable[[Session], set[str]]
) -> list[tuple[str, str, set[str]]]:
    return [
        (one.session_id, other.session_id, taken(one) & taken(other))
        for one, other in combinations(agenda.sessions, 2)
        if one.starts < other.ends and other.starts < one.ends and taken(one) & taken(other)
    ]
