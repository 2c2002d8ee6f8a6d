"""What the picture of a proposal shows, in somebody's language, pure."""

from collections.abc import Mapping

from bot import times
from bot.announcing.audience_text import capital
from bot.grouping import groups_words
from bot.grouping.picture_parts import Drawing, RoomShown
from bot.people_text import COMMUNITIES
from bot.wording import Words
from meeting.agenda import Session
from meeting.people import Community
from services.groups import BlockView


def drawing(words: Words, view: BlockView) -> Drawing:
    """The rooms of a block with the people who would be there."""
    when = groups_words.when(words, view.block)
    rooms = [_room(words, view, session) for session in view.block.sessions]
    return Drawing(f"{when['day']}, {when['time']}", rooms, _legend(words, view))


def caption(words: Words, view: BlockView) -> str:
    """Below the picture: which groups, and from when."""
    made = view.proposal.created_at.astimezone(view.at.tzinfo) if view.proposal else view.at
    at = times.time(made)
    return words("groups.picture", **groups_words.when_within(words, view.block), at=at)


def _room(words: Words, view: BlockView, session: Session) -> RoomShown:
    number = session.session_id
    count, seats = view.counts[number], view.seats[number]
    if seats is None:
        taken = words.plain("groups.seats_unknown", count=count)
    else:
        taken = words.plain("groups.seats_of", count=count, seats=seats)
    name = groups_words.short(view.agenda, session)
    return RoomShown(name, session.title, taken, seats, view.mix(number))


def _legend(words: Words, view: BlockView) -> Mapping[Community, str]:
    """The communities that are there, in their order."""
    there = {one.member.community for one in view.members}
    return {
        each: capital(words.plain(COMMUNITIES.get(each, "groups.legend_other")))
        for each in Community
        if each in there
    }
