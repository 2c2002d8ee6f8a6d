"""Judges reminders by what Telegram accepted, and what was written off by what organisers read."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.reminder_meetings import Expected

Key = tuple[int, str]  # a chat and a session's title


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of one meeting. `accepted` are the messages in order: the bot's clock (Unix
    time), chat and title; `stale` what its store calls stale; `listed` how many people the
    organisers were told of, by title; `looked` what the clock said each time the bot looked and
    could send."""

    accepted: Sequence[tuple[int, Key]]
    stale: frozenset[Key]
    listed: Mapping[str, int]
    looked: Sequence[int]


@dataclass(slots=True)
class Verdict:
    """How many there were, and how often each rule was broken."""

    reminders: int = 0
    once: int = 0
    stale: int = 0
    broken: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def is_good(self) -> bool:
        return not any(self.broken.values())

    def add(self, other: "Verdict") -> None:
        for name in ("reminders", "once", "stale"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for rule, times in other.broken.items():
            self.broken[rule] += times

    def __str__(self) -> str:
        others = {rule: n for rule, n in self.broken.items() if rule not in ("lost", "twice")}
        more = "".join(f" {rule} {n}" for rule, n in others.items() if n)
        return (
            f"reminders {self.reminders} once {self.once} stale {self.stale} "
            f"lost {self.broken['lost']} twice {self.broken['twice']}{more}"
        )


def judge(expected: Mapping[Key, Expected], seen: Seen) -> Verdict:
    """Each one arrives once, not before its moment and not after the start, or is listed as stale:
    never both, and never where it could have been sent."""
    verdict, broken = Verdict(len(expected), stale=len(seen.stale)), Counter[str]()
    copies = Counter(key for _, key in seen.accepted)
    verdict.once = sum(copies[key] == 1 for key in expected)
    for at, key in seen.accepted:
        broken["unasked"] += key not in expected
        if key in expected:
            broken["early"] += at < expected[key].due
            broken["late"] += at > expected[key].starts
    for key, each in expected.items():
        broken["lost"] += not copies[key] and key not in seen.stale
        broken["twice"] += copies[key] > 1
        broken["both"] += bool(copies[key]) and key in seen.stale
        broken["needless"] += key in seen.stale and _could_be_sent(each, seen.looked)
    written_off = Counter(title for _, title in seen.stale)
    broken["listed otherwise"] += written_off != Counter(dict(seen.listed))
    verdict.broken.update(broken)
    return verdict


def _could_be_sent(each: Expected, looked: Sequence[int]) -> bool:
    """Whether the bot was there at the first look after its moment, before the start."""
    first = next((at for at in looked if at >= each.due), None)
    return first is not None and first < each.starts
