"""The one place that picks concrete parts and puts them together; wiring_announcements.py is its
part for announcements."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from knowledge.embedding import SentenceModel, load_model
from knowledge.reading.child import read_file
from knowledge.reading.limits import Limits
from knowledge.windows import is_word
from meeting.clock import Clock, ShiftedClock, SystemClock
from services.adding import Adding
from services.agenda import AgendaBook
from services.agenda_drafts import AgendaDrafts
from services.agenda_history import AgendaHistory
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
from services.library_desk import PaperDesk
from services.living_cards import LivingCards
from services.my_day import MyDay, calendar_host
from services.outbox import Outbox
from services.page_pictures import PagePictures
from services.paper_files import Read
from services.papers import PaperShelf
from services.people import People
from services.readers import Readers
from services.recall import Recall
from services.releases import Releases
from services.reminders import Reminders
from services.right_of_way import RightOfWay
from services.roles import Roles
from services.room_host import RoomHost, room_host
from services.session_cards import SessionCards
from services.updates import Updates
from services.wiring_announcements import Sources, wire_announcing
from services.wiring_groups import Grouping, wire_groups
from services.wiring_papers import wire_papers
from services.wiring_releases import wire_releasing
from store.database import prepare
from store.every_row import Rows
from store.notices import Notices
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
    adding: Adding
    paper_desk: PaperDesk
    agenda: AgendaBook
    intake: Intake
    my_day: MyDay
    sessions: SessionCards
    living: LivingCards
    contacts: ContactBook
    library: Answers
    embedder: Embedder
    right_of_way: RightOfWay
    updates: Updates
    outbox: Outbox
    announcements: Announcements
    drafts: Drafts
    agenda_drafts: AgendaDrafts
    releases: Releases
    history: AgendaHistory
    notices: Notices
    grouping: Grouping
    reminders: Reminders
    recall: Recall
    page_pictures: PagePictures
    room_host: RoomHost


def wire(
    config: Config,
    environment: Environment,
    make_library: Callable[[Papers, Embedder], Answers] = Library,
    clock: Clock | None = None,
    load: Callable[[str], SentenceModel] = load_model,
    read: Read | None = None,
) -> Services:
    """Bring the store up to date and build the services on it; `clock` takes the place of the one
    that the environment asks for, `load` loads the embedding model by its name, `read` reads a
    file; without it, a process of its own does.

    Raises the errors of `store.errors` where the store cannot be used.
    """
    rows, clock = Rows.on(prepare(environment.store_url)), clock or _clock(environment)
    people = _people(rows, clock, environment)
    embedder = Embedder(rows.embeddings, config.search.model, load)
    library = make_library(rows.papers, embedder)
    book = AgendaBook(rows.agendas, rows.people, rows.logistics, clock, config.meeting.time_zone)
    readers = Readers(rows.people, book)
    papers = wire_papers(rows, embedder, library, readers, clock, read or _reader(config))
    reminders = _reminders(rows, book, config)
    my_day = MyDay(book, calendar_host(config.meeting.name))
    asked = AskMeeting(book, people, is_word)
    languages = _languages(config)
    sessions = SessionCards(my_day, book, rows.people, papers.shelf, followed=reminders.plan_for)
    living = LivingCards(rows.living_cards, book, my_day, sessions, people)
    grouping = wire_groups(rows, book, clock, reminders.plan)
    recall = Recall(rows.recalls, rows.papers, rows.chats, readers)
    sources = Sources(card_of=living.newest, wishes=grouping.wishes.of, recall=recall)
    announcing = wire_announcing(rows, book, people, clock, config, sources)
    intake = _intake(rows, clock, config, reminders)
    releasing = wire_releasing(rows, intake, people, clock, config)
    return Services(
        config=config,
        clock=clock,
        people=people,
        invitations=_invitations(rows, people, clock, config, reminders),
        roles=Roles(rows.people, rows.role_offers, people, clock),
        ask=Ask(rows.questions, rows.papers, library, asked, clock, languages, readers),
        papers=papers.shelf,
        adding=papers.adding,
        paper_desk=papers.desk,
        agenda=book,
        my_day=my_day,
        sessions=sessions,
        living=living,
        contacts=ContactBook(my_day, book, rows.people),
        intake=intake,
        library=library,
        embedder=embedder,
        right_of_way=embedder.way,
        updates=Updates(rows.updates, clock, config.bot.updates_kept_days),
        notices=rows.notices,
        reminders=reminders,
        recall=recall,
        page_pictures=papers.pictures,
        grouping=grouping,
        drafts=announcing.drafts,
        outbox=announcing.outbox,
        announcements=announcing.announcements,
        agenda_drafts=releasing.drafts,
        releases=releasing.releases,
        history=releasing.history,
        room_host=room_host(
            book, rows.candidates, rows.notices, releasing.releases, config.agenda.everybody
        ),
    )


def _people(rows: Rows, clock: Clock, environment: Environment) -> People:
    return People(
        rows.people,
        rows.chats,
        clock,
        everybody=environment.attache_access == "open",
        organiser=environment.attache_first_organiser,
    )


def _reminders(rows: Rows, book: AgendaBook, config: Config) -> Reminders:
    return Reminders(rows.reminders, rows.chats, rows.notices, book, config.reminders.minutes)


def _invitations(
    rows: Rows, people: People, clock: Clock, config: Config, reminders: Reminders
) -> Invitations:
    return Invitations(
        rows.invitations,
        rows.people,
        people,
        clock,
        days=config.invitations.days,
        alarm_misses=config.invitations.alarm_misses,
        linked=reminders.plan_for_number,
    )


def _intake(rows: Rows, clock: Clock, config: Config, reminders: Reminders) -> Intake:
    return Intake(
        rows.agendas,
        rows.people,
        rows.logistics,
        clock,
        config.meeting.time_zone,
        config.meeting.days,
        config.languages.offered[0],
        people_changed=reminders.plan,
    )


def _reader(config: Config) -> Read:
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
