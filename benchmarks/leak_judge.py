"""Judges by what the Bot API was given for each chat whether somebody was shown, or could tell from
a number, a paper that is not for them."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.leak_papers import SecretPaper, found_in
from rehearsal.request_log import RequestRecord
from rehearsal.shapes import as_object, as_text
from rehearsal.world import World

ALL_PAPERS = re.compile(r"Papers \d+ to \d+ of (\d+)")  # papers.page_of in bot/texts/en.toml
LIST_BEGINS = "<b>The papers</b>"
A_PAPER = re.compile(r'"callback_data": ?"paper:')


@dataclass(frozen=True, slots=True)
class Rights:
    """From a position of the log on: what each chat may read (keys of AUDIENCES; None: all), and
    for whom each paper is, by its number."""

    since: int
    readers: Mapping[int, frozenset[str] | None]
    audiences: Mapping[int, str]

    def may(self, chat: int, paper: SecretPaper) -> bool:
        reads = self.readers.get(chat, frozenset())
        return reads is None or self.audiences[paper.number] in reads


@dataclass(slots=True)
class Verdict:
    """What was seen. `leaks` by the method of the Bot API that carried them; `counts`: lists that
    tell of more or fewer papers than are for that chat; `differences`: answers to a button that
    read differently for what is not there and what is for others; `lists`: those that were
    counted; `told`: papers that somebody was shown rightly; `files`, `pictures`: of those."""

    questions: int = 0
    leaks: Counter[str] = field(default_factory=Counter)
    counts: int = 0
    differences: int = 0
    lists: int = 0
    told: int = 0
    files: int = 0
    pictures: int = 0

    @property
    def is_good(self) -> bool:
        was_tried = bool(self.lists and self.told and self.files and self.pictures)
        return was_tried and not (self.leaks or self.counts or self.differences)

    def __str__(self) -> str:
        return (
            f"leaks {self.leaks.total()} wrong counts {self.counts} differences "
            f"{self.differences} of {self.questions} questions; lists {self.lists}, "
            f"rightly shown {self.told}, files {self.files}, pictures {self.pictures}"
        )


def judge(world: World, papers: Sequence[SecretPaper], rights: Sequence[Rights]) -> Verdict:
    """Look at everything that the bot sent, in the light of what held when it did."""
    verdict = Verdict()
    for position, record in world.requests.after(0, lambda record: record.ok):
        held = [each for each in rights if each.since < position][-1]
        chat = _chat(record, world)
        given = _given(record, world, chat)
        for paper in found_in(given, papers):
            if held.may(chat, paper):
                verdict.told += 1
                verdict.files += record.method == "sendDocument"
                verdict.pictures += record.method == "sendPhoto"
            else:
                verdict.leaks[record.method] += 1
        counted = _counted(record)
        verdict.lists += counted is not None
        own = sum(held.may(chat, paper) for paper in papers)
        verdict.counts += counted not in (None, own)
    return verdict


def _given(record: RequestRecord, world: World, chat: int) -> str:
    """All that a request says, and what is in the file that came with it."""
    said = json.dumps(record.parameters, ensure_ascii=False)
    place = world.chats.get(chat)
    message = place.messages.get(record.message_id or 0) if place else None
    media = as_object(message.content.media) if message else {}
    stored = world.files.find(as_text(media.get("file_id")))
    return said + (stored.content.decode("latin-1") if stored else "")


def _chat(record: RequestRecord, world: World) -> int:
    tap = world.taps.get(as_text(record.parameters.get("callback_query_id")))
    if tap is not None:
        return tap.chat_id
    chat = str(record.parameters.get("chat_id", ""))
    return int(chat) if chat.lstrip("-").isdigit() else 0


def _counted(record: RequestRecord) -> int | None:
    """Of how many papers a list tells; None where it is no list, or does not say."""
    text = as_text(record.parameters.get("text"))
    if found := ALL_PAPERS.search(text):
        return int(found[1])
    if not text.startswith(LIST_BEGINS):
        return None
    return len(A_PAPER.findall(str(record.parameters.get("reply_markup", ""))))
