"""What changed, as a person is told it, pure: what was and what is now, in one message."""

from collections.abc import Mapping, Sequence
from enum import Enum

from telegram import InlineKeyboardMarkup

from bot.agenda_text import shortened
from bot.notices.change_facts import ROOM_CHARACTERS, TITLE_CHARACTERS, length, runs, when_and_where
from bot.notices.notice_keyboards import below
from bot.render import LONGEST, units
from bot.wording import Words
from meeting.agenda import Part
from meeting.notices import ChangedLine, Place
from services.letters import ChangeLetter

LISTED = 10  # changes in one message, or as many as fit

PARTS: Mapping[Part, str] = {
    Part.CHAIR: "notice.part_chair",
    Part.SPEAKER: "notice.part_speaker",
    Part.RAPPORTEUR: "notice.part_rapporteur",
}


class Said(Enum):
    """What is said of a session: the text where it is said first, and after or among others."""

    ROOM = ("notice.room", "notice.room_more")
    ROOM_KNOWN = ("notice.room_known", "notice.room_known_more")
    ROOM_OPEN = ("notice.room_open", "notice.room_open_more")
    TIME = ("notice.time", "notice.time_more")
    SPAN = ("notice.span", "notice.span_more")
    BOTH = ("notice.both", "notice.both_more")
    BOTH_SPAN = ("notice.both_span", "notice.both_span_more")
    CANCELLED = ("notice.cancelled", "notice.cancelled_more")
    ADDED = ("notice.added", "notice.added_more")
    NAME = ("notice.name", "notice.name_more")
    TASKS = ("notice.tasks", "notice.tasks_more")


SPANS = (Said.SPAN, Said.BOTH_SPAN)


def change(words: Words, letter: ChangeLetter) -> tuple[str, InlineKeyboardMarkup]:
    """Up to two changes as sentences, more of them as a list; what is too much is counted."""
    first, *others = letter.lines
    if len(others) > 1:
        html = _list(words, letter)
    else:
        more = [_sentences(words, line, letter, among=True) for line in others]
        said = [words.plain("notice.and", line=sentence) for sentence in more]
        html = "\n".join([_sentences(words, first, letter), *said])
    return html, below(words, letter.notice_id)


def _list(words: Words, letter: ChangeLetter) -> str:
    """As many changes as fit: there are signs that count twice."""
    pages = (_listed(words, letter, most) for most in range(LISTED, 0, -1))
    return next(html for html in pages if units(html) <= LONGEST)


def _listed(words: Words, letter: ChangeLetter, most: int) -> str:
    shown = letter.lines[:most]
    said = [words("notice.list", count=len(letter.lines))]
    for line in shown:
        sentence = _sentences(words, line, letter, among=True)
        said.append(words.plain("notice.list_line", line=sentence))
    if more := len(letter.lines) - len(shown):
        said.append(words("notice.list_more", count=more))
    return "\n".join(said)


def _sentences(words: Words, line: ChangedLine, letter: ChangeLetter, among: bool = False) -> str:
    """All that is to be said of one session, HTML; `among` others, or as the first."""
    said = _said(line)
    facts = when_and_where(words, line, letter.at, spans=said in SPANS) | {
        "title": shortened(line.title, TITLE_CHARACTERS),
        "old_title": shortened(line.old_title, TITLE_CHARACTERS),
        "before": shortened(line.before.room if line.before else "", ROOM_CHARACTERS),
        "after": shortened(line.after.room if line.after else "", ROOM_CHARACTERS),
        "part": _part(words, letter.parts.get(line.session_id, ())),
    }
    return " ".join(words(key, **facts) for key in (said.value[among], *_tail(line, said)))


def _said(line: ChangedLine) -> Said:
    before, after = line.before, line.after
    if after is None:
        return Said.CANCELLED
    if before is None:
        return Said.ADDED
    if runs(before) != runs(after):
        both = bool(before.room and after.room) and before.room != after.room
        if length(before) == length(after):
            return Said.BOTH if both else Said.TIME
        return Said.BOTH_SPAN if both else Said.SPAN
    if before.room != after.room:
        return _of_room(before, after)
    return Said.NAME if line.old_title else Said.TASKS


def _of_room(before: Place, after: Place) -> Said:
    if not after.room:
        return Said.ROOM_OPEN
    return Said.ROOM if before.room else Said.ROOM_KNOWN


def _tail(line: ChangedLine, said: Said) -> list[str]:
    """What else there is to say: the room beside a new time, the old title and the person's own
    part beside all else."""
    keys = []
    if said in (Said.TIME, Said.SPAN) and line.before and line.after:
        if line.before.room != line.after.room:
            keys.append("notice.its_room" if line.after.room else "notice.room_later")
        elif line.after.room:
            keys.append("notice.same_room")
    if line.old_title and said not in (Said.NAME, Said.ADDED, Said.CANCELLED):
        keys.append("notice.was_called")
    if line.tasks and said not in (Said.TASKS, Said.CANCELLED):
        keys.append("notice.your_part")
    return keys


def _part(words: Words, parts: Sequence[Part]) -> str:
    """What the person does in it now."""
    said = [words.plain(PARTS[part]) for part in parts]
    return ", ".join(said) or words.plain("notice.part_none")
