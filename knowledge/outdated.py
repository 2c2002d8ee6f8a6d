"""What somebody was told from a paper and does not hold any more; pure.

Whoever was told of a passage knows it as it stood in that version. A later recall told them how it
stood then, so that is what they know since.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from knowledge.changed_words import standing_in
from knowledge.papers import Passage
from knowledge.versions import PassageChange


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody was told of a passage of a version, of which the `quotes`; `at` is aware, and
    `message_id` the message in their chat, None where that is not the answer itself."""

    version_id: int
    position: int
    quotes: tuple[str, ...]
    at: datetime
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Recalled:
    """Somebody was told how a paper stands in this version; `at` is aware."""

    version_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a passage. `after` is None where it is gone, and where it `is_same` but for
    how it is set."""

    before: Passage
    after: Passage | None
    is_same: bool
    has_numbers: bool = False


@dataclass(frozen=True, slots=True)
class Outdated:
    """What somebody knows, and how that stands now."""

    told: Told
    fate: Fate


class Fates:
    """What became of each passage of one version in another one."""

    def __init__(
        self,
        before: Sequence[Passage],
        after: Sequence[Passage],
        changes: Iterable[PassageChange],
    ) -> None:
        self._before = {passage.position: passage for passage in before}
        self._same = {passage.text: passage for passage in reversed(after)}
        self._changed = {each.before.position: each for each in changes if each.before is not None}
        self.stood = standing_in(passage.text for passage in before)
        self.stands = standing_in(passage.text for passage in after)

    def of(self, position: int) -> Fate | None:
        """None where there is no such passage."""
        before, change = self._before.get(position), self._changed.get(position)
        if before is None:
            return None
        if change is None:
            return Fate(before, self._same.get(before.text), is_same=True)
        return Fate(before, change.after, is_same=False, has_numbers=bool(change.numbers))


Between = Callable[[int, int], Fates]  # two versions of a paper, the one that was told first


def outdated(
    told: Iterable[Told], recalled: Iterable[Recalled], live: int, between: Between
) -> tuple[Outdated, ...]:
    """What somebody knows otherwise than the `live` version has it: numbers first, then as it
    stands there. Of several answers on one passage the last one counts."""
    recalls = sorted(recalled, key=lambda each: each.at)
    known = [_known(each, recalls, between) for each in told]
    latest: dict[object, Outdated] = {}
    for each in sorted((each for each in known if each is not None), key=lambda each: each.at):
        fate = between(each.version_id, live).of(each.position)
        if fate is not None:
            latest[fate.after.position if fate.after else fate.before.text] = Outdated(each, fate)
    return tuple(sorted((each for each in latest.values() if not each.fate.is_same), key=_order))


def _known(told: Told, recalls: Sequence[Recalled], between: Between) -> Told | None:
    """What somebody knows of a passage since they were last told; None where it is that it is
    gone."""
    since = next((each for each in reversed(recalls) if each.at >= told.at), None)
    if since is None or since.version_id == told.version_id:
        return told
    fate = between(told.version_id, since.version_id).of(told.position)
    if fate is None or fate.is_same:
        return told
    if fate.after is None:
        return None
    return Told(since.version_id, fate.after.position, (), since.at)


def _order(each: Outdated) -> tuple[bool, int]:
    passage = each.fate.after or each.fate.before
    return not each.fate.has_numbers, passage.position
