"""Kills the bot in the middle of announcements, and counts what reached people's phones.

Run with `python -m benchmarks.kill_courier --kills 40 --seed 1`. The judge is the Bot API: what it
accepted, not what our tables say. The last line reads `lost 0 repeats R kills N doubtful D`, and
the exit code is 1 where somebody was lost, where more was repeated than was on its way, where a
repeat is not marked as doubtful, or where somebody counts as reached who was not.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.hall import IN_FLIGHT, Hall
from benchmarks.kill_judge import Trial, Verdict, judge
from meeting.delivery import Urgency
from rehearsal.process import polling_bot
from rehearsal.server import running
from rehearsal.world import World

PEOPLE = 250
KILLS_EACH = 10  # in one announcement, as near as chance allows
ANSWER_SECONDS = 0.05  # the Bot API carries out at once and answers late: there is a lot in the air
PATIENCE = 120.0  # seconds for one announcement to end once nobody kills the bot any more
VARIANTS = {"rows": "bot", "cursor": "benchmarks.cursor_bot"}


async def trial(hall: Hall, chance: random.Random, number: int, kills: int) -> Trial:
    """Send one announcement to everybody and kill the bot up to so often before it is out."""
    words = f"Announcement number {number} of a long day."
    made = Trial(hall.announce(words), words)
    for left in range(kills, 0, -1):
        if not await _killed(hall, chance, made, left):
            return made
    await _finish(hall, made)
    return made


async def _killed(hall: Hall, chance: random.Random, made: Trial, left: int) -> bool:
    """One run of the bot, ended by a kill at a random moment after its first claim; False where
    the announcement was out before that."""
    before = len(hall.world.requests)
    async with polling_bot(hall.rehearsal, hall.addresses, hall.env, command=hall.command) as bot:
        waiting = await hall.until(lambda: hall.sends(before) or not hall.waits(made.version_id))
        if not waiting or not hall.waits(made.version_id):
            return False
        seconds = len(hall.missing(made.words)) / hall.rate
        await asyncio.sleep(chance.uniform(0.0, 2.0 * seconds / (left + 1)))
        in_time = hall.waits(made.version_id)
        await bot.kill()
    if in_time:
        made.marks.append(len(hall.world.requests))
    return in_time


async def _finish(hall: Hall, made: Trial) -> None:
    async with polling_bot(hall.rehearsal, hall.addresses, hall.env, command=hall.command):
        await hall.until(lambda: not hall.waits(made.version_id), PATIENCE)


async def run(
    kills: int,
    seed: int,
    people: int = PEOPLE,
    each: int = KILLS_EACH,
    variant: str = "rows",
    urgency: Urgency = Urgency.URGENT,
    show: bool = False,
) -> Verdict:
    """So many kills, in as many announcements as that takes."""
    chance, world = random.Random(seed), World()
    trials: list[Trial] = []
    with tempfile.TemporaryDirectory() as folder:
        async with running(world) as addresses:
            command = (sys.executable, "-m", VARIANTS[variant])
            hall = Hall(Path(folder), world, addresses, people, command, urgency)
            async with hall:
                world.faults.fault("slow", times=None, seconds=ANSWER_SECONDS)
                while (done := sum(len(t.marks) for t in trials)) < kills:
                    begin = time.monotonic()
                    now = min(each, kills - done)
                    trials.append(await trial(hall, chance, len(trials) + 1, now))
                    if show:
                        seconds = time.monotonic() - begin
                        count = len(trials[-1].marks)
                        print(f"announcement {len(trials)}: {count} kills, {seconds:.0f} s")
                return judge(hall, trials)


def main() -> int:
    """Returns the exit code: 1 where something was not as it has to be."""
    verdict = asyncio.run(run(**vars(_parser().parse_args()), show=True))
    print(
        f"worst kill {verdict.worst} of {IN_FLIGHT} in flight, repeats without a doubt "
        f"{verdict.unflagged}, counted as reached and not reached {verdict.false}"
    )
    print(verdict)
    return 0 if verdict.is_good else 1


def _parser() -> argparse.ArgumentParser:
    """The options are the parameters of `run`."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--each", type=int, default=KILLS_EACH, help="kills in one announcement")
    parser.add_argument("--variant", choices=VARIANTS, default="rows")
    parser.add_argument("--urgency", type=Urgency, choices=list(Urgency), default=Urgency.URGENT)
    return parser


if __name__ == "__main__":
    sys.exit(main())
