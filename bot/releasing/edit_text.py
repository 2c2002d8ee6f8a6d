"""What /edit asks and says until a change joins the draft, as Telegram HTML; pure."""

from datetime import date

from bot import times
from bot.agenda_text import HINT_CHARACTERS, shortened
from bot.releasing.change_lines import TITLE_CHARACTERS, when
from bot.wording import Words
from meeting.agenda import Agenda, Session

SOURCE_CHARACTERS = 60  # of a title, in what is kept of an edit


def session(words: Words, agenda: Agenda, session: Session, today: date) -> str:
    """The session as it is in the draft, and the question what to change."""
    room = agenda.room(session.room)
    name = room.name if room else session.room or words.plain("release.no_room")
    title = shortened(session.title, TITLE_CHARACTERS)
    span = _span(words, session, today)
    return words("edit.what", title=title, span=span, room=shortened(name, HINT_CHARACTERS))


def ask_time(words: Words, session: Session, today: date) -> str:
    """How to write the new time, with examples near the one that it has."""
    return words(
        "edit.ask_time",
        title=shortened(session.title, TITLE_CHARACTERS),
        span=_span(words, session, today),
        start=times.time(session.starts),
        end=times.time(session.ends),
    )


def ask_title(words: Words, session: Session) -> str:
    return words("edit.ask_title", title=shortened(session.title, TITLE_CHARACTERS))


def ask_room(words: Words, session: Session, today: date) -> str:
    title = shortened(session.title, TITLE_CHARACTERS)
    return words("edit.ask_room", title=title, span=_span(words, session, today))


def ask_swap(words: Words, session: Session) -> str:
    return words("edit.ask_swap", title=shortened(session.title, TITLE_CHARACTERS))


def found(words: Words, count: int) -> str:
    """Above the sessions that somebody's words may mean."""
    return words("edit.found", count=count)


def done(words: Words, key: str, session: Session, **parameters: object) -> str:
    """What is kept of an edit in the list of what joined the draft, and in the history; plain."""
    title = shortened(session.title, SOURCE_CHARACTERS)
    return words.plain(key, title=title, **parameters)


def swapped(words: Words, session: Session, other: Session) -> str:
    """The same for two sessions that exchange rooms; plain."""
    title = shortened(other.title, SOURCE_CHARACTERS)
    return done(words, "edit.did_swap", session, other=title)


def day(words: Words, day: date) -> str:
    """Above the sessions of a day."""
    return words("edit.sessions", day=times.title_day(words, day))


def _span(words: Words, session: Session, today: date) -> str:
    start = when(words, session.starts, today)
    return f"{start}–{times.end(words, session.ends, session.starts.date())}"
