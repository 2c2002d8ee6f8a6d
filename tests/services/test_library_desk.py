"""What editors do with papers: a draft, what it changes, one step to publish it, and back."""

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from errno import ENOSPC
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from knowledge.papers import Reading, Source
from knowledge.versions import ChangeKind
from meeting.paper_audience import AudienceKind, PaperAudience, Reader
from meeting.people import Community, Participant, Role
from services.errors import (
    NoPapers,
    NoRoom,
    NotThere,
    NotVerified,
    PaperDraftGone,
    PaperMoved,
)
from services.paper_drafts import PaperDraft, Progress, Stage
from services.paper_files import Done
from store.papers import Papers, VersionRow
from store.publishing import Besides
from store.questions import AnswerSource, Questions
from store.tables import embeddings, passages
from tests.services.conftest import NOON, Desk

FOUR = "Cases\nThe overview has four cases.\nEach is a page."
FIVE = "Cases\nThe overview has five cases.\nEach is a page."
ORGANISERS = PaperAudience(AudienceKind.ORGANISERS)


@pytest.fixture
def editor(desk: Desk) -> Participant:
    return desk.person(10, Role.EDITOR)


@pytest.fixture
def guest(desk: Desk) -> Participant:
    return desk.person(20, Role.PARTICIPANT, community=Community.DEFENCE)


def published(desk: Desk, person: Participant, text: str = FOUR) -> PaperDraft:
    draft = desk.draft(person, "cases.txt", text)
    desk.publish(person, draft)
    return draft


def live_texts(desk: Desk) -> list[str]:
    live = desk.papers.live_versions(None)
    return [s.passage.text for s in desk.papers.passages_of([live.labels[0].version_id], None)]


def test_file_becomes_a_draft_that_nobody_reads_yet(desk: Desk, editor: Participant) -> None:
    told: list[Progress] = []
    uploaded = desk.editing.read(editor, FOUR.encode(), "../../cases.txt", told.append)
    draft = uploaded.draft
    assert draft is not None
    assert (draft.before, draft.compared.added, draft.asked) == (None, 3, 0)
    version = draft.version
    assert (version.title, version.file_name, version.author) == ("Cases", "cases.txt", "P10")
    assert desk.papers.live_versions(None).labels == ()
    assert [(each.stage, each.done, each.whole) for each in told] == [
        (Stage.READING, 0, 0), (Stage.READING, 3, 3),
        (Stage.EMBEDDING, 0, 3), (Stage.EMBEDDING, 3, 3), (Stage.COMPARING, 0, 0),
    ]  # fmt: skip


def test_new_version_is_compared_with_what_people_read(desk: Desk, editor: Participant) -> None:
    published(desk, editor)
    draft = desk.draft(editor, "cases v2.txt", FIVE)
    found = draft.compared
    assert (found.added, found.changed, found.removed, found.unchanged) == (0, 1, 0, 2)
    assert [change.numbers for change in found.changes] == [(("four", "five"),)]
    assert (draft.before and draft.before.number, draft.version.number) == (1, 2)
    assert live_texts(desk)[1] == "The overview has four cases."


def test_publishing_is_one_step_and_is_seen_by_the_next_question(
    desk: Desk, editor: Participant
) -> None:
    published(desk, editor)
    draft = desk.draft(editor, "cases v2.txt", FIVE)
    done = desk.publish(editor, draft, tell=True)
    assert (done.version.number, done.version.published_at, done.told) == (2, NOON, 0)
    assert live_texts(desk)[1] == "The overview has five cases."
    with pytest.raises(PaperDraftGone):
        desk.publish(editor, draft, tell=True)


def test_only_changed_passages_are_embedded(desk: Desk, editor: Participant) -> None:
    published(desk, editor)
    desk.model.embedded.clear()
    draft = desk.draft(editor, "cases.txt", FIVE)
    desk.publish(editor, draft)
    assert desk.model.embedded == ["The overview has five cases."]


