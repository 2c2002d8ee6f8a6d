"""The one place that picks concrete parts and puts them together."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from knowledge.reading.child import read_file
from knowledge.reading.limits import Limits
from knowledge.windows import is_word
from meeting.clock import Clock, ShiftedClock, SystemClock
from services.agenda import AgendaBook
from services.ask import Answers, Ask
from services.ask_meeting import AskMeeting
from services.config import Config, Environment
from services.contacts import ContactBook
from services.embedding import Embedder
from services.intake import Intake
from services.invitations import Invitations
from services.library import Library
from services.my_day import MyDay, calendar_host
from services.papers import PaperShelf
from services.people import People
from services.roles import Roles
from services.session_cards import SessionCards
from services.updates import Updates
from store.agendas import Agendas
from store.chats import Chats
from store.database import prepare
from store.embeddings import Embeddings
from store.invitations import InvitationRows
from store.logistics import Logistics
from store.papers import Papers
from store.people import PeopleRows
from store.questions import Questions
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


def wire(
    config: Config,
    environment: Environment,
    make_library: Callable[[Papers, Embedder], Answers] = Library,
) -> Services:
    """Bring the store up to date and build the services on it.

    Raises the errors of `store.errors` where the store cannot be used.
    """
    engine = prepare(environment.store_url)
    clock = _clock(environment)
    papers, chats, rows = Papers(engine), Chats(engine), PeopleRows(engine)
    people = People(
        rows,
        chats,
        clock,
        everybody=environment.attache_access == "open",
        organiser=environment.attache_first_organiser,
    )
    embedder = Embedder(Embeddings(engine), config.search.model)
    library = make_library(papers, embedder)
    limits = Limits(
        seconds=config.reading.seconds,
        memory_mib=config.reading.memory_mib,
        file_mib=config.reading.file_mib,
        pages=config.reading.pages,
    )
    shelf = PaperShelf(papers, embedder, clock, partial(read_file, limits=limits))
    book = AgendaBook(Agendas(engine), rows, Logistics(engine), clock, config.meeting.time_zone)
    my_day = MyDay(book, calendar_host(config.meeting.name))
    return Services(
        config=config,
        clock=clock,
        people=people,
        invitations=Invitations(
            InvitationRows(engine),
            rows,
            people,
            clock,
            days=config.invitations.days,
            alarm_misses=config.invitations.alarm_misses,
        ),
        roles=Roles(rows, RoleOffers(engine), people, clock),
        ask=Ask(
            Questions(engine),
            papers,
            library,
            AskMeeting(book, people, is_word),
            clock,
            _languages(config),
        ),
        papers=shelf,
        agenda=book,
        my_day=my_day,
        sessions=SessionCards(my_day, book, rows, shelf),
        contacts=ContactBook(my_day, book, rows),
        intake=Intake(
            Agendas(engine),
            PeopleRows(engine),
            Logistics(engine),
            clock,
            config.meeting.time_zone,
            config.meeting.days,
            config.languages.offered[0],
        ),
        library=library,
        embedder=embedder,
        updates=Updates(UpdateRows(engine), clock, config.bot.updates_kept_days),
    )


def _languages(config: Config) -> tuple[str, ...]:
    """The papers' language first, then the others that people may write in."""
    return tuple(dict.fromkeys((config.languages.papers, *config.languages.offered)))


def _clock(environment: Environment) -> Clock:
    system = SystemClock()
    if environment.attache_clock is None:
        return system
    return ShiftedClock(environment.attache_clock, system)
