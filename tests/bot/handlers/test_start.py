"""/start and /help: a greeting by name, three things to try, and what the bot can do."""

import re

from bot.roles import commands_of
from meeting.people import Community, Person, Role
from tests.stage import Stage


async def test_start_greets_by_name_and_offers_three_questions(stage: Stage) -> None:
    phone = await stage.person("Ingrid")
    await phone.say("/start")
    message = await phone.next_message()
    assert message.text.startswith(
        "Good to meet you, Ingrid. I’m Attaché, for the Oslo meeting of 11 and 12 February."
    )
    assert message.labels == [
        "Where do I have to be first?",
        "What are the papers about?",
        "How do I get there?",
    ]


async def test_start_speaks_french_to_french_telegrams(stage: Stage) -> None:
    phone = await stage.person("Claire", "fr")
    await phone.say("/start")
    message = await phone.next_message()
    assert message.text.startswith("Bonjour, Claire. Je suis Attaché, pour la réunion d’Oslo")
    assert message.labels[0] == "Où dois-je être en premier ?"


async def test_name_with_html_in_it_is_only_a_name(stage: Stage) -> None:
    phone = await stage.person("<b>Eve & co")
    await phone.say("/start")
    assert (await phone.next_message()).text.startswith("Good to meet you, <b>Eve & co.")


async def test_tap_on_a_suggestion_asks_its_question(stage: Stage) -> None:
    stage.publish()
    phone = await stage.person()
    await phone.say("/start")
    await phone.press(await phone.next_message(), "What are the papers about?")
    await phone.next_message()
    assert stage.library.asked == ["What are the papers about?"]


async def test_help_fits_the_first_screen_and_names_every_command(stage: Stage) -> None:
    phone = await stage.person()
    await phone.say("/help")
    text = (await phone.next_message()).text
    assert len(text) < 600
    named = set(re.findall(r"^/(\w+)", text, re.MULTILINE))
    assert named == set(commands_of(Role.PARTICIPANT)) - {"help"}


async def test_help_names_an_organisers_commands_to_organisers_only(closed: Stage) -> None:
    closed.list_people(Person("ola", "Ola Li", role=Role.ORGANISER))
    phone = await closed.person("Ola")
    closed.link(phone, "ola")
    await phone.say("/help")
    text = (await phone.next_message()).text
    named = set(re.findall(r"^/(\w+)", text, re.MULTILINE))
    assert named == set(commands_of(Role.ORGANISER)) - {"help"}


async def test_listed_person_reads_what_they_are_registered_for(stage: Stage) -> None:
    stage.list_people(
        Person("ada", "Ada Moe", "World Bank", Community.DEVELOPMENT),
        Person("bo", "Bo Ek", "Press <club>", Community.OTHER),
    )
    ada, bo = await stage.person("Ada"), await stage.person("Bo", "fr")
    stage.link(ada, "ada")
    stage.link(bo, "bo")
    await ada.say("/start")
    assert (
        (await ada.next_message())
        .text.splitlines()[0]
        .endswith(" February. You’re registered: World Bank (development).")
    )
    await bo.say("/start")
    assert (
        (await bo.next_message())
        .text.splitlines()[0]
        .endswith(" février. Vous êtes sur la liste\u202f: Press <club>.")
    )
