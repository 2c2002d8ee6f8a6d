"""Invited people only: links let them in; others get one sentence and leave no trace."""

import asyncio
import logging
from pathlib import Path

import pytest
from sqlalchemy import select

from meeting.people import Person, Role
from rehearsal.phone import Phone
from store.chats import Chats
from store.database import prepare
from store.tables import metadata, updates
from tests.stage import Stage

OLD_BUTTON = "This button is from an older message. Ask again, and I’ll look."
SENTENCE = "This assistant is for invited participants. The organisers can send you a link."
ADA, OLA = Person("ada", "Ada Moe"), Person("ola", "Ola Li", role=Role.ORGANISER)


async def reply(phone: Phone, text: str) -> str:
    await phone.say(text)
    return (await phone.next_message()).text


async def test_uninvited_person_gets_one_sentence_whatever_they_send(
    closed: Stage, tmp_path: Path
) -> None:
    eve = await closed.person("Eve")
    for send in (eve.say("/start"), eve.say("/papers"), eve.say("hall?"), eve.send_sticker()):
        await send
        assert (await eve.next_message()).text == SENTENCE
    await eve.press(await closed.send_button(eve, "papers:0"), "Old")
    assert (await eve.next_message()).text == SENTENCE
    assert closed.library.asked == []
    chats = Chats(prepare(f"sqlite:///{tmp_path / 'attache.db'}"))
    assert chats.get(eve.user_id) is None
    assert [name for name, _ in await eve.menu()] == ["start"]


async def everything_stored(stage: Stage) -> str:
    """All rows of all tables, once every update is finished and its text erased."""
    for _ in range(200):
        with stage.engine.connect() as connection:
            open_ones = connection.execute(
                select(updates.c.update_id).where(updates.c.payload.is_not(None))
            ).all()
            if not open_ones:
                return str([connection.execute(select(t)).all() for t in metadata.sorted_tables])
        await asyncio.sleep(0.01)
    raise AssertionError("an update was never finished")


async def test_odd_payloads_of_start_read_the_same_and_let_nobody_in(closed: Stage) -> None:
    closed.list_people(ADA, OLA)
    ada, eve = await closed.person("Ada"), await closed.person("Eve")
    used = closed.code("ada")
    await reply(ada, f"/start {used}")
    odd = (
        "x" * 4089, "é🎉" * 80, "'; DROP TABLE people; --", "\u202e" + used, used, f"{used} {used}",
        "%s%n", "../../x", "\x00", "٢" * 22,
    )  # fmt: skip
    assert [await reply(eve, f"/start {each}") for each in odd] == [SENTENCE] * len(odd)
    assert (await reply(ada, "/start")).startswith("Good to meet you, Ada.")


async def test_nothing_of_a_strangers_words_is_kept(closed: Stage) -> None:
    closed.list_people(ADA, OLA)
    eve, code = await closed.person("Evelina"), closed.code("ola")
    said = await eve.say("Zebra one")
    await eve.next_message()
    await eve.edit(said, "Zebra two")
    await eve.send_document(b"Zebra three", "zebra.xlsx", caption="Zebra four")
    await eve.next_message()
    await reply(eve, "/start Zebra-five")
    for data in ("people:0", "person:1", "role:1:organiser", "offer:yes", "link:2", "zebra:6"):
        await eve.press(await closed.send_button(eve, data), "Old")
        assert (await eve.next_message()).text == SENTENCE
    assert (await reply(eve, f"/start {code}")).startswith("Good to meet you")
    stored = await everything_stored(closed)
    assert [word for word in ("Zebra", "zebra", code) if word in stored] == []


