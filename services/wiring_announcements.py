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
from services.outbox import Chosen, Night, Outbox
from services.people import People
from store.every_row import Rows


@dataclass(frozen=True, slots=True)
class Announcing:
    """An announcement's way: a draft, then deliveries, then what became of them."""

    drafts: Drafts
    outbox: Outbox
    announcements: Announcements


def wire_announcing(
    rows: Rows, book: AgendaBook, people: People, clock: Clock, config: Config
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
        outbox=_outbox(rows, audiences.ids, clock, config),
        announcements=announcements,
    )


def _outbox(rows: Rows, chosen: Chosen, clock: Clock, config: Config) -> Outbox:
    settings = config.announcements
    night = Night(ZoneInfo(config.meeting.time_zone), settings.night_begins, settings.night_ends)
    return Outbox(rows.deliveries, rows.announcements, chosen, clock, night)
