"""What those concerned would read after a release, each different message once; pure."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from bot.announcing.audience_text import counted
from bot.notices import notice_text
from bot.render import LONGEST, units
from bot.wording import Words
from meeting.notices import ChangedLine
from meeting.telling import line
from services.agenda_drafts import DraftView
from services.letters import ChangeLetter


def previews(words: Words, view: DraftView, at: datetime) -> list[str]:
    """Each message as HTML below a line that says how many would read it, the most read first;
    `at` is now, in the meeting's zone."""
    read = Counter(tuple(change.session_id for change in one.lines) for one in view.told)
    said = {change.session_id: line(change) for change in view.lines}
    return [
        _preview(words, view.draft.base + 1, [said[key] for key in keys], count, at)
        for keys, count in read.most_common()
    ]


def _preview(
    words: Words, number: int, lines: Sequence[ChangedLine], count: int, at: datetime
) -> str:
    head = counted(words, "release.seen_by_one", "release.seen_by", count)
    letter = ChangeLetter(0, number, tuple(lines), at)
    html = f"{head}\n\n{notice_text.outgoing(words, letter, ()).html}"
    return html if units(html) <= LONGEST else html.partition("\n\n")[2]
