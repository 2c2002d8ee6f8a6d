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
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.hall import IN_FLIGHT, Hall
from meeting.delivery import Urgency
from rehearsal.process import polling_bot
from rehearsal.server import running
from rehearsal.world import World

PEOPLE = 250
KILLS_EACH = 10  # in one announcement, as near as chance allows
ANSWER_SECONDS = 0.05  # the Bot API carries out at once and answers late: there is a lot in the air
PATIENCE = 120.0  # seconds for one announcement to end once nobody kills the bot any more
VARIANTS = {"rows": "bot", "cursor": "benchmarks.cursor_bot"}


@dataclass(slots=True)
class Verdict:
    """What was seen. `worst` is the most that one kill repeated; `unflagged` are repeats that no
    doubt tells of; `false` are people who count as reached and were not."""

    lost: int = 0
    repeats: int = 0
    kills: int = 0
    doubtful: int = 0
    worst: int = 0
    unflagged: int = 0
    false: int = 0

    @property
    def is_good(self) -> bool:
        within = self.worst <= IN_FLIGHT and self.repeats <= IN_FLIGHT * self.kills
        return within and not (self.lost or self.unflagged or self.false)

    def __str__(self) -> str:
        return (
            f"lost {self.lost} repeats {self.repeats} kills {self.kills} doubtful {self.doubtful}"
        )


@dataclass(slots=True)
class Trial:
    """One announcement; `marks` is how many requests the Bot API had seen at each kill."""

    version_id: int
    words: str
    marks: list[int] = field(default_factory=list)


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


def judge(hall: Hall, trials: Sequence[Trial]) -> Verdict:
    """Compare what the Bot API accepted with what was to be sent, then with what our rows say."""
    verdict = Verdict()
    for each in trials:
        verdict.kills += len(each.marks)
        accepted = hall.accepted(each.words)
        times = Counter(chat for _, chat in accepted)
        rows = hall.rows(each.version_id)
        verdict.lost += sum(times[chat] == 0 for chat in hall.chats)
        verdict.repeats += sum(max(0, count - 1) for count in times.values())
        verdict.doubtful += sum(row.doubtful for row in rows.values())
        verdict.unflagged += sum(times[chat] > 1 and not rows[chat].doubtful for chat in hall.chats)
        verdict.false += sum(rows[chat].is_sent and times[chat] == 0 for chat in hall.chats)
        verdict.worst = max([verdict.worst, *_by_kill(accepted, each.marks).values()])
    return verdict


def _by_kill(accepted: Sequence[tuple[int, int]], marks: Sequence[int]) -> Counter[int]:
    """How many repeats each kill made: a copy that was followed by another one came in the run
    that this kill ended."""
    found: Counter[int] = Counter()
    last = {chat: position for position, chat in accepted}
    for position, chat in accepted:
        if position != last[chat]:
            found[sum(mark < position for mark in marks)] += 1
    return found


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
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--each", type=int, default=KILLS_EACH, help="kills in one announcement")
    parser.add_argument("--variant", choices=VARIANTS, default="rows")
    parser.add_argument("--urgency", type=Urgency, choices=list(Urgency), default=Urgency.URGENT)
    given = parser.parse_args()
    verdict = asyncio.run(
        run(
            given.kills,
            given.seed,
            given.people,
            given.each,
            given.variant,
            given.urgency,
            show=True,
        )
    )
    print(
        f"worst kill {verdict.worst} of {IN_FLIGHT} in flight, repeats without a doubt "
        f"{verdict.unflagged}, counted as reached and not reached {verdict.false}"
    )
    print(verdict)
    return 0 if verdict.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
