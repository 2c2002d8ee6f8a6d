"""What people were told from a paper: answers that rest on its passages, and recalls of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, RowMapping, select, true

from knowledge.outdated import Recalled, Told
from meeting.delivery import State
from store.outgoing import NOTICE
from store.tables import (
    answer_sources,
    answers,
    chats,
    deliveries,
    people,
    questions,
    recalled,
    versions,
)

# Of what somebody was told longer ago they hear no more. Papers go round two weeks before a
# meeting, and it lasts some days.
ANSWERED_WITHIN = timedelta(days=14)
# An answer without a message may be on its way to Telegram still: no reply waits longer. Afterwards
# it was never told.
ON_ITS_WAY = timedelta(minutes=2)
_OF_DELIVERY = (recalled.c.notice_id == deliveries.c.subject_id) & (
    recalled.c.person_id == deliveries.c.person_id
)
NEAREST = 0  # the number of a passage that was offered beside "the papers don't say"


@dataclass(slots=True)
class ToldRow:
    """What one person was told from a paper."""

    told: list[Told] = field(default_factory=list)
    recalled: list[Recalled] = field(default_factory=list)


def told_from(
    connection: Connection, paper_id: int, now: datetime, person_id: int | None = None
) -> Mapping[int, ToldRow]:
    """By person, or of one: everybody on the list who got answers from any version of this paper,
    not longer ago than ANSWERED_WITHIN, and wants to hear of changes."""
    found: dict[int, ToldRow] = defaultdict(ToldRow)
    whom = true() if person_id is None else people.c.id == person_id
    for row in _answers(connection, paper_id, now, whom):
        found[row[people.c.id]].told.append(_told(row))
    for row in _recalls(connection, paper_id, whom):
        if row[people.c.id] in found:
            told_of = Recalled(row[recalled.c.version_id], row[deliveries.c.settled_at])
            found[row[people.c.id]].recalled.append(told_of)
    return found


def _answers(
    connection: Connection, paper_id: int, now: datetime, whom: ColumnElement[bool]
) -> Sequence[RowMapping]:
    is_told = answers.c.message_id.is_not(None) | (answers.c.answered_at >= now - ON_ITS_WAY)
    query = (
        select(people.c.id, answers.c.answered_at, answers.c.message_id)
        .add_columns(answer_sources.c.version_id, answer_sources.c.position)
        .add_columns(answer_sources.c.quotes)
        .select_from(answer_sources)
        .join(versions, versions.c.id == answer_sources.c.version_id)
        .join(answers, answers.c.question_id == answer_sources.c.question_id)
        .join(questions, questions.c.id == answers.c.question_id)
        .join(chats, chats.c.chat_id == questions.c.chat_id)
        .join(people, people.c.chat_id == questions.c.chat_id)
        .where(versions.c.paper_id == paper_id, answer_sources.c.number != NEAREST)
        .where(is_told, answers.c.answered_at >= now - ANSWERED_WITHIN)
        .where(people.c.listed, chats.c.recall.is_not(False), whom)
        .order_by(answers.c.question_id, answer_sources.c.number)
    )
    return connection.execute(query).mappings().all()


def _recalls(
    connection: Connection, paper_id: int, whom: ColumnElement[bool]
) -> Sequence[RowMapping]:
    """Those that arrived. What may have arrived is told once more: better than not at all."""
    query = (
        select(people.c.id, recalled.c.version_id, deliveries.c.settled_at)
        .select_from(deliveries)
        .join(recalled, _OF_DELIVERY)
        .join(versions, versions.c.id == recalled.c.version_id)
        .join(people, people.c.id == deliveries.c.person_id)
        .where(deliveries.c.kind == NOTICE, deliveries.c.state == State.SENT)
        .where(versions.c.paper_id == paper_id, whom)
        .order_by(deliveries.c.settled_at)
    )
    return connection.execute(query).mappings().all()


def _told(row: RowMapping) -> Told:
    return Told(
        version_id=row[answer_sources.c.version_id],
        position=row[answer_sources.c.position],
        quotes=tuple(row[answer_sources.c.quotes]),
        at=row[answers.c.answered_at],
        message_id=row[answers.c.message_id],
    )
