"""What is named before a release: what the change makes odd, not what was odd before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import combinations

from hypothesis import given

from meeting.agenda import Agenda, Session, ordered
from meeting.changes import by_session
from meeting.release_warnings import (
    DropsAll,
    HasBegun,
    IsOver,
    OverCapacity,
    PersonClash,
    RoomClash,
    warnings,
)
from tests.meeting.two_agendas import BEGINNINGS, QUARTER, Hat, hats, same_cases, three_agendas
from tests.two_days import AGENDA, CLOSING, DINNER, FUNDING, LUNCH, PEACE, POLICE, ROOMS, at

FRAM, NOBEL, MUNCH, RESTAURANT = ROOMS
MORNING = at(11, "08:00")
NAMES = {"bo": "Bo Ek"}
SMALL = replace(AGENDA, rooms=(FRAM, replace(NOBEL, capacity=20), MUNCH, RESTAURANT))


def with_(agenda: Agenda, *sessions: Session) -> Agenda:
    """The agenda with these sessions in the place of those with their ids."""
    others = {s.session_id: s for s in (*agenda.sessions, *sessions)}
    return replace(agenda, sessions=ordered(others.values()))


def without(agenda: Agenda, *sessions: Session) -> Agenda:
    return replace(agenda, sessions=tuple(s for s in agenda.sessions if s not in sessions))


def test_agenda_that_stays_as_it_is_has_no_warning_however_odd_it_is() -> None:
    odd = with_(SMALL, replace(POLICE, room="nobel"), replace(FUNDING, chairs=("bo",)))
    odd = with_(odd, replace(POLICE, room="nobel", chairs=("Bo",)))
    assert warnings(odd, odd, {"police": 90}, NAMES, at(11, "16:00")) == ()


def test_more_people_than_seats() -> None:
    moved = replace(PEACE, room="nobel")
    assert warnings(SMALL, with_(SMALL, moved), {"peace": 22}, {}, MORNING) == (
        OverCapacity(moved, replace(NOBEL, capacity=20), 22),
    )
    assert warnings(SMALL, with_(SMALL, moved), {"peace": 20}, {}, MORNING) == ()
    assert warnings(SMALL, with_(SMALL, moved), {}, {}, MORNING) == ()


def test_room_that_gets_fewer_seats_than_people_but_not_one_that_had_too_few() -> None:
    tiny = replace(NOBEL, capacity=10)
    after = replace(SMALL, rooms=(FRAM, tiny, MUNCH, RESTAURANT))
    over = (OverCapacity(FUNDING, tiny, 15),)
    assert warnings(SMALL, after, {"funding": 15}, {}, MORNING) == over
    assert warnings(SMALL, after, {"funding": 25}, {}, MORNING) == ()
    assert warnings(SMALL, after, {"funding": 15}, {}, at(11, "17:00")) == ()


def test_two_sessions_in_one_room() -> None:
    police = replace(POLICE, room="nobel")
    assert warnings(AGENDA, with_(AGENDA, police), {}, {}, MORNING) == (
        RoomClash(FUNDING, police, NOBEL),
    )
    later = replace(police, starts=at(11, "16:15"))
    assert warnings(with_(AGENDA, police), with_(AGENDA, later), {}, {}, MORNING) == ()


def test_chair_of_two_sessions_at_one_time_is_called_by_name_or_as_the_agenda_does() -> None:
    funding, police = replace(FUNDING, chairs=("bo",)), replace(POLICE, speakers=("BO", "Eva Ro"))
    after = with_(AGENDA, funding, police)
    assert warnings(AGENDA, after, {}, NAMES, MORNING) == (PersonClash("Bo Ek", funding, police),)
    assert warnings(AGENDA, after, {}, {}, MORNING) == (PersonClash("bo", funding, police),)
    eva = with_(after, replace(FUNDING, chairs=("eva ro", "bo")))
    assert [
        w.name for w in warnings(after, eva, {}, {}, MORNING) if isinstance(w, PersonClash)
    ] == ["Eva Ro"]


def test_change_to_what_has_begun_is_named_and_so_is_one_to_what_is_over() -> None:
    peace, lunch = replace(PEACE, room="munch"), replace(LUNCH, title="Long lunch")
    after = with_(AGENDA, peace, lunch)
    moved, called = by_session(AGENDA, after)[::-1]
    assert warnings(AGENDA, after, {}, {}, at(11, "14:00")) == (HasBegun(moved), IsOver(called))
    assert warnings(AGENDA, after, {}, {}, at(11, "13:59")) == (HasBegun(called),)
    assert warnings(AGENDA, after, {}, {}, at(11, "12:29")) == ()


def test_session_put_into_the_past_is_named_and_one_that_is_only_revised_is_not() -> None:
    past = replace(CLOSING, starts=at(10, "09:00"), ends=at(10, "10:00"))
    (change,) = by_session(AGENDA, with_(AGENDA, past))
    assert warnings(AGENDA, with_(AGENDA, past), {}, {}, MORNING) == (IsOver(change),)
    revised = with_(AGENDA, replace(LUNCH, papers=("Menu",)))
    assert warnings(AGENDA, revised, {}, {}, at(11, "20:00")) == ()


def test_file_without_what_is_still_to_come_drops_all() -> None:
    empty = replace(AGENDA, sessions=())
    assert warnings(AGENDA, empty, {}, {}, MORNING) == (DropsAll(6),)
    rest = without(AGENDA, FUNDING, POLICE, DINNER, CLOSING)  # what is over by then is left in
    assert warnings(AGENDA, rest, {}, {}, at(11, "15:30")) == (DropsAll(4),)
    new = with_(empty, replace(CLOSING, session_id="other"))
    assert warnings(AGENDA, new, {}, {}, MORNING) == (DropsAll(6),)


def test_last_session_that_is_cancelled_does_not_drop_all() -> None:
    assert warnings(AGENDA, without(AGENDA, CLOSING), {}, {}, at(11, "22:00")) == ()
    assert warnings(AGENDA, without(AGENDA, DINNER), {}, {}, MORNING) == ()


@same_cases
@given(hats)
def test_clashes_are_those_of_every_pair_that_did_not_clash_before(hat: Hat) -> None:
    at = hat.one(BEGINNINGS) + hat.number(20) * QUARTER
    before, after, _ = three_agendas(hat)
    found = warnings(before, after, {}, {}, at)
    in_rooms = {key(w.room.room_id, w) for w in found if isinstance(w, RoomClash)}
    of_people = {key(w.name.casefold(), w) for w in found if isinstance(w, PersonClash)}
    known = {room.room_id for room in after.rooms}
    new = clashes(after, at, room_ids) - clashes(before, BEGINNINGS[0], room_ids)
    assert in_rooms == {clash for clash in new if clash[0] in known}
    assert of_people == clashes(after, at, keys) - clashes(before, BEGINNINGS[0], keys)


Key = tuple[str, frozenset[str]]


def key(what: str, warning: RoomClash | PersonClash) -> Key:
    return what, frozenset((warning.first.session_id, warning.second.session_id))


def room_ids(session: Session) -> set[str]:
    return {session.room} if session.room else set()


def keys(session: Session) -> set[str]:
    return {name.casefold() for name in session.people}


def clashes(agenda: Agenda, at: datetime, tell: Callable[[Session], set[str]]) -> set[Key]:
    """Every two sessions compared, by the seconds that they run and are not over at `at`."""
    found = set()
    for pair in combinations(agenda.sessions, 2):
        ends = min(session.ends.timestamp() for session in pair)
        lasts = all(session.starts.timestamp() < session.ends.timestamp() for session in pair)
        together = max(session.starts.timestamp() for session in pair) < ends
        if lasts and together and ends > at.timestamp():
            ids = frozenset(session.session_id for session in pair)
            found |= {(what, ids) for what in tell(pair[0]) & tell(pair[1])}
    return found
