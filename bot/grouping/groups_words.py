"""What several texts about parallel sessions say in the same way, pure."""

from collections.abc import Sequence

from bot import times
from bot.agenda_text import shortened
from bot.announcing.audience_text import counted
from bot.wording import Words
from meeting.agenda import Agenda, Session
from meeting.parallel import Block
from services.groups import BlockView

TITLE_CHARACTERS = 90
ROOM_CHARACTERS = 40
NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def when(words: Words, block: Block) -> dict[str, str]:
    """The day and time of a block, as parameters of a text that begins with them: Monday 11
    February, 15:45."""
    starts = block.starts
    return {"day": times.title_day(words, starts.date()), "time": times.time(starts)}


def when_within(words: Words, block: Block) -> dict[str, str]:
    """The same within a sentence, where French takes no capital letter."""
    return when(words, block) | {"day": times.day(words, block.starts.date())}


def title(session: Session) -> str:
    """The title of a session, not at any length."""
    return shortened(session.title, TITLE_CHARACTERS)


def short(agenda: Agenda, session: Session) -> str:
    """What a group is called where there is little room: by its room, else by its title."""
    return shortened(agenda.room_name(session) or session.title, ROOM_CHARACTERS)


def where(words: Words, agenda: Agenda, session: Session) -> str:
    """A session and its room, as HTML: Funding early recovery, Nobel."""
    room = shortened(agenda.room_name(session), ROOM_CHARACTERS)
    if not room:
        return words("groups.no_room", title=title(session))
    return words("groups.in_room", title=title(session), room=room)


def seats(words: Words, view: BlockView, session: Session) -> str:
    """How many are in a group: 18 of 20 seats taken, or 18 people; plain."""
    count, most = view.counts[session.session_id], view.seats[session.session_id]
    if most is None:
        return counted(words, "groups.placed_one", "groups.placed", count)
    return words.plain("groups.of_seats", count=count, seats=most)


def place(words: Words, view: BlockView, session: Session) -> str:
    """A group on a button: Nobel · 18 of 20 · Funding early recovery; plain."""
    room, most = view.agenda.room_name(session), view.seats[session.session_id]
    count = view.counts[session.session_id]
    taken = words.plain("groups.seats_of", count=count, seats=most) if most is not None else count
    return " · ".join(str(each) for each in (room, taken, session.title) if each != "")


def number(rank: int) -> str:
    """①, ②, ③: a choice, counted from 1."""
    return NUMBERS[rank - 1] if rank <= len(NUMBERS) else f"{rank}."


def listed(words: Words, names: Sequence[str], most: int) -> str:
    """The first names, and how many more there are; plain."""
    more = [words.plain("groups.more", count=len(names) - most)] if len(names) > most else []
    return ", ".join([*names[:most], *more])


def file_name(words: Words, block: Block) -> str:
    """groups-2008-02-11-1545.xlsx"""
    day, time = block.starts.date().isoformat(), block.starts.strftime("%H%M")
    return words.plain("groups.file_name", day=day, time=time)
