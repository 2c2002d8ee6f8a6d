"""A meeting with papers for different readers, its people with phones, and the bot they use."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from pydantic import SecretStr
from sqlalchemy import select

from benchmarks.crowd import CONFIG
from benchmarks.leak_judge import Rights
from benchmarks.leak_papers import AUDIENCES, CLOSED, secret_papers, write_pdf
from benchmarks.reading_room import ZONE, ReadingRoom
from bot import building
from bot.visit import House
from bot.wording import load_wording
from bot.workers import Workers
from knowledge.reading.files import read
from meeting.agenda import Agenda, Session, ordered
from meeting.people import Community, Person, Role
from rehearsal.client import Rehearsal
from rehearsal.phone import Phone
from rehearsal.server import Addresses
from rehearsal.world import World
from services.adding import Wish
from services.config import Environment, load_config
from services.library import Library
from services.wiring import Services, wire
from store.tables import questions

# What each kind of person reads besides what is for all; None: everything.
READS: Mapping[str, frozenset[str] | None] = {
    "organiser": None,
    "editor": frozenset({"all"}),
    "diplomat": frozenset({"all", "diplomacy"}),
    "developer": frozenset({"all", "development"}),
    "guest": frozenset({"all", "session"}),
}
COMMUNITIES = {"diplomat": Community.DIPLOMACY, "developer": Community.DEVELOPMENT}
ROLES = {"organiser": Role.ORGANISER, "editor": Role.EDITOR}


class LeakHall:
    """So many people of each kind; `papers` with a newer version each."""

    def __init__(
        self, folder: Path, world: World, addresses: Addresses, papers: int, each: int, seed: int
    ) -> None:
        self.world = world
        self.addresses = addresses
        self.papers = secret_papers(papers, seed)
        self.room = ReadingRoom(folder, partial(read, most_pages=10))
        self.rehearsal = Rehearsal(addresses.control_url)
        self.kinds = {f"{kind}-{number}": kind for kind in READS for number in range(each)}
        self.phones: dict[str, Phone] = {}
        self.rights: list[Rights] = []
        self._audiences = {paper.number: paper.audience for paper in self.papers}
        self._fill(folder)

    @asynccontextmanager
    async def open(self, folder: Path) -> AsyncIterator[Services]:
        """Everybody has opened the bot, and it polls."""
        async with self.rehearsal:
            self._list(self.kinds)
            for key in self.kinds:
                self.phones[key] = await self.rehearsal.person(key.capitalize())
                row = self.room.rows.people.by_key(key)
                self.room.rows.people.link(row.person_id if row else 0, self.phones[key].user_id)
            self._hold(self.kinds)
            services = _services(folder, self.addresses, self.room)
            async with _polling(services, self.addresses):
                yield services

    def take_away(self) -> tuple[str, ...]:
        """The first of each kind but the editors loses what they had, and one paper that was for
        all is for organisers from now on. Returns the keys of those people."""
        lose = {"organiser-0": "editor", "diplomat-0": "developer", "developer-0": "diplomat"}
        kinds = self.kinds | lose | {"guest-0": "editor"}
        self._list(kinds)
        first = next(paper for paper in self.papers if paper.audience == "all")
        self.set_audience(first.number, "organisers")
        self._hold(kinds)
        return (*lose, "guest-0")

    def set_audience(self, number: int, audience: str) -> None:
        paper_id = self.paper_id(number)
        self.room.papers.desk.set_audience(None, paper_id, AUDIENCES[audience])
        self._audiences[number] = audience

    def paper_id(self, number: int) -> int:
        """The id under which a paper is stored."""
        found = self.room.rows.papers.by_file_name(f"{self.papers[number].secret}.pdf")
        return found.paper_id if found else 0

    def questions_of_others(self, chat_id: int) -> Sequence[int]:
        """The numbers of questions that were not asked in this chat."""
        query = select(questions.c.id).where(questions.c.chat_id != chat_id)
        with self.room.engine.connect() as connection:
            return connection.execute(query).scalars().all()

    def _fill(self, folder: Path) -> None:
        files = folder / "in"
        files.mkdir()
        for paper in self.papers:
            for version in (1, 2):
                path = write_pdf(files, paper, version)
                self.room.papers.adding.add(path, Wish(is_new=True), lambda _share: None)
            self.set_audience(paper.number, paper.audience)
        self.room.rows.agendas.add(_agenda(), "", datetime.now(UTC))

    def _list(self, kinds: Mapping[str, str]) -> None:
        people = [_person(key, kind) for key, kind in kinds.items()]
        # A list must leave an organiser; this one has no phone.
        keeper = Person("keeper", "Keeper", role=Role.ORGANISER)
        if self.room.rows.people.replace_list([keeper, *people]) is None:
            raise RuntimeError("the list was not taken")

    def _hold(self, kinds: Mapping[str, str]) -> None:
        readers = {self.phones[key].user_id: READS[kind] for key, kind in kinds.items()}
        rights = Rights(len(self.world.requests), readers, dict(self._audiences))
        self.rights.append(rights if self.rights else replace(rights, since=-1))


def _person(key: str, kind: str) -> Person:
    return Person(
        key,
        key.capitalize(),
        community=COMMUNITIES.get(kind, Community.OTHER),
        role=ROLES.get(kind, Role.PARTICIPANT),
        sessions=(CLOSED,) if kind == "guest" else (),
    )


def _agenda() -> Agenda:
    """Two sessions side by side, so that neither concerns everybody."""
    starts = datetime.now(UTC) + timedelta(days=1)
    ends = starts + timedelta(hours=1)
    sessions = (
        Session(CLOSED, "A talk among few", starts, ends, block="A"),
        Session("open", "A talk among many", starts, ends, block="A"),
    )
    return Agenda(ZONE, ordered(sessions), ())


def _services(folder: Path, addresses: Addresses, room: ReadingRoom) -> Services:
    """The bot's own services, but for the model."""
    environment = Environment(
        telegram_bot_token=SecretStr(addresses.token),
        telegram_base_url=addresses.base_url,
        telegram_base_file_url=addresses.base_file_url,
        attache_data=folder,
    )
    return wire(
        load_config(CONFIG), environment, lambda papers, _embedder: Library(papers, room.embedder)
    )


@asynccontextmanager
async def _polling(services: Services, addresses: Addresses) -> AsyncIterator[None]:
    workers = Workers()
    house = House(services, load_wording(services.config.languages.offered), workers)
    bot = building.build(house, addresses.token, addresses.base_url, addresses.base_file_url)
    async with bot:
        if bot.post_init:
            await bot.post_init(bot)
        await bot.start()
        if bot.updater is None:
            raise RuntimeError("the bot cannot poll")
        await bot.updater.start_polling(allowed_updates=building.ALLOWED_UPDATES)
        try:
            yield
        finally:
            await bot.updater.stop()
            await bot.stop()
            if bot.post_stop:
                await bot.post_stop(bot)
            workers.close()
