"""One question per update, one answer that counts, told once."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from store.chats import Chats
from store.papers import NewVersion, Papers
from store.questions import AnswerRow, AnswerSource, QuestionRow, Questions


@pytest.fixture
def questions(engine: Engine) -> Questions:
    return Questions(engine)


@pytest.fixture
def version_id(engine: Engine, first: NewVersion) -> int:
    return Papers(engine).add_version(None, first, publish=True).version_id


def answer(questions: Questions, question_id: int, at: datetime, *sources: AnswerSource) -> bool:
    return questions.record_answer(
        question_id, kind="answer", body='{"n": 1}', revision=1, sources=sources, at=at
    )


def test_same_update_is_the_same_question(questions: Questions, chat: int, noon: datetime) -> None:
    asked = questions.ask(5, chat, "How many piers?", noon)
    again = questions.ask(5, chat, "How many?", noon + timedelta(hours=1))
    assert asked == again == QuestionRow(1, 5, chat, "How many piers?", noon)


def test_questions_without_an_update_are_all_different(
    questions: Questions, chat: int, noon: datetime
) -> None:
    ids = [questions.ask(None, chat, "How many piers?", noon).question_id for _ in range(2)]
    assert ids == [1, 2]


def test_question_of_an_unknown_chat_is_refused(questions: Questions, noon: datetime) -> None:
    with pytest.raises(IntegrityError):
        questions.ask(5, 999, "How many piers?", noon)


def test_new_question_has_no_answer(questions: Questions, chat: int, noon: datetime) -> None:
    asked = questions.ask(5, chat, "How many piers?", noon)
    assert questions.get_answer(asked.question_id) is None
    assert questions.sources(asked.question_id, chat) == ()


def test_answer_keeps_its_sources_by_number(
    questions: Questions, chat: int, noon: datetime, version_id: int
) -> None:
    asked = questions.ask(5, chat, "How many piers?", noon).question_id
    two = AnswerSource(2, version_id, 0, ())
    one = AnswerSource(1, version_id, 1, ("Two piers", "remain"))
    assert answer(questions, asked, noon, two, one) is True
    assert questions.sources(asked, chat) == (one, two)
    assert questions.get_answer(asked) == AnswerRow(asked, "answer", '{"n": 1}', 1, noon, None)


def test_sources_are_for_the_chat_that_asked(
    engine: Engine, questions: Questions, chat: int, noon: datetime, version_id: int
) -> None:
    other = Chats(engine).meet(8, "Jonas", None, noon).chat_id
    asked = questions.ask(5, chat, "How many piers?", noon).question_id
    answer(questions, asked, noon, AnswerSource(1, version_id, 1, ()))
    assert questions.sources(asked, other) == ()


def test_answer_that_was_not_told_is_replaced_after_a_kill(
    questions: Questions, chat: int, noon: datetime, version_id: int
) -> None:
    asked = questions.ask(5, chat, "How many piers?", noon).question_id
    later = noon + timedelta(minutes=1)
    answer(questions, asked, noon, AnswerSource(1, version_id, 0, ()))
    taken = questions.record_answer(
        asked, kind="no-answer", body="{}", revision=2, sources=(), at=later
    )
    assert taken is True
    assert questions.get_answer(asked) == AnswerRow(asked, "no-answer", "{}", 2, later, None)
    assert questions.sources(asked, chat) == ()


def test_answer_that_was_told_stays(
    questions: Questions, chat: int, noon: datetime, version_id: int
) -> None:
    asked = questions.ask(5, chat, "How many piers?", noon).question_id
    source = AnswerSource(1, version_id, 1, ("Two piers",))
    answer(questions, asked, noon, source)
    questions.replied(asked, 70)
    questions.replied(asked, 71)
    taken = questions.record_answer(
        asked, kind="no-answer", body="{}", revision=2, sources=(), at=noon
    )
    assert taken is False
    assert questions.get_answer(asked) == AnswerRow(asked, "answer", '{"n": 1}', 1, noon, 70)
    assert questions.sources(asked, chat) == (source,)


def test_answer_whose_source_does_not_exist_is_not_stored_at_all(
    questions: Questions, chat: int, noon: datetime, version_id: int
) -> None:
    asked = questions.ask(5, chat, "How many piers?", noon).question_id
    with pytest.raises(IntegrityError):
        answer(questions, asked, noon, AnswerSource(1, version_id, 99, ()))
    assert questions.get_answer(asked) is None
