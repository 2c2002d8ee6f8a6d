"""/people: counts, a list that is paged and edited in place, cards, and new links."""

import re

import pytest

from meeting.people import Community, Person, Role
from rehearsal.phone import Phone
from tests.stage import Stage

OLA = Person("ola", "Ola Li", "Norad", Community.DEVELOPMENT, Role.ORGANISER)
ADA = Person("ada", "Ada <Moe>", "NATO", Community.DEFENCE, Role.SENDER)
MANY = [Person(f"p{n}", f"Person {n:02}") for n in range(10)]


@pytest.fixture
async def ola(closed: Stage) -> Phone:
    """An organiser who has opened the bot."""
    closed.list_people(OLA, ADA, *MANY)
    phone = await closed.person("Ola")
    closed.link(phone, "ola")
    await phone.say("/start")
    await phone.next_message()
    return phone


async def test_list_counts_and_pages_in_one_message(ola: Phone) -> None:
    await ola.say("/people")
    first = await ola.next_message()
    assert first.text == (
        "People\nOn the list: 12 · opened their link (✓): 1 · not yet: 11\n"
        "Tap a name for their role or a new link."
    )
    assert first.labels == [
        "Ada <Moe>", "✓ Ola Li", *(f"Person {n:02}" for n in range(6)), "More ▶",
    ]  # fmt: skip
    await ola.press(first, "More ▶")
    second = await ola.next_edit()
    assert second.labels == ["Person 06", "Person 07", "Person 08", "Person 09", "◀ Back"]
    assert second.message_id == first.message_id


async def test_card_says_who_somebody_is_and_leads_back(ola: Phone) -> None:
    await ola.say("/people")
    listed = await ola.next_message()
    await ola.press(listed, "Ada <Moe>")
    card = await ola.next_edit()
    assert card.text == (
        "Ada <Moe>\nNATO · defence and security\nRole: sender · hasn’t opened their link yet"
    )
    assert card.labels == [
        "Make organiser", "Make editor", "Make participant", "New link", "◀ Back",
    ]  # fmt: skip
    await ola.press(card, "◀ Back")
    assert (await ola.next_edit()).text == listed.text


async def test_new_link_lets_its_person_in(closed: Stage, ola: Phone) -> None:
    await ola.say("/people")
    await ola.press(await ola.next_message(), "Ada <Moe>")
    await ola.press(await ola.next_edit(), "New link")
    text = (await ola.next_message()).text
    assert text.startswith("A new link for Ada <Moe>. It works once, until ")
    found = re.search(r"https://t\.me/\w+\?start=(\S{22})\Z", text)
    assert found is not None
    ada = await closed.person("Ada")
    await ada.say(f"/start {found[1]}")
    assert (await ada.next_message()).text.startswith("Good to meet you, Ada.")


async def test_person_off_the_list_is_said_to_be_gone(closed: Stage, ola: Phone) -> None:
    await ola.say("/people")
    listed = await ola.next_message()
    await ola.press(listed, "Ada <Moe>")
    card = await ola.next_edit()
    closed.list_people(OLA)
    for label in ("New link", "Make editor"):
        await ola.press(card, label)
        assert (
            await ola.next_message()
        ).text == "That is no longer here. Ask again, and I’ll look."


async def test_page_that_is_gone_shows_the_last_one(closed: Stage, ola: Phone) -> None:
    await ola.press(await closed.send_button(ola, "people:4000"), "Old")
    assert (await ola.next_edit()).labels == ["Person 09", "◀ Back"]


async def test_empty_list_is_a_sentence(closed: Stage) -> None:
    first = await closed.rehearsal.person("Ola", user_id=7)
    await first.say("/people")
    assert (await first.next_message()).text.startswith("Nobody is on the list yet.")
