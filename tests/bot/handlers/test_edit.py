"""/edit: to one session by day or by words, and each thing that can be changed of it."""

import asyncio

import pytest

from meeting.agenda import Agenda
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from tests.bot.handlers.changing import ADA, EDDA, EVERYBODY, HELD, OLA, changed, without
from tests.bot.handlers.writing import member, note, pressed
from tests.stage import Stage
from tests.two_days import LUNCHTIME, at

MOVED = "It has changed since. Here is how it stands now; please look once more."
NOTHING = "That changes nothing, so there is nothing to release."
UNCLEAR = "I read no time in that. Write one such as 14:30, 14:30–16:00 or +10."
FUNDING = [
    "Time…", "Room…", "Late +5", "+10", "+15", "+20", "+30", "Rename…", "Swap rooms with…",
    "Cancel the session", "◀ Monday 11 February",
]  # fmt: skip


@pytest.fixture
def clock() -> str:
    return LUNCHTIME


@pytest.fixture
async def edda(closed: Stage) -> Phone:
    closed.set_agenda(HELD)
    closed.list_people(*EVERYBODY)
    return await member(closed, EDDA)


async def menu(phone: Phone, words: str = "funding") -> ScreenMessage:
    """What can be changed of the session whose title has these words."""
    await phone.say(f"/edit {words}")
    return await phone.next_message()


async def released(stage: Stage, phone: Phone, draft: ScreenMessage) -> Agenda:
    """The agenda that holds once a draft is released."""
    await pressed(phone, draft, "Release")
    return stage.services.agenda.held().agenda


def first_line(draft: ScreenMessage) -> str:
    return next(line for line in draft.text.split("\n") if line.startswith("1. "))


async def test_walk_from_the_days_to_a_session(edda: Phone) -> None:
    await edda.say("/edit")
    days = await edda.next_message()
    assert (days.text, days.labels) == (
        "Change a session\nPick its day. Or write /edit with words of its title.",
        ["Monday 11 February", "Tuesday 12 February"],
    )
    day = await pressed(edda, days, "Monday 11 February")
    assert (day.text, day.labels[1]) == (
        "Monday 11 February\nWhich session?", "14:00 Peace processes: how inclusive?",
    )  # fmt: skip
    session = await pressed(edda, day, "15:45 Funding early recovery")
    assert (session.text, session.labels) == (
        "Funding early recovery\n15:45–17:00 · Nobel\nWhat changes?", FUNDING,
    )  # fmt: skip
    back = await pressed(edda, session, "◀ Monday 11 February")
    assert (back.text, back.labels) == (day.text, day.labels)


async def test_words_of_a_title_find_one_or_several(edda: Phone) -> None:
    assert (await menu(edda, "fund recovery")).labels == FUNDING
    several = await menu(edda, "dinner closing")
    assert (several.text, several.labels) == (
        "2 sessions may be meant. Which one?",
        ["19:00 Dinner", "Tue 12 09:00 Closing", "◀ All days"],
    )  # fmt: skip
    none = await menu(edda, "volcano")
    assert none.text == "I found no session with these words in its title. Here are the days."


@pytest.mark.parametrize(
    ("written", "line", "starts", "ends"),
    [
        ("16:00", "15:45 → 16:00, Nobel unchanged", "16:00", "17:15"),
        ("16:00–16:45", "15:45–17:00 → 16:00–16:45, Nobel unchanged", "16:00", "16:45"),
        ("+10", "15:45 → 15:55, Nobel unchanged", "15:55", "17:10"),
    ],
)
async def test_time_is_taken_from_the_next_message(
    closed: Stage, edda: Phone, written: str, line: str, starts: str, ends: str
) -> None:
    asked = await pressed(edda, await menu(edda), "Time…")
    assert (asked.text, asked.labels) == (
        "When is Funding early recovery to be? Now it is 15:45–17:00. Write the new time, such as "
        "15:45, 15:45–17:00 or +10 (minutes later).",
        ["Cancel"],
    )
    await edda.say(written)
    draft = await edda.next_message()
    assert first_line(draft) == f"1. Funding early recovery {line}"
    expected = changed("funding", starts=at(11, starts), ends=at(11, ends))
    assert await released(closed, edda, draft) == expected


async def test_what_is_no_time_is_asked_for_again(closed: Stage, edda: Phone) -> None:
    await pressed(edda, await menu(edda), "Time…")
    await edda.say("after the coffee")
    again = await edda.next_message()
    assert (again.text, again.labels) == (UNCLEAR, ["Cancel"])
    await edda.say("16:00")
    assert first_line(await edda.next_message()).endswith("15:45 → 16:00, Nobel unchanged")
    assert closed.library.asked == []


async def test_cancelled_question_takes_the_next_message_for_one_of_theirs(
    closed: Stage, edda: Phone
) -> None:
    asked = await pressed(edda, await menu(edda), "Time…")
    assert (await pressed(edda, asked, "Cancel")).labels == FUNDING
    await edda.say("Where is the hall?")
    await edda.next_message()
    assert closed.library.asked == ["Where is the hall?"]


async def test_room_is_tapped_with_its_seats_before_one(closed: Stage, edda: Phone) -> None:
    rooms = await pressed(edda, await menu(edda), "Room…")
    assert (rooms.text, rooms.labels) == (
        "Which room for Funding early recovery, 15:45–17:00? ✗ marks what is there at that time.",
        ["Fram · 70 seats", "Restaurant · 80 seats", "Munch · 20 seats · ✗ Police and justice",
         "◀ Back"],
    )  # fmt: skip
    draft = await pressed(edda, rooms, "Fram · 70 seats")
    assert first_line(draft) == "1. Funding early recovery Nobel → Fram, 15:45 unchanged"
    assert await released(closed, edda, draft) == changed("funding", room="fram")


