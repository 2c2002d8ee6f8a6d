"""What somebody is told of a release: lines that say what was and what is now, and until when it
matters; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from meeting.agenda import Room, Session
from meeting.changes import SessionChange
from meeting.delivery import Urgency
from meeting.notices import ChangedLine, Place

Lines = tuple[ChangedLine, ...]
# Whoever reads it later than this may be in the wrong room.
SOON = timedelta(hours=3)


def line(change: SessionChange, other_part: bool = False) -> ChangedLine:
    """A change as the person concerned is told of it; `other_part`: theirs in it changes, too."""
    before, after = change.before, change.after
    renamed = before is not None and after is not None and before.title != after.title
    return ChangedLine(
        session_id=change.session_id,
        title=change.session.title,
        before=_place(before, change.room_before) if before else None,
        after=_place(after, change.room_after) if after else None,
        old_title=before.title if before and renamed else "",
        tasks=after is not None and (other_part or not change.is_told),
    )


def carried(earlier: Lines, lines: Lines, at: datetime) -> Lines:
    """What somebody is told who was to be told the `earlier` lines and has not been: from what
    they last knew to what holds. A session that is again as they know it, or over at `at`, is
    left out."""
    now = {each.session_id: each for each in lines}
    both = [_since(each, now.pop(each.session_id, None)) for each in earlier]
    left = [each for each in both if not is_over(each, at) and not _is_nothing(each)]
    return _by_start((*left, *now.values()))


def urgency(lines: Lines, at: datetime) -> Urgency:
    """Urgent where one of them starts soon or runs, where it was or where it is now."""
    at = at.astimezone(UTC)
    places = [place for each in lines for place in _places(each)]
    soon = any(_utc(place.starts) <= at + SOON and at < _utc(place.ends) for place in places)
    return Urgency.URGENT if soon else Urgency.ROUTINE


def useful_until(lines: Lines) -> datetime:
    """When the last of them is over, where it was and where it is now; UTC."""
    return max(_utc(place.ends) for each in lines for place in _places(each))


def is_over(each: ChangedLine, at: datetime) -> bool:
    """Whether it has ended by `at`, where it was and where it is now."""
    return all(_utc(place.ends) <= at.astimezone(UTC) for place in _places(each))


def is_same(before: Place | None, after: Place | None) -> bool:
    """Whether the two are one room at one time."""
    return _facts(before) == _facts(after)


def _place(session: Session, room: Room | None) -> Place:
    # A room that is on no list of rooms is called what the agenda calls it.
    return Place(room.name if room else session.room or "", session.starts, session.ends)


def _since(earlier: ChangedLine, newer: ChangedLine | None) -> ChangedLine:
    """One line for both: what was before the earlier one, what is after the newer."""
    if newer is None:
        return earlier
    old_title = earlier.old_title or newer.old_title
    return replace(
        newer,
        before=earlier.before,
        old_title="" if old_title == newer.title else old_title,
        tasks=earlier.tasks or newer.tasks,
    )


def _is_nothing(each: ChangedLine) -> bool:
    return not each.tasks and not each.old_title and is_same(each.before, each.after)


def _facts(place: Place | None) -> Sequence[object]:
    # In UTC: in an hour that comes twice, equal times of two zones are not equal in Python.
    return (place.room, _utc(place.starts), _utc(place.ends)) if place else ()


def _places(each: ChangedLine) -> tuple[Place, ...]:
    return tuple(place for place in (each.before, each.after) if place)


def _by_start(lines: Iterable[ChangedLine]) -> Lines:
    def start(each: ChangedLine) -> tuple[datetime, str]:
        place = each.after or each.before
        return _utc(place.starts) if place else datetime.min.replace(tzinfo=UTC), each.session_id

    return tuple(sorted(lines, key=start))


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
