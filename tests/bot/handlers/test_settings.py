"""/settings: the language, changed in place, kept, and followed everywhere."""

from tests.stage import Stage


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
