"""A question: written down, answered from the meeting's rows or the live papers, once."""

import json
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from typing import Protocol

from knowledge.answering import Answer, NoAnswer
from knowledge.citations import citation_text
from knowledge.language import likeliest
from knowledge.papers import Source
from knowledge.sentences import sentences
from meeting.asking.answers import MeetingAnswer
from meeting.clock import Clock
from meeting.paper_audience import Reader
from meeting.people import Participant
from services.errors import NotThere
from services.library import Answered
from services.readers import Readers
from store.papers import Papers
from store.questions import AnswerSource, NotRead, Questions

NEAREST = 0  # the number under which the nearest passage of an unanswered question is kept
NO_REVISION = 0  # of the library: the answer rests on none of its papers
ATTEMPTS = 5  # at one answer, each overtaken by another publication
NEIGHBOUR_SENTENCES = 2  # of the passages before and after that a view shows


class Answers(Protocol):
    """What answers questions from the papers that are live."""

    def warm_up(self) -> bool:
        """Get ready before the first question; whether this made it ready."""

    def made_ready(self, sources: Sequence[Source]) -> AbstractContextManager[None]:
        """While a version with these passages goes live: whatever a question would have to wait
        for is done before."""

    def answer(self, question: str, reader: Reader | None) -> Answered:
        """Answer from what the reader may read; raises NoPapers where nothing of that is there."""


