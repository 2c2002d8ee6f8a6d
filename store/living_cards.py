"""Messages that show a session or a day and are kept up to date: the newest of each in a chat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    RowMapping,
    and_,
    bindparam,
    case,
    delete,
    select,
    update,
)

from store.chunks import chunks
from store.dialects import insert, reading, writing
from store.tables import chats, living_cards, people

cards = living_cards
KEY = [cards.c.chat_id, cards.c.kind, cards.c.subject]


# A card as somebody has read it; the same statement for any number of them.
_IS_STILL = and_(
    cards.c.chat_id == bindparam("in_chat"),
    cards.c.kind == bindparam("of_kind"),
    cards.c.subject == bindparam("of_subject"),
    cards.c.message_id == bindparam("in_message"),
    cards.c.number == bindparam("of_number"),
)


class CardKind(StrEnum):
    """What a card shows: one session, or somebody's day."""

    SESSION = "session"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a message shows: the session `subject`, by id, or a `day`; `number` is that of the
    agenda version that it shows, below 1 where it is out of date whatever the agenda is."""

    kind: CardKind
    number: int
    subject: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class CardRow:
    """A message that is kept up to date."""

    chat_id: int
    message_id: int
    shown: Shown


class LivingCardRows:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def put(self, row: CardRow) -> None:
        """This message shows this now, and nothing else; an older one that did is left alone."""
        values = _values(row.shown) | {"message_id": row.message_id}
        with writing(self._engine) as connection:
            connection.execute(delete(cards).where(_is_message(row.chat_id, row.message_id)))
            put = insert(connection, cards).values(chat_id=row.chat_id, **values)
            connection.execute(put.on_conflict_do_update(index_elements=KEY, set_=values))

    def forget_message(self, chat_id: int, message_id: int) -> None:
        """This message shows something else now. Mostly it did before: only looked at then."""
        is_message = _is_message(chat_id, message_id)
        with reading(self._engine) as connection:
            if connection.execute(select(cards.c.kind).where(is_message)).first() is None:
                return
        with writing(self._engine) as connection:
            connection.execute(delete(cards).where(is_message))

    def forget(self, row: CardRow) -> None:
        """The message of a card is gone. Nothing happens where the card has a newer one."""
        with writing(self._engine) as connection:
            is_message = _is_message(row.chat_id, row.message_id)
            connection.execute(delete(cards).where(is_message, *_is_card(row)))

    def get(self, row: CardRow) -> CardRow | None:
        """A card as it stands now."""
        with reading(self._engine) as connection:
            found = connection.execute(select(cards).where(*_is_card(row))).mappings().one_or_none()
            return _row(found) if found else None

    def newest(self, chat_id: int, session_id: str) -> int | None:
        """The message in this chat that shows this session."""
        wanted = select(cards.c.message_id).where(
            cards.c.chat_id == chat_id,
            cards.c.kind == CardKind.SESSION,
            cards.c.subject == session_id,
        )
        with reading(self._engine) as connection:
            return connection.execute(wanted).scalar()

    def old(self, number: int, limit: int) -> tuple[CardRow, ...]:
        """Cards that show an older version than this one, in chats that can be reached; those of
        one chat far apart, since Telegram takes one message a second for each."""
        wanted = (
            select(cards)
            .join(chats, cards.c.chat_id == chats.c.chat_id)
            .where(cards.c.number < number, chats.c.unreachable.is_(None))
            .order_by(cards.c.kind.desc(), cards.c.subject, cards.c.chat_id)
            .limit(limit)
        )
        with reading(self._engine) as connection:
            return tuple(map(_row, connection.execute(wanted).mappings()))

    def old_faces(self, number: int) -> tuple[Shown, ...]:
        """What cards older than this version show, each once, whoever has them."""
        columns = cards.c.kind, cards.c.subject, cards.c.day, cards.c.number
        wanted = select(*columns).where(cards.c.number < number).distinct()
        with reading(self._engine) as connection:
            return tuple(map(_shown, connection.execute(wanted).mappings()))

    def pass_over_faces(self, faces: Sequence[Shown], number: int) -> None:
        """Every card that shows one of these looks the same in this version."""
        with writing(self._engine) as connection:
            for face in faces:
                alike = _is_face(face)
                connection.execute(update(cards).where(alike).values(number=number))

    def pass_over(self, rows: Sequence[CardRow], number: int) -> None:
        """Each of these cards looks the same in this version; there is at least one."""
        stand = [_names(row) for row in rows]
        with writing(self._engine) as connection:
            connection.execute(update(cards).where(_IS_STILL).values(number=number), stand)

    def settle(self, row: CardRow, shown: Shown) -> None:
        """The message shows this now. A card that was put or outdated meanwhile stays as it is."""
        changed = update(cards).where(_IS_STILL).values(_values(shown))
        with writing(self._engine) as connection:
            connection.execute(changed, _names(row))


def outdate_days(connection: Connection, person_ids: Sequence[int]) -> None:
    """What is in the day of these people has changed: their day is shown anew, whatever the agenda.

    Every time to another number, so that `settle` notices one that came while a day was drawn.
    """
    earlier = case((cards.c.number > 0, 0), else_=cards.c.number - 1)
    for ids in chunks(person_ids):
        theirs = select(people.c.chat_id).where(people.c.id.in_(ids), people.c.chat_id.is_not(None))
        days = update(cards).where(cards.c.kind == CardKind.DAY, cards.c.chat_id.in_(theirs))
        connection.execute(days.values(number=earlier))


def _is_message(chat_id: int, message_id: int) -> ColumnElement[bool]:
    return and_(cards.c.chat_id == chat_id, cards.c.message_id == message_id)


def _is_card(row: CardRow) -> tuple[ColumnElement[bool], ...]:
    shown = row.shown
    return (
        cards.c.chat_id == row.chat_id,
        cards.c.kind == shown.kind,
        cards.c.subject == shown.subject,
    )


def _names(row: CardRow) -> dict[str, object]:
    """What `_IS_STILL` compares."""
    return {
        "in_chat": row.chat_id,
        "of_kind": row.shown.kind,
        "of_subject": row.shown.subject,
        "in_message": row.message_id,
        "of_number": row.shown.number,
    }


def _is_face(face: Shown) -> ColumnElement[bool]:
    day = None if face.day is None else face.day.isoformat()
    return and_(
        cards.c.kind == face.kind,
        cards.c.subject == face.subject,
        cards.c.number == face.number,
        cards.c.day.is_(None) if day is None else cards.c.day == day,
    )


def _values(shown: Shown) -> dict[str, object]:
    day = None if shown.day is None else shown.day.isoformat()
    return {
        "kind": shown.kind,
        "subject": shown.subject,
        "day": day,
        "number": shown.number,
    }


def _row(row: RowMapping) -> CardRow:
    return CardRow(row[cards.c.chat_id], row[cards.c.message_id], _shown(row))


def _shown(row: RowMapping) -> Shown:
    day = row[cards.c.day]
    return Shown(
        kind=CardKind(row[cards.c.kind]),
        number=row[cards.c.number],
        subject=row[cards.c.subject],
        day=None if day is None else date.fromisoformat(day),
    )
