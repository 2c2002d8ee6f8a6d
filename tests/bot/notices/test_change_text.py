"""What changed, in sentences that somebody reads on the way to a room."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.notices.change_text import change
from bot.render import LONGEST, plain_of, units
from bot.wording import Words, load_wording
from meeting.agenda import Part
from meeting.notices import ChangedLine, Place
from services.letters import ChangeLetter
from tests.two_days import at

ENGLISH, FRENCH = load_wording(("en", "fr")).languages
PEACE, FUNDING = "Peace processes: how inclusive?", "Funding early recovery"


def place(room: str, starts: str, ends: str, day: int = 11) -> Place:
    return Place(room, at(day, starts), at(day, ends))


FRAM, NOBEL = place("Fram", "14:00", "15:30"), place("Nobel", "14:00", "15:30")
NO_ROOM = place("", "14:00", "15:30")
LATER = place("Nobel", "14:15", "15:45")
MOVED = ChangedLine("peace", PEACE, FRAM, NOBEL)
POSTPONED = ChangedLine(
    "funding", FUNDING, place("Nobel", "15:45", "17:00"), place("Nobel", "16:00", "17:15")
)


def letter(*lines: ChangedLine, parts: tuple[Part, ...] = ()) -> ChangeLetter:
    """Read on Monday at half past one."""
    told = {line.session_id: parts for line in lines if line.tasks}
    return ChangeLetter(7, 2, lines, at(11, "13:30"), told)


def told(words: Words, *lines: ChangedLine, parts: tuple[Part, ...] = ()) -> str:
    return change(words, letter(*lines, parts=parts))[0]


def one(before: Place | None, after: Place | None, **more: str | bool) -> ChangedLine:
    return ChangedLine("peace", PEACE, before, after, **more)  # type: ignore[arg-type]


def test_moved_session_and_a_later_one_are_two_sentences() -> None:
    assert told(ENGLISH, MOVED, POSTPONED) == (
        f"<b>Room change</b> for 14:00: <i>{PEACE}</i> is in <b>Nobel</b>, no longer in Fram.\n"
        f"And <i>{FUNDING}</i> starts <b>at 16:00</b>, not at 15:45. Same room."
    )
    assert told(FRENCH, MOVED, POSTPONED) == (
        f"<b>Changement de salle</b> (14:00)\u202f: <i>{PEACE}</i>, <b>Nobel</b> et non Fram.\n"
        f"Et <i>{FUNDING}</i> commence <b>à 16:00</b> et non à 15:45. Même salle."
    )


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (one(FRAM, NOBEL),
         "<b>Room change</b> for 14:00: <i>X</i> is in <b>Nobel</b>, no longer in Fram."),
        (one(NO_ROOM, FRAM), "<b>The room</b> for 14:00: <i>X</i> is in <b>Fram</b>."),
        (one(FRAM, NO_ROOM),
         "<b>Room change</b> for 14:00: <i>X</i> is no longer in Fram. The new room isn’t known "
         "yet."),
        (one(NOBEL, LATER),
         "<b>New time</b>: <i>X</i> starts <b>at 14:15</b>, not at 14:00. Same room."),
        (one(NO_ROOM, place("", "14:15", "15:45")),
         "<b>New time</b>: <i>X</i> starts <b>at 14:15</b>, not at 14:00."),
        (one(NOBEL, place("Nobel", "14:00", "16:00")),
         "<b>New time</b>: <i>X</i> runs <b>14:00–16:00</b>, not 14:00–15:30. Same room."),
        (one(FRAM, LATER),
         "<b>New time and room</b>: <i>X</i> starts <b>at 14:15</b> in <b>Nobel</b>, not at 14:00 "
         "in Fram."),
        (one(FRAM, place("Nobel", "14:15", "15:00")),
         "<b>New time and room</b>: <i>X</i> runs <b>14:15–15:00</b> in <b>Nobel</b>, not "
         "14:00–15:30 in Fram."),
        (one(NO_ROOM, LATER),
         "<b>New time</b>: <i>X</i> starts <b>at 14:15</b>, not at 14:00. The room is "
         "<b>Nobel</b>."),
        (one(FRAM, place("", "14:15", "15:45")),
         "<b>New time</b>: <i>X</i> starts <b>at 14:15</b>, not at 14:00. It is no longer in Fram; "
         "the new room isn’t known yet."),
        (one(FRAM, None), "<b>Cancelled</b>: <i>X</i> (14:00, Fram) does not take place."),
        (one(NO_ROOM, None), "<b>Cancelled</b>: <i>X</i> (14:00) does not take place."),
        (one(None, FRAM), "<b>New session</b>: <i>X</i>, <b>today 14:00–15:30, Fram</b>."),
        (one(FRAM, FRAM, old_title="Peace"),
         "<b>New name</b>: <i>Peace</i> (14:00, Fram) is now called <i>X</i>."),
        (one(FRAM, NOBEL, old_title="Peace"),
         "<b>Room change</b> for 14:00: <i>X</i> is in <b>Nobel</b>, no longer in Fram. Until now "
         "it was called <i>Peace</i>."),
    ],
)  # fmt: skip
def test_one_change_says_what_was_and_what_is_now(line: ChangedLine, text: str) -> None:
    assert told(ENGLISH, line) == text.replace("<i>X</i>", f"<i>{PEACE}</i>")


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (place("Fram", "09:00", "10:00", 12), place("Nobel", "09:00", "10:00", 12),
         "<b>Room change</b> for Tuesday 12 February, 09:00: <i>X</i> is in <b>Nobel</b>, no "
         "longer in Fram."),
        (place("Fram", "09:00", "10:00", 12), place("Fram", "09:30", "10:30", 12),
         "<b>New time</b>: <i>X</i> starts <b>on Tuesday 12 February at 09:30</b>, not at 09:00. "
         "Same room."),
        (FRAM, place("Fram", "09:00", "10:30", 12),
         "<b>New time</b>: <i>X</i> starts <b>on Tuesday 12 February at 09:00</b>, not on Monday "
         "11 February at 14:00. Same room."),
        (place("Fram", "09:00", "10:30", 12), FRAM,
         "<b>New time</b>: <i>X</i> starts <b>on Monday 11 February at 14:00</b>, not on Tuesday "
         "12 February at 09:00. Same room."),
        (place("Fram", "09:00", "10:00", 12), None,
         "<b>Cancelled</b>: <i>X</i> (Tuesday 12 February, 09:00, Fram) does not take place."),
        (None, place("Fram", "09:00", "10:00", 12),
         "<b>New session</b>: <i>X</i>, <b>Tuesday 12 February, 09:00–10:00, Fram</b>."),
    ],
)  # fmt: skip
def test_day_is_named_where_it_is_not_today(
    before: Place | None, after: Place | None, text: str
) -> None:
    assert told(ENGLISH, one(before, after)) == text.replace("<i>X</i>", f"<i>{PEACE}</i>")


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((Part.CHAIR,), "you chair it"),
        ((Part.SPEAKER, Part.RAPPORTEUR), "you speak in it, you report on it"),
        ((), "you no longer have one"),
    ],
)
def test_task_is_told_as_it_is_now(parts: tuple[Part, ...], text: str) -> None:
    assert told(ENGLISH, one(FRAM, FRAM, tasks=True), parts=parts) == (
        f"<b>Your part</b> in <i>{PEACE}</i> (14:00, Fram) has changed: {text}."
    )


def test_task_is_told_beside_what_else_changed() -> None:
    line, parts = one(FRAM, NOBEL, tasks=True), (Part.CHAIR,)
    assert told(ENGLISH, line, parts=parts) == (
        f"<b>Room change</b> for 14:00: <i>{PEACE}</i> is in <b>Nobel</b>, no longer in Fram. "
        "Your part: you chair it."
    )
    assert told(FRENCH, line, parts=parts).endswith("Votre rôle\u202f: vous présidez la séance.")
    gone = "<b>Cancelled</b>: <i>X</i> (14:00, Fram) does not take place."
    assert told(ENGLISH, one(FRAM, None, tasks=True)) == gone.replace("X", PEACE)


def test_more_than_two_are_a_list() -> None:
    lines = (
        MOVED, POSTPONED, one(FRAM, None), one(None, FRAM), one(FRAM, FRAM, old_title="Peace"),
        one(FRAM, FRAM, tasks=True),
    )  # fmt: skip
    assert told(ENGLISH, *lines, parts=(Part.CHAIR,)).splitlines() == [
        "<b>6 changes for you</b>",
        f"• <i>{PEACE}</i> at 14:00 is in <b>Nobel</b>, no longer in Fram.",
        f"• <i>{FUNDING}</i> starts <b>at 16:00</b>, not at 15:45. Same room.",
        f"• <i>{PEACE}</i> (14:00, Fram) does not take place.",
        f"• <i>{PEACE}</i> is new: <b>today 14:00–15:30, Fram</b>.",
        f"• <i>Peace</i> (14:00, Fram) is now called <i>{PEACE}</i>.",
        f"• <i>{PEACE}</i> (14:00, Fram): your part has changed; you chair it.",
    ]


def test_what_is_too_much_is_counted() -> None:
    lines = told(FRENCH, *[MOVED] * 13).splitlines()
    assert (len(lines), lines[0], lines[-1]) == (
        12, "<b>13 changements pour vous</b>", "… et 3 de plus\u202f: voyez votre journée",
    )  # fmt: skip


def test_buttons_leave_the_notice_where_it_is() -> None:
    rows = change(ENGLISH, letter(MOVED))[1].inline_keyboard
    assert [[(each.text, each.callback_data) for each in row] for row in rows] == [
        [("Got it", "seen:7"), ("My day", "today:")]
    ]


titles = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=300)


@given(titles, titles, st.integers(1, 30))
@example("𝒑" * 300, "𝒒" * 300, 23)
def test_it_fits_into_a_message_whatever_the_titles(title: str, room: str, count: int) -> None:
    before, after = place(room, "14:00", "15:30", 12), place(f"{room}2", "16:00", "18:30", 13)
    line = ChangedLine("x", title, before, after, old_title=title)
    for words in (ENGLISH, FRENCH):
        html = told(words, *[line] * count)
        assert 0 < units(plain_of(html)) <= LONGEST
