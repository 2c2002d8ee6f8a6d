"""Judges answers as people read them: what they were made of, and whether it was whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.marked import LABEL, SIDES, marks


@dataclass(frozen=True, slots=True)
class Seen:
    """What one question brought: the answer and the passages shown behind it, as texts.

    `asked_at` is in seconds on the machine's monotonic clock; `text` is empty for no answer.
    """

    place: str
    asked_at: float
    text: str
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """From this moment on the writer had said that this version is published."""

    place: str
    at: float
    mark: int


@dataclass(frozen=True, slots=True)
class AfterKill:
    """What a fresh look at one paper brought after a kill: all of it, question by question.

    `old` is the mark that was live before, `new` the one that was being published. A `kill` that
    fell between two versions has a look at each.
    """

    old: int
    new: int
    texts: tuple[str, ...]
    kill: int = 0


@dataclass(slots=True)
class Verdict:
    """What was seen. `stale`: answers from a version that had been replaced when the question was
    asked; `torn`: kills after which the paper was neither exactly the old nor the new version;
    `kept` and `changed`: how often it was the old, or the new one."""

    answers: int = 0
    mixed: int = 0
    empty: int = 0
    partial: int = 0
    stale: int = 0
    versions: int = 0
    kills: int = 0
    torn: int = 0
    kept: int = 0
    changed: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        wrong = self.mixed + self.empty + self.partial + self.stale + self.torn
        return self.answers > 0 and not wrong and not self.faults

    def __str__(self) -> str:
        return (
            f"mixed {self.mixed} empty {self.empty} partial {self.partial} stale {self.stale} "
            f"torn {self.torn} of {self.answers} answers, {self.versions} versions, "
            f"{self.kills} kills ({self.kept} old, {self.changed} new)"
        )


def judge(seen: Sequence[Seen], told: Sequence[Told], kills: Sequence[AfterKill]) -> Verdict:
    """Count every way in which an answer, or a paper after a kill, is not one whole version."""
    verdict = Verdict(len(seen), versions=len({each.mark for each in told}))
    verdict.kills = len({each.kill for each in kills})
    for each in seen:
        verdict.mixed += is_mixed(each.text, *each.shown)
        verdict.empty += not each.text
        verdict.partial += is_partial(each.text)
        verdict.stale += _is_stale(each, told)
    for kill in kills:
        found = _whole(kill)
        verdict.torn += found is None
        verdict.kept += found == kill.old
        verdict.changed += found == kill.new
    return verdict


def is_mixed(*texts: str) -> bool:
    """Whether what belongs to one answer was made of more than one version."""
    versions = {number for text in texts for _, number in LABEL.findall(text)}
    return len(set().union(*map(marks, texts))) > 1 or len(versions) > 1


def is_partial(text: str) -> bool:
    """Whether an answer lacks a passage that it should rest on."""
    return bool(text) and not all(side in text for side in SIDES)


def _is_stale(seen: Seen, told: Sequence[Told]) -> bool:
    before = [each.mark for each in told if each.place == seen.place and each.at < seen.asked_at]
    found = marks(seen.text)
    return bool(before and found) and min(found) < max(before)


def _whole(kill: AfterKill) -> int | None:
    """The mark of the one version that all these answers are made of, and lack nothing of; None
    where there is no such one, or it is neither the old nor the new."""
    if not all(kill.texts) or any(map(is_partial, kill.texts)) or is_mixed(*kill.texts):
        return None
    found = set().union(*map(marks, kill.texts))
    return next((mark for mark in found if mark in (kill.old, kill.new)), None)
