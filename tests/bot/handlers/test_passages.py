"""[Show passage]: the passage in its context, the quoted words marked; only for who asked."""

from tests.stage import Stage


async def test_passage_opens_in_its_context_with_the_quote_marked(stage: Stage) -> None:
    stage.publish()
    phone = await stage.person()
    await phone.say("Tell me about the hall")
    reply = await phone.next_message()
    await phone.press(reply, "Show passage")
    shown = await phone.next_message()
    assert shown.text == (
        "House note, v1, ¶ 1, p. 1\n\nPlace\n\n… A short note about a meeting.\n\n"
        "The hall holds 80 people. It is warm. Coats go to the cloakroom.\n\n"
        "Two papers will be sent: …"
    )
    assert shown.marked("bold") == ["House note, v1, ¶ 1, p. 1", "The hall holds 80 people."]
    assert (shown.labels, shown.reply_to) == (["The paper"], reply.message_id)


async def test_nearest_passage_of_an_unanswered_question_is_shown(stage: Stage) -> None:
    stage.publish()
    phone = await stage.person()
    await phone.say("What does the hotel cost?")
    await phone.press(await phone.next_message(), "Show it")
    shown = await phone.next_message()
    assert shown.text.split("\n\n")[0] == "House note, v1, ¶ 1, p. 1"
    assert shown.marked("bold") == ["House note, v1, ¶ 1, p. 1"]


async def test_button_of_somebody_elses_question_leads_nowhere(stage: Stage) -> None:
    stage.publish()
    ingrid, eve = await stage.person("Ingrid"), await stage.person("Eve")
    await ingrid.say("Tell me about the hall")
    reply = await ingrid.next_message()
    data = reply.buttons[0].callback_data
    await eve.say("What does the hotel cost?")
    await eve.next_message()
    await eve.press(await stage.send_button(eve, data), "Old")
    assert (await eve.next_message()).text == "That is no longer here. Ask again, and I’ll look."
