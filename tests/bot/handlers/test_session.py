"""A session's card: its words, its buttons, one's own day, and what it leads to."""

from dataclasses import replace

from meeting.agenda import Agenda, ordered
from meeting.codes import session_code
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from tests.bot.handlers.conftest import greeted
from tests.stage import Stage
from tests.two_days import AGENDA, PEACE, at

GONE = "That is no longer here. Ask again, and I’ll look."


async def card(stage: Stage, phone: Phone, session_id: str) -> ScreenMessage:
    """A message that has become a session's card."""
    old = await stage.send_button(phone, f"card:{session_code(session_id)}")
    await phone.press(old, "Old")
    return await phone.next_edit()


async def test_card_tells_all_with_names_and_offers_its_papers(stage: Stage, ada: Phone) -> None:
    stage.publish("House note")
    message = await card(stage, ada, "peace")
    assert message.text == (
        "Peace processes: how inclusive?\n"
        "Monday 11 February, 14:00–15:30 · Fram, second floor\n"
        "In 8 minutes\n"
        "Chair: Bo Ek\n"
        "With: Cato Berg\n"
        "Rapporteur: Ada Vik\n"
        "Papers: House note, Lost note\n"
        "\n"
        "Who sits at the table, and who decides."
    )
    assert message.labels == [
        "Calendar file", "Where is it", "Ask about it", "📄 House note",
        "◀ Monday 11 February", "My day",
    ]  # fmt: skip


async def test_paper_of_a_session_is_one_tap_away(stage: Stage, ada: Phone) -> None:
    stage.publish("House note", "note.pdf")
    await ada.press(await card(stage, ada, "peace"), "📄 House note")
    sent = await ada.next_message()
    assert sent.document is not None
    assert sent.document.name == "note.pdf"


async def test_session_is_added_to_my_day_and_removed(stage: Stage, ada: Phone) -> None:
    before = await card(stage, ada, "police")
    assert before.text.splitlines()[-1] == (
        "One of several at this time: you are in “Funding early recovery”."
    )
    await ada.press(before, "Add to my day")
    added = await ada.next_edit()
    assert (added.labels[0], added.text.splitlines()[-2:]) == (
        "Remove from my day",
        [
            "One of several at this time: you are in this one.",
            "At the same time you also have “Funding early recovery”.",
        ],
    )
    await ada.say("/my")
    assert "15:45 Police and justice · Munch" in (await ada.next_message()).text.splitlines()
    await ada.press(added, "Remove from my day")
    assert (await ada.next_edit()).text == before.text


async def test_place_that_the_organisers_gave_is_not_ones_own_to_leave(
    stage: Stage, ada: Phone
) -> None:
    message = await card(stage, ada, "funding")
    assert message.text.splitlines()[-1] == "One of several at this time: you are in this one."
    assert message.labels[0] == "Calendar file"


async def test_somebody_who_is_on_no_list_can_look_but_not_choose(stage: Stage, ada: Phone) -> None:
    eve = await greeted(await stage.person("Eve"))
    message = await card(stage, eve, "police")
    assert (message.labels[0], message.text.splitlines()[-1]) == (
        "Calendar file", "One of several at this time; you haven’t chosen yet.",
    )  # fmt: skip
    code = session_code("police")
    await eve.press(await stage.send_button(eve, f"follow:{code}:1"), "Old")
    assert (await eve.next_edit()).text == message.text


async def test_button_finds_a_session_that_has_moved(stage: Stage, ada: Phone) -> None:
    await ada.say("/agenda")
    await ada.press(await ada.next_message(), "Monday 11 February")
    day = await ada.next_edit()
    moved = replace(PEACE, starts=at(12, "11:00"), ends=at(12, "12:00"), room="munch")
    others = [s for s in AGENDA.sessions if s.session_id != "peace"]
    stage.set_agenda(Agenda("Europe/Oslo", ordered([moved, *others]), AGENDA.rooms))
    await ada.press(day, "14:00 Peace processes: how inclusive?")
    assert (await ada.next_edit()).text.splitlines()[1:3] == [
        "Tuesday 12 February, 11:00–12:00 · Munch", "Tomorrow",
    ]  # fmt: skip


async def test_removed_session_is_said_to_be_gone(stage: Stage, ada: Phone) -> None:
    message = await card(stage, ada, "peace")
    others = tuple(s for s in AGENDA.sessions if s.session_id != "peace")
    stage.set_agenda(Agenda("Europe/Oslo", others, AGENDA.rooms))
    for label in ("Calendar file", "Where is it", "Ask about it"):
        assert await ada.press(message, label) is not None
        assert (await ada.next_message()).text == GONE
    code = session_code("peace")
    for data in (f"card:{code}", f"session:{code}", f"follow:{code}:1"):
        await ada.press(await stage.send_button(ada, data), "Old")
        assert (await ada.next_message()).text == GONE


async def test_card_is_sent_below_a_message_that_is_to_stay(stage: Stage, ada: Phone) -> None:
    old = await stage.send_button(ada, f"session:{session_code('peace')}")
    await ada.press(old, "Old")
    sent = await ada.next_message()
    assert sent.text.startswith("Peace processes: how inclusive?\n")
    assert [m.text for m in await ada.messages() if m.message_id == old.message_id] == ["Old"]


async def test_ask_about_it_answers_from_the_papers(stage: Stage, ada: Phone) -> None:
    stage.publish("House note")
    await ada.press(await card(stage, ada, "peace"), "Ask about it")
    assert (await ada.next_message()).text == (
        "The papers and the practical notes don’t say; the nearest I have is one tap away."
    )
    assert stage.library.asked == ["Peace processes: how inclusive?"]


async def test_every_press_is_answered_within_a_second(stage: Stage, ada: Phone) -> None:
    code = session_code("police")
    for data in (
        "my:", "my:20080212", "days:0", "day:20080211:", f"choice:{code}", f"card:{code}",
        f"session:{code}", f"follow:{code}:1", f"calendar:{code}", "calendar:", f"where:{code}",
        f"about:{code}", "venue:",
    ):  # fmt: skip
        eve = await greeted(await stage.person("Eve"))
        assert await eve.press(await stage.send_button(eve, data), "Old", timeout=1) is not None
