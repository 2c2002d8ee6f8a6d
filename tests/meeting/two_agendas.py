"""Any two agendas, and what may become of one: few names, so that they meet; clocks changing."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st

from meeting.agenda import Agenda, Room, Session, ordered

# The same cases in every run; no file of examples from an earlier one.
same_cases = settings(derandomize=True, deadline=None, max_examples=400)

QUARTER = timedelta(minutes=15)
BEGINNINGS = (  # UTC
    datetime(2008, 2, 11, 8, tzinfo=UTC),
    datetime(2008, 3, 29, 23, tzinfo=UTC),  # the night of 30 March: no 02:30 in Oslo
    datetime(2008, 10, 25, 22, tzinfo=UTC),  # the night of 26 October: 02:30 twice
)
ZONES = ("Europe/Oslo", "Europe/Berlin", "Europe/London", "Australia/Lord_Howe")
IDS = ("p", "q", "r", "s", "t", "u")
ROOM_IDS = ("fram", "nobel", "munch")
KEYS = ("ada@example.org", "Bo", "bo", "Ewa Straße", "li")
Item = TypeVar("Item")
Thing = TypeVar("Thing", Room, Session)


class Hat:
    """What is drawn from, a byte at a time: whole agendas out of Hypothesis's own strategies take
    fifty times as long. An empty hat gives the first of everything, so cases can be shrunk."""

    def __init__(self, data: bytes) -> None:
        self._bytes = iter(data)

    def number(self, below: int) -> int:
        return next(self._bytes, 0) % below

    def one(self, items: Sequence[Item]) -> Item:
        return items[self.number(len(items))]

    def some(self, items: Sequence[Item]) -> tuple[Item, ...]:
        """Each of them or not, in their order."""
        bits = self.number(2 ** len(items))
        return tuple(item for place, item in enumerate(items) if bits >> place & 1)

    def shuffled(self, items: Sequence[Item]) -> tuple[Item, ...]:
        return tuple(sorted(items, key=lambda _: self.number(256)))


hats = st.binary(min_size=512, max_size=512).map(Hat)


def a_room(hat: Hat, room_id: str) -> Room:
    """Two rooms may have one name."""
    return Room(
        room_id=room_id,
        name=hat.one(("Fram", "Nobel")),
        hint=hat.one(("", "second floor")),
        capacity=hat.one((None, 2, 20)),
        host=hat.one((None, *KEYS)),
    )


def a_session(hat: Hat, session_id: str, beginning: datetime, zone: str) -> Session:
    """It starts within four hours of the beginning; some have no length, or a room that no agenda
    lists."""
    starts = beginning + hat.number(17) * QUARTER
    ends = starts + hat.number(7) * QUARTER
    return Session(
        session_id=session_id,
        title=hat.one(("Peace", "Peace: how?", "Coffee", "…")),
        starts=starts.astimezone(ZoneInfo(zone)),
        ends=ends.astimezone(ZoneInfo(zone)),
        room=hat.one((None, *ROOM_IDS, "City Hall")),
        chairs=hat.some(KEYS[:3]),
        speakers=hat.some(KEYS[2:]),
        rapporteurs=hat.some(KEYS[:2]),
        papers=hat.one(((), ("House note",))),
        description=hat.one(("", "Who sits at the table.")),
        block=hat.one((None, "A")),
        plenary=hat.one((False, False, False, True)),
        is_break=hat.one((False, False, False, True)),
    )


def an_agenda(hat: Hat, beginning: datetime, zone: str) -> Agenda:
    sessions = [a_session(hat, session_id, beginning, zone) for session_id in hat.some(IDS)]
    rooms = [a_room(hat, room_id) for room_id in hat.shuffled(hat.some(ROOM_IDS))]
    return Agenda(zone, ordered(sessions), tuple(rooms))


def a_later_one(hat: Hat, agenda: Agenda, beginning: datetime) -> Agenda:
    """What may become of an agenda: of each session and room some fields, or all, or nothing."""
    zone = hat.one((agenda.zone, agenda.zone, agenda.zone, *ZONES))
    sessions, rooms = [], []
    for session_id in IDS:
        other = a_session(hat, session_id, beginning, zone)
        old = agenda.session(session_id)
        sessions += _fate(hat, in_zone(old, zone) if old else None, other)
    for room_id in dict.fromkeys((*(room.room_id for room in agenda.rooms), *ROOM_IDS)):
        rooms += _fate(hat, agenda.room(room_id), a_room(hat, room_id))
    kept = hat.shuffled(rooms) if hat.number(2) else tuple(rooms)
    return Agenda(zone, ordered(map(_upright, sessions)), kept)


def _fate(hat: Hat, old: Thing | None, other: Thing) -> list[Thing]:
    """It stays as it was, is gone, comes, or has some of its fields as the other one has them."""
    if old is None:
        return hat.one(([], [], [other]))
    names = [field.name for field in fields(old)][1:]
    taken = hat.some(names[:6]) if hat.number(2) else (hat.one(names),)
    mixed = replace(old, **{name: getattr(other, name) for name in taken})
    return hat.one(([old], [mixed], [mixed], []))


def _upright(session: Session) -> Session:
    """No session ends before it starts."""
    return replace(session, ends=max(session.starts, session.ends, key=datetime.timestamp))


def in_zone(session: Session, zone: str) -> Session:
    """At the same moment."""
    starts, ends = (t.astimezone(ZoneInfo(zone)) for t in (session.starts, session.ends))
    return replace(session, starts=starts, ends=ends)


def three_agendas(hat: Hat) -> tuple[Agenda, Agenda, Agenda]:
    """Of one time: one, and two of which each has come of it or has nothing to do with it."""
    beginning, zone = hat.one(BEGINNINGS), hat.one(ZONES)
    first = an_agenda(hat, beginning, zone)
    others = [
        a_later_one(hat, first, beginning)
        if hat.one((True, True, False))
        else an_agenda(hat, beginning, hat.one(ZONES))
        for _ in range(2)
    ]
    return first, others[0], others[1]


triples = hats.map(three_agendas)
pairs = triples.map(lambda three: three[:2])


def exactly(agenda: Agenda) -> str:
    """All of an agenda; `==` takes the two 02:30 of a night for one."""
    return repr(agenda)
