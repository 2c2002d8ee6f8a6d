"""Hostile files: each ends in time, in little memory and in one outcome, and the bot goes on.

`python -m benchmarks.hostile [FOLDER ...]` reads every file of the folders and those of
`benchmarks/bombs.py` and `odd_files.py`, and ends with exit code 1 where one takes more than 60 s
or 1 GiB. With `--bot`, somebody asks the bot meanwhile: the p95 of the answers is at most 1.5
times the idle one.
"""

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bombs import BOMBS, write_files
from benchmarks.bot_speed import QUESTIONS
from benchmarks.odd_files import ODD_FILES
from benchmarks.tables import Row, percentile, print_table, show
from rehearsal.client import Rehearsal
from rehearsal.phone import Phone
from rehearsal.process import polling_bot, server_process

MOST_SECONDS, MOST_MIB, MOST_RATIO = 60.0, 1024.0, 1.5
IDLE_ANSWERS = 10  # before each file
OUTCOMES = {"ok", "needs-ocr", "encrypted", "damaged", "too-big", "unsupported"}
# A parent of its own for each file, so that the most memory is that of one reading.
READ = """
import json, re, resource, sys
from pathlib import Path
from knowledge.reading.child import read_file
reading = read_file(Path(sys.argv[1]))
own = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss + int(own[1])
print(json.dumps([reading.outcome.value, len(reading.passages), len(reading.warnings), most]))
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How the reading of one file ended; `mib` is the most memory that was resident, in the child
    and in the process that waited for it."""

    name: str
    outcome: str
    seconds: float
    mib: float
    passages: int
    warnings: int

    @property
    def good(self) -> bool:
        """Whether it ended as it has to."""
        known = self.outcome in OUTCOMES
        return known and self.seconds <= MOST_SECONDS and self.mib <= MOST_MIB


def read(path: Path) -> Ended:
    """Read one file as the bot does and measure it."""
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, text=True)
    seconds = time.perf_counter() - begin
    try:
        outcome, passages, warnings, most = json.loads(done.stdout)
    except ValueError:
        return Ended(path.name, f"no outcome: {done.stderr[-60:]}", seconds, 0.0, 0, 0)
    return Ended(path.name, outcome, seconds, most / 1024, passages, warnings)


def main() -> int:
    """Read everything, print the table; 1 where something is not as it has to be."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        paths = [path for given in options.folders for path in sorted(given.iterdir())]
        paths += write_files(Path(folder), BOMBS | ODD_FILES)
        if options.bot:
            ended, ratio = asyncio.run(_beside_the_bot(paths))
        else:
            ended, ratio = [read(path) for path in paths], 0.0
    _show(ended)
    bad = [one for one in ended if not one.good]
    print(f"{len(ended)} files, {len(bad)} not as they have to be.")
    return int(bool(bad) or ratio > MOST_RATIO)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile")
    parser.add_argument("folders", nargs="*", type=Path, help="folders of further files")
    parser.add_argument("--bot", action="store_true", help="ask the bot meanwhile")
    return parser.parse_args()


def _show(ended: list[Ended]) -> None:
    columns = ("file", "outcome", "seconds", "MiB", "passages", "warnings", "")
    rows = [
        [
            *(one.name[:40], one.outcome, f"{one.seconds:.1f}", f"{one.mib:.0f}"),
            *(str(one.passages), str(one.warnings), "" if one.good else "BAD"),
        ]
        for one in ended
    ]
    print_table("Hostile files", columns, rows)


def add_sample(data: str) -> None:
    """Add the sample papers to the library in that state directory."""
    command = [sys.executable, "ingest.py", "add", "sample/papers"]
    subprocess.run(command, env={"ATTACHE_DATA": data}, check=True, capture_output=True)


async def _beside_the_bot(paths: list[Path]) -> tuple[list[Ended], float]:
    with tempfile.TemporaryDirectory() as data:
        add_sample(data)
        async with server_process() as (_, addresses), Rehearsal(addresses.control_url) as stage:
            env = {"ATTACHE_DATA": data, "ATTACHE_ACCESS": "open"}
            person = await stage.person("Ada")
            async with polling_bot(stage, addresses, env):
                for question in QUESTIONS:
                    await ask(person, question)
                ended, idle, busy = await _by_turns(person, paths)
    return ended, _compare(idle, busy)


async def _by_turns(
    person: Phone, paths: list[Path]
) -> tuple[list[Ended], list[float], list[float]]:
    """Ask with no file being read, then while one is: what else the machine does falls on both."""
    ended: list[Ended] = []
    idle: list[float] = []
    busy: list[float] = []
    for path in paths:
        idle += [await ask(person, _question(n)) for n in range(IDLE_ANSWERS)]
        reading = asyncio.create_task(asyncio.to_thread(read, path))
        while not reading.done():
            busy.append(await ask(person, _question(len(busy))))
        ended.append(await reading)
    return ended, idle, busy


def _question(number: int) -> str:
    return QUESTIONS[number % len(QUESTIONS)]


async def ask(person: Phone, text: str) -> float:
    """Seconds from the person's message to the bot's."""
    begin = time.perf_counter()
    await person.say(text)
    await person.next_message(timeout=120)
    return time.perf_counter() - begin


def _compare(idle: list[float], busy: list[float]) -> float:
    quiet, loud = percentile(idle, 0.95), percentile(busy, 0.95)
    rows = [
        Row(f"idle, p95 of {len(idle)} answers", f"{quiet * 1000:.0f} ms", 1.0),
        Row(f"while files are read, p95 of {len(busy)}", f"{loud * 1000:.0f} ms", loud / quiet),
    ]
    show("From question to answer", rows)
    return loud / quiet


if __name__ == "__main__":
    sys.exit(main())
