"""Invited people only: links let them in; others get one sentence and leave no trace."""

from pathlib import Path

from meeting.people import Person, Role
from rehearsal.phone import Phone
from store.chats import Chats
from store.database import prepare
from tests.stage import Stage

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
