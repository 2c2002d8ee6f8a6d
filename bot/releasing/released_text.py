"""A release, and how its messages go, as its editors read it; Telegram HTML, pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.agenda_text import shortened
from bot.announcing.audience_text import counted
from bot.releasing.change_lines import when
from bot.releasing.draft_text import NAME_CHARACTERS
from bot.releasing.pages import pages
from bot.reporting.sent_names import NAMES_SHOWN, ORDER, WHY
from bot.wording import Words
from meeting.delivery import State
from services.agenda_history import VersionLine
from services.releases import Released

Name = tuple[str, State]  # somebody, and how their message stands
# What is said of those whose messages stand so: for one of them, and for more.
STANDING: Mapping[tuple[State, ...], tuple[str, str]] = {
    (State.SENT,): ("sent.delivered_one", "sent.delivered"),
    (State.PENDING, State.SENDING): ("release.waiting_one", "release.waiting"),
    (State.UNKNOWN, State.HELD): ("sent.doubtful_one", "sent.doubtful"),
    (State.BLOCKED,): ("sent.blocked_one", "sent.blocked"),
    (State.GONE,): ("sent.gone_one", "sent.gone"),
    (State.NOT_LINKED,): ("sent.not_linked_one", "sent.not_linked"),
    (State.FAILED,): ("sent.failed_one", "sent.failed"),
    (State.EXPIRED,): ("sent.expired_one", "sent.expired"),
    (State.CANCELLED,): ("release.not_needed_one", "release.not_needed"),
}
# Whoever has it or is to get it, and whoever a newer version tells instead.
NOT_MISSED = (State.SENT, State.PENDING, State.SENDING, State.CANCELLED)


def released(words: Words, done: Released, at: str) -> str:
    """“Released as version 5 at 14:02: 31 people are being told.”; `at` is the time, plain."""
    lost = [] if done.quiet else _lost(words, done)
    said = _released(words, done, at, bool(lost))
    return " ".join(
        [said, *([words("release.not_reached", parts=", ".join(lost))] if lost else [])]
    )


def standing(words: Words, line: VersionLine, today: date) -> str:
    """How the messages about a version stand."""
    return f"{heading(words, line, today)}\n{whom(words, line)}"


def heading(words: Words, line: VersionLine, today: date) -> str:
    """The number of a version, when it was released, and whether it holds."""
    key = "history.holds" if line.holds else "history.version"
    return words(key, number=line.number, moment=when(words, line.created_at, today))


def whom(words: Words, line: VersionLine) -> str:
    """How many people's messages about a version stand how."""
    said = []
    for states, (one, many) in STANDING.items():
        count = sum(line.told.get(state, 0) for state in states)
        if count:
            said.append(words(one if count == 1 else many, count=count))
    return " · ".join(said) or words("history.was_quiet" if line.quiet else "history.told_nobody")


def missed(words: Words, number: int, people: Sequence[Name]) -> list[str]:
    """Who was not reached, by why, on pages."""
    lost = [each for each in people if each[1] not in NOT_MISSED]
    title = words("release.missed", number=number, count=len(lost))
    lines = [
        line
        for why in ORDER
        for line in _group(words, why, [name for name, state in lost if WHY.get(state) == why])
    ]
    return pages(words, title, lines or [words("sent.nobody")], NAMES_SHOWN)


def has_missed(told: Mapping[State, int]) -> bool:
    """Whether somebody may not have it, and will not get it by themselves."""
    return any(count for state, count in told.items() if state not in NOT_MISSED)


def _lost(words: Words, done: Released) -> list[str]:
    """Those concerned whom no message is on its way to; plain."""
    parts = []
    if done.not_linked:
        parts.append(counted(words, "release.late_one", "release.late", done.not_linked))
    if done.unreachable:
        parts.append(counted(words, "release.lost_one", "release.lost", done.unreachable))
    return parts


def _released(words: Words, done: Released, at: str, some_lost: bool) -> str:
    if done.quiet:
        return words("release.done_quietly", number=done.number, time=at)
    if not done.told:
        key = "release.done_plain" if some_lost else "release.done_for_nobody"
        return words(key, number=done.number, time=at)
    key = "release.done_one" if done.told == 1 else "release.done"
    return words(key, number=done.number, time=at, count=done.told)


def _group(words: Words, why: str, names: Sequence[str]) -> list[str]:
    """The reason stands in the first name's line, so that no page ends with it."""
    lines = [words("contacts.person", name=shortened(name, NAME_CHARACTERS)) for name in names]
    return [f"\n{words(why)}\n{lines[0]}", *lines[1:]] if lines else []
