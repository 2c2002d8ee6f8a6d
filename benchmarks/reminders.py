"""Reminds people of 12,000 sessions in twelve zones while clocks are changed and the bot is down.

Run with `python -m benchmarks.reminders`. Store, services and words are the real ones; time is
virtual: the bot ticks once a second, and seconds in which nothing can happen are left out. Each
reminder has to arrive once, or to be listed as stale. The exit code is 1 where a rule was broken.
`--variant apscheduler` is plain stored date jobs, and must fail.
"""

import argparse
import logging
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.reminder_bots import BOTS, Bot, Machine, Telegram
from benchmarks.reminder_judge import Seen, Verdict, judge
from benchmarks.reminder_meetings import (
    NIGHTS,
    SLOTS,
    Meeting,
    Outage,
    Trouble,
    meeting,
    trouble,
)

NEAR = 2  # seconds before and after a moment at which something is due
STRIDE = 600  # seconds left out at most


def run(seed: int, people: int, variant: str = "right", zones: int = len(NIGHTS)) -> Verdict:
    """So many people have SLOTS reminders each, in each of so many zones."""
    total = Verdict()
    for zone in list(NIGHTS)[:zones]:
        ours = meeting(zone, people, seed)
        with tempfile.TemporaryDirectory() as name:
            seen = live(ours, trouble(ours, seed), variant, Path(name))
        total.add(judge(ours.expected, seen))
    return total


def live(ours: Meeting, trouble: Trouble, variant: str, folder: Path) -> Seen:
    """A meeting from beginning to end."""
    machine = Machine(ours.begins)
    telegram = Telegram(machine)
    bot = BOTS[variant](folder, machine, telegram, ours)
    looked: list[int] = []
    outages, steps = list(trouble.outages), dict(trouble.steps)
    dues = sorted({each.due for each in ours.expected.values()})
    bot.start()
    while machine.true < ours.ends:
        machine.off += sum(steps.pop(at) for at in list(steps) if at <= machine.true)
        if outages and outages[0].begins <= machine.true:
            _be_down(bot, machine, outages.pop(0))
            continue
        bot.tick()
        is_busy = bot.send()
        looked.append(machine.seconds())
        gaps = [due - machine.seconds() for due in dues]
        gaps += [at - machine.true for at in (*steps, *(each.begins for each in outages))]
        machine.true += 1 if is_busy else _stride(gaps)
    seen = Seen(telegram.accepted, bot.stale(), telegram.listed, looked)
    bot.end()
    bot.close()
    return seen


def _be_down(bot: Bot, machine: Machine, outage: Outage) -> None:
    if outage.abrupt:
        bot.tick()
    bot.end()
    machine.true = max(machine.true, outage.ends)
    bot.start()


def _stride(gaps: Sequence[int]) -> int:
    """Seconds until the next look, given how far ahead the moments are at which something is due
    or goes wrong."""
    ahead = min((gap - NEAR for gap in gaps if gap >= -NEAR), default=STRIDE)
    return max(1, min(ahead, STRIDE))


def main() -> int:
    """Returns the exit code: 1 where a rule was broken."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reminders", description=__doc__)
    parser.add_argument("--people", type=int, default=50, help=f"in each zone, {SLOTS} each")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--variant", choices=BOTS, default="right")
    options = parser.parse_args()
    logging.getLogger("apscheduler").addHandler(logging.NullHandler())  # it says what it misses
    verdict = run(options.seed, options.people, options.variant)
    print(verdict)
    return 0 if verdict.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
