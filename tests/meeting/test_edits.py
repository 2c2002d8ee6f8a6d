"""One session changed by hand: what follows gives way just as far as it must, on a real watch."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given

from meeting.agenda import Agenda, Session, ordered
from meeting.edits import cancelled, late, moved, renamed, retimed, swapped
from tests.meeting.two_agendas import (
    BEGINNINGS,
    QUARTER,
    ZONES,
    Hat,
    an_agenda,
    exactly,
    hats,
    same_cases,
)
from tests.two_days import AGENDA, FUNDING, OSLO, PEACE, POLICE, ROOMS, at, session


def with_(*sessions: Session) -> Agenda:
    """The two days with these sessions in the place of those with their ids."""
    others = {s.session_id: s for s in (*AGENDA.sessions, *sessions)}
    return replace(AGENDA, sessions=ordered(others.values()))


def day(*sessions: Session) -> Agenda:
    return Agenda("Europe/Oslo", ordered(sessions), ROOMS)


def talk(name: str, starts: str, ends: str, room: str | None = "fram", **more: object) -> Session:
    return session(name, name, 11, starts, ends, room=room, **more)


def spans(agenda: Agenda) -> dict[str, str]:
    return {s.session_id: f"{s.starts:%H:%M}-{s.ends:%H:%M}" for s in agenda.sessions}


def test_session_gets_another_time_in_the_meeting_s_zone() -> None:
    nine, ten = (datetime(2008, 2, 12, hour, tzinfo=UTC) for hour in (8, 9))
    there = replace(PEACE, starts=at(12, "09:00"), ends=at(12, "10:00"))
    assert exactly(retimed(AGENDA, "peace", nine, ten)) == exactly(with_(there))
    naive = (datetime(2008, 2, 12, hour) for hour in (9, 10))  # noqa: DTZ001
    assert exactly(retimed(AGENDA, "peace", *naive)) == exactly(with_(there))


def test_session_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ends before"):
        retimed(AGENDA, "peace", at(11, "15:00"), at(11, "14:59"))


def test_session_from_the_second_half_past_two_to_the_first_would_end_before_it_starts() -> None:
    first, second = (datetime(2008, 10, 26, hour, 30, tzinfo=UTC) for hour in (0, 1))
    found = retimed(AGENDA, "peace", first, second)
    peace = found.session("peace")
    assert peace is not None
    assert [peace.starts.isoformat(), peace.ends.isoformat()] == [
        "2008-10-26T02:30:00+02:00", "2008-10-26T02:30:00+01:00",
    ]  # fmt: skip
    with pytest.raises(ValueError, match="ends before"):
        retimed(AGENDA, "peace", second.astimezone(OSLO), first.astimezone(OSLO))


def test_session_is_moved_cancelled_renamed() -> None:
    assert moved(AGENDA, "peace", "nobel") == with_(replace(PEACE, room="nobel"))
    assert moved(AGENDA, "peace", None) == with_(replace(PEACE, room=None))
    assert renamed(AGENDA, "peace", " Peace\n for  all ") == with_(
        replace(PEACE, title="Peace for all")
    )
    assert cancelled(AGENDA, "peace") == replace(
        AGENDA, sessions=tuple(s for s in AGENDA.sessions if s is not PEACE)
    )


def test_two_sessions_change_rooms() -> None:
    assert swapped(AGENDA, "funding", "police") == with_(
        replace(FUNDING, room="munch"), replace(POLICE, room="nobel")
    )
    assert swapped(AGENDA, "peace", "peace") == AGENDA


def test_what_is_not_there_changes_nothing() -> None:
    assert [
        retimed(AGENDA, "ghost", at(11, "09:00"), at(11, "10:00")),
        moved(AGENDA, "ghost", "nobel"),
        moved(AGENDA, "peace", "cellar"),
        renamed(AGENDA, "ghost", "Spirit"),
        renamed(AGENDA, "peace", " \n"),
        cancelled(AGENDA, "ghost"),
        swapped(AGENDA, "peace", "ghost"),
        swapped(AGENDA, "ghost", "peace"),
        late(AGENDA, "ghost", 10),
    ] == [AGENDA] * 9


def test_late_session_starts_and_ends_later_or_only_ends_later_once_it_runs() -> None:
    assert spans(late(day(PEACE), "peace", 10, at(11, "13:59"))) == {"peace": "14:10-15:40"}
    assert spans(late(day(PEACE), "peace", 10)) == {"peace": "14:10-15:40"}
    assert spans(late(day(PEACE), "peace", 10, at(11, "14:00"))) == {"peace": "14:00-15:40"}
    with pytest.raises(ValueError, match="only run later"):
        late(day(PEACE), "peace", 0)


def test_what_follows_in_the_room_gives_way_until_a_gap_takes_up_the_delay() -> None:
    agenda = day(
        talk("first", "09:00", "10:00"),
        talk("coffee", "10:00", "10:15", is_break=True),
        talk("second", "10:20", "11:00"),
        talk("third", "11:10", "12:00"),
        talk("elsewhere", "10:00", "11:00", room="nobel"),
        talk("nowhere", "10:00", "11:00", room=None),
    )
    assert spans(late(agenda, "first", 15)) == {
        "first": "09:15-10:15", "coffee": "10:15-10:30", "second": "10:30-11:10",
        "third": "11:10-12:00", "elsewhere": "10:00-11:00", "nowhere": "10:00-11:00",
    }  # fmt: skip
    assert spans(late(agenda, "first", 5)) == spans(agenda) | {
        "first": "09:05-10:05", "coffee": "10:05-10:20",
    }  # fmt: skip


def test_what_ran_beside_it_in_the_room_is_left_alone() -> None:
    agenda = day(
        talk("talks", "09:00", "11:00"),
        talk("posters", "10:00", "11:30"),
        talk("next", "11:00", "12:00"),
        talk("also", "11:30", "12:30"),
    )
    assert spans(late(agenda, "talks", 30)) == {
        "talks": "09:30-11:30", "posters": "10:00-11:30", "next": "11:30-12:30",
        "also": "11:30-12:30",
    }  # fmt: skip


def test_session_without_a_room_makes_nothing_late() -> None:
    agenda = day(talk("walk", "09:00", "10:00", None), talk("talk", "10:00", "11:00", None))
    assert spans(late(agenda, "walk", 20)) == {"walk": "09:20-10:20", "talk": "10:00-11:00"}


def clock(day: int, month: int, hour: int, minute: int) -> datetime:
    """A moment in UTC, in the zone of Oslo."""
    return datetime(2008, month, day, hour, minute, tzinfo=UTC).astimezone(OSLO)


def test_quarter_of_an_hour_later_is_that_also_where_an_hour_is_missing() -> None:
    """30 March 2008: 01:59 is followed by 03:00."""
    watch = Session("watch", "Watch", clock(30, 3, 0, 30), clock(30, 3, 0, 50), "fram")
    after = Session("after", "After", clock(30, 3, 0, 50), clock(30, 3, 2, 0), "fram")
    assert spans(day(watch, after)) == {"watch": "01:30-01:50", "after": "01:50-04:00"}
    assert spans(late(day(watch, after), "watch", 15)) == {
        "watch": "01:45-03:05", "after": "03:05-04:15",
    }  # fmt: skip


def test_quarter_of_an_hour_later_is_that_also_where_an_hour_comes_twice() -> None:
    """26 October 2008: 02:59 is followed by 02:00."""
    watch = Session("watch", "Watch", clock(25, 10, 23, 50), clock(26, 10, 0, 50), "fram")
    after = Session("after", "After", clock(26, 10, 1, 0), clock(26, 10, 1, 55), "fram")
    found = late(day(watch, after), "watch", 15, at=clock(26, 10, 0, 10))
    assert [(s.starts.isoformat(), s.ends.isoformat()) for s in found.sessions] == [
        ("2008-10-26T01:50:00+02:00", "2008-10-26T02:05:00+01:00"),
        ("2008-10-26T02:05:00+01:00", "2008-10-26T03:00:00+01:00"),
    ]


def real(session: Session) -> tuple[float, float]:
    return session.starts.timestamp(), session.ends.timestamp()


@same_cases
@given(hats)
def test_what_is_late_delays_no_more_than_it_must(hat: Hat) -> None:
    beginning, zone = hat.one(BEGINNINGS), hat.one(ZONES)
    agenda = an_agenda(hat, beginning, zone)
    minutes, at = hat.one((5, 10, 15, 20, 90)), beginning + hat.number(20) * QUARTER
    for first in agenda.sessions:
        found = late(agenda, first.session_id, minutes, at)
        assert found.sessions == ordered(found.sessions)
        assert (found.zone, found.rooms) == (agenda.zone, agenda.rooms)
        starts, ends = real(first)
        delay = minutes * 60.0
        expected = {first.session_id: (starts if starts <= at.timestamp() else starts + delay,
                                       ends + delay)}  # fmt: skip
        for other in agenda.sessions:
            if other is not first:
                expected[other.session_id] = pushed(agenda, first, other, expected)
        assert {s.session_id: real(s) for s in found.sessions} == expected


def pushed(
    agenda: Agenda, first: Session, other: Session, sofar: dict[str, tuple[float, float]]
) -> tuple[float, float]:
    """Where a session goes: it waits for the end of each one in its room that was over when it was
    to start, and that has got later."""
    starts, ends = real(other)
    if first.room is None or other.room != first.room:
        return starts, ends
    before = [s for s in agenda.sessions if s.session_id in sofar and s.room == first.room]
    late_ones = [s for s in before if real(s) != sofar[s.session_id] and real(s)[1] <= starts]
    free = max([starts, *(sofar[s.session_id][1] for s in late_ones)])
    return free, ends + free - starts
