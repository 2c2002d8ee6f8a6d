"""Days, times and how long until, in a language: pure; all times are in the meeting's zone."""

from datetime import date, datetime

from bot.wording import Words
from meeting.day import minutes_until

HOUR = 60


def day(words: Words, day: date) -> str:
    """Monday 11 February"""
    weekday = words.texts["agenda.weekdays"].split()[day.weekday()]
    month = words.texts["papers.months"].split()[day.month - 1]
    return words.plain("agenda.day", weekday=weekday, day=day.day, month=month)


def title_day(words: Words, on: date) -> str:
    """The same at the beginning of a line, where French takes a capital letter too."""
    text = day(words, on)
    return text[:1].upper() + text[1:]


def short_day(words: Words, nights: int, day: date) -> str:
    """Tomorrow, Today, or Mon: the label of a button; `nights` is how far the day is from now."""
    keys = {0: "agenda.today", 1: "agenda.tomorrow"}
    if nights in keys:
        return words.plain(keys[nights]).capitalize()
    return words.texts["agenda.short_weekdays"].split()[day.weekday()].capitalize()


def time(at: datetime) -> str:
    """14:00"""
    return at.strftime("%H:%M")


def end(words: Words, ends: datetime, day: date) -> str:
    """15:30, or Tue 01:00 where that is not the day that the reader is looking at."""
    if ends.date() == day:
        return time(ends)
    return f"{words.texts['agenda.short_weekdays'].split()[ends.weekday()]} {time(ends)}"


def span(words: Words, starts: datetime, ends: datetime) -> str:
    """14:00–15:30"""
    return f"{time(starts)}–{end(words, ends, starts.date())}"


def wait(words: Words, at: datetime, starts: datetime) -> str:
    """in 8 minutes, in 2 h 5 min"""
    hours, minutes = divmod(minutes_until(at, starts), HOUR)
    if hours and minutes:
        return words.plain("agenda.in_hours_minutes", hours=hours, minutes=minutes)
    if hours:
        return words.plain("agenda.in_hours", hours=hours)
    key = "agenda.in_one_minute" if minutes == 1 else "agenda.in_minutes"
    return words.plain(key, minutes=minutes)


def nights(words: Words, count: int) -> str:
    """today, tomorrow, in 3 days; empty for days that are past"""
    if count < 0:
        return ""
    keys = {0: "agenda.today", 1: "agenda.tomorrow"}
    return words.plain(keys.get(count, "agenda.in_days"), days=count)
