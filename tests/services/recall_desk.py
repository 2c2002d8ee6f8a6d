"""People who asked about a paper of which new versions come, and the outbox that tells them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, update

from knowledge.papers import Passage
from knowledge.versions import compare
from meeting.delivery import Event
from meeting.paper_audience import PaperAudience
from services.recall_letter import RecallLetter
from store.papers import NewVersion, VersionRow
from store.questions import AnswerSource, Questions
from store.readable import audience_document
from store.recalls import put_recalls
from store.tables import papers
from tests.services.mailroom import NOON, Mailroom

FOUR = Passage(0, "The paper covers four cases. Each is short.", 12, 4)
FIVE = replace(FOUR, text="The paper covers five cases. Each is short.", page=5)
SIX = replace(FOUR, text="The paper covers six cases. Each is short.")
OTHER = Passage(1, "Norway writes it with the World Bank.", 13, 5)
QUOTE = "The paper covers four cases."


def version(*passages: Passage, title: str = "Country cases") -> NewVersion:
    placed = tuple(replace(each, position=at) for at, each in enumerate(passages))
    return NewVersion(title, "cases.pdf", "application/pdf", b"%PDF", "", 9, placed, NOON)


class RecallDesk(Mailroom):
    """A paper of two passages is published; nobody has asked anything yet."""

    def __init__(self, folder: Path, people: int = 3) -> None:
        super().__init__(folder, people)
        self.questions = Questions(self.engine)
        self.first = self.publish(FOUR, OTHER)

    def add(self, *passages: Passage) -> VersionRow:
        """The next version of the paper, as a draft."""
        return self.papers.add_version(None, version(*passages), publish=False)

    def publish(self, *passages: Passage, tell: bool = True) -> VersionRow:
        row = self.add(*passages)
        self.make_live(row.version_id, tell)
        return row

    def make_live(self, version_id: int, tell: bool = True) -> int:
        """Publish a version, be it new or old; returns how many people are told."""
        told = 0

        def besides(connection: Connection, before: int | None) -> None:
            nonlocal told
            if tell and before is not None:
                old, new = (self.text(each) for each in (before, version_id))
                changes, now = compare(old, new), self.clock.now()
                told = put_recalls(connection, before, version_id, changes, now)

        self.papers.publish(version_id, self.clock.now(), besides)
        return told

    def text(self, version_id: int) -> Sequence[Passage]:
        return [source.passage for source in self.papers.passages_of([version_id], None)]

    def answer(
        self,
        person: int,
        position: int = 0,
        number: int = 1,
        quotes: tuple[str, ...] = (QUOTE,),
        version_id: int | None = None,
        message_id: int | None = 40,
    ) -> None:
        """Somebody gets an answer that rests on a passage, of the first version where none is
        given; `number` 0 is one that was only offered."""
        now = self.clock.now()
        question = self.questions.ask(None, 100 + person, "How many?", now).question_id
        source = AnswerSource(number, version_id or self.first.version_id, position, quotes)
        self.questions.record_answer(
            question, kind="answer", body="{}", revision=1, sources=[source], at=now
        )
        if message_id is not None:
            self.questions.replied(question, message_id)

    def give_to(self, audience: PaperAudience) -> None:
        """From now on the paper is for these."""
        with self.engine.begin() as connection:
            values = {"audience": audience_document(audience)}
            connection.execute(update(papers).values(values))

    def letters(self) -> dict[int, RecallLetter]:
        """What arrives now, by chat; one recall for each at most."""
        found: dict[int, RecallLetter] = {}
        while parcel := self.outbox.claim():
            assert isinstance(parcel.content, RecallLetter)
            assert parcel.recipient.chat_id not in found
            found[parcel.recipient.chat_id] = parcel.content
            self.outbox.settle(parcel, Event.ACCEPTED, message_id=1000)
        return found

    def words(self) -> dict[int, list[tuple[str, str, str]]]:
        """The same as old words, new words and place."""
        return {
            chat: [(line.old, line.new, line.place) for line in letter.lines]
            for chat, letter in self.letters().items()
        }
