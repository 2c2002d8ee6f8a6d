from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from telegram import Bot
from telegram.error import RetryAfter

from rehearsal.client import Rehearsal
from rehearsal.phone import Phone
from rehearsal.request_log import Request
from rehearsal.server import Addresses


@pytest.fixture
async def bot(addresses: Addresses) -> AsyncIterator[httpx.AsyncClient]:
    """An HTTP client as python-telegram-bot uses it, at the methods of the Bot API."""
    root = f"{addresses.base_url}{addresses.token}/"
    async with httpx.AsyncClient(base_url=root, timeout=5) as client:
        yield client


async def send(bot: httpx.AsyncClient, patience: float = 5, **parameters: object) -> httpx.Response:
    """A message in HTML; gives up after ``patience`` seconds."""
    message = {"chat_id": 11, "text": "Hello", "parse_mode": "HTML"} | parameters
    return await bot.post("sendMessage", data=message, timeout=patience)


async def seen(ada: Phone) -> list[str]:
    return [message.text for message in await ada.messages() if message.from_bot]


async def last(rehearsal: Rehearsal) -> Request:
    return (await rehearsal.requests("sendMessage"))[-1]


@pytest.mark.parametrize(
    ("kind", "code", "description"),
    [
        ("blocked", 403, "Forbidden: bot was blocked by the user"),
        ("deactivated", 403, "Forbidden: user is deactivated"),
        ("no-chat", 400, "Bad Request: chat not found"),
        ("unparsable", 400,
         'Bad Request: can\'t parse entities: Unsupported start tag "fault" at byte offset 0'),
        ("too-long", 400, "Bad Request: message is too long"),
        ("unauthorized", 401, "Unauthorized"),
    ],
)  # fmt: skip
async def test_refusal_is_telegrams_and_recorded_and_nothing_is_delivered(
    bot, ada, rehearsal, kind, code, description
) -> None:
    await rehearsal.fault(kind)
    refused = await send(bot)
    expected = {"ok": False, "error_code": code, "description": description}
    assert (refused.status_code, refused.json()) == (code, expected)
    record = await last(rehearsal)
    assert (record.fault, record.ok, record.delivered) == (kind, False, False)
    assert (record.error_code, record.description) == (code, description)
    assert (await send(bot)).status_code == 200
    assert await seen(ada) == ["Hello"]


async def test_bot_that_is_told_to_slow_down_learns_for_how_long(bot, ada, rehearsal) -> None:
    await rehearsal.fault("slow-down", seconds=7)
    refused = await send(bot)
    assert (refused.status_code, refused.json()) == (
        429,
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        },
    )
    told = await last(rehearsal)
    assert await rehearsal.told_to_wait_until() == pytest.approx(told.at + 7, abs=0.5)
    await send(bot)
    early = await last(rehearsal)
    assert (early.delivered, early.early) == (True, pytest.approx(7, abs=0.5))
    assert await seen(ada) == ["Hello"]


@pytest.mark.usefixtures("ada")
async def test_library_reads_the_wait(addresses, rehearsal, monkeypatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    await rehearsal.fault("slow-down", seconds=4)
    async with Bot(addresses.token, addresses.base_url, addresses.base_file_url) as bot:
        with pytest.raises(RetryAfter) as caught:
            await bot.send_message(11, "Hello")
    assert caught.value.retry_after == timedelta(seconds=4)


async def test_text_that_cannot_be_parsed_is_taken_as_plain_text(bot, ada, rehearsal) -> None:
    await rehearsal.fault("unparsable", times=None)
    assert (await send(bot)).status_code == 400
    assert (await bot.post("sendMessage", data={"chat_id": 11, "text": "Plain"})).status_code == 200
    assert await seen(ada) == ["Plain"]


async def test_bad_gateway_is_a_page_of_html(bot, ada, rehearsal) -> None:
    await rehearsal.fault("bad-gateway")
    answer = await send(bot)
    assert (answer.status_code, answer.headers["Content-Type"]) == (502, "text/html; charset=utf-8")
    assert answer.text.startswith("<html>")
    record = await last(rehearsal)
    assert (record.fault, record.error_code, record.delivered) == ("bad-gateway", 502, False)
    assert await seen(ada) == []


@pytest.mark.parametrize(
    ("kind", "error", "texts"),
    [
        ("hang", httpx.ReadTimeout, []),
        ("hang-after", httpx.ReadTimeout, ["Hello"]),
        ("lost", httpx.RemoteProtocolError, ["Hello"]),
        ("reset", httpx.ReadError, []),
    ],
)
async def test_without_an_answer_only_the_record_tells_whether_it_was_delivered(
    bot, ada, rehearsal, kind, error, texts
) -> None:
    await rehearsal.fault(kind)
    with pytest.raises(error):
        await send(bot, patience=0.3)
    record = await last(rehearsal)
    assert await seen(ada) == texts
    shown = [message.message_id for message in await ada.messages() if message.from_bot]
    assert (record.fault, record.delivered, record.error_code) == (kind, bool(texts), None)
    assert [record.message_id] == (shown or [None])


@pytest.mark.parametrize("kind", ["hang", "hang-after"])
async def test_hang_ends_without_an_answer_when_its_time_is_over(bot, rehearsal, kind) -> None:
    await rehearsal.fault(kind, seconds=0.1)
    with pytest.raises(httpx.RemoteProtocolError):
        await send(bot)


async def test_slow_answer_is_to_what_was_done_at_once(bot, ada, rehearsal) -> None:
    await rehearsal.fault("slow", seconds=0.3)
    with pytest.raises(httpx.ReadTimeout):
        await send(bot, patience=0.1, text="Late")
    await rehearsal.fault("slow", seconds=0.1)
    answer = await send(bot)
    assert answer.json()["result"]["text"] == "Hello"
    assert answer.elapsed.total_seconds() > 0.1
    assert await seen(ada) == ["Late", "Hello"]


async def test_only_the_named_method_and_chat_meet_the_fault(bot, ada, rehearsal) -> None:
    await (await rehearsal.person("Bo", user_id=12)).say("/start")
    await rehearsal.fault("blocked", chat_id=11, times=None)
    assert (await send(bot, chat_id=12)).status_code == 200
    assert (await bot.post("sendChatAction", data={"chat_id": 11, "action": "typing"})).is_success
    assert (await send(bot)).status_code == 403
    await rehearsal.clear_faults()
    assert (await send(bot)).status_code == 200
    assert await seen(ada) == ["Hello"]
