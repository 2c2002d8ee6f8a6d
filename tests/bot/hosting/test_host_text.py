"""A room as its host reads it, in every state, and what became of what they said."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import pytest

from bot.hosting import host_text
from bot.wording import Words, load_wording
from meeting.agenda import Agenda, Room, ordered
from meeting.edits import late, moved
from meeting.hosting import room_now
from meeting.notices import RoomWord
from meeting.release_warnings import OverCapacity
from meeting.room_edits import RoomEdit
from meeting.seats import FreeRoom
from meeting.session_changes import by_session
from services.hosted_rooms import Choice, RoomView
from services.room_changes import Hearers, Plan
from services.room_notices import Said
from tests.two_days import AGENDA, CLOSING, PEACE, POLICE, at, session

EN, FR = load_wording(("en", "fr")).languages
FRAM, MUNCH = Room("fram", "Fram", capacity=20), Room("munch", "Munch", capacity=12)
TALKS = session("talks", "Q & A", 11, "15:30", "16:30", room="fram")
HALL: Agenda = replace(AGENDA, sessions=ordered((*AGENDA.sessions, TALKS)), rooms=(FRAM, MUNCH))
NONE: Mapping[str, datetime] = {}


def view(clock: str, day: int = 11, coming: int = 18, **said: Mapping[str, datetime]) -> RoomView:
    now = at(day, clock)
    return RoomView(
        room=FRAM,
        agenda=HALL,
        at=now,
        now=room_now(HALL, "fram", now),
        coming={"peace": coming, "talks": 1},
        was_full=said.get("full", NONE),
        was_ended=said.get("ended", NONE),
    )


def choice(clock: str, *rooms: FreeRoom) -> Choice:
    return Choice(view(clock), PEACE, (), rooms)


def plan(after: Agenda, hearers: Hearers, *odd: OverCapacity) -> Plan:
    changes, edit = by_session(HALL, after), RoomEdit("a", "b", minutes=10)
    return Plan(FRAM, PEACE, edit, changes, odd, hearers, "seen", at(11, "14:05"))


def said(word: RoomWord, hearers: Hearers | None, seats: int = 0) -> Said:
    other = POLICE if seats else None
    room = MUNCH if seats else None
    return Said(word, FRAM, TALKS, other, room, seats, hearers, at(11, "14:05"))


def test_room_has_what_is_on_what_is_next_and_who_is_expected() -> None:
    assert host_text.room(EN, view("14:05")) == (
        "<b>Room Fram</b>, 14:05\n"
        "▶ <b>now</b> Peace processes: how inclusive?, until 15:30\n"
        "18 people expected for 20 seats\n"
        "Next: <b>15:30</b> Q &amp; A\n"
        "1 person expected for 20 seats"
    )


def test_room_is_told_in_french() -> None:
    assert host_text.room(FR, view("14:05")) == (
        "<b>Salle Fram</b>, 14:05\n"
        "▶ <b>maintenant</b> Peace processes: how inclusive?, jusqu’à 15:30\n"
        "18 personnes attendues pour 20 places\n"
        "Ensuite\u202f: <b>15:30</b> Q &amp; A\n"
        "1 personne attendue pour 20 places"
    )


def test_more_people_than_seats_are_marked() -> None:
    assert host_text.room(EN, view("14:05", coming=21)).splitlines()[2] == (
        "⚠ 21 people expected for 20 seats"
    )
    unknown = replace(view("14:05"), room=replace(FRAM, capacity=None))
    assert host_text.room(EN, unknown).splitlines()[2] == "18 people expected"
    assert host_text.room(EN, view("14:05", coming=0)).splitlines()[2] == (
        "Nobody expected so far for 20 seats"
    )


def test_room_says_what_was_said_of_it() -> None:
    told = view("15:20", full={"peace": at(11, "14:05")}, ended={"talks": at(11, "15:18")})
    lines = host_text.room(EN, told).splitlines()
    assert (lines[3], lines[6]) == (
        "You said at 14:05 that it is full.",
        "You said at 15:18 that people can come in.",
    )


def test_what_is_next_on_another_day_has_its_day_and_nothing_more_is_a_sentence() -> None:
    assert host_text.room(EN, view("17:00")).splitlines()[1] == (
        f"Next: Tuesday 12 February, <b>09:00</b> {CLOSING.title}"
    )
    assert host_text.room(EN, view("11:00", day=12)) == (
        "<b>Room Fram</b>, 11:00\nNothing more is planned in this room."
    )


@pytest.mark.parametrize(
    ("clock", "question"),
    [
        ("13:00", "how many minutes later does it start?"),
        ("14:10", "does it start later, or only end later? And by how many minutes?"),
        ("14:30", "how many minutes later does it end?"),
    ],
)
def test_question_fits_what_can_be_later(clock: str, question: str) -> None:
    asked = f"<i>Peace processes: how inclusive?</i>, 14:00–15:30: {question}"
    assert host_text.ask_late(EN, choice(clock)) == asked


def test_rooms_that_are_too_small_are_explained() -> None:
    rooms = FreeRoom(FRAM, True), FreeRoom(MUNCH, False)
    assert host_text.ask_room(EN, choice("13:00", *rooms)) == (
        "<i>Peace processes: how inclusive?</i>, 14:00–15:30: where does it go? "
        "These rooms are free.\n18 people expected for 20 seats\n"
        "⚠ marks a room with too few seats."
    )
    assert host_text.ask_room(EN, choice("13:00")) == (
        "<i>Peace processes: how inclusive?</i>, 14:00–15:30: no other room is free at that time."
    )


def test_plan_has_changes_oddities_and_numbers() -> None:
    odd = OverCapacity(PEACE, MUNCH, 18)
    text = host_text.plan(EN, plan(moved(HALL, "peace", "munch"), Hearers(18, 2, 1), odd))
    assert text == (
        "<i>Peace processes: how inclusive?</i> Fram → <b>Munch</b>, 14:00 unchanged\n\n"
        "⚠ Munch holds 12; 18 are expected at 14:00: <i>Peace processes: how inclusive?</i>\n\n"
        "That tells <b>18 people</b>. 2 have never opened the bot. 1 has blocked the bot."
    )


def test_plan_for_nobody_says_so() -> None:
    shifted = plan(late(HALL, "peace", 10), Hearers(0, 1))
    assert host_text.plan(EN, shifted).splitlines()[-1] == (
        "There is nobody to tell. 1 has never opened the bot."
    )


def test_long_row_of_sessions_is_cut() -> None:
    many = [
        session(f"s{n}", f"S{n}", 11, f"16:{30 + n}", f"16:{31 + n}", room="fram")
        for n in range(20)
    ]
    agenda = replace(HALL, sessions=ordered((*HALL.sessions, *many)))
    changes = by_session(agenda, late(agenda, "talks", 30))
    text = host_text.plan(EN, replace(plan(HALL, Hearers(2)), changes=changes))
    assert text.splitlines()[8] == "… and 13 more"


def test_report_says_who_was_told_and_who_was_not() -> None:
    moved_away = plan(moved(HALL, "peace", "munch"), Hearers(0))
    assert host_text.changed(EN, moved_away, Hearers(18, 2)) == (
        "<i>Peace processes: how inclusive?</i> Fram → <b>Munch</b>, 14:00 unchanged\n\n"
        "Told 18 people. 2 have never opened the bot."
    )
    assert host_text.changed(FR, moved_away, Hearers(1, 1, 2)).splitlines()[-1] == (
        "Message envoyé à 1 personne. 1 n’a jamais ouvert le bot. 2 ont bloqué le bot."
    )


@pytest.mark.parametrize(
    ("what", "text"),
    [
        (
            said(RoomWord.FULL, Hearers(18), 8),
            "<i>Q &amp; A</i> is full. Told 18 people. I offered them "
            "<i>Police and justice</i> in Munch, where 8 seats are left.",
        ),
        (
            said(RoomWord.FULL, Hearers(1), 1),
            "<i>Q &amp; A</i> is full. Told 1 person. I offered them "
            "<i>Police and justice</i> in Munch, where one seat is left.",
        ),
        (
            said(RoomWord.FULL, Hearers(0, 2)),
            "<i>Q &amp; A</i> is full. There was nobody to tell. 2 have never opened the bot.",
        ),
        (
            said(RoomWord.FULL, None),
            "I told them at 14:05 that <i>Q &amp; A</i> is full. Nobody is told twice.",
        ),
        (
            said(RoomWord.ENDED, Hearers(3)),
            "People can come in for <i>Q &amp; A</i>. Told 3 people.",
        ),
        (
            said(RoomWord.ENDED, None),
            "I told them at 14:05 that they can come in for <i>Q &amp; A</i>. "
            "Nobody is told twice.",
        ),
    ],
)
def test_what_was_said_is_reported(what: Said, text: str) -> None:
    assert host_text.said(EN, what) == text


@pytest.mark.parametrize("words", [EN, FR], ids=lambda words: words.language)
def test_longest_names_fit_into_a_message(words: Words) -> None:
    sessions = ordered(replace(each, title="t" * 4000) for each in HALL.sessions)
    agenda = replace(HALL, sessions=sessions, rooms=(replace(FRAM, name="r" * 4000), MUNCH))
    long = replace(
        view("14:05"),
        room=agenda.rooms[0],
        agenda=agenda,
        now=room_now(agenda, "fram", PEACE.starts),
    )
    assert len(host_text.room(words, long)) < 4096
    many = plan(HALL, Hearers(2))
    changes = by_session(agenda, late(agenda, "peace", 30))
    assert len(host_text.plan(words, replace(many, changes=changes))) < 4096