async def test_two_sessions_swap_rooms_once(closed: Stage, edda: Phone) -> None:
    swaps = await pressed(edda, await menu(edda), "Swap rooms with…")
    assert swaps.labels[0] == "Munch · 15:45 Police and justice"
    draft = await pressed(edda, swaps, swaps.labels[0])
    expected = changed("police", changed("funding", room="munch"), room="nobel")
    assert await released(closed, edda, draft) == expected


async def test_what_runs_late_pushes_what_follows_in_its_room(closed: Stage, edda: Phone) -> None:
    draft = await pressed(edda, await menu(edda, "peace"), "+20")
    expected = changed("peace", starts=at(11, "14:20"), ends=at(11, "15:50"))
    assert await released(closed, edda, draft) == expected


async def test_session_is_renamed(closed: Stage, edda: Phone) -> None:
    asked = await pressed(edda, await menu(edda), "Rename…")
    assert asked.text == "Write the new title of Funding early recovery."
    await edda.say("One\nTwo")
    again = await edda.next_message()
    assert (
        again.text == "A title is one line of at most 200 characters. Write it once more, please."
    )
    await edda.say("Paying for recovery")
    draft = await edda.next_message()
    assert first_line(draft) == "1. Paying for recovery (so far “Funding early recovery”)"
    expected = changed("funding", title="Paying for recovery")
    assert await released(closed, edda, draft) == expected


async def test_session_is_cancelled(closed: Stage, edda: Phone) -> None:
    draft = await pressed(edda, await menu(edda), "Cancel the session")
    assert first_line(draft) == "1. Funding early recovery · cancelled (15:45–17:00, Nobel)"
    assert await released(closed, edda, draft) == without("funding")


async def test_edits_join_one_draft_which_edit_goes_on_from(closed: Stage, edda: Phone) -> None:
    rooms = await pressed(edda, await menu(edda), "Room…")
    await pressed(edda, rooms, "Fram · 70 seats")
    await edda.say("/edit")
    days = await edda.next_message()
    shown = await pressed(edda, days, "The draft, not yet released")
    assert first_line(shown) == "1. Funding early recovery Nobel → Fram, 15:45 unchanged"
    session = await menu(edda)
    assert session.text == "Funding early recovery\n15:45–17:00 · Fram\nWhat changes?"
    draft = await pressed(edda, session, "Late +5")
    assert draft.text.split("\n")[:2] == [
        "In this draft: Funding early recovery: Fram + Funding early recovery: 5 minutes later",
        "Compared with version 1, 1 thing changes:",
    ]
    assert first_line(draft) == "1. Funding early recovery Nobel → Fram, 15:45 → 15:50"
    expected = changed("funding", room="fram", starts=at(11, "15:50"), ends=at(11, "17:05"))
    assert await released(closed, edda, draft) == expected


async def test_five_taps_are_ten_minutes_once(edda: Phone) -> None:
    session = await menu(edda)
    late = next(each.callback_data for each in session.buttons if each.label == "+10")
    await asyncio.gather(*(edda.press(session, callback_data=late) for _ in range(5)))
    draft = (await edda.messages())[-1]
    assert first_line(draft) == "1. Funding early recovery 15:45 → 15:55, Nobel unchanged"


async def test_button_of_an_older_agenda_shows_how_it_stands_now(
    closed: Stage, edda: Phone
) -> None:
    session = await menu(edda)
    closed.set_agenda(changed("funding", room="fram"))
    assert await note(edda, session, "+10") == MOVED
    assert (await edda.next_edit()).text.split("\n")[1] == "15:45–17:00 · Fram"


async def test_edit_that_changes_nothing_says_so(edda: Phone) -> None:
    await pressed(edda, await menu(edda), "Time…")
    await edda.say("15:45")
    assert (await edda.next_message()).text == NOTHING


async def test_card_of_an_editor_has_a_button_that_leaves_it(closed: Stage, edda: Phone) -> None:
    ada = await member(closed, ADA)
    cards = [await card(phone) for phone in (edda, ada)]
    assert ["Edit" in each.labels for each in cards] == [True, False]
    await edda.press(cards[0], "Edit")
    session = await edda.next_message()
    assert (session.text.split("\n")[0], session.labels) == ("Funding early recovery", FUNDING)


async def test_session_that_is_gone_while_its_time_is_awaited(closed: Stage, edda: Phone) -> None:
    await pressed(edda, await menu(edda), "Time…")
    closed.set_agenda(without("funding"))
    await edda.say("16:00")
    assert (await edda.next_message()).text == "That is no longer here. Ask again, and I’ll look."
    await edda.say("Where is the hall?")
    await edda.next_message()
    assert closed.library.asked == ["Where is the hall?"]


async def test_organiser_who_writes_an_announcement_can_edit_in_between(
    closed: Stage, edda: Phone
) -> None:
    ola = await member(closed, OLA)
    await ola.say("/announce")
    await ola.next_message()
    await pressed(ola, await menu(ola), "Time…")
    await ola.say("16:00")
    assert first_line(await ola.next_message()).endswith("15:45 → 16:00, Nobel unchanged")
    await ola.say("Buses at 18:30")
    assert (await ola.next_message()).text == "To whom? Tick one or more."


async def card(phone: Phone) -> ScreenMessage:
    """The card of a session, by way of the agenda."""
    await phone.say("/agenda")
    day = await pressed(phone, await phone.next_message(), "Monday 11 February")
    return await pressed(phone, day, "15:45 Funding early recovery")
