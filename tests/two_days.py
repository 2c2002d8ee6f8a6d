"""A small meeting for tests: two days in Oslo, a block of three, people, and a venue."""

from datetime import datetime
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Room, Session, ordered
from meeting.logistics import LogisticsEntry
from meeting.people import Person, Role

OSLO = ZoneInfo("Europe/Oslo")
LUNCHTIME = "2008-02-11T13:52+01:00"


def at(day: int, clock: str) -> datetime:
    hour, minute = map(int, clock.split(":"))
    return datetime(2008, 2, day, hour, minute, tzinfo=OSLO)


def session(name: str, title: str, day: int, starts: str, ends: str, **more: object) -> Session:
    return Session(name, title, at(day, starts), at(day, ends), **more)  # type: ignore[arg-type]


ROOMS = (
    Room("fram", "Fram", "second floor"),
    Room("nobel", "Nobel", "first floor"),
    Room("munch", "Munch"),
    Room("restaurant", "Restaurant"),
)
LUNCH = session("lunch", "Lunch", 11, "12:30", "14:00", room="restaurant", is_break=True)
PEACE = session(
    "peace", "Peace processes: how inclusive?", 11, "14:00", "15:30",
    room="fram", chairs=("bo",), speakers=("Cato Berg",), rapporteurs=("ada@example.org",),
    papers=("House note", "Lost note"), description="Who sits at the table, and who decides.",
)  # fmt: skip
FUNDING = session(
    "funding", "Funding early recovery", 11, "15:45", "17:00", room="nobel", block="A"
)
POLICE = session("police", "Police and justice", 11, "15:45", "17:00", room="munch", block="A")
DINNER = session("dinner", "Dinner", 11, "19:00", "21:30", room="City Hall", is_break=True)
CLOSING = session("closing", "Closing", 12, "09:00", "10:00", room="fram", chairs=("bo",))

AGENDA = Agenda("Europe/Oslo", ordered((LUNCH, PEACE, FUNDING, POLICE, DINNER, CLOSING)), ROOMS)
ADA = Person("ada@example.org", "Ada Vik", "Norad", sessions=("funding",))
BO = Person("bo", "Bo Ek", "UNDP", role=Role.ORGANISER)
VENUE = LogisticsEntry(
    "venue", {"en": "Old Mill, Quay 1.", "fr": "Vieux Moulin, quai 1."}, {}, 59.91, 10.73
)
CONTACT = LogisticsEntry("contact", {"en": "Ring the desk: 12 34.", "fr": "Appelez le 12 34."})
