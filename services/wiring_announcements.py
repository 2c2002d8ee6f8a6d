"""The part of the wiring that is about announcements: written, on their way, and afterwards."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from meeting.clock import Clock
from services.agenda import AgendaBook
from services.announcements import Announcements
from services.audience_choices import AudienceChoices
from services.audiences import Audiences
from services.config import Config
from services.dispatch import Dispatch, MeetingFacts
from services.drafts import Drafts
from services.letters import Letters, Wishes
from services.outbox import Chosen, Night, Outbox
from services.people import People
from services.reader import CardOf, ContentReader
from services.recall_letter import RecallReader
from store.every_row import Rows


@dataclass(frozen=True, slots=True)
class Announcing:
    """An announcement's way: a draft, then deliveries, then what became of them."""

    drafts: Drafts
    outbox: Outbox
    announcements: Announcements


@dataclass(frozen=True, slots=True)
class Sources:
    """Where notices find what they are told with: the cards in a chat, somebody's wishes, and what
    they were told from a paper."""

    card_of: CardOf
    wishes: Wishes
    recall: RecallReader


def wire_announcing(
    rows: Rows,
    book: AgendaBook,
    people: People,
    clock: Clock,
    config: Config,
    sources: Sources,
) -> Announcing:
    """Build the three on one store."""
    audiences = Audiences(rows.candidates, book, config.languages.offered)
    zone = config.meeting.time_zone
    announcements = Announcements(rows.announcements, rows.reports, people, clock, zone)
    choices = AudienceChoices(audiences, book, rows.announcements, config.languages.offered)
    facts = MeetingFacts(ZoneInfo(zone), config.meeting.days, config.languages.offered)
    dispatch = Dispatch(announcements, rows.announcements, clock, facts)
    return Announcing(
        drafts=Drafts(rows.drafts, audiences, choices, dispatch, clock, facts),
        outbox=_outbox(rows, audiences.ids, clock, config, _reader(rows, book, sources)),
        announcements=announcements,
    )


def _reader(rows: Rows, book: AgendaBook, sources: Sources) -> ContentReader:
    letters = Letters(book, sources.wishes, sources.recall)
    return ContentReader(rows.announcements, rows.notices, letters, sources.card_of)


def _outbox(
    rows: Rows,
    chosen: Chosen,
    clock: Clock,
    config: Config,
    reader: ContentReader,
) -> Outbox:
    settings = config.announcements
    night = Night(ZoneInfo(config.meeting.time_zone), settings.night_begins, settings.night_ends)
    return Outbox(rows.deliveries, rows.announcements, reader, chosen, clock, night)
