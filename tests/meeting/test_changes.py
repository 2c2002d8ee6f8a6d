"""Two agendas compared, and the changes made again: exact for any two, mild on any third."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given

from meeting.agenda import Agenda, Room, Session, ordered
from meeting.change_types import REVISED
from meeting.changes import (
    Added,
    Cancelled,
    Moved,
    Renamed,
    Rescheduled,
    Revised,
    RoomClosed,
    RoomRevised,
    RoomsOrdered,
    SessionChange,
    Span,
    ZoneChanged,
    apply,
    by_session,
    diff,
)
from tests.meeting.two_agendas import exactly, in_zone, pairs, same_cases, triples
from tests.two_days import AGENDA, CLOSING, FUNDING, LUNCH, OSLO, PEACE, ROOMS, at, session

FRAM, NOBEL, MUNCH, RESTAURANT = ROOMS
FIELDS = (
    "title", "room", "chairs", "speakers", "rapporteurs", "papers", "description", "block",
    "plenary", "is_break",
)  # fmt: skip


def with_(*sessions: Session) -> Agenda:
    """The two days with these sessions in the place of those with their ids."""
    others = {s.session_id: s for s in (*AGENDA.sessions, *sessions)}
    return replace(AGENDA, sessions=ordered(others.values()))


@same_cases
@given(pairs)
def test_changes_made_to_the_old_agenda_give_the_new_one(pair: tuple[Agenda, Agenda]) -> None:
    before, after = pair
    assert exactly(apply(before, diff(before, after))) == exactly(after)


@same_cases
@given(pairs)
def test_agenda_has_no_changes_against_itself(pair: tuple[Agenda, Agenda]) -> None:
    assert (diff(pair[0], pair[0]), by_session(pair[0], pair[0])) == ((), ())


@same_cases
@given(triples)
def test_changes_made_to_another_agenda_hold_there_and_leave_the_rest_alone(
    triple: tuple[Agenda, Agenda, Agenda],
) -> None:
    before, after, newest = triple
    found = apply(newest, diff(before, after))
    assert found.zone == (after.zone if before.zone != after.zone else newest.zone)
    assert {s.session_id: known(s) for s in found.sessions} == joined_sessions(*triple)
    assert {room.room_id: room for room in found.rooms} == joined_rooms(*triple)
    assert found.sessions == ordered(found.sessions)
    assert {s.starts.tzinfo for s in found.sessions} <= {ZoneInfo(found.zone)}


def known(session: Session) -> tuple[object, ...]:
    """All but the zone."""
    return (*(getattr(session, name) for name in FIELDS), *moments(session))


def moments(session: Session) -> tuple[float, float]:
    return session.starts.timestamp(), session.ends.timestamp()


def clock(session: Session) -> tuple[str, str]:
    """What clocks on the wall show, and in which offset from UTC."""
    return session.starts.isoformat(), session.ends.isoformat()


def joined_sessions(before: Agenda, after: Agenda, newest: Agenda) -> dict[str, tuple[object, ...]]:
    """What each session is to be, field by field: as the changes say, where they say something of
    it, else as it is in the newest agenda."""
    found = {}
    for key in {s.session_id for s in (*after.sessions, *newest.sessions)}:
        old, new, now = before.session(key), after.session(key), newest.session(key)
        if new and not old:
            found[key] = known(new)
        elif now and not old:
            found[key] = known(now)
        elif old and new and now:
            said = [new if getattr(old, n) != getattr(new, n) else now for n in FIELDS]
            values = (getattr(one, name) for one, name in zip(said, FIELDS, strict=True))
            found[key] = (*values, *moments(new if clock(old) != clock(new) else now))
    return found


def joined_rooms(before: Agenda, after: Agenda, newest: Agenda) -> dict[str, Room]:
    """The same for rooms."""
    found = {}
    for key in {r.room_id for r in (*after.rooms, *newest.rooms)}:
        old, new, now = before.room(key), after.room(key), newest.room(key)
        if not old and (there := new or now):
            found[key] = there
        elif old and new and now:
            names = ("name", "hint", "capacity", "host")
            said = {n: getattr(new, n) for n in names if getattr(old, n) != getattr(new, n)}
            found[key] = replace(now, **said)
    return found


@same_cases
@given(pairs)
def test_each_session_that_changes_is_one_line_with_all_its_changes(
    pair: tuple[Agenda, Agenda],
) -> None:
    before, after = pair
    lines = {line.session_id: line for line in by_session(before, after)}
    changes = diff(before, after)
    for kind, is_so in (
        (Moved, "is_moved"), (Rescheduled, "is_rescheduled"),
        (Renamed, "is_renamed"), (Revised, "is_revised"),
    ):  # fmt: skip
        said = {c.session_id for c in changes if isinstance(c, kind)}
        read = {key for key, line in lines.items() if getattr(line, is_so)}
        left = {key for key in read if has_lost_or_got_its_room(lines[key])}
        assert said | (left if kind is Moved else set()) == read
    assert {c.session.session_id for c in changes if isinstance(c, Added)} == {
        key for key, line in lines.items() if line.is_added
    }
    assert {c.session.session_id for c in changes if isinstance(c, Cancelled)} == {
        key for key, line in lines.items() if line.is_cancelled
    }


def has_lost_or_got_its_room(line: SessionChange) -> bool:
    return (line.room_before is None) != (line.room_after is None)


def test_every_field_of_a_session_has_its_kind_of_change() -> None:
    own = ("session_id", "title", "starts", "ends", "room")
    assert sorted(field.name for field in fields(Session)) == sorted((*own, *REVISED))


def test_moved_and_rescheduled_session_is_two_changes_and_one_line() -> None:
    late = replace(PEACE, room="nobel", starts=at(11, "14:10"), title="Peace")
    after = with_(late)
    assert diff(AGENDA, after) == (
        Moved("peace", "fram", "nobel"),
        Rescheduled(
            "peace", Span(PEACE.starts, PEACE.ends), Span(at(11, "14:10"), at(11, "15:30"))
        ),
        Renamed("peace", "Peace processes: how inclusive?", "Peace"),
    )
    assert by_session(AGENDA, after) == (SessionChange("peace", PEACE, late, FRAM, NOBEL),)


def test_lines_come_by_the_start_of_what_is_now() -> None:
    funding, first = (
        replace(FUNDING, starts=at(11, "09:00")),
        session("a", "A", 11, "08:00", "09:00"),
    )
    without = replace(with_(funding, first, replace(LUNCH, papers=("Menu",))), rooms=ROOMS)
    after = replace(without, sessions=tuple(s for s in without.sessions if s != CLOSING))
    lines = by_session(AGENDA, after)
    assert [line.session_id for line in lines] == ["a", "funding", "lunch", "closing"]
    assert [line.session for line in lines] == [
        first, funding, replace(LUNCH, papers=("Menu",)), CLOSING,
    ]  # fmt: skip
    assert [line.is_told for line in lines] == [True, True, False, True]
    assert [line.is_over(at(11, "15:00")) for line in lines] == [True, False, True, False]


def test_rooms_in_another_order_are_a_change_of_their_own() -> None:
    nobel = replace(NOBEL, capacity=20)
    after = replace(AGENDA, rooms=(RESTAURANT, nobel, FRAM))
    assert diff(AGENDA, after) == (
        RoomClosed(MUNCH),
        RoomRevised(NOBEL, nobel),
        RoomsOrdered(("fram", "nobel", "restaurant"), ("restaurant", "nobel", "fram")),
    )
    assert apply(AGENDA, diff(AGENDA, after)) == after


def test_session_whose_room_closes_around_it_is_moved() -> None:
    """As happens where one editor closes a room and another one moves a session into it."""
    moved = with_(replace(FUNDING, room="fram"))
    found = apply(moved, [RoomClosed(FRAM)])
    (peace, funding, closing) = by_session(moved, found)
    assert [line.is_moved for line in (peace, funding, closing)] == [True, True, True]
    assert (funding.room_before, funding.room_after) == (FRAM, None)
    assert diff(moved, found) == (RoomClosed(FRAM),)


def test_second_half_past_two_of_a_night_is_another_time_than_the_first() -> None:
    first = datetime(2008, 10, 26, 0, 30, tzinfo=UTC).astimezone(OSLO)
    second = datetime(2008, 10, 26, 1, 30, tzinfo=UTC).astimezone(OSLO)
    early = Session("watch", "Watch", first, second)
    late = replace(early, starts=second)
    assert early == late  # so says Python, which compares the clocks on the wall
    before, after = (Agenda("Europe/Oslo", (one,)) for one in (early, late))
    assert exactly(apply(before, diff(before, after))) == exactly(after)
    assert [line.is_rescheduled for line in by_session(before, after)] == [True]


def test_other_zone_leaves_sessions_at_their_moment_and_tells_that_clocks_show_another() -> None:
    berlin, london = (
        Agenda(zone, tuple(in_zone(s, zone) for s in AGENDA.sessions), ROOMS)
        for zone in ("Europe/Berlin", "Europe/London")
    )
    assert diff(AGENDA, berlin) == (ZoneChanged("Europe/Oslo", "Europe/Berlin"),)
    assert apply(AGENDA, diff(AGENDA, berlin)) == berlin
    assert len(by_session(AGENDA, london)) == len(AGENDA.sessions)
    assert apply(AGENDA, [ZoneChanged("Europe/Oslo", "Europe/London")]) == london


def test_other_parts_of_a_line_are_whose_part_begins_or_ends() -> None:
    peace = replace(PEACE, chairs=("BO", "li"), speakers=("bo",))
    (line,) = by_session(AGENDA, with_(peace))
    assert line.other_parts == {"li", "bo", "cato berg"}


def test_change_that_does_not_fit_is_passed_over() -> None:
    ghost = session("ghost", "Ghost", 11, "10:00", "11:00")
    elsewhere = Span(ghost.starts, ghost.ends + timedelta(hours=1))
    cellar = Room("cellar", "Cellar")
    changes = (
        Cancelled(ghost), Moved("ghost", None, "fram"), Renamed("ghost", "Ghost", "Spirit"),
        Rescheduled("ghost", Span(ghost.starts, ghost.ends), elsewhere),
        Revised("ghost", ghost, replace(ghost, block="A")), RoomClosed(cellar),
        RoomRevised(cellar, replace(cellar, hint="Down")), RoomsOrdered(("cellar",), ("cellar",)),
    )  # fmt: skip
    assert apply(AGENDA, changes) == AGENDA
