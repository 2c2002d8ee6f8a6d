"""The message that shows how far a reading is: sent once, edited, gone where the reading fails."""

import asyncio
import threading
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from bot.library.reading_message import EVERY, ReadingMessage


@dataclass
class FakeBot:
    """Remembers what its one message said."""

    texts: list[str] = field(default_factory=list)
    drawn: asyncio.Event = field(default_factory=asyncio.Event)

    async def edit_message_text(self, html: str, *_where: object, **_buttons: object) -> None:
        self.texts.append(html)
        self.drawn.set()

    async def delete_message(self, *_where: object) -> None:
        self.texts.append("")


@dataclass
class FakeVisit:
    """As much of a visit as the message needs."""

    bot: FakeBot = field(default_factory=FakeBot)
    slept: list[float] = field(default_factory=list)
    awake: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def context(self) -> "FakeVisit":
        return self

    @property
    def person(self) -> SimpleNamespace:
        return SimpleNamespace(chat_id=7)

    async def say(self, html: str, _buttons: object = None) -> SimpleNamespace:
        self.bot.texts.append(html)
        return SimpleNamespace(message_id=1)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await self.awake.wait()


async def test_what_comes_faster_than_it_may_be_shown_is_passed_over() -> None:
    visit = FakeVisit()
    message = ReadingMessage(visit, visit.sleep)  # type: ignore[arg-type]
    await message.begin("fetched")
    async with message.following():
        thread = threading.Thread(target=message.tell, args=("page 1",))
        thread.start()
        thread.join()
        await visit.bot.drawn.wait()
        visit.bot.drawn.clear()
        message.tell("page 2")
        message.tell("page 3")
        visit.awake.set()
        await visit.bot.drawn.wait()
    await message.end("done")
    assert visit.bot.texts == ["fetched", "page 1", "page 3", "done"]
    assert set(visit.slept) == {EVERY}


async def test_message_of_a_reading_that_failed_is_taken_away() -> None:
    visit = FakeVisit()
    message = ReadingMessage(visit, visit.sleep)  # type: ignore[arg-type]
    await message.begin("fetched")
    with pytest.raises(ValueError, match="broken"):
        async with message.following():
            raise ValueError("broken")
    assert visit.bot.texts == ["fetched", ""]
