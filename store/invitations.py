"""Invitations: codes by their SHA-256, redeemed once, and the wrong codes that chats have tried."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Engine, and_, delete, select, update

from store.dialects import insert, reading, writing
from store.people import link_chat
from store.tables import invitations, people, wrong_codes

LockedUntil = Callable[[Sequence[datetime]], datetime | None]


@dataclass(frozen=True, slots=True)
class Redeemed:
    """A code that was right. `left_chat` is the chat from which the person has moved, if any."""

    person_id: int
    left_chat: int | None


class InvitationRows:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def issue(self, hashes: Mapping[int, str], now: datetime, expires_at: datetime) -> None:
        """One new code for each person, by person id; their earlier unredeemed ones are void."""
        if not hashes:
            return
        rows = [
            {"code_hash": code, "person_id": one, "created_at": now, "expires_at": expires_at}
            for one, code in hashes.items()
        ]
        with writing(self._engine) as connection:
            for one in hashes:
                connection.execute(
                    delete(invitations).where(
                        invitations.c.person_id == one, invitations.c.chat_id.is_(None)
                    )
                )
            connection.execute(insert(connection, invitations), rows)

    def redeem(
        self,
        code_hash: str,
        chat_id: int,
        now: datetime,
        locked_until: LockedUntil,
        since: datetime,
    ) -> Redeemed | None:
        """Use a code up and link its person to this chat, both or neither.

        None where the chat is locked by its wrong codes after `since` (the code is not used up
        then), and where the code is wrong, used, expired, or of somebody who is off the list,
        which is noted as one more wrong code.
        """
        with writing(self._engine) as connection:
            until = locked_until(_wrong(connection, chat_id, since))
            if until is not None and now < until:
                return None
            person_id = _use_up(connection, code_hash, chat_id, now)
            if person_id is None:
                connection.execute(insert(connection, wrong_codes).values(chat_id=chat_id, at=now))
                return None
            return Redeemed(person_id, link_chat(connection, person_id, chat_id))

    def person_of(self, code_hash: str, now: datetime) -> int | None:
        """Whose code this is, while it can still be used."""
        with reading(self._engine) as connection:
            found = connection.execute(
                select(invitations.c.person_id).where(_usable(code_hash, now))
            )
            return found.scalar_one_or_none()

    def wrong(self, chat_id: int, since: datetime) -> tuple[datetime, ...]:
        """When this chat tried wrong codes after a moment, oldest first, UTC."""
        with reading(self._engine) as connection:
            return _wrong(connection, chat_id, since)

    def prune(self, before: datetime) -> None:
        """Forget wrong codes tried before this time."""
        with writing(self._engine) as connection:
            connection.execute(delete(wrong_codes).where(wrong_codes.c.at < before))


def _use_up(connection: Connection, code_hash: str, chat_id: int, now: datetime) -> int | None:
    # One statement finds and marks the code: of many chats that race for it, one gets the row.
    used = update(invitations).where(_usable(code_hash, now)).values(chat_id=chat_id)
    found = connection.execute(used.returning(invitations.c.person_id))
    return found.scalar_one_or_none()


def _usable(code_hash: str, now: datetime) -> ColumnElement[bool]:
    return and_(
        invitations.c.code_hash == code_hash,
        invitations.c.chat_id.is_(None),
        invitations.c.expires_at > now,
        invitations.c.person_id.in_(select(people.c.id).where(people.c.listed)),
    )


def _wrong(connection: Connection, chat_id: int, since: datetime) -> tuple[datetime, ...]:
    found = select(wrong_codes.c.at).where(
        wrong_codes.c.chat_id == chat_id, wrong_codes.c.at > since
    )
    return tuple(connection.execute(found.order_by(wrong_codes.c.at)).scalars())
