"""How an announcement goes and went, as Telegram HTML, pure: progress, report, questions."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot import times
from bot.agenda_text import shortened
from bot.render import escape
from bot.wording import Words
from meeting.announcements import Announcement, Status, VersionKind
from services.announcements import Counts, Report

CELLS = 10  # of the bar
MINUTE = 60  # seconds
ABOUT_CHARACTERS = 80
GOING: Mapping[VersionKind, str] = {
    VersionKind.ORIGINAL: "sent.sending",
    VersionKind.CORRECTION: "sent.correcting",
    VersionKind.WITHDRAWAL: "sent.withdrawing",
}
OVER: Mapping[VersionKind, str] = {
    VersionKind.ORIGINAL: "sent.sent",
    VersionKind.CORRECTION: "sent.corrected",
    VersionKind.WITHDRAWAL: "sent.withdrawn",
}
Fact = tuple[int, str, str]  # how many people, the text for one of them, the text for more


@dataclass(frozen=True, slots=True)
class View:
    """What a report is shown against.

    `at` is now, in the meeting's zone; `per_second` how many messages go out in a second; `halted`
    how many seconds Telegram still wants us to wait; `own`: the reader sent it; `audience` whom it
    is for, in words, where it is scheduled.
    """

    at: datetime
    per_second: float = 30.0
    halted: float = 0.0
    own: bool = True
    audience: str = ""


def report(words: Words, report: Report, view: View) -> str:
    """How an announcement goes or went: one line of facts, and its first words."""
    lines = {Status.SCHEDULED: _scheduled, Status.RUNNING: _running, Status.PAUSED: _paused}
    line = lines.get(report.announcement.status, _over)(words, report, view)
    about = words("sent.about", text=first_words(words, report.announcement, ABOUT_CHARACTERS))
    if view.own or not report.author:
        return f"{line}\n{about}"
    return f"{line}\n{about} · {escape(report.author)}"


def first_words(words: Words, announcement: Announcement, most: int) -> str:
    """The beginning of what was said, plain; what it is where nothing was written."""
    message = announcement.version.message
    said = " ".join(message.in_language(words.language).plain.split())
    if said or message.medium is None:
        return shortened(said, most)
    return shortened(message.medium.name or words.plain("sent.picture"), most)


def moment(words: Words, at: datetime, now: datetime) -> str:
    """The time of a moment, with its day where that is not today; plain."""
    local = at.astimezone(now.tzinfo)
    if local.date() == now.date():
        return words.plain("sent.today", time=times.time(local))
    day = times.day(words, local.date())
    return words.plain("sent.another_day", day=day, time=times.time(local))


def ask_withdraw(words: Words, counts: Counts) -> str | None:
    """Asked before an announcement is taken back; None where nobody has it."""
    count = counts.delivered + counts.doubtful
    return _asked(words, (count, "sent.ask_withdraw_one", "sent.ask_withdraw"))


def ask_doubtful(words: Words, counts: Counts) -> str | None:
    """Asked before it is sent once more to those who may not have it; None without any."""
    return _asked(words, (counts.doubtful, "sent.ask_doubtful_one", "sent.ask_doubtful"))


def ask_unseen(words: Words, counts: Counts) -> str | None:
    """Asked before it is sent once more to those who have not tapped "Got it"; None without any."""
    return _asked(words, (unseen(counts), "sent.ask_unseen_one", "sent.ask_unseen"))


def unseen(counts: Counts) -> int:
    """How many have it and have not tapped "Got it"."""
    return max(0, counts.delivered - counts.seen)


def unreached(counts: Counts) -> int:
    """How many may not have it, and will not get it by themselves."""
    lost = counts.blocked + counts.gone + counts.failed + counts.expired + counts.cancelled
    return lost + counts.doubtful + counts.not_linked


def _scheduled(words: Words, report: Report, view: View) -> str:
    at = report.announcement.began_at.astimezone(view.at.tzinfo)
    day, time = times.day(words, at.date()), times.time(at)
    return words("sent.scheduled", day=day, time=time, audience=view.audience)


def _running(words: Words, report: Report, view: View) -> str:
    key, counts = GOING[report.announcement.version.kind], report.counts
    return " · ".join(
        [_bar(words, key, counts), *_facts(words, counts), *_left(words, counts, view)]
    )


def _paused(words: Words, report: Report, _view: View) -> str:
    return " · ".join([_bar(words, "sent.paused", report.counts), *_facts(words, report.counts)])


def _over(words: Words, report: Report, view: View) -> str:
    announcement, counts = report.announcement, report.counts
    version, facts = announcement.version, _facts(words, counts)
    first = version.kind is VersionKind.ORIGINAL
    at = announcement.began_at if first else version.created_at
    key = "sent.cancelled" if announcement.status is Status.CANCELLED else OVER[version.kind]
    head = words(key, moment=moment(words, at, view.at))
    return " · ".join([head, *_delivered(words, report), *facts])


def _bar(words: Words, key: str, counts: Counts) -> str:
    """Whoever has never opened the bot is told beside the bar: they are nothing to wait for."""
    everybody = counts.all - counts.not_linked
    done = everybody - counts.waiting
    filled = CELLS * done // everybody if everybody else CELLS
    return words(key, bar="▓" * filled + "░" * (CELLS - filled), done=done, all=everybody)


def _left(words: Words, counts: Counts, view: View) -> list[str]:
    if not counts.waiting:
        return []
    if view.halted > 0:
        return [words("sent.wait", count=math.ceil(view.halted))]
    seconds = math.ceil(counts.waiting / view.per_second)
    if seconds < MINUTE:
        return [words("sent.seconds_left", count=seconds)]
    return [words("sent.minutes_left", count=math.ceil(seconds / MINUTE))]


def _delivered(words: Words, report: Report) -> list[str]:
    counts, withdrawn = report.counts, report.announcement.is_withdrawn
    one, many = "sent.delivered_one", "sent.delivered"
    if withdrawn:
        one, many = "sent.taken_back_one", "sent.taken_back"
    facts: list[Fact] = [(counts.delivered, one, many)]
    if report.announcement.version.kind is VersionKind.ORIGINAL:
        facts.append((counts.perhaps_twice, "sent.twice_one", "sent.twice"))
    else:  # Telegram never told the number of such a copy, so it cannot be edited or deleted
        facts.append((counts.perhaps_twice, "sent.old_copy_one", "sent.old_copy"))
    facts.append((counts.waiting, "sent.on_the_way_one", "sent.on_the_way"))
    return [_counted(words, fact) for fact in facts if fact[0]]


def _facts(words: Words, counts: Counts) -> list[str]:
    """What is told in every state; nothing of what is nobody."""
    facts: list[Fact] = [
        (counts.not_linked, "sent.not_linked_one", "sent.not_linked"),
        (counts.blocked, "sent.blocked_one", "sent.blocked"),
        (counts.gone, "sent.gone_one", "sent.gone"),
        (counts.doubtful, "sent.doubtful_one", "sent.doubtful"),
        (counts.failed, "sent.failed_one", "sent.failed"),
        (counts.expired, "sent.expired_one", "sent.expired"),
        (counts.cancelled, "sent.not_sent_one", "sent.not_sent"),
        (counts.seen, "sent.seen_one", "sent.seen"),
    ]
    return [_counted(words, fact) for fact in facts if fact[0]]


def _asked(words: Words, fact: Fact) -> str | None:
    return _counted(words, fact) if fact[0] else None


def _counted(words: Words, fact: Fact) -> str:
    count, one, many = fact
    return words(one if count == 1 else many, count=count)
