"""Answers about the agenda and practical matters as Telegram HTML; pure."""

from datetime import date

from bot import render, times
from bot.agenda_text import HINT_CHARACTERS, TITLE_CHARACTERS, shortened
from bot.session_text import DESCRIPTION_CHARACTERS, NAMES_CHARACTERS
from bot.session_text import entry as entry_text
from bot.wording import Words
from meeting.asking.answers import Kind, Line, MeetingAnswer
from meeting.asking.asked import Asked
from meeting.day import days_until

ROLES = {Asked.CHAIR: "chairs", Asked.SPEAKER: "speakers", Asked.RAPPORTEUR: "rapporteurs"}


def reply(words: Words, answer: MeetingAnswer) -> str:
    """The whole answer as one message."""
    if answer.kind is Kind.ENTRY and answer.entry is not None:
        return entry_text(words, answer.entry)
    if answer.kind is Kind.OVER:
        return words("agenda.over")
    if answer.kind is Kind.BOUNDS:
        return _bounds(words, answer)
    parts = [*_lead(words, answer), *_days(words, answer), *_notes(words, answer)]
    return "\n".join(parts)


def _lead(words: Words, answer: MeetingAnswer) -> list[str]:
    """What is said before the sessions."""
    if answer.kind is Kind.BEFORE:
        topics = [line.session for line in answer.lines if not line.session.is_break]
        first = (topics or [answer.lines[0].session])[0].starts
        day = times.day(words, first.date())
        return [words("reply.before", day=day, time=times.time(first))]
    if answer.kind is Kind.CANDIDATES:
        return [words("reply.candidates")]
    if answer.kind is Kind.PERSON and answer.person is not None:
        who = answer.person
        return [words("reply.person_of" if who.organisation else "reply.person",
                      name=who.name, organisation=who.organisation)]  # fmt: skip
    if answer.kind is Kind.ROOM and answer.room is not None and not answer.gap:
        return [_the_room(words, answer)]
    if answer.gap:
        return [_gap(words, answer)]
    return [words("reply.unplaced")] if answer.unplaced else []


def _the_room(words: Words, answer: MeetingAnswer) -> str:
    """A room with the way there; its seats and its host where the room itself was asked for."""
    room = answer.room
    if room is None:
        return ""
    way = shortened(room.hint, DESCRIPTION_CHARACTERS)
    text = words("venue.room_hint" if way else "venue.room", room=room.name, hint=way)
    more = []
    if not answer.lines and room.capacity:
        more.append(words("reply.seats", count=room.capacity))
    if not answer.lines and answer.host:
        more.append(words("reply.host", name=answer.host))
    return " · ".join([text, *more])


def _gap(words: Words, answer: MeetingAnswer) -> str:
    """That nothing is on then, and that what follows comes after it."""
    span = answer.span
    if span is None:
        return words("my.next_none")
    room = f" ({answer.room.name})" if answer.room else ""
    day = times.day(words, span.day)
    if not answer.lines and span.whole_day:
        return words("reply.nothing", day=day, room=room)
    if not answer.lines:
        time = times.time(span.starts)
        return words("reply.gap_end", day=day, time=time, room=room)
    return words("reply.gap", day=day, time=times.time(span.starts), room=room)


def _days(words: Words, answer: MeetingAnswer) -> list[str]:
    """The sessions, each day under its name; today needs none."""
    shown: list[str] = []
    day: date | None = answer.now.date() if not _names_days(answer) else None
    for line in answer.lines:
        if line.session.starts.date() != day:
            day = line.session.starts.date()
            shown.append(words("agenda.heading", day=times.title_day(words, day)))
        shown += [_line(words, answer, line), *_of_it(words, answer, line)]
    if answer.more:
        shown.append(words("reply.more", count=answer.more))
    return shown


def _names_days(answer: MeetingAnswer) -> bool:
    """Whether today is named too: where several days are told of, or another one was asked for."""
    days = {line.session.starts.date() for line in answer.lines}
    return len(days) > 1 or (answer.span is not None and answer.span.day not in days)


