"""After an erasure, nothing that a paper ever brought is left in the state directory."""

import random
import string
from pathlib import Path

import pytest

from meeting.people import Role
from store.questions import AnswerSource, Questions
from tests.services.conftest import NOON, Desk
from tests.store.test_erasing import found_in

WORDS = 40


@pytest.fixture
def secret_words() -> list[str]:
    chance = random.Random(7)
    return ["".join(chance.choices(string.ascii_lowercase, k=14)) for _ in range(WORDS)]


def test_drafts_versions_answers_and_recalls_of_a_paper_leave_nothing(
    desk: Desk, tmp_path: Path, secret_words: list[str]
) -> None:
    editor, guest = desk.person(10, Role.EDITOR), desk.person(20, Role.PARTICIPANT)
    title, name, *words = secret_words
    texts = [f"Secrets of {title}\n" + "\n".join(words[at : at + 12]) for at in (0, 12, 24)]
    first = desk.publish(editor, desk.draft(editor, f"{name}.txt", texts[0])).version
    _told(desk, guest.chat_id, first.version_id, words[0])
    second = desk.draft(editor, f"{name} v2.txt", texts[1])
    assert desk.publish(editor, second, tell=True).told == 1
    third = desk.draft(editor, f"{name} v3.txt", texts[2]).version
    desk.editing.discard(editor, third.version_id)
    waiting = desk.draft(editor, f"{name} v4.txt", f"{texts[2]}\n{words[-1]} {words[-2]}").version
    assert waiting.paper_id == first.paper_id
    assert found_in(tmp_path, secret_words) == WORDS
    desk.editing.erase(first.paper_id)
    assert found_in(tmp_path, secret_words) == 0


def _told(desk: Desk, chat_id: int, version_id: int, word: str) -> None:
    rows = Questions(desk.engine)
    number = rows.ask(None, chat_id, "What is the first word?", NOON).question_id
    source = AnswerSource(1, version_id, 2, (word,))
    rows.record_answer(number, kind="answer", body=word, revision=1, sources=[source], at=NOON)
    rows.replied(number, 5)
