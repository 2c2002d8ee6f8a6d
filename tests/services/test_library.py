"""A question sees the versions that are live and for its reader, the same ones to its end."""

import threading
from collections.abc import Sequence

import pytest
from sqlalchemy import Engine

from knowledge.answers import Answer, NoAnswer
from knowledge.papers import Source
from meeting.paper_audience import AudienceKind, PaperAudience, Reader
from meeting.people import Role
from services.errors import NoPapers
from services.library import Library
from store.papers import Papers
from tests.services.conftest import NOON, Desk

ANYBODY, ORGANISER = Reader(Role.PARTICIPANT, None), Reader(Role.ORGANISER, None)
ORGANISERS = PaperAudience(AudienceKind.ORGANISERS)


class Overtaken(Papers):
    """Another process publishes version 2 just when a question has read which versions are live."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.asked: list[Sequence[int]] = []
        self.overtaking = threading.Event()

    def passages_of(self, version_ids: Sequence[int], reader: Reader | None) -> tuple[Source, ...]:
        self.asked.append(version_ids)
        if not self.overtaking.is_set():
            self.overtaking.set()
            self.publish(2, NOON)
        return super().passages_of(version_ids, reader)


def test_scope_is_what_the_reader_may_read(desk: Desk) -> None:
    desk.add("open.txt", "Open\nThe hall is open.")
    desk.add("secret.txt", "Secret\nThe word is harbour.")
    desk.editing.set_audience(None, 2, ORGANISERS)
    asked = "The word is harbour, isn't it?"
    assert titles(desk.library, asked, ORGANISER) == {"Secret"}
    assert titles(desk.library, asked, ANYBODY) <= {"Open"}
    desk.editing.set_audience(None, 1, ORGANISERS)
    with pytest.raises(NoPapers):
        desk.library.answer("What is the word?", ANYBODY)


def test_question_that_is_overtaken_by_a_publication_sees_the_version_it_began_with(
    desk: Desk,
) -> None:
    desk.add("cases.txt", "Cases\nFour cases.")
    desk.add("cases.txt", "Cases\nFive cases.", draft=True)
    rows = Overtaken(desk.engine)
    library = Library(rows, desk.library._embedder)
    for seen in (1, 2):
        result = library.answer("How many cases are there?", ANYBODY).result
        assert {source.label.number for source in sources(result)} == {seen}


def titles(library: Library, question: str, reader: Reader) -> set[str]:
    """The papers that an answer, or the nearest passage, comes from."""
    return {each.label.title for each in sources(library.answer(question, reader).result)}


def sources(result: Answer | NoAnswer) -> list[Source]:
    if isinstance(result, Answer):
        return [each.source for each in result.citations]
    return [result.nearest] if result.nearest else []


def test_without_a_paper_no_model_is_loaded(desk: Desk) -> None:
    assert desk.library.warm_up() is False
    assert desk.loaded == []


def test_first_paper_makes_it_ready_once(desk: Desk) -> None:
    desk.add("note.txt", "The harbour was dredged.")
    assert [desk.library.warm_up() for _ in range(2)] == [True, False]


def test_last_paper_that_is_erased_is_taken_out_of_the_index_by_the_next_tick(desk: Desk) -> None:
    desk.add("note.txt", "The harbour was dredged.")
    desk.library.warm_up()
    desk.editing.erase(1)
    desk.library.warm_up()
    assert desk.library._held == frozenset()
