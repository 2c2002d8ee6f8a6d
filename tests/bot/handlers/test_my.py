"""/my, /now, /next: where somebody has to be, at every time of a meeting."""

import pytest

from meeting.agenda import Agenda
from rehearsal.phone import Phone
from tests.stage import Stage
from tests.two_days import AGENDA, CLOSING, FUNDING, LUNCH, POLICE

NONE_YET = (
    "The agenda isn’t here yet. As soon as the organisers have put it in, you’ll find it here."
)
OVER = "The meeting is over. Thank you for having been part of it."


async def test_my_day_is_now_next_and_later(ada: Phone) -> None:
    await ada.say("/my")
    message = await ada.next_message()
    assert message.text == (
        "Monday 11 February, 13:52\n"
        "▶ now Lunch, Restaurant, until 14:00\n"
        "14:00 Peace processes: how inclusive? · Fram · in 8 minutes, second floor\n"
        "15:45 Funding early recovery · Nobel\n"
        "19:00 Dinner · City Hall"
    )
    assert message.labels == ["Tomorrow ▶", "All sessions", "Calendar file"]


async def test_days_turn_in_the_same_message(ada: Phone) -> None:
    await ada.say("/my")
    today = await ada.next_message()
    await ada.press(today, "Tomorrow ▶")
    tomorrow = await ada.next_edit()
    assert (tomorrow.message_id, tomorrow.text) == (
        today.message_id, "Tuesday 12 February · tomorrow\n09:00 Closing · Fram",
    )  # fmt: skip
    assert tomorrow.labels == ["◀ Today", "All sessions", "Calendar file"]
    await ada.press(tomorrow, "◀ Today")
    assert (await ada.next_edit()).text == today.text


async def test_parallel_sessions_to_choose_from_are_one_line_and_a_button(
    stage: Stage, ada: Phone
) -> None:
    stranger = await stage.person("Eve")
    await stranger.say("/my")
    message = await stranger.next_message()
    assert "15:45 2 parallel sessions to choose from" in message.text.splitlines()
    await stranger.press(message, "15:45: choose from 2")
    choice = await stranger.next_edit()
    assert choice.text == (
        "Monday 11 February, 15:45\nThese 2 sessions run side by side. Tap one to see it.\n"
        "15:45–17:00 Funding early recovery · Nobel\n15:45–17:00 Police and justice · Munch"
    )
    assert choice.labels == [
        "15:45 Funding early recovery", "15:45 Police and justice", "My day",
    ]  # fmt: skip


@pytest.mark.parametrize("clock", ["2008-02-08T10:00+01:00"])
async def test_before_the_meeting_the_first_day_is_shown(ada: Phone) -> None:
    await ada.say("/my")
    message = await ada.next_message()
    assert message.text.startswith("Monday 11 February · in 3 days\n12:30 Lunch · Restaurant\n")
    assert message.labels == ["Tue ▶", "All sessions", "Calendar file"]


@pytest.mark.parametrize("clock", ["2008-02-11T22:00+01:00"])
async def test_in_the_evening_tomorrow_is_one_tap_away(ada: Phone) -> None:
    await ada.say("/my")
    message = await ada.next_message()
    assert message.text == "Monday 11 February, 22:00\nNothing more for you today."
    assert message.labels == ["Tomorrow ▶", "All sessions", "Calendar file"]
    await ada.say("/next")
    assert (await ada.next_message()).text == (
        "Tuesday 12 February · tomorrow\n09:00 Closing · Fram · second floor"
    )


@pytest.mark.parametrize("clock", ["2008-02-12T10:00+01:00"])
async def test_after_the_end_the_last_day_is_one_tap_away(ada: Phone) -> None:
    await ada.say("/my")
    message = await ada.next_message()
    assert (message.text, message.labels) == (OVER, ["Tuesday 12 February", "All sessions"])
    await ada.press(message, "Tuesday 12 February")
    assert (await ada.next_edit()).text == "Tuesday 12 February, 10:00\nNothing more for you today."
    for command in ("/now", "/next"):
        await ada.say(command)
        assert (await ada.next_message()).text == OVER


