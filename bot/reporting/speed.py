"""How fast an announcement really goes, for the time that is left: Telegram may be slow."""

from collections.abc import Callable
from dataclasses import dataclass, field

SETTLED = 4.0  # seconds of going out, before which a measured speed says little


@dataclass
class Speeds:
    """Speeds in messages a second, by announcement; `now` gives seconds that never go back."""

    now: Callable[[], float]
    _begun: dict[int, tuple[float, int]] = field(default_factory=dict)

    def note(self, announcement_id: int, waiting: int, runs: bool) -> None:
        """So many still wait; `runs`: it goes out at this moment. What has rested, or has more
        to do than before, is measured from here on."""
        begun = self._begun.get(announcement_id)
        if not runs:
            self._begun.pop(announcement_id, None)
        elif begun is None or waiting > begun[1]:
            self._begun[announcement_id] = self.now(), waiting

    def of(self, announcement_id: int, waiting: int, at_most: float) -> float:
        """The speed since it goes out, `at_most` where that is not known yet."""
        begun = self._begun.get(announcement_id)
        if begun is None or self.now() - begun[0] < SETTLED or waiting >= begun[1]:
            return at_most
        return min(at_most, (begun[1] - waiting) / (self.now() - begun[0]))
