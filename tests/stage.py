"""The bot in this process, behind a real Bot API on loopback, with a library that has memory."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

import numpy as np
from pydantic import SecretStr
from sqlalchemy import Engine

from bot import building
from bot.deliveries.pace import Pace
from bot.reporting.progress import Progress
from bot.visit import House
from bot.wording import load_wording
from bot.workers import Workers
from knowledge.answering import Answer, Citation, Claim, NoAnswer
from knowledge.embedding import SentenceModel, Vectors
from knowledge.papers import Passage, Source
from knowledge.reading.files import read
from meeting.agenda import Agenda
from meeting.logistics import LogisticsEntry
from meeting.paper_audience import Reader
from meeting.people import Person
from rehearsal.client import Rehearsal
from rehearsal.phone import Phone
from rehearsal.schema import Schema
from rehearsal.screen import ScreenMessage
from rehearsal.server import Addresses
from services.config import Config, Environment, load_config
from services.errors import NoPapers
from services.library import Answered
from services.wiring import Services, wire
from store.agendas import Agendas
from store.database import prepare
from store.logistics import Logistics
from store.papers import NewVersion, Papers
from store.people import PeopleRows
from tests.new_store import put_new_store

ROOT = Path(__file__).parents[1]
API = ROOT / "../shared/telegram/api.json"
# python-telegram-bot 22.8 sends its default along; Telegram overlooks it.
HARMLESS = {
    f"{method}: unknown parse_mode" for method in ("editMessageReplyMarkup", "editMessageMedia")
}
NOON = datetime(2008, 2, 11, 12, 0, tzinfo=UTC)

PASSAGES = (
    Passage(0, "A short note about a meeting.", None, 1),
    Passage(
        1, "The hall holds 80 people. It is warm. Coats go to the cloakroom.", 1, 1, ("Place",)
    ),
    Passage(
        2, "Two papers will be sent:\n- a map of the hall\n- a list of names", 2, 2, ("Papers",)
    ),
)


@dataclass
class FakeLibrary:
    """Answers from a dictionary of what was asked; nothing else is known."""

    papers: Papers
    asked: list[str] = field(default_factory=list)
    warmed: threading.Event = field(default_factory=threading.Event)

    def warm_up(self) -> bool:
        """Nothing to load."""
        self.warmed.set()
        return False

    def made_ready(self, sources: Sequence[Source]) -> AbstractContextManager[None]:
        return nullcontext()

    def answer(self, question: str, reader: Reader | None) -> Answered:
        self.asked.append(question)
        live = self.papers.live_versions(reader)
        if not live.labels:
            raise NoPapers("nothing is published")
        sources = self.papers.passages_of([live.labels[0].version_id], reader)
        if "hall" in question:
            quote = "The hall holds 80 people."
            answer = Answer((Claim(quote, (1,)),), (Citation(1, sources[1], (quote,)),))
            return Answered(answer, live.revision)
        return Answered(NoAnswer(sources[1]), live.revision)


class LetterModel(SentenceModel):
    """Embeds by the letters of a text, so that equal texts find each other; needs no weights."""

    def __init__(self) -> None:
        """Nothing to load."""

    def embed_array(self, texts: Sequence[str]) -> Vectors:
        letters = "abcdefghijklmnopqrstuvwxyz0123456789"
        rows = [[text.lower().count(each) + 0.01 for each in letters] for text in texts]
        array = np.array(rows, np.float32).reshape(len(rows), len(letters))
        return array / np.linalg.norm(array, axis=1, keepdims=True)


@dataclass
class Stage:
    """What a test plays with: people's phones, and the services behind the bot."""

    rehearsal: Rehearsal
    addresses: Addresses
    services: Services
    library: FakeLibrary
    engine: Engine
    refusals: set[str] = field(default_factory=set)  # what the test expects the API to refuse

    async def person(self, name: str = "Ingrid", language: str = "en") -> Phone:
        return await self.rehearsal.person(name, language_code=language)

    async def send_button(self, phone: Phone, data: str) -> ScreenMessage:
        """A message with one button, [Old], as another version of the bot might have sent it."""
        keyboard = {"inline_keyboard": [[{"text": "Old", "callback_data": data}]]}
        message = {"chat_id": phone.user_id, "text": "Old", "reply_markup": keyboard}
        url = f"{self.addresses.base_url}{self.addresses.token}/sendMessage"
        async with self.rehearsal.session.post(url, json=message) as response:
            assert response.status == 200
            sent = (await response.json())["result"]["message_id"]
        while (message := await phone.next_message()).message_id != sent:
            """Something else came before it."""
        return message

    def set_agenda(self, agenda: Agenda) -> None:
        """Make this the agenda that holds."""
        Agendas(self.engine).add(agenda, "", NOON)

    def list_people(self, *people: Person) -> None:
        """Make this the organisers' list."""
        PeopleRows(self.engine).replace_list(people)

    def link(self, phone: Phone, key: str) -> None:
        """Let this phone be the one of somebody on the list, as their invitation would."""
        rows = PeopleRows(self.engine)
        row = rows.by_key(key)
        assert row is not None
        rows.link(row.person_id, phone.user_id)

    def code(self, key: str) -> str:
        """What a new invitation link of somebody on the list sends with /start."""
        people, invitations = self.services.people, self.services.invitations
        return invitations.issue([people.by_key(key)])[0].code

    def set_logistics(self, *entries: LogisticsEntry) -> None:
        """Make these the practical matters."""
        Logistics(self.engine).replace(entries)

    def publish(self, title: str = "House note", file_name: str = "note.pdf") -> None:
        """Put a paper of three passages on two pages into the store."""
        data = f"the file of {title}".encode()
        new = NewVersion(title, file_name, "application/pdf", data, title, 2, PASSAGES, NOON)
        self.library.papers.add_version(None, new, publish=True)


