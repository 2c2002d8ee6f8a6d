"""Whose day a change can touch: whoever is ruled out at a glance really sees what they saw."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings

from meeting.agenda import Agenda, Session, concerns_everybody, ordered
from meeting.day_changes import DayChange
from meeting.faces import DayFace, day_face, whole_day
from tests.meeting.two_agendas import (
    IDS,
    KEYS,
    QUARTER,
    ROOM_IDS,
    Hat,
    a_room,
    a_session,
    hats,
    same_cases,
    three_agendas,
)
from tests.two_days import AGENDA, DINNER, FUNDING, PEACE, POLICE, ROOMS, at

MONDAY = date(2008, 2, 11)
NOON = datetime(2008, 2, 11, 12, tzinfo=UTC)


def chosen(agenda: Agenda, places: frozenset[str], key: str) -> frozenset[str]:
    """The ids of somebody's sessions, as the services find them."""
    common = {s.session_id for s in agenda.sessions if concerns_everybody(agenda, s)}
    tasks = {s.session_id for s in agenda.sessions if key in map(str.casefold, s.people)}
    return frozenset(common | tasks | places)


def face(
    agenda: Agenda, day: date, at: datetime, places: frozenset[str], key: str
) -> DayFace | None:
    ids = chosen(agenda, places, key)
    return day_face(agenda, day, at, lambda session: session.session_id in ids, key)


def with_one_change(hat: Hat, agenda: Agenda) -> Agenda:
    """One session or one room is another, or gone."""
    starts = min((s.starts.astimezone(UTC) for s in agenda.sessions), default=NOON)
    if hat.number(3) == 0:
        changed = a_room(hat, hat.one(ROOM_IDS))
        rooms = [changed if r.room_id == changed.room_id else r for r in agenda.rooms]
        return replace(agenda, rooms=tuple(rooms))
    session_id = hat.one(IDS)
    others = [s for s in agenda.sessions if s.session_id != session_id]
    new = [a_session(hat, session_id, starts, agenda.zone)] if hat.number(4) else []
    return replace(agenda, sessions=ordered([*others, *new]))


@settings(same_cases, max_examples=1200)
@given(hats)
def test_whoever_is_ruled_out_sees_the_same_day(hat: Hat) -> None:
    before, after, _ = three_agendas(hat)
    after = with_one_change(hat, before) if hat.number(8) else after
    places, key = frozenset(hat.some(IDS)), hat.one((*KEYS, "eve")).casefold()
    starts = min((s.starts.astimezone(UTC) for s in before.sessions), default=NOON)
    at = starts + (hat.number(24) - 16) * QUARTER
    for day in before.days():
        faces = [face(agenda, day, at, places, key) for agenda in (before, after)]
        ids = [chosen(agenda, places, key) for agenda in (before, after)]
        if not DayChange(before, after, day).may_concern(ids[0], ids[1], key):
            assert faces[0] == faces[1]
        if whole_day(before, day) == whole_day(after, day):
            assert faces[0] == faces[1]


def with_session(changed: Session) -> Agenda:
    others = [s for s in AGENDA.sessions if s.session_id != changed.session_id]
    return replace(AGENDA, sessions=ordered([changed, *others]))


@pytest.mark.parametrize(
    ("after", "places", "may"),
    [
        (with_session(replace(POLICE, room="fram")), {"funding"}, False),
        (with_session(replace(POLICE, room="fram")), {"police"}, True),
        (with_session(replace(POLICE, room="fram")), set(), True),
        (with_session(replace(FUNDING, title="Funds")), {"funding"}, True),
        (with_session(replace(PEACE, room="nobel")), {"funding"}, True),
        (replace(AGENDA, rooms=(*ROOMS[:2], replace(ROOMS[2], hint="cellar"), ROOMS[3])),
         {"funding"}, False),
        (AGENDA, {"funding"}, False),
    ],
)  # fmt: skip
def test_change_beside_ones_own_session_is_ruled_out(
    after: Agenda, places: set[str], may: bool
) -> None:
    ids = [chosen(agenda, frozenset(places), "eve") for agenda in (AGENDA, after)]
    assert DayChange(AGENDA, after, MONDAY).may_concern(ids[0], ids[1], "eve") is may


BESIDE_PEACE = replace(
    POLICE, session_id="beside", starts=PEACE.starts, ends=PEACE.ends, block=None
)


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        # Neither is in the block of the other, so that the one hides the other only by its time.
        (replace(BESIDE_PEACE, starts=at(11, "17:30"), ends=at(11, "18:00")), "eve"),
        # A break is at its side, which keeps nobody from a session.
        (replace(BESIDE_PEACE, starts=DINNER.starts, ends=DINNER.ends), "eve"),
        # It is in the room that they look after.
        (replace(POLICE, starts=at(11, "16:00")), "host"),
    ],
)
def test_what_somebody_might_see_is_looked_at(changed: Session, key: str) -> None:
    rooms = (*ROOMS[:2], replace(ROOMS[2], host="Host"), ROOMS[3])
    twin = replace(changed, session_id="twin", room=None)
    agendas = [
        replace(
            AGENDA,
            sessions=ordered([*with_session(each).sessions, *([twin] if key == "eve" else [])]),
            rooms=rooms,
        )
        for each in (changed, replace(changed, room="fram"))
    ]
    ids = [chosen(agenda, frozenset({"funding"}), key) for agenda in agendas]
    assert DayChange(agendas[0], agendas[1], MONDAY).may_concern(ids[0], ids[1], key)
