"""The blocks of parallel sessions, and one of them before anything is proposed, as Telegram HTML,
pure."""

from collections import Counter
from collections.abc import Sequence

from bot import times
from bot.agenda_text import fitted
from bot.announcing.audience_text import counted
from bot.grouping import groups_words
from bot.reporting.sent_text import moment
from bot.wording import Words
from meeting.agenda import Session
from services.group_releases import Released
from services.groups import BlockView, Overview

MORE = "groups.more"
TITLES_SHOWN = 6  # of sessions without a block


def overview(words: Words, found: Overview) -> str:
    """Every block with how it stands; what has no block, and what can be done about it."""
    loose = [_without_block(words, group) for group in found.without_block]
    if not found.blocks:
        return "\n\n".join([words("groups.none"), *loose])
    lines = [f"\n{_line(words, view)}" for view in found.blocks]
    lines += [f"\n{each}" for each in loose]
    return fitted(words, words("groups.list"), lines, counted=MORE)


def block(words: Words, view: BlockView) -> str:
    """A block: its sessions with their seats, who has chosen, what was done about it."""
    starts, ends = view.block.starts, view.block.ends
    day, span = times.title_day(words, starts.date()), times.span(words, starts, ends)
    first = Counter(one.member.wishes[0] for one in view.choosers if one.member.wishes)
    sessions = [_session(words, view, each, first[each.session_id]) for each in view.block.sessions]
    heading, standing = words("groups.head", day=day, span=span), _standing(words, view)
    return fitted(words, heading, sessions, standing, counted=MORE)


def ask(words: Words, view: BlockView) -> str:
    """Before people are asked: how many it would be."""
    return counted(words, "groups.ask_whom_one", "groups.ask_whom", len(view.to_ask))


def asking(words: Words, released: Released) -> str:
    """Once they are: how many read it now, and how many later."""
    now = len(released.told) - released.not_linked
    said = [counted(words, "groups.asking_one", "groups.asking", now)] if now else []
    return "\n".join([*said, *_later(words, released)])


def done(words: Words, released: Released) -> str:
    """After a release: how many are told now, and how many later."""
    if not released.told:
        return words("groups.done_for_nobody")
    now = len(released.told) - released.not_linked
    key = "groups.done_one" if now == 1 else "groups.done"
    said = words(key, count=now) if now else words("groups.done_plain")
    return "\n".join([said, *_later(words, released)])


def below(words: Words, view: BlockView) -> str:
    """In place of a message whose proposal is shown further down."""
    return words("groups.below", **groups_words.when_within(words, view.block))


def _line(words: Words, view: BlockView) -> str:
    counts = {
        "placed": len(view.placed),
        "all": len(view.members),
        "chosen": view.chosen,
        "choosers": len(view.choosers),
    }
    key, more = "groups.is_open", {}
    if view.row.released_at is not None:
        key, more = "groups.is_released", {"moment": moment(words, view.row.released_at, view.at)}
    if view.proposal is not None:
        key = "groups.is_proposed"
    standing, sessions = words.plain(key, **counts, **more), len(view.block.sessions)
    when = groups_words.when(words, view.block)
    return words("groups.line", **when, sessions=sessions, standing=standing)


def _without_block(words: Words, group: Sequence[Session]) -> str:
    starts = min((session.starts for session in group), key=lambda at: at.timestamp())
    titles = groups_words.listed(words, [f"“{groups_words.title(s)}”" for s in group], TITLES_SHOWN)
    day, time = times.day(words, starts.date()), times.time(starts)
    return words("groups.no_block", day=day, time=time, titles=titles)


def _session(words: Words, view: BlockView, session: Session, first: int) -> str:
    where, seats = groups_words.where(words, view.agenda, session), groups_words.seats
    wished = words("groups.wished", count=first) if first else ""
    return f"• {where} · {seats(words, view, session)}{wished}"


def _standing(words: Words, view: BlockView) -> list[str]:
    if not view.members:
        return ["", words("groups.nobody")]
    choosers = len(view.choosers)
    said = [words("groups.chosen", chosen=view.chosen, choosers=choosers)]
    if parts := len(view.members) - choosers:
        said.append(counted(words, "groups.parts_one", "groups.parts", parts))
    if view.row.released_at is not None:
        released = moment(words, view.row.released_at, view.at)
        said.append(words("groups.released", moment=released))
    elif view.row.asked_at is not None:
        said.append(words("groups.asked", moment=moment(words, view.row.asked_at, view.at)))
    if view.block.has_begun(view.at):
        said.append(words("groups.begun"))
    return ["", *said]


def _later(words: Words, released: Released) -> list[str]:
    count = released.not_linked
    return [counted(words, "groups.later_one", "groups.later", count)] if count else []