def _line(words: Words, answer: MeetingAnswer, line: Line) -> str:
    """<b>14:00–15:15</b> · Fram: <i>Peace processes</i>"""
    session = line.session
    name = line.room.name if line.room else session.room or ""
    listed = answer.kind in (Kind.PROGRAMME, Kind.ROOM)  # where theirs are among others
    chosen = (
        listed
        and line.mine
        and any(not each.mine for each in answer.lines)
        and not session.is_break
    )
    return words(
        "reply.line" if name else "reply.line_no_room",
        time=times.span(words, session.starts, session.ends),
        room=shortened(name, HINT_CHARACTERS),
        title=("✓ " if chosen else "") + shortened(session.title, TITLE_CHARACTERS),
    )


def _of_it(words: Words, answer: MeetingAnswer, line: Line) -> list[str]:
    """What was asked for of a session."""
    asked = answer.asked
    if answer.kind is Kind.PERSON and answer.person is not None:
        return []
    if asked in ROLES:
        return _names(words, line, (ROLES[asked],)) or [words("reply.nobody")]
    if asked is Asked.WHO:
        return _names(words, line, tuple(ROLES.values()))
    if asked is Asked.PAPERS:
        titles = ", ".join(line.session.papers)
        return [words("session.papers", names=titles) if titles else words("reply.no_papers")]
    if asked is Asked.ABOUT and line.session.description:
        return [render.escape(shortened(line.session.description, DESCRIPTION_CHARACTERS))]
    return []


def _names(words: Words, line: Line, roles: tuple[str, ...]) -> list[str]:
    listed = {"chairs": line.chairs, "speakers": line.speakers, "rapporteurs": line.rapporteurs}
    return [
        words(f"session.{role}", names=shortened(", ".join(listed[role]), NAMES_CHARACTERS))
        for role in roles
        if listed[role]
    ]


def _notes(words: Words, answer: MeetingAnswer) -> list[str]:
    """What ends before it begins, how long until, and the way to the room."""
    notes: list[str] = []
    if answer.running is not None:
        ends = times.time(answer.running.session.ends)
        notes.append(words("reply.ends", title=answer.running.session.title, time=ends))
    if len(answer.lines) == 1 and answer.kind is not Kind.ROOM:
        notes += [*_timing(words, answer), *_way(words, answer.lines[0])]
    return [" ".join(notes)] if notes else []


def _timing(words: Words, answer: MeetingAnswer) -> list[str]:
    """How long until it begins, that it is on, or that it is over."""
    session, now = answer.lines[0].session, answer.now
    if answer.asked is Asked.DURATION:
        minutes = int((session.ends - session.starts).total_seconds() // 60)
        return [words("reply.lasts", minutes=minutes)]
    if now.timestamp() >= session.ends.timestamp():
        return [words("reply.past")]
    if now.timestamp() >= session.starts.timestamp():
        return [words("reply.on_now", time=times.time(session.ends))]
    nights = days_until(now, session.starts.date(), str(now.tzinfo))
    wait = times.nights(words, nights) if nights else times.wait(words, now, session.starts)
    return [f"{wait[:1].upper()}{wait[1:]}."]


def _way(words: Words, line: Line) -> list[str]:
    if line.room is None or not line.room.hint:
        return []
    hint = shortened(line.room.hint, HINT_CHARACTERS)
    return [words("reply.way", room=line.room.name, hint=hint)]


def _bounds(words: Words, answer: MeetingAnswer) -> str:
    """When the meeting, or one day of it, begins and ends."""
    starts, ends = answer.lines[0].session.starts, answer.lines[-1].session.ends
    told = {"starts": times.time(starts), "ends": times.time(ends)}
    first, last = times.day(words, starts.date()), times.day(words, ends.date())
    if answer.span is not None:
        return words("reply.day_runs", day=times.title_day(words, starts.date()), **told)
    return words("reply.meeting_runs", first=first, last=last, **told)
