"""The host of a room, somebody of its session, and somebody else who hears nothing of it."""

from dataclasses import dataclass, replace

import pytest

from meeting.agenda import Agenda, Room, ordered
from meeting.codes import session_code, short_code
from meeting.people import Person
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from tests.bot.handlers.conftest import greeted
from tests.bot.quick import haste as haste
from tests.stage import Stage
from tests.two_days import ADA, AGENDA, BO, PEACE, at, session

NOBEL = Room("nobel", "Nobel", "first floor", capacity=20, host="CLEO")
ROOMS = (Room("fram", "Fram", capacity=70), NOBEL, Room("munch", "Munch", capacity=12))
TALKS = session("talks", "Short talks", 11, "17:00", "18:00", room="nobel", block="B")
FILMS = session("films", "Films", 11, "17:00", "18:00", room="munch", block="B")
HALL: Agenda = replace(AGENDA, sessions=ordered((*AGENDA.sessions, TALKS, FILMS)), rooms=ROOMS)
IN = replace(ADA, sessions=("funding", "talks"))
CLEO = Person("cleo", "Cléo Roy", sessions=("police",))
DAN = Person("dan", "Dan Moe", sessions=("funding",))
ELSEWHERE = replace(BO, sessions=("police", "films"), role=None)
NOTHING_LEFT = (
    "That no longer fits: the session is over, elsewhere or changed. Here is the room as it is now."
)


@dataclass(frozen=True)
class Phones:
    """Cléo hosts Nobel, Ada is in Funding there, Bo in Police; Dan has not opened the bot."""

    cleo: Phone
    ada: Phone
    bo: Phone


@pytest.fixture
def clock() -> str:
    return "2008-02-11T15:40:00+01:00"


@pytest.fixture
async def phones(stage: Stage) -> Phones:
    stage.set_agenda(HALL)
    stage.list_people(CLEO, IN, ELSEWHERE, DAN)
    return Phones(*[await _come(stage, each) for each in (CLEO, IN, ELSEWHERE)])


async def _come(stage: Stage, person: Person) -> Phone:
    phone = await stage.person(person.name)
    stage.link(phone, person.key)
    return await greeted(phone)


async def room(phones: Phones) -> ScreenMessage:
    """The room, by its button on /my."""
    await phones.cleo.say("/my")
    await phones.cleo.press(await phones.cleo.next_message(), "Room Nobel")
    return await phones.cleo.next_edit()


async def pressed(phone: Phone, message: ScreenMessage, *labels: str) -> ScreenMessage:
    """The message after these taps, each of which edits it."""
    for label in labels:
        await phone.press(message, label)
        message = await phone.next_edit()
    return message


async def heard(phone: Phone) -> list[str]:
    """All that the bot has written to somebody after its greeting."""
    return [m.text for m in (await phone.messages())[2:] if m.from_bot]


async def test_room_is_one_tap_from_my_day(phones: Phones) -> None:
    message = await room(phones)
    assert message.text == (
        "Room Nobel, 15:40\nNext: 15:45 Funding early recovery\n2 people expected for 20 seats"
    )
    assert message.labels == ["Late…", "Moved…", "Full", "My day"]
    back = await pressed(phones.cleo, message, "My day")
    assert back.labels[:2] == ["17:00: choose from 2", "Room Nobel"]


async def test_room_is_below_the_card_of_a_session_which_stays(
    stage: Stage, phones: Phones
) -> None:
    code = session_code("funding")
    for phone, has in ((phones.cleo, True), (phones.ada, False)):
        await phone.press(await stage.send_button(phone, f"card:{code}"), "Old")
        card = await phone.next_edit()
        assert ("Room Nobel…" in card.labels) is has
    await phones.cleo.press(card := (await phones.cleo.messages())[-1], "Room Nobel…")
    assert (await phones.cleo.next_message()).text.startswith("Room Nobel, 15:40\n")
    assert card.text.startswith("Funding early recovery\n")


