"""Kills whoever publishes new versions while people ask, and judges what the people read.

Run with `python -m benchmarks.swap --versions 100 --kills 50 --seed 1`. The writer is a process of
its own; every passage carries the mark of its version. No answer may mix versions, be empty, lack
a passage, or rest on a version that was replaced before the question was asked; after a kill a
paper is exactly the old version or the new one. The exit code is 1 where it is not so.
"""

import argparse
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.marked import FIRST_MARK, PLACES, place_of, read_paper, write_paper
from benchmarks.reading_room import ReadingRoom
from benchmarks.swap_judge import AfterKill, Told, Verdict, judge
from benchmarks.swap_readers import Askers, SharedLibrary, look
from benchmarks.swap_writer import WAYS
from services.adding import Wish

ROOT = Path(__file__).parents[1]
READERS = 4
USUAL_SECONDS = 0.2  # for one version, until some were measured


@dataclass(frozen=True, slots=True)
class Begun:
    """A version that the writer began, and the one that people read then, by their marks."""

    mark: int
    old: int


@dataclass(slots=True)
class Desk:
    """What was published, and what kills left behind."""

    folder: Path
    room: ReadingRoom
    chance: random.Random
    way: str
    live: dict[str, int] = field(default_factory=dict)  # the mark that people read, by place
    next_mark: int = FIRST_MARK
    hit: list[Begun] = field(default_factory=list)  # by the kill, or just before it
    told: list[Told] = field(default_factory=list)
    kills: list[AfterKill] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)  # that one version took

    def fill(self) -> None:
        """The first version of every paper, before anybody asks."""
        for mark in range(FIRST_MARK, FIRST_MARK + len(PLACES)):
            path = write_paper(self.folder, mark)
            self.room.papers.adding.add(path, Wish(is_new=True), lambda _share: None)
            self.live[place_of(mark)] = mark
        self.next_mark = FIRST_MARK + len(PLACES)

    def run(self, count: int, kill_at: int | None = None) -> None:
        """A writer for so many versions, killed at a random moment of its `kill_at`th one."""
        with self._writer(count) as writer:
            begun, begin, killed = 0, 0.0, False
            for line in writer.stdout or ():
                if killed and not line.endswith("\n"):
                    break  # it was killed while it said this
                word, mark = line.split()
                if word == "done":
                    self._note(int(mark))
                    if not killed:
                        self.seconds.append(time.monotonic() - begin)
                    continue
                begun, begin = begun + 1, time.monotonic()
                if kill_at and begun >= kill_at:
                    self.hit.append(Begun(int(mark), self.live[place_of(int(mark))]))
                if begun == kill_at:
                    self._wait()
                    writer.kill()
                    killed = True
        if writer.returncode not in (0, -signal.SIGKILL):
            raise RuntimeError((self.folder / "writer.log").read_text()[-2000:])

    def inspect(self, kill: int) -> None:
        """After a kill: what a start would find in the store, from the first question on."""
        room = _room(self.folder, self.way)
        for begun in self.hit:
            texts = look(room, place_of(begun.mark))
            self.kills.append(AfterKill(begun.old, begun.mark, texts, kill))
            if self.next_mark == begun.mark and any(str(begun.mark) in text for text in texts):
                self._note(begun.mark)  # it is live, and the writer could not say so any more
        self.hit.clear()
        room.close()

    def _note(self, mark: int) -> None:
        self.told.append(Told(place_of(mark), time.monotonic(), mark))
        self.live[place_of(mark)] = mark
        self.next_mark = mark + 1

    def _wait(self) -> None:
        """Until a moment anywhere in a version, around its end, or when its pointer has moved."""
        usual = statistics.median(self.seconds) if self.seconds else USUAL_SECONDS
        where = self.chance.randrange(3)
        if where < 2:
            time.sleep(usual * self.chance.uniform(0.8 * where, 1.2))
            return
        before, deadline = self._revision(), time.monotonic() + 2 * usual
        while self._revision() == before and time.monotonic() < deadline:
            time.sleep(0.0005)

    def _revision(self) -> int:
        return self.room.rows.papers.revision()

    def _writer(self, count: int) -> "subprocess.Popen[str]":
        arguments = [str(self.folder), str(self.next_mark), str(count), self.way]
        command = [sys.executable, "-m", "benchmarks.swap_writer", *arguments]
        log = (self.folder / "writer.log").open("w")
        with log:
            return subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=log, text=True, cwd=ROOT
            )


def run(
    versions: int,
    kills: int,
    seed: int,
    readers: int = READERS,
    variant: str = "pointer",
    show: bool = False,
) -> Verdict:
    """So many versions, and so many kills on the way."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        room = _room(Path(name), variant)
        desk = Desk(Path(name), room, chance, variant)
        desk.fill()
        people = Askers(room, readers, seed)
        with people.asking():
            for number in range(1, kills + 1):
                most = max(1, round(2 * (versions - len(desk.told)) / (kills - number + 1)))
                desk.run(most + 1, kill_at=chance.randint(1, most))
                desk.inspect(number)
                if show and number % 10 == 0:
                    print(f"{number} kills, {len(desk.told)} versions, {len(people.seen)} answers")
            if (left := versions - len(desk.told)) > 0:
                desk.run(left)
        verdict = judge(people.seen, desk.told, desk.kills)
        verdict.faults += people.faults
        room.close()
    return verdict


def _room(folder: Path, variant: str) -> ReadingRoom:
    room = ReadingRoom(folder, read_paper)
    if variant == "pointer":
        return room
    library = SharedLibrary(room.rows.papers, room.embedder)
    return ReadingRoom(folder, read_paper, library)


def main() -> int:
    """Returns the exit code: 1 where something was not as it has to be."""
    verdict = run(**vars(_parser().parse_args()), show=True)
    for fault in sorted(set(verdict.faults)):
        print("fault:", fault)
    print(verdict)
    return 0 if verdict.is_good else 1


def _parser() -> argparse.ArgumentParser:
    """The options are the parameters of `run`."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--versions", type=int, default=100)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--readers", type=int, default=READERS)
    parser.add_argument("--variant", choices=WAYS, default="pointer")
    return parser


if __name__ == "__main__":
    sys.exit(main())
