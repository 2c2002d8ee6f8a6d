"""An agenda keeps its times on the wall, also where the rules of its zone change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from meeting.agenda import Agenda, Session
from store.agenda_document import from_document, to_document
from tests.meeting.clock_changes import CHANGES, HOUR

OSLO = ZoneInfo("Europe/Oslo")


@pytest.mark.parametrize(("name", "change"), CHANGES)
def test_moments_around_a_change_of_the_clocks_come_back(name: str, change: datetime) -> None:
    zone = ZoneInfo(name)
    starts = [change + n * HOUR / 2 for n in range(-6, 7)]
    sessions = [Session(f"s{n}", "Talk", at, at + HOUR) for n, at in enumerate(starts)]
    agenda = Agenda(name, tuple(sessions))
    found = from_document(to_document(agenda)).sessions
    assert [session.starts.astimezone(UTC) for session in found] == starts
    assert {session.starts.tzinfo for session in found} == {zone}


def test_session_stays_at_its_time_on_the_wall_where_the_rules_of_the_zone_change() -> None:
    nine = datetime(2030, 7, 1, 9, 0, tzinfo=OSLO)
    document = to_document(Agenda("Europe/Oslo", (Session("s1", "Opening", nine, nine),)))
    # As written while nobody thought that Oslo would have summer time that year.
    document["sessions"][0]["starts"] = "2030-07-01T09:00:00+01:00"
    found = from_document(document).sessions[0].starts
    assert (found, found.utcoffset()) == (nine, timedelta(hours=2))