@asynccontextmanager
async def running_bot(
    house: House, addresses: Addresses, haste: int = 1
) -> AsyncIterator[building.App]:
    """The application of `python -m bot`, polling, without its signals; its pace's seconds pass
    `haste` times as fast."""
    pace = _pace(house.services.config.announcements.messages_per_second, haste)
    bot = building.build(house, addresses.token, addresses.base_url, addresses.base_file_url, pace)
    async with bot:
        if bot.post_init:
            await bot.post_init(bot)
        await bot.start()
        assert bot.updater is not None
        await bot.updater.start_polling(allowed_updates=building.ALLOWED_UPDATES)
        yield bot
        await bot.updater.stop()
        await bot.stop()
        if bot.post_stop:
            await bot.post_stop(bot)


def _pace(per_second: int, haste: int) -> Pace:
    return Pace(
        per_second,
        now=lambda: time.monotonic() * haste,
        sleep=lambda seconds: asyncio.sleep(seconds / haste),
    )


async def shortly(_seconds: float) -> None:
    """In place of two seconds between two drawings of a report."""
    await asyncio.sleep(0.01)


@asynccontextmanager
async def opened(stage: Stage, haste: int = 1) -> AsyncIterator[House]:
    """The bot of a stage, polling; `haste` as in `running_bot`."""
    wording = _wording(stage.services.config.languages.offered)
    workers = Workers()
    house = House(stage.services, wording, workers, progress=Progress(sleep=shortly))
    async with running_bot(house, stage.addresses, haste):
        yield house
    workers.close()


def make_stage(
    data: Path,
    rehearsal: Rehearsal,
    addresses: Addresses,
    access: str = "open",
    clock: str | None = None,
) -> Stage:
    """`clock`: the ISO time at which the meeting's clock starts; the machine's own without."""
    environment = Environment(
        telegram_bot_token=SecretStr(addresses.token),
        telegram_base_url=addresses.base_url,
        attache_data=data,
        attache_access="open" if access == "open" else "invited",
        attache_first_organiser=7,
        attache_clock=datetime.fromisoformat(clock) if clock else None,
    )
    engine = prepare(put_new_store(data))
    library = FakeLibrary(Papers(engine))
    services = wire(
        _config(),
        environment,
        lambda _papers, _embedder: library,
        load=lambda _name: LetterModel(),
        read=partial(read, most_pages=500),
    )
    return Stage(rehearsal, addresses, services, library, engine)


async def check_requests(stage: Stage) -> None:
    """Every request of the bot is one that the Bot API knows; only what is expected was refused."""
    requests = await stage.rehearsal.requests()
    refused = {(r.method, r.description) for r in requests if not r.ok}
    assert [each for each in refused if each[1] not in stage.refusals] == []
    if API.is_file():
        faults = {f for r in requests for f in _schema().faults(r.method, r.parameters)}
        assert faults <= HARMLESS


# Read once in a run and not for each of some six hundred bots; nothing changes them.
_wording = cache(load_wording)


@cache
def _config() -> Config:
    return load_config(ROOT / "config.toml")


@cache
def _schema() -> Schema:
    return Schema.load(API)
