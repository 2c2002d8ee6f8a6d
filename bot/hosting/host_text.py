"""A room as its host reads it, and what became of what they said, as Telegram HTML; pure."""

from datetime import date

from bot import times
from bot.agenda_text import HINT_CHARACTERS, TITLE_CHARACTERS, shortened
from bot.announcing.audience_text import counted
from bot.releasing.change_lines import session_line
from bot.releasing.warning_text import warning
from bot.render import escape
from bot.wording import Words
from meeting.agenda import Session
from meeting.hosting import can_end_later, can_start_later
from meeting.notices import RoomWord
from services.hosted_rooms import Choice, RoomView
from services.room_changes import Hearers, Plan
from services.room_notices import Said

LINES_SHOWN = 8  # of a change: what follows in a room is pushed along


def room(words: Words, view: RoomView) -> str:
    """What is on, what is next, who is expected, and what was said of it."""
    name = shortened(view.room.name, HINT_CHARACTERS)
    lines = [words("host.heading", room=name, time=times.time(view.at))]
    for session in view.now.running:
        end, title = times.end(words, session.ends, view.at.date()), _title(session)
        lines += [
            words("agenda.now", title=title, place="", end=end),
            *_about(words, view, session),
        ]
    for session in view.now.upcoming:
        lines += [_next(words, view, session), *_about(words, view, session)]
    return "\n".join(lines if len(lines) > 1 else [*lines, words("host.rest")])


def ask_late(words: Words, choice: Choice) -> str:
    """Above the minutes: does it start later, or end later?"""
    session, at = choice.session, choice.view.at
    key = "host.ask_both"
    if not can_end_later(session, at):
        key = "host.ask_start"
    elif not can_start_later(session, at):
        key = "host.ask_end"
    return words(key, title=_title(session), span=_span(words, session))


def ask_room(words: Words, choice: Choice) -> str:
    """Above the free rooms."""
    session = choice.session
    title, span = _title(session), _span(words, session)
    if not choice.rooms:
        return words("host.no_room", title=title, span=span)
    lines = [words("host.ask_room", title=title, span=span), _expected(words, choice.view, session)]
    if any(each.has_seats is False for each in choice.rooms):
        lines.append(words("host.too_small"))
    return "\n".join(lines)


def plan(words: Words, plan: Plan) -> str:
    """What would change, what is odd about it, and how many would be told."""
    today = plan.at.date()
    odd = [warning(words, each, today) for each in plan.warnings[:LINES_SHOWN]]
    blocks = [_changes(words, plan, today), odd, [_tells(words, plan.hearers)]]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def changed(words: Words, plan: Plan, hearers: Hearers) -> str:
    """After it was told."""
    lines = _changes(words, plan, plan.at.date())
    return "\n".join([*lines, "", _told(words, hearers)])


def said(words: Words, said: Said) -> str:
    """After [Full] and [Ended]: who was told, or when it was."""
    is_full, title = said.word is RoomWord.FULL, _title(said.session)
    if said.hearers is None:
        key = "host.again_full" if is_full else "host.again_ended"
        return words(key, title=title, time=times.time(said.at))
    key = "host.is_full" if is_full else "host.is_free"
    parts = [words(key, title=title), _told(words, said.hearers)]
    return " ".join([*parts, *_offered(words, said)])


def _changes(words: Words, plan: Plan, today: date) -> list[str]:
    lines = [session_line(words, change, today) for change in plan.changes]
    left_out = len(lines) - LINES_SHOWN
    more = [words("release.more", count=left_out)] if left_out > 0 else []
    return [*lines[:LINES_SHOWN], *more]


def _tells(words: Words, hearers: Hearers) -> str:
    people = _people(words, hearers.told)
    said = words("host.tells", people=people) if hearers.told else words("host.tells_nobody")
    return " ".join([said, *_missed(words, hearers)])


def _told(words: Words, hearers: Hearers) -> str:
    """“Told 18 people. 2 have never opened the bot.”"""
    people = _people(words, hearers.told)
    said = words("host.told", people=people) if hearers.told else words("host.told_nobody")
    return " ".join([said, *_missed(words, hearers)])


def _missed(words: Words, hearers: Hearers) -> list[str]:
    parts = []
    if hearers.not_linked:
        one, many = "host.not_opened_one", "host.not_opened"
        parts.append(escape(counted(words, one, many, hearers.not_linked)))
    if hearers.unreachable:
        parts.append(
            escape(counted(words, "host.blocked_one", "host.blocked", hearers.unreachable))
        )
    return parts


def _offered(words: Words, said: Said) -> list[str]:
    if said.other is None or said.other_room is None:
        return []
    key = "host.offered_one" if said.seats == 1 else "host.offered"
    room = shortened(said.other_room.name, HINT_CHARACTERS)
    return [words(key, title=_title(said.other), room=room, count=said.seats)]


def _about(words: Words, view: RoomView, session: Session) -> list[str]:
    lines = [_expected(words, view, session)]
    said = {"host.was_full": view.was_full, "host.was_ended": view.was_ended}
    for key, sessions in said.items():
        if session.session_id in sessions:
            lines.append(words(key, time=times.time(sessions[session.session_id])))
    return lines


def _expected(words: Words, view: RoomView, session: Session) -> str:
    """22 people expected for 20 seats"""
    seats, coming = view.room.capacity, view.coming.get(session.session_id, 0)
    places = "" if seats is None else words.plain("host.for_seats", count=seats)
    if not coming:
        return words("host.expected_none", seats=places)
    said = words(
        "host.expected_one" if coming == 1 else "host.expected", count=coming, seats=places
    )
    return f"⚠ {said}" if seats is not None and coming > seats else said


def _next(words: Words, view: RoomView, session: Session) -> str:
    time, title = times.time(session.starts), _title(session)
    if session.starts.date() == view.at.date():
        return words("host.next", time=time, title=title)
    day = times.day(words, session.starts.date())
    return words("host.next_on", day=day, time=time, title=title)


def _people(words: Words, count: int) -> str:
    return counted(words, "announce.people_one", "announce.people", count)


def _title(session: Session) -> str:
    return shortened(session.title, TITLE_CHARACTERS)


def _span(words: Words, session: Session) -> str:
    return times.span(words, session.starts, session.ends)
