"""/announce: what is written becomes a draft, is shown as it will look, and outlives a restart."""

from pathlib import Path

import pytest

from rehearsal.client import Rehearsal
from rehearsal.phone import Phone
from rehearsal.screen import Mark
from rehearsal.server import running
from rehearsal.world import World
from tests.bot.handlers.test_other import png
from tests.bot.handlers.writing import (
    EVERYBODY,
    GONE,
    LUC,
    OLA,
    SAM,
    member,
    note,
    pressed,
    to_control,
    to_whom,
)
from tests.stage import Stage, check_requests, make_stage, opened
from tests.two_days import AGENDA

ASK = "Write the message, or forward one. A photo or a file may go with it."


@pytest.fixture
async def ola(closed: Stage) -> Phone:
    closed.set_agenda(AGENDA)
    closed.list_people(*EVERYBODY)
    return await member(closed, OLA)


async def test_command_asks_and_the_next_message_is_taken(closed: Stage, ola: Phone) -> None:
    await ola.say("/announce")
    asked = await ola.next_message()
    assert (asked.text, asked.labels) == (ASK, ["Cancel"])
    await ola.say("How big is the hall?")
    assert (await ola.next_message()).text == "To whom? Tick one or more."
    assert closed.library.asked == []


async def test_text_behind_the_command_is_taken_at_once(ola: Phone) -> None:
    assert (await to_whom(ola)).labels == [
        "Everyone 4", "Diplomacy 2", "Development 1", "Defence and security 1",
        "A session…", "More…", "Cancel",
    ]  # fmt: skip


async def test_preview_is_exactly_what_people_get_with_the_control_below(ola: Phone) -> None:
    text = "<b>Buses</b> & taxis at 18:30"
    control = await to_control(ola, text)
    assert control.reply_to_text == text
    assert control.text == (
        "↑ This is how it will look.\n"
        "To: Everyone · 4 people, 3 of whom have never opened the bot\n"
        "Normal: no sound between 22:00 and 07:00\n"
        "In: English; 1 of them would rather read French"
    )


async def test_commands_are_never_swallowed(ola: Phone) -> None:
    await ola.say("/announce")
    await ola.next_message()
    await ola.say("/papers")
    assert (await ola.next_message()).text.startswith("No papers are here yet.")
    await ola.say("/nothing")
    assert (await ola.next_message()).text.startswith("I don’t know that command.")
    await ola.say("Buses at 18:30")
    assert (await ola.next_message()).text == "To whom? Tick one or more."


async def test_questions_are_answered_once_nothing_is_awaited(closed: Stage, ola: Phone) -> None:
    closed.publish()
    await to_whom(ola)
    await ola.say("How big is the hall?")
    await ola.next_message()
    assert closed.library.asked == ["How big is the hall?"]


async def test_participants_are_not_held_up(closed: Stage, ola: Phone) -> None:
    closed.publish()
    luc = await member(closed, LUC)
    await luc.say("How big is the hall?")
    await luc.next_message()
    assert closed.library.asked == ["How big is the hall?"]


async def test_forwarded_photo_and_file_are_taken(ola: Phone) -> None:
    await ola.say("/announce")
    await ola.next_message()
    await ola.forward("Buses at 18:30", "The hotel")
    await pressed(ola, await ola.next_message(), "Everyone 4")
    assert (await ola.next_message()).text == "Buses at 18:30"
    control = await ola.next_message()
    for send in (ola.send_photo(png(), "A map"), ola.send_document(b"%PDF", "map.pdf", "", "Map")):
        await pressed(ola, control, "Change the text")
        await send
        preview, control = await ola.next_message(), await ola.next_message()
        assert preview.kind in ("photo", "document")
        assert control.reply_to == preview.message_id
        assert control.reply_to_text == preview.text


async def test_command_below_a_photo_begins_with_it_for_senders_only(
    closed: Stage, ola: Phone
) -> None:
    await ola.send_photo(png(), "/announce A map")
    await pressed(ola, await ola.next_message(), "Everyone 4")
    preview = await ola.next_message()
    assert (preview.kind, preview.text) == ("photo", "A map")
    luc = await member(closed, LUC)
    await luc.send_photo(png(), "/announce A map")
    assert "les images" in (await luc.next_message()).text


async def test_what_cannot_be_announced_is_refused_with_a_next_step(ola: Phone) -> None:
    await ola.say("/announce")
    await ola.next_message()
    sentence = (
        "I can pass on a text, a photo or a file. Send me one of these, and I’ll show you how it "
        "looks."
    )
    for send in (ola.send_voice(), ola.send_sticker(), ola.send_location(59.9, 10.7)):
        await send
        assert (await ola.next_message()).text == sentence
    await ola.send_photo(png(), "a" * 1025)
    assert (await ola.next_message()).text == (
        "Telegram takes 1024 characters here, and that is 1025. Send me a shorter one, please."
    )
    await ola.say("a" * 4096)
    assert (await ola.next_message()).text == "To whom? Tick one or more."


async def test_album_is_refused_once(ola: Phone) -> None:
    await ola.say("/announce")
    await ola.next_message()
    for _ in range(3):
        await ola.send_photo(png(), "A map", album="7")
    assert (await ola.next_message()).text == (
        "I can pass on one photo or file, not several at once. Send me one, with the text below it."
    )
    await ola.say("Buses at 18:30")
    assert (await ola.next_message()).text == "To whom? Tick one or more."