def test_two_versions_sent_at_once_are_versions_of_one_paper(
    desk: Desk, editor: Participant
) -> None:
    start, drafts = threading.Barrier(2), list[PaperDraft]()

    def send(text: str) -> None:
        start.wait(10)
        drafts.append(desk.draft(editor, "cases.txt", text))

    both = [threading.Thread(target=send, args=(text,)) for text in (FOUR, FIVE)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join(60)
    assert sorted((d.version.paper_id, d.version.number) for d in drafts) == [(1, 1), (1, 2)]


def test_draft_that_stands_on_another_version_by_now_is_looked_at_again(
    desk: Desk, editor: Participant
) -> None:
    published(desk, editor)
    mine = desk.draft(editor, "cases.txt", FIVE)
    yours = desk.draft(editor, "cases.txt", FIVE.replace("page", "chapter"))
    desk.publish(editor, yours)
    desk.editing.view(desk.person(40, Role.ORGANISER), mine.version.version_id)  # who sees it anew
    with pytest.raises(PaperMoved) as caught:
        desk.publish(editor, mine)
    view = caught.value.view
    assert (view.before_id, view.version) == (yours.version.version_id, mine.version)
    assert [change.kind for change in view.compared.changes] == [ChangeKind.CHANGED]
    assert desk.publish(editor, view).version.number == 2


def test_version_that_another_process_published_in_between_is_not_replaced_unseen(
    desk: Desk, editor: Participant
) -> None:
    published(desk, editor)
    mine = desk.draft(editor, "cases.txt", FIVE)
    yours = desk.draft(editor, "cases.txt", FIVE.replace("page", "chapter")).version.version_id
    verify, desk.publishing._verify = desk.publishing._verify, lambda *_: overtake()  # type: ignore[method-assign]

    def overtake() -> None:
        desk.publishing._verify = verify  # type: ignore[method-assign]
        desk.papers.publish(yours, NOON)

    with pytest.raises(PaperMoved):
        desk.publish(editor, mine)
    assert live_texts(desk)[2] == "Each is a chapter."


@pytest.mark.parametrize("moment", ["passages_of", "publish"])
def test_draft_that_is_discarded_while_it_is_published_is_gone(
    desk: Desk, editor: Participant, moment: str
) -> None:
    published(desk, editor)
    mine = desk.draft(editor, "cases.txt", FIVE)
    discard = partial(desk.editing.discard, editor, mine.version.version_id)
    desk.publishing._papers = _Overtaken(desk.engine, moment, discard)
    with pytest.raises(PaperDraftGone):
        desk.publish(editor, mine)
    assert live_texts(desk)[1] == "The overview has four cases."


def test_whoever_knows_an_older_version_is_told_by_one_that_changes_nothing(
    desk: Desk, editor: Participant, guest: Participant
) -> None:
    first = published(desk, editor).version
    _told(desk, guest, first.version_id)
    published(desk, editor, FIVE)  # quietly
    draft = desk.draft(editor, "cases.txt", FIVE + "\n")
    assert (draft.compared.changes, draft.asked) == ((), 1)
    assert desk.publish(editor, draft, tell=True).told == 1


def test_who_would_be_told_of_a_roll_back_is_known_before(
    desk: Desk, editor: Participant, guest: Participant
) -> None:
    first = published(desk, editor).version
    second = published(desk, editor, FIVE).version
    _told(desk, guest, second.version_id)
    assert desk.editing.view(editor, first.version_id).asked == 1
    done = desk.editing.roll_back(editor, first.paper_id, first.version_id, tell=True)
    assert (done.version.number, done.told) == (1, 1)


def test_who_sent_and_who_published_is_kept(desk: Desk, editor: Participant) -> None:
    draft = desk.draft(editor, "cases.txt", FOUR)
    desk.publish(desk.person(40, Role.ORGANISER), draft)
    (version,) = desk.editing.paper(editor, draft.version.paper_id).versions
    assert (version.author, version.publisher) == ("P10", "P40")


def test_same_file_again_is_the_draft_then_the_version_then_the_older_one(
    desk: Desk, editor: Participant
) -> None:
    first = desk.draft(editor, "cases.txt", FOUR)
    assert desk.draft(editor, "renamed.txt", FOUR).version == first.version
    desk.publish(editor, first)
    same = desk.send(editor, "renamed.txt", FOUR)
    assert (same.draft, same.older_than_live) == (None, False)
    assert same.same_as
    assert same.same_as.version_id == first.version.version_id
    published(desk, editor, FIVE)
    older = desk.send(editor, "cases.txt", FOUR)
    assert older.same_as
    assert older.live
    assert (older.same_as.number, older.older_than_live, older.live.number) == (1, True, 2)
    assert desk.reader.read == ["paper.txt", "paper.txt"]


def test_rolled_back_version_is_read_again_and_nothing_is_embedded(
    desk: Desk, editor: Participant
) -> None:
    first = published(desk, editor).version
    published(desk, editor, FIVE)
    desk.model.embedded.clear()
    done = desk.editing.roll_back(editor, first.paper_id, first.version_id)
    assert (done.version.number, live_texts(desk)[1]) == (1, "The overview has four cases.")
    assert desk.model.embedded == []
    changes = desk.shelf.changes(editor, first.paper_id)
    assert (changes.before.number, changes.after.number) == (2, 1)
    for unknown in (99, desk.draft(editor, "cases.txt", FIVE + "!").version.version_id):
        with pytest.raises(NotThere):
            desk.editing.roll_back(editor, first.paper_id, unknown)


def test_file_that_may_be_another_paper_waits_for_a_word(desk: Desk, editor: Participant) -> None:
    paper_id = published(desk, editor).version.paper_id
    desk.recognising.unsure.add("Odd cases")
    uploaded = desk.send(editor, "cases.txt", "Odd cases\nText.")
    assert uploaded.draft is not None
    draft = uploaded.draft
    assert ([each.title for each in uploaded.unsure], draft.before) == (["Cases"], None)
    moved = desk.editing.belongs_to(editor, draft.version.version_id, paper_id)
    assert (moved.version.paper_id, moved.version.number, len(desk.editing.papers(editor))) == (
        paper_id, 2, 1,
    )  # fmt: skip
    apart = desk.editing.belongs_to(editor, draft.version.version_id, None)
    assert (apart.version.number, apart.before, len(desk.editing.papers(editor))) == (1, None, 2)
    assert {each.file_name for each in desk.editing.papers(editor)} == {
        "cases.txt", "cases (2).txt",
    }  # fmt: skip


def test_discarded_draft_leaves_neither_text_nor_vectors_nor_an_empty_paper(
    desk: Desk, editor: Participant
) -> None:
    published(desk, editor)
    draft = desk.draft(editor, "cases.txt", FIVE)
    other = desk.draft(editor, "other.txt", "Other\nText.")
    for each in (draft, other):
        desk.editing.discard(editor, each.version.version_id)
        with pytest.raises(PaperDraftGone):
            desk.editing.view(editor, each.version.version_id)
    assert [each.title for each in desk.editing.papers(editor)] == ["Cases"]
    assert (_count(desk, embeddings), _count(desk, passages)) == (3, 3)


def test_refused_file_is_told_with_its_outcome(desk: Desk, editor: Participant) -> None:
    refused = desk.send(editor, "empty.txt", "")
    assert (refused.refusal, refused.reason) == ("damaged", "The file is empty; save it again.")
    assert desk.editing.papers(editor) == ()


def test_nobody_but_editors_and_organisers_finds_a_desk(desk: Desk, editor: Participant) -> None:
    draft = published(desk, editor)
    sender = desk.person(30, Role.SENDER)
    doings: list[Callable[[], object]] = [
        lambda: desk.send(sender, "cases.txt", FIVE),
        lambda: desk.editing.papers(sender),
        lambda: desk.editing.paper(sender, draft.version.paper_id),
        lambda: desk.editing.view(sender, draft.version.version_id),
        lambda: desk.editing.set_protected(sender, draft.version.paper_id, True),
    ]
    for doing in doings:
        with pytest.raises(NotThere):
            doing()
    assert desk.reader.read == ["paper.txt"]


def test_paper_for_others_reads_as_if_it_were_not_there(
    desk: Desk, editor: Participant, guest: Participant
) -> None:
    draft = published(desk, editor)
    published(desk, editor, FIVE)
    live = desk.shelf.published(guest)[0]
    organiser = desk.person(40, Role.ORGANISER)
    desk.editing.set_audience(editor, draft.version.paper_id, ORGANISERS)
    assert (desk.shelf.published(guest), desk.shelf.renewed(guest)) == ((), ())
    hidden: list[Callable[[], object]] = [
        lambda: desk.shelf.file(guest, live.version_id),
        lambda: desk.shelf.changes(guest, draft.version.paper_id),
        lambda: desk.editing.paper(editor, draft.version.paper_id),
        lambda: desk.editing.set_audience(editor, draft.version.paper_id, PaperAudience()),
    ]
    for doing in hidden:
        with pytest.raises(NotThere, match="no such paper"):
            doing()
    with pytest.raises(NoPapers):
        desk.library.answer("How many cases?", desk.readers.of(guest))
    assert [each.number for each in desk.shelf.published(organiser)] == [2]
    assert desk.shelf.renewed(organiser)[0].title == "Cases"


def test_file_of_a_paper_for_others_is_like_any_new_file(desk: Desk, editor: Participant) -> None:
    organiser = desk.person(40, Role.ORGANISER)
    hidden = desk.draft(organiser, "cases.txt", FOUR).version
    desk.editing.set_audience(organiser, hidden.paper_id, ORGANISERS)
    for text in (FOUR, FIVE):
        uploaded = desk.send(editor, "cases.txt", text)
        assert (uploaded.same_as, uploaded.unsure) == (None, ())
        draft = uploaded.draft
        assert draft is not None
        assert (draft.before, draft.version.file_name, draft.version.author) == (
            None, "cases.txt", "P10",
        )  # fmt: skip
    assert [row.drafts for row in desk.editing.papers(editor)] == [2]
    with pytest.raises(NotThere):
        desk.editing.belongs_to(editor, draft.version.version_id, hidden.paper_id)


def test_role_taken_away_counts_at_once(desk: Desk, editor: Participant) -> None:
    draft = published(desk, editor)
    organiser = desk.person(40, Role.ORGANISER)
    desk.person(41, Role.ORGANISER)
    desk.editing.set_audience(organiser, draft.version.paper_id, ORGANISERS)
    assert len(desk.shelf.published(organiser)) == 1
    assert organiser.person_id is not None
    desk.rows.set_role(organiser.person_id, Role.PARTICIPANT)
    assert desk.shelf.published(organiser) == ()  # the very visit that still says "organiser"


def test_protected_paper_is_handed_out_as_such(desk: Desk, editor: Participant) -> None:
    draft = published(desk, editor)
    desk.editing.set_protected(editor, draft.version.paper_id, True)
    assert desk.shelf.file(editor, draft.version.version_id).protected


def test_version_with_a_passage_that_does_not_find_itself_is_not_published(
    desk: Desk, editor: Participant
) -> None:
    published(desk, editor)
    draft = desk.draft(editor, "cases.txt", FIVE)
    with desk.engine.begin() as connection:
        gone = passages.c.version_id == draft.version.version_id
        connection.execute(passages.delete().where(gone, passages.c.position == 2))
    with pytest.raises(NotVerified, match="2 of 3"):
        desk.publish(editor, draft)
    assert live_texts(desk)[1] == "The overview has four cases."


def test_lost_vectors_are_made_again_before_a_version_is_published(
    desk: Desk, editor: Participant
) -> None:
    draft = desk.draft(editor, "cases.txt", FOUR)
    with desk.engine.begin() as connection:
        connection.execute(embeddings.delete())
    desk.model.embedded.clear()
    desk.publish(editor, draft)
    assert len(desk.model.embedded) == 3


def test_full_disk_changes_nothing_and_says_so(desk: Desk, editor: Participant) -> None:
    published(desk, editor)
    before = desk.papers.list_papers(None)
    long = "\n".join(["Cases", *(f"Line {n} {'of the report ' * 40}" for n in range(400))])
    _no_more_room(desk)
    with pytest.raises(NoRoom, match="disk is full"):
        desk.send(editor, "cases.txt", long)
    assert (desk.papers.list_papers(None), live_texts(desk)[1]) == (
        before, "The overview has four cases.",
    )  # fmt: skip


def test_full_disk_at_the_terminal_is_a_reason(desk: Desk) -> None:
    desk.add("cases.txt", FOUR)
    _no_more_room(desk)
    long = "\n".join(f"Line {n} {'of the report ' * 40}" for n in range(400))
    added = desk.add("long.txt", long)
    assert "disk is full" in added.reason
    assert len(desk.papers.list_papers(None)) == 1


def test_full_disk_for_the_file_that_is_read_is_told_as_such(
    desk: Desk, editor: Participant
) -> None:
    def read(path: Path, *, told: Done) -> Reading:
        raise OSError(ENOSPC, "No space left on device", str(path))

    desk.editing._uploads._files.read = read
    with pytest.raises(NoRoom, match="disk is full"):
        desk.send(editor, "cases.txt", FOUR)


class _Overtaken(Papers):
    """Something happens right before one of its calls, the first time."""

    def __init__(self, engine: Engine, moment: str, happens: Callable[[], object]) -> None:
        super().__init__(engine)
        self._happens = {moment: happens}

    def passages_of(self, version_ids: Sequence[int], reader: Reader | None) -> tuple[Source, ...]:
        self._happens.pop("passages_of", lambda: None)()
        return super().passages_of(version_ids, reader)

    def publish(
        self, version_id: int, at: datetime, besides: Besides | None = None, by: str | None = None
    ) -> VersionRow:
        self._happens.pop("publish", lambda: None)()
        return super().publish(version_id, at, besides, by)


def _told(desk: Desk, person: Participant, version_id: int) -> None:
    """Somebody was told an answer that rests on the second passage of this version."""
    rows = Questions(desk.engine)
    number = rows.ask(None, person.chat_id, "How many cases?", NOON).question_id
    source = AnswerSource(1, version_id, 2, ())
    rows.record_answer(number, kind="answer", body="{}", revision=1, sources=[source], at=NOON)
    rows.replied(number, 5)


def _count(desk: Desk, table: object) -> int:
    with desk.engine.connect() as connection:
        return len(connection.execute(table.select()).all())  # type: ignore[attr-defined]


def _no_more_room(desk: Desk) -> None:
    """The database may grow by two pages (of 4 KiB) and no more."""

    def limit(connection: object, *_: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages + 2}")

    event.listen(desk.engine, "checkout", limit)
