"""Practical matters as the organisers wrote them: Wi-Fi, meals, shuttle, and the like."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LogisticsEntry:
    """One entry, answered word for word.

    `texts` and `asked` are by language code: what is answered, and the ways in which people ask
    for it. `latitude` and `longitude` are degrees (WGS 84), for entries that are a place.
    """

    topic: str
    texts: Mapping[str, str]
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    latitude: float | None = None
    longitude: float | None = None

    def text(self, language: str) -> str:
        """The text in this language, else the first one there is."""
        return self.texts.get(language) or next(iter(self.texts.values()))
