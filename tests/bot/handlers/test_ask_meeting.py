"""Free words about the agenda in the chat: one reply from the live rows, with its buttons."""

from meeting.logistics import LogisticsEntry
from rehearsal.phone import Phone
from tests.stage import Stage

WIFI = LogisticsEntry(
    "wifi", {"en": "Network <guest>, no password.", "fr": "Réseau <guest>, sans mot de passe."}
)


async def test_where_am_i_after_lunch(stage: Stage, ada: Phone) -> None:
    asked = await ada.say("where am I after lunch?")
    reply = await ada.next_message()
    assert (reply.text, reply.labels, reply.reply_to) == (
        "14:00–15:30 · Fram: Peace processes: how inclusive?\n"
        "Lunch ends at 14:00. In 8 minutes. Fram: second floor.",
        ["Session", "Where is it"],
        asked.message_id,
    )
    assert stage.library.asked == []


async def test_question_is_answered_in_its_own_language(ada: Phone) -> None:
    await ada.say("Et demain matin ?")
    assert (await ada.next_message()).text == (
        "Mardi 12 février\n09:00–10:00 · Fram\u202f: Closing\nDemain. Fram\u202f: second floor."
    )


async def test_who_chairs_it_is_the_session_told_last(ada: Phone) -> None:
    await ada.say("When is the session on peace?")
    await ada.next_message()
    await ada.say("Who chairs it?")
    assert (await ada.next_message()).text == (
        "14:00–15:30 · Fram: Peace processes: how inclusive?\nChair: Bo Ek\n"
        "In 8 minutes. Fram: second floor."
    )


async def test_session_button_sends_its_card(ada: Phone) -> None:
    await ada.say("When is the session on peace?")
    await ada.press(await ada.next_message(), "Session")
    assert (await ada.next_message()).text.startswith("Peace processes: how inclusive?\n")


async def test_practical_matter_is_told_word_for_word(stage: Stage, ada: Phone) -> None:
    stage.set_logistics(WIFI)
    await ada.say("What's the Wi-Fi password?")
    assert (await ada.next_message()).text == "Network <guest>, no password."
    await ada.say("Quel est le mot de passe du wifi ?")
    assert (await ada.next_message()).text == "Réseau <guest>, sans mot de passe."


async def test_question_to_the_papers_still_goes_to_them(stage: Stage, ada: Phone) -> None:
    stage.publish()
    await ada.say("How many people does the hall hold?")
    assert (await ada.next_message()).text.startswith("“The hall holds 80 people.”")


async def test_asking_about_a_session_asks_the_papers(stage: Stage, ada: Phone) -> None:
    stage.publish()
    await ada.say("When is the session on peace?")
    await ada.press(await ada.next_message(), "Session")
    await ada.press(await ada.next_message(), "Ask about it")
    await ada.next_message()
    assert [text.split(":")[0] for text in stage.library.asked] == ["Peace processes"]


async def test_update_given_twice_is_answered_once(stage: Stage, ada: Phone) -> None:
    await ada.say("When is dinner?")
    first = await ada.next_message()
    await stage.rehearsal.wait_until_confirmed()
    await stage.rehearsal.repeat_updates()
    await ada.say("What's on tonight?")
    await ada.next_message()
    replies = [m.text for m in await ada.messages() if m.from_bot and "Dinner" in m.text]
    assert (len(replies), first.text) == (
        2, "19:00–21:30 · City Hall: Dinner\nIn 5 h 8 min.",
    )  # fmt: skip
