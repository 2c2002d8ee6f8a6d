"""The versions of the agenda in words."""

from dataclasses import replace

from bot.releasing import history_text
from bot.releasing.history_text import VERSIONS_SHOWN
from meeting.changes import RoomClosed
from services.agenda_history import VersionView
from tests.bot.handlers.changing import changed
from tests.bot.releasing.versions import LINE, OLD
from tests.bot.releasing.views import ENGLISH, MONDAY, view
from tests.two_days import AGENDA, ROOMS


def test_versions_are_listed_newest_first() -> None:
    assert history_text.versions(ENGLISH, [LINE, OLD], 0, MONDAY) == (
        "<b>Versions of the agenda</b>\nThe newest first. Tap a number to see what changed.\n"
        "<b>5</b> · 14:02 · Ingrid · 2 changes · 32 told · <i>Nobel</i>\n"
        "<b>4</b> · Sun 10 09:00 · 23 changes · quietly · <i>agenda.xlsx</i>"
    )


def test_many_versions_are_paged() -> None:
    lines = [replace(LINE, number=n) for n in range(20, 0, -1)]
    text = history_text.versions(ENGLISH, lines, VERSIONS_SHOWN, MONDAY)
    assert text.split("\n")[2].startswith("<b>12</b>")
    assert text.split("\n")[-1] == "9 to 16 of 20"


def test_version_shows_what_changed_with_it() -> None:
    lines = view(changed("peace", AGENDA, room="nobel")).lines
    shown = VersionView(LINE, lines, (RoomClosed(ROOMS[0]),))
    assert history_text.version(ENGLISH, shown, MONDAY) == [
        "<b>Version 5</b> · 14:02 · holds now\n"
        "<b>By:</b> Ingrid\n<b>Name:</b> Nobel\n<b>Note:</b> Fram is dark.\n"
        "30 delivered · 1 on the way · 1 doubtful (the network broke off; it may or may not have "
        "arrived) · 6 have never opened the bot\n\n"
        "1. <i>Peace processes: how inclusive?</i> Fram → <b>Nobel</b>, 14:00 unchanged\n"
        "2. <b>Fram</b> is no longer a room of the meeting"
    ]


def test_version_without_changes_says_so() -> None:
    shown = VersionView(replace(OLD, quiet=False, note=""), (), ())
    assert history_text.version(ENGLISH, shown, MONDAY) == [
        "<b>Version 4</b> · Sun 10 09:00\nNobody was told.\n\nNothing changed."
    ]
