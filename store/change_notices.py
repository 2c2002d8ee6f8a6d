"""What a release tells whom: one notice for each person, from what they last knew to what holds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from meeting.delivery import State, Urgency
from meeting.notices import ChangedLine, ChangeNoun, NoticeKind
from meeting.telling import Lines, carried, urgency, useful_until
from store.chunks import chunks
from store.notice_document import noun_from_document, noun_to_document
from store.outgoing import NOTICE, new_row, reach
from store.tables import chats, deliveries, notices, people

# What certainly has not arrived, and may do so yet.
NOT_THERE = State.PENDING, State.BLOCKED, State.GONE
OF_A_CHANGE = (deliveries.c.kind == NOTICE) & (notices.c.kind == NoticeKind.CHANGE)
REACH = select(people.c.id, people.c.chat_id, chats.c.unreachable).join_from(
    people, chats, people.c.chat_id == chats.c.chat_id, isouter=True
)


def put_change_notices(
    connection: Connection,
    number: int,
    told: Mapping[int, Lines],
    author: int | None,
    now: datetime,
) -> frozenset[int]:
    """Tell everybody in `told` what changed for them with this version; people with equal lines
    share a notice. What an earlier version was to tell them, and has not, is told with it.

    Returns those who are told: not whoever finds all as they know it. All of them in a few
    statements: where many sessions change, in a congress nearly everybody has lines of their own.
    """
    sharing: dict[Lines, list[int]] = defaultdict(list)
    for person_id, lines in _since_they_knew(connection, told, now).items():
        sharing[lines].append(person_id)
    sharing.pop((), None)
    said = _Said(number, author, now)
    ids = said.put(connection, sharing)
    states = _states(connection)
    rows = [
        new_row(NOTICE, ids[lines], person_id, *said.when(lines), states[person_id])
        for lines, person_ids in sharing.items()
        for person_id in person_ids
    ]
    if rows:
        connection.execute(insert(deliveries), rows)
    return frozenset(person_id for person_ids in sharing.values() for person_id in person_ids)


class _Said:
    """The notices of one version. What is known of a line is found out once, whoever it is for."""

    def __init__(self, number: int, author: int | None, now: datetime) -> None:
        self._number = number
        self._author = author
        self._now = now
        self._facts: dict[ChangedLine, tuple[Urgency, datetime, Any]] = {}

    def put(self, connection: Connection, said: Iterable[Lines]) -> dict[Lines, int]:
        """A notice for each of these; their ids. No key was there before: the version is new."""
        keys = {f"{NoticeKind.CHANGE}:{self._number}:{n}": lines for n, lines in enumerate(said)}
        if not keys:
            return {}
        rows = [self._row(key, lines) for key, lines in keys.items()]
        added = insert(notices).returning(notices.c.key, notices.c.id)
        return {keys[row.key]: row.id for row in connection.execute(added, rows)}

    def when(self, lines: Lines) -> tuple[Urgency, datetime]:
        """How urgent these are, and until when they are useful."""
        facts = [self._of(line) for line in lines]
        urgent = any(how is Urgency.URGENT for how, _, _ in facts)
        until = max(until for _, until, _ in facts)
        return Urgency.URGENT if urgent else Urgency.ROUTINE, until

    def _row(self, key: str, lines: Lines) -> dict[str, object]:
        return {
            "kind": NoticeKind.CHANGE,
            "key": key,
            "cause": self._number,
            "noun": {"number": self._number, "lines": [self._of(line)[2] for line in lines]},
            "author": self._author,
            "created_at": self._now,
        }

    def _of(self, line: ChangedLine) -> tuple[Urgency, datetime, Any]:
        found = self._facts.get(line)
        if found is None:
            document = noun_to_document(ChangeNoun(self._number, (line,)))["lines"][0]
            found = urgency((line,), self._now), useful_until((line,)), document
            self._facts[line] = found
        return found


def _states(connection: Connection) -> dict[int, State]:
    """How a delivery to each person begins."""
    found = connection.execute(REACH)
    return {row.id: reach(row.chat_id, row.unreachable) for row in found}


def _since_they_knew(
    connection: Connection, told: Mapping[int, Lines], now: datetime
) -> dict[int, Lines]:
    untold = _take_back(connection, told)
    lines = _lines_of(connection, {notice for ids in untold.values() for notice in ids})
    found = dict(told)
    for person_id, notice_ids in untold.items():
        first, *others = (lines[notice_id] for notice_id in sorted(notice_ids))
        for newer in (*others, told[person_id]):
            first = carried(first, newer, now)
        found[person_id] = first
    return found


def _take_back(connection: Connection, told: Mapping[int, Lines]) -> dict[int, list[int]]:
    """What these people were to be told of earlier versions, and have not been, is not sent any
    more. Returns the ids of its notices, by person."""
    untold = (
        select(deliveries.c.id, deliveries.c.person_id)
        .join_from(deliveries, notices, deliveries.c.subject_id == notices.c.id)
        .where(OF_A_CHANGE, deliveries.c.state.in_(NOT_THERE))
        .where(~deliveries.c.doubtful, deliveries.c.again == 0)
    )
    theirs = [row.id for row in connection.execute(untold) if row.person_id in told]
    found: dict[int, list[int]] = defaultdict(list)
    for keys in chunks(theirs):
        taken = connection.execute(
            update(deliveries)
            # Once more: on PostgreSQL one may have been sent meanwhile.
            .where(deliveries.c.id.in_(keys), deliveries.c.state.in_(NOT_THERE))
            .values(state=State.CANCELLED, due_at=None)
            .returning(deliveries.c.person_id, deliveries.c.subject_id)
        )
        for person_id, notice_id in taken:
            found[person_id].append(notice_id)
    return found


def _lines_of(connection: Connection, notice_ids: Iterable[int]) -> dict[int, Lines]:
    """The lines of notices; equal ones are read once, for many notices have them."""
    read: dict[str, ChangedLine] = {}
    found: dict[int, Lines] = {}
    for keys in chunks(sorted(notice_ids)):
        query = select(notices.c.id, notices.c.noun).where(notices.c.id.in_(keys))
        for notice_id, document in connection.execute(query):
            rows = {repr(row): row for row in document["lines"]}
            read.update((key, _line(row)) for key, row in rows.items() if key not in read)
            found[notice_id] = tuple(read[key] for key in rows)
    return found


def _line(row: Any) -> ChangedLine:
    noun = noun_from_document(NoticeKind.CHANGE, {"number": 0, "lines": [row]})
    if not isinstance(noun, ChangeNoun):
        raise TypeError(type(noun).__name__)
    return noun.lines[0]
