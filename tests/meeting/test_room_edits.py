"""What a host changes of a session: later, elsewhere, and only as long as that makes sense."""

from dataclasses import replace

import pytest

from meeting.agenda import Agenda, ordered
from meeting.codes import session_code, short_code
from meeting.edits import late, moved, retimed
from meeting.room_edits import RoomEdit, edited, stamp, to_change
from meeting.session_changes import by_session
from tests.two_days import AGENDA, PEACE, at, session

TALKS = session("talks", "Short talks", 11, "15:30", "16:30", room="fram")
HALL = replace(AGENDA, sessions=ordered((*AGENDA.sessions, TALKS)))
FRAM, CODE = short_code("fram"), session_code("peace")
LATER = RoomEdit(FRAM, CODE, minutes=10, starts=True)
LONGER = replace(LATER, starts=False)
TO_MUNCH = RoomEdit(FRAM, CODE, to=short_code("munch"))


def test_session_starts_later_and_what_follows_gives_way() -> None:
    after = edited(HALL, "fram", LATER, at(11, "13:55"))
    assert after == late(HALL, "peace", 10)
    assert [s.session_id for s in (after or HALL).on(PEACE.starts.date()) if s.room == "fram"] == [
        "peace",
        "talks",
    ]


def test_start_is_put_off_though_by_the_agenda_it_just_was() -> None:
    assert edited(HALL, "fram", LATER, at(11, "14:02")) == late(HALL, "peace", 10)
    assert edited(HALL, "fram", LATER, at(11, "14:20")) is None


def test_running_session_ends_later() -> None:
    now = at(11, "15:20")
    assert edited(HALL, "fram", LONGER, now) == late(HALL, "peace", 10, now)
    assert edited(HALL, "fram", LONGER, at(11, "13:59")) is None


def test_session_moves_into_a_free_room_only() -> None:
    now = at(11, "13:55")
    assert edited(HALL, "fram", TO_MUNCH, now) == moved(HALL, "peace", "munch")
    taken = retimed(HALL, "police", at(11, "15:00"), at(11, "16:00"))
    assert edited(taken, "fram", TO_MUNCH, now) is None
    assert edited(HALL, "fram", replace(TO_MUNCH, to=short_code("nowhere")), now) is None


@pytest.mark.parametrize(
    ("agenda", "clock"),
    [
        (HALL, "15:30"),  # over
        (moved(HALL, "peace", "munch"), "14:00"),
        (retimed(HALL, "peace", at(12, "14:00"), at(12, "15:00")), "14:00"),
        (replace(HALL, sessions=(TALKS,)), "14:00"),
    ],
)
def test_what_is_over_elsewhere_or_gone_cannot_be_changed(agenda: Agenda, clock: str) -> None:
    now = at(11, clock)
    assert to_change(agenda, "fram", CODE, now) is None
    assert [edited(agenda, "fram", edit, now) for edit in (LATER, LONGER, TO_MUNCH)] == [None] * 3


def test_number_of_minutes_that_no_button_has_changes_nothing() -> None:
    assert edited(HALL, "fram", replace(LATER, minutes=7), at(11, "13:55")) is None
    assert edited(HALL, "fram", replace(LATER, minutes=0), at(11, "13:55")) is None


def test_stamp_stands_for_where_and_when_and_for_nothing_else() -> None:
    def seen(agenda: Agenda, minutes: int) -> str:
        return stamp(by_session(agenda, late(agenda, "peace", minutes)))

    assert seen(HALL, 10) != seen(HALL, 15)
    assert seen(HALL, 10) != seen(late(HALL, "peace", 10), 10)
    told = replace(PEACE, description="Other words")
    reworded = replace(HALL, sessions=ordered((told, TALKS)))
    assert seen(reworded, 10) == seen(HALL, 10)
