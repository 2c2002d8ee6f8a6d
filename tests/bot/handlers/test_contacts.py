"""/contacts: the organisers' words and names, and who is in the chair; no addresses."""

from dataclasses import replace

from meeting.agenda import Agenda
from meeting.people import Role
from rehearsal.phone import Phone
from tests.stage import Stage
from tests.two_days import ADA, BO, PEACE


async def test_contacts_are_the_organisers_and_todays_chairs(ada: Phone) -> None:
    await ada.say("/contacts")
    message = await ada.next_message()
    assert message.text == (
        "Contacts\nRing the desk: 12 34.\n\nThe organisers\n• Bo Ek, UNDP\n\n"
        "In the chair, Monday 11 February\n• 14:00 Peace processes: how inclusive? – Bo Ek"
    )
    assert message.labels == ["The venue"]


async def test_addresses_are_nobody_elses_business(stage: Stage, ada: Phone) -> None:
    chaired = replace(PEACE, chairs=("ada@example.org", "gone@example.org"))
    stage.set_agenda(Agenda("Europe/Oslo", (chaired,)))
    stage.list_people(replace(ADA, role=Role.ORGANISER, organisation=""), BO)
    await ada.say("/contacts")
    assert (await ada.next_message()).text == (
        "Contacts\nRing the desk: 12 34.\n\nThe organisers\n• Ada Vik\n• Bo Ek, UNDP\n\n"
        "In the chair, Monday 11 February\n• 14:00 Peace processes: how inclusive? – Ada Vik"
    )


async def test_no_contacts_is_a_sentence(stage: Stage) -> None:
    phone = await stage.person()
    await phone.say("/contacts")
    message = await phone.next_message()
    assert (message.text, message.labels) == (
        "The organisers haven’t left any contacts yet. Ask me again a little later.", [],
    )  # fmt: skip
