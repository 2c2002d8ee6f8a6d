"""Every line of the log is a JSON object; none holds a token or anybody's words."""

import ast
import asyncio
import gc
import logging
import sys
import threading
import warnings
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from types import SimpleNamespace

import pytest
import structlog

from bot import logs
from rehearsal.client import Rehearsal
from rehearsal.server import running
from rehearsal.world import World
from services.library import Answered
from tests.bot.logged import Logged, logged
from tests.stage import Stage, make_stage, opened
from tests.two_days import ADA, AGENDA, BO, CONTACT, LUNCHTIME, VENUE

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:AAHfiqksKZ8WmR2zSjiQ7_v4TMAKdiHm9T0"
ours = structlog.stdlib.get_logger("bot.courier")


class State(StrEnum):
    SENT = "sent"


@pytest.fixture
def log() -> Iterator[Logged]:
    with logged() as written:
        yield written


@pytest.fixture
async def stage(log: Logged, tmp_path: Path) -> AsyncIterator[Stage]:
    """A running bot that logs as `python -m bot` does."""
    async with running(World()) as addresses, Rehearsal(addresses.control_url) as rehearsal:
        made = make_stage(tmp_path, rehearsal, addresses, clock=LUNCHTIME)
        async with opened(made):
            yield made


def test_event_is_a_line_with_its_facts(log: Logged) -> None:
    ours.info("delivery settled", state=State.SENT, delivery=12)
    assert log.text.endswith('"event": "delivery settled", "state": "sent", "delivery": 12}\n')
    assert log.facts() == [
        {"level": "info", "logger": "bot.courier", "event": "delivery settled", "delivery": 12,
         "state": "sent"}
    ]  # fmt: skip


def test_facts_are_numbers_moments_and_single_words(log: Logged) -> None:
    facts: dict[str, object] = {
        "after": timedelta(seconds=1.5), "by": {State.SENT: 3},
        "due": datetime(2008, 2, 11, tzinfo=UTC), "many": float("inf"), "none": None,
        "seen": True, "which": (1, "two"),
    }  # fmt: skip
    ours.warning("counted", **facts)
    assert log.facts() == [
        {"level": "warning", "logger": "bot.courier", "event": "counted", "after": 1.5,
         "by": {"sent": 3}, "due": "2008-02-11T00:00:00+00:00", "many": "inf", "none": None,
         "seen": True, "which": [1, "two"]}
    ]  # fmt: skip


def test_what_may_be_somebodys_words_is_not_a_fact(log: Logged) -> None:
    ours.info("asked", text="Where is it?", mail="ada@example.org", person=ADA, all=["Ada Vik"])
    assert log.facts() == [
        {"level": "info", "logger": "bot.courier", "event": "asked", "all": ["<str>"],
         "mail": "<str>", "person": "<Person>", "text": "<str>"}
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", [f"https://api.telegram.org/bot{TOKEN}/getMe", TOKEN, TOKEN.replace(":", "%3A")]
)
def test_token_is_blotted_out_in_events_facts_and_errors(log: Logged, text: str) -> None:
    ours.error(text, fact=text)
    logging.getLogger("telegram.ext").error(text)
    try:
        raise ImportError(text)
    except ImportError:
        ours.exception("failed")
    assert len(log.lines()) == 3
    assert TOKEN[10:] not in log.text


def test_error_is_one_string_with_its_stack_and_without_its_words(log: Logged) -> None:
    question = "where is the zebra"
    try:
        int(question)
    except ValueError:
        ours.exception("failed", update=7)
    (line,) = log.lines()
    assert [line["level"], line["update"]] == ["error", 7]
    assert "int(question)\n" in str(line["exception"])
    assert str(line["exception"]).endswith("ValueError")
    assert "zebra" not in log.text


def test_library_keeps_its_message_and_not_what_is_filled_in(log: Logged) -> None:
    library = logging.getLogger("chromadb.segment")
    library.warning("%d of %s after %.1f s: %r", 3, "zebra", 0.5, {"zebra": 1})
    library.warning("%d were lost", "zebra")
    library.warning("%(number)d of %(text)s", {"number": 3, "text": "zebra"})
    library.warning("the question was zebra")
    library.error(ValueError("zebra"))
    logging.getLogger("telegram.ext.Application").info("Application started")
    logging.getLogger("telegram.Bot").critical("Received data was %r", [{"text": "zebra"}])
    logging.getLogger("apscheduler.executors").error('Job "%s" raised an exception', "courier")
    events = [str(line["event"]).partition("test_logs:")[0] for line in log.lines()]
    assert events == [
        "3 of <str> after 0.5 s: <dict>", "%d were lost", "3 of <str>", "<message of ",
        "<message of ", "Application started", "Received data was <list>",
        'Job "courier" raised an exception',
    ]  # fmt: skip


