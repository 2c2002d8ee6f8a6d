"""The one place that picks concrete parts and puts them together."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from knowledge.reading.child import read_file
from knowledge.reading.limits import Limits
from meeting.clock import Clock, ShiftedClock, SystemClock
from services.agenda import AgendaBook
from services.ask import Answers, Ask
from services.config import Config, Environment
from services.embedding import Embedder
from services.library import Library
from services.papers import PaperShelf
from services.people import People
from services.updates import Updates
from store.agendas import Agendas
from store.chats import Chats
from store.database import prepare
from store.embeddings import Embeddings
from store.logistics import Logistics
from store.papers import Papers
from store.people import PeopleRows
from store.questions import Questions
from store.updates import Updates as UpdateRows


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that can be asked of the meeting's assistant."""

    config: Config
    clock: Clock
    people: People
    ask: Ask
    papers: PaperShelf
    agenda: AgendaBook
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
    papers = Papers(engine)
    embedder = Embedder(Embeddings(engine), config.search.model)
    library = make_library(papers, embedder)
    limits = Limits(
        seconds=config.reading.seconds,
        memory_mib=config.reading.memory_mib,
        file_mib=config.reading.file_mib,
        pages=config.reading.pages,
    )
    return Services(
        config=config,
        clock=clock,
        people=People(
            Chats(engine),
            clock,
            everybody=environment.attache_access == "open",
            organiser=environment.attache_first_organiser,
        ),
        ask=Ask(Questions(engine), papers, library, clock, _languages(config)),
        papers=PaperShelf(papers, embedder, clock, partial(read_file, limits=limits)),
        agenda=AgendaBook(
            Agendas(engine), PeopleRows(engine), Logistics(engine), clock, config.meeting.time_zone
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