class MeetingAnswers(Protocol):
    """What answers questions about the agenda and practical matters."""

    def answer(self, person: Participant, text: str) -> MeetingAnswer | None:
        """Answer; None where the question is not clearly about these."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What to tell the person; `message_id` is set where they were told before a restart.

    `foreign`: the question is not in the language of the papers, which may be why they are silent.
    `meeting` is an answer about the agenda or practical matters, `language` that of the question.
    """

    question_id: int
    answer: Answer | None
    has_nearest: bool = False
    foreign: bool = False
    message_id: int | None = None
    meeting: MeetingAnswer | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage to show: its citation as the heading, the words around it, the words quoted."""

    heading: str
    source: Source
    before: str
    after: str
    quotes: tuple[str, ...]


class Ask:
    def __init__(
        self,
        questions: Questions,
        papers: Papers,
        library: Answers,
        meeting: MeetingAnswers,
        clock: Clock,
        languages: Sequence[str],
        readers: Readers,
    ) -> None:
        """`languages`: that of the papers first, then the others that people may write in."""
        self._questions = questions
        self._papers = papers
        self._library = library
        self._meeting = meeting
        self._clock = clock
        self._languages = languages
        self._readers = readers

    def from_meeting(
        self, update_id: int, person: Participant, text: str, language: str
    ) -> Reply | None:
        """Answer a question about the agenda or practical matters; None where it is about neither.

        It needs no model, so it answers while one is loaded. `language` is what the person is
        spoken to in, and what the question is in unless its own words say otherwise.
        """
        question = self._questions.ask(update_id, person.chat_id, text, self._clock.now())
        number = question.question_id
        earlier = self._questions.get_answer(number)
        if earlier is not None and earlier.message_id is not None:
            return Reply(number, None, message_id=earlier.message_id)
        found = self._meeting.answer(person, text)
        if found is None:
            return None
        self._questions.record_answer(
            number,
            kind="answer",
            body=_meeting_body(found),
            revision=NO_REVISION,
            sources=[],
            at=self._clock.now(),
        )
        spoken = likeliest(text, (language, *self._languages))
        return Reply(number, None, meeting=found, language=spoken)

    def answer(self, update_id: int, person: Participant, text: str) -> Reply:
        """Answer a question that came with an update from the papers that are for this person; one
        update is one question.

        Raises NoPapers where there is nothing to answer from.
        """
        question = self._questions.ask(update_id, person.chat_id, text, self._clock.now())
        earlier = self._questions.get_answer(question.question_id)
        if earlier is not None and earlier.message_id is not None:
            return Reply(question.question_id, None, message_id=earlier.message_id)
        result = self._answered(question.question_id, person, text)
        if isinstance(result, Answer):
            return Reply(question.question_id, result)
        return Reply(
            question.question_id,
            None,
            has_nearest=result.nearest is not None,
            foreign=likeliest(text, self._languages) != self._languages[0],
        )

    def _answered(self, question_id: int, person: Participant, text: str) -> Answer | NoAnswer:
        """Answer and write it down. Where a paper was published or erased meanwhile, once more, so
        that nobody is told what was replaced before they were. Raises NotRead where that happens
        over and over."""
        for _ in range(ATTEMPTS - 1):
            with suppress(NotRead):
                return self._answer_once(question_id, person, text)
        return self._answer_once(question_id, person, text)

    def _answer_once(self, question_id: int, person: Participant, text: str) -> Answer | NoAnswer:
        answered = self._library.answer(text, self._readers.of(person))
        result = answered.result
        self._questions.record_answer(
            question_id,
            kind="answer" if isinstance(result, Answer) else "no-answer",
            body=_body(result),
            revision=answered.revision,
            sources=_sources(result),
            at=self._clock.now(),
        )
        return result

    def replied(self, question_id: int, message_id: int) -> None:
        """Telegram has accepted the reply: from now on it is not sent again."""
        self._questions.replied(question_id, message_id)

    def passage(self, person: Participant, question_id: int, number: int) -> PassageView:
        """The passage behind citation `number` of a question of this person's chat.

        Raises NotThere where the question is somebody else's, or the passage is gone, or is not
        for them any more.
        """
        kept = self._questions.sources(question_id, person.chat_id)
        chosen = [source for source in kept if source.number == number]
        if not chosen:
            raise NotThere("no such source")
        found = self._papers.passages_of([chosen[0].version_id], self._readers.of(person))
        around = {source.passage.position: source for source in found}
        position = chosen[0].position
        if position not in around:
            raise NotThere("the passage was erased, or is for others")
        return PassageView(
            heading=citation_text(around[position]),
            source=around[position],
            before=_neighbour(around.get(position - 1), last=True),
            after=_neighbour(around.get(position + 1), last=False),
            quotes=tuple(quote for source in chosen for quote in source.quotes),
        )


def _neighbour(source: Source | None, last: bool) -> str:
    """The nearest sentences of a neighbouring passage; of a list, its nearest line."""
    if source is None:
        return ""
    lines = source.passage.text.split("\n")
    found = sentences((lines[-1] if last else lines[0]).removeprefix("- "))
    return " ".join(found[-NEIGHBOUR_SENTENCES:] if last else found[:NEIGHBOUR_SENTENCES])


def _meeting_body(found: MeetingAnswer) -> str:
    """What was told, by name: the rows themselves may have changed since."""
    told: dict[str, object] = {"meeting": found.kind}
    if found.lines:
        told["sessions"] = [line.session.session_id for line in found.lines]
    if found.entry:
        told["topic"] = found.entry.topic
    return json.dumps(told, ensure_ascii=False)


def _body(result: Answer | NoAnswer) -> str:
    if isinstance(result, NoAnswer):
        return json.dumps({})
    return json.dumps(
        {
            "claims": [
                {"text": claim.text, "items": claim.items, "numbers": claim.numbers}
                for claim in result.claims
            ]
        },
        ensure_ascii=False,
    )


def _sources(result: Answer | NoAnswer) -> list[AnswerSource]:
    if isinstance(result, NoAnswer):
        return [_source(NEAREST, result.nearest, ())] if result.nearest else []
    return [_source(c.number, c.source, c.quotes) for c in result.citations]


def _source(number: int, source: Source, quotes: tuple[str, ...]) -> AnswerSource:
    return AnswerSource(number, source.label.version_id, source.passage.position, quotes)
