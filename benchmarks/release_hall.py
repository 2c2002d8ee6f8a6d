"""A hall of people in two parallel sessions, an organiser who moves one of them to another room,
and what our own tables say of the agenda and of who is told."""

import asyncio
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import func, insert, select

from benchmarks.crowd import CONFIG, Row
from benchmarks.hall import Hall
from bot.releasing.draft_keyboards import GO
from meeting.agenda import Agenda, Room, Session, ordered
from meeting.delivery import State, Urgency
from meeting.edits import moved
from meeting.notices import NoticeKind
from meeting.people import Participant, Role
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from rehearsal.server import Addresses
from rehearsal.world import World
from services.agenda_drafts import AgendaDrafts
from services.config import Environment, load_config
from services.wiring import wire
from store.agendas import Agendas
from store.database import prepare
from store.outgoing import NOTICE
from store.people import ASSIGNED, PeopleRows
from store.tables import agendas, deliveries, notices, people, sessions_of_people

ZONE = ZoneInfo("Europe/Oslo")
MOVES, STAYS = "moves", "stays"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What holds at one moment: the number of the agenda, and how many people its change is told
    to, in whatever state."""

    number: int
    told: int


class ReleaseHall(Hall):
    """So many people are in the session that moves; as many as `others` in the one beside it."""

    def __init__(
        self,
        folder: Path,
        world: World,
        addresses: Addresses,
        told: int,
        others: int,
        command: Sequence[str],
    ) -> None:
        super().__init__(folder, world, addresses, told + others + 1, command, Urgency.URGENT)
        self._told = told
        self._engine = prepare(f"sqlite:///{folder / 'attache.db'}")
        self._drafts = _drafts(folder, addresses)
        self._begun: dict[str, int] = {}  # how long the log was when a room was chosen
        self._begin()

    @property
    def chats(self) -> Sequence[int]:
        """The chats of those who are concerned."""
        return super().chats[: self._told]

    @property
    def others(self) -> Sequence[int]:
        """The chats of those who are not."""
        return super().chats[self._told : -1]

    async def organiser(self) -> Phone:
        """The phone of whoever changes the agenda: the last of the crowd."""
        return await self.rehearsal.person("Organiser", user_id=self._organiser.chat_id)

    async def draft(self, phone: Phone, room: str) -> ScreenMessage:
        """Have the session moved to this room, and a message with [Release] in the chat."""
        self._begun[room] = len(self.world.requests)
        change = partial(_to_room, room=room)
        made = self._drafts.edit(self._organiser, change, room).draft
        data = f"{GO}:{made.draft_id}:{made.revision}"
        keyboard = {"inline_keyboard": [[{"text": "Release", "callback_data": data}]]}
        message = {"chat_id": phone.user_id, "text": "Draft", "reply_markup": keyboard}
        url = f"{self.addresses.base_url}{self.addresses.token}/sendMessage"
        async with self.rehearsal.session.post(url, json=message) as response:
            response.raise_for_status()
        return next(each for each in reversed(await phone.messages()) if "Release" in each.labels)

    def snapshot(self) -> Snapshot:
        """What holds now, read in one transaction."""
        newest = select(func.max(agendas.c.number)).scalar_subquery()
        told = (
            select(func.count(deliveries.c.id))
            .join_from(deliveries, notices, deliveries.c.subject_id == notices.c.id)
            .where(deliveries.c.kind == NOTICE, notices.c.kind == NoticeKind.CHANGE)
            .where(notices.c.cause == newest)
        )
        with self._engine.begin() as connection:
            number = connection.execute(select(func.max(agendas.c.number))).scalar_one()
            return Snapshot(number, connection.execute(told).scalar_one())

    def waits(self, version_id: int) -> bool:
        """Whether anybody is still to be told of this version of the agenda."""
        if self.snapshot().number < version_id:
            return True
        return any(
            row.waits or row.state is State.SENDING for row in self.rows(version_id).values()
        )

    def rows(self, version_id: int) -> Mapping[int, Row]:
        """The deliveries about a version of the agenda, by chat."""
        of = deliveries.c
        query = (
            select(people.c.chat_id, of.state, of.doubtful, of.due_at)
            .join_from(deliveries, people)
            .join(notices, of.subject_id == notices.c.id)
            .where(of.kind == NOTICE, notices.c.cause == version_id)
        )
        with self._engine.connect() as connection:
            found = connection.execute(query).all()
        return {
            row.chat_id: Row(State(row.state), row.doubtful, row.due_at is not None)
            for row in found
        }

    def accepted(self, words: str) -> list[tuple[int, int]]:
        """The messages of the release to this room. The organiser sees its name as well, and is not
        counted; the next release names it as the room that was."""
        begin, organiser = self._begun[words], self._organiser.chat_id
        end = min((each for each in self._begun.values() if each > begin), default=sys.maxsize)
        found = super().accepted(words)
        return [(at, chat) for at, chat in found if begin <= at < end and chat != organiser]

    def _begin(self) -> None:
        """The agenda, and who is in which of the two sessions."""
        Agendas(self._engine).add(_agenda(datetime.now(UTC)), "", datetime.now(UTC))
        rows = PeopleRows(self._engine)
        with self._engine.begin() as connection:
            query = select(people.c.id).order_by(people.c.chat_id)
            ids = connection.execute(query).scalars().all()
            placed = [
                {
                    "person_id": person_id,
                    "session_id": MOVES if position < self._told else STAYS,
                    "kind": ASSIGNED,
                }
                for position, person_id in enumerate(ids[:-1])
            ]
            connection.execute(insert(sessions_of_people), placed)
        rows.set_role(ids[-1], Role.ORGANISER)
        chat_id = super().chats[-1]
        self._organiser = Participant(chat_id, "O", person_id=ids[-1], role=Role.ORGANISER)


async def given_up(press: "asyncio.Task[object]") -> None:
    """Wait no longer for an answer: the bot that should give it was killed."""
    press.cancel()
    await asyncio.gather(press, return_exceptions=True)


def _agenda(now: datetime) -> Agenda:
    starts = now.astimezone(ZONE).replace(minute=0, second=0, microsecond=0) + timedelta(hours=20)
    ends = starts + timedelta(hours=1)
    first = Session(MOVES, "The one that moves", starts, ends, room="room-0", block="A")
    second = Session(STAYS, "The one that stays", starts, ends, room="hall", block="A")
    rooms = (Room("hall", "Hall"), Room("room-0", "Room 0"))
    return Agenda("Europe/Oslo", ordered((first, second)), rooms)


def _to_room(agenda: Agenda, room: str) -> Agenda:
    room_id = room.lower().replace(" ", "-")
    if agenda.room(room_id) is None:
        agenda = replace(agenda, rooms=(*agenda.rooms, Room(room_id, room)))
    return moved(agenda, MOVES, room_id)


def _drafts(folder: Path, addresses: Addresses) -> AgendaDrafts:
    """The bot's own service, on the same store."""
    environment = Environment(telegram_base_url=addresses.base_url, attache_data=folder)
    config = load_config(CONFIG)
    return wire(config, environment).agenda_drafts
