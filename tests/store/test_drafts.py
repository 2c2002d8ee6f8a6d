"""One draft for each chat, which outlives the run that it was begun in."""

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import Engine

from meeting.announcements import Medium, MediumKind, Message, Text
from meeting.audience import Audience, Kind
from meeting.delivery import Urgency
from meeting.drafts import Awaited, Draft
from store.drafts import DraftRows

NEW = Draft(0, 7)
FULL = Draft(
    draft_id=0,
    chat_id=7,
    message=Message(
        {"fr": Text("À <six>", "<b>À</b> &lt;six&gt;"), "en": Text("At six", "At six")},
        Medium(MediumKind.DOCUMENT, "file-1", "plan.pdf"),
    ),
    audience=Audience(((Kind.COMMUNITY, "diplomacy"), (Kind.UNSEEN, "3"))),
    urgency=Urgency.URGENT,
    awaited=None,
    corrects=3,
    audience_is_chosen=True,
)


@pytest.fixture
def rows(engine: Engine) -> DraftRows:
    return DraftRows(engine)


@pytest.mark.parametrize(
    "draft", [NEW, FULL, replace(NEW, awaited=Awaited.TRANSLATION, language="fr")]
)
def test_draft_comes_back_as_it_was(
    rows: DraftRows, engine: Engine, draft: Draft, noon: datetime
) -> None:
    put = rows.put(draft, noon)
    assert put == replace(draft, draft_id=put.draft_id)
    assert DraftRows(engine).of_chat(7) == put
    assert rows.of_chat(8) is None


def test_newer_draft_takes_the_place_of_an_older_one(rows: DraftRows, noon: datetime) -> None:
    first, second = rows.put(NEW, noon), rows.put(FULL, noon)
    assert second.draft_id > first.draft_id
    assert rows.change(replace(first, urgency=Urgency.URGENT), noon) is False
    assert rows.of_chat(7) == second


def test_number_of_a_draft_is_never_used_again(rows: DraftRows, noon: datetime) -> None:
    first = rows.put(NEW, noon)
    rows.remove(7, first.draft_id)
    assert rows.put(NEW, noon).draft_id > first.draft_id


def test_change_is_kept(rows: DraftRows, noon: datetime) -> None:
    changed = replace(rows.put(NEW, noon), awaited=Awaited.TIME, audience_is_chosen=True)
    assert rows.change(changed, noon) is True
    assert rows.of_chat(7) == changed


def test_draft_awaits_something_until_it_does_not(rows: DraftRows, noon: datetime) -> None:
    nothing = rows.awaits(7)
    draft = rows.put(NEW, noon)
    begun = rows.awaits(7)
    rows.change(replace(draft, awaited=None), noon)
    assert [nothing, begun, rows.awaits(7), rows.awaits(8)] == [False, True, False, False]


def test_only_the_chat_itself_throws_its_draft_away(rows: DraftRows, noon: datetime) -> None:
    draft = rows.put(NEW, noon)
    rows.remove(8, draft.draft_id)
    assert rows.of_chat(7) == draft
    rows.remove(7, draft.draft_id)
    rows.remove(7, draft.draft_id)
    assert rows.of_chat(7) is None
