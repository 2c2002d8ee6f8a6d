"""One draft of the agenda for each chat, which outlives the run that it was begun in."""

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import Engine

from meeting.agenda import Agenda
from meeting.agenda_drafts import AgendaDraft, Awaited, Source, SourceKind, Wanted
from meeting.matching import Match
from store.agenda_drafts import AgendaDraftRows, take_agenda_draft
from store.dialects import writing
from tests.two_days import AGENDA

BEGUN = AgendaDraft(
    draft_id=0,
    chat_id=7,
    revision=1,
    base=4,
    agenda=AGENDA,
    sources=(
        Source(SourceKind.FILE, "agenda.xlsx"),
        Source(SourceKind.EDIT, "Dîner annulé"),
        Source(SourceKind.VERSION, "Flood", 3),
    ),
    name="Flood",
    note="Fram is flooded.",
    awaits=Awaited(Wanted.TIME, "peace"),
    matches=(Match("peace", "s-16", "Peace processes"),),
    overtaken=3,
)


@pytest.fixture
def rows(engine: Engine) -> AgendaDraftRows:
    return AgendaDraftRows(engine)


def test_draft_comes_back_as_it_was_put(rows: AgendaDraftRows, noon: datetime) -> None:
    draft = rows.put(BEGUN, noon)
    assert draft == replace(BEGUN, draft_id=draft.draft_id)
    assert (rows.of_chat(7), rows.of_chat(8)) == (draft, None)


def test_draft_with_as_little_as_possible_comes_back_too(
    rows: AgendaDraftRows, noon: datetime
) -> None:
    draft = rows.put(AgendaDraft(0, 7, 0, 0, Agenda("Europe/Oslo")), noon)
    assert (rows.of_chat(7), rows.awaits(7)) == (draft, None)


def test_new_draft_takes_the_place_and_not_the_number(
    rows: AgendaDraftRows, noon: datetime
) -> None:
    first, second = rows.put(BEGUN, noon), rows.put(BEGUN, noon)
    assert first.draft_id != second.draft_id
    assert rows.of_chat(7) == second
    rows.remove(7, first.draft_id)
    assert rows.of_chat(7) == second


def test_change_is_kept_only_of_the_revision_it_was_made_on(
    rows: AgendaDraftRows, noon: datetime
) -> None:
    draft = rows.put(BEGUN, noon)
    changed = replace(draft, revision=2, agenda=Agenda("Europe/Oslo"))
    assert rows.change(changed, 1, noon)
    assert not rows.change(replace(changed, revision=2), 1, noon)
    assert rows.of_chat(7) == changed
    assert not rows.change(replace(changed, chat_id=8), 2, noon)


def test_what_is_awaited_changes_alone(rows: AgendaDraftRows, noon: datetime) -> None:
    assert not rows.await_(7, None)
    draft = rows.put(BEGUN, noon)
    assert rows.awaits(7) == Awaited(Wanted.TIME, "peace")
    assert rows.await_(7, Awaited(Wanted.NAME))
    assert rows.awaits(7) == Awaited(Wanted.NAME)
    assert rows.await_(7, None)
    assert rows.of_chat(7) == replace(draft, awaits=None)


def test_draft_is_taken_once_and_as_it_was(
    engine: Engine, rows: AgendaDraftRows, noon: datetime
) -> None:
    draft = rows.put(BEGUN, noon)
    with writing(engine) as connection:
        assert not take_agenda_draft(connection, replace(draft, revision=2))
        assert take_agenda_draft(connection, draft)
        assert not take_agenda_draft(connection, draft)
    assert rows.of_chat(7) is None
