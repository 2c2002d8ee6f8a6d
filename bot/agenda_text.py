"""Days and sessions of the agenda as Telegram HTML, pure; every message fits into one."""

from collections.abc import Sequence
from datetime import date

from bot import render, times
from bot.wording import Words
from meeting.agenda import Session
from meeting.day import Day, Slot
from services.my_day import Programme

SESSIONS_SHOWN = 8  # on one page of a day
TITLE_CHARACTERS = 160
HINT_CHARACTERS = 80


def my_day(words: Words, programme: Programme, day: Day) -> str:
    """Somebody's day: what is on, what is next with the way there, and what comes later."""
    following = programme.next()
    lines = [_slot(words, programme, slot, slot in following) for slot in day.slots]
    if not lines:
        is_today = programme.nights_until(day.on) == 0
        lines = [words("my.rest" if is_today else "my.empty")]
    return fitted(words, _heading(words, programme, day.on), lines)


def now(words: Words, programme: Programme) -> str:
    """Everything that runs at this moment, mine marked, and what is next for this person."""
    running = programme.running()
    if programme.is_over:
        return words("agenda.over")
    lines = [_running(words, programme, session) for session in running]
    heading = _heading(words, programme, programme.at.date())
    following = upcoming(words, programme, render.LONGEST // 2)
    return fitted(
        words, heading, lines or [words("my.now_none")], ["", words("my.next"), following]
    )


def upcoming(words: Words, programme: Programme, longest: int = render.LONGEST) -> str:
    """What is next for this person, with its day where that is another one; at most `longest`
    UTF-16 units."""
    slots = programme.next()
    if not slots:
        return words("agenda.over" if programme.is_over else "my.next_none")
    on = slots[0].starts.date()
    lines = [_later(words, programme, slot, True) for slot in slots]
    if on != programme.at.date():
        lines.insert(0, _heading(words, programme, on))
    return fitted(words, lines[0], lines[1:], longest=longest)


def sessions(words: Words, programme: Programme, everything: Sequence[Session], first: int) -> str:
    """One page of all sessions of a day, from number `first` (counted from 0)."""
    day, count = everything[0].starts.date(), SESSIONS_SHOWN
    shown = everything[first : first + count]
    lines = [_listed(words, programme, session) for session in shown]
    notes = []
    if any(map(programme.mine, shown)):
        notes.append(words("agenda.legend"))
    if len(shown) < len(everything):
        last, of = first + len(shown), len(everything)
        notes.append(words("agenda.page_of", first=first + 1, last=last, all=of))
    return fitted(words, _heading(words, programme, day), lines, ["", *notes] if notes else [])


def choice(words: Words, programme: Programme, group: Sequence[Session]) -> str:
    """The sessions of which somebody may choose one."""
    first = group[0].starts
    day, time = times.title_day(words, first.date()), times.time(first)
    heading = words("agenda.choose", day=day, time=time, count=len(group))
    return fitted(words, heading, [_listed(words, programme, session) for session in group])


def fitted(
    words: Words,
    heading: str,
    lines: Sequence[str],
    tail: Sequence[str] = (),
    counted: str = "agenda.more",
    longest: int = render.LONGEST,
) -> str:
    """Heading, lines and tail as one message of at most `longest` UTF-16 units; lines that do not
    fit are counted instead, in the words of the text `counted`."""
    kept = list(lines)
    while True:
        left_out = len(lines) - len(kept)
        more = [words(counted, count=left_out)] if left_out else []
        text = "\n".join([heading, *kept, *more, *tail])
        if not kept or render.units(text) <= longest:
            return text
        kept.pop()


def shortened(text: str, most: int) -> str:
    """At most so many characters, cut between words."""
    if len(text) <= most:
        return text
    start = text[: most - 1]
    return (start.rsplit(None, 1)[0] if " " in start[most // 2 :] else start).rstrip() + "…"


def _heading(words: Words, programme: Programme, day: date) -> str:
    name = times.title_day(words, day)
    nights = programme.nights_until(day)
    if nights == 0:
        return words("agenda.heading_now", day=name, time=times.time(programme.at))
    if nights > 0:
        return words("agenda.heading_wait", day=name, wait=times.nights(words, nights))
    return words("agenda.heading", day=name)


def _slot(words: Words, programme: Programme, slot: Slot, close: bool) -> str:
    if slot.runs(programme.at):
        end = times.end(words, slot.ends, programme.at.date())
        title, place = _title(words, slot), _place(programme, slot)
        return words("agenda.now", title=title, place=place, end=end)
    return _later(words, programme, slot, close)


def _later(words: Words, programme: Programme, slot: Slot, close: bool) -> str:
    """A line for what has not begun; `close` adds how long until, and the way to the room."""
    parts = [words("agenda.line", time=times.time(slot.starts), title=_title(words, slot))]
    parts += _room(words, programme, slot.sessions[0]) if len(slot.sessions) == 1 else []
    notes = [] if slot.mine or len(slot.sessions) > 1 else [words.plain("my.optional")]
    if close and programme.nights_until(slot.starts.date()) == 0:
        notes.append(times.wait(words, programme.at, slot.starts))
    if close and len(slot.sessions) == 1:
        room = programme.agenda.room(slot.sessions[0].room)
        notes += [shortened(room.hint, HINT_CHARACTERS)] if room and room.hint else []
    return " · ".join([*parts, *([render.escape(", ".join(notes))] if notes else [])])


def _running(words: Words, programme: Programme, session: Session) -> str:
    key = "agenda.now_mine" if programme.mine(session) else "agenda.now"
    slot = Slot((session,), True)
    end = times.end(words, session.ends, programme.at.date())
    return words(key, title=_title(words, slot), place=_place(programme, slot), end=end)


def _listed(words: Words, programme: Programme, session: Session) -> str:
    span = times.span(words, session.starts, session.ends)
    key = "agenda.line_mine" if programme.mine(session) else "agenda.line"
    line = words(key, time=span, title=shortened(session.title, TITLE_CHARACTERS))
    return " · ".join([line, *_room(words, programme, session)])


def _title(words: Words, slot: Slot) -> str:
    if len(slot.sessions) > 1:
        return words.plain("my.choose", count=len(slot.sessions))
    return shortened(slot.sessions[0].title, TITLE_CHARACTERS)


def _place(programme: Programme, slot: Slot) -> str:
    name = programme.room_name(slot.sessions[0]) if len(slot.sessions) == 1 else ""
    return f", {shortened(name, HINT_CHARACTERS)}" if name else ""


def _room(words: Words, programme: Programme, session: Session) -> list[str]:
    name = programme.room_name(session)
    return [words("agenda.room", room=shortened(name, HINT_CHARACTERS))] if name else []
