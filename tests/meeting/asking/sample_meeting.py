"""The sample meeting as its files tell it, and a chat in which one participant asks all day."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from knowledge.windows import is_word
from meeting.agenda import Agenda, Session, concerns_everybody
from meeting.asking.answers import MeetingAnswer, Table
from meeting.asking.reader import answer
from meeting.formats.agenda_file import read_agenda
from meeting.formats.logistics_file import read_logistics
from meeting.formats.people_file import read_people
from meeting.logistics import LogisticsEntry
from meeting.people import Person

SAMPLE = Path(__file__).parents[3] / "sample"
ZONE = "Europe/Oslo"
WHO_ASKS = "miriam-feldt"


@dataclass(frozen=True, slots=True)
class SampleMeeting:
    agenda: Agenda
    people: tuple[Person, ...]
    logistics: tuple[LogisticsEntry, ...]

    @classmethod
    def read(cls) -> "SampleMeeting":
        agenda = read_agenda((SAMPLE / "agenda.xlsx").read_bytes(), "agenda.xlsx", ZONE).agenda
        people = read_people((SAMPLE / "people.csv").read_bytes(), "people.csv", agenda).people
        entries = read_logistics((SAMPLE / "logistics.toml").read_bytes(), "logistics.toml", "en")
        return cls(agenda, people, entries.entries)

    def table(self, at: datetime, mentioned: Session | None) -> Table:
        assigned = next(each.sessions for each in self.people if each.key == WHO_ASKS)
        return Table(
            agenda=self.agenda,
            now=at,
            mine=lambda session: (
                session.session_id in assigned
                or WHO_ASKS in session.people
                or concerns_everybody(self.agenda, session)
            ),
            people=lambda: self.people,
            logistics=self.logistics,
            mentioned=mentioned,
            me=WHO_ASKS,
            is_word=is_word,
        )


@dataclass(slots=True)
class Chat:
    """Questions at one clock time, in order; "it" is the session told last."""

    meeting: SampleMeeting
    at: str
    mentioned: Session | None = field(default=None)

    def ask(self, text: str) -> MeetingAnswer | None:
        now = datetime.fromisoformat(self.at).replace(tzinfo=ZoneInfo(ZONE))
        found = answer(text, self.meeting.table(now, self.mentioned))
        if found is not None and found.told is not None:
            self.mentioned = found.told
        return found
