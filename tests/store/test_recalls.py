"""Recalls are put into the outbox with the publication, or not at all."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, select

from knowledge.papers import Passage
from knowledge.versions import compare
from meeting.delivery import Urgency
from meeting.notices import Notice, NoticeKind, RecallNoun
from meeting.people import Person
from store.agendas import Agendas
from store.chats import Chats
from store.notices import Notices
from store.papers import NewVersion, Papers, VersionRow
from store.people import PeopleRows
from store.questions import AnswerSource, Questions
from store.recalls import people_to_recall, put_recalls
from store.tables import deliveries, notices
from tests.two_days import AGENDA

NOON = datetime(2008, 2, 9, 12, 0, tzinfo=UTC)


class Library:
    """A paper of two passages and three people, each of whom asked about one of them."""

    def __init__(self, engine: Engine, new: NewVersion) -> None:
        self.engine, self.papers, self.new = engine, Papers(engine), new
        people, chats, questions = PeopleRows(engine), Chats(engine), Questions(engine)
        people.replace_list([Person(key, key) for key in ("a", "b", "c")])
        self.people = [row.person_id for row in people.everybody()]
        self.first = self.papers.add_version(None, new, publish=True)
        for number, position in enumerate((0, 1, 1)):
            chats.meet(100 + number, "P", "en", NOON)
            people.link(self.people[number], 100 + number)
            asked = questions.ask(None, 100 + number, "What?", NOON).question_id
            source = AnswerSource(1, self.first.version_id, position, ())
            questions.record_answer(
                asked, kind="answer", body="{}", revision=1, sources=[source], at=NOON
            )
            questions.replied(asked, 5)

    def add(self, *passages: Passage) -> VersionRow:
        new = replace(self.new, passages=passages, sha256="b" * 64)
        return self.papers.add_version(None, new, publish=False)

    def publish(self, version_id: int, fail: bool = False) -> list[int]:
        """Publish and tell; returns how many are told."""
        told: list[int] = []

        def besides(connection: Connection, before: int | None) -> None:
            assert before is not None
            old, new = self.texts(before), self.texts(version_id)
            told.append(put_recalls(connection, before, version_id, compare(old, new), NOON))
            if fail:
                raise RuntimeError

        self.papers.publish(version_id, NOON, besides)
        return told

    def texts(self, version_id: int) -> list[Passage]:
        return [source.passage for source in self.papers.passages_of([version_id], None)]

    def told(self) -> list[tuple[int, Urgency, datetime]]:
        query = select(deliveries.c.person_id, deliveries.c.urgency, deliveries.c.not_after)
        with self.engine.connect() as connection:
            return [(row[0], Urgency(row[1]), row[2]) for row in connection.execute(query)]


@pytest.fixture
def library(engine: Engine, first: NewVersion) -> Library:
    return Library(engine, first)


def test_publication_is_one_notice_for_all_whom_it_concerns(library: Library) -> None:
    kept, changed = library.new.passages
    second = library.add(kept, replace(changed, text="Three piers remain."))
    assert library.publish(second.version_id) == [2]
    noun = RecallNoun(1, second.version_id, NOON)
    assert Notices(library.engine).get(1) == Notice(
        1, NoticeKind.RECALL, noun, second.version_id, None, NOON
    )
    until = NOON + timedelta(days=2)
    assert library.told() == [(each, Urgency.ROUTINE, until) for each in library.people[1:]]


def test_notice_holds_no_word_of_the_paper(library: Library) -> None:
    library.publish(library.add(replace(library.new.passages[0], text="A secret.")).version_id)
    with library.engine.connect() as connection:
        (noun,) = connection.execute(select(notices.c.noun)).scalars()
    assert noun == {"paper_id": 1, "version_id": 2, "published_at": NOON.isoformat()}


def test_recall_is_of_use_until_the_meeting_is_over(library: Library) -> None:
    Agendas(library.engine).add(AGENDA, "", NOON)
    library.publish(library.add(library.new.passages[0]).version_id)
    ends = max(session.ends.astimezone(UTC) for session in AGENDA.sessions)
    assert ends > NOON + timedelta(days=2)
    assert {until for _, _, until in library.told()} == {ends}


def test_nobody_is_told_of_what_concerns_nobody(library: Library) -> None:
    more = Passage(2, "A third pier is planned.", 2, 2)
    assert library.publish(library.add(*library.new.passages, more).version_id) == [0]
    assert library.told() == []


def test_publication_that_fails_tells_nobody(library: Library) -> None:
    second = library.add(library.new.passages[0])
    with pytest.raises(RuntimeError):
        library.publish(second.version_id, fail=True)
    assert library.told() == []
    assert library.publish(second.version_id) == [2]


def test_who_would_be_told_is_known_before(library: Library) -> None:
    second = library.add(library.new.passages[1])
    old, new = library.texts(library.first.version_id), library.texts(second.version_id)
    with library.engine.connect() as connection:
        found = people_to_recall(
            connection, library.first.version_id, second.version_id, compare(old, new), NOON
        )
    assert found == (library.people[0],)


def test_each_publication_of_one_version_is_a_notice_of_its_own(library: Library) -> None:
    second = library.add(library.new.passages[0]).version_id
    assert library.publish(second) == [2]
    keys = [RecallNoun(1, second, NOON + timedelta(days=days)).key for days in (0, 1)]
    assert keys == [f"recall:{second}:2008-02-09T12:00:00+00:00",
                    f"recall:{second}:2008-02-10T12:00:00+00:00"]  # fmt: skip
    assert Notices(library.engine).by_key(keys[0]) is not None
