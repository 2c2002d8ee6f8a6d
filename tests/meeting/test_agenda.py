"""The agenda's look-ups: what is beside what, and what concerns everybody."""

from meeting.agenda import Agenda, concerns_everybody
from tests.two_days import AGENDA, FUNDING, LUNCH, PEACE, POLICE, at, session


def test_sessions_that_touch_do_not_overlap() -> None:
    assert (LUNCH.overlaps(PEACE), FUNDING.overlaps(POLICE)) == (False, True)


def test_parallel_sessions_concern_those_who_are_in_them() -> None:
    common = [s.session_id for s in AGENDA.sessions if concerns_everybody(AGENDA, s)]
    assert common == ["lunch", "peace", "dinner", "closing"]


def test_several_sessions_may_be_next() -> None:
    assert AGENDA.next(at(11, "14:00"), lambda _: True) == (FUNDING, POLICE)
    assert AGENDA.next(at(12, "09:00"), lambda _: True) == ()


def test_everybody_with_a_part_is_named_once() -> None:
    talk = session("t", "T", 11, "09:00", "10:00", chairs=("a", "b"), speakers=("b", "c"))
    assert talk.people == ("a", "b", "c")


def test_unknown_session_and_room_are_none() -> None:
    assert (Agenda("Europe/Oslo").session("x"), AGENDA.room("x"), AGENDA.room(None)) == (
        None, None, None,
    )  # fmt: skip
