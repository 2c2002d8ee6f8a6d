"""Twelve meetings in twelve zones, at night, while the clocks are changed; and what goes wrong."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from meeting.agenda import Agenda, Session, ordered
from meeting.people import Person, Role

# The moments (UTC) at which clocks are changed; the last two zones do not change theirs.
NIGHTS: Mapping[str, str] = {
    "Europe/Oslo": "2008-03-30T01:00",
    "Atlantic/Azores": "2008-10-26T01:00",
    "America/New_York": "2008-11-02T06:00",
    "America/St_Johns": "2008-03-09T03:31",
    "America/Sao_Paulo": "2008-02-17T02:00",
    "America/Santiago": "2008-10-12T04:00",
    "Africa/Cairo": "2008-04-24T22:00",
    "Asia/Tehran": "2008-09-20T19:30",
    "Australia/Lord_Howe": "2008-04-05T15:00",  # by half an hour
    "Pacific/Chatham": "2008-09-27T14:00",
    "Asia/Kathmandu": "2008-03-30T01:00",
    "Asia/Tokyo": "2008-10-26T01:00",
}
SLOTS = 20  # each with two sessions side by side; everybody is in one of them
APART = timedelta(minutes=25)
LENGTH = timedelta(minutes=15)
MINUTES = (5, 10, 15, 30, None)  # before a session; None is the bot's default
DEFAULT = 10
FIRST_CHAT = 5_000_000_001
ORGANISER = FIRST_CHAT - 1
HOUR = 3600


@dataclass(frozen=True, slots=True)
class Expected:
    """When somebody is to be reminded, and until when it is of use: Unix time, counted without any
    zone."""

    due: int
    starts: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """`minutes` are what people have chosen, by chat, `places` the session of each slot that they
    are in; `expected` is by chat and title."""

    agenda: Agenda
    people: Mapping[int, Person]
    minutes: Mapping[int, int | None]
    expected: Mapping[tuple[int, str], Expected]

    @property
    def begins(self) -> int:
        return min(each.due for each in self.expected.values()) - HOUR

    @property
    def ends(self) -> int:
        return max(each.starts for each in self.expected.values()) + 4 * HOUR


@dataclass(frozen=True, slots=True)
class Outage:
    """The bot is down from one second (Unix time) until another. `abrupt`: it had just handed over
    what was due, and had not sent it."""

    begins: int
    ends: int
    abrupt: bool


@dataclass(frozen=True, slots=True)
class Trouble:
    """Downtimes in order, and by how many seconds the machine's clock is set forward or back, by
    the second at which it is."""

    outages: tuple[Outage, ...] = ()
    steps: Mapping[int, int] = field(default_factory=dict)


def meeting(zone: str, people: int, seed: int) -> Meeting:
    """A meeting of so many people around the change of the clocks; all of them write from chats
    from FIRST_CHAT on, and an organiser, who is in no session, from the chat before."""
    dice = random.Random(f"{seed} {zone} meeting")
    night = datetime.fromisoformat(NIGHTS[zone]).replace(tzinfo=UTC)
    first = night.replace(second=0) - SLOTS // 2 * APART
    starts = [first + n * APART + timedelta(minutes=dice.randrange(10)) for n in range(SLOTS)]
    place = ZoneInfo(zone)
    sessions = [
        Session(f"{n}{side}", f"Talk {n}{side}", at, at + LENGTH)
        for n, at in enumerate(start.astimezone(place) for start in starts)
        for side in "ab"
    ]
    organiser = Person("organiser", "Organiser", role=Role.ORGANISER)
    listed, expected, minutes = {ORGANISER: organiser}, {}, {}
    for chat in range(FIRST_CHAT, FIRST_CHAT + people):
        mine = tuple(f"{n}{dice.choice('ab')}" for n in range(SLOTS))
        listed[chat] = Person(f"p{chat}", f"Person {chat}", sessions=mine)
        minutes[chat] = dice.choice(MINUTES)
        before = 60 * (minutes[chat] or DEFAULT)
        for at, name in zip(starts, mine, strict=True):
            moment = int(at.timestamp())
            expected[chat, f"Talk {name}"] = Expected(moment - before, moment)
    return Meeting(Agenda(zone, ordered(sessions)), listed, minutes, expected)


def trouble(meeting: Meeting, seed: int) -> Trouble:
    """Downtimes of a second, of five minutes and of three hours, and the clock set both ways."""
    dice = random.Random(f"{seed} {meeting.agenda.zone} trouble")
    dues = sorted({each.due for each in meeting.expected.values()})
    lengths = [1] * 6 + [300] * 4 + [3 * HOUR]
    outages = []
    for length in lengths:
        # Right at somebody's moment, or whenever.
        begins = dice.choice(dues) if dice.random() < 0.5 else dice.randrange(dues[0], dues[-1])
        outages.append(Outage(begins, begins + length, dice.random() < 0.5))
    steps = {dice.randrange(dues[0], dues[-1]): by for by in (2, -2, 90, -90, 1200, -1200)}
    return Trouble(tuple(sorted(outages, key=lambda each: each.begins)), steps)
