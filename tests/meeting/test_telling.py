"""What a line of a change says, how urgent it is, and what becomes of one that was not sent."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from meeting.changes import SessionChange, by_session
from meeting.delivery import Urgency
from meeting.edits import cancelled, moved, renamed, retimed
from meeting.notices import ChangedLine, Place
from meeting.telling import carried, is_over, line, urgency, useful_until
from tests.two_days import AGENDA, DINNER, at

NINE = at(11, "09:00")
FRAM = Place("Fram", at(11, "14:00"), at(11, "15:30"))
NOBEL = replace(FRAM, room="Nobel")
MUNCH = replace(FRAM, room="Munch")
TITLE = "Peace processes: how inclusive?"
TO_NOBEL = ChangedLine("peace", TITLE, FRAM, NOBEL)
ELSEWHERE = ChangedLine("closing", "Closing", Place("Fram", at(12, "09:00"), at(12, "10:00")), None)


def change(after: object) -> SessionChange:
    [found] = by_session(AGENDA, after)  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (moved(AGENDA, "peace", "nobel"), TO_NOBEL),
        (moved(AGENDA, "peace", None), replace(TO_NOBEL, after=replace(FRAM, room=""))),
        (cancelled(AGENDA, "peace"), replace(TO_NOBEL, after=None)),
        (
            renamed(AGENDA, "peace", "Peace"),
            ChangedLine("peace", "Peace", FRAM, FRAM, old_title=TITLE),
        ),
        (
            retimed(AGENDA, "peace", at(11, "14:10"), at(11, "15:40")),
            replace(TO_NOBEL, after=Place("Fram", at(11, "14:10"), at(11, "15:40"))),
        ),
    ],
)
def test_line_says_what_was_and_what_is_now(after: object, expected: ChangedLine) -> None:
    assert line(change(after)) == expected


def test_new_session_was_nowhere() -> None:
    [added] = by_session(cancelled(AGENDA, "peace"), AGENDA)
    assert line(added) == ChangedLine("peace", TITLE, None, FRAM)


def test_room_that_is_on_no_list_is_called_what_the_agenda_calls_it() -> None:
    found = line(change(renamed(AGENDA, "dinner", "Supper")))
    assert found.after == Place("City Hall", DINNER.starts, DINNER.ends)


def test_session_that_is_only_revised_is_about_tasks() -> None:
    chaired = replace(AGENDA.sessions[1], chairs=("ada@example.org",))
    sessions = tuple(chaired if s.session_id == "peace" else s for s in AGENDA.sessions)
    found = line(change(replace(AGENDA, sessions=sessions)))
    assert found == ChangedLine("peace", TITLE, FRAM, FRAM, tasks=True)


def test_whose_part_changes_in_a_session_that_moves_is_told_both() -> None:
    moves = change(moved(AGENDA, "peace", "nobel"))
    assert line(moves, other_part=True) == replace(TO_NOBEL, tasks=True)
    gone = change(cancelled(AGENDA, "peace"))
    assert line(gone, other_part=True) == replace(TO_NOBEL, after=None)


def after_all(earlier: ChangedLine, newer: ChangedLine) -> tuple[ChangedLine, ...]:
    return carried((earlier,), (newer,), NINE)


NEW = replace(TO_NOBEL, before=None)
GONE = replace(TO_NOBEL, after=None)
RENAMED = ChangedLine("peace", "Peace", FRAM, FRAM, old_title=TITLE)
TASKS = ChangedLine("peace", TITLE, FRAM, FRAM, tasks=True)


@pytest.mark.parametrize(
    ("earlier", "newer", "expected"),
    [
        (TO_NOBEL, replace(TO_NOBEL, before=NOBEL, after=MUNCH), replace(TO_NOBEL, after=MUNCH)),
        (TO_NOBEL, replace(TO_NOBEL, before=NOBEL, after=FRAM), None),
        (TO_NOBEL, replace(TO_NOBEL, before=NOBEL, after=None), GONE),
        (NEW, replace(TO_NOBEL, before=NOBEL, after=None), None),
        (NEW, replace(TO_NOBEL, before=NOBEL, after=MUNCH), replace(NEW, after=MUNCH)),
        (GONE, replace(TO_NOBEL, before=None, after=FRAM), None),
        (GONE, replace(TO_NOBEL, before=None, after=MUNCH), replace(TO_NOBEL, after=MUNCH)),
        (RENAMED, replace(RENAMED, title=TITLE, old_title="Peace"), None),
        (RENAMED, replace(RENAMED, after=NOBEL, old_title=""), replace(RENAMED, after=NOBEL)),
        (TASKS, replace(TO_NOBEL), replace(TO_NOBEL, tasks=True)),
        (TO_NOBEL, replace(TASKS, before=NOBEL, after=NOBEL), replace(TO_NOBEL, tasks=True)),
        (TASKS, TASKS, TASKS),
    ],
)  # fmt: skip
def test_second_line_before_the_first_was_sent_goes_from_what_they_know(
    earlier: ChangedLine, newer: ChangedLine, expected: ChangedLine | None
) -> None:
    assert after_all(earlier, newer) == ((expected,) if expected else ())


def test_lines_of_other_sessions_are_told_with_it_by_start() -> None:
    assert carried((ELSEWHERE,), (TO_NOBEL,), NINE) == (TO_NOBEL, ELSEWHERE)


def test_session_that_was_over_before_it_was_told_is_left_out() -> None:
    assert carried((TO_NOBEL,), (ELSEWHERE,), at(11, "16:00")) == (ELSEWHERE,)


def test_equal_moments_of_two_zones_are_equal_in_an_hour_that_comes_twice() -> None:
    """As they come out of the store they have an offset and no zone."""
    first = datetime(2008, 10, 26, 2, 30, tzinfo=at(11, "9:00").tzinfo)
    plain = first.astimezone(UTC)
    here = Place("Fram", first, first + timedelta(hours=2))
    stored = Place("Fram", plain, (first + timedelta(hours=2)).astimezone(UTC))
    earlier = ChangedLine("s", "S", stored, replace(stored, room="Nobel"))
    newer = ChangedLine("s", "S", replace(here, room="Nobel"), here)
    assert carried((earlier,), (newer,), first.astimezone(UTC)) == ()


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(11, "10:59"), Urgency.ROUTINE),
        (at(11, "11:00"), Urgency.URGENT),
        (at(11, "15:29"), Urgency.URGENT),
        (at(11, "15:30"), Urgency.ROUTINE),
    ],
)
def test_line_is_urgent_from_three_hours_before_to_the_end(
    now: datetime, expected: Urgency
) -> None:
    assert urgency((TO_NOBEL, ELSEWHERE), now) is expected


@pytest.mark.parametrize("was_soon", [True, False])
def test_session_put_far_off_or_forward_is_urgent(was_soon: bool) -> None:
    far = Place("Fram", at(12, "14:00"), at(12, "15:00"))
    places = (FRAM, far) if was_soon else (far, FRAM)
    assert urgency((ChangedLine("peace", TITLE, *places),), at(11, "13:00")) is Urgency.URGENT


def test_lines_are_useful_until_the_last_place_is_over() -> None:
    assert useful_until((TO_NOBEL, ELSEWHERE)) == at(12, "10:00")
    brought_forward = replace(TO_NOBEL, after=Place("Fram", NINE, at(11, "10:30")))
    assert useful_until((brought_forward,)) == at(11, "15:30")


def test_line_is_over_when_both_of_its_places_are() -> None:
    put_off = replace(TO_NOBEL, after=Place("Fram", at(12, "09:00"), at(12, "10:00")))
    assert [is_over(each, at(11, "16:00")) for each in (TO_NOBEL, GONE, put_off)] == [
        True, True, False,
    ]  # fmt: skip
