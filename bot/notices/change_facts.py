"""When and where a session was and is, in the words of a notice, pure; a day is named where it is
not today, or not the one it was."""

from datetime import datetime, timedelta

from bot import times
from bot.agenda_text import shortened
from bot.wording import Words
from meeting.notices import ChangedLine, Place

TITLE_CHARACTERS, ROOM_CHARACTERS = 100, 60  # so that ten changes fit into a message


def when_and_where(words: Words, line: ChangedLine, at: datetime, spans: bool) -> dict[str, str]:
    """What a text may name: `stamp` (when), `place` (when and where), `at` and `span` (the new
    time, as its start or from when until when), `old`, as a span where `spans`.

    `at` is now, in the meeting's zone. Raises ValueError for a line without any place.
    """
    now, was = line.after or line.before, line.before or line.after
    if now is None or was is None:
        raise ValueError("a change of nothing")
    is_today = now.starts.date() == at.date()
    is_same_day = now.starts.date() == was.starts.date()
    return {
        "stamp": _stamp(words, now, is_today),
        "place": _place(words, now, is_today, is_new=line.before is None),
        "at": _at(words, now, is_today and is_same_day),
        "span": _span(words, now, is_today and is_same_day),
        "old": (_span if spans else _at)(words, was, is_same_day),
    }


def runs(place: Place) -> tuple[float, float]:
    """From when until when, in seconds since 1970."""
    return place.starts.timestamp(), place.ends.timestamp()


def length(place: Place) -> timedelta:
    """For how long, in real time."""
    starts, ends = runs(place)
    return timedelta(seconds=ends - starts)


def _place(words: Words, place: Place, is_today: bool, is_new: bool) -> str:
    """When and where; of what is new also until when, and that it is today."""
    if not is_new:
        stamp = _stamp(words, place, is_today)
    elif is_today:
        stamp = words.plain("notice.today", time=_span(words, place, True))
    else:
        stamp = _span(words, place, False)
    room = shortened(place.room, ROOM_CHARACTERS)
    return words.plain("notice.place", stamp=stamp, room=room) if room else stamp


def _at(words: Words, place: Place, is_clear: bool) -> str:
    """at 14:00; on Tuesday 12 February at 14:00, where the day is not clear"""
    key = "notice.at" if is_clear else "notice.on_at"
    return words.plain(key, day=_day(words, place), time=times.time(place.starts))


def _stamp(words: Words, place: Place, is_clear: bool) -> str:
    """14:00; Tuesday 12 February, 14:00"""
    return _dated(words, place, times.time(place.starts), is_clear)


def _span(words: Words, place: Place, is_clear: bool) -> str:
    """14:00–15:30; Tuesday 12 February, 14:00–15:30"""
    return _dated(words, place, times.span(words, place.starts, place.ends), is_clear)


def _dated(words: Words, place: Place, time: str, is_clear: bool) -> str:
    if is_clear:
        return time
    return words.plain("notice.stamp", day=_day(words, place), time=time)


def _day(words: Words, place: Place) -> str:
    return times.day(words, place.starts.date())
