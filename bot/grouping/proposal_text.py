"""A proposal in words, as Telegram HTML, pure: how well it fits, and what to look at before it is
released."""

from collections.abc import Iterator

from bot.announcing.audience_text import counted
from bot.grouping import groups_words
from bot.people_text import COMMUNITIES
from bot.wording import Words
from meeting.agenda import Session
from meeting.groups.model import Short
from meeting.people import Community
from services.groups import BlockView

GAP_TOLD = 0.01  # as a share: what is nearer to the best one than this is not worth a word
NAMES_SHOWN, WARNINGS_SHOWN = 5, 8


def proposal(words: Words, view: BlockView) -> str:
    """How many are placed and how, how mixed the rooms are, what is odd, who would be told."""
    parts = [
        [
            words("groups.title", **groups_words.when_within(words, view.block)),
            _placed(words, view),
        ],
        _warnings(words, view),
        [_tells(words, view)],
    ]
    return "\n\n".join("\n".join(each) for each in parts if each)


def short(words: Words, view: BlockView, missing: Short) -> str:
    """Why nothing can be proposed: which seats are missing."""
    if missing.which == "all":
        seats = sum(each or 0 for each in view.seats.values())
        one_or_more = "groups.short_all_one" if missing.missing == 1 else "groups.short_all"
        return words(one_or_more, count=missing.missing, seats=seats, all=len(view.members))
    return "\n".join(_short_room(words, view, missing, each) for each in missing.which)


def _short_room(words: Words, view: BlockView, missing: Short, session_id: str) -> str:
    session, seats = view.block.session(session_id), view.seats[session_id] or 0
    name = groups_words.short(view.agenda, session) if session else session_id
    count = seats + missing.each.get(session_id, missing.missing)
    return words("groups.short_room", room=name, seats=seats, count=count)


def _placed(words: Words, view: BlockView) -> str:
    placed, everybody, tally = len(view.placed), len(view.members), view.tally
    counts = (
        (tally.first, "groups.first_one", "groups.first"),
        (tally.second, "groups.second_one", "groups.second"),
        (tally.later, "groups.third_one", "groups.third"),
        (tally.none, "groups.against_one", "groups.against"),
        (tally.held, "groups.held_one", "groups.held"),
    )
    parts = ", ".join(counted(words, one, many, count) for count, one, many in counts if count)
    how = words.plain("groups.how", parts=parts) if parts else ""
    key = "groups.all_placed" if placed == everybody else "groups.some_placed"
    said = [words(key, placed=placed, all=everybody, how=how)]
    if tally.unasked:
        said.append(counted(words, "groups.unasked_one", "groups.unasked", tally.unasked))
    return " ".join([*said, *_mix(words, view)])


def _mix(words: Words, view: BlockView) -> Iterator[str]:
    there = {one.member.community for one in view.members} - {Community.OTHER}
    lacking: dict[str, list[Session]] = {}
    for session, community in view.lacking():
        lacking.setdefault(words.plain(COMMUNITIES[community]), []).append(session)
    if len(there) > 1 and view.placed and not lacking:
        yield words("groups.mixed")
    for name, sessions in lacking.items():
        rooms = [groups_words.short(view.agenda, session) for session in sessions]
        listed = groups_words.listed(words, rooms, NAMES_SHOWN)
        yield words("groups.lacking", communities=name, room=listed)


def _warnings(words: Words, view: BlockView) -> list[str]:
    found = [*_over(words, view), *_people(words, view)]
    if len(found) > WARNINGS_SHOWN:
        more = words("groups.more", count=len(found) - WARNINGS_SHOWN)
        found = [*found[:WARNINGS_SHOWN], more]
    gap = view.proposal.made.gap if view.proposal else None
    if gap is not None and gap > GAP_TOLD:
        found.append(words("groups.gap", percent=round(100 * gap)))
    return found


def _over(words: Words, view: BlockView) -> Iterator[str]:
    for session in view.over:
        name, number = groups_words.short(view.agenda, session), session.session_id
        yield words("groups.over", room=name, seats=view.seats[number], count=view.counts[number])


def _people(words: Words, view: BlockView) -> Iterator[str]:
    for one in view.misplaced:
        session = view.block.session(one.member.fixed)
        if session is not None:
            yield words("groups.misplaced", name=one.name, title=groups_words.title(session))
    if view.unplaced:
        count = len(view.unplaced)
        names = groups_words.listed(words, [one.name for one in view.unplaced], NAMES_SHOWN)
        key = "groups.unplaced_one" if count == 1 else "groups.unplaced"
        yield words(key, count=count, names=names)


def _tells(words: Words, view: BlockView) -> str:
    count = len(view.told)
    if not count:
        return words("groups.tells_nobody")
    if view.row.released:
        return counted(words, "groups.tells_moved_one", "groups.tells_moved", count)
    return counted(words, "groups.tells_one", "groups.tells", count)
