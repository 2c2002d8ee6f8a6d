"""/settings: language, reminders, recalls; changed in place, kept, and followed everywhere."""

from rehearsal.phone import Phone
from tests.stage import Stage

RECALL = "✓ Tell me when answers change"


async def test_chosen_language_changes_the_message_and_what_follows(stage: Stage) -> None:
    phone = await stage.person("Ingrid", "en")
    await phone.say("/settings")
    message = await phone.next_message()
    assert message.labels == ["English", "Français", "As in Telegram"]
    answer = await phone.press(message, "Français")
    changed = await phone.next_edit()
    assert answer is not None
    assert answer.text == "C’est fait."
    assert changed.text == "Je vous écris en français. Quelle langue préférez-vous\u202f?"
    await phone.say("/papers")
    assert (await phone.next_message()).text.startswith("Il n’y a pas encore de documents")


async def test_same_choice_twice_is_no_error(stage: Stage) -> None:
    stage.refusals.add(
        "Bad Request: message is not modified: specified new message content and reply markup "
        "are exactly the same as a current content and reply markup of the message"
    )
    phone = await stage.person("Claire", "fr")
    await phone.say("/settings")
    message = await phone.next_message()
    assert await phone.press(message, "English") is not None
    changed = await phone.next_edit()
    assert await phone.press(changed, "English") is not None
    await phone.press(changed, "As in Telegram")
    assert (await phone.next_edit()).text.startswith("Je vous écris en français.")


async def test_somebody_on_the_list_chooses_when_to_be_reminded(stage: Stage, ada: Phone) -> None:
    await ada.say("/settings")
    message = await ada.next_message()
    assert message.text == (
        "I speak English with you. Which language do you prefer?\n\n"
        "I remind you 10 min before each of your sessions; tap another number of minutes to "
        "change that.\n\n"
        "When a paper changes what I answered you, I tell you."
    )
    assert message.labels[3:] == ["Off", "5", "✓ 10", "15", "30", RECALL]
    answer = await ada.press(message, "30")
    changed = await ada.next_edit()
    assert answer is not None
    assert (answer.text, changed.labels[3:]) == ("Done.", ["Off", "5", "10", "15", "✓ 30", RECALL])
    await ada.press(changed, "Off")
    changed = await ada.next_edit()
    assert changed.labels[3:] == ["✓ Off", "5", "10", "15", "30", RECALL]
    assert changed.text.split("\n\n")[1] == (
        "I don’t remind you of your sessions. Tap a number, and I will, that many minutes before."
    )


async def test_made_up_minutes_change_nothing(stage: Stage, ada: Phone) -> None:
    old = await stage.send_button(ada, "remind:7")
    answer = await ada.press(old, "Old")
    assert answer is not None
    assert answer.text == "That is no longer here. Ask again, and I’ll look."
    await ada.say("/settings")
    assert (await ada.next_message()).labels[3:] == ["Off", "5", "✓ 10", "15", "30", RECALL]


async def test_somebody_on_the_list_switches_recalls_off_and_on(stage: Stage, ada: Phone) -> None:
    await ada.say("/settings")
    message = await ada.next_message()
    answer = await ada.press(message, RECALL)
    changed = await ada.next_edit()
    assert answer is not None
    assert (answer.text, changed.labels[-1]) == ("Done.", "Tell me when answers change")
    assert changed.text.endswith("I don’t tell you when a paper changes what I answered you.")
    await ada.say("/settings")
    await ada.press(await ada.next_message(), "Tell me when answers change")
    assert (await ada.next_edit()).labels[-1] == RECALL