async def test_asyncio_does_not_tell_what_a_lost_task_was_about(log: Logged) -> None:
    async def fail(question: str) -> None:
        raise ValueError(question)

    loop = asyncio.get_running_loop()
    loop.call_soon(int, "the zebra")
    task = asyncio.create_task(fail("the zebra"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    gc.collect()
    lines = [line for line in log.facts() if line["level"] == "error"]
    assert [(line["logger"], line["event"]) for line in lines] == [
        ("asyncio", "Exception in callback"), ("asyncio", "Task exception was never retrieved"),
    ]  # fmt: skip
    assert [str(line["exception"]).endswith("ValueError") for line in lines] == [True, True]
    assert "zebra" not in log.text


def test_warning_of_python_is_a_line_with_its_place_alone(log: Logged) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(False)
        logging.captureWarnings(True)
        warnings.warn("the zebra is deprecated", stacklevel=1)
    (line,) = log.lines()
    assert str(line["event"]).endswith("UserWarning")
    assert "zebra" not in log.text


def test_line_that_cannot_be_written_is_not_quoted_elsewhere(
    log: Logged, capsys: pytest.CaptureFixture[str]
) -> None:
    log.stream.close()
    ours.info("settled", text="zebra")
    assert capsys.readouterr().err == ""


def test_stray_errors_are_lines(log: Logged, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "unraisablehook", None)
    monkeypatch.setattr(threading, "excepthook", None)
    logs.hear_strays()
    for hook in (sys.unraisablehook, threading.excepthook):
        hook(SimpleNamespace(exc_value=ValueError("zebra")))  # type: ignore[arg-type]
    assert [(line["event"], line["exception"]) for line in log.lines()] == [
        ("an error could not be raised", "ValueError"),
        ("a thread was ended by an error", "ValueError"),
    ]


async def test_conversation_leaves_facts_and_none_of_its_words(stage: Stage, log: Logged) -> None:
    stage.set_agenda(AGENDA)
    stage.list_people(ADA, BO)
    stage.set_logistics(VENUE, CONTACT)
    stage.publish()

    def burst(question: str, reader: object) -> Answered:
        try:
            raise KeyError(question)
        except KeyError as error:
            raise RuntimeError(f"nothing for {question!r}") from error

    stage.library.answer = burst  # type: ignore[method-assign]
    ada = await stage.person("Evelina")
    stage.link(ada, ADA.key)
    said = ["/start", "/my", "/people", "Who chairs the session on funding?", "/start Quagga-22",
            "Does a zebra sleep in the hall?", "Merci bien"]  # fmt: skip
    for text in said:
        await ada.say(text)
        await ada.next_message()
    await ada.send_document(b"Okapi", "okapi.xlsx", caption="An okapi")
    await ada.next_message()
    await ada.press(await stage.send_button(ada, "gnu:1"), "Old")
    lines = [line for line in log.facts() if line["event"] == "an update was not handled"]
    assert [(line["level"], line["error"]) for line in lines] == [("error", "RuntimeError")]
    assert "KeyError\n" in str(lines[0]["exception"])
    words = [*(text for text in said if " " in text), "zebra", "Evelina", "Quagga", "kapi", "gnu",
             ADA.key, ADA.name, BO.name, "funding?", stage.addresses.token]  # fmt: skip
    assert [word for word in words if word in log.text] == []


@pytest.mark.parametrize("room", ["bot", "services", "store", "knowledge", "meeting"])
def test_events_are_fixed_sentences(room: str) -> None:
    """What varies is a fact: a sentence that is put together could hold anything."""
    loose = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / room).rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and _logs(call.func) and not _is_fixed(call)
    ]
    # What is wrong with a setting, for whoever starts the bot.
    startup = [place for place in loose if place.startswith("bot/__main__.py:")]
    assert loose == startup
    assert len(startup) == (1 if room == "bot" else 0)


def _logs(function: ast.expr) -> bool:
    levels = {"debug", "info", "warning", "error", "critical", "exception", "log"}
    return (
        isinstance(function, ast.Attribute)
        and function.attr in levels
        and isinstance(function.value, ast.Name)
        and function.value.id in {"log", "logger", "logging"}
    )


def _is_fixed(call: ast.Call) -> bool:
    return len(call.args) == 1 and isinstance(call.args[0], ast.Constant)
