"""A release is written whole, on the version that it was made on, or not at all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import Engine, func, select

from meeting.agenda_drafts import AgendaDraft
from meeting.delivery import State
from meeting.edits import moved
from meeting.notices import ChangedLine, Place
from meeting.people import Person
from meeting.telling import Lines
from store.agenda_drafts import AgendaDraftRows
from store.agendas import Agendas, NewAgenda
from store.candidates import CandidateRow
from store.people import PeopleRows
from store.releases import NewRelease, ReleasedRow, ReleaseRows
from store.tables import deliveries, notices
from tests.two_days import AGENDA, at

AFTER = NewAgenda(moved(AGENDA, "peace", "nobel"), "Flood", "", 7, quiet=False)
FRAM = Place("Fram", at(12, "14:00"), at(12, "15:30"))
LINE = ChangedLine("peace", "Peace", FRAM, replace(FRAM, room="Nobel"))
OTHER = replace(LINE, session_id="funding")


@pytest.fixture
def now() -> datetime:
    return at(11, "13:00")


@pytest.fixture
def rows(engine: Engine, now: datetime) -> ReleaseRows:
    PeopleRows(engine).replace_list([Person(f"p{n}", f"Person {n}") for n in range(4)])
    Agendas(engine).add(AGENDA, "", now)
    return ReleaseRows(engine)


def tell(people: Sequence[CandidateRow]) -> dict[int, Lines]:
    """The first two the same, the third something else, the fourth nothing."""
    ids = [one.person_id for one in people]
    return {ids[0]: (LINE,), ids[1]: (LINE,), ids[2]: (LINE, OTHER)}


def nobody(_people: Sequence[CandidateRow]) -> dict[int, Lines]:
    return {}


def counts(engine: Engine) -> tuple[int, int]:
    """Notices and deliveries."""
    with engine.connect() as connection:
        found = [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (notices, deliveries)
        ]
    return found[0], found[1]


def test_release_on_another_version_changes_nothing(
    engine: Engine, rows: ReleaseRows, now: datetime
) -> None:
    for base in (0, 2):
        assert rows.release(NewRelease(base, AFTER, now), tell) is None
    assert (Agendas(engine).newest_number(), counts(engine)) == (1, (0, 0))


def test_release_of_a_draft_that_is_another_one_changes_nothing(
    engine: Engine, rows: ReleaseRows, now: datetime
) -> None:
    drafts = AgendaDraftRows(engine)
    draft = drafts.put(AgendaDraft(0, 7, 2, 1, AFTER.agenda), now)
    old = NewRelease(1, AFTER, now, replace(draft, revision=1))
    assert rows.release(old, tell) is None
    assert (drafts.of_chat(7), Agendas(engine).newest_number()) == (draft, 1)
    assert rows.release(replace(old, draft=draft), nobody) == ReleasedRow(2)
    assert (drafts.of_chat(7), Agendas(engine).newest_number()) == (None, 2)


def test_people_with_equal_lines_share_a_notice(
    engine: Engine, rows: ReleaseRows, now: datetime
) -> None:
    assert rows.release(NewRelease(1, AFTER, now), tell) == ReleasedRow(2, not_linked=3)
    assert counts(engine) == (2, 3)
    assert rows.told() == {2: {State.NOT_LINKED: 3}}


def test_quiet_release_does_not_ask_whom_to_tell(
    engine: Engine, rows: ReleaseRows, now: datetime
) -> None:
    def never(_people: Sequence[CandidateRow]) -> dict[int, Lines]:
        raise AssertionError("nobody is told")

    quiet = NewRelease(1, replace(AFTER, quiet=True), now)
    assert rows.release(quiet, never) == ReleasedRow(2)
    assert (rows.told(), counts(engine)) == ({}, (0, 0))


def test_error_of_whoever_is_asked_leaves_everything_as_it_was(
    engine: Engine, rows: ReleaseRows, now: datetime
) -> None:
    def broken(_people: Sequence[CandidateRow]) -> dict[int, Lines]:
        raise LookupError("no rule for this")

    with pytest.raises(LookupError):
        rows.release(NewRelease(1, AFTER, now), broken)
    assert (Agendas(engine).newest_number(), counts(engine)) == (1, (0, 0))
