"""A session that starts soon, and for organisers the reminders that came too late; pure."""

from telegram import InlineKeyboardMarkup

from bot import times
from bot.agenda_keyboards import SESSION, button, markup, my_day_below
from bot.agenda_text import HINT_CHARACTERS, TITLE_CHARACTERS, fitted, shortened
from bot.wording import Words
from meeting.codes import session_code
from meeting.day import minutes_until
from meeting.notices import MissedLine, MissedNoun
from services.letters import MissedLetter, ReminderLetter

MISSED = "missed"  # sends the list of what came too late


def reminder(words: Words, letter: ReminderLetter) -> tuple[str, InlineKeyboardMarkup]:
    """What it is, how soon, where, and the part that the person has in it."""
    session, lines = letter.session, [_soon(words, letter)]
    if name := letter.room.name if letter.room else session.room or "":
        hint = letter.room.hint if letter.room else ""
        key = "venue.room_hint" if hint else "venue.room"
        name, hint = shortened(name, HINT_CHARACTERS), shortened(hint, HINT_CHARACTERS)
        lines.append(words(key, room=name, hint=hint))
    parts = {"reminder.chair": letter.is_chair, "reminder.host": letter.is_host}
    lines += [words(key) for key, holds in parts.items() if holds]
    opens = button(words.plain("buttons.session"), SESSION, session_code(session.session_id))
    return "\n".join(lines), markup([[opens, my_day_below(words)]])


def missed(words: Words, letter: MissedLetter) -> tuple[str, InlineKeyboardMarkup]:
    """How many came too late; the list is one tap away."""
    key = "reminder.missed_one" if letter.reminders == 1 else "reminder.missed"
    which = button(words.plain("reminder.which"), MISSED, letter.notice_id)
    return words(key, count=letter.reminders), markup([[which]])


def missed_list(words: Words, noun: MissedNoun) -> str:
    """The sessions of which people were not reminded, and how many people."""
    lines = [_missed(words, line) for line in noun.lines]
    return fitted(words, words("reminder.missed_heading"), lines)


def _soon(words: Words, letter: ReminderLetter) -> str:
    starts = letter.session.starts
    title = shortened(letter.session.title, TITLE_CHARACTERS)
    if minutes_until(letter.at, starts) <= 0:
        return words("reminder.now", title=title)
    wait = times.wait(words, letter.at, starts)
    wait = wait[:1].upper() + wait[1:]
    return words("reminder.soon", wait=wait, time=times.time(starts), title=title)


def _missed(words: Words, line: MissedLine) -> str:
    key = "announce.people_one" if line.people == 1 else "announce.people"
    return words(
        "reminder.missed_line",
        day=times.title_day(words, line.starts.date()),
        time=times.time(line.starts),
        title=shortened(line.title, TITLE_CHARACTERS),
        people=words.plain(key, count=line.people),
    )
