"""Sessions whose ids a new file has changed are found again; in doubt they are not."""

from dataclasses import replace
from itertools import count

from hypothesis import given

from meeting.agenda import Agenda, Session, ordered
from meeting.changes import Cancelled, Rescheduled, Span, diff
from meeting.matching import Match, with_old_ids
from tests.meeting.two_agendas import exactly, pairs, same_cases
from tests.two_days import AGENDA, DINNER, PEACE, ROOMS, at, session


def two_days(*sessions: Session) -> Agenda:
    return Agenda("Europe/Oslo", ordered(sessions), ROOMS)


def numbered(agenda: Agenda) -> Agenda:
    """The same sessions under ids of another program."""
    sessions = (replace(s, session_id=f"event-{n}") for n, s in enumerate(agenda.sessions))
    return replace(agenda, sessions=ordered(sessions))


def test_agenda_with_other_ids_is_the_same_agenda() -> None:
    found, matches = with_old_ids(AGENDA, numbered(AGENDA))
    assert found == AGENDA
    assert matches == tuple(
        Match(s.session_id, f"event-{n}", s.title) for n, s in enumerate(AGENDA.sessions)
    )


def test_title_in_other_capitals_at_another_time_of_the_day_is_the_same_session() -> None:
    later = replace(
        PEACE, session_id="e1", title="PEACE PROCESSES – how inclusive",
        starts=at(11, "14:30"), ends=at(11, "16:00"),
    )  # fmt: skip
    found, matches = with_old_ids(two_days(PEACE), two_days(later))
    assert found == two_days(replace(later, session_id="peace"))
    assert matches == (Match("peace", "e1", "PEACE PROCESSES – how inclusive"),)


def test_title_on_another_day_is_another_session() -> None:
    tuesday = replace(PEACE, session_id="e1", starts=at(12, "14:00"), ends=at(12, "15:30"))
    assert with_old_ids(two_days(PEACE), two_days(tuesday)) == (two_days(tuesday), ())


def test_of_one_title_the_time_tells_which_and_then_the_one_that_is_left() -> None:
    first = session("coffee-1", "Coffee", 11, "10:30", "11:00")
    second = session("coffee-2", "Coffee", 11, "15:30", "15:45")
    moved = replace(second, session_id="b", starts=at(11, "15:15"), ends=at(11, "15:30"))
    found, matches = with_old_ids(
        two_days(first, second), two_days(replace(first, session_id="a"), moved)
    )
    assert found == two_days(first, replace(moved, session_id="coffee-2"))
    assert matches == (Match("coffee-1", "a", "Coffee"), Match("coffee-2", "b", "Coffee"))


def test_of_one_title_at_one_time_the_room_tells_which() -> None:
    groups = [
        session(f"group-{room.room_id}", "Working group", 11, "10:00", "11:00", room=room.room_id)
        for room in ROOMS
    ]
    assert with_old_ids(two_days(*groups), numbered(two_days(*groups)))[0] == two_days(*groups)


def test_in_doubt_nothing_is_matched() -> None:
    first = session("talk-1", "Talk", 11, "10:00", "11:00")
    second = session("talk-2", "Talk", 11, "12:00", "13:00")
    third = session("talk-3", "Talk", 11, "14:00", "15:00")
    assert with_old_ids(two_days(first, second), two_days(third)) == (two_days(third), ())
    assert with_old_ids(two_days(third), two_days(first, second)) == (two_days(first, second), ())


def test_session_that_keeps_its_id_is_never_taken_for_another_one() -> None:
    copy = replace(PEACE, session_id="copy", starts=at(11, "10:00"), ends=at(11, "11:30"))
    assert with_old_ids(two_days(PEACE, DINNER), two_days(PEACE, copy)) == (
        two_days(PEACE, copy), ()
    )  # fmt: skip


def test_matched_session_that_moved_is_one_change_instead_of_a_farewell_and_a_welcome() -> None:
    later = replace(DINNER, session_id="e1", starts=at(11, "19:30"))
    after = with_old_ids(two_days(PEACE, DINNER), two_days(later))[0]
    assert diff(two_days(PEACE, DINNER), after) == (
        Cancelled(PEACE),
        Rescheduled("dinner", Span(DINNER.starts, DINNER.ends), Span(at(11, "19:30"), DINNER.ends)),
    )


@same_cases
@given(pairs)
def test_only_unknown_ids_become_dropped_ones_and_nothing_else_is_touched(
    pair: tuple[Agenda, Agenda],
) -> None:
    before, after = pair[0], with_new_ids(pair[1])
    found, matches = with_old_ids(before, after)
    ids = {match.new_id: match.old_id for match in matches}
    old, new = ({s.session_id for s in agenda.sessions} for agenda in (before, after))
    assert set(ids) <= new - old
    assert set(ids.values()) <= old - new
    assert len(set(ids.values())) == len(matches)
    sessions = (replace(s, session_id=ids.get(s.session_id, s.session_id)) for s in after.sessions)
    assert exactly(found) == exactly(replace(after, sessions=ordered(sessions)))
    assert [match.title for match in matches] == [
        s.title for s in after.sessions if s.session_id in ids
    ]


def with_new_ids(agenda: Agenda) -> Agenda:
    """Every second session under an id of another program."""
    numbers = count()
    sessions = (
        replace(s, session_id=f"event-{s.session_id}") if next(numbers) % 2 else s
        for s in agenda.sessions
    )
    return replace(agenda, sessions=ordered(sessions))
