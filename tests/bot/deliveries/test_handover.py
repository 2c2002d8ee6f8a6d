"""What reaches the phone, over real HTTP: messages with and without media, edits, deletions."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.ext import ExtBot

from bot import building
from bot.announcing.announcement_text import Outgoing
from bot.deliveries.handover import Handover
from bot.deliveries.outcomes import Outcome
from bot.deliveries.pace import Pace
from bot.deliveries.window import WIDTH, Turn
from meeting.announcements import Medium, MediumKind
from meeting.delivery import Action, Event
from rehearsal.client import Rehearsal
from rehearsal.phone import Phone
from rehearsal.server import running
from rehearsal.world import World
from services.parcels import Copy, Parcel
from tests.bot.fake_outbox import NOON, parcel

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
WORDS = Outgoing("Buses at <b>six</b>", "Buses at six", None, None)
LATER = Outgoing("Buses at <b>seven</b>", "Buses at seven", None, None)
STRUCK = Outgoing("<s>Buses at six</s>", "Buses at six", None, None)
GOT_IT = InlineKeyboardMarkup([[InlineKeyboardButton("Got it", callback_data="gotit:1")]])


@dataclass
class Time:
    """The time of the bot and of the phones, which sleeping moves."""

    seconds: float = 0.0

    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.seconds)

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds


@dataclass
class Counter:
    """The desk at which parcels are handed over."""

    world: World
    rehearsal: Rehearsal
    bot: ExtBot[Turn]
    pace: Pace
    time: Time
    outgoing: Outgoing = WORDS
    paid: bool = False

    async def hand_over(self, parcel: Parcel) -> Outcome:
        handover = Handover(self.bot, self.pace, lambda _: self.outgoing, self.time, self.paid)
        return await handover(parcel, await self.pace.turn(parcel.recipient.chat_id))

    async def send(self, phone: Phone) -> Copy:
        outcome = await self.hand_over(parcel(phone.user_id))
        assert outcome.message_id is not None
        await phone.next_message()
        return Copy(phone.user_id, outcome.message_id, self.time.now())

    async def change(self, action: Action, outgoing: Outgoing, *copies: Copy) -> Outcome:
        self.outgoing = outgoing
        return await self.hand_over(parcel(copies[0].chat_id, action=action, copies=copies))

    async def texts(self, phone: Phone) -> list[tuple[str, bool]]:
        """What the bot has written there, and whether it is deleted."""
        return [(m.text, m.deleted) for m in await phone.messages() if m.from_bot]


@pytest.fixture
async def counter() -> AsyncIterator[Counter]:
    time = Time()
    pace = Pace(30, lambda: time.seconds, time.sleep)
    world = World(clock=lambda: time.now().timestamp())
    async with running(world) as addresses, Rehearsal(addresses.control_url) as rehearsal:
        bot: ExtBot[Turn] = ExtBot(
            addresses.token,
            addresses.base_url,
            addresses.base_file_url,
            defaults=building.DEFAULTS,
            rate_limiter=pace,
        )
        async with bot:
            yield Counter(world, rehearsal, bot, pace, time)


@pytest.fixture
async def ada(counter: Counter) -> Phone:
    phone = await counter.rehearsal.person("Ada")
    await phone.say("/start")
    return phone


async def test_text_arrives_with_its_button_and_sound(counter: Counter, ada: Phone) -> None:
    counter.outgoing = Outgoing("Buses at <b>six</b>", "", None, GOT_IT)
    outcome = await counter.hand_over(parcel(ada.user_id))
    shown = await ada.next_message()
    assert outcome == Outcome(Event.ACCEPTED, message_id=shown.message_id)
    assert (shown.text, shown.marked("bold"), shown.silent) == ("Buses at six", ["six"], False)
    assert shown.labels == ["Got it"]


async def test_silent_one_makes_no_sound(counter: Counter, ada: Phone) -> None:
    await counter.hand_over(parcel(ada.user_id, silent=True))
    assert (await ada.next_message()).silent


async def test_price_is_paid_only_where_the_settings_say_so(counter: Counter, ada: Phone) -> None:
    for counter.paid in (False, True):
        await counter.send(ada)
    requests = await counter.rehearsal.requests("sendMessage")
    assert [r.parameters.get("allow_paid_broadcast") for r in requests] == [None, "true"]


@pytest.mark.parametrize("kind", MediumKind)
async def test_medium_goes_along_with_its_caption(
    counter: Counter, ada: Phone, kind: MediumKind
) -> None:
    medium = await _medium(counter, ada, kind)
    counter.outgoing = Outgoing("<b>The map</b>", "The map", medium, None)
    copy = await counter.send(ada)
    shown = (await ada.messages())[-1]
    assert (shown.kind, shown.text, shown.marked("bold")) == (str(kind), "The map", ["The map"])
    await counter.change(Action.EDIT, Outgoing("The plan", "The plan", medium, None), copy)
    assert (await ada.messages())[-1].text == "The plan"
    await counter.change(Action.EDIT, Outgoing("", "", medium, None), copy)
    assert (await ada.messages())[-1].text == ""


async def test_what_cannot_be_parsed_arrives_plain_in_the_same_attempt(
    counter: Counter, ada: Phone
) -> None:
    counter.outgoing = Outgoing("Buses <oops>", "Buses <plain>", None, GOT_IT)
    outcome = await counter.hand_over(parcel(ada.user_id))
    shown = await ada.next_message()
    assert outcome == Outcome(Event.ACCEPTED, message_id=shown.message_id)
    assert (shown.text, shown.labels) == ("Buses <plain>", ["Got it"])
    assert counter.time.seconds == pytest.approx(WIDTH)


async def test_every_copy_is_edited_one_a_second(counter: Counter, ada: Phone) -> None:
    copies = [await counter.send(ada) for _ in range(2)]
    before = counter.time.seconds
    outcome = await counter.change(Action.EDIT, LATER, *copies)
    assert outcome == Outcome(Event.ACCEPTED)
    assert await counter.texts(ada) == [("Buses at seven", False)] * 2
    assert counter.time.seconds - before == pytest.approx(2 * WIDTH)


async def test_edit_made_before_or_of_a_copy_that_is_gone_is_done(
    counter: Counter, ada: Phone
) -> None:
    copies = [await counter.send(ada) for _ in range(2)]
    counter.world.delete(counter.world.chats[ada.user_id].messages[copies[0].message_id])
    for _ in range(2):
        assert await counter.change(Action.EDIT, LATER, *copies) == Outcome(Event.ACCEPTED)
    assert await counter.texts(ada) == [("Buses at six", True), ("Buses at seven", False)]


async def test_young_copies_are_deleted_also_twice(counter: Counter, ada: Phone) -> None:
    copies = [await counter.send(ada) for _ in range(2)]
    for _ in range(2):
        assert await counter.change(Action.DELETE, STRUCK, *copies) == Outcome(Event.ACCEPTED)
    assert await counter.texts(ada) == [("Buses at six", True)] * 2


async def test_old_copies_are_struck_through(counter: Counter, ada: Phone) -> None:
    copy = await counter.send(ada)
    counter.time.seconds += 48 * 3600
    assert await counter.change(Action.DELETE, STRUCK, copy) == Outcome(Event.ACCEPTED)
    shown = (await ada.messages())[-1]
    assert (shown.deleted, shown.marked("strikethrough")) == (False, ["Buses at six"])


async def test_copy_that_telegram_will_not_delete_is_struck_through(
    counter: Counter, ada: Phone
) -> None:
    copy = await counter.send(ada)
    counter.time.seconds += 49 * 3600
    young = Copy(copy.chat_id, copy.message_id, counter.time.now())
    assert await counter.change(Action.DELETE, STRUCK, young) == Outcome(Event.ACCEPTED)
    assert (await ada.messages())[-1].marked("strikethrough") == ["Buses at six"]


async def test_copy_of_somebody_who_blocked_the_bot_ends_the_attempt(
    counter: Counter, ada: Phone
) -> None:
    copies = [await counter.send(ada) for _ in range(2)]
    await ada.block()
    outcome = await counter.change(Action.EDIT, LATER, *copies)
    assert outcome == Outcome(Event.BLOCKED, "bot was blocked by the user")
    assert len(await counter.rehearsal.requests("editMessageText")) == 1


async def test_lost_answer_is_a_doubt(counter: Counter, ada: Phone) -> None:
    counter.world.faults.fault("lost")
    outcome = await counter.hand_over(parcel(ada.user_id))
    assert (outcome.event, (await ada.next_message()).text) == (Event.DOUBT, "Buses at six")


async def test_shut_port_is_no_doubt(counter: Counter, ada: Phone) -> None:
    counter.world.faults.shut(60)
    await counter.rehearsal.requests()  # by then the connection that was open is known to be closed
    outcome = await counter.hand_over(parcel(ada.user_id))
    counter.world.faults.clear_faults()
    assert outcome == Outcome(Event.POSTPONED, "no connection")


async def test_mistake_of_ours_is_told_by_its_name_and_is_logged(
    counter: Counter, ada: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    def render(_parcel: Parcel) -> Outgoing:
        raise KeyError("announce.mark_new")

    handover = Handover(counter.bot, Pace(1), render, counter.time)
    turn = await counter.pace.turn()
    outcome = await handover(parcel(ada.user_id), turn)
    assert outcome == Outcome(Event.REFUSED, "KeyError", is_ours=True)
    assert [record.levelname for record in caplog.records] == ["ERROR"]


async def test_several_at_once_do_not_mix(counter: Counter) -> None:
    phones = [await counter.rehearsal.person(f"P{number}") for number in range(4)]
    for phone in phones:
        await phone.say("/start")
    await asyncio.gather(*(counter.hand_over(parcel(phone.user_id)) for phone in phones))
    assert [await counter.texts(phone) for phone in phones] == [[("Buses at six", False)]] * 4


async def _medium(counter: Counter, phone: Phone, kind: MediumKind) -> Medium:
    """A picture or file that Telegram has, as an organiser sent it."""
    if kind is MediumKind.DOCUMENT:
        made = await phone.send_document(b"%PDF", "map.pdf")
        assert made.document is not None
        return Medium(kind, made.document.file_id, "map.pdf")
    made = await phone.send_photo(PNG)
    sizes = counter.world.chats[phone.user_id].messages[made.message_id].content.media
    assert isinstance(sizes, list)
    return Medium(kind, sizes[-1]["file_id"])


async def test_notice_is_a_reply_to_the_card_and_arrives_without_it(
    counter: Counter, ada: Phone
) -> None:
    card = await counter.send(ada)
    made = parcel(ada.user_id)
    answer = replace(made, read=replace(made.read, reply_to=card.message_id))
    await counter.hand_over(answer)
    assert (await ada.next_message()).reply_to == card.message_id
    gone = replace(made, read=replace(made.read, reply_to=999_999))
    outcome = await counter.hand_over(gone)
    assert (outcome.event, (await ada.next_message()).reply_to) == (Event.ACCEPTED, None)
