"""What an editor should know before a release."""

import pytest

from bot.releasing.warning_text import warning
from meeting.agenda import Room
from meeting.changes import SessionChange
from meeting.release_warnings import (
    DropsAll,
    HasBegun,
    IsOver,
    OverCapacity,
    PersonClash,
    RoomClash,
    Warning,
)
from tests.bot.releasing.views import ENGLISH, MONDAY
from tests.two_days import CLOSING, FUNDING, POLICE

NOBEL = Room("nobel", "Nobel <1>", capacity=20)
MOVED = SessionChange("funding", FUNDING, FUNDING)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (DropsAll(23), "⚠ All 23 sessions that are still to come would be cancelled."),
        (
            OverCapacity(FUNDING, NOBEL, 22),
            "⚠ Nobel &lt;1&gt; holds 20; 22 are expected at 15:45: <i>Funding early recovery</i>",
        ),
        (
            RoomClash(FUNDING, POLICE, NOBEL),
            "⚠ Nobel &lt;1&gt; would be taken twice: 15:45 <i>Funding early recovery</i>, "
            "15:45 <i>Police and justice</i>",
        ),
        (
            PersonClash("Bo Ek", FUNDING, CLOSING),
            "⚠ Bo Ek would be in two at once: 15:45 <i>Funding early recovery</i>, "
            "Tue 12 09:00 <i>Closing</i>",
        ),
        (HasBegun(MOVED), "⚠ <i>Funding early recovery</i> has begun."),
        (IsOver(MOVED), "⚠ <i>Funding early recovery</i> is over; nobody is told."),
    ],
)
def test_warning_in_words(what: Warning, said: str) -> None:
    assert warning(ENGLISH, what, MONDAY) == said
