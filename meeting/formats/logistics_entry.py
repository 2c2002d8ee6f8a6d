"""One practical matter, made of what a file says of it."""

from collections.abc import Mapping, Sequence

from meeting.formats.grid import Misread, clean, quoted
from meeting.logistics import LogisticsEntry


def make_entry(
    topic: object, texts: Mapping[str, object], asked: Mapping[str, object], place: Sequence[object]
) -> LogisticsEntry:
    """Raises Misread for an entry that is not whole."""
    if topic is not None and not isinstance(topic, str):
        raise Misread("The topic has to stand in quotation marks.")
    if not topic or not topic.strip():
        raise Misread("The topic is missing.")
    said = {code: clean(text).strip() for code, text in texts.items() if isinstance(text, str)}
    said = {code: text for code, text in said.items() if text}
    if any(not isinstance(text, str) for text in texts.values()):
        raise Misread(f"The text of {quoted(topic)} has to stand in quotation marks.")
    if not said:
        raise Misread(f"The text of {quoted(topic)} is missing.")
    ways = {code: _ways(way, topic) for code, way in asked.items()}
    latitude, longitude = _degrees(place[0], 90, topic), _degrees(place[1], 180, topic)
    if (latitude is None) != (longitude is None):
        raise Misread(
            f"{quoted(topic)} has only one of latitude and longitude; a place needs both."
        )
    return LogisticsEntry(
        clean(topic).strip(), said, {k: v for k, v in ways.items() if v}, latitude, longitude
    )


def _ways(value: object, topic: str) -> tuple[str, ...]:
    found = [value] if isinstance(value, str) else value
    if not isinstance(found, list) or any(not isinstance(way, str) for way in found):
        raise Misread(f"The ways to ask for {quoted(topic)} are a list of words.")
    return tuple(dict.fromkeys(clean(way).strip() for way in found if way.strip()))


def _degrees(value: object, most: int, topic: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= most:
        raise Misread(f"The place of {quoted(topic)} is not in degrees: {value}.")
    return float(value)
