"""The one place that picks concrete parts and puts them together; wiring_announcements.py is its
part for announcements."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from knowledge.papers import Reading
from knowledge.reading.child import read_file
from knowledge.reading.limits import Limits
from knowledge.windows import is_word
from meeting.clock import Clock, ShiftedClock, SystemClock
from services.agenda import AgendaBook
from services.announcements import Announcements
from services.ask import Answers, Ask
from services.ask_meeting import AskMeeting
from services.config import Config, Environment
from services.contacts import ContactBook
from services.drafts import Drafts
from services.embedding import Embedder
from services.intake import Intake
from services.invitations import Invitations
from services.library import Library
from services.my_day import MyDay, calendar_host
from services.outbox import Outbox
from services.papers import PaperShelf
from services.people import People
from services.roles import Roles
from services.session_cards import SessionCards
from services.updates import Updates
from services.wiring_announcements import wire_announcing
from store.database import prepare
from store.every_row import Rows
from store.papers import Papers


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that can be asked of the meeting's assistant."""

    config: Config
    clock: Clock
    people: People
    invitations: Invitations
    roles: Roles
    ask: Ask
    papers: PaperShelf
    agenda: AgendaBook
    intake: Intake
    my_day: MyDay
    sessions: SessionCards
    contacts: ContactBook
    library: Answers
    embedder: Embedder
    updates: Updates
    outbox: Outbox
    announcements: Announcements
    drafts: Drafts


def wire(
    config: Config,
    environment: Environment,
    make_library: Callable[[Papers, Embedder], Answers] = Library,
    clock: Clock | None = None,
) -> Services:
    """Bring the store up to date and build the services on it; `clock` takes the place of the one
    that the environment asks for.

    Raises the errors of `store.errors` where the store cannot be used.
    """
    rows, clock = Rows.on(prepare(environment.store_url)), clock or _clock(environment)
    people = _people(rows, clock, environment)
    embedder = Embedder(rows.embeddings, config.search.model)
    library = make_library(rows.papers, embedder)
    shelf = PaperShelf(rows.papers, embedder, clock, _reader(config))
    book = AgendaBook(rows.agendas, rows.people, rows.logistics, clock, config.meeting.time_zone)
    my_day = MyDay(book, calendar_host(config.meeting.name))
    asked = AskMeeting(book, people, is_word)
    languages = _languages(config)
    announcing = wire_announcing(rows, book, people, clock, config)
    return Services(
        config=config,
        clock=clock,
        people=people,
        invitations=_invitations(rows, people, clock, config),
        roles=Roles(rows.people, rows.role_offers, people, clock),
        ask=Ask(rows.questions, rows.papers, library, asked, clock, languages),
        papers=shelf,
        agenda=book,
        my_day=my_day,
        sessions=SessionCards(my_day, book, rows.people, shelf),
        contacts=ContactBook(my_day, book, rows.people),
        intake=_intake(rows, clock, config),
        library=library,
        embedder=embedder,
        updates=Updates(rows.updates, clock, config.bot.updates_kept_days),
        drafts=announcing.drafts,
        outbox=announcing.outbox,
        announcements=announcing.announcements,
    )


def _people(rows: Rows, clock: Clock, environment: Environment) -> People:
    return People(
        rows.people,
        rows.chats,
        clock,
        everybody=environment.attache_access == "open",
        organiser=environment.attache_first_organiser,
    )


def _invitations(rows: Rows, people: People, clock: Clock, config: Config) -> Invitations:
    return Invitations(
        rows.invitations,
        rows.people,
        people,
        clock,
        days=config.invitations.days,
        alarm_misses=config.invitations.alarm_misses,
    )


def _intake(rows: Rows, clock: Clock, config: Config) -> Intake:
    return Intake(
        rows.agendas,
        rows.people,
        rows.logistics,
        clock,
        config.meeting.time_zone,
        config.meeting.days,
        config.languages.offered[0],
    )


def _reader(config: Config) -> Callable[[Path], Reading]:
    """What reads a file in a process of its own, within the limits of the settings."""
    limits = Limits(
        seconds=config.reading.seconds,
        memory_mib=config.reading.memory_mib,
        file_mib=config.reading.file_mib,
        pages=config.reading.pages,
    )
    return partial(read_file, limits=limits)


def _languages(config: Config) -> tuple[str, ...]:
    """The papers' language first, then the others that people may write in."""
    return tuple(dict.fromkeys((config.languages.papers, *config.languages.offered)))


def _clock(environment: Environment) -> Clock:
    system = SystemClock()
    if environment.attache_clock is None:
        return system
    return ShiftedClock(environment.attache_clock, system)
