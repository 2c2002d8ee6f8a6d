"""The private chats that were let in: a name, and the languages to speak there."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, RowMapping, select, update

from store.dialects import insert, reading, writing
from store.revival import revive
from store.tables import chats


@dataclass(frozen=True, slots=True)
class ChatRow:
    """A chat. `language_code` is what Telegram says, `language` what was chosen; times are UTC."""

    chat_id: int
    name: str
    language_code: str | None
    language: str | None
    first_seen: datetime
    last_seen: datetime


class Chats:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def meet(self, chat_id: int, name: str, language_code: str | None, now: datetime) -> ChatRow:
        """Note that somebody wrote; what Telegram says of them now replaces what it said. Whatever
        could not reach them and is still useful is sent now."""
        said = {"name": name, "language_code": language_code, "last_seen": now, "unreachable": None}
        with writing(self._engine) as connection:
            met = connection.execute(
                insert(connection, chats)
                .values(chat_id=chat_id, first_seen=now, **said)
                .on_conflict_do_update(index_elements=[chats.c.chat_id], set_=said)
                .returning(chats)
            )
            row = _row(met.mappings().one())
            revive(connection, chat_id, now)
            return row

    def get(self, chat_id: int) -> ChatRow | None:
        with reading(self._engine) as connection:
            found = connection.execute(select(chats).where(chats.c.chat_id == chat_id))
            row = found.mappings().one_or_none()
            return _row(row) if row else None

    def choose_language(self, chat_id: int, language: str | None) -> None:
        """Speak `language` in this chat from now on; None follows Telegram's."""
        with writing(self._engine) as connection:
            connection.execute(
                update(chats).where(chats.c.chat_id == chat_id).values(language=language)
            )

    def reminder(self, chat_id: int) -> int | None:
        """How many minutes before a session to remind somebody, 0 for never; None where they have
        not chosen."""
        with reading(self._engine) as connection:
            found = select(chats.c.remind_minutes).where(chats.c.chat_id == chat_id)
            minutes: int | None = connection.execute(found).scalar_one_or_none()
            return minutes

    def choose_reminder(self, chat_id: int, minutes: int) -> None:
        """From now on remind somebody so many minutes before; 0 for never."""
        with writing(self._engine) as connection:
            connection.execute(
                update(chats).where(chats.c.chat_id == chat_id).values(remind_minutes=minutes)
            )

    def wants_recall(self, chat_id: int) -> bool:
        """Whether somebody wants to be told when an answer of theirs has changed: yes, unless they
        said no."""
        with reading(self._engine) as connection:
            found = select(chats.c.recall).where(chats.c.chat_id == chat_id)
            return connection.execute(found).scalar_one_or_none() is not False

    def choose_recall(self, chat_id: int, wanted: bool) -> None:
        """From now on tell somebody, or don't."""
        with writing(self._engine) as connection:
            connection.execute(
                update(chats).where(chats.c.chat_id == chat_id).values(recall=wanted)
            )


def _row(row: RowMapping) -> ChatRow:
    return ChatRow(
        chat_id=row[chats.c.chat_id],
        name=row[chats.c.name],
        language_code=row[chats.c.language_code],
        language=row[chats.c.language],
        first_seen=row[chats.c.first_seen],
        last_seen=row[chats.c.last_seen],
    )
