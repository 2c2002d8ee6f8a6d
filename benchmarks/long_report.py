"""Questions while an editor sends a long report: how long people wait for their answers.

`python -m benchmarks.long_report [--pages 300]` runs the bot over the sample papers. Somebody asks
on; meanwhile an editor sends a PDF of so many full pages, and publishes it. Exit code 1 where the
p95 of the answers is over 1.5 times the idle one while the report is read or learnt, or over 4
times for the seconds in which it is published.
"""

import argparse
import asyncio
import itertools
import sys
import tempfile
import time
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass

from benchmarks.bombs import full_pages
from benchmarks.bot_speed import QUESTIONS
from benchmarks.hostile import add_sample, ask
from benchmarks.tables import Row, percentile, show
from rehearsal.client import Rehearsal
from rehearsal.phone import Phone
from rehearsal.process import polling_bot, server_process
from rehearsal.screen import ScreenMessage

MOST_RATIO = {"idle": 1.0, "read": 1.5, "learnt": 1.5, "published": 4.0}
IDLE_ANSWERS = 60
LONGEST = 1200.0  # seconds that the whole report may take


@dataclass(frozen=True, slots=True)
class Phase:
    """What happened to the report, for how many seconds, and the seconds of answers meanwhile."""

    what: str
    seconds: float
    answers: list[float]


def main() -> int:
    """Measure, print the table; 1 where people wait too long."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.long_report")
    parser.add_argument("--pages", type=int, default=300)
    phases = asyncio.run(_phases(full_pages(parser.parse_args().pages)))
    idle = p95(phases[0])
    rows = [
        Row(
            f"{phase.what} ({phase.seconds:.0f} s), p95 of {len(phase.answers)}",
            f"{p95(phase) * 1000:.0f} ms",
            p95(phase) / idle,
        )
        for phase in phases
    ]
    show("From question to answer while a long report comes in", rows)
    return int(any(p95(phase) > MOST_RATIO[phase.what] * idle for phase in phases))


def p95(phase: Phase) -> float:
    """Seconds within which 95 of 100 answers came."""
    return percentile(phase.answers, 0.95)


async def _phases(report: bytes) -> list[Phase]:
    with tempfile.TemporaryDirectory() as data:
        add_sample(data)
        async with server_process() as (_, addresses), Rehearsal(addresses.control_url) as stage:
            ada, ola = await stage.person("Ada"), await stage.person("Ola")
            env = {
                "ATTACHE_DATA": data,
                "ATTACHE_ACCESS": "open",
                "ATTACHE_FIRST_ORGANISER": str(ola.user_id),
            }
            async with polling_bot(stage, addresses, env):
                await ola.say("/start")
                await ola.next_message()
                return await _life(ada, ola, report)


async def _life(ada: Phone, ola: Phone, report: bytes) -> list[Phase]:
    questions = itertools.cycle(QUESTIONS)
    for _ in QUESTIONS:
        await ask(ada, next(questions))
    begin = time.perf_counter()
    idle = [await ask(ada, next(questions)) for _ in range(IDLE_ANSWERS)]
    phases = [Phase("idle", time.perf_counter() - begin, idle)]
    await ola.send_document(report, "report.pdf", "application/pdf")
    message = await ola.next_message(timeout=60)
    for what, until in (("read", "Learning"), ("learnt", "a new paper"), ("published", "")):
        if what == "published":
            step: Awaitable[object] = ola.press(message, "Publish", timeout=LONGEST)
        else:
            step = _drawn(ola, until)
        phases.append(await _meanwhile(what, step, ada, questions))
        if what == "learnt":
            message = (await ola.messages())[-1]
    return phases


async def _meanwhile(
    what: str, step: Awaitable[object], ada: Phone, questions: Iterator[str]
) -> Phase:
    begin, answers = time.perf_counter(), list[float]()
    task = asyncio.ensure_future(step)
    while not task.done():
        answers.append(await ask(ada, next(questions)))
    await task
    return Phase(what, time.perf_counter() - begin, answers)


async def _drawn(ola: Phone, word: str) -> ScreenMessage:
    while True:
        message = await ola.next_edit(timeout=LONGEST)
        if word in message.text:
            return message


if __name__ == "__main__":
    sys.exit(main())
