"""Sends through every fault that Telegram and the network have, and judges what became of it.

Run with `python -m benchmarks.faults --sends 5000 --seeds 20`. The courier, the outbox and the HTTP
client are the real ones; waits and limits are on a clock that jumps when all sleep. One line for
each seed and a sum; the exit code is 1 where a rule was broken. `--variant blind` tries everything
again at once, and must fail.
"""

import argparse
import asyncio
import logging
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.crowd import CONFIG
from benchmarks.fault_desk import Desk
from benchmarks.fault_judge import Rules, Verdict, judge
from meeting.delivery import State, Urgency
from services import events
from services.config import load_config

SHARES = {
    "slow-down": 0.05,
    "bad-gateway": 0.02,
    "lost": 0.02,
    "hang-after": 0.02,
    "blocked": 0.0075,
    "deactivated": 0.0075,
    "no-chat": 0.01,
    "unparsable": 0.005,
    "too-long": 0.005,
}
REFUSED = 0.01
HANG = {"hang-after": 5.0}  # real seconds, until the server gives up what nobody waits for
VARIANTS = ("right", "blind")
LOOK = 0.05  # real seconds between two looks at whether it is over
PATIENCE = 1800.0  # real seconds for one seed


async def run(seed: int, sends: int, variant: str = "right") -> Verdict:
    """One announcement to so many people, through all faults but a refused token."""
    with tempfile.TemporaryDirectory() as name:
        urgency = list(Urgency)[seed % len(Urgency)]
        desk = Desk(Path(name), sends, urgency, seed, REFUSED)
        desk.world.faults.fault_plan(seed, SHARES, seconds=HANG)
        async with desk.courier(blind=variant == "blind"):
            await _until(desk.is_over)
        verdict = _judged(desk)
        verdict.broken["connections that should have failed"] += not desk.connections.refused
        desk.close()
        return verdict


async def run_refused_token(sends: int) -> Verdict:
    """Half-way Telegram refuses the token: the courier stops, and everybody else still waits."""
    alarms = _Alarms()
    with tempfile.TemporaryDirectory() as name:
        desk = Desk(Path(name), sends, Urgency.ROUTINE)
        desk.world.faults.fault("unauthorized", times=None, after=sends // 2)
        logging.getLogger("bot").addHandler(alarms)
        async with desk.courier():
            await _until(lambda: alarms.count > 0 and _nothing_on_its_way(desk))
        logging.getLogger("bot").removeHandler(alarms)
        verdict = _judged(desk)
        states = [row.state for row in desk.rows().values()]
        asked = desk.world.requests.after(0, lambda record: record.error_code == 401)
        verdict.broken["without an end"] = 0  # nobody's end has come
        verdict.broken["lost"] = sends - sum(s in (State.SENT, State.PENDING) for s in states)
        verdict.broken["more than one alarm"] += alarms.count != 1
        verdict.broken["asked on"] += len(asked) > _rules().in_flight
        desk.close()
        return verdict


class _Alarms(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.CRITICAL)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002
        self.count += 1


def _judged(desk: Desk) -> Verdict:
    log = [record for _, record in desk.world.requests.after(0, lambda _: True)]
    return judge(log, desk.rows(), _rules())


def _rules() -> Rules:
    settings = load_config(CONFIG).announcements
    return Rules(settings.messages_per_second, settings.in_flight)


def _nothing_on_its_way(desk: Desk) -> bool:
    return all(row.state is not State.SENDING for row in desk.rows().values())


async def _until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not await asyncio.to_thread(holds):  # noqa: ASYNC110  it is in the store
            await asyncio.sleep(LOOK)


async def _all(sends: int, seeds: int, variant: str) -> bool:
    total = Verdict()
    for seed in range(1, seeds + 1):
        begin = time.perf_counter()
        verdict = await run(seed, sends, variant)
        print(f"seed {seed:2}: {verdict} in {time.perf_counter() - begin:.0f} s", flush=True)
        total.add(verdict)
    if variant == "right":
        refused = await run_refused_token(sends)
        print(f"401: {refused}", flush=True)
        total.broken["401"] = not refused.is_good
    print(f"sum: {total}")
    return total.is_good


def main() -> int:
    """Returns the exit code: 1 where a rule was broken."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--sends", type=int, default=5000)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--variant", choices=VARIANTS, default="right")
    options = parser.parse_args()
    events.route()
    logging.getLogger().addHandler(logging.NullHandler())  # what goes wrong here is meant to
    return 0 if asyncio.run(_all(options.sends, options.seeds, options.variant)) else 1


if __name__ == "__main__":
    sys.exit(main())
