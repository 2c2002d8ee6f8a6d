"""/start and /help: a greeting by name, three things to try, and what the bot can do."""

from tests.stage import Stage


async def test_start_greets_by_name_and_offers_three_questions(stage: Stage) -> None:
    phone = await stage.person("Ingrid")
    await phone.say("/start")
    message = await phone.next_message()
    assert message.text.startswith(
        "Good to meet you, Ingrid. I’m Attaché, for the Oslo meeting of 11 and 12 February."
    )
    assert message.labels == [
        "What is the meeting for?",
        "How many people are coming?",
        "Which background papers will we get?",
    ]


async def test_start_speaks_french_to_french_telegrams(stage: Stage) -> None:
    phone = await stage.person("Claire", "fr")
    await phone.say("/start")
    message = await phone.next_message()
    assert message.text.startswith("Bonjour, Claire. Je suis Attaché, pour la réunion d’Oslo")
    assert message.labels[0] == "À quoi sert la réunion ?"


async def test_name_with_html_in_it_is_only_a_name(stage: Stage) -> None:
    phone = await stage.person("<b>Eve & co")
    await phone.say("/start")
    assert (await phone.next_message()).text.startswith("Good to meet you, <b>Eve & co.")


async def test_tap_on_a_suggestion_asks_its_question(stage: Stage) -> None:
    stage.publish()
    phone = await stage.person()
    await phone.say("/start")
    await phone.press(await phone.next_message(), "How many people are coming?")
    await phone.next_message()
    assert stage.library.asked == ["How many participants are expected?"]


async def test_help_fits_the_first_screen_and_names_every_command(stage: Stage) -> None:
    phone = await stage.person()
    await phone.say("/help")
    text = (await phone.next_message()).text
    assert len(text) < 500
    assert [name for name in ("/papers", "/settings", "/start") if name not in text] == []


async def test_menu_is_set_in_each_language(stage: Stage) -> None:
    ingrid, claire = await stage.person("Ingrid", "en"), await stage.person("Claire", "fr")
    await ingrid.say("/help")
    await ingrid.next_message()
    await stage.rehearsal.requests("setMyCommands", timeout=5)
    names = [name for name, _ in await ingrid.menu()]
    assert names == ["papers", "settings", "help", "start"]
    assert dict(await claire.menu())["papers"] == "Les documents de la réunion"
