"""The menu of each chat: by role and language, and set anew when one of them changes."""

from meeting.people import Person, Role
from rehearsal.phone import Phone
from tests.stage import Stage

READING = ["my", "now", "next", "agenda", "papers", "changes", "contacts"]
LAST = ["settings", "help", "start"]
PARTICIPANT = [*READING, *LAST]
EDITING = ["edit", "history", "library"]
ORGANISER = [*READING, "announce", "sent", *EDITING, "people", "groups", *LAST]


async def names(phone: Phone) -> list[str]:
    return [name for name, _ in await phone.menu()]


async def ask_help(phone: Phone) -> None:
    await phone.say("/help")
    await phone.next_message()


async def test_strangers_see_only_start(closed: Stage) -> None:
    claire = await closed.person("Claire", "fr")
    await closed.rehearsal.requests("setMyCommands", timeout=5)
    await ask_help(claire)
    assert await claire.menu() == [("start", "Trois questions à essayer")]


async def test_menu_is_in_the_persons_language(stage: Stage) -> None:
    ingrid, claire = await stage.person("Ingrid", "en"), await stage.person("Claire", "fr")
    await ask_help(ingrid)
    await ask_help(claire)
    assert (await names(ingrid), await names(claire)) == (PARTICIPANT, PARTICIPANT)
    assert dict(await ingrid.menu())["papers"] == "The meeting’s papers"
    assert dict(await claire.menu())["papers"] == "Les documents de la réunion"


async def test_menu_follows_a_chosen_language(stage: Stage) -> None:
    phone = await stage.person("Ingrid", "en")
    await phone.say("/settings")
    await phone.press(await phone.next_message(), "Français")
    await phone.next_edit()
    await ask_help(phone)
    assert dict(await phone.menu())["papers"] == "Les documents de la réunion"


async def test_menu_follows_a_role_given_in_the_terminal(closed: Stage) -> None:
    closed.list_people(Person("ada", "Ada Moe"), Person("ola", "Ola Li", role=Role.ORGANISER))
    ada = await closed.person("Ada")
    closed.link(ada, "ada")
    await ask_help(ada)
    assert await names(ada) == PARTICIPANT
    closed.services.roles.set("ada", Role.ORGANISER)
    await ask_help(ada)
    await ask_help(ada)  # by then the first visit is over
    assert await names(ada) == ORGANISER


async def test_menu_is_set_once_for_many_visits(stage: Stage) -> None:
    phone = await stage.person()
    for _ in range(4):
        await ask_help(phone)
    requests = await stage.rehearsal.requests("setMyCommands")
    assert len([r for r in requests if "scope" in r.parameters]) == 1