async def test_formatting_is_kept(ola: Phone) -> None:
    await ola.say("/announce")
    await ola.next_message()
    await ola.say("Buses at 18:30", entities=(Mark("bold", 0, 5), Mark("italic", 9, 5)))
    await ola.press(await ola.next_message(), "Everyone 4")
    preview = await ola.next_message()
    assert (preview.marked("bold"), preview.marked("italic")) == (["Buses"], ["18:30"])


async def test_change_of_text_shows_it_anew_and_back_keeps_it(ola: Phone) -> None:
    control = await to_control(ola)
    asked = await pressed(ola, control, "Change the text")
    assert asked.text == "Write it anew, or forward it. It takes the place of the text above."
    assert (await pressed(ola, asked, "◀ Back")).text == control.text
    await pressed(ola, control, "Change the text")
    await ola.say("Buses at 19:00")
    assert (await ola.next_message()).text == "Buses at 19:00"
    assert (await ola.next_message()).reply_to_text == "Buses at 19:00"


async def test_text_in_another_language_is_shown_and_can_be_taken_away(ola: Phone) -> None:
    asked = await pressed(ola, await to_control(ola), "Text in French…")
    assert asked.text == "Now the text in French. Everybody I speak French with gets that one."
    await ola.say("Les bus à 18:30")
    texts = [(await ola.next_message()).text for _ in range(2)]
    assert texts == ["Buses at 18:30", "Les bus à 18:30"]
    control = await ola.next_message()
    assert control.text.endswith("\nIn: English, French")
    asked = await pressed(ola, control, "✓ Text in French")
    assert asked.labels == ["◀ Back", "Without it"]
    await ola.press(asked, "Without it")
    assert (await ola.next_message()).text == "Buses at 18:30"
    assert "Text in French…" in (await ola.next_message()).labels


async def test_cancelled_draft_is_gone_for_each_of_its_buttons(ola: Phone) -> None:
    first = await to_control(ola)
    await ola.say("/announce")
    await ola.next_message()
    await ola.next_message()
    second = await ola.next_message()
    assert (await pressed(ola, second, "Cancel")).text == "All right, nothing is sent."
    assert {await note(ola, first, label) for label in first.labels} == {GONE}


async def test_draft_outlives_a_restart_and_is_shown_where_it_was(
    tmp_path: Path, clock: str
) -> None:
    async with running(World()) as addresses, Rehearsal(addresses.control_url) as rehearsal:
        stage = make_stage(tmp_path, rehearsal, addresses, access="invited", clock=clock)
        stage.list_people(*EVERYBODY)
        async with opened(stage):
            ola = await member(stage, OLA)
            control = await to_control(ola)
        async with opened(stage):
            await ola.say("/announce")
            here = await ola.next_message()
            assert here.text == "You were writing an announcement. Go on below, or start anew."
            assert (await ola.next_message()).text == "Buses at 18:30"
            assert (await ola.next_message()).text == control.text
            assert (await pressed(ola, here, "Start anew")).text == ASK
            assert await note(ola, control, "Send now") == GONE
        await check_requests(stage)


async def test_command_shows_what_is_awaited(ola: Phone) -> None:
    control = await to_control(ola)
    await pressed(ola, control, "At a time…")
    await ola.say("/announce")
    await ola.next_message()
    assert (await ola.next_message()).text.startswith("When? Tap a moment, or write one")


async def test_draft_without_a_message_has_nothing_to_send_or_show(
    closed: Stage, ola: Phone
) -> None:
    await ola.say("/announce")
    await ola.next_message()
    for data in ("an:next:1", "an:test:1", "an:all:1", "an:at:1"):
        await ola.press(await closed.send_button(ola, data), "Old")
    told = await note(ola, await closed.send_button(ola, "an:test:1"), "Old")
    assert told == "I found nothing new to send in that. Write the message, please."


async def test_two_authors_have_a_draft_each(closed: Stage, ola: Phone) -> None:
    sam = await member(closed, SAM)
    first, second = await to_whom(ola, "From Ola"), await to_whom(sam, "From Sam")
    await pressed(ola, first, "Everyone 4")
    await pressed(sam, second, "Everyone 4")
    assert (await ola.next_message()).text == "From Ola"
    assert (await sam.next_message()).text == "From Sam"


async def test_first_organiser_without_a_row_announces_too(closed: Stage) -> None:
    closed.list_people(*EVERYBODY)
    first = await closed.rehearsal.person("Mona", user_id=7)
    assert (await to_control(first)).labels[0] == "Send a test to me"


async def test_got_it_below_a_preview_is_for_show(ola: Phone) -> None:
    control = await to_control(ola)
    await ola.press(control, "☐ Urgent: asks for “Got it”")
    preview = await ola.next_edit()
    assert preview.labels == ["Got it"]
    assert await note(ola, preview, "Got it") == "Here people will tap. This one counts nothing."


async def test_mark_without_room_is_told_on_a_tap(closed: Stage, ola: Phone) -> None:
    data = "mark:corrected:1202731200"
    shown = await closed.send_button(ola, data)
    assert await note(ola, shown, "Old") == "Corrected on Monday 11 February at 13:00."
