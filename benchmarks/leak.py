"""Asks the bot for secrets by every way there is, and judges what reached whose phone.

Run with `python -m benchmarks.leak --questions 6000 --seed 1`. Five kinds of people ask about forty
papers, each with a secret word in title, file name and text; they ask for it, write it with a slip,
open lists, passages, pages, files and changes, and press buttons that are not theirs. Then some
lose a role, a community or a session, and try again what they had. The exit code is 1 where a
secret, or a number that tells of one, reached somebody it is not for. `--variant unfiltered`, which
leaves the filter out of every query, must fail.
"""

import argparse
import asyncio
import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from sqlalchemy import true

from benchmarks.leak_hall import LeakHall
from benchmarks.leak_judge import Verdict, judge
from benchmarks.leak_papers import SecretPaper, slip
from bot.keyboards import PAPER, PASSAGE
from bot.library.changes_keyboards import CHANGES
from bot.library.library_keyboards import ONE
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from rehearsal.server import running
from rehearsal.world import World
from services import events
from store import papers as store_papers
from store import shelves as store_shelves

QUESTIONS, PAPERS, EACH = 6000, 40, 4
AFTERWARDS = 0.1  # the share of questions that is asked once something was taken away
BESIDES = 0.15  # how often somebody also looks at the passage, or at a list
FORGED = 4  # papers of which everybody tries buttons that they were never given
OLD = 20  # buttons that somebody presses again who has lost something
COMMANDS = ("/papers", "/changes", "/library")
NOWHERE = 10**9  # the number of no question, version or paper


async def run(
    questions: int = QUESTIONS,
    seed: int = 1,
    papers: int = PAPERS,
    each: int = EACH,
    variant: str = "filtered",
    show: bool = False,
) -> Verdict:
    """So many questions by so many people `each` of five kinds, about so many papers."""
    events.route()  # an error goes where the bot's go, not to the terminal with all it holds
    world = World()
    with tempfile.TemporaryDirectory() as name, _filter(variant):
        async with running(world) as addresses:
            hall = LeakHall(Path(name), world, addresses, papers, each, seed)
            async with hall.open(Path(name)):
                people = [Snoop(hall, key, seed) for key in hall.kinds]
                late = int(questions * AFTERWARDS)
                await _all_ask(people, questions - late)
                await _quiet(hall)
                differences = sum(await asyncio.gather(*(each.forge() for each in people)))
                await _quiet(hall)
                if show:
                    print(f"{sum(p.asked for p in people)} questions; now something is taken away")
                losers = hall.take_away()
                await asyncio.gather(*(p.press_again() for p in people if p.key in losers))
                await _all_ask(people, late)
                await _quiet(hall)
            verdict = judge(world, hall.papers, hall.rights)
            verdict.questions = sum(person.asked for person in people)
            verdict.differences = differences
            hall.room.close()
            return verdict