async def test_now_shows_all_that_runs_and_what_is_next_for_me(stage: Stage, ada: Phone) -> None:
    stage.set_agenda(Agenda("Europe/Oslo", (LUNCH, CLOSING), AGENDA.rooms))
    await ada.say("/now")
    message = await ada.next_message()
    assert message.text == (
        "Monday 11 February, 13:52\n▶ now ✓ Lunch, Restaurant, until 14:00\n\n"
        "Next for you:\nTuesday 12 February · tomorrow\n09:00 Closing · Fram · second floor"
    )
    assert message.labels == ["12:30 Lunch", "My day"]


@pytest.mark.parametrize("clock", ["2008-02-11T15:45+01:00"])
async def test_session_that_starts_this_minute_is_now_and_mine_comes_first(ada: Phone) -> None:
    await ada.say("/now")
    assert (await ada.next_message()).text.splitlines()[1:3] == [
        "▶ now ✓ Funding early recovery, Nobel, until 17:00",
        "▶ now Police and justice, Munch, until 17:00",
    ]


@pytest.mark.parametrize("clock", ["2008-02-11T15:30+01:00"])
async def test_session_that_ends_this_minute_is_over(ada: Phone) -> None:
    await ada.say("/now")
    assert (await ada.next_message()).text == (
        "Monday 11 February, 15:30\nNothing is on just now.\n\n"
        "Next for you:\n15:45 Funding early recovery · Nobel · in 15 minutes, first floor"
    )


async def test_next_is_where_i_have_to_be_next(ada: Phone) -> None:
    await ada.say("/next")
    message = await ada.next_message()
    assert message.text == (
        "14:00 Peace processes: how inclusive? · Fram · in 8 minutes, second floor"
    )
    await ada.press(message, "14:00 Peace processes: how inclusive?")
    assert (await ada.next_edit()).text.startswith("Peace processes: how inclusive?\n")


async def test_day_is_told_in_the_persons_language(stage: Stage, ada: Phone) -> None:
    claire = await stage.person("Claire", "fr")
    await claire.say("/my")
    message = await claire.next_message()
    assert message.text == (
        "Lundi 11 février, 13:52\n"
        "▶ maintenant Lunch, Restaurant, jusqu’à 14:00\n"
        "14:00 Peace processes: how inclusive? · Fram · dans 8 minutes, second floor\n"
        "15:45 2 séances parallèles, à vous de choisir\n"
        "19:00 Dinner · City Hall"
    )
    assert message.labels == [
        "15:45\u202f: choisir parmi 2", "Demain ▶", "Tout le programme", "Fichier d’agenda",
    ]  # fmt: skip


async def test_no_agenda_yet_is_a_sentence(stage: Stage) -> None:
    phone = await stage.person()
    for command in ("/my", "/now", "/next"):
        await phone.say(command)
        assert (await phone.next_message()).text == NONE_YET


@pytest.mark.parametrize("day", ["20080213", "20089999", "00000000"])
async def test_day_that_the_meeting_no_longer_has_is_said_so(
    stage: Stage, ada: Phone, day: str
) -> None:
    old = await stage.send_button(ada, f"my:{day}")
    assert await ada.press(old, "Old") is not None
    assert (await ada.next_message()).text == "That is no longer here. Ask again, and I’ll look."


async def test_day_of_a_new_agenda_is_shown_on_an_old_message(stage: Stage, ada: Phone) -> None:
    await ada.say("/my")
    message = await ada.next_message()
    stage.set_agenda(Agenda("Europe/Oslo", (FUNDING, POLICE, CLOSING), AGENDA.rooms))
    await ada.press(message, "Tomorrow ▶")
    tomorrow = await ada.next_edit()
    await ada.press(tomorrow, "◀ Today")
    assert (await ada.next_edit()).text == (
        "Monday 11 February, 13:52\n"
        "15:45 Funding early recovery · Nobel · in 1 h 53 min, first floor"
    )
