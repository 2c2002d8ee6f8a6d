"""Kills the bot while it releases an agenda and tells people, and counts what reached phones.

Run with `python -m benchmarks.kill_release --kills 20 --seed 1`. The judge of announcements counts
what the Bot API accepted: whoever is concerned is told once, nobody else is told; after each kill
the agenda is the old one with nobody told, or the new one with everybody. The last line reads
`lost 0 repeats R kills N doubtful D strangers 0 torn 0`; the exit code is 1 where it is not so.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.kill_courier import PATIENCE
from benchmarks.kill_judge import Trial, Verdict, judge
from benchmarks.release_hall import ReleaseHall, Snapshot, given_up
from rehearsal.phone import Phone
from rehearsal.process import polling_bot
from rehearsal.server import running
from rehearsal.world import World

VARIANTS = {"rows": "bot", "cursor": "benchmarks.cursor_bot", "apart": "benchmarks.apart_bot"}
TOLD, OTHERS = 3000, 300
KILLS_EACH = 10  # in one release
FIRST_SECONDS = 1.5  # within which a bot is killed that was just told to release
ANSWER_SECONDS = 0.05  # the Bot API carries out at once and answers late


@dataclass(slots=True)
class ReleaseVerdict:
    """What the judge of announcements saw; `strangers` were told and are not concerned, `torn` are
    agendas that held without all of their notices, or notices without their agenda."""

    told: Verdict
    strangers: int = 0
    torn: int = 0

    @property
    def is_good(self) -> bool:
        return self.told.is_good and not (self.strangers or self.torn)

    def __str__(self) -> str:
        return f"{self.told} strangers {self.strangers} torn {self.torn}"


@dataclass(slots=True)
class Seen:
    """What there was to see of all releases."""

    trials: list[Trial] = field(default_factory=list)
    snapshots: list[Snapshot] = field(default_factory=list)

    @property
    def kills(self) -> int:
        return sum(len(trial.marks) for trial in self.trials)


async def release(
    hall: ReleaseHall, phone: Phone, chance: random.Random, seen: Seen, kills: int
) -> None:
    """One release, with up to so many kills: the first one while it is written down."""
    before = hall.snapshot().number
    room = f"Room {before}"
    button = await hall.draft(phone, room)
    made = Trial(before + 1, room)
    seen.trials.append(made)
    async with polling_bot(hall.rehearsal, hall.addresses, hall.env, command=hall.command) as bot:
        press = asyncio.create_task(phone.press(button, "Release"))
        if kills:
            await _first_moment(hall, chance, before)
            await bot.kill()
            await given_up(press)
            _note(hall, seen, made)
        else:
            await hall.until(lambda: not hall.waits(made.version_id), PATIENCE)
            await asyncio.gather(press, return_exceptions=True)
    for left in range(kills - 1, 0, -1):
        if not await _killed(hall, chance, seen, left):
            break
    async with polling_bot(hall.rehearsal, hall.addresses, hall.env, command=hall.command):
        await hall.until(lambda: not hall.waits(made.version_id), PATIENCE * 2)
    seen.snapshots.append(hall.snapshot())


async def _first_moment(hall: ReleaseHall, chance: random.Random, before: int) -> None:
    """A moment at which a release is written down, or has just been."""
    if chance.random() < 0.5:
        await asyncio.sleep(chance.uniform(0.0, FIRST_SECONDS))
        return
    await hall.until(lambda: hall.snapshot().number > before)
    await asyncio.sleep(chance.uniform(0.0, FIRST_SECONDS / 5))


async def _killed(hall: ReleaseHall, chance: random.Random, seen: Seen, left: int) -> bool:
    """One run of the bot, ended by a kill at a random moment after its first message to somebody;
    False where all was over before that."""
    made, before = seen.trials[-1], len(hall.world.requests)
    async with polling_bot(hall.rehearsal, hall.addresses, hall.env, command=hall.command) as bot:
        await hall.until(lambda: hall.sends(before) or not hall.waits(made.version_id))
        if not hall.waits(made.version_id):
            return False
        seconds = len(hall.missing(made.words)) / hall.rate
        await asyncio.sleep(chance.uniform(0.0, 2.0 * seconds / (left + 1)))
        await bot.kill()
    _note(hall, seen, made)
    return True


def _note(hall: ReleaseHall, seen: Seen, made: Trial) -> None:
    made.marks.append(len(hall.world.requests))
    seen.snapshots.append(hall.snapshot())


async def run(
    kills: int,
    seed: int,
    told: int = TOLD,
    others: int = OTHERS,
    each: int = KILLS_EACH,
    variant: str = "rows",
    show: bool = False,
) -> ReleaseVerdict:
    """So many kills, in as many releases as that takes."""
    chance, world, seen = random.Random(seed), World(), Seen()
    with tempfile.TemporaryDirectory() as folder:
        async with running(world) as addresses:
            command = (sys.executable, "-m", VARIANTS[variant])
            hall = ReleaseHall(Path(folder), world, addresses, told, others, command)
            async with hall:
                world.faults.fault("slow", times=None, seconds=ANSWER_SECONDS)
                phone = await hall.organiser()
                while seen.kills < kills:
                    begin = time.monotonic()
                    await release(hall, phone, chance, seen, min(each, kills - seen.kills))
                    if show:
                        seconds, count = time.monotonic() - begin, len(seen.trials[-1].marks)
                        print(f"release {len(seen.trials)}: {count} kills, {seconds:.0f} s")
                return _judged(hall, seen)


def _judged(hall: ReleaseHall, seen: Seen) -> ReleaseVerdict:
    strangers = {
        chat
        for trial in seen.trials
        for _, chat in hall.accepted(trial.words)
        if chat in hall.others
    }
    whole = {0, len(hall.chats)}
    # The first version came without a release: nobody is told of it.
    torn = [s for s in seen.snapshots if s.told not in whole or (s.number > 1) != (s.told > 0)]
    return ReleaseVerdict(judge(hall, seen.trials), len(strangers), len(torn))


def main() -> int:
    """Returns the exit code: 1 where something was not as it has to be."""
    verdict = asyncio.run(run(**vars(_parser().parse_args()), show=True))
    print(f"worst kill {verdict.told.worst}, repeats without a doubt {verdict.told.unflagged}")
    print(verdict)
    return 0 if verdict.is_good else 1


def _parser() -> argparse.ArgumentParser:
    """The options are the parameters of `run`."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--told", type=int, default=TOLD, help="people who are concerned")
    parser.add_argument("--others", type=int, default=OTHERS, help="people who are not")
    parser.add_argument("--each", type=int, default=KILLS_EACH, help="kills in one release")
    parser.add_argument("--variant", choices=VARIANTS, default="rows")
    return parser


if __name__ == "__main__":
    sys.exit(main())
