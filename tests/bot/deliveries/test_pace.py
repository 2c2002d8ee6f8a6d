"""Broadcasts keep to the limits and yield to answers; answers never wait."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

import httpx
import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.deliveries.pace import Pace, TooEarly
from bot.deliveries.window import PUT_OFF, WIDTH, Turn


@dataclass
class Hand:
    """A clock that sleeping moves, and the request that notes when it was made."""

    time: float = 1000.0
    starts: list[float] = field(default_factory=list)
    fails: list[TelegramError] = field(default_factory=list)

    def now(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.time += seconds

    async def request(self) -> bool:
        self.starts.append(self.time)
        if self.fails:
            raise self.fails.pop(0)
        return True

    def pace(self, per_second: int = 3) -> Pace:
        return Pace(per_second, self.now, self.sleep)

    async def make(
        self, pace: Pace, chat_id: int, turn: Turn | None = None, endpoint: str = "sendMessage"
    ) -> None:
        await pace.process_request(self.request, (), {}, endpoint, {"chat_id": chat_id}, turn)

    async def answer(self, pace: Pace, chat_id: int = 1, endpoint: str = "sendMessage") -> None:
        await self.make(pace, chat_id, None, endpoint)

    async def broadcast(self, pace: Pace, chats: range) -> None:
        for chat_id in chats:
            await self.make(pace, chat_id, await pace.turn())


@pytest.fixture
def hand() -> Hand:
    return Hand()


def network(cause: Exception) -> NetworkError:
    error = NetworkError("httpx")
    error.__cause__ = cause
    return error


async def failing(call: Callable[[], Awaitable[None]]) -> type[Exception]:
    with pytest.raises(Exception) as caught:  # noqa: PT011  whatever it is, it is compared
        await call()
    return caught.type


def most_in_a_second(starts: list[float]) -> int:
    return max(sum(1 for each in starts if 0 <= each - first <= 1) for first in starts)


async def test_no_second_has_more_messages_than_the_limit(hand: Hand) -> None:
    await hand.broadcast(hand.pace(3), range(20))
    assert most_in_a_second(hand.starts) == 3
    assert hand.time - 1000 == pytest.approx(6 * WIDTH)


async def test_broadcast_yields_to_answers(hand: Hand) -> None:
    pace = hand.pace(3)
    for chat_id in (101, 102):
        await hand.answer(pace, chat_id)
    await hand.broadcast(pace, range(2))
    assert [each - 1000 for each in hand.starts] == pytest.approx([0, 0, 0, WIDTH])


async def test_answers_go_at_once_beyond_the_limit(hand: Hand) -> None:
    pace = hand.pace(3)
    for _ in range(5):
        await hand.answer(pace)
    assert hand.starts == [1000.0] * 5


@pytest.mark.parametrize("endpoint", ["sendChatAction", "answerCallbackQuery", "getMe"])
async def test_what_is_no_message_takes_no_place(hand: Hand, endpoint: str) -> None:
    pace = hand.pace(1)
    await hand.answer(pace, endpoint=endpoint)
    await pace.turn()
    assert hand.time == 1000


@pytest.mark.parametrize("endpoint", ["sendDocument", "copyMessage", "editMessageText"])
async def test_every_message_and_edit_takes_a_place(hand: Hand, endpoint: str) -> None:
    pace = hand.pace(1)
    await hand.answer(pace, endpoint=endpoint)
    await pace.turn()
    assert hand.time - 1000 == pytest.approx(WIDTH)


async def test_deletion_by_the_courier_takes_a_place(hand: Hand) -> None:
    pace = hand.pace(1)
    await hand.make(pace, 1, await pace.turn(), "deleteMessage")
    await pace.turn()
    assert hand.time - 1000 == pytest.approx(WIDTH)


async def test_turn_that_was_not_used_yet_keeps_its_place(hand: Hand) -> None:
    pace = hand.pace(2)
    await hand.answer(pace)
    waiting = await pace.turn()
    hand.time += 0.5
    await hand.make(pace, 2, waiting)
    await pace.turn()
    assert hand.time - 1000 == pytest.approx(WIDTH)


async def test_turn_that_was_given_back_leaves_its_place(hand: Hand) -> None:
    pace = hand.pace(1)
    (await pace.turn()).give_back()
    await pace.turn()
    assert hand.time == 1000


async def test_chat_that_is_answered_on_and_on_gets_its_announcement_in_the_end(hand: Hand) -> None:
    pace = hand.pace(30)
    for _ in range(100):
        await hand.answer(pace, chat_id=7)
        with suppress(TooEarly):
            await hand.make(pace, 7, await pace.turn())
            break
        hand.time += 0.5
    assert hand.time - 1000 == PUT_OFF


async def test_chat_gets_one_message_a_second(hand: Hand) -> None:
    pace = hand.pace()
    await hand.answer(pace, chat_id=7)
    turn = await pace.turn()
    with pytest.raises(TooEarly) as early:
        await hand.make(pace, 7, turn)
    assert (early.value.seconds, hand.starts) == (pytest.approx(WIDTH), [1000.0])
    await hand.make(pace, 7, await pace.turn(7))
    assert [each - 1000 for each in hand.starts] == pytest.approx([0, WIDTH])


async def test_slow_down_halts_the_courier_to_the_second_and_no_answer(hand: Hand) -> None:
    pace = hand.pace()
    hand.fails = [RetryAfter(timedelta(seconds=20))]
    assert await failing(lambda: hand.answer(pace)) is RetryAfter
    assert (pace.rests_for(), pace.asked_to_wait()) == (20, 20)
    await hand.answer(pace, 2)
    await hand.broadcast(pace, range(3, 5))
    assert [each - 1000 for each in hand.starts] == [0, 0, 20, 20]


async def test_request_made_ready_before_a_slow_down_is_not_made(hand: Hand) -> None:
    pace = hand.pace()
    first, second = await pace.turn(), await pace.turn()
    hand.fails = [RetryAfter(timedelta(seconds=5))]
    assert await failing(lambda: hand.make(pace, 1, first)) is RetryAfter
    assert await failing(lambda: hand.make(pace, 2, second)) is TooEarly
    assert hand.starts == [1000.0]


async def test_pause_grows_while_the_network_fails(hand: Hand) -> None:
    pace = hand.pace()
    hand.fails = [network(httpx.ConnectError("")) for _ in range(9)]
    for number in range(9):
        turn = await pace.turn()
        assert await failing(lambda n=number, t=turn: hand.make(pace, n, t)) is NetworkError
    waits = [after - before for before, after in zip(hand.starts, hand.starts[1:], strict=False)]
    assert waits == [0.5, 1, 2, 4, 8, 16, 30, 30]
    assert pace.asked_to_wait() == 0


async def test_pause_is_short_again_after_a_success(hand: Hand) -> None:
    pace, rests = hand.pace(), []
    for fails in (True, True, False, True):
        hand.fails = [network(httpx.ReadTimeout(""))] if fails else []
        await asyncio.gather(hand.answer(pace), return_exceptions=True)
        rests.append(pace.rests_for())
        hand.time += 10
    assert rests == [0.5, 1, 0, 0.5]


async def test_several_that_fail_together_are_one_failure(hand: Hand) -> None:
    pace = hand.pace(9)
    for number in range(4):
        hand.fails = [network(httpx.ConnectError(""))]
        await failing(lambda n=number: hand.answer(pace, n))
    assert pace.rests_for() == 0.5


async def test_refusal_is_no_failure_of_the_network(hand: Hand) -> None:
    pace = hand.pace()
    hand.fails = [BadRequest("chat not found")]
    assert await failing(lambda: hand.answer(pace)) is BadRequest
    assert pace.rests_for() == 0
