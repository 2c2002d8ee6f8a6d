"""Faults by seed: the same for each chat and each of its requests, in whatever order they come."""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from rehearsal.errors import ControlError
from rehearsal.fault_kinds import PERMANENT, Asked, Fault, Kind


@dataclass(slots=True)
class FaultPlan:
    """Draws each request's fault from the seed, its chat and its number in that chat alone.

    ``shares`` are between 0 and 1, ``retry_after`` in whole seconds, ``seconds`` the lengths of
    the other kinds. Raises ControlError where the shares make no sense.
    """

    seed: int
    shares: Mapping[Kind, float]
    method: str
    retry_after: tuple[int, int]
    seconds: Mapping[Kind, float]
    _requests: Counter[str] = field(default_factory=Counter)
    _standing: dict[str, Kind | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        least, most = self.retry_after
        if not 1 <= least <= most:
            raise ControlError("retry_after is at least 1 s, and the least comes first.")
        for shares in (self._permanent, self._passing):
            if min(shares.values(), default=0) < 0 or sum(shares.values()) > 1:
                raise ControlError("Shares are not below 0, and together not above 1.")

    def draw(self, asked: Asked) -> Fault | None:
        """The fault of the chat's next request, if the plan is about its method."""
        if not asked.is_meant_by(self.method):
            return None
        number = self._requests[asked.chat_id]
        self._requests[asked.chat_id] += 1
        standing = self.standing(asked.chat_id)
        if standing is not None and (asked.is_parsed or standing is not Kind.UNPARSABLE):
            return Fault(standing)
        return self.passing(asked.chat_id, number)

    def standing(self, chat_id: str) -> Kind | None:
        """What is wrong with a chat for good."""
        if chat_id not in self._standing:
            dice = random.Random(f"{self.seed} {chat_id}")  # noqa: S311  to be repeated
            self._standing[chat_id] = _pick(dice, self._permanent)
        return self._standing[chat_id]

    def passing(self, chat_id: str, number: int) -> Fault | None:
        """What happens to a chat's request of this number; the first is 0."""
        dice = random.Random(f"{self.seed} {chat_id} {number}")  # noqa: S311  to be repeated
        kind = _pick(dice, self._passing)
        if kind is None:
            return None
        is_told = kind is Kind.SLOW_DOWN
        return Fault(
            kind, dice.randint(*self.retry_after) if is_told else self.seconds.get(kind, 0)
        )

    @property
    def _permanent(self) -> dict[Kind, float]:
        return {kind: share for kind, share in self.shares.items() if kind in PERMANENT}

    @property
    def _passing(self) -> dict[Kind, float]:
        return {kind: share for kind, share in self.shares.items() if kind not in PERMANENT}


def _pick(dice: random.Random, shares: Mapping[Kind, float]) -> Kind | None:
    # In the order of the kinds, so that the order in which shares are given changes nothing.
    drawn = dice.random()
    for kind in (each for each in Kind if each in shares):
        drawn -= shares[kind]
        if drawn < 0:
            return kind
    return None
