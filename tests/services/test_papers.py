"""The shelf: what is handed out to whom."""

import pytest

from meeting.people import Participant
from services.errors import NotThere
from tests.services.conftest import Desk

ANYBODY = Participant(1, "Ingrid")


def test_draft_and_replaced_version_are_not_handed_out(desk: Desk) -> None:
    desk.add("a.txt", "Title\nText.")
    first = desk.shelf.published(ANYBODY)[0].version_id
    desk.add("a.txt", "Title\nOther.")
    for version_id in (first, 99):
        with pytest.raises(NotThere):
            desk.shelf.file(ANYBODY, version_id)
