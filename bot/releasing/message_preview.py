"""What those concerned would read after a release, each different message once; pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.announcing.audience_text import counted
from bot.notices import notice_text
from bot.render import LONGEST, units
from bot.wording import Words
from meeting.agenda import Part
from meeting.session_changes import SessionChange
from meeting.telling import line
from services.agenda_drafts import DraftView
from services.letters import ChangeLetter

# A session by its id, and what its reader does in it now; None where that does not change.
Seen = tuple[str, tuple[Part, ...] | None]


def previews(words: Words, view: DraftView, at: datetime) -> list[str]:
    """Each message as HTML below a line that says how many would read it, the most read first;
    `at` is now, in the meeting's zone."""
    changes = {change.session_id: change for change in view.lines}
    others = {key: change.other_parts for key, change in changes.items()}
    read = Counter(tuple(_read(each, one.key, others) for each in one.lines) for one in view.told)
    return [
        _preview(words, count, _letter(view.draft.base + 1, seen, changes, at))
        for seen, count in read.most_common()
    ]


def _read(change: SessionChange, key: str, others: Mapping[str, frozenset[str]]) -> Seen:
    if key not in others[change.session_id] or change.after is None:
        return change.session_id, None
    return change.session_id, change.after.parts_of(key)


def _letter(
    number: int, seen: Sequence[Seen], changes: Mapping[str, SessionChange], at: datetime
) -> ChangeLetter:
    lines = tuple(line(changes[key], parts is not None) for key, parts in seen)
    return ChangeLetter(0, number, lines, at, {key: parts or () for key, parts in seen})


def _preview(words: Words, count: int, letter: ChangeLetter) -> str:
    head = counted(words, "release.seen_by_one", "release.seen_by", count)
    html = f"{head}\n\n{notice_text.outgoing(words, letter, ()).html}"
    return html if units(html) <= LONGEST else html.partition("\n\n")[2]