async def test_late_is_looked_at_then_told_to_those_it_concerns(phones: Phones) -> None:
    asked = await pressed(phones.cleo, await room(phones), "Late…")
    assert asked.text == (
        "Funding early recovery, 15:45–17:00: how many minutes later does it start?"
    )
    assert asked.labels == ["Start +5", "+10", "+15", "+20", "+30", "◀ Back"]
    plan = await pressed(phones.cleo, asked, "+10")
    assert plan.text == (
        "Funding early recovery 15:45 → 15:55, Nobel unchanged\n"
        "Short talks 17:00 → 17:10, Nobel unchanged\n\n"
        "That tells 2 people. 1 has never opened the bot."
    )
    assert plan.labels == ["Tell them", "◀ Back"]
    done = await pressed(phones.cleo, plan, "Tell them")
    assert done.text == (
        "Funding early recovery 15:45 → 15:55, Nobel unchanged\n"
        "Short talks 17:00 → 17:10, Nobel unchanged\n\n"
        "Told 2 people. 1 has never opened the bot."
    )
    assert done.labels == ["Room Nobel", "My day"]
    notice = await phones.ada.next_message()
    assert "15:55" in notice.text
    assert await heard(phones.bo) == []


async def test_moved_offers_free_rooms_with_their_seats(stage: Stage, phones: Phones) -> None:
    view = await pressed(phones.cleo, await room(phones), "Moved…")
    assert view.text == (
        "Funding early recovery, 15:45–17:00: where does it go? These rooms are free.\n"
        "2 people expected for 20 seats"
    )
    # Police is in Munch at that time.
    assert view.labels == ["Fram · 70 seats", "◀ Back"]
    plan = await pressed(phones.cleo, view, "Fram · 70 seats")
    assert plan.text.startswith("Funding early recovery Nobel → Fram, 15:45 unchanged\n")
    done = await pressed(phones.cleo, plan, "Tell them")
    assert done.text.endswith("Told 2 people. 1 has never opened the bot.")
    assert "Fram" in (await phones.ada.next_message()).text
    assert await heard(phones.bo) == []
    version = stage.services.history.past()[0]
    assert (version.author, version.name) == ("Cléo Roy", "Funding early recovery: Fram")


async def test_full_room_offers_the_emptiest_parallel_session(phones: Phones) -> None:
    message = await room(phones)
    done = await pressed(phones.cleo, message, "Full")
    assert done.text == (
        "Funding early recovery is full. Told 1 person. 1 has never opened the bot. "
        "I offered them Police and justice in Munch, where 10 seats are left."
    )
    notice = await phones.ada.next_message()
    assert notice.text.startswith("Nobel is full")
    assert "Police and justice" in notice.text
    assert await heard(phones.bo) == []
    shown = await pressed(phones.cleo, done, "Room Nobel")
    assert shown.text.splitlines()[-1] == "You said at 15:40 that it is full."
    assert (await pressed(phones.cleo, shown, "Full")).text == (
        "I told them at 15:40 that Funding early recovery is full. Nobody is told twice."
    )
    assert len(await heard(phones.ada)) == 1


@pytest.mark.parametrize("clock", ["2008-02-11T16:55:00+01:00"])
async def test_ended_calls_in_the_next(phones: Phones) -> None:
    message = await room(phones)
    assert message.labels == [
        "Late…", "Moved…", "Full: 15:45 Funding early recovery", "Full: 17:00 Short talks",
        "Ended", "My day",
    ]  # fmt: skip
    done = await pressed(phones.cleo, message, "Ended")
    assert done.text == "People can come in for Short talks. Told 1 person."
    assert (await phones.ada.next_message()).text.startswith("Nobel is free")
    assert await heard(phones.bo) == []


@pytest.mark.parametrize("clock", ["2008-02-11T17:50:00+01:00"])
async def test_last_session_of_a_room_has_nobody_to_call_in(phones: Phones) -> None:
    message = await room(phones)
    answer = await phones.cleo.press(message, "Ended")
    assert answer is not None
    assert answer.text == ("Nothing more is in this room today, so nobody is waiting to come in.")


async def test_second_tap_on_tell_them_does_nothing_more(stage: Stage, phones: Phones) -> None:
    plan = await pressed(phones.cleo, await room(phones), "Late…", "Start +5")
    data = next(button.callback_data for button in plan.buttons if button.label == "Tell them")
    done = await pressed(phones.cleo, plan, "Tell them")
    assert done.text.endswith("Told 2 people. 1 has never opened the bot.")
    old = await stage.send_button(phones.cleo, data)
    answer = await phones.cleo.press(old, "Old")
    assert answer is not None
    assert answer.text == NOTHING_LEFT
    assert (await phones.cleo.next_edit()).text.splitlines()[1] == (
        "Next: 15:50 Funding early recovery"
    )
    assert stage.services.history.past()[0].number == 2


