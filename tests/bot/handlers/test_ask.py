"""Questions in the chat: one reply each, with its source, or a sentence that says what to do."""

import pytest

from tests.stage import Stage

ANSWER = "“The hall holds 80 people.”¹\n\n¹ House note, v1, ¶ 1, p. 1"


async def test_question_gets_one_reply_with_its_source(stage: Stage) -> None:
    stage.publish()
    phone = await stage.person()
    asked = await phone.say("How many people does the hall hold?")
    reply = await phone.next_message()
    assert (reply.text, reply.labels, reply.reply_to) == (
        ANSWER, ["Show passage"], asked.message_id,
    )  # fmt: skip
    assert [m.text for m in await phone.messages() if m.from_bot] == [ANSWER]


async def test_typing_is_shown_while_the_bot_works(stage: Stage) -> None:
    stage.publish()
    phone = await stage.person()
    await phone.say("How many people does the hall hold?")
    assert await phone.next_action() == "typing"


async def test_silence_is_said_in_one_sentence_without_a_citation(stage: Stage) -> None:
    stage.publish()
    phone = await stage.person()
    await phone.say("What does the hotel cost?")
    reply = await phone.next_message()
    assert (reply.text, reply.labels) == (
        "The papers and the practical notes don’t say; the nearest I have is one tap away.",
        ["Show it"],
    )  # fmt: skip


async def test_empty_library_has_its_own_sentence(stage: Stage) -> None:
    phone = await stage.person()
    await phone.say("How many people does the hall hold?")
    assert (await phone.next_message()).text.startswith("No papers are here yet.")


async def test_paper_published_while_the_bot_runs_answers_the_next_question(stage: Stage) -> None:
    phone = await stage.person()
    await phone.say("Is there a hall?")
    assert (await phone.next_message()).text.startswith("No papers are here yet.")
    stage.publish()
    await phone.say("Is there a hall?")
    assert (await phone.next_message()).text == ANSWER


async def test_two_people_are_answered_each_in_their_language(stage: Stage) -> None:
    stage.publish()
    ingrid, claire = await stage.person("Ingrid", "en"), await stage.person("Claire", "fr")
    await ingrid.say("Tell me about the hall")
    await claire.say("Tell me about the hall")
    assert (await ingrid.next_message()).text == ANSWER
    french = await claire.next_message()
    assert french.text == "«\u202fThe hall holds 80 people.\u202f»¹\n\n¹ House note, v1, ¶ 1, p. 1"
    assert french.labels == ["Voir le passage"]


async def test_question_in_another_language_than_the_papers_is_told_so(stage: Stage) -> None:
    stage.publish()
    phone = await stage.person("Claire", "fr")
    await phone.say("Combien coûte la chambre ?")
    assert (await phone.next_message()).text == (
        "Je n’ai rien trouvé là-dessus. Les documents sont en anglais\u202f; en posant la question "
        "en anglais, vous aurez plus de chances."
    )
    await phone.say("How much is the room?")
    assert (await phone.next_message()).text == (
        "Ni les documents ni les informations pratiques ne le disent\u202f; "
        "je peux vous montrer le passage le plus proche."
    )


@pytest.mark.parametrize("text", ["🎉🎉", "?!", "…"])
async def test_text_without_a_word_gets_an_example(stage: Stage, text: str) -> None:
    phone = await stage.person()
    await phone.say(text)
    assert (await phone.next_message()).text == (
        "I didn’t find a question in that. Ask me in a few words, such as: "
        "Where do I have to be first?"
    )


async def test_thanks_get_a_kind_word_and_ask_the_papers_nothing(stage: Stage) -> None:
    stage.publish()
    phone = await stage.person("Claire", "fr")
    await phone.say("Thank you! 🙏")
    assert (await phone.next_message()).text == "Avec plaisir. Je reste à votre disposition."
    assert stage.library.asked == []


async def test_hello_gets_the_greeting_with_its_three_questions(stage: Stage) -> None:
    phone = await stage.person("Ingrid")
    await phone.say("/start")
    greeting = await phone.next_message()
    await phone.say("Hello!")
    reply = await phone.next_message()
    assert (reply.text, reply.labels) == (greeting.text, greeting.labels)


async def test_the_word_help_does_what_the_command_does(stage: Stage) -> None:
    phone = await stage.person("Ingrid")
    await phone.say("/help")
    told = await phone.next_message()
    await phone.say("help")
    assert (await phone.next_message()).text == told.text


async def test_question_of_4096_characters_is_asked_to_be_shorter(stage: Stage) -> None:
    phone = await stage.person()
    await phone.say("why " * 1024)
    assert (await phone.next_message()).text.startswith("That is too long for me.")


async def test_html_in_a_question_is_text(stage: Stage) -> None:
    stage.publish()
    phone = await stage.person()
    await phone.say("<b>How big</b> is the <i>hall & more?")
    assert (await phone.next_message()).text == ANSWER
    assert stage.library.asked == ["<b>How big</b> is the <i>hall & more?"]


async def test_update_given_twice_is_answered_once(stage: Stage) -> None:
    stage.publish()
    phone = await stage.person()
    await phone.say("Tell me about the hall")
    await phone.next_message()
    await stage.rehearsal.wait_until_confirmed()
    await stage.rehearsal.repeat_updates()
    await phone.say("And the hotel?")
    await phone.next_message()
    assert stage.library.asked == ["Tell me about the hall", "And the hotel?"]
