"""The whole table of roles, walked against the running bot: every command and every button."""

import re

import pytest
from telegram.ext import CallbackQueryHandler, CommandHandler

from bot import app
from bot.roles import BUTTONS, COMMANDS
from bot.visit import House
from bot.wording import load_wording
from bot.workers import Workers
from meeting.people import Person, Role
from rehearsal.phone import Phone
from tests.stage import Stage

OLD_BUTTON = "This button is from an older message. Ask again, and I’ll look."
NO_COMMAND = "I don’t know that command. Ask me in your own words, or see /help."
# What is not for everybody, written down a second time: the table must say the same.
COMMANDS_OF_ORGANISERS = {"groups", "people"}
BUTTONS_OF_ORGANISERS = set(
    "people:0 person:999 role:999:editor link:999 missed:999 gr:list: gr:block:none gr:ask:none "
    "gr:asked:none:0 gr:make:none:none gr:drop:none:none gr:release:none:none gr:table:none:0 "
    "gr:who:none:0 gr:whom:none:999 gr:to:none:none:999:none gr:file:none".split()
)
COMMANDS_OF_SENDERS = {"announce", "sent"}  # and of organisers, who may do all of this too
BUTTONS_OF_SENDERS = set(
    "an:new:999 an:show:999 an:change:999 an:language:999:fr an:drop:999:fr an:cancel:999 "
    "an:sample:999 an:whom:999 an:all:999 an:tick:999:role:none:0:on an:more:999 "
    "an:list:999:role:0 an:days:999 an:day:999:20080211:0 an:names:999:0 an:next:999 "
    "an:urgency:999:urgent an:test:999 an:send:999:none an:at:999 an:on:999:0 an:then:999:0:none "
    "sent:0 report:999 pause:999 resume:999 stop:999 sendnow:999 withdraw:999 takeback:999 "
    "resend:999:unseen again:999:unseen names:999:unseen:0 table:999 correct:999".split()
)
COMMANDS_OF_EDITORS = {"edit", "history", "library"}  # and of organisers
BUTTONS_OF_EDITORS = set(
    "rel:show:999 rel:all:999:0 rel:who:999:0 rel:see:999:0 rel:name:999 rel:drop:999 "
    "rel:go:999:1 rel:quiet:999:1 rel:sure:999:1:quietly edit:days:0 edit:day:20080211:0 "
    "edit:one:none edit:open:none edit:time:none edit:title:none edit:rooms:none:0 "
    "edit:swaps:none:0 edit:to:none:none:none edit:with:none:none:none edit:late:none:10:none "
    "edit:off:none:none hist:list:0 hist:one:999:0 hist:again:999 hist:replace:999 hist:how:999 "
    "hist:missed:999:0 lib:show:999 lib:all:999:0 lib:which:999:0 lib:is:999:0 lib:go:999:0 "
    "lib:tell:999:0 lib:drop:999 lib:whom:999:0 lib:sessions:999:0:0 lib:for:999:0:all:- "
    "lib:list:0 lib:one:999 lib:back:999:999 lib:sure:999:999 lib:lock:999:on".split()
)
# A button of each kind as the bot makes them, though most lead to what is not there.
PRESSED = (
    BUTTONS_OF_ORGANISERS
    | BUTTONS_OF_SENDERS
    | BUTTONS_OF_EDITORS
    | set(
        "try:0 passage:999:1 paper:999 papers:0 language:en remind:10 recall:on my: today: "
        "my:20080211 days:0 day:20080211:0 "
        "choice:none card:none session:none follow:none:1 calendar: where:none about:none venue: "
        "changes:999 changes:list:0 changes:one:999:0 "
        "offer:yes offer:no gotit:999 seen:999 mark:again:0 "
        "wish:open:none wish:send:none wish:tap:none:none:on wish:done:none "
        "host:room:none host:open:none host:late:none: host:rooms:none: host:plan:none:none:s10 "
        "host:tell:none:none:s10:none host:full:none:none host:ended:none:none".split()
    )
)


def has(role: Role, thing: str) -> bool:
    """Whether somebody with this role may use a command or a button."""
    if thing in COMMANDS_OF_ORGANISERS | BUTTONS_OF_ORGANISERS:
        return role is Role.ORGANISER
    if thing in COMMANDS_OF_SENDERS | BUTTONS_OF_SENDERS:
        return role in (Role.ORGANISER, Role.SENDER)
    if thing in COMMANDS_OF_EDITORS | BUTTONS_OF_EDITORS:
        return role in (Role.ORGANISER, Role.EDITOR)
    return True


async def member(stage: Stage, role: Role) -> Phone:
    stage.list_people(*(Person(each, f"A {each}", role=each) for each in Role))
    phone = await stage.person(f"A {role}")
    stage.link(phone, role)
    await phone.say("/start")
    await phone.next_message()
    return phone


async def note_of(stage: Stage, phone: Phone, data: str) -> str:
    """What pops up when a button is pressed that an earlier message had."""
    await stage.send_button(phone, data)
    sent = [message for message in await phone.messages() if message.labels == ["Old"]]
    answer = await phone.press(sent[-1], "Old")
    assert answer is not None
    return answer.text


@pytest.mark.parametrize("role", Role)
async def test_each_role_has_its_commands_and_no_other(closed: Stage, role: Role) -> None:
    phone = await member(closed, role)
    exists = {}
    for name in COMMANDS:
        await phone.say(f"/{name}")
        exists[name] = (await phone.next_message()).text != NO_COMMAND
    assert exists == {name: has(role, name) for name in COMMANDS}
    assert [name for name, _ in await phone.menu()] == [n for n, there in exists.items() if there]


@pytest.mark.parametrize("role", Role)
async def test_each_role_has_its_buttons_and_no_other(closed: Stage, role: Role) -> None:
    phone = await member(closed, role)
    exists = {data: await note_of(closed, phone, data) != OLD_BUTTON for data in sorted(PRESSED)}
    assert exists == {data: has(role, data) for data in PRESSED}


async def test_commands_in_any_spelling_are_held_to_the_table(closed: Stage) -> None:
    phone = await member(closed, Role.EDITOR)
    for text in ("/People", "/people@rehearsal_bot", "/PEOPLE now", "/Announce Hello"):
        await phone.say(text)
        assert (await phone.next_message()).text == NO_COMMAND


async def test_button_pressed_after_the_role_was_taken_away_does_nothing(closed: Stage) -> None:
    phone = await member(closed, Role.ORGANISER)
    await phone.say("/people")
    listed = await phone.next_message()
    closed.services.roles.set("editor", Role.ORGANISER)
    closed.services.roles.set("organiser", Role.PARTICIPANT)
    answer = await phone.press(listed, "A sender")
    assert answer is not None
    assert answer.text == OLD_BUTTON
    for data in sorted(BUTTONS_OF_ORGANISERS | BUTTONS_OF_SENDERS | BUTTONS_OF_EDITORS):
        assert await note_of(closed, phone, data) == OLD_BUTTON


def test_every_handler_is_in_the_table(closed: Stage) -> None:
    house = House(closed.services, load_wording(("en",)), Workers())
    found = app.handlers(house)
    commands = {name for h in found if isinstance(h, CommandHandler) for name in h.commands}
    patterns = [
        h.pattern.pattern
        for h in found
        if isinstance(h, CallbackQueryHandler) and isinstance(h.pattern, re.Pattern)
    ]
    house.workers.close()
    assert commands == set(COMMANDS)
    assert {p.removeprefix("^").partition(":")[0] for p in patterns} == set(BUTTONS)
    assert {data.partition(":")[0] for data in PRESSED} == set(BUTTONS)
