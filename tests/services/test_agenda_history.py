"""Versions of the agenda, with who released them, what changed and who was told."""

from functools import partial
from pathlib import Path

import pytest

from meeting.agenda import Agenda
from meeting.delivery import State
from meeting.edits import moved, renamed
from services.agenda_history import VersionLine
from services.errors import NotThere
from tests.services.release_desk import AGENDA, EVA, OLA, ReleaseDesk
from tests.two_days import OSLO

TO_NOBEL = partial(moved, session_id="peace", room_id="nobel")


@pytest.fixture
def desk(tmp_path: Path) -> ReleaseDesk:
    return ReleaseDesk(tmp_path)


def test_meeting_without_an_agenda_has_no_versions(tmp_path: Path) -> None:
    assert ReleaseDesk(tmp_path, agenda=Agenda("Europe/Oslo")).history.past() == ()


def test_versions_are_listed_newest_first_with_what_became_of_them(desk: ReleaseDesk) -> None:
    began = desk.clock.now().astimezone(OSLO)
    view = desk.drafts.edit(EVA, TO_NOBEL, "Peace to Nobel")
    desk.drafts.describe(EVA, view.draft.draft_id, "Flood", "Fram is flooded.")
    desk.clock.move(minutes=5)
    desk.release(EVA)
    desk.drafts.edit(OLA, partial(renamed, session_id="closing", title="The end"), "The end")
    desk.release(OLA, quiet=True)
    later = desk.clock.now().astimezone(OSLO)
    told = {State.PENDING: 2, State.NOT_LINKED: 2}
    assert desk.history.past() == (
        VersionLine(3, "The end", "", "Ola", later, True, 1, {}, holds=True),
        VersionLine(2, "Flood", "Fram is flooded.", "Eva", later, False, 1, told, holds=False),
        VersionLine(1, "", "agenda.xlsx", "", began, True, 11, {}, holds=False),
    )  # fmt: skip


def test_version_shows_its_own_changes_whatever_came_later(desk: ReleaseDesk) -> None:
    for change in (TO_NOBEL, partial(moved, session_id="peace", room_id="munch")):
        desk.drafts.edit(OLA, change, "")
        desk.release()
    [line] = desk.history.version(2).lines
    assert (line.room_before, line.room_after) == (AGENDA.room("fram"), AGENDA.room("nobel"))
    assert len(desk.history.version(1).room_changes) == 5


def test_version_that_is_none_is_not_there(desk: ReleaseDesk) -> None:
    with pytest.raises(NotThere):
        desk.history.version(2)
