"""Judges a broadcast by the Bot API's own log, and then what our table says of it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from benchmarks.crowd import Row
from meeting.delivery import State
from rehearsal.request_log import RequestRecord
from rehearsal.shapes import as_text

# What a permanent refusal leads to; an unparsable text is refused once and goes out plain.
ENDS = {
    "blocked": State.BLOCKED,
    "deactivated": State.GONE,
    "no-chat": State.GONE,
    "too-long": State.FAILED,
}
UNSETTLED = (State.PENDING, State.SENDING)
RETRY_AFTER = re.compile(r"retry after (\d+)")


@dataclass(frozen=True, slots=True)
class Rules:
    """Messages a second over all, and how many may be on their way when "slow down" is said."""

    per_second: int
    in_flight: int


@dataclass(slots=True)
class Verdict:
    """What was seen, and how often each rule was broken."""

    people: int = 0
    requests: int = 0
    reached: int = 0
    repeats: int = 0
    doubtful: int = 0
    broken: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def is_good(self) -> bool:
        return not any(self.broken.values())

    def add(self, other: "Verdict") -> None:
        for name in ("people", "requests", "reached", "repeats", "doubtful"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for rule, times in other.broken.items():
            self.broken[rule] += times

    def __str__(self) -> str:
        broken = ", ".join(f"{rule} {times}" for rule, times in self.broken.items() if times)
        return (
            f"people {self.people} requests {self.requests} reached {self.reached} "
            f"repeats {self.repeats} doubtful {self.doubtful} broken: {broken or 'nothing'}"
        )


def judge(log: Sequence[RequestRecord], rows: Mapping[int, Row], rules: Rules) -> Verdict:
    """`log` has the requests in the order in which they came; `rows` our own table, by chat."""
    sends = [record for record in log if record.method == "sendMessage"]
    by_chat: dict[int, list[RequestRecord]] = {chat: [] for chat in rows}
    for record in sends:
        by_chat[int(as_text(record.parameters["chat_id"]))].append(record)
    verdict = Verdict(people=len(rows), requests=len(sends))
    _judge_rates(verdict, sends, rules)
    _judge_waits(verdict, sends, rules)
    for chat, row in rows.items():
        _judge_person(verdict, by_chat[chat], row)
    return verdict


def _judge_rates(verdict: Verdict, sends: Sequence[RequestRecord], rules: Rules) -> None:
    times = [record.at for record in sends]
    pairs = zip(times, times[rules.per_second :], strict=False)
    verdict.broken["too many in a second"] += sum(late - early < 1 for early, late in pairs)


def _judge_waits(verdict: Verdict, sends: Sequence[RequestRecord], rules: Rules) -> None:
    """Those that were on their way came at the same moment, right behind."""
    for place, record in enumerate(sends):
        told = RETRY_AFTER.search(record.description)
        if told is None:
            continue
        over = record.at + int(told[1])
        for behind, later in enumerate(sends[place + 1 :], 1):
            if later.at >= over:
                break
            on_its_way = later.at == record.at and behind < rules.in_flight
            verdict.broken["before retry_after was over"] += not on_its_way


def _judge_person(verdict: Verdict, asked: Sequence[RequestRecord], row: Row) -> None:
    broken = verdict.broken
    copies = sum(record.delivered for record in asked)
    verdict.reached += copies > 0
    verdict.repeats += max(copies - 1, 0)
    verdict.doubtful += row.doubtful
    refusal = next((n for n, record in enumerate(asked) if record.fault in ENDS), None)
    end = None if refusal is None else ENDS[asked[refusal].fault or ""]
    broken["after a refusal"] += 0 if refusal is None else len(asked) - refusal - 1
    broken["two in a second to one chat"] += sum(
        later.at - earlier.at < 1 for earlier, later in pairwise(asked)
    )
    broken["without an end"] += row.waits or row.state in UNSETTLED
    broken["lost"] += not (copies or end or row.doubtful)
    broken["repeats that are not flagged"] += copies > 1 and not row.doubtful
    broken["sent, says the store, and was not"] += row.state is State.SENT and not copies
    broken["ended otherwise than refused"] += end is not None and row.state is not end
