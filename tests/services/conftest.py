"""Fakes with memory for the services: a reader, a model, a clock whose hand a test moves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sqlalchemy import Engine

from knowledge.embedding import SentenceModel, Vectors
from knowledge.papers import Outcome, Passage, Reading
from knowledge.token_memory import TokenVectors
from meeting.paper_audience import Reader as MayRead
from meeting.people import Participant, Person, Role
from services.adding import Added, Adding, Wish
from services.agenda import AgendaBook
from services.embedding import Embedder
from services.library import Library
from services.library_desk import PaperDesk
from services.paper_drafts import PaperDraft, Published, Uploaded
from services.paper_files import Done, PaperFiles
from services.paper_uploads import PaperUploads
from services.paper_views import PaperViews
from services.papers import PaperShelf
from services.people import People
from services.publishing import Publishing
from services.readers import Readers
from services.recognising import Which
from store.agendas import Agendas
from store.chats import Chats
from store.database import prepare
from store.embeddings import Embeddings
from store.logistics import Logistics
from store.papers import Papers
from store.people import PeopleRows
from store.shelves import Shelves
from tests.new_store import put_new_store

NOON = datetime(2008, 2, 11, 12, 0, tzinfo=UTC)


class Hand:
    """A clock that a test sets."""

    time = NOON

    def now(self) -> datetime:
        return self.time


class CountingModel(SentenceModel):
    """Embeds by the letters of a text, and remembers which texts it was given."""

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed_array(self, texts: Sequence[str]) -> Vectors:
        self.embedded += texts
        rows = [[text.lower().count(letter) + 0.01 for letter in "abcdefgh"] for text in texts]
        array = np.array(rows or np.zeros((0, 8)), np.float32)
        return array / np.linalg.norm(array, axis=1, keepdims=True) if rows else array

    def embed_tokens(self, texts: Sequence[str]) -> list[TokenVectors]:
        return [self.embed_array(text.split() or [""]).astype(np.float16) for text in texts]


@dataclass
class Reader:
    """Reads a file as one passage a line, nothing in those that are `silent`; knows which files
    it was asked to read."""

    read: list[str] = field(default_factory=list)
    silent: set[str] = field(default_factory=set)

    def __call__(self, path: Path, *, told: Done) -> Reading:
        self.read.append(path.name)
        lines = path.read_text().splitlines()
        if not lines:
            return Reading(Outcome.DAMAGED, "The file is empty; save it again.")
        said = [] if path.name in self.silent else lines
        passages = tuple(Passage(n, line, n, None) for n, line in enumerate(said, 1))
        told(len(lines), len(lines))
        return Reading(Outcome.OK, title=lines[0], passages=passages)


@dataclass
class ByTitle:
    """Knows a paper by its title; whatever is in `unsure` may be any paper."""

    papers: Papers
    unsure: set[str] = field(default_factory=set)

    def of(self, reading: Reading, file_name: str, reader: MayRead | None) -> Which:
        listed, title = self.papers.list_papers(reader), reading.title
        if title in self.unsure:
            return Which(unsure=listed)
        return Which(next((each.paper_id for each in listed if each.title == title), None))


@dataclass
class Desk:
    """The shelf, the editors' desk and the library over one store."""

    engine: Engine
    model: CountingModel
    reader: Reader
    papers: Papers
    shelf: PaperShelf
    adding: Adding
    editing: PaperDesk
    recognising: ByTitle
    publishing: Publishing
    readers: Readers
    library: Library
    folder: Path
    people: People
    rows: PeopleRows
    loaded: list[str] = field(default_factory=list)  # the models that were, by name

    def add(self, name: str, text: str, title: str | None = None, draft: bool = False) -> Added:
        """A file comes in at the terminal."""
        return self.bring(name, text, Wish(title, draft))

    def bring(self, name: str, text: str, wish: Wish) -> Added:
        """The same, with all that can be said of it."""
        path = self.folder / name
        path.write_text(text)
        return self.adding.add(path, wish, lambda share: None)

    def send(self, person: Participant | None, name: str, text: str) -> Uploaded:
        """Somebody sends a file to the bot."""
        return self.editing.read(person, text.encode(), name, lambda far: None)

    def publish(
        self, person: Participant | None, draft: PaperDraft, tell: bool = False
    ) -> Published:
        """Somebody who looks at the draft publishes it."""
        return self.editing.publish(person, draft.version.version_id, draft.before_id, tell)

    def draft(self, person: Participant | None, name: str, text: str) -> PaperDraft:
        """The same, of a file that becomes a draft."""
        draft = self.send(person, name, text).draft
        assert draft is not None
        return draft

    def person(self, chat_id: int, role: Role, **more: Any) -> Participant:
        """Somebody who is on the list and has opened the bot."""
        rows, key = PeopleRows(self.engine), f"P{chat_id}"
        known = [row.person for row in rows.everybody()]
        rows.replace_list([*known, Person(key, f"Person {chat_id}", role=role, **more)])
        row = rows.by_key(key)
        assert row is not None
        Chats(self.engine).meet(chat_id, key, None, NOON)
        rows.link(row.person_id, chat_id)
        return self.again(chat_id)

    def again(self, chat_id: int) -> Participant:
        """The same person as the next update finds them."""
        person = self.people.in_chat(chat_id)
        assert person is not None
        return person


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_on(prepare(put_new_store(tmp_path)), tmp_path)


def desk_on(engine: Engine, folder: Path) -> Desk:
    """A desk on a store, with files in a folder of their own."""
    model, read, papers, hand = CountingModel(), Reader(), Papers(engine), Hand()
    loaded: list[str] = []

    def load(name: str) -> CountingModel:
        loaded.append(name)
        return model

    embedder = Embedder(Embeddings(engine), "fake", load)
    shelves, rows = Shelves(engine), PeopleRows(engine)
    book = AgendaBook(Agendas(engine), rows, Logistics(engine), hand, "Europe/Oslo")
    readers, files = Readers(rows, book), PaperFiles(embedder, hand, read, lambda passages: ())
    views, library = PaperViews(papers, shelves, hand), Library(papers, embedder)
    publishing = Publishing(papers, embedder, library.made_ready, hand)
    recognising = ByTitle(papers)
    uploads = PaperUploads(papers, shelves, files, views, recognising)
    inside = folder / "in"
    inside.mkdir(exist_ok=True)
    return Desk(
        engine=engine,
        model=model,
        reader=read,
        papers=papers,
        shelf=PaperShelf(papers, shelves, views, readers),
        adding=Adding(papers, shelves, files, views, publishing, recognising),
        editing=PaperDesk(papers, shelves, uploads, views, publishing, readers),
        recognising=recognising,
        publishing=publishing,
        readers=readers,
        library=library,
        folder=inside,
        people=People(rows, Chats(engine), hand, everybody=True, organiser=None),
        rows=rows,
        loaded=loaded,
    )