async def test_log_holds_no_code_and_no_question(
    closed: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    closed.list_people(ADA)
    ada, eve = await closed.person("Ada"), await closed.person("Eve")
    code = closed.code("ada")
    for phone, text in ((eve, "Zebra?"), (ada, f"/start {code}"), (eve, f"/start {code}")):
        await reply(phone, text)
    await reply(ada, "Where is the zebra?")
    assert [word for word in (code, "Zebra", "zebra") if word in caplog.text] == []


async def test_person_off_the_list_is_a_stranger_until_they_are_back(closed: Stage) -> None:
    closed.list_people(ADA, OLA)
    ada, code = await closed.person("Ada"), closed.code("ada")
    hello = await reply(ada, f"/start {code}")
    new = closed.code("ada")
    closed.list_people(OLA)
    texts = [await reply(ada, text) for text in ("/my", "hall?", f"/start {code}", f"/start {new}")]
    await ada.press(await closed.send_button(ada, "my:"), "Old")
    texts.append((await ada.next_message()).text)
    assert texts == [SENTENCE] * 5
    assert closed.library.asked == []
    assert [name for name, _ in await ada.menu()] == ["start"]
    closed.list_people(ADA, OLA)
    assert await reply(ada, "/start") == hello


@pytest.mark.parametrize(
    "data",
    ["passage:" + "9" * 20 + ":1", "link:" + "9" * 50, "role:" + "9" * 20 + ":editor",
     "role:1:editor\n", "people:0\n"],
)  # fmt: skip
async def test_forged_button_is_an_old_one_even_for_an_organiser(
    closed: Stage, data: str, caplog: pytest.LogCaptureFixture
) -> None:
    closed.list_people(OLA)
    ola = await closed.person("Ola")
    await reply(ola, f"/start {closed.code('ola')}")
    answer = await ola.press(await closed.send_button(ola, data), "Old")
    assert answer is not None
    assert answer.text == OLD_BUTTON
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_first_organiser_is_let_in(closed: Stage) -> None:
    phone = await closed.rehearsal.person("Ingrid", user_id=7)
    await phone.say("/start")
    assert (await phone.next_message()).text.startswith("Good to meet you, Ingrid.")


async def test_link_lets_its_person_in_and_greets_again(closed: Stage) -> None:
    closed.list_people(ADA)
    ada, code = await closed.person("Ada"), closed.code("ada")
    assert await reply(ada, "Hello?") == SENTENCE
    first = await reply(ada, f"/start {code}")
    assert first.startswith("Good to meet you, Ada.")
    assert await reply(ada, f"/start {code}") == first
    assert await reply(ada, "/start") == first


async def test_wrong_used_and_expired_codes_read_the_same(closed: Stage) -> None:
    closed.list_people(ADA, OLA)
    ada, eve = await closed.person("Ada"), await closed.person("Eve")
    used, void = closed.code("ada"), closed.code("ola")
    closed.code("ola")
    await reply(ada, f"/start {used}")
    texts = [
        await reply(eve, f"/start {code}") for code in (used, void, "A" * 22, "x", "a b c", "=1+1")
    ]
    assert texts == [SENTENCE] * 6


async def test_locked_chat_gets_the_same_sentence_for_the_right_code(closed: Stage) -> None:
    closed.list_people(ADA)
    eve, ada = await closed.person("Eve"), await closed.person("Ada")
    code = closed.code("ada")
    texts = [await reply(eve, f"/start wrong{number}") for number in range(5)]
    texts.append(await reply(eve, f"/start {code}"))
    assert texts == [SENTENCE] * 6
    assert (await reply(ada, f"/start {code}")).startswith("Good to meet you")


async def test_new_link_moves_the_person_and_the_old_phone_is_a_stranger(closed: Stage) -> None:
    closed.list_people(ADA)
    old, new = await closed.person("Ada"), await closed.person("Ada")
    await reply(old, f"/start {closed.code('ada')}")
    assert (await reply(new, f"/start {closed.code('ada')}")).startswith("Good to meet you, Ada.")
    assert await reply(old, "/papers") == SENTENCE
    assert [name for name, _ in await old.menu()] == ["start"]


async def test_forwarded_link_opens_nothing(closed: Stage) -> None:
    closed.list_people(ADA)
    eve, ada = await closed.person("Eve"), await closed.person("Ada")
    code = closed.code("ada")
    await eve.forward(f"/start {code}", "Ada")
    assert (await eve.next_message()).text == SENTENCE
    assert (await reply(ada, f"/start {code}")).startswith("Good to meet you")


async def test_language_of_the_list_serves_whose_telegram_speaks_none(closed: Stage) -> None:
    closed.list_people(Person("jan", "Jan Maes", language="fr"))
    jan = await closed.person("Jan", "nl")
    assert (await reply(jan, f"/start {closed.code('jan')}")).startswith("Bonjour, Jan.")


async def test_many_wrong_codes_alarm_the_organisers_once(closed: Stage) -> None:
    closed.list_people(OLA)
    ola = await closed.person("Ola")
    await reply(ola, f"/start {closed.code('ola')}")
    for number in range(8):
        eve = await closed.person(f"Eve {number}")
        for _ in range(5):
            await reply(eve, "/start wrong")
    assert (await ola.next_message()).text.startswith("I was sent 20 wrong invitation codes")
    assert [m for m in await ola.messages() if "wrong" in m.text][1:] == []
