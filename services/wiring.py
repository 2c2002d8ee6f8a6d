"""The one place that picks concrete parts and puts them together."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from knowledge.papers import Reading
from knowledge.reading.child import read_file
from knowledge.reading.limits import Limits
from knowledge.windows import is_word
from meeting.clock import Clock, ShiftedClock, SystemClock
from services.agenda import AgendaBook
from services.announcements import Announcements
from services.ask import Answers, Ask
from services.ask_meeting import AskMeeting
from services.audience_choices import AudienceChoices
from services.audiences import Audiences
from services.config import Config, Environment
from services.contacts import ContactBook
from services.dispatch import Dispatch, MeetingFacts
from services.drafts import Drafts
from services.embedding import Embedder
from services.intake import Intake
from services.invitations import Invitations
from services.library import Library
from services.my_day import MyDay, calendar_host
from services.outbox import Chosen, Night, Outbox
from services.papers import PaperShelf
from services.people import People
from services.roles import Roles
from services.session_cards import SessionCards
from services.updates import Updates
from store.agendas import Agendas
from store.announcements import AnnouncementRows
from store.candidates import Candidates
from store.chats import Chats
from store.database import prepare
from store.deliveries import DeliveryRows
from store.drafts import DraftRows
from store.embeddings import Embeddings
from store.invitations import InvitationRows
from store.logistics import Logistics
from store.papers import Papers
from store.people import PeopleRows
from store.questions import Questions
from store.reports import Reports
from store.role_offers import RoleOffers
from store.updates import Updates as UpdateRows


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


@dataclass(frozen=True, slots=True)
class _Rows:
    """What lies below: one object for each kind of row, all on one engine."""

    agendas: Agendas
    announcements: AnnouncementRows
    candidates: Candidates
    chats: Chats
    deliveries: DeliveryRows
    drafts: DraftRows
    invitations: InvitationRows
    logistics: Logistics
    papers: Papers
    people: PeopleRows
    questions: Questions
    reports: Reports
    role_offers: RoleOffers
    vectors: Embeddings
    updates: UpdateRows


def wire(
    config: Config,
    environment: Environment,
    make_library: Callable[[Papers, Embedder], Answers] = Library,
) -> Services:
    """Bring the store up to date and build the services on it.

    Raises the errors of `store.errors` where the store cannot be used.
    """
    rows, clock = _rows(prepare(environment.store_url)), _clock(environment)
    people = _people(rows, clock, environment)
    embedder = Embedder(rows.vectors, config.search.model)
    library = make_library(rows.papers, embedder)
    shelf = PaperShelf(rows.papers, embedder, clock, _reader(config))
    book = AgendaBook(rows.agendas, rows.people, rows.logistics, clock, config.meeting.time_zone)
    my_day = MyDay(book, calendar_host(config.meeting.name))
    asked = AskMeeting(book, people, is_word)
    languages = _languages(config)
    audiences = Audiences(rows.candidates, book, config.languages.offered)
    announcements = Announcements(
        rows.announcements, rows.reports, people, clock, config.meeting.time_zone
    )
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
        outbox=_outbox(rows, audiences.ids, clock, config),
        announcements=announcements,
        drafts=_drafts(rows, book, audiences, announcements, clock, config),
    )


def _rows(engine: Engine) -> _Rows:
    return _Rows(
        agendas=Agendas(engine),
        announcements=AnnouncementRows(engine),
        candidates=Candidates(engine),
        chats=Chats(engine),
        deliveries=DeliveryRows(engine),
        drafts=DraftRows(engine),
        invitations=InvitationRows(engine),
        logistics=Logistics(engine),
        papers=Papers(engine),
        people=PeopleRows(engine),
        questions=Questions(engine),
        reports=Reports(engine),
        role_offers=RoleOffers(engine),
        vectors=Embeddings(engine),
        updates=UpdateRows(engine),
    )


def _people(rows: _Rows, clock: Clock, environment: Environment) -> People:
    return People(
        rows.people,
        rows.chats,
        clock,
        everybody=environment.attache_access == "open",
        organiser=environment.attache_first_organiser,
    )


def _invitations(rows: _Rows, people: People, clock: Clock, config: Config) -> Invitations:
    return Invitations(
        rows.invitations,
        rows.people,
        people,
        clock,
        days=config.invitations.days,
        alarm_misses=config.invitations.alarm_misses,
    )


def _outbox(rows: _Rows, chosen: Chosen, clock: Clock, config: Config) -> Outbox:
    settings = config.announcements
    night = Night(ZoneInfo(config.meeting.time_zone), settings.night_begins, settings.night_ends)
    return Outbox(rows.deliveries, rows.announcements, chosen, clock, night)


def _drafts(
    rows: _Rows,
    book: AgendaBook,
    audiences: Audiences,
    announcements: Announcements,
    clock: Clock,
    config: Config,
) -> Drafts:
    zone, offered = ZoneInfo(config.meeting.time_zone), config.languages.offered
    facts = MeetingFacts(zone, config.meeting.days, offered)
    dispatch = Dispatch(announcements, rows.announcements, clock, facts)
    choices = AudienceChoices(audiences, book, rows.announcements, offered)
    return Drafts(rows.drafts, audiences, choices, dispatch, clock, facts)


def _intake(rows: _Rows, clock: Clock, config: Config) -> Intake:
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
