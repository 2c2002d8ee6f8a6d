"""People who ask all the time, in threads as the bot's are, and what they get to read."""

import random
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field

from benchmarks.marked import PLACES, TOPICS, question
from benchmarks.reading_room import ReadingRoom
from benchmarks.swap_judge import Seen
from bot import render
from knowledge.answering import Answer, Answerer
from knowledge.index import PassageIndex
from knowledge.papers import Source
from knowledge.search import Search
from knowledge.writers.extractive import ExtractiveWriter
from meeting.paper_audience import Reader
from meeting.people import Participant
from services.embedding import Embedder
from services.errors import NoPapers, NotThere
from services.library import Answered
from store.papers import Papers

FIRST_CHAT = 5_000_000_001
QUOTED = "“{text}”"
PAUSE = 0.02  # seconds between an answer and the next question of the same person


@dataclass(slots=True)
class Askers:
    """So many ask one room's services at once, each the next question after the last answer."""

    room: ReadingRoom
    count: int
    seed: int
    seen: list[Seen] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def asking(self) -> Iterator[None]:
        threads = [threading.Thread(target=self._ask, args=(n,)) for n in range(self.count)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._stop.set()
            for thread in threads:
                thread.join()

    def _ask(self, number: int) -> None:
        chance = random.Random(f"{self.seed}.{number}")
        person = meet(self.room, FIRST_CHAT + number)
        asked = 0
        while not self._stop.wait(PAUSE):
            asked += 1
            place, topic = chance.choice(PLACES), chance.choice(TOPICS)
            try:
                self.seen.append(ask(self.room, person, number * 10**7 + asked, place, topic))
            except Exception as error:  # whatever a reader meets is a fault
                self.faults.append(f"{type(error).__name__}: {str(error).partition(chr(10))[0]}")


def meet(room: ReadingRoom, chat_id: int) -> Participant:
    """Let somebody in who is on no list."""
    person = room.people.meet(chat_id, "Reader", "en")
    if person is None:
        raise RuntimeError("access is open")
    return person


def ask(room: ReadingRoom, person: Participant, update_id: int, place: str, topic: str) -> Seen:
    """One question, its answer as it is sent, and what [Show passage] shows of each source."""
    begin = time.monotonic()
    try:
        reply = room.ask.answer(update_id, person, question(place, topic))
    except NoPapers:
        return Seen(place, begin, "")
    if reply.answer is None:
        return Seen(place, begin, "")
    numbers = [citation.number for citation in reply.answer.citations]
    shown = tuple(_shown(room, person, reply.question_id, number) for number in numbers)
    return Seen(place, begin, render.answer(reply.answer, QUOTED), shown)


def look(room: ReadingRoom, place: str) -> tuple[str, ...]:
    """Everything that there is about a place, question by question."""
    return tuple(answer_text(room, question(place, topic)) for topic in TOPICS)


def answer_text(room: ReadingRoom, text: str) -> str:
    """The answer to a question as it is sent, or nothing; it is written down nowhere."""
    try:
        found = room.library.answer(text, None).result
    except NoPapers:
        return ""
    return render.answer(found, QUOTED) if isinstance(found, Answer) else ""


class SharedLibrary:
    """Answers from the passages that are there, whatever state others have left them in, as one
    does from a vector store that they write to; it goes with the wrong way to publish."""

    def __init__(self, papers: Papers, embedder: Embedder) -> None:
        self._papers = papers
        self._embedder = embedder
        self._lock = threading.Lock()
        self._revision = 0
        self._index = embedder.index()

    def warm_up(self) -> bool:
        self._embedder.model()
        return True

    def made_ready(self, _sources: Sequence[Source]) -> AbstractContextManager[None]:
        """Others have left it in some state."""
        return nullcontext()

    def answer(self, question: str, reader: Reader | None) -> Answered:
        live = self._papers.live_versions(reader)
        scope = [label.version_id for label in live.labels]
        if not scope:
            raise NoPapers("no paper is published")
        search = Search(self._at(live.revision, scope))
        answerer = Answerer(search, ExtractiveWriter(self._embedder.model()))
        return Answered(answerer.answer(question, frozenset(scope)), live.revision)

    def _at(self, revision: int, scope: list[int]) -> PassageIndex:
        with self._lock:
            if revision > self._revision:
                self._index = self._embedder.index()
                self._index.add(self._papers.passages_of(scope, None))
                self._revision = revision
            return self._index


def _shown(room: ReadingRoom, person: Participant, question_id: int, number: int) -> str:
    try:
        view = room.ask.passage(person, question_id, number)
    except NotThere:
        return ""
    return "\n".join(_texts(view.heading, view.before, view.source.passage.text, view.after))


def _texts(*texts: str) -> Sequence[str]:
    return [text for text in texts if text]
