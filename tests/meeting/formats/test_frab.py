"""Schedule JSON with fields too many, too few, or of the wrong kind."""

import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from meeting.agenda import Agenda, Room, Session
from meeting.formats.agenda_file import read_agenda
from meeting.formats.drafts import AgendaFile
from meeting.formats.problems import Problem, Severity

OSLO = ZoneInfo("Europe/Oslo")
EVENT = {"id": 7, "title": "Opening", "date": "2030-05-06T09:00:00+02:00", "duration": "01:00"}


def read(*events: object, **conference: object) -> AgendaFile:
    day = {
        "date": "2030-05-06",
        "day_start": "2030-05-06T08:00:00+02:00",
        "rooms": {"Fram": events},
    }
    document = {"schedule": {"conference": {"days": [day]} | conference}}
    return read_document(document)


def read_document(document: object) -> AgendaFile:
    return read_agenda(json.dumps(document).encode(), "schedule.json", "Europe/Oslo")


def spans(file: AgendaFile) -> list[tuple[str, str]]:
    assert file.problems == ()
    return [(s.starts.isoformat(), s.ends.isoformat()) for s in file.agenda.sessions]


def test_event_with_everything_becomes_a_session() -> None:
    event = EVENT | {
        "subtitle": "Why we meet", "abstract": "Short.", "description": "Long.", "type": "lecture",
        "persons": [{"id": 1, "public_name": "Anna Berg"}, {"name": "Omar Said"}, {"id": 3}],
        "an unknown field": {"with": ["anything"]}, "room": "Fram",
    }  # fmt: skip
    rooms = [{"name": "Fram", "guid": "x", "description": "Floor 2", "capacity": 40}]
    starts, ends = (datetime(2030, 5, 6, hour, tzinfo=OSLO) for hour in (9, 10))
    session = Session(
        "7", "Opening", starts, ends, "fram", speakers=("Anna Berg", "Omar Said"),
        description="Why we meet\n\nShort.\n\nLong.",
    )  # fmt: skip
    agenda = Agenda("Europe/Oslo", (session,), (Room("fram", "Fram", "Floor 2", 40),))
    assert read(event, rooms=rooms) == AgendaFile(agenda, {"7": "event 7"}, ())


def test_times_of_another_zone_are_converted() -> None:
    event = EVENT | {"date": "2030-05-06T09:00:00"}
    file = read(event, time_zone_name="Asia/Tokyo")
    assert spans(file) == [("2030-05-06T02:00:00+02:00", "2030-05-06T03:00:00+02:00")]


def test_start_without_date_belongs_to_its_day_even_after_midnight() -> None:
    late = {"id": 1, "title": "Dance", "start": "00:30", "duration": "01:00"}
    early = {"id": 2, "title": "Opening", "start": "9:00", "duration": 60}
    assert spans(read(late, early)) == [
        ("2030-05-06T09:00:00+02:00", "2030-05-06T10:00:00+02:00"),
        ("2030-05-07T00:30:00+02:00", "2030-05-07T01:30:00+02:00"),
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"duration": "-00:30"}, "The duration of “Opening” is below zero."),
        ({"duration": -30}, "The duration of “Opening” is below zero."),
        ({"duration": "00:75"}, "“00:75” is no duration such as 01:30."),
        ({"duration": ["an hour"]},
         "The duration of this session cannot be read; write one such as 01:30."),
        ({"duration": "an hour"}, "“an hour” is no duration such as 01:30."),
        ({"duration": float("nan")},
         "The duration of this session cannot be read; write one such as 01:30."),
        ({"duration": None}, "The end of “Opening” is missing."),
        ({"date": "6 May"}, "“6 May” is no moment such as 2030-05-06T09:00:00+02:00."),
        ({"date": 12}, "“12” is no moment such as 2030-05-06T09:00:00+02:00."),
        ({"date": None}, "The start of “Opening” is missing."),
        ({"date": "2030-05-06"}, "The start of “Opening” is missing."),
        ({"date": {"a": 1}},
         "The date of this session cannot be read; write one such as "
         "2030-05-06T09:00:00+02:00."),
        ({"date": None, "start": "30:00"},
         "“2030-05-06T30:00” is no moment such as 2030-05-06T09:00:00+02:00."),
        ({"date": "9999-12-31T23:59:00Z"}, "The year 9999 is too far away; check the date."),
        ({"title": None}, "The title is missing."),
        ({"title": {"en": "Opening"}}, "The title is missing."),
    ],
)  # fmt: skip
def test_event_that_cannot_be_a_session_is_an_error(change: dict[str, Any], message: str) -> None:
    assert read(EVENT | change).problems == (Problem(Severity.ERROR, "event 7", message),)


