"""The part of the wiring that is about changes of the agenda: drafts, releases, versions."""

from dataclasses import dataclass

from meeting.clock import Clock
from services.agenda_drafts import AgendaDrafts
from services.agenda_history import AgendaHistory
from services.config import Config
from services.draft_views import DraftViews
from services.intake import Intake
from services.people import People
from services.releases import Releases
from store.every_row import Rows


@dataclass(frozen=True, slots=True)
class Releasing:
    """A change's way: a draft, then a version that holds, then one among others."""

    drafts: AgendaDrafts
    releases: Releases
    history: AgendaHistory


def wire_releasing(
    rows: Rows, intake: Intake, people: People, clock: Clock, config: Config
) -> Releasing:
    """Build the three on one store."""
    zone, everybody = config.meeting.time_zone, config.agenda.everybody
    views = DraftViews(rows.agendas, rows.candidates, people, clock, zone, everybody)
    drafts = AgendaDrafts(rows.agenda_drafts, rows.agendas, intake, views, clock, zone)
    return Releasing(
        drafts=drafts,
        releases=Releases(rows.releases, rows.agendas, drafts, clock, zone, everybody),
        history=AgendaHistory(rows.releases, rows.agendas, people, zone),
    )
