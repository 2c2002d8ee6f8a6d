"""Questions, their answers and the passages those rest on: one question per update, told once."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, Engine, RowMapping, delete, select, update
from sqlalchemy import insert as plain_insert

from store.dialects import insert, reading, writing
from store.tables import answer_sources, answers, papers, questions

Kind = Literal["answer", "no-answer"]


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question; `update_id` is None where it came with none, or that one is forgotten."""

    question_id: int
    update_id: int | None
    chat_id: int
    text: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer: `body` is the caller's JSON, `revision` the library's that it rests on.

    `message_id` is None until Telegram has accepted the reply.
    """

    question_id: int
    kind: Kind
    body: str
    revision: int
    answered_at: datetime
    message_id: int | None


@dataclass(frozen=True, slots=True)
class AnswerSource:
    """A passage that an answer rests on: its `number` in that answer, and the words quoted."""

    number: int
    version_id: int
    position: int
    quotes: tuple[str, ...]


class NotRead(Exception):
    """An answer rests on a version that nobody reads any more: another one is live, or it was
    erased."""


class Questions:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def ask(self, update_id: int | None, chat_id: int, text: str, now: datetime) -> QuestionRow:
        """Write a question down; the same update is the same question, as it was first asked.

        The chat must be in the store (`Chats.meet`): raises sqlalchemy's IntegrityError if not.
        """
        asked = {"update_id": update_id, "chat_id": chat_id, "text": text, "asked_at": now}
        with writing(self._engine) as connection:
            new = connection.execute(
                insert(connection, questions)
                .values(asked)
                .on_conflict_do_nothing(index_elements=[questions.c.update_id])
                .returning(questions)
            )
            row = new.mappings().one_or_none() or _asked_before(connection, update_id)
            return _question_row(row)

    def record_answer(
        self, question_id: int, *, kind: Kind, body: str, revision: int,
        sources: Sequence[AnswerSource], at: datetime,
    ) -> bool:  # fmt: skip
        """Store an answer with its sources, each under a number of its own.

        It replaces one that was never told (the bot was killed before it was sent). One that was
        told stays as it is: returns False. Raises NotRead where a version that it rests on is not
        live: whoever publishes the next one after this is told of all answers, and recalls them.
        """
        given = {"kind": kind, "body": body, "revision": revision, "answered_at": at}
        with writing(self._engine) as connection:
            _require_live(connection, {source.version_id for source in sources})
            taken = connection.execute(
                insert(connection, answers)
                .values(question_id=question_id, **given)
                .on_conflict_do_update(
                    index_elements=[answers.c.question_id],
                    set_=given,
                    where=answers.c.message_id.is_(None),
                )
                .returning(answers.c.question_id)
            )
            if taken.scalar() is None:
                return False
            _replace_sources(connection, question_id, sources)
            return True

    def replied(self, question_id: int, message_id: int) -> None:
        """Telegram has accepted the reply; the first message counts."""
        untold = (answers.c.question_id == question_id) & answers.c.message_id.is_(None)
        with writing(self._engine) as connection:
            connection.execute(update(answers).where(untold).values(message_id=message_id))

    def get_answer(self, question_id: int) -> AnswerRow | None:
        query = select(answers).where(answers.c.question_id == question_id)
        with reading(self._engine) as connection:
            row = connection.execute(query).mappings().one_or_none()
            return _answer_row(row) if row else None

    def sources(self, question_id: int, chat_id: int) -> tuple[AnswerSource, ...]:
        """The sources of an answer by number; none where this chat did not ask the question."""
        query = (
            select(answer_sources)
            .join(questions, questions.c.id == answer_sources.c.question_id)
            .where(questions.c.id == question_id, questions.c.chat_id == chat_id)
            .order_by(answer_sources.c.number)
        )
        with reading(self._engine) as connection:
            return tuple(_source(row) for row in connection.execute(query).mappings())


def _require_live(connection: Connection, version_ids: Set[int]) -> None:
    """Nobody replaces them until the end of this transaction. SQLite has others wait anyway."""
    query = select(papers.c.live_version_id).where(papers.c.live_version_id.in_(version_ids))
    if len(connection.execute(query.with_for_update(read=True)).all()) < len(version_ids):
        raise NotRead


def _asked_before(connection: Connection, update_id: int | None) -> RowMapping:
    query = select(questions).where(questions.c.update_id == update_id)
    return connection.execute(query).mappings().one()


def _replace_sources(
    connection: Connection, question_id: int, sources: Sequence[AnswerSource]
) -> None:
    connection.execute(delete(answer_sources).where(answer_sources.c.question_id == question_id))
    rows = [
        {
            "question_id": question_id,
            "number": source.number,
            "version_id": source.version_id,
            "position": source.position,
            "quotes": list(source.quotes),
        }
        for source in sources
    ]
    if rows:
        connection.execute(plain_insert(answer_sources), rows)


def _question_row(row: RowMapping) -> QuestionRow:
    return QuestionRow(
        question_id=row[questions.c.id],
        update_id=row[questions.c.update_id],
        chat_id=row[questions.c.chat_id],
        text=row[questions.c.text],
        asked_at=row[questions.c.asked_at],
    )


def _answer_row(row: RowMapping) -> AnswerRow:
    return AnswerRow(
        question_id=row[answers.c.question_id],
        kind=row[answers.c.kind],
        body=row[answers.c.body],
        revision=row[answers.c.revision],
        answered_at=row[answers.c.answered_at],
        message_id=row[answers.c.message_id],
    )


def _source(row: RowMapping) -> AnswerSource:
    return AnswerSource(
        number=row[answer_sources.c.number],
        version_id=row[answer_sources.c.version_id],
        position=row[answer_sources.c.position],
        quotes=tuple(row[answer_sources.c.quotes]),
    )
