"""Judges announcements by what the Bot API accepted, and then what our table says of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.hall import IN_FLIGHT, Hall
from meeting.delivery import State


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
        verdict.unflagged += sum(
            times[chat] > 1 and not (chat in rows and rows[chat].doubtful) for chat in hall.chats
        )
        verdict.false += sum(
            row.state is State.SENT and times[chat] == 0 for chat, row in rows.items()
        )
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
