"""[Show passage]: the passage in its context, the quoted words marked, and the page as a picture;
only for who asked."""

from dataclasses import replace

from knowledge.papers import Box
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from store.papers import NewVersion
from store.shelves import Shelves
from tests.stage import NOON, PASSAGES, ROOT, Stage

PAPER = (ROOT / "sample/papers/concept-note.pdf").read_bytes()
BOXED = replace(PASSAGES[1], boxes=(Box(1, 100, 600, 300, 650),))


async def shown(stage: Stage, phone: Phone) -> ScreenMessage:
    """The passage behind an answer from a paper that has real pages."""
    passages = (PASSAGES[0], BOXED, PASSAGES[2])
    new = NewVersion("Note", "note.pdf", "application/pdf", PAPER, "", 5, passages, NOON)
    stage.library.papers.add_version(None, new, publish=True)
    await phone.say("Tell me about the hall")
    await phone.press(await phone.next_message(), "Show passage")
    return await phone.next_message()


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


async def test_page_follows_the_passage_as_a_picture(stage: Stage) -> None:
    phone = await stage.person()
    text = await shown(stage, phone)
    picture = await phone.next_message()
    assert (picture.kind, picture.text) == ("photo", "Note, v1, ¶ 1, p. 1")
    assert picture.reply_to == text.message_id
    (request,) = await stage.rehearsal.requests("sendPhoto")
    assert request.parameters["protect_content"] == "false"


async def test_page_of_a_protected_paper_cannot_be_forwarded(stage: Stage) -> None:
    phone = await stage.person()
    await shown(stage, phone)
    await phone.next_message()
    Shelves(stage.engine).set_protected(1, True, None)
    await phone.say("Tell me about the hall")
    await phone.press(await phone.next_message(), "Show passage")
    await phone.next_message()
    await phone.next_message()
    _, request = await stage.rehearsal.requests("sendPhoto")
    assert request.parameters["protect_content"] == "true"


async def test_picture_that_cannot_be_sent_costs_nobody_the_text(stage: Stage) -> None:
    phone = await stage.person()
    stage.refusals.add("Bad Request: message is too long")
    await stage.rehearsal.fault("too-long", method="sendPhoto")
    assert (await shown(stage, phone)).labels == ["The paper"]
    await stage.rehearsal.requests("sendPhoto", timeout=10)
    await phone.say("Tell me about the hall")
    assert (await phone.next_message()).labels == ["Show passage"]