class Snoop:
    """Somebody who wants to know what is not for them."""

    def __init__(self, hall: LeakHall, key: str, seed: int) -> None:
        self.key = key
        self.asked = 0
        self._hall = hall
        self._chance = random.Random(f"{seed}.{key}")

    @property
    def phone(self) -> Phone:
        return self._hall.phones[self.key]

    async def ask(self, count: int) -> None:
        """So many questions; now and then a look at what is behind the answer, or at a list."""
        for _ in range(count):
            self.asked += 1
            reply = await self._say(self._question(self._chance.choice(self._hall.papers)))
            if self._chance.random() < BESIDES:
                await self._press(reply, self._chance.choice(reply.buttons or [None]))
            if self._chance.random() < BESIDES:
                await self._open(self._chance.choice(COMMANDS))

    async def forge(self) -> int:
        """Press buttons about papers of others; returns how many answers read differently from
        those about what is not there."""
        mine = self._hall.rights[-1]
        closed = [p for p in self._hall.papers if not mine.may(self.phone.user_id, p)]
        tried = self._chance.sample(closed, min(FORGED, len(closed)))
        nothing = {prefix: await self._reaction(prefix, NOWHERE) for prefix in self._prefixes()}
        different = 0
        for paper in tried:
            for prefix, number in self._numbers(paper):
                found = await self._reaction(prefix, number)
                different += found != nothing[prefix]
        return different

    async def press_again(self) -> None:
        """Press what they were given while they were allowed to, the newest first."""
        messages = [each for each in reversed(await self.phone.messages()) if each.buttons]
        for message in messages[:OLD]:
            await self._press(message, message.buttons[0])

    def _question(self, paper: SecretPaper) -> str:
        wrong = slip(paper.secret, self._chance)
        return self._chance.choices(
            (
                paper.question,
                f"What does the {paper.topic} plan cost?",
                f"What is {paper.secret}?",
                f"Who has read of {wrong}?",
                f"What do the papers say on {wrong} and the {paper.topic}?",
            ),
            (5, 2, 1, 1, 1),
        )[0]

    async def _say(self, text: str) -> ScreenMessage:
        await self.phone.say(text)
        return await self.phone.next_message(timeout=60)

    async def _open(self, command: str) -> None:
        """A list, and one of its buttons."""
        listed = await self._say(command)
        await self._press(listed, self._chance.choice(listed.buttons or [None]))

    async def _press(self, message: ScreenMessage, button: object) -> None:
        data = getattr(button, "callback_data", "")
        if data:
            await self.phone.press(message, callback_data=data, timeout=30)

    def _prefixes(self) -> list[str]:
        return [PAPER, PASSAGE, f"{CHANGES}", *([ONE] if "editor" in self.key else [])]

    def _numbers(self, paper: SecretPaper) -> Iterator[tuple[str, int]]:
        """Every button that there could be about a paper; passages are those of others' answers."""
        paper_id = self._hall.paper_id(paper.number)
        for version in self._hall.room.rows.shelves.versions(paper_id, None):
            yield PAPER, version.version_id
        yield CHANGES, paper_id
        yield PASSAGE, self._chance.choice(self._hall.questions_of_others(self.phone.user_id))
        if "editor" in self.key:
            yield ONE, paper_id

    async def _reaction(self, prefix: str, number: int) -> str:
        """What a button that somebody made themselves brings: a note, or a message."""
        more = ":1" if prefix == PASSAGE else ""
        phone = await self._hall.rehearsal.person(self.key, user_id=self.phone.user_id)
        message = await _button(self._hall, phone, f"{prefix}:{number}{more}")
        begin = await self._hall.rehearsal.last_position()
        answer = await phone.press(message, "Forged", timeout=30)
        if answer is not None and answer.text:
            return answer.text
        return await _said(phone, begin)


async def _said(phone: Phone, after: int) -> str:
    """The first message that came or changed since; not the page of an earlier passage."""
    while found := await phone.events(after, timeout=30):
        for event in found:
            if event.message is not None and event.message.kind != "photo":
                return event.message.text
        after = found[-1].position
    raise TimeoutError("a button brought nothing")


async def _button(hall: LeakHall, phone: Phone, data: str) -> ScreenMessage:
    """A message with a button that the bot has not made."""
    keyboard = {"inline_keyboard": [[{"text": "Forged", "callback_data": data}]]}
    message = {"chat_id": phone.user_id, "text": "Forged", "reply_markup": keyboard}
    url = f"{hall.addresses.base_url}{hall.addresses.token}/sendMessage"
    async with hall.rehearsal.session.post(url, json=message) as response:
        response.raise_for_status()
    return await phone.next_message()


async def _all_ask(people: list[Snoop], count: int) -> None:
    share, rest = divmod(count, len(people))
    await asyncio.gather(*(p.ask(share + (n < rest)) for n, p in enumerate(people)))


async def _quiet(hall: LeakHall) -> None:
    """Until the bot has sent nothing for a second: pages come after the texts."""
    before = -1
    while before != (before := len(hall.world.requests)):  # noqa: ASYNC110
        await asyncio.sleep(1.0)


@contextmanager
def _filter(variant: str) -> Iterator[None]:
    """With `unfiltered`, every query finds what is there, whoever asks."""
    with ExitStack() as stack:
        if variant == "unfiltered":
            for module in (store_papers, store_shelves):
                stack.enter_context(patch.object(module, "readable", lambda _reader: true()))
        yield


def main() -> int:
    """Returns the exit code: 1 where something was not as it has to be."""
    verdict = asyncio.run(run(**vars(_parser().parse_args()), show=True))
    for method, count in verdict.leaks.items():
        print(f"{method}: {count} leaks")
    print(verdict)
    return 0 if verdict.is_good else 1


def _parser() -> argparse.ArgumentParser:
    """The options are the parameters of `run`."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--questions", type=int, default=QUESTIONS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--papers", type=int, default=PAPERS)
    parser.add_argument("--each", type=int, default=EACH, help="people of each kind")
    parser.add_argument("--variant", choices=("filtered", "unfiltered"), default="filtered")
    return parser


if __name__ == "__main__":
    sys.exit(main())
