"""What changes about rooms and the zone, one line for each."""

from dataclasses import replace

import pytest

from bot.releasing.room_lines import is_said, room_line
from meeting.agenda import Room
from meeting.changes import Change, RoomAdded, RoomClosed, RoomRevised, RoomsOrdered, ZoneChanged
from tests.bot.releasing.views import ENGLISH

FRAM = Room("fram", "Fram & Co", "second floor", 70, "ada")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (RoomAdded(FRAM), "<b>Fram &amp; Co</b> is a new room, 70 seats"),
        (RoomAdded(replace(FRAM, capacity=None)), "<b>Fram &amp; Co</b> is a new room"),
        (RoomClosed(FRAM), "<b>Fram &amp; Co</b> is no longer a room of the meeting"),
        (
            RoomRevised(FRAM, replace(FRAM, name="Amundsen", capacity=60)),
            "<b>Fram &amp; Co</b> · now called Amundsen; seats 70 → 60",
        ),
        (
            RoomRevised(FRAM, replace(FRAM, hint="", host=None, capacity=None)),
            "<b>Fram &amp; Co</b> · seats 70 → ?; other way there, host",
        ),
        (ZoneChanged("Europe/Oslo", "Europe/London"), "The time zone: Europe/Oslo → Europe/London"),
    ],
)
def test_room_and_zone_in_one_line(change: Change, said: str) -> None:
    assert room_line(ENGLISH, change) == said
    assert is_said(change)


def test_order_of_rooms_is_not_worth_a_line() -> None:
    change = RoomsOrdered(("a", "b"), ("b", "a"))
    assert (is_said(change), room_line(ENGLISH, change)) == (False, "")
