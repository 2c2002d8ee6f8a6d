"""Wherever a publication is killed, the old version is read and nobody told, or the new one is
read and everybody concerned is told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from sqlalchemy import Engine, delete, event, select

from meeting.people import Participant, Role
from services.embedding import Embedder
from services.publishing import Publishing
from store.dialects import writing
from store.embeddings import Embeddings
from store.erasing import erase_paper
from store.papers import Papers, VersionRow
from store.publishing import Besides
from store.questions import AnswerSource, Questions
from store.rewriting import has_traces
from store.shelves import Shelves
from store.tables import deliveries, embeddings, notices, papers, passages
from tests.services.conftest import NOON, Desk, Hand

PATIENCE = 400  # statements after which a publication is none any more
FOUR = "Cases\nThe overview has four cases.\nEach is a page."
FIVE = "Cases\nThe overview has five cases.\nEach is a page."
State = tuple[object, ...]


class Killed(BaseException):
    """The process is gone."""


class DeleteThenAdd(Papers):
    """Wrong: what was read is taken away first."""

    def publish(
        self, version_id: int, at: datetime, besides: Besides | None = None, by: str | None = None
    ) -> VersionRow:
        with writing(self._engine) as connection:
            connection.execute(delete(passages).where(passages.c.version_id != version_id))
        return super().publish(version_id, at, besides, by)


class PointerFirst(Papers):
    """Wrong: people are told once the new version is read already."""

    def publish(
        self, version_id: int, at: datetime, besides: Besides | None = None, by: str | None = None
    ) -> VersionRow:
        before = self.list_papers(None)[0].live
        row = super().publish(version_id, at, by=by)
        with writing(self._engine) as connection:
            if besides is not None and before is not None:
                besides(connection, before.version_id)
        return row


@pytest.fixture
def editor(desk: Desk) -> Participant:
    return desk.person(10, Role.EDITOR)


def test_publication_killed_at_any_statement_is_not_half_done(
    desk: Desk, editor: Participant
) -> None:
    assert publish_with_kills(desk, editor, Papers(desk.engine)) > 15


@pytest.mark.parametrize("wrong", [DeleteThenAdd, PointerFirst])
def test_publication_in_two_transactions_is_found_out(
    desk: Desk, editor: Participant, wrong: type[Papers]
) -> None:
    with pytest.raises(AssertionError, match="half done"):
        publish_with_kills(desk, editor, wrong(desk.engine))


def test_upload_killed_at_any_statement_leaves_a_whole_draft_or_none(
    desk: Desk, editor: Participant
) -> None:
    for step in range(PATIENCE):
        try:
            with killed_at(desk.engine, step):
                desk.draft(editor, "cases.txt", FOUR)
        except Killed:
            kept = [
                version
                for card in desk.editing.papers(None)
                for version in versions(desk, card.paper_id)
            ]
            assert [each.passage_count for each in kept] in ([], [3])
            assert len(desk.papers.passages_of([1], None)) == 3 * len(kept)
        else:
            break
    assert [row.drafts for row in desk.editing.papers(None)] == [1]


def test_erasure_killed_at_any_statement_has_the_paper_whole_or_marks_its_traces(
    desk: Desk, editor: Participant
) -> None:
    version = desk.publish(editor, desk.draft(editor, "cases.txt", FOUR)).version
    for step in range(PATIENCE):
        try:
            with killed_at(desk.engine, step):
                erase_paper(desk.engine, version.paper_id)
        except Killed:
            is_there = len(desk.papers.passages_of([version.version_id], None)) == 3
            assert is_there is not has_traces(desk.engine)
            if not is_there:
                return
        else:
            break
    assert desk.papers.list_papers(None) == ()


@pytest.mark.parametrize("deed", ["discard", "part", "move"])
def test_draft_is_whole_where_it_was_or_where_it_goes(
    desk: Desk, editor: Participant, deed: str
) -> None:
    desk.draft(editor, "other.txt", "Other\nText.")
    desk.draft(editor, "cases.txt", FOUR)
    draft = desk.draft(editor, "cases.txt", FIVE).version.version_id
    shelves = Shelves(desk.engine)
    deeds: dict[str, Callable[[], object]] = {
        "discard": lambda: shelves.discard(draft),
        "part": lambda: shelves.part(draft),
        "move": lambda: shelves.move(draft, 1),
    }
    before = shelf(desk)
    for step in range(PATIENCE):
        try:
            with killed_at(desk.engine, step):
                deeds[deed]()
        except Killed:
            assert shelf(desk) == before
        else:
            break
    assert shelf(desk) != before


def shelf(desk: Desk) -> State:
    """The papers with their versions, and how many passages and vectors there are."""
    papers = desk.editing.papers(None)
    with desk.engine.connect() as connection:
        counts = [len(connection.execute(select(each)).all()) for each in (passages, embeddings)]
    return papers, [versions(desk, each.paper_id) for each in papers], *counts


def publish_with_kills(desk: Desk, editor: Participant, rows: Papers) -> int:
    """Publish, killed a step later each time until it gets through; returns how often."""
    first = desk.publish(editor, desk.draft(editor, "cases.txt", FOUR)).version
    _asked(desk, desk.person(20, Role.PARTICIPANT), first.version_id)
    draft = desk.draft(editor, "cases.txt", FIVE).version
    embedder = Embedder(Embeddings(desk.engine), "fake", lambda name: desk.model)
    publishing = Publishing(rows, embedder, desk.library.made_ready, Hand())
    old = state(desk)
    for step in range(PATIENCE):
        try:
            with killed_at(desk.engine, step):
                publishing.publish(draft, first.version_id, tell=True)
        except Killed:
            if (now := state(desk)) != old:
                assert now == new(draft), "half done"
                return step
        else:
            assert state(desk) == new(draft), "half done"
            return step
    raise AssertionError("it never got through")


def state(desk: Desk) -> State:
    """What is read, the revision, and how many notices and deliveries there are."""
    with desk.engine.connect() as connection:
        live = connection.execute(select(papers.c.live_version_id)).scalars().all()
        told = [len(connection.execute(select(each)).all()) for each in (notices, deliveries)]
    texts = [each.passage.text for each in desk.papers.passages_of(live, None)]
    return tuple(live), "\n".join(texts), desk.papers.revision(), *told


def new(draft: VersionRow) -> State:
    return (draft.version_id,), FIVE, 2, 1, 1


def versions(desk: Desk, paper_id: int) -> tuple[VersionRow, ...]:
    return desk.editing.paper(None, paper_id).versions


def _asked(desk: Desk, person: Participant, version_id: int) -> None:
    """Somebody was told an answer that rests on the second passage."""
    rows = Questions(desk.engine)
    number = rows.ask(None, person.chat_id, "How many cases?", NOON).question_id
    source = AnswerSource(1, version_id, 2, ("The overview has four cases.",))
    rows.record_answer(number, kind="answer", body="{}", revision=1, sources=[source], at=NOON)
    rows.replied(number, 5)


@contextmanager
def killed_at(engine: Engine, step: int) -> Iterator[None]:
    """Be killed before the statement, or the commit, with this number."""
    count = iter(range(PATIENCE * 2))

    def pass_by(*_: object) -> None:
        if next(count) == step:
            raise Killed

    for name in ("before_cursor_execute", "commit"):
        event.listen(engine, name, pass_by)
    try:
        yield
    finally:
        for name in ("before_cursor_execute", "commit"):
            event.remove(engine, name, pass_by)
