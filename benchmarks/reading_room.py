"""The papers' services over a store, with the cheap model: what the bot has of them, without it."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.word_model import load_words
from knowledge.embedding import SentenceModel
from knowledge.windows import is_word
from meeting.clock import SystemClock
from services.agenda import AgendaBook
from services.ask import Answers, Ask
from services.ask_meeting import AskMeeting
from services.embedding import Embedder
from services.library import Library
from services.paper_files import Read
from services.people import People
from services.readers import Readers
from services.wiring_papers import wire_papers
from store.database import prepare
from store.every_row import Rows

ZONE = "Europe/Oslo"
MODEL = "words"  # under this name its vectors are stored


class ReadingRoom:
    """Over the store in a state directory; `read` turns a file into a Reading."""

    def __init__(
        self,
        folder: Path,
        read: Read,
        library: Answers | None = None,
        load: Callable[[str], SentenceModel] = load_words,
    ) -> None:
        self.engine = prepare(f"sqlite:///{folder / 'attache.db'}")
        self.rows = Rows.on(self.engine)
        clock = SystemClock()
        self.embedder = Embedder(self.rows.embeddings, MODEL, load)
        self.library = library or Library(self.rows.papers, self.embedder)
        book = AgendaBook(self.rows.agendas, self.rows.people, self.rows.logistics, clock, ZONE)
        people = People(self.rows.people, self.rows.chats, clock, everybody=True, organiser=None)
        self.readers = Readers(self.rows.people, book)
        self.papers = wire_papers(self.rows, self.embedder, self.library, self.readers, clock, read)
        self.ask = Ask(
            self.rows.questions,
            self.rows.papers,
            self.library,
            AskMeeting(book, people, is_word),
            clock,
            ("en",),
            self.readers,
        )
        self.people = people

    def close(self) -> None:
        self.engine.dispose()
