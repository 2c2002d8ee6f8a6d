"""What goes out comes in again the same."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from meeting.agenda import Agenda, Room, Session, ordered
from meeting.formats.agenda_file import read_agenda
from meeting.formats.frab_out import write_frab
from meeting.formats.ical import write_calendar
from meeting.formats.workbook_out import write_workbook

ZONES = ("Europe/Oslo", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")
# Line ends of other systems and control characters have no place in a calendar file; the last two
# are no characters at all, and XML has no place for them.
CHARACTERS = st.characters(
    blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\ufffe\uffff"
)
WORDS = st.text(CHARACTERS, min_size=1, max_size=30).filter(
    lambda words: words.strip() == words and "\\N" not in words
)
LINES = st.lists(WORDS, max_size=3).map("\n".join)
NAMES = st.lists(WORDS, max_size=3, unique=True).map(tuple)
MOMENTS = st.datetimes(datetime(2029, 10, 1), datetime(2031, 4, 30), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    zone = draw(st.sampled_from(ZONES))
    ids = draw(st.lists(WORDS, max_size=4, unique_by=str.casefold))
    rooms = tuple(
        Room(room_id, draw(WORDS), draw(LINES), draw(st.none() | st.integers(0, 900)),
             draw(st.none() | WORDS))
        for room_id in ids
    )  # fmt: skip
    session_ids = draw(st.lists(WORDS, max_size=5, unique=True))
    sessions = [draw(a_session(session_id, zone, ids)) for session_id in session_ids]
    return Agenda(zone, ordered(sessions), rooms)


@st.composite
def a_session(draw: st.DrawFn, session_id: str, zone: str, rooms: list[str]) -> Session:
    starts = draw(MOMENTS).replace(microsecond=0)
    length = timedelta(seconds=draw(st.integers(0, 200_000)))
    return Session(
        session_id=session_id,
        title=draw(WORDS),
        starts=starts.astimezone(ZoneInfo(zone)),
        ends=(starts + length).astimezone(ZoneInfo(zone)),
        room=draw(st.sampled_from([None, *rooms])),
        chairs=draw(NAMES),
        speakers=draw(NAMES),
        rapporteurs=draw(NAMES),
        papers=draw(NAMES),
        description=draw(LINES),
        block=draw(st.none() | WORDS),
        plenary=draw(st.booleans()),
        is_break=draw(st.booleans()),
    )


def moments(agenda: Agenda) -> list[tuple[datetime, datetime]]:
    """In UTC: within one zone Python compares wall times, and those may come twice."""
    return [(s.starts.astimezone(UTC), s.ends.astimezone(UTC)) for s in agenda.sessions]


def assert_same(agenda: Agenda, data: bytes) -> None:
    file = read_agenda(data, "agenda", agenda.zone)
    if agenda.sessions:
        assert (file.agenda, file.problems) == (agenda, ())
        assert moments(file.agenda) == moments(agenda)
    else:
        assert len(file.problems) == 1


@settings(max_examples=60, deadline=None)
@given(agendas())
def test_agenda_comes_back_from_schedule_json(agenda: Agenda) -> None:
    assert_same(agenda, write_frab(agenda, "A meeting"))


@settings(max_examples=60, deadline=None)
@given(agendas())
def test_agenda_comes_back_from_a_calendar(agenda: Agenda) -> None:
    assert_same(agenda, write_calendar(agenda, "A meeting"))


def test_agenda_comes_back_from_a_workbook() -> None:
    zone = ZoneInfo("Europe/Oslo")
    nine = datetime(2030, 5, 6, 9, tzinfo=zone)
    rooms = (Room("fram", "Fram", "Floor 2", 40, "anna"), Room("nobel", "Nobel"))
    opening = Session(
        "s1", "=SUM(1)", nine, nine + timedelta(hours=1), "fram", ("anna",), ("Omar Said", "li"),
        ("li",), ("Costs, old", "Harbour"), "One.\n\nTwo.", "A", True,
    )  # fmt: skip
    dinner = Session("s2", "Dinner", nine, nine + timedelta(hours=16), is_break=True)
    agenda = Agenda("Europe/Oslo", (opening, dinner), rooms)
    assert_same(agenda, write_workbook(agenda))


def test_room_and_length_that_another_program_changed_are_the_new_ones() -> None:
    nine = datetime(2030, 5, 6, 9, tzinfo=ZoneInfo("Europe/Oslo"))
    session = Session("s1", "Opening", nine, nine + timedelta(hours=1), "fram")
    rooms = (Room("fram", "Fram"), Room("nobel", "Nobel"))
    data = write_frab(Agenda("Europe/Oslo", (session,), rooms), "A meeting")
    moved = data.replace(b'"room": "Fram"', b'"room": "Nobel"')
    moved = moved.replace(b'"duration": "01:00"', b'"duration": "02:00"')
    found = read_agenda(moved, "a.json", "Europe/Oslo").agenda.sessions[0]
    assert (found.room, found.ends) == ("nobel", nine + timedelta(hours=2))