async def test_session_that_moved_away_is_said_to_have(stage: Stage, phones: Phones) -> None:
    message = await room(phones)
    kept = tuple(s for s in HALL.sessions if s.session_id not in ("funding", "talks"))
    stage.set_agenda(replace(HALL, sessions=kept))
    answer = await phones.cleo.press(message, "Full")
    assert answer is not None
    assert answer.text == NOTHING_LEFT
    changed = await phones.cleo.next_edit()
    assert (changed.text, changed.labels) == (
        "Room Nobel, 15:40\nNothing more is planned in this room.", ["My day"],
    )  # fmt: skip


async def test_nobody_else_does_anything_with_a_room(stage: Stage, phones: Phones) -> None:
    nobel, funding = short_code("nobel"), session_code("funding")
    ten, stamp = "s10", "abcdefghij"
    for data in (
        f"host:room:{nobel}", f"host:open:{nobel}", f"host:late:{nobel}:{funding}",
        f"host:rooms:{nobel}:", f"host:plan:{nobel}:{funding}:{ten}",
        f"host:tell:{nobel}:{funding}:{ten}:{stamp}", f"host:full:{nobel}:{funding}",
        f"host:ended:{nobel}:{funding}",
    ):  # fmt: skip
        answer = await phones.ada.press(await stage.send_button(phones.ada, data), "Old")
        assert answer is not None
        assert answer.text == (
            "The agenda doesn’t name you as the host of this room. "
            "If that is wrong, tell the organisers."
        )
    assert stage.services.agenda.held().agenda == HALL


async def test_host_is_spoken_to_in_french(stage: Stage, phones: Phones) -> None:
    stage.list_people(replace(CLEO, key="emile", name="Émile"), CLEO, IN, ELSEWHERE)
    stage.set_agenda(replace(HALL, rooms=(replace(NOBEL, host="emile"), *ROOMS)))
    emile = await stage.person("Émile", "fr")
    stage.link(emile, "emile")
    await greeted(emile)
    await emile.say("/my")
    await emile.press(await emile.next_message(), "Salle Nobel")
    message = await emile.next_edit()
    assert message.labels == ["En retard…", "Autre salle…", "Salle pleine", "Ma journée"]
    plan = await pressed(emile, message, "En retard…", "+30")
    assert plan.text.endswith("\n\nÀ prévenir\u202f: 2 personnes.")
    assert plan.labels == ["Prévenir", "◀ Retour"]


async def test_other_sessions_of_the_room_can_be_picked(stage: Stage, phones: Phones) -> None:
    running = replace(PEACE, room="nobel", starts=at(11, "14:00"), ends=at(11, "15:41"))
    others = [s for s in HALL.sessions if s.session_id != "peace"]
    stage.set_agenda(replace(HALL, sessions=ordered((*others, running))))
    asked = await pressed(phones.cleo, await room(phones), "Late…")
    assert asked.text == (
        "Peace processes: how inclusive?, 14:00–15:41: how many minutes later does it end?"
    )
    assert asked.labels == [
        "End +5", "+10", "+15", "+20", "+30", "Instead: 15:45 Funding early recovery", "◀ Back",
    ]  # fmt: skip
    asked = await pressed(phones.cleo, asked, "Instead: 15:45 Funding early recovery")
    assert asked.labels[0] == "Start +5"
    assert (await pressed(phones.cleo, asked, "◀ Back")).text.startswith("Room Nobel, 15:40\n")


async def test_whoever_becomes_host_finds_the_room_on_the_day_before_them(
    stage: Stage, phones: Phones
) -> None:
    await phones.bo.say("/my")
    day = await phones.bo.next_message()
    assert "Room Nobel" not in day.labels
    stage.set_agenda(replace(HALL, rooms=(ROOMS[0], replace(NOBEL, host="bo"), ROOMS[2])))
    changed = await phones.bo.next_edit()
    assert (changed.message_id, changed.text) == (day.message_id, day.text)
    assert "Room Nobel" in changed.labels
    answer = await phones.cleo.press(
        await stage.send_button(phones.cleo, f"host:room:{short_code('nobel')}"), "Old"
    )
    assert answer is not None
    assert answer.text.startswith("The agenda doesn’t name you")