@pytest.mark.parametrize("event", [None, 3, "x", ["x"]])
def test_event_of_another_kind_is_an_error_with_its_place(event: object) -> None:
    message = "This session is not in a form that can be read."
    assert read(event).problems == (
        Problem(Severity.ERROR, "day 2030-05-06, Fram, session 1", message),
    )


def test_day_of_thirty_hours_is_a_warning() -> None:
    day = {
        "date": "2030-05-06", "rooms": {"Fram": [EVENT]},
        "day_start": "2030-05-06T08:00:00+02:00", "day_end": "2030-05-07T14:00:00+02:00",
    }  # fmt: skip
    file = read_document({"schedule": {"conference": {"days": [day]}}})
    assert file.problems == (
        Problem(Severity.WARNING, "day 2030-05-06", "This day lasts longer than 24 hours."),
    )


@pytest.mark.parametrize("rooms", ["x", 3, ["Fram"]])
def test_rooms_of_another_kind_are_an_error(rooms: object) -> None:
    file = read_document({"schedule": {"conference": {"days": [{"date": "d", "rooms": rooms}]}}})
    message = "The rooms of this day are not in a form that can be read."
    assert file.problems == (Problem(Severity.ERROR, "day d", message),)


@pytest.mark.parametrize(
    "document", [{}, [], {"schedule": 3}, {"schedule": {"conference": {"days": {"a": 1}}}}]
)
def test_json_that_is_no_schedule_is_refused(document: object) -> None:
    message = (
        "This JSON holds no schedule; export it as schedule JSON, which has schedule, conference "
        "and days in it."
    )
    assert read_document(document).problems == (Problem(Severity.ERROR, "", message),)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"schedule": ',
         "This JSON is damaged or cut off at line 1, column 14; export it again."),
        (b'{\n"a": "\xff', "This JSON is damaged or cut off at line 2, column 6; export it again."),
        (b"[" * 100_000, "This JSON is not one of a schedule; export it again."),
        (b"[" + b"9" * 5_000 + b"]", "This JSON is not one of a schedule; export it again."),
    ],
)  # fmt: skip
def test_broken_json_is_refused_in_one_sentence(data: bytes, message: str) -> None:
    problems = read_agenda(data, "schedule.json", "Europe/Oslo").problems
    assert problems == (Problem(Severity.ERROR, "", message),)


@pytest.mark.parametrize("length", ["0:30", "30", 30, 30.0, "PT30M", "30 min", "0h30"])
def test_length_in_many_forms(length: object) -> None:
    assert spans(read(EVENT | {"duration": length})) == [
        ("2030-05-06T09:00:00+02:00", "2030-05-06T09:30:00+02:00")
    ]


def test_zone_that_is_not_known_is_a_warning() -> None:
    days = [{"date": "2030-05-06", "rooms": {"Fram": [EVENT | {"date": "2030-05-06T09:00:00"}]}}]
    file = read_document({"schedule": {"conference": {"days": days, "time_zone_name": "Mars/X"}}})
    message = (
        "The time zone “Mars/X” is not known; times without an offset are taken as the meeting's "
        "own."
    )
    assert file.problems == (Problem(Severity.WARNING, "", message),)


def test_events_with_one_id_are_told_apart_by_their_titles() -> None:
    message = "“Closing” has the same id as another session; each needs its own."
    assert read(EVENT, EVENT | {"title": "Closing"}).problems == (
        Problem(Severity.ERROR, "event 7", message),
    )
