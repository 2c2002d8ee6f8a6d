"""An answer that is told rests on what is read at that moment, whatever happened while it was
made."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext

import pytest

from knowledge.answers import Answer, Citation, Claim
from knowledge.papers import Source
from meeting.asking.answers import MeetingAnswer
from meeting.paper_audience import Reader
from meeting.people import Participant, Role
from services.ask import Ask, Reply
from services.errors import NoPapers
from services.library import Answered
from store.questions import NotRead, Questions
from tests.services.conftest import Desk, Hand

FOUR = "Cases\nThe overview has four cases."
FIVE = FOUR.replace("four", "five")
Meanwhile = Callable[[], object]


class Quoting:
    """Answers with the second passage of the first live paper, and lets things happen before the
    answer is written down."""

    def __init__(self, desk: Desk, *meanwhile: Meanwhile) -> None:
        self._desk = desk
        self._meanwhile: Iterator[Meanwhile] = iter(meanwhile)

    def warm_up(self) -> bool:
        """There is nothing to get ready."""
        return False

    def made_ready(self, sources: Sequence[Source]) -> AbstractContextManager[None]:
        return nullcontext()

    def answer(self, question: str, reader: Reader | None) -> Answered:
        live = self._desk.papers.live_versions(reader)
        if not live.labels:
            raise NoPapers
        found = self._desk.papers.passages_of([live.labels[0].version_id], reader)[1]
        next(self._meanwhile, lambda: None)()
        return Answered(quoted(found), live.revision)


class NoMeeting:
    """Nothing is known of the agenda."""

    def answer(self, person: Participant, text: str) -> MeetingAnswer | None:
        """There is no answer."""


def quoted(source: Source) -> Answer:
    text = source.passage.text
    return Answer((Claim(text, (1,)),), (Citation(1, source, (text,)),))


@pytest.fixture
def guest(desk: Desk) -> Participant:
    return desk.person(20, Role.PARTICIPANT)


def asked(desk: Desk, guest: Participant, *meanwhile: Meanwhile) -> Reply:
    rows = Questions(desk.engine)
    ask = Ask(
        rows, desk.papers, Quoting(desk, *meanwhile), NoMeeting(), Hand(), ["en"], desk.readers
    )
    return ask.answer(1, guest, "How many cases?")


def told(reply: Reply) -> str:
    assert reply.answer is not None
    return reply.answer.claims[0].text


def test_answer_that_a_publication_overtakes_is_made_anew(desk: Desk, guest: Participant) -> None:
    desk.add("cases.txt", FOUR)
    reply = asked(desk, guest, lambda: desk.add("cases.txt", FIVE))
    assert told(reply) == "The overview has five cases."
    (source,) = Questions(desk.engine).sources(reply.question_id, guest.chat_id)
    assert source.version_id == 2


def test_answer_from_a_paper_that_is_erased_meanwhile_is_made_anew(
    desk: Desk, guest: Participant
) -> None:
    desk.add("cases.txt", FOUR)
    desk.add("harbour.txt", "Harbour\nTwo piers remain.")
    assert told(asked(desk, guest, lambda: desk.editing.erase(1))) == "Two piers remain."
    with pytest.raises(NoPapers):
        asked(desk, guest, lambda: desk.editing.erase(2))


def test_answer_that_is_overtaken_over_and_over_is_not_told(desk: Desk, guest: Participant) -> None:
    desk.add("cases.txt", FOUR)
    versions = [f"{FOUR}\nRound {n}." for n in range(20)]
    with pytest.raises(NotRead):
        asked(desk, guest, *(lambda text=text: desk.add("cases.txt", text) for text in versions))  # type: ignore[misc]


def test_answer_that_was_written_down_is_recalled_by_the_next_publication(
    desk: Desk, guest: Participant
) -> None:
    desk.add("cases.txt", FOUR)
    asked(desk, guest)  # and is on its way to Telegram
    draft = desk.draft(None, "cases.txt", FIVE)
    done = desk.publish(None, draft, tell=True)
    assert (draft.asked, done.told) == (1, 1)
