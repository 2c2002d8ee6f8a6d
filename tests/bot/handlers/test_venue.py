"""Where a session is: the room in words, the venue as a pin on the map."""

from dataclasses import replace

from meeting.agenda import Agenda
from meeting.codes import session_code
from rehearsal.phone import Phone
from tests.bot.handlers.conftest import greeted
from tests.stage import Stage
from tests.two_days import PEACE, VENUE


async def press(stage: Stage, phone: Phone, data: str) -> None:
    await phone.press(await stage.send_button(phone, data), "Old")


async def pins(stage: Stage) -> list[tuple[object, ...]]:
    names = ("latitude", "longitude", "title", "address")
    return [
        tuple(request.parameters[name] for name in names)
        for request in await stage.rehearsal.requests()
        if request.method == "sendVenue"
    ]


async def test_room_is_told_and_the_venue_is_a_pin(stage: Stage, ada: Phone) -> None:
    await press(stage, ada, f"where:{session_code('peace')}")
    assert (await ada.next_message()).text == "Fram: second floor"
    assert (await ada.next_message()).kind == "venue"
    assert await pins(stage) == [("59.91", "10.73", "The venue", "Old Mill, Quay 1.")]


async def test_room_without_a_hint_is_its_name(stage: Stage, ada: Phone) -> None:
    await press(stage, ada, f"where:{session_code('police')}")
    assert (await ada.next_message()).text == "Munch"


async def test_session_without_a_room_is_said_so(stage: Stage, ada: Phone) -> None:
    stage.set_agenda(Agenda("Europe/Oslo", (replace(PEACE, room=None),)))
    await press(stage, ada, f"where:{session_code('peace')}")
    assert (await ada.next_message()).text == (
        "The agenda doesn’t name a room for this session yet."
    )


async def test_venue_is_told_in_the_organisers_words(stage: Stage, ada: Phone) -> None:
    claire = await greeted(await stage.person("Claire", "fr"))
    await press(stage, claire, "venue:")
    assert (await claire.next_message()).text == "Vieux Moulin, quai 1."
    assert (await claire.next_message()).kind == "venue"
    assert await pins(stage) == [
        ("59.91", "10.73", "Le lieu de la réunion", "Vieux Moulin, quai 1."),
    ]


async def test_venue_without_a_place_has_no_pin(stage: Stage, ada: Phone) -> None:
    stage.set_logistics(replace(VENUE, latitude=None, longitude=None))
    await press(stage, ada, "venue:")
    assert (await ada.next_message()).text == "Old Mill, Quay 1."
    assert await pins(stage) == []


async def test_unknown_venue_is_a_sentence(stage: Stage) -> None:
    phone = await greeted(await stage.person())
    await press(stage, phone, "venue:")
    assert (await phone.next_message()).text == (
        "The organisers haven’t said yet where the meeting is. Ask me again a little later."
    )
