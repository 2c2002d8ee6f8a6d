"""A version goes live in one step, for questions too: none waits for what it needs."""

from collections.abc import Callable, Sequence
from functools import partial

import pytest
from sqlalchemy import Engine

from knowledge.papers import Source
from meeting.paper_audience import Reader
from meeting.people import Participant, Role
from services.errors import PaperMoved
from store.papers import Papers
from tests.services.conftest import Desk

FOUR = "Country cases\nThe overview has four cases.\nEach is a page."
FIVE = FOUR.replace("four", "five")
ASKED = "How many cases has the overview?"


class Noting(Papers):
    """Knows the passages of which versions it was asked for, once somebody looks."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.asked: list[int] = []

    def passages_of(self, version_ids: Sequence[int], reader: Reader | None) -> tuple[Source, ...]:
        self.asked += version_ids
        return super().passages_of(version_ids, reader)


@pytest.fixture
def editor(desk: Desk) -> Participant:
    return desk.person(30, Role.EDITOR)


def test_question_after_a_publication_finds_it_in_the_index(
    desk: Desk, editor: Participant
) -> None:
    rows = noting(desk)
    publish(desk, editor, FOUR)
    desk.library.answer(ASKED, None)
    version_id = publish(desk, editor, FIVE)
    rows.asked.clear()
    desk.library.answer(ASKED, None)
    assert (rows.asked, desk.library._held) == ([], frozenset({version_id}))


def test_version_that_did_not_go_live_is_in_no_index(desk: Desk, editor: Participant) -> None:
    first = publish(desk, editor, FOUR)
    desk.library.answer(ASKED, None)
    draft = desk.draft(editor, "cases.txt", FIVE)
    during(desk, partial(publish, desk, editor, FIVE.replace("page", "chapter")))
    with pytest.raises(PaperMoved):
        desk.publish(editor, draft)
    assert draft.version.version_id not in desk.library._held
    assert first not in desk.library._held


def test_version_that_a_question_sees_stays_until_its_answer(
    desk: Desk, editor: Participant
) -> None:
    first = publish(desk, editor, FOUR)
    desk.library.answer(ASKED, None)
    with desk.library._using(frozenset({first})):
        second = publish(desk, editor, FIVE)
        assert desk.library._held == {first, second}
    desk.library.warm_up()
    assert desk.library._held == {second}


def test_where_nobody_asks_no_index_is_filled(desk: Desk, editor: Participant) -> None:
    publish(desk, editor, FOUR)
    assert (desk.library._index, desk.library._held) == (None, frozenset())


def test_draft_that_is_another_papers_by_then_is_looked_at_again(
    desk: Desk, editor: Participant
) -> None:
    """Its number would be that of a version which is not there: in citations, from then on."""
    desk.draft(editor, "cases.txt", FOUR)
    draft = desk.draft(editor, "cases.txt", FIVE)
    assert draft.version.number == 2
    during(desk, partial(desk.editing.belongs_to, editor, draft.version.version_id, None))
    with pytest.raises(PaperMoved) as caught:
        desk.publish(editor, draft)
    assert caught.value.view.version.number == 1
    assert desk.publish(editor, caught.value.view).version.number == 1


def noting(desk: Desk) -> Noting:
    """The library's papers, which it notes from now on."""
    rows = Noting(desk.engine)
    desk.library._papers = rows
    return rows


def publish(desk: Desk, editor: Participant, text: str) -> int:
    """A file comes in and goes live; returns its version's id."""
    return desk.publish(editor, desk.draft(editor, "cases.txt", text)).version.version_id


def during(desk: Desk, happens: Callable[[], object]) -> None:
    """Something happens right after the next verification."""
    verify = desk.publishing._verify

    def verify_and_happen(*given: object) -> None:
        desk.publishing._verify = verify  # type: ignore[method-assign]
        verify(*given)  # type: ignore[arg-type]
        happens()

    desk.publishing._verify = verify_and_happen  # type: ignore[method-assign]
