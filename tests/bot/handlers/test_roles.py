"""Roles given in the chat: told to the person, and an organiser's only once they accept."""

from dataclasses import dataclass

import pytest

from meeting.people import Person, Role
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from tests.stage import Stage


@dataclass
class Two:
    """Ola, an organiser, and Ada; both have opened the bot."""

    stage: Stage
    ola: Phone
    ada: Phone

    async def tap(self, label: str, name: str = "✓ Ada Moe") -> ScreenMessage:
        """Ola taps a button on somebody's card; the card as it is then."""
        await self.ola.say("/people")
        await self.ola.press(await self.ola.next_message(), name)
        await self.ola.press(await self.ola.next_edit(), label)
        return await self.ola.next_edit()

    def role(self, key: str) -> Role:
        return self.stage.services.people.by_key(key).role


@pytest.fixture
async def two(closed: Stage) -> Two:
    closed.list_people(
        Person("ola", "Ola Li", role=Role.ORGANISER),
        Person("ada", "Ada Moe"),
        Person("bo", "Bo Ek"),
    )
    ola, ada = await closed.person("Ola"), await closed.person("Ada")
    for phone, key in ((ola, "ola"), (ada, "ada")):
        await phone.say(f"/start {closed.code(key)}")
        await phone.next_message()
    return Two(closed, ola, ada)


async def test_role_takes_effect_at_once_and_the_person_is_told(two: Two) -> None:
    card = await two.tap("Make editor")
    assert card.text == (
        "Ada Moe\nRole: editor · has opened their link\n\nAda Moe now has the role: editor."
    )
    assert (await two.ada.next_message()).text == (
        "The organisers have changed what you can do here. Your role is now: editor. "
        "The menu beside the text field shows it."
    )
    assert two.role("ada") == Role.EDITOR


async def test_organiser_is_asked_and_both_are_told(two: Two) -> None:
    card = await two.tap("Make organiser")
    assert card.text.endswith(
        "I’ve asked Ada Moe. It takes effect when they accept, within 24 hours."
    )
    offer = await two.ada.next_message()
    assert offer.labels == ["Accept", "No, thanks"]
    assert two.role("ada") == Role.PARTICIPANT
    await two.ada.press(offer, "Accept")
    assert (await two.ada.next_edit()).text.startswith("Thank you. You’re an organiser now;")
    assert (await two.ola.next_message()).text == "Ada Moe has accepted and is an organiser now."
    assert two.role("ada") == Role.ORGANISER
    assert "people" in dict(await two.ada.menu())


async def test_no_thanks_changes_nothing(two: Two) -> None:
    await two.tap("Make organiser")
    await two.ada.press(await two.ada.next_message(), "No, thanks")
    changed = await two.ada.next_edit()
    assert (changed.text, changed.labels) == ("All right, nothing changes.", [])
    assert (await two.ola.next_message()).text.startswith("Ada Moe would rather not")
    assert two.role("ada") == Role.PARTICIPANT


async def test_offer_of_a_former_organiser_is_void(two: Two) -> None:
    await two.tap("Make organiser")
    offer = await two.ada.next_message()
    two.stage.services.roles.set("bo", Role.ORGANISER)
    two.stage.services.roles.set("ola", Role.PARTICIPANT)
    await two.ada.press(offer, "Accept")
    assert (await two.ada.next_edit()).text.startswith("This offer no longer stands.")
    assert two.role("ada") == Role.PARTICIPANT


async def test_offer_cannot_be_accepted_by_somebody_else(two: Two) -> None:
    await two.tap("Make organiser")
    eve = await two.stage.person("Eve")
    two.stage.link(eve, "bo")
    await eve.say("/start")
    await eve.next_message()
    await eve.press(await two.stage.send_button(eve, "offer:yes"), "Old")
    assert (await eve.next_edit()).text.startswith("This offer no longer stands.")
    assert (two.role("bo"), two.role("ada")) == (Role.PARTICIPANT, Role.PARTICIPANT)


async def test_who_has_not_opened_the_bot_cannot_be_asked(two: Two) -> None:
    card = await two.tap("Make organiser", "Bo Ek")
    assert card.text.endswith("so I can’t ask them. Send them a new link first.")


async def test_last_organiser_stays_one(two: Two) -> None:
    card = await two.tap("Make participant", "✓ Ola Li")
    assert card.text.endswith("This is the last organiser. Make somebody else organiser first.")
    assert two.role("ola") == Role.ORGANISER


async def test_offer_that_does_not_arrive_is_said_so(two: Two) -> None:
    two.stage.refusals.add("Forbidden: bot was blocked by the user")
    await two.ada.block()
    card = await two.tap("Make organiser")
    assert card.text.endswith(
        "I couldn’t reach Ada Moe; perhaps they have blocked me. Nothing has changed."
    )
